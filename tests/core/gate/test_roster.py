"""S10, S11, S13, N15: posts, teams and the capacity in which somebody signs."""

from __future__ import annotations

from datetime import date

import pytest

from terbit.core.facts import Account
from terbit.core.gate.roster import Roster, Standing

from .scenario import DINKES, INSPEKTORAT, Scene, Setting, counted, why, written

TEAM = INSPEKTORAT.team("ketua_ppid", "inspektorat/ketua-ppid")
DAY = date(2026, 11, 16)


def roster(setting: Setting = INSPEKTORAT) -> Roster:
    return Roster.of(setting.procedure, setting.office, written(setting).facts())


@pytest.mark.parametrize(
    ("login", "number", "standing"),
    [
        ("hendra-irban1", 2201, Standing.HOLDER),
        ("Hendra-Irban1", 2201, Standing.HOLDER),
        ("nama-baru", 2201, Standing.HOLDER),
        ("arif-atasan", 2201, Standing.HOLDER),
        ("hendra-irban1", 1, Standing.MISMATCH),
        ("HENDRA-IRBAN1", 1, Standing.MISMATCH),
        ("warga-iseng", 1, Standing.OUTSIDER),
    ],
)
def test_s11_numeric_id_first(login: str, number: int, standing: Standing) -> None:
    assert roster().person(Account(login, number))[0] is standing


def test_n9_rank_is_the_highest_of_the_posts_in_force() -> None:
    setting = INSPEKTORAT.with_row("rina-admin", "atasan_ppid", "2026-11-16", "2026-11-16", "plh")
    rina = setting.ids["rina-admin"]
    ranks = [roster(setting).rank(rina, date(2026, 11, day)) for day in (15, 16, 17)]
    assert ranks == [1, 3, 1]
    assert roster().rank(7777, DAY) == -1


@pytest.mark.parametrize(
    ("status", "capacity"),
    [
        ("definitif", "Atasan PPID"),
        ("plt", "Plt. Atasan PPID"),
        ("plh", "Plh. Atasan PPID"),
        ("pj", "Pj. Atasan PPID"),
    ],
)
def test_n15_the_capacity_of_an_acting_official(status: str, capacity: str) -> None:
    setting = INSPEKTORAT.with_row("wati-plh", "atasan_ppid", end="2026-12-31", status=status)
    scene = written(setting)
    scene.approve("hendra-irban1", "wati-plh")
    assert scene.verdict().to_json()["audit"] == [
        {"review": 501, "capacity": "Inspektur Pembantu"},
        {"review": 502, "capacity": capacity},
    ]


def capacity(setting: Setting, by: str) -> str:
    scene = written(setting)
    scene.approve(by)
    return scene.verdict().signatures[0].capacity


def test_n15_with_several_posts_a_definitive_one_comes_first() -> None:
    setting = INSPEKTORAT.with_row("tuti-sekppid", "ketua_ppid", end="2026-12-31", status="plt")
    assert capacity(setting, "tuti-sekppid") == "Sekretaris PPID"


def test_n15_then_the_order_of_oleh() -> None:
    setting = INSPEKTORAT.with_row("tuti-sekppid", "inspektur_pembantu")
    assert capacity(setting, "tuti-sekppid") == "Inspektur Pembantu"
    setting = setting.step(
        "verifikasi", roles=("ketua_ppid", "sekretaris_ppid", "inspektur_pembantu")
    )
    assert capacity(setting, "tuti-sekppid") == "Sekretaris PPID"


def test_n15_only_posts_of_the_step_and_of_that_day() -> None:
    setting = INSPEKTORAT.with_row("tuti-sekppid", "atasan_ppid")
    setting = setting.with_row("tuti-sekppid", "inspektur_pembantu", end="2026-11-15")
    assert capacity(setting, "tuti-sekppid") == "Sekretaris PPID"


def test_n15_the_capacity_is_that_of_the_day_of_signing() -> None:
    """N4: the first approval that counted gave the capacity."""
    setting = INSPEKTORAT.with_row("wati-plh", "ketua_ppid", "2026-11-16", "2026-11-16", "plh")
    scene = written(setting.with_row("wati-plh", "ketua_ppid", "2026-11-17"))
    scene.approve("wati-plh")
    assert scene.verdict().signatures[0].capacity == "Plh. Ketua PPID"


def test_the_order_of_the_audit_is_that_of_the_steps() -> None:
    scene = written(DINKES)
    scene.approve("dr-salma", "hadi-ppid", "yusran-p2p")
    assert [row["review"] for row in scene.verdict().to_json()["audit"]] == [501, 503, 502]


# Forge teams


@pytest.mark.parametrize("name", ["inspektorat/ketua-ppid", "ketua-ppid", "ketua_ppid"])
def test_members_of_a_team_hold_the_role(name: str) -> None:
    scene = written(TEAM)
    scene.team(name, "warga-iseng")
    scene.approve("warga-iseng")
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [501]}
    assert verdict.signatures[0].capacity == "Ketua PPID"


def test_rows_of_the_roles_file_hold_beside_the_team() -> None:
    scene = written(TEAM)
    scene.team("inspektorat/ketua-ppid", "warga-iseng")
    assert "warga-iseng" in scene.verdict().can_act
    assert "lukas-ketuappid" in scene.verdict().can_act


def test_an_invitation_that_is_pending_gives_no_role() -> None:
    scene = written(TEAM)
    scene.team("inspektorat/ketua-ppid")
    scene.doc["team_invitations"] = {"inspektorat/ketua-ppid": [scene.account("warga-iseng")]}
    scene.approve("warga-iseng")
    assert why(scene.verdict()) == {501: "NOT_ROLE_HOLDER"}


@pytest.mark.parametrize("teams", [None, {}, {"inspektorat/ketua-ppid": None}])
def test_s13_a_team_that_cannot_be_read_is_incomplete(teams: object) -> None:
    scene = written(TEAM)
    scene.doc["team_members"] = teams
    verdict = scene.verdict()
    assert verdict.reason == "DATA_INCOMPLETE"
    assert verdict.problems == ("inspektorat/ketua-ppid",)


@pytest.mark.parametrize("teams", [None, {"lain/tim": None}])
def test_teams_that_the_office_does_not_name_are_nobodys_business(teams: object) -> None:
    scene = written()
    scene.doc["team_members"] = teams
    assert scene.verdict().reason == "WAIT_VERIFICATION"


def test_a_member_given_by_login_only_is_matched_by_the_login() -> None:
    scene = written(TEAM)
    scene.doc["team_members"] = {"ketua-ppid": ["Warga-Iseng", "arif-atasan"]}
    scene.approve("warga-iseng", "arif-atasan")
    assert counted(scene.verdict()) == {"verifikasi": [501], "persetujuan": [502]}


@pytest.mark.only_facts
def test_a_member_given_by_login_keeps_the_number_of_the_roles_file() -> None:
    scene = written(TEAM)
    scene.doc["team_members"] = {"ketua-ppid": ["arif-atasan"]}
    scene.approve({"login": "arif-atasan", "id": 6666, "type": "User"})
    assert why(scene.verdict()) == {501: "ID_MISMATCH"}


def test_s7_a_team_member_who_wrote_cannot_verify() -> None:
    scene = Scene(TEAM)
    scene.doc["team_members"] = {"ketua-ppid": ["warga-iseng"]}
    scene.push("rina-admin", "D1")
    scene.push("warga-iseng", "D2")
    scene.approve("warga-iseng")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


@pytest.mark.only_facts
def test_a_bare_list_speaks_of_the_only_team() -> None:
    scene = written(TEAM)
    scene.doc["team_members"] = ["warga-iseng"]
    scene.approve("warga-iseng")
    assert counted(scene.verdict())["verifikasi"] == [501]
