from __future__ import annotations

import pytest

from terbit.checks.reading.identity import is_nip
from terbit.core.finding import Level

BAD = [
    "Kepala Bidang, Drs. Sukarno (NIP 19700512 199503 1 004), hadir.",
    "Surat ditandatangani Rina Contoh, NIP. 19850101 201001 2 003.",
    "Pegawai PPPK ber-NIP 199001012022211001 hadir.",
    "198501012010012003",
    "NIP 198513012010012003 keliru.",
    "NIP19850101.201001.2.003",
    "| Nama | NIP |\n|---|---|\n| Rina | 198501012010012003 |",
]
GOOD = [
    "a.n. Dewi/198805172014022001 dinyatakan lulus.",
    "Nomor ujian 198805172014992001 diterbitkan.",
    "NIP terdiri atas 18 digit.",
    "NOP 62.71.010.001.001-0001.0 diperiksa.",
    "Kode ABC198501012010012003X disimpan.",
    "NIP 19850101 ****** * *** disamarkan.",
    "Berkas https://contoh.go.id/198501012010012003.pdf tersedia.",
    "Nomor 991122334455667788 tercatat.",
]


@pytest.mark.parametrize("body", BAD)
def test_every_nip_is_warned_of_and_is_nothing_else(findings, body):
    (finding,) = findings("PII-06", body)
    assert finding.level is Level.INGAT
    assert "*" in finding.quote
    assert findings("PII-01", body) == findings("PII-02", body) == ()


@pytest.mark.parametrize("body", GOOD)
def test_other_numbers_are_not(findings, body):
    assert findings("PII-06", body) == ()


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ("198501012010012003", True),
        ("199001012022211001", True),  # PPPK
        ("198502302010012003", False),  # 30 February
        ("198501012010132003", False),  # month 13
        ("198501012010013003", False),  # sex 3
        ("200501012010012003", False),  # appointed at five
        ("187501012010012003", False),
    ],
)
def test_the_form_of_a_nip(value, valid):
    assert is_nip(value) is valid
