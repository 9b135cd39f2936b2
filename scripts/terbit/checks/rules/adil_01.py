"""ADIL-01: nobody is called guilty before a verdict that has legal force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from terbit.checks.base import Context, Rule
from terbit.checks.reading import clauses, guilt
from terbit.checks.reading.people import evident, people_in
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.rows import cells, names_somebody
from terbit.checks.reading.stems import sentences_with
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_GUILT = re.compile(
    rf"\b(?:(?P<proven>{guilt.PROVEN})|(?P<passive>{guilt.PASSIVE})|(?P<guilty>{guilt.GUILTY})"
    rf"|(?P<doer>{guilt.DOER})|(?P<thief>{guilt.THIEF})|(?P<active>{guilt.ACTIVE})"
    rf"|(?P<noun>{guilt.NOUN})|(?P<loud>{guilt.LOUD}))\b",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"berkekuatan\s+hukum\s+(?:yang\s+)?tetap|kekuatan\s+hukum\s+tetap|\binkrah?c?h?t?\b"
    r"|\binkracht\b",
    re.IGNORECASE,
)
# said of nobody yet: suspicion, conditions, denials, rules for all, play
_OPEN = re.compile(
    r"\b(?:diduga|terduga|dugaan|disangka\w*|sangkaan|didakwa|dakwaan|jika|apabila|bila|kalau"
    r"|seandainya|andai|bilamana|manakala|barang\s+siapa|setiap|siapa\s+pun|siapapun|praduga"
    r"|(?:tidak|belum|bukan|tak)\s+(?:\w+\s+)?(?:terbukti|bersalah|koruptor|pelaku|melakukan)"
    r"|(?:merasa|rasa|mengaku)\s+bersalah|(?:tidak|tak|bukan)\s+bersalah|apakah|mencegah"
    r"|pencegahan|menangkal|memerangi|melawan|perangi|lawan|berantas|memberantas|pemberantasan"
    r"|efek\s+jera|sosialisasi|penyuluhan|pelatihan|film|novel|buku|drama|teater|lagu|puisi"
    r"|lomba|modul|hipotesis|permainan|gim|ular\s+tangga|simulasi|memerankan|berperan|peran"
    r"|karikatur|poster|kostum|para\s+koruptor|semua\s+koruptor|agar\s+(?:tidak|jangan)|jangan"
    r"|supaya\s+tidak|dituduh\w*|tuduhan|menuduh|tudingan|dituding|membantah|bantahan|dilarang"
    r"|larangan|ancaman|diancam|sanksi\s+bagi|bagi\s+(?:yang|pelaku|pegawai|asn|koruptor)"
    r"|terhadap\s+(?:pelaku|koruptor)|aset\s+koruptor|mengatasnamakan|mencatut|dicatut"
    r"|waspadai?|mewaspadai|menolak|menghindari|dihindari|potensi|rawan|celah|melaporkan"
    r"|tidak\s+ada|tak\s+ada|menghindarkan|modus|fitnah|hoaks)\b",
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
    r"|pembangunan|ikm|perikanan|pertanian|perdagangan|kegiatan|otak|selera|mata|umur|tenaga|keringat)\b",
    re.IGNORECASE,
)
_POST = (
    r"(?:kepala\s+(?:desa|dinas|badan|bagian|bidang|seksi|urusan|sekolah|upt\w?|puskesmas|kantor"
    r"|gudang|sd\w*|sm\w+|(?-i:[A-Z]{2,}))|kades|kadis|kaur|kasi|kabid|bendahara|camat|lurah|direktur|bupati"
    r"|wali\s+kota|gubernur|sekretaris|sekda|sekdes|pegawai|staf|pejabat|ketua|anggota|kasir"
    r"|operator|asn|pns|manajer|dokter|guru|pimpinan|kontraktor|rekanan|penyedia|petugas)"
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
    r"|lurah|camat|pegawai|anggota|bendahara|kades|mantan\s+\w+)\s+[“\"‘]?(?-i:[A-Z]{2,3}\b"
    r"|(?:[A-Z]\.\s?){1,3}|[A-Z]\b)"
    r"|(?<![\w./-])(?-i:(?:[A-Z]\.){2,3}|[A-Z]{2})(?=,?\s+(?:terbukti|bersalah|dinyatakan|divonis"
    r"|telah|adalah|menggelapkan|bendahara|mantan))",
    re.IGNORECASE,
)
_ANY_INITIALS = re.compile(r"(?<![\w./-])(?:[A-Z]{2}|(?:[A-Z]\.){2,3})(?![\w])")
_IS_ONE = re.compile(
    r"(?:\b(?:adalah|merupakan|ialah|sebagai|seorang|menjadi|disebut|dicap|sang|si|memang|yaitu"
    r"|yakni|itu|ini|asn|pejabat|pegawai)|,|–|\(|\|)\s*$",
    re.IGNORECASE,
)
_THAT_ONE = re.compile(
    r"(?:\s+(?:uang|dana|anggaran|kas)\s+\w+(?:\s+\w+)?)?\s+(?:itu|tersebut|ini)\b", re.IGNORECASE
)
_CALLED = (
    r"(?:(?!(?:di|me[mnl]|ber(?!inisial|nama))\w{4,})(?-i:[a-z])\w+,?\s+){0,4}?"
    r"(?:(?:sdri?|saudar[ai]|bapak|ibu|pak|bu|h|hj|drs?|ir)\.?\s+)?"
)
_THAT_IS = re.compile(
    r"(?:\s+(?!(?:di|me[mnl]|ber(?!dasi))\w{4,}|oleh|kepada|bagi|untuk|kata|ujar|akan|harus|wajib|kian"
    r"|dengan|atas|dari\b)[a-z]+){0,5}?"
    r"(?P<is>\s*(?:,|:|–|\(|\|)|\s+(?:adalah|ialah|yakni|yaitu|merupakan|bernama|berinisial|inisial"
    r"|itu|tersebut|salah\s+satunya|(?:tak|tidak)\s+lain|atas\s+nama)\b){1,3}"
    r"(?:\s+(?:(?:tak|tidak)\s+lain|dan\s+(?:tak|tidak)\s+bukan|adalah|salah\s+satunya|seorang|oknum|mantan|eks|bernama|berinisial))"
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
    if not hits or _stands_open(text[slice(*sentence)]):
        return
    somebody = _somebody(text, sentence)
    for hit in hits:
        if _is_said(text, hit, sentence, somebody):
            yield hit.span()
            return


def _stands_open(sentence: str) -> bool:
    """Whether guilt is only suspected, denied, a condition, or settled by a final verdict."""
    return bool(_FINAL.search(sentence) or _OPEN.search(sentence))


def _somebody(text: str, sentence: _Place) -> list[_Place]:
    """Names, initials and posts with their place."""
    named = [(p.start, p.end) for p in people_in(text, *sentence) if evident(text, p) or p.titled]
    found = (
        match.span()
        for pattern in (_UNIT, _INITIALS, _OKNUM)
        for match in pattern.finditer(text, *sentence)
    )
    every = sorted({*named, *found})
    return [place for place in every if not _MADE_BY.search(text, sentence[0], place[0])]


def _is_said(text: str, hit: re.Match[str], sentence: _Place, somebody: list[_Place]) -> bool:
    if _BENIGN.match(text, hit.end()) or _rule_for_all(text, hit, sentence):
        return False
    before = [text[end : hit.start()] for start, end in somebody if end <= hit.start()]
    behind = [text[hit.end() : start] for start, _ in somebody if start >= hit.end()]
    if hit["thief"] or hit["doer"]:
        return _is_one(text, hit, sentence, before, behind)
    if hit["passive"]:
        return any(_BY.fullmatch(between) for between in behind)
    if hit["noun"] or hit["loud"]:
        done = _by_somebody(text, hit, sentence, behind) or _fronted(text, hit, sentence, behind)
        return done or any(map(clauses.right_behind, before))
    if any(map(clauses.said_of, before)):
        return True
    return _fronted(text, hit, sentence, behind)


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
_MADE_BY = re.compile(
    r"\b(?:racikan|buatan|karya|ciptaan|temuan|gagasan|laporan|inovasi|aplikasi|metode|rintisan"
    r"|produk|binaan|asuhan)\s+(?:(?:ibu|bapak|pak|bu|sdri?|dr)\.?\s+)?$",
    re.IGNORECASE,
)


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
    if not name or _stands_open(text.text):
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
