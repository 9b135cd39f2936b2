"""Designs made by hand: a file `desain-<kanal>.jpg` in an article's folder replaces a picture.

`desain-instagram.jpg` stands for the first picture on Instagram, `desain-instagram-2.jpg` for
the second; more of them in a row make a longer gallery. What a design says is read aloud from
`desain-instagram.txt` beside it. PNG and WebP do as well, and a hyphen in a channel's id for
its underscore.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from terbit.core.article import Article

PREFIX = "desain-"
_NAME = re.compile(r"desain-(.+?)(?:-([1-9]\d?))?\.(?:jpe?g|png|webp)", re.IGNORECASE)


@dataclass(frozen=True)
class Design:
    """A file that replaces picture `number`, from 1, of a channel; `alt` "" where none is told."""

    file: str
    channel: str
    number: int
    alt: str = ""


def is_design(name: str) -> bool:
    """Whether a file of an article's folder is a design by its name."""
    return bool(_NAME.fullmatch(name))


def of_article(article: Article) -> tuple[Design, ...]:
    """All designs of an article, by their file names; whether their channels exist is not asked."""
    found = ((name, _NAME.fullmatch(name)) for name in sorted(article.files))
    return tuple(
        Design(
            file=name,
            channel=match[1].casefold().replace("-", "_"),
            number=int(match[2] or 1),
            alt=_alt(article, name),
        )
        for name, match in found
        if match
    )


def of_channel(article: Article, channel: str) -> Mapping[int, Design]:
    """The designs for one channel by the number of the picture that each replaces."""
    designs = (one for one in of_article(article) if one.channel == channel)
    # of two for the same picture the first by name stands, so it is always the same
    return {one.number: one for one in reversed(tuple(designs))}


def _alt(article: Article, name: str) -> str:
    told = article.file(f"{name.rpartition('.')[0]}.txt")
    return " ".join(told.decode("utf-8", "replace").split()) if told else ""
