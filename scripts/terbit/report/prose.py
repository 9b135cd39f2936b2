"""What changed between two texts, word by word, for people who sign them.

Removed words are struck, added words are bold; everything else of the text is inert.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from terbit import indonesian
from terbit.core.article import Article, Listed, Photo
from terbit.report import words
from terbit.report.markdown import Markdown, escape, opening

MAX_PARAGRAPHS = 12
"""Changed paragraphs of one field that are shown."""
MAX_RUN = 90
"""Removed or added words in a row that are shown."""
CONTEXT = 7
"""Unchanged words on each side of a change that are shown."""
MAX_WORD = 60
MAX_COMPARED = 1500
"""Words that are compared one by one; a larger block counts as replaced (difflib is cubic)."""
ANCHOR = 2
"""Unchanged words between two replacements that are too few to be worth a pause in reading."""

_BREAK = "\n"
_PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+#>|]|\d+[.)])\s)")
"""Blank lines, and the beginnings of list items, headings, quotations and table rows."""

Field = tuple[str, str]
"""A part of a text that people read: its label and its words."""


@dataclass(frozen=True)
class Difference:
    """What changed in one field: a line of Markdown for each changed paragraph."""

    label: str
    lines: tuple[Markdown, ...]
    more: int = 0


@dataclass(frozen=True)
class _Run:
    """Words that stayed (`old` and `new` are the same), or were replaced by others."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def kept(self) -> bool:
        return self.old == self.new


def readable(article: Article) -> Iterator[Field]:
    """Every part of an article that a signature stands for, in reading order."""
    yield "Judul", article.title
    yield "Ringkasan", article.summary
    yield "Isi", article.body
    for row in article.listed:
        name = ", ".join(filter(None, (row.group, row.name)))
        yield f"Daftar: {name}", _listed(row)
    for question, answer in article.five_w.items() if article.five_w else ():
        yield question.replace("_", " ").capitalize(), answer
    yield "Urutan foto", ", ".join(photo.file for photo in article.photos)
    for photo in article.photos:
        yield from _of_photo(photo)
    if article.video:
        yield "Video", article.video.link
        yield "Transkrip video", article.video.transcript
    yield from (("Jenis", article.kind), ("Tanggal", str(article.date)))
    yield from (("Kategori", article.category), ("Tagar", ", ".join(article.tags)))
    if article.child_consent:
        consent = article.child_consent
        yield "Persetujuan wali anak", f"{consent.guardian}: {consent.reason}"
    yield "Klasifikasi", article.classification
    yield "Kanal", ", ".join(article.channels or ())
    yield "Terbit pada", str(article.publish_at or "")
    yield from ((f"Teks untuk {name}", text) for name, text in article.channel_texts.items())
    yield from _of_notes(article)


def compare(old: Iterable[Field], new: Iterable[Field]) -> tuple[Difference, ...]:
    """The fields whose words differ, in the order of the new text; fields that went come last."""
    before, after = dict(old), dict(new)
    labels = dict.fromkeys((*after, *before))
    found = (_difference(label, before.get(label, ""), after.get(label, "")) for label in labels)
    return tuple(difference for difference in found if difference is not None)


def _of_photo(photo: Photo) -> Iterator[Field]:
    answers = {True: "ya", False: "tidak", None: ""}
    name = photo.file
    yield f"Teks alternatif {name}", photo.alt
    yield f"Keterangan {name}", photo.caption
    yield f"Kredit {name}", photo.credit
    yield f"Izin orang di {name}", photo.consent
    yield f"Ada anak di {name}", answers[photo.children]
    yield f"Ada dokumen terbaca di {name}", answers[photo.documents]
    yield f"Titik fokus {name}", " / ".join(map(str, photo.focus or ()))


def _listed(row: Listed) -> str:
    found = row.link or "belum tersedia"
    dated = f"diperbarui {row.updated}" if row.updated else ""
    return "; ".join(part for part in (row.about, found, dated) if part)


def _of_notes(article: Article) -> Iterator[Field]:
    """What it answers, why it is urgent, corrections, withdrawal and waivers."""
    yield "Menjawab", article.answers
    yield "Mendesak", article.urgency.reason if article.urgency else ""
    for place, row in enumerate(article.corrections, start=1):
        yield f"Ralat {place}", f"{row.at}: {row.text}"
    if article.withdrawal:
        yield "Dicabut", f"{article.withdrawal.at}: {article.withdrawal.reason}"
    for number, waiver in enumerate(article.waivers, start=1):
        said = f"{waiver.rule} “{waiver.quote}”: {waiver.reason} ({waiver.by})"
        yield f"Catatan pemeriksaan {number}", said


def _difference(label: str, old: str, new: str) -> Difference | None:
    before, after = _paragraphs(old), _paragraphs(new)
    if before == after:
        return None
    lines = [line for a, b in _blocks(before, after) for line in _marked(a, b)]
    shown = tuple(lines[:MAX_PARAGRAPHS]) or (Markdown("(hanya pembagian paragraf yang berubah)"),)
    return Difference(label, shown, max(0, len(lines) - MAX_PARAGRAPHS))


def _paragraphs(text: str) -> list[tuple[str, ...]]:
    """The words of each paragraph; blanks and invisible characters do not matter."""
    found = (tuple(words.clean(part).split()) for part in _PARAGRAPHS.split(text))
    return [paragraph for paragraph in found if paragraph]


def _blocks(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]
) -> Iterator[tuple[list[str], list[str]]]:
    """Neighbouring paragraphs that differ, as words with marks between paragraphs."""
    for tag, i1, i2, j1, j2 in _opcodes(old, new):
        if tag != "equal":
            yield _stream(old[i1:i2]), _stream(new[j1:j2])


def _stream(paragraphs: Iterable[tuple[str, ...]]) -> list[str]:
    return [word for paragraph in paragraphs for word in (*paragraph, _BREAK)]


def _opcodes(old: Sequence[object], new: Sequence[object]) -> list[tuple[str, int, int, int, int]]:
    """How one sequence becomes the other; too long ones are replaced as a whole."""
    if max(len(old), len(new)) > MAX_COMPARED:
        return [("replace", 0, len(old), 0, len(new))]
    return list(SequenceMatcher(None, old, new).get_opcodes())


def _marked(old: list[str], new: list[str]) -> Iterator[Markdown]:
    """The changed paragraphs of a block, one line each."""
    line: list[_Run] = []
    for run in (*_by_paragraph(_smooth(_runs(old, new))), None):
        if run is not None:
            line.append(run)
            continue
        if any(not run.kept for run in line):
            yield _line(line)
        line = []


def _runs(old: list[str], new: list[str]) -> list[_Run]:
    return [_Run(tuple(old[i1:i2]), tuple(new[j1:j2])) for _, i1, i2, j1, j2 in _opcodes(old, new)]


def _smooth(runs: list[_Run]) -> list[_Run]:
    """Runs with lone unchanged words drawn into the replacements around them."""
    found: list[_Run] = []
    for index, run in enumerate(runs):
        lone = run.kept and len(run.old) <= ANCHOR and _BREAK not in run.old
        lone = lone and _replaces(found[-1:]) and _replaces(runs[index + 1 : index + 2])
        if found and not found[-1].kept and (lone or not run.kept):
            found[-1] = _Run(found[-1].old + run.old, found[-1].new + run.new)
        else:
            found.append(run)
    return found


def _replaces(runs: Sequence[_Run]) -> bool:
    return any(not run.kept and run.old and run.new for run in runs)


def _by_paragraph(runs: Iterable[_Run]) -> Iterator[_Run | None]:
    """The runs with None wherever a paragraph ends."""
    for run in runs:
        pairs = zip_longest(_parts(run.old), _parts(run.new), fillvalue=())
        for index, (old, new) in enumerate(pairs):
            if index:
                yield None
            if old or new:
                yield _Run(old, new)


def _parts(stream: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words between the marks of paragraphs."""
    start = 0
    for index, word in enumerate(stream):
        if word == _BREAK:
            yield stream[start:index]
            start = index + 1
    yield stream[start:]


def _line(runs: Sequence[_Run]) -> Markdown:
    """One changed paragraph: a little context, words struck and words in bold."""
    pieces: list[str] = []
    for index, run in enumerate(runs):
        if run.kept:
            pieces += _context(run.old, first=index == 0, last=index == len(runs) - 1)
            continue
        pieces += [f"~~{_shown(run.old)}~~"] if run.old else []
        pieces += [f"**{_shown(run.new)}**"] if run.new else []
    return opening(Markdown(" ".join(pieces)))


def _context(kept: tuple[str, ...], *, first: bool, last: bool) -> Iterator[str]:
    """What stays beside a change; a long stretch is left out."""
    head, tail = (0 if first else CONTEXT), (0 if last else CONTEXT)
    if len(kept) <= head + tail:
        yield _words(kept)
        return
    yield from (_words(part) for part in (kept[:head], (words.ELLIPSIS,)) if part)
    if tail:
        yield _words(kept[-tail:])


def _shown(run: tuple[str, ...]) -> str:
    """Removed or added words, a long run cut with how much is left."""
    if len(run) <= MAX_RUN:
        return _words(run)
    more = indonesian.number(len(run) - MAX_RUN)
    return f"{_words(run[:MAX_RUN])}{words.ELLIPSIS} ({more} kata lagi)"


def _words(run: Iterable[str]) -> str:
    cut = (word if len(word) <= MAX_WORD else word[:MAX_WORD] + words.ELLIPSIS for word in run)
    return escape(" ".join(cut))
