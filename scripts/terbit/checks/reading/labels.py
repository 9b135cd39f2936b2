"""What the words beside a number say it is: the nearest label of its clause, cell or list."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from functools import lru_cache
from operator import itemgetter

from terbit.checks.reading.figures import flatten, in_url
from terbit.checks.reading.prose import Text


class Meaning(Enum):
    """OTHER is the number of a thing, CODE one that people draw, UNKNOWN of what is not listed."""

    NIK = "nik"
    NPWP = "npwp"
    BANK = "bank"
    BANK_NAME = "bank_name"
    NIP = "nip"
    PHONE = "phone"
    OTHER = "other"
    CODE = "code"
    UNKNOWN = "unknown"
    NOTHING = ""


PHONE_WORD = (
    r"(?:telepon|telp|tlp|tel|ponsel|hape|handphone|HP|WA|whatsapp|SMS|faks(?:imil[ei])?|fax|kontak"
    r"|chat|narahubung|CP|(?:meng|di)?hubungi|(?:di|men)elepon|ditelepon|(?:meng|di)(?:k|)ontak"
    r"|hotline)(?:-?nya)?"
)
"""A word for phones, or for what one does with them."""

_OBJECTS = (
    r"seri|serial|resi|kontrak|invoice|faktur|transaksi|referensi|rujukan|akta|perkara|inventaris"
    r"|barang|aset|rangka|mesin|polis|meter(?:an)?|booking|tender|paket|lelang|berkas|dokumen|arsip"
    r"|surat|batch|lot|bets|sertifikat|sertipikat|ijazah|blangko|blanko|formulir|kuitansi|kwitansi"
    r"|nota|slip|bukti|vouc[eh]+r|segel|kendali|kupon|sampel|spesimen|sambungan|pelanggan|objek"
    r"|pesanan|order|pengiriman|kiriman|pelacakan|penerbangan|katalog|produksi|lisensi|izin|persil"
    r"|bidang|rekam\s+medis|RM|(?:peserta\s+)?ujian|SPPD|SPT|SPM|SP2D|SPD|DPA|SK|STNK|BPKB|BAST|SEP"
    r"|STR|SPK|SPMK|SPP|SPJ|SPPT|SLF|PBG|IMB|SHM|AJB|BA|STTB|STTP|DTKS|NIS|batang|kontainer|kartu\s+kendali|tanda\s+daftar|register\s+(?:barang|aset|perkara)"
    r"|piagam|penghargaan|perjanjian|keputusan|peraturan|undangan|edaran"
    r"|induk\s+(?:barang|berusaha)|objek\s+pajak|virtual|akun\s+virtual"
)
_CODED = (
    r"kegiatan|subkegiatan|program|belanja|akun|satuan|satker|wilayah|kelurahan|desa|sekolah|unit"
    r"|alat|kendaraan|mata|proyek|pekerjaan|pembayaran|bayar|billing|QR|QRIS|agen|bank|unik|OPD"
    r"|verifikasi\s+dokumen"
)
DRAWN = r"register|registrasi|tiket|antrean|agenda|permohonan|pendaftaran|urut|laporan|undian"
"""Numbers that a counter or an application gives to a person."""
THING_NUMBER = (
    rf"\b(?:(?:nomor|no\.?|kode|ID)\s{{1,2}}(?:{_OBJECTS})|(?:kode|ID)\s{{1,2}}(?:{_CODED}))\b"
)
"""The number of a thing, which is nobody's own."""
_OF_FOLK = r"\s+(?:kependudukan|penduduk|warga|keluarga)\b"
DRAWN_NUMBER = rf"\b(?:nomor|no\.?|kode|ID)\s{{1,2}}(?:(?:{DRAWN}|pengaduan|aduan)\b(?!{_OF_FOLK}))"
_OF_PEOPLE = (
    r"(?:register|registrasi|urut)(?=\s+(?:kependudukan|penduduk|warga|keluarga))|jaminan|peserta|anggota|penerima|pelamar|pemohon|pendaftar|pemilik|milik|warga|penduduk|identitas"
    r"|kependudukan|kartu|pribadi|keanggotaan|kepesertaan|pengenal|induk|siswa|mahasiswa|santri"
    r"|pegawai|pasien|nasabah|jem?aah|jamaah|relawan|keluarga|kepala|orang|anak|suami|istri|ibu"
    r"|bapak|pak|bu|sdri?|kks|kis|kip|bpjs|kpm|atm|debit|kredit|saya|dia|beliau|mereka|kami|kita|anda|kalian|itu|ini"
    r"|tersebut|yang|yakni|yaitu|adalah|ialah|atas|an?|baru|lama|lain|dengan|dari|di|pada|ke|salah"
    r"|keliru|ganda|asli|palsu|sebagai|seperti|akhir|belakang|pos|nik|ktp|kk|npwp|nip|nitku|wajib"
    r"|rek|rekening|norek|giro|tabungan|simpedes|simpeda|bank|mandiri|pokok|pajak|telepon|telp|tlp"
    r"|ponsel|hp|wa|whatsapp|kontak|layanan|pengaduan|seluler"
)
"""What makes a number somebody's own, or is a label itself, or says nothing of the number."""
_NO_BANK_ACCOUNT = (
    r"belanja|anggaran|pendapatan|pembiayaan|listrik|air|telepon|PLN|PDAM|perkiraan|koran|akun"
)
_NO_BANK = r"sampah|soal|darah|data|benih|pangan|dunia|pakaian|buku|naskah|ASI|mata|sperma|tanah"
"""What is called a bank and keeps no money of people."""
BANK_LABEL = (
    r"BRI|BNI|BCA|BTN|BSI|BPD|BJB|BPR|BRIVA|CIMB|Danamon|Permata|Maybank|Muamalat"
    r"|Sea[Bb]ank|Jenius|Bukopin|OCBC|UOB|HSBC|Panin|Bankaltimtara"
)
_ASKED = (
    r"(?:ber|di|men)?tanya(?:kan)?|(?:di)?konfirmasi(?:kan)?|(?:me|di)?lapor(?:kan)?"
    r"|disampaikan|mengadu|diadukan|pesan|layanan"
)
_DIGITS_SHOWN = r"(?:deret(?:an)?\s+)?(?:angka|deret(?:an)?|bilangan)\s{0,2}(?:\d|$)"
"""Mere digits on a screen or a paper, not the number that the thing itself gives."""
_WORDS = re.compile(
    r"(?P<nik>(?<![^\W\d_])(?i:NIK|N\.?\s?I\.?\s?K|(?:e-?|No\.?\s?)?KTP(?:[\s-]?el)?"
    r"|(?:No\.?\s?)?KK|kartu\s+keluarga(?!\s+sejahtera)|kartu\s+tanda\s+penduduk|nomor\s+keluarga"
    r"|(?:nomor\s+)?(?:induk|identitas)\s+kependudukan)(?i:-?nya)?(?![^\W\d_]))"
    r"|(?P<npwp>(?<![^\W\d_])(?i:NPWPD?|N\.P\.W\.P|NITKU|(?:(?:nomor|no\.?)\s+)?pokok\s+(?:wajib\s+pajak|WP\b)"
    r"|nomor\s+(?:wajib\s+)?pajak)(?i:-?nya|\s?/\s?NIK)?(?![^\W\d_]))"
    r"|(?P<nip>\b(?i:(?:ber-?)?NIP|NI\s?PPPK|nomor\s+induk\s+(?:pegawai|ASN))(?:nya)?(?![^\W\d_]))"
    r"|(?P<other>(?i:\bkode\s+(?:akun|rekening|bayar|pembayaran|billing|transaksi|QRIS)\b"
    rf"|\b(?:no(?:mor|\.)?\s+)?rekening\s+(?:{_NO_BANK_ACCOUNT})\b"
    rf"|{THING_NUMBER}"
    r"|\b(?:NUPTK|NISN|NPSN|virtual\s+account|VA|kontrak|resi|invoice|faktur|BPJS|ISBN|ISSN"
    r"|NTPN|NTB|NOP|NIB|nomor\s+induk\s+berusaha|nomor\s+objek\s+pajak|IMEI|barcode|SPM|SP2D"
    r"|SPD|DPA|RUP|DOI|versi|hash|checksum)\b))"
    rf"|(?P<code>(?i:{DRAWN_NUMBER}|\b(?:registrasi|tiket|antrean)\b(?!\s+\w{{1,20}}\s+{_DIGITS_SHOWN})))"
    r"|(?P<bank>(?i:\b(?:nomor\s+|no\.?\s?)?rek(?:ening)?(?:-?nya)?\b|\bnorek\b|\bgiro\b|\bRKUD\b"
    r"|\btabungan\b|\bsimpedes\b|\bsimpeda\b|\btaplus\b|\bdeposito\b))"
    rf"|(?P<bank_name>\b(?i:bank)\s+(?!(?i:{_NO_BANK})\b)[A-Z]\w+|\b(?:{BANK_LABEL})\b"
    r"|\bMandiri(?=\s{0,2}(?:[:(]|$)|\s+(?:no|nomor|a\.?n)\b)"
    r"|\b(?i:(?:di|men)?(?:transfer|setor|yetor|penyetoran)(?:kan)?"
    r"(?:\s+(?:uang|dana|biaya|iuran|donasi|bantuan|Rp\S{1,12})){0,2}\s+ke(?!\s+(?:daerah|desa|kas))\b))"
    rf"|(?P<phone>(?<![^\W\d_])(?i:{PHONE_WORD}|call\s+cent(?:er|re)"
    rf"|(?:{_ASKED})\s+(?:ke|di|melalui|lewat|kepada))(?![^\W\d_]))"
    rf"|(?P<unknown>\b(?i:(?:nomor|kode|ID)\s{{1,2}}(?!(?:{_OF_PEOPLE}|{BANK_LABEL})(?:nya|ku|mu)?\b)[^\W\d]\w+))"
)
_LETTER = re.compile(r"[^\W\d_]")
_REACH = {Meaning.NIK: 80, Meaning.NPWP: 80, Meaning.BANK: 100, Meaning.NIP: 60}
_SHORT_REACH = 45
_LONGEST_REACH = max(_REACH.values())
_WORD_AFTER = re.compile(
    r"[\s(\[,:;–-]{0,4}(?:(?:itu|tersebut|ini)\s+)?"
    r"(?:(?:(?:tertera|tercatat|terdaftar|tercantum|tertulis|terbaca|dipakai|digunakan)\s+)?"
    r"(?:pada|di|milik|sebagai)\s+(?:rekening\s+|nomor\s+)?|(?:adalah|ialah|merupakan)\s+(?:nomor\s+)?)?"
    r"(?:(?P<nik>(?i:NIK|KTP|KK))|(?P<npwp>(?i:NPWP|NITKU))|(?P<nip>(?i:NIP))"
    rf"|(?P<bank>(?i:rekening(?!\s+(?:{_NO_BANK_ACCOUNT}))|norek|Bank\s+(?!(?:{_NO_BANK})\b)[A-Z]\w+|{BANK_LABEL})))\b",
)
_STOP = re.compile(r"[.!?]\s+(?![Nn]omornya|[Nn]omor\s+(?:itu|tersebut)|[Rr]ekening|Yaitu)|\n\s*\n")
_LAST_WORD = re.compile(r"[^\W_]{1,8}$")
_SHORTENED = frozenset(
    "no an dr rek norek tlp telp sdr sdri nip nik kk ktp npwp hj bpk drs dra ir prof jl kec kab"
    " kel hp wa cp tn ny ust pdt st pt cv yth".split()
)
_LONG_NUMBER = re.compile(r"\d(?:[\s.-]{0,3}\d){9}")
_QUALIFIERS = {
    Meaning.BANK_NAME: re.compile(r"[^\d.,;:]{0,40}"),
    Meaning.NIK: re.compile(r"\s*(?:blangko|blanko|kartu|keping|fisik|lembar)?\s*"),
}
"""What may stand between a label and what it is of: “virtual account BRI”, “seri blangko KTP”."""
_NAMED_IN_URL = re.compile(r"(nik|ktp|kk|npwp|rek|rekening)[=/:]$", re.IGNORECASE)
_URL_MEANINGS = {"np": Meaning.NPWP, "re": Meaning.BANK}


@lru_cache(maxsize=1024)
def meaning(text: Text, start: int, end: int) -> Meaning:
    """What the nearest word before a number says it is, else the word right behind it."""
    flat = flatten(text.text)
    if in_url(flat, start):
        named = _NAMED_IN_URL.search(flat, max(0, start - 12), start)
        return _URL_MEANINGS.get(named[1][:2].lower(), Meaning.NIK) if named else Meaning.OTHER
    found = _said_before(flatten(text.before(start, _LONGEST_REACH)))
    if found is Meaning.NOTHING:
        found = _said_after(flat, end)
    return _said_in_row(text, start) if found is Meaning.NOTHING and text.headers else found


@lru_cache(maxsize=256)
def _said_before(before: str) -> Meaning:
    if not _LETTER.search(before):
        return Meaning.NOTHING
    found = [m for m in _WORDS.finditer(before, clause_start(before)) if _reaches(m, len(before))]
    if not found:
        return Meaning.NOTHING
    # a word that another number has taken speaks of the next one only in a list of its kind
    ends = [*(m.start() for m in found[1:]), len(before)]
    free = [
        m
        for m, end in zip(found, ends, strict=True)
        if not _LONG_NUMBER.search(before, m.end(), end)
    ]
    return _of_labels(before, free or found)


def _of_labels(before: str, labels: list[re.Match[str]]) -> Meaning:
    """The last label, or the one that it only qualifies (“virtual account BRI”).

    A label that is not listed gives way to one that is.
    """
    listed = [m for m in labels if m.lastgroup != Meaning.UNKNOWN.value]
    if not listed:
        return Meaning.UNKNOWN
    said, last = Meaning(listed[-1].lastgroup), listed[-1]
    if said is Meaning.BANK_NAME and any(m.lastgroup == Meaning.BANK.value for m in listed):
        return Meaning.BANK
    earlier = [m for m in labels[: labels.index(last)] if m.lastgroup != said.value]
    return _qualified(before, earlier[-1], last) if earlier else said


def _qualified(before: str, first: re.Match[str], last: re.Match[str]) -> Meaning:
    """The meaning of `first` where `last` only says of what it is, else that of `last`."""
    one, other = Meaning(first.lastgroup), Meaning(last.lastgroup)
    between = _QUALIFIERS.get(other)
    if not between or not between.fullmatch(before, first.end(), last.start()):
        return other
    return one if other is Meaning.BANK_NAME or one is Meaning.OTHER else other


def clause_start(before: str) -> int:
    """Where the last sentence of a text begins; “No.”, “a.n.” and initials end none."""
    start = 0
    for stop in _STOP.finditer(before):
        word = _LAST_WORD.search(before, 0, stop.start())
        shortened = word and (len(word[0]) == 1 or word[0].casefold() in _SHORTENED)
        if not (before[stop.start()] == "." and shortened):
            start = stop.end()
    return start


def _reaches(match: re.Match[str], end: int) -> bool:
    reach = _REACH.get(Meaning(match.lastgroup), _SHORT_REACH)
    return end - match.end() <= reach


def _said_after(flat: str, end: int) -> Meaning:
    match = _WORD_AFTER.match(flat, end)
    return Meaning(match.lastgroup) if match else Meaning.NOTHING


def _said_in_row(text: Text, start: int) -> Meaning:
    """What the cell to the left says, as in a table of keys and values."""
    index = bisect_right(text.headers, start, key=itemgetter(0))
    if index < 2:
        return Meaning.NOTHING
    (left, _), (right, _) = text.headers[index - 2 : index]
    return _said_before(flatten(text.text[left:right]))
