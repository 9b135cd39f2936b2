"""Words for those who report or complain, and for what they report."""

from __future__ import annotations

import re

ROLE = (
    r"(?:pelapor(?:nya)?|pengadu(?:nya)?|whistle[\s-]?blower(?:nya)?|peniup\s+peluit"
    r"|pembocor(?:nya)?|informan(?:nya)?|(?:pembuat|pengirim|pemberi|penulis|sumber)\s+(?:laporan"
    r"|pengaduan|aduan|informasi|bocoran)(?:nya)?|(?:nara)?sumber\s+kami"
    r"|pengungkap(?:nya)?(?=\s+(?:kasus|dugaan|praktik|skandal|pungli|korupsi)))"
)
HONORIFIC = (
    r"(?:(?:sdri?|saudar[ai]|ibu|bapak|bpk|pak|bu|tuan|tn|nyonya|ny|nn|nona|mbak|mas|kak|bang"
    r"|kakek|nenek)\.?\s+)"
)
NO_REPORTER = re.compile(
    r"\b(?:entitas|pejabat|petugas|unit|instansi|wajib|bank|badan|perlindungan|sistem|aplikasi"
    r"|saluran|kanal|website|situs|layanan|tim|duta|forum|gratifikasi|kuasa\s+hukum|pengacara"
    r"|advokat|penasihat\s+hukum|pendamping|penerima|operator|admin|menerima|melayani"
    r"|tentang)\s+(?:saksi\s+)?(?:para\s+)?$",
    re.IGNORECASE,
)
"""Before the word: somebody who works with reports, or the topic."""
ROUTINE_ROLE = re.compile(
    r"\s+(?:spt|lhkpn|lhkasn|harta|gratifikasi|pajak|data|kematian|kelahiran|teladan|terbaik"
    r"|keuangan|kinerja|transaksi|kegiatan|antikorupsi|terbanyak)\b",
    re.IGNORECASE,
)
ROUTINE = re.compile(
    r"\s+(?:hasil|kegiatan|pelaksanaan|perkembangan|capaian|kemajuan|progres|kinerja|realisasi"
    r"|harta|lhkpn|spt|gratifikasi|penerimaan|pajak|keuangan|jumlah|data|kesiapan|kondisi|situasi"
    r"|rencana|secara|tugas|lhkasn|penyerapan|pencapaian|dari|bahwa|kehilangan|kelahiran|diri"
    r"|kebanggaan\w*|rasa|kiat\w*|rahasia|sejarah|pengalaman\w*|alasan\w*|harapan\w*)\b",
    re.IGNORECASE,
)
"""Behind a verb: a report of work or a mere saying is no complaint."""
MISCONDUCT = re.compile(
    r"\b(?:dugaan|diduga|pungli|pungutan|penyimpangan|penyelewengan|diselewengkan|korupsi|suap"
    r"|menyuap|pemotongan|potongan|dipotong|memotong|disunat|menyunat|fiktif|mark[\s-]?up|pemerasan"
    r"|memeras|kecurangan|pelanggaran|penyalahgunaan|menyalahgunakan|penggelapan|digelapkan"
    r"|menggelapkan|manipulasi|pemalsuan|dipalsukan|oknum|skandal|kebocoran|ketidakberesan"
    r"|perselingkuhan|penyelewang\w+|nepotisme|kolusi|gratifikasi|penipuan|intimidasi|kuitansi\s+(?:kosong|palsu)|menyimpang|janggal|kejanggalan|raib)\b",
    re.IGNORECASE,
)
SUPERIOR = (
    r"\b(?:atasan|pimpinan|kepala\s+\w+|lurah|camat|kades|bos|bendahara|rekan(?:\s+kerja)?|majikan)"
    r"nya\b|\boknum\b"
)
TRAINING = re.compile(
    r"\b(?:materi|memaparkan|pemaparan|paparan|sosialisasi|bimtek|bimbingan|pelatihan|lokakarya"
    r"|workshop|seminar|webinar|podcast|siniar|bincang|gelar\s+wicara|talkshow|diskusi|peserta"
    r"|edisi|episode|membahas)\b",
    re.IGNORECASE,
)
HEAD = re.compile(
    rf"^\s*(?:(?:nama|identitas|data|inisial)\s+)?(?:(?:saksi\s+)?{ROLE}|(?:di|ter)(?:lapor|adu)kan"
    r"\s+oleh|(?:nama\s+)?pengirim)(?:\s*/\s*\w+)?\s*$",
    re.IGNORECASE,
)
"""The head of a column that names them."""
STEMS = (
    "lapor", "gadu", "aduan", "adukan", "bocor", "whistle", "peluit", "informan", "ungkap",
    "bongkar", "sumber kami", "informasi",
)  # fmt: skip
"""What a sentence must hold before the patterns are tried."""
