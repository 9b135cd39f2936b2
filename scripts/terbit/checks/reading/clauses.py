"""Whether what a clause says is said of the person named before it."""

from __future__ import annotations

import re

_SPEECH = (
    r"meng?(?:ata|ungkap|ingat|imbau|himbau|ajak|aju|abar|klaim|etahui|enal)\w*"
    r"|men(?:jelas|yampai|yebut|utur|ambah|egas|erang|ilai|yata|cerita|catat|duga|yoroti)\w*"
    r"|mem(?:inta|apar|bahas|perkira|beri|bantu|bagi)\w*|melapor\w*|berharap|berpesan|bertanya"
    r"|kata|ujar|tutur|ungkap"
)
_BARRIER = re.compile(
    rf"\b(?:{_SPEECH}|bagi|untuk|kepada|tentang|mengenai|terhadap|soal|bahwa|jika|apabila|bila"
    r"|kalau|agar|supaya|sedangkan|sementara\s+itu|tidak|tak|bukan|tanpa|belum|para|setiap"
    r"|sejumlah|beberapa|seluruh|semua|banyak|siapa|masyarakat|anak-anak|orang-orang|mencegah"
    r"|pencegahan|risiko|bahaya|film|novel|buku|lagu|puisi|memerankan|berperan|dan\s+warga"
    r"|\d+\s+(?:orang|warga|pasien|anak|ibu))\b|[;:?|]",
    re.IGNORECASE,
)
_NO_ACT = (
    r"menjadi|merupakan|mengaku|memang|menjelang|meski\w*|merasa|mendadak|mendapat\w*|menjabat"
    r"|melalui|menurut|menteri|media|medis|merah|medan|mesin|metode|meter|menit|mentor|merdeka"
    r"|dikenal|diketahui|disebut|dinyatakan|didapati|dilaporkan|dikabarkan|dirawat|dirujuk"
    r"|dibawa|diantar|dilarikan|ditemukan|dinas|dirinya|didik|digital|diploma|direktur\w*|divonis"
    r"|menahan|menyusui|mengalami|menderita|mengeluh\w*|menjalani|mengungsi|menggunakan|memakai"
    r"|disabilitas|meninggal|diduga|diamankan|ditangkap|ditahan|dicopot|dipecat|diberhentikan"
)
_ACT = re.compile(
    rf"\b(?!(?:{_NO_ACT})\b)(?:me(?:[mn]|ng|ny|l|r|w)\w{{3,}}|di\w{{4,}})\b", re.IGNORECASE
)
_SOFTLY = (
    r"(?:(?:juga|kini|sudah|telah|masih|sempat|pernah|sedang|tengah|lama|memang|ternyata|diketahui"
    r"|dikenal|sebagai|kerap|sering|rutin|mulai|tetap|baru|akhirnya|harus|terpaksa|dinyatakan"
    r"|disebut|dilaporkan|dikabarkan|saat\s+ini|itu|ini|tersebut|nekat|tega|sengaja|dengan"
    r"|kembali|terus|jelas|jelas-jelas|nyata-nyata|akan|mengaku|lagi|ikut|positif|\w+nya)\s+){0,4}"
)
_RELATIVE = re.compile(rf"\byang\s+{_SOFTLY}$", re.IGNORECASE)
_SAME = re.compile(
    r"\b(?:meski(?:pun)?|walau(?:pun)?|kendati|karena|lantaran|sebab|akibat|sejak|setelah|usai"
    r"|sebelum|ketika|saat|selama|padahal|namun|tetapi|tapi|dan|hingga|sampai|sambil|lalu"
    rf"|kemudian|serta)\s+{_SOFTLY}$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    rf"\b(?:ia|dia|beliau|dirinya|yang\s+bersangkutan)\s+{_SOFTLY}$", re.IGNORECASE
)
_BY_HIMSELF = re.compile(
    r"\s?(?:\(\d{1,2}(?:\s?tahun)?\))?\s?,?\s{0,2}(?:(?:usia\s+)?\d{1,2}\s+tahun,?\s+)?"
    rf"(?:yang\s+)?{_SOFTLY}$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:pasien|penderita|orang|korban|suami\w*|istri\w*|anak\w*|keluarga\w*|ayah\w*|ibunya"
    r"|pegawai(?:nya)?|bawahan\w*|warga(?:nya)?)\b",
    re.IGNORECASE,
)
_FAR = 110


def said_of(between: str) -> bool:
    """Whether a predicate belongs to the name from which `between` parts it."""
    if len(between) > _FAR:
        return False
    if _PRONOUN.search(between):
        return True
    if _BARRIER.search(between):
        return False
    relative = _RELATIVE.search(between)
    if relative:
        return not _ACT.search(between, 0, relative.start())
    if re.match(r"\s?,?\s?yang\s", between):
        return not _OTHERS.search(between)
    return bool(_SAME.search(between)) or not _ACT.search(between)


def says_of_self(before: str, behind: str) -> bool:
    """“Saya ini mualaf,” tutur …: whether a speaker named next says it of himself."""
    return bool(_OF_SELF.search(before) and _SPOKEN_BY.fullmatch(behind))


_OF_SELF = re.compile(
    r"\b(?:saya|aku)\s+(?:(?:ini|itu|memang|sudah|telah|pernah|juga|dulu|kini|sempat|adalah|seorang"
    r"|sedang|tengah|masih|lama|baru|sekarang|dinyatakan)\s+){0,3}$",
    re.IGNORECASE,
)
_SPOKEN_BY = re.compile(
    r"[^”\"]{0,120}[”\"]\s*(?:kata|ujar|tutur|ungkap|ucap|cerita|kenang|aku|jelas|kisah)(?:nya)?,?\s+"
    r"(?:(?:sdri?|saudar[ai]|ibu|bapak|bpk|pak|bu|ny|tn|mbah|nenek|kakek|h|hj)\.?\s+)?",
    re.IGNORECASE,
)


def right_behind(between: str) -> bool:
    """Whether nothing but an age, “yang” or an adverb parts a name from a predicate."""
    return bool(_BY_HIMSELF.fullmatch(between))
