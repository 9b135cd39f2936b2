from __future__ import annotations

import re

import pytest

from terbit.core.finding import Level
from terbit.report.findings import lines

BAD = [
    "Wajib pajak dengan NPWP 09.254.294.3-407.000 diminta melapor.",
    "Nomor pokok wajib pajak 092542943407000 tercetak di faktur.",
    "Rekanan (NPWP 92.543.294.3-711.000) terpilih.",
    "NPWP: 013121660091000 atas nama CV Maju.",
    "NPWP 16 digit 0013121660091000 sudah berlaku.",
    "NPWP 01 312 166 0 091 000",
    "NPWP01.312.166.0-091.000",
    "Bukti potong memuat 01.312.166.0-091.000 tanpa keterangan.",
    "Tertulis 01.312.166.0.091.000 di sana.",
    "NITKU 0013121660091000000001 milik cabang.",
    "NPWP **01.312.166.0-091.000** tercantum.",
    "NIK dan NPWP 0013121660910000",
    "013121660091000 (NPWP)",
    "| Nama | NPWP |\n|---|---|\n| CV Maju | 013121660091000 |",
    "| Data | Isi |\n|---|---|\n| NPWP | 013121660091000 |",
    "<!-- NPWP 01.312.166.0-091.000 -->",
    "[x](https://contoh.id/?npwp=013121660091000)",
]
GOOD = [
    "Pemilik NPWP 1.250.000 orang.",
    "NPWP bendahara dicantumkan sesuai PER-04/PJ/2020.",
    "Kode faktur 010.000-26.12345678 diterbitkan.",
    "Kode barang 1.3.2.05.01.04.002 dicatat.",
    "NPWP kini memakai NIK 16 digit sesuai PMK 112/PMK.03/2022.",
    "NPWP 01.312.xxx.x-091.000 disamarkan.",
    "Format NPWP ialah 99.999.999.9-999.999.",
    "Pajak dibayar dengan kode billing 123456789012345.",
    "Nomor 013121660091000 tanpa kata.",
    "NPWP dibawa pada 10-11-2026 pukul 08.30-16.00 WIB.",
    "Wajib pajak ber-NPWP menyetor Rp1.312.166.009.100.000.",
]


@pytest.mark.parametrize("body", BAD)
def test_tax_numbers_are_refused(findings, body):
    (finding,) = findings("PII-04", body)
    assert finding.level is Level.TOLAK
    assert "*" in finding.quote
    assert findings("PII-01", body) == findings("PII-02", body) == ()


@pytest.mark.parametrize("body", GOOD)
def test_other_numbers_are_not(findings, body):
    assert findings("PII-04", body) == ()


def test_each_number_has_its_own_word(findings):
    body = "NPWP 01.312.166.0-091.000 dan NIK 6203025501900007 dihapus."
    assert len(findings("PII-04", body)) == len(findings("PII-01", body)) == 1


@pytest.mark.parametrize("body", BAD)
def test_no_value_is_printed(findings, body):
    found = findings("PII-04", body)
    printed = "".join([*lines(found), *(f.quote + f.message for f in found)])
    groups = re.findall(r"\d+", re.sub(r"(?<=\d)[\s.-]+(?=\d)", "", printed))
    assert all(len(group) < 6 for group in groups if group in re.sub(r"\D", "", body))
