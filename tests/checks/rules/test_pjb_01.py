from __future__ import annotations

import pytest

from terbit.core.finding import Level

BAD = [
    "Plt. Sekretaris Budi Santoso hadir. Sekretaris Budi Santoso menutup acara.",
    "Plt. Kepala Dinas Sosial Budi Santoso hadir. “Baik,” kata Kepala Dinas Sosial.",
    "Camat Contoh, Budi Santoso, S.STP., hadir. Plh. Camat Contoh Budi Santoso berpesan.",
    "Budi Santoso selaku Plt. Sekretaris hadir. Sekretaris Budi Santoso menutup acara.",
    "Plt. Lurah Contoh Budi Santoso hadir. Plh. Lurah Contoh Budi Santoso pulang.",
    "Penjabat Bupati Contoh, Budi Santoso, hadir. Bupati Contoh Budi Santoso pulang.",
]
GOOD = [
    "Plt. Sekretaris Budi Santoso hadir. Plt. Sekretaris Budi Santoso menutup acara.",
    "Plt. Sekretaris Budi Santoso hadir. Sekretaris Siti Aminah menutup acara.",
    "Plt. Kepala Dinas Sosial Budi Santoso hadir. Sekretaris Dinas Sosial Budi Santoso.",
    "Plt. Kepala Dinas Sosial Budi Santoso hadir. Kepala Bidang Aset Budi Santoso.",
    "Plt. Kepala Dinas Sosial hadir. Kepala Dinas Sosial bertugas membina panti.",
    "Plt. Camat Contoh Budi Santoso hadir. Ia dilantik menjadi Camat Contoh pekan depan.",
    "Plt. Camat Contoh Hulu hadir. Camat Contoh Hilir mengatakan siap.",
    "Plt. Camat Contoh, Budi Santoso, hadir. Bupati melantik Camat Contoh, Budi Santoso.",
    "Pelaksana tugas lurah dan lurah hadir.",
]


@pytest.mark.parametrize("body", BAD)
def test_two_statuses_of_one_person_are_warned_of(findings, body):
    (finding,) = findings("PJB-01", body)
    assert finding.level is Level.INGAT


@pytest.mark.parametrize("body", GOOD)
def test_other_people_posts_and_successions_are_not(findings, body):
    assert findings("PJB-01", body) == ()


def test_a_caption_counts_and_the_later_place_is_shown(findings):
    photo = {"berkas": "foto-1.jpg", "alt": "Rapat", "keterangan": "Camat Contoh Budi Santoso"}
    (finding,) = findings("PJB-01", "Plt. Camat Contoh Budi Santoso hadir.", foto=[photo])
    assert finding.quote == "Plt. Camat Contoh Budi Santoso"
    assert "tanpa status" in finding.message
