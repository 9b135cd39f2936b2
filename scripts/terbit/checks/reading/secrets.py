"""What opens a door: passwords, passcodes of meetings, invitations to groups, inner addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD = "kata sandi atau kode masuk"
GROUP = "tautan undangan grup"
LINK = "tautan yang memuat kata sandi"
ADDRESS = "alamat IP jaringan internal"


@dataclass(frozen=True)
class Secret:
    """A secret at [start, end); what must not be shown stands at [value, end).

    `shown` is what a message may print of it.
    """

    kind: str
    start: int
    value: int
    end: int
    shown: str


# Links ---------------------------------------------------------------------------------

_INVITE = re.compile(
    r"(?P<host>\bchat\.whatsapp\.com/(?:invite/)?|\b(?:t|telegram)\.(?:me|dog)/(?:\+|joinchat/)"
    r"|\bsignal\.group/#|\bdiscord\.(?:gg/|com/invite/)|\bline\.me/R/ti/g/|\bm\.me/j/)"
    r"(?P<value>[\w-]{6,})",
    re.IGNORECASE,
)
_LINK_WITH_PASSWORD = re.compile(
    r"(?P<host>\b[\w.-]{3,80}\.[a-z]{2,10}/[^\s<>\"']{0,200}?[?&#](?:pwd|password|passcode|sandi)=)"
    r"(?P<value>[^\s&<>\"'*)]{3,})",
    re.IGNORECASE,
)
_LINK_HINTS = (
    *("whatsapp.com/", "t.me/", "telegram.", "signal.group", "discord.", "line.me", "m.me/"),
    *("pwd=", "password=", "passcode=", "sandi="),
)


def hints_at_link(small: str) -> bool:
    """Whether lower-cased words may hold one of the links."""
    return any(hint in small for hint in _LINK_HINTS)


def links(text: str) -> Iterator[Secret]:
    """Links that let anybody in who has them."""
    if not ("/" in text and hints_at_link(text.lower())):
        return
    for kind, pattern in ((GROUP, _INVITE), (LINK, _LINK_WITH_PASSWORD)):
        for match in pattern.finditer(text):
            host = match["host"] if kind is GROUP else match["host"].partition("/")[0] + "/"
            yield Secret(kind, match.start(), match.start("value"), match.end(), f"{host}***")


# Inner addresses -----------------------------------------------------------------------

_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_PRIVATE = re.compile(
    r"(?:(?<![\w.,/@-])|(?<=://)|(?<=@))"
    rf"(?P<net>10(?=(?:\.\d+){{3}})|192\.168|172\.(?:1[6-9]|2\d|3[01]))"
    rf"(?P<value>(?:\.{_OCTET}){{2,3}})(?!\w|,\d|\.\d)"
)
"""RFC 1918, section 3."""
_MONEY_BEFORE = re.compile(r"(?:Rp|IDR|USD|\$)\.?\s*$", re.IGNORECASE)
_WHOLE_RANGE = re.compile(r"(?:10\.0\.0\.0/8|172\.16\.0\.0/12|192\.168\.0\.0/16)(?!\d)")


def hints_at_address(text: str) -> bool:
    """Whether words may hold an inner address."""
    return "10." in text or "192.168." in text or "172." in text


def inner_addresses(text: str) -> Iterator[Secret]:
    """Private IPv4 addresses, whatever stands around them."""
    if not hints_at_address(text):
        return
    for match in _PRIVATE.finditer(text):
        start, end = match.span()
        whole = match[0].count(".") == 3 and not _WHOLE_RANGE.match(text, start)
        if whole and not _MONEY_BEFORE.search(text, max(0, start - 6), start):
            yield Secret(ADDRESS, start, match.start("value"), end, f"{match['net']}.***")


# Words with a value --------------------------------------------------------------------

_DOORS = (
    r"Wi-?Fi|zoom|rapat|akun|hotspot|internet|admin|aplikasi|masuk|jaringan|meeting|webinar"
    r"|komputer|laptop|router|server|CCTV|absensi|presensi|brankas|mesin|pintu|alarm|gerbang"
)
_DEFAULT = r"(?:bawaan|awal|baku|standar|default|sementara)"
_KEY = (
    r"(?i:pass\s?codes?|pass\s?words?|pass\s?phrase|pwd|kata\s+sandi"
    r"|kata\s+kunci(?=\s+(?:masuk|Wi-?Fi)|\s+\S{0,20}\d)"
    rf"|sandi(?=(?:-?nya)?(?:\s+(?:untuk\s+)?(?:{_DOORS})|\s?[:=]|\s+\S{{0,20}}\d"
    rf"|\s+{_DEFAULT}\s+(?:[“\"‘']|\S{{0,20}}\d)))"
    r"|(?<!boarding )pass(?=\s?[:=])|PW(?=\s?[:=]|\s+Wi-?Fi|\s+\S{0,20}\d)"
    r"|kode(?=\s?[:=]\s?\d{4,8}\b)"
    r"|(?:kode|kunci)\s+(?:sandi|akses|masuk|keamanan|rapat|pintu|alarm|brankas|gerbang|OTP|API"
    r"|verifikasi|ruang(?:an)?(?=\s+(?:zoom|rapat|meeting|daring|virtual|server)))"
    r"|OTP(?=\s?[:=]|\s+\d{4})|token\s+(?:akses|API|masuk|login)"
    r"|(?:access|security|meeting)\s+(?:pass)?code"
    rf"|PIN(?=\s?[:=]|\s+(?:{_DOORS})))(?:-?nya)?"
)
_BETWEEN = (
    rf"(?:\s+(?:(?i:(?:{_DOORS})(?:nya)?|pertemuan|daring|operator|administrator|sistem|tamu"
    r"|kantor|aula|ruang|login|email|surel|untuk|bagi|peserta|dari|pada|ke|portal"
    r"|laman|situs|grup|kegiatan|ini|itu|tersebut|awal|akhir|baru|lama|sementara|bawaan|utama|data"
    r"|default|baku|standar(?=\s+\d)|basis|berkas|dokumen|folder|gedung|lantai|yang|dipakai|digunakan|di|arsip|bendahara)"
    r"|[A-Z][A-Za-z.-]{1,20})(?![\w#@$&%])){0,6}"
)
_IS = r"(?P<is>\s{0,2}[:=|]\s*|,?\s+(?i:berupa|menjadi|dengan|masih|tetap|is)\s{1,2}|\s+)"
_SAID_FAR = (
    r"(?:,?\s+(?!(?i:dan|atau|tidak|jangan|bukan)\s)[A-Za-z“][\w”/-]{0,20}){0,8}?"
    r"(?P<far>\s{0,2}[:=]\s*"
    r"|,?\s+(?i:adalah|ialah|yaitu|yakni|kini|masih|tetap|menjadi|tertulis|berbunyi)\s{1,2})"
)
"""Any words, then one that says what the value is."""
_WORK = r"dalam|lewat|melalui|ber\w+|lomba|acara|seminar|webinar|film|lagu|buku|pencarian"
_OPEN = r"[“\"'‘`(]{0,2}"
_WORD = r"[^\s“”\"'‘’`|()<>*,;]{3,64}"
_VALUE = rf"{_OPEN}(?P<value>\d{{2,4}}(?:[ -]\d{{2,4}}){{1,2}}(?!\w)|{_WORD})"
_NAMED = re.compile(rf"\b(?P<key>{_KEY}){_BETWEEN}{_IS}{_VALUE}")
_FAR = re.compile(rf"\b(?P<key>{_KEY}){_SAID_FAR}{_VALUE}")
_QUOTED = re.compile(
    rf"\b(?P<key>{_KEY})(?:\s+(?!(?i:{_WORK})\b)[A-Za-z][\w-]{{0,20}}){{0,3}}(?P<is>\s)[“\"‘'`]"
    rf"(?P<value>{_WORD})(?=[”\"’'`])"
)
_APART = re.compile(
    rf"\b(?P<key>{_KEY})(?:\s+[A-Za-z][\w-]{{0,20}}){{0,4}}(?P<is>,)\s+{_VALUE}(?=,)"
)
"""Between commas: “kata sandi lama, …, masih berlaku”."""
_PAIR = re.compile(
    r"\b(?:(?i:akses|login|masuk|kredensial|akun|memakai|dengan)\s+){1,2}"
    rf"(?P<key>(?i:admin|administrator|root|operator|user|guest|tamu))(?P<is>\s?/\s?){_VALUE}"
)
_KEY_ALONE = re.compile(
    rf"\s*(?:{_KEY}|(?i:sandi|PIN))(?:\s+(?!\S*\d)[\w.-]{{1,20}}){{0,3}}\s*:?\s*"
)
_KEYS = re.compile(rf"\b{_KEY}")
_HINTS = ("sandi", "pass", "kode", "code", "kunci", "pwd", "pw", "otp", "token")
_PAIR_HINTS = ("admin/", "administrator/", "root/", "operator/", "user/", "guest/", "tamu/")


def hints_at_word(text: str, small: str) -> bool:
    """Whether words, and the same lower-cased, may hold a key."""
    return "PIN" in text or any(hint in small for hint in (*_HINTS, *_PAIR_HINTS))


def words(text: str) -> Iterator[Secret]:
    """Key words with something behind them that looks like their value."""
    seen = 0
    for match in _matches(text):
        start = match.start("value")
        if start >= seen:
            seen = start + len(_bare(match["value"]))
            key = " ".join(match["key"].split())
            yield Secret(WORD, match.start("key"), start, seen, f"{key}: ***")


def _matches(text: str) -> list[re.Match[str]]:
    """What stands behind each key and may be its value, in order of the values."""
    small = text.lower()
    found: list[re.Match[str] | None] = []
    if "PIN" in text or any(hint in small for hint in _HINTS):
        for key in _KEYS.finditer(text):
            found += [form.match(text, key.start()) for form in (_NAMED, _FAR, _QUOTED, _APART)]
    if any(hint in small for hint in _PAIR_HINTS):
        found += _PAIR.finditer(text)
    fitting = (match for match in found if match and _may_be_value(_bare(match["value"]), match))
    return sorted(fitting, key=lambda match: match.start("value"))


def _bare(value: str) -> str:
    return value.rstrip(".:!?…")


_SHORTEST = 3
_SHORTEST_NUMBER = 4
_SIGN = re.compile(r"[#$%&@!^+=_~]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT = re.compile(
    r"[\s-]*(?:karakter|digit|huruf|angka|kali|hari|menit|jam|bulan|tahun|persen|%|orang|akun|lapis"
    r"|langkah|jenis|macam|kombinasi|simbol|perangkat|pengguna|peserta|aplikasi|detik|pegawai|balita"
    r"|anak|kata|unit|desa)",
    re.IGNORECASE,
)
_CODE = re.compile(r"code|kode|PIN", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:zoom|meeting|ID\s+rapat)\b", re.IGNORECASE)
_ACCESS = re.compile(
    r"\b(?:zoom|meeting|ID|rapat|user(?:name)?|akun|Wi-?Fi|SSID|hotspot|login|masuk|webinar"
    r"|pengguna|kelas|jaringan|komputer|aplikasi)(?:nya)?\b",
    re.IGNORECASE,
)
_AFTER_ACCOUNT = re.compile(
    r"(?:\bID\b\D{0,12}\d{3}[ -]?\d{3,4}[ -]?\d{3,4}|\buser(?:name)?:?\s+[\w.@-]{3,30})"
    r"\)?\s{0,2}(?:[,;/|]|dan)?\s{0,2}(?:dan\s+)?$",
    re.IGNORECASE,
)
"""A meeting's number or a user's name right before the key: what follows is the value."""
_NO_CODE = re.compile(
    r"\d{1,2}[-./:]\d{1,2}(?:[-./]\d{2,4})?|\d+[-–]\d+|\d+(?:/\d+)+|\d{1,3}(?:\.\d{3})+"
    r"|[A-Z]-\d{1,2}|ke-\d+|\d+-an|(?:SHA|MD|AES|RSA|ISO|SNI|SP)-?\d\w*|Rp\S+|\dFA|\d{1,2}[A-Z]?",
)
_GROUPED = re.compile(r"\d{3}[- ]\d{3}(?:[- ]\d{3})?")
_CLAUSE_END = re.compile(r"[”\"'’`)]{0,2}[.!?]?\s*(?:$|[\n|;)])")
_BLANKED = frozenset("x•.#_-")
_NO_VALUE = frozenset(
    "menyusul terlampir rahasia dikirim dikirimkan tersedia lihat hubungi tidak tanpa jangan kosong"
    " ada belum akan sama diberikan dibagikan panitia wajib rahasiakan masing-masing internal"
    " keamanan pengamanan kuat unik panjang aman penting rutin berkala diganti nihil disampaikan"
    " password passcode sandi pribadi hapus rumit".split()
)
_MIXED = re.compile(r"(?=.{6})(?:[A-Za-z#@!_]{3,30}\d|\d{1,8}[A-Za-z]{3})")
_DEFAULT_KEY = re.compile(rf"\s{_DEFAULT}\b", re.IGNORECASE)
_BARE_KEYS = frozenset({"sandi", "pw", "sandinya", "sandi-nya", "kata kunci"})


def _may_be_value(value: str, match: re.Match[str]) -> bool:
    """Digits or signs make a value; a mere word only behind a colon and alone."""
    text, start = match.string, match.start("value")
    end = start + len(value)
    if len(value) < _SHORTEST or _is_blank(value) or "://" in value:
        return False
    if not _key_fits(match) or (value[0].isdecimal() and _UNIT.match(text, end)):
        return False
    number = value.replace(" ", "").replace("-", "")
    if number.isdecimal():
        return _is_number(value, number, match)
    if any(c.isdecimal() for c in value) or (_SIGN.search(value) and value.isascii()):
        return not _NO_CODE.fullmatch(value)
    return _is_word(match, text[start - 1], end)


def _key_fits(match: re.Match[str]) -> bool:
    """A key that means other things as well needs a word for what it opens."""
    key = " ".join(match["key"].casefold().split())
    if key == "kode":
        return bool(_MEETING.search(match.string))
    bare = key in _BARE_KEYS and match.string[match.end("key") :].lstrip()[:1] not in {":", "="}
    return not bare or bool(_MIXED.match(match["value"]) or _ACCESS.search(match.string))


def _is_number(value: str, number: str, match: re.Match[str]) -> bool:
    if len(number) < _SHORTEST_NUMBER:
        return False
    if _YEAR.fullmatch(number) and not _is_strong(match):
        return False
    return bool(_GROUPED.fullmatch(value)) or not _NO_CODE.fullmatch(value)


def _is_strong(match: re.Match[str]) -> bool:
    said = match.groupdict()
    return any(sign in (said.get("is") or said.get("far") or "") for sign in ":=|")


def _is_word(match: re.Match[str], before: str, end: int) -> bool:
    """A word without digits: right behind the key and a colon, or quoted behind “adalah”."""
    said, quoted = match.groupdict(), before in "“\"'‘`"
    whose = match.string[match.start("key") : match.start("value")]
    if match.re is _QUOTED and _DEFAULT_KEY.search(whose):
        return True
    if not _CLAUSE_END.match(match.string, end) or match.re in {_PAIR, _APART}:
        return False
    told = (quoted and ("far" in said or "nya" in whose)) or (
        "far" not in said and _is_strong(match)
    )
    return told or _follows_account(match)


def _follows_account(match: re.Match[str]) -> bool:
    """“ID 845 2211 3344, kata sandi betang”: a key and one word behind the number or the name."""
    first, near = match.start("key"), match.start("value") - match.end("key") <= 2
    return near and bool(_AFTER_ACCOUNT.search(match.string, max(0, first - 40), first))


def _is_blank(value: str) -> bool:
    """Nothing, a placeholder, or a word that says the value is not given here."""
    if not any(c.isalnum() for c in value) or set(value.casefold()) <= _BLANKED:
        return True
    return value.casefold() in _NO_VALUE


def is_key(text: str) -> bool:
    """Whether words are but the name of a secret: the heading of a column, an item of a list."""
    return bool(_KEY_ALONE.fullmatch(text))


def is_value(text: str) -> bool:
    """Whether words may be a secret where they stand alone."""
    value = text.strip()
    return len(value.split()) == 1 and len(value) >= _SHORTEST and not _is_blank(value)
