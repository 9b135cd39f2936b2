"""What the publisher would do: approve, publish, wait, refuse; run twice, nothing more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.core import plan as planning
from terbit.core.digest import ABSENT
from terbit.core.plan import Judgement, Plan, Version
from terbit.core.record import ADOPTED, APPROVED, PUBLISHED, Ledger

NOW = datetime(2026, 11, 18, 2, 0, tzinfo=UTC)
NEWS, PAGE = "berita/2026/11/evaluasi", "ppid/berkala.md"
SOP = "067"


def version(letter: str, item: str = NEWS) -> Version:
    return Version(item, ("040000", letter * 40))


GONE = Version(NEWS, ABSENT)


def run(ledger: Ledger, *on_main: Version, embargo: datetime | None = None) -> Plan:
    """One run in which the gate approves everything that is not yet approved."""
    judged = [Judgement(v, {"sop": SOP}) for v in planning.unjudged(ledger, on_main)]
    approved = planning.approve(ledger, judged, SOP, NOW)
    embargoes = {NEWS: embargo} if embargo else {}
    return planning.publish(approved, embargoes, SOP, NOW)


def kinds(plan: Plan) -> list[str]:
    return [event.kind for event in plan.events]


def shown(ledger: Ledger) -> dict[str, str]:
    return {item: event.digest for item, event in planning.visible(ledger).items()}


# What must be judged


def test_only_what_differs_from_the_ledger_is_judged() -> None:
    ledger = run({}, version("a"), version("p", PAGE)).ledger
    assert planning.unjudged(ledger, [version("a"), version("p", PAGE)]) == ()
    assert planning.unjudged(ledger, [version("b"), version("p", PAGE)]) == (version("b"),)
    assert planning.unjudged(ledger, [version("a")]) == (Version(PAGE, ABSENT),)
    assert planning.unjudged({}, [version("p", PAGE), version("a")]) == (
        version("a"),
        version("p", PAGE),
    )


def test_a_removal_is_judged_once() -> None:
    ledger = run(run({}, version("a")).ledger).ledger
    assert planning.unjudged(ledger, []) == ()


# Approval


def test_an_approval_keeps_details_and_git_object() -> None:
    plan = planning.approve({}, [Judgement(version("a"), {"head": "c1"})], SOP, NOW)
    (event,) = plan.approvals
    assert (event.kind, event.digest, event.at) == (APPROVED, version("a").digest, NOW)
    assert dict(event.details) == {"head": "c1", "mode": "040000", "object": "a" * 40}
    assert plan.ledger[NEWS].events == (event,)


def test_what_is_not_approved_is_reported_and_changes_nothing() -> None:
    judgement = Judgement(version("a"), None, "menunggu Atasan PPID")
    plan = planning.approve({}, [judgement], SOP, NOW)
    assert not judgement.approved
    assert plan.events == ()
    assert [(row.item, row.why) for row in plan.refusals] == [(NEWS, "menunggu Atasan PPID")]
    assert plan.ledger == {}
    assert planning.publish(plan, {}, SOP, NOW).refusals == plan.refusals


def test_one_refusal_does_not_stop_the_others() -> None:
    judgements = [Judgement(version("a"), None, "x"), Judgement(version("p", PAGE), {})]
    plan = planning.publish(planning.approve({}, judgements, SOP, NOW), {}, SOP, NOW)
    assert set(shown(plan.ledger)) == {PAGE}


# Publication


def test_approvals_come_before_publications() -> None:
    plan = run({}, version("a"), version("p", PAGE))
    assert kinds(plan) == [APPROVED, APPROVED, PUBLISHED, PUBLISHED]
    assert shown(plan.ledger) == {
        NEWS: version("a").digest,
        PAGE: version("p", PAGE).digest,
    }


def test_a_second_run_does_nothing() -> None:
    first = run({}, version("a"))
    second = run(first.ledger, version("a"))
    assert second.events == ()
    assert second.ledger == first.ledger


def test_nothing_of_an_embargoed_item_is_public_before_its_time() -> None:
    later = NOW + timedelta(seconds=1)
    plan = run({}, version("a"), embargo=later)
    assert (kinds(plan), plan.waiting) == ([APPROVED], (NEWS,))
    assert shown(plan.ledger) == {}
    due = run(plan.ledger, version("a"), embargo=NOW)
    assert (kinds(due), due.waiting) == ([PUBLISHED], ())


def test_an_embargoed_new_version_leaves_the_old_one_up() -> None:
    old = run({}, version("a")).ledger
    plan = run(old, version("b"), embargo=NOW + timedelta(days=1))
    assert shown(plan.ledger) == {NEWS: version("a").digest}
    assert planning.standing(plan.ledger)[NEWS].digest == version("b").digest


def test_an_unapproved_new_version_leaves_the_old_one_up() -> None:
    old = run({}, version("a")).ledger
    refused = planning.approve(old, [Judgement(version("b"), None, "x")], SOP, NOW)
    plan = planning.publish(refused, {}, SOP, NOW)
    assert plan.events == ()
    assert shown(plan.ledger) == {NEWS: version("a").digest}


def test_an_approved_new_version_replaces_the_old_one() -> None:
    plan = run(run({}, version("a")).ledger, version("b"))
    assert kinds(plan) == [APPROVED, PUBLISHED]
    assert shown(plan.ledger) == {NEWS: version("b").digest}


def test_a_version_that_is_approved_again_replaces_its_replacement() -> None:
    """The text goes back to what it was: the same bytes must be published once more."""
    ledger = run(run({}, version("a")).ledger, version("b")).ledger
    plan = run(ledger, version("a"))
    assert kinds(plan) == [APPROVED, PUBLISHED]
    assert shown(plan.ledger) == {NEWS: version("a").digest}
    assert run(plan.ledger, version("a")).events == ()


def test_adopted_content_is_published_like_any_other() -> None:
    fields = {"at": NOW, "procedure": SOP, "digest": version("a").digest, "actor": "Terbit"}
    history = planning.History(NEWS)
    ledger = {NEWS: history.add(history.next(ADOPTED, **fields))}
    plan = run(ledger, version("a"))
    assert kinds(plan) == [PUBLISHED]
    assert planning.visible(plan.ledger)[NEWS].kind == ADOPTED


# Removal


def test_an_approved_removal_takes_the_item_down() -> None:
    plan = run(run({}, version("a")).ledger)
    assert kinds(plan) == [APPROVED]
    assert plan.approvals[0].details["removed"] is True
    assert plan.approvals[0].digest == GONE.digest
    assert planning.is_removed(plan.ledger[NEWS])
    assert shown(plan.ledger) == {}
    assert run(plan.ledger).events == ()


def test_an_unapproved_removal_leaves_the_item_up() -> None:
    ledger = run({}, version("a")).ledger
    plan = planning.approve(ledger, [Judgement(GONE, None, "belum disetujui")], SOP, NOW)
    assert shown(plan.ledger) == {NEWS: version("a").digest}


def test_what_was_removed_may_come_back() -> None:
    ledger = run(run({}, version("a")).ledger).ledger
    plan = run(ledger, version("a"))
    assert kinds(plan) == [APPROVED, PUBLISHED]
    assert shown(plan.ledger) == {NEWS: version("a").digest}


def test_nothing_that_was_removed_comes_back_before_its_new_time() -> None:
    ledger = run(run({}, version("a")).ledger).ledger
    for letter in "ab":
        plan = run(ledger, version(letter), embargo=NOW + timedelta(days=1))
        assert (kinds(plan), shown(plan.ledger)) == ([APPROVED], {})


# Whatever happens on main

STATES = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c", ""]), st.booleans(), st.booleans()), max_size=8
)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(STATES)
def test_the_site_is_always_the_last_version_that_was_approved_and_due(
    states: list[tuple[str, bool, bool]],
) -> None:
    """(content, approved by the gate, under embargo) for each run."""
    ledger: Ledger = {}
    expected, standing = "", ""
    for letter, approves, embargoed in states:
        on_main = [version(letter)] if letter else []
        judged = [
            Judgement(v, {} if approves else None) for v in planning.unjudged(ledger, on_main)
        ]
        if judged and approves:
            standing = letter
        embargoes = {NEWS: NOW + timedelta(days=1)} if embargoed else {}
        plan = planning.publish(planning.approve(ledger, judged, SOP, NOW), embargoes, SOP, NOW)
        again = planning.publish(planning.approve(plan.ledger, [], SOP, NOW), embargoes, SOP, NOW)
        assert again.events == ()
        ledger = plan.ledger
        if not standing or not embargoed:
            expected = standing
        assert shown(ledger) == ({NEWS: version(expected).digest} if expected else {})
