"""Exact addresses, and the words that tell a home from a venue."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STREET = (
    r"(?:\b(?:jl|jln)\b\.?|\bjalan\b|\bgg\b\.?|\bgang\b|\bkomp(?:leks?|lek)?\b\.?|\bkomplek\b"
    r"|\bperum(?:ahan|nas)?\b\.?|\bblok\b|\blorong\b|\blrg?\b\.|\bhandil\b|\bdusun\b|\bbarak\b)"
)
_NAMES = (
    r"(?:\s{0,3}(?!No\b|Nomor\b|RT\b|RW\b)(?:(?-i:[A-Z0-9])[\w.'’/-]{0,30}"
    r"|dan(?=\s)|(?:drg?|drs|ir)\.)){1,6}"
)
_HOUSE = (
    r"(?:\b(?:nomor|no)\b\.?\s{0,2}(?:rumah\s)?(?:[A-Z]-?)?\d{1,4}\s?(?:[A-Za-z]\b)?"
    r"(?:[/-]\d{1,3})?)"
)
_RT = (
    r"(?:\bRT\s?/\s?RW\b\.?\s{0,2}:?\s{0,2}\d{1,3}\s?/\s?\d{1,3}"
    r"|\bRT\.?\s{0,2}[:/]?\s{0,2}\d{1,3}(?:\s{0,2}[,/-]?\s{0,2}(?:RW\.?\s{0,2})?\d{1,3})?\b)"
)
_AREA = r"(?:kelurahan|kel\.|desa|dusun|kampung)"
_ADDRESS = re.compile(
    rf"{_STREET}{_NAMES}(?:,?\s{{0,3}}(?:{_STREET}{_NAMES},?\s{{0,3}}|{_AREA}{_NAMES},?\s{{0,3}}"
    rf"|(?:[IVX]+|\d+),?\s{{1,3}}){{0,3}})(?:{_HOUSE}(?:,?\s{{0,3}}{_RT})?"
    rf"|{_RT}(?:,?\s{{0,3}}{_HOUSE})?)"
    rf"|(?P<rt>(?:\b{_AREA}{_NAMES},?\s{{1,3}})?{_RT}(?:,?\s{{0,3}}(?:{_STREET}|{_AREA}){_NAMES})?)",
    re.IGNORECASE,
)
_SIGNS = ("RT", "Rt", "rt", "No", "NO", "no.", "nomor", "no ")
_TRIGGER = re.compile(r"\bRT|\b(?:[Nn]o(?:mor)?|NO(?:MOR)?)\b\.?\s{0,2}[A-Z]?-?\d|\b[Rr]t\b")
_PLACE = re.compile(
    r"\b(?:[Jj]a?la?n|JA?LA?N|J[Ll]|jl|[Gg]g|GG|[Gg]ang|GANG|[Kk]omp|KOMP|[Pp]erum|PERUM|[Bb]lok"
    r"|BLOK|[Ll]orong|LORONG|[Ll]rg?|[Hh]andil|[Dd]usun|DUSUN|[Bb]arak|R[Tt])"
)


def addresses(text: str) -> Iterator[re.Match[str]]:
    """Every exact address: a street with a number, or a number of a neighbourhood (`rt`)."""
    if any(map(text.__contains__, _SIGNS)) and _TRIGGER.search(text) and _PLACE.search(text):
        yield from _ADDRESS.finditer(text)


_HONORIFIC = (
    r"(?:(?:sdri?|saudar[ai]|ibu|bapak|bpk|pak|bu|ny|tn|nn|nenek|kakek|mbah|almarhum(?:ah)?|h|hj"
    r"|haji|keluarga)\.?\s+){0,2}"
)
_AT_STREET = r"(?:\s+(?:di|yang\s+beralamat\s+di)|,)?\s*$"
"""Right before an address: “rumah duka, Jalan …” is where the family lives, “Rumah Duka X” no."""
_NOT_HOME = (
    r"(?!\s+(?:sakit|makan|ibadah|betang|singgah|potong|produksi|dinas|jabatan|layanan|adat"
    r"|restorative|aman|kreatif|budaya|baca|tahanan|zakat|kemasan|susun|toko|panggung|tangga"
    rf"|duka(?!{_AT_STREET})|layak|tidak\s+layak|bantuan|subsidi|bersubsidi|khusus|kompos|tenun|belajar|sehat|pintar"
    r"|bersalin|pangan|burung|walet|kaca|quran|tahfiz|warga|penduduk|ketua))"
)
LIVES = re.compile(
    r"\b(?:(?:ber)?tempat\s+tinggal|tinggal|menetap|bermukim|berdomisili|berumah|menempati"
    r"|menghuni|mengontrak|indekos|(?:hidup|menumpang)(?=\s.{0,30}\b(?:di|pada)\b))\b",
    re.IGNORECASE,
)
HOME = re.compile(
    rf"\b(?:rumah(?:nya)?{_NOT_HOME}|kediaman(?:nya)?(?!\s+(?:dinas|resmi|jabatan))"
    r"|(?:ber)?tempat\s+tinggal(?:nya)?|tinggal|menetap|bermukim|berdomisili|domisili(?:nya)?"
    r"|berumah|menempati|menghuni|mengontrak|indekos|kos(?:t|an)?(?:nya)?|kontrakan(?:nya)?"
    r"|(?:hidup|menumpang)(?=\s.{0,30}\b(?:di|pada)\b)|alamat\s+rumah|alamatnya"
    rf"|alamat(?=\s+{_HONORIFIC}(?-i:[A-Z]))"
    r"|(?:ia|dia|beliau|yang\s+bersangkutan|almarhum(?:ah)?|korban|pelapor|pasien|pemohon|saksi"
    r"|tersangka|terlapor)(?:\s+(?:itu|tersebut))?\s+beralamat(?:kan)?"
    r"|(?:sekeluarga|keluarganya|ia|dia|saya)\b[^.;]{0,40}?\bpindah(?:\s+rumah)?(?=\s+(?:ke|di)\b)"
    r"|keluarga\b[^.;]{0,60}?\bbunga(?:\s+duka)?(?:\s+\w+)?(?=\s+ke\b))\b",
    re.IGNORECASE,
)
SELF = re.compile(r"\b(?:saya|ia|dia|beliau)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
MEET_ME = re.compile(
    r"\b(?:temui|menemui|jemput|jumpai|cari|datangi|kunjungi)\s+saya\s+(?:\w+\s+)?(?:di|ke)\s$",
    re.IGNORECASE,
)
FRONTED = re.compile(r"(?:^|[.!?]\s|\n)\s*[\"“]?di\s$", re.IGNORECASE)
_VENUES = (
    r"kantor(?:nya)?|aula|gedung|hotel|posko|pos(?:yandu|kamling|bindu)?|puskesmas|pustu"
    r"|sekretariat|loket|balai|rumah\s+(?:sakit|makan|ibadah|betang|singgah|produksi|dinas"
    rf"|jabatan|layanan|restorative|adat|tahanan|potong|duka(?!{_AT_STREET})|kompos|bersalin|tenun)|gereja|masjid|mus[ah]?ola"
    r"|langgar|pura|sekolah|kampus|universitas|sdn?|smpn?|sman?|smkn?|toko|pasar|klinik|apotek"
    r"|bank|gudang|kedai|warung(?:nya)?|restoran|rsud|dinas|badan|inspektorat|lapangan|taman"
    r"|studio|sanggar|tps|mal|plaza|stadion|koperasi|cabang|outlet|gerai|kios|bengkel(?:nya)?|salon"
    r"|kafe|lokasi|bertempat|jembatan|halaman|pendopo|pembangunan|perbaikan|pengaspalan|drainase"
    r"|proyek|titik|ruas|praktik|praktek|usaha(?:nya)?|tempat\s+usaha|berkantor|pabrik|kebun"
    r"|lahan|tanah|peternakan|kolam|yayasan|panti|pondok|pesantren|sentra|industri|konveksi|katering|percetakan|penginapan|galeri|butik|spbu|agen|pangkalan|depot"
)
VENUE = re.compile(rf"\b(?:{_VENUES})\b", re.IGNORECASE)
VENUE_OF = re.compile(
    rf"\b(?:{_VENUES})(?:(?:\s+\w+){{0,3}}\s+(?:milik|kepunyaan|asuhan|binaan)"
    r"|(?:\s+(?!me[mn]|di)\w+){0,2})\s+(?:(?:ibu|bapak|pak|bu|haji|h|hj|sdri?"
    r"|dr|drg|mbah|kakek|nenek)\.?\s+)?$",
    re.IGNORECASE,
)
DONE_BY = re.compile(
    r"\b(?:di(?!huni|tempati|terima|alami|berikan|serahkan|salurkan|antar|kirim|evakuasi|jemput"
    r"|bantu)\w{4,}|oleh|kata|ujar|tutur|kecelakaan|tabrakan|insiden)\s+(?:\w+\.?\s+){0,3}$",
    re.IGNORECASE,
)
BY_PLACE = re.compile(r"\s+di\b", re.IGNORECASE)
WORKS = re.compile(r"^\s*(?:tempat|sebagai\s+lokasi)\b", re.IGNORECASE)
POST_OF = re.compile(
    r"\b(?:kepala|sekretaris|staf|pegawai|ketua|anggota|direktur|guru|karyawan|pensiunan"
    r"|bendahara|kader|petugas|tim)\s+\w+",
    re.IGNORECASE,
)
MANY = re.compile(
    r"\b(?:para|puluhan|ratusan|ribuan|sejumlah|seluruh|semua|beberapa|bersama|sebagian|kepada"
    r"|bagi|untuk|perwakilan|ketua|antar|keluhan|\d+|dua|tiga|empat|lima|enam|tujuh|delapan"
    r"|sembilan|sepuluh|\w+\s+belas|\w+\s+puluh)"
    r"\s+(?:orang\s+|unit\s+|kepala\s+keluarga\s+)?(?:warga|rumah|penghuni|penduduk)\b"
    r"|\b(?:bergotong|gotong)[\s-]royong|kerja\s+bakti|\bketua\s+(?:RT|RW)\b"
    r"|\bwarga\s+masyarakat\b|\bwarga\s+yang\s+tinggal\b",
    re.IGNORECASE,
)
ONE_WARGA = re.compile(
    r"\b(?:warga|penghuni|penduduk|perempuan|wanita|pria|lelaki|pedagang|petani|pemuda|janda"
    r"|ibu\s+rumah\s+tangga|lansia)(?:\s+(?:yang\s+)?(?:ber)?(?:alamat|tinggal))?(?:\s+(?:di|asal"
    r"|dari))?\s{1,3}$",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"(?:,|\b(?:bernama|atas\s+nama|a\.\s?n\.|yakni|yaitu|ialah|adalah))\s+(?:(?:sdri?|saudar[ai]|ibu"
    r"|bapak|pak|bu|ny|tn|h|hj|nenek|kakek|mbah)\.?\s+)?$",
    re.IGNORECASE,
)
A_RESIDENT = re.compile(r"\b(?:saya|seorang|salah\s+(?:satu|seorang))\s+(?:warga|penduduk)", re.I)
RT_OFFICE = re.compile(
    r"\b(?:ketua|pengurus|lingkungan|wilayah|sekretaris|bendahara|tingkat|balai|poskamling"
    r"|pos)\s{1,3}$",
    re.IGNORECASE,
)
BARE_RT = re.compile(r"RT\.?\s{0,2}\d{1,3}\s?,?", re.IGNORECASE)
OWNER = re.compile(
    r"\b(?:kepala|sekretaris|camat|lurah|kades|bupati|gubernur|wali\s+kota|wakil|ketua|direktur"
    r"|pribadi|korban|pelapor|tersangka|terdakwa|beliau|almarhum(?:ah)?|yang\s+bersangkutan"
    r"|saksi|seorang|pemohon|pelaku|pasien|saya|kami|anggota\s+(?:DPR\w*|DPD|dewan))\b"
    r"|(?:rumah|kediaman|tinggal|kontrakan|kos)nya\b|\b(?:ia|dia)\b"
    r"|\byang\s+(?:ber)?(?:tempat\s+)?tinggal\b|\b(?:rumah|kos|kontrakan)\s+(?:(?:milik|sdr|saudara)"
    r"\.?\s+)?(?-i:[A-Z]{2})\b",
    re.IGNORECASE,
)
CLOSE = re.compile(
    r"(?:\s?\(\d{1,2}(?:\s?tahun)?\))?\s{0,3}(?:,|\(|–|—|-|;|:)?\s{0,3}(?:(?:\d{1,2}\s+tahun"
    r"|usia\s+\d+(?:\s+tahun)?),?\s{0,3})?(?:(?:yang|seorang|salah\s+(?:satu|seorang)|warga"
    r"|penduduk|penghuni|pemilik|pedagang|penjahit|petani|ibu\s+rumah\s+tangga|janda|pensiunan)"
    r"\s+){0,2}(?:(?:ber)?alamat(?:kan|nya)?(?:\s+rumah)?|di|ke|asal|dari)?\s{0,2}:?\s{0,3}"
    r"(?:di\s+)?",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:^|[\n,;(-]|\b)\s?(?:alamat(?:\s+(?:rumah|lengkap|tinggal|asal|ktp))?|domisili"
    rf"|tempat\s+tinggal)(?:\s+{_HONORIFIC}(?-i:[A-Z])[\w.' ]{{2,40}})?\s?(?::|=|\badalah\b)?\s*$",
    re.IGNORECASE,
)
NAME_LABEL = re.compile(
    r"\b(?:nama|penerima|pelapor|pemohon|pasien|korban|pemilik)(?:\s+(?:lengkap|penerima|pasien"
    r"|pelapor|pemohon|korban|peserta|warga|pemenang|kpm))?\s?[:=]\s?[A-Z]",
    re.IGNORECASE,
)
LOUD_NAME = re.compile(r"\bA\.\s?N\.\s+[A-Z]{3,20}(?:\s+[A-Z]{2,20}){0,3}\s?,\s?$")
LABEL_OF = re.compile(
    r"\b(?:alamat|domisili|tempat\s+tinggal)\s+(?:pelapor|korban|pasien|pemohon|saksi|tersangka"
    r"|terlapor|ahli\s+waris|almarhum(?:ah)?|yang\s+bersangkutan)\s?(?::|=|\badalah\b|\bdi\b)?\s*$",
    re.IGNORECASE,
)
NAMED_BEHIND = re.compile(
    r"\s{0,2},?\s{0,2}(?:[Aa]\.?\s?[Nn]\.|[Aa]tas\s+[Nn]ama|ATAS\s+NAMA)\s+(?!PT|CV|UD|Kantor|Dinas"
    r"|Badan|Toko|Yayasan|KANTOR|DINAS|BADAN|TOKO|YAYASAN)[A-Z]\w{2,}"
)
LOUD_OWNER = re.compile(r"\bALAMAT\s+(?:RUMAH\s+)?(?:ALM|BAPAK|IBU|SDR|PAK|BU|H\.|HJ\.|NY|TN)")
ADDRESS_HEAD = re.compile(r"\b(?:alamat|domisili|tempat\s+tinggal|rt)\b", re.IGNORECASE)
OFFICE_HEAD = re.compile(r"\b(?:kantor|lokasi|sekolah|instansi|unit|opd|usaha|toko)\b", re.I)
