"""BHS-02: sentences and paragraphs that a reader takes in at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading import body
from terbit.checks.reading.once import once
from terbit.checks.reading.prose import Text, sentences, squeeze
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

LONGEST_PARAGRAPH = 5
"""Sentences (checks catalogue, BHS-02)."""

_FIRST_WORDS = re.compile(r"(?:\S+\s+){0,5}\S+")
_LAST_ROWS = re.compile(r"[;•]|\n\s*[-*•]|\n\s*\d+[.)]\s")
"""What is set out in rows is read row by row, however long it is."""
_SAYING = re.compile(r"\w")


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Paragraphs with a sentence of too many words, and paragraphs of too many sentences."""
    limit = RULE.limit_in(context)
    prose = _paragraphs(article)
    for text in texts(article):
        if text.key == body.KEY and text.line in prose:
            yield from _of_paragraph(article, text, limit)


def _of_paragraph(article: Article, text: Text, limit: int) -> Iterator[Finding]:
    words, stops = text.text.count(" ") + text.text.count("\n"), sum(map(text.text.count, ".!?"))
    if words < limit and stops <= LONGEST_PARAGRAPH:
        return
    if _LAST_ROWS.search(text.text):
        return
    places = [place for place in sentences(text.text) if _SAYING.search(text.text, *place)]
    for start, end in places:
        count = _words(text.text[start:end], limit)
        if count > limit:
            fix = f"pecah menjadi kalimat yang lebih pendek, paling banyak {limit} kata"
            place, shown = _beginning(text.text, start)
            message = f"kalimat yang diawali “{shown}…” berisi {count} kata"
            yield RULE.in_text(article, text, place, message, fix)
    if len(places) > LONGEST_PARAGRAPH:
        fix = f"bagi menjadi beberapa alinea, paling banyak {LONGEST_PARAGRAPH} kalimat tiap alinea"
        place, shown = _beginning(text.text, places[0][0])
        message = f"alinea yang diawali “{shown}…” berisi {len(places)} kalimat"
        yield RULE.in_text(article, text, place, message, fix)


def _beginning(text: str, start: int) -> tuple[tuple[int, int], str]:
    """Where the first words of a sentence stand, and the words."""
    match = _FIRST_WORDS.search(text, start)
    return (match.span(), squeeze(match[0])) if match else ((start, start + 1), "")


def _words(sentence: str, most: int) -> int:
    """How many words a reader hears, exact above `most`; marks that stand alone are none."""
    words = sentence.split()
    if len(words) <= most:
        return len(words)
    return sum(any(c.isalnum() for c in word) for word in words)


@once
def _paragraphs(article: Article) -> frozenset[int]:
    """The source lines of paragraphs that stand in no list and no table."""
    found, lists = set(), 0
    before = ""
    for token in body.tokens(article.body):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists -= 1
        elif token.type == "inline" and before == "paragraph_open" and not lists and token.map:
            found.add(token.map[0] + article.body_line)
        before = token.type
    return frozenset(found)


RULE = Rule(
    id="BHS-02",
    level=Level.INFO,
    sentence="Kalimat dan alinea cukup pendek untuk dipahami dalam sekali baca.",
    basis="Perki 1/2021: pengumuman memakai bahasa yang mudah dipahami",
    example_fails="Tim pengawas memeriksa dokumen perencanaan, mewawancarai pegawai yang menangani"
    " anggaran, mencocokkan catatan barang dengan keadaan di gudang, lalu menyusun kertas kerja"
    " yang menjadi dasar penilaian akhir bagi setiap perangkat daerah pada tahun berjalan.",
    example_passes="Tim pengawas memeriksa dokumen perencanaan dan mewawancarai pegawai. Hasilnya"
    " menjadi dasar penilaian akhir bagi setiap perangkat daerah.",
    check=check,
    limit=30,
)
