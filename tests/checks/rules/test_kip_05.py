from __future__ import annotations

import pytest

from terbit.core.finding import Level

BAD = [
    "Berdasarkan nota dinas Sekretaris, rapat dimajukan.",
    "Nota Dinas Nomor 045/112/SEKRE memerintahkan perubahan jadwal.",
    "Menindaklanjuti disposisi Gubernur, tim turun ke lapangan.",
    "Isi surat rahasia itu beredar di grup percakapan.",
    "Telaahan staf Nomor 12/TS/2026 mengusulkan penundaan.",
    "Dalam ND-45/SET/2026 disebut nama lima pegawai.",
    "Menurut surat R-12/N.2.5/Fd.1/11/2026, dokumen diserahkan Senin.",
    "Disposisi Inspektur berbunyi “segera proses”.",
    "Sesuai dengan memo internal kepala bagian, anggaran dialihkan.",
    "Nota-dinas itu berisi usulan mutasi; bunyi nota dinas tersebut dibacakan.",
    "Surat bersifat rahasia dari kejaksaan meminta daftar aset.",
    "Surat dinas rahasia Nomor 7/2026 diterima kemarin.",
    "Sebagaimana tertuang dalam telaah staf, pengadaan dibatalkan.",
    "Dalam nota dinasnya, Sekretaris meminta tambahan anggaran.",
    "Telaahan staf Bidang Hukum menyimpulkan bahwa perjanjian perlu diubah.",
    "Sesuai disposisi pimpinan, kegiatan ditunda.",
    "Kutipan disposisi itu ditampilkan di layar.",
    "Nomor 12/ND/UM/2026 menjadi dasar perubahan.",
]
GOOD = [
    "Pelatihan membahas cara menulis nota dinas dan telaahan staf.",
    "Lembar disposisi kini diisi melalui aplikasi SRIKANDI.",
    "Aplikasi itu mempercepat disposisi surat masuk.",
    "Kendaraan R-2 dan R-4 dibebaskan dari denda.",
    "Kendaraan R2/R4 dan R-2/R-4 dicatat petugas.",
    "Pendingin ruangan memakai bahan R-32 dan R-410A.",
    "Nota dinas adalah naskah dinas intern.",
    "Pemungutan suara bersifat rahasia.",
    "Identitas pelapor dirahasiakan.",
    "Surat suara rahasia dilipat dua.",
    "Format nota dinas mengikuti tata naskah dinas.",
    "Disposisi elektronik diterapkan di semua bidang.",
    "Arsiparis menata arsip nota dinas tahun 2020.",
    "Nota kesepahaman Nomor 12/NK/2026 ditandatangani.",
    "Peserta magang berlatih membuat telaahan staf.",
    "Berdasarkan format nota dinas yang baru, kop diperbarui.",
    "Lomba menulis nota dinas diikuti 20 pegawai.",
    "Pegawai tidak boleh membocorkan isi nota dinas.",
    "Peraturan Gubernur Nomor 5 Tahun 2024 tentang Nota Dinas Elektronik disosialisasikan.",
]


@pytest.mark.parametrize("body", BAD)
def test_internal_papers_that_are_cited_are_held(findings, body):
    assert {finding.level for finding in findings("KIP-05", body)} == {Level.TAHAN}


@pytest.mark.parametrize("body", GOOD)
def test_forms_lessons_and_vehicles_are_not(findings, body):
    assert findings("KIP-05", body) == ()


def test_a_number_and_its_paper_are_one_finding(findings):
    assert len(findings("KIP-05", "Berdasarkan nota dinas Nomor 12/ND/UM/2026, rapat pindah.")) == 1
