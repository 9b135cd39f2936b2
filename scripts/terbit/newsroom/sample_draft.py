"""A draft to demonstrate with, in the words of any office: for one without samples of its own."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from terbit import indonesian
from terbit.core.article import KINDS, FiveW
from terbit.core.office import Office
from terbit.newsroom.answers import Answers, Picture
from terbit.newsroom.draft_text import draft_text

PHOTO = "foto-1.jpg"
DAY = date(2026, 11, 17)
WRONG = "Tiga belas perangkat daerah mendaftar"
RIGHT = "Dua belas perangkat daerah mendaftar"


def sample_draft(office: Office) -> str:
    """index.md of an article with one photo, whose body says WRONG where its summary is right."""
    picture = Picture(
        Path(PHOTO),
        alt="Dua petugas melayani dua peserta di meja konsultasi.",
        caption="Petugas melayani konsultasi di ruang layanan.",
        consent="tidak perlu, semuanya pegawai yang bertugas",
        children=False,
        documents=False,
    )
    return draft_text(_answers(office, picture), {PHOTO: picture}, f"Contoh untuk {office.name}")


def _answers(office: Office, picture: Picture) -> Answers:
    zone = indonesian.zone(datetime(DAY.year, DAY.month, DAY.day, tzinfo=office.calendar.zone))
    return Answers(
        title="Klinik Konsultasi Layani 31 Pertanyaan dalam Sehari",
        kind=KINDS[0],
        day=DAY,
        five_w=FiveW(
            apa="Klinik konsultasi bagi perangkat daerah",
            siapa=f"{office.name} bersama dua belas perangkat daerah",
            kapan=f"Selasa, 17 November 2026, pukul 08.30 {zone}",
            di_mana=f"Ruang layanan {office.name}, {office.city}",
            mengapa="Agar keraguan selesai sebelum menjadi masalah",
            bagaimana="Peserta mendaftar, menerima nomor antrean, lalu berkonsultasi",
        ),
        summary="Dua belas perangkat daerah berkonsultasi sebelum tahun anggaran berakhir.",
        category="layanan",
        text=f"{office.city} – {office.name} membuka klinik konsultasi di ruang layanannya,"
        f" Selasa (17/11/2026), pukul 08.30 {zone}. {WRONG} dan semuanya hadir.\n\n"
        "Dalam sehari, petugas menjawab 31 pertanyaan. Peserta menerima nomor antrean, lalu"
        " berkonsultasi paling lama 30 menit. Layanan ini tidak dipungut biaya.\n\n"
        "Contoh: berita ini dibuat untuk memperagakan Terbit; peristiwanya rekaan.",
        pictures=(picture,),
    )
