"""NTR-01: an office takes no side: parties, ballot numbers and campaign words are held."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from terbit.checks.base import Context, Rule
from terbit.checks.reading.asked import has
from terbit.checks.reading.prose import sentence_at, squeeze
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import plain
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_PARTIES = (
    "Kebangkitan Bangsa|Gerakan Indonesia Raya|Gerindra|Demokrasi Indonesia Perjuangan"
    "|Golongan Karya|Golkar|Nasdem|Nasional Demokrat|Buruh|Gelombang Rakyat Indonesia|Gelora"
    "|Keadilan Sejahtera|Kebangkitan Nusantara|Hati Nurani Rakyat|Hanura"
    "|Gar[dr]a (?:Republik|Perubahan) Indonesia|Gerakan Perubahan Indonesia|Garuda"
    "|Amanat Nasional|Bulan Bintang|Demokrat|Solidaritas Indonesia|Persatuan Indonesia|Perindo"
    "|Persatuan Pembangunan|Ummat|Nang?groe Aceh|Generasi A(?:tj|c)eh Beusaboh|Darul Aceh|Aceh"
    "|Adil Sejahtera|Soli(?:daritas|ditas) Independen Rakyat Aceh|SIRA"
    "|PKB|PDI ?P|PKS|PKN|PAN|PBB|PSI|PPP|PDI"
)
"""Parties of the election of 2024 (decisions 518/2022 and 552/2022 of the KPU)."""

_LONE = (
    "Gerindra|GERINDRA|Golkar|GOLKAR|Nas[Dd]em|NASDEM|Hanura|HANURA|Demokrat|DEMOKRAT|Perindo|PERINDO"
    "|Gelora|PKB|PKS|PKN|PAN|PBB|PSI|PPP|PDI|PDIP"
)
"""Parties as they stand behind their members, without the word “partai”."""

_PARTY = re.compile(
    rf"\b(?:partai|parpol)\s+(?:politik\s+)?(?:{_PARTIES.replace(' ', chr(92) + 's+')})\b"
    r"|\bPDI[\s-]Perjuangan\b"
    rf"|\b(?:(?:fraksi|DP[CDWP]|DPRt|PAC|politi[sk]i|politikus|simpatisan)\s+|kader\s+(?!PKB\b))"
    rf"(?:(?-i:{_LONE})|PDI-?P)\b(?!\s+(?:DPRD|Desa))",
    re.IGNORECASE,
)
_DIGIT = r"(?:\d{1,2}|satu|dua|tiga|empat|lima|enam)\b"
_CANDIDATE = (
    r"(?:gubernur|wakil\s+gubernur|bupati|wakil\s+bupati|wali\s?kota|presiden|wakil\s+presiden"
    r"|kepala\s+daerah|kepala\s+desa|kades|legislatif|anggota\s+(?:DPR|DPRD|DPD|dewan))"
)
_REGION_HEAD = r"(?:wakil\s+)?(?:gubernur|bupati|wali\s?kota|presiden)"
_PAIR = re.compile(
    rf"\b(?:paslon\w*|pasangan\s+(?:bakal\s+)?calon\s+(?:{_CANDIDATE}|nomor|no\b|petahana|(?-i:[A-Z0-9]))"
    rf"|(?:pasangan|calon|kandidat|caleg|capres|cagub|cabup|cawali)\s+(?:{_CANDIDATE}\s+)?"
    rf"(?:dengan\s+)?(?:nomor|no\.?)(?:\s+urut)?\s+{_DIGIT}"
    r"|(?P<short>caleg|capres|cawapres|cagub|cawagub|cabup|cawabup|cawali)\b"
    r"|(?P<who>(?:gambar|foto|bergambar|relawan|kaus|spanduk|baliho|stiker)\s+(?:\w+\s+)?calon\s+"
    rf"{_CANDIDATE}\b|calon\s+(?:{_REGION_HEAD})\s+(?!(?:Periode|Terpilih|Tahun|Kabupaten|Kota|Provinsi)\b)"
    r"(?-i:[A-Z][a-z])))",
    re.IGNORECASE,
)
_BALLOT = re.compile(
    rf"\b(?:(?P<verb>pilih(?:lah)?|coblos(?:lah)?|mencoblos|memilih|dukung(?:lah)?|mendukung|menangkan"
    r"|memenangkan|contreng|ingat|tusuk|yel(?:-yel)?|meneriakkan)\s+[“\"]?(?:yang\s+|pasangan\s+|calon\s+)?)?(?:nomor|no\.?)"
    rf"(?P<urut>\s+urut)?\s+{_DIGIT}|\b(?P<zero>pilih|coblos)(?:lah)?\s+0\d\b",
    re.IGNORECASE,
)
_ELECTION = re.compile(
    r"\b(?:salah\s+pilih|bilik\s+suara|paslon|pasangan|caleg|capres|cagub|cabup|coblos\w*|mencoblos|pemilu|pilkada|pilgub|pilbup"
    r"|pilwali|pilpres|pileg|pilkades|partai|kampanye|kandidat|memenangkan|menangkan|surat\s+suara"
    rf"|tps|bilik\s+suara|calon\s+{_CANDIDATE}|periode)\b",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"\b(?:menu|tekan|ketik|whatsapp|aplikasi|telepon|pertanyaan|jawaban|soal|opsi|survei|antre\w*"
    r"|loket|ujian|tes|peserta|kuesioner|formulir|layanan|kursi|undian|lomba|daftar|panggilan)\b",
    re.IGNORECASE,
)
_MATCH = (
    r"(?:final|semifinal|perempat|penyisihan|puncak|pembuka|penentu\w*|tunggal|ganda|(?:per|ke)\w+"
    r"|terakhir|kandang|tandang|beregu)"
)
"""What a “partai” is in sports."""

_SLOGAN = re.compile(
    r"\b(?:lanjutkan|lanjut|melanjutkan|cukup|siap|menuju|untuk|dukung\w*|mendukung|kembali)\s+"
    r"(?:\w+\s+){0,3}?(?:dua|2)\s+periode\b|\b(?:dua|2)\s+periode\s*(?:[!”\"]|lagi|untuk\s+(?-i:[A-Z]))"
    r"|(?:\#|\b)20\d\dganti\w*"
    rf"|\bganti\s+(?:{_CANDIDATE})\b|\bcoblos(?:lah)?\b(?!\s+\w*\s*(?:sesuai|sekali))"
    rf"|\b(?:me)?menangkan\s+(?:pasangan|paslon|calon|nomor|kandidat|partai(?!\s+{_MATCH})|pilkada|pilgub|pilpres|pemilu|{_CANDIDATE})"
    r"|\b(?:me)?menangkan\s+(?:Bapak|Ibu|Pak|Bu|H\.|Hj\.|Haji|Hajah|Bang|Kak|Gus)\s+(?-i:[A-Z])"
    r"|\b(?:satu|sekali|1)\s+putaran\s+saja\b(?=\s*[!”\"])"
    rf"|\b(?:pilih|dukung|memilih|mendukung)(?:lah)?\s+(?:calon\s+)?{_CANDIDATE}\s+(?:petahana|kita|pilihan|(?-i:[A-Z])\w+)"
    r"|\b(?:tim\s+(?:sukses|pemenangan)|relawan\s+(?:pendukung|pemenangan)"
    r"|deklarasi\s+dukungan\s+(?:politik|(?:kepada|bagi|untuk)\s+(?:calon|pasangan|paslon))"
    r"|menyatakan\s+dukungan\s+(?:politik|kepada\s+(?:calon|pasangan|kandidat)))\b"
    rf"|\b(?:pilih|memilih|dukung|mendukung)(?:lah)?\s+(?:terus\s+)?(?:\w+\s+){{1,5}}?(?:menjadi|jadi"
    rf"|sebagai)\s+{_REGION_HEAD}\b|\b(?:pilih|memilih)(?:lah)?\s+(?:lagi|kembali)\s+{_REGION_HEAD}\b"
    rf"|\bdukung\s+(?:terus\s+)?(?:\w+\s+){{0,4}}?untuk\s+periode\s+(?:kedua|berikut\w*)"
    r"|\b(?:tetap\s+)?memimpin\s+(?:hingga\s+|sampai\s+|selama\s+)?(?:dua|2)\s+periode\b"
    r"|\bserangan\s+fajar\b",
    re.IGNORECASE,
)
_FINGERS = re.compile(
    r"\b(?:salam|simbol|pose|berpose|gaya|bergaya|kode|isyarat|tanda|mengacungkan|acungkan|mengangkat|acungan"
    r"|angkat|menunjukkan|memperlihatkan|menampilkan)\s+(?:\w+\s+){0,2}?(?:(?:satu|dua|tiga|empat|lima"
    r"|\d)\s+jari|jari(?!ngan|\s+(?:tengah|kelingking|telunjuk|manis|tangan|kaki))|metal|ibu\s+jari\s+dan\s+telunjuk)(?!\w)",
    re.IGNORECASE,
)
_NO_FINGERS = re.compile(
    r"\b(?:sidik|cap|pemindai\w*|jari-jari|kuku|senam\s+jari|medis|gejala|cedera|terapi|bahasa\s+isyarat"
    r"|alat|sensor|jempol|oksimeter|luka|tulang|mencuci)\b",
    re.IGNORECASE,
)
_NEUTRAL = re.compile(
    r"\b(?:netral\w*|kenetralan|dilarang|larangan|melarang|tidak\s+(?:boleh|ber\w+|me\w+|ikut|terlibat"
    r"|di\w+)|jangan(?!\s+(?:lupa|salah))|hindari|menghindari|sanksi|pelanggaran|melanggar|tanpa|bebas\s+dari)\b",
    re.IGNORECASE,
)
_TEACHES = re.compile(
    r"\b(?:sosialisasi|simulasi|logistik|pemungutan\s+suara|surat\s+suara|tata\s+cara|KPU|Bawaslu"
    r"|pengamanan|pengawasan|anggaran|hibah|TPS|DPT|daftar\s+pemilih|debat)\b",
    re.IGNORECASE,
)
_OTHER_PERIOD = re.compile(
    r"\b(?:pelaporan|laporan|anggaran|audit|penilaian|evaluasi|tagihan|pendaftaran|pemeriksaan"
    r"|pembayaran|data|survei|imunisasi|waktu|tanam|triwulan|semester|ketua|koperasi|pengurus|rektor|direktur|kepala\s+sekolah|RT)\b",
    re.IGNORECASE,
)
_TERM = re.compile(r"\bmasa\s+(?:jabatan|bakti|tugas|keanggotaan)\b", re.IGNORECASE)
_CALLS = ("lanjut", "dukung", "mendukung", "siap")
"""How a slogan begins, not a rule about terms."""

_FIX = "hapus bagian itu, atau minta pejabat penelaah menulis alasannya di catatan_pemeriksaan"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Names of parties, ballot numbers, campaign words and finger signs; `kata` adds slogans."""
    kinds = [*_KINDS, *_own_kinds(RULE.words_in(context))]
    line = f" {plain(article)} "
    asked = [(kind, stems) for kind in kinds for stems in (kind.asked(line),) if stems]
    for text in texts(article) if asked else ():
        folded = f" {squeeze(text.text)} ".casefold()
        here = [kind for kind, stems in asked if any(map(folded.__contains__, stems))]
        for place, what in _places(text.text, here):
            quote = squeeze(text.text[slice(*place)])
            yield RULE.in_text(article, text, place, f"“{quote}” {what}", _FIX)


Fits = Callable[[re.Match[str], str], bool]


@dataclass(frozen=True)
class _Kind:
    """One kind of words: `stems` ask cheaply, `fits` judges a match in its sentence.

    `anywhere` is what counts in a sentence about neutrality too.
    """

    pattern: re.Pattern[str]
    what: str
    stems: tuple[str, ...]
    fits: Fits
    others: tuple[str, ...] = ()
    anywhere: bool = False

    def asked(self, line: str) -> list[str]:
        """Those of `stems` that a casefolded line has; none if it has none of `others`."""
        found = [*filter(line.__contains__, self.stems)]
        others = not found or not self.others or any(map(line.__contains__, self.others))
        return found if others else []


def _places(words: str, kinds: Iterable[_Kind]) -> Iterator[tuple[tuple[int, int], str]]:
    """Each place once, the first meaning that fits."""
    last = -2
    for place, what in sorted(_all_places(words, kinds)):
        if place[0] > last + 1:
            yield place, what
            last = place[1]


def _all_places(words: str, kinds: Iterable[_Kind]) -> Iterator[tuple[tuple[int, int], str]]:
    for kind in kinds:
        for match in kind.pattern.finditer(words):
            sentence = sentence_at(words, *match.span())
            if kind.fits(match, sentence) and (kind.anywhere or not has(_NEUTRAL, sentence)):
                yield match.span(), kind.what


def _is_party(match: re.Match[str], sentence: str) -> bool:
    """A capital says that it is a name: “partai buruh” may be any."""
    return any(letter.isupper() for letter in match[0].split(None, 1)[-1])


def _is_pair(match: re.Match[str], sentence: str) -> bool:
    """A pair that is named or numbered, or any where nobody teaches how to vote."""
    if match["short"] or match["who"]:
        return not has(_TEACHES, sentence)
    named = re.search(r"\d|urut|nomor", match[0], re.IGNORECASE) or match[0][-1:].isupper()
    return bool(named) or not has(_TEACHES, sentence)


def _is_ballot(match: re.Match[str], sentence: str) -> bool:
    if match["verb"] == "ingat":
        return has(_ELECTION, sentence)
    if match["verb"] or match["zero"]:
        return has(_ELECTION, sentence) or not has(_MENU, sentence)
    return bool(match["urut"] and has(_ELECTION, sentence))


def _is_slogan(match: re.Match[str], sentence: str) -> bool:
    said = match[0].casefold()
    if "periode" in said:
        term = has(_TERM, sentence) and not said.startswith(_CALLS)
        return not (term or has(_OTHER_PERIOD, sentence))
    return not (said.startswith("coblos") and has(_TEACHES, sentence))


def _is_sign(match: re.Match[str], sentence: str) -> bool:
    return not has(_NO_FINGERS, sentence)


def _always(match: re.Match[str], sentence: str) -> bool:
    return True


@lru_cache(maxsize=8)
def _own_kinds(words: tuple[str, ...]) -> tuple[_Kind, ...]:
    """The slogans that an office adds, whatever stands around them."""
    stems = tuple(filter(None, (squeeze(word).casefold() for word in words)))
    if not stems:
        return ()
    spaced = "|".join(r"\s+".join(map(re.escape, stem.split())) for stem in stems)
    pattern = re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE)
    what = "termasuk kata yang dihindari kantor ini"
    return (_Kind(pattern, what, stems, _always, anywhere=True),)


_KINDS = (
    _Kind(
        _PARTY,
        "adalah nama partai politik",
        ("partai", "parpol", "pdi", "fraksi ", " dp", "pac ", "politi", "kader ", "simpatisan "),
        _is_party,
        anywhere=True,
    ),
    _Kind(
        _PAIR,
        "menyebut peserta pemilihan",
        ("paslon", "pasangan", "kandidat", "caleg", "capres", "cagub", "cabup", "caw", "calon"),
        _is_pair,
    ),
    _Kind(
        _BALLOT,
        "terbaca sebagai nomor urut peserta pemilihan",
        (
            "pilih",
            "coblos",
            "dukung",
            "menangkan",
            "contreng",
            "urut",
            "ingat",
            "tusuk",
            "yel",
            "meneriak",
        ),
        _is_ballot,
        others=("nomor ", " no. ", " no ", " 0"),
    ),
    _Kind(
        _SLOGAN,
        "terbaca sebagai ajakan kampanye",
        (
            *("dua periode", "2 periode", "ganti", "coblos", "menangkan", "tim sukses"),
            *("pemenangan", "relawan", "deklarasi dukungan", "menyatakan dukungan"),
            *("serangan fajar", "putaran saja", "dukung", "pilih", "milih", "memimpin"),
        ),
        _is_slogan,
    ),
    _Kind(
        _FINGERS,
        "menyebut simbol jari yang dapat dibaca sebagai dukungan",
        (" jari", "metal"),
        _is_sign,
    ),
)

RULE = Rule(
    id="NTR-01",
    level=Level.TAHAN,
    sentence="Naskah tidak memuat partai politik, nomor urut, ajakan kampanye, atau simbol jari.",
    basis="UU 20/2023 tentang Aparatur Sipil Negara: asas netralitas",
    example_fails="Peserta menutup senam pagi dengan salam dua jari di halaman kantor.",
    example_passes="Pegawai mengikuti sosialisasi netralitas menjelang pemilihan serentak.",
    check=check,
    words=True,
)
