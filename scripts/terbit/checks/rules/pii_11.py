"""PII-11: health, faith, disability and descent of a named person are held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading import clauses
from terbit.checks.reading import sensitive_words as words
from terbit.checks.reading.people import Person, evident, in_office, people_in
from terbit.checks.reading.prose import Text, sentences, squeeze
from terbit.checks.reading.rows import cells, names_somebody
from terbit.checks.reading.stems import sentences_with
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import vocabulary
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_HIT = re.compile(
    rf"\b(?:(?P<ill>{words.ILL})|(?P<cause>{words.BY_CAUSE})|(?P<figured>{words.FIGURED})"
    rf"|(?P<state>{words.STATE}))\b",
    re.IGNORECASE,
)
_STATE = re.compile(rf"\b{words.STATE}\b", re.IGNORECASE)
_HEAD_OF = re.compile(
    r"\b(?:ketua|anggota|pengurus|pendamping|pelatih|pembina|pengajar|guru|relawan|dokter"
    r"|keluarga|orang\s+tua|ibu|ayah|anak|forum|komunitas|yayasan|persatuan|perkumpulan"
    r"|perhimpunan|para|aktivis|perawat|bidan|pemerhati|spesialis|penerjemah|peduli|ramah|khusus"
    r"|pelayanan|layanan|sekolah|kelompok|menyapa|hak|hak-hak|tokoh|tari|tarian|adat|budaya"
    r"|pelatihan|kelas|teman|istri|suami|kader|ahli|kasus|jumlah|angka|data)\s+$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"\s?(?:\(\d{1,2}(?:\s?tahun)?\))?\s{0,2}(?P<apart>[,–(-])?\s{0,2}"
    r"(?P<is>(?:(?:yang|seorang|adalah|merupakan|ialah|sebagai|selaku|dikenal|tercatat|termasuk"
    r"|itu|ini|tersebut|mantan|eks|korban|salah\s+(?:satu|seorang)|warga|pemuda|pemudi|remaja|pria|perempuan|lelaki|janda"
    r"|duda|lansia|juga|kini|masih|sudah|lama|diketahui|ternyata|pedagang|petani|nelayan|penjahit"
    r"|atlet|pegawai|peserta|ibu\s+rumah\s+tangga|\d{1,2}\s+tahun,?)\s+){0,5})$",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"\s?(?:\(\d{1,2}(?:\s?tahun)?\))?,\s(?:(?!di|me[mn]|ber|dan\b|bagi\b|untuk\b|para\b|pen(?:damping|gajar)"
    r"|pelatih|guru|dokter|perawat|relawan|ketua|aktivis|kader|konselor|ibu\b|ayah|orang\b|anak\b|istri"
    r"|suami|keluarga|pembina|spesialis|pemerhati|pengurus|pengelola|pemilik)(?-i:[a-z])\w+\s){1,4}",
    re.IGNORECASE,
)
_COPULA = re.compile(
    r"\b(?:yang|seorang|adalah|merupakan|ialah|sebagai|selaku|salah|dikenal|itu|ini)\b",
    re.IGNORECASE,
)
_CLOSE_NOUN = re.compile(
    r"(?:penyandang|penderita|pengidap|penyintas|survivor|penganut|pemeluk|pecandu|pengguna|tuna|odgj"
    r"|seorang|difabel|disabilitas|mualaf)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:\s+(?!di|me[mnl]|ber|ter|dan\b|yang\b|bagi\b|untuk\b|oleh\b)(?-i:[a-z])\w+){0,3}?"
    r"(?:\s+(?:asal|dari|di|warga)\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?\s{0,2}(?P<apart>[,:–(])?\s{0,2}"
    r"(?P<is>(?:(?:bernama|yakni|yaitu|ialah|adalah|atas\s+nama|a\.\s?n\.|berinisial|inisial|itu"
    r"|tersebut|oleh)\s?,?\s+){0,3})"
    r"(?:(?:sdri?|saudar[ai]|ibu|bapak|bpk|pak|bu|tn|ny|nn|nona|nenek|kakek)\.?\s+)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:bernama|atas\s+nama|a\.\s?n\.|berinisial|inisial|yakni|yaitu|ialah|adalah)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\b(?:menurut|kata|ujar|tutur|ungkap|jelas|tambah|terang|tegas|bagi)\s+(?:(?:ibu|bapak|pak"
    r"|bu|sdri?)\.?\s+)?$",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(
    rf"\b(?:{words.ILLNESS}|penyakit(?:\s+\w+){{0,2}})\s+(?:yang\s+)?(?:diderita|diidap|dialami"
    r"|menyerang|menimpa|menjangkiti)\s+(?:oleh\s+)?(?:(?:sdri?|saudar[ai]|ibu|bapak|pak|bu|ny"
    r"|tn|mbah|nenek|kakek)\.?\s+)?$"
    rf"|^\s*vonis\s{words.ILLNESS}\s[^.,;:]{{1,60}}$"
    rf"|\briwayat\s(?:penyakit\s)?{words.ILLNESS}(?:\s\w+)?\s(?:(?:sdri?|saudar[ai]|ibu|bapak|pak"
    r"|bu|ny|tn)\.?\s+)?$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:agama|suku|keyakinan|kepercayaan|penyakit|diagnosis|(?:gula|tekanan)\s+darah"
    r"|hasil\s+(?:tes|laboratorium|rontgen))(?:nya)?\s+(?:yang\s+dianut\s+)?(?:(?:sdri?|ibu|bapak|pak"
    r"|bu|ny|tn)\.?\s+)?$",
    re.IGNORECASE,
)
_WHICH = re.compile(
    rf"[^.;]{{0,30}}?\b(?:{words.FAITH}|{words.PEOPLE}|{words.ILLNESS})\b", re.IGNORECASE
)
_FRONTED = re.compile(
    r"\s*(?:karena|akibat|usai|setelah|meski(?:pun)?|walau(?:pun)?|sejak|lantaran|sempat|pasca"
    r"|sembuh|pulih|kendati|dengan)\s(?:(?:menjalani|operasi|serangan|sembuh|dari|mengidap"
    r"|menderita|terkena|kena|penyakit|lama|sempat|didiagnosis|divonis|dinyatakan|positif|mengalami"
    rf"|kondisi)\s){{0,4}}(?:{words.ILLNESS}|{words.DISABLED}|hamil)\b[^.;:,]{{0,40}},\s"
    r"(?:(?:sdri?|ibu|bapak|pak|bu|ny|tn|nenek|kakek)\.?\s)?$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\s*(?:ia|dia|beliau|(?:pria|perempuan|wanita|lelaki|ibu|bapak|nenek|kakek|warga|korban)\s+"
    r"(?:itu|tersebut|ini))\b",
    re.IGNORECASE,
)
_BACK = 120
_STATE_HEAD = re.compile(
    r"^\s*(?:(?:jenis|ragam|riwayat|keterangan|kondisi)\s+)?(?:agama|kepercayaan|suku(?:\s+bangsa)?"
    r"|etnis|diagnos[ai]s?|penyakit|disabilitas|kesehatan|keluhan|golongan\s+darah)(?:nya)?"
    r"(?:\s+\w+)?\s*$",
    re.IGNORECASE,
)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every such word that is said of a named person."""
    rows = ((text, place) for text in texts(article) if text.headers for place in _in_row(text))
    stems = (*words.STEMS, *sorted(vocabulary(article) & words.WORDS))
    prose = (
        (text, place)
        for text, start, end in sentences_with(article, stems)
        for place in _in_sentence(text.text, (start, end), context)
    )
    for text, place in dict.fromkeys((*rows, *prose)):
        quote = squeeze(text.text[slice(*place)])
        yield RULE.in_text(
            article,
            text,
            place,
            f"“{quote}” menyebut kesehatan, agama, disabilitas, atau suku seseorang",
            "hapus keterangan itu atau namanya, atau minta pejabat penelaah menulis alasannya di"
            " catatan_pemeriksaan",
        )


def _in_sentence(
    text: str, sentence: tuple[int, int], context: Context
) -> Iterator[tuple[int, int]]:
    start, end = sentence
    named = people_in(text, start, end)
    hits = list(_HIT.finditer(text, start, end)) if named or _PRONOUN.match(text, start) else []
    for person in named:
        yield from _owned(text, person, sentence, context)
    for hit in hits:
        place = _of_a_name(text, hit, named, sentence, context)
        if not place and _goes_on(text, hit, start, context):
            place = start, hit.end()
        if place:
            yield place


def _owned(
    text: str, person: Person, sentence: tuple[int, int], context: Context
) -> Iterator[tuple[int, int]]:
    """“penyakit yang diderita Ibu …”, “Karena epilepsi, Sdri. …”, “agama Ibu …, yakni Buddha”."""
    start, end = sentence
    if not _private(text, person, context):
        return
    ahead = text[max(start, person.start - _BACK) : person.start]
    base = person.start - len(ahead)
    led = _OF_SOMEBODY.search(ahead) or (_FRONTED.match(ahead) if base == start else None)
    own = _OWN.search(ahead)
    if led:
        yield base + led.start(), person.end
    elif own and (which := _WHICH.match(text, person.end, end)):
        yield base + own.start(), which.end()


def _of_a_name(
    text: str,
    hit: re.Match[str],
    named: list[Person],
    sentence: tuple[int, int],
    context: Context,
) -> tuple[int, int] | None:
    for person in reversed(named):
        if person.end <= hit.start() and _said_before(text, person, hit, sentence, context):
            return person.start, hit.end()
    behind = next((p for p in named if p.start >= hit.end()), None)
    if behind and _private(text, behind, context):
        told = text[sentence[0] : hit.start()], text[hit.end() : behind.start]
        if clauses.says_of_self(*told) or _led_by(text, behind, hit, sentence):
            return hit.start(), behind.end
    return None


def _said_before(
    text: str,
    person: Person,
    hit: re.Match[str],
    sentence: tuple[int, int],
    context: Context,
) -> bool:
    """A name, then the word."""
    between = text[person.end : hit.start()]
    close = person.titled and clauses.right_behind(between)
    if not (close or evident(text, person)) or _speaks(text, person, between, sentence):
        return False
    state = _STATE.match(text, hit.start())
    if state and _apposed(between, hit[0]) and not _in_post(text, person, context):
        return True
    if hit["state"]:
        return False
    if _in_post(text, person, context):
        return bool(hit["ill"]) and clauses.right_behind(between)
    return clauses.said_of(between) and not (hit["figured"] and _OTHERS.search(between))


_OTHERS = re.compile(
    r"\b(?:anak|siswa|siswi|murid|orang|pasien|kaum|komunitas|teman|sahabat|ibu|warga)\s$"
)


def _speaks(text: str, person: Person, between: str, sentence: tuple[int, int]) -> bool:
    ahead = text[max(sentence[0], person.start - 24) : person.start]
    return bool(_SPEAKER.search(ahead)) and not re.match(r"\s?,?\s?yang\s", between)


def _apposed(between: str, state: str) -> bool:
    apposed = _APPOSED.match(between)
    if not apposed:
        return bool(_DESCRIBED.fullmatch(between) and _CLOSE_NOUN.match(state))
    return bool(apposed["apart"] or _COPULA.search(apposed["is"]) or _CLOSE_NOUN.match(state))


def _led_by(text: str, person: Person, hit: re.Match[str], sentence: tuple[int, int]) -> bool:
    """The word, then a name: “penderita kusta bernama …”, “warga yang mengidap asma, Ibu …”."""
    lead = _LEADS.fullmatch(text, hit.end(), person.start)
    if not lead or _HEAD_OF.search(text, sentence[0], hit.start()):
        return False
    if _NAMED.search(lead["is"]):
        return True
    if hit["state"]:
        apart = bool(lead["apart"]) or hit[0].casefold() != "pasien"
        return apart and evident(text, person) and not _FOLK.match(hit[0])
    return "," in lead[0] and bool(_LISTED.match(text, person.end))


_FOLK = re.compile(r"(?:umat|ibu\s+hamil)", re.IGNORECASE)
_LISTED = re.compile(r"\s?(?:,|\(|dan\b|\.\s*$)")


def _goes_on(text: str, hit: re.Match[str], start: int, context: Context) -> bool:
    """“Ia mengidap …” after a sentence with a private person's name."""
    subject = _PRONOUN.match(text, start)
    if not subject or hit.start() < subject.end():
        return False
    between = text[subject.end() : hit.start()]
    said = _apposed(between, hit[0]) if hit["state"] else clauses.said_of(between)
    before = _in_the_one_before(text, start) if said else []
    return any(person.sure and _private(text, person, context) for person in before)


def _in_the_one_before(text: str, start: int) -> list[Person]:
    """The names in the sentence before the one that begins at `start`."""
    parts = sentences(text)
    i = next((i for i, part in enumerate(parts) if part[0] == start), 0)
    return people_in(text, *parts[i - 1]) if i else []


def _private(text: str, person: Person, context: Context) -> bool:
    return evident(text, person) and not _in_post(text, person, context)


def _in_post(text: str, person: Person, context: Context) -> bool:
    return in_office(text, person, context.office)


def _in_row(text: Text) -> Iterator[tuple[int, int]]:
    """A row of people with a column for such things, or a cell that says them."""
    name = names_somebody(text)
    if not name:
        return
    for head, start, end in cells(text):
        told = text.text[start:end].strip(" -–—")
        if told and (_STATE_HEAD.match(head) or (start != name[0] and _TOLD.match(told))):
            yield name
            return


_TOLD = re.compile(
    rf"(?:{words.ILL}|{words.FIGURED}|{words.STATE}|{words.ILLNESS})\b[^.]{{0,40}}$", re.IGNORECASE
)


RULE = Rule(
    id="PII-11",
    level=Level.TAHAN,
    sentence="Keterangan tentang kesehatan, agama, disabilitas, atau suku seseorang hanya terbit"
    " dengan alasan pejabat penelaah.",
    basis="UU 27/2022: data pribadi yang bersifat spesifik; UU 14/2008 Pasal 17 huruf h",
    example_fails="Bantuan diserahkan kepada Rusmiati Dewi, penyandang disabilitas netra.",
    example_passes="Loket baru itu memudahkan penyandang disabilitas netra dan warga lanjut usia.",
    check=check,
)
