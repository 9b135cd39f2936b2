"""Phone numbers in prose, apart from codes, dates and numbers of letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, PhoneNumberType

from terbit.checks.reading.figures import (
    Kind,
    Number,
    digits,
    flatten,
    in_code,
    in_url,
    is_amount,
    names_beside,
)
from terbit.checks.reading.labels import DRAWN, PHONE_WORD, THING_NUMBER, clause_start
from terbit.checks.reading.prose import Text

REGION = "ID"
_WORD_DISTANCE = 60

_CANDIDATE = re.compile(r"(?<!\d)(?:\+\s?\(?\d|\(?0\d|62\d|\d{7})[\d\s().\-/]{4,26}")
"""Where the slow parser looks: a plus, a zero, a country code or seven digits."""
_FEWEST_DIGITS = 7
_DATE_OR_TIME = re.compile(
    r"\(?(?:\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}[-./]\d\d[-./]\d\d"
    r"|\d\d[.:]\d\d(?:\s?[-–]\s?\d\d[.:]\d\d)?)[\s.)]*"
)
_DATE_FIRST = re.compile(r"\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d(?!\d)")
_PHONE_WORD_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:{PHONE_WORD})(?![^\W\d_])[^!?]{{0,40}}$", re.IGNORECASE
)
_GLUED_WORD = re.compile(rf"\b({PHONE_WORD})(?=\+?\d{{8}})", re.IGNORECASE)
_GLUED = re.compile(r"[A-Za-z]\+?\d{8}")
_PHONE_LINK = re.compile(r"(?:wa\.me/|phone=|tel:)\+?$", re.IGNORECASE)
_LIST_NUMBER = re.compile(
    r"\b(?:nomor|no|kode|id|seri|registrasi|resi|kontrak|rekening|SPM|SP2D|DPA|SK)\b"
    r"[.:\s]*(?:\w+\s*){0,2}[.:]?\s*$",
    re.IGNORECASE,
)
_TOWARDS = r"(?:ke|di|lewat|melalui|kepada|pada|via|hub|chat|kirim|dan|atau|oleh)"
_CODE = re.compile(
    rf"(?:{THING_NUMBER}|\b(?:nomor|no\.?|kode|ID)\s{{1,2}}(?:{DRAWN})|\bkode\s{{1,2}}[a-z]+|\b(?:NIB|NISN|NPSN|NUPTK|IMEI|ISBN|RUP"
    r"|SPM|SP2D|SPD|DPA|SK|STNK|BPKB|NTPN|NOP|IMB|PBG|nomor\s+induk\s+berusaha))\b"
    rf"(?:\s+(?!{_TOWARDS}\b|{PHONE_WORD}\b)[^\W\d_]+){{0,4}}\s*[:.]?\s*$",
    re.IGNORECASE,
)
"""A label of a thing, and nothing between it and the number that one does with a phone."""
_SHORT_MOBILE = 10
_UNKNOWN = re.compile(
    r"\b(?:nomor|ID)\s{1,2}(?!(?:posko|panitia|admin|operator|petugas|sekretariat|tim|kader|bidan"
    r"|perawat|dokter|guru|lurah|camat|ketua|kepala|bu|ibu|pak|bapak|kantor|darurat|siaga|resmi"
    r"|layanan|informasi|pengaduan|aduan|humas|pribadi|baru|lama|itu|ini|dinas|yang|adalah|telepon"
    rf"|{PHONE_WORD})\b)[^\W\d_]+\s{{1,2}}$",
    re.IGNORECASE,
)
"""“Nomor tera 0812345678”: hardly any phone has ten digits today."""
_MEETING_ID = re.compile(
    r"\b(?:meeting\s+ID|ID\s+(?:rapat|meeting|zoom|pertemuan))\b[^.!?\n]{0,12}$", re.IGNORECASE
)
_BARE_MOBILE = re.compile(r"(?<![\w.,/+-])8[1-9]\d[ .-]?\d{3,4}[ .-]?\d{3,5}(?![\w/])")
_ODD_MOBILE = re.compile(
    r"(?<![\w.,/+-])(?:62[ .-]|[Oo])(8[1-9]\d[ .-]{0,3}\d{3,4}[ .-]{0,3}\d{2,5})(?![\w/])"
)
"""62 without its plus, or the letter O for the zero; the parser takes neither."""
_LOCAL_NUMBER = r"\d{3}[ -]?\d{3,4}(?![\w/]|[ .-]\d)"
_LOCAL = re.compile(
    r"\b(?:telepon|telp|tlp|faks|fax|dihubungi|hubungi|menghubungi|kontak)\b\.?"
    r"(?:\s+(?:rumah|kantor|di|ke|pada|nomor|no\.?|nomornya|posko|layanan|adalah|ialah)){0,3}"
    rf"\s{{0,2}}[:(]?\s{{0,2}}({_LOCAL_NUMBER})",
    re.IGNORECASE,
)
_LOCAL_HINT = re.compile(rf"(?<!\d){_LOCAL_NUMBER}")
_NEXT_LOCAL = re.compile(rf"\s?(?:/|,|dan|atau|&)\s?({_LOCAL_NUMBER})")
_SERVICE = re.compile(r"1[45]\d+|0?800\d+")
"""1500-123 and 14045 are call centres, 0800 is free of charge."""
_DOUBLE_ZERO = re.compile(r"(?<![\w.,/+-])00(?=62[\s.-]?\d)")
_CALL_CENTRE = re.compile(r"(?:\+62|0)(?:\d{2,3})?(?:1500\d{3}|140\d{2}|1500\d{2})")
_FOURTEEN_BARE = re.compile(r"62\d{12}")
_SLASHED_CODE = re.compile(r"/(?:(?:19|20)\d\d|\d{1,2})$")
"""Numbers of letters end in a year; the last part of a telephone number is longer than two."""
_SLASH_LEFT = re.compile(r"[\w.-]/$")
_PHONE_LEFT = re.compile(rf"(?:\d{{7}}|[+0(]\d[\d .)-]{{7,15}}|\b{PHONE_WORD})/$", re.IGNORECASE)
_SLASH_RIGHT = re.compile(r"/\w")
_PHONE_RIGHT = re.compile(
    rf"/(?:\d{{7}}|\d{{2}}(?!\w|/)|0\d[\d .)-]{{7}}|{PHONE_WORD}\b)", re.IGNORECASE
)
"""Another phone number, its last two digits, or a word for phones."""
_MOBILE_TYPES = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.PAGER})
_LANDLINE_TYPES = frozenset(
    {PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.VOIP}
)


def e164(phone: str) -> str:
    """A phone number as kantor.yml writes it in E.164, or its digits where it is none."""
    try:
        parsed = phonenumbers.parse(phone, REGION)
    except phonenumbers.NumberParseException:
        return digits(phone)
    return phonenumbers.format_number(parsed, PhoneNumberFormat.E164)


def phones(flat: str, text: Text) -> Iterator[Number]:
    """Every phone number that can be dialled."""
    # length stays the same, so places found in `line` hold in the text
    line = _GLUED_WORD.sub(lambda m: " " * len(m[0]), flat) if _GLUED.search(flat) else flat
    line = _DOUBLE_ZERO.sub(" +", line) if "0062" in line else line
    for start, found in _parsed(line):
        end = start + len(found.raw_string)
        kind = _kind(found.number)
        if in_url(flat, start) and not _links_phone(flat, start):
            continue
        if kind and not _is_no_phone(flat, text, start, end, kind):
            value = phonenumbers.format_number(found.number, PhoneNumberFormat.E164)
            if not _CALL_CENTRE.fullmatch(value):
                yield Number(kind, start, end, value)
                if kind is Kind.LANDLINE:
                    yield from _next_locals(line, end)
    yield from _named_phones(line, text)


def _parsed(line: str) -> Iterator[tuple[int, phonenumbers.PhoneNumberMatch]]:
    """(start, match) of what the parser takes for a phone number, candidate by candidate."""
    seen = 0
    for candidate in _CANDIDATE.finditer(line):
        if candidate.start() < seen or _DATE_OR_TIME.fullmatch(candidate[0]):
            continue
        if len(digits(candidate[0])) < _FEWEST_DIGITS:
            continue
        # a character on either side: the parser looks whether the number is joined to it
        first = max(0, candidate.start() - 2)
        seen = candidate.end()
        for found in PhoneNumberMatcher(line[first : seen + 2], REGION):
            yield first + found.start, found


def _named_phones(line: str, text: Text) -> Iterator[Number]:
    """Numbers that the parser takes for none: without 0, without plus, without area code."""
    for odd in _ODD_MOBILE.finditer(line):
        yield Number(Kind.MOBILE, odd.start(), odd.end(), e164("0" + odd[1]))
    for bare in _BARE_MOBILE.finditer(line):
        if _PHONE_WORD_BEFORE.search(_before(text, bare.start())):
            yield Number(Kind.MOBILE, bare.start(), bare.end(), e164("0" + bare[0]))
    for local in _LOCAL.finditer(line) if _LOCAL_HINT.search(line) else ():
        if not is_amount(line, *local.span(1)):
            yield from _local(local)
            yield from _next_locals(line, local.end())


def _next_locals(line: str, end: int) -> Iterator[Number]:
    """What stands behind a landline without its area code: “3221999/3221998”."""
    while following := _NEXT_LOCAL.match(line, end):
        yield from _local(following)
        end = following.end()


def _local(match: re.Match[str]) -> Iterator[Number]:
    value = digits(match[1])
    if not _SERVICE.fullmatch(value):
        yield Number(Kind.LANDLINE, *match.span(1), value)


def _before(text: Text, start: int) -> str:
    """The words of the clause before a number."""
    before = flatten(text.before(start, _WORD_DISTANCE))
    return before[clause_start(before) :]


def _kind(number: phonenumbers.PhoneNumber) -> Kind | None:
    kind = phonenumbers.number_type(number)
    if kind in _MOBILE_TYPES:
        return Kind.MOBILE
    return Kind.LANDLINE if kind in _LANDLINE_TYPES else None


def _is_no_phone(flat: str, text: Text, start: int, end: int, kind: Kind) -> bool:
    if _links_phone(flat, start):
        return False
    if _FOURTEEN_BARE.fullmatch(flat, start, end) or is_amount(flat, start, end):
        return True
    if _SLASHED_CODE.search(flat, start, end) or _DATE_FIRST.match(flat, start):
        return True
    if _in_letter_number(flat, start, end) and not names_beside(flat, start, end):
        return True
    return in_code(flat, start, end) or _is_labelled(_before(text, start), flat[start:end], kind)


def _is_labelled(before: str, written: str, kind: Kind) -> bool:
    """Whether the words before a number say that it is another thing's."""
    if re.search(r"\d[.,]$|\w_$", before) or _MEETING_ID.search(before) or _CODE.search(before):
        return True
    if not written.isdecimal():
        return False
    if kind is Kind.MOBILE:
        return len(written) == _SHORT_MOBILE and bool(_UNKNOWN.search(before))
    return bool(_LIST_NUMBER.search(before)) and not _PHONE_WORD_BEFORE.search(before)


def _links_phone(flat: str, start: int) -> bool:
    return bool(_PHONE_LINK.search(flat, max(0, start - 12), start))


def _in_letter_number(flat: str, start: int, end: int) -> bool:
    """Joined by a slash to something that is no phone number and no word for one."""
    left, right = flat[max(0, start - 18) : start], flat[end : end + 18]
    joined_left = _SLASH_LEFT.search(left) and not _PHONE_LEFT.search(left)
    joined_right = _SLASH_RIGHT.match(right) and not _PHONE_RIGHT.match(right)
    return bool(joined_left or joined_right)
