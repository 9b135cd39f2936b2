"""The register: what a sheet tells, how pages of it are divided, what its script gets."""

from __future__ import annotations

import html
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from terbit.core.record import PUBLISHED, History
from terbit.git_objects import blob
from terbit.site import Entry, Site, build
from tests.site.conftest import BUILT, CONFIG, article, history, photo

ITEM = "berita/2026/11/dikembalikan"
PICTURE = photo(300, 150)
TREE = "ab" * 20


def told(at: str = "2026-11-12T09:00:00+07:00") -> dict[str, Any]:
    """What an approval keeps of a text that was sent back once."""
    note = {
        "number": 1,
        "at": at,
        "capacity": "Kepala Bagian",
        "state": "CHANGES_REQUESTED",
        "text": "Ganti <b>angka</b> dan hapus 0812-3456-7890.",
        "place": {"path": f"content/{ITEM}/index.md", "line": 9, "changed": True},
        "replies": [{"at": at, "capacity": "Staf", "text": "Sudah diganti."}],
        "answer": ["Ganti angka peserta"],
    }
    clock = {"step": "periksa", "limit_minutes": 30, "used_minutes": 45}
    return {"send_backs": 1, "notes": [note], "clocks": [clock], "mode": "40000", "object": TREE}


def sent_back(**fields: str) -> Entry:
    """An article with that approval."""
    files = {"foto-1.jpg": PICTURE}
    made = article(f"content/{ITEM}", "Yang Dikembalikan", files, **fields)
    plain = history(ITEM, BUILT - timedelta(days=2))
    approval, *_ = plain.events
    events = History(ITEM, (replace(approval, details={**approval.details, **told()}),))
    same = {"procedure": "SOP/1", "digest": approval.digest, "actor": "mesin"}
    events = events.add(events.next(PUBLISHED, at=BUILT - timedelta(days=1), **same))
    return Entry(made, events)


def sheet_of(small: Site, entry: Entry, place: Path) -> str:
    build(replace(small, entries=(entry,), ledger={}), CONFIG, place / "out", place / "kerja")
    return (place / f"out/arsip/{ITEM}/index.html").read_text(encoding="utf-8")


def test_sheet_tells_minutes_notes_what_was_done_and_originals(small: Site, tmp_path: Path) -> None:
    sheet = html.unescape(sheet_of(small, sent_back(), tmp_path))
    for text in (
        "45 menit kerja</span>, batas SOP",
        "lewat 15 menit kerja",
        "Naskah 1 kali dikembalikan untuk diperbaiki.",
        "Ganti <b>angka</b> dan hapus ….",
        "<code>index.md:9</code>",
        "Staf menjawab:</strong> Sudah diganti.",
        "Ditindaklanjuti:</strong> Ganti angka peserta",
        blob(PICTURE).id,
        f"git show {TREE}:foto-1.jpg > foto-1.jpg",
    ):
        assert text in sheet, text


def test_sheet_leads_to_the_repository_of_an_office_that_names_one(
    small: Site, tmp_path: Path
) -> None:
    address = "https://forge.contoh.go.id/kantor/terbit"
    assert "repositori kami" not in sheet_of(small, sent_back(), tmp_path)
    named = replace(small, office=replace(small.office, repository_url=address))
    # into the same folder: the address belongs to what every page is made from
    assert f'<a href="{address}" rel="noopener">repositori kami</a>' in sheet_of(
        named, sent_back(), tmp_path
    )


def test_notes_are_text_and_never_html(small: Site, tmp_path: Path) -> None:
    assert "Ganti &lt;b&gt;angka&lt;/b&gt;" in sheet_of(small, sent_back(), tmp_path)


def test_notes_and_files_of_what_was_withdrawn_are_not_told(small: Site, tmp_path: Path) -> None:
    gone = sent_back(more="ditarik: {waktu: 2026-11-21T09:00, alasan: Keliru.}\n")
    sheet = sheet_of(small, gone, tmp_path)
    assert "Isi catatannya tidak dimuat" in sheet
    assert "Ganti" not in sheet
    assert "git show" not in sheet


@pytest.mark.parametrize("preview", [False, True])
def test_only_a_site_that_is_all_approved_has_filters(
    small: Site, tmp_path: Path, preview: bool
) -> None:
    drafts = frozenset({"drafts/x"}) if preview else frozenset()
    build(replace(small, draft_items=drafts), CONFIG, tmp_path / "out", tmp_path / "kerja")
    page = (tmp_path / "out/arsip/index.html").read_text(encoding="utf-8")
    assert ("data-saring" in page) is not preview
    assert ("arsip-2026.csv" in page) is not preview
    assert (tmp_path / "out/arsip/unduh").exists() is not preview
    assert (tmp_path / "out/arsip/saring/2026.json").exists() is not preview
