"""Answers: tidied, bounded, and given an address, whichever door they came in by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit import articles
from terbit.core.article import FiveW
from terbit.errors import InputErrors, TerbitError
from terbit.newsroom import answers as making
from terbit.newsroom.answers import Answers, Picture

TOLD = Answers("Klinik Dibuka", "berita", date(2026, 11, 17))


# The address


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Evaluasi SPIP 2026", "evaluasi-spip-2026"),
        ("Rapat, “Tanya Jawab” & Diskusi!", "rapat-tanya-jawab-diskusi"),
        ("Café Résumé", "cafe-resume"),
        ("  --  Satu  --  ", "satu"),
        ("Anti/Korupsi\\..\\..", "anti-korupsi"),
        ("../../etc/passwd", "etc-passwd"),
        ("Hore 🎉 Hore", "hore-hore"),
        ("ＦＵＬＬ width", "full-width"),
        ("a" * 200, "a" * 80),
        ("kata " * 40, "-".join(["kata"] * 16)),
    ],
)
def test_the_address_is_made_of_the_words(title: str, slug: str) -> None:
    assert making.slug(title) == slug


@pytest.mark.parametrize("title", ["", "   ", "🎉🎉", "漢字", "!?"])
def test_a_title_needs_words(title: str) -> None:
    with pytest.raises(TerbitError, match="judul belum berisi kata"):
        making.slug(title)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.text() | st.text(st.sampled_from("abc ./\\-_é🎉"), max_size=200))
def test_every_address_is_one_that_articles_accept(title: str) -> None:
    try:
        slug = making.slug(title)
    except TerbitError:
        return
    assert articles.SLUG.fullmatch(slug)
    assert len(slug) <= making.MAX_SLUG


# What is accepted


def test_answers_stand_on_one_line_each_but_for_the_body() -> None:
    photo = Picture(Path("a.jpg"), alt=" Dua\n orang ", consent="tidak\tperlu")
    told = replace(
        TOLD,
        title="Klinik\u2028 Dibuka\x00",
        five_w=FiveW(apa="a\nb"),
        text="a\nb",
        pictures=(photo,),
    )
    done = making.accepted(told)
    assert (done.title, done.five_w.apa, done.text) == ("Klinik Dibuka", "a b", "a\nb")
    assert (done.pictures[0].alt, done.pictures[0].consent) == ("Dua orang", "tidak perlu")


def test_everything_that_is_too_long_is_named_at_once() -> None:
    long = "a" * 1001
    photos = tuple(Picture(Path(f"{n}.jpg")) for n in range(60))
    told = replace(
        TOLD,
        title="a" * 301,
        kind="esai",
        five_w=FiveW(di_mana=long),
        summary=long,
        text="a" * 20_001,
        pictures=(replace(photos[0], alt=long), *photos[1:]),
    )
    with pytest.raises(InputErrors) as caught:
        making.accepted(told)
    places = {problem.path for problem in caught.value.problems}
    assert places == {"Judul", "Jenis", "Di mana", "Ringkasan", "Isi berita", "Foto", "Foto 1"}
    assert all(problem.fix for problem in caught.value.problems)
