from __future__ import annotations

import pytest

from terbit.core.finding import Level

BAD = [
    "Ambulans berpelat KH 9012 RS mengantar pasien.",
    "Mobil dinas dengan nomor polisi KH 1023 AX rusak.",
    "Sebuah pikap (KH 8765 TJ) menabrak pagar.",
    "Avanza B 1 RI melintas.",
    "KENDARAAN KH 1111 GM DILELANG.",
    "Mobil KH 1234 AB melintas.",
    "Truk bermuatan sawit dengan nomor polisi KH 8123 FA ditahan.",
    "Sepeda motor B 3456 XYZ ditemukan.",
    "Pelat KH1234AB tercatat.",
    "Petugas mencatat DA 7654 TBN di lokasi.",
    "Motor berplat kh 2345 yl tertinggal.",
    "Kendaraan dinas ber-nopol KH-1234-AB dikembalikan.",
]
GOOD = [
    "Dua bus membawa seluruh murid dari kelas XII A 12 IPA.",
    "Gedung B 2 AULA dan lantai A 3 BARAT.",
    "Kelas XII A 12 IPA dan bus sekolah.",
    "SK KH 2026 terbit.",
    "Parkir mobil di blok D 12 BARAT.",
    "Mobil berbahan bakar RON 92 dan B 40 TAHAP 2.",
    "PT KAI mengoperasikan KRL seri BB 303 CC 201.",
    "Nomor punggung B 12 dan M 14 TIM motor.",
    "PP 12 TA 2026 dan UU 14 Tahun 2008.",
    "SE 12 SD 3 dan RT 02 RW 05.",
    "Mobil pikap L 300 dan T 120 SS dipakai.",
    "Lulusan S 1 TI dan D 3 KA mengemudikan mobil.",
    "Pegawai P 3 K diangkut bus.",
    "Ruang B 12 dan formulir KB 3 A.",
    "Dana BK 2026 SMP dan DD 2026 TA dibahas.",
    "Mobil listrik berdaya 60 KW dan DC 12 V.",
    "Truk tangki B 30 dan B 35 diuji.",
    "Kode KH1234AB tercatat di lemari.",
    "Surat 700/KH 1234 AB/INSP",
]


@pytest.mark.parametrize("body", BAD)
def test_plates_are_warned_of(findings, body):
    (finding,) = findings("PII-09", body)
    assert finding.level is Level.INGAT
    assert "*" in finding.quote
    assert finding.quote in finding.message
    assert not any(character.isdecimal() for character in finding.quote)


@pytest.mark.parametrize("body", GOOD)
def test_other_codes_are_not(findings, body):
    assert findings("PII-09", body) == ()


def test_a_plate_that_only_its_column_names(findings):
    table = "| TNKB | Pemegang |\n|---|---|\n| KH 1005 A | Umum |\n| kh 1006 b | Umum |\n"
    assert [f.quote for f in findings("PII-09", table)] == ["KH **** A", "kh **** b"]
