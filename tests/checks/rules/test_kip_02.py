from __future__ import annotations

import pytest

from terbit.checks.masking import mask
from terbit.core.finding import Level

BAD = {
    "LHP Nomor 700/12/LHP/INSP/2026 dibahas.": "LHP Nomor 700/12/LHP/INSP/2026",
    "Laporan Hasil Pemeriksaan Khusus Nomor: 700.1.2.1/045/INSP selesai.": (
        "Laporan Hasil Pemeriksaan Khusus Nomor: 700.1.2.1/045/INSP"
    ),
    "Isi LHA No. 23/2026 belum diumumkan.": "LHA No. 23/2026",
    "Dokumen LHP-045/PW15/3/2026 diterima.": "LHP-045/PW15/3/2026",
    "LHP BPK RI Perwakilan Provinsi atas belanja daerah Nomor 18.B/LHP/2026 terbit.": (
        "LHP BPK RI Perwakilan Provinsi atas belanja daerah Nomor 18.B/LHP/2026"
    ),
    "Nomor LHP: 700/9/2026.": "Nomor LHP: 700/9/2026",
    "Berkas 700/041/IRBAN.I/INSP tidak dipinjamkan.": "700/041/IRBAN.I/INSP",
    "Kertas Kerja Audit nomor 7/KKA/2026 dilampirkan.": "Kertas Kerja Audit nomor 7/KKA/2026",
    "Naskah Hasil\nPemeriksaan Nomor 14 telah ditanggapi.": "Naskah Hasil Pemeriksaan Nomor 14",
    "Surat pengantar LHR nomor 5 dikirim.": "LHR nomor 5",
    "LHE AKIP bernomor 700/77/LHE/ITPROV/2026 memuat nilai BB.": (
        "LHE AKIP bernomor 700/77/LHE/ITPROV/2026"
    ),
    "LHPKKN 12/LHPKKN/2026 diserahkan.": "12/LHPKKN/2026",
    "Nomor surat 700/310/INSP/2026 memuat rekomendasi.": "700/310/INSP/2026",
}
GOOD = [
    "BPK menyerahkan LHP atas LKPD Tahun Anggaran 2025 kepada gubernur.",
    "Sebanyak 131 LHP terbit; 12 LHP di antaranya selesai ditindaklanjuti.",
    "LHP semester I tahun 2026 dan LHP 2025 dibandingkan.",
    "Tim bekerja dengan Surat Tugas Nomor 700/118/ST/INSP.",
    "Surat Perintah Tugas Nomor 700/118/INSP/2026 berlaku lima hari.",
    "Undangan Nomor 700/20/INSP/2026 dikirim kepada peserta.",
    "Surat edaran Nomor 700/12/SE/2026 mengingatkan batas waktu.",
    "LHP disusun menurut Peraturan BPK Nomor 1 Tahun 2017.",
    "Tindak lanjut LHP diatur dalam Pasal 20 Undang-Undang Nomor 15 Tahun 2004.",
    "Pengumuman Nomor 700/45/INSP/2026 memuat jadwal layanan.",
    "Keputusan Inspektur Nomor 700/33/INSP/2026 menetapkan tim.",
    "Laporan hasil pemeriksaan laboratorium Nomor 12/LAB/2026 menunjukkan air layak minum.",
    "LHR jalan itu 12.450 kendaraan per hari.",
    "Rapat LHP berlangsung 10/11/2026.",
    "Pembahasan LHP tahun 2025/2026 selesai.",
    "Jadwal LHP/LHE/2026 disusun bersama.",
    "Hubungi petugas LHP di nomor telepon 112.",
    "LHKPN Nomor 12 telah diumumkan.",
    "Format nomor surat 700/…/INSP dijelaskan kepada arsiparis.",
    "Kode klasifikasi 700/INSP dipakai sejak tahun lalu.",
]


@pytest.mark.parametrize(("body", "quote"), BAD.items())
def test_numbers_of_reports_are_held(findings, body, quote):
    (finding,) = findings("KIP-02", body)
    assert finding.level is Level.TAHAN
    assert finding.quote == mask(quote)


@pytest.mark.parametrize("body", GOOD)
def test_other_numbers_and_talk_of_reports_are_not(findings, body):
    assert findings("KIP-02", body) == ()


def test_each_number_of_a_list_is_held_at_its_line(findings):
    body = "Dasar:\n\n- LHP Nomor 1/LHP/2026\n- LHP Nomor 2/LHP/2026\n"
    first, second = findings("KIP-02", body)
    assert second.line == first.line + 1


def test_the_head_of_a_column_says_what_the_number_is(findings):
    body = "| Nomor LHP | Objek |\n|---|---|\n| 12/INS/2026 | Sekolah |"
    (finding,) = findings("KIP-02", body)
    assert finding.quote == "12/INS/2026"


def test_captions_and_summaries_are_read(findings):
    assert findings("KIP-02", ringkasan="Rapat membahas LHA Nomor 700/1/LHA/INSP.")
