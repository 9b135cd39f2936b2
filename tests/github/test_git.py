"""Requests over a real bare repository: what Git says is what GitHub says."""

from __future__ import annotations

from datetime import timedelta

from tests.github.server import Server, announce_pushes

from .conftest import ARTICLE, TEXT, Caller, Office

BRANCH = "draf/kabar"
REF = f"refs/heads/{BRANCH}"


def head_of(office: Office, number: int) -> str:
    return str(Caller(office.fake).get(f"pulls/{number}")["head"]["sha"])


def test_a_moved_draft_is_a_renamed_file(office: Office) -> None:
    number = office.submit()
    (row,) = Caller(office.fake).get(f"pulls/{number}/files")
    assert (row["status"], row["filename"]) == ("renamed", ARTICLE)
    assert row["previous_filename"] == "drafts/kabar/index.md"
    assert row["sha"] == office.git("rev-parse", f"HEAD:{ARTICLE}")


def test_lines_are_counted_and_a_deleted_file_is_called_removed(office: Office) -> None:
    office.git("checkout", "-q", "-B", BRANCH)
    office.commit({"sop.yml": None, "b.md": "satu\ndua\n", "foto.bin": "\0\1"})
    office.push(BRANCH)
    number = office.fake.open("rina", BRANCH, "Ubah")
    rows = Caller(office.fake).get(f"pulls/{number}/files")
    assert [(r["filename"], r["status"], r["additions"], r["deletions"]) for r in rows] == [
        ("b.md", "added", 2, 0),
        ("foto.bin", "added", 0, 0),
        ("sop.yml", "removed", 0, 1),
    ]
    whole = Caller(office.fake).get(f"pulls/{number}")
    assert (whole["additions"], whole["deletions"], whole["changed_files"]) == (2, 1, 3)


def test_commits_name_the_accounts_of_their_e_mails(office: Office) -> None:
    number = office.submit()
    office.commit({ARTICLE: TEXT + "Lagi.\n"}, by="hendra", message="Koreksi\n\nIsi.")
    office.push(BRANCH, "hendra")
    first, second = Caller(office.fake).get(f"pulls/{number}/commits")
    assert (first["author"]["login"], first["author"]["id"]) == ("rina", 12)
    assert second["author"]["login"] == "hendra"
    assert second["commit"]["message"] == "Koreksi\n\nIsi."
    assert second["parents"][0]["sha"] == first["sha"]


def test_an_unknown_e_mail_names_nobody_unless_the_table_has_it(office: Office) -> None:
    office.submit()
    office.git(
        "-c",
        "user.name=x",
        "commit",
        "-q",
        "--allow-empty",
        "--author",
        "Tamu <tamu@contoh.test>",
        "-m",
        "Tamu",
    )
    office.push(BRANCH)
    assert Caller(office.fake).get(f"commits/{BRANCH}")["author"] is None
    office.fake.state.emails["tamu@contoh.test"] = "hendra"
    assert Caller(office.fake).get(f"commits/{BRANCH}")["author"]["login"] == "hendra"


def test_pushes_stand_in_the_activity_list_and_move_the_request(office: Office) -> None:
    number, fake = office.submit(), office.fake
    before = head_of(office, number)
    fake.now += timedelta(hours=1)
    after = office.commit({ARTICLE: "Ubah.\n"})
    office.push(BRANCH, "hendra")
    assert head_of(office, number) == after
    assert office.git("rev-parse", f"refs/pull/{number}/head", at=office.bare) == after
    newest, oldest = Caller(fake).get(f"activity?ref={REF}")
    assert (newest["activity_type"], newest["actor"]["login"]) == ("push", "hendra")
    assert (newest["before"], newest["after"]) == (before, after)
    assert newest["timestamp"] == "2026-11-16T02:00:00Z"
    assert oldest["activity_type"] == "branch_creation"


def test_a_forced_push_is_told_twice_and_the_old_commit_can_still_be_read(
    office: Office,
) -> None:
    number = office.submit()
    old = head_of(office, number)
    office.git("reset", "-q", "--hard", office.base)
    new = office.commit({ARTICLE: "Dari awal.\n"})
    office.push(BRANCH, "rina", "--force")
    api = Caller(office.fake)
    assert api.get(f"activity?ref={BRANCH}")[0]["activity_type"] == "force_push"
    event = api.get(f"issues/{number}/timeline")[-1]
    assert (event["event"], event["commit_id"]) == ("head_ref_force_pushed", new)
    found = api.get(f"compare/main...{old}")
    assert [row["sha"] for row in found["commits"]] == [old]
    assert api.get(f"commits/{old}")["files"][0]["filename"] == ARTICLE


def test_a_deleted_branch_closes_its_request_and_may_come_back(office: Office) -> None:
    number, fake = office.submit(), office.fake
    head = head_of(office, number)
    fake.push("rina", BRANCH, None)
    assert Caller(fake).get(f"pulls/{number}")["state"] == "closed"
    assert Caller(fake)("GET", f"branches/{BRANCH}").status_code == 404
    fake.push("rina", BRANCH, head)
    kinds = [row["activity_type"] for row in Caller(fake).get(f"activity?ref={BRANCH}")]
    assert kinds == ["branch_creation", "branch_deletion", "branch_creation"]
    assert office.fake.open("rina", BRANCH, "Lagi") == number + 1


def test_merging_makes_a_merge_commit_with_two_parents(office: Office) -> None:
    number, fake = office.submit(), office.fake
    head = head_of(office, number)
    answer = Caller(fake, "hendra")("PUT", f"pulls/{number}/merge", {"sha": head})
    made = answer.json()["sha"]
    told = office.git("show", "-s", "--format=%P %an %cn%n%B", made, at=office.bare)
    title = f"Merge pull request #{number} from contoh/{BRANCH}"
    assert told == f"{office.base} {head} hendra GitHub\n{title}\n\nKabar"
    assert office.git("rev-parse", "main", at=office.bare) == made
    row = Caller(fake).get(f"pulls/{number}")
    assert (row["merged"], row["merge_commit_sha"], row["state"]) == (True, made, "closed")
    assert row["merged_by"]["login"] == "hendra"
    assert Caller(fake).get("commits/main")["committer"]["login"] == "web-flow"
    assert Caller(fake).get("activity?ref=main")[0]["activity_type"] == "pr_merge"
    events = [row["event"] for row in Caller(fake).get(f"issues/{number}/timeline")]
    assert events == ["committed", "merged", "closed"]


def test_a_merged_request_keeps_its_files_and_commits(office: Office) -> None:
    number, api = office.submit(), Caller(office.fake)
    before = [api.get(f"pulls/{number}/{part}") for part in ("files", "commits")]
    office.fake.act("hendra", "PUT", f"pulls/{number}/merge", {})
    assert [api.get(f"pulls/{number}/{part}") for part in ("files", "commits")] == before


def test_a_head_that_moved_is_not_merged(office: Office) -> None:
    number = office.submit()
    old = head_of(office, number)
    office.commit({ARTICLE: "Ubah.\n"})
    office.push(BRANCH)
    answer = Caller(office.fake, "hendra")("PUT", f"pulls/{number}/merge", {"sha": old})
    assert answer.status_code == 409
    assert office.git("rev-parse", "main", at=office.bare) == office.base


def test_a_collision_is_not_merged(office: Office) -> None:
    number = office.submit()
    office.git("checkout", "-q", "-B", "lain", office.base)
    office.commit({ARTICLE: "Teks lain.\n"})
    office.push("main")
    assert Caller(office.fake).get(f"pulls/{number}")["mergeable"] is False
    assert Caller(office.fake, "hendra")("PUT", f"pulls/{number}/merge", {}).status_code == 405


def test_the_trial_merge_of_an_open_request_is_not_the_merge(office: Office) -> None:
    number = office.submit()
    trial = Caller(office.fake).get(f"pulls/{number}")["merge_commit_sha"]
    assert trial
    assert Caller(office.fake)("GET", f"commits/{trial}").status_code == 422


def test_a_push_past_the_review_marks_the_request_as_merged(office: Office) -> None:
    number = office.submit()
    office.push("main")
    row = Caller(office.fake).get(f"pulls/{number}")
    assert (row["merged"], row["merge_commit_sha"]) == (True, row["head"]["sha"])
    assert len(Caller(office.fake).get(f"pulls/{number}/commits")) == 1


def test_a_merged_branch_can_be_tidied_away(office: Office) -> None:
    number = office.submit()
    office.fake.state.repository["delete_branch_on_merge"] = True
    office.fake.act("hendra", "PUT", f"pulls/{number}/merge", {})
    assert Caller(office.fake)("GET", f"branches/{BRANCH}").status_code == 404
    assert Caller(office.fake).get(f"pulls/{number}")["merged"]


def test_a_commit_names_its_requests(office: Office) -> None:
    number, api = office.submit(), Caller(office.fake)
    head = head_of(office, number)
    assert [row["number"] for row in api.get(f"commits/{head}/pulls")] == [number]
    made = office.fake.act("hendra", "PUT", f"pulls/{number}/merge", {})["sha"]
    assert [row["number"] for row in api.get(f"commits/{made}/pulls")] == [number]
    assert api.get(f"commits/{office.base}/pulls") == []


def test_the_history_of_a_path_is_found_from_a_commit(office: Office) -> None:
    office.submit()
    rows = Caller(office.fake).get("commits?path=drafts/kabar&sha=main")
    assert [row["sha"] for row in rows] == [office.base]
    assert Caller(office.fake)("GET", "commits?sha=tidak-ada").status_code == 404


def test_a_tree_lists_folders_too_and_says_when_it_is_cut_off(office: Office) -> None:
    api, tree = Caller(office.fake), f"git/trees/{office.base}?recursive=1"
    assert [row["path"] for row in api.get(tree)["tree"]] == [
        "drafts",
        "drafts/kabar",
        "drafts/kabar/index.md",
        "sop.yml",
    ]
    office.fake.limits.tree_entries = 2
    found = api.get(tree)
    assert (len(found["tree"]), found["truncated"]) == (2, True)
    assert api("GET", f"git/trees/{'9' * 40}").status_code == 404


def test_lists_of_commits_and_files_end_where_github_ends_them(office: Office) -> None:
    number = office.submit()
    office.commit({"a.md": "a\n", "b.md": "b\n"})
    office.push(BRANCH)
    office.fake.limits.commits, office.fake.limits.files = 1, 2
    api = Caller(office.fake)
    assert len(api.get(f"pulls/{number}/commits")) == 1
    assert len(api.get(f"pulls/{number}/files")) == 2
    whole = api.get(f"pulls/{number}")
    assert (whole["commits"], whole["changed_files"]) == (2, 3)


def test_branches_are_made_on_commits_that_are_there(office: Office) -> None:
    rina = Caller(office.fake, "rina")
    made = {"ref": "refs/heads/arsip", "sha": office.base}
    assert rina("POST", "git/refs", made).json()["object"]["sha"] == office.base
    assert rina("POST", "git/refs", made).json()["message"] == "Reference already exists"
    lost = {"ref": "refs/heads/lain", "sha": "9" * 40}
    assert rina("POST", "git/refs", lost).json()["message"] == "Object does not exist"
    assert office.git("rev-parse", "arsip", at=office.bare) == office.base


def test_a_push_from_another_process_is_announced_by_the_hook(office: Office) -> None:
    with Server(office.fake) as server:
        announce_pushes(office.bare, server.url, "hendra")
        office.git("checkout", "-q", "-B", "lain")
        office.commit({"a.md": "a\n"})
        office.git("push", "-q", "origin", "HEAD:refs/heads/lain")
        (row,) = server.fake.state.activity[1:]
    assert (row["ref"], row["actor"]["login"]) == ("refs/heads/lain", "hendra")
