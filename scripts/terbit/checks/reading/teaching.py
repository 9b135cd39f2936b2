"""Sentences that teach or rule about a thing and tell of no case of it."""

from __future__ import annotations

import re

TEACHING = re.compile(
    r"\b(?:pelatihan|dilatih|melatih|berlatih|bimtek|bimbingan\s+teknis|sosialisasi\w*"
    r"|(?:men|di)sosialisasi\w*|diklat\w*|workshop|lokakarya|seminar|webinar|modul|kurikulum|materi"
    r"|pembekalan|sertifikasi|kursus|kuliah|pembelajaran|mempelajari|studi\s+kasus"
    r"|(?<!meja )(?<!kursi )(?<!ruang )(?<!alat )belajar"
    r"|simulasi|kompetensi|lokalatih|in-house\s+training|training|coaching|mentoring|penyuluhan"
    r"|buku\s+(?:saku|panduan|pedoman)|infografi[sk]|kuis|teknik|metode|metodologi|peserta"
    r"|pendidikan\s+dan\s+pelatihan|mata\s+kuliah|bedah\s+buku|(?<!ruang )kelas\s+\w+|ujian|asesmen"
    r"|tata\s+naskah)\b",
    re.IGNORECASE,
)
"""Courses, lessons and what is read in them."""

_LAW = re.compile(
    r"\b(?:undang-undang|UU|peraturan|perda|pergub|perbup|perwali|perpres|perkap|perpol|perma"
    r"|permen\w*|PP|instruksi|surat\s+edaran|keputusan|kitab|pedoman|standar|SOP|petunjuk\s+teknis"
    r"|juknis|KUHAP)\b",
    re.IGNORECASE,
)
_TITLE_ENDS = re.compile(r"[;)”\"]|\b(?:pada|untuk\s+meng\w+|di|dalam\s+(?:rapat|kegiatan))\b|,\s")
_LONGEST_TITLE = 220


def in_title_of_law(sentence: str, start: int) -> bool:
    """Whether the word at `start` belongs to the title of a law, rule or guide."""
    window = sentence[max(0, start - _LONGEST_TITLE) : start]
    last = None
    for last in _LAW.finditer(window):  # noqa: B007  (the last one counts)
        pass
    if last is None:
        return False
    between = window[last.end() :]
    about = re.search(r"\btentang\b", between, re.IGNORECASE)
    if about:
        return not _TITLE_ENDS.search(between, about.end())
    return len(between.split()) <= 1
