"""PII-08, PII-10 and PII-11: what belongs to a private person."""

from __future__ import annotations

import pytest

from terbit.core.finding import Level

LEVELS = {
    "PII-08": (
        "Bantuan diterima Rusmiati Dewi, warga Jalan Melati Nomor 12.",
        Level.TAHAN,
        "Jalan Melati Nomor 12",
    ),
    "PII-10": (
        "Rusmiati Dewi lahir di Kasongan, 7 Agustus 1985.",
        Level.INGAT,
        "lahir di Kasongan, 7 Agustus 1985",
    ),
    "PII-11": (
        "Kursi roda untuk Rusmiati Dewi, penyandang disabilitas daksa.",
        Level.TAHAN,
        "Rusmiati Dewi, penyandang disabilitas daksa",
    ),
}


@pytest.mark.parametrize("rule", LEVELS)
def test_the_level_and_the_quote(findings, rule):
    body, level, quote = LEVELS[rule]
    (finding,) = findings(rule, body)
    assert (finding.level, finding.quote) == (level, quote)


@pytest.mark.parametrize("rule", ["PII-08", "PII-11"])
def test_somebody_in_office_is_no_private_person(findings, rule):
    body = LEVELS[rule][0].replace("Rusmiati Dewi", "Kepala Dinas Contoh, Rusmiati Dewi")
    assert findings(rule, body.replace("Dewi, warga", "Dewi, di")) == ()


def test_but_the_birth_of_an_official_is_a_birth(findings):
    assert findings("PII-10", "Kepala Dinas Contoh, Rusmiati Dewi, lahir di Kasongan, 7 Juli 1975.")


def test_but_the_illness_of_an_official_is_an_illness(findings):
    assert findings("PII-11", "Camat Contoh, Rusmiati Dewi, menderita kanker hati.")
    assert findings("PII-11", "Camat Contoh, Rusmiati Dewi, menyapa penderita kanker hati.") == ()


def test_but_the_home_of_an_official_is_a_home(findings):
    assert findings("PII-08", "Kediaman pribadi Kepala Dinas Contoh di Jalan Melati Nomor 12 sepi.")


TABLES = {
    ("PII-08", "| Nama | Alamat |\n|---|---|\n| Rusmiati Dewi | Jl. Melati No. 1 |"): 1,
    ("PII-08", "| Nama | Alamat Kantor |\n|---|---|\n| Rusmiati Dewi | Jl. Melati No. 1 |"): 0,
    ("PII-08", "| Layanan | Alamat |\n|---|---|\n| Loket | Jl. Melati No. 1 |"): 0,
    ("PII-10", "| Nama | Tanggal Lahir |\n|---|---|\n| Rusmiati Dewi | 7 Agustus 1985 |"): 1,
    ("PII-10", "| Nama | Tanggal |\n|---|---|\n| Rusmiati Dewi | 7 Agustus 1985 |"): 0,
    ("PII-11", "| Nama | Agama |\n|---|---|\n| Rusmiati Dewi | Hindu |"): 1,
    ("PII-11", "| Agama | Jumlah |\n|---|---|\n| Hindu | 12 |"): 0,
}


@pytest.mark.parametrize(("rule", "table"), TABLES)
def test_rows(findings, rule, table):
    assert len(findings(rule, table)) == TABLES[rule, table]


def test_a_pronoun_carries_the_name_on(findings):
    body = "Bantuan diterima Rusmiati Dewi. Ia mengidap kanker."
    (finding,) = findings("PII-11", body)
    assert finding.quote == "Ia mengidap"
    assert findings("PII-11", "Bantuan diterima warga. Ia mengidap kanker.") == ()
