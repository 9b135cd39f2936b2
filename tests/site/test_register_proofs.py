"""What the sheet of an item says of each channel."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from terbit.core.passage import passage
from terbit.core.record import History, picture_name
from terbit.site import build, register
from terbit.site.model import Entry, Site
from tests.site.conftest import BUILT, CONFIG, history, miniature, office, procedure

ITEM, AT = "berita/2026/11/utama", datetime(2026, 11, 12, 3, 41, tzinfo=UTC)
SITE = Site(office(), procedure(), (), (), {}, BUILT, "abc")
DIED = "terunggah-instagram_story"
EXCUSE = {"reason": "akun <b>ditutup</b> sementara"}


def told(made: History, kind: str, details: dict[str, str], digest: str = "") -> History:
    at, number = AT + timedelta(hours=len(made.events)), len(made.events) + 1
    if kind == DIED:
        details = {"file": picture_name(number, kind), "sha256": "0" * 64}
    fields = {"procedure": "SOP/1", "digest": digest or made.events[0].digest, "actor": "Humas"}
    return made.add(made.next(kind, at=at, details=details, **fields))


def sheet(made: History, *channels: str) -> register.Sheet:
    way = passage(made, made.events[0], SITE.procedure, SITE.office.calendar)
    return register.Sheet(made, way, channels, "")


def proof(made: History, channel: str) -> register.ProofLine:
    """The last line of the list; the others are of the office's channels."""
    shown = sheet(made, channel)
    return register.proofs(SITE, shown)[0]


def test_a_screenshot_is_told_and_not_shown() -> None:
    found = proof(told(history(ITEM, AT), DIED, {}), "instagram_story")
    assert found.state == "Tangkapan layar disimpan di arsip"
    assert (found.link, found.at) == ("", SITE.office.calendar.local(AT + timedelta(hours=4)))


def test_what_is_not_available_is_told_with_its_reason() -> None:
    made = told(history(ITEM, AT), "dilewati-instagram", EXCUSE)
    found = proof(made, "instagram")
    assert found.state == f"Tidak tersedia: {EXCUSE['reason']}"
    assert found.at == SITE.office.calendar.local(AT + timedelta(hours=4))
    assert register.log(SITE, sheet(made))[-1].words == ("Dicatat tidak tersedia: Instagram")


def test_a_later_proof_stands_in_the_place_of_the_excuse() -> None:
    made = told(history(ITEM, AT), "dilewati-x", EXCUSE)
    made = told(made, "terunggah-x", {"link": "https://x.com/contoh/status/1"})
    assert proof(made, "x").state == "Terunggah"
    assert proof(made, "x").link == "https://x.com/contoh/status/1"


def test_what_was_said_of_an_earlier_version_is_called_so() -> None:
    made = told(history(ITEM, AT), "dilewati-x", EXCUSE, digest="lain")
    assert proof(made, "x").state.endswith(" (versi sebelumnya)")
    assert proof(told(made, "paket-x", {}), "x").state == "Paket unggah siap"


def test_the_page_says_both(tmp_path: Path) -> None:
    site = miniature()
    entry = next(entry for entry in site.entries if entry.item.endswith("/rapat"))
    made = told(told(history(entry.item, AT), DIED, {}), "dilewati-instagram", EXCUSE)
    one = Entry(entry.load().article, made)
    small = Site(
        site.office, site.procedure, (one,), site.pages, {one.item: made}, BUILT, "abcdef0123"
    )
    build(small, CONFIG, tmp_path / "out", tmp_path / "kerja")
    page = (tmp_path / f"out/arsip/{entry.item}/index.html").read_text(encoding="utf-8")
    assert "Tangkapan layar disimpan di arsip, <span" in page
    assert "Tidak tersedia: akun &lt;b&gt;ditutup&lt;/b&gt; sementara" in page
    assert ".jpg" not in page.partition("Bukti tiap kanal")[2]
