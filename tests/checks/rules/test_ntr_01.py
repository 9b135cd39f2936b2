from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from terbit.checks import run
from terbit.core.catalogue import RuleSetting
from terbit.core.finding import Level
from tests.checks.offices import CONTEXT, OFFICE, build

BAD = [
    "Bendera Partai Keadilan Sejahtera berkibar di halaman.",
    "PDI Perjuangan menggelar donor darah di aula kantor.",
    "Ketua Partai Golkar hadir sebagai tamu.",
    "Kader PARTAI NASDEM membagikan bibit.",
    "Partai\nBuruh mengirim karangan bunga.",
    "Sambutan pengurus Partai Aceh dibacakan.",
    "Warga diajak mencoblos nomor 2 pada pilkada.",
    "Pilihlah nomor 1 untuk perubahan.",
    "Calon bupati nomor urut 3 menyapa pegawai.",
    "Paslon 01 disambut tarian daerah.",
    "Pasangan calon gubernur Rahmat–Dewi membagikan kaus.",
    "Lanjutkan dua periode!",
    "Spanduk bertuliskan #2029GantiPresiden dipasang.",
    "Mari menangkan pasangan petahana.",
    "Peserta berpose dua jari seusai rapat.",
    "Foto bersama dengan simbol jari metal.",
    "Tim pemenangan meminjam aula kantor.",
    "Relawan pendukung calon wali kota mengisi acara.",
    "Kaus bertuliskan “2 periode” dibagikan kepada peserta.",
    "Kepala bidang mengajak memilih calon wali kota petahana.",
    "Dukung Ibu Bupati dua periode lagi.",
]
GOOD = [
    "PAN, PKS, PPP, dan PBB hanyalah singkatan di kantor: Kemenpan, perjanjian, skema, dan pajak.",
    "ASN dilarang berpose dua jari bersama calon bupati nomor urut 3.",
    "Netralitas berarti tidak mendukung pasangan calon gubernur mana pun.",
    "KPU menyosialisasikan tata cara mencoblos surat suara.",
    "Bawaslu mengawasi debat pasangan calon.",
    "Bantuan keuangan partai politik diperiksa BPK.",
    "Nomor urut 2 dalam antrean dipanggil ke loket.",
    "Ketik atau pilih nomor 3 pada menu WhatsApp.",
    "Peserta ujian nomor urut 12 hadir.",
    "Laporan dua periode pelaporan dibandingkan.",
    "Menangkan hadiah kuis integritas.",
    "Pasangan calon pengantin mengikuti bimbingan.",
    "Ganti kepala keran yang bocor.",
    "Warga mengacungkan jempol.",
    "Sidik jari dan dua jari ditempelkan pada pemindai.",
    "Sebagian besar partai besar kayu dikirim lewat sungai.",
    "Serikat buruh dan partai kecil barang tiba di gudang.",
    "Pemilu serentak 2029 disiapkan bersama.",
    "Sikap demokrat dan golongan karya tulis dibahas.",
    "Guru menunjukkan jari tengah dan kelingking dalam pelajaran.",
    "Pilih salah satu: nomor 1 untuk puas, nomor 2 untuk tidak puas.",
    "Burung garuda menjadi lambang negara.",
]


@pytest.mark.parametrize("body", BAD)
def test_words_of_a_campaign_are_held(findings, body):
    assert {finding.level for finding in findings("NTR-01", body)} == {Level.TAHAN}


@pytest.mark.parametrize("body", GOOD)
def test_office_words_and_lessons_are_not(findings, body):
    assert findings("NTR-01", body) == ()


def test_an_office_adds_slogans():
    setting = RuleSetting("musim pemilihan", words=("Kalteng  Makin Jaya",))
    office = replace(OFFICE, rules=MappingProxyType({"NTR-01": setting}))
    context = replace(CONTEXT, office=office)

    def said(body: str) -> list[str]:
        return [f.quote for f in run(build(body), context) if f.rule == "NTR-01"]

    assert said("Yel-yel “kalteng makin\njaya” bergema.") == ["kalteng makin jaya"]
    assert said("Kalteng makin jayanya.") == []


def test_one_place_is_one_finding(findings):
    assert len(findings("NTR-01", "Mari menangkan paslon nomor urut 2.")) == 1
