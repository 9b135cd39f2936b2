"""FOTO-03: which words for a photo tell nothing, and what is said of them."""

from __future__ import annotations

import pytest

from terbit.checks.rules.foto_03 import LONGEST, RULE, SHORTEST
from terbit.core.finding import Level
from tests.checks.offices import CONTEXT, FRONT, build

ROW = FRONT["foto"][0]


def found(alt: str, **row):
    return list(RULE.check(build(foto=[{**ROW, "alt": alt, **row}]), CONTEXT))


@pytest.mark.parametrize(
    ("alt", "says"),
    [
        ("foto-1.jpg", "hanya nama berkas"),
        ("FOTO-1", "hanya nama berkas"),
        ("rapat_spip_2026_pagi", "hanya nama berkas"),
        ("Screenshot 2026-11-10 083012", "hanya nama berkas"),
        ("Tangkapan layar 2026-11-10", "hanya nama berkas"),
        ("Foto kegiatan rapat", "tidak menceritakan"),
        ("Foto-foto kegiatan", "tidak menceritakan"),
        ("20261110 083012 0042", "tidak menceritakan"),
        ("rapat pembukaan, penilaian!", "sama dengan keterangannya"),
        (FRONT["judul"].upper(), "sama dengan judul"),
        ("Rapat di aula", "hanya 13 huruf"),
    ],
)
def test_what_is_said(alt, says):
    (finding,) = found(alt)
    assert says in finding.message
    assert "“foto-1.jpg”" in finding.message
    assert finding.level is Level.INGAT


@pytest.mark.parametrize(
    ("length", "count"), [(SHORTEST - 1, 1), (SHORTEST, 0), (LONGEST, 0), (LONGEST + 1, 1)]
)
def test_the_lengths_themselves_are_allowed(length, count):
    words = "Pegawai duduk di ruang besar " * 9
    assert len(found(words[: length - 1] + "x")) == count


def test_an_empty_alt_is_left_to_foto_02():
    assert found("") == found("\u200b") == []


def test_one_finding_a_photo_at_the_line_of_its_alt():
    (finding,) = found("foto")
    article = build(foto=[{**ROW, "alt": "foto"}])
    assert finding.line == article.line("foto.0.alt")


def test_pictures_of_the_body_count():
    article = build('Isi.\n\n![Rapat bersama warga](foto-1.jpg "Rapat bersama warga")\n')
    (finding,) = RULE.check(article, CONTEXT)
    assert "sama dengan keterangannya" in finding.message
    assert finding.line == article.body_line + 2
