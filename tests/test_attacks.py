"""What must not be possible: none of these ever publishes anything (SECURITY.md names them).

Each attack is carried out on a real repository behind a GitHub whose branch rules are taken
for broken: whatever happens there, the publisher judges anew and the archive stays as it was.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from terbit.commands.gate import gate
from terbit.core.article import MAX_FILE_BYTES
from terbit.errors import InputErrors
from terbit.forges import local
from terbit.forges.github.desk import CONTEXT
from tests.rooms import DECIDER, ITEM, MAINTAINER, PUBLIC, VERIFIER, WRITER, authorship, crossed
from tests.rooms_github import GitHubRoom

REPO = "repos/contoh/terbit"
INDEX = f"{PUBLIC}/index.md"
LIE = "Angka kuncinya BOHONG"


@pytest.fixture
def room(room_template: Path, tmp_path: Path) -> GitHubRoom:
    made = GitHubRoom.copy(room_template, tmp_path / "github")
    made.submit()
    return made


def judge(room: GitHubRoom) -> str:
    """What the gate says now, in the colour of its status."""
    room.bot()
    gate(room.newsroom, (), room.tick(), dry_run=False)
    row = room.client.get(f"{REPO}/commits/{room.head()}/statuses")[0]
    return str(row["state"])


def publish(room: GitHubRoom) -> list[str]:
    """Publish as the workflow does; tells why something was refused."""
    room.bot()
    outcome = room.publisher().run()
    assert_only_approved_bytes(room)
    return [row.why for row in outcome.refusals]


def assert_only_approved_bytes(room: GitHubRoom) -> None:
    assert ITEM not in room.newsroom.ledger()
    public = b"".join(room.files().values())
    assert b"Kabar Uji" not in public
    assert b"BOHONG" not in public


def force_merge(room: GitHubRoom, number: int = 1) -> None:
    """Merge with the rules switched off, as an administrator or a stolen session could."""
    body = {"sha": room.head(number), "merge_method": "merge"}
    room.who(WRITER)
    room.tick()
    room.client.send("PUT", f"{REPO}/pulls/{number}/merge", body)
    room.newsroom.repository.fetch()


def test_a_forged_green_status_publishes_nothing(room: GitHubRoom) -> None:
    room.who(WRITER)
    forged = {"state": "success", "context": CONTEXT, "description": "Siap digabung"}
    room.client.send("POST", f"{REPO}/statuses/{room.head()}", forged)
    force_merge(room)
    assert ["digabung sebelum waktunya" in why for why in publish(room)] == [True]


def test_a_workflow_edited_in_the_branch_publishes_nothing(room: GitHubRoom) -> None:
    """The edited workflow can lie about the status; the request is refused as mixed besides."""
    room.approve(VERIFIER)
    room.approve(DECIDER)
    room.push(WRITER, {".github/workflows/gerbang.yml": b"on: pull_request\n"})
    assert judge(room) == "failure"
    force_merge(room)
    assert ["campur" in why or "terpisah" in why for why in publish(room)] == [True]


def test_a_direct_push_to_main_publishes_nothing(room: GitHubRoom) -> None:
    room.overwrite_main(INDEX, room.text("Angka kuncinya SATU", LIE))
    room.fake.received(WRITER, room.tick())
    assert publish(room) == ["tidak berasal dari permintaan yang digabung"]


def test_a_branch_force_pushed_after_the_approval_publishes_nothing(room: GitHubRoom) -> None:
    room.approve(VERIFIER)
    room.approve(DECIDER)
    assert judge(room) == "success"
    files = room.newsroom.repository.folder(room.head(), PUBLIC)
    lie = {f"{PUBLIC}/{name}": data for name, data in files.items()}
    lie[INDEX] = room.text("Angka kuncinya SATU", LIE)
    room.push(WRITER, lie, ("drafts/kabar-uji",), base=room.newsroom.main())
    assert judge(room) == "pending"
    force_merge(room)
    assert ["digabung sebelum waktunya" in why for why in publish(room)] == [True]


def test_people_edited_in_the_same_request_have_no_say(room: GitHubRoom) -> None:
    """Roles are read from the base branch, and policy beside an article is refused."""
    office = (room.newsroom.repository.file(room.head(), "kantor.yml") or b"").decode()
    own = str(room.who(VERIFIER).id)
    taken = office.replace(VERIFIER, "penyusup").replace(f"id: {own}", "id: 4242")
    assert taken != office
    room.push(WRITER, {"kantor.yml": taken.encode()})
    room.fake.person("penyusup", 4242)
    room.client.token = "penyusup"
    room.tick()
    room.client.send("POST", f"{REPO}/pulls/1/reviews", {"event": "APPROVE"})
    room.approve(DECIDER)
    assert judge(room) == "failure"
    force_merge(room)
    assert len(publish(room)) == 1


def test_a_change_hidden_in_a_merge_commit_publishes_nothing(room: GitHubRoom) -> None:
    room.approve(VERIFIER)
    room.approve(DECIDER)
    room.overwrite_main("catatan.txt", b"lain")
    room.fake.received(MAINTAINER, room.tick())
    room.merge_main(WRITER, {INDEX: room.text("Angka kuncinya SATU", LIE)})
    assert judge(room) == "pending"
    force_merge(room)
    assert ["digabung sebelum waktunya" in why for why in publish(room)] == [True]


def test_a_merge_that_brings_other_bytes_to_main_publishes_nothing(room: GitHubRoom) -> None:
    """The request is approved, but the merge commit itself was made by hand."""
    room.approve(VERIFIER)
    room.approve(DECIDER)
    assert judge(room) == "success"
    repository, head = room.newsroom.repository, room.head()
    lie = {INDEX: room.text("Angka kuncinya SATU", LIE)}
    who, at = room.who(WRITER), room.tick()
    made = repository.make_commit(head, lie, message="x", by=who, at=at)
    tree = repository.git.rev_parse(f"{made}^{{tree}}")
    with repository.git.custom_environment(
        GIT_AUTHOR_NAME="a", GIT_AUTHOR_EMAIL="a", GIT_COMMITTER_NAME="a", GIT_COMMITTER_EMAIL="a"
    ):
        words = ("-p", room.newsroom.main(), "-p", head, "-m", "Merge")
        merge = str(repository.git.commit_tree(tree, *words))
    repository.push(f"{merge}:refs/heads/main", who, at)
    repository.fetch()
    assert ["berbeda dari isi permintaan" in why for why in publish(room)] == [True]


def test_an_approval_by_a_stranger_counts_for_nothing(room: GitHubRoom) -> None:
    """On a public repository anybody may press Approve."""
    for login in ("warga-satu", "warga-dua"):
        room.fake.person(login, role="read")
        room.client.token = login
        room.tick()
        room.client.send("POST", f"{REPO}/pulls/1/reviews", {"event": "APPROVE"})
    assert judge(room) == "pending"
    force_merge(room)
    assert len(publish(room)) == 1


def test_a_login_taken_over_by_another_account_counts_for_nothing(room: GitHubRoom) -> None:
    """The login was given up and somebody else registered it: the number differs."""
    room.approve(VERIFIER)
    room.fake.state.accounts[DECIDER.casefold()]["id"] = 666
    room.approve(DECIDER)
    assert judge(room) == "pending"
    force_merge(room)
    assert len(publish(room)) == 1


def test_an_approval_given_after_the_merge_comes_too_late(room: GitHubRoom) -> None:
    room.approve(VERIFIER)
    force_merge(room)
    room.client.token = DECIDER
    room.tick()
    room.client.send("POST", f"{REPO}/pulls/1/reviews", {"event": "APPROVE"})
    assert ["digabung sebelum waktunya" in why for why in publish(room)] == [True]


def test_a_branch_named_like_a_commit_stands_for_nothing(room: GitHubRoom) -> None:
    """Else the base of a merge, and with it the roles, could be chosen by whoever pushes."""
    main = room.newsroom.main()
    elsewhere = room.head()
    room.newsroom.repository.git.update_ref(f"refs/remotes/origin/{main}", elsewhere)
    assert room.newsroom.repository.resolve(main) == main
    assert room.newsroom.repository.parent(elsewhere) == main


def test_an_archive_rewritten_by_hand_stops_the_publisher(room: GitHubRoom) -> None:
    repository = room.newsroom.repository
    tip = repository.resolve("arsip")
    assert tip is not None
    path = next(name for name in repository.branch_files(tip) if name.endswith(".json"))
    lie = repository.branch_files(tip)[path].replace(b'"actor"', b'"aktor"')
    who, at = room.who(WRITER), room.tick()
    commit = repository.make_commit(tip, {path: lie}, message="x", by=who, at=at)
    repository.push(f"{commit}:refs/heads/arsip", who, at)
    repository.fetch()
    room.bot()
    before = room.files()
    with pytest.raises(Exception, match="arsip"):
        room.publisher().run()
    assert room.files() == before


def second_request(room: GitHubRoom, base: str, files: dict[str, bytes]) -> None:
    branch = "naskah/kabar-dua"
    room.push(WRITER, files, base=base, branch=branch)
    writer = room.who(WRITER).login
    room.newsroom.desk.open_request(
        branch=branch, title="Kabar dua", body="", actor=writer, now=room.tick()
    )


def test_crossed_lines_of_history_bring_nothing_that_no_request_showed(room: GitHubRoom) -> None:
    office = room.newsroom.repository.file(room.head(), "kantor.yml") or b""
    lie = {
        INDEX: room.text("Angka kuncinya SATU", LIE),
        "kantor.yml": office.replace(b"id: 9501", b"id: 4242"),
    }
    base = crossed(room, lie)
    for who in (VERIFIER, DECIDER):
        room.approve(who)
    assert judge(room) == "success"
    force_merge(room)
    room.bot()
    room.publisher().run()
    article = room.newsroom.repository.folder(room.newsroom.main(), PUBLIC)
    second = {f"{PUBLIC.replace('kabar-uji', 'kabar-dua')}/{n}": d for n, d in article.items()}
    second_request(room, base, second)
    for who in (VERIFIER, DECIDER):
        room.approve(who, 2)
    room.bot()
    (said,) = gate(room.newsroom, (2,), room.tick(), dry_run=False)
    assert "status failure" in said.wrote
    assert "penggabungan membawa berkas yang tidak ditampilkan" in said.sentence
    assert "gabungkan dahulu main ke cabang ini" in said.sentence
    force_merge(room, 2)
    assert LIE.encode() in (room.newsroom.repository.file(room.newsroom.main(), INDEX) or b"")
    room.bot()
    refused = {row.item: row.why for row in room.publisher().run().refusals}
    assert refused[ITEM] == "permintaan #2 tidak memperlihatkan perubahan ini"
    assert LIE.encode() not in b"".join(room.files().values())


def test_crossed_drafts_do_not_carry_new_people_to_main(room: GitHubRoom) -> None:
    """Drafts need no signature of the SOP, so nothing else may travel with them."""
    main = room.newsroom.main()
    office = room.newsroom.repository.file(main, "kantor.yml") or b""
    note = {"drafts/catatan/index.md": b"catatan"}
    room.push(WRITER, note, base=main)
    base = crossed(room, {"kantor.yml": office.replace(b"id: 9501", b"id: 4242")})
    assert judge(room) == "success"
    force_merge(room)
    second_request(room, base, {"drafts/lain/index.md": b"lain"})
    room.bot()
    (said,) = gate(room.newsroom, (2,), room.tick(), dry_run=False)
    assert "status failure" in said.wrote


def test_a_list_of_files_that_changes_while_it_is_read_is_not_believed(
    room: GitHubRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a branch that shows a harmless head for a moment could get a green for another."""
    office = room.newsroom.repository.file(room.head(), "kantor.yml") or b""
    room.push(WRITER, {"kantor.yml": office.replace(b"id: 9501", b"id: 4242")})
    pages = room.client.pages

    def lying(path: str, *rest: Any, **options: Any) -> list[Any]:
        rows = pages(path, *rest, **options)
        other = {"filename": "drafts/lain/index.md"}
        return [{**row, **other} if row.get("filename") == "kantor.yml" else row for row in rows]

    monkeypatch.setattr(room.client, "pages", lying)
    for who in (VERIFIER, DECIDER):
        room.approve(who)
    assert judge(room) == "failure"


def test_a_name_of_any_bytes_stops_nobody_else(room: GitHubRoom) -> None:
    repository, who = room.newsroom.repository, room.who(WRITER)
    git = repository.git
    blob = git.hash_object("-w", "--stdin", istream=subprocess.DEVNULL)
    index = {"GIT_INDEX_FILE": str(room.folder / "index")}
    with git.custom_environment(**index, **authorship(who, room.tick())):
        git.read_tree(room.newsroom.main())
        row = b"100644 " + str(blob).encode() + b"\tcontent/a\xff\n::warning::palsu.md\0"
        with (room.folder / "baris").open("w+b") as file:
            file.write(row)
            file.seek(0)
            git.update_index("-z", "--index-info", istream=file)
        commit = str(git.commit_tree(git.write_tree(), "-p", room.newsroom.main(), "-m", "x"))
    local.override_main(room.forge_folder, room.clone, commit)
    room.fake.received(WRITER, room.tick())
    room.bot()
    outcome = room.publisher().run()
    assert len(outcome.refusals) == 1
    assert outcome.built
    assert not [line for line in outcome.lines() if "\n" in line or line.startswith("::")]


def test_a_folder_that_would_fill_the_memory_is_refused_unread(room: GitHubRoom) -> None:
    big = b"\0" * (MAX_FILE_BYTES + 1)
    room.push(WRITER, {f"{PUBLIC}/besar.jpg": big})
    with pytest.raises(InputErrors, match="berkas terlalu besar"):
        room.newsroom.repository.folder(room.head(), PUBLIC)
    room.push(WRITER, {f"{PUBLIC}/foto-{n}.jpg": b"x" for n in range(2, 90)})
    with pytest.raises(InputErrors, match="terlalu banyak berkas"):
        room.newsroom.repository.folder(room.head(), PUBLIC)
    assert judge(room) == "failure" or "terlalu" in str(room.newsroom.assess(1, room.now).findings)
