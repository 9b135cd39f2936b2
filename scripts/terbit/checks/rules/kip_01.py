"""KIP-01: findings of a supervision, with an amount or a unit, wait for a human decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from terbit.checks.base import Context, Rule
from terbit.checks.reading.prose import Text, sentences, squeeze
from terbit.checks.reading.teaching import TEACHING
from terbit.checks.reading.texts import texts
from terbit.checks.reading.units import UNIT
from terbit.checks.reading.vocabulary import speaks_of
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def _any(words: str) -> re.Pattern[str]:
    """Any of some words that are parted by bars, alone or in the middle of a sentence."""
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


# The words are those of the checks catalogue, "Decisions on what the catalogue leaves open".
_FINDING = re.compile(
    r"\b(?:"
    r"(?P<temuan>temuan(?:-temuan)?(?:nya)?)"
    r"|(?P<lebih>kelebihan\s+(?:pem|di|mem)?bayar(?:an|kan)?(?:nya)?)"
    r"|(?P<kurang>(?:ke)?kurang(?:an)?\s+volume|volume(?:nya)?\s(?:\w+\s){0,3}?(?:di\s+[^.;,]{1,50}?\s)?"
    r"(?:kurang|(?:tidak|tak)\s+(?:sesuai|cukup|mencukupi)))"
    r"|(?P<naik>mark[\s-]?up|(?:peng|di|meng)gelembung(?:kan|an)\s+(?:harga|anggaran|nilai|volume|biaya))"
    r"|(?P<fiktif>fiktif)"
    r"|(?P<mahal>kemahalan|pemahalan|(?:di|me)mahalkan)"
    r"|(?P<rugi>kerugian\s+(?:keuangan\s+)?(?:negara|daerah|desa))"
    r"|(?P<tekor>(?:ketekoran|kekurangan)\s+kas|tekor)"
    r"|(?P<ganda>(?:pembayaran|honor\w*|perjalanan\s+dinas|pertanggungjawaban|SPPD|tagihan)\s+ganda"
    r"|(?:tanpa|(?:tidak|tak)\s+(?:didukung|disertai|dilengkapi))\s+bukti\s+(?:\w+\s+)?(?:yang\s+)?(?:sah|lengkap|cukup|memadai))"
    r")\b",
    re.IGNORECASE,
)
_STEMS = (
    *(
        "temuan",
        "kelebihan",
        "kekurangan vol",
        "tekor",
        "mark",
        "fiktif",
        "mahalan",
        "mahalkan",
        "kerugian",
    ),
    *("gelembung", "volume", " ganda", "bukti"),
)
_SUPERVISION = _any(
    r"auditor|(?:di)?audit|memeriksa|diperiksa|pemeriksa\w*|BPKP?|inspektorat|APIP|pengawas\w*|LHP"
    r"|tim|rekomendasi|(?:men|di)?tindak\s?lanjut\w*|tuntas|menuntaskan|administra\w+|aset|kas"
    r"|pertanggungjawaban|SPJ|belanja|perjalanan\s+dinas|honor\w*|kontrak|pengadaan|pekerjaan"
    r"|rekanan|penyedia|(?:di|me)?(?:se|nye)tor\w*|(?:di|me(?:ng)?)kembali\w*|pengembalian|kerugian"
    r"|(?:se)?nilai|sebesar|berulang|material|persediaan|anggaran|dana|keuangan|bendahara|retribusi"
    r"|denda|hibah|kelebihan|kekurangan|ketidakpatuhan|ketidaksesuaian|catatan|merugikan|menyimpang"
    r"|penyimpangan|irban\w*|reviu|potensi|rupiah|rp|stok|(?:tidak|belum)\s+(?:ter|di)catat|kewajaran|total"
    r"|utang|sisa|tersisa|selisih|spesifikasi|bukti"
)
"""What a finding of a supervision is about, and who makes it."""

# What else is found, lost, dear, invented or overpaid, in the same sentence
_ELSEWHERE = {
    "temuan": _any(
        r"riset|peneliti\w*|penelitian|kajian|survei|ilmiah|arkeolog\w*|fosil|purbakala|cagar|sejarah"
        r"|polisi|polres\w*|polsek|polda|BPOM|pangan|makanan|jajanan|kosmetik|formalin|boraks"
        r"|kedaluwarsa|bawaslu|panwas\w*|pemilih|DPT|coklit|pemutakhiran|(?:barang|uang)\s+temuan|dompet|berjudul"
        r"|dicari|pemiliknya|razia|mortir|peluru|granat|bom|senjata|narkotika|sabu|ganja|mayat|jenazah|jasad|kerangka|SAR"
        r"|bayi|balita|ibu\s+hamil|(?<=temuan )(?:lansia|pasien)|stunting|gizi|jentik"
        r"|kasus\s+(?!korupsi|fiktif)\w+"
        r"|suspek|penyakit|tuberkulosis|TBC|HIV|malaria|DBD|rabies|campak|kusta|skrining|penapisan"
        r"|spesies|satwa|burung|ikan|buaya|ular|orang\s?utan|sarang|bangkai|pohon|tumbuhan|anggrek"
        r"|inovasi|penemu\w*|inovator|uang\s+palsu|meteor\w*|artefak|candi|guci|prasasti|titik\s+api"
        r"|hotspot|kebocoran\s+gas|jejak|alat\s+tangkap|lahan\s+terbakar|hama|wisatawan|penumpang"
        r"|dosen|mahasiswa|jurnal|sampel(?!\s+(?:pemeriksaan|audit|reviu|uji\s+petik))|pengamatan|ekspedisi|warganet|hoaks|siber"
    ),
    "lebih": _any(
        r"pajak|PBB|PKB|BPHTB|PPh|PPN|SPT|iuran|retribusi|cukai|restitusi|pelanggan|nasabah|pembeli"
        r"|PDAM|listrik|tagihan|mahasiswa|konsumen|pasien|penumpang|BPJS|uang\s+kuliah|UKT|kompensasi"
    ),
    "kurang": _any(
        r"volume\s+(?:cairan|air|darah|sampah|oli|udara|lalu\s+lintas|suara|produksi|vaksin\w*"
        r"|oksigen|BBM|pupuk|obat\w*|sampel|ekspor|impor|penjualan|perdagangan|penumpang|kendaraan|embung"
        r"|waduk|sungai|tangki|muatan)|debit|kemarau"
    ),
    "tekor": _any(
        r"warung|pedagang|rumah\s+tangga|pengusaha|petani|peternak|nelayan|tim\w*\s+tamu"
    ),
    "ganda": _any(
        r"polisi|polres\w*|polsek\w*|jaksa|hakim|gelar\s+ganda|medali|penumpang|pelanggan|pembeli"
        r"|nasabah|aplikasi|tuduhan|laporan\s+warga|hoaks|persyaratan|formulir|pemohon"
    ),
    "naik": _any(r"HTML|XML|language|bahasa|teks|pedagang|toko|eceran|konsumen|pemrograman"),
    "fiktif": _any(
        r"cerita|tokoh|kisah|karakter|novel|film|drama|lowongan|akun|investasi|undangan|tiket|pesanan"
        r"|order(?:an)?|toko\s+(?:fiktif|daring|online)|berita|panggilan|damkar|pemadam|112|110|113|119|waspada\w*|mewaspadai"
        r"|mengatasnamakan|mencatut|penipu\w*|menipu|tertipu|hoaks|pinjaman|arisan|umrah|polisi|konser"
        r"|laporan\s+fiktif|perusahaan\s+fiktif|seolah-olah|situs|nomor\s+fiktif|negeri|dongeng"
    ),
    "mahal": _any(
        r"indeks\s+kemahalan|tingkat\s+kemahalan|tunjangan\s+kemahalan|koefisien|warga|pembeli|konsumen"
        r"|wisatawan|penumpang|pedagang|tiket|biaya\s+hidup|IKK|tarif|ongkos|mengeluh\w*|masih\s+kemahalan"
        r"|terlalu|cabai|cabe|beras|sembako|(?<!harga )pasar|penonton|pengunjung|petani|nelayan|kos"
    ),
    "rugi": _any(
        r"banjir|kebakaran|karhutla|gempa|longsor|bencana|puting\s+beliung|kabut\s+asap|kekeringan"
        r"|abrasi|pandemi|angin\s+kencang|ilegal|illegal|penyelundup\w*|diselundup\w*|bea\s+cukai|cukai"
        r"|pembalakan|tambang|judi|narkotika|rokok|BBM\s+bersubsidi|perambahan|pencurian\s+ikan"
    ),
}
_AT = re.compile(r"\s+(?:ada\s+)?(?:(?:di|pada|atas|terhadap)\s+[A-Z]|Rp)", re.IGNORECASE)
_INVENTED = _any(
    r"belanja|perjalanan|kegiatan|k[uw]itansi|nota|pengadaan|pekerjaan|proyek|pertanggungjawaban|SPJ"
    r"|SPPD|honor\w*|pegawai|tenaga|penerima|pembayaran|pembelian|tagihan|faktur|bukti|transaksi"
    r"|kredit|klaim|rekanan|penyedia|dokumen|peserta|anggota|kelompok|bon|upah|gaji|bantuan|hibah"
    r"|rapat|kontrak|siswa|guru|sewa|makan|minum|bahan\s+bakar|temuan|pengeluaran|pencairan|anggaran"
    r"|dana|data|aset|pemeliharaan|laporan\s+\w+|diduga|ternyata|terbukti|adalah|tim|auditor"
)
"""What public money is spent on, where it is said to be invented."""

_PURSE = _any(r"kas|bendahara\w*|dana|anggaran|keuangan|brankas|BUMDes\w*|setoran")
_SPENT = _any(
    r"kontrak|spesifikasi|selisih|kerugian|kelebihan|pemeriksa\w*|auditor|audit|inspektorat|BPKP?|temuan"
    r"|reviu|sebesar|senilai|mencapai|pengembalian|dikembalikan|(?:di|me)(?:se|nye)tor\w*"
)
"""What goes with a short measure or a payment without proof in a report of a supervision."""

_DEAR = re.compile(
    r"\s+(?:(?:atas|dalam|pada|dari)\s+)?(?:harga|belanja|pengadaan|pembelian|pembayaran|kontrak|sewa"
    r"|biaya|satuan|bahan|honor\w*|pekerjaan)",
    re.IGNORECASE,
)
_BOUGHT = _any(
    r"dibeli|membeli|pembelian|pengadaan|paket|penunjukan\s+langsung|tender|lelang|e-katalog|e-purchasing"
    r"|katalog|HPS|proyek|(?:di|meng)?anggar\w*"
)
"""How an office comes by what was dear."""

_COUNTED = re.compile(
    r"\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\d{1,3})\s+(?:paket|pekerjaan"
    r"|kegiatan|kontrak|proyek|pengadaan|ruas|k[uw]itansi)\b[^.;]{1,90}?\b(?:memuat|mengandung|terindikasi"
    r"|ternyata|mengalami|dinilai|tercatat|ditemukan|berisi)\b",
    re.IGNORECASE,
)
"""So many purchases that held something are told of, whoever learns it."""

_GENERAL = _any(
    r"tidak\s+(?:ada|terjadi|menimbulkan|terdapat|lagi)|tanpa|nihil|bebas|nol|zero|mencegah\w*"
    r"|pencegahan|dicegah|menghindari\w*|terhindar|dihindari|agar\s+tidak|supaya\s+tidak|jangan"
    r"|meminimalkan|meminimalisasi|meminimalisir|menekan|mengurangi|menurunkan|mengantisipasi"
    r"|mengenali|mekanisme|prosedur|tata\s+cara|cara|modus|rawan|risiko|persen|persentase|indikator"
    r"|setiap\s+(?:temuan|kerugian|kelebihan)|tindak\s+lanjut\s+temuan|penyelesaian\s+temuan|pengertian"
    r"|definisi|adalah|diatur|mengatur|berharap|bertekad|berkomitmen|komitmen|kiat|strategi|diskusi"
)
"""Talk of findings in general; only an amount beside the word makes it one."""

_DEARER_BY = re.compile(
    r"(?:mahalan|mark[\s-]?up)\s(?:\w+\s){0,2}\d[\d,.]*(?:\s(?:sampai|hingga)\s\d[\d,.]*)?\spersen\b",
    re.IGNORECASE,
)
_RULES = _any(
    r"jika|apabila|bilamana|bila|pasal|secara\s+nasional|nasional|ikhtisar|IHPS|se-Indonesia|dunia"
    r"|seluruh\s+Indonesia|diusulkan|dialokasikan|dianggarkan|ICW|wajib\s+lapor|denda\s+paling"
)
_BODY_AHEAD = re.compile(
    r"\b(?:Majelis|Tim|Sidang|Panitia|Sekretariat|Pejabat)(?:\s[\w-]+){0,4}\s$"
)
"""A committee is called after the losses that it settles."""

_AMOUNT = re.compile(
    r"\bRp\.?\s?\d[\d.,]*(?:\s?(?:ribu|juta|miliar|milyar|triliun))?"
    r"|\b\d[\d.,]*\s?(?:ribu|juta|miliar|milyar|triliun)\s+rupiah"
    r"|\b\d[\d.,]*\s?(?:juta|miliar|milyar|triliun)\b(?!\s+(?:orang|jiwa|penduduk|warga|hektare|ton"
    r"|dokumen|unit|pelanggan|dosis|liter|pengguna|data))"
    r"|\b(?:se|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|ratus)\s)"
    r"(?:juta|miliar|triliun)\b(?!\s+(?:orang|jiwa|penduduk|warga|hektare|ton|dokumen|unit|pelanggan"
    r"|dosis|liter|pengguna|data))|\b\d[\d.]*\s+rupiah|\b\w+\s+(?:ribu|juta|miliar|milyar|triliun)\s+rupiah"
    r"|\b(?:senilai|sebesar|sejumlah|mencapai)\s+\d{1,3}(?:\.\d{3}){2,}",
    re.IGNORECASE,
)
_MOST = 12
"""Words of findings of one sentence that are weighed; each weighs the whole sentence."""
_BESIDE = 90
"""Characters between a finding and the amount that is its own."""

Span = tuple[int, int]


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Sentences with a word of supervision findings and an amount or a named unit."""
    if not speaks_of(article, _STEMS):
        return
    for text in texts(article):
        if not (_FINDING.search(text.text) or text.headers):
            continue
        for start, end in sentences(text.text):
            place = _evidence(text, start, end)
            if place:
                quote = squeeze(text.text[slice(*place)])
                yield RULE.in_text(
                    article,
                    text,
                    place,
                    f"“{quote}” memuat temuan pengawasan beserta nilai atau nama instansinya",
                    "hapus rinciannya, atau minta pejabat penelaah menulis alasannya di"
                    " catatan_pemeriksaan",
                )


def _evidence(source: Text, start: int, end: int) -> Span | None:
    """The stretch of a sentence from its first to its last word of evidence, or None."""
    text = source.text
    headed = any(_FINDING.search(header) for _, header in source.headers)
    words = [] if headed else [*islice(_FINDING.finditer(text, start, end), _MOST)]
    if not (headed or words):
        return None
    amounts = [m.span() for m in _AMOUNT.finditer(text, start, end)]
    units = [m.span() for m in UNIT.finditer(text, start, end)]
    found = [m.span() for m in words if _is_finding(m, start, end, amounts)]
    if not (amounts or units) or not (found or headed):
        return None
    places = (*found, *amounts, *units)
    return min(a for a, _ in places), max(b for _, b in places)


def _is_finding(match: re.Match[str], start: int, end: int, amounts: list[Span]) -> bool:
    text, kind = match.string, match.lastgroup or ""
    sentence = text[start:end]
    elsewhere = _ELSEWHERE.get(kind)
    if (elsewhere and elsewhere.search(UNIT.sub(" ", sentence))) or not _is_meant(
        match, start, sentence
    ):
        return False
    if _RULES.search(sentence):
        return False
    if any(0 <= a - match.end() <= _BESIDE for a, _ in amounts):
        return True
    return not _is_general(sentence)


@lru_cache(maxsize=64)
def _is_general(sentence: str) -> bool:
    """Whether a sentence speaks of findings in general or teaches about them."""
    if _GENERAL.search(_DEARER_BY.sub(" ", sentence)):
        return True
    return bool(TEACHING.search(sentence)) and not _COUNTED.search(sentence)


def _is_meant(match: re.Match[str], start: int, sentence: str) -> bool:
    """Whether the word has company that it has in reports of a supervision."""
    kind, before = match.lastgroup, match.string[start : match.start()]
    if kind == "temuan":
        there = _AT.match(match.string, match.end())
        return bool(there or _SUPERVISION.search(sentence))
    if kind == "fiktif":
        return bool(_INVENTED.search(sentence))
    if kind == "tekor":
        return match[0][0].casefold() == "k" or bool(_PURSE.search(sentence))
    if kind == "ganda" or (kind == "kurang" and match[0][0].casefold() == "v"):
        return bool(_SUPERVISION.search(sentence) and _SPENT.search(sentence))
    if kind == "mahal":
        dear = _DEAR.match(match.string, match.end()) or match[0].endswith("kan")
        return bool(dear or _SUPERVISION.search(sentence) or _BOUGHT.search(sentence))
    return kind != "rugi" or not (match[0].istitle() and _BODY_AHEAD.search(before))


RULE = Rule(
    id="KIP-01",
    level=Level.TAHAN,
    sentence="Temuan pengawasan dengan nilai atau nama instansi hanya terbit dengan alasan"
    " pejabat penelaah.",
    basis="PP 12/2017 Pasal 23 ayat (2); UU 14/2008 Pasal 17",
    example_fails="Tim mencatat kemahalan harga Rp91.200.000 pada Kecamatan Sungai Contoh.",
    example_passes="Kerugian akibat banjir di Kecamatan Sungai Contoh mencapai Rp2 miliar.",
    check=check,
)
