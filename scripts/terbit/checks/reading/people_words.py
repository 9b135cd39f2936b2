"""Word lists that tell names of people from everything else that is written with a capital."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

HONORIFICS = frozenset(
    "sdr sdri saudara saudari ibu bapak bpk pak bu nona nn tn ny tuan nyonya mbak mas bang kak"
    " kakek nenek mbah mama om tante paman bibi acil ustaz ustazah ustad ustadz kiai kyai gus emak"
    " mak".split()
)
"""Stand before a private person's name; a title may stand between ("Bapak Camat")."""

DEGREES = frozenset(
    "dr drs dra ir prof h hj kh moh muh muhammad mohammad muhamad mochammad abd abdul st siti m"
    " r rr"
    " hajjah haji".split()
)
"""Begin a name, so that one word behind them is enough."""

GIVEN = frozenset(
    "siti muhammad mohammad muhamad mochammad moh muh abdul abd ahmad achmad drs dra h hj agus andi"
    " anita arif aulia bambang dedi deni desi didik endang erna fatimah fitri hendra heri herlina"
    " irma iwan joko kristina marlina mariana muhtar nani nurhayati nurul nyoman rahmat rahmad"
    " retno rika rina rini rizki rosita rudi ruslan rusmini saiful sulastri sumiati suparman"
    " suryani susanti suyanto syamsul titin tuti udin wayan wawan wiwin yanti yohanes yuliana"
    " yulianti yusuf zainal".split()
)
"""Given names that villages are not called by (unlike Eka, Hadi, Indra, Putri, Sari)."""

TITLES = frozenset(
    "gubernur wagub wakil bupati wabup wali walikota wawali camat lurah kades kepala kadis kabid"
    " kabag kasubbag kasubag kasubbid kasi kasat kanit sekretaris sekda sekdes sekcam sekwan"
    " inspektur irban auditor ketua anggota direktur direktris dirut manajer menteri presiden"
    " dirjen"
    " deputi asisten staf bendahara koordinator penelaah analis pengawas pemeriksa rektor dekan"
    " dosen guru kepsek komandan kapolda kapolres kapolresta kapolsek wakapolres dandim danrem"
    " pangdam kajati kajari hakim jaksa pj plt plh pjs penjabat admin pranata penyuluh perawat"
    " bidan dokter psikolog pendeta pastor uskup narasumber pemateri moderator instruktur"
    " fasilitator"
    " damang mantir legislator komisioner pembina pelatih pendamping penasihat pimpinan"
    " kolonel letkol mayor kapten letnan jenderal irjen brigjen kombes akbp kompol akp iptu ipda"
    " aiptu aipda bripka brigadir briptu bripda serka sertu serda pelda peltu"
    " petugas pejabat juru pengacara advokat arsiparis pustakawan verifikator operator"
    " wasekjen sekjen kasubdit inspektorat".split()
)
"""Behind these a name is that of somebody grown up and at work."""

PROFESSIONS = frozenset(
    "guru dosen perawat bidan dokter psikolog pendeta pastor pelatih pendamping pengacara advokat"
    " narasumber pemateri moderator instruktur fasilitator pustakawan operator penasihat".split()
)
POSTS = TITLES - PROFESSIONS
"""Behind these a name is that of somebody in office."""

INSTITUTIONS = frozenset(
    "desa kelurahan kecamatan kabupaten kota kotamadya provinsi dusun dukuh kampung kab kec kel"
    " prov"
    " jalan jl gang gg komplek kompleks perumahan perum blok jembatan bundaran taman lapangan"
    " stadion gelanggang pasar pelabuhan dermaga bandara bandar terminal stasiun sungai danau"
    " gunung bukit pulau kepulauan pantai teluk laut selat hutan tumbang muara kuala"
    " dinas badan biro bagian bidang seksi subbagian kantor sekretariat kementerian lembaga"
    " inspektorat komisi komite dewan majelis mahkamah pengadilan kejaksaan kepolisian polda polres"
    " polresta polsek kodim korem kodam satuan satpol unit balai pusat puskesmas pustu posyandu"
    " poli"
    " poliklinik klinik rsud rsup rsj rs bpjs apotek laboratorium universitas institut"
    " politeknik akademi sekolah madrasah pondok pesantren yayasan perguruan fakultas prodi jurusan"
    " sd sdn sdit sds smp smpn smpit sma sman smk smkn mi min mts mtsn ma man mis mtss mas slb slbn"
    " tk paud tka tpa tpq lpka bapas lapas rutan panti sakit makan betang asrama hotel aula"
    " gedung balairung graha wisma"
    " istana masjid musala mushola langgar gereja katedral pura vihara klenteng balai bank koperasi"
    " bumdes pt cv ud firma perusahaan toko warung restoran kafe mal mall plaza swalayan"
    " undang-undang uu perda pergub perbup perwali perpres permen pp keputusan peraturan instruksi"
    " surat pasal program gerakan forum festival lomba kejuaraan piala turnamen olimpiade seminar"
    " kongres musyawarah konferensi hari tahun bulan malam rapat upacara apel operasi kampanye"
    " aplikasi sistem portal situs laman aliansi asosiasi ikatan persatuan perhimpunan himpunan"
    " organisasi partai fraksi karang pramuka palang kwartir pemerintah pemprov pemkab pemkot pemko"
    " republik negara kerajaan kesultanan suku bangsa bahasa tari lagu tim kelompok regu kelas"
    " divisi"
    " daerah wilayah kawasan zona dapil tps rt rw kuil proyek paket dana alokasi kode nomor"
    " no paroki keuskupan jemaat resort museum monumen tugu galeri kebun mes kafe cafe resto butik"
    " salon bengkel depot kios gerai studio sanggar klub komunitas gor kapal spbu agen paguyuban"
    " sentra pabrik peternakan".split()
)
"""What follows these is the name of a place, an office, a law or a programme."""

COMMON = frozenset(
    "januari februari maret april mei juni juli agustus september oktober november desember"
    " senin selasa rabu kamis jumat jum'at sabtu minggu ahad"
    " yang dan di ke dari pada dalam untuk dengan oleh kepada atas bagi sebagai selaku adalah ialah"
    " merupakan itu ini tersebut para sang si atau serta juga karena agar supaya jika bila apabila"
    " ketika saat setelah sesudah sebelum sejak selama sementara meski meskipun walau namun tetapi"
    " tapi sedangkan bahwa maka lalu kemudian selain antara sekitar hingga sampai tanpa secara"
    " setiap semua seluruh seorang sebanyak sejumlah beberapa banyak sebagian kedua ketiga satu dua"
    " tiga empat lima enam tujuh delapan sembilan sepuluh belasan puluhan ratusan ribuan"
    " tidak bukan belum telah sudah akan sedang masih dapat bisa harus wajib mohon silakan"
    " kami kita saya ia dia mereka beliau anda aku siapa apa kapan mengapa bagaimana mana"
    " warga masyarakat penduduk pengunjung pemohon peserta panitia undangan keluarga orang tua ayah"
    " ibu bapak anak anak-anak bocah balita bayi remaja pemuda pemudi siswa siswi pelajar santri"
    " santriwati santriwan murid mahasiswa mahasiswi alumni korban pelaku saksi tersangka terdakwa"
    " terpidana terlapor pelapor pengadu oknum narapidana pasien penderita penyandang pengidap"
    " difabel disabilitas pegawai karyawan asn pns pppk tenaga honorer nelayan petani pedagang"
    " pengusaha penjahit buruh sopir tokoh adat agama pemuka ulama ustaz ustazah relawan kader"
    " pemenang juara finalis atlet penerima duta wakil nama usia umur lahir tempat tanggal alamat"
    " keterangan foto video gambar tabel data informasi layanan pelayanan publik laporan berita"
    " pengumuman ralat hak jawab sumber catatan kepala ringkasan judul kegiatan acara sosialisasi"
    " pelatihan bimbingan teknis bimtek workshop lokakarya penilaian evaluasi monitoring supervisi"
    " pengawasan pengendalian intern internal audit reviu tindak lanjut temuan hasil rekomendasi"
    " rencana aksi kerja sama kerjasama nota kesepahaman penandatanganan penyerahan penghargaan"
    " bantuan sosial sembako beasiswa indonesia pintar sehat cerdas tunai langsung harapan"
    " anggaran pendapatan belanja keuangan aset barang jasa pengadaan pembangunan infrastruktur"
    " pendidikan kesehatan lingkungan hidup kehutanan perkebunan pertanian perikanan kelautan"
    " perdagangan perindustrian tenaga kependudukan pencatatan sipil perempuan perlindungan"
    " pemberdayaan kebudayaan pariwisata pemuda olahraga perhubungan komunikasi informatika"
    " statistik persandian energi mineral koperasi usaha mikro kecil menengah umkm ekonomi"
    " kreatif digital elektronik online daring luring terpadu satu pintu prima terbaik utama"
    " madya muda pertama inovasi reformasi birokrasi zona integritas korupsi antikorupsi"
    " gratifikasi"
    " nasional internasional regional lokal provinsi kecamatan kalimantan sumatera jawa sulawesi"
    " papua bali maluku nusa tenggara borneo nusantara indonesia asia eropa merdeka pancasila"
    " utara selatan timur barat tengah tenggara barat-daya laut pusat pesisir"
    " islam kristen katolik protestan hindu buddha budha konghucu kaharingan muslim muslimah"
    " dayak banjar jawa madura bugis batak melayu tionghoa arab sunda minang bali ngaju maanyan"
    " natal paskah nyepi waisak imlek idulfitri iduladha ramadan ramadhan maulid isra mikraj"
    " emas perak perunggu medali kursi skor nilai poin peringkat"
    " allah tuhan yesus nabi al-quran quran alquran alkitab tuhan yth hormat salam selamat terima"
    " kasih assalamualaikum wib wita wit ktp kk nik npwp bpjs hiv aids tbc dbd covid-19 covid"
    " senilai sebesar rp menurut ujar kata jelas tambah tegas sambil seraya tampak terlihat"
    " foto-foto"
    " kabar duka cita kasus dugaan berdasarkan akibat atasannya demikian begitu bersama turut hadir"
    " dalamnya lokasi waktu agenda materi tema pembicara jadwal syarat biaya persyaratan kontak"
    " rumah ruang kelas lantai meja loket posko pos tenda panggung halaman"
    " adapun sekolah paskibraka osis pramuka tim regu google meta facebook instagram whatsapp zoom"
    " youtube tiktok android windows microsoft microsoft ppid kpk bpk bpkp ombudsman dprd dpr mpr"
    " diketahui disebutkan dikatakan mengidap menderita terbukti koruptor maling bersalah"
    " whistleblower"
    " informan pihak identitas inisial berinisial bernama menurutnya akhirnya kini hari besok"
    " besar bumi negara hamil pertiwi kandung angkat asuh tiri rumah kota menyusui pkk bhayangkari"
    " dharma wanita kembar sekalian hadirin bahkan padahal dulu dahulu kadang sering nanti jadi"
    " hanya cukup seusai usai pasca misal contoh sayang sebab akhir awal mula seluruhnya"
    " sayangnya hampir hingga lewat mulai sejauh sementara sekarang tentu bukti kondisi agama"
    " restorative justice penyakit usaha ada apa mari ayo yuk stop awas waspada hindari lapor"
    " cegah jaga kenali bersama-sama alhasil walhasil terakhir tercatat terbaru terpisah memang"
    " ternyata rupanya total ingat ya nah wah halo hai sobat kawan rekan gratis penting info"
    " update saat".split()
)
"""Capitalised at the head of a sentence, in titles and in fixed terms, but never a name."""

SECOND = frozenset(
    "ramadhan ramadan islam kasih utama pertama muda indonesia mei natal merdeka harapan emas perak"
    " agustus juni juli oktober selamat sehat cerdas perdana prima pratama putra putri anak siang"
    " pertiwi minggu nusantara jawa bali maluku laut hidup hijau kartika pancasila kepala satu"
    " allah".split()
)
"""Ordinary words that may still be the second part of a name."""

_FORMED = re.compile(
    r"(?:meng|meny|mem(?=[bpf])|men(?=[cdjsz])|ber(?!li|na|ta|th)|peng|peny|pem(?=[bp])"
    r"|pen(?=[cdjt]))\w{5,}|[kp]e\w{4,}an|\w{4,}(?:isasi|nya|kan)"
)
_PLACE_NAME = re.compile(r'name_id="([^"]+)"')


def is_common(word: str) -> bool:
    """Whether a casefolded word is an ordinary one, by list or by its affixes."""
    return word in COMMON or bool(_FORMED.fullmatch(word))


@cache
def places() -> frozenset[tuple[str, ...]]:
    """The words of every province, regency and city, casefolded (python-stdnum, id/loc.dat)."""
    listed = resources.files("stdnum.id").joinpath("loc.dat").read_text("utf-8")
    return frozenset(
        tuple(name.casefold().replace("kota ", "").split()) for name in _PLACE_NAME.findall(listed)
    )
