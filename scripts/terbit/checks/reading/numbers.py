"""Numbers in prose that name a person: each stretch of digits is one thing or nothing.

The order of `find` is the rule "one span, one finding": context words decide first, then
a valid NIK, then a phone number. A new kind of number goes into that order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, PhoneNumberType
from stdnum.id import nik

from terbit.checks.reading.prose import Text

REGION = "ID"
NIK_DIGITS = 16
NIP_DIGITS = 18


class Kind(Enum):
    """What a number turned out to be."""

    NIK = "NIK atau nomor KK"
    MOBILE = "nomor ponsel"
    LANDLINE = "nomor telepon"


@dataclass(frozen=True)
class Number:
    """A number at [start, end) of a text; `value` is its digits, phones in E.164."""

    kind: Kind
    start: int
    end: int
    value: str


@lru_cache(maxsize=4096)
def find(text: Text) -> tuple[Number, ...]:
    """Every number of a text that names a person, in order and without overlaps."""
    flat = flatten(text.text)
    if sum(character.isdecimal() for character in flat) < _FEWEST_DIGITS:
        return ()
    found: list[Number] = []
    taken = bytearray(len(flat))
    for finder in (_identity_numbers, _phones):
        for number in finder(flat, text):
            if not any(taken[number.start : number.end]):
                taken[number.start : number.end] = b"\1" * (number.end - number.start)
                found.append(number)
    return tuple(sorted(found, key=lambda number: number.start))


def flatten(text: str) -> str:
    """The text, character by character, with plain digits, hyphens and spaces."""
    return text if text.isascii() else "".join(_plain(character) for character in text)


def e164(phone: str) -> str:
    """A phone number as kantor.yml writes it in E.164, or its digits where it is none."""
    try:
        parsed = phonenumbers.parse(phone, REGION)
    except phonenumbers.NumberParseException:
        return digits(phone)
    return phonenumbers.format_number(parsed, PhoneNumberFormat.E164)


def digits(text: str) -> str:
    """The digits of a text alone."""
    return "".join(character for character in flatten(text) if character.isdecimal())


_FEWEST_DIGITS = 7
"""A landline without its area code; nothing shorter is looked for."""

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@lru_cache(maxsize=1024)
def _plain(character: str) -> str:
    if character in _INVISIBLE:
        return " "
    value = unicodedata.decimal(character, None)
    if value is not None:
        return str(value)
    category = unicodedata.category(character)
    if category == "Pd" or character == "−":
        return "-"
    return " " if category == "Zs" else character


def _in_urls(flat: str) -> bytearray:
    """For each character whether it belongs to a web address."""
    flags = bytearray(len(flat))
    for match in _URL.finditer(flat):
        flags[match.start() : match.end()] = b"\1" * len(match[0])
    return flags


# NIK and nomor KK ---------------------------------------------------------------------

_GROUPS = re.compile(r"\d+(?:[\s.\-]{1,3}\d+)*")
_GROUP = re.compile(r"\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_MONEY_BEFORE = re.compile(r"(?:Rp|IDR|USD|\$)\.?\s*$", re.IGNORECASE)
_IDENTITY_WORD = re.compile(
    r"\b(?:NIK|N\.I\.K|(?:e-?|No\.?\s?)?KTP|(?:No\.?\s?)?KK|kartu keluarga|kartu tanda penduduk"
    r"|nomor induk kependudukan)(?![^\W\d_])",
    re.IGNORECASE,
)
_OTHER_WORD = re.compile(
    r"\b(?:NPWP|NITKU|NIP|NUPTK|rekening|norek|virtual account|VA|BRIVA|kontrak|resi|invoice|faktur"
    r"|BPJS|ISBN|kode billing|NTPN|kartu kredit|NOP|NIB)\b",
    re.IGNORECASE,
)
_WORD_AFTER = re.compile(r"[\s(\[,:-]{0,4}(?:NIK|KTP|KK)\b", re.IGNORECASE)
_WORD_DISTANCE = 60
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NAMED_IN_URL = re.compile(r"(?:nik|ktp|kk)[=/:]$", re.IGNORECASE)


def _identity_numbers(flat: str, text: Text) -> Iterator[Number]:
    if sum(character.isdecimal() for character in flat) < NIK_DIGITS:
        return
    in_url = _in_urls(flat)
    for run in _GROUPS.finditer(flat):
        for start, end in _sixteens(run):
            value = digits(flat[start:end])
            named = _named(flat, text, start, end)
            if in_url[start] and not _NAMED_IN_URL.search(flat, max(0, start - 12), start):
                continue
            if _amount(flat, start, end) or not (named or _stands_alone(flat, start, end)):
                continue
            if named or valid_nik(value):
                yield Number(Kind.NIK, start, end, value)


def _sixteens(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Stretches of whole groups in a run that hold sixteen digits together."""
    groups = [(m.start() + run.start(), m.end() + run.start()) for m in _GROUP.finditer(run[0])]
    if _is_nip(digits(run[0])):
        return
    for first, (start, _) in enumerate(groups):
        total = 0
        # sixteen groups of one digit each are the most that can make one number
        for a, b in groups[first : first + NIK_DIGITS]:
            total += b - a
            if total >= NIK_DIGITS:
                if total == NIK_DIGITS:
                    yield start, b
                break


def valid_nik(value: str) -> bool:
    """Whether 16 digits have the form of a NIK or nomor KK: region, date, serial.

    Form: dukcapil.klaten.go.id. stdnum lets serial 0000, kecamatan 99 and days over 71 pass.
    """
    sensible = value[12:] != "0000" and value[4:6] not in {"00", "99"} and int(value[6:8]) <= 71
    return sensible and bool(nik.is_valid(value))


def _is_nip(value: str) -> bool:
    """18 digits that begin with a birth date and an appointment month (tempo.co 2021-09-28)."""
    if len(value) != NIP_DIGITS:
        return False
    year, month, day = int(value[:4]), int(value[4:6]), int(value[6:8])
    return 1930 <= year <= 2030 and 1 <= month <= 12 and 1 <= day <= 31


def _named(flat: str, text: Text, start: int, end: int) -> bool:
    """The nearest word before, or the next one behind, says NIK, KTP or KK."""
    before = flatten(text.before(start, _WORD_DISTANCE))
    stop = max(before.rfind(". "), before.rfind("\n\n")) + 1
    last = max((m.start() for m in _IDENTITY_WORD.finditer(before, stop)), default=-1)
    other = max((m.start() for m in _OTHER_WORD.finditer(before, stop)), default=-1)
    return last > other or (other < 0 and bool(_WORD_AFTER.match(flat, end)))


def _stands_alone(flat: str, start: int, end: int) -> bool:
    """Not a part of a code, a letter number, an address or a decimal."""
    before, after = flat[max(0, start - 6) : start], flat[end : end + 6]
    if re.search(r"[\w/@#]$", before) or re.match(r"[\w/@]", after):
        return False
    return not (re.search(r"(?<!\d)\d{1,3}[.,]$", before) or re.match(r"[.,]\d{1,2}(?!\d)", after))


def _amount(flat: str, start: int, end: int) -> bool:
    money = _MONEY_BEFORE.search(flat, max(0, start - 6), start)
    return bool(money) or bool(_THOUSANDS.fullmatch(flat, start, end))


# Phones -------------------------------------------------------------------------------

_PHONE_WORD = r"(?:telepon|telp|tlp|tel|ponsel|hape|handphone|HP|WA|whatsapp|SMS|faks|fax|kontak)"
_PHONE_WORD_BEFORE = re.compile(
    rf"\b(?:{_PHONE_WORD}|hubungi|menghubungi)\b[^.!?]{{0,40}}$", re.IGNORECASE
)
_GLUED_WORD = re.compile(rf"\b({_PHONE_WORD})(?=\+?\d{{8}})", re.IGNORECASE)
_PHONE_LINK = re.compile(r"(?:wa\.me/|phone=|tel:)\+?$", re.IGNORECASE)
_LIST_NUMBER = re.compile(
    r"\b(?:nomor|no|kode|id|seri|registrasi|resi|kontrak|rekening|SPM|SP2D|DPA|SK)\b"
    r"[.:\s]*(?:\w+\s*){0,2}[.:]?\s*$",
    re.IGNORECASE,
)
_BARE_MOBILE = re.compile(r"(?<![\w.,/+-])8[1-9]\d[ .-]?\d{3,4}[ .-]?\d{3,5}(?![\w/])")
_DOUBLE_ZERO = re.compile(r"(?<![\w.,/+-])00(?=62[\s.-]?\d)")
_CALL_CENTRE = re.compile(r"(?:\+62|0)(?:\d{2,3})?(?:1500\d{3}|140\d{2}|1500\d{2})")
_FOURTEEN_BARE = re.compile(r"62\d{12}")
_MOBILE_TYPES = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.PAGER})
_LANDLINE_TYPES = frozenset(
    {PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.VOIP}
)


def _phones(flat: str, text: Text) -> Iterator[Number]:
    # length stays the same, so places found in `line` hold in the text
    line = _GLUED_WORD.sub(lambda m: " " * len(m[0]), flat)
    line = _DOUBLE_ZERO.sub(" +", line)
    in_url = _in_urls(flat)
    for match in PhoneNumberMatcher(line, REGION):
        kind = _kind(match.number)
        if in_url[match.start] and not _links_phone(flat, match.start):
            continue
        if kind and not _is_no_phone(flat, text, match.start, match.end, kind):
            value = phonenumbers.format_number(match.number, PhoneNumberFormat.E164)
            if not _CALL_CENTRE.fullmatch(value):
                yield Number(kind, match.start, match.end, value)
    for bare in _BARE_MOBILE.finditer(line):
        if _PHONE_WORD_BEFORE.search(flatten(text.before(bare.start(), _WORD_DISTANCE))):
            yield Number(Kind.MOBILE, bare.start(), bare.end(), e164("0" + bare[0]))


def _kind(number: phonenumbers.PhoneNumber) -> Kind | None:
    kind = phonenumbers.number_type(number)
    if kind in _MOBILE_TYPES:
        return Kind.MOBILE
    return Kind.LANDLINE if kind in _LANDLINE_TYPES else None


def _is_no_phone(flat: str, text: Text, start: int, end: int, kind: Kind) -> bool:
    raw = flat[start:end]
    before = flatten(text.before(start, _WORD_DISTANCE))
    if _links_phone(flat, start):
        return False
    if _FOURTEEN_BARE.fullmatch(raw) or _MONEY_BEFORE.search(before):
        return True
    if _in_letter_number(flat, start, end) or re.search(r"\d[.,]$|\w_$", before):
        return True
    return (
        kind is Kind.LANDLINE
        and bool(_LIST_NUMBER.search(before))
        and not _PHONE_WORD_BEFORE.search(before)
    )


def _links_phone(flat: str, start: int) -> bool:
    return bool(_PHONE_LINK.search(flat, max(0, start - 12), start))


def _in_letter_number(flat: str, start: int, end: int) -> bool:
    """Joined by a slash to something that is no phone number and no word for one."""
    left = flat[max(0, start - 16) : start]
    joined_left = re.search(r"[\w.-]/$", left) and not re.search(
        rf"(?:\d{{7}}|\b{_PHONE_WORD})/$", left, re.IGNORECASE
    )
    right = flat[end : end + 12]
    joined_right = re.match(r"/[\w]", right) and not re.match(
        rf"/(?:\d{{7}}|{_PHONE_WORD}\b)", right, re.IGNORECASE
    )
    return bool(joined_left or joined_right)
