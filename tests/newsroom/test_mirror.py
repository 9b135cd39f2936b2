"""A site laid beside the archive: each file that nobody approved, that is missing, or differs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.rooms import ITEM, OLD_ITEM
from tests.tampering import Hand, prepared

from terbit.commands.audit import Report
from terbit.core.record import PUBLISHED


@pytest.fixture(scope="module")
def template(room_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepared(room_template, tmp_path_factory.mktemp("mirror") / "room")


@pytest.fixture(scope="module")
def hand(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Hand:
    return Hand(template, tmp_path_factory.mktemp("mirror") / "room")


@pytest.fixture
def situs(hand: Hand, tmp_path: Path) -> Path:
    """A copy of the published site of one's own."""
    copy = tmp_path / "situs"
    shutil.copytree(hand.room.out / "situs", copy)
    return copy


def told(report: Report) -> dict[str, str]:
    return {row.file: row.code for row in report.site}


def test_the_published_site_is_what_the_archive_gives(hand: Hand, situs: Path) -> None:
    """Also after the archive has grown: a proof was recorded since the site was made."""
    assert hand.history()[-1].kind == "terunggah-instagram"
    report = hand.report(site=situs)
    assert report.ok, report.lines()


def test_upload_kits_on_the_site_are_told_and_not_compared(hand: Hand, situs: Path) -> None:
    (situs / "paket").mkdir()
    (situs / "paket/index.html").write_text("paket")
    report = hand.report(site=situs)
    assert report.ok, report.lines()
    assert any("1 berkas paket unggah" in line for line in report.lines())


def test_everything_that_was_done_to_it_by_hand_is_found_at_once(hand: Hand, situs: Path) -> None:
    page = situs / ITEM / "index.html"
    page.write_bytes(page.read_bytes().replace(b"Angka kuncinya", b"Angka gelapnya"))
    (situs / OLD_ITEM / "index.html").unlink()
    (situs / "berita/2026/11/siluman").mkdir()
    (situs / "berita/2026/11/siluman/index.html").write_bytes(page.read_bytes())
    (situs / "rss.xml").write_bytes((situs / "rss.xml").read_bytes() + b" ")
    robots = (situs / "robots.txt").read_bytes()
    (situs / "robots.txt").unlink()
    (situs / "robots-asli.txt").write_bytes(robots)
    (situs / "robots.txt").symlink_to("robots-asli.txt")
    report = hand.report(site=situs)
    assert told(report) == {
        f"{ITEM}/index.html": "site-differs",
        f"{OLD_ITEM}/index.html": "site-missing",
        "berita/2026/11/siluman/index.html": "site-extra",
        "rss.xml": "site-differs",
        "robots.txt": "site-differs",
        "robots-asli.txt": "site-extra",
    }
    assert {row.item for row in report.site} == {ITEM, OLD_ITEM, ""}
    line = f"{ITEM}/index.html: isinya berbeda dari yang dihasilkan versi yang disetujui"
    assert line in report.lines()


def test_an_old_site_is_told_from_a_present_one(template: Path, tmp_path: Path) -> None:
    """Whoever puts an earlier site back hides what was published since."""
    hand = Hand(template, tmp_path / "room")
    hand.retell(lambda events: [*events, events[1]])
    report = hand.report(site=hand.room.out / "situs")
    assert "site-behind" in told(report).values()
    assert any(f"{ITEM}/0006-{PUBLISHED}.json" in line for line in report.lines())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Versi ", "Versi 0000000\n", "tidak menyebut"),
        ("2026-11", "kemarin", "tidak terbaca"),
        ("(", "", "tidak menyebut"),
    ],
)
def test_a_site_that_does_not_say_what_it_is_made_from_proves_nothing(
    hand: Hand, situs: Path, old: str, new: str, said: str
) -> None:
    path = situs / "versi.txt"
    path.write_text(path.read_text().replace(old, new))
    (breach,) = hand.report(site=situs).site
    assert breach.code == "site-unproved"
    assert said in breach.what


def test_a_site_of_a_commit_that_is_not_on_main_proves_nothing(hand: Hand, situs: Path) -> None:
    path = situs / "versi.txt"
    path.write_text(path.read_text().splitlines()[0] + "\nVersi 0000000\n")
    (breach,) = hand.report(site=situs).site
    assert "bukan bagian dari riwayat main" in breach.what


@pytest.mark.parametrize("text", ["", "halo\n", "x" * 70 + "\n"])
def test_a_list_of_heads_that_is_none_is_told_as_a_breach(
    hand: Hand, situs: Path, text: str
) -> None:
    (situs / "arsip/kepala.txt").write_text(text)
    report = hand.report(site=situs)
    assert [row.code for row in report.breaches] == ["site-unproved"]
    (situs / "arsip/kepala.txt").unlink()
    assert [row.code for row in hand.report(site=situs).breaches] == ["site-unproved"]
