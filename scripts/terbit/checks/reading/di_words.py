"""What follows “di” and “ke”: places and times stand apart, verbs and nouns are joined.

Closed lists (EYD V, kata depan and imbuhan): a word in neither is left alone.
"""

from __future__ import annotations

import re

_PLACES = """
mana sini sana situ atas bawah dalam luar antara samping sebelah depan belakang tengah tepi pinggir
sekitar sekeliling hadapan seberang sepanjang seluruh setiap tiap semua beberapa berbagai sejumlah
suatu sebuah sela-sela sisi ujung pojok sudut dekat permukaan pelosok pedalaman perbatasan rumah
kantor sekolah jalan tempat pasar ruang ruangan gedung aula halaman lapangan lokasi puskesmas
wilayah daerah kecamatan kelurahan kabupaten provinsi kota desa dusun dunia negara negeri bidang
lingkungan pusat hotel masjid gereja kampus kelas kampung hutan laut pantai sungai darat sawah
kebun meja bulan tahun hari pagi siang sore akhir awal saat masa era zaman tingkat pihak tangan
hati kanan kiri lantai media acara bandara pelabuhan stasiun terminal pemerintahan kementerian
dinas instansi perusahaan pabrik gudang kawasan taman museum pendopo posko bank toko surat kartu
berita situs website internet televisi radio kabinet mesin mobil kapal pesawat seputar lain luar
kalangan hulu hilir muara bumi langit udara
""".split()
_BOTH_WITH_DI = frozenset("surat kartu mesin bank radio sela-sela hati".split())
"""“disela”, “dimesin…” and such are, or may be, verbs."""
_OF_DI = frozenset(_PLACES) - _BOTH_WITH_DI
_TO = """
mana sini sana situ atas bawah dalam depan belakang samping sebelah tengah pinggir hadapan seberang
seluruh setiap semua berbagai beberapa rumah kantor sekolah jalan tempat pasar ruang gedung aula
lapangan lokasi puskesmas wilayah kecamatan kelurahan kabupaten provinsi kota desa negara negeri
pusat hotel masjid kampus kelas kampung hutan laut pantai sungai kanan kiri tingkat arah ujung
pelosok dinas instansi bandara pelabuhan stasiun terminal gudang lapas rutan bank toko kebun
sawah museum taman pendopo posko permukaan
""".split()
JOINED = {
    **{f"di{place}": f"di {place}" for place in _OF_DI},
    **{f"di{place}nya": f"di {place}nya" for place in _OF_DI},
    **{f"ke{place}": f"ke {place}" for place in _TO},
    "dimanapun": "di mana pun", "dimanakah": "di manakah", "kemanapun": "ke mana pun",
    "kedepannya": "ke depannya",
        "ditengah-tengah": "di tengah-tengah",
}  # fmt: skip
"""“di” and “ke” joined with a place, by what they should be; none of these is a verb."""

_WITH_I = """
hadir ikut penuh awal akhir damping kunjung lengkap layan milik sepakat tandatangan tangan tanggap
tindaklanjut wakil warna temu teman dana biaya tahu paham percaya awas batas bekal beban berkah
lalu lampau lewat lindung lunas minat nikmat patuh pelajar perbaik perbaru sadar setuju sikap
syukur taat teladan tempat tinggal urus hormat jauh jumpa kurang serta terang hias cinta cermat
dekat halang datang dasar jalan naung ayom kenal obat
""".split()
_WITH_KAN = """
laksana selenggara ada syukur perboleh kena roboh rancang beri sampai kata jelas terang tegas terap
tetap tentu lapor umum serah salur bagi kumpul guna manfaat harap ingin laku kerja rencana siap
sedia jadi jalan lanjut tingkat turun kembang bangun diri resmi buka tutup pasang tambah hapus
hilang pindah kirim terbit cetak muat tayang siar sebar luas sosialisasi koordinasi konsultasi
harus wajib perlu butuh mungkin izin boleh larang batal kenal simpul usul aju minta mohon putus
tugas tunjuk angkat lantik berhenti henti beri anugerah serta libat ikut peran guna fokus utama
prioritas fungsi fasilitas selesai tuntas rampung jadwal agenda mulai dasar sesuai arah bimbing
ajar latih didik sekolah sehat aman tertib bersih rapi benar bukti nyata wujud tunai ganti kembali
letak tempat parkir hidup mati dengar lihat tampil perlihat pertunjuk hadir datang satu gabung padu
integrasi sinergi seimbang kait hubung samping banding diskusi musyawarah tolak abai lupa ingat
catat tulis baca cantum sebut nama data daftar hitung nilai anggar belanja bayar setor pulih sembuh
selamat evakuasi korban bebas lepas aman vonis jatuh kira perkira rasa pikir percaya yakin pasti
jamin lindung lestari tanam panen pupuk distribusi produksi operasi aktif kendali periksa
verifikasi validasi evaluasi tindak tindaklanjut monitor serah tayang unggah unduh pamer lomba
pertanding menang ramai semarak peringat raya ibadah kumandang nyanyi putar antar jemput sambut
perkenal perintah instruksi perhati pertimbang pertahan persiap pertemu perjuang perdebat permudah
mudah lancar percepat perbanyak tunjuk tentu hasil cipta buat kelompok klasifikasi golong urut
susun taruh hidang saji singkat ringkas satu dua sama beda kecuali tiada tinggal lewat umpama
contoh gambar lukis cerita kisah ungkap utara papar urai jabar rinci rekomendasi saran anjur imbau
kukuh mantap kuat lemah rusak hancur kosong isi sedekah sumbang hibah wakaf infak zakat amanat
mandat tanda serahterima sah legal sebab optimal maksimal minimal galak alokasi realisasi canang
gagas kucur gelontor sangka akibat konfirmasi klarifikasi publikasi tempel gratis rawat
""".split()
_BARE = """
baca pimpin beri bangun ambil kirim terima buat bawa bayar beli jual tulis susun sebut gelar
panggil periksa dukung bahas bantu ubah ukur undang tunjuk tunda tangkap pakai potong simpan tanam
tinjau larang lihat dapat cari cek dorong gugat hapus hitung imbau ingat jaga jawab jemput kaji
kelola kenal kutip lantik latih mulai pandu pantau pecat pegang peroleh pinjam puji rancang rekam
rekrut rinci sambut sita susul tambah tempuh tolak tutup ungkap unggah unduh usul utus verifikasi
validasi minta atur angkat bimbing bongkar catat jabat jamin kawal kirim pasang pilih sebar serang
siram tegur tanya tuntut tahan ganti tempel cuci kupas giling timbang angkut gali timbun rawat
ajak setor cabut cegat curi giring halau lacak lempar masak paksa putar rakit ramu rebut sapa serap
simak sumbang suruh tabrak tembak timpa titip tukar usir
rujuk usung tarik cegah tekan genjot pacu garap dominasi inisiasi fasilitasi
evaluasi audit
""".split()
VERBS = (
    frozenset(f"{base}i" for base in _WITH_I)
    | frozenset(f"{base}kan" for base in _WITH_KAN)
    | frozenset(_BARE)
    | frozenset(
        "tandatangani tindaklanjuti pelajari perbaiki perbarui perlukan pergunakan perkenalkan"
        " persiapkan pertahankan pertimbangkan perhatikan perintahkan perkirakan peruntukkan"
        " peringati perkuat percepat perluas permudah perbanyak perpanjang pertegas perketat"
        " perdalam perjelas persembahkan perbolehkan perdengarkan pertunjukkan pertemukan"
        " hadirkan saksikan prakarsai huni".split()
    )
)
"""Passive verbs without their “di-”."""

NOUNS = {
    noun[2:]: noun
    for noun in (
        "kegiatan kehadiran keamanan kesehatan kebijakan keuangan kebutuhan kesempatan kewajiban"
        " kepentingan ketentuan keterangan keberadaan keberhasilan kemerdekaan kelancaran"
        " keesokan keikutsertaan keseluruhan kesejahteraan ketersediaan kesepakatan kecelakaan"
        " ketertiban kebersihan kepemimpinan kemampuan kemajuan keselamatan kesiapan kesadaran"
        " kedisiplinan keterbukaan kepatuhan kerugian kepada kemudian keluarga"
    ).split()
}
"""Nouns with “ke-…-an” and others without their “ke”."""

NUMBERS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
ORDINAL = re.compile(
    r"\b(?:(?=ke\s+\w{1,12}\s+kali(?:nya)?\b)|(?:yang|peringkat|hari|urutan|tahap|juara|kali|bulan|tahun|semester|triwulan|periode|edisi"
    r"|angkatan|minggu|pekan|putaran|gelombang|HUT|hari\s+jadi|ulang\s+tahun|peringatan)\s+)"
    rf"(?P<said>ke\s+(?P<number>{'|'.join(NUMBERS)}|\d{{1,4}}))\b"
    r"(?!\s+(?:lokasi|tempat|daerah|kabupaten|kecamatan|kota|desa|sekolah|titik|arah|rumah|orang)\b)",
    re.IGNORECASE,
)
"""“peringkat ke dua”, “HUT ke 65”: ordinals are joined, with digits by a hyphen."""
