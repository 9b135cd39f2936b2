"""What the four rules of the flow say, and that the first can never be switched off."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from terbit.checks import RULES, Case, run
from terbit.core.catalogue import RuleSetting
from terbit.core.verdict import Check, Ignored, Reason, Verdict, Why
from terbit.newsroom import sample_cases
from tests.checks.offices import CONTEXT, OFFICE, build

ALL = ("ALUR-01", "ALUR-02", "ALUR-03", "ALUR-04")


def told(context, **request: object) -> dict[str, str]:
    found = run(build(), sample_cases.known(context, {"permintaan": request} if request else {}))
    return {f.rule: f.message for f in found if f.rule in ALL}


def test_nothing_is_said_where_nobody_knows_a_request():
    assert told(CONTEXT) == {}


@pytest.mark.parametrize("reason", [r for r in Reason if r is not Reason.READY])
def test_closing_too_early_is_refused_whatever_is_missing(reason):
    found = told(CONTEXT, hasil=reason, digabung="ya")
    assert set(found) == {"ALUR-02" if reason is Reason.CHANGES_REQUESTED else "ALUR-01"}


@pytest.mark.parametrize("reason", list(Reason))
def test_an_open_request_that_waits_has_no_fault(reason):
    assert told(CONTEXT, hasil=reason, keberatan=[1], tidak_dihitung=list(Why)) == {}


@pytest.mark.parametrize(
    ("why", "says"),
    [
        (Why.STALE_CONTENT, "mendahului perubahan naskah"),
        (Why.SELF_REVIEW, "penulisnya sendiri"),
        (Why.BEFORE_VERIFICATION, "mendahului langkah sebelumnya"),
        (Why.EXPIRED, "kedaluwarsa"),
        (Why.DISMISSED, "dibatalkan"),
    ],
)
def test_it_says_why_what_was_given_does_not_count(why, says):
    verdict = Verdict(Reason.WAIT_APPROVAL, 4, Check.PENDING, None, ignored=(Ignored(1, why),))
    (finding,) = RULES["ALUR-01"].check(build(), replace(CONTEXT, case=Case(verdict, closing=True)))
    assert says in finding.message
    assert finding.level == "TOLAK"


def test_the_number_of_open_notes_is_told():
    assert told(CONTEXT, hasil="CHANGES_REQUESTED", keberatan=[1, 2], digabung="ya") == {
        "ALUR-02": "2 petunjuk perbaikan belum diselesaikan"
    }


def test_an_office_cannot_switch_the_first_one_off():
    rules = MappingProxyType({one: RuleSetting("tidak perlu", off=True) for one in ALL})
    context = replace(CONTEXT, office=replace(OFFICE, rules=rules))
    assert set(told(context, hasil="WAIT_APPROVAL", digabung="ya")) == {"ALUR-01"}
    assert told(context, hasil="CHANGES_REQUESTED", digabung="ya") == {}


def test_no_text_lifts_a_refusal():
    row = {
        "aturan": "ALUR-01",
        "kutipan": "keputusan atas naskah belum ada",
        "alasan": "Mendesak.",
        "oleh": "Rina Contoh",
    }
    context = sample_cases.known(
        CONTEXT, {"permintaan": {"hasil": "WAIT_APPROVAL", "digabung": "ya"}}
    )
    found = run(build(catatan_pemeriksaan=[row]), context)
    assert [f.rule for f in found if f.blocks] == ["ALUR-01"]
