from __future__ import annotations

import pytest

from terbit.core.finding import Level

BAD = [
    "Nomor kepesertaan 7712345678901234 tidak ditemukan.",
    "Pemilik kartu ATM bernomor 5198 9312 3456 7890 diminta melapor.",
    "Identitas 9911 2233 4455 6677 tercatat.",
    "Identitas 9911-2233-4455-6677 tercatat.",
    "Kartu kredit 4111 1111 1111 1111 ditemukan.",
    "Nomor 620301 310613 0012 tercatat.",
    "9911223344556677",
    "| Nama | Nomor identitas |\n|---|---|\n| Siti | 9911223344556677 |",
    "<!-- nomor 9911223344556677 -->",
]
GOOD = [
    "Nomor seri meterai 1234567890123456 dicatat.",
    "ID transaksi 9912345678901234 berhasil.",
    "Kode booking 9912345678901234 dipakai.",
    "Invoice 9912345678901234 dibayar.",
    "Nomor induk barang 12.07.05.01.001.0001 dicatat.",
    "Nomor virtual account 8810123456789012 dipakai.",
    "Nomor dokumen 2026111000012345 diterbitkan.",
    "Tahun 2023 2024 2025 2026 dibandingkan.",
    "Kode barang 1234567890123456 tercatat.",
    "Nomor tiket 9911223344556677 ditutup.",
    "Nilainya Rp9911223344556677.",
    "Nomor 12345678901234567 panjangnya 17 angka.",
    "Nomor 1111 2222 3333 44445 dan 99 11223344556677.",
    "Rekening giro kantor 6203025501900099",
    "Isilah 9999 9999 9999 9999 sesuai contoh.",
]


@pytest.mark.parametrize("body", BAD)
def test_sixteen_digits_are_held(findings, body):
    (finding,) = findings("PII-02", body)
    assert finding.level is Level.TAHAN
    assert "*" in finding.quote


@pytest.mark.parametrize("body", GOOD)
def test_other_numbers_are_not(findings, body):
    assert findings("PII-02", body) == ()


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("NIK 9911223344556677", "PII-01"),
        ("NPWP 9911223344556677", "PII-04"),
        ("Rekening BRI 9911223344556677", "PII-05"),
    ],
)
def test_a_word_makes_it_something_else(findings, body, rule):
    assert findings("PII-02", body) == ()
    assert len(findings(rule, body)) == 1
