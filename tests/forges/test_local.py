"""The local forge: Git's own rules on a bare repository, facts in the shapes of the REST API."""

from __future__ import annotations

from pathlib import Path

import pytest
from git import GitCommandError

from terbit.core.facts import from_json
from terbit.errors import ForgeError, TerbitError
from terbit.forges import local
from terbit.forges.base import Decision
from terbit.newsroom.room import Newsroom
from terbit.repository import ARCHIVE, MACHINE, clone
from tests.rooms import DECIDER, DRAFT, MAINTAINER, OTHER_WRITER, PUBLIC, VERIFIER, WRITER, Room


def test_main_cannot_be_pushed(room: Room) -> None:
    repository = room.newsroom.repository
    tip = room.newsroom.main()
    commit = repository.make_commit(tip, {"a": b"b"}, message="x", by=MACHINE, at=room.now)
    with pytest.raises(TerbitError, match="main hanya berubah lewat permintaan"):
        repository.push(f"{commit}:refs/heads/main", MACHINE, room.now)
    with pytest.raises(TerbitError):
        repository.push(":refs/heads/main", MACHINE, room.now)
    repository.fetch()
    assert room.newsroom.main() == tip


def test_arsip_only_grows(room: Room) -> None:
    repository = room.newsroom.repository
    tip = repository.resolve(ARCHIVE)
    assert tip is not None
    other = repository.make_commit(None, {"a": b"b"}, message="x", by=MACHINE, at=room.now)
    for refspec in (f"+{other}:refs/heads/{ARCHIVE}", f":refs/heads/{ARCHIVE}"):
        with pytest.raises(TerbitError, match="arsip hanya boleh bertambah"):
            repository.push(refspec, MACHINE, room.now)
    more = repository.make_commit(tip, {"a": b"b"}, message="x", by=MACHINE, at=room.now)
    repository.push(f"{more}:refs/heads/{ARCHIVE}", MACHINE, room.now)


def test_a_push_without_a_name_is_refused(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TERBIT_AKUN", raising=False)
    room.newsroom.repository.git.branch("coba")
    with pytest.raises(GitCommandError, match="sebutkan akun Anda"):
        room.newsroom.repository.git.push("origin", "coba")


def test_a_merge_is_a_real_merge_commit_and_keeps_the_approved_bytes(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    room.approve(DECIDER)
    head = room.newsroom.forge.requests()[0].head_sha
    base = room.newsroom.main()
    commit = room.merge()
    git = room.newsroom.repository.git
    assert git.rev_parse(f"{commit}^1") == base
    assert git.rev_parse(f"{commit}^2") == head
    assert git.rev_parse(f"{commit}:{PUBLIC}") == git.rev_parse(f"{head}:{PUBLIC}")
    assert room.newsroom.forge.request_of(commit) == 1
    assert room.newsroom.forge.requests("merged")[0].merge_commit == commit


def test_a_merge_is_refused_when_the_head_moved(room: Room) -> None:
    room.submit()
    head = room.newsroom.forge.requests()[0].head_sha
    room.edit("SATU", "DUA")
    room.submit(PUBLIC)
    with pytest.raises(ForgeError, match="naskah berubah"):
        room.newsroom.forge.merge(1, actor=WRITER, head_sha=head, now=room.tick())


def test_a_conflict_is_told_and_changes_nothing(room: Room) -> None:
    room.submit()
    room.overwrite_main(f"{PUBLIC}/index.md", b"lain sama sekali\n")
    tip = room.newsroom.main()
    with pytest.raises(ForgeError, match="berbenturan"):
        room.force_merge()
    assert room.newsroom.main() == tip


def test_facts_have_the_shapes_of_the_agreed_document(room: Room) -> None:
    room.submit()
    room.object(VERIFIER)
    document = room.newsroom.forge.facts(1, room.now)
    facts = from_json(document)
    assert facts.request.head_repo == facts.request.base_repo
    assert {f.name for f in facts.request.files or ()} == {
        f"{PUBLIC}/index.md",
        f"{PUBLIC}/foto-1.jpg",
    }
    assert all(f.previous and f.previous.startswith(DRAFT) for f in facts.request.files or ())
    commit = facts.commits[-1]
    assert commit.author is not None
    assert commit.author.id == room.who(WRITER).id
    assert commit.changed
    assert facts.activity[0].actor is not None
    assert facts.activity[0].actor.login == WRITER
    assert facts.reviews[0].commit_id == facts.request.head_sha


def test_the_digest_ignores_other_articles_and_sees_one_byte(room: Room) -> None:
    room.submit()
    before = from_json(room.newsroom.forge.facts(1, room.now)).commits[-1].digest
    room.overwrite_main("content/lain.md", b"---\njudul: Lain\n---\n")
    assert from_json(room.newsroom.forge.facts(1, room.now)).commits[-1].digest == before
    room.edit("SATU", "SATV")
    room.submit(PUBLIC)
    assert from_json(room.newsroom.forge.facts(1, room.now)).commits[-1].digest != before


def test_who_wrote_the_draft_on_main_is_known(room: Room) -> None:
    """N13: the head could otherwise write under drafts/ and approve the own text."""
    room.submit()
    facts = from_json(room.newsroom.forge.facts(1, room.now))
    assert [c.author.login for c in facts.draft_commits if c.author] == [MAINTAINER]


def test_a_force_push_loses_no_evidence(room: Room) -> None:
    room.submit()
    repository, by = room.newsroom.repository, room.who(OTHER_WRITER)
    old = room.newsroom.forge.requests()[0].head_sha
    files = {f"{PUBLIC}/{n}": d for n, d in repository.folder(old, PUBLIC).items()}
    new = repository.make_commit(
        room.newsroom.main(), files, (DRAFT,), message="Ulang", by=by, at=room.tick()
    )
    repository.push(f"{new}:refs/heads/naskah/kabar-uji", by, room.now, force=True)
    facts = from_json(room.newsroom.forge.facts(1, room.now))
    assert [c.sha for c in facts.commits] == [new]
    assert old in {c.sha for c in facts.old_commits}
    assert facts.activity[-1].kind == "force_push"


def test_the_opener_cannot_review_as_on_github(room: Room) -> None:
    room.submit()
    with pytest.raises(ForgeError, match="pembuka permintaan"):
        room.approve(WRITER)


def test_a_dismissal_leaves_its_trace_in_the_timeline(room: Room) -> None:
    room.submit()
    room.object(VERIFIER)
    forge = room.newsroom.forge
    forge.dismiss(1, 501, actor=WRITER, message="salah tekan", now=room.tick())
    facts = from_json(forge.facts(1, room.now))
    assert facts.reviews[0].state == "DISMISSED"
    assert facts.dismissals[0].state == "changes_requested"
    assert room.verdict().blocked_by == (501,)


def test_two_requests_from_one_head_are_told_of_each_other(room: Room) -> None:
    room.submit()
    repository, by = room.newsroom.repository, room.who(OTHER_WRITER)
    head = room.newsroom.forge.requests()[0].head_sha
    repository.push(f"{head}:refs/heads/kembar", by, room.tick())
    room.newsroom.forge.open_request(
        branch="kembar", title="Kembar", body="", actor=by.login, now=room.tick()
    )
    room.approve(VERIFIER)
    room.approve(DECIDER)
    assert room.verdict().held_by_requests == (2,)
    room.newsroom.forge.close(2)
    assert room.verdict().allow_merge


def test_unknown_requests_branches_and_folders_are_told(room: Room, tmp_path: Path) -> None:
    forge = room.newsroom.forge
    with pytest.raises(ForgeError, match="tidak ada"):
        forge.facts(99, room.now)
    with pytest.raises(ForgeError, match="belum ada di forge"):
        forge.open_request(branch="x", title="", body="", actor=WRITER, now=room.now)
    with pytest.raises(ForgeError, match="bukan forge lokal"):
        local.LocalForge(tmp_path, {})
    with pytest.raises(ForgeError, match="sudah berisi"):
        local.create(room.forge_folder)


def test_a_guest_is_nobody_of_the_office(room: Room) -> None:
    room.submit()
    forge = room.newsroom.forge
    forge.review(1, actor="warga", decision=Decision.APPROVE, body="", now=room.tick())
    ignored = {row.review: row.why.value for row in room.verdict().ignored}
    assert ignored == {501: "NOT_ROLE_HOLDER"}


def test_a_clone_without_a_terbit_forge_says_so(room: Room, tmp_path: Path) -> None:
    bare = tmp_path / "lain.git"
    room.newsroom.repository.git.clone("--bare", "--quiet", str(room.clone), str(bare))
    other = clone(str(bare), tmp_path / "salinan")
    with pytest.raises(ForgeError, match="bukan forge lokal"):
        _ = Newsroom(other.root).forge
