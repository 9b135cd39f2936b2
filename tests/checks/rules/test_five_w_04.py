from __future__ import annotations

import pytest

from terbit.checks.rules.five_w_04 import RULE
from tests.checks.offices import CONTEXT, LEAD, build

QUOTE = "“Kami akan memperbaiki semua catatan,”"


def quotes(body: str, **front: str) -> list[str]:
    return [f.quote for f in RULE.check(build(f"{LEAD}\n{body}\n", **front), CONTEXT)]


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (f"{QUOTE} ujarnya.", "ujarnya"),
        (f"{QUOTE} kata dia.", "kata dia"),
        ('"Kami senang," tuturnya kepada wartawan.', "tuturnya"),
        ("Ia menegaskan, “Semua harus selesai.”", "Ia menegaskan"),
        (f"{QUOTE} kata salah satu peserta.", "salah satu peserta"),
        ("“Semua catatan harus selesai bulan ini.”", "“Semua catatan harus selesai bulan ini.”"),
    ],
)
def test_nobody_was_named(body, quote):
    assert quotes(body) == [quote]


@pytest.mark.parametrize(
    "body",
    [
        f"Camat Timpah mengucapkan terima kasih.\n\n{QUOTE} ujarnya.",
        f"Yohanes Dehen menyambut tim.\n\n{QUOTE} katanya.",
        f"{QUOTE} kata seorang peserta, Siti Aminah.",
        f"{QUOTE} kata Rudie.",
        "Kegiatan bertema “Bersama Membangun Desa”.",
    ],
)
def test_somebody_was_named(body):
    assert quotes(body) == []


def test_the_title_may_name_the_speaker():
    assert quotes(f"{QUOTE} ujarnya.", judul="Camat Timpah Minta Laporan Tepat Waktu") == []


def test_a_name_inside_a_quotation_names_nobody():
    assert quotes("“Camat Timpah harus hadir,” ujarnya.") == ["ujarnya"]


def test_who_is_named_later_was_not_named_before():
    assert quotes(f"{QUOTE} ujarnya.\n\nCamat Timpah hadir. {QUOTE} katanya.") == ["ujarnya"]
