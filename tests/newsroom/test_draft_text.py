"""The text of a draft says exactly what was answered, however hostile it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from terbit import articles, markup
from terbit.core.article import KINDS, QUESTIONS, Article, FiveW
from terbit.newsroom.answers import Answers, Picture, accepted, one_line
from terbit.newsroom.draft_text import body, draft_text, plain

TOLD = Answers("Klinik Konsultasi Pengawasan Dibuka", "berita", date(2026, 11, 17))
PHOTO = Picture(Path("IMG_1.jpg"))


def read(told: Answers, credit: str = "Dokumentasi") -> Article:
    """The article that a draft of these answers is."""
    told = accepted(told)
    names = {f"foto-{n}.jpg": photo for n, photo in enumerate(told.pictures, start=1)}
    text = draft_text(told, names, credit)
    return articles.parse("drafts/x", {"index.md": text.encode(), **dict.fromkeys(names, b"")})


# The head


def test_a_draft_of_a_reply_asks_what_it_answers() -> None:
    reply = draft_text(replace(TOLD, kind="hak-jawab"), {}, "")
    assert "\nmenjawab:   " in reply
    assert read(replace(TOLD, kind="hak-jawab")).answers == ""
    assert "menjawab" not in draft_text(TOLD, {}, "")


def test_a_draft_asks_every_question() -> None:
    article = read(replace(TOLD, pictures=(PHOTO,)))
    assert (article.title, article.kind, article.date) == (TOLD.title, "berita", TOLD.day)
    assert article.five_w is not None
    assert article.five_w.items() == tuple((question, "") for question in QUESTIONS)
    (only,) = article.photos
    assert (only.file, only.alt, only.credit) == ("foto-1.jpg", "", "Dokumentasi")
    assert (only.children, only.documents) == (None, None)
    assert article.channels is None
    assert article.body == "\nTulis isi berita di sini.\n"


def test_every_answer_stands_in_its_place() -> None:
    photo = Picture(PHOTO.file, "Dua orang", "Di meja", "Siti", "lisan, panitia", True, False)
    five_w = FiveW(*(f"jawaban {question}" for question in QUESTIONS))
    told = replace(TOLD, five_w=five_w, summary="Ringkas.", category="layanan", pictures=(photo,))
    article = read(told)
    assert article.five_w == five_w
    assert (article.summary, article.category) == ("Ringkas.", "layanan")
    (only,) = article.photos
    assert (only.alt, only.caption, only.credit) == ("Dua orang", "Di meja", "Siti")
    assert (only.children, only.documents, only.consent) == (True, False, "lisan, panitia")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind(kind: str) -> None:
    assert read(replace(TOLD, kind=kind)).kind == kind


def test_whoever_sent_the_material_is_named_without_a_number() -> None:
    text = draft_text(replace(TOLD, on_behalf="Siti, 081234567890"), {}, "")
    assert text.splitlines()[1].startswith("# bahan dari Siti, 08")
    assert "081234567890" not in text


HOSTILE = (
    "Kata \"kutip\" dan 'kutip'",
    "jenis: video",
    "Satu\njenis: video\n---\nisi",
    "---",
    "Judul --- lain",
    "Awal: &jangkar *alias !tag",
    "[a, {b: c}] # bukan komentar",
    "{{ jinja }} {% x %}",
    "\\n \\x00 \\u2028 C:\\Users",
    "Halo \x00\x1b[31m dunia",
    "Baris\u2028lain\x85lagi",
    "Rapat 🎉 \U0001f468\u200d\U0001f469",
    "<script>alert(1)</script>",
    "%YAML 1.1",
    "yes",
    "12:30",
    "2026-11-10",
    "0536",
    "null a",
    "rusak \udcff",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_answer_is_an_answer_wherever_it_stands(text: str) -> None:
    photo = Picture(PHOTO.file, text, text, text, text)
    told = replace(
        TOLD,
        title=text,
        five_w=FiveW(*[text] * 6),
        summary=text,
        category=text,
        on_behalf=text,
        pictures=(photo,),
    )
    article, line = read(told), one_line(text)
    assert (article.title, article.summary, article.category) == (line, line, line)
    assert article.five_w == FiveW(*[line] * 6)
    only = article.photos[0]
    assert (only.alt, only.caption, only.credit, only.consent) == (line,) * 4
    assert (article.kind, article.date, article.waivers) == ("berita", TOLD.day, ())


def test_the_words_of_an_answer_can_be_read_in_the_file() -> None:
    assert 'judul: "Hore 🎉 “é”"\n' in draft_text(replace(TOLD, title="Hore 🎉 “é”"), {}, "")


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.text(max_size=200), st.text(st.characters(categories=["L", "P", "S", "N"]), max_size=99))
@example("a\x0b\ufeffb", "\ufeff")
@example("x\ufffe\U0010ffff", "\U0010ffff")
def test_every_title_comes_back(title: str, credit: str) -> None:
    told = replace(TOLD, title=f"x {title}", pictures=(replace(PHOTO, credit=credit),))
    article = read(told)
    assert article.title == one_line(f"x {title}")
    assert article.photos[0].credit == (one_line(credit) or "Dokumentasi")


# The body


def test_the_six_answers_become_paragraphs() -> None:
    told = FiveW(
        apa="klinik konsultasi dibuka",
        siapa="tim auditor dan dua belas perangkat daerah",
        kapan="pada Selasa, 17 November 2026",
        di_mana="di aula kantor, Tirta Raya",
        mengapa="agar keraguan selesai lebih awal",
        bagaimana="Peserta mengambil nomor antrean.",
    )
    assert body(replace(TOLD, five_w=told)) == (
        "Klinik konsultasi dibuka. Kegiatan ini melibatkan tim auditor dan dua belas perangkat"
        " daerah, bertempat di aula kantor, Tirta Raya, dan berlangsung pada Selasa, 17 November"
        " 2026.\n\nKegiatan ini diadakan agar keraguan selesai lebih awal."
        "\n\nPeserta mengambil nomor antrean."
    )


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (FiveW(apa="Rapat digelar"), "Rapat digelar."),
        (FiveW(siapa="tim"), "Kegiatan ini melibatkan tim."),
        (
            FiveW(siapa="tim", kapan="Senin"),
            "Kegiatan ini melibatkan tim dan berlangsung pada Senin.",
        ),
        (FiveW(mengapa="Wajib!"), "Wajib!"),
        (FiveW(mengapa="Untuk warga"), "Kegiatan ini diadakan untuk warga."),
        (FiveW(mengapa="Agaria wajib"), "Agaria wajib."),
    ],
)
def test_what_was_not_answered_is_left_out(told: FiveW, text: str) -> None:
    assert body(replace(TOLD, five_w=told)) == text


def test_a_text_that_was_written_is_the_body() -> None:
    told = replace(TOLD, five_w=FiveW(apa="Rapat"), text="Satu.\r\nLanjut.\r\n\r\n\r\nDua.\n")
    assert body(told) == "Satu.\nLanjut.\n\nDua."


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "Harga Rp1.000 & ongkos, foto_1.jpg; a < b > c",
            "Harga Rp1.000 & ongkos, foto_1.jpg; a < b > c",
        ),
        ("# Judul", "\\# Judul"),
        ("1. satu\n2) dua", "1\\. satu\n2\\) dua"),
        ("- satu", "\\- satu"),
        ("![x](https://jahat.example/x.png)", "!\\[x\\](https://jahat.example/x.png)"),
        ("<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)>"),
        ("2026 adalah tahun", "2026 adalah tahun"),
    ],
)
def test_only_what_would_come_to_life_is_marked(text: str, written: str) -> None:
    assert plain(text) == written


MARKS = st.text(st.sampled_from("ab1 .)#>+=-_*`~|[]<>!&;:/\\\"'(\n\t"), max_size=60)


@settings(deadline=None, derandomize=True, max_examples=1500)
@given(MARKS | st.text(max_size=60))
@example("a|b\n:-|-:")
@example("a\n===")
@example("&lt;b&gt; &#60;")
@example("[a]: https://jahat.example")
@example("<https://jahat.example>")
@example("__init__")
@example("a  \nb\\\nc")
def test_a_body_shows_exactly_the_words_that_were_sent(text: str) -> None:
    html = markup.render(plain(text))
    assert set(markup_tags(html)) <= {"<p>", "</p>"}
    shown = unescape(html.replace("<p>", "").replace("</p>", ""))
    assert shown.split() == one_line(text).split()


def markup_tags(html: str) -> list[str]:
    """Every tag; a sign of less that belongs to the words is escaped in HTML."""
    return [part.split(">")[0].join(("<", ">")) for part in html.split("<")[1:]]
