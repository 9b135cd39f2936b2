"""What an item that was published by the urgent path owes, as its events tell it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from terbit.core.follow_up import Promise, Standing, no_later, promise
from terbit.core.record import APPROVED, CONTESTED, FOLLOWED, History
from tests.site.conftest import history as ordinary
from tests.site.test_urgent import AT, DUE, FIELDS, REASON, later, urgent

SOON, AFTER = DUE - timedelta(hours=1), DUE + timedelta(hours=1)


def told(history: History) -> Promise:
    found = promise(history, history.approval)
    assert found is not None
    return found


def test_an_ordinary_approval_promises_nothing():
    made = ordinary("berita/2026/11/biasa", AT)
    assert promise(made, made.approval) is None


def test_a_promise_says_what_why_and_until_when():
    found = told(urgent())
    assert (found.reason, found.due, found.owed) == (REASON, DUE, ("periksa",))
    assert found.kept_at is None


@pytest.mark.parametrize(
    ("history", "now", "standing", "watched"),
    [
        (urgent(), SOON, Standing.AWAITED, True),
        (urgent(), AFTER, Standing.MISSING, True),
        (later(urgent(), FOLLOWED, SOON), SOON, Standing.IN_TIME, True),
        (later(urgent(), FOLLOWED, SOON), AFTER, Standing.IN_TIME, False),
        (later(urgent(), FOLLOWED, AFTER), AFTER, Standing.LATE, False),
        (later(urgent(), CONTESTED, SOON), AFTER, Standing.MISSING, True),
    ],
)
def test_what_came_of_it(history: History, now: datetime, standing: Standing, watched: bool):
    found = told(history)
    assert found.standing(now) is standing
    assert found.is_overdue(now) is (standing is Standing.MISSING)
    assert found.is_watched(now) is watched


def test_another_version_ends_it():
    made = urgent()
    approval = made.approval
    fields = {**FIELDS, "digest": "cd" * 32}
    made = made.add(made.next(APPROVED, at=SOON, details={}, **fields))
    found = promise(made, approval)
    assert found is not None
    assert found.standing(AFTER) is Standing.REPLACED
    assert not found.is_watched(SOON)
    assert promise(made, made.approval) is None


def test_a_quorum_of_two_needs_two():
    made = urgent()
    approval = made.events[0]
    details = {
        **approval.details,
        "urgent": {**approval.details["urgent"], "steps": {"periksa": 2}},
    }
    wide = History(made.item)
    wide = wide.add(wide.next(APPROVED, at=AT, details=details, **FIELDS))
    once = later(wide, FOLLOWED, SOON)
    assert told(once).owed == ("periksa",)
    assert told(later(once, FOLLOWED, SOON)).owed == ()


def test_a_second_urgent_version_is_due_no_later_than_the_first():
    owed = told(urgent())
    fresh = {"urgent": {"due": AFTER.isoformat(), "reason": "x"}}
    assert no_later(fresh, owed)["urgent"]["due"] == DUE.isoformat()
    assert no_later(fresh, told(later(urgent(), FOLLOWED, SOON))) == fresh
    assert no_later(fresh, None) == fresh
    assert no_later({}, owed) == {}
