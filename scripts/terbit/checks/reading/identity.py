"""Long numbers that name a person: NIK, NPWP, bank accounts, NIP, and what looks like them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from stdnum.id import nik

from terbit.checks.reading.figures import (
    Kind,
    Number,
    digits,
    in_code,
    in_url,
    is_amount,
    is_decimal,
    money_before,
    names_beside,
    stands_alone,
)
from terbit.checks.reading.labels import Meaning, meaning
from terbit.checks.reading.prose import Text

NIK_DIGITS = 16
NIP_DIGITS = 18
NPWP_DIGITS = (22, 16, 15, 14)
"""NITKU of a branch, since PMK 112/2022, before it, and without its zero; longest first."""
ACCOUNT_DIGITS = range(10, 17)
"""Bank accounts in Indonesia have 10 to 16 digits (checks catalogue 2.4)."""

_TRIGGER = re.compile(r"\d(?:[\s.\-]{0,3}\d){9}")
_RUN = re.compile(r"\d+(?:[\s.\-]{1,3}\d+)*")
_GROUP = re.compile(r"\d+")
_NPWP_FORM = re.compile(r"\d{2}\.\d{3}\.\d{3}\.\d(?:\s?-\s?|\.)\d{3}\.\d{3}")
_NPWP_CUT = re.compile(r"\d\.\d{3}\.\d{3}\.\d(?:\s?-\s?|\.)\d{3}\.\d{3}")
"""Spreadsheets drop the zero at the beginning."""
_NIP_FORM = re.compile(
    r"(?P<born>(?:19[3-9]|20[01])\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
    # the month of a PPPK is 21 (checks catalogue 2.4: another meaning in the middle)
    r"(?P<year>(?:19[5-9]|20[0-4])\d)(?:0[1-9]|1[0-2]|21)[12]\d{3}"
)
_YOUNGEST_OFFICIAL = 15
"""Years; 18 by law, less what typing errors do."""
_BUDGET_CODE = re.compile(r"\d\.\d{1,2}\.\d{1,3}(?:\.|\b)")
_DATE = re.compile(
    r"(?:\d{1,2}[-. ]\d{1,2}[-. ](?:19|20)\d\d|(?:19|20)\d\d[-.]\d{1,2}[-.]\d{1,2})(?!\d)"
)
_YEARS = re.compile(r"(?:(?:19|20)\d\d[\s.\-]{1,3}){2,}(?:19|20)\d\d")
_BARE_SIXTEEN = re.compile(
    r"\d{16}|\d{4}([ .-])\d{4}\1\d{4}\1\d{4}|\d{6}([ .-])\d{6}\2\d{4}"
    r"|\d{2}([ .-])\d{2}\3\d{2}\3\d{6}\3\d{4}|\d{12}[ .-]\d{4}|\d{6}[ .-]\d{10}"
)
_CARD_FORM = re.compile(r"\d{4}([ -])\d{4}\1\d{4}\1\d{4}")
_CLOCK = re.compile(r"(?:(?:[01]\d|2[0-3])[0-5]\d[ .,-]{1,2}){3}(?:[01]\d|2[0-3])[0-5]\d")
_CLOCK_BEFORE = re.compile(r"\b(?:pukul|jam|jadwal)(?:nya)?\b[^.!?]{0,40}$", re.IGNORECASE)
_CLOCK_AFTER = re.compile(r"\s*WI(?:B|TA|T)\b")
_STAMPED = re.compile(r"20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
"""A number that begins with today's date is a file's; no province has the code 20."""
_GLUED_WORD = re.compile(r"(?i:NIK|KTP|KK|NPWP|NIP|REK|REKENING|BRI|BNI|BCA|BTN)[./:]?$")
_LETTER_NUMBER = re.compile(r"/[\w.-]{1,20}/")
_MOBILE_FORM = re.compile(r"(?:0|62)8\d{8,11}")

_COLUMN, _PARTS = 160, 6
"""Beyond so many groups a run is figures in rows; a number among them has few parts."""

Group = tuple[int, int]


def identity_numbers(flat: str, text: Text) -> Iterator[Number]:
    """Every identity number; where two kinds fit a place, the first one given is meant."""
    if not _TRIGGER.search(flat):
        return
    for run in _RUN.finditer(flat):
        if run.end() - run.start() >= ACCOUNT_DIGITS[0]:
            groups = [(m.start(), m.end()) for m in _GROUP.finditer(flat, *run.span())]
            for kind, start, end in _kinds(flat, text, groups):
                value = digits(flat[start:end])
                # 99.999.999.9-999.999 shows how to write one
                if len(set(value)) > 1:
                    yield Number(kind, start, end, value)


def _kinds(flat: str, text: Text, groups: list[Group]) -> Iterator[tuple[Kind, int, int]]:
    for kind, finder in _FINDERS:
        for start, end in finder(flat, text, groups):
            yield kind, start, end


def _stretches(groups: list[Group], wanted: int) -> Iterator[Group]:
    """Stretches of whole groups that hold so many digits together."""
    # that many groups of one digit each are the most that can make one number
    most = wanted if len(groups) <= _COLUMN else _PARTS
    for first, (start, _) in enumerate(groups):
        total = 0
        for a, b in groups[first : first + most]:
            total += b - a
            if total >= wanted:
                if total == wanted:
                    yield start, b
                break


def _joined(flat: str, start: int, end: int) -> bool:
    """Joined to letters that are not its own word, or a part of a letter number."""
    if not (flat[start - 1 : start].strip() or flat[end : end + 1].strip()):
        return False
    before, after = flat[max(0, start - 12) : start], flat[end : end + 1]
    if after.isalnum() or after in {"_", "@"}:
        return True
    return bool(re.search(r"[\w/@#]$", before)) and not _GLUED_WORD.search(before)


def _nips(flat: str, text: Text, groups: list[Group]) -> Iterator[Group]:
    for start, end in _stretches(groups, NIP_DIGITS):
        if _joined(flat, start, end) or in_url(flat, start) or is_decimal(flat, start):
            continue
        value = digits(flat[start:end])
        if is_nip(value) or meaning(text, start, end) is Meaning.NIP:
            yield start, end


def is_nip(value: str) -> bool:
    """18 digits: date of birth, month of appointment, sex, serial (tempo.co 2021-09-28)."""
    match = _NIP_FORM.fullmatch(value)
    if not match or int(match["year"]) - int(match["born"][:4]) < _YOUNGEST_OFFICIAL:
        return False
    try:
        date(int(match["born"][:4]), int(match["born"][4:6]), int(match["born"][6:]))
    except ValueError:
        return False
    return True


def _accounts(flat: str, text: Text, groups: list[Group]) -> Iterator[Group]:
    for start, end in _account_stretches(groups):
        if is_amount(flat, start, end) or _joined(flat, start, end):
            continue
        if flat[start - 1 : start] == "+" or _LETTER_NUMBER.match(flat, end):
            continue
        if any(form.match(flat, start) for form in (_BUDGET_CODE, _DATE, _YEARS)):
            continue
        said = meaning(text, start, end)
        phone = _MOBILE_FORM.fullmatch(digits(flat[start:end]))
        if said is Meaning.BANK or (said is Meaning.BANK_NAME and not phone):
            yield start, end


def _account_stretches(groups: list[Group]) -> Iterator[Group]:
    """The whole run, or where it is too long the groups that are long enough alone."""
    if sum(b - a for a, b in groups) in ACCOUNT_DIGITS:
        yield groups[0][0], groups[-1][1]
        return
    yield from ((a, b) for a, b in groups if b - a in ACCOUNT_DIGITS)


def _npwps(flat: str, text: Text, groups: list[Group]) -> Iterator[Group]:
    for wanted in NPWP_DIGITS:
        for start, end in _stretches(groups, wanted):
            if _joined(flat, start, end) or is_amount(flat, start, end):
                continue
            form = _NPWP_FORM.fullmatch(flat, start, end) and not in_url(flat, start)
            if form or _is_named_npwp(flat, text, start, end):
                yield start, end


def _is_named_npwp(flat: str, text: Text, start: int, end: int) -> bool:
    whole = len(digits(flat[start:end])) > NPWP_DIGITS[-1]
    if not (whole or _NPWP_CUT.fullmatch(flat, start, end)):
        return False
    return meaning(text, start, end) is Meaning.NPWP


def _niks(flat: str, text: Text, groups: list[Group]) -> Iterator[Group]:
    for start, end in _stretches(groups, NIK_DIGITS):
        if is_amount(flat, start, end) or _is_times(flat, start, end):
            continue
        if _joined(flat, start, end) and not names_beside(flat, start, end):
            continue
        said = meaning(text, start, end)
        named, other = said is Meaning.NIK, said is Meaning.OTHER
        if named or (not other and _is_nik(flat, start, end)):
            yield start, end


def _is_nik(flat: str, start: int, end: int) -> bool:
    free = stands_alone(flat, start, end) or names_beside(flat, start, end)
    return free and not in_code(flat, start, end) and valid_nik(digits(flat[start:end]))


def valid_nik(value: str) -> bool:
    """Whether 16 digits have the form of a NIK or nomor KK: region, date, serial.

    Form: dukcapil.klaten.go.id. stdnum lets serial 0000, kecamatan 99 and days over 71 pass.
    """
    sensible = value[12:] != "0000" and value[4:6] not in {"00", "99"} and int(value[6:8]) <= 71
    return sensible and bool(nik.is_valid(value))


def _sixteens(flat: str, text: Text, groups: list[Group]) -> Iterator[Group]:
    if money_before(flat, groups[0][0]):
        return
    for start, end in _stretches(groups, NIK_DIGITS):
        whole = (start, end) == (groups[0][0], groups[-1][1])
        if not (whole or end - start == NIK_DIGITS) or is_amount(flat, start, end):
            continue
        if not _is_bare_sixteen(flat, start, end):
            continue
        said = meaning(text, start, end)
        card = said is Meaning.UNKNOWN and _CARD_FORM.fullmatch(flat, start, end)
        if card or said in {Meaning.NOTHING, Meaning.PHONE, Meaning.NIP}:
            yield start, end


def _is_times(flat: str, start: int, end: int) -> bool:
    """Years in a row, or the hours of a timetable."""
    if _YEARS.match(flat, start):
        return True
    if not _CLOCK.fullmatch(flat, start, end):
        return False
    before = _CLOCK_BEFORE.search(flat, max(0, start - 50), start)
    return bool(before or _CLOCK_AFTER.match(flat, end))


def _is_bare_sixteen(flat: str, start: int, end: int) -> bool:
    """Sixteen digits as cards and identities are written, no years, no stamp, no code."""
    line = flat[start:end].replace("\n", " ", 1)
    if not _BARE_SIXTEEN.fullmatch(line) or in_code(flat, start, end):
        return False
    if _is_times(flat, start, end) or _STAMPED.match(flat, start):
        return False
    return stands_alone(flat, start, end)


_FINDERS = (
    (Kind.NIP, _nips),
    (Kind.ACCOUNT, _accounts),
    (Kind.NPWP, _npwps),
    (Kind.NIK, _niks),
    (Kind.SIXTEEN, _sixteens),
)
