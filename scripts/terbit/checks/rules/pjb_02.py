"""PJB-02: “Plt.”, “Plh.” and “Pj.” have one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.officials import HEADS
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import speaks_of
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_STEMS = ("plt", "plh", "pj", "p.l.t", "p.l.h")
_RIGHT = {"plt": "Plt.", "plh": "Plh.", "pj": "Pj.", "pjs": "Pjs."}
_SHORT = re.compile(
    r"(?<![\w./@#:-])(?P<word>(?:[Pp][Ll][TtHh]|P\.\s?[Ll]\.\s?[TtHh](?=\.))|(?P<pj>[Pp][Jj][Ss]?))"
    r"(?P<dot>\s?\.)?+(?![\w@/-])(?P<gap>\s*)(?P<next>[^\W\d_][\w’'-]*)?"
)
_GLUED = re.compile(rf"(?<![\w./@#:-])(?P<word>Pl[th]|Pjs?)\.(?P<next>(?:{HEADS}))\b")
_POST = re.compile(rf"(?:{HEADS})\b", re.IGNORECASE)
_IN_POST = re.compile(
    r"\b(?:sebagai|selaku|status|berstatus|jabatan|diisi|oleh|para)\s+$", re.IGNORECASE
)
_CAPITALS = re.compile(r"[^\W\d_]{2,}")
_TAG_KEYS = ("tagar.", "teks_kanal.")


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Acting posts without their dot, with wrong capitals, or glued to the next word."""
    if not speaks_of(article, _STEMS):
        return
    for text in texts(article):
        if text.key.startswith(_TAG_KEYS[0]):
            continue
        for place, right in sorted(_wrong(text)):
            quote = squeeze(text.text[slice(*place)])
            yield RULE.in_text(
                article,
                text,
                place,
                f"penulisan “{quote}” belum baku",
                f"tulis “{right}” dengan satu spasi di belakang titik",
            )


def _wrong(text: Text) -> Iterator[tuple[tuple[int, int], str]]:
    words = text.text
    for match in _GLUED.finditer(words):
        yield match.span(), f"{match['word']}. {match['next']}"
    for match in _SHORT.finditer(words):
        if match["dot"] and not match["gap"] and match["next"]:
            if match["next"].isupper() or not _is_post(match):
                continue
            if _GLUED.match(words, match.start()):
                continue
        right = _RIGHT[re.sub(r"[\s.]", "", match["word"]).casefold()]
        if _is_meant(match) and not _is_right(match, right, words):
            end = match.end("dot") if match["dot"] else match.end("word")
            follows = f" {match['next']}" if _is_post(match) else ""
            last = match.end("next") if follows else end
            yield (match.start(), last), f"{right}{follows}"


def _is_post(match: re.Match[str]) -> bool:
    return bool(match["next"] and _POST.match(match.string, match.start("next")))


def _is_meant(match: re.Match[str]) -> bool:
    """“PJ” and “PLH” mean much else; before a post, or said of one, an official."""
    if _is_post(match):
        return True
    if match["pj"]:
        return False
    if not match["word"].isupper():
        return True
    return bool(_IN_POST.search(match.string[: match.start()][-16:]))


def _is_right(match: re.Match[str], right: str, words: str) -> bool:
    """As it should be, or in capitals among capitals."""
    written: str = match["word"] + (match["dot"] or "")
    if written == right:
        return bool(match["gap"]) or not match["next"]
    shouted: str = right.upper()
    return written == shouted and _shouts(words, match)


def _shouts(words: str, match: re.Match[str]) -> bool:
    """Whether the words around are in capitals too."""
    near = _CAPITALS.findall(words[max(0, match.start() - 60) : match.end() + 60])
    return bool(sum(word.isupper() for word in near) * 4 >= len(near) * 3)


RULE = Rule(
    id="PJB-02",
    level=Level.INGAT,
    sentence="Status pejabat ditulis “Plt.”, “Plh.”, atau “Pj.” dengan titik dan spasi.",
    basis="SE BKN 1/SE/I/2021; EYD Edisi V: singkatan",
    example_fails="Rapat dipimpin oleh Plt Kepala Bidang Aset.",
    example_passes="Rapat dipimpin oleh Plt. Kepala Bidang Aset.",
    check=check,
)
