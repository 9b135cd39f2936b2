"""Who is spoken of where guilt is: names, initials and holders of posts."""

from __future__ import annotations

import re

from terbit.checks.reading.people import evident, people_in
from terbit.checks.reading.people_words import is_common

_POST = (
    r"(?:kepala\s+(?:desa|dinas|badan|bagian|bidang|seksi|urusan|sekolah|upt\w?|puskesmas|kantor"
    r"|gudang|resor|balai|pos|terminal|pasar|rutan|lapas|cabang|unit|satuan|biro|subbag\w*|dusun"
    r"|lingkungan|instalasi|tata\s+usaha|sd\w*|sm\w+|(?-i:[A-Z]{2,}))|kades|kadis|kaur|kasi|kabid|bendahara|camat|lurah|direktur|bupati"
    r"|wali\s+kota|gubernur|sekretaris|sekda|sekdes|pegawai|staf|pejabat|ketua|anggota|kasir"
    r"|operator|asn|pns|manajer|dokter|guru|pimpinan|kontraktor|rekanan|penyedia|petugas"
    r"|sekcam|sekwan|kabag|kasub\w{2,4}|kanit|kapolsek|kapolres|danramil|mandor|kolektor|teller|perawat"
    r"|bidan|dosen|rektor|dekan|kepsek|ppk|pptk|konsultan|pengusaha|sopir|satpam|panitera|mantri"
    r"|juru\s+(?:pungut|bayar|parkir|ukur))"
)
_UNIT = re.compile(
    rf"\b{_POST}(?:\s+(?:di|pada|dari|desa|dinas|badan|kantor|keuangan)){{0,2}}"
    r"(?:\s+(?!(?:terbukti|tilep|gelapkan|cabuli|lakukan|bersalah|korupsi)\b)"
    r"(?:(?-i:[A-Z])[\w.]*|\d+)){1,6}"
    rf"|\b{_POST}\s(?:kami|kita)\b|\bkepala\s(?-i:[A-Z]{{2,}})\b",
    re.IGNORECASE,
)
_OKNUM = re.compile(r"\b[Oo]knum\s+(?:\w+\s+){0,3}(?=(?:berinisial|inisial|[A-Z]))")
_INITIALS = re.compile(
    r"\b(?:oknum|(?:ber)?inisial|koruptor|pelaku|tersangka|terdakwa|saudara|sdr\.?|maling|guru"
    r"|lurah|camat|pegawai|anggota|bendahara|kades|mantan\s+\w+)\s+[“\"‘]?(?:(?:drg?|ir|h|hj)\.\s)?(?-i:[A-Z]{2,3}\b"
    r"|(?:[A-Z]\.\s?){1,3}|[A-Z]\b)"
    r"|(?<![\w./-])(?-i:(?:[A-Z]\.){2,3}|[A-Z]{2})(?=,?\s+(?:terbukti|bersalah|dinyatakan|divonis"
    r"|telah|adalah|menggelapkan|bendahara|mantan|korupsi|mencuri|menilep|memeras|menyunat|menipu|membobol"
    r"|memalsukan|menerima\s+suap)|,\s(?:oknum|seorang|pegawai|staf|kepala|lurah|camat|sekretaris"
    r"|operator|guru)\b)",
    re.IGNORECASE,
)
_MADE_BY = re.compile(
    r"\b(?:racikan|buatan|karya|ciptaan|temuan|gagasan|laporan|inovasi|aplikasi|metode|rintisan"
    r"|produk|binaan|asuhan)\s+(?:(?:ibu|bapak|pak|bu|sdri?|dr)\.?\s+)?$",
    re.IGNORECASE,
)
_PARTY = re.compile(
    r"\b(?:[Tt]er(?:dakwa|sangka|pidana|lapor)|[Oo]knum|[Nn]amanya)\s(?P<name>[A-Z][a-z]{2,})\b"
)


def somebody(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Names, initials and posts of a sentence with their places."""
    named = [(p.start, p.end) for p in people_in(text, start, end) if evident(text, p) or p.titled]
    found = (
        match.span()
        for pattern in (_UNIT, _INITIALS, _OKNUM)
        for match in pattern.finditer(text, start, end)
    )
    party = (
        match.span("name")
        for match in _PARTY.finditer(text, start, end)
        if not is_common(match["name"].casefold())
    )
    every = sorted({*named, *found, *party})
    return [place for place in every if not _MADE_BY.search(text, start, place[0])]
