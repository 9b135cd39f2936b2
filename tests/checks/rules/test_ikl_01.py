from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from terbit.checks import run
from terbit.core.catalogue import RuleSetting
from terbit.core.finding import Level
from tests.checks.offices import CONTEXT, OFFICE, build

BAD = [
    "Katering disediakan CV Rasa Contoh yang paling lezat di kota ini.",
    "Printer merek Contoh terkenal andal dan hemat.",
    "Acara ini disponsori PT Contoh Jaya.",
    "Dapatkan diskon 20 persen di Toko Contoh.",
    "Tiket pameran dijual seharga Rp25.000.",
    "Pesan sekarang, harga promo hanya sampai Jumat.",
    "Laptop Lenovo terbukti paling cepat.",
    "Hotel Contoh Indah terkenal nyaman dan murah.",
]
GOOD = [
    "Sistem itu dibuat PT Contoh Jaya melalui tender.",
    "PT Contoh Jaya meraih penghargaan wajib pajak terbaik.",
    "Diskon pajak kendaraan bermotor berlaku hingga Desember.",
    "Beras dijual Rp60.000 per kemasan pada pasar murah.",
    "Realisasi belanja hanya Rp2 miliar.",
    "Pegawai terbaik menerima piagam.",
    "Produk UMKM Contoh dipamerkan dengan kemasan berkualitas.",
    "Pelamar mengunggah CV terbaik dan ijazah.",
    "Biaya pendaftaran hanya Rp50.000 sesuai dengan tarif retribusi.",
    "Audit PT Contoh Jaya dinyatakan terbaik dalam laporan.",
]


@pytest.mark.parametrize("body", BAD)
def test_adverts_are_warned_of(findings, body):
    assert {finding.level for finding in findings("IKL-01", body)} == {Level.INGAT}


@pytest.mark.parametrize("body", GOOD)
def test_firms_prices_and_prizes_of_government_are_not(findings, body):
    assert findings("IKL-01", body) == ()


def test_an_office_lets_phrases_pass():
    setting = RuleSetting("program daerah", exceptions=("diskon Contoh Hemat",))
    office = replace(OFFICE, rules=MappingProxyType({"IKL-01": setting}))
    body = "Program diskon Contoh Hemat dibuka."
    assert [f.rule for f in run(build(body), CONTEXT) if f.rule == "IKL-01"]
    found = run(build(body), replace(CONTEXT, office=office))
    assert "IKL-01" not in {finding.rule for finding in found}
