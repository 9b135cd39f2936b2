"""Words that call somebody guilty, as patterns."""

from __future__ import annotations

import re

_ACT_STEMS = (
    r"(?:orupsi|gelapkan|ilap|ilep|yelewengkan|emplang|yunat|yuap|eras|alsukan|alsu|curi|ipu"
    r"|cabuli|lecehkan|aniaya|bunuh|rampok|jarah|perkosa|manipulasi|palak|sunat|gasak|embat|rampas"
    r"|setubuhi|bobol|alak|erkosa|odomi|eroyok|ukuli|jambret|begal|oplos|elundupkan|racuni|erdaya"
    r"|perdaya|gerogoti|perdagangkan\s(?:anak|orang|perempuan)|perjualbelikan|jual-?belikan)"
)
_MONEY = r"(?:uang|dana|kas|fee|bantuan|selisih\w*|setoran|upeti|pajak|retribusi|iuran|bansos)"
_FOR_SELF = (
    r"(?:untuk\s+)?(?:(?:kepentingan|keperluan|kebutuhan)\s+(?:pribadi\w*|sendiri|keluarganya)"
    r"|(?:ber)?foya-foya|(?:ber)?judi\b|karaoke|membeli\s+(?:sabu|mobil\s+pribadi))"
)
ACTIVE = (
    rf"(?:me(?:ng|m|n|ny)?{_ACT_STEMS}|melarikan\s{_MONEY}|menguras\s(?:uang|kas|rekening)"
    rf"|membawa\s(?:kabur|lari)\s{_MONEY}|mengantongi\s{_MONEY}"
    rf"|(?:memakai|menggunakan|menghabiskan)\s(?:uang|dana|kas|anggaran|aset)[^.,;]{{0,40}}\s{_FOR_SELF}"
    r"|mem?-?m?ark[-\s]?up|menggelembungkan|memfiktifkan|bersekongkol|berkomplot|berkolusi"
    r"|mengatur\s(?:pemenang|skor)"
    r"|(?:mengutip|memungut)\s(?:uang|biaya|iuran|tarif|pungutan)\s(?:\w+\s)?(?:liar|ilegal|tidak\sresmi)"
    r"|(?:meraup|menikmati|mengeruk|memetik)\s[^.,;]{0,30}?\b(?:korupsi|pungli|suap|kejahatan|penipuan)"
    rf"|kabur\s(?:membawa|dengan|bersama)\s{_MONEY}|(?:memang|sangat|terkenal)\skorup|korup\ssejak"
    r"|menerima\s(?:upeti|amplop|jatah\s+preman|setoran\s+dari\s+(?:pengelola|bandar|penambang"
    r"|rekanan|bawahan|pedagang|kontraktor|kepala))"
    r"|menimbun\s(?:solar|bbm|pupuk|minyak|beras)|membuat\s(?:\w+\s)?(?:kuitansi|kwitansi|spj|nota"
    r"|laporan|dokumen|ijazah)\s(?:fiktif|palsu|bodong)|meminta\s(?:suap|pelicin|upeti)|merugikan\s(?:keuangan\s)?(?:negara|daerah)"
    r"|(?:memanfaatkan|menggunakan)\s(?:jabatan|kewenangan|wewenang|posisi)(?:nya)?\s(?:untuk|demi)\s"
    r"(?:memperkaya|keuntungan|kepentingan\s+(?:pribadi|sendiri|keluarga))"
    r"|memotong\s(?:dana|uang|honor|bantuan|insentif)|memungut\s+liar|mengakali"
    r"|menjual\s(?:aset|jabatan|kursi|soal|bansos|pupuk\s+(?:bersubsidi|subsidi)|beras\s+bantuan|barang\s+bukti|[^.,;]{1,40}\bsecara\s+ilegal)"
    r"|menerima\s(?:suap|gratifikasi|fee|sogokan|uang\s+(?:suap|pelicin))|menyogok"
    r"|menyalahgunakan\s(?:wewenang|kewenangan|jabatan|dana|anggaran|kekuasaan)"
    r"|memperkaya\s+(?:diri|keluarga|kroni|kelompok)|(?:me)?lakukan\s(?:praktik\s|tindak\s+pidana\s|perbuatan\s|aksi\s)?"
    r"(?:korupsi|pungli|pungutan\s+liar|penggelapan|penyelewengan|pemerasan|pemalsuan|penipuan"
    r"|pencurian|pelecehan|penganiayaan|pencabulan|asusila|suap|nepotisme|kecurangan"
    r"|kejahatan|aborsi|kekerasan|manipulasi|penyalahgunaan|pembobolan|perampokan|penyelundupan"
    r"|pembalakan|penimbunan|pengeroyokan|jual[-\s]beli\s+jabatan|persekongkolan|mark[-\s]?up)|berkorupsi"
    r"|berselingkuh)"
)
LOUD = (
    r"(?:(?:gelapkan|tilep|tilap|sunat|selewengkan|palsukan|peras|tipu|curi|embat|gasak"
    r"|kantongi|salahgunakan|oplos|perjualbelikan|mark[-\s]?up|bawa\s(?:kabur|lari))\s\w+"
    rf"|bobol\s(?!gawang|kandang)\w+|larikan\s{_MONEY}|timbun\s(?:solar|bbm|pupuk)|jual\sjabatan"
    r"|terima\s(?:suap|gratifikasi|sogokan|pelicin)|(?:cabuli|lecehkan|perkosa|aniaya|keroyok)\s\w+)"
)
"""Verbs as headlines cut them."""
NOUN = (
    r"(?:korupsi|penggelapan|penyelewengan|penyalahgunaan\s\w+|pungli|pungutan\s+liar|suap"
    r"|gratifikasi|pemerasan|pemalsuan|pencurian|penipuan|mark[\s-]?up|perselingkuhan|pelecehan"
    r"|pencabulan|penganiayaan|pencucian\s+uang|manipulasi|pembunuhan|narkoba|asusila|nepotisme"
    r"|kolusi|kecurangan|perbuatan\s+curang|pemerkosaan|pembobolan|perampokan|penyelundupan|perjudian"
    r"|pembalakan(?:\s+liar)?|pengoplosan|penimbunan|pembegalan|penjambretan|pengeroyokan"
    r"|jual[-\s]beli\s+(?:jabatan|kursi|soal)|persekongkolan|percaloan)"
)
_BAD = (
    r"(?:palsu|fiktif|curang|bersalah|bolos|mangkir|indisipliner|tidak\s+jujur|berbohong"
    r"|melanggar(?!\s+rekor)|memakai\s(?:dana|uang|anggaran|aset)|menerima\s(?:uang|imbalan|setoran)"
    r"|memungut|memotong|memukul|menganiaya|mengonsumsi\s(?:narkoba|sabu)|positif\s+narkoba"
    r"|menjual|membuat\s[^.,;]{0,30}\b(?:palsu|fiktif)|menikmati\s(?:uang|hasil)"
    r"|menggunakan\s(?:ijazah|dokumen)\s+palsu|terlibat|membawa\s(?:kabur|lari)|melakukan\s+mala?praktik|menelantarkan|lalai)"
)
_FILL = (
    r"(?:(?:secara|dengan|sah|dan|meyakinkan|telah|bersalah|melakukan|melanggar|menerima|hukum"
    r"|ikut|sengaja|terlibat|dalam|kasus|perkara|praktik|tindak|pidana|perbuatan|tindakan|turut"
    r"|serta|sudah)\s+){0,7}"
)
PROVEN = rf"terbukti\s+{_FILL}(?:{ACTIVE}|{LOUD}|{NOUN}|{_BAD})"
PASSIVE = (
    r"(?:dikorupsi|digelapkan|ditilep|ditilap|diselewengkan|dipalsukan|dicuri|disunat|diembat"
    r"|dicabuli|dilecehkan|diperas|dijarah|dianiaya|dimanipulasi|ditipu|dikemplang"
    r"|(?<!gawang\s)(?<!gawangnya\s)dibobol|dipalak|diperkosa|dikantongi|dilarikan|dirampok|digasak|disalahgunakan"
    r"|diselundupkan|dikeroyok|di-?mark-?up|difiktifkan|dibawa\s+(?:kabur|lari)"
    rf"|(?:dipakai|digunakan|dihabiskan|dinikmati)\s{_FOR_SELF}"
    r"|masuk\s(?:ke\s)?(?:kantong|saku|rekening)(?:\s+pribadi)?)"
)
THIEF = (
    r"(?:koruptor|maling|pencuri|garong|penjahat|tikus\s+berdasi|penipu|perampok|pembunuh"
    r"|pemerkosa|pemeras|pemalsu|penilep|penggelap|pengorup(?:si)?|penyeleweng|penjarah"
    r"|pengemplang|penyunat|pembobol|pembegal|pengoplos|penyuap|pencoleng|pencopet|penganiaya"
    r"|(?:asn|pns|pegawai|pejabat|oknum|kades|guru|polisi|aparat)\s(?:nakal|korup|culas|cabul|bejat)|(?:polisi|dokter|jaksa|wartawan|tni|pegawai|asn|bidan)\sgadungan)(?:\s+berdasi)?"
)
DOER = (
    rf"(?:pelaku(?:nya)?|dalang(?:nya)?|otak(?:\s+pelaku)?|biang(?:\s+keladi)?)"
    rf"(?:\s(?:utama|tindak\s+pidana|kasus|dari|di\s+balik))?(?:\s{NOUN})?"
)
OWN = (
    r"(?:(?:kelakuan|perilaku|tabiat|ulah|aksi|perbuatan|tindakan)\s(?:korup|culas|bejat|cabul|tipu-tipu|koruptif|licik)"
    r"|kejahatan|kebejatan|keculasan)"
)
"""What only the guilty have; whose it is stands right behind."""
PROVED = re.compile(
    r"[^;:?]{0,80}?\s(?:(?:sudah|telah|jelas|memang|akhirnya)\s){0,2}terbukti"
    r"(?=\s*(?:[.,;!”\"]|$)|\s+(?:dalam|secara|lewat|melalui|di|pada|dari|setelah|dengan|kuat|nyata|oleh)\b)",
    re.IGNORECASE,
)
"""Behind “kesalahan Camat …”."""
FAULT = r"(?:kesalahan|keterlibatan|kelalaian|pelanggaran|perbuatan\s(?:tercela|pidana))"
COURT = (
    r"(?:(?:menghukum|mengganjar|memvonis|menjatuhi|dihukum|divonis|diganjar|dipidana|dijatuhi)\b"
    r"[^;]{1,90}?\b(?:penjara|kurungan|bui)|menjatuhkan\s+(?:vonis|hukuman|pidana)\s+(?:bersalah\s+)?"
    r"(?:kepada|terhadap|atas)[^.;,]{1,60})"
)
"""A sentence of a court; with a crime beside it."""
GUILTY = (
    r"(?:(?:dinyatakan|divonis|diputus|dihukum|jelas(?:-jelas)?|memang|nyata-nyata|sudah|telah)\s)?"
    r"bersalah"
)
STEMS = (
    "koruptor", "maling", "terbukti", "bersalah", "pelaku", "dalang", "garong", "penjahat",
    "penipu", "tikus", "otak ", "biang", "orupsi", "gelap", "nilap", "nilep", "tilep", "tilap",
    "leweng", "emplang", "yunat", "sunat", "pungli", "pungutan liar", "mengantongi", "peras",
    "emeras", "alsu", "jarah", "rampok", "curi", "nipu", "tipu", "suap", "cabul", "leceh",
    "aniaya", "bunuh", "perkosa", "manipulasi", "merugikan", "memotong", "menjual", "mengakali",
    "gratifikasi", "fee", "obol", "alak", "erkosa", "odomi", "keroyok", "ngeroyok", "ukuli",
    "jambret", "begal", "oplos", "elundup", "racuni", "erdaya", "gerogoti", "perdagangkan",
    "jualbeli", "jual-beli", "jual beli", "larikan", "menguras", "kabur", "bawa lari", "antongi",
    "pribadi", "foya", "mark", "gelembung", "fiktif", "sekongkol", "komplot", "kolusi",
    "pemenang", "ngutip", "timbun", "nimbun", "kantong", "saku ", "rekening", "korup", "culas",
    "bejat", "nakal", "kejahatan", "licik", "gadungan", "memperkaya", "upeti", "amplop",
    "penjara", "vonis", "pembalakan", "judi", "alahguna", "selingkuh", "embat", "memungut",
    "nyogok",
    "aborsi", "setoran", "kekerasan", "keuntungan",
)  # fmt: skip
"""One of these stands in every sentence that calls somebody guilty."""
