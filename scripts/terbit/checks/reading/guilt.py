"""Words that call somebody guilty, as patterns."""

from __future__ import annotations

_ACT_STEMS = (
    r"(?:orupsi|gelapkan|ilap|ilep|yelewengkan|emplang|yunat|yuap|eras|alsukan|alsu|curi|ipu"
    r"|cabuli|lecehkan|aniaya|bunuh|rampok|jarah|perkosa|manipulasi|palak|sunat|gasak|embat|rampas"
    r"|setubuhi)"
)
ACTIVE = (
    rf"(?:me(?:ng|m|n|ny)?{_ACT_STEMS}|mengakali|merugikan\s(?:keuangan\s)?(?:negara|daerah)"
    r"|memotong\s(?:dana|uang|honor|bantuan|insentif)|memungut\s+liar"
    r"|mengantongi\s(?:uang|dana|fee)|menjual\s(?:aset|beras\s+bantuan|barang\s+bukti|[^.,;]{1,40}\bsecara\s+ilegal)"
    r"|menerima\s(?:suap|gratifikasi|fee|sogokan|uang\s+(?:suap|pelicin))|menyogok"
    r"|menyalahgunakan\s(?:wewenang|kewenangan|jabatan|dana|anggaran|kekuasaan)"
    r"|memperkaya\s+diri|(?:me)?lakukan\s(?:praktik\s|tindak\s+pidana\s|perbuatan\s|aksi\s)?"
    r"(?:korupsi|pungli|pungutan\s+liar|penggelapan|penyelewengan|pemerasan|pemalsuan|penipuan"
    r"|pencurian|pelecehan|penganiayaan|pencabulan|asusila|suap|nepotisme|kecurangan)|berkorupsi"
    r"|berselingkuh)"
)
LOUD = (
    r"(?:(?:gelapkan|tilep|tilap|sunat|selewengkan|palsukan|peras|tipu|curi|embat|gasak)\s\w+"
    r"|(?:cabuli|lecehkan|perkosa|aniaya)\s\w+)"
)
"""Verbs as headlines cut them."""
NOUN = (
    r"(?:korupsi|penggelapan|penyelewengan|penyalahgunaan\s\w+|pungli|pungutan\s+liar|suap"
    r"|gratifikasi|pemerasan|pemalsuan|pencurian|penipuan|mark[\s-]?up|perselingkuhan|pelecehan"
    r"|pencabulan|penganiayaan|pencucian\s+uang|manipulasi|pembunuhan|narkoba|asusila|nepotisme"
    r"|kolusi|kecurangan|perbuatan\s+curang|pemerkosaan)"
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
    r"|dicabuli|dilecehkan|diperas|dijarah|dianiaya|dimanipulasi|ditipu|dikemplang)"
)
THIEF = (
    r"(?:koruptor|maling|pencuri|garong|penjahat|tikus\s+berdasi|penipu|perampok|pembunuh"
    r"|pemerkosa|pemeras|pemalsu|penilep|penggelap|pengorup(?:si)?|penyeleweng|penjarah"
    r"|pengemplang|penyunat)(?:\s+berdasi)?"
)
DOER = (
    rf"(?:pelaku(?:nya)?|dalang(?:nya)?|otak(?:\s+pelaku)?|biang(?:\s+keladi)?)"
    rf"(?:\s(?:utama|tindak\s+pidana|kasus|dari|di\s+balik))?(?:\s{NOUN})?"
)
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
    "gratifikasi", "fee", "alahguna", "selingkuh", "embat", "memungut", "nyogok", "memperkaya",
)  # fmt: skip
"""One of these stands in every sentence that calls somebody guilty."""
