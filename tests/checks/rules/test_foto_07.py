"""ANAK-03 and FOTO-07: the two questions of every photo, and how their holds are lifted."""

from __future__ import annotations

import pytest

from terbit.checks import waivers
from terbit.checks.rules import anak_03, foto_07
from terbit.core.finding import Level
from tests.checks.offices import CONTEXT, FRONT, build

ROW = FRONT["foto"][0]
RULES = {"ANAK-03": anak_03.RULE, "FOTO-07": foto_07.RULE}
KEYS = {"ANAK-03": "anak", "FOTO-07": "dokumen"}


def judged(rule: str, *rows, **front):
    article = build(foto=[{**ROW, "persetujuan": "", **row} for row in rows], **front)
    return waivers.apply(article, CONTEXT, RULES[rule].check(article, CONTEXT))


@pytest.mark.parametrize("rule", RULES)
def test_a_question_without_an_answer_holds_at_its_row(rule):
    key = KEYS[rule]
    (finding,) = judged(rule, {key: None})
    assert finding.level is Level.TAHAN
    assert "belum dijawab" in finding.message
    assert finding.fix == f"jawab “{key}: ya” atau “{key}: tidak”"
    assert finding.line == build(foto=[{**ROW, key: None}]).line(f"foto.0.{key}")


@pytest.mark.parametrize("rule", RULES)
def test_yes_holds_and_no_does_not(rule):
    (finding,) = judged(rule, {KEYS[rule]: True})
    assert "memperlihatkan" in finding.message
    assert judged(rule, {KEYS[rule]: False}) == ()


@pytest.mark.parametrize("rule", RULES)
def test_a_reason_lifts_the_photo_that_it_names_and_no_other(rule):
    row = {KEYS[rule]: True}
    reason = {"aturan": rule, "alasan": "Sudah diperiksa.", "oleh": "Rina Contoh"}
    notes = [{**reason, "kutipan": "foto-2.jpg"}]
    rows = ({**row, "berkas": "foto-1.jpg"}, {**row, "berkas": "foto-2.jpg"})
    found = judged(rule, *rows, catatan_pemeriksaan=notes)
    assert {f.quote: f.blocks for f in found} == {"foto-1.jpg": True, "foto-2.jpg": False}


@pytest.mark.parametrize(
    ("consent", "held"),
    [
        ("tertulis, dari wali", False),
        ("lisan", False),
        ("wali tidak keberatan", False),
        ("notaris menyimpan surat wali", False),
        ("", True),
        ("-", True),
        ("tidak ada", True),
        ("TIDAK PERLU, kegiatan umum", True),
        ("(belum)", True),
        ("no", True),
    ],
)
def test_consent_is_a_note_that_says_who_agreed(consent, held):
    assert bool(judged("ANAK-03", {"anak": True, "persetujuan": consent})) is held


def test_consent_does_not_open_documents():
    assert judged("FOTO-07", {"dokumen": True, "persetujuan": "tertulis, dari pemilik"})
