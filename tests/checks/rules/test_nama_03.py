from __future__ import annotations

import pytest

WRONG = [
    ("Capaian MCP naik.", "MCP"),
    ("Capaian MCP naik. Capaian MCP turun.", "MCP"),
    ("Skor MCP KPK naik.", "MCP"),
    ("Nilai SP4N naik.", "SP4N"),
    ("Data TLHP dan data TLHP lain", "TLHP"),
]
RIGHT = [
    "Sistem Pengendalian Intern Pemerintah (SPIP) dinilai. SPIP baik.",
    "SPIP dinilai. Sistem Pengendalian Intern Pemerintah (SPIP) baik.",
    "Peserta menyusun RTP (rencana tindak pengendalian).",
    "MCP adalah pusat pemantauan pencegahan.",
    "Pemantauan, disingkat MCP, berlanjut.",
    "ASN, PNS, KTP, RSUD, UU, APBD, WIB, PPID, dan SOP",
    "Bab XIV, Lampiran VII, dan Lapas Kelas IIA",
    "PENGUMUMAN HASIL SELEKSI TERBUKA",
    "Jangan lupa, PENTING SEKALI!",
    "Nomor 12/LHP/2026, KH 1234 XYZ, dan #MCP",
    "Lihat https://contoh.go.id/MCP",
    "EMBARGO sampai besok",
]


@pytest.mark.parametrize(("body", "word"), WRONG)
def test_unexplained_acronyms_are_named_once(findings, body, word):
    assert [finding.quote for finding in findings("NAMA-03", body)] == [word]


@pytest.mark.parametrize("body", RIGHT)
def test_explained_and_everyday_ones_are_not(findings, body):
    assert findings("NAMA-03", body) == ()


def test_tags_and_categories_are_not_read(findings):
    assert findings("NAMA-03", tagar=["MCP"], kategori="MCP") == ()


def test_an_acronym_of_the_title_may_be_explained_in_the_body(findings):
    assert findings("NAMA-03", judul="Capaian MCP Naik")
    assert findings("NAMA-03", "Pusat pemantauan (MCP) buka.", judul="Capaian MCP Naik") == ()


def test_a_word_that_is_written_small_too_is_no_acronym(findings):
    body = "Papan itu bertulisan LORONG. Warga melewati lorong itu."
    assert not findings("NAMA-03", body)
    assert findings("NAMA-03", "Papan itu bertulisan LRNG.")
