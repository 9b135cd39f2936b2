from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from terbit.checks.reading.working_days import working_days
from terbit.checks.rules.wkt_05 import RULE
from terbit.core.catalogue import RuleSetting
from tests.checks.offices import CONTEXT, OFFICE, build

SUBMITTED = datetime(2026, 11, 13, 9, 0)  # noqa: DTZ001  (local time)


def find(context=CONTEXT, **kwargs: object):
    return list(RULE.check(build(**kwargs), context))


def test_the_third_working_day_is_too_late():
    (finding,) = find(replace(CONTEXT, submitted=SUBMITTED))
    assert "lebih dari 2 hari kerja" in finding.message
    assert finding.line == build().line("tanggal")
    assert find(replace(CONTEXT, submitted=SUBMITTED.replace(day=12))) == []


def test_a_draft_counts_as_handed_in_today():
    late = replace(CONTEXT, today=date(2026, 11, 13))
    assert len(find(late, folder="drafts/evaluasi-spip")) == 1
    assert find(late) == []


def test_an_office_may_wait_longer():
    rules = MappingProxyType({"WKT-05": RuleSetting("kantor jauh", limit=5)})
    context = replace(CONTEXT, submitted=SUBMITTED, office=replace(OFFICE, rules=rules))
    assert find(context) == []


def test_an_office_that_never_opens_keeps_nobody_counting():
    calendar = replace(OFFICE.calendar, week=((),) * 7)
    assert working_days(calendar, date(1000, 1, 1), date(9999, 1, 1), 3) == 0
