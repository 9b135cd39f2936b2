from __future__ import annotations

import pytest

WRONG = {
    "Rapat dipimpin Plt Sekretaris.": "Plt. Sekretaris",
    "PLT. Sekretaris hadir.": "Plt. Sekretaris",
    "plt. Camat hadir.": "Plt. Camat",
    "Plt.Kepala Bidang hadir.": "Plt. Kepala",
    "Plh Wali Kota hadir.": "Plh. Wali",
    "PJ Gubernur hadir.": "Pj. Gubernur",
    "Pj.Bupati hadir.": "Pj. Bupati",
    "PJS Bupati hadir.": "Pjs. Bupati",
    "Ia ditunjuk sebagai PLT.": "Plt.",
    "Plt . Kepala hadir.": "Plt. Kepala",
    "PLT KEPALA DINAS SOSIAL": "Plt. KEPALA",
    "Pelaksana tugas (Plt) lurah hadir.": "Plt.",
}
RIGHT = [
    "Plt. Sekretaris, Plh. Camat, Pj. Bupati, dan Pjs. Gubernur hadir.",
    "PLTU, PLTS, PLTMH, dan PLTD menyala.",
    "Lampu PJU dan guru PJOK.",
    "Pelajaran PLH dan PJ kegiatan.",
    "#PltCamat dan plt.go.id serta berkas plt-camat.jpg",
    "PLT. KEPALA DINAS SOSIAL HADIR",
    "Jabatan itu diisi Plt.",
    "Pelaksana tugas (Plt.) lurah hadir.",
    "Dua Plt. hadir.",
]


@pytest.mark.parametrize(("body", "right"), WRONG.items())
def test_wrong_forms_are_shown_the_right_one(findings, body, right):
    (finding,) = findings("PJB-02", body)
    assert f"“{right}”" in finding.fix


@pytest.mark.parametrize("body", RIGHT)
def test_right_forms_and_other_words_are_not(findings, body):
    assert findings("PJB-02", body) == ()


def test_tags_are_not_read(findings):
    assert findings("PJB-02", tagar=["Plt Camat"]) == ()
