"""Where guilt is not said of anybody yet, or was settled for good."""

from __future__ import annotations

import re

_FINAL = re.compile(
    r"berkekuatan\s+hukum\s+(?:yang\s+)?tetap|kekuatan\s+hukum\s+tetap|\binkrah?c?h?t?\b"
    r"|\binkracht\b",
    re.IGNORECASE,
)
# said of nobody yet: suspicion, conditions, denials, rules for all, play
_OPEN = re.compile(
    r"\b(?:diduga|terduga|dugaan|disangka\w*|menyangka\w*|menduga|sangkaan|(?:di|men)dakwa\w*|dakwaan|jika|apabila|bila|kalau"
    r"|seandainya|andai|bilamana|manakala|barang\s+siapa"
    r"|setiap\s+(?:orang|pegawai|asn|pns|pejabat|aparat\w*|pelaku|kepala|warga|penyelenggara|siapa|insan"
    r"|karyawan|anggota|badan|tindak\w*|perbuatan|bentuk|koruptor|kasus|kerugian|rupiah|calon)|siapa\s+pun|siapapun|praduga"
    r"|(?:tidak|belum|bukan|tak)\s+(?:\w+\s+)?(?:terbukti|bersalah|koruptor|pelaku|melakukan)"
    r"|(?:merasa|rasa|mengaku)\s+bersalah|(?:tidak|tak|bukan)\s+bersalah|apakah|mencegah"
    r"|pencegahan|menangkal|memerangi|melawan|perangi|lawan|berantas|memberantas|pemberantasan"
    r"|efek\s+jera|sosialisasi|penyuluhan|pelatihan|film|novel|buku|drama|teater|lagu|puisi"
    r"|lomba|modul|hipotesis|permainan|gim|ular\s+tangga|simulasi|memerankan|berperan|peran"
    r"|karikatur|poster|kostum|para\s+koruptor|semua\s+koruptor|agar\s+(?:tidak|jangan)|jangan"
    r"|supaya\s+tidak|dituduh\w*|tuduhan|menuduh|tudingan|(?:di|men)uding|membantah|bantahan|dilarang"
    r"|larangan|ancaman|diancam|sanksi\s+bagi|bagi\s+(?:yang|pelaku|pegawai|asn|koruptor)"
    r"|terhadap\s+(?:pelaku|koruptor)|aset\s+koruptor|mengatasnamakan|mencatut|dicatut"
    r"|waspadai?|mewaspadai|menolak|menghindari|dihindari|potensi|rawan|celah|melaporkan"
    r"|tidak\s+ada|tak\s+ada|menghindarkan|(?<!dengan\s)(?<!lewat\s)(?<!menggunakan\s)modus|fitnah"
    r"|hoaks|tidak\s+benar|(?:kabar|berita)\s+bohong|rumor|disebut-sebut|pra-?peradilan)\b",
    re.IGNORECASE,
)
_SPOILS = re.compile(
    r"\b(?:dana|anggaran|pengadaan|proyek|honor|belanja|uang|biaya|kas|panitia|bantuan|paket|bidang"
    r"|seksi|bagian|kabid|kasi|program|hadiah|tiket)\s+(?:(?!dalam|pada|di\b)\w+\s+)?(?:pencegahan|pemberantasan|sosialisasi"
    r"|penyuluhan|pelatihan|film|novel|buku|drama|teater|lagu|puisi|lomba|modul|permainan|simulasi"
    r"|poster|kostum)\b",
    re.IGNORECASE,
)
"""What was taken, or whose post it is, is no play and no lesson."""


def stands_open(sentence: str) -> bool:
    """Whether guilt is only suspected, denied, a condition, or settled by a final verdict."""
    if _FINAL.search(sentence):
        return True
    return bool(_OPEN.search(_SPOILS.sub(" ", sentence)))
