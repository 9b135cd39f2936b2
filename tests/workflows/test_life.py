"""The whole life of an article through the real workflow files, and what must not come of them.

People press buttons on GitHub and push with Git; act runs the workflows of the default branch
against a real repository; at the end the archive says what happened.
"""

from __future__ import annotations

from typing import Any

from terbit.core.record import POSTED
from tests.rooms import DECIDER, ITEM, MAINTAINER, OTHER_VERIFIER, PUBLIC, VERIFIER, WRITER
from tests.workflows import events
from tests.workflows.hub import Hub

INDEX = f"{PUBLIC}/index.md"
BRANCH = "naskah/kabar-uji"
LINK = "https://www.instagram.com/p/DAbc12345/"
CONTEXT = "Gerbang SOP"
RALAT = "ralat:\n  - waktu: 2026-11-18T10:00\n    isi: Angka kunci yang benar tiga.\n"


# What people do, in short words


def write(hub: Hub, by: str, old: str, new: str, *, path: str = INDEX, message: str = "") -> None:
    """Somebody changes a file upon the request's branch and pushes it."""
    hub.git(by, "fetch", "--quiet", "origin")
    hub.git(by, "checkout", "--quiet", "--force", "-B", "kerja", f"origin/{BRANCH}")
    edit(hub, old, new, path)
    hub.git(by, "commit", "--quiet", "--all", "-m", message or "Ubah naskah")
    hub.git(by, "push", "--quiet", "origin", f"HEAD:{BRANCH}")


def edit(hub: Hub, old: str, new: str, path: str = INDEX) -> None:
    file = hub.desk / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def light(hub: Hub, number: int = 1) -> str | None:
    """The gate wakes; the colour that it shows."""
    assert hub.signal(number).code == 0
    return hub.status(number)


def slip(hub: Hub, number: int = 1) -> str:
    rows = [row["body"] for row in hub.fake.request(number).comments]
    assert len(rows) == 1
    return str(rows[0])


def asked(hub: Hub, number: int = 1) -> list[str]:
    row = hub.fake.act(WRITER, "GET", f"pulls/{number}")
    return sorted(user["login"] for user in row["requested_reviewers"])


def site(hub: Hub) -> str:
    """Everything that the public can read."""
    pages = (hub.store / "tayang").rglob("*")
    return "\n".join(p.read_text("utf-8") for p in pages if p.suffix in {".html", ".xml", ".json"})


def approval(hub: Hub, item: str = ITEM) -> dict[str, Any]:
    (event,) = [row for row in hub.ledger()[item].events if row.kind == "disetujui"][-1:]
    return dict(event.details)


# The life


def test_the_whole_life_of_an_article(hub: Hub) -> None:
    drafted(hub)
    clicked_too_early(hub)
    sent_back_and_corrected(hub)
    verified_while_main_moves_on(hub)
    decided_and_published(hub)
    the_archive_says_what_happened(hub)
    corrected_after_publication(hub)


def drafted(hub: Hub) -> None:
    """SOP step 2."""
    assert hub.submit() == 1
    assert light(hub) == "pending"
    assert VERIFIER in asked(hub)
    assert DECIDER not in asked(hub)


def clicked_too_early(hub: Hub) -> None:
    hub.review(1, DECIDER)
    assert light(hub) == "pending"
    assert "diberikan sebelum verifikasi selesai" in slip(hub)


def sent_back_and_corrected(hub: Hub) -> None:
    """SOP step 3."""
    hub.review(1, VERIFIER, "REQUEST_CHANGES", "Angkanya keliru.")
    assert light(hub) == "failure"
    assert "Angkanya keliru." in slip(hub)
    write(hub, WRITER, "Angka kuncinya SATU", "Angka kuncinya DUA", message="Betulkan angka")
    assert light(hub) == "pending"
    assert "Betulkan angka" in slip(hub)
    assert "~~SATU.~~ **DUA.**" in slip(hub)


def verified_while_main_moves_on(hub: Hub) -> None:
    """Merging main into the branch changes no byte of the article, and keeps the signature."""
    hub.review(1, VERIFIER)
    main_moves_on(hub)
    merge_main(hub)
    assert light(hub) == "pending"
    assert asked(hub) == [DECIDER]


def decided_and_published(hub: Hub) -> None:
    """SOP steps 4 and 5."""
    hub.review(1, DECIDER)
    assert light(hub) == "success"
    assert asked(hub) == []
    hub.merge(1)
    assert hub.publish().jobs == {"catat": "success", "laman": "success", "unggah": "success"}
    assert "Angka kuncinya DUA" in site(hub)
    assert hub.bukti(hub.fill_form(WRITER, ITEM, "instagram – Instagram", LINK)).code == 0


def the_archive_says_what_happened(hub: Hub) -> None:
    told = approval(hub)
    assert [(row["step"], row["login"]) for row in told["signatures"]] == [
        ("verifikasi", VERIFIER),
        ("persetujuan", DECIDER),
    ]
    assert [(note["number"], note["text"], note["answer"]) for note in told["notes"]] == [
        (1, "Angkanya keliru.", ["Betulkan angka"])
    ]
    assert told["send_backs"] == 1
    assert [event.kind for event in hub.ledger()[ITEM].events] == [
        "disetujui",
        "terbit",
        "paket-instagram",
        "paket-telegram",
        f"{POSTED}-instagram",
    ]


def corrected_after_publication(hub: Hub) -> None:
    """Ralat takes the same steps."""
    hub.git(WRITER, "fetch", "--quiet", "origin")
    hub.git(WRITER, "checkout", "--quiet", "--force", "-B", "ralat", "origin/main")
    edit(hub, "Angka kuncinya DUA", "Angka kuncinya TIGA")
    edit(hub, "---\nTim redaksi", f"{RALAT}---\nTim redaksi")
    hub.git(WRITER, "commit", "--quiet", "--all", "-m", "Ralat angka kunci")
    hub.git(WRITER, "push", "--quiet", "origin", "HEAD:naskah/ralat-kabar-uji")
    number = hub.fake.open(WRITER, "naskah/ralat-kabar-uji", "Ralat kabar uji")
    hub.review(number, OTHER_VERIFIER)
    hub.review(number, DECIDER)
    assert light(hub, number) == "success"
    hub.merge(number)
    assert hub.publish().code == 0
    assert "Angka kuncinya TIGA" in site(hub)
    assert "Angka kunci yang benar tiga." in site(hub)
    assert approval(hub)["request"] == number


def main_moves_on(hub: Hub) -> None:
    hub.git(MAINTAINER, "fetch", "--quiet", "origin")
    hub.git(MAINTAINER, "checkout", "--quiet", "--force", "-B", "lain", "origin/main")
    (hub.desk / "catatan.txt").write_text("lain\n", "utf-8")
    hub.git(MAINTAINER, "add", "catatan.txt")
    hub.git(MAINTAINER, "commit", "--quiet", "-m", "Catatan")
    hub.git(MAINTAINER, "push", "--quiet", "origin", "HEAD:main", rules=False)


def merge_main(hub: Hub, lie: str = "") -> None:
    """Merge main into the request's branch; a lie hides in the merge commit."""
    hub.git(WRITER, "fetch", "--quiet", "origin")
    hub.git(WRITER, "checkout", "--quiet", "-B", "kerja", f"origin/{BRANCH}")
    hub.git(WRITER, "merge", "--quiet", "--no-commit", "--no-ff", "origin/main")
    if lie:
        edit(hub, "Angka kuncinya SATU", lie)
    hub.git(WRITER, "commit", "--quiet", "--all", "-m", "Gabungkan main")
    hub.git(WRITER, "push", "--quiet", "origin", f"HEAD:{BRANCH}")


def test_runs_that_are_missed_doubled_or_late_change_nothing_in_the_end(asked: Hub) -> None:
    """No signal came, two did, the publisher ran before and after: the archive is the same."""
    asked.publish()
    asked.review(1, VERIFIER)
    asked.review(1, DECIDER)
    asked.merge(1)
    asked.run("terbit", "schedule", events.schedule("11,41 7-16 * * 1-5"))
    kinds = [event.kind for event in asked.ledger()[ITEM].events]
    asked.publish()
    assert asked.signal(1).code == 0
    assert [event.kind for event in asked.ledger()[ITEM].events] == kinds
    assert kinds[:2] == ["disetujui", "terbit"]


# What must not be possible


def assert_nothing_was_published(hub: Hub) -> None:
    run = hub.publish()
    assert run.code == 1
    assert run.jobs["tolakan"] == "failure"
    assert ITEM not in hub.ledger()
    assert "Kabar Uji" not in site(hub)


def test_a_forged_green_status_opens_no_way_to_the_public(asked: Hub) -> None:
    forged = {"state": "success", "context": CONTEXT, "description": "Siap digabung"}
    asked.fake.act(WRITER, "POST", f"statuses/{asked.head(1).sha}", forged)
    asked.merge(1)
    assert_nothing_was_published(asked)


def test_a_forged_green_status_lasts_until_the_gate_wakes(asked: Hub) -> None:
    forged = {"state": "success", "context": CONTEXT, "description": "Siap digabung"}
    asked.fake.act(WRITER, "POST", f"statuses/{asked.head(1).sha}", forged)
    assert light(asked) == "pending"


def test_a_gate_edited_in_the_branch_is_not_the_gate_that_runs(asked: Hub) -> None:
    gate = ".github/workflows/gerbang.yml"
    write(asked, WRITER, "terbit gate --event", "true", path=gate)
    asked.review(1, VERIFIER)
    asked.review(1, DECIDER)
    assert light(asked) == "failure"
    asked.merge(1)
    assert_nothing_was_published(asked)


def test_a_direct_push_to_main_is_not_published(asked: Hub) -> None:
    asked.git(WRITER, "fetch", "--quiet", "origin")
    asked.git(WRITER, "push", "--quiet", "origin", f"origin/{BRANCH}:main", rules=False)
    assert_nothing_was_published(asked)


def test_a_branch_force_pushed_after_the_approvals_is_not_published(asked: Hub) -> None:
    asked.review(1, VERIFIER)
    asked.review(1, DECIDER)
    assert light(asked) == "success"
    asked.git(WRITER, "checkout", "--quiet", "--force", "-B", "kerja", f"origin/{BRANCH}")
    edit(asked, "Angka kuncinya SATU", "Angka kuncinya BOHONG")
    asked.git(WRITER, "commit", "--quiet", "--all", "--amend", "--no-edit")
    asked.git(WRITER, "push", "--quiet", "--force", "origin", f"HEAD:{BRANCH}")
    assert light(asked) == "pending"
    asked.merge(1)
    assert_nothing_was_published(asked)


def test_people_edited_beside_the_article_do_not_publish_it(asked: Hub) -> None:
    write(
        asked, WRITER, f"akun: {VERIFIER}, id: 9301", "akun: penyusup, id: 4242", path="kantor.yml"
    )
    asked.fake.person("penyusup", 4242)
    asked.review(1, "penyusup")
    asked.review(1, DECIDER)
    assert light(asked) == "failure"
    asked.merge(1)
    assert_nothing_was_published(asked)


def test_a_change_hidden_in_a_merge_of_main_is_not_published(asked: Hub) -> None:
    asked.review(1, VERIFIER)
    asked.review(1, DECIDER)
    main_moves_on(asked)
    merge_main(asked, "Angka kuncinya BOHONG")
    assert light(asked) == "pending"
    asked.merge(1)
    assert_nothing_was_published(asked)
