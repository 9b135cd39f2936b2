from __future__ import annotations

import pytest

from terbit.checks.rules.five_w_03 import RULE
from tests.checks.offices import CONTEXT, LEAD, build


def missing(body: str, **front: str) -> str:
    found = [f.message for f in RULE.check(build(f"{body}\n", **front), CONTEXT)]
    return found[0].removeprefix("teras berita belum menyebut ") if found else ""


@pytest.mark.parametrize(
    ("lead", "without"),
    [
        ("Acara dibuka dengan doa, lalu sambutan.", "siapa, kapan, dan di mana"),
        ("Tim menilai pengendalian intern di aula kantor.", "kapan"),
        ("Inspektorat Provinsi Kalimantan Tengah menggelar rapat, Selasa (10/11/2026).", "di mana"),
        ("Rapat evaluasi digelar di Aula Tambun, Selasa (10/11/2026).", "siapa"),
        ("Rapat evaluasi dihadiri 40 pegawai dan berlangsung khidmat.", "kapan dan di mana"),
    ],
)
def test_what_is_missing_is_named(lead, without):
    assert missing(lead) == without


@pytest.mark.parametrize(
    "lead",
    [
        LEAD,
        "PALANGKA RAYA – Inspektorat menggelar rapat pada Selasa (10/11/2026).",
        "Sebanyak 40 pegawai mengikuti pelatihan secara daring sejak awal pekan.",
        "Siti Aminah meresmikan pasar di Kasongan, Selasa pagi.",
    ],
)
def test_whoever_reads_it_knows_enough(lead):
    assert missing(lead) == ""


def test_a_place_on_a_line_of_its_own_belongs_to_the_lead():
    assert missing("**Palangka Raya**\n\nTim menilai sepuluh dinas, Selasa (10/11/2026).") == ""


def test_headings_pictures_and_lists_are_no_lead():
    assert missing(f"## Apel\n\n![Peserta apel](foto-1.jpg)\n\n- satu\n\n{LEAD}") == ""


def test_later_paragraphs_do_not_help():
    assert missing(f"Acara dibuka dengan doa bersama lalu menyanyi.\n\n{LEAD}")


def test_only_news_has_a_lead():
    assert missing("Acara dibuka dengan doa.", jenis="pengumuman") == ""


def test_the_finding_stands_at_the_lead():
    body = "## Apel\n\nAcara dibuka dengan doa, lalu sambutan.\n"
    article = build(body)
    (finding,) = RULE.check(article, CONTEXT)
    assert finding.line == article.body_line + 2
    assert finding.quote.startswith("Acara dibuka")
