"""Indonesian-like sentences of an office: own word lists, a small grammar, Zipf's frequencies.

Nothing is copied from anywhere; the sentences are well formed and mean little. Words come by
rank, the first of a list far more often than the last (weight 1/rank), as in real texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, product
from random import Random

TRANSITIVE = (
    "periksa catat susun nilai bahas pantau telaah simpan tata rawat bina bangun ukur hitung"
    " tulis uji pilih pasang tutup banding bantu dukung jaga kirim terima tampung tinjau rekam"
    " timbang kelola pelihara evaluasi verifikasi dokumentasi identifikasi validasi audit survei"
).split()
"""Roots of verbs that take an object without a suffix, the frequent ones first."""
THINGS = (
    "laporan keuangan;rencana kerja;anggaran daerah;pelayanan publik;barang milik daerah;dana desa;"
    "informasi publik;arsip kegiatan;hasil pemeriksaan;pengendalian intern;kinerja pegawai;"
    "pengaduan masyarakat;standar layanan;daftar risiko;buku kas;kontrak pekerjaan;data pegawai;"
    "berita acara;rencana aksi;program daerah;jadwal pelayanan;ruang layanan;gudang obat;"
    "jalan lingkungan;sumur bersama;perahu layanan;balai warga;pasar rakyat;jembatan kayu;"
    "kebun percontohan;perpustakaan keliling;posko kesehatan;alat ukur;peta wilayah;"
    "papan informasi;"
    "naskah dinas;surat tugas;tindak lanjut;catatan persediaan;kartu inventaris;uang muka;"
    "pajak daerah;retribusi parkir;izin usaha;sarana air bersih;lampu penerangan;saluran drainase;"
    "bantuan sosial;beasiswa daerah;gedung sekolah;rumah singgah;bank sampah;armada angkutan;"
    "dermaga kecil;alat pemadam;tanaman pangan;pupuk bersubsidi;benih ikan;ternak warga;"
    "kawasan hutan;lahan gambut;batas wilayah;sertifikat tanah;aplikasi layanan;jaringan internet;"
    "kotak saran;loket pengaduan;piagam pengawasan;kode etik;pakta integritas;laporan harta"
).split(";")
ACTORS = (
    "tim pengawas;pegawai;perangkat daerah;auditor;pengelola barang;bendahara;warga;pengurus desa;"
    "kelompok kerja;petugas layanan;panitia;pejabat pengadaan;operator data;pendamping desa;"
    "penyusun laporan;kepala bidang;pengelola arsip;unit pelaksana;tenaga ahli;guru;perawat;"
    "penyuluh;nelayan;petani;pedagang;pemuda;kader kesehatan;pengemudi;peneliti;relawan;"
    "pengurus koperasi;kelompok tani;komite sekolah;pengelola pasar;juru parkir;penjaga pintu air"
).split(";")
QUALITIES = (
    "tertib lengkap jelas terbuka cepat tepat sederhana rapi mudah teratur terukur terarah"
    " seragam aman hemat layak ringkas merata tuntas bersih ramah cermat utuh wajar"
).split()
PURPOSES = (
    "agar warga terlayani dengan baik;supaya tidak ada pekerjaan yang tertunda;"
    "sebagai bahan perbaikan tahun berikutnya;sesuai dengan rencana kerja;"
    "tanpa mengganggu pelayanan;dengan melibatkan semua bidang;sebelum anggaran dibahas;"
    "setelah data dicocokkan;bersama pengurus setempat;secara bertahap;melalui rapat mingguan;"
    "dengan daftar uji yang sama;untuk mencegah kekeliruan yang berulang;"
    "karena kebutuhannya mendesak;selama lima hari kerja"
).split(";")
SYLLABLES = "ta ra ma ka lu ba sa ri na hu ti la mu ku pa ni wa si du re".split()
CATEGORIES = (
    "pengawasan layanan pembinaan keuangan pencegahan aset desa kepegawaian kegiatan pengumuman"
).split()
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
).split()
DROPPED = {"p": "mem", "t": "men", "s": "meny", "k": "meng"}
KEPT = {"b": "mem", "f": "mem", "v": "mem"} | dict.fromkeys("dcjz", "men")
KEPT |= dict.fromkeys("aiueogh", "meng")


@cache
def weights(count: int) -> tuple[float, ...]:
    """Zipf's law for so many ranks, summed up."""
    return tuple(accumulate(1 / rank for rank in range(1, count + 1)))


def pick(chance: Random, words: Sequence[str]) -> str:
    """One word, by its rank."""
    return chance.choices(words, cum_weights=weights(len(words)))[0]


def active(root: str) -> str:
    """The verb with meN-: periksa -> memeriksa, catat -> mencatat, rawat -> merawat."""
    if root[0] in DROPPED:
        return DROPPED[root[0]] + root[1:]
    return KEPT.get(root[0], "me") + root


def process(root: str) -> str:
    """The noun with peN-…-an: periksa -> pemeriksaan; loan words stay as they are."""
    return root if root.endswith("si") else f"pe{active(root)[2:]}an"


@cache
def places() -> tuple[str, ...]:
    """Names of villages that do not exist."""
    names = (f"{a}{b}{c}".capitalize() for a, b, c in product(SYLLABLES, repeat=3))
    found = list(names)
    Random(1).shuffle(found)  # noqa: S311  (the same each time)
    return tuple(found[:2500])


@cache
def tags() -> tuple[str, ...]:
    """Eight hundred tags, such as PencatatanDanaDesa."""
    named = [f"{process(root)} {thing}" for thing, root in product(THINGS, TRANSITIVE)]
    found = ["".join(word.capitalize() for word in name.split()) for name in named]
    Random(2).shuffle(found)  # noqa: S311
    return tuple(found[:800])


def sentence(chance: Random) -> str:
    """One sentence of eight to twenty words."""
    text = chance.choice((_plain, _passive, _process, _counted, _wish, _because))(chance)
    return f"{text[0].upper()}{text[1:]}."


def paragraph(chance: Random, least: int = 3, most: int = 4) -> str:
    """Some sentences."""
    return " ".join(sentence(chance) for _ in range(chance.randint(least, most)))


def clause(chance: Random) -> str:
    """Who does what."""
    return f"{pick(chance, ACTORS)} {active(pick(chance, TRANSITIVE))} {pick(chance, THINGS)}"


def _plain(chance: Random) -> str:
    place = f" di Desa {pick(chance, places())}" if chance.random() < 0.4 else ""
    return f"{clause(chance)}{place} {pick(chance, PURPOSES)}"


def _passive(chance: Random) -> str:
    verb, actor = f"di{pick(chance, TRANSITIVE)}", pick(chance, ACTORS)
    return f"{pick(chance, THINGS)} {verb} oleh {actor} {pick(chance, PURPOSES)}"


def _process(chance: Random) -> str:
    noun, thing = process(pick(chance, TRANSITIVE)), pick(chance, THINGS)
    return f"{noun} {thing} kini lebih {pick(chance, QUALITIES)} {pick(chance, PURPOSES)}"


def _counted(chance: Random) -> str:
    count = chance.randint(12, 96)
    done, verb = chance.randint(5, count - 2), f"di{pick(chance, TRANSITIVE)}"
    return f"dari {count} {pick(chance, THINGS)}, sebanyak {done} sudah {verb} dan sisanya menyusul"


def _wish(chance: Random) -> str:
    thing, quality = pick(chance, THINGS), pick(chance, QUALITIES)
    return f"{pick(chance, ACTORS)} berharap agar {thing} makin {quality} {pick(chance, PURPOSES)}"


def _because(chance: Random) -> str:
    quality = pick(chance, QUALITIES)
    return f"hasilnya lebih {quality} karena {clause(chance)} {pick(chance, PURPOSES)}"
