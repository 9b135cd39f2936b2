"""What somebody answered about an activity, whichever door it came in by.

The issue form, the questions in the terminal and a folder with `naskah.txt` all fill the same
`Answers`, so that the same answers make the same draft, byte for byte.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from terbit.core.article import KINDS, MAX_FILES, FiveW
from terbit.errors import InputErrors, Problem, TerbitError
from terbit.front_matter import MAX_TITLE
from terbit.yaml_source import UNPRINTABLE

MAX_SLUG = 80
MAX_ANSWER = 1_000
"""Letters of one answer; a sentence or two are asked for."""
MAX_TEXT = 20_000
"""Letters of a body that somebody sends; a long article has 6,000."""
MAX_PICTURES = MAX_FILES - 1


@dataclass(frozen=True)
class Picture:
    """A photo as it was sent, and what was said of it; None where nobody answered."""

    file: Path
    alt: str = ""
    caption: str = ""
    credit: str = ""
    consent: str = ""
    children: bool | None = None
    documents: bool | None = None


@dataclass(frozen=True)
class Answers:
    """One activity; `day` is its date, `text` a body if one was written already.

    `on_behalf` names who sent the material, where somebody else filled the answers in.
    """

    title: str
    kind: str
    day: date
    five_w: FiveW = field(default_factory=FiveW)
    summary: str = ""
    category: str = ""
    text: str = ""
    on_behalf: str = ""
    pictures: tuple[Picture, ...] = ()


def accepted(answers: Answers) -> Answers:
    """The answers on one line each, but for the body. Raises InputErrors with all problems."""
    answers = replace(
        answers,
        title=one_line(answers.title),
        five_w=FiveW(**{name: one_line(told) for name, told in answers.five_w.items()}),
        summary=one_line(answers.summary),
        category=one_line(answers.category),
        on_behalf=one_line(answers.on_behalf),
        pictures=tuple(map(_tidy, answers.pictures)),
    )
    if problems := list(_problems(answers)):
        raise InputErrors(problems)
    return answers


def one_line(text: str) -> str:
    """A text without line breaks and characters that nobody can see."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())


def slug(title: str) -> str:
    """A short address from a title: lower-case letters, digits, hyphens, cut at a word."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.casefold())
    kept: list[str] = []
    for word in words:
        if kept and len("-".join([*kept, word])) > MAX_SLUG:
            break
        kept.append(word[:MAX_SLUG])
    if not kept:
        raise TerbitError("judul belum berisi kata", "tulis judul dengan huruf Latin")
    return "-".join(kept)


def _tidy(picture: Picture) -> Picture:
    return replace(
        picture,
        alt=one_line(picture.alt),
        caption=one_line(picture.caption),
        credit=one_line(picture.credit),
        consent=one_line(picture.consent),
    )


def _problems(answers: Answers) -> Iterator[Problem]:
    """What keeps the answers from becoming a draft at all; the rules judge everything else."""
    if answers.kind not in KINDS:
        what = f"jenis “{answers.kind[:40]}” tidak dikenal"
        yield Problem("Jenis", 0, what, f"pilih: {', '.join(KINDS)}")
    if len(answers.title) > MAX_TITLE:
        yield Problem("Judul", 0, f"judul lebih dari {MAX_TITLE} huruf", "persingkat judulnya")
    if len(answers.text) > MAX_TEXT:
        fix = "persingkat, atau bagi menjadi dua berita"
        yield Problem("Isi berita", 0, f"isi lebih dari {MAX_TEXT} huruf", fix)
    if len(answers.pictures) > MAX_PICTURES:
        yield Problem("Foto", 0, f"lebih dari {MAX_PICTURES} foto", "pilih foto yang terbaik saja")
    told = [*answers.five_w.items(), ("ringkasan", answers.summary)]
    told += [("kategori", answers.category), ("atas nama", answers.on_behalf)]
    for number, picture in enumerate(answers.pictures, start=1):
        rows = (picture.alt, picture.caption, picture.credit, picture.consent)
        told += [(f"foto {number}", text) for text in rows]
    for name, text in told:
        if len(text) > MAX_ANSWER:
            place = name.replace("_", " ").capitalize()
            yield Problem(place, 0, f"lebih dari {MAX_ANSWER} huruf", "persingkat jawabannya")
