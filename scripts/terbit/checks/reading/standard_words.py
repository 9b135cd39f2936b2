"""Everyday slips of official prose and the standard word for each (KBBI VI, EYD V)."""

from __future__ import annotations

from functools import lru_cache

_PAIRS = """
ijin:izin resiko:risiko aktifitas:aktivitas aktifis:aktivis praktek:praktik propinsi:provinsi
himbau:imbau kwitansi:kuitansi apotik:apotek analisa:analisis antri:antre nasehat:nasihat
sistim:sistem tehnik:teknik tehnis:teknis tehnologi:teknologi tehnisi:teknisi obyek:objek
subyek:subjek obyektif:objektif subyektif:subjektif obyektifitas:objektivitas jadual:jadwal
ijasah:ijazah trampil:terampil konkrit:konkret kongkrit:konkret kongkret:konkret
standarisasi:standardisasi kadaluarsa:kedaluwarsa kadaluwarsa:kedaluwarsa kedaluarsa:kedaluwarsa
daluarsa:kedaluwarsa atlit:atlet azas:asas cidera:cedera detil:detail
diagnosa:diagnosis eksport:ekspor import:impor ekstrim:ekstrem extrim:ekstrem essai:esai
fihak:pihak fikir:pikir faham:paham formil:formal frekwensi:frekuensi
kwalitas:kualitas kwantitas:kuantitas kwartal:kuartal kwalifikasi:kualifikasi kwota:kuota
quota:kuota kwintal:kuintal hadist:hadis hakekat:hakikat hapal:hafal hektar:hektare
hipotesa:hipotesis sintesa:sintesis hirarki:hierarki hutang:utang isteri:istri jaman:zaman
jenasah:jenazah jendral:jenderal kaedah:kaidah kaos:kaus karir:karier katagori:kategori
komplek:kompleks komplit:komplet konsekwen:konsekuen konsekwensi:konsekuensi
kordinasi:koordinasi kordinator:koordinator lokalisir:lokalisasi legalisir:legalisasi
terorganisir:terorganisasi inventarisir:inventarisasi realisir:realisasi akomodir:akomodasi
proklamir:proklamasi publisir:publikasi netralisir:netralisasi kreatifitas:kreativitas
efektifitas:efektivitas produktifitas:produktivitas sensitifitas:sensitivitas
kolektifitas:kolektivitas sportifitas:sportivitas relatifitas:relativitas
selektifitas:selektivitas positip:positif negatip:negatif aktip:aktif efektip:efektif
kreatip:kreatif inovatip:inovatif motip:motif pasip:pasif intensip:intensif massip:masif
aktifasi:aktivasi lembab:lembap managemen:manajemen menejemen:manajemen menejer:manajer
mesjid:masjid metoda:metode milyar:miliar milyard:miliar trilyun:triliun triliyun:triliun
musium:museum mushola:musala musholla:musala mushalla:musala musolla:musala nafas:napas
nomer:nomor optimalisir:optimalisasi orisinil:orisinal otentik:autentik otentikasi:autentikasi
otodidak:autodidak otopsi:autopsi paska:pasca pebruari:Februari nopember:November
perduli:peduli personil:personel photo:foto fotocopy:fotokopi photocopy:fotokopi
photokopi:fotokopi potokopi:fotokopi pinsil:pensil pondasi:fondasi prosentase:persentase
prosen:persen rapih:rapi rejeki:rezeki respon:respons samudera:samudra putera:putra puteri:putri
sekedar:sekadar seksama:saksama shalat:salat sholat:salat solat:salat silahkan:silakan
supir:sopir survey:survei syaraf:saraf syah:sah tauladan:teladan teoritis:teoretis
terlanjur:telanjur terlantar:telantar tolerir:toleransi type:tipe urin:urine villa:vila
walikota:wali~kota kerjasama:kerja~sama tandatangan:tanda~tangan tanggungjawab:tanggung~jawab
terimakasih:terima~kasih ujicoba:uji~coba tatacara:tata~cara tatakelola:tata~kelola
tatakerja:tata~kerja tatatertib:tata~tertib sumberdaya:sumber~daya rumahsakit:rumah~sakit
luarbiasa:luar~biasa orangtua:orang~tua serahterima:serah~terima sepakbola:sepak~bola
bulutangkis:bulu~tangkis peranserta:peran~serta ibukota:ibu~kota
jalantol:jalan~tol barangjasa:barang~jasa
siapapun:siapa~pun apapun:apa~pun kapanpun:kapan~pun manapun:mana~pun suratkabar:surat~kabar
raport:rapor desinfektan:disinfektan desinfeksi:disinfeksi disain:desain
difinisi:definisi diskripsi:deskripsi dollar:dolar eksklusip:eksklusif ekslusif:eksklusif
exklusif:eksklusif frustasi:frustrasi handal:andal hembus:embus intelejen:intelijen
intropeksi:introspeksi komoditi:komoditas konperensi:konferensi
konfrensi:konferensi kontinyu:kontinu kontruksi:konstruksi kran:keran kharisma:karisma
kuatir:khawatir hawatir:khawatir khutbah:khotbah lobang:lubang magnit:magnet mahluk:makhluk
malpraktek:malapraktik massal:massal masal:massal masarakat:masyarakat merk:merek
nahkoda:nakhoda omset:omzet perangko:prangko profesionil:profesional propesional:profesional
propesi:profesi rekruitmen:rekrutmen rekruitment:rekrutmen relijius:religius
silaturrahmi:silaturahmi silahturahmi:silaturahmi
standart:standar standard:standar sutera:sutra taubat:tobat telpon:telepon telefon:telepon
tilpon:telepon tentram:tenteram tradisionil:tradisional tropi:trofi trotoir:trotoar coklat:cokelat
ustadz:ustaz ustad:ustaz vidio:video yunior:junior ramadhan:Ramadan romadhon:Ramadan
do'a:doa ma'af:maaf jum'at:Jumat manfa'at:manfaat adzan:azan wudhu:wudu sodaqoh:sedekah
akte:akta aquarium:akuarium asset:aset effisien:efisien efesien:efisien efesiensi:efisiensi
effektif:efektif ekosistim:ekosistem essensial:esensial goa:gua insidentil:insidental
justeru:justru karna:karena kedele:kedelai quorum:kuorum qurban:kurban
materai:meterai meterei:meterai cendikia:cendekia cendikiawan:cendekiawan
cabe:cabai lapal:lafal linier:linear mentri:menteri
ketrangan:keterangan penasehat:penasihat
pengrajin:perajin pengrusakan:perusakan perancis:Prancis pilem:film filem:film
sorban:serban stasion:stasiun
tahyul:takhayul tekhnik:teknik tekhnologi:teknologi tekhnis:teknis
thermometer:termometer vasilitas:fasilitas pasilitas:fasilitas
jender:gender kelinik:klinik kwalitatif:kualitatif
kwantitatif:kuantitatif analisir:analisis insyaf:insaf ihlas:ikhlas iklas:ikhlas
hikmad:khidmat hidmat:khidmat khidmad:khidmat
akreditir:akreditasi administratip:administratif kooperatip:kooperatif legislatip:legislatif
eksekutip:eksekutif alternatip:alternatif partisipatip:partisipatif preventip:preventif
responsip:responsif konsumtip:konsumtif kompetitip:kompetitif produktip:produktif
apotiker:apoteker
"""
STEMS = {
    wrong: right.replace("~", " ")
    for wrong, _, right in (pair.partition(":") for pair in _PAIRS.split())
    if wrong != right and "-" not in wrong
}
"""Wrong words by what they should be; they are found with affixes too."""

FORMS = dict(
    pair.replace("~", " ").split(":")
    for pair in """
merubah:mengubah dirubah:diubah merobah:mengubah dirobah:diubah perobahan:perubahan
beresiko:berisiko merubahnya:mengubahnya berobah:berubah dirubahnya:diubahnya
mempengaruhi:memengaruhi mempopulerkan:memopulerkan mempublikasikan:memublikasikan
mempercayai:memercayai mempercayakan:memercayakan mempedulikan:memedulikan
mempelopori:memelopori memparkir:memarkir memperdulikan:memedulikan mempesona:memesona
mensosialisasikan:menyosialisasikan mensosialisasi:menyosialisasi mensukseskan:menyukseskan
mensejahterakan:menyejahterakan mensinergikan:menyinergikan mensinkronkan:menyinkronkan
mensinkronisasi:menyinkronisasi mensinkronisasikan:menyinkronisasikan
mensurvei:menyurvei mensurvey:menyurvei mensubsidi:menyubsidi mensertifikasi:menyertifikasi
mensimulasikan:menyimulasikan mensupervisi:menyupervisi mensuplai:menyuplai
mensederhanakan:menyederhanakan mensetujui:menyetujui
mentaati:menaati mentargetkan:menargetkan menterjemahkan:menerjemahkan mentolerir:menoleransi
mentolelir:menoleransi ditolelir:ditoleransi menterapkan:menerapkan mentertibkan:menertibkan
mengkonsumsi:mengonsumsi mengkomunikasikan:mengomunikasikan mengkampanyekan:mengampanyekan
mengkonfirmasi:mengonfirmasi mengkonfirmasikan:mengonfirmasikan mengkoreksi:mengoreksi
mengkoordinasi:mengoordinasi mengkoordinasikan:mengoordinasikan
mengkordinasikan:mengoordinasikan mengkoordinir:mengoordinasi dikoordinir:dikoordinasi
terkoordinir:terkoordinasi mengkonsultasikan:mengonsultasikan
mengkategorikan:mengategorikan mengkombinasikan:mengombinasikan
mengkondisikan:mengondisikan mengkaitkan:mengaitkan mengkawal:mengawal
mengkolaborasikan:mengolaborasikan mengkonversi:mengonversi mengkontrol:mengontrol
mengkoleksi:mengoleksi mengkelola:mengelola mengkirim:mengirim mengkomentari:mengomentari
mengkompilasi:mengompilasi mengkonstruksi:mengonstruksi mengkelompokkan:mengelompokkan
meminimalisir:meminimalkan diminimalisir:diminimalkan minimalisir:minimalkan
memaksimalisir:memaksimalkan terminimalisir:terminimalkan meminimalisirnya:meminimalkannya
mengenyampingkan:mengesampingkan diketemukan:ditemukan menyolok:mencolok
memfikirkan:memikirkan memfahami:memahami pemfahaman:pemahaman menentramkan:menenteramkan
bekerjasama:bekerja~sama bertanggungjawab:bertanggung~jawab berterimakasih:berterima~kasih
bertandatangan:bertanda~tangan mengantisipir:mengantisipasi diantisipir:diantisipasi
antisipir:antisipasi terorganisir:terorganisasi diorganisir:diorganisasi
mengorganisir:mengorganisasi pengorganisiran:pengorganisasian dikonsinyir:dikonsinyasi
mentauladani:meneladani
mempraktekkan:mempraktikkan dipraktekan:dipraktikkan mempraktekan:mempraktikkan
memproklamirkan:memproklamasikan diproklamirkan:diproklamasikan
pertanggunganjawab:pertanggungjawaban

""".split()
)
"""Whole wrong words whose standard form changes more than the stem."""

ALWAYS = frozenset("propinsi walikota jum'at".split())
"""Wrong in names too, except in the titles of laws that were written so."""
ALSO_NAMES = frozenset(
    "putera puteri rejeki samudera syah sutera villa perancis kaos type ustad goa".split()
)
"""Names as well: only small letters make them a slip."""

_PREFIXES = (
    "", "di", "ke", "se", "ber", "ter", "per", "me", "mem", "men", "meng", "pe", "pem", "pen",
    "peng", "memper", "diper", "keter", "pember",
)  # fmt: skip
_SUFFIXES = ("", "nya", "kan", "an", "i", "annya", "kannya", "inya", "lah", "pun")
_ONLY_BARE = frozenset("import urin syah standard akte goa type".split())
"""Stems that look like other words with affixes (“importir”, “berubah”)."""
_MIN_STEM = 3


@lru_cache(maxsize=65536)
def standard(word: str) -> str:
    """The standard form of a casefolded word with the same affixes; "" for one that is right."""
    word = word.replace("’", "'").replace("`", "'")
    return FORMS.get(word) or STEMS.get(word) or _inflected(word)


def _inflected(word: str) -> str:
    for suffix in _SUFFIXES:
        if not word.endswith(suffix) or len(word) - len(suffix) < _MIN_STEM:
            continue
        bare = word[: len(word) - len(suffix)]
        for prefix in _PREFIXES:
            stem = bare[len(prefix) :]
            if stem in STEMS and bare.startswith(prefix) and _may(stem, prefix, suffix):
                return f"{prefix}{STEMS[stem]}{suffix}"
    return ""


def _may(stem: str, prefix: str, suffix: str) -> bool:
    """Words written apart take no affixes but “-nya”: with two they are written as one."""
    if " " in STEMS[stem] or stem in _ONLY_BARE:
        return not prefix and suffix in {"", "nya"}
    return True
