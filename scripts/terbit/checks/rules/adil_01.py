"""ADIL-01: nobody is called guilty before a verdict that has legal force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from terbit.checks.base import Context, Rule
from terbit.checks.reading import clauses, guilt, guilt_open
from terbit.checks.reading.guilt_somebody import somebody as people_of
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.rows import cells, names_somebody
from terbit.checks.reading.stems import sentences_with
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_GUILT = re.compile(
    rf"\b(?:(?P<proven>{guilt.PROVEN})|(?P<passive>{guilt.PASSIVE})|(?P<guilty>{guilt.GUILTY})"
    rf"|(?P<doer>{guilt.DOER})|(?P<thief>{guilt.THIEF})|(?P<active>{guilt.ACTIVE})"
    rf"|(?P<own>{guilt.OWN})|(?P<fault>{guilt.FAULT})"
    rf"|(?P<court>{guilt.COURT})|(?P<noun>{guilt.NOUN})|(?P<loud>{guilt.LOUD}))\b",
    re.IGNORECASE,
)
_WHOEVER = re.compile(
    r"\b(?:pegawai|asn|pns|pejabat|aparatur|aparat|karyawan|orang|mereka|kepala\s+desa|siapa"
    r"|oknum|peserta|penyedia|rekanan|kontraktor|pelaku|warga|anggota|perangkat\s+desa)"
    r"(?:\s+\w+){0,3}?\s+yang\s+(?:kemudian\s+|nanti\s+|nantinya\s+)?$",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:akan|dapat|harus|wajib|bisa|dikenai|dikenakan|diberi|terancam|boleh|perlu|ditindak"
    r"|diberhentikan|diproses)\b",
    re.IGNORECASE,
)
_BENIGN = re.compile(
    r"\s+(?:waktu|perhatian|hati|start|panggung|bola|poin|ilmu|kesempatan|usaha|seni|budaya|wisata"
    r"|ekonomi|umkm|olahraga|perjalanan|industri|pasar|sejarah|jasa|pariwisata|kreatif|utama"
    r"|pembangunan|ikm|perikanan|pertanian|perdagangan|kegiatan|otak|selera|mata|umur|tenaga|keringat|gawang|kandang"
    r"|pertahanan|lawan|kiper|bek|penjaga|bedug|gong|gendang)\b",
    re.IGNORECASE,
)
_IS_ONE = re.compile(
    r"(?:\b(?:adalah|merupakan|ialah|sebagai|seorang|menjadi|disebut|dicap|sang|si|memang|yaitu"
    r"|yakni|itu|ini|asn|pejabat|pegawai)|,|–|\(|\|)\s*$",
    re.IGNORECASE,
)
_CALLED = (
    r"(?:(?!(?:di|me[mnl]|ber(?!inisial|nama))\w{4,})(?-i:[a-z])\w+,?\s+){0,4}?"
    r"(?:(?:sdri?|saudar[ai]|bapak|ibu|pak|bu|h|hj|drs?|ir)\.?\s+)?"
)
_THAT_IS = re.compile(
    r"(?:\s+(?!(?:di|me[mnl]|ber(?!dasi))\w{4,}|oleh|kepada|bagi|untuk|kata|ujar|akan|harus|wajib|kian"
    r"|dengan|atas|dari\b)[a-z]+){0,5}?"
    r"(?P<is>\s*(?:,|:|–|\(|\|)|\s+(?:adalah|ialah|yakni|yaitu|merupakan|bernama|berinisial|inisial"
    r"|itu|tersebut|salah\s+satunya|namanya|(?:tak|tidak)\s+lain|atas\s+nama)\b){1,3}"
    r"(?:\s+(?:(?:tak|tidak)\s+lain|dan\s+(?:tak|tidak)\s+bukan|adalah|salah\s+satunya|namanya|seorang|oknum|mantan|eks|bernama|berinisial))"
    rf"{{0,3}}\s*{_CALLED}",
    re.IGNORECASE,
)
_BY = re.compile(rf"\s+(?:oleh\s+)?{_CALLED}", re.IGNORECASE)
_DONE_BY = re.compile(
    rf"(?:\s+\w+){{0,2}}?\s+(?:itu\s+)?dilakukan\s+(?:oleh\s+)?{_CALLED}",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"(?:\s+(?-i:[a-z])[\w-]*){{0,4}}?(?:\s*,)?\s+{_CALLED}", re.IGNORECASE)
_OF = re.compile(r"\s+(?:yang\s+dilakukan\s+)?(?:mantan\s+)?$")
_ACCUSES = re.compile(r"\b(?:perbuatan|tindakan|aksi|kejahatan)\s+$", re.IGNORECASE)
_CONVICTS = re.compile(r"\b(?:memvonis|menyatakan|menghukum|memutus|divonis|dinyatakan)\b", re.I)

_Place = tuple[int, int]


_MOST = 20
"""Words of guilt of one sentence that are weighed; each weighs the whole sentence."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Sentences and rows that call a named person or a holder of a post guilty."""
    rows = ((text, place) for text in texts(article) if text.headers for place in _in_row(text))
    prose = (
        (text, place)
        for text, start, end in sentences_with(article, guilt.STEMS)
        for place in _evidence(text.text, (start, end))
    )
    seen: set[tuple[Text, _Place]] = set()
    for text, place in (*rows, *prose):
        if (text, place) in seen:
            continue
        seen.add((text, place))
        quote = squeeze(text.text[slice(*place)])
        yield RULE.in_text(
            article,
            text,
            place,
            f"“{quote}” menyatakan seseorang bersalah sebelum ada putusan tetap",
            "tulis “diduga” dan hapus namanya, sebutkan putusan yang berkekuatan hukum tetap,"
            " atau minta pejabat penelaah menulis alasannya di catatan_pemeriksaan",
        )


def _evidence(text: str, sentence: _Place) -> Iterator[_Place]:
    """The first words of a sentence that call somebody in it guilty."""
    hits = list(islice(_GUILT.finditer(text, *sentence), _MOST))
    if not hits or guilt_open.stands_open(text[slice(*sentence)]):
        return
    somebody = people_of(text, *sentence)
    for hit in hits:
        if _is_said(text, hit, sentence, somebody):
            yield hit.span()
            return


def _is_said(text: str, hit: re.Match[str], sentence: _Place, somebody: list[_Place]) -> bool:
    if _BENIGN.match(text, hit.end()) or _rule_for_all(text, hit, sentence):
        return False
    before = [text[end : hit.start()] for start, end in somebody if end <= hit.start()]
    behind = [text[hit.end() : start] for start, _ in somebody if start >= hit.end()]
    if hit["thief"] or hit["doer"]:
        return _is_one(text, hit, sentence, before, behind)
    if hit["passive"]:
        return any(_BY.fullmatch(between) for between in behind)
    if hit["own"]:
        return any(_BY.fullmatch(between) for between in behind)
    if hit["fault"]:
        return any(_is_proved(text, hit, place, sentence) for place in somebody)
    if hit["court"]:
        return _is_sentenced(text, hit, sentence, somebody)
    if not hit["noun"] and any(_listed(text, place, hit) for place in somebody):
        return True
    if hit["noun"] or hit["loud"]:
        done = _by_somebody(text, hit, sentence, behind) or _fronted(text, hit, sentence, behind)
        return done or any(map(clauses.right_behind, before))
    if any(map(clauses.said_of, before)):
        return True
    return _fronted(text, hit, sentence, behind)


def _is_proved(text: str, hit: re.Match[str], place: _Place, sentence: _Place) -> bool:
    """“Kesalahan Camat … telah terbukti”."""
    start, end = place
    near = start >= hit.end() and _BY.fullmatch(text, hit.end(), start)
    return bool(near and guilt.PROVED.match(text, end, sentence[1]))


def _is_sentenced(text: str, hit: re.Match[str], sentence: _Place, somebody: list[_Place]) -> bool:
    """“Hakim menghukum … tiga tahun penjara karena korupsi”."""
    if not (_CRIME.search(text, *sentence) or "bersalah" in hit[0]):
        return False
    if any(hit.start() < start < hit.end() for start, _ in somebody):
        return True
    before = [text[end : hit.start()] for _, end in somebody if end <= hit.start()]
    return hit[0].startswith("di") and any(map(clauses.said_of, before))


def _listed(text: str, place: _Place, hit: re.Match[str]) -> bool:
    """“Agus Sulaiman (staf): terbukti …” as an item of a list."""
    start, end = place
    if end > hit.start() or len(text) > _ITEM or hit[0][0].isupper():
        return False
    between = _COLON.fullmatch(text, end, hit.start())
    return bool(between and _LEAD.fullmatch(text, 0, start))


_CRIME = re.compile(rf"\b(?:{guilt.NOUN}|{guilt.ACTIVE})\b", re.IGNORECASE)
_ITEM = 160
_COLON = re.compile(r"\s?(?:[,(–-][^.;:“\"]{0,60})?\)?\s?[:–]\s?")
_LEAD = re.compile(r"\W*(?:(?:sdri?|saudar[ai]|ibu|bapak|pak|bu|inisial)\.?\s)?\W*", re.IGNORECASE)


def _rule_for_all(text: str, hit: re.Match[str], sentence: _Place) -> bool:
    ahead = text[sentence[0] : hit.start()]
    return bool(_WHOEVER.search(ahead) and _WILL.search(text, hit.end(), sentence[1]))


def _is_one(
    text: str, hit: re.Match[str], sentence: _Place, before: list[str], behind: list[str]
) -> bool:
    """“koruptor” and “pelaku …” of somebody, not of all such people."""
    ahead = text[sentence[0] : hit.start()]
    closely = _IS_ONE.search(ahead)
    crime = bool(hit["thief"]) or " " in hit[0].strip()
    if crime and closely and any(len(b) < _APPOSED and clauses.said_of(b) for b in before):
        return True
    if any(_THAT_IS.fullmatch(between) for between in behind):
        return crime or any(_IS.search(between) for between in behind)
    return bool(hit["thief"]) and any(not between.strip() for between in behind)


_IS = re.compile(
    r"\b(?:adalah|ialah|yakni|yaitu|merupakan|bernama|berinisial|(?:tak|tidak)\s+lain)\b"
)
_APPOSED = 80


def _by_somebody(text: str, hit: re.Match[str], sentence: _Place, behind: list[str]) -> bool:
    """“pungli dilakukan oleh …”, “perbuatan korupsi Bendahara …”."""
    if any(_DONE_BY.fullmatch(between) for between in behind):
        return True
    accused = _ACCUSES.search(text, sentence[0], hit.start())
    return bool(accused) and any(_OF.fullmatch(between) for between in behind)


def _fronted(text: str, hit: re.Match[str], sentence: _Place, behind: list[str]) -> bool:
    """“Terbukti pungli, Lurah …”, “memvonis bersalah mantan Camat …”, “Yang korupsi itu …”."""
    ahead = text[sentence[0] : hit.start()].strip(' "“*-')
    opens = hit["proven"] and not ahead
    convicts = hit["guilty"] and _CONVICTS.search(text, sentence[0], hit.end())
    if opens or convicts:
        return any(_NEXT.fullmatch(between) for between in behind)
    the_one = ahead.casefold() == "yang"
    return the_one and any(_THAT_IS.fullmatch(between) for between in behind)


def _in_row(text: Text) -> Iterator[_Place]:
    """A row that names somebody, with a cell that calls them guilty."""
    name = names_somebody(text)
    if not name or guilt_open.stands_open(text.text):
        return
    for _, start, end in cells(text):
        hit = _GUILT.match(text.text, start, end) if start != name[0] else None
        if hit and (hit["proven"] or hit["guilty"] or hit["thief"] or " " in hit[0]):
            yield hit.span()


RULE = Rule(
    id="ADIL-01",
    level=Level.TAHAN,
    sentence="Tidak seorang pun disebut bersalah sebelum ada putusan yang berkekuatan hukum tetap.",
    basis="Asas praduga tak bersalah",
    example_fails="Oknum berinisial HK terbukti menggelapkan uang kas.",
    example_passes="Pegawai yang terbukti menggelapkan uang kas akan dikenai sanksi.",
    check=check,
)
