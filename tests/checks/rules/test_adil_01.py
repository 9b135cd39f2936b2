from __future__ import annotations

import pytest

from terbit.core.finding import Level

GUILTY = "Oknum berinisial HK terbukti menggelapkan uang kas."


def test_the_level_and_the_quote(findings):
    (finding,) = findings("ADIL-01", GUILTY)
    assert finding.level is Level.TAHAN
    assert finding.quote == "terbukti menggelapkan"


@pytest.mark.parametrize("final", ["berkekuatan hukum tetap", "inkrah", "inkracht"])
def test_a_final_verdict_may_be_told(findings, final):
    assert (
        findings("ADIL-01", f"Menurut putusan yang {final}, HK terbukti menggelapkan uang.") == ()
    )


def test_a_first_verdict_is_not_final(findings):
    assert findings("ADIL-01", "Pengadilan menyatakan Markus Tuwan bersalah.")


@pytest.mark.parametrize(
    "opening", ["Jika terbukti", "Bila nanti terbukti", "Diduga terbukti", "Belum terbukti"]
)
def test_what_is_open_is_no_verdict(findings, opening):
    assert findings("ADIL-01", f"{opening} korupsi, Kepala Desa Contoh diberhentikan.") == ()


def test_nobody_named(findings):
    assert findings("ADIL-01", "Pegawai terbukti korupsi.") == ()
    assert findings("ADIL-01", "Pegawai Dinas Contoh terbukti korupsi.")


def test_an_item_of_a_list_says_it_behind_a_colon(findings):
    item = "- Agus Sulaiman (staf): terbukti memungut biaya"
    assert findings("ADIL-01", f"Dijatuhi hukuman:\n\n{item}")
    assert findings("ADIL-01", judul="Agus Sulaiman: Terbukti Pungli, Pegawai Dipecat") == ()


def test_a_sentence_of_a_court_counts_beside_a_crime(findings):
    judged = "Hakim menghukum mantan Camat Contoh, Rudi Hartono, empat tahun penjara"
    assert findings("ADIL-01", f"{judged} karena korupsi.")
    assert findings("ADIL-01", f"{judged} karena membakar lahan.") == ()


def test_what_was_taken_is_no_lesson(findings):
    assert findings("ADIL-01", "Kepala Desa Contoh menggelapkan dana pelatihan.")
    assert findings("ADIL-01", "Kepala Desa Contoh menggelapkan dana dalam drama itu.") == ()
