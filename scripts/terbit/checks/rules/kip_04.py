"""KIP-04: a process of investigation that is still going on waits for a human decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from terbit.checks.base import Context, Rule
from terbit.checks.reading.prose import Text, sentences, squeeze
from terbit.checks.reading.teaching import TEACHING, in_title_of_law
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import speaks_of
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_STEMS = (
    "lidik",
    "yidik",
    "sidik",
    "riksus",
    "pemeriksaan khusus",
    "secara khusus",
    "investigat",
    "investigas",
    "tujuan tertentu",
    "adtt",
    "pdtt",
    "pkkn",
    "kerugian",
    "ott",
    "tangkap tangan",
    "tangan oleh",
    "tersangka",
)
# The words are those of the checks catalogue, "Decisions on what the catalogue leaves open".
_PROCESS = (
    r"(?:(?P<probe>(?:penyelidikan|penyidikan)(?:nya)?|(?:di|ter)selidiki|menyelidiki|disidik"
    r"|menyidik|penyelidik|penyidik(?!an)(?:nya)?"
    r"|(?:naik|tahap|masih)\s+(?:ke\s+)?(?:tahap\s+)?[ls]idik(?!\s+jari))"
    r"|(?P<riksus>riksus|pemeriksaan(?:\s+secara)?\s+khusus|diperiksa\s+secara\s+khusus)"
    r"|(?:audit|pemeriksaan|reviu|penelaahan)\s+investigati(?:f|gasi)?(?:nya)?"
    r"|(?:audit|pemeriksaan)\s+investigasi|mengaudit\s+investigati\w+|investigasi\s+(?:internal|khusus)"
    r"|(?:audit|pemeriksaan)\s+(?:dengan\s+|untuk\s+)?tujuan\s+tertentu|ADTT|PDTT"
    r"|PKKN|(?:peng?|per|meng|di)hitung(?:an)?\s+(?:kembali\s+)?kerugian\s+(?:keuangan\s+)?(?:negara|daerah)"
    r"|audit\s+(?:penghitungan|perhitungan)\s+kerugian"
    r"|(?P<raid>OTT|operasi\s+tangkap\s+tangan|tertangkap\s+tangan|ditangkap\s+tangan)"
    r"|(?P<suspect>tersangka(?:nya)?|(?:di|me(?:n)?)t?ersangkakan))"
)
_TRIGGER = re.compile(rf"\b{_PROCESS}(?!\w)", re.IGNORECASE)
_ANY = re.sub(r"\?P<\w+>", "?:", _PROCESS)

_NEVER_BEHIND = {
    "probe": re.compile(
        r"\s+(?:epidemiolog\w*|pegawai\s+negeri|PNS\b|tanah|geo\w+|lapangan\s+geo\w+|hidrogeolog\w*"
        r"|ilmiah|sejarah|arkeolog\w*|kejadian\s+luar\s+biasa|KLB|wabah|penyakit|kasus\s+(?:DBD|campak|rabies"
        r"|keracunan|penyakit|difteri|polio|demam|malaria|leptospirosis|antraks)|mineral|air\s+tanah"
        r"|bawah\s+tanah|vulkan\w*|sumber\s+daya|bahan\s+galian|batuan|minat|umum)",
        re.IGNORECASE,
    ),
    "riksus": re.compile(
        r"\s+(?:mata|gigi|kesehatan|kehamilan|jantung|laborator\w*|bagi\s+(?:calon|ibu|lansia|jemaah)"
        r"|ibu|lansia|kendaraan|bagasi|keamanan|barang|penumpang|pasien)",
        re.IGNORECASE,
    ),
    "raid": re.compile(r"\s*\(?\s*(?:over[\s-]the[\s-]top|streaming|video|platform|media)", re.I),
}
_NEVER_AHEAD = {
    "probe": re.compile(
        r"\b(?:PPNS|[Jj]abatan|fungsional|formasi|calon|balai|laboratorium|pos|Direktorat|Direktur|Deputi|Bidang"
        r"|Seksi|Subdirektorat|Kepala|Unit|Satuan|Bagian|Asosiasi|tes|uji|kartu)\s+$",
    ),
    "raid": re.compile(
        r"\b(?:layanan|platform|aplikasi|siaran|konten|penyedia|streaming|industri|televisi|TV|over[\s-]the[\s-]top)"
        r"\s+\(?$",
        re.IGNORECASE,
    ),
}
_OFFICE_OF = re.compile(
    r"\b(?:Bidang|Seksi|Direktorat|Direktur|Deputi|Subbagian|Bagian|Unit|Pembantu|Auditor|Irban"
    r"|Pusat|Asosiasi|Jabatan|Jaksa)(?:\s+[A-Z]\w+){0,3}\s+$"
)
_DISEASE = re.compile(
    r"\b(?:epidemiolog\w*|wabah|KLB|kejadian\s+luar\s+biasa|surveilans|kontak\s+erat|penularan"
    r"|keracunan\s+makanan|diare|campak|DBD|malaria|rabies|demam\s+berdarah"
    r"|(?:tim|petugas|dinas)\s+kesehatan|geolog\w*|geoteknik|pondasi|fondasi|sondir|arkeolog\w*)\b",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:polisi|pol(?:da|res\w*|sek)|kepolisian|kejaksaan|kejari|kejati|jaksa|KPK|penyidik|inspektorat"
    r"|auditor|tim|dugaan|diduga|kasus|perkara|korupsi|pungli|pungutan\s+liar|aliran|dana|suap|laporan"
    r"|aduan|pengaduan|oknum|pelaku|pencurian|penipuan|penyimpangan|penyelewengan|pidana|kerugian"
    r"|aparat|APH|saber|hilangnya)\b",
    re.IGNORECASE,
)
"""Who investigates by law, and what: others only look into a thing."""

_CHECKUP = re.compile(
    r"\b(?:(?:di|me)layani|posyandu|dokter|pasien|kehamilan|kandungan|kendaraan|rem|mesin|ban"
    r"|terminal|mata|gigi|jantung|paru|lansia|haji|jemaah|bagasi|hewan|ternak|sapi|kurban|kapal|pesawat"
    r"|lift|alat\s+kesehatan|balita|bayi|obat|pangan|bandara|penumpang)\b",
    re.IGNORECASE,
)
_ON = r"(?:\w+\s+){0,1}?(?:proses\s+|kegiatan\s+|tahap(?:an)?\s+)?"
_ONGOING = re.compile(
    rf"\b(?:sedang|tengah|masih|tetap|mulai|telah|sudah|kini|saat\s+ini)\s+(?:di)?(?:\w*laku\w*|\w*laksana\w*"
    rf"|\w*jalan\w*|menangani|memproses|dalam|menggelar|digelar|membantu|mendukung|{_ON})\s*{_ON}{_ANY}"
    rf"|{_ANY}(?:\s+[\w,/()-]+){{0,12}}?\s+(?:masih|sedang|tengah|telah|sudah|kini|terus)\s+"
    r"(?:di\w+|ber\w+|naik|memasuki|dalam)"
    rf"|\b(?:masih|sedang|tengah)\s+(?:di(?:selidiki|sidik)|menyelidiki|menyidik|dalam\s+{_ANY})"
    r"|\b(?:ditetapkan|menetapkan|berstatus|ditahan)\b(?:\s+[\w.,'’-]+){0,9}?\s+tersangka"
    r"|\btersangka\s+(?:ditahan|ditetapkan|diperiksa|berinisial|kasus|dalam\s+(?:kasus|perkara))"
    r"|\b(?:terjaring|terkena|kena|tertangkap|diamankan|ditangkap)\b(?:\s+\w+){0,5}?\s+(?:OTT|operasi)"
    r"|\b(?:naik|meningkat|ditingkatkan|dinaikkan|memasuki|masuk)\s+(?:ke\s+)?(?:status\s+|tahap\s+)?"
    r"(?:penyidikan|penyelidikan)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:tim|auditor|irban\w*|petugas|pemeriksa|kami|mereka|inspektorat|kejaksaan|jaksa|polisi|KPK)"
    rf"\s+(?:\w+\s+){{0,2}}?lagi\s+(?:ada\s+|proses\s+)?{_ANY}",
    re.IGNORECASE,
)
"""“tim lagi ADTT”, as chats say it."""

_ANYBODY = re.compile(
    r"\b(?:dapat|bisa|boleh)\s+(?:di(?:tetapkan|tahan)|berstatus)|\b(?:bagaimana|kapan|syarat|tata\s+cara"
    r"|prosedur)\b[^.;]{0,60}?\b(?:ditetapkan|menetapkan|berstatus|ditahan)\b",
    re.IGNORECASE,
)
"""How somebody may come under suspicion, not who did."""

_RULE = re.compile(
    r"\b(?:adalah|ialah|merupakan|yang\s+dimaksud|pengertian|definisi|istilah|apabila|jika|bila(?:mana)?"
    r"|manakala|setiap\s+(?:orang|tersangka|penyidik|pegawai|laporan|pengaduan)|berhak|hak|asas"
    r"|praduga|berwenang|kewenangan|wewenang|(?:mempunyai|memiliki|menjalankan)\s+(?:tugas|fungsi)"
    r"|tugas\s+(?:dan\s+fungsi|pokok|utama)|salah\s+satu\s+tugas|fungsi|tugasnya|tupoksi|perbedaan"
    r"|berbeda|mengatur|diatur|membidangi|jenis(?:-jenis)?|ruang\s+lingkup|mencegah|pencegahan|menghindari|terhindar|dihindari"
    r"|jangan|agar\s+tidak|supaya\s+tidak|tidak\s+ada|belum\s+pernah|nihil|tidak\s+termasuk|film"
    r"|drama|teater|novel|cerita|lakon|lomba|debat|diskusi|skripsi|jurnal|dosen|narasumber|pembicara"
    r"|ceramah|penerangan\s+hukum|peran\s+\w+\s+dan|(?:di|mem)peragakan|menceritakan|kisah|semu|tema|topik|podcast|siniar|gelar\s+wicara|buku\s+(?:tentang|berjudul|mengenai|[“\"]))\b",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(?:dapat|boleh|wajib|bukan|tanpa|penguatan|peningkatan|kapasitas|nota\s+kesepahaman"
    r"|kerja\s+sama|koordinasi|mekanisme|prosedur|tata\s+cara|alur|syarat|draf|rancangan|penyusunan"
    r"|menyusun|klinik|formasi|anggaran|kinerja|layanan|antara\s+lain|meliputi|mencakup|memuat|memimpin|bidang"
    r"|kemampuan|menjelaskan|menerangkan|keterampilan|mahir|terampil|pedoman|permintaan\s+\w+\s+\w+\s+diajukan|formulir|tahunan)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"\b(?:belum|masih|sedang|menunggu|lanjutan)\b", re.IGNORECASE)
_COUNT = re.compile(
    r"\b(?:sepanjang|selama\s+(?:tahun|semester|triwulan)|hingga\s+(?:akhir|triwulan)|PKPT|statistik"
    r"|program\s+kerja|target|realisasi|jumlah|sebanyak|rata-rata|persen|rekapitulasi"
    r"|\d+\s+(?:\w+\s+)?(?:ADTT|audit|pemeriksaan|riksus|laporan|penugasan|kegiatan|kali))\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:kasus|perkara|dugaan|diduga|oknum|saksi|terduga|sprindik|barang\s+bukti|menyita|disita"
    r"|(?:OTT|operasi\s+tangkap\s+tangan)\s+(?:\w+\s+){0,3}?(?:di|terhadap|pada)"
    r"|penyitaan|penggeledahan|menggeledah|geledah|penahanan|menahan|ditahan|dimintai\s+keterangan)\b",
    re.IGNORECASE,
)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Sentences that tell of an investigation, not of the thing in general."""
    if not speaks_of(article, _STEMS):
        return
    for text in texts(article):
        for match in _told(text):
            quote = squeeze(match[0])
            yield RULE.in_text(
                article,
                text,
                match.span(),
                f"“{quote}” menyangkut proses pemeriksaan atau penegakan hukum",
                "tunda sampai prosesnya selesai, atau minta pejabat penelaah menulis alasannya di"
                " catatan_pemeriksaan",
            )


def _told(text: Text) -> Iterator[re.Match[str]]:
    """The first word of each sentence that speaks of a real process."""
    if not _TRIGGER.search(text.text):
        return
    for start, end in sentences(text.text):
        sentence = text.text[start:end]
        for match in _TRIGGER.finditer(text.text, start, end):
            if _is_meant(match, sentence, start) and _is_told(sentence):
                yield match
                break


def _is_meant(match: re.Match[str], sentence: str, start: int) -> bool:
    """Whether the word means an investigation by an authority, not soil, illness or a title."""
    kind, text = match.lastgroup or "", match.string
    behind, ahead = _NEVER_BEHIND.get(kind), _NEVER_AHEAD.get(kind)
    before = text[start : match.start()]
    if behind and behind.match(text, match.end()):
        return False
    if (ahead and ahead.search(before)) or (match[0][0].isupper() and _OFFICE_OF.search(before)):
        return False
    if kind == "probe" and _DISEASE.search(sentence):
        return False
    if match[0].casefold().endswith("elidiki") and not _LAW.search(sentence):
        return False
    if kind == "riksus" and _CHECKUP.search(sentence) and not _CASE.search(sentence):
        return False
    if kind == "raid" and match[0] != "OTT" and match[0].casefold() == "ott":
        return False
    return not in_title_of_law(sentence, match.start() - start)


@lru_cache(maxsize=64)
def _is_told(sentence: str) -> bool:
    """Whether a sentence tells of one case: the more it teaches, the more it must say so."""
    if _SPOKEN.search(sentence):
        return True
    ongoing = _ONGOING.search(sentence) and not _ANYBODY.search(sentence)
    if ongoing and not _negated(sentence):
        return True
    if TEACHING.search(sentence) or _RULE.search(sentence):
        return False
    if _CASE.search(sentence) or _UNFINISHED.search(sentence):
        return True
    return not (_GENERAL.search(sentence) or _COUNT.search(sentence))


def _negated(sentence: str) -> bool:
    return bool(re.search(r"\b(?:tidak\s+(?:ada|sedang)|belum\s+ada|bukan)\b", sentence, re.I))


RULE = Rule(
    id="KIP-04",
    level=Level.TAHAN,
    sentence="Proses pemeriksaan khusus dan penegakan hukum yang masih berjalan hanya terbit"
    " dengan alasan pejabat penelaah.",
    basis="UU 14/2008 Pasal 17 huruf a",
    example_fails="Tim sedang melakukan audit investigatif di salah satu kecamatan.",
    example_passes="Dua auditor mengikuti pelatihan audit investigatif selama empat hari.",
    check=check,
)
