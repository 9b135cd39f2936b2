from __future__ import annotations

import re

import pytest

from terbit.core.finding import Level
from terbit.report.findings import lines

BAD = [
    "Honor dibayarkan melalui Bank BRI Unit Kahayan nomor 3456-01-023456-53-9 atas nama Yanto.",
    "Silakan transfer ke 7009876543 (BSI) a.n. Panitia Peduli.",
    "Bendahara memakai rekening pribadi 1590004455667 untuk menampung dana.",
    "Zakat disalurkan via BNI Syariah no. 0987654321.",
    "Rek BRI: 0345 0101 2345 678",
    "Dana masuk ke tabungan Simpeda 200-02-05-00123-4 di Bank Kalteng.",
    "NOMOR REKENING 1234567890 BANK MANDIRI",
    "Rekening a.n. Koperasi Maju, Bank Muamalat, 3010098765.",
    "Setoran ditransfer ke BNI 0123456789 a.n. Siti.",
    "Donasi dikirim ke rekening Bank Mandiri 123-00-1234567-8 atas nama panitia.",
    "Nomor rekening 1234 5678 9012 345 (BRI) milik koperasi.",
    "No. Rek. 0123456789 BCA a.n. Rudi",
    "Norek: 7123456789 (BSI).",
    "Transfer ke 0123456789012 pada Bank Kalteng.",
    "0123456789012 (Bank Kalteng)",
    "Pengembalian disetor ke rekening Bank Pembangunan Daerah nomor 1000300012345.",
    "Bank: BRI\nNomor rekening: 012301000123304\nAtas nama: Ani",
    "Rekening tujuan BTN 00012-01-50-123456-7 sudah dicek.",
    "Rekening BCA 0812345678 atas nama toko.",
    "Mandiri: 1234567890123",
    "| Nama | Bank | Nomor Rekening |\n|---|---|---|\n| Ani | BRI | 012301000123304 |",
    "| Uraian | Isi |\n|---|---|\n| Nomor rekening | 012301000123304 |",
    "<!-- rekening BRI 012301000123304 -->",
]
GOOD = [
    "Rekening kas umum daerah pada Bank Kalteng diperiksa 3 kali.",
    "Bank Kalteng menyalurkan KUR sebesar 125.500.000.000 rupiah.",
    "Nomor rekening akan diumumkan kemudian; telepon (0536) 3221234.",
    "Rekening penampungan diatur dalam PMK Nomor 162/PMK.07/2023.",
    "Pembukaan rekening memakai formulir F-1.01 tanggal 12-11-2026.",
    "Virtual account 8810123456789012 diterbitkan otomatis oleh sistem.",
    "Nomor kontrak 027/1234567890/KONTRAK/2026 dibayar lewat Bank Kalteng.",
    "Bank Sampah Melati mengelola 1.250 kilogram plastik.",
    "Nomor Pokok Sekolah 30203456 dan rekening BOS dicocokkan.",
    "SP2D Nomor 62.00/04.0/001234/LS/1.01.0.00/M/11/2026 terbit lewat Bank Kalteng.",
    "Saldo rekening kas daerah mencapai Rp1.250.000.000.000 pada akhir tahun.",
    "Saldo rekening mencapai 1.250.000.000.000 rupiah.",
    "Kode rekening 5.1.02.01.01.0024 dan 5.1.02.01.001.00024 dipakai.",
    "Rekening listrik dengan ID pelanggan 512345678901 dibayar.",
    "Pembayaran lewat Bank Kalteng dengan kode billing 820261110123456.",
    "Bank Indonesia menerbitkan Peraturan Nomor 22/23/PBI/2020.",
    "Layanan Bank Kalteng buka 10-11-2026 08.00-15.00.",
    "Rekening giro kantor 6203-0255-0190-0099",
    "Pelatihan secara mandiri diikuti 1234567890 orang.",
    "Rekening koran Januari 2025 2026 2027 diperiksa.",
    "Konfirmasi transfer BRI ke 0813-1111-2222.",
]


@pytest.mark.parametrize("body", BAD)
def test_accounts_outside_the_contacts_are_refused(findings, body):
    (finding,) = findings("PII-05", body)
    assert finding.level is Level.TOLAK
    assert "*" in finding.quote
    assert findings("PII-03", body) == findings("PII-02", body) == ()


@pytest.mark.parametrize("body", GOOD)
def test_other_numbers_are_not(findings, body):
    assert findings("PII-05", body) == ()


def test_a_phone_of_a_bank_is_a_phone(findings):
    assert len(findings("PII-03", "Konfirmasi transfer BRI ke 0813-1111-2222.")) == 1


def test_each_number_has_its_own_word(findings):
    body = "Rekening BRI 012301000123304 dan NIK 6203025501900007 tertulis."
    assert len(findings("PII-05", body)) == len(findings("PII-01", body)) == 1


def test_a_word_that_another_number_has_taken_does_not_count(findings):
    body = "Rekening milik Yanto (NIK 6203025501900007) adalah 012301000123304."
    assert len(findings("PII-05", body)) == len(findings("PII-01", body)) == 1


@pytest.mark.parametrize("body", BAD)
def test_no_value_is_printed(findings, body):
    found = findings("PII-05", body)
    printed = "".join([*lines(found), *(f.quote + f.message for f in found)])
    groups = re.findall(r"\d+", re.sub(r"(?<=\d)[\s.-]+(?=\d)", "", printed))
    assert all(len(group) < 6 for group in groups if group in re.sub(r"\D", "", body))
