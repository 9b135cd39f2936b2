"""Words of law that endanger a child beside them: parts in a case, offences, police and courts."""

from __future__ import annotations

import re
from functools import lru_cache

_PARTS = (
    r"korban(?:nya)?(?!\s+(?:jiwa|banjir|kebakaran|bencana|gempa|longsor|kabut|puting|tanah|angin"
    r"|kecelakaan|tenggelam|perceraian|perang|konflik|karhutla|erupsi|tsunami|abrasi|kekeringan"
    r"|hoaks|kapal|musibah|perahu|ledakan|hanyut|angkutan|pandemi|covid|keracunan|terdampak|phk|judi|pinjol|iklan|gim|gawai))"
    r"|pelaku(?:nya)?(?!\s+(?:usaha|umkm|ekonomi|seni|wisata|industri|pariwisata|budaya"
    r"|perjalanan|pembangunan|bisnis|perikanan|utama|pendidikan|perubahan|sejarah|olahraga|kegiatan"
    r"|pasar|tari|ikm|jasa|kreatif|pertanian|utama))"
    r"|saksi(?!\s+(?:sejarah|bisu|mata\s+sejarah|nikah|pernikahan|hidup|partai|paslon"
    r"|dari\s+partai|yehuwa|lahirnya|perjalanan|kejayaan|kehebatan))"
    r"|tersangka|terdakwa|terpidana|terduga(?!\s+(?:tbc?|dbd|campak|penderita))|abh"
    r"|berhadapan\s+dengan\s+hukum"
)
_OFFENCES = (
    r"\w{0,4}(?:cabul|leceh|perkosa|merkosa|rudapaksa|setubuh|sodomi|aniaya|rundung|elantar"
    r"|eksploitasi|culik|eroyok)\w{0,4}|asusila|kekerasan|bull?y(?:ing)?|di-?bully|pembunuhan"
    r"|dibunuh|membunuh|dipukul\w{0,2}"
    r"|memukuli|pemukulan|ditampar|menampar|penamparan|ditendang|menendang\s+(?:kepala|perut|wajah)|dihajar|disiksa|menyiksa"
    r"|penyiksaan|dibacok|membacok|menusuk|menikam|memalak|pemalakan|dibakar|ditusuk|penusukan|pembacokan|ditikam|penikaman|dicekik|mencekik|dibekap|disekap|menyekap"
    r"|penyekapan|dirantai|dipasung|diancam|diperas|memeras|dipalak|dirampok|dibegal|dijambret"
    r"|dihamili|menghamili|diperjualbelikan|diperdagangkan|dijual\s+(?:ibu|ayah|orang)\w*"
    r"|perdagangan\s+(?:orang|anak|manusia)|tppo|prostitusi|pornografi|pedofil\w*|predator"
    r"|pembuangan|dibuang|membuang\s+bayi\w*|penganiayaan|perkelahian|duel|tawuran|pembegalan"
    r"|pencurian|pembobolan|penjambretan|pencopetan|perampokan|perzinaan|pernikahan\s+(?:dini|paksa)"
    r"|dipaksa\s+(?:menikah|mengemis|bekerja|melayani)"
    r"|mencuri(?!\s+(?:perhatian|hati|poin|gol|start|angka|skor|kemenangan|ilmu|pandang|waktu))"
    r"|(?:membawa|mengedarkan|memakai|menggunakan|menjual|kedapatan|menyimpan|peredaran|kurir"
    r"|pengedar|pecandu|mengonsumsi|menghirup|kasus)\s+(?:\w+\s+){0,2}(?:narkoba|narkotika|sabu"
    r"|ganja|pil\s+\w+|obat\s+terlarang|miras|minuman\s+keras|senjata\s+tajam|sajam|celurit|parang|badik|pisau|bom)"
    r"|disiram\s+(?:air|bensin|minyak)|pekerja\s+seks|seks\s+komersial|eksibisionis\w*"
)
_FORCE = (
    r"polisi|kepolisian|polres\w*|polsek\w*|polda|penyidik\w*|aparat|satpol\s+pp|bnnp?k?"
    r"|kejaksaan|jaksa|unit\s+ppa|hakim|pengadilan"
)
_YOUNG = (
    r"(?:anak|sisw[ai]|santri\w*|pelajar|murid|bocah|remaja|gadis|putr[ai]nya|orang\s+tua\s+siswa)"
)
_POLICE = (
    r"ditangkap|tertangkap|diringkus|dibekuk|diciduk|ditahan(?!\s+imbang)|digerebek|diamankan"
    r"|dijerat|terjerat|digelandang|didakwa|dituntut\s+\w+\s+tahun|buron"
    rf"|(?:{_FORCE})\b[^.;,]{{0,40}}?\b(?:menangkap|mengamankan|meringkus|membekuk|menciduk"
    r"|memeriksa|menahan|menetapkan|memanggil|menjemput|memvonis|mengadili|menyidik)(?=\s+(?:\w+\s+)"
    rf"{{0,4}}{_YOUNG})"
    r"|(?:diperiksa|dimintai\s+keterangan|memberi(?:kan)?\s+keterangan|dipanggil|dijemput|dibawa"
    rf"|diserahkan|diadukan)\b[^.;]{{0,40}}?\b(?:{_FORCE})"
    r"|dimintai\s+keterangan"
    rf"|(?:me|di)lapor\w*\b[^.;]{{0,60}}?\bke\s+(?:{_FORCE})"
    r"|terjaring|ditetapkan\s+(?:sebagai|menjadi)\s+tersangka"
)
_COURT = (
    r"diversi|lpka|visum|vonis|memvonis|divonis(?!\s+(?:menderita|mengidap|dokter|sakit|terkena))"
    r"|pidana(?:nya)?|dipidana|(?<!mantan\s)(?<!eks\s)narapidana"
)
_CASE = (
    r"(?:kasus|perkara|peristiwa|insiden|kejadian)(?:nya)?(?=[^.;]{0,60}?\b(?:menimpa|melibatkan"
    r"|menyeret|dialami|menjerat|dilakukan\s+oleh)\b)"
    r"|(?:dalam|terkait|terjerat|terlibat|atas|oleh|terseret|menjalani)\s+(?:kasus|perkara)"
    r"(?!\s+(?:(?:ini|itu|tersebut)\s*,|perceraian|waris|perdata|dbd|gizi|stunting|korupsi|pungli|sengketa))"
    r"|(?:kasus|perkara)\s+(?:hukum|anak\s+(?:itu|tersebut|yang))"
)
LAW = re.compile(rf"\b(?:{_PARTS}|{_OFFENCES}|{_POLICE}|{_COURT}|{_CASE})\b", re.IGNORECASE)
"""The catalogue's words (korban, pelaku, saksi, pelecehan, kasus) and the offences beside them."""
_STEM = re.compile(
    r"kasus|perkara|korban|laku|saksi|cabul|leceh|rkosa|paksa|setubuh|sodom|asusila|kekerasan|aniaya"
    r"|rundung|bull?y|elantar|eksploit|sangka|dakwa|pidana|terduga|tangkap|amankan|ringkus|bekuk"
    r"|ciduk|diversi|hukum|abh|tppo|dagang|culik|bunuh|curi|tawuran|narko|sabu|pukul|mukul|eroyok"
    r"|lpka|tahan|vonis|visum|hamili|nikah|bacok|tampar|nampar|tendang|nendang|hajar|siksa|tusuk"
    r"|nusuk|tikam|nikam|sekap|nyekap|cekik|bekap|rantai|pasung|ancam|peras|meras|palak|malak"
    r"|rampok|begal|jambret|prosti|porno|pedofil|predator|buang|kelahi|duel|miras|senjata|sajam"
    r"|keterangan|periksa|jerat|polisi|polres|polsek|polda|dijual|jualbeli|peristiwa|insiden"
    r"|kejadian|ganja|bobol|copet|bakar|gerebek|buron|jaring|celurit|parang|badik|pisau|disiram"
    r"|seks|eksibisi|tuntut|lapor|hakim|jaksa|[sy]idik|zina|[mp]anggil|meriksa|jemput|adili|edar|pil\b"
    r"|kurir|pecandu|obat|minuman|bom|tawan"
)


@lru_cache(maxsize=8192)
def may_be_law(word: str) -> bool:
    """Whether a word in small letters can be part of what `LAW` looks for."""
    return bool(_STEM.search(word))
