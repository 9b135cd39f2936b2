"""IKL-01: an office praises no product and advertises no firm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.prose import Text, sentences, squeeze
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import vocabulary
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_SHOP = (
    "UD|Hotel|Toko|Gerai|Kafe|Kedai|Restoran|Resto|Rumah Makan|Warung|Katering|Konfeksi|Butik"
    "|Salon|Percetakan|Bengkel|Diler|Dealer|Swalayan|Minimarket|Travel|Apotek|Bimbel"
    "|Klinik Kecantikan|Kursus|Lembaga Kursus|Laundry|Binatu|Penginapan|Perumahan|RM"
)
_VENDOR = re.compile(
    rf"\b(?:PT|CV|(?i:{_SHOP}))\.?\s+(?:\([\w ]+\)\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){{0,4}}"
    r"|\b[A-Za-z]+\s+cap\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2}"
    r"|\b(?i:keripik|kerupuk|sambal|kopi|kue|roti|bakso|soto|madu|amplang|abon|teh|dodol)\s+(?:Bu|Pak|Ibu|Mbak|Mama)\s+[A-Z]\w+"
    r"|\bBank\s+(?!Kalteng|Indonesia|Dunia|Pembangunan|Sampah|Darah|Tanah|Data|Soal)[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2}"
    r"|\blayanan\s+(?:internet|seluler|antar|kurir|pinjaman)\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2}"
    r"|\bdi\s+Lembaga\s+[A-Z]\w+(?=\s+dijamin)"
    r"|\b(?i:merek|merk|brand|bermerek)\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2}"
    r"|\b(?i:produksi|buatan|keluaran)\s+(?:PT|CV|UD)(?:\s+[A-Z][\w'’-]*){0,3}"
    r"|\b(?i:produk)\s+(?!hukum|domestik|unggulan|lokal|daerah|UMKM|IKM|pertanian|olahan)"
    r"(?:[a-z]+\s+){0,2}?(?:PT|CV|UD|[A-Z][a-z][\w'’-]*)(?:\s+[A-Z][\w'’-]*){0,3}"
    r"|\b(?:Samsung|Xiaomi|Oppo|Vivo|iPhone|Lenovo|Asus|Acer|Canon|Nikon|Epson|Toyota|Honda"
    r"|Yamaha|Suzuki|Mitsubishi|Daihatsu|Indomie|Aqua|Telkomsel|Indosat|Shopee|Tokopedia|Gojek"
    r"|Traveloka|Indomaret|Alfamart)\b"
)
_PRAISE = re.compile(
    r"\b(?:terbaik|termurah|tercepat|tercanggih|terlengkap|terandal|terkemuka|terpercaya|tepercaya"
    r"|ternama|terkenal|terlezat|terfavorit|terjangkau|terunggul|nomor\s+(?:satu|1)|paling\s+\w+"
    r"|berkualitas(?:\s+(?:tinggi|terbaik|premium))?|bermutu\s+tinggi|kualitas(?:nya)?\s+(?:premium"
    r"|terbaik|tinggi)|tidak\s+tertandingi|tiada\s+tandingan|tak\s+tertandingi|unggul|andal|handal"
    r"|lezat|nikmat|mewah|canggih|hemat|murah|bersaing|direkomendasikan|rekomendasikan"
    r"|memuaskan|puas|awet|irit|pulen|wangi|renyah|gurih|jernih|tajam|lebih\s+(?:segar|baik|unggul|murah)"
    r"|enak|ketagihan|rapi|nyaman|tangguh|teruji|terjamin|dijamin|juara(?:nya)?|surga(?:nya)?|idaman"
    r"|langganan|pilihan\s+tepat|cocok\s+untuk|ramah\s+di\s+kantong|tidak\s+(?:pernah\s+mengecewakan"
    r"|ada\s+duanya)|mengecewakan|beres|sekejap|layak\s+(?:dibeli|dimiliki|dicoba)|kunjungi(?:lah)?"
    r"|menginaplah|gunakan\s+(?:jasa|produk|layanan)|beralih\s+ke|hadiah\s+langsung|uang\s+muka\s+ringan"
    r"|bersih|segar|favorit|profesional|premium|luar\s+biasa|sangat\s+(?:bagus|baik|nyaman))\b",
    re.IGNORECASE,
)
_HARD_PRAISE = re.compile(
    r"\b(?:terbaik|termurah|tercanggih|terlengkap|terkemuka|terpercaya|tepercaya|ternama|terlezat"
    r"|terunggul|nomor\s+(?:satu|1)|tertandingi|tandingan|rekomendasikan)\b",
    re.IGNORECASE,
)
_PROMO = re.compile(
    r"\b(?:diskon|potongan\s+(?:harga|\d+\s*(?:persen|%))|harga\s+(?:promo|spesial|khusus|miring|murah\s+meriah)(?!\s+(?:nelayan|petani))"
    r"|promo(?=\s+(?:khusus|spesial|menarik|akhir|harga|diskon|[a-z]+\s+ini|hingga|sampai|beli))|cashback"
    r"|beli\s+(?:satu|1|dua|2)\s+gratis|gratis\s+ongk\w+|cuci\s+gudang|voucer\s+belanja"
    r"|segera\s+(?:pesan|beli|miliki|dapatkan)|(?:buruan|ayo)\s+(?:beli|pesan|order)"
    r"|pesan\s+sekarang|(?:seharga|hanya|cuma|cukup|paket(?:\s+\w+){1,4}|mulai(?:\s+dari)?|dibanderol|dijual\s+(?:dengan\s+harga|seharga|hanya)"
    r"|harga(?:nya)?(?:\s+(?:mulai|hanya|cuma|jual))?|tarif(?:nya)?\s+(?:mulai|hanya))\s+(?:dari\s+)?Rp\s?\.?\d[\d.]*)",
    re.IGNORECASE,
)
_PRICE_NEEDS = re.compile(
    r"\b(?:beli|membeli|pesan|memesan|dibanderol|dijual|menjual|tiket|paket|promo|menu|kamar|per"
    r"\s+(?:botol|porsi|setel|buah|bungkus|malam|unit|cangkir|gelas|kotak|orang|pak)|gerai|kafe|toko"
    r"|swalayan|kopi|produk|laptop|mobil|motor|ponsel|merek|nikmati|kunjungi|dapatkan|membayar|hotel)\b",
    re.IGNORECASE,
)
_PUBLIC_PRICE = re.compile(
    r"\b(?:pajak|PKB|PBB|BPHTB|denda|retribusi|PNBP|anggaran|realisasi|pagu|APBD|APBN|pasar\s+(?:murah"
    r"|penyeimbang|tani)|operasi\s+pasar|pangan\s+murah|sembako|SPHP|bersubsidi|subsidi|HET|harga"
    r"\s+eceran|standar\s+harga|satuan\s+harga|listrik|air\s+bersih|PDAM|inflasi|stok|per\s+kilogram"
    r"|per\s+liter|per\s+kg|bulog|kontrak|nilai|temuan|belanja\s+(?:modal|barang|daerah)|iuran|BPJS"
    r"|biaya\s+(?:administrasi|resmi|layanan)|kemahalan|mark-?up|gratifikasi|pungli|survei\s+harga"
    r"|dilarang|larangan|menolak|ditolak|tidak\s+boleh|honor\w*|bantuan|insentif|upah|gaji|santunan|tidak\s+dipungut|gratis(?!\s+(?:satu|dua|\d|ongk\w+)))\b",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"\b(?:penghargaan|juara|predikat|lomba|peringkat|anugerah|award|nominasi|kategori|wajib\s+pajak"
    r"|pegawai\s+terbaik|pelaporan\s+(?:pajak|LHKPN)|opini|apresiasi|proper|CSR|TJSL|BUMD\s+(?:wajib|harus))\b",
    re.IGNORECASE,
)
_SPONSOR = re.compile(
    r"\b(?:disponsori|dipersembahkan\s+oleh|dukungan\s+sponsor|sponsor(?:\s+utama)?(?:nya)?)\b"
    r"[^.;]{0,60}?\b(?:PT|CV|UD|merek|bank|[A-Z]\w+)\b"
)
_REVIEW = re.compile(
    r"\b(?:sanksi|denda|didenda|pajak|melalui\s+(?:tender|e-katalog|lelang)|temuan|laporan|pemeriksaan|audit|evaluasi|kontrak|penyedia\s+terbaik\s+adalah|izin"
    r"|penawar(?:an)?\s+(?:terendah|terbaik))\b",
    re.IGNORECASE,
)
_PERSON_FIRST = re.compile(
    r"\b(?:pegawai|karyawan|praktik|kinerja|tata\s+kelola|layanan)\s+$", re.I
)
_WORDS = frozenset(
    (
        "pt cv ud rm merek merk brand bermerek produk produksi buatan keluaran diskon potongan"
        " promo cashback gratis cuci voucer segera pesan ayo buruan sponsor sponsornya disponsori"
        " dipersembahkan rp cap bank internet seluler kurir khusus spesial lembaga bu ibu pak paket"
        " samsung xiaomi oppo vivo iphone lenovo asus acer canon nikon epson toyota honda yamaha"
        " suzuki mitsubishi daihatsu indomie aqua telkomsel indosat shopee tokopedia gojek"
        " traveloka indomaret alfamart"
    ).split()
) | {shop.casefold().split()[0] for shop in _SHOP.split("|")}
"""Words without which nothing here is said."""

_FIX = "hapus pujian dan harganya; sebutkan barang atau jasanya secara umum"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Sentences that praise a firm or product, offer a price or thank a sponsor."""
    said = _WORDS & vocabulary(article)
    for text in texts(article) if said else ():
        folded = text.text.casefold()
        if any(word in folded for word in said):
            yield from _in_text(article, text)


def _in_text(article: Article, text: Text) -> Iterator[Finding]:
    words = text.text
    if not (_VENDOR.search(words) or _PROMO.search(words) or _SPONSOR.search(words)):
        return
    for start, end in sentences(words):
        place, what = _advert(words, start, end)
        if place:
            quote = squeeze(words[slice(*place)])
            yield RULE.in_text(article, text, place, f"“{quote}” {what}", _FIX)


def _advert(words: str, start: int, end: int) -> tuple[tuple[int, int] | None, str]:
    """Where a sentence advertises, and how."""
    sentence = words[start:end]
    promo = _PROMO.search(words, start, end)
    if promo and _sells(promo, sentence):
        return promo.span(), "terbaca sebagai promosi harga"
    sponsor = _SPONSOR.search(words, start, end)
    if sponsor:
        return sponsor.span(), "menyebut sponsor kegiatan"
    vendor, praise = _VENDOR.search(words, start, end), _PRAISE.search(words, start, end)
    if not vendor or not praise or _AWARD.search(sentence) or _REVIEW.search(sentence):
        return None, ""
    if _PERSON_FIRST.search(words, start, praise.start()) and not _HARD_PRAISE.search(sentence):
        return None, ""
    both = (*vendor.span(), *praise.span())
    return (min(both), max(both)), "memuji produk atau penyedia"


def _sells(promo: re.Match[str], sentence: str) -> bool:
    if _PUBLIC_PRICE.search(sentence):
        return False
    priced = re.search(r"\d", promo[0])
    return not priced or bool(_PRICE_NEEDS.search(sentence) or _VENDOR.search(sentence))


RULE = Rule(
    id="IKL-01",
    level=Level.INGAT,
    sentence="Naskah tidak memuji produk atau penyedia dan tidak mempromosikan harga.",
    basis="PP 94/2021 tentang Disiplin PNS; UU 14/2008 Pasal 7 ayat (2)",
    example_fails="Sistem itu dibuat dengan bantuan PT Contoh Jaya, yang terbaik di kelasnya.",
    example_passes="Sistem itu dibuat dengan bantuan PT Contoh Jaya melalui tender.",
    check=check,
    exceptions=True,
)
