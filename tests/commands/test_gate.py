"""`terbit gate`: every open request is judged, and the forge shows it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from terbit.commands.gate import Announced, gate, light, turn
from terbit.core.verdict import Check
from terbit.newsroom.room import Assessment
from tests.rooms import DECIDER, OTHER_VERIFIER, PUBLIC, VERIFIER, WRITER, Room
from tests.rooms_github import GitHubRoom

INDEX = f"{PUBLIC}/index.md"
REPO = "repos/contoh/terbit"
EDITOR = f"(https://github.com/contoh/terbit/edit/naskah/kabar-uji/{INDEX})"


@pytest.fixture
def github(room_template: Path, tmp_path: Path) -> GitHubRoom:
    made = GitHubRoom.copy(room_template, tmp_path / "github")
    made.submit()
    return made


def run(
    room: GitHubRoom, *numbers: int, dry_run: bool = False, told: str = ""
) -> tuple[Announced, ...]:
    room.bot()
    return gate(room.newsroom, numbers, room.tick(), dry_run=dry_run, told=told)


def status(room: GitHubRoom) -> tuple[str, str]:
    row = room.client.get(f"{REPO}/commits/{room.head()}/statuses")[0]
    return row["state"], row["description"]


def slip(room: GitHubRoom) -> str:
    rows = room.client.get(f"{REPO}/issues/1/comments")
    assert len(rows) == 1
    return str(rows[0]["body"])


def asked(room: GitHubRoom) -> list[str]:
    rows = room.client.get(f"{REPO}/pulls/1")["requested_reviewers"]
    return sorted(row["login"] for row in rows)


def test_the_life_of_a_request_as_people_see_it(github: GitHubRoom) -> None:
    run(github)
    assert status(github)[0] == "pending"
    assert status(github)[1].startswith("Menunggu verifikasi: ")
    assert DECIDER not in asked(github)
    assert {VERIFIER, OTHER_VERIFIER} <= set(asked(github))

    github.object(VERIFIER, "Angkanya keliru.")
    run(github)
    assert status(github)[0] == "failure"
    assert "Angkanya keliru." in slip(github)
    assert EDITOR in slip(github)

    github.push(WRITER, {INDEX: github.text("SATU", "DUA")})
    run(github)
    assert status(github)[0] == "pending"
    assert VERIFIER in asked(github)
    assert EDITOR not in slip(github), "it is nobody's turn to mend it"

    github.approve(VERIFIER)
    run(github)
    assert status(github)[1].startswith("Menunggu")
    assert asked(github) == [DECIDER]

    github.approve(DECIDER)
    run(github)
    assert status(github)[0] == "success"
    assert asked(github) == []


def test_a_second_run_writes_nothing(github: GitHubRoom) -> None:
    run(github)
    github.bot()
    github.fake.log.clear()
    assert gate(github.newsroom, (), github.now, dry_run=False)[0].wrote == ()
    assert {call.method for call in github.fake.log} == {"GET"}


def test_an_objection_while_it_is_judged_is_not_overlooked(
    github: GitHubRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a slow run could paint green what a quicker one has just seen turn red."""
    github.approve(VERIFIER)
    github.approve(DECIDER)
    assess, objections = github.newsroom.assess, [VERIFIER]

    def slowly(number: int, now: datetime) -> Assessment:
        found = assess(number, now)
        if objections:
            github.who(objections.pop())
            body = {"event": "REQUEST_CHANGES", "body": "Tunggu."}
            github.client.send("POST", f"{REPO}/pulls/1/reviews", body)
            github.bot()
        return found

    monkeypatch.setattr(github.newsroom, "assess", slowly)
    run(github)
    rows = github.client.get(f"{REPO}/commits/{github.head()}/statuses")
    assert [row["state"] for row in rows] == ["failure"]


def test_a_request_that_never_rests_is_left_for_the_next_run(
    github: GitHubRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    assess = github.newsroom.assess

    def slowly(number: int, now: datetime) -> Assessment:
        found = assess(number, now)
        github.push(WRITER, {INDEX: github.text() + b"."})
        github.bot()
        return found

    monkeypatch.setattr(github.newsroom, "assess", slowly)
    (said,) = run(github)
    assert (
        said.error
        == "permintaan ini berubah selama dinilai; dinilai lagi pada penilaian berikutnya"
    )
    assert "success" not in str(said.wrote)


def test_a_dry_run_only_reads(github: GitHubRoom) -> None:
    assert run(github, dry_run=True)[0].sentence.startswith("Menunggu verifikasi")
    assert {call.method for call in github.fake.log[-8:]} == {"GET"}
    assert not github.fake.request(1).comments


def test_one_request_that_fails_does_not_hold_the_others_up(github: GitHubRoom) -> None:
    github.put(WRITER, github.head(), "naskah/lain")
    github.who(WRITER)
    github.newsroom.desk.open_request(
        branch="naskah/lain", title="Lain", body="", actor=WRITER, now=github.tick()
    )
    github.fake.faults.add("GET", "/pulls/1$", "502", times=None)
    first, second = run(github)
    assert first.error.startswith("belum dapat dinilai: GitHub menolak")
    assert len(second.wrote) > 1


def test_a_text_that_trips_a_rule_stops_no_other_request(
    github: GitHubRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    github.put(WRITER, github.head(), "naskah/lain")
    github.who(WRITER)
    github.newsroom.desk.open_request(
        branch="naskah/lain", title="Lain", body="", actor=WRITER, now=github.tick()
    )
    assess = github.newsroom.assess

    def tripping(number: int, now: datetime) -> Assessment:
        if number == 1:
            raise RecursionError("rahasia di dalam naskah")
        return assess(number, now)

    monkeypatch.setattr(github.newsroom, "assess", tripping)
    first, second = run(github)
    assert first.error.startswith("belum dapat dinilai: kesalahan Terbit (RecursionError di test_")
    assert "rahasia" not in first.line()
    assert second.wrote


def test_an_old_green_is_taken_back_where_nobody_can_judge(github: GitHubRoom) -> None:
    github.approve(VERIFIER)
    github.approve(DECIDER)
    run(github)
    assert status(github)[0] == "success"
    github.object(VERIFIER, "Tunggu.")
    github.fake.faults.add("GET", "/pulls/1$", "502", times=None)
    (said,) = run(github)
    assert said.wrote == ("status failure",)
    assert status(github) == (
        "failure",
        "Belum dapat dinilai ulang; akan dicoba lagi pada penilaian berikutnya",
    )
    assert run(github)[0].wrote == ()


def test_a_part_that_cannot_be_read_is_shown_as_such(github: GitHubRoom) -> None:
    github.fake.faults.add("GET", "/reviews$", "502", times=None)
    run(github)
    assert status(github)[0] == "failure"
    assert "tidak terbaca lengkap: persetujuan dan keberatan" in status(github)[1]


def test_a_finished_request_is_left_as_it_is(github: GitHubRoom) -> None:
    github.approve(VERIFIER)
    github.approve(DECIDER)
    run(github)
    github.merge()
    before = slip(github)
    assert run(github, 1)[0].wrote == ()
    assert slip(github) == before


def test_a_finding_that_refuses_the_text_turns_green_into_red(github: GitHubRoom) -> None:
    nik = "Angka kuncinya SATU. NIK 6203025501900007 tertulis di sini."
    github.push(WRITER, {INDEX: github.text("Angka kuncinya SATU.", nik)})
    github.approve(VERIFIER)
    assessment = github.approve(DECIDER)
    assert assessment.verdict.allow_merge
    assert light(assessment) is Check.FAILURE
    run(github)
    assert status(github)[0] == "failure"
    assert "6203025501900007" not in slip(github)
    assert EDITOR in slip(github)


def test_broken_configuration_on_main_is_told_and_turns_red(github: GitHubRoom) -> None:
    github.overwrite_main("kantor.yml", b"pejabat: [")
    github.fake.received("wayan-prabandari", github.tick())
    run(github)
    assert status(github)[0] == "failure"
    assert "kantor.yml" in slip(github)


def test_only_those_who_hold_the_waiting_step_are_asked(room: Room) -> None:
    room.submit()
    assessment = room.newsroom.assess(1, room.tick())
    assert set(turn(assessment)) <= set(assessment.verdict.can_act)
    assert DECIDER not in turn(assessment)


def test_the_local_forge_keeps_the_notice_too(room: Room) -> None:
    room.submit()
    wrote = gate(room.newsroom, (), room.tick(), dry_run=False)[0].wrote
    assert wrote == ("status diperbarui", "lembar disposisi diperbarui", "giliran diperbarui")
    assert gate(room.newsroom, (), room.now, dry_run=False)[0].wrote == ()


# Where the very page can be seen

ARTIFACT = "https://github.com/contoh/terbit/actions/runs/11/artifacts/22"
LINK = f"[Buka halaman seperti yang akan tampil]({ARTIFACT})"


def made(room: GitHubRoom) -> str:
    """What the job that made the page tells the gate."""
    return f"1 {room.head()} {ARTIFACT}"


def test_the_slip_leads_to_the_very_page_before_anything_else(github: GitHubRoom) -> None:
    run(github, told=made(github))
    text = slip(github)
    assert LINK in text
    assert text.index(LINK) < text.index("### Giliran saat ini")
    assert text.index(LINK) < text.index("Buka pratinjau naskah")


def test_later_runs_keep_the_link_without_asking_for_more(github: GitHubRoom) -> None:
    run(github, told=made(github))
    github.bot()
    github.fake.log.clear()
    assert gate(github.newsroom, (), github.now, dry_run=False)[0].wrote == ()
    kept = [call.path for call in github.fake.log]
    github.fake.request(1).comments[0]["body"] = "<!-- terbit:lembar -->"
    github.fake.log.clear()
    run(github)
    without = [call.path for call in github.fake.log if call.method == "GET"]
    assert kept == without
    assert LINK not in slip(github)


def test_a_link_to_an_earlier_text_is_not_shown(github: GitHubRoom) -> None:
    told = made(github)
    run(github, told=told)
    github.push(WRITER, {INDEX: github.text("SATU", "DUA")})
    run(github)
    assert ARTIFACT not in slip(github)
    run(github, told=told)
    assert ARTIFACT not in slip(github)


def test_a_link_in_somebody_else_s_comment_is_not_believed(github: GitHubRoom) -> None:
    """Nor one in words that the slip quotes: its second line is ours alone."""
    forged = f"<!-- terbit:lembar -->\n<!-- terbit:lihat {made(github)} -->\n"
    github.who(VERIFIER)
    github.client.send("POST", f"{REPO}/issues/1/comments", {"body": forged})
    github.object(VERIFIER, forged)
    run(github)
    rows = github.client.get(f"{REPO}/issues/1/comments")
    ours = [row["body"] for row in rows if row["user"]["login"] != VERIFIER]
    assert len(ours) == 1
    assert "Buka halaman seperti yang akan tampil" not in ours[0]
    run(github)
    assert "Buka halaman seperti yang akan tampil" not in str(
        github.client.get(f"{REPO}/issues/1/comments")
    )


def test_the_page_of_another_request_is_not_shown(github: GitHubRoom) -> None:
    run(github, told=f"2 {github.head()} {ARTIFACT}")
    assert ARTIFACT not in slip(github)
