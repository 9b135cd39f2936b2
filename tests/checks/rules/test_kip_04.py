from __future__ import annotations

import pytest

from terbit.core.finding import Level

BAD = [
    "Tim sedang melakukan audit investigatif di RSUD Contoh.",
    "Kejaksaan Negeri menetapkan dua tersangka dalam kasus pengadaan alat kesehatan.",
    "Perkara itu sudah naik ke tahap penyidikan sejak pekan lalu.",
    "Seorang kepala bidang terjaring operasi tangkap tangan KPK.",
    "Pemeriksaan khusus terhadap Kepala Desa Contoh masih berlangsung.",
    "Riksus di SMKN 1 Contoh berlangsung lima hari.",
    "Inspektorat membantu Polda menghitung kerugian keuangan negara dalam perkara hibah.",
    "Auditor menyerahkan hasil PKKN kepada Kejari.",
    "ADTT atas pengadaan alat kesehatan dimulai pekan depan.",
    "Dugaan pungutan liar itu sedang diselidiki tim gabungan.",
    "Polres masih menyelidiki penyebab hilangnya aset daerah.",
    "Penyidik Kejati memeriksa tiga saksi dari dinas itu.",
    "Audit\ndengan tujuan tertentu pada dana BOS berjalan di tiga sekolah.",
    "TIM RIKSUS TURUN KE KECAMATAN CONTOH",
    "OTT di kantor perizinan membuat pelayanan terhenti.",
    "Berkas tersangka dilimpahkan ke pengadilan.",
    "Tim kembali mendatangi lokasi untuk melanjutkan audit investigasi.",
    "| Kegiatan | Lokasi |\n|---|---|\n| Audit investigatif | Dinas Contoh |",
    "Seusai pelatihan, auditor kini melakukan audit investigatif di dua kecamatan.",
    "Pemeriksaan dengan tujuan tertentu atas hibah olahraga diperpanjang.",
    "Mantan kepala desa itu kini berstatus tersangka.",
    "Kami tidak dapat berkomentar karena masih dalam proses penyidikan.",
    "Gubernur memerintahkan pemeriksaan khusus atas proyek jembatan.",
    "Sebanyak 12 saksi diperiksa dalam penyidikan perkara itu.",
    "Penyelidikannya ditangani kepolisian.",
]
GOOD = [
    "Dua auditor mengikuti pelatihan audit investigatif di Pusdiklatwas.",
    "Penyelidikan epidemiologi dilakukan Dinas Kesehatan di Kecamatan Contoh.",
    "Sebanyak 12 penyidik pegawai negeri sipil dilantik gubernur.",
    "PPNS Satpol PP mengikuti penyegaran.",
    "Peraturan Kapolri Nomor 6 Tahun 2019 tentang Penyidikan Tindak Pidana dibahas.",
    "Inspektur Pembantu Khusus mempunyai tugas melaksanakan audit investigatif.",
    "Audit dengan tujuan tertentu adalah audit di luar audit keuangan dan audit kinerja.",
    "Apabila ada indikasi pidana, hasil audit investigatif diserahkan kepada penegak hukum.",
    "Setiap tersangka berhak didampingi penasihat hukum.",
    "Sepanjang 2025, Inspektorat menyelesaikan 12 ADTT dan 4 pemeriksaan khusus.",
    "PKPT 2027 memuat 20 penugasan ADTT.",
    "Penyelidikan tanah mendahului pembangunan jembatan.",
    "Layanan OTT mengubah cara warga menonton film.",
    "Pemeriksaan khusus mata bagi siswa digelar di puskesmas.",
    "Pegawai belajar menghindari OTT dengan menolak suap.",
    "Bidang Penyidikan Kejati hadir dalam rapat koordinasi.",
    "Direktur Penyelidikan KPK memberi kuliah umum.",
    "Mata kuliah itu membedakan penyelidikan dan penyidikan.",
    "Undang-Undang Nomor 30 Tahun 2002 mengatur penyelidikan dan penyidikan.",
    "Irban V membidangi audit investigatif.",
    "Layanan over-the-top (OTT) bertambah.",
    "Laporan kerugian akibat banjir dihimpun BPBD.",
    "Penyelidikan wabah campak dilakukan puskesmas.",
    "Film pendek itu berkisah tentang tersangka yang menyesal.",
    "Pencegahan lebih murah daripada penyidikan.",
    "Modul PKKN dibagikan kepada auditor.",
    "Rancangan pedoman audit investigatif disusun bersama BPKP.",
]


@pytest.mark.parametrize("body", BAD)
def test_a_process_that_is_told_of_is_held(findings, body):
    (finding,) = findings("KIP-04", body)
    assert finding.level is Level.TAHAN


@pytest.mark.parametrize("body", GOOD)
def test_lessons_rules_counts_and_other_meanings_are_not(findings, body):
    assert findings("KIP-04", body) == ()


def test_one_finding_a_sentence(findings):
    body = "Penyidik menahan tersangka seusai OTT. Penyidikan berlanjut."
    assert [f.quote for f in findings("KIP-04", body)] == ["Penyidik", "Penyidikan"]


def test_the_title_counts(findings):
    assert findings("KIP-04", judul="Riksus Dana Desa Contoh Dimulai")
