from __future__ import annotations

import pytest

from terbit.core.finding import Level

MOBILE = [
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
