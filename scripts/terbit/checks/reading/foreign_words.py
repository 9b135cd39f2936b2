"""Foreign words that officials use every day, and the Indonesian word for each.

After KBBI VI and the language agency's glossary (Pasti, Padanan Istilah); only words whose
equivalent is in common use.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PAIRS = """
meeting=rapat; zoom meeting=rapat daring; entry meeting=rapat awal; exit meeting=rapat akhir;
kick off meeting=rapat pembuka; coffee morning=ramah-tamah pagi; briefing=pengarahan;
launching=peluncuran; launch=peluncuran; soft launching=peluncuran awal; event=acara;
grand launching=peluncuran; online=daring; offline=luring; update=pembaruan; up date=pembaruan;
upgrade=peningkatan; workshop=lokakarya; training=pelatihan; in house training=pelatihan internal;
training of trainer=pelatihan untuk pelatih; coaching clinic=klinik pendampingan;
gathering=temu ramah; opening=pembukaan; closing=penutupan; opening ceremony=upacara pembukaan;
closing ceremony=upacara penutupan; award=penghargaan; awards=penghargaan; reward=penghargaan;
punishment=hukuman; deadline=tenggat; feedback=umpan balik; download=unduh; upload=unggah;
email=surel; e-mail=surel; website=situs web; link=tautan; password=kata sandi;
username=nama pengguna; user=pengguna; users=pengguna; software=perangkat lunak;
hardware=perangkat keras; gadget=gawai; smartphone=ponsel pintar; handphone=ponsel; file=berkas;
files=berkas; soft copy=salinan digital; softcopy=salinan digital; hard copy=salinan cetak;
hardcopy=salinan cetak; print out=cetakan; printout=cetakan; printer=pencetak; scan=pindai;
scanner=pemindai; screening=penapisan; tracing=pelacakan; contact tracing=pelacakan kontak;
hand sanitizer=penyanitasi tangan; face shield=pelindung wajah; rapid test=tes cepat;
barcode=kode batang; qr code=kode QR; call center=pusat panggilan; contact center=pusat kontak;
hotline=saluran siaga; contact person=narahubung; customer service=layanan pelanggan;
help desk=meja bantuan; helpdesk=meja bantuan; front office=kantor depan;
back office=kantor belakang; drive thru=lantatur; drive through=lantatur; door prize=hadiah undian;
doorprize=hadiah undian; goodie bag=tas cendera mata; goody bag=tas cendera mata; snack=kudapan;
coffee break=rehat kopi; dinner=makan malam; lunch=makan siang; ice breaking=penyegar suasana;
ice breaker=penyegar suasana; door to door=dari rumah ke rumah; face to face=tatap muka; team=tim;
team work=kerja tim; teamwork=kerja tim; team building=pembangunan tim; leader=pemimpin;
leadership=kepemimpinan; stakeholder=pemangku kepentingan; stakeholders=pemangku kepentingan;
stake holder=pemangku kepentingan; shareholder=pemegang saham; road map=peta jalan;
roadmap=peta jalan; master plan=rencana induk; masterplan=rencana induk;
grand design=rancangan induk; action plan=rencana aksi; time line=lini masa; timeline=lini masa;
time schedule=jadwal; schedule=jadwal; rundown=susunan acara; run down=susunan acara;
banner=spanduk; backdrop=latar panggung; leaflet=selebaran; flyer=selebaran;
talk show=gelar wicara; talkshow=gelar wicara; podcast=siniar; live streaming=siaran langsung;
livestreaming=siaran langsung; streaming=siaran langsung; trending=populer; influencer=pemengaruh;
netizen=warganet; hoax=hoaks; sharing session=sesi berbagi; sharing=berbagi;
focus group discussion=diskusi kelompok terpumpun; kick off=pembukaan; kickoff=pembukaan;
progress=kemajuan; review=reviu; assessment=asesmen; assesment=asesmen; assessor=asesor;
self assessment=penilaian mandiri; quality control=kendali mutu; quality assurance=penjaminan mutu;
good governance=tata kelola yang baik; check list=daftar periksa; checklist=daftar periksa;
cross check=pemeriksaan silang; crosscheck=pemeriksaan silang; double check=pemeriksaan ulang;
database=basis data; data base=basis data; dashboard=dasbor; e-learning=pembelajaran elektronik;
blended learning=pembelajaran campuran; volunteer=relawan; fundraising=penggalangan dana;
start up=usaha rintisan; startup=usaha rintisan; business=bisnis; marketing=pemasaran;
branding=penjenamaan; brand=jenama; owner=pemilik; tenant=penyewa; outlet=gerai; booth=gerai;
cash=tunai; cashless=nontunai; budget=anggaran; budgeting=penganggaran; background=latar belakang;
skill=keterampilan; skills=keterampilan; soft skill=keterampilan lunak; job fair=bursa kerja;
jobfair=bursa kerja; fresh graduate=lulusan baru; study tour=karya wisata; fun walk=jalan santai;
fun bike=sepeda santai; car free day=hari bebas kendaraan; rest area=tempat istirahat;
emergency=darurat; trauma healing=pemulihan trauma; medical check up=pemeriksaan kesehatan;
check up=pemeriksaan kesehatan; home visit=kunjungan rumah; work from home=kerja dari rumah;
work from office=kerja dari kantor; press release=siaran pers; press conference=konferensi pers;
keynote speaker=pembicara utama; speaker=pembicara; mindset=pola pikir; mind set=pola pikir;
mapping=pemetaan; trend=tren; support=dukungan; best practice=praktik baik;
best practices=praktik baik; pilot project=proyek percontohan; role model=panutan;
benchmarking=studi perbandingan; benchmark=tolok ukur; handover=serah terima;
groundbreaking=peletakan batu pertama; ground breaking=peletakan batu pertama;
soft opening=pembukaan awal; grand opening=pembukaan; on the spot=di tempat; on time=tepat waktu;
real time=waktu nyata; realtime=waktu nyata; up to date=mutakhir;
one stop service=layanan satu pintu; public speaking=berbicara di depan umum;
public hearing=dengar pendapat publik; fraud=kecurangan;
early warning system=sistem peringatan dini; early warning=peringatan dini;
outbound=kegiatan luar ruang; follow up=tindak lanjut; followup=tindak lanjut; standby=siaga;
stand by=siaga; game=gim; sample=sampel; input=masukan; sign=tanda tangan; reschedule=jadwal ulang;
hybrid=hibrida; refreshing=penyegaran; refreshment=penyegaran; cleaning service=petugas kebersihan;
security=petugas keamanan; guest house=wisma; ballroom=ruang serbaguna; meeting room=ruang rapat;
welcome drink=minuman selamat datang; participant=peserta; participants=peserta; trainer=pelatih;
trainee=peserta pelatihan; problem solving=pemecahan masalah; brainstorming=curah pendapat;
win win solution=jalan tengah; output=keluaran; outcome=hasil;
capacity building=pengembangan kapasitas; charity=amal; photo booth=bilik foto;
photobooth=bilik foto; selfie=swafoto; running text=teks berjalan;
video conference=konferensi video; teleconference=telekonferensi; voice note=pesan suara;
chat=obrolan; postingan=unggahan; share=bagikan; follower=pengikut; followers=pengikut;
subscriber=pelanggan; viewer=penonton; content creator=pembuat konten
"""
EQUIVALENTS = {
    foreign.strip(): own.strip()
    for foreign, _, own in (pair.partition("=") for pair in _PAIRS.replace("\n", " ").split(";"))
}
"""Foreign words and phrases by their Indonesian equivalent."""

_FIRST = frozenset(re.split(r"[ -]", phrase)[0] for phrase in EQUIVALENTS)
"""The first words of all of them, one of which must stand in a text at all."""

_ALL = "|".join(
    re.escape(phrase).replace(r"\ ", r"[\s-]{1,2}").replace(r"\-", "-?")
    for phrase in sorted(EQUIVALENTS, key=len, reverse=True)
)
_PREFIXES = "di|meng|mem|men|me|nge|ter"
_PATTERN = re.compile(
    rf"(?<![\w/@.-])(?:(?:{_PREFIXES})-?)?(?P<word>{_ALL})(?:-(?P=word))?(?:-?(?:nya|kan))?"
    r"(?![\w@]|-\w)",
    re.IGNORECASE,
)
_AHEAD = re.compile(rf"\b(?:{_PREFIXES})-\Z", re.IGNORECASE)


@lru_cache(maxsize=65536)
def begins(word: str) -> bool:
    """Whether a casefolded word begins one of the phrases, with or without affixes."""
    if word in _FIRST:
        return True
    return any(
        word.startswith(prefix) and word.endswith(suffix) and _between(word, prefix, suffix)
        for prefix in ("", *_PREFIXES.split("|"))
        for suffix in ("", "nya", "kan")
    )


def _between(word: str, prefix: str, suffix: str) -> bool:
    return word[len(prefix) : len(word) - len(suffix)] in _FIRST


def match_at(text: str, start: int) -> re.Match[str] | None:
    """The foreign phrase that begins with the word at `start`, its affixes included."""
    ahead = _AHEAD.search(text, max(0, start - 6), start)
    return _PATTERN.match(text, ahead.start() if ahead else start)


def equivalent(word: str) -> str:
    """The Indonesian word for what `match_at` found as its `word`."""
    plain = " ".join(word.casefold().split())
    return EQUIVALENTS.get(plain) or EQUIVALENTS.get(plain.replace("-", " "), "")
