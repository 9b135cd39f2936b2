"""The audit's judgements from values alone: quorum, teams, old signatures, laws over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from terbit import config
from terbit.core.audit import Law, Laws, Proof, judge
from terbit.core.audit.signing import moment
from terbit.core.digest import item_digest, path_of
from terbit.core.record import APPROVED, Event
from tests.rooms import DECIDER, MINIATURE, OTHER_VERIFIER, START, VERIFIER

SETTING = config.load(MINIATURE)
LAW = Law(START - timedelta(days=9), SETTING.procedure, SETTING.office)
ITEM = "berita/2026/11/kabar"
ENTRY = ("040000", "a" * 40)
DEPUTY = "Inspektur Pembantu"
Row = dict[str, Any]


def signed(step: str, login: str, capacity: str, minute: int, action: str = "telaah") -> Row:
    at = (START + timedelta(minutes=minute)).isoformat()
    row = {"step": step, "action": action, "capacity": capacity, "login": login, "at": at}
    return {**row, "review": minute, "name": login}


FIRST = signed("verifikasi", VERIFIER, DEPUTY, 1)
SECOND = signed("verifikasi", OTHER_VERIFIER, DEPUTY, 2)
LAST = signed("persetujuan", DECIDER, "Atasan PPID", 9, "putuskan")


def told(law: Law, *rows: Row) -> list[str]:
    """What is wrong with an approval that bears these signatures, under a law."""
    details = {
        "mode": ENTRY[0],
        "object": ENTRY[1],
        "commit": "b" * 40,
        "head": "c" * 40,
        "submitted_at": START.isoformat(),
        "merged_at": (START + timedelta(minutes=10)).isoformat(),
        "signatures": list(rows),
    }
    digest = item_digest(path_of(ITEM), ENTRY)
    at = START + timedelta(minutes=11)
    event = Event(ITEM, 1, APPROVED, at, "067", digest, "Terbit", details)
    proof = Proof(at, ENTRY, ENTRY, law=law)
    return [breach.what for breach in judge(event, proof)]


def with_quorum(count: int) -> Law:
    steps = (replace(s, quorum=count) if s.id == "verifikasi" else s for s in LAW.procedure.steps)
    return replace(LAW, procedure=replace(LAW.procedure, steps=tuple(steps)))


def test_one_signature_for_each_step_is_enough() -> None:
    assert told(LAW, FIRST, LAST) == []
    assert told(LAW, FIRST, SECOND, LAST) == []


def test_a_quorum_asks_for_different_people_before_the_decision() -> None:
    two = with_quorum(2)
    assert told(two, FIRST, SECOND, LAST) == []
    assert told(two, FIRST, LAST)[0] == "langkah verifikasi perlu 2 orang, yang menandatangani 1"
    late = {**SECOND, "at": (START + timedelta(minutes=9, seconds=30)).isoformat()}
    assert "langkah persetujuan tidak ditandatangani pada urutannya" in told(two, FIRST, late, LAST)
    assert told(two, FIRST, FIRST, LAST) == ["satu orang menandatangani lebih dari sekali"]


def test_an_acting_and_a_definitive_holder_of_one_post_are_one_seat() -> None:
    """N2: a deputy for somebody does not sign beside that somebody."""
    rows = tuple(
        replace(row, status="plh", decree="1", end=START.date()) if row.login == VERIFIER else row
        for row in LAW.office.appointments
    )
    law = replace(with_quorum(2), office=replace(LAW.office, appointments=rows))
    acting = {**FIRST, "capacity": f"Plh. {DEPUTY}"}
    assert told(law, FIRST, LAST)[0].endswith(f"“{DEPUTY}” pada hari itu")
    assert "langkah verifikasi tidak ditandatangani pada urutannya" in told(
        law, acting, SECOND, LAST
    )


def test_signatures_grow_old_where_the_sop_says_so() -> None:
    law = replace(LAW, procedure=replace(LAW.procedure, approval_days=3))
    old = {**FIRST, "at": (START - timedelta(days=5)).isoformat()}
    assert told(law, FIRST, LAST) == []
    assert "ada tanda tangan yang lebih tua dari 3 hari saat digabung" in told(law, old, LAST)


def test_a_member_of_a_team_is_believed_in_that_teams_post_only() -> None:
    """Who was in a team no clone can tell; in which post it signs, the SOP tells."""
    law = replace(LAW, office=replace(LAW.office, teams={"ketua_ppid": "kantor/ketua"}))
    assert told(law, signed("verifikasi", "anggota", "Ketua PPID", 1), LAST) == []
    wrong = signed("verifikasi", "anggota", DEPUTY, 1)
    assert told(law, wrong, LAST) == ["anggota tidak ada di kantor.yml pada waktu itu"]


def test_what_may_have_been_in_force_at_a_moment() -> None:
    """Clocks differ by up to an hour, so around a change both count."""
    new = replace(LAW, since=START)
    laws = Laws(((LAW.since, LAW), (START, new)))
    assert laws.around(START - timedelta(hours=2)) == (LAW,)
    assert laws.around(START - timedelta(minutes=30)) == (LAW, new)
    assert laws.around(START + timedelta(hours=2)) == (new,)
    assert Laws(((START, None),)).around(START) == ()


@pytest.mark.parametrize("at", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)])
def test_times_at_the_end_of_all_calendars_can_be_reckoned_with(at: datetime) -> None:
    assert moment(at) - timedelta(days=400) < moment(at) + timedelta(days=400)
