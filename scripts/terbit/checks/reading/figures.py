"""Digits in prose: made plain, and parted from amounts, codes and addresses."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from operator import itemgetter


class Kind(Enum):
    """What a number turned out to be."""

    NIK = "NIK atau nomor KK"
    NPWP = "NPWP"
    ACCOUNT = "nomor rekening"
    NIP = "NIP"
    SIXTEEN = "nomor 16 angka"
    MOBILE = "nomor ponsel"
    LANDLINE = "nomor telepon"


@dataclass(frozen=True)
class Number:
    """A number at [start, end) of a text; `value` is its digits, phones in E.164."""

    kind: Kind
    start: int
    end: int
    value: str

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


_NO_DIGITS = re.compile(r"[^0-9]+")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


def flatten(text: str) -> str:
    """The text, character by character, with plain digits, hyphens and spaces."""
    return text if text.isascii() else _flattened(text)


@lru_cache(maxsize=256)
def _flattened(text: str) -> str:
    return "".join(map(_plain, text))


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


def digits(text: str) -> str:
    """The digits of a text alone."""
    return _NO_DIGITS.sub("", flatten(text))


# Amounts, codes, addresses -------------------------------------------------------------

_MONEY_BEFORE = re.compile(r"(?:Rp|IDR|USD|\$)\.?\s*$", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_JOINED_BEFORE = re.compile(r"[\w/@#]$")
_JOINED_AFTER = re.compile(r"[\w/@]")
_CODE_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]{1,9})[-_]$")
_CODE_AFTER = re.compile(
    r"-[A-Z]{1,3}\b|\.(?:pdf|jpe?g|png|webp|heic|mp[34]|mov|avi|zip|rar|csv|txt|docx?|xlsx?|pptx?)\b",
    re.IGNORECASE,
)
_LABELS = frozenset(
    "nik ktp kk npwp nip rek rekening norek no nomor bri bni bca btn bsi mandiri wa hp telp tlp"
    " telepon tel cp fax faks".split()
)
_UNIT_AFTER = re.compile(
    r"\s(?:rupiah|dolar|unit|orang|jiwa|lembar|baris|ton|saham|kilogram|ekor|hektare|buah|butir"
    r"|keping|transaksi|kali|liter|dosis|pelanggan|pengguna|detik|menit|bita|byte|bit|meter"
    r"|kilometer|gram|putaran|poin|langkah|karakter|digit|keluarga|warga|suara|rekaman|data|berkas|dokumen)\b"
)
_DECIMAL_BEFORE = re.compile(r"(?<!\d)\d{1,3}[.,]-?$|(?<![\w)])-$")
_COMMA_BEFORE = re.compile(r"(?<!\d)\d{1,3},$")
_DECIMAL_AFTER = re.compile(r"[.,]\d{1,2}(?!\d)")
_NEAR = 6
_TOKEN = 42
_TOKEN_BEFORE = re.compile(r"(?<!\S)(\S{1,40})/$")
_TOKEN_AFTER = re.compile(r"/(\S{1,40})(?!\S)")
_NAME = re.compile(r"[(“\"]?[A-Z][a-z]{2,}[.,;)”\"]?")


def money_before(flat: str, start: int) -> bool:
    """Whether a sign of money stands right before a number."""
    return bool(_MONEY_BEFORE.search(flat, max(0, start - _NEAR), start))


def is_amount(flat: str, start: int, end: int) -> bool:
    """Whether a number is money, counts something, or is written in thousands."""
    if money_before(flat, start) or _UNIT_AFTER.match(flat, end):
        return True
    return bool(_THOUSANDS.fullmatch(flat, start, end))


def in_code(flat: str, start: int, end: int) -> bool:
    """Joined by a hyphen to letters that are no label (SN-12), or the name of a file."""
    before = _CODE_BEFORE.search(flat, max(0, start - 10), start)
    if before and before[1].casefold() not in _LABELS:
        return True
    return bool(_CODE_AFTER.match(flat, end))


def names_beside(flat: str, start: int, end: int) -> bool:
    """Parted by a slash from words, as in “Siti Aminah/6271…/Langkai”, not in a letter number."""
    left, right = (
        _TOKEN_BEFORE.search(flat, max(0, start - _TOKEN), start),
        _TOKEN_AFTER.match(flat, end),
    )
    tokens = [match[1] for match in (left, right) if match]
    return bool(tokens) and all(_NAME.fullmatch(token) for token in tokens)


def is_decimal(flat: str, start: int) -> bool:
    """Whether digits stand behind a decimal comma."""
    return bool(_COMMA_BEFORE.search(flat, max(0, start - _NEAR), start))


def stands_alone(flat: str, start: int, end: int) -> bool:
    """Not a part of a code, a letter number, an address or a decimal."""
    before, after = flat[max(0, start - _NEAR) : start], flat[end : end + _NEAR]
    if _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after):
        return False
    return not (_DECIMAL_BEFORE.search(before) or _DECIMAL_AFTER.match(after))


@lru_cache(maxsize=64)
def in_urls(flat: str) -> tuple[tuple[int, int], ...]:
    """Where web addresses stand."""
    return (
        tuple(match.span() for match in _URL.finditer(flat))
        if "www" in flat or ("://" in flat)
        else ()
    )


def in_url(flat: str, start: int) -> bool:
    """Whether a character belongs to a web address."""
    urls = in_urls(flat)
    index = bisect_right(urls, start, key=itemgetter(0))
    return index > 0 and start < urls[index - 1][1]
