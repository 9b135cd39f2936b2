from __future__ import annotations

import pytest

from terbit.checks.reading.identity import valid_nik
from terbit.core.finding import Level

NIK = "6203025501900007"

BAD = [
    "Pemohon (NIK. 6271-0305-0688-0004) hadir.",
    "Nomor KTP 6271030506880004.",
    "Kartu keluarga dengan nomor 6271030506880004 rusak.",
    "6271 0305 0688 0004 milik Yanti.",
    "NIK 6203 0255 0190 0007",
    "a.n. Siti (6203025501900007) menerima bantuan",
    "nomor 62.03.02.550190.0007",
    "KK: 6203-0212-0520-0003",
    "NIK: 1234567890123456",
    "KTP-el bernomor 1111222233334444.",
    "Kartu Keluarga Nomor 1111222233334444",
    "1111222233334444 (NIK)",
    "NIK6203025501900007",
    "No. KTP 6203\n0255 0190 0007",
    "NIK **6203**02550190**0007**",
    "62030255\u200b01900007",
    "６２０３０２５５０１９００００７",
    "6203\u00a00255\u00a00190\u00a00007",
    "&#54;203025501900007",
    "Rapat 2026 6203025501900007",
    "https://contoh.id/?nik=6203025501900007",
    "<!-- NIK 6203025501900007 -->",
    "![KTP 6203025501900007](foto-1.jpg)",
    "[x](https://contoh.id 'NIK 6203025501900007')",
    "<p>halo <b>6203025501900007</b></p>",
    "    6203025501900007",
    "| Nama | NIK |\n|---|---|\n| Siti | 1234567890123456 |",
    "1. 6203025501900007",
]
GOOD = [
    "NIP 198501012010012003 dan NIP 19850101 201001 2 003",
    "NIP. 1985 0101 2010 0120 03",
    "NIP/NIK 1985 0101 2010 0120 03",
    "https://contoh.go.id/?id=6203025501900007",
    "NIK dan NPWP 0013121660910000",
    "Nilainya Rp6.203.025.501.900.007.",
    "Jumlah 6.203.025.501.900.007 rupiah.",
    "https://contoh.go.id/arsip/6203025501900007",
    "Kode TRX6203025501900007 dan 6203025501900007A",
    "Surat Nomor 700/6203025501900007/INSP",
    "Rasio 0,6203025501900007",
    "Nomor kontrak 1234567890123456",
    "SK Nomor 188.44/123/2026 tanggal 10 November 2026",
    "Versi 16.2.0.3025.501.9000.07",
    "Nomor perkara 021/Pid.Sus/2026/PN Plk",
    "Kode rekening 5.1.02.01.01.0024",
    "Sebanyak 120 KK menerima 2.500 paket.",
    "NIK wajib dibawa saat mendaftar pada 10-11-2026 pukul 08.30-16.00.",
    "Rekening giro kantor 6203025501900099",
    "NPWP 0013121660910000",
    "Tahun 2025 2026 2027 2028",
]


@pytest.mark.parametrize("body", BAD)
def test_identity_numbers_are_refused(findings, body):
    (finding,) = findings("PII-01", body)
    assert finding.level is Level.TOLAK
    assert "*" in finding.quote


@pytest.mark.parametrize("body", GOOD)
def test_other_numbers_are_not(findings, body):
    assert findings("PII-01", body) == ()


@pytest.mark.parametrize(
    "body",
    [
        "NIK No. 1234567890123456 tertulis.",
        "NIK/No. KTP: 6203-0255-0190-0007",
        "Nomor registrasi 6203025501900007 tercatat.",
        "| Data | Isi |\n|---|---|\n| NIK | 1234567890123456 |",
    ],
)
def test_the_nearest_word_decides(findings, body):
    assert len(findings("PII-01", body)) == 1


def test_a_word_speaks_of_a_list(findings):
    body = "NIK: 6203025501900007, 1234567890123456, dan 1234567890123457."
    assert len(findings("PII-01", body)) == 3


def test_two_numbers_side_by_side_are_two(findings):
    assert len(findings("PII-01", f"{NIK},6203025501900015")) == 2
    assert len(findings("PII-01", f"NIK:{NIK};KK:6203025501900015")) == 2


@pytest.mark.parametrize(
    "front",
    [
        {"judul": f"Bantuan untuk {NIK}"},
        {"ringkasan": f"NIK {NIK}"},
        {"tagar": [f"nik {NIK}"]},
        {"teks_kanal": {"instagram": f"Baris satu\n\nNIK {NIK}"}},
        {"foto": [{"berkas": "foto-1.jpg", "alt": f"KTP {NIK}"}]},
        {"foto": [{"berkas": "foto-1.jpg", "alt": "Siti", "keterangan": f"Siti ({NIK})"}]},
        {"ralat": [{"waktu": "2026-11-11T08:00", "isi": f"NIK {NIK} dihapus"}]},
    ],
)
def test_every_text_is_read_and_its_line_found(findings, front):
    from terbit.checks import run
    from tests.checks.offices import CONTEXT, build

    made = build(**front)
    (finding,) = (f for f in run(made, CONTEXT) if f.rule == "PII-01")
    assert NIK in made.source.split("\n")[finding.line - 1]


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        (NIK, True),
        ("6203021501900007", True),
        ("6203025501900000", False),  # serial
        ("6203995501900007", False),  # kecamatan
        ("6203029501900007", False),  # day 95 of a month
        ("6203023102900007", False),  # 31 February
        ("9903025501900007", False),  # province
    ],
)
def test_the_form_of_a_nik(value, valid):
    assert valid_nik(value) is valid
