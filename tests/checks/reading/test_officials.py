from __future__ import annotations

from dataclasses import replace

import pytest

from terbit.checks.reading.officials import (
    is_person,
    mentions,
    own_names,
    parts,
    without_office,
)
from tests.checks.offices import OFFICE

READ = [
    ("Kepala Dinas Sosial, Budi Santoso, S.H.", "definitif", "kepala dinas sosial", "budi santoso"),
    ("Plt. Sekretaris Budi Santoso hadir", "plt", "sekretaris", "budi santoso"),
    ("Pelaksana Harian (Plh.) Camat Contoh Raya, Drs. Budi", "plh", "camat contoh raya", "budi"),
    ("Penjabat Bupati Kabupaten Contoh Budi", "pj", "bupati kabupaten contoh", "budi"),
    ("Inspektur Pembantu II Rudi Tono, S.T.", "definitif", "inspektur pembantu ii", "rudi tono"),
    ("Rudi Tono, S.T., selaku Sekretaris", "definitif", "sekretaris", "rudi tono"),
    ("Ketua (Rudi Tono) hadir", "definitif", "ketua", "rudi tono"),
    ("Kepala Dinas Sosial, Selasa (10/11)", "definitif", "kepala dinas sosial", ""),
    ("Sekretaris dan Ketua PPID", "definitif", "sekretaris", ""),
    ("Kepala Dinas Sosial: Rudi Tono, S.H.", "definitif", "kepala dinas sosial", "rudi tono"),
    ("Kepala Dinas Sosial: Layanan Publik Harus Prima", "definitif", "kepala dinas sosial", ""),
    ("Kepala Dinas Sosial – Rudi Tono – hadir", "definitif", "kepala dinas sosial", "rudi tono"),
    ("Camat yang baru, Rudi Tono, hadir", "definitif", "camat", "rudi tono"),
    ("Camat saat ini ialah Rudi Tono.", "definitif", "camat", "rudi tono"),
    ("Direktur M. Rudi Tono hadir", "definitif", "direktur", "m rudi tono"),
]


@pytest.mark.parametrize(("text", "status", "position", "name"), READ)
def test_a_post_its_status_and_its_person(text, status, position, name):
    first = mentions(text)[0]
    assert (first.status, " ".join(first.position)) == (status, position)
    assert " ".join(first.name) == name


def test_words_of_the_office_are_no_name():
    (mention,) = mentions("Camat Palangka Raya", frozenset({"palangka", "raya"}))
    assert mention.name == ()


@pytest.mark.parametrize("said", ["kartika sari dewi", "kartika", "k sari dewi", "kertika dewi"])
def test_shortened_and_misspelt_names_are_the_person(said):
    assert is_person(tuple(said.split()), ("kartika", "sari", "dewi"))


@pytest.mark.parametrize("said", ["", "dewi kartika", "kartika sari dewi lestari", "rudi"])
def test_other_names_are_not(said):
    assert not is_person(tuple(said.split()), ("kartika", "sari", "dewi"))


def test_names_lose_degrees_and_honorifics():
    assert parts("Drs. H. M.Yusuf Bambang, S.H., M.Si.") == ("m", "yusuf", "bambang")


@pytest.mark.parametrize(
    ("position", "rest"),
    [
        ("sekretaris inspektorat kalteng", "sekretaris"),
        ("inspektur provinsi kalimantan tengah", "inspektur"),
        ("kepala inspektorat provinsi kalteng", "kepala"),
    ],
)
def test_the_own_office_behind_a_post_is_taken_away(position, rest):
    own = own_names(OFFICE)
    assert without_office(tuple(position.split()), own) == (tuple(rest.split()), True)
    other = ("inspektur", "kabupaten", "contoh")
    assert without_office(other, own) == (other, False)


def test_an_office_without_a_short_name():
    own = own_names(replace(OFFICE, short_name=""))
    assert ("kalimantan", "tengah") in own.phrases
