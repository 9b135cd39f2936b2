from __future__ import annotations

import pytest

from terbit.checks.masking import mask
from terbit.core.finding import Level
from terbit.report.findings import lines

BAD = [
    "Username: operator, password: Opr#9981, berlaku untuk semua desa.",
    "Peserta dapat masuk dengan kata sandi rapat 7788.",
    "Zoom ID 845 1122 3344 (passcode 9090) dibuka pukul 08.00 WIB.",
    "Zoom ID 845 1122 3344/passcode: kalteng",
    "Join Zoom: ID 845 1122 3344 Pass: 778899",
    "Meeting ID 845 1122 3344, kode: 554433",
    'Password WiFi di ruang rapat: "bersih2026".',
    "Sandi untuk hotspot aula adalah bersih2026.",
    "Kata sandi presensi: hadir#01",
    "Kata sandinya hadir2026 dan berlaku sampai sore.",
    "Berkas ZIP itu dilindungi kata sandi LHP2026#.",
    'Untuk masuk, ketik kata sandi "Isen-Mulang99".',
    "CCTV ruang arsip dapat dilihat pada 192.168.1.64 dengan port 8000.",
    "Printer lantai dua memakai alamat 10.10.3.15.",
    "Basis data dipindahkan ke 172.20.11.8 pada Jumat malam.",
    "ssh admin@10.8.0.2 dipakai operator",
    "Undangan grup: chat.whatsapp.com/FgH12kLmNoPqRsT",
    "Klik telegram.me/joinchat/AbCdEfGhIjKl untuk bergabung.",
    "Security code rapat: 334455",
    "Kode rapat 334455 dibagikan.",
    "PW Wi-Fi: tamu2026",
    "Rapat digelar melalui Zoom dengan Meeting ID 862 1234 5678 dan Passcode 482913.",
    "Meeting ID: 812 3456 7890, Passcode: Rapat26",
    "Kata sandi Wi-Fi aula adalah Ramah2026.",
    "Password Wi-Fi tamu: inspektorat",
    "Tamu dapat memakai sandi Wi-Fi “TamuKantor#1” selama acara.",
    "Akun admin memakai username admin dan password admin123.",
    "Peserta bergabung lewat https://chat.whatsapp.com/AbCdEfGhIjK1234567890x sebelum Jumat.",
    "Gabung grup Telegram t.me/+AbCdEf123456 untuk informasi lanjut.",
    "[Tautan grup](https://t.me/joinchat/AAAAAEkk2WdoDrB4) dibagikan panitia.",
    "Tautan rapat: https://us02web.zoom.us/j/86212345678?pwd=abcDEF123xyz.",
    "[Ikuti rapat](https://zoom.us/j/86212345678?pwd=QWERTY123) tepat waktu.",
    "Server aplikasi berada di alamat 192.168.10.25 dan hanya dapat dibuka di kantor.",
    "Aplikasi absensi dibuka melalui http://10.20.30.40:8080/absen dari komputer kantor.",
    "Atur gateway 172.16.5.1 pada router setiap ruangan.",
    "Kode akses ruang server: 7788.",
    "Kode sandi rapat adalah 556677",
    "Passcode Zoom: 123 456",
    "PASSCODE : 998877",
    "Kata sandi awal aplikasi adalah Kantor@2026 dan wajib diganti.",
    "<!-- password wifi: rahasia99 -->",
    "Masukkan kata sandi untuk akun peserta, yaitu Latih2026, pada laman pendaftaran.",
    "Login dengan kata sandinya 12345678.",
    "PIN rapat: 4455",
]
GOOD = [
    "Kata sandi Wi-Fi tidak ditempel di dinding.",
    "Kata sandi itu harus memuat huruf besar, angka, dan simbol, minimal 10 karakter.",
    "Sebanyak 250 akun memakai kata sandi lemah, yaitu 123456.",
    "Passcode rapat akan dibagikan 30 menit sebelum acara.",
    'Webinar membahas "Password Saja Tidak Cukup: 2026 Tahun Keamanan Siber".',
    "Pasal 30 UU ITE mengatur akses tanpa hak, termasuk menerobos kata sandi.",
    "Peserta menerima kata sandi melalui SMS ke nomor 1708.",
    "Pertandingan berakhir 10.20.30.40 menurut catatan waktu.",
    "Nomor subbagian 10.1.1.5 dan lampiran 10.2.1.1 diubah.",
    "Kode sandi Morse dipelajari Pramuka penegak 2026.",
    "Layanan internet 10.000 desa terhubung jaringan.",
    'Grup WhatsApp "Info Banjir 2026" dikelola BPBD.',
    "Kode akses jalan tol ditutup 24 jam.",
    "Kode masuk barang 4.500 unit diperiksa.",
    "Kata sandi lama diganti setelah 90 hari.",
    "Pegawai menyetel PIN 6 digit.",
    "Aplikasi e-Sandi 2.0 diluncurkan.",
    "Kata sandi: xxxxxx",
    "Kata sandi 1250 akun diganti.",
    "Kata sandi 1.250 akun bocor.",
    "Blok alamat IP 192.168.0.0/16 dicadangkan untuk jaringan lokal.",
    "Sebanyak 250 akun memakai kata sandi lemah: 123456.",
    "Gunakan kata sandi yang kuat dan ganti secara berkala.",
    "Jangan bagikan passcode rapat kepada siapa pun.",
    "Kata sandi minimal 12 karakter dan memuat angka.",
    "Kata sandi terdiri atas 8-12 karakter.",
    "Passcode: menyusul.",
    "Kata sandi: (dikirim melalui surel kantor).",
    "Hindari memakai kata sandi 123456 atau tanggal lahir.",
    "Kata sandi seperti 12345678 mudah ditebak.",
    "Kebijakan kata sandi 2026 mulai berlaku.",
    "Pelatihan Keamanan Kata Sandi Tahun 2026 diikuti 40 orang.",
    "Pekan Imunisasi Nasional (PIN) 2026 dimulai di posyandu.",
    "PIN Polio 2026 menyasar 12.000 anak.",
    "Ikuti saluran kami di https://whatsapp.com/channel/0029VaABC1234567890.",
    "Saluran Telegram resmi kantor ialah t.me/inspektoratcontoh.",
    "Tautan rapat https://zoom.us/j/86212345678 dikirim kepada peserta.",
    "Aplikasi versi 10.2.3.4 dipasang pada server kantor.",
    "Anggaran Rp192.168.100.200 dialokasikan untuk jaringan komputer.",
    "Kode rekening 10.1.2.3 dipakai untuk belanja jaringan.",
    "Laman resmi dapat diakses dari alamat IP publik 103.20.30.40.",
    "Peserta belajar membedakan alamat IP privat, misalnya 192.168.1.1, dan alamat publik.",
    "Pemateri menjelaskan tiga hal: kata sandi, verifikasi dua langkah, dan pencadangan data.",
    "Peserta diminta mengganti kata sandi setiap 90 hari.",
    "Satu akun dengan satu kata sandi dipakai oleh 3 orang.",
    "Kata sandi Wi-Fi dapat diminta di meja penerima tamu.",
    "Dinas Persandian mengelola sandi negara sejak 1946.",
    "Bapak Sandi: 12 peserta hadir.",
    "Kode keamanan dikirim ke ponsel pemilik akun dan berlaku 5 menit.",
    "Kode akses diberikan kepada 25 operator.",
    "Password: ********",
    "Kata kunci pencarian: 2026",
]
SECRETS = [
    ("Passcode: 123456", "123456"),
    ("Passcode: 1234", "1234"),
    ("Kata sandi akun ialah Rahasia#2026", "Rahasia#2026"),
    ("Password Wi-Fi tamu: inspektorat", "inspektorat"),
    ("chat.whatsapp.com/AbCdEfGhIjK1234567890x", "AbCdEfGhIjK1234567890x"),
    ("t.me/+AbCdEf123456", "AbCdEf123456"),
    ("https://zoom.us/j/86212345678?pwd=abcDEF123xyz", "abcDEF123xyz"),
    ("Server itu beralamat IP 10.0.0.25", "10.0.0.25"),
]


@pytest.mark.parametrize("body", BAD)
def test_what_opens_doors_is_refused(findings, body):
    found = findings("KIP-07", body)
    assert found
    assert {finding.level for finding in found} == {Level.TOLAK}


@pytest.mark.parametrize("body", GOOD)
def test_other_sentences_are_silent(findings, body):
    assert findings("KIP-07", body) == ()


def test_a_column_of_passwords(findings):
    table = "| Akun | Kata Sandi |\n|---|---|\n| tamu | rahasiakita |\n| lain | menyusul |\n"
    (finding,) = findings("KIP-07", table)
    assert "rahasiakita" not in finding.message + finding.quote
    assert finding.quote == "Kata Sandi: ***"


def test_a_row_of_key_and_value(findings):
    assert len(findings("KIP-07", "| Data | Isi |\n|---|---|\n| Passcode | 482913 |")) == 1


def test_a_link_shown_and_linked_is_one_finding(findings):
    link = "https://zoom.us/j/86212345678?pwd=abcDEF123xyz"
    assert len(findings("KIP-07", f"[{link}]({link})")) == 1


@pytest.mark.parametrize(("body", "value"), SECRETS)
def test_no_secret_is_printed(findings, body, value):
    found = findings("KIP-07", body)
    printed = "\n".join([*lines(found), *(finding.quote for finding in found)])
    assert found
    assert value not in printed


@pytest.mark.parametrize(("body", "value"), SECRETS)
def test_no_other_rule_prints_it_either(body, value):
    assert value not in mask(body)
    assert mask(mask(body)) == mask(body)


@pytest.mark.parametrize(
    "body",
    [
        "- Kode sandi\n- 482913",
        "Kode akses Zoom:\n\n482913",
        "- Meeting ID 811 2233 4455\n- Passcode kahayan",
        "- Username: peserta\n- sandi betang",
    ],
)
def test_a_key_and_its_value_in_two_items(findings, body):
    (finding,) = findings("KIP-07", body)
    assert finding.quote.endswith(": ***")
    assert not {"482913", "kahayan", "betang"} & set(finding.quote.split())


@pytest.mark.parametrize(
    "body",
    [
        "- Kata sandi\n- Autentikasi",
        "- Kata sandi kuat\n- Cadangan data",
        "- Kata sandi\n- menyusul",
        "- ID kegiatan 12\n- Peserta 40 orang",
    ],
)
def test_items_that_only_speak_of_passwords(findings, body):
    assert findings("KIP-07", body) == ()
