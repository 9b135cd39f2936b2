"""KIP-01: findings of a supervision, with an amount or a unit, wait for a human decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.prose import Text, sentences, squeeze
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

# The words are those of the checks catalogue, "Decisions on what the catalogue leaves open".
_FINDING = re.compile(
    r"\b(?:"
    r"(?P<temuan>temuan(?:-temuan)?(?:nya)?)"
    r"|(?P<lebih>kelebihan\s+(?:pem)?bayar(?:an)?)"
    r"|kekurangan\s+volume|ketekoran\s+kas|mark[\s-]?up|fiktif"
    r"|(?P<mahal>kemahalan)"
    r"|(?P<rugi>kerugian\s+(?:keuangan\s+)?(?:negara|daerah))"
    r")\b",
    re.IGNORECASE,
)
_NO_FINDING_BEHIND = {
    "temuan": re.compile(
        r"\s+(?:kasus\s+(?!korupsi|fiktif)|penyakit|arkeolog|fosil|riset|penelitian|survei|ilmiah"
        r"|bayi|mayat|jenazah|spesies|benda|cagar|sejarah|uang\s+palsu)",
        re.IGNORECASE,
    ),
    "lebih": re.compile(r"\s+(?:pajak|PBB|PKB|BPHTB|PPh|PPN|iuran|retribusi|cukai)", re.IGNORECASE),
}
_NO_FINDING_AHEAD = {
    "mahal": re.compile(r"\b(?:indeks|tingkat|tunjangan|koefisien)\s+$", re.IGNORECASE),
    "temuan": re.compile(r"\b(?:hasil|barang)\s+riset\s+$", re.IGNORECASE),
}
_FICTION = re.compile(r"\b(?:cerita|tokoh|kisah|karakter|novel|film)\s+$", re.IGNORECASE)
_DISASTER = re.compile(
    r"\b(?:banjir|kebakaran|karhutla|gempa|longsor|bencana|puting beliung|kabut asap|kekeringan"
    r"|abrasi|pandemi|angin kencang)\b",
    re.IGNORECASE,
)
_TAX_REFUND = re.compile(r"\brestitusi\b", re.IGNORECASE)

_AMOUNT = re.compile(
    r"\bRp\.?\s?\d[\d.,]*(?:\s?(?:ribu|juta|miliar|milyar|triliun))?"
    r"|\b\d[\d.,]*\s?(?:ribu|juta|miliar|milyar|triliun)\s+rupiah"
    r"|\b\d[\d.,]*\s?(?:juta|miliar|milyar|triliun)\b(?!\s+(?:orang|jiwa|penduduk|warga|hektare|ton"
    r"|dokumen|unit|pelanggan|dosis|liter|pengguna|data))"
    r"|\b\d[\d.]*\s+rupiah|\b\w+\s+(?:ribu|juta|miliar|milyar|triliun)\s+rupiah"
    r"|\b(?:senilai|sebesar|sejumlah|mencapai)\s+\d{1,3}(?:\.\d{3}){2,}",
    re.IGNORECASE,
)
_KINDS_OF_UNIT = (
    "Dinas Badan Kecamatan Kelurahan Desa RSUD RSUP RSJ Puskesmas UPT UPTD Biro Sekretariat Bagian"
    " Kantor SMAN SMKN SMPN SDN SMA SMK SMP SD PT CV"
).split()
_KIND = "|".join(sorted({form for kind in _KINDS_OF_UNIT for form in (kind, kind.upper())}))
_UNIT = re.compile(
    r"(?<!Perjalanan )(?<!PERJALANAN )(?<!Rumah )(?<!Kendaraan )(?<!Nota )(?<!Dana )(?<!Keuangan )"
    rf"\b(?:{_KIND})\.?\s+(?!(?:Tahun|Antikorupsi|Pemeriksa|Pengawasan|PEMERIKSA|PENGAWASAN|Fiktif"
    r"|FIKTIF|Se)\b)(?:dr\.?\s)?(?:[A-Z][\w'’]*|\d+)(?:\s+[A-Z][\w'’]+)*"
    r"|\b(?:Pemerintah (?:Kabupaten|Kota)|Pemkab|Pemko|Pemkot)\s+[A-Z]\w+"
    r"|\b(?:Disdik\w*|Dinkes|Dishub|Disnaker\w*|Dinsos|Disperin\w*|Dispora\w*|Bapenda|BPKAD|BKAD"
    r"|Bappeda\w*|BKD|BPBD|Diskominfo\w*|DPMPTSP|D?PUPR|Setda|Setwan|Satpol PP)\b"
)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Sentences with a word of supervision findings and an amount or a named unit."""
    for text in texts(article):
        for start, end in sentences(text.text):
            place = _evidence(text, start, end)
            if place:
                quote = squeeze(text.text[slice(*place)])
                yield RULE.in_text(
                    article,
                    text,
                    place,
                    f"“{quote}” memuat temuan pengawasan beserta nilai atau nama instansinya",
                    "hapus rinciannya, atau minta pejabat penelaah menulis alasannya di"
                    " catatan_pemeriksaan",
                )


def _evidence(source: Text, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of a sentence from its first to its last word of evidence, or None."""
    text = source.text
    words = [m.span() for m in _FINDING.finditer(text, start, end) if _is_finding(m, start, end)]
    if not words and not any(_FINDING.search(header) for _, header in source.headers):
        return None
    details = [m.span() for m in _AMOUNT.finditer(text, start, end)]
    details += [m.span() for m in _UNIT.finditer(text, start, end)]
    if not details:
        return None
    places = (*words, *details)
    return min(a for a, _ in places), max(b for _, b in places)


def _is_finding(match: re.Match[str], start: int, end: int) -> bool:
    text, kind = match.string, match.lastgroup or ""
    sentence = text[start:end]
    before = text[start : match.start()]
    if kind == "rugi" and _DISASTER.search(sentence):
        return False
    if kind == "lebih" and _TAX_REFUND.search(sentence):
        return False
    if match[0].casefold() == "fiktif" and _FICTION.search(before):
        return False
    behind, ahead = _NO_FINDING_BEHIND.get(kind), _NO_FINDING_AHEAD.get(kind)
    return not (behind and behind.match(text, match.end())) and not (ahead and ahead.search(before))


RULE = Rule(
    id="KIP-01",
    level=Level.TAHAN,
    sentence="Temuan pengawasan dengan nilai atau nama instansi hanya terbit dengan alasan"
    " pejabat berwenang.",
    basis="PP 12/2017 Pasal 23 ayat (2); UU 14/2008 Pasal 17",
    example_fails="Tim mencatat kemahalan harga Rp91.200.000 pada Kecamatan Sungai Contoh.",
    example_passes="Kerugian akibat banjir di Kecamatan Sungai Contoh mencapai Rp2 miliar.",
    check=check,
)
