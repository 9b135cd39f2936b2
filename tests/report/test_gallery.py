"""The six states of the gallery: each begins with what the reader needs, and fits a phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from terbit.report.length import MAX_SLIP
from tests import browsing

from .gallery import PREVIEW, STATES, WIDTH, page, photograph, slips
from .github import addresses, calls, render, tags

Slips = dict[str, str]


@pytest.fixture(scope="module")
def photos() -> dict[str, bytes]:
    return {}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, photos: dict[str, bytes]) -> Slips:
    """Every state's slip, played once."""
    return dict(slips(tmp_path_factory.mktemp("gallery"), photos))


BEGINNINGS = {
    "1-menunggu-verifikasi": (
        "**Menunggu verifikasi: ",
        "- **Dewi Sekarmelati, S.E.** (Inspektur Pembantu): baca naskahnya, lalu tekan Approve",
    ),
    "2-disetujui-terlalu-awal": (
        "**Menunggu verifikasi: ",
        "- **Bagas Tirtayasa, S.H., M.Si.** (Atasan PPID): tunggu dahulu; tekan Approve",
    ),
    "3-dikembalikan": (
        "**Keberatan Inspektur Pembantu: ",
        "- **Citra Maharani** (Admin Medsos): perbaiki naskah menurut petunjuk di bawah",
    ),
    "4-naskah-berubah": (
        "**Menunggu verifikasi: ",
        "- **Dewi Sekarmelati, S.E.** (Inspektur Pembantu): lihat perubahannya, lalu tekan",
    ),
    "5-tidak-ada-yang-dapat": (
        "**Langkah 4 (persetujuan) terhenti ",
        "- **Jalan keluar**: minta pengelola repositori mencantumkan pejabat lain",
    ),
    "6-siap": (
        "**Siap digabung dan diunggah oleh Admin Medsos",
        "- **Citra Maharani** (Admin Medsos): tekan Merge",
    ),
}


@pytest.mark.parametrize("name", STATES)
def test_what_the_reader_has_to_do_stands_above_everything_else(shown: Slips, name: str) -> None:
    sentence, action = BEGINNINGS[name]
    above = shown[name].partition("### Langkah SOP")[0]
    assert above.split("\n")[2].startswith(sentence)
    assert f"\n{action}" in above
    assert f"\n[Buka pratinjau naskah]({PREVIEW})\n" in above


@pytest.mark.parametrize("name", STATES)
def test_nothing_is_wide_folded_or_alive_but_what_we_made(
    shown: Slips, photos: dict[str, bytes], name: str
) -> None:
    html = render(shown[name])
    assert not tags(html) & {"table", "details", "summary", "pre", "code"}
    assert addresses(html) <= {PREVIEW, *photos}
    assert calls(html) == []
    assert len(shown[name]) < MAX_SLIP


def test_the_photos_before_and_after_are_shown(shown: Slips, photos: dict[str, bytes]) -> None:
    html = render(shown["4-naskah-berubah"])
    before, after = (photos[address] for address in photos)
    assert set(photos) <= addresses(html)
    assert before != after


def test_every_slip_fits_the_width_of_a_phone(
    shown: Slips, photos: dict[str, bytes], tmp_path: Path
) -> None:
    browsing.needed()
    pages = {name: tmp_path / f"{name}.html" for name in shown}
    for name, path in pages.items():
        path.write_text(page(shown[name]), encoding="utf-8")
    widths = dict(photograph(pages, photos))
    assert widths == dict.fromkeys(STATES, WIDTH)
    assert all(path.with_suffix(".png").is_file() for path in pages.values())
