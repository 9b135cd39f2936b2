"""What a reader sees of a changed text: struck and bold words, and nothing that comes alive."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.core.article import (
    Article,
    ChildConsent,
    Correction,
    FiveW,
    Listed,
    Photo,
    Urgency,
    Video,
    Waiver,
    Withdrawal,
)
from terbit.report.prose import MAX_PARAGRAPHS, MAX_RUN, compare, readable

from .github import HOSTILE, addresses, calls, render, tags, words

ARTICLE = Article(
    folder="content/berita/2026/11/rakor",
    title="Rakor SPIP",
    kind="berita",
    date=date(2026, 11, 16),
    summary="Satu hari penuh.",
    five_w=FiveW(apa="Rakor", di_mana="Palangka Raya"),
    photos=(Photo("foto-1.jpg", "Dua orang", "Rapat"), Photo("foto-2.jpg", "Tiga orang")),
    body="Paragraf satu.\n\nParagraf dua.",
)


def body(old: str, new: str) -> list[str]:
    (difference,) = compare([("Isi", old)], [("Isi", new)])
    return [*map(str, difference.lines), *([f"+{difference.more}"] if difference.more else [])]


def test_removed_words_are_struck_and_added_ones_bold() -> None:
    assert body("Angka kuncinya SATU.", "Angka kuncinya DUA.") == [
        "Angka kuncinya ~~SATU.~~ **DUA.**"
    ]


def test_only_changed_paragraphs_are_shown() -> None:
    old, new = "Pertama.\n\nKedua lama.\n\nKetiga.", "Pertama.\n\nKedua baru.\n\nKetiga."
    assert body(old, new) == ["Kedua ~~lama.~~ **baru.**"]


def test_far_words_are_left_out() -> None:
    old = " ".join(f"k{n}" for n in range(40))
    assert body(old, old.replace("k20", "x")) == [
        "… k13 k14 k15 k16 k17 k18 k19 ~~k20~~ **x** k21 k22 k23 k24 k25 k26 k27 …"
    ]
    assert body(old, f"x {old} y") == [
        "**x** k0 k1 k2 k3 k4 k5 k6 … k33 k34 k35 k36 k37 k38 k39 **y**"
    ]


def test_a_lone_word_between_two_replacements_does_not_break_them() -> None:
    assert body("hari Jumat pagi ini", "hari Senin pagi lalu") == [
        "hari ~~Jumat pagi ini~~ **Senin pagi lalu**"
    ]
    assert body("yang penting", "yang sangat penting sekali") == [
        "yang **sangat** penting **sekali**"
    ]


def test_paragraphs_that_came_or_went() -> None:
    assert body("Satu.\n\nDua.", "Satu.\n\nBaru.\n\nDua.") == ["**Baru.**"]
    assert body("Satu.\n\nLama.\n\nDua.", "Satu.\n\nDua.") == ["~~Lama.~~"]
    assert body("Satu a.\n\nDua b.", "Satu c.") == ["Satu ~~a.~~ **c.**", "~~Dua b.~~"]


def test_items_of_a_list_are_paragraphs_of_their_own() -> None:
    assert body("Daftar:\n- satu\n- dua", "Daftar:\n- satu\n- tiga") == ["\\- ~~dua~~ **tiga**"]


def test_a_paragraph_that_was_split_or_joined_has_no_changed_word() -> None:
    assert body("satu dua", "satu\n\ndua") == ["(hanya pembagian paragraf yang berubah)"]


@pytest.mark.parametrize("new", ["satu  dua\n", " satu\ndua", "satu \u200bdua", "\n\nsatu dua"])
def test_blanks_and_invisible_characters_are_no_change(new: str) -> None:
    assert compare([("Isi", "satu dua")], [("Isi", new)]) == ()


def test_long_runs_and_many_paragraphs_are_cut_and_counted() -> None:
    long = " ".join(f"k{n}" for n in range(MAX_RUN + 5))
    (line,) = body("", long)
    assert line.endswith(f"k{MAX_RUN - 1}… (5 kata lagi)**")
    many = "\n\n".join(f"paragraf {n}" for n in range(MAX_PARAGRAPHS + 3))
    assert body("", many)[MAX_PARAGRAPHS:] == ["+3"]


def test_a_text_that_is_too_long_to_compare_is_shown_as_replaced() -> None:
    long = " ".join(f"k{n}" for n in range(2000))
    (line,) = body(long, f"{long} akhir")
    assert line.startswith("~~k0 k1 ")
    assert "** " not in line


def test_fields_that_changed_stand_in_reading_order_with_those_that_went_last() -> None:
    old = [("Judul", "A"), ("Ringkasan", "Sama"), ("Video", "x")]
    new = [("Judul", "B"), ("Ringkasan", "Sama"), ("Isi", "C")]
    assert [row.label for row in compare(old, new)] == ["Judul", "Isi", "Video"]


CHANGES = {
    "title": ("Judul", "Lain"),
    "summary": ("Ringkasan", "Lain"),
    "body": ("Isi", "Lain"),
    "five_w": ("Apa", FiveW(apa="Lain", di_mana="Palangka Raya")),
    "kind": ("Jenis", "pengumuman"),
    "date": ("Tanggal", date(2026, 11, 17)),
    "category": ("Kategori", "layanan"),
    "tags": ("Tagar", ("SPIP",)),
    "child_consent": ("Persetujuan wali anak", ChildConsent("Ibu", "juara lomba")),
    "classification": ("Klasifikasi", "berkala"),
    "channels": ("Kanal", ("situs",)),
    "video": ("Video", Video("https://a.b", "")),
    "publish_at": ("Terbit pada", datetime(2026, 11, 17, 8, 0)),  # noqa: DTZ001  (local time)
    "channel_texts": ("Teks untuk x", {"x": "Lain"}),
    "corrections": ("Ralat 1", (Correction(datetime(2026, 11, 17), "Lain"),)),  # noqa: DTZ001
    "withdrawal": ("Dicabut", Withdrawal(datetime(2026, 11, 17), "Lain")),  # noqa: DTZ001
    "answers": ("Menjawab", "content/berita/2026/10/lain"),
    "urgency": ("Mendesak", Urgency("Air sungai naik cepat malam ini.")),
    "waivers": ("Catatan pemeriksaan 1", (Waiver("KIP-01", "a", "b", "c"),)),
    "listed": ("Daftar: Kinerja, Laporan", (Listed("Laporan", link="/berita/", group="Kinerja"),)),
}
LISTED = {
    "about": "Tahun lalu",
    "link": "/tentang/",
    "updated": date(2026, 11, 17),
}
PHOTO = {
    "alt": ("Teks alternatif foto-1.jpg", "Lain"),
    "caption": ("Keterangan foto-1.jpg", "Lain"),
    "credit": ("Kredit foto-1.jpg", "Lain"),
    "consent": ("Izin orang di foto-1.jpg", "lisan"),
    "children": ("Ada anak di foto-1.jpg", True),
    "documents": ("Ada dokumen terbaca di foto-1.jpg", False),
    "focus": ("Titik fokus foto-1.jpg", (0.5, 0.5)),
}


@pytest.mark.parametrize("key", CHANGES)
def test_everything_that_a_signature_stands_for_is_compared(key: str) -> None:
    label, value = CHANGES[key]
    changed = replace(ARTICLE, **{key: value})
    assert [d.label for d in compare(readable(ARTICLE), readable(changed))] == [label]


@pytest.mark.parametrize("key", PHOTO)
def test_so_is_all_that_is_said_of_a_photo(key: str) -> None:
    label, value = PHOTO[key]
    photos = (replace(ARTICLE.photos[0], **{key: value}), ARTICLE.photos[1])
    changed = replace(ARTICLE, photos=photos)
    assert [d.label for d in compare(readable(ARTICLE), readable(changed))] == [label]


@pytest.mark.parametrize("key", LISTED)
def test_so_is_all_that_is_said_of_listed_information(key: str) -> None:
    row = Listed("Laporan")
    before, after = (
        replace(ARTICLE, listed=(r,)) for r in (row, replace(row, **{key: LISTED[key]}))
    )
    assert [d.label for d in compare(readable(before), readable(after))] == ["Daftar: Laporan"]


def test_the_order_of_photos_matters() -> None:
    changed = replace(ARTICLE, photos=ARTICLE.photos[::-1])
    (row,) = compare(readable(ARTICLE), readable(changed))
    assert row.label == "Urutan foto"


def test_no_part_of_an_article_is_forgotten() -> None:
    told = {*CHANGES, "photos"}
    place = {"folder", "body_line", "source", "rendered", "html", "files", "lines"}
    assert set(Article.__dataclass_fields__) == told | place
    assert set(Photo.__dataclass_fields__) == {*PHOTO, "file", "line"}
    assert set(Listed.__dataclass_fields__) == {*LISTED, "name", "group"}


steady = settings(deadline=None, derandomize=True, database=None)
some_words = st.lists(st.sampled_from([*"abcd", "\n\n", *HOSTILE.split()]), max_size=25)
texts = some_words.map(" ".join)


@steady
@given(texts, texts)
def test_nothing_of_either_text_comes_alive(old: str, new: str) -> None:
    for row in compare([("Isi", old)], [("Isi", new)]):
        page = render("\n>\n".join(f"> {line}" for line in row.lines))
        assert tags(page) <= {"blockquote", "p", "s", "strong"}
        assert (addresses(page), calls(page)) == (set(), [])


plain = st.lists(st.sampled_from([*"abcdef", "\n\n"]), max_size=12).map(" ".join)


@steady
@given(plain, plain)
def test_struck_words_are_the_old_texts_and_bold_ones_the_new_texts(old: str, new: str) -> None:
    for row in compare([("Isi", old)], [("Isi", new)]):
        page = render("\n\n".join(row.lines))
        struck = words(" ".join(re.findall(r"<s>(.*?)</s>", page))).split()
        bold = words(" ".join(re.findall(r"<strong>(.*?)</strong>", page))).split()
        assert sorted(old.split() + bold) == sorted(new.split() + struck)


@steady
@given(texts, texts)
def test_texts_of_the_same_words_are_the_same(old: str, new: str) -> None:
    same = old.split() == new.split() and "\n\n" not in old + new
    assert not same or compare([("Isi", old)], [("Isi", new)]) == ()
    assert compare([("Isi", old)], [("Isi", old)]) == ()
