"""NAMA-03: an acronym is written out once, unless everybody knows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.prose import Text
from terbit.checks.reading.shouted_words import SHOUTED
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

EVERYDAY = frozenset(
    (
        "AC AIDS APBD APBN ASEAN ASN ATM BAPPEDA BBM BCA BI BKN BLT BMKG BNI BNPB BOS BPBD BPJS "
        "BPK BPKB BPKP BPS BRI BTN BUMD BUMN CCTV CD COVID CPNS CV DAK DAU DBD DOC DOCX DPD DPR "
        "DPRD DVD EVERYDAY FAQ FIFA GOR GPS HAM HIV HP HUT HVS IAIN ICU ID IGD INPRES IPA IPB IPS "
        "ISBN ISO ITB JKN JPG KEJARI KEPPRES KIP KIS KK KM KORPRI KPK KPU KTP KUHAP KUHP KUR KY "
        "LAPOR LCD LED LHKPN LPG LSM MA MC MI MK MOU MPR MTS MUI NB NIK NIP NKRI NOMOR NPWP NU "
        "OJK OPD OTP PAD PAI PAN PAUD PBB PC PDAM PDB PDF PDRB PERBUP PERDA PERGUB PERPRES PERPU "
        "PERWALI PIN PJU PKB PKH PKK PLH PLN PLT PLTA PLTD PLTS PLTU PMK PNG PNS POLRI PP PPH "
        "PPID PPN PPPK PS PSSI PT QR RI RPP RRI RS RSJ RSUD RSUP RT RW SAMSAT SAR SATPOL SD SDN "
        "SE SIAGA SIM SK SKPD SLB SMA SMAN SMK SMKN SMP SMPN SMS SOP SPBU SPT STNK TAHUN TBC TK "
        "TKI TNI TOL TV TVRI UD UGD UGM UI UIN UKM UMKM UN UNESCO UNICEF UPT UPTD URL USB UU UUD "
        "VCD VIP WC WHO WIB WIT WITA WNA WNI XLS XLSX"
    ).split()
)
"""Acronyms that a reader of any newspaper knows (KBBI lists most of them as words)."""

_WORD_LIKE = 6
"""From this length on, letters with a quarter of vowels are a word that is shouted."""

_CLASS = re.compile(r"[Kk]elas $")
_PLATE = re.compile(r"\d{4} $")
_WORD = re.compile(
    r"[A-Z](?=[A-Z\d])(?<![\w./@#&+-][A-Z])(?:[A-Z]|(?<=[A-Z])[0-9](?=[A-Z])){2,9}(?![\w@&])(?!\.\w|/\w|-\d|\d)"
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{2,}(?![\w])(?:[\s,:–-]+[A-Z]{2,}(?![\w])){2,}")
_PAIR = re.compile(r"(?<![\w-])([A-Z]{4,})\s+([A-Z]{4,})(?!\w)")
_UNREAD_KEYS = ("tagar.", "kategori", "teks_kanal.")
_URL = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_BEFORE = re.compile(
    r"\b(?:disingkat|disebut|dikenal\s+(?:sebagai|dengan)|atau)\s+$|(?P<opened>[(（“\"]\s*)$"
)
_CLOSED = re.compile(r"\s*[)）”\",;/]")
_AFTER = re.compile(
    r"\s+\(\s*[A-Za-z]+[\s-][a-zA-Z]"
    r"|\s*(?:adalah|ialah|merupakan\s+singkatan|singkatan|kepanjangan|atau|,\s*yaitu|,\s*singkatan)\b"
)
_FAR = 25
"""Characters ahead of an acronym in which it may be announced."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """The first place of each acronym that the item nowhere writes out."""
    read = [text for text in texts(article) if not text.key.startswith(_UNREAD_KEYS)]
    told: dict[str, tuple[Text, re.Match[str]]] = {}
    for text in sorted(read, key=lambda text: text.key != "isi"):
        for match in _acronyms(text.text):
            told.setdefault(match[0], (text, match))
    if not told:
        return
    whole = "\n".join(text.text for text in read)
    for word, (text, match) in told.items():
        # what is written small too is a word that was shouted
        if f" {word.casefold()} " not in whole and not _is_explained(word, whole):
            yield RULE.in_text(
                article,
                text,
                match.span(),
                f"singkatan “{word}” tidak pernah dijelaskan",
                f"tulis kepanjangannya saat pertama kali disebut, lalu “({word})” di belakangnya",
            )


def _acronyms(words: str) -> Iterator[re.Match[str]]:
    if words.isupper():
        return
    shouted: list[tuple[int, int]] | None = None
    for match in _WORD.finditer(words):
        if match[0] in EVERYDAY or match[0] in SHOUTED or _is_none(match):
            continue
        if shouted is None:
            shouted = [m.span() for m in _CAPITALS.finditer(words)]
            shouted += [m.span() for m in _PAIR.finditer(words) if not EVERYDAY & {*m.groups()}]
            shouted += [m.span() for m in _URL.finditer(words)]
        if not any(start <= match.start() < end for start, end in shouted):
            yield match


def _is_none(match: re.Match[str]) -> bool:
    """Roman numbers, classes, plates, and whole words in capitals."""
    word, before = match[0], match.string[max(0, match.start() - 6) : match.start()]
    if _ROMAN.fullmatch(word):
        return True
    if _CLASS.search(before) or _PLATE.search(before):
        return True
    vowels = sum(letter in "AIUEO" for letter in word)
    return len(word) >= _WORD_LIKE and 4 * vowels >= len(word)


def _is_explained(word: str, whole: str) -> bool:
    """Whether the acronym stands in brackets behind its words, or before them."""
    start = whole.find(word)
    while start >= 0:
        end = start + len(word)
        before = _BEFORE.search(whole, max(0, start - _FAR), start)
        if before and (not before["opened"] or _CLOSED.match(whole, end)):
            return True
        if _AFTER.match(whole, end):
            return True
        start = whole.find(word, end)
    return False


RULE = Rule(
    id="NAMA-03",
    level=Level.INGAT,
    sentence="Singkatan yang tidak umum dijelaskan saat pertama kali disebut.",
    basis="UU 25/2009 tentang Pelayanan Publik: informasi mudah dipahami",
    example_fails="Peserta membahas capaian MCP triwulan ketiga.",
    example_passes="Peserta membahas capaian Monitoring Center for Prevention (MCP).",
    check=check,
    exceptions=True,
)
