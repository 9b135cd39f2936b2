from __future__ import annotations

from dataclasses import replace

import pytest

from terbit.checks import run
from tests.checks.offices import CONTEXT, OFFICE, build

WRONG = [
    "Rapat di Palangkaraya selesai.",
    "PALANGKARAYA – Rapat selesai.",
    "Rapat di Palangka-Raya dan Kota Palangkaraya selesai.",
    "Inspektorat Daerah menggelar apel.",
    "INSPEKTORAT DAERAH MENGGELAR APEL",
    "Tim Inspektorat Propinsi Kalimantan Tengah hadir.",
    "Tim Inspektorat Prov. Kalteng hadir.",
    "Inspektorat Provinsi Kalteng hadir.",
    "Inspektorat Kalimantan Tengah hadir.",
    "Inspektorat Daerah Provinsi\nKalimantan Tengah hadir.",
    "Inspektorat Pemprov Kalteng hadir.",
    "Inspektorat Wilayah Provinsi Kalimantan Tengah hadir.",
]
RIGHT = [
    "Inspektorat Provinsi Kalimantan Tengah dan Inspektorat Kalteng di Palangka Raya",
    "INSPEKTORAT PROVINSI KALIMANTAN TENGAH, PALANGKA RAYA",
    "Inspektorat Kota Palangka Raya hadir.",
    "Inspektorat Daerah Kabupaten Contoh hadir.",
    "INSPEKTORAT DAERAH KABUPATEN CONTOH HADIR",
    "Seluruh Inspektorat Daerah hadir.",
    "Kedudukan inspektorat daerah diatur.",
    "Universitas Muhammadiyah Palangkaraya hadir.",
    "Lihat palangkaraya.go.id, #Palangkaraya, dan @palangkaraya.",
    "Inspektorat Provinsi Kalimantan Selatan hadir.",
]


@pytest.mark.parametrize("body", WRONG)
def test_other_forms_are_warned_of(findings, body):
    assert findings("NAMA-02", body)


@pytest.mark.parametrize("body", RIGHT)
def test_official_names_and_those_of_others_are_not(findings, body):
    assert findings("NAMA-02", body) == ()


def test_tags_are_not_read(findings):
    assert findings("NAMA-02", tagar=["Palangkaraya"]) == ()


def test_the_forms_come_from_the_office():
    office = replace(
        OFFICE, name="Dinas Pendidikan Kota Sukamaju", short_name="Disdik Sukamaju", city="Sukamaju"
    )
    context = replace(CONTEXT, office=office)

    def said(body: str) -> list[str]:
        return [f.quote for f in run(build(body), context) if f.rule == "NAMA-02"]

    assert said("Dinas Pendidikan Daerah membuka kelas.") == ["Dinas Pendidikan Daerah"]
    assert said("Dinas Pendidikan Pemkot Sukamaju di Suka Maju") == [
        "Dinas Pendidikan Pemkot Sukamaju",
        "Suka Maju",
    ]
    assert said("Inspektorat Daerah di Palangkaraya; Dinas Pendidikan Kota Sukamaju") == []


def test_an_office_without_a_level_has_only_its_city():
    office = replace(OFFICE, name="Balai Latihan", short_name="Balai", city="Ambon")
    found = run(build("Balai Latihan Daerah di Ambon"), replace(CONTEXT, office=office))
    assert "NAMA-02" not in {finding.rule for finding in found}
