"""All the words of an article that somebody will read, each with its place in index.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from terbit.checks.reading import body
from terbit.checks.reading.once import once
from terbit.checks.reading.prose import Text
from terbit.core.article import Article


@once
def texts(article: Article) -> tuple[Text, ...]:
    """Everything that the public reads: head, pictures, captions of channels, body."""
    shown, _ = body.read(article.body)
    return (*front_texts(article), *_placed(article, shown))


@once
def all_texts(article: Article) -> tuple[Text, ...]:
    """`texts` and what the file holds without showing it: comments, titles, reasons."""
    _, hidden = body.read(article.body)
    return (*texts(article), *_front(article, _inner_fields(article)), *_placed(article, hidden))


@once
def front_texts(article: Article) -> tuple[Text, ...]:
    """The public texts of the head alone."""
    return _front(article, _public_fields(article))


def _public_fields(article: Article) -> Iterator[tuple[str, str]]:
    yield "judul", article.title
    yield "ringkasan", article.summary
    yield "kategori", article.category
    yield from ((f"tagar.{i}", tag) for i, tag in enumerate(article.tags))
    if article.five_w:
        yield from ((f"5w1h.{question}", answer) for question, answer in article.five_w.items())
    for i, photo in enumerate(article.photos):
        yield f"foto.{i}.alt", photo.alt
        yield f"foto.{i}.keterangan", photo.caption
        yield f"foto.{i}.kredit", photo.credit
    if article.video:
        yield "video.transkrip", article.video.transcript
    yield from ((f"teks_kanal.{name}", text) for name, text in article.channel_texts.items())
    yield from ((f"ralat.{i}.isi", row.text) for i, row in enumerate(article.corrections))
    for i, row in enumerate(article.listed):
        yield f"daftar.{i}.nama", row.name
        yield f"daftar.{i}.uraian", row.about
        yield f"daftar.{i}.kelompok", row.group
    if article.withdrawal:
        yield "ditarik.alasan", article.withdrawal.reason


def _inner_fields(article: Article) -> Iterator[tuple[str, str]]:
    yield from ((f"foto.{i}.persetujuan", photo.consent) for i, photo in enumerate(article.photos))
    if article.child_consent:
        yield "persetujuan_anak.wali", article.child_consent.guardian
        yield "persetujuan_anak.alasan", article.child_consent.reason
    # `kutipan` is left out: it repeats a sentence that is checked where it stands
    for i, waiver in enumerate(article.waivers):
        yield f"catatan_pemeriksaan.{i}.alasan", waiver.reason
        yield f"catatan_pemeriksaan.{i}.oleh", waiver.by


def _front(article: Article, fields: Iterable[tuple[str, str]]) -> tuple[Text, ...]:
    source = article.source.split("\n")
    starts = sorted(set(article.lines.values()))
    head_end = max(2, article.body_line - 1)
    found = []
    for key, text in fields:
        if text.strip():
            line = article.line(key)
            end = next((start for start in starts if start > line), head_end)
            region = tuple(source[line - 1 : end - 1]) or ("",)
            found.append(Text(key, text, line, region))
    return tuple(found)


def _placed(article: Article, found: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(replace(text, line=text.line + article.body_line) for text in found)
