"""Words of which the names of institutions, posts and dates are made."""

from __future__ import annotations

INSTITUTION = frozenset(
    (
        "acara adat administrasi agama agustus ahli anak anggota aparatur apel april arsip aset "
        "asisten asosiasi atas auditor badan bagian balai bangsa bank barang bea bencana "
        "bendahara berencana besar biasa bidang bina biro bupati cabang camat cipta cukai daerah "
        "dan dasar daya deputi desa desember dewan dharma dinas direktorat dokumentasi dusun "
        "energi evaluasi fakultas februari forum fungsional gereja gubernur gudang hidup himpunan "
        "hukum humas ikatan imigrasi indonesia informasi informatika inovasi inspektorat "
        "inspektur instalasi institut investigasi jabatan jalan januari jasa jembatan jenderal "
        "juli jum'at jumat juni jurusan kabupaten kader kamis kantor karang karya kas kawasan "
        "kearsipan kebakaran kebudayaan kecamatan kecil kegiatan kehutanan kejaksaan kejuruan "
        "kelautan kelompok keluarga kelurahan kemasyarakatan kementerian kepala kepegawaian "
        "kependudukan kepolisian kerja kesatuan kesehatan kesejahteraan ketahanan ketenagakerjaan "
        "ketua keuangan khusus komisi komite komunikasi koordinator koperasi kota laboratorium "
        "lalu lembaga lingkungan lintas loket luar lurah madrasah madya majelis manusia maret "
        "marga masjid masyarakat mei mejelis menengah menteri mineral minggu modal muda nasional "
        "negara negeri nomor november oktober olahraga ombudsman organisasi pajak pamong pangan "
        "panitia pariwisata pasal paud pejabat pekerjaan pelaksana pelaporan pelatihan pelayanan "
        "pemadam pemasyarakatan pembangunan pembantu pemberdayaan pembina pemerintah pemerintahan "
        "pemilu pemuda penanaman penanggulangan penataan pencatatan pencegahan pendapatan "
        "pendidikan penduduk penelitian penerangan pengadaan pengadilan pengairan pengawas "
        "pengawasan pengelola pengelolaan pengembangan pengendalian penggerak penyelamatan "
        "penyuluhan perdagangan perekonomian perempuan perencanaan perhubungan perikanan "
        "perindustrian periode perkebunan perlindungan permukiman perpustakaan persandian "
        "persatuan pertama pertanahan pertanian perumahan perusahaan perwakilan peternakan "
        "pimpinan pintu pkk polisi politeknik politik pos posyandu praja pranata program propinsi "
        "protokol provinsi publik pura pusat puskesmas rabu rakyat rapat regional republik riset "
        "rt ruang ruangan rumah rw sabtu sakit satu satuan sekolah sekretariat sekretaris seksi "
        "selasa senin september serta sipil sosial staf statistik studi sub subbagian subbidang "
        "subkoordinator sumber tahun tanaman tangga taruna tata teknis tenaga terpadu tim tinggi "
        "transmigrasi umum unit universitas upacara upt uptd usaha utama wakil wali wanita "
        "wilayah yayasan"
    ).split()
)
"""Words of posts, places and dates, which are no part of a person's name."""
