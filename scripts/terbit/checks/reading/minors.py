"""Where a text names a child: a name with an age below 18, a class, or a word for a pupil."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from terbit.checks.reading.children import CHILD, PUPIL, SCHOOL
from terbit.checks.reading.minors_before import ADULT, child_before
from terbit.checks.reading.minors_lists import in_list
from terbit.checks.reading.minors_tables import Minor, in_table
from terbit.checks.reading.minors_words import (
    A_TIME_SPAN,
    AGE_AHEAD,
    AGED_BARE,
    APPOSITION,
    CONTEST,
    DEAR_CHILD,
    FROM_SCHOOL,
    IN_BRACKETS,
    NAME_OF_A_THING,
    NOT_HUMAN,
    OF_A_SCHOOL,
    PLAIN_AGE,
    PUPIL_GOES_ON,
    SIBLING,
    STAFF,
    WINS,
    WON,
    YOUNG_KIN,
    YOUNGEST,
    years,
)
from terbit.checks.reading.once import once
from terbit.checks.reading.people import Person, people_in
from terbit.checks.reading.people_words import INSTITUTIONS, TITLES, is_common
from terbit.checks.reading.phrases import is_noun_phrase
from terbit.checks.reading.prose import Text
from terbit.checks.reading.stems import sentences_with
from terbit.checks.reading.texts import texts
from terbit.core.article import Article

_NO_NAMES = INSTITUTIONS | TITLES
_AHEAD = 70
_COUNT = re.compile(
    r"\b(?:terdiri|masing-masing|rincian|rinciannya|perolehan|medali|jumlah|sebanyak|terbanyak"
    r"|kursi|unit|orang|kasus|titik|peserta|perwakilan|suara|berturut-turut|desa|kecamatan|pasal"
    r"|ayat|nomor|halaman|skor|nilai|tabel|gambar|lampiran|butir|huruf|angka|bab|bagian|peringkat"
    r"|rangking|pertandingan|gol|menit|babak|set|laga|tim|klub|paket|dokumen|laporan|formasi"
    r"|jabatan|kelas\s+jabatan)\b",
    re.IGNORECASE,
)
_VICTIM = re.compile(
    r"\b(?:neneknya|kakeknya|ibunya|ayahnya|orang\s+tuanya|temannya|korban|tersangka|saksi|pelaku|almarhum(?:ah)?)\b",
    re.IGNORECASE,
)
_SOME_WHO = re.compile(
    r"\b(?:dua|tiga|empat|lima)\s+(?:wakil|utusan|delegasi|atlet|anak|siswa|siswi|pelajar|penari"
    r"|pemenang|finalis|cucu|saudara|bersaudara)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(r"\bsebanyak\b|\brincian|\bmasing-masing\b|\bterbanyak\b", re.IGNORECASE)
_BRACKETED = re.compile(r"([^\W\d_]+)\s?\(\d{1,2}\)")
_A_LIST = 3
_SOME_REACH = 400
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]{1,3}|(?:[A-Z]\.){2,3})(?=\s?\(|\s?,\s)")
_NO_INITIALS = re.compile(r"[IVX]+|SD|SMP|SMA|SMK|MI|MTS|MA|SLB|TK|RT|RW|TNI|PKK|PNS|ASN|OPD|KPK")
_LOUD = re.compile(
    r"(?<!\w)(?:(?<=\sBERNAMA\s)[A-Z]{3,}\s[A-Z]{2,}\b|[A-Z]{3,}(?:\s[A-Z]{2,}){1,2}"
    rf"(?=\s?\(|,\s(?:SISW|PELAJAR|MURID|SANTRI|\d{{1,2}}\sTAHUN|{SCHOOL}\s)))"
)
_SPEAKER = re.compile(
    r"[”\"],?\s(?:kata|ujar|tutur|ucap|ungkap|celetuk|cerita|jawab|seru)\s(?P<name>[A-Z][a-z]{2,})"
    rf"(?=,\s(?:{PUPIL}|bocah)\b)"
)
"""“…,” celetuk Bima, murid …: a name even where a town is called so."""
_STEMS = (
    "sisw", "santri", "pelajar", "murid", "didik", "kelas", "usia", "umur", "bocah", "balita",
    "bayi", "juara", "lomba", "olimpiade", "osis", "cilik", "ananda", "bungsu", "si kecil",
    "medali", "piala", "finalis", "anak", "bangku", "tahun", "(", " thn",
    "paskibra", "pramuka", "penggalang", "cucu", "adiknya", "kakaknya",
)  # fmt: skip
_TELLS = re.compile(
    r"sisw|santri|pelajar|murid|didik|osis|^[^\w]*kelas|usia|umur|bocah|balita|bayi|ananda|cilik|juara|paskibra|pramuka|^\d{1,2},$"
    r"|anak|^si$|^\W*(?:sd|smp|sma|smk|mi|mts|ma|slb|tk)(?:n|s|it)?\b|^\((?:\d{1,2}\b|usia|umur|[ivx]+\b)"
)
_COUNTS = re.compile(
    r"\W*(?:\d{1,2}|belas|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)"
)


@lru_cache(maxsize=8192)
def _tells(word: str) -> bool:
    return bool(_TELLS.search(word))


def _may_tell(sentence: str) -> bool:
    """Whether any word can be of a child, or a number of years stands there."""
    words = sentence.casefold().replace("-", " ").split()
    return any(map(_tells, words)) or any(
        two.startswith(("tahun", "thn")) and _COUNTS.fullmatch(one) for one, two in pairwise(words)
    )


@once
def find(article: Article) -> tuple[tuple[Text, Minor], ...]:
    """Every named child of an article, each with its text."""
    rows = [(t, minor) for t in texts(article) if t.headers for minor in in_table(t)]
    rows += in_list(article)
    told = {text for text, _ in rows}
    prose = (
        (text, minor)
        for text, start, end in sentences_with(article, _STEMS)
        if text not in told and _may_tell(text.text[start:end])
        for minor in _in_sentence(text.text, start, end)
    )
    return (*rows, *prose)


def _in_sentence(text: str, start: int, end: int) -> Iterator[Minor]:
    headline = _is_headline(text)
    for person in (*people_in(text, start, end), *_in_capitals(text, start, end)):
        evidence = _evidence(text, person, (start, end), headline=headline)
        if evidence:
            yield Minor(*evidence)


def _in_capitals(text: str, start: int, end: int) -> Iterator[Person]:
    """“A (9)”, “RS, siswi”, “DITA PUTRI (12)”: names where the proof follows at once."""
    for match in _INITIALS.finditer(text, start, end):
        if not _NO_INITIALS.fullmatch(match[0]):
            yield Person(match.start(), match.end(), sure=False)
    for match in _LOUD.finditer(text, start, end):
        words = [word.casefold() for word in match[0].split()]
        if not any(is_common(word) or word in _NO_NAMES for word in words):
            yield Person(match.start(), match.end(), sure=True)
    for match in _SPEAKER.finditer(text, start, end):
        yield Person(*match.span("name"), sure=True)


def _evidence(
    text: str, person: Person, sentence: tuple[int, int], *, headline: bool
) -> tuple[int, int] | None:
    """From the name to what shows a child behind it, or from that to the name."""
    start, end = sentence
    age = _age_behind(text, person, sentence)
    if age:
        old, until = age
        return (person.start, until) if old < ADULT and _human(text, person, start) else None
    if person.titled:
        return None
    behind = APPOSITION.match(text, person.end, end)
    if behind and _tells_child(text, person, behind, end):
        return (person.start, behind.end()) if not _adult_before(text, person, start) else None
    school = _school_behind(text, person, sentence)
    if school:
        return person.start, school
    if headline and not text.endswith("BERNAMA ", start, person.start):
        return None
    return child_before(text, person, start)


def _tells_child(text: str, person: Person, behind: re.Match[str], end: int) -> bool:
    """A pupil that is told more of, or a class; “Dita kelas VI” needs a sure name."""
    if _NEW_CLAUSE.search(text, max(0, person.start - 40), person.start):
        rest = _TO_MARK.match(text, behind.end(), end)
        if not (rest and is_noun_phrase(rest[0])):
            return False
    if behind["pupil"]:
        rest = _TO_MARK.match(text, behind.end(), end)
        told = PUPIL_GOES_ON.match(text, behind.end(), end)
        return bool(told or (rest and is_noun_phrase(rest[0]) and not _AND.match(rest[0])))
    return person.sure or not behind[0].lstrip().casefold().startswith("kelas")


_NEW_CLAUSE = re.compile(
    r"\b(?:menurut|kata|ujar|tutur|jelas|bagi|bersama|selain|kepada|di\s+(?:hadapan|depan))\s"
    r"[^.;,]{0,24}$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:dan|serta|atau|maupun|pun|juga)\b")
_TO_MARK = re.compile(r"[^.,;)\n]{0,80}(?=[.,;)\n]|$)")


def _age_behind(text: str, person: Person, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """(years, end) of an age that stands behind a name."""
    end = sentence[1]
    match = IN_BRACKETS.match(text, person.end, end)
    if match:
        if person.sure or "ahun" in match[0] or _speaks_of_people(text, person, sentence):
            return years(match["age"]), match.end() - (match[0][-1] != ")")
        return None
    ahead = text[max(sentence[0], person.start - _AHEAD) : person.start]
    match = AGED_BARE.match(text, person.end, end)
    if match and (YOUNG_KIN.search(ahead) or SIBLING.match(text, match.end())):
        return years(match["age"]), match.end() - 1
    before = AGE_AHEAD.search(ahead)
    if before:
        return years(before["age"]), person.end
    match = PLAIN_AGE.match(text, person.end, end)
    bare = match and match[0].lstrip().startswith((",", "(", "–"))
    if match and (match["said"] or (bare and not A_TIME_SPAN.match(text, match.end()))):
        return 0 if match["months"] else years(match["age"]), match.end()
    return None


def _human(text: str, person: Person, start: int) -> bool:
    """Whether no animal or thing bears the name."""
    thing = NAME_OF_A_THING.match(text, person.start)
    return not (thing or NOT_HUMAN.search(text, max(start, person.start - 60), person.start))


def _speaks_of_people(text: str, person: Person, sentence: tuple[int, int]) -> bool:
    """Whether a lone word before “(9)” can be a name: children are spoken of, nothing counted."""
    start, end = sentence
    if YOUNGEST.search(text, max(start, person.start - 50), person.start):
        return True
    if _SOME_WHO.search(text, max(start, person.start - _SOME_REACH), person.start):
        return True
    of_children, counts = _crowd(text, start, end)
    if of_children or counts:
        return of_children and not counts
    return not text[person.start : person.end].isupper()


@lru_cache(maxsize=16)
def _crowd(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a sentence speaks of children, and whether it lists how many of something."""
    if CHILD.search(text, start, end) or _VICTIM.search(text, start, end):
        return True, bool(_SHARED.search(text, start, end))
    brackets = _BRACKETED.findall(text, start, end)
    listed = len(brackets) >= _A_LIST or any(map(str.isupper, brackets))
    return False, listed or bool(_COUNT.search(text, start, end))


def _school_behind(text: str, person: Person, sentence: tuple[int, int]) -> int | None:
    """The end of the school of somebody who won something."""
    start, end = sentence
    dear = text.startswith("Ananda ", person.start) and DEAR_CHILD.match(text, person.end, end)
    if dear and person.sure:
        return dear.end()
    if _wins_for_school(text, person, sentence):
        return person.end
    school = OF_A_SCHOOL.match(text, person.end, end)
    won = person.sure or WON.search(text, max(start, person.start - 40), person.start)
    if not (school and won and CONTEST.search(text, start, end)):
        return None
    return None if STAFF.search(text, start, end) else school.end()


def _wins_for_school(text: str, person: Person, sentence: tuple[int, int]) -> bool:
    """“Dari SDN 1 Langkai, Jessica Amelia keluar sebagai juara …”."""
    start, end = sentence
    if not (person.sure and WINS.match(text, person.end, end)):
        return False
    ahead = FROM_SCHOOL.search(text, max(start, person.start - _AHEAD), person.start)
    told = ahead and CONTEST.search(text, start, end)
    return bool(told) and not STAFF.search(text, start, end)


def _adult_before(text: str, person: Person, start: int) -> bool:
    ahead = text[max(start, person.start - 40) : person.start]
    staff = _STAFF_RIGHT_BEFORE.search(ahead)
    return staff is not None and is_noun_phrase(staff["between"])


_STAFF_RIGHT_BEFORE = re.compile(
    rf"{STAFF.pattern}(?P<between>[^.;,]{{0,24}}),?\s{{0,2}}$", re.IGNORECASE
)


@lru_cache(maxsize=64)
def _is_headline(text: str) -> bool:
    """Nearly every word begins with a capital, so capitals tell no names."""
    words = [word for word in _LONG_WORD.findall(text) if word not in _SMALL]
    return len(words) > _FEW and all(word[0].isupper() for word in words)


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_SMALL = frozenset(
    "untuk pada dalam dengan dari yang oleh atau serta kepada bagi sebagai tentang karena terhadap"
    " antara secara hingga sampai demi agar saat atas".split()
)
_FEW = 3
