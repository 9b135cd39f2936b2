"""A word for a child that leads up to a name: “siswi SMP itu, Dita,”, “bocah bernama Rio”."""

from __future__ import annotations

import re

from terbit.checks.reading.children import PUPIL, SCHOOL
from terbit.checks.reading.minors_words import PLAIN_AGE, SOMEBODY, STAFF, years
from terbit.checks.reading.people import Person
from terbit.checks.reading.phrases import is_noun_phrase

ADULT = 18
"""UU 11/2012: a child is under 18."""
_REACH = 110
_HEAD = re.compile(
    r"\b(?:(?P<post>(?:wakil\s+)?ketua\s+(?:kelas|osis)|(?:sekretaris|bendahara|pengurus|anggota)"
    r"\s+osis|(?:(?:wakil\s+)?ketua|sekretaris|bendahara|anggota|perwakilan|pengurus|duta)\s+forum"
    r"\s+anak|duta\s+anak|ketua\s+murid)"
    rf"|(?P<pupil>{PUPIL}(?:-\w+)?|pramuka\s+(?:siaga|penggalang)|bocah|balita|bayi|ananda|\w+\s+cilik|si\s+(?:kecil|bungsu))"
    r"|(?P<room>(?-i:kelas)\s+(?:[IVX]{1,4}|\d{1,2})\b)"
    rf"|(?P<young>{SOMEBODY}))\b",
    re.IGNORECASE,
)
_TEAM = re.compile(
    rf"\b(?:tim|regu|grup|kelompok|kontingen|delegasi)\s(?:\w+\s){{0,2}}(?:{SCHOOL})[^.;:]{{0,40}}?\b"
    r"(?:beranggotakan|digawangi|diperkuat|diwakili|terdiri\s+(?:atas|dari))\s(?P<others>[^.;:]{0,80})$",
    re.IGNORECASE,
)
"""“Tim SMAN 1 Buntok yang beranggotakan …”."""
_NAMING = re.compile(
    r"(?P<mark>\s*[,:–—]\s*|\s+)(?:(?P<called>bernama(?:\s+lengkap)?|atas\s+nama|a\.\s?n\.|berinisial"
    r"|inisial)|yakni|yaitu|ialah|adalah|antara\s+lain|di\s+antaranya|misalnya|tak\s+lain"
    r"|jatuh\s+(?:ke)?pada|diraih(?:\s+oleh)?|disandang(?:\s+oleh)?)\s+"
    r"(?:(?:ananda|adik|adinda)\s+)?$|\s*[:–—]\s+$",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*,\s*(?:(?:ananda|adik|adinda)\s+)?$", re.IGNORECASE)
_CLOSED = re.compile(r"\s?[,.;:)–—]|\s(?:dan|serta|&)\s|\s*$|\s*\n")
_REST = re.compile(r"(?:\s[A-Z][a-z'’-]+){0,2}")
"""Second words of a name that look like ordinary ones (“Hana Pertiwi”)."""
_NO_LEAD = re.compile(
    r"\b(?:orang\s*tua|wali|ayah|ibu|ibunda|ayahanda|kakek|nenek|guru|mantan|eks|alumni|calon"
    r"|pembina|pelatih|pengawas|bersama|para|ratusan|puluhan|semua|seluruh|profil|ikatan"
    r"|organisasi|gerakan|jumlah|antar|posyandu|pendamping|penyuluh|dokter|gizi|komite|paman|bibi"
    r"|pengasuh|karya|panti|kelas|narahubung|kontak|layanan|pembimbing|penerimaan|pendaftaran|program)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_FOR_PUPILS = re.compile(r"\b(?:kepada|dengan|bagi|untuk|oleh)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ONE = re.compile(
    r"\b(?:se?orang|salah\s+(?:satu|seorang)|sang|si|perwakilan|wakil|utusan|dua|tiga|empat|lima|enam)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_GROWN_PUPIL = re.compile(
    r"\b(?:diklat|pim|pkn|latsar|pelatihan|bintara|dikmaba|sespim\w*|universitas|staf|tinggi|polisi"
    r"|akademi|sekolah\s+penerbang|lemhanas|kursus|bimtek|polri|tni|periode|angkatan|lulusan|alumni|alumnus)\b",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    rf"{STAFF.pattern}"
    r"|\b(?:gurunya|ibunya|ayahnya|ibu|bapak|ayah|orang\s*tuanya|kakak|kepala|ketua|sekretaris"
    r"|bupati|gubernur|wali\s+kota|camat|lurah|inspektur|auditor|narasumber|pendamping|pemilik"
    r"|tentang|karya|makam|pahlawan|tokoh|museum|seperti|asuhan|binaan|pimpinan|bimbingan|ke|pada"
    r"|dalam|drama|lagu|novel|versus|vs|milik|dan|serta|atau|oleh|kepada|dari\s+(?:bapak|pak|ibu"
    r"|bu)|jalan|jl|kawasan|gedung|aula|lapangan)\b\.?",
    re.IGNORECASE,
)
_ENDS_THE_SCHOOL = re.compile(r"(?:\d|\b[IVX]+|\b(?:itu|tersebut|tahun|kami))\s*$")
_ENDS_IN_SCHOOL = re.compile(rf"(?:{SCHOOL})\s*$")
_SCHOOLISH = re.compile(
    r"(?:Darul|Nurul|Miftahul|Hidayatul\w*|Raudhatul|Raudlatul|Al|Ar|As|An|At|Asy|Az|Taruna"
    r"|Tunas|Bina|Kasih|Santo|Santa|Sint|St|Don|Muhammadiyah|Aisyiyah|Nahdlatul|Ma'arif|Baitul"
    r"|Tahfiz\w*|Budi|Tri|Sultan|Pembina|Islam\w*|Insan|Harapan|Cahaya|Pelita|Mutiara|Permata"
    r"|Bunda|Nasional|Terpadu|Garuda|Karya|Karsa|Bhakti|Bakti|Teknik|Akuntansi|Tata|Multimedia|Perhotelan|Keperawatan|Farmasi"
    r"|Desain|Rekayasa|Bisnis|Agribisnis|Otomatisasi|Administrasi|Ilmu|Bahasa|Jurusan|Program"
    r"|Kriya|Pemasaran|Manajemen|Perbankan|Kristen|Katolik|Negeri|Swasta)\b"
)
_DESCRIBED = re.compile(r"^\s+ber\w+(?=\b.*\b(?:itu|tersebut|ini)\s*$)")
_A_LIST = re.compile(r"\s?,\s?(?:S\.|M\.|selaku\s+(?!siswa|siswi)|dan\b|serta\b|guru\b)")
_SPEAKS = re.compile(
    r",\s+(?:mengaku|mengatakan|berharap|menyampaikan|menuturkan|menjawab|bertanya|tersenyum"
    r"|menangis|bercerita|mengungkapkan|senang|bangga|ingin|terpilih|berpesan|bercita-cita)\b"
)
_PLURAL_SCHOOLS = re.compile(r"\b(?:sekolah|pesantren|kelompok|tim)\s*,?\s*$", re.IGNORECASE)


def child_before(text: str, person: Person, start: int) -> tuple[int, int] | None:
    """From the word for a child to the name, or None."""
    base = max(start, person.start - _REACH)
    ahead = text[base : person.start]
    team = _TEAM.search(ahead)
    if team and person.sure and not (person.honorific or STAFF.search(ahead)):
        return (base + team.start(), person.end) if is_noun_phrase(team["others"]) else None
    for head in reversed(list(_HEAD.finditer(ahead))):
        if head["young"] and not _is_young(head, ahead[head.end() :]):
            continue
        if head["room"] and not _is_of_class(ahead, head):
            continue
        if _NO_LEAD.search(ahead[: head.start()]) or not _joined(text, person, ahead, head):
            return None
        return base + head.start(), person.end
    return None


def _is_of_class(ahead: str, head: re.Match[str]) -> bool:
    """“lulusan terbaik kelas VI adalah …”, but not “pengampu kelas VI adalah …”."""
    naming = _NAMING.search(ahead, head.end())
    return bool(naming) and not _TEACHES.search(ahead[: head.start()])


_TEACHES = re.compile(
    r"\b(?:wali|guru|pengajar|pengampu|pemateri|kepala|lapas|rutan|kantor|pelabuhan|pengadilan"
    r"|jabatan|narasumber|pendamping|siswa|siswi|murid|pelajar|orang\s+tua|pemandu)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def _is_young(head: re.Match[str], between: str) -> bool:
    """Whether “anak” and the like are told to be children, by age or by “bernama”."""
    age = PLAIN_AGE.match(between)
    if age:
        return years(age["age"]) < ADULT
    naming = _NAMING.search(between)
    called = bool(naming and naming["called"]) and head[0].casefold() in {"anak", "gadis"}
    return called and len(between.split()) <= 3 and not re.search(r"\b(?:muda|buah)\b", between)


def _joined(text: str, person: Person, ahead: str, head: re.Match[str]) -> bool:
    """Whether the words between a child and a name make them one."""
    lead, between = ahead[: head.start()], ahead[head.end() :]
    if _GROWN_PUPIL.search(between):
        return False
    naming, comma = _NAMING.search(between), _COMMA.search(between)
    end = naming or comma
    words = between[: end.start()] if end else between
    if not is_noun_phrase(_DESCRIBED.sub("", words)) or _SOMEBODY_ELSE.search(words):
        return False
    if _FOR_PUPILS.search(lead) and not (naming or (comma and words.strip()) or _dear(head)):
        return False
    if naming:
        return _named(text, person, naming, words)
    if comma:
        return _apposed(text, person, words, lone=bool(head["post"] or _ONE.search(lead)))
    return _loose(text, person, words)


def _dear(head: re.Match[str]) -> bool:
    return head[0].casefold() == "ananda"


def _named(text: str, person: Person, naming: re.Match[str], words: str) -> bool:
    """“bernama”, “yakni”, a colon."""
    if person.honorific or (_A_LIST.match(text, person.end) and "S." in text[person.end :][:6]):
        return False
    if naming["called"]:
        return True
    return person.sure or (
        bool(_CLOSED.match(text, person.end)) and not _PLURAL_SCHOOLS.search(words)
    )


def _apposed(text: str, person: Person, words: str, *, lone: bool) -> bool:
    """“siswi kelas VI itu, Dita Putri,”: the second comma closes."""
    if person.honorific or _A_LIST.match(text, person.end):
        return False
    rest = _REST.match(text, person.end)
    end = rest.end() if rest else person.end
    if not _CLOSED.match(text, end) or not (words.strip() or lone):
        return False
    set_off = bool(_ENDS_THE_SCHOOL.search(words)) and text[end : end + 1] == ","
    set_off = set_off or bool(_SPEAKS.match(text, end))
    return person.sure or set_off or lone


def _loose(text: str, person: Person, words: str) -> bool:
    """“siswa kelas X Andika Saputra”."""
    if not person.sure or person.honorific or _SCHOOLISH.match(text, person.start):
        return False
    relative = "yang" in words.casefold().split()
    return not (relative or "," in words or _ENDS_IN_SCHOOL.search(words))
