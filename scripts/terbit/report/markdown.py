"""Anybody's text as Markdown in which nothing comes to life.

No mention, link, picture, heading or HTML that a person wrote survives; letters and lines do.
"""

from __future__ import annotations

import re

from terbit.report import words

_INERT = "&#8203;"
"""A zero-width space, as Renovate sets it behind @ and # in comments."""
_MARKUP = re.compile(r"[\\`*_\[\]~|$]")
_MENTION = re.compile(r"@|#(?=\d)|:(?=//)|(?<=www)(?=\.)|(?<=\bGH)(?=-\d)", re.IGNORECASE)
_LEADING = re.compile(r"[#+=-]|\d+[.)]")
_LINK = re.compile(r"https?://[\w.-]+(:\d+)?(/[\w./%?=&+~-]*)?", re.ASCII)


class Markdown(str):
    """Text that is Markdown already and is printed as it stands."""

    __slots__ = ()


def escape(text: object) -> Markdown:
    """Any text as one inert line of Markdown."""
    if isinstance(text, Markdown):
        return text
    line = words.clean(str(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _MARKUP.sub(r"\\\g<0>", line)
    return Markdown(_MENTION.sub(lambda match: match[0] + _INERT, line))


def opening(text: object) -> Markdown:
    """An inert line of Markdown that also begins no heading, list or rule."""
    line = escape(text)
    match = _LEADING.match(line)
    if match is None:
        return line
    end = match.end() - 1
    return Markdown(f"{line[:end]}\\{line[end:]}")


def quote(text: str, limit: int) -> Markdown:
    """A text of several lines as a block quotation, at most about `limit` characters of it."""
    lines, left = [], limit
    for raw in text.strip().splitlines():
        line = words.cut(words.clean(raw), left)
        left -= len(line)
        lines.append(f"> {opening(line)}".rstrip())
        if left <= 0 or line != words.clean(raw):
            break
    return Markdown("\n".join(lines))


def link(address: str, words: str) -> Markdown:
    """Words that lead to one of our own addresses; any other address stays words."""
    if not _LINK.fullmatch(address):
        return Markdown(f"{escape(words)} ({escape(address)})")
    return Markdown(f"[{escape(words)}]({address})")


def picture(address: str, alt: str) -> Markdown:
    """A picture at one of our own addresses; "" where the address is none."""
    return Markdown(f"![{escape(alt)}]({address})" if _LINK.fullmatch(address) else "")
