"""Names in prose, and everything with capitals that is none."""

from __future__ import annotations

import pytest

from terbit.checks.reading.people import in_office, people, people_in
from tests.checks.offices import OFFICE


def named(text: str) -> list[str]:
    return [text[person.start : person.end] for person in people(text) if person.sure]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rusmiati Dewi hadir.", ["Rusmiati Dewi"]),
        ("Warga bernama Rusmiati hadir.", ["Rusmiati"]),
        ("Pelapor, Sdr. Andi, hadir.", ["Andi"]),
        ("Bapak H. Ahmad Yani hadir.", ["H. Ahmad Yani"]),
        ("Ahmad bin Sulaiman hadir.", ["Ahmad bin Sulaiman"]),
        ("Oknum berinisial HK hadir.", ["HK"]),
        ("Gilang Ramadhan hadir.", ["Gilang Ramadhan"]),
        ("Rina\nWati hadir.", ["Rina\nWati"]),
        ("Bu Rina dan Pak Joko.", ["Rina", "Joko"]),
        ("WARGA BERNAMA ARIFIN HADIR.", ["ARIFIN"]),
        ("Gubernur Agus Santoso hadir.", ["Agus Santoso"]),
        ("Rina hadir.", []),
        ("Kepala Bappeda, Hana Pertiwi, hadir.", ["Hana Pertiwi"]),
        ("Bendahara desa Siti Aminah hadir.", ["Siti Aminah"]),
        ("Kepala Desa Siti Aminah hadir.", ["Siti Aminah"]),
        ("Warga desa Siti Aminah hadir.", ["Siti Aminah"]),
    ],
)
def test_names(text, names):
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Program Indonesia Pintar dibahas.",
        "Kabupaten Barito Utara dan Kotawaringin Timur hadir.",
        "Acara di Tumbang Malahoi ramai.",
        "SDN 4 Menteng Baru dan RSUD Doris Sylvanus hadir.",
        "Dinas Kesehatan Provinsi hadir.",
        "Jalan Tjilik Riwut ramai.",
        "Bendahara desa Bahu Palawa dan Kepala Desa Eka Bahurui hadir.",
        "TK Pertiwi, Dharma Pertiwi, dan bumi Pertiwi dibahas.",
        "Ibu Kota Nusantara dan Ibu Negara dibahas.",
        "Hari Raya Natal jatuh pada Jumat Agung.",
        "RAPAT KOORDINASI PENGAWASAN DAERAH",
        "Pengendalian Intern dan Pencegahan Korupsi dibahas.",
        "",
    ],
)
def test_what_is_no_name(text):
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Dinas Sosial, Rina Wati, hadir.",
        "Rina Wati, Kepala Dinas Sosial, hadir.",
        "Rina Wati selaku Sekretaris hadir.",
        "Gubernur Rina Wati hadir.",
        "Suasana cair ketika Bambang Wijaya datang.",
    ],
)
def test_who_holds_a_post(text):
    (person,) = (person for person in people(text) if person.sure)
    assert in_office(text, person, OFFICE)


@pytest.mark.parametrize(
    "text",
    ["Rina Wati hadir.", "Bupati menjenguk Ibu Rina Wati.", "Guru Rina Wati hadir."],
)
def test_who_does_not(text):
    person = people(text)[-1]
    assert not in_office(text, person, OFFICE)


def test_places_are_those_of_the_whole_text():
    text = "Rapat usai. Rina Wati hadir."
    (person,) = people_in(text, 12, len(text))
    assert text[person.start : person.end] == "Rina Wati"
