"""PJB-03: the office's own officials are those of the roster on the day of the activity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from terbit.checks.base import Context, Rule
from terbit.checks.reading.dates import long_date
from terbit.checks.reading.institutions import INSTITUTION
from terbit.checks.reading.officials import (
    DEFINITIVE,
    Mention,
    Own,
    Words,
    formerly,
    is_person,
    is_post,
    mentions,
    own_names,
    people,
    without_office,
)
from terbit.checks.reading.people_words import SECOND, is_common
from terbit.checks.reading.prose import Text, sentence_at, squeeze
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import ACTING, Office, Official

_CHIEFS = frozenset({("kepala",), ("inspektur",)})
"""The head of an inspectorate is called by either word."""

_LEADING = frozenset({"kepala", "inspektur", "sekretaris", "ketua", "direktur", "camat", "lurah"})
_SAID_ALONE = frozenset({"inspektur", "sekretaris", "ketua"})
"""Posts that are the office's own without its name; “Kepala” always belongs to something."""

_SHORTEST_NAME = 4
_FOREIGN = re.compile(
    r"\b(?:Dinas|Badan|Kecamatan|Kelurahan|Desa|Biro|Panitia|Komisi|DPRD|DPR|BPK|BPKP|Kejaksaan"
    r"|Polda|Polres|Universitas|Kabupaten|Yayasan|Koperasi|Forum|Pengadilan|Kementerian|RSUD|SMAN?"
    r"|SMKN?|SMPN?|PT|Bappeda\w*|Diskominfo\w*|Setda|KPK|Ombudsman|Dewan|Majelis|Ikatan|Himpunan|Persatuan|Taruna|PKK|Korpri|Kwartir|pengurus|organisasi|panitia|komite|lomba)\b"
)
_BESIDE = 60
_LONE_BEFORE = re.compile(
    r"(?<![\w.] )(?<!\w)([A-Z][a-z]{3,})(?:,\s?[A-Z][\w.]{0,8}\.){0,3}"
    r"(?:\s+selaku|,\s+(?:selaku|yang\s+(?:juga|kini|juga\s+menjabat|menjabat)(?:\s+sebagai)?))\s+$"
)
_LONE_NAME_ENDS = re.compile(
    r",\s*[A-Z]\w{0,4}\.|,?\s+(?:me|ber|di)[a-z]{3,}|,?\s+(?:hadir|juga|turut)\b"
)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Own posts beside a person who does not hold them, or not with that status."""
    office = context.office
    if not office.officials:
        return
    own = own_names(office)
    found = [
        (text, mention)
        for text in texts(article)
        for mention in _with_lone_names(_in_small(text.text), own, office)
    ]
    strangers = {mention.name for _, mention in found if mention.name and _is_foreign(mention, own)}
    for text, mention in found:
        post = _own_post(text, mention, own)
        if post and not _is_stranger(mention.name, strangers):
            what = _fault(mention, post, office, article.date, text)
            if what:
                yield _finding(article, text, mention, what)


def _in_small(text: str) -> str:
    """A text in capitals throughout as it would be written in a title."""
    small = text.title() if text.isupper() else text
    return small if len(small) == len(text) else ""


def _with_lone_names(text: str, own: Own, office: Office) -> Iterator[Mention]:
    """The posts of a text; “Suharto selaku …” where the roster knows the one word."""
    for mention in mentions(text, own.words):
        near = max(0, mention.start - _BESIDE)
        lone = _LONE_BEFORE.search(text, near, mention.start)
        name = (lone[1].casefold(),) if lone and not mention.name else ()
        if name and any(is_person(name, words) for words, _ in people(office)):
            yield replace(mention, name=name, before=True)
        else:
            yield mention


def _finding(article: Article, text: Text, mention: Mention, what: tuple[str, str]) -> Finding:
    start = mention.start
    if mention.before:
        start = max(0, text.text.casefold().rfind(mention.name[0], 0, start))
    place = (start, mention.end)
    quote = squeeze(text.text[slice(*place)]).rstrip(',.;:”"')
    return RULE.in_text(article, text, place, f"“{quote}” {what[0]}", what[1])


def _is_foreign(mention: Mention, own: Own) -> bool:
    """A post of another institution: words of one that is not the own follow."""
    rest, ours = without_office(mention.position, own)
    return not ours and len(rest) > 1 and rest not in own.positions


def _is_stranger(name: Words, strangers: set[Words]) -> bool:
    return any(name == other[: len(name)] or name == other[-len(name) :] for other in strangers)


def _own_post(text: Text, mention: Mention, own: Own) -> Words:
    """The post as the roster would call it; empty where it is another office's or nobody's."""
    if not mention.name:
        return ()
    rest, ours = without_office(mention.position, own)
    known = rest in own.positions or (rest in _CHIEFS and own.positions & _CHIEFS)
    if ours:
        return rest if known or (len(rest) == 1 and rest[0] in _LEADING) else ()
    if text.text.isupper():
        return ()
    if rest not in own.positions or (len(rest) == 1 and rest[0] not in _SAID_ALONE):
        return ()
    sentence = sentence_at(text.text, mention.start, mention.end)
    ahead = squeeze(text.text[max(0, mention.start - 200) : mention.start])
    return () if _FOREIGN.search(ahead[-len(sentence) :]) else rest


def _fault(
    mention: Mention, post: Words, office: Office, day: date, text: Text
) -> tuple[str, str] | None:
    """(what is wrong, how to mend it), or None."""
    if formerly(sentence_at(text.text, mention.start, mention.end)):
        return None
    name = _clean_name(mention, office, text)
    if not name:
        return None
    own = own_names(office)
    rows = [r for words, r in people(office) if is_person(name, words) and _holds(r, post, own)]
    today = [row for row in rows if row.start <= day and (row.end is None or day <= row.end)]
    if any(row.status == mention.status for row in today):
        return None
    if today:
        return _other_status(today[0])
    if rows:
        return (
            f"tidak memegang jabatan itu pada {long_date(day)} menurut daftar_pejabat",
            "periksa masa jabatannya, atau usulkan perubahan daftar_pejabat di kantor.yml",
        )
    return (
        "tidak tercatat pada jabatan itu dalam daftar_pejabat",
        "periksa nama dan jabatannya, atau usulkan perubahan daftar_pejabat di kantor.yml",
    )


def _other_status(row: Official) -> tuple[str, str]:
    status = ACTING.get(row.status, "").strip() or DEFINITIVE
    right = f"{ACTING.get(row.status, '')}{row.position}"
    return (
        f"berstatus {status} menurut daftar_pejabat",
        f"tulis “{right}”, seperti dalam kantor.yml",
    )


def _holds(row: Official, post: Words, own: Own) -> bool:
    chief = tuple(row.position.casefold().split()) in _CHIEFS
    return is_post(row.position, post, own) or (chief and post in _CHIEFS)


def _clean_name(mention: Mention, office: Office, text: Text) -> Words:
    """The words that surely are a name: two or more, or one that the roster or degrees bear out."""
    name = _without_opening(mention)
    roster = [words for words, _ in people(office)]
    for size in range(len(name), 0, -1):
        if any(is_person(name[:size], words) for words in roster) and (size > 1 or len(name) == 1):
            return name[:size]
    if (mention.loose and _is_headline(text)) or any(word in INSTITUTION for word in name):
        return ()
    if not name or _is_ordinary(name[0]):
        return ()
    if len(name) >= 2:
        return name
    lone = _LONE_NAME_ENDS.match(text.text, mention.end)
    return name if lone and len(name[0]) >= _SHORTEST_NAME else ()


def _without_opening(mention: Mention) -> Words:
    """“Menurut Rina Wati, Kepala …”: the name without the word that opens the sentence."""
    opens = mention.before and _is_ordinary(mention.name[0])
    return mention.name[1:] if opens else mention.name


def _is_ordinary(word: str) -> bool:
    return is_common(word) and word not in SECOND


@lru_cache(maxsize=64)
def _is_headline(text: Text) -> bool:
    """A line in which every word has its capital tells no name from a verb."""
    if text.key != "isi" or text.text.isupper():
        return text.key == "judul" or text.text.isupper()
    words = [word for word in text.text.split() if word[:1].isalpha() and len(word) > 3]
    ends = text.text.rstrip().endswith((".", "!", "?", "”", '"', ":", ";"))
    return not ends and len(words) > 3 and all(word[0].isupper() for word in words)


RULE = Rule(
    id="PJB-03",
    level=Level.TAHAN,
    sentence="Nama, jabatan, dan status pejabat kantor ini sesuai dengan daftar_pejabat pada"
    " tanggal kegiatan.",
    basis="UU 14/2008 Pasal 7 ayat (2): informasi publik akurat, benar, dan tidak menyesatkan",
    example_fails="Inspektur Tono Contoh Wibowo membuka rapat.",
    # the official stands in the samples' roster
    example_passes="Inspektur Kartika Sari Dewi membuka rapat.",
    check=check,
)
