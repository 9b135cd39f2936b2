"""PJB-01: one person is acting or definitive in a post, not both in one item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from terbit.checks.base import Context, Rule
from terbit.checks.reading.institutions import INSTITUTION
from terbit.checks.reading.officials import (
    DEFINITIVE,
    Mention,
    Words,
    formerly,
    mentions,
    own_names,
)
from terbit.checks.reading.prose import Text, sentence_at, squeeze
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import speaks_of
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_STEMS = ("plt", "plh", "pj", "pelaksana tugas", "pelaksana harian", "penjabat")
_SAID = {
    DEFINITIVE: "tanpa status",
    "plt": "sebagai Plt.",
    "plh": "sebagai Plh.",
    "pj": "sebagai Pj.",
}
_SPEAKS_BEHIND = re.compile(
    r",?\s*(?:mengatakan|menyampaikan|menjelaskan|menegaskan|menyebut\w*|berharap|mengapresiasi|membuka"
    r"|menutup|memimpin|mengajak|mengimbau|meminta|menambahkan|mengingatkan|menuturkan|hadir|menghadiri"
    r"|menyerahkan|memberikan|didampingi|menerima|meninjau|menandatangani|berfoto|berpesan|menyambut"
    r"|menilai|mendampingi|melaporkan|juga|turut)\b",
    re.IGNORECASE,
)
_SPEAKS_AHEAD = re.compile(
    r"\b(?:kata|ujar|ucap|tutur|jelas|ungkap|tegas|pesan|menurut|imbuh|tambah|papar|sebut|oleh"
    r"|didampingi|bersama|dihadiri|sambutan|arahan|mewakili)\s+$",
    re.IGNORECASE,
)


_MOST = 300
"""Different mentions that are compared, each with each; a list of all villages has fewer."""


@dataclass(frozen=True)
class _Said:
    """A mention with the text in which it stands."""

    text: Text
    mention: Mention
    known: bool


def check(article: Article, context: Context) -> Iterator[Finding]:
    """The second of two mentions of one person in one post with different status."""
    if not speaks_of(article, _STEMS):
        return
    told = set()
    for one, other in combinations(_all(article, own_names(context.office).words), 2):
        if one.mention.status == other.mention.status or not _same(one, other):
            continue
        later, place = other, (other.mention.start, other.mention.end)
        if (later.text, place) in told:
            continue
        told.add((later.text, place))
        quote = squeeze(later.text.text[slice(*place)])
        yield RULE.in_text(
            article,
            later.text,
            place,
            f"“{quote}” disebut {_SAID[later.mention.status]},"
            f" padahal di bagian lain {_SAID[one.mention.status]}",
            "samakan status pejabat itu di seluruh naskah, keterangan foto, dan ringkasan",
        )


def _all(article: Article, own: frozenset[str]) -> list[_Said]:
    """Each way in which a post and a person are spoken of, once, where it stands first."""
    found: dict[tuple[str, Words, Words, bool], _Said] = {}
    for text in texts(article):
        for mention in mentions(text.text, own):
            if not formerly(sentence_at(text.text, mention.start, mention.end)):
                said = _Said(text, mention, _acts(text, mention))
                key = (mention.status, mention.position, mention.name, said.known)
                found.setdefault(key, said)
    return list(islice(found.values(), _MOST))


def _acts(text: Text, mention: Mention) -> bool:
    """Whether somebody speaks or acts here, so that a person is meant and not the post."""
    # one word without a comma is rather a place: “Lurah Contoh”
    named = mention.name and not (mention.loose and len(mention.name) == 1)
    if named or mention.status != DEFINITIVE:
        return True
    behind = _SPEAKS_BEHIND.match(text.text, mention.end)
    return bool(behind or _SPEAKS_AHEAD.search(text.text[: mention.start][-40:]))


def _same(one: _Said, other: _Said) -> bool:
    """Whether two mentions mean one person in one post."""
    if not (one.known and other.known) or one.mention.position[0] != other.mention.position[0]:
        return False
    names = (one.mention.name, other.mention.name)
    if all(names):
        return _same_name(*names) and _same_post(one.mention.position, other.mention.position)
    return one.mention.position == other.mention.position


def _same_name(one: Words, other: Words) -> bool:
    """Equal, or one the end, the beginning or a part of the other."""
    shorter, longer = sorted((one, other), key=len)
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))


def _same_post(one: Words, other: Words) -> bool:
    """Equal, or one shorter: “Sekretaris” for “Sekretaris Inspektorat”."""
    shorter, longer = sorted((one, other), key=len)
    return longer[: len(shorter)] == shorter and not (
        len(shorter) == 1 and len(longer) > 1 and longer[1] in _PARTS_OF_POST
    )


_PARTS_OF_POST = INSTITUTION & frozenset(
    "bidang bagian subbagian seksi unit subbidang biro pembantu tim panitia".split()
)


RULE = Rule(
    id="PJB-01",
    level=Level.INGAT,
    sentence="Status seorang pejabat (definitif, Plt., Plh., atau Pj.) sama di seluruh naskah.",
    basis="SE BKN 1/SE/I/2021; UU 30/2014 Pasal 14: pelaksana tugas dan pelaksana harian",
    example_fails="Plt. Kepala Bidang Aset Andi Contoh membuka rapat. “Mari mulai,” kata Kepala"
    " Bidang Aset Andi Contoh.",
    example_passes="Plt. Kepala Bidang Aset Andi Contoh membuka rapat. “Mari mulai,” kata Plt."
    " Kepala Bidang Aset itu.",
    check=check,
)
