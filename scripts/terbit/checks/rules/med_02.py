"""MED-02: hashtags work, are few, and accounts are the office's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.checks.reading.distance import distance
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office

_HASHTAG = re.compile(r"(?<![\w/&#])#\w*[^\W\d_]\w*")
_BROKEN = re.compile(
    r"(?<![\w/&#])#(?:[ \u00a0]+(?P<loose>[^\W\d_]\w*)|\w*[^\W\d_]\w*(?:[-–.&/+'’][^\W_]\w*)+)"
)
_ADDRESSED = re.compile(
    r"(?<![\w@.+/-])@(?P<name>[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,38}\w)?)(?![\w@])"
)
_WORDS = re.compile(r"[\w-]+")
_PARTS = re.compile(r"\w+")
_SLIPS = 2
_LONG, _SHORTEST = 9, 5
"""Letters of an account: with fewer than nine one slip, with fewer than five none, since then
it may well be somebody else's."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Hashtags that break or are too many, and accounts that look like the office's own."""
    limit = RULE.limit_in(context)
    yield from _of_tags(article, limit)
    own = _own(context.office)
    for text in texts(article):
        if text.key.startswith("teks_kanal."):
            yield from _of_hashtags(article, text, limit)
        if own and "@" in text.text:
            yield from _of_accounts(article, text, own)


def _of_tags(article: Article, limit: int) -> Iterator[Finding]:
    count = len(article.tags)
    if count > limit:
        line = article.line("tagar")
        yield RULE.finding(article.path, line, f"ada {count} tagar", _fewer(limit, count))
    for number, tag in enumerate(article.tags):
        right = _together(tag)
        if right != tag:
            message = f"tagar “{tag}” memuat spasi atau tanda yang memutus tagar"
            fix = f"tulis “{right}”" if right else "hapus, atau ganti dengan sebuah kata"
            line = article.line(f"tagar.{number}")
            yield RULE.finding(article.path, line, message, fix, quote=tag, span=tag)
        elif tag.isdecimal():
            message = f"tagar “{tag}” hanya berisi angka sehingga tidak berfungsi"
            line = article.line(f"tagar.{number}")
            fix = "tambahkan sebuah kata di depannya"
            yield RULE.finding(article.path, line, message, fix, quote=tag, span=tag)


def _together(tag: str) -> str:
    """A tag without what would end it; several words become one, each with a capital."""
    if [tag] == _WORDS.findall(tag):
        return tag  # a hyphen goes when the post is composed
    return _one_word(tag)


def _one_word(text: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in _PARTS.findall(text))


def _of_hashtags(article: Article, text: Text, limit: int) -> Iterator[Finding]:
    count = len(_HASHTAG.findall(text.text))
    if count > limit:
        message = f"ada {count} tagar dalam {text.key}"
        yield RULE.finding(article.path, text.line, message, _fewer(limit, count))
    for match in _BROKEN.finditer(text.text):
        said = squeeze(match[0])
        why = "terputus oleh spasi" if match["loose"] else "terputus oleh tanda baca"
        fix = f"tulis “#{_one_word(said)}”"
        yield RULE.in_text(article, text, match.span(), f"tagar “{said}” {why}", fix)


def _fewer(limit: int, count: int) -> str:
    return f"pilih paling banyak {limit} tagar yang paling tepat, hapus {count - limit} lainnya"


def _own(office: Office) -> dict[str, frozenset[str]]:
    """The office's accounts, casefolded, each with the channels on which it is theirs."""
    found: dict[str, set[str]] = {}
    for channel in office.channels:
        name = channel.account.strip().rstrip("/").rsplit("/", 1)[-1].removeprefix("@").casefold()
        if name:
            found.setdefault(name, set()).add(channel.id)
    return {name: frozenset(channels) for name, channels in found.items()}


def _of_accounts(article: Article, text: Text, own: dict[str, frozenset[str]]) -> Iterator[Finding]:
    channel = text.key.removeprefix("teks_kanal.") if text.key.startswith("teks_kanal.") else ""
    here = next((name for name, channels in own.items() if channel in channels), "")
    for match in _ADDRESSED.finditer(text.text):
        name = match["name"].casefold()
        right = _meant(name, own, here)
        if right:
            message = f"“@{match['name']}” bukan akun kantor ini"
            if name in own:
                message = f"“@{match['name']}” adalah akun kantor ini di kanal lain"
            yield RULE.in_text(article, text, match.span(), message, f"tulis “@{right}”")


def _meant(name: str, own: dict[str, frozenset[str]], here: str) -> str:
    """The own account that a name is meant to be, or "" where it is right or another's."""
    if name in own:
        return here if here and here != name else ""
    for account in (here, *own):
        slips = _SLIPS if len(account) >= _LONG else 1
        if len(account) >= _SHORTEST and distance(name, account, slips) <= slips:
            return account
    return ""


RULE = Rule(
    id="MED-02",
    level=Level.INGAT,
    sentence="Tagar paling banyak sepuluh dan tidak terputus, serta akun kantor ditulis benar.",
    basis="SOP penerbitan: konten disesuaikan dengan kanal",
    example_fails="tagar: ['Pengendalian Intern', pengawasan]",
    example_passes="tagar: [PengendalianIntern, pengawasan]",
    check=check,
    place=Place.HEAD,
    limit=10,
)
