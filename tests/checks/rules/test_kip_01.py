from __future__ import annotations

import pytest

from terbit.core.finding import Level

BAD = [
    "Tim mencatat kemahalan harga Rp91.200.000 pada Kecamatan Sungai Contoh.",
    "Tim menyampaikan temuan kepada Dinas Pendidikan.",
    "Perjalanan dinas fiktif senilai 2 miliar rupiah terjadi.",
    "Kelebihan pembayaran sebesar Rp 5.000.000,00.",
    "Kekurangan volume pekerjaan di Desa Maju.",
    "Ketekoran kas Rp. 5.000.000 ditutup.",
    "Kerugian negara mencapai Rp1,2 miliar.",
    "Kerugian keuangan daerah lima juta rupiah.",
    "PT. Maju Jaya melakukan mark-up harga.",
    "Mark up terjadi di RSUD dr. Contoh.",
    "Temuannya ada pada BPKAD.",
    "Temuan-temuan di Puskesmas Contoh.",
    "Bantuan banjir: kelebihan pembayaran Rp5 juta.",
    "KEMAHALAN HARGA DI DINAS PENDIDIKAN.",
    "| Unit | Masalah |\n|---|---|\n| Dinas X | kelebihan pembayaran |",
    "| Unit | Temuan |\n|---|---|\n| A | Rp5.000.000 |",
]
GOOD = [
    "Kerugian daerah akibat banjir mencapai Rp2 miliar di Kecamatan Contoh.",
    "Kerugian akibat kebakaran Rp500 juta.",
    "Restitusi kelebihan pembayaran sebesar Rp3 juta diproses.",
    "Kelebihan pembayaran pajak Rp3 juta dikembalikan Bapenda.",
    "Sebanyak 85 persen temuan telah ditindaklanjuti.",
    "Dari 1.250 temuan, 1.100 telah selesai.",
    "Tindak lanjut temuan Badan Pemeriksa Keuangan dibahas.",
    "Ada temuan. Dinas Pendidikan hadir.",
    "Pertemuan di Dinas Pendidikan menelan Rp5 juta.",
    "Dinas Kesehatan mencatat temuan kasus DBD.",
    "Temuan cagar budaya di Desa Contoh dilindungi.",
    "Indeks kemahalan konstruksi Kecamatan Contoh naik.",
    "Pelatihan mencegah mark-up dan kegiatan fiktif.",
    "Tokoh fiktif di Desa Wisata itu dikenal.",
    "Pengelolaan Dana Desa Tahun 2026 tanpa temuan.",
    "Anggaran Rp5 miliar untuk Dinas Pendidikan.",
    "Temuan tahun lalu dibahas bersama 2 juta warga.",
    "Pencegahan Perjalanan Dinas Fiktif.",
    "Perjalanan Dinas Luar Daerah tanpa temuan.",
    "Penyaluran Dana Desa Tahap II tanpa temuan.",
]


@pytest.mark.parametrize("body", BAD)
def test_findings_with_amount_or_unit_are_held(findings, body):
    (finding,) = findings("KIP-01", body)
    assert finding.level is Level.TAHAN
    assert finding.span


@pytest.mark.parametrize("body", GOOD)
def test_other_sentences_are_not(findings, body):
    assert findings("KIP-01", body) == ()


def test_each_sentence_is_held_by_itself(findings):
    body = "Temuan Rp5.000.000 ada. Rapat selesai. Temuan di Desa Maju ada."
    assert len(findings("KIP-01", body)) == 2


def test_the_title_counts(findings):
    assert len(findings("KIP-01", judul="Temuan di Dinas Pendidikan Dibahas")) == 1


def test_talk_in_general_is_silent_and_its_amount_is_not(findings):
    assert not findings("KIP-01", "Dinas Sosial bertekad mencegah kelebihan pembayaran.")
    assert findings("KIP-01", "Dinas Sosial bertekad mencegah kelebihan pembayaran Rp5 juta.")


def test_the_name_of_a_unit_is_no_reason_for_silence(findings):
    assert findings("KIP-01", "Auditor mencatat temuan pada Dinas Ketahanan Pangan.")
    assert not findings("KIP-01", "Auditor mencatat temuan pangan basi di Dinas Sosial.")
