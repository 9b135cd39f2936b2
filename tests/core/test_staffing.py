"""Which step loses its people when one is away or a post ends (N10, with S6, S7 and N2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from terbit.core.office import Appointment
from terbit.core.procedure import Action, Procedure, Role, Step
from terbit.core.staffing import HORIZON, gaps, short_steps

TODAY = date(2026, 11, 20)
START = date(2026, 1, 1)


def procedure(*steps: tuple[str, Action, str, int]) -> Procedure:
    """Steps as (id, action, letters of the roles that may take it, quorum)."""
    return Procedure(
        number="1",
        name="Uji",
        issued=None,
        revised=None,
        approved=None,
        legal_basis=(),
        roles=tuple(Role(letter, letter.upper(), 1) for letter in "abcdef"),
        steps=tuple(
            Step(number, name, "", action, name, tuple(roles), quorum)
            for number, (name, action, roles, quorum) in enumerate(steps, start=1)
        ),
    )


FIVE = procedure(
    ("potret", Action.DOCUMENT, "a", 1),
    ("tulis", Action.DRAFT, "b", 1),
    ("periksa", Action.REVIEW, "cd", 1),
    ("putus", Action.DECIDE, "e", 1),
    ("unggah", Action.PUBLISH, "b", 1),
)


def post(person: int, role: str, end: date | None = None, status: str = "definitif") -> Appointment:
    return Appointment(f"Orang {person}", role, f"orang-{person}", person, START, end, status)


def staff(words: str) -> tuple[Appointment, ...]:
    """Posts as "1a 2b": person and role."""
    return tuple(post(int(word[:-1]), word[-1]) for word in words.split())


def told(sop: Procedure, posts: Sequence[Appointment]) -> list[tuple[str, str]]:
    """Steps and who is away."""
    return [(gap.step.id, gap.absent) for gap in gaps(sop, posts, TODAY)]


def test_with_two_for_each_step_nobody_is_indispensable() -> None:
    assert told(FIVE, staff("1a 2a 3b 4b 5c 6d 7e 8e")) == []


def test_each_who_is_alone_in_a_step_is_named() -> None:
    assert told(FIVE, staff("1a 2b 3b 4c 5d 6e")) == [
        ("potret", "Orang 1"),
        ("putus", "Orang 6"),
    ]


def test_whoever_verifies_cannot_decide_as_well() -> None:
    """Two people for two steps, but only one is left when the other is away."""
    posts = staff("1a 2a 3b 4b 5c 6e 5e 6c")
    assert told(FIVE, posts) == [("putus", "Orang 5"), ("putus", "Orang 6")]
    assert told(FIVE, (*posts, *staff("7e"))) == []


def test_whoever_writes_cannot_verify() -> None:
    posts = staff("1a 2a 3b 3c 4b 7e 8e")
    assert told(FIVE, posts) == [("periksa", "Orang 3"), ("periksa", "Orang 4")]


def test_who_writes_may_publish() -> None:
    assert told(FIVE, staff("1a 2a 3b 4b 5c 6c 7e 8e")) == []


def test_without_people_the_step_is_short_today_and_no_absence_is_blamed() -> None:
    assert told(FIVE, staff("1a 2a 3b 4b 5c 6d")) == [("putus", "")]


def test_a_quorum_needs_so_many_people_and_a_spare() -> None:
    panel = procedure(
        ("tulis", Action.DRAFT, "b", 1),
        ("periksa", Action.REVIEW, "cd", 2),
        ("putus", Action.DECIDE, "e", 1),
        ("unggah", Action.PUBLISH, "b", 1),
    )
    base = "1b 2b 3e 4e "
    assert [step.id for step in short_steps(panel, staff(base + "5c"))] == ["periksa"]
    assert told(panel, staff(base + "5c 6d")) == [("periksa", "Orang 5"), ("periksa", "Orang 6")]
    assert told(panel, staff(base + "5c 6d 7d")) == []


def test_a_definitive_and_an_acting_holder_of_one_post_are_one_seat() -> None:
    panel = procedure(
        ("tulis", Action.DRAFT, "b", 1),
        ("putus", Action.DECIDE, "e", 2),
        ("unggah", Action.PUBLISH, "b", 1),
    )
    definitive, acting = staff("3e"), (post(4, "e", date(2027, 6, 1), "plh"),)
    assert [step.id for step in short_steps(panel, (*staff("1b"), *definitive, *acting))] == [
        "putus"
    ]
    assert short_steps(panel, (*staff("1b"), *definitive, *staff("5e"), *acting)) == ()


@pytest.mark.parametrize(("days", "near"), [(0, True), (29, True), (30, False)])
def test_an_end_within_thirty_days_is_seen(days: int, near: bool) -> None:
    assert timedelta(days=30) == HORIZON
    last = TODAY + timedelta(days=days)
    posts = (*staff("1a 2a 3b 4b 5c 6d"), post(7, "e", last))
    found = [gap for gap in gaps(FIVE, posts, TODAY) if gap.ended]
    assert bool(found) is near
    if near:
        assert found[0].day == last + timedelta(days=1)
        assert [row.name for row in found[0].ended] == ["Orang 7"]


def test_a_successor_closes_the_gap() -> None:
    last = TODAY + timedelta(days=10)
    leaving, coming = post(7, "e", last), replace(post(8, "e"), start=last + timedelta(days=1))
    posts = (*staff("1a 2a 3b 4b 5c 6d"), leaving, coming)
    assert [gap for gap in gaps(FIVE, posts, TODAY) if gap.ended] == []


def test_a_gap_of_posts_is_told_once_from_its_first_day() -> None:
    first, second = TODAY + timedelta(days=3), TODAY + timedelta(days=9)
    posts = (*staff("1a 2a 3b 4b 5c 6d"), post(7, "e", first), post(3, "a", second))
    days = [(gap.step.id, gap.day) for gap in gaps(FIVE, posts, TODAY) if not gap.absent]
    assert days == [("putus", first + timedelta(days=1))]


def test_a_verifier_who_leaves_can_leave_the_decision_without_people() -> None:
    """The one who is left for both steps takes the first of them."""
    last = TODAY + timedelta(days=3)
    posts = (*staff("1a 2a 3b 4b 5c 5e"), post(6, "d", last))
    (gap,) = (gap for gap in gaps(FIVE, posts, TODAY) if not gap.absent)
    assert (gap.step.id, gap.day) == ("putus", last + timedelta(days=1))
    assert [row.name for row in gap.ended] == ["Orang 6"]


people = some.lists(
    some.tuples(some.integers(1, 5), some.sampled_from("bcde")), min_size=1, max_size=8
)


@given(people)
def test_the_search_agrees_with_trying_everybody(rows: list[tuple[int, str]]) -> None:
    posts = tuple(post(person, role) for person, role in rows)
    chain = [step for step in FIVE.steps if step.id in ("tulis", "periksa", "putus")]
    held = {(row.id, row.role) for row in posts}

    def fits(crew: tuple[int, ...]) -> bool:
        pairs = zip(crew, chain, strict=True)
        return all(any((who, role) in held for role in step.roles) for who, step in pairs)

    possible = any(fits(crew) for crew in permutations({row.id for row in posts}, len(chain)))
    short = {step.id for step in short_steps(FIVE, posts)} & {step.id for step in chain}
    assert possible is (not short)


@given(people, some.tuples(some.integers(1, 9), some.sampled_from("abcde")))
def test_one_more_person_never_makes_it_worse(
    rows: list[tuple[int, str]], one: tuple[int, str]
) -> None:
    posts = tuple(post(person, role) for person, role in rows)
    assert len(short_steps(FIVE, (*posts, post(*one)))) <= len(short_steps(FIVE, posts))
