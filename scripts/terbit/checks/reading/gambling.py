"""Words by which online gambling advertises itself, as hijacked government sites carry them.

Ambiguous words count only in such company: “slot waktu”, “RTP” (rencana tindak pengendalian)
and “scatter plot” are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from terbit.checks.reading.unseen import seen


@dataclass(frozen=True)
class Gamble:
    """A gambling word at [start, end) of a text; `kind` is the same for all its spellings."""

    kind: str
    said: str
    start: int
    end: int


PLAIN_NAME = "judi online"
"""The kind that news and warnings use too."""

_G = "[ _.+/-]{1,3}"
"""What stands between two words, in prose and in addresses."""
_J = "[ _.+/-]{0,3}"

_SLOT = r"s[l1][o0]ts?"
_NO_SLOT_BEHIND = (
    r"(?!\s+(?:waktu|jadwal|jam|hari|kartu|memori|parkir|ujian|vaksin\w*|wawancara|pendaftaran"
    r"|peserta|konsultasi|layanan|pelayanan|anggaran|penerbangan|tayang|siaran|iklan|kosong|antrean"
    r"|pertemuan|kegiatan|bimbingan|magang|pemeriksaan|kuota|RAM|SIM|USB|PCI\w*|baterai|kabel|data"
    r"|untuk|bagi|yang|tersedia|kunjungan|pengujian|pelatihan|webinar|seminar|dan|serta|kelas)\b)"
)
_NO_SLOT_AHEAD = r"(?<!\d )(?<!kuota )(?<!sisa )(?<!puluh )(?<!belas )(?<!setiap )(?<!jumlah )"
_LURE = (
    r"gac[o0]r|g4c[o0]r|m[a4]xw[i1]n|thailand|kamboja|zeus|olympus|pragmatic|pg|habanero|demo|joker"
    r"|terpercaya|gampang|anti|bet|jackpot|rtp|hoki|toto|freebet|mahjong|spin|pulsa|qris|depo\w{0,4}"
    r"|bonanza|server|mudah|terbaik|tergacor|resmi|bonus|luar|vip"
)
_JUDI = r"jud[i1]"
_ONLINE = r"(?:[o0]n[l1-]?l?ine|daring)"

_KINDS: tuple[tuple[str, str, str], ...] = (
    (
        "slot",
        "slot sl0t s1ot",
        rf"(?<![a-z])(?:situs|agen|bandar|judi|mesin|game|gim|permainan|rtp|bocoran|akun|main"
        rf"|bermain|deposit){_G}{_SLOT}(?![a-z]){_NO_SLOT_BEHIND}"
        rf"|{_NO_SLOT_AHEAD}(?<![a-z]){_SLOT}{_G}(?:{_LURE})(?![a-z])"
        rf"|{_NO_SLOT_AHEAD}(?<![a-z]){_SLOT}{_G}{_ONLINE}(?![a-z]){_NO_SLOT_BEHIND}"
        rf"|{_SLOT}(?:gac[o0]r|online|{_LURE}|\d{{2,4}})\w{{0,20}}"
        rf"|(?:situs|agen|judi|rtp|mega|link|bandar|raja|dewa|hoki){_SLOT}\w{{0,12}}",
    ),
    (
        "gacor",
        "gac g4c",
        r"(?<![a-z])(?:ter)?g[a4@]c[o0]r(?:nya)?(?![a-z])|pola[ -]gacor",
    ),
    (
        "togel",
        "togel t0gel tog3l toto",
        r"(?<![a-z])t[o0]g[e3]l\w{0,12}|toto\s+gelap|(?<![a-z])toto[ -]?(?:macau|sgp|hk|slot)",
    ),
    ("maxwin", "max m4xw", r"(?<![a-z])m[a4]x[ -]?w[i1]n(?![ds])\w{0,4}"),
    (
        PLAIN_NAME,
        "judi judol jud0l taruhan parlay",
        rf"(?<![a-z])jud[o0]l(?:nya)?(?![a-z])|(?:per)?{_JUDI}(?:an)?{_J}{_ONLINE}"
        rf"|(?<![a-z]){_JUDI}{_J}bola|(?:situs|agen){_J}{_JUDI}(?![a-z])"
        rf"|taruhan{_G}(?:bola|{_ONLINE})|mix{_G}parlay",
    ),
    (
        "agen judi",
        "bola ceme qq agen",
        rf"(?<![a-z])bandar{_G}(?:bola|ceme|qq)(?![a-z])|(?<![a-z])bandarq{{1,2}}(?![a-z])"
        rf"|(?<![a-z])agen{_G}(?:bola|casino|poker|togel)(?![a-z])",
    ),
    (
        "scatter",
        "scatter",
        r"(?<!diagram )(?<!grafik )(?<!efek )(?<!metode )(?<!plot )(?<![a-z-])scatter(?![a-z])"
        r"(?![ -](?:plot|diagram|chart|graph|grafik|radia\w+|matri\w+|correction|data|loss))",
    ),
    (
        "taruhan",
        "sbo bet 88 cmd368",
        r"(?<![a-z])(?:sbo(?:bet|top)\w{0,6}|ibcbet|188bet|1xbet|bet365|m88|w88|cmd368)(?![a-z])",
    ),
    (
        "kasino",
        "casin kasin cas1n baccarat sicbo rolet roulet",
        rf"[ck]as[i1]n[o0]{_J}{_ONLINE}|live{_G}casino|(?<![a-z])(?:baccarat|sicbo)(?![a-z])"
        rf"|(?<![a-z])(?:roulette|rolet){_G}online",
    ),
    (
        "poker",
        "poker idnplay domino pkv ceme capsa",
        rf"poker{_J}{_ONLINE}|(?<![a-z])(?:idn|situs|agen){_J}poker|idnplay|pkv{_J}games?"
        rf"|domino{_J}(?:qq|qiu)\w{{0,6}}|ceme{_G}{_ONLINE}|capsa{_G}susun",
    ),
    (
        "permainan judi",
        "pragmatic soft spadegaming joker mahjong olympus gatot bonanza starlight spaceman bandito",
        rf"pragmatic{_J}(?:play|slot|\d{{2,4}})|(?<![a-z])pg{_J}soft(?![a-z])|spadegaming"
        rf"|joker{_J}(?:123|388|gaming)|mahjong{_J}ways\w{{0,3}}|gates{_G}of{_G}(?:olympus|gatot)"
        rf"|sweet{_G}bonanza|starlight{_G}princess|spaceman{_G}slot|wild{_G}bandito",
    ),
    (
        "rtp",
        "rtp bocoran",
        rf"(?<![a-z])rtp{_G}(?:live|gacor|tertinggi|slot)(?![a-z])|bocoran{_G}(?:rtp|hk|sgp|admin)",
    ),
    (
        "pools",
        "pools draw keluaran prediksi",
        r"(?:hong ?kong|hk|sgp|singapore|sydney|sdy)[ -]pools|live[ -]draw(?![a-z])"
        r"|(?:pengeluaran|keluaran|prediksi) (?:hk|sgp|sdy|macau|hongkong)(?![a-z])",
    ),
    (
        "iming-iming",
        "freebet rungkad menang member auto dijamin",
        r"(?<![a-z])freebet\w{0,4}|(?<![a-z])rungkad(?![a-z])|(?:gampang|mudah) menang(?![a-z])"
        r"|bonus new member|(?:auto|dijamin) (?:wd|jp|jackpot)(?![a-z])",
    ),
)
"""Each kind of word: its name, what must stand in a text at all, and how it is written."""

_COMPILED = tuple(
    (kind, tuple(triggers.split()), re.compile(pattern)) for kind, triggers, pattern in _KINDS
)
_AROUND = 40
"""Characters before and behind a trigger in which its pattern is looked for."""

_DISGUISED = re.compile("[\u0400-\u04ff\uff10-\uff5a\U0001d400-\U0001d7ff]")
_CYRILLIC = str.maketrans("асеіорѕтхуАВСЕНІКМОРТХ", "aceiopstxyABCEHIKMOPTX")
_SINGING = re.compile(
    r"(?:burung|kicau\w*|murai|kenari|lovebird|cucak|kacer|perkutut|ocehan|suara\w*)"
    r"\W+(?:\w+\W+){0,4}$"
)
"""“Gacor” is first of all a bird that sings well."""


def gambling_words(text: str, extra: tuple[str, ...] = ()) -> Iterator[Gamble]:
    """Every gambling word of a text, in order; `extra` are words that an office adds.

    Letters of other alphabets that look alike and invisible ones hide nothing.
    """
    if not text:
        return
    plain, places = _plain(text)
    found = [*_known(plain), *_added(plain, extra)]
    for kind, start, end in sorted(found, key=lambda row: row[1:]):
        first, last = (places[start], places[end - 1] + 1) if places else (start, end)
        yield Gamble(kind, text[first:last], first, last)


def _known(plain: str) -> Iterator[tuple[str, int, int]]:
    for kind, triggers, pattern in _COMPILED:
        if not any(map(plain.__contains__, triggers)):
            continue
        for start, end in _stretches(plain, triggers):
            for match in pattern.finditer(plain, start, end):
                if kind != "gacor" or not _sings(plain, match.start()):
                    yield kind, match.start(), match.end()


def _stretches(plain: str, triggers: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where a pattern may match, so that it need not go through the whole text."""
    start = end = 0
    for at in sorted(at for trigger in triggers for at in _all(plain, trigger)):
        if at - _AROUND > end:
            if end:
                yield start, end
            start = at - _AROUND
        end = at + 2 * _AROUND
    if end:
        yield start, end


def _all(plain: str, needle: str) -> Iterator[int]:
    at = plain.find(needle)
    while at >= 0:
        yield at
        at = plain.find(needle, at + 1)


def _sings(plain: str, at: int) -> bool:
    return _SINGING.search(plain, max(0, at - 60), at) is not None


def _added(plain: str, extra: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    pattern = _pattern(extra)
    for match in pattern.finditer(plain) if pattern else ():
        yield match[0], match.start(), match.end()


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    folded = (" ".join(word.split()).lower() for word in words)
    escaped = [re.escape(word).replace(r"\ ", r"\s+") for word in folded if word]
    return re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?!\w)") if escaped else None


def _plain(text: str) -> tuple[str, list[int]]:
    """Small plain letters, and where each stood; no places where none has moved."""
    shown, places = seen(text)
    if not shown.isascii() and _DISGUISED.search(shown):
        shown = "".join(map(_look, shown))
    return _small(shown), places


def _look(character: str) -> str:
    """The Latin letter that a character looks like, else itself."""
    like = normalize("NFKC", character.translate(_CYRILLIC))
    return like if len(like) == 1 else character


def _small(text: str) -> str:
    """Small letters without changing the length, and one kind of space."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return small.replace("\n", " ").replace("\u00a0", " ")
