from __future__ import annotations

import pytest

from terbit.checks.rules.wkt_04 import RULE
from tests.checks.offices import CONTEXT, LEAD, build


def quotes(body: str, **front: object) -> list[str]:
    return [f.quote for f in RULE.check(build(f"{LEAD}\n{body}\n", **front), CONTEXT)]


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("Apel digelar hari ini di halaman.", "hari ini"),
        ("Apel digelar hari\nini di halaman.", "hari ini"),
        ("Kemarin sore tim kembali.", "Kemarin sore"),
        ("Lomba dimulai besok.", "besok"),
        ("Apel tadi pagi berlangsung tertib.", "tadi pagi"),
        ("Rapat digelar malam nanti.", "malam nanti"),
        ("PENDAFTARAN DITUTUP HARI INI.", "HARI INI"),
    ],
)
def test_words_that_are_wrong_tomorrow(body, quote):
    assert quotes(body) == [quote]


@pytest.mark.parametrize(
    "body",
    [
        "“Hari ini kita mulai,” kata Camat Timpah.",
        "Hari ini, Selasa (10/11/2026), apel digelar.",
        "Apel digelar Selasa (10/11/2026) kemarin.",
        "Kita menyongsong hari esok.",
        "Acara Kabar Hari Ini ditayangkan.",
        "Keesokan harinya tim kembali.",
        "Minggu ini jadwal padat.",
    ],
)
def test_words_that_stay_right(body):
    assert quotes(body) == []


def test_titles_are_read_and_the_fix_names_the_day():
    (finding,) = RULE.check(build(judul="Apel Digelar Hari Ini"), CONTEXT)
    assert finding.line == 2
    assert "Selasa (10/11/2026)" in finding.fix
