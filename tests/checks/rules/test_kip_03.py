from __future__ import annotations

import pytest

from terbit.core.finding import Level


def test_the_level_and_the_quote(findings):
    (finding,) = findings("KIP-03", "Surat itu dikirim oleh pelapor, Sdr. Andi Wijaya, kemarin.")
    assert finding.level is Level.TOLAK
    assert finding.quote == "pelapor, Sdr. Andi Wijaya"


@pytest.mark.parametrize("head", ["Pelapor", "Nama Pelapor", "Pengadu"])
def test_a_column_of_reporters(findings, head):
    table = f"| No. | {head} | Isi |\n|---|---|---|\n| 1 | Andi Wijaya | jalan rusak |"
    (finding,) = findings("KIP-03", table)
    assert finding.quote == "Andi Wijaya"


def test_other_columns(findings):
    table = "| Petugas | Pelapor |\n|---|---|\n| Andi Wijaya | dirahasiakan |"
    assert findings("KIP-03", table) == ()


def test_who_reports_work_in_office_is_no_reporter(findings):
    body = "Sekretaris, Andi Wijaya, melaporkan dugaan penyimpangan kepada gubernur."
    assert findings("KIP-03", body) == ()
    assert findings("KIP-03", body.replace("Sekretaris, Andi Wijaya,", "Andi Wijaya"))


def test_a_speaker_of_a_training_is_no_source(findings):
    assert findings("KIP-03", "Narasumber kami, Ibu Rina Wati, memaparkan materi.") == ()
    assert findings("KIP-03", "Narasumber kami, Ibu Rina Wati, melihat uang itu.")


def test_the_row_of_heads_names_nobody(findings):
    table = "| No. | Pelapor | Isi |\n|---|---|---|\n| 1 | dirahasiakan | jalan rusak |"
    assert findings("KIP-03", table) == ()


@pytest.mark.parametrize("head", ["Sumber aduan", "Dilaporkan oleh", "Nama pengirim"])
def test_other_words_for_reporters_head_a_column_too(findings, head):
    assert findings("KIP-03", f"| {head} | Isi |\n|---|---|\n| Andi Wijaya | jalan rusak |")


def test_a_row_that_begins_with_the_word(findings):
    assert findings("KIP-03", "| Hal | Isi |\n|---|---|\n| Pelapor | Andi Wijaya |")


def test_who_works_in_an_office_and_reports_the_head_of_it(findings):
    body = "Bendahara, Andi Wijaya, melaporkan atasannya ke Inspektorat."
    (finding,) = findings("KIP-03", body)
    assert finding.quote == "Andi Wijaya, melaporkan atasannya"
    assert findings("KIP-03", body.replace("atasannya", "realisasi")) == ()


@pytest.mark.parametrize("lead", ["Menurut", "Kata", "Selain", "Di hadapan"])
def test_a_clause_that_begins_with_the_word_is_no_aside(findings, lead):
    assert findings("KIP-03", f"{lead} Andi Wijaya, pelapor dilindungi.") == ()
    assert findings("KIP-03", f"{lead} Andi Wijaya, pelapor, bukti itu lengkap.")
