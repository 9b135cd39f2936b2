"""What readers see of the urgent path: a banner until the review is made, a record for ever."""

from __future__ import annotations

import html
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from terbit.core.record import APPROVED, CONTESTED, FOLLOWED, PUBLISHED, History, Signature
from terbit.site import Entry, Site, build
from tests.site.conftest import BUILT, CONFIG, article

ITEM = "berita/2026/11/banjir"
REASON = "Air sungai naik <cepat> dan warga perlu mengungsi malam ini."
AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)  # a Friday evening
DUE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # 16.00 on Monday
FIELDS = {"procedure": "SOP/1", "digest": "ab" * 32, "actor": "Terbit"}
BEFORE, AFTER = BUILT, DUE + timedelta(minutes=1)
BANNER = "Terbit lewat jalur mendesak."


def urgent(item: str = ITEM, at: datetime = AT) -> History:
    """Decided and published on a Friday evening, the review of step `periksa` put off."""
    decided = Signature("putus", "putuskan", "Kepala Dinas", at, 3, "Budi Utama", "budi")
    put_off = {"reason": REASON, "basis": "SK 12/2026", "steps": {"periksa": 1}}
    details = {
        "request": 12,
        "signatures": [decided.to_json()],
        "urgent": {**put_off, "due": DUE.isoformat()},
    }
    made = History(item)
    made = made.add(made.next(APPROVED, at=at, details=details, **FIELDS))
    return made.add(made.next(PUBLISHED, at=at, **FIELDS))


def later(history: History, kind: str, at: datetime) -> History:
    action = "telaah" if kind == FOLLOWED else ""
    step = "periksa" if kind == FOLLOWED else ""
    row = Signature(step, action, "Kepala Bagian", at, 4, "Ani Sari", "ani")
    details = {"request": 12, "signature": row.to_json()}
    return history.add(history.next(kind, at=at, details=details, **FIELDS))


def site_of(small: Site, history: History, now: datetime) -> Site:
    made = article(f"content/{ITEM}", "Warga Diminta Mengungsi")
    return replace(small, entries=(Entry(made, history),), ledger={}, built_at=now)


def pages(site: Site, place: Path) -> dict[str, str]:
    build(site, CONFIG, place / "out", place / "kerja")
    files = sorted(path for path in (place / "out").rglob("*") if path.is_file())
    names = (path.relative_to(place / "out").as_posix() for path in files)
    texts = (path.read_bytes().decode("utf-8", "replace") for path in files)
    return dict(zip(names, texts, strict=True))


def page(found: dict[str, str], url: str) -> str:
    return html.unescape(found[f"{url}/index.html"]).replace("\xa0", " ")


def test_the_banner_says_why_and_until_when(small: Site, tmp_path: Path):
    found = pages(site_of(small, urgent(), BEFORE), tmp_path)
    shown = page(found, ITEM)
    assert BANNER in shown
    assert "Pemeriksaan menyusul paling lambat Senin, 23 November 2026 pukul 16.00 WIB." in shown
    assert f"Alasannya: {REASON}" in shown
    assert "naik <cepat>" not in found[f"{ITEM}/index.html"]
    assert "Pemeriksaan menyusul paling lambat" in page(found, f"arsip/{ITEM}")
    assert "Terbit, pemeriksaan menyusul" in page(found, "arsip")
    assert BANNER not in found["rss.xml"]


def test_after_the_day_it_says_that_nothing_came(small: Site, tmp_path: Path):
    found = pages(site_of(small, urgent(), AFTER), tmp_path)
    assert "seharusnya menyusul paling lambat Senin" in page(found, ITEM)
    assert "belum dibuat" in page(found, ITEM)
    assert "belum dibuat" in page(found, f"arsip/{ITEM}")
    assert "Terbit, pemeriksaan belum dibuat" in page(found, "arsip")


@pytest.mark.parametrize(
    ("at", "told"),
    [(DUE - timedelta(hours=1), "tepat waktu"), (DUE + timedelta(days=1), "terlambat")],
)
def test_after_the_review_the_banner_goes_and_the_sheet_keeps_it(
    small: Site, tmp_path: Path, at: datetime, told: str
):
    found = pages(site_of(small, later(urgent(), FOLLOWED, at), at), tmp_path)
    assert BANNER not in found[f"{ITEM}/index.html"]
    assert "diverifikasi sesudah terbit oleh Kepala Bagian" in page(found, ITEM)
    sheet = page(found, f"arsip/{ITEM}")
    assert "Terbit lewat jalur mendesak" in sheet
    assert told in sheet
    assert "Menyusul sesudah terbit." in sheet
    assert "Pemeriksaan menyusul" in sheet
    rows = json.loads(found["arsip/unduh/arsip-2026.json"])["butir"]
    row = next(row for row in rows if row["butir"] == ITEM)
    assert (row["alasan_mendesak"], row["keadaan"]) == (REASON, "Terbit")
    assert row["menyusul_pada"] is not None
    assert (row["diverifikasi_oleh"], row["disetujui_oleh"]) == ("Kepala Bagian", "Kepala Dinas")
    assert [act["langkah"] for act in row["tindakan"]] == ["putus", "periksa"]


def test_an_objection_stands_on_the_sheet(small: Site, tmp_path: Path):
    contested = later(urgent(), CONTESTED, BEFORE)
    sheet = page(pages(site_of(small, contested, BEFORE), tmp_path), f"arsip/{ITEM}")
    assert "Keberatan sesudah terbit</strong> dari Kepala Bagian" in sheet


def test_building_on_equals_building_anew(small: Site, tmp_path: Path):
    kept = later(urgent(), FOLLOWED, AFTER)
    states = [(urgent(), BEFORE), (urgent(), AFTER), (kept, AFTER)]
    for number, (history, now) in enumerate(states):
        on = pages(site_of(small, history, now), tmp_path / "on")
        assert on == pages(site_of(small, history, now), tmp_path / f"clean-{number}")
