"""Texts of the full size that a draft may have, made to keep the rules busy: each ends."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from terbit.articles import MAX_TEXT_BYTES
from terbit.checks import MOST_FINDINGS, RULES, run
from terbit.checks.built import page
from tests.checks.offices import CONTEXT, LEAD, build

SIZE = MAX_TEXT_BYTES - 8 * 1024
PATIENCE = 60
"""Seconds after which a text counts as one that never ends; each takes a few at most."""
HOSTILE = {
    "jam tanpa zona": ("Pengobatan dibuka pukul 08.15 di balai desa.", "\n\n"),
    "pejabat yang tidak tercatat": ("disambut Kepala Inspektorat Kalteng, Tiara Umbing", ", "),
    "ponsel": ("0812-3456-7890", "-"),
    "temuan": ("persentase penyelesaian temuan naik menjadi 95,4 persen", ", "),
    "kerugian": ("diklat penghitungan kerugian keuangan negara", ", "),
    "korban": ("korban berinisial AB (12)", " "),
    "nama": ("Siti Aminah,", " "),
    "tanggal": ("Senin, 12 Januari 2026", " "),
    "jabatan": ("Gubernur", " "),
    "tabel": ("| Siti Aminah | 12 tahun | Jl. Mawar | 08123456789 |", "\n"),
    "judul yang sama": ("## Sama", "\n\n"),
    "jangkar yang salah": ("[a](#x)", " "),
    "halaman yang salah": ("[a](/berita/2026/11/x/)", " "),
    "kutipan terbuka": ("“", " "),
    "titik": (".", " "),
    "angka": ("1", ""),
    "penekanan terbuka": ("**a*", ""),
    "gambar terbuka": ("![", ""),
    "elemen": ("<div>", ""),
    "atribut": ("<div a=b hidden>", "\n"),
    "komentar terbuka": ("<!--", ""),
    "bagian tak dikenal": ("<![CDATA[", ""),
    "entitas": ("&#x6a;", ""),
    "tersembunyi": ("a\u200b", ""),
}


def filled(piece: str, between: str) -> str:
    """As many of a piece as a draft may hold."""
    return between.join([piece] * (SIZE // len((piece + between).encode())))


@contextmanager
def ending() -> Iterator[None]:
    """Whatever runs on is stopped: a text that never ends would stop every later check."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_ends_in_findings_that_lie_within_it(name: str) -> None:
    with ending():
        article = build(f"{LEAD}\n{filled(*HOSTILE[name])}\n")
        found = run(article, CONTEXT)
    last = article.source.count("\n") + 1
    assert all(1 <= finding.line <= last for finding in found)
    assert len(found) <= (MOST_FINDINGS + 1) * len(RULES)


@pytest.mark.parametrize("name", ["elemen", "atribut", "komentar terbuka", "bagian tak dikenal"])
def test_a_hostile_page_is_read_to_its_end(name: str) -> None:
    with ending():
        assert page.read(filled(*HOSTILE[name]))


def test_of_very_many_findings_the_first_are_shown_and_the_rest_told() -> None:
    found = run(build(filled("Loket dibuka pukul 08.15.", "\n\n")), CONTEXT)
    clock = [finding for finding in found if finding.rule == "WKT-06"]
    assert len(clock) == MOST_FINDINGS + 1
    assert any(f"lebih dari {MOST_FINDINGS}" in finding.message for finding in clock)
