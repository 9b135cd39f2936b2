"""BHS-03: the equivalent, with affixes and phrases; marked, quoted and named words stay."""

from __future__ import annotations

import pytest

from terbit.checks.reading.foreign_words import EQUIVALENTS


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("meeting", "rapat"),
        ("Launching", "peluncuran"),
        ("event-event", "acara"),
        ("di-upload", "unggah"),
        ("mendownload", "unduh"),
        ("website-nya", "situs web"),
        ("kick-off meeting", "rapat pembuka"),
        ("follow up", "tindak lanjut"),
        ("e-mail", "surel"),
        ("one stop service", "layanan satu pintu"),
    ],
)
def test_the_whole_phrase_gets_its_equivalent(findings, written, own):
    (found,) = findings("BHS-03", f"Pegawai membahas {written} dengan tamu.")
    assert found.quote == written
    assert f"misalnya “{own}”" in found.fix


@pytest.mark.parametrize(
    "body",
    [
        "Pegawai membahas *meeting* dengan tamu.",
        "Pegawai membahas `update` dengan tamu.",
        "“Deadline besok,” katanya.",
        "Rapat memakai Zoom Meeting Room dengan lancar.",
        "Buka https://contoh.go.id/online/update atau kirim ke event@contoh.go.id.",
        "Peserta eventual dan linkungan offset.",
    ],
)
def test_marked_quoted_and_named_words_stay(findings, body):
    assert findings("BHS-03", body) == ()


def test_a_quotation_does_not_cover_what_follows(findings):
    (found,) = findings("BHS-03", "“Deadline besok,” katanya soal deadline itu.")
    assert found.quote == "deadline"


def test_there_are_words_enough():
    assert len(EQUIVALENTS) >= 60
