"""Ages, classes and words for children as they stand beside a name."""

from __future__ import annotations

import re

from terbit.checks.reading.children import PUPIL, SCHOOL

_NUMBER_WORDS = {
    word: n
    for n, word in enumerate(
        "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split(), start=1
    )
} | {
    f"{word} belas": n
    for n, word in enumerate("dua tiga empat lima enam tujuh delapan sembilan".split(), start=12)
}
_NUMBER = r"(?P<age>\d{1,2}|" + "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True)) + ")"
_ADVERBS = (
    r"(?:(?:kini|baru|masih|saat\s+ini|genap|menginjak|memasuki|juga|sama-sama|sekitar|belum"
    r"|bahkan)\s+){0,3}"
)
SOMEBODY = (
    r"(?:atlet|pemain|peserta|penyanyi|pianis|penari|pesilat|pelari|perenang|pembalap|pemud[ai]"
    r"|remaja|gadis|anak|perempuan|laki-laki|lelaki|warga|korban|penulis|juara|pemenang|finalis"
    r"|pelukis|karateka|qari(?:ah)?|penerima|pemeran|musisi|gitaris|pembaca|penyair|perajin"
    r"|pecatur|pebulu\s?tangkis|pemanah|penghuni|putr[ai]|cucu|keponakan|kakak|adik)"
)
"""Nouns for people that say nothing of their age."""
_SOMEBODY_OF_AGE = (
    rf"(?:(?:seorang|sang|salah\s+satu|yang)\s+){{0,2}}(?:{SOMEBODY}|bocah)"
    r"(?:\s+(?:asal\s+\w+|[a-z]{4,12}))?\s+"
)
IN_BRACKETS = re.compile(
    rf"\s{{0,2}}\((?:(?:ber)?(?:usia|umur)\s+)?{_NUMBER}(?:,\d)?(?:\s?(?:tahun|thn"
    rf"|th)\.?)?\s?[),;/]",
    re.IGNORECASE,
)
"""“Dita (12)”."""
PLAIN_AGE = re.compile(
    rf"\s{{0,2}}(?:,\s?(?:yang\s+)?|yang\s+|\(|[–—-]\s?)?(?P<said>{_SOMEBODY_OF_AGE}{_ADVERBS}"
    rf"(?:(?:ber)?(?:usia|umur)\s+)?{_ADVERBS}|{_ADVERBS}(?:ber)?(?:usia|umur)(?:nya)?\s+{_ADVERBS})?(?:sekitar\s+)?{_NUMBER}"
    r"[\s-]+(?:tahun|thn|th|(?P<months>bulan))\b"
    r"(?!\s+(?:penjara|kurungan|saat|ketika|silam|lalu|pengabdian|pengalaman))",
    re.IGNORECASE,
)
"""“Dita, 12 tahun”, “Dita yang baru berusia 12 tahun”, “Dita, atlet berusia 12 tahun”."""
_NOT_A_CHILD = (
    r"(?!\s+(?:sekolah\s+(?:staf|tinggi|komando)|diklat|pelatihan|pkn|sespim|bintara|secapa"
    r"|akademi|dan\b|serta\b|untuk\b|agar\b|yang\s+hadir))"
)
_CLASS = (
    r"(?:bangku\s+)?kelas(?:\s*:)?\s+(?:[IVX]{1,4}\b|\d{1,2}[A-Z]?\b|satu\b|dua\b|tiga\b|empat\b|lima\b"
    r"|enam\b|tujuh\b|delapan\b|sembilan\b|sepuluh\b|sebelas\b)(?!\s+jabatan)"
    rf"|bangku\s+(?:{SCHOOL}|sekolah)|anak\s+(?:{SCHOOL}|sekolah\b)"
)
_CLASS_ALONE = r"\((?:VII|VIII|IX|X|XI|XII|[7-9]|1[0-2])[\s-]?(?-i:M?IPA|IPS|[A-Z]{2,4}|[A-H])\b"
_GRAMMAR = (
    r"(?:(?:merupakan|adalah|ialah|seorang|salah\s+(?:satu|seorang)|selaku|sebagai|masih"
    r"|berstatus|yang|kini|juga|bocah|anak|perempuan|laki-laki|duduk|di|dari|keduanya|ketiganya"
    r"|semuanya|sama-sama|sang|si|tercatat)\s+)"
)
APPOSITION = re.compile(
    rf"\s{{0,2}}(?:\([^()]{{1,24}}\)\s{{0,2}})?(?:,\s{{0,2}}{_GRAMMAR}{{0,4}}"
    rf"|\(\s?{_GRAMMAR}{{0,2}}|[–—-]\s{_GRAMMAR}{{0,4}}|\s{_GRAMMAR}{{1,4}}|(?=kelas)"
    rf"|[–—-]\s(?:{SCHOOL})[^,\n]{{0,30}},\s)"
    rf"(?:(?P<pupil>{PUPIL}\b{_NOT_A_CHILD})|{_CLASS}|(?:balita|bayi|bocah)\b)|\s{_CLASS_ALONE}",
    re.IGNORECASE,
)
"""“Dita, siswi …”, “Dita yang duduk di kelas VI”, “Dita kelas 5B”, “Dita – SDN 3, kelas 5”."""
PUPIL_GOES_ON = re.compile(
    rf"\s+(?:kelas|asal|dari|di|pada|yang|berprestasi|terbaik|teladan|berusia|sekolah|madrasah"
    rf"|inklusi|kami|kembar|baru|pindahan|tingkat|jurusan|unggulan|berkebutuhan|aktif|{SCHOOL}|(?:[A-Z]\w+)|[IVX]+)|\s{{0,2}}(?:[.,;)–-]|$)",
)
OF_A_SCHOOL = re.compile(
    rf"\s{{0,2}}(?:\([^()]{{1,12}}\)\s{{0,2}})?(?:,\s{{0,2}}|[–—-]\s)?(?:\(|dari\s+|asal\s+"
    rf"|perwakilan\s+|siswa\s+|(?<=[,–—-]\s))(?:{SCHOOL})",
    re.IGNORECASE,
)
CONTEST = re.compile(
    r"\b(?:juara|kejuaraan|lomba|olimpiade|pemenang|siswa|siswi|pelajar|murid|santri|peringkat|medali"
    r"|fls2n|o2sn|osn|ksn|finalis|piala|terbaik|beasiswa|paskibra(?:ka)?|pengibar|penggalang|jambore|marching\s+band|drum\s?band)\b",
    re.IGNORECASE,
)
WON = re.compile(
    r"\b(?:diraih|dimenang(?:kan|i)|disusul|direbut|diperoleh|disumbangkan|dipersembahkan"
    r"|juara\s+(?:[IVX]+|\d|\w+))(?:\s+oleh)?:?\s+$|\bjuara\b[^.:\n]{0,40}:\s+$"
    r"|\b(?-i:[A-Z])\w+,?\s+(?:dan|serta)\s+$",
    re.IGNORECASE,
)
STAFF = re.compile(
    r"\b(?:guru|kepala\s+sekolah|kepsek|pengawas|kepala\s+madrasah|ustaz|ustazah|operator|tenaga"
    r"\s+(?:pendidik|kependidikan)|dosen|(?<!negeri\s)pembina|pelatih|bendahara|alumni|alumnus|orang\s+tua"
    r"|komite|pustakawan|satpam|penjaga)\b",
    re.IGNORECASE,
)
YOUNGEST = re.compile(
    r"\b(?:termuda|terkecil|cilik|ananda|adiknya|kakaknya|cucunya|anaknya|putr[ai]nya|bungsu|sulung"
    r"|korban|kecil)\b[^.;]{0,14}$"
    r"|\b(?:salah\s+(?:satu|seorang)|seorang|sang)\s+\w+,\s+$",
    re.IGNORECASE,
)
"""Before a lone word with “(10)”: it is a name."""
_THINGS = (
    r"(?:pohon|kapal(?:\s+motor)?|perahu|jembatan|masjid|gereja|sanggar|perusahaan|organisasi"
    r"|komunitas|klub|band|orkes|gedung|tugu|grup|kesebelasan|merek|hotel|warung|pabrik|kebun"
    r"|aplikasi|bank|surat\s+kabar|majalah|radio|km|yayasan|perpustakaan|koperasi|paguyuban|taman"
    r"|rumah\s+(?:betang|adat|makan|singgah|baca|belajar)|panti|sekolah|kampung|embung|bendungan"
    r"|stadion|museum|pustaka|badan|lembaga|forum|gerakan|program|festival|teater|paduan\s+suara)"
)
NOT_HUMAN = re.compile(
    r"\b(?:orang\s?utan|beruang|sapi|kerbau|kambing|kucing|anjing|harimau|gajah|bekantan|kuda|buaya"
    r"|badak|burung|owa|macan|satwa)\s(?:\w+\s){0,3}$"
    rf"|\b{_THINGS}\s(?:(?:wisata|nelayan|tua|cepat|tradisional|hias|niaga|baca|seni|tari|tani|musik)\s)?"
    rf"(?:(?:\w+\s)?bernama\s|(?-i:[A-Z]\w*\s){{0,3}})$",
    re.IGNORECASE,
)
"""Before a name: an animal or a thing bears it."""
NAME_OF_A_THING = re.compile(rf"{_THINGS}\s", re.IGNORECASE)
"""A name that begins so is none of a person."""

AGED_BARE = re.compile(r",\s(?P<age>\d{1,2}),(?=\s[a-z])")
"""“Rendi, 11, ikut …”: an age without “tahun”."""
YOUNG_KIN = re.compile(
    r"\b(?:putr[ai]|anak|cucu|keponakan|bocah|adik|si|siswa|siswi|pelajar|murid)(?:nya)?\b[^.;]{0,50}(?:,\s|(?<=nya\s))$",
    re.IGNORECASE,
)
"""Before a name with a bare age."""
SIBLING = re.compile(
    r"\s(?:dan|serta|bersama)\s(?:adik|kakak|sepupu|saudar\w{1,3}|teman|kembaran)(?:nya)?\b"
)
"""Behind it."""
AGE_AHEAD = re.compile(
    r"\b(?:(?:umur|usia)nya\s(?:yang\s)?(?:(?:baru|masih|kini|belum\s+genap|genap|menginjak|memasuki)\s){1,2}"
    r"|(?:baru|masih)\s(?:ber)?(?:usia|umur)\s)"
    rf"{_NUMBER}\s+tahun,\s(?:tetapi\s|namun\s|tapi\s)?$",
    re.IGNORECASE,
)
"""“Umurnya baru 12 tahun, tetapi …”: the age of whoever is named next."""
FROM_SCHOOL = re.compile(
    rf"\b(?:dari|perwakilan|wakil|utusan|delegasi|asal)\s(?:{SCHOOL})[^.,;:]{{0,40}},\s$",
    re.IGNORECASE,
)
"""“Dari SDN 1 Langkai, Jessica Amelia keluar sebagai juara”."""
WINS = re.compile(
    r"\s(?:keluar\s+sebagai|menjadi|meraih|merebut|menyabet|memenangkan|menempati|tampil|terpilih|lolos"
    r"|menggondol|mempersembahkan|berhasil|dinobatkan|menduduki)\b"
)
DEAR_CHILD = re.compile(
    rf"\s(?:dari|asal|murid|siswa|siswi)\s(?:{SCHOOL}|kelas\b|PAUD)", re.IGNORECASE
)
"""Behind “Ananda …”."""

A_TIME_SPAN = re.compile(
    r"\s+(?:mengabdi|bekerja|menjabat|menjadi|berturut|sebagai|memimpin|terakhir|setelah|sejak"
    r"|tinggal|menunggu|mengajar|berkarya|masa|menekuni|bertugas|melayani|berdiri|berkiprah)\b",
    re.IGNORECASE,
)
"""Behind “12 tahun” without a word for age: no age."""


def years(age: str) -> int:
    """How old a number, in figures or words, says somebody is."""
    word = " ".join(age.casefold().split())
    return int(word) if word.isdecimal() else _NUMBER_WORDS[word]
