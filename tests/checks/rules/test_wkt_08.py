from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from terbit.checks import run
from terbit.checks.rules.wkt_08 import RULE
from tests.checks.offices import CONTEXT, LEAD, build

DRAFT = "drafts/evaluasi-spip"
SUBMITTED = datetime(2026, 11, 11, 9, 0)  # noqa: DTZ001  (local time)
HANDED_IN = replace(CONTEXT, submitted=SUBMITTED)


def find(context=HANDED_IN, body: str = "Isi.", **kwargs: object):
    return list(RULE.check(build(f"{LEAD}\n{body}\n", **kwargs), context))


def test_a_draft_is_measured_by_today():
    yesterday, today = "2026-11-11T23:00", "2026-11-12T00:00"
    assert len(find(CONTEXT, folder=DRAFT, terbit_pada=yesterday)) == 1
    assert find(CONTEXT, folder=DRAFT, terbit_pada=today) == []


def test_an_aware_moment_is_compared_as_it_stands():
    context = replace(CONTEXT, submitted=SUBMITTED.replace(tzinfo=UTC))
    assert len(find(context, terbit_pada="2026-11-11T08:00")) == 1


def test_a_correction_of_what_is_public_is_not_late():
    row = {"waktu": "2026-11-11T10:00", "isi": "Ejaan nama diperbaiki."}
    assert find(terbit_pada="2026-11-10T08:00", ralat=[row]) == []


def test_an_embargo_without_a_schedule_tells_what_to_write():
    (finding,) = find(body="EMBARGO sampai 13 November 2026 pukul 10.00 WIB.")
    assert finding.fix == "tulis terbit_pada: 2026-11-13T10:00 atau sesudahnya"
    assert finding.level == "TAHAN"


def test_an_embargo_without_a_day_ends_when_the_activity_begins():
    context = replace(CONTEXT, today=date(2026, 11, 9))
    body = "EMBARGO. Mohon tidak disiarkan."
    assert len(find(context, body, folder=DRAFT, terbit_pada="2026-11-09T08:00")) == 1
    assert find(context, body, folder=DRAFT, terbit_pada="2026-11-10T00:00") == []


def test_a_named_person_may_let_it_pass():
    body = "EMBARGO sampai 13 November 2026 pukul 10.00 WIB."
    row = {
        "aturan": "WKT-08",
        "kutipan": body,
        "alasan": "Embargo dicabut penyelenggara.",
        "oleh": "Rina Contoh",
    }
    article = build(f"{LEAD}\n{body}\n", catatan_pemeriksaan=[row])
    (finding,) = (f for f in run(article, HANDED_IN) if f.rule == "WKT-08")
    assert finding.lifted_by == "Rina Contoh"
