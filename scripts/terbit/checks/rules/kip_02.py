"""KIP-02: numbers of audit reports point to papers that are exempt, and wait for a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.prose import Text, sentence_at, squeeze
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import speaks_of
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

# The papers are those of the checks catalogue, "Decisions on what the catalogue leaves open".
_PAPERS = frozenset("lhp lha lhr lhe lhpkkn nhp kka".split())
_STEMS = (*_PAPERS, "laporan", "naskah hasil", "kertas kerja", "700")
_PAPER = (
    rf"(?:\b(?:{'|'.join(_PAPERS)})(?:-nya|nya)?\b"
    r"|\blaporan\s+(?:hasil\s+)?(?:pemeriksaan|audit|reviu|review|evaluasi|pengawasan"
    r"|peng?hitungan\s+kerugian(?:\s+keuangan)?(?:\s+(?:negara|daerah))?)\b"
    r"|\bnaskah\s+hasil\s+pemeriksaan\b|\bkertas\s+kerja\s+(?:audit|pemeriksaan|reviu|evaluasi)\b)"
)
_CODE = r"[\w.\-]{1,30}(?:\s?/\s?[\w.\-]{1,30}){0,9}+"
_NUMBERED = re.compile(
    rf"{_PAPER}(?P<between>(?:[^.;|]|\.(?!\s+[A-Z])){{0,90}}?)"
    rf"\b(?:ber|di)?(?:nomor(?:i|nya)?|no)\b\.?\s{{0,3}}:?\s{{0,3}}(?P<number>(?=\S{{0,24}}\d){_CODE})",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    rf"\b(?:nomor|no)\b\.?\s{{0,2}}{_PAPER}\s{{0,3}}(?:adalah|ialah|yaitu|:)?\s{{0,3}}"
    rf"(?P<number>(?=\S{{0,24}}\d){_CODE})",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"\b(?:{'|'.join(_PAPERS)})[-–]\s?(?!(?:19|20)\d\d\b(?!/))\d[\w.]*", re.I)
_SLASHED = re.compile(r"(?<![\w./\-])[\w.\-]{1,30}(?:\s?/\s?[\w.\-]{1,30}){1,9}+")

_OTHER_NUMBER = re.compile(
    r"\b(?:peraturan|undang-undang|UU|PP|perpres|permen\w*|perda|pergub|perbup|perwali|keputusan|SK"
    r"|instruksi|surat|SE|pasal|telepon|telp|ponsel|WhatsApp|rekening|kontrak|urut|pelat|polisi|tiket"
    r"|registrasi|antrean|standar|pedoman|SOP|undangan|jalan|gedung|ruang)\b",
    re.IGNORECASE,
)
_NO_AUDIT = re.compile(
    r"\b(?:laboratorium|laborat\w*|pengujian|sampel|medis|kesehatan\s+(?:hewan|calon|jemaah|pegawai)"
    r"|lalu\s+lintas|kendaraan|PPATK|kalibrasi|tanah)\b",
    re.IGNORECASE,
)
_OUR_UNITS = ("insp", "itda", "itprov", "itkab", "itko", "irban", "itwil")
_FILE_CODE = re.compile(r"700(?:\.\d+){0,4}\.?")
"""700 is the file code of supervision (Permendagri 83/2022 on classification codes)."""

# assignment letters are silent by decision; the others are open by their nature
_OPEN_CODES = frozenset(
    "st spt sp sppd spd und se sk kep peng ba sop nd mou nk pks pkpt sket suket jadwal".split()
)
_OPEN_PAPER = re.compile(
    r"\b(?:surat\s+(?:perintah\s+)?tugas|surat\s+perintah|SPT|ST|penugasan|undangan|surat\s+edaran"
    r"|SE|pengumuman|keputusan|SK|SOP|standar\s+operasional\s+prosedur|nota\s+kesepahaman|perjanjian"
    r"|berita\s+acara|pedoman|surat\s+keterangan|PKPT|program\s+kerja\s+pengawasan|sertifikat"
    r"|nota\s+dinas|piagam\s+\w+|kode\s+klasifikasi)\b[^;|]{0,60}$",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,2}\s?/\s?\d{1,2}\s?/\s?(?:19|20)?\d\d|(?:19|20)\d\d\s?/\s?(?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Numbers of reports, notes and working papers of a supervision."""
    if not speaks_of(article, _STEMS):
        return
    for text in texts(article):
        for found in _outermost(_places(text)):
            place = _trimmed(text.text, found)
            quote = squeeze(text.text[slice(*place)])
            yield RULE.in_text(
                article,
                text,
                place,
                f"“{quote}” adalah nomor laporan atau kertas kerja pengawasan",
                "hapus nomornya, atau minta pejabat penelaah menulis alasannya di"
                " catatan_pemeriksaan",
            )


def _places(text: Text) -> Iterator[tuple[int, int]]:
    words = text.text
    for match in _NUMBERED.finditer(words):
        if not _OTHER_NUMBER.search(match["between"]) and not _is_laboratory(words, match):
            yield match.span()
    for pattern in (_NUMBER_OF, _JOINED):
        yield from (m.span() for m in pattern.finditer(words) if not _is_laboratory(words, m))
    for match in _SLASHED.finditer(words) if "/" in words else ():
        if _is_report(text, match):
            yield match.span()


def _is_report(text: Text, code: re.Match[str]) -> bool:
    """Whether a number with slashes is that of an exempt paper."""
    parts = [part.strip().casefold() for part in code[0].split("/")]
    numbered = [p for p in parts if any(map(str.isdecimal, p)) and not _YEAR.fullmatch(p)]
    if not numbered or _DATE.fullmatch(code[0].strip(".-")):
        return False
    pieces = {piece for part in parts for piece in re.split(r"[.\-]", part)}
    if pieces & _PAPERS:
        return True
    before = text.before(code.start(), 80)
    if re.search(rf"(?:{_PAPER})[\s:]*$", before, re.IGNORECASE):
        return not _is_laboratory(text.text, code)
    if pieces & _OPEN_CODES or _OPEN_PAPER.search(before):
        return False
    ours = any(part.startswith(_OUR_UNITS) for part in pieces)
    return ours and bool(_FILE_CODE.fullmatch(parts[0])) and any(p != parts[0] for p in parts[1:])


def _is_laboratory(words: str, match: re.Match[str]) -> bool:
    """Laboratories and roads have an LHP and an LHR of their own."""
    inside = "insp" in match[0].casefold()
    return not inside and bool(_NO_AUDIT.search(sentence_at(words, *match.span())))


def _outermost(places: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places that overlap are one."""
    whole: list[list[int]] = []
    for start, end in sorted(places):
        if whole and start < whole[-1][1]:
            whole[-1][1] = max(end, whole[-1][1])
        else:
            whole.append([start, end])
    yield from ((start, end) for start, end in whole)


def _trimmed(words: str, place: tuple[int, int]) -> tuple[int, int]:
    """A place without the sentence's own mark at its end."""
    start, end = place
    return start, start + len(words[start:end].rstrip(".-"))


RULE = Rule(
    id="KIP-02",
    level=Level.TAHAN,
    sentence="Nomor laporan hasil pengawasan dan kertas kerjanya hanya terbit dengan alasan"
    " pejabat penelaah.",
    basis="PP 12/2017 Pasal 23 ayat (2); UU 14/2008 Pasal 17",
    example_fails="Tim menyerahkan laporan hasil audit Nomor 700/041/LHA/INSP kepada pimpinan.",
    example_passes="Auditor bekerja dengan Surat Tugas Nomor 700/118/ST/INSP selama lima hari.",
    check=check,
)
