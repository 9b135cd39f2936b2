from __future__ import annotations

import pytest

from terbit.core.finding import Level

MOBILE = [
    "Lapor lewat WhatsApp di 0852 4911 2233 atau datang langsung.",
    "No HP 085249112233",
    "Hubungi kami (+62) 852-4911-2233.",
    "hubungi Pak Jaya 0813-1111-2222",
    "081311112222",
    "+62 813 1111 2222",
    "6281311112222",
    "0062 813 1111 2222",
    "(0813) 11112222",
    "0813.1111.2222",
    "0813–1111–2222",
    "0813\u200b1111\u200b2222",
    "０８１３１１１１２２２２",
    "WA081311112222",
    "Telp/WA:081311112222",
    "WA 813 1111 2222",
    "wa.me/6281311112222",
    "[tanya](https://wa.me/6281311112222)",
    "[tanya](tel:+6281311112222)",
    "<a href=tel:081311112222>tanya</a>",
    "https://api.whatsapp.com/send?phone=6281311112222",
    "No. 0813-1111-2222",
    "<!-- WA 081311112222 -->",
    "| Nama | HP |\n|---|---|\n| A | 081311112222 |",
    "+60 12-345 6789",
]
GOOD = [
    "Layanan Halo JKN 165 dan Halo Kemkes 1500567.",
    "Nomor sertifikat 0812345678 diterbitkan.",
    "Kode pos 73112, tahun 2026, 0536.",
    "Rapat 08.00-12.00, 13.00-16.00 WIB.",
    "Nomor perkara 0812/Pdt.G/2026/PA.Plk diputus.",
    "Luas lahan 0,0812345 hektare dan 81.234.567 meter persegi.",
    "Nilai Rp 85.249.112.233 disetujui.",
    "RUP 48123456 dan kode tender 8512345678.",
    "Surat Nomor 005/0812/2026 dan 900.1.3.1/0536/BKAD.",
    "Nomor registrasi 0852-2026-0001 disimpan.",
    "Telepon (0536) 3221234 atau 0811-520-0001",
    "0536 322 1234",
    "+62 811 5200 001",
    "[telepon](tel:0536-3221234)",
    "Lapor ke 110, 112, 119, 198, 1708, atau 14045.",
    "Layanan 1500-123, 1500123, dan (021) 1500 123",
    "SMS ke 1708",
    "Nomor 067/035.07/SEKRE-1/INSP",
    "Surat Nomor 700/0536-3221999/INSP",
    "62812345678901",
    "Rp 0811.222.333 dan Rp081.311.112",
    "NIP 198501012010012003",
    "NIP 19850101 201001 2 003",
    "Tahun 2025-2026-2027",
    "pada 2026-11-10 08:30 atau 10.11.2026",
    "pukul 08.30-16.00",
    "Nomor urut 0210012345",
    "Kode rekening 5.1.02.01.01.0024",
    "0,81234567890",
    "https://contoh.go.id/berkas/081311112222",
    "Berkas DSC_081311112222.jpg",
    "Koordinat -2.2136, 113.9108",
    "0800-1234567",
    "Nomor 0821-xxxx-1234",
]


@pytest.mark.parametrize("body", MOBILE)
def test_mobiles_outside_the_contacts_are_refused(findings, body):
    (finding,) = findings("PII-03", body)
    assert finding.level is Level.TOLAK


@pytest.mark.parametrize(
    "body", ["0536-3221999", "(021) 555-1234", "+62 536 3221999", "tel. 0532-21234"]
)
def test_landlines_outside_the_contacts_are_held(findings, body):
    (finding,) = findings("PII-03", body)
    assert finding.level is Level.TAHAN


@pytest.mark.parametrize("body", GOOD)
def test_other_numbers_are_silent(findings, body):
    assert findings("PII-03", body) == ()


def test_two_numbers_parted_by_a_slash(findings):
    assert len(findings("PII-03", "081311112222/081344445555")) == 2


def test_a_nik_is_no_phone_number(findings):
    assert findings("PII-03", "NIK 0813111122220001") == ()
    assert findings("PII-03", "NIK 3271 081311112222") == ()
    assert len(findings("PII-01", "NIK 3271 081311112222")) == 1


def test_a_landline_without_area_code_behind_its_word(findings):
    (finding,) = findings("PII-03", "Telepon 3221999 melayani pengaduan.")
    assert finding.level is Level.TAHAN
    assert findings("PII-03", "Telepon 3221234 melayani pengaduan.") == ()
    assert findings("PII-03", "Telp. 1500123 atau 3221.") == ()


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Telepon (0536) 3221999/98 aktif.", 1),
        ("Telepon (0536) 3221234/35 aktif.", 0),
        ("Hubungi 0813-1111-2222/0857-2222-3333.", 2),
        ("Nomor 0536/123/2026 dan kode 0812-3456/78.", 0),
        ("Meeting ID: 0812 3456 7890", 0),
    ],
)
def test_slashes_and_meetings(findings, body, count):
    assert len(findings("PII-03", body)) == count


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Telp. (0536) 3221999/3221998.", 2),
        ("Telepon 0536 3229900, 3229901 dan 3229902.", 3),
        ("Telepon kantor 3229900 atau 3229901.", 2),
        ("Telepon 0536 3221234/3221999.", 1),
        ("Telepon genggam dipakai 3229900 penduduk.", 0),
    ],
)
def test_landlines_that_share_an_area_code(findings, body, count):
    found = findings("PII-03", body)
    assert len(found) == count
    assert {finding.level for finding in found} <= {Level.TAHAN}
