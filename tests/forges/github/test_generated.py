"""CODEOWNERS and the ruleset files follow from sop.yml and kantor.yml."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from terbit import config
from terbit.core.office import Appointment, Calendar
from terbit.forges.github import generated
from terbit.forges.github.settings import wanted
from terbit.newsroom import settings
from tests.forges.github.desk import OFFICE
from tests.rooms import MAINTAINER, REPOSITORY

DAY = date(2026, 11, 20)
PROCEDURE, PEOPLE = OFFICE.procedure, OFFICE.office
ROLE = generated.maintaining_roles(PROCEDURE)[0]


def _post(login: str, role: str, start: str, end: str | None) -> Appointment:
    last = date.fromisoformat(end) if end else None
    return Appointment(login.title(), role, login, len(login), date.fromisoformat(start), last)


def _owners(*posts: Appointment, teams: dict[str, str] | None = None) -> tuple[str, ...]:
    office = replace(PEOPLE, appointments=posts, teams=teams or {})
    return generated.owners(PROCEDURE, office, DAY)


def test_the_files_of_this_repository_have_not_drifted() -> None:
    """Mended by `terbit setup --files`."""
    count = settings.approvals(REPOSITORY)
    texts = settings.generated(REPOSITORY, config.load(REPOSITORY), DAY, count)
    assert set(generated.WORKFLOWS) <= set(texts)
    assert settings.stale(REPOSITORY, texts) == ()


CLOCKS = """
    - cron: '7,22,37,52 7-16 * * 1-5'
      timezone: Asia/Pontianak
    - cron: '13 0 * * *'
      timezone: Asia/Pontianak
"""
NORMAL = ((8 * 60, 12 * 60), (13 * 60, 16 * 60 + 30))
SHORT = ((8 * 60, 11 * 60 + 30),)


@pytest.mark.parametrize(
    ("week", "hours"),
    [
        ((NORMAL,) * 5 + ((), ()), "8-16 * * 1-5"),
        ((NORMAL,) * 5 + (SHORT, ()), "8-16 * * 1-6"),
        ((SHORT,) * 7, "8-11 * * 0-6"),
        ((NORMAL, (), NORMAL, (), SHORT, (), ()), "8-16 * * 1,3,5"),
        ((*((),) * 5, SHORT, SHORT), "8-11 * * 0,6"),
        (((), ((0, 24 * 60),), (), (), (), (), ()), "0-23 * * 2"),
        (((), ((600, 660),), (), (), (), (), ()), "10-10 * * 2"),
        (((),) * 7, "7-16 * * 1-5"),
    ],
)
def test_the_clocks_of_workflows_go_by_the_office(week: Any, hours: str) -> None:
    text = generated.scheduled(CLOCKS, Calendar(ZoneInfo("Asia/Makassar"), week))
    assert f"'7,22,37,52 {hours}'" in text
    assert "'13 0 * * *'" in text
    assert text.count("timezone: Asia/Makassar") == 2
    assert generated.scheduled(text, Calendar(ZoneInfo("Asia/Makassar"), week)) == text


def test_the_role_that_sop_yml_names_looks_after_the_code() -> None:
    assert generated.maintaining_roles(PROCEDURE) == (PROCEDURE.maintainer,)


def test_else_the_roles_of_no_step_do() -> None:
    assert generated.maintaining_roles(replace(PROCEDURE, maintainer=None)) == (ROLE,)


def test_owners_are_in_force_or_open_ended() -> None:
    assert _owners(
        _post("sekarang", ROLE, "2026-01-01", "2026-11-20"),
        _post("nanti", ROLE, "2027-01-01", None),
        _post("dulu", ROLE, "2026-01-01", "2026-11-19"),
        _post("kelak", ROLE, "2027-01-01", "2027-02-01"),
        _post("lain", PROCEDURE.deciding.roles[0], "2026-01-01", None),
    ) == ("sekarang", "nanti")


def test_a_team_can_own_and_nobody_is_named_twice() -> None:
    twice = _post("dua", ROLE, "2026-01-01", None)
    assert _owners(twice, twice, teams={ROLE: "contoh/pemelihara"}) == ("dua", "contoh/pemelihara")


def test_codeowners_guards_what_decides_and_nothing_else() -> None:
    text = generated.codeowners((MAINTAINER,))
    assert f"/kantor.yml @{MAINTAINER}\n" in text
    assert f"/.github/ @{MAINTAINER}\n" in text
    assert "content" not in text
    assert "setup --files" in text.splitlines()[0]


def test_without_owners_no_path_is_left_ownerless() -> None:
    """A path without owner would say that nobody need look at it."""
    lines = generated.codeowners(()).splitlines()
    assert all(line.startswith("#") for line in lines)


@pytest.mark.parametrize("count", generated.CHOICES)
def test_the_offices_choice_stands_in_the_rulesets_file(count: int) -> None:
    texts = generated.files((PROCEDURE, PEOPLE), "arsip", DAY, count)
    assert generated.chosen_approvals(texts[generated.GATE_FILE]) == count
    assert json.loads(texts[generated.GATE_FILE]) == wanted("main", "arsip", count).rulesets[0]
    assert json.loads(texts[generated.ARCHIVE_FILE]) == wanted("main", "arsip", count).rulesets[1]


@given(
    some.none()
    | some.text(max_size=30)
    | some.recursive(
        some.none() | some.booleans() | some.integers() | some.text(max_size=5),
        lambda inner: (
            some.lists(inner, max_size=3)
            | some.dictionaries(some.sampled_from(["rules", "type", "parameters"]), inner)
        ),
    ).map(json.dumps)
)
def test_whatever_stands_there_instead_means_one_approval(text: str | None) -> None:
    assert generated.chosen_approvals(text) == 1


@pytest.mark.parametrize("count", [2, -1, True, "0", 0.0, None])
def test_a_choice_that_nobody_offers_is_none(count: object) -> None:
    rule = {"type": "pull_request", "parameters": {"required_approving_review_count": count}}
    assert generated.chosen_approvals(json.dumps({"rules": [rule]})) == 1
