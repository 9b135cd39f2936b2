"""Number plates of vehicles in prose, apart from codes, units and models."""

from __future__ import annotations

import re
from collections.abc import Iterator

PREFIXES = frozenset(
    "A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR"
    " DS DT DW E EA EB ED F G H K KB KH KT KU L M N P PA PB PG PS PT PY R S T W Z".split()
)
"""Letters of the regions of registration (Perpol 7/2021, annex; Papua's new provinces too)."""

_ONE = "|".join(sorted(p for p in PREFIXES if len(p) == 1))
_TWO = "|".join(sorted(p for p in PREFIXES if len(p) > 1))
_GAP = r"[\s\-.]{0,2}"
_PLATE = re.compile(
    rf"(?<![\w/.\-])(?P<region>{_TWO}|{_ONE})(?P<gap>{_GAP})(?P<number>[1-9]\d{{0,3}})"
    rf"{_GAP}(?P<series>[A-Z]{{1,3}})(?![\w/]|-\w|\.\w|\s\d)"
)
_LOOSE_PLATE = rf"(?P<plate>(?:{_TWO}|{_ONE}){_GAP}[1-9]\d{{0,3}}{_GAP}[A-Z]{{1,3}})(?![\w/])"
_SAYS_PLATE = (
    r"\b(?:(?:ber)?no(?:mor|\.)?\s?pol(?:isi)?(?:nya)?|(?:ber-?)?p(?:e|)lat(?:nya)?|TNKB)\b"
)
_SAID = re.compile(_SAYS_PLATE, re.IGNORECASE)
_LOOSE = re.compile(rf"{_SAYS_PLATE}\.?[^.\d\n]{{0,20}}?(?<![\w/.\-]){_LOOSE_PLATE}", re.IGNORECASE)
_MAKES = (
    r"Toyota|Honda|Yamaha|Suzuki|Kawasaki|Daihatsu|Mitsubishi|Isuzu|Nissan|Wuling|Hyundai|Mazda"
    r"|Vespa|Avanza|Innova|Kijang|Xenia|Fortuner|Pajero|Hilux|Triton|Strada|Brio|Vario|Beat|NMAX"
    r"|Aerox|Mio|Scoopy|Supra|Revo|Jupiter|Ninja|Vixion|KLX|CRF|Hino|Fuso|Dyna|Elf|Hiace|Rush"
    r"|Terios|Ertiga|Xpander|Sigra|Calya|Agya|Ayla|Jazz|Carry|Gran\s?Max|Livina|Alphard"
)
_KINDS = (
    r"kendaraan(?:nya)?|mobil(?:nya)?|(?:sepeda\s+)?motor(?:nya)?|truk|pikap|pick-?up|bus|minibus"
    r"|mikrobus|ambulans?|taksi|angkot|angkutan|travel|sedan|jip|jeep|SUV|MPV|skuter|bentor"
    r"|tronton|trailer|armada|damkar|dump\s?truck|randis|mobdin|roda\s+(?:dua|tiga|empat|enam)"
)
_VEHICLE = re.compile(
    rf"\b(?:ber)?(?:{_KINDS}|{_MAKES}|nopol|nomor\s+polisi|pelat|plat|TNKB|STNK|BPKB|parkir"
    r"|(?:di|ter)parkir|pengemudi|sopir|pengendara|(?:dik|meng)endarai|kecelakaan"
    r"|tabrakan|menabrak|ditilang|menilang)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"(?<![\w/.\-])(?P<region>[a-z]{2})\s?[1-9]\d{2,3}\s?(?!kg|km|cc|kl|di|ke|ha|dr)[a-z]{2,3}(?!\w)"
)
_VEHICLE_BEFORE = re.compile(
    rf"\b(?:{_KINDS}|{_MAKES})(?:\s+(?:dinas|merah|hitam|putih|biru|kuning))?\s+$", re.IGNORECASE
)
_REACH_BEFORE, _REACH_AFTER, _REACH_SHORT = 80, 50, 24
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNITS = frozenset(
    "KG MM CM KM HA WIB WITA WIT KVA KWH KW MW MB GB TB CC PS PK HP KL GT TON EV AC LT LTR ORG"
    " PCS LBR SET TAB GSM AT MT CVT L C V W M X H JP JPL SKS RP".split()
)
"""Units, gear boxes and such that stand behind a number."""
_WORDS = frozenset(
    "TA SD SMP SMA SMK SMU MI MTS MA RT RW KK VA PN DN APBD APBN PNS ASN OPD TK UUD UU PP"
    " DKK DLL PT CV S NO BH TH".split()
)
"""Short words that stand behind numbers, and behind a plate's only by chance."""
_MODELS = re.compile(
    r"T[\s-]?120[\s-]?SS?|L[\s-]?300\D*|[SDK][\s-]?[1-4]\D*|P[\s-]?3[\s-]?K|B[\s-]?3\D*"
)
"""Vehicles, degrees (S-1, D-3), PPPK and dangerous waste (B3) written like plates."""
_NO_PLATE_BEFORE = re.compile(
    r"\b(?:SD|SMP|SMA|SMK|MI|MTs|MA|TK|PAUD|blok|lantai|gedung|ruang|tipe|type|model|kelas|jalur"
    r"|golongan|suhu|rute|lajur|zona|seksi|bahan\s+bakar|biosolar|berisi|berdaya|bertenaga"
    r"|berbobot|berkapasitas|kapasitas|regu|tim|lajur|dermaga|pos|RS|dokumen)\s+$",
    re.IGNORECASE,
)

_HINT = re.compile(r"\d(?:[\s\-.]{0,2}(?!WIB)[A-Z]{1,3}|\d\d[\s\-.]{0,2}[a-z]{2,3})(?!\w)")
_DIGIT = re.compile(r"\d")


def plates(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each plate, in order."""
    if not _HINT.search(text):
        return
    seen = set()
    for start, end in (*_named(text), *_formed(text)):
        if start not in seen:
            seen.add(start)
            yield start, end


def in_column(heading: str, cell: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the plates in a cell whose column says that it holds plates."""
    if _SAID.search(heading):
        lead = "pelat "
        for match in _LOOSE.finditer(lead + cell):
            start, end = match.span("plate")
            yield start - len(lead), end - len(lead)


def starred(plate: str) -> str:
    """A plate without its number."""
    return _DIGIT.sub("*", plate)


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Plates in any case of letters right behind their word."""
    if _SAID.search(text):
        yield from (match.span("plate") for match in _LOOSE.finditer(text))
    for match in _LOWER.finditer(text):
        first = match.start()
        known = match["region"].upper() in PREFIXES
        if known and _VEHICLE_BEFORE.search(text, max(0, first - 40), first):
            yield match.span()


def _formed(text: str) -> Iterator[tuple[int, int]]:
    for match in _PLATE.finditer(text):
        if _MODELS.fullmatch(match[0]) or _is_something_else(match):
            continue
        if _full(match) or _near_vehicle(match):
            yield match.span()


def _is_long(match: re.Match[str]) -> bool:
    """Two letters and four digits that are no year: hardly ever anything but a plate."""
    number = match["number"]
    return len(match["region"]) > 1 and len(number) > 3 and not _YEAR.fullmatch(number)


def _is_something_else(match: re.Match[str]) -> bool:
    if _NO_PLATE_BEFORE.search(match.string, max(0, match.start() - 16), match.start()):
        return True
    series = match["series"]
    if _is_long(match):
        return series in _WORDS and not _near_vehicle(match)
    return series in _WORDS or (series in _UNITS and not _is_short_series(match))


def _is_short_series(match: re.Match[str]) -> bool:
    """“KH 123 L”: one letter of the series, behind a region of two letters."""
    return len(match["region"]) > 1 and len(match["series"]) == 1


def _full(match: re.Match[str]) -> bool:
    """A plate by its form alone."""
    real = len(match["series"]) > 1 and match["series"] not in _UNITS
    return _is_long(match) and real and bool(match["gap"])


def _near_vehicle(match: re.Match[str]) -> bool:
    """A word for vehicles in the sentence; right before what might also name a room or class."""
    start, end, text = match.start(), match.end(), match.string
    short = len(match["number"]) < 3
    reach = _REACH_SHORT if short else _REACH_BEFORE
    before = text[max(0, start - reach) : start].rpartition(". ")[2]
    after = "" if short else text[end : end + _REACH_AFTER].partition(". ")[0]
    return bool(_VEHICLE.search(before) or _VEHICLE.search(after))
