"""Where a text names somebody who reports, complains or tells an office in confidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from terbit.checks.reading.people import Person, in_office, people, people_in
from terbit.checks.reading.people_words import INSTITUTIONS, is_common
from terbit.checks.reading.prose import Text
from terbit.checks.reading.reporter_deeds import (
    RIGHT_BEHIND,
    complains,
    complaint_of,
    reports_superior,
    says_so,
    who_reports,
)
from terbit.checks.reading.reporter_roles import (
    HONORIFIC_LAST,
    Place,
    Sentence,
    role_before,
    role_behind,
)
from terbit.checks.reading.reporter_words import HEAD, ROLE
from terbit.core.office import Office


def in_cells(text: Text) -> Iterator[Place]:
    """Names in a column that is headed “Pelapor”."""
    ends = [offset for offset, _ in text.headers[1:]] + [len(text.text)]
    for (offset, head), end in zip(text.headers, ends, strict=True):
        if HEAD.match(head):
            cell = [p for p in people(text.text) if offset <= p.start < end]
            cell += _letters(text.text, offset, end)
            yield from ((person.start, person.end) for person in cell[:1])


def in_sentence(text: str, place: Place, office: Office) -> Iterator[Place]:
    """Every name of a sentence with what shows that its bearer reports."""
    sentence = Sentence(text, *place)
    named = (*people_in(text, *place), *_letters(text, *place), *_loud(text, *place))
    for person in named:
        found = _evidence(sentence, person, office)
        if found:
            yield found


def _evidence(sentence: Sentence, person: Person, office: Office) -> Place | None:
    found = (
        role_before(sentence, person)
        or role_behind(sentence, person)
        or who_reports(sentence, person)
        or reports_superior(sentence, person)
    )
    if not found and not person.sure and RIGHT_BEHIND.match(sentence.text, person.end):
        found = complains(sentence, person)
    if found or not person.sure or _at_work(sentence.text, person, office):
        return found
    return (
        complains(sentence, person) or complaint_of(sentence, person) or says_so(sentence, person)
    )


_SUBORDINATE = re.compile(
    r"\s?[,(]\s?(?:seorang\s+|salah\s+satu\s+)?(?:staf|anggota|pegawai|pekerja|ketua\s+(?:kelompok"
    r"|kerukunan|komite|rt|rw|pemuda|lsm|yayasan|lembaga\s+swadaya))\b",
    re.IGNORECASE,
)


_FORMER = re.compile(r"\b(?:mantan|eks)\s+(?:[\w]+\s+){1,3}$", re.IGNORECASE)


def _at_work(text: str, person: Person, office: Office) -> bool:
    """Whether somebody in office is named, other than a member of staff."""
    if _FORMER.search(text, max(0, person.start - 40), person.start):
        return False
    before = HONORIFIC_LAST.search(text[max(0, person.start - 12) : person.start])
    bare = replace(person, start=person.start - len(before[0])) if before else person
    working = in_office(text, person, office) or in_office(text, bare, office)
    return working and not _SUBORDINATE.match(text, person.end)


_LETTERS = re.compile(r"(?<![\w./-])(?:(?:[A-Z]\.\s?){1,3}[A-Z]?|[A-Z]{1,3})(?![\w/-])")
_NO_LETTERS = frozenset(
    "KPK BPK PNS ASN OPD PPK WBS SPI APH DPR KUA RT RW PT CV TNI RI UPT SMA SMP SD SP MA MK KY"
    " KI UU PP ID IT HP WA TU NY TN SDR".split()
)
_CAPITALS = re.compile(r"[A-Z]{2} [A-Z]{2}")
_LOUD = re.compile(rf"\b(?i:{ROLE})\s*[:,–-]\s+((?:[A-Z][A-Z'’]+\s?){{2,4}})\b")


def _letters(text: str, start: int, end: int) -> Iterator[Person]:
    """“pelapor berinisial HK”: letters count only right beside the word."""
    for match in _LETTERS.finditer(text, start, end):
        if match[0] not in _NO_LETTERS:
            yield Person(match.start(), match.end(), sure=False)


def _loud(text: str, start: int, end: int) -> Iterator[Person]:
    """“WHISTLEBLOWER: YUDI PRASTOWO”."""
    if not _CAPITALS.search(text, start, end):
        return
    for match in _LOUD.finditer(text, start, end):
        words = match[1].casefold().split()
        if not any(is_common(word) or word in INSTITUTIONS for word in words):
            yield Person(match.start(1), match.end(1), sure=True)
