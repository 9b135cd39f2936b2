"""KIP-05: quoted internal papers of an office wait for a human decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from terbit.checks.base import Context, Rule
from terbit.checks.reading.prose import Text, sentences, squeeze
from terbit.checks.reading.teaching import TEACHING, in_title_of_law
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import plain
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_STEMS = (
    "nota dinas",
    "nodin",
    "disposisi",
    "rahasia",
    "telaah",
    "memo",
    "nota intern",
    "nota pertimbangan",
)
_PAPER = re.compile(
    r"\b(?P<paper>(?:nota[\s-]dinas|nodin)(?:nya)?|(?:lembar\s+)?disposisi(?:nya)?|(?:men|di)disposisi(?:kan)?"
    r"|(?:surat|nota|dokumen|memo\w*)\s+(?:dinas\s+)?(?:yang\s+)?(?:ber)?(?:sifat\s+|kategori\s+"
    r"|klasifikasi\s+|kode\s+)?(?:sangat\s+)?rahasia|telaah(?:an)?\s+staf|memo(?:randum)?\s+intern(?:al)?"
    r"|nota\s+intern(?:al)?|memo(?:randum)?(?=\s+(?:dinas|nomor|no\.|kepala|inspektur|sekretaris)))(?!\w)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<![\w./-])(?:ND|Nd)[-.–/]\s?\d[\w.\-]*(?:/[\w.\-]+)*|\bND\s+(?:Nomor|No\.?)\s*:?\s*\S*\d\S*"
    r"|(?<![\w./-])[\w.\-]{1,20}(?:/[\w.\-]{1,20}){0,5}/ND(?:/[\w.\-]{1,20}){1,5}"
    r"|(?<![\w./-])R[-–./]\s?\d{1,5}(?:/(?!R[-–]?\d)[\w.\-]{1,20}){1,6}"
    r"|(?<=[Ss]urat )R-\d{1,5}(?![\w-])|(?<=[Nn]omor )R-\d{2,5}/?\w*|(?<=[Nn]o\. )R-\d{2,5}/?\w*"
)

_CODED = re.compile(r"[ (/\"“]n?[dr](?:[-–./]\s?\d|/\w| n)")
"""“ND-12”, “R-12/…”, “…/ND/…” in a casefolded line."""

_OTHER_BEHIND = re.compile(
    r"\s*(?:elektronik|digital|online|daring|surat\s+masuk\s+(?:elektronik|digital)|kekayaan"
    r"|vaksin|genetik|mutasi|dalam\s+aplikasi|aset|kepribadian)",
    re.IGNORECASE,
)
_OTHER_AHEAD = re.compile(
    r"\b(?:format|formulir|blangko|blanko|bentuk|jenis|contoh|templat|kop|aplikasi|fitur|modul|menu"
    r"|alur|proses|tata\s+cara|cara|penulisan|pembuatan|penyusunan|pengetikan|pengarsipan|arsip|sampul"
    r"|amplop|map|lembar|kolom|stempel|pemungutan\s+suara\s+secara|waktu|kecepatan|antrean|penomoran"
    r"|menulis(?!\s+(?:dalam|pada|lewat))|membuat|mengetik|mencetak|menyusun|mengisi|susunan|konsep|pengelolaan|pengiriman"
    r"|ketentuan|kerahasiaan|menangani|penanganan|menyimpan|penyimpanan|digitalisasi|buku|register"
    r"|agenda|sistem|pengendalian|layanan|definisi|istilah|memberi|mengurangi|mempercepat)\s+"
    r"(?:\w+\s+|/\s*){0,2}$",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(?:adalah|ialah|merupakan|aplikasi|e-office|SRIKANDI|tata\s+kearsipan|arsiparis|kearsipan"
    r"|antara\s+lain\s+(?:surat|nota)|meliputi|jenis\s+naskah|naskah\s+dinas|persuratan|tidak\s+perlu"
    r"|tanpa|lomba|formulir|informasi\s+(?:yang\s+)?dikecualikan|dikecualikan|contoh|apabila|jika|bila"
    r"|tidak\s+boleh|dilarang|jangan|wajib\s+\w+\s+dengan|setiap\s+(?:surat|nota|disposisi|pegawai)"
    r"|semua\s+(?:surat|nota)|seluruh\s+(?:surat|nota)|rata-rata|menit)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[^.;]{0,40}?\b(?:ter)?tanggal(?:nya)?\s+\d|[^.;]{0,60}?\b(?:ber)?(?:nomor|no)\b\.?\s{0,2}:?\s{0,2}[\w./-]{0,12}\d|\s*[:(]?\s*[\w.-]{1,12}/\S*\d",
    re.IGNORECASE,
)
_CITED_AHEAD = re.compile(
    r"\b(?:berdasarkan|berdasar|sesuai(?:\s+dengan)?|menindaklanjuti|menurut|merujuk(?:\s+pada|\s+ke)?"
    r"|mengacu(?:\s+pada|\s+ke)?|sebagaimana|atas(?:\s+dasar)?|memperhatikan|menjawab|mengutip|kutipan"
    r"|isi|bunyi|substansi|dari|dalam|melalui|lewat|perihal|tembusan|salinan|bocoran|tertuang\s+dalam"
    r"|tercantum\s+(?:dalam|pada)|tindak\s+lanjut|merespons|sejalan\s+dengan|menerima|mengirim(?:kan)?"
    r"|menyampaikan|diterbitkan|menerbitkan|terbit|keluar|mengeluarkan|menandatangani|membubuhkan"
    r"|beredar(?:nya)?|potongan|foto|menyebut|pada|lewat|adanya)\s+(?:\w+\s+){0,4}?$",
    re.IGNORECASE,
)
_SPECIMEN = re.compile(
    r"\b(?:menjadi|dijadikan|sebagai|untuk)\s+(?:bahan\s+|materi\s+)?(?:contoh|latihan|berlatih|peraga"
    r"|simulasi|ajar|pembelajaran)\b",
    re.IGNORECASE,
)
"""A paper that a course shows."""

_STRONG_AHEAD = re.compile(
    r"\b(?:berdasarkan|berdasar|menindaklanjuti|menurut|merujuk|mengacu|sebagaimana|mengutip|kutipan"
    r"|isi|bunyi|substansi|bocoran|tertuang|tercantum|atas\s+dasar|memperhatikan|salinan|beredar(?:nya)?"
    r"|tertulis|termuat|tersebar|tangkapan\s+layar|bocor\w*|dituangkan|terungkap|diketahui|menulis\s+(?:dalam|pada|lewat))"
    r"\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_FOLLOWED_AHEAD = re.compile(
    r"\b(?:atas|sesuai(?:\s+dengan)?|sejalan\s+dengan|melalui|lewat|menerima|mendapat)\s+$",
    re.IGNORECASE,
)
_CONTENT_BEHIND = re.compile(
    r"\b(?:isi(?:nya)?|berisi(?:kan)?|memuat|bunyi(?:nya)?|berbunyi|menyebut(?:kan)?|memerintahkan"
    r"|diperintahkan|menyatakan|tertulis|tertanggal|menginstruksikan|menegaskan|menyimpulkan|memutuskan|mengusulkan"
    r"|merekomendasikan|menyarankan|meminta|diminta|agar|supaya|menyetujui|melaporkan|perihal"
    r"|kepada|dikutip|dibacakan|disebut\w*|beredar|bocor\w*|ditunjukkan|bahwa|tersebar|turun|menetapkan|bertuliskan|membahas|menolak|tanggal\s+\d)\b|[“\"]",
    re.IGNORECASE,
)
_MOST = 12
"""Papers of one sentence that are weighed; each weighs the whole sentence."""
_NEAR = 160
"""Characters ahead of a paper in which its citation begins."""

_QUOTATION = re.compile(r"[“\"][^”\"]{0,400}[”\"]")
_WRITER = re.compile(
    r"\s*(?:internal\s+)?(?:bersifat\s+rahasia\s+)?(?:dari\s+|oleh\s+)?(?:Plt\.\s*|Plh\.\s*|Pj\.\s*|Bapak\s+|Ibu\s+|Pak\s+|Bu\s+)?(?:Gubernur|Wakil|Bupati|Wali|Sekda|Sekretaris"
    r"|Inspektur|Kepala|Irban|Kasubb?ag|Kab(?:ag|id|an)|Kadis|Ka(?:ro|si)\b|Ketua|Direktur|Camat|Asisten|pimpinan|atasan|bidang|bagian)",
    re.IGNORECASE,
)

_SUPERIOR = re.compile(r"\s*(?:dari\s+|oleh\s+)?(?:pimpinan|atasan|bidang|bagian)", re.IGNORECASE)
_POST = re.compile(
    r"\b(?:Gubernur|Bupati|Wali\s+Kota|Sekda|Sekretaris|Inspektur|Kepala|Camat|Direktur)\b"
    r"[^.;,]{0,60}$"
)
_WAITS = re.compile(r"\b(?:menunggu|memerlukan|membutuhkan|perlu|tanpa|untuk|jumlah)\s+$", re.I)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Internal notes, dispositions and secret letters that are numbered, quoted or relied on."""
    line = plain(article)
    coded = bool(_CODED.search(line))
    if not coded and not any(stem in line for stem in _STEMS):
        return
    for text in texts(article):
        for start, end in _cited(text):
            quote = squeeze(text.text[start:end])
            yield RULE.in_text(
                article,
                text,
                (start, end),
                f"“{quote}” adalah surat intern kantor yang dikutip atau dijadikan dasar",
                "sebutkan keputusan atau kegiatannya saja, atau minta pejabat penelaah menulis"
                " alasannya di catatan_pemeriksaan",
            )


def _cited(text: Text) -> Iterator[tuple[int, int]]:
    words = text.text
    taken = -1
    for match in _CODE.finditer(words):
        if not _is_template(text, match):
            yield match.span()
            taken = match.end()
    if not _PAPER.search(words):
        return
    for start, end in sentences(words):
        if start <= taken <= end:
            continue
        for match in islice(_PAPER.finditer(words, start, end), _MOST):
            if _is_cited(words, match, start, end):
                yield match.span()
                break


def _is_template(text: Text, match: re.Match[str]) -> bool:
    before = text.before(match.start(), 60)
    return bool(
        re.search(r"\b(?:contoh|format|kode|misalnya|seri|tipe|ukuran)\s+\S*\s*$", before, re.I)
    )


def _is_cited(words: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a paper is numbered, relied on or told of, not spoken of in general."""
    sentence = words[start:end]
    before = words[max(start, match.start() - _NEAR) : match.start()]
    unquoted = _QUOTATION.sub("", sentence)
    behind = words[match.end() : end]
    if _OTHER_BEHIND.match(behind) or in_title_of_law(sentence, match.start() - start):
        return False
    numbered = bool(_NUMBER.match(behind)) and not re.match(r"\s*(?:Tahun|ke-)", behind)
    general = TEACHING.search(unquoted) or _GENERAL.search(unquoted)
    if numbered:
        shown = TEACHING.search(unquoted) and _SPECIMEN.search(unquoted)
        return not (shown or TEACHING.search(before))
    if _OTHER_AHEAD.search(before) or general:
        return False
    if _STRONG_AHEAD.search(before):
        return True
    if _is_written(match, behind, before):
        return True
    told = bool(_CONTENT_BEHIND.search(behind))
    return told and bool(_CITED_AHEAD.search(before) or _WRITER.match(behind) or not before.strip())


def _is_written(match: re.Match[str], behind: str, before: str) -> bool:
    """Whether somebody is said to have written the paper; a superior in general did so once."""
    if match[0].casefold().startswith(("mendisposisi", "didisposisi")):
        return bool(_WRITER.match(behind) or _POST.search(before))
    if _SUPERIOR.match(behind):
        return bool(_FOLLOWED_AHEAD.search(before))
    return bool(_WRITER.match(behind)) and not _WAITS.search(before)


RULE = Rule(
    id="KIP-05",
    level=Level.TAHAN,
    sentence="Nota dinas, disposisi, dan surat rahasia hanya dikutip dengan alasan pejabat"
    " penelaah.",
    basis="UU 14/2008 Pasal 17 huruf i",
    example_fails="Berdasarkan nota dinas Nomor 045/112/SEKRE, rapat dipindahkan ke aula.",
    example_passes="Peserta belajar menulis nota dinas dan lembar disposisi dengan benar.",
    check=check,
)
