"""BHS-02: counts, its limit, and what is no prose."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from terbit.checks.rules import bhs_02
from terbit.core.catalogue import RuleSetting
from tests.checks.offices import CONTEXT, OFFICE, build

LONG = " ".join(["Pegawai", *["bekerja"] * 29, "rajin."])


def test_thirty_words_pass_and_one_more_does_not(findings):
    assert findings("BHS-02", LONG.replace("bekerja bekerja", "bekerja", 1)) == ()
    (found,) = findings("BHS-02", f"Pendek saja.\n{LONG}")
    assert "berisi 31 kata" in found.message
    assert found.quote == "Pegawai bekerja bekerja bekerja bekerja bekerja"
    assert found.span == LONG


def test_the_limit_is_the_offices(findings):
    setting = RuleSetting("kebiasaan", limit=40)
    context = replace(CONTEXT, office=replace(OFFICE, rules=MappingProxyType({"BHS-02": setting})))
    assert list(bhs_02.RULE.check(build(LONG), context)) == []


def test_six_sentences_are_a_long_paragraph(findings):
    assert findings("BHS-02", "Ini baik. " * 5) == ()
    (found,) = findings("BHS-02", "Ini baik. " * 6)
    assert "berisi 6 kalimat" in found.message


def test_a_sentence_is_found_on_its_line(findings):
    (first,) = findings("BHS-02", LONG)
    (second,) = findings("BHS-02", f"Pendek.\n\nPendek juga.\n{LONG}")
    assert second.line == first.line + 3


@pytest.mark.parametrize(
    "body",
    [f"- {LONG}", f"1. {LONG}", f"| a |\n|---|\n| {LONG} |", f"```\n{LONG}\n```", "Kota; " * 40],
)
def test_lists_tables_and_code_are_read_row_by_row(findings, body):
    assert findings("BHS-02", body) == ()
