"""DI-DI: both directions, with line breaks, capitals and ordinals."""

from __future__ import annotations

import pytest

from terbit.checks.reading.di_words import JOINED, VERBS


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("dimana", "di mana"),
        ("Diantaranya", "Di antaranya"),
        ("kedepan", "ke depan"),
        ("dikantornya", "di kantornya"),
        ("di baca", "dibaca"),
        ("Di pimpin", "Dipimpin"),
        ("di\nlaksanakan", "dilaksanakan"),
        ("DI LAKSANAKAN", "DILAKSANAKAN"),
        ("di tandatangani", "ditandatangani"),
        ("ke hadiran", "kehadiran"),
        ("diIndonesia", "di Indonesia"),
        ("keluar", "ke luar"),
    ],
)
def test_the_right_form_is_told(findings, written, right):
    follows = " negeri" if written == "keluar" else " hal itu"
    (found,) = findings("DI-DI", f"Rapat {written}{follows} tadi.")
    assert found.quote == " ".join(written.split())
    assert found.fix == f"tulis “{right}”"


def test_ordinals(findings):
    first, second, third = findings(
        "DI-DI", "HUT ke 65 digelar. Tim meraih peringkat ke dua. Ini untuk ke tiga kalinya."
    )
    assert [first.fix, second.fix, third.fix] == [
        "tulis “ke-65”", "tulis “kedua”", "tulis “ketiga”"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "Rapat di dalam gedung dihadiri kepada keluarga yang keluar dari kemarin.",
        "Siswa disekolahkan, pegawai dirumahkan, jalan dijalani, kue ditempatkan di meja.",
        "Mereka bekerja di bidang pendidikan, di peternakan, di percetakan, dan di tanjakan.",
        "Tim bertolak ke dua kecamatan lalu ke 14 desa dari tahun ke tahun.",
        "Aturan itu ada di undang-undang dan di buku harian; warga berkumpul di buka puasa.",
        "Ia keluar kantor; kedalaman sungai, kedaerahan, dan keseluruhan.",
        "Kirim ke dimana@contoh.go.id atau buka https://contoh.go.id/dimana/diantara.",
    ],
)
def test_what_is_right_stays(findings, body):
    assert findings("DI-DI", body) == ()


def test_no_verb_is_a_place_and_no_place_a_verb():
    places = {joined.removeprefix("di") for joined in JOINED if joined.startswith("di")}
    assert places & VERBS == set()
