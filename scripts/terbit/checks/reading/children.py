"""Words for children and schools, and the terms in which no child is meant."""

from __future__ import annotations

import re

PUPIL = (
    r"(?:siswa|siswi|pelajar|santri(?:wati|wan)?|murid|peserta\s+didik|anak\s+didik"
    r"|(?:ketua|wakil\s+ketua|pengurus)\s+osis)(?:nya)?"
)
SCHOOL = (
    r"(?:(?:SD|MI|MTs|MTS|SMP|SMA|SMK|MA|TK|SLB)(?:[A-Z]{0,2})?\b|(?:sekolah\s+(?:dasar"
    r"|menengah)|madrasah|taman\s+kanak))"
)

# idioms in which no child is meant (checks catalogue, ANAK-02)
_IDIOM = (
    r"anak[\s-]+(?:sungai|perusahaan|tangga|buah|panah|kunci|timbangan|bukit|gunung|lidah|rambut"
    r"|cabang|usaha|judul|pinak|emas|angkat\s+saham|kalimat|ginjal|organisasi|petak|benua|sapi"
    r"|kambing|ayam|ikan|orang\s?utan|gajah|krakatau|negeri|bangsa|daerah|muda|asuh\s+perusahaan"
    r"|kucing|anjing|kuda|burung|buaya|beruang|harimau|bekantan|badak|rusa|owa|hewan|satwa"
    r"|dan\s+(?:ibu|istri|suami|cucu|perempuan|keluarga)\w*)"
)
# what is made or run for children, and money and things that bear their name
_FOR_CHILDREN = (
    r"(?:(?:dokter|spesialis|psikolog|psikiater|perawat|pakar|pemerhati|pegiat|bidan)\s+anak"
    r"|(?:poli(?:klinik)?|perpustakaan|buku|cerita|bacaan|taman"
    r"|bermain|lagu|dongeng|film|suara|hari|pojok|ruang|gizi|kesehatan|bedah|perawatan"
    r"|pengadaan|seragam|pakaian|sepatu|tas|bangku|meja|dana|tabungan|biaya|iuran|bus"
    r"|kuota|data|karya|kartu|uang|laptop|rapor|penerimaan|operasional|seleksi|perpisahan|studi"
    r"|(?:ibu|istri|perempuan)(?:nya)?\s+dan|warga\s+binaan)\s+(?:anak|siswa|murid|pelajar"
    r"|peserta\s+didik)(?:nya)?(?!\s+(?:korban|pelaku|itu|tersebut)))"
)
_BODY = (
    r"(?:komisi|komnas|unit|satuan|uptd?|dinas|bidang|lembaga|balai|kementerian|menteri|duta|forum"
    r"|dp3a\w*|seksi|pusat|kanit|forum|kabupaten|kota|kecamatan|provinsi|sekolah|hari|undang-undang"
    r"|uu|peraturan|perda|sistem|konvensi)"
    r"(?:\s+(?:daerah|nasional|pelayanan|pemberdayaan|perlindungan|layak|ramah|peradilan|pidana"
    r"|pemenuhan|hak-hak|hak|perempuan|khusus|pembinaan|penduduk|keluarga|berencana|dan"
    r"|pengendalian"
    r"|kesejahteraan|nomor|no\.?|tahun|tentang|republik|indonesia|\d+)"
    r"|,){1,14}\s+anak\b(?!\s+(?:korban|pelaku))"
)
_TERM = (
    r"(?:hukum\s+pidana|pidana|perlindungan|layak|ramah|peradilan(?:\s+pidana)?"
    r"|hak(?:-hak)?)\s+(?:perempuan\s+dan\s+)?anak"
    r"|anak\s+korban\s+(?:bencana|banjir|kebakaran|gempa|longsor|konflik|perceraian|perang|judi)"
    r"|(?:dp3a\w*|p2tp2a|ppa)|studi\s+kasus"
)
NO_CHILD = re.compile(rf"\b(?:{_IDIOM}(?:nya)?|{_BODY}|{_TERM}|{_FOR_CHILDREN})\b", re.IGNORECASE)
CHILD = re.compile(
    r"\b(?:anak(?:-anak)?(?:nya)?|siswa|siswi|siswa-siswi|santri(?:wati|wan)?|pelajar|murid|bocah"
    r"|balita|bayi|remaja|peserta\s+didik|di\s?bawah\s+umur|abg)(?:nya)?\b",
    re.IGNORECASE,
)
YOUNG = re.compile(
    r"\b(?:gadis|(?:putr[ai]|adik)(?:nya|\s+(?:kandung|tiri|sulung|bungsu|angkat))(?:nya)?"
    r"|cucu(?:nya)?|(?:ke)?ponakan(?:nya)?|duduk\s+di\s+(?:bangku\s+)?(?:kelas|SD|SMP|SMA|SMK|TK)"
    r"|masih\s+(?:SD|SMP|SMA|SMK|kelas|di\s?bawah\s+umur)"
    r"|(?:(?:ber)?(?:usia|umur)\s+)(?:[1-9]|1[0-7])\s+tahun(?!\s+(?:penjara|kurungan))|kelas\s+"
    r"(?:[1-9]|1[0-2]|[IVX]{1,4})\b(?!\s+jabatan))",
    re.IGNORECASE,
)
"""Somebody young beside an offence: a daughter, an age, a class."""
CHILD_STEMS = (
    "anak", "sisw", "santri", "pelajar", "murid", "bocah", "balita", "bayi", "remaja",
    "peserta didik", "bawah umur", "abg", "gadis", "putri", "putra", "cucu", "ponakan", "kelas",
    "masih", "duduk di", " tahun",
)  # fmt: skip
"""What a sentence must hold before the patterns above are tried."""
