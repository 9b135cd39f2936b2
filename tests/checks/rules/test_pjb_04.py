from __future__ import annotations

import pytest

WRONG = {
    "Rudi Contoh S.STP M.AP hadir.": "Contoh, S.STP., M.AP.",
    "Rudi Contoh, S.E, M.Si hadir.": "Contoh, S.E., M.Si.",
    "Rudi Contoh, SE, MM hadir.": "Contoh, S.E., M.M.",
    "Rudi Contoh SH menjadi saksi ahli.": "Contoh, S.H.",
    "Rudi Contoh, S. Sos., hadir.": "Contoh, S.Sos.",
    "Rudi Contoh, S.H.,M.H. hadir.": "Contoh, S.H., M.H.",
    "Rudi Contoh MSi hadir.": "Contoh, M.Si.",
    "Siti Aminah, A.Md hadir.": "Aminah, A.Md.",
    "Drs Rudi Contoh hadir.": "Drs.",
    "Prof Siti Aminah hadir.": "Prof.",
    "dr Siti Aminah hadir.": "dr.",
    "K. Sari Dewi hadir.": "Kartika Sari Dewi, S.E., M.Si.",
    "Kartika S. Dewi hadir.": "Kartika Sari Dewi, S.E., M.Si.",
    "Kartikasari Dewi hadir.": "Kartika Sari Dewi, S.E., M.Si.",
    "Bambang W. hadir.": "Drs. H. Bambang Wijaya",
}
RIGHT = [
    "Rudi Contoh, S.STP., M.AP., hadir.",
    "Rudi Contoh, S.IP., M.A.P. hadir.",
    "Pembicara: Rudi Contoh, S.E.",
    "Rudi Contoh, S.Pd., M.Pd.",
    "SE Gubernur, ST, dan SK dibawa tim.",
    "Kepala Dinas, SE, dan SK dibahas.",
    "Jaksa Agung ST Burhanuddin hadir.",
    "Putusan MA dan guru MA dibahas.",
    "Hujan 120 MM di Contoh Hulu.",
    "RSUD dr Contoh dan Jalan Dr Soetomo.",
    "Dr. Siti Aminah dan Ir. Rudi Contoh hadir.",
    "Kartika, Kartika Sari Dewi, dan Bambang Wijaya hadir.",
    "Kartika Dewi dan Bambang Prasetya hadir.",
    "Kertika Sari Dewi hadir.",
    "H. Bambang Wijaya hadir.",
    "Program Studi S.Kom M.Kom dibuka.",
    "S. Parman dan M. Yamin pahlawan.",
]


@pytest.mark.parametrize(("body", "right"), WRONG.items())
def test_wrong_degrees_and_names_are_shown_the_right_one(findings, body, right):
    (finding,) = findings("PJB-04", body)
    assert f"“{right}" in finding.fix


@pytest.mark.parametrize("body", RIGHT)
def test_right_ones_and_other_letters_are_not(findings, body):
    assert findings("PJB-04", body) == ()
