"""BHS-01: the form with the same affixes and capitals; names, laws and addresses left alone."""

from __future__ import annotations

import pytest

from terbit.checks.reading.standard_words import FORMS, STEMS, standard


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("resiko", "risiko"),
        ("Resikonya", "Risikonya"),
        ("HIMBAUAN", "IMBAUAN"),
        ("menghimbau", "mengimbau"),
        ("perijinan", "perizinan"),
        ("diijinkan", "diizinkan"),
        ("antrian", "antrean"),
        ("ketrampilan", "keterampilan"),
        ("penasehat", "penasihat"),
        ("bermaterai", "bermeterai"),
        ("dianalisa", "dianalisis"),
        ("mensosialisasikan", "menyosialisasikan"),
        ("merubah", "mengubah"),
        ("beresiko", "berisiko"),
        ("kerjasama", "kerja sama"),
        ("Jum’at", "Jumat"),
        ("Walikota", "Wali Kota"),
        ("pasca banjir", "pascabanjir"),
        ("Anti korupsi", "Antikorupsi"),
        ("undang undang", "undang-undang"),
        ("foto copy", "fotokopi"),
    ],
)
def test_the_standard_form_keeps_affixes_and_capitals(findings, written, right):
    body = f"Peserta rapat membahas {written} dengan tenang."
    if written[0].isupper():
        body = f"{written} dibahas peserta rapat dengan tenang."
    (found,) = findings("BHS-01", body)
    assert found.quote == written
    assert found.fix == f"tulis “{right}”"


@pytest.mark.parametrize(
    "body",
    [
        "Warga datang ke Kantor Perijinan Terpadu untuk bertanya.",
        "Acuannya Peraturan Daerah Nomor 5 Tahun 1999 tentang Retribusi Ijin Usaha.",
        "Dasarnya UU 25/1956 tentang Pembentukan Propinsi Kalimantan Tengah.",
        "Surat dikirim ke himbauan@kantor.contoh.go.id atau www.ijin.contoh.go.id/resiko.",
        "Perubahan jadwal dan importir beras dibahas, begitu pula pada hal ini.",
        "Badan Permusyawaratan Desa memusyawarahkan permasalahan itu.",
        "Mereka mengantar daerah tertinggal menuju maju.",
    ],
)
def test_what_is_right_or_not_the_writers_stays(findings, body):
    assert findings("BHS-01", body) == ()


def test_capitals_of_a_headline_make_no_name(findings):
    (found,) = findings("BHS-01", judul="Inspektorat Bahas Resiko Pengadaan Tahun Depan")
    assert found.line == 2


def test_hashtags_are_no_sentences(findings):
    assert findings("BHS-01", tagar=["TataKelola", "Resiko"]) == ()


def test_two_slips_on_two_lines_are_two(findings):
    first, second = findings("BHS-01", "Ada resiko.\nResiko itu dicatat.")
    assert second.line == first.line + 1


def test_there_are_slips_enough_and_no_right_form_is_a_slip_itself():
    assert len(STEMS) + len(FORMS) >= 150
    rights = {right for right in (*STEMS.values(), *FORMS.values()) if " " not in right}
    assert [right for right in rights if standard(right.casefold())] == []
