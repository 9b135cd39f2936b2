"""5W-02: an answer says something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.checks.rules.five_w_01 import LABELS, REQUIRED_FOR
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

# Which answers must be sentences: checks catalogue, "Decisions on what the catalogue leaves open".
LONGER = frozenset({"mengapa", "bagaimana"})
_WORD = re.compile(r"[^\W_]+(?:[-/’'.][^\W_]+)*")
_NOTHING = re.compile(
    r"(?:tidak\s+(?:ada|tahu|diketahui|jelas)|belum\s+(?:ada|diketahui|diisi|tahu)|menyusul|kosong"
    r"|nihil|nanti|idem|sda|s\s?d\s?a|n\s?a|none|null|tbd|tba|tes|test|contoh|isi|coba|lorem.*"
    r"|x+|ya|ada|sama|sudah|cukup\s+jelas|jelas|dll|dan\s+lain\s?-?\s?lain"
    r"|(?:sama\s+)?(?:dengan|seperti|sesuai|lihat|sebagaimana|idem)\s+(?:yang\s+)?(?:di\s+)?"
    r"(?:atas|apa|siapa|kapan|di\s+mana|mengapa|bagaimana|isi|naskah|judul|berita|foto|lampiran"
    r"|sebelumnya|ringkasan|tersebut)(?:\s+(?:di\s+)?(?:atas|berita|naskah|tersebut))?"
    r"|(?:lihat|baca|terlampir)(?:\s+\w+){0,3}|yang\s+bersangkutan|pihak(?:-pihak)?\s+terkait"
    r"|semua(?:\s+pihak)?|kami|kita|orang|peserta\s+kegiatan)"
)
_THING = (
    r"(?:kegiatan|acara|tugas|pelaksanaan|agenda|program|hal|rapat|dinas|pekerjaan|kedinasan|rutin"
    r"|instansi|kantor|tersebut|ini|itu|dimaksud|bersama|berikut)"
)
_FILLER = re.compile(
    rf"(?:(?:di)?dalam\s+rangka|untuk|karena|demi|guna|sebagai|sehubungan\s+dengan|adanya|ada"
    rf"|melaksanakan|pelaksanaan|menghadiri|mengikuti|memenuhi|berdasarkan)"
    rf"(?:\s+(?:adanya|melaksanakan|memenuhi|mengikuti|kelancaran|keperluan|kepentingan))?"
    rf"(?:\s+{_THING}){{1,4}}"
    r"|(?:di|pada\s+)?(?:saat|waktu|hari|tempat|lokasi)(?:nya)?(?:\s+(?:di|pada))?"
    rf"(?:\s+(?:saat|waktu|tempat|lokasi))?(?:\s+{_THING}){{1,3}}"
    r"|di\s+(?:tempat|lokasi|sana|sini|lapangan|kantor)|(?:sesuai|menurut|mengikuti)\s+(?:dengan\s+)?"
    r"(?:jadwal|rencana|ketentuan|aturan|prosedur|SOP|arahan|perintah|undangan|agenda)"
    r"(?:\s+(?:yang\s+(?:ada|berlaku|ditetapkan)|kegiatan|acara))?"
    rf"|(?:(?:{_THING}\s+){{0,2}}(?:berjalan|berlangsung|dilaksanakan|terlaksana|dilakukan)\s+)"
    r"(?:dengan\s+|secara\s+)?(?:lancar|baik|aman|tertib|sukses|seperti\s+biasa|sebagaimana\s+mestinya"
    r"|semestinya)(?:(?:\s+dan)?\s+(?:lancar|baik|aman|tertib|sukses))*"
    r"|(?:dengan\s+)?(?:lancar|baik|aman|tertib)(?:(?:\s+dan)?\s+(?:lancar|baik|aman|tertib))*"
    r"|(?:seperti|sebagaimana)\s+(?:biasa|biasanya|mestinya)|menyesuaikan|fleksibel",
    re.IGNORECASE,
)
_FIXES = {
    "apa": "tulis kegiatan atau peristiwanya",
    "siapa": "tulis nama, jabatan, atau lembaga yang terlibat",
    "kapan": "tulis hari, tanggal, dan jamnya",
    "di_mana": "tulis nama tempat dan kotanya",
    "mengapa": "tulis alasan atau tujuan kegiatannya dalam satu kalimat",
    "bagaimana": "tulis jalannya kegiatan dalam satu kalimat",
}


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Answers that only fill the form."""
    if article.kind != REQUIRED_FOR or article.five_w is None:
        return
    seen: dict[str, str] = {}
    for question, answer in article.five_w.items():
        words = " ".join(_WORD.findall(answer)).casefold()
        fault = _fault(question, answer, words, seen, RULE.limit_in(context))
        seen.setdefault(words, question)
        if fault:
            yield RULE.finding(
                article.path,
                article.line(f"5w1h.{question}"),
                f"jawaban “{LABELS[question]}” {fault}",
                _FIXES[question],
                quote=answer.strip(),
                span=answer.strip(),
            )


def _fault(question: str, answer: str, words: str, seen: dict[str, str], fewest: int) -> str | None:
    """What is wrong with an answer that is not empty, or None."""
    if not answer.strip():
        return None
    quote = " ".join(answer.split())
    if not words or _NOTHING.fullmatch(words) or _FILLER.fullmatch(words):
        return f"belum menerangkan apa pun: “{quote}”"
    if words in seen:
        return f"sama dengan jawaban “{LABELS[seen[words]]}”"
    if question in LONGER and len(words.split()) < fewest:
        return f"terlalu singkat: “{quote}”"
    return None


RULE = Rule(
    id="5W-02",
    level=Level.INGAT,
    sentence="Jawaban 5W+1H memberi keterangan, bukan sekadar mengisi kolom.",
    basis="SOP, langkah dokumentasi: konsep berita memuat unsur 5W+1H",
    example_fails="5w1h: {apa: Penilaian pengendalian intern, siapa: Tim pengawas,"
    " kapan: 'Selasa, 10 November 2026', di_mana: Aula kantor di Tirta Raya,"
    " mengapa: Dalam rangka kegiatan,"
    " bagaimana: Tim memeriksa dokumen dan mewawancarai pegawai}",
    example_passes="5w1h: {apa: Penilaian pengendalian intern, siapa: Tim pengawas,"
    " kapan: 'Selasa, 10 November 2026', di_mana: Aula kantor di Tirta Raya,"
    " mengapa: Penilaian wajib dilakukan setiap tahun,"
    " bagaimana: Tim memeriksa dokumen dan mewawancarai pegawai}",
    check=check,
    place=Place.HEAD,
    limit=4,
)
