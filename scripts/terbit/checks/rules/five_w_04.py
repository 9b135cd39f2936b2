"""5W-04: whoever is quoted has been named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading import body
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.quotes import unquoted
from terbit.checks.reading.spans import sentence_span
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office

_VERB = (
    r"(?:ujar|kata|tutur|ucap|jelas|tegas|ungkap|tambah|imbuh|papar|terang|pesan|harap|lanjut|sebut"
    r"|tandas|imbau|ajak|pungkas|tukas|cetus|ulas|urai|beber|pinta|puji|akui?|tanya|jawab|simpul"
    r"|nyata|lontar|celetuk|kenang|keluh|seru|himbau|tutup|sambung|sahut|kisah|timpal|saran|akhir)"
)
_WHO = r"(?:dia|ia|beliau|mereka)"
_BY_PRONOUN = re.compile(
    rf"[”\"][\s,.!?–—-]{{0,4}}(?:demikian\s+|begitu\s+)?"
    rf"(?P<late>{_VERB}(?:kan|i)?nya\b|{_VERB}\s+{_WHO}\b|{_WHO}\s+(?:ber|me|men|mem|meng|meny)\w+)"
    rf"|(?P<early>\b{_WHO}\s+(?:\w{{2,9}}\s+){{0,2}}"
    rf"(?:ber|me|men|mem|meng|meny)?(?:kata|ujar|tutur|ucap|jelas|tegas|egas|pesan|tanya|seru|harap"
    rf"|ungkap|gatakan|yampaikan|ambahkan|erangkan|ebut|ingatkan|ajak|imbau)\w*"
    rf"|\bmenurutnya)[\s,:]{{1,3}}[“\"]",
    re.IGNORECASE,
)
_MARK = re.compile(r"[“”\"]")
_PASSIVE = re.compile(
    r"\b(?P<passive>di(?:sampaikan|katakan|tegaskan|jelaskan|ungkapkan|terangkan|pesankan|sebutkan"
    r"|tambahkan|paparkan|ujarkan|tuturkan|ucapkan)(?:nya)?)[\s,:]{1,3}[“\"]",
    re.IGNORECASE,
)
_STRANGER = re.compile(
    rf"[”\"][\s,.!?–—-]{{0,4}}{_VERB}\s+(?P<who>(?:seorang|salah\s+(?:seorang|satu)|sumber|seseorang"
    r"|sebagian|beberapa|para)(?:\s+\w+){0,2})",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\s*[“\"](?:[^\s“”\"]+\s+){4,80}[^\s“”\"]*[.!?…][”\"]\s*")
_POSITION = re.compile(
    r"\b(?:kepala|sekretaris|ketua|wakil|inspektur\w*|irban\w*|direktur|direksi|bupati|gubernur"
    r"|wali\s?kota|camat|lurah|kades|kadis|kaban|kabid|kasi|kasubbag|kabag|menteri|presiden"
    r"|koordinator|pimpinan|komisioner|hakim|jaksa|kapol\w+|dandim|danrem|asisten|staf\s+ahli"
    r"|auditor\s+(?:ahli|madya|muda|utama|pertama)|narasumber|pemateri|pembicara|moderator|rektor"
    r"|dekan|profesor|dosen|guru|dokter|bidan|perawat|juru\s+bicara|jubir|humas|penyuluh"
    r"|anggota\s+(?:DPRD?|komisi|dewan)|pembina|manajer|Plt|Plh|Pj|Pjs|Sekda|Kanwil|Ombudsman)\b",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(
    r"\b(?:Bapak|Ibu|Pak|Bu|Sdri?|Saudara|Saudari|Dr|dr|Drs|Dra|Ir|Prof|Hj?|Ust(?:az|adz)?|KH|Gus)"
    r"\.?\s+[A-Z]"
)
_SPEAKER = re.compile(
    rf"\b(?:{_VERB}|menurut|oleh|disampaikan|dikatakan|bernama)\s+[A-Z]\w+"
    r"|\b(?!(?:Ia|Dia|Beliau|Mereka|Kami|Kita|Saya)\b)[A-Z][\w'’]+(?:,\s+(?:S|M|A|SE|SH|ST)\.?[\w.]*)?\s+"
    r"(?:mengatakan|menyampaikan|menjelaskan|menegaskan|menuturkan|berharap|mengaku|menambahkan"
    r"|menyebut\w*|mengungkapkan|menerangkan|memaparkan|mengajak|mengimbau|berpesan|membuka)\b"
)
_NAME = re.compile(
    r"\b[A-Z][a-z'’]+(?:\s+(?:bin|binti|al)\b)?(?:\s+[A-Z](?:[a-z'’]+|\.)){1,4}(?=[\s,.(:;]|$)"
)
_NO_PERSON = re.compile(
    r"(?:Inspektorat|Dinas|Badan|Biro|Bagian|Bidang|Kabupaten|Kota|Kecamatan|Kelurahan|Desa|Provinsi"
    r"|Pemerintah|Jalan|Gedung|Aula|Ruang|Hotel|Kantor|Balai|Hari|Undang|Peraturan|Tim|Kalimantan"
    r"|Rumah|Puskesmas|Universitas|Sekolah|Program|Gerakan|Layanan|Pelayanan|Sistem|Rapat|Kegiatan"
    r"|Reformasi|Zona|Wilayah|Survei|Satuan|Unit|Komisi|Dewan|Lembaga|Kementerian|Republik|Indonesia"
    r"|Negara|Bank|Pasar|Sungai|Pulau|Taman|Tahun|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Para"
    r"|Seluruh|Pada|Dalam|Untuk|Melalui|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus"
    r"|September|Oktober|November|Desember|Forum|Laporan|Rencana|Standar|Maklumat|Daftar)\b"
)
_BEFORE_PLACE = re.compile(
    r"\b(?:di|ke|dari|se|kota|kabupaten|desa|kecamatan),?\s+$", re.IGNORECASE
)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Quotations of nobody, of “dia” or of “-nya” before anybody was named."""
    headline = f"{article.title}\n{article.summary}"
    known = bool(_POSITION.search(headline) or _HONORIFIC.search(headline))
    heard: list[str] = []
    for text in texts(article):
        if text.key != body.KEY:
            continue
        words = unquoted(text.text)
        match = _speakerless(text.text, words, context.office)
        if match and match.re is not _STRANGER:
            known = known or _known(heard, context.office)
            match = None if known else match
        if match:
            yield _finding(article, text, match)
        heard.append(words)


def _known(heard: list[str], office: Office) -> bool:
    """Whether somebody was named in what was heard; that is never read again."""
    found = any(_names(words, len(words), office) for words in heard)
    heard.clear()
    return found


def _speakerless(full: str, words: str, office: Office) -> re.Match[str] | None:
    """Where a text quotes somebody whom nobody can name."""
    if not _MARK.search(full):
        return None
    stranger = _STRANGER.search(words)
    if stranger and not _introduced(words, stranger, office):
        return stranger
    match = _BY_PRONOUN.search(words) or _PASSIVE.search(words) or _NOBODY.fullmatch(full)
    return match if match and not _names(words, match.end(), office) else None


def _introduced(words: str, match: re.Match[str], office: Office) -> bool:
    """“kata seorang peserta, Siti Aminah”: the sentence goes on to name him or her."""
    _, end = sentence_span(words, *match.span("who"))
    return _names(words[match.start("who") : end], end, office, strict=True)


def _names(words: str, end: int, office: Office, *, strict: bool = False) -> bool:
    """Whether a person or a post is named in a text before `end`."""
    for pattern in (_POSITION, _HONORIFIC, *(() if strict else (_SPEAKER,))):
        if pattern.search(words, 0, end):
            return True
    return any(_is_person(words, match, office) for match in _NAME.finditer(words, 0, end))


def _is_person(words: str, match: re.Match[str], office: Office) -> bool:
    """Capitals that are neither a place nor a body."""
    name = match[0]
    start = max(0, match.start() - 12)
    if _NO_PERSON.match(name) or name in office.name or name in office.short_name:
        return False
    return name != office.city and not _BEFORE_PLACE.search(words, start, match.start())


def _finding(article: Article, text: Text, match: re.Match[str]) -> Finding:
    named = [match.span(group) for group in match.groupdict() if match[group]]
    place = named[0] if named else match.span()
    quote = squeeze(text.text[slice(*place)])
    return RULE.in_text(
        article,
        text,
        place,
        f"pembicara pada “{quote}” belum disebut nama atau jabatannya",
        "sebutkan nama dan jabatan pembicara pada kutipan pertamanya",
    )


RULE = Rule(
    id="5W-04",
    level=Level.INGAT,
    sentence="Pembicara yang dikutip disebut nama dan jabatannya.",
    basis="UU 14/2008 Pasal 7 ayat (2): informasi publik akurat, benar, dan tidak menyesatkan",
    example_fails="“Penilaian ini membantu setiap perangkat daerah memperbaiki diri,” ujarnya.",
    example_passes="“Penilaian ini membantu setiap perangkat daerah memperbaiki diri,” ujar"
    " Inspektur Kartika Sari Dewi, S.E., M.Si.",
    check=check,
)
