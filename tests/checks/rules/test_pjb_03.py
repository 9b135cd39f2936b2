from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from terbit.checks import run
from terbit.core.finding import Level
from terbit.core.office import Official
from tests.checks.offices import CONTEXT, OFFICE, build

BAD = [
    "Sekretaris Inspektorat Kalteng Rahmat Hidayat membuka rapat.",
    "Rapat dibuka Sekretaris Inspektorat, Rahmat Hidayat, S.Sos., M.A.P.",
    "Kepala Inspektorat Provinsi Kalimantan Tengah Bambang Wijaya hadir.",
    "Plt. Kepala Inspektorat Kalteng Kartika Sari Dewi hadir.",
    "Plh. Sekretaris, Drs. H. Bambang Wijaya, memimpin apel.",
    "Pelaksana Tugas Sekretaris Inspektorat Kalteng Bambang Wijaya memimpin apel.",
    "Acara ditutup Rahmat Hidayat selaku Sekretaris Inspektorat Kalteng.",
    "Hadir pula Rahmat Hidayat, S.Sos., Sekretaris Inspektorat Kalteng.",
    "Inspektur Provinsi Kalimantan Tengah, Rahmat Hidayat, memberi arahan.",
    "Sekretaris Rahmat Hidayat menyampaikan laporan.",
    "“Kami siap,” kata Kepala\nInspektorat Kalteng, Rahmat Hidayat.",
    "Pengawas Inspektorat Kalteng, Rahmat Hidayat, hadir.",
    "Sekretaris Inspektorat Kalteng Herlina menutup kegiatan.",
    "Kepala Inspektorat Kalteng (Rahmat Hidayat) membuka rapat.",
    "KEPALA INSPEKTORAT KALTENG, RAHMAT HIDAYAT, MEMBUKA RAPAT",
    "Kepala Inspektorat Kalteng I Made Sutrisna membuka rapat.",
    "Menurut Rahmat Hidayat, Kepala Inspektorat Kalteng, hasilnya baik.",
    "| Nama | Jabatan |\n|---|---|\n| Rahmat Hidayat | Kepala Inspektorat Kalteng |",
]
GOOD = [
    "Sekretaris Inspektorat Kalteng Bambang Wijaya membuka rapat.",
    "Kepala Inspektorat, Kartika, menyambut peserta; Kartika Sari menutupnya.",
    "Inspektur Provinsi Kalimantan Tengah, Kartika Sari Dewi, S.E., M.Si., hadir.",
    "Sekretaris Daerah Rahmat Hidayat membuka rapat.",
    "Sekretaris Dinas Kesehatan Rahmat Hidayat hadir.",
    "Inspektur Kabupaten Contoh Hulu, Rahmat Hidayat, berkunjung. Sekretaris Rahmat Hidayat lain.",
    "Kepala Bidang Aset Rahmat Hidayat hadir.",
    "Kepala Desa Contoh Rahmat Hidayat hadir.",
    "Mantan Sekretaris Inspektorat Kalteng Rahmat Hidayat diundang.",
    "Gubernur melantik Rahmat Hidayat sebagai Sekretaris Inspektorat Kalteng.",
    "Rapat dibuka Sekretaris Inspektorat Kalteng, Selasa (10/11/2026).",
    "Rapat dibuka Kepala Inspektorat Kalteng, Palangka Raya, kemarin.",
    "Kepala Inspektorat Kalteng dan Sekretaris Daerah hadir.",
    "Inspektur Upacara Rahmat Hidayat membacakan amanat.",
    "Sekretaris Panitia Rahmat Hidayat dan Ketua Panitia Rudi Tono melapor.",
    "Koperasi Maju dipimpin Ketua Siti Aminah dan Sekretaris Rahmat Hidayat.",
    "Dewan Hakim dipimpin Ketua Rahmat Hidayat dengan Sekretaris Siti Aminah.",
    "Kepala Bappedalitbang Rahmat Hidayat hadir.",
    "Pengawas Pemilu Rahmat Hidayat hadir.",
    "Pengawas Sekolah Rahmat Hidayat hadir.",
    "Auditor Inspektorat Kalteng Rahmat Hidayat menjadi pemateri.",
    "KEPALA INSPEKTORAT RAHMAT HIDAYAT",
    "KEPALA INSPEKTORAT KALTENG, KARTIKA SARI DEWI, MEMBUKA RAPAT",
    "KEPALA INSPEKTORAT KALTENG, KEPALA BAPPEDA, DAN CAMAT HADIR",
    "Sekretaris Inspektorat, Bambang, meminta peserta tertib.",
    "Kepala Inspektorat Kalteng Kertika Sari Dewi hadir.",
    "Camat Contoh Raya Rahmat Hidayat dan Lurah Contoh Rudi Tono hadir.",
    "Sekretaris Inspektorat Kalteng Drs. H. Bambang Wijaya, M.Si. hadir.",
]


@pytest.mark.parametrize("body", BAD)
def test_another_person_or_status_is_held(findings, body):
    (finding,) = findings("PJB-03", body)
    assert finding.level is Level.TAHAN


@pytest.mark.parametrize("body", GOOD)
def test_own_officials_and_those_of_other_offices_are_not(findings, body):
    assert findings("PJB-03", body) == ()


def test_titles_tell_no_name_from_a_verb(findings):
    assert findings("PJB-03", judul="Sekretaris Ajak Pegawai Disiplin") == ()
    assert findings("PJB-03", judul="Sekretaris Kartika Sari Dewi Buka Rapat")


@pytest.fixture(scope="module")
def dated():
    rows = (
        Official(
            "Rahmat Hidayat, S.H.", "Sekretaris", "definitif", date(2024, 1, 1), date(2026, 11, 9)
        ),
        Official("Siti Aminah", "Sekretaris", "plt", date(2026, 11, 10)),
    )
    context = replace(CONTEXT, office=replace(OFFICE, officials=rows))

    def said(body: str, **front):
        return [f.message for f in run(build(body, **front), context) if f.rule == "PJB-03"]

    return said


def test_the_day_of_the_activity_decides(dated):
    body = "Sekretaris Rahmat Hidayat membuka rapat."
    (message,) = dated(body)
    assert "10 November 2026" in message
    assert dated(body, tanggal=date(2026, 11, 9)) == []


def test_the_status_must_be_that_of_the_roster(dated):
    (message,) = dated("Sekretaris Siti Aminah membuka rapat.")
    assert "Plt." in message
    assert dated("Plt. Sekretaris Siti Aminah membuka rapat.") == []
    assert dated("Pelaksana Tugas (Plt.) Sekretaris Siti Aminah membuka rapat.") == []


def test_without_a_roster_nobody_is_wrong():
    context = replace(CONTEXT, office=replace(OFFICE, officials=()))
    found = run(build("Sekretaris Inspektorat Kalteng Rahmat Hidayat hadir."), context)
    assert "PJB-03" not in {finding.rule for finding in found}


def test_captions_are_read(findings):
    photo = {
        "berkas": "foto-1.jpg",
        "alt": "Rapat",
        "keterangan": "Kepala Inspektorat Kalteng Rudi Tono",
    }
    assert findings("PJB-03", foto=[photo])


SERVICE = replace(
    CONTEXT,
    office=replace(
        OFFICE,
        name="Dinas Perhubungan Kota Contoh Raya",
        short_name="Dishub Contoh Raya",
        city="Contoh Raya",
        officials=(
            Official("Rudi Sesayap, M.T.", "Kepala Dinas", "definitif", date(2025, 1, 1)),
            Official("Juata", "Sekretaris Dinas", "definitif", date(2025, 1, 1)),
        ),
    ),
)
"""An office whose posts carry a word of its own name."""


@pytest.mark.parametrize(
    "post",
    [
        "Kepala Dinas",
        "Kepala Dinas Perhubungan",
        "Kepala Dinas Perhubungan Kota Contoh Raya",
        "Kepala Dishub Contoh Raya",
    ],
)
def test_a_post_may_carry_a_word_of_the_office(post):
    named = {rule.rule for rule in run(build(f"{post} Rudi Sesayap, M.T., hadir."), SERVICE)}
    assert "PJB-03" not in named
    named = {rule.rule for rule in run(build(f"{post} Rahmat Hidayat, M.T., hadir."), SERVICE)}
    assert "PJB-03" in named


@pytest.mark.parametrize("post", ["Sekretaris Dinas", "Sekretaris Dishub Contoh Raya"])
def test_a_misspelt_name_of_one_word_is_known_by_such_a_post(post):
    named = {rule.rule for rule in run(build(f"{post} Juatta hadir."), SERVICE)}
    assert "NAMA-01" in named
    named = {rule.rule for rule in run(build(f"{post} Juata hadir."), SERVICE)}
    assert not named & {"NAMA-01", "PJB-03"}


def test_the_head_of_another_service_is_not_the_own():
    named = {rule.rule for rule in run(build("Kepala Dinas Kesehatan Budi Tono hadir."), SERVICE)}
    assert "PJB-03" not in named
