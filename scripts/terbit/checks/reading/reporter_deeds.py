"""What somebody named does: “Ibu Rina mengadukan …”, “aduan dari Ibu Rina”."""

from __future__ import annotations

import re

from terbit.checks.reading.people import Person
from terbit.checks.reading.phrases import is_noun_phrase, is_verb
from terbit.checks.reading.reporter_roles import APPOSED, CLOSED, NAMING, Place, Sentence
from terbit.checks.reading.reporter_words import MISCONDUCT, ROUTINE, SUPERIOR

_REACH = 140
_REPORTS = re.compile(
    r"\b(?:mengadukan|melaporkan|melapor|lapor(?=\s+ke\b)|mengadu(?=\s+(?:ke|kepada|soal|tentang|karena|bahwa"
    r"|lantaran|terkait|perihal|dugaan)\b)|membocorkan|membongkar|mengungkap(?:kan)?"
    r"|(?:menyampaikan|membuat|mengajukan|melayangkan|mengirim(?:kan)?|memasukkan|menulis|mencabut)"
    r"\s+(?:surat\s+)?(?:aduan|pengaduan|laporan)(?:nya)?|atas\s+(?:aduan|pengaduan|laporan"
    r"|informasi)nya)\b",
    re.IGNORECASE,
)
_SURE_REPORT = re.compile(r"mengadukan|(?:\s|^)(?:surat\s+)?(?:peng)?aduan|mencabut", re.IGNORECASE)
_LEAKED = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:dokumen|data|daftar|rekaman|berkas|surat|informasi|praktik|lelang"
    r"|anggaran|soal|kunci)\b",
    re.IGNORECASE,
)
_MERELY_SAYS = re.compile(r"mengungkapkan", re.IGNORECASE)
_TO_WATCHDOG = re.compile(
    r"\s+(?:\w+\s+){0,4}?(?:ke|kepada|melalui|lewat)\s+(?:pihak\s+)?(?:inspektorat|ombudsman|kpk"
    r"|kejaksaan|kejari|kejati|polisi|polres\w*|polda|kepolisian|kanal|wbs|sp4n|saber|saluran|bpk"
    r"|aparat)",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"\b(?:bersurat|menyurati|menghubungi|kepada|menulis|mengirim|datang|mendatangi|pergi|menemui|menghadap|memberanikan|nekat|berani|mengaku|memilih"
    r"|memutuskan|bersama|dengan|untuk|diketahui|melaporkan|akhirnya|hadir|tercatat|kembali|pernah)\b"
)
_BARRED = re.compile(
    r"\b(?:cara|bagaimana|agar|jika|apabila|bila|bahwa|warga\s+(?:dapat|bisa)|pihak|masyarakat"
    r"|siapa|tata)\b",
    re.IGNORECASE,
)
_LEADS_TO_VERB = 70


RIGHT_BEHIND = re.compile(r",\s+yang\s+(?:\w+\s+){0,2}(?:mengadukan|membocorkan)\b")


def complains(sentence: Sentence, person: Person) -> Place | None:
    """“Ibu Rina mengadukan …”, “… yang berani melapor”, “… atas laporannya tentang pungli”."""
    text = sentence.text
    verb = _REPORTS.search(text, person.end, min(sentence.end, person.end + _REACH))
    if not verb or verb.start() - person.end > _LEADS_TO_VERB:
        return None
    between = text[person.end : verb.start()]
    if _BARRED.search(between) or not _only_goes(between):
        return None
    return (person.start, verb.end()) if _is_complaint(sentence, verb, between) else None


def _only_goes(between: str) -> bool:
    """Whether no other verb than one of going there stands between a name and its verb."""
    return is_noun_phrase(_GOES.sub("", between).replace("(", ",").replace(")", ","))


def _is_complaint(sentence: Sentence, verb: re.Match[str], between: str) -> bool:
    if _SURE_REPORT.search(verb[0]):
        return True
    if verb[0].casefold() == "membocorkan" and _LEAKED.match(sentence.text, verb.end()):
        return True
    wrong = MISCONDUCT.search(sentence.text, verb.end(), min(sentence.end, verb.end() + 80))
    if _MERELY_SAYS.match(verb[0]):
        return bool(wrong) and between.rstrip().endswith("yang")
    routine = ROUTINE.match(sentence.text, verb.end())
    if verb[0].casefold() in {"melaporkan", "melapor", "lapor", "mengadu"} and not routine:
        relative = re.search(r"\byang(?:\s+\w+){0,3}\s*$", between)
        if relative or _TO_WATCHDOG.match(sentence.text, verb.end()):
            return not _is_civil(sentence, verb)
    return bool(wrong) and not routine


def _is_civil(sentence: Sentence, verb: re.Match[str]) -> bool:
    """“melaporkan kehilangan”: a report that nobody need fear."""
    return bool(
        re.match(r"\s+(?:pohon|jalan|lampu|banjir|kebakaran)\b", sentence.text[verb.end() :])
    )


_OWN_SUPERIOR = re.compile(
    rf",?\s+(?:telah\s+|pernah\s+)?(?:melaporkan|mengadukan)\s[^.;]{{0,30}}?(?:{SUPERIOR})",
    re.IGNORECASE,
)


def reports_superior(sentence: Sentence, person: Person) -> Place | None:
    """“Bendahara desa Siti Aminah mengadukan kepala desanya”, even in office."""
    match = _OWN_SUPERIOR.match(sentence.text, person.end, sentence.end)
    return (person.start, match.end()) if match else None


_SOMEBODY_WHO = re.compile(
    r"\byang\s+(?:(?:telah|pertama\s+kali|pernah|sempat|berani|juga|diam-diam)\s+){0,2}"
    r"(?:melaporkan|melapor|mengadukan|mengadu|membocorkan|membongkar|mengungkap)\b"
    r"|\bdi\s+balik\s+(?:laporan|pengaduan|aduan|bocoran|terungkapnya|terbongkarnya)\b",
    re.IGNORECASE,
)
_OTHERS_SPEAK = re.compile(
    r"\b(?:kata|ujar|menurut|oleh|kepada|petugas|dilindungi|dapat|wajib|harus|agar|dengan|bersama"
    r"|terlapor|jelas|tutur|ungkap|bahwa)\b",
    re.IGNORECASE,
)


def who_reports(sentence: Sentence, person: Person) -> Place | None:
    """“Orang yang mengadukan lurah itu bernama …”, “Warga yang mengadu, Ibu Yustina,”."""
    ahead, base = sentence.ahead(person)
    who = next(iter(_SOMEBODY_WHO.finditer(ahead)), None)
    if not who or person.titled:
        return None
    between = ahead[who.end() :]
    naming = NAMING.search(between)
    aside = APPOSED.search(between) and person.sure and CLOSED.match(sentence.text, person.end)
    if not (naming or aside) or _OTHERS_SPEAK.search(between) or ROUTINE.match(between):
        return None
    return base + who.start(), person.end


_MADE = (
    r"(?:di(?:kirim(?:kan)?|sampaikan|buat|ajukan|layangkan|tulis|masukkan|antar(?:kan)?|berikan"
    r"|tandatangani|lontarkan)|(?:diterima|diperoleh|didapat(?:kan)?)\s+dari|berasal\s+dari|datang\s+dari|bersumber\s+dari)"
)
_SOURCE = re.compile(
    rf"\b(?:{_MADE}(?:\s+oleh)?|dari|oleh|milik|atas\s+nama|bernama)\s+(?P<who>(?:[a-z]+\s+){{0,4}})$"
)
_COMPLAINT = re.compile(
    r"\b(?P<sure>aduan|pengaduan|bocoran)\b|\b(?P<report>laporan(?:nya)?|informasi)\b"
    r"|\b(?:di|ter)(?P<passive>adukan|laporkan|ungkap|bongkar|bocorkan)\b",
    re.IGNORECASE,
)
_HANDLED = re.compile(
    r"\b(?:ditangani|ditindaklanjuti|diproses|dijawab|ditanggapi|diteruskan|diverifikasi|dibahas"
    r"|dijelaskan|kepada|kata|ujar|menurut|dibacakan|diterima(?!\s+dari)|dicatat|terhadap|tentang"
    r"|dipimpin|dibuka|ditujukan|disusun|dihimpun|dikelola|melalui|dalam\s+rapat|menerima|dapat"
    r"|masyarakat\s+(?!atas\s+nama\b|dari\b|oleh\b|milik\b|bernama\b)\w+|agar|untuk)\b",
    re.IGNORECASE,
)
_REPORT_OF_WORK = re.compile(
    r"\s+(?:kegiatan|kinerja|keuangan|pertanggungjawaban|panitia|hasil|harta|tahunan|bulanan|spt"
    r"|realisasi|perkembangan|reses|penerimaan|lhkpn)\b",
    re.IGNORECASE,
)


def complaint_of(sentence: Sentence, person: Person) -> Place | None:
    """“aduan dari Ibu Rina”, “diadukan oleh …”, “laporan Bapak Joni soal pungli”."""
    ahead, base = sentence.ahead(person)
    if person.titled:
        return None
    for word in reversed(list(_COMPLAINT.finditer(ahead))):
        between = ahead[word.end() :]
        if _is_source(sentence, person, word, between):
            return base + word.start(), person.end
    return None


def _is_source(sentence: Sentence, person: Person, word: re.Match[str], between: str) -> bool:
    source = _SOURCE.search(between)
    direct = not between.strip() and (
        person.honorific or bool(word["passive"]) or _came_by(sentence, person, word)
    )
    if not (source or direct) or _REPORT_OF_WORK.match(between):
        return False
    if source and source[0].startswith("oleh") and _OTHER_DEED.search(between):
        return False
    made = source is not None and source[0].casefold().startswith("di")
    if _HANDLED.search(_TOPIC.sub("", between) if made else between):
        return False
    if source and any(map(is_verb, source["who"].replace("oleh", "").split())):
        return False
    return bool(word["sure"] or word["passive"] == "adukan") or sentence.has(_WRONG)


_CAME_BY = re.compile(
    r"\b(?:berkat|atas|setelah(?:\s+ada(?:nya)?)?|karena|dari)\s+$", re.IGNORECASE
)
_MEDIA = re.compile(
    r"(?:Radar|Tribun|Antara|Borneo|Kompas|Media|Harian|Tabloid|Koran|Redaksi|Lembaga|LSM)\b"
)


def _came_by(sentence: Sentence, person: Person, word: re.Match[str]) -> bool:
    """“terungkap berkat laporan Siti Aminah, staf …”: two words, closed by a mark."""
    text = sentence.text
    return bool(
        person.sure
        and _CAME_BY.search(word.string, 0, word.start())
        and CLOSED.match(text, person.end)
        and not _MEDIA.match(text, person.start)
    )


_OTHER_DEED = re.compile(
    r"\bdi(?:perkenal|luncur|resmi|papar|jelas|sosialisasi|kembang|rancang|terang|buka|pandu|pimpin"
    r"|kelola|tangani|tindak|tutup|pamer|demonstrasi|bawa|bangun|gagas|serah)\w*\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"\b(?:tentang|terhadap|melalui|untuk|agar)\b", re.IGNORECASE)
_WRONG = re.compile(
    MISCONDUCT.pattern
    + r"|\b(?:(?:kasus|perkara)\s+(?:itu|ini|tersebut)|terungkap|terbongkar|terkuak"
    r"|disunat|dipungut)\b",
    re.IGNORECASE,
)
_I_DID = re.compile(
    r"\b(?:saya|aku)(?:lah)?\s+(?:(?:yang|sudah|telah|sendiri|pertama|kali|terpaksa|berani|dulu)\s+)"
    r"{0,3}(?P<verb>mengadukan|melaporkan|melapor|membongkar|mengungkap|membocorkan)\b[^”\"]{0,80}"
    r"[”\"]\s*(?:kata|ujar|tutur|ucap|jelas|ungkap|aku|tegas|terang)\s*$",
    re.IGNORECASE,
)


def says_so(sentence: Sentence, person: Person) -> Place | None:
    """“Saya yang mengadukan,” kata Ibu Sartika."""
    ahead, base = sentence.ahead(person)
    told = _I_DID.search(ahead)
    if not told:
        return None
    plain = told["verb"].casefold() in {"melaporkan", "melapor"}
    if plain and ROUTINE.match(ahead, told.end("verb")):
        return None
    return base + told.start(), person.end
