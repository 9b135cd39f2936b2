"""`terbit report`: from a clone alone, the same files from the same archive."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl
import pypdf
import pytest
from click.testing import CliRunner

from terbit.cli.report import report as command
from terbit.commands import record
from terbit.commands.report import LINKS, Reported, report
from terbit.core.links import Checked
from terbit.core.recap import Period
from terbit.newsroom import cases
from terbit.newsroom.clone import Clone
from tests.commands.test_agenda import ROW, TEXT
from tests.commands.test_agenda import published as approved_agenda
from tests.rooms import DECIDER, ITEM, PUBLIC, VERIFIER, WRITER, Room

NOVEMBER = Period(2026, 11)
POST = "https://www.instagram.com/p/ABC123/"


@pytest.fixture
def told(room: Room) -> Room:
    """Sent back after 20 minutes, verified 46 after its change, approved 11 later, posted."""
    room.submit()
    room.tick(20)
    room.object(VERIFIER, "Ganti SATU menjadi DUA; hubungi 0812-3456-7890.")
    room.push(WRITER, {f"{PUBLIC}/index.md": room.text("SATU", "DUA")}, message="Ganti angka")
    room.tick(45)
    room.approve(VERIFIER)
    room.tick(10)
    room.approve(DECIDER)
    room.tick(5)
    room.merge()
    room.publisher().run()
    by = room.who(WRITER)
    record.record(room.newsroom, ITEM, "instagram", POST, by=by, now=room.tick(30))
    return room


def made(room: Room, period: Period = NOVEMBER, name: str = "laporan") -> tuple[Reported, Path]:
    out = room.folder / name
    return report(Clone(room.clone), period, out, room.now), out


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def rows(data: bytes, sheet: str) -> Iterator[tuple[object, ...]]:
    found = openpyxl.load_workbook(io.BytesIO(data))[sheet]
    return found.iter_rows(min_row=2, values_only=True)


def test_a_month_is_counted_from_the_archive(told: Room) -> None:
    done, out = made(told)
    assert set(files(out)) == {
        "rekapitulasi-2026-11.html",
        "rekapitulasi-2026-11.pdf",
        "rekapitulasi-2026-11.xlsx",
        "bukti/berita-2026-11-kabar-uji.pdf",
    }
    assert done.lines()[0] == "Rekapitulasi November 2026: 1 butir terbit, 1 persetujuan."
    book = files(out)["rekapitulasi-2026-11.xlsx"]
    assert list(rows(book, "Waktu langkah")) == [
        ("Verifikasi", 30, 1, 46, 46, 1),
        ("Persetujuan", 30, 1, 11, 11, 0),
        ("Publikasi", 30, 1, 7, 7, 0),
    ]
    assert list(rows(book, "Kanal")) == [("Instagram", 1, 1, 0, 0), ("Telegram", 1, 0, 1, 0)]
    assert [row[2] for row in rows(book, "Tautan")][1] == POST


def test_what_was_withdrawn_is_told_and_no_post_of_it_is_awaited(told: Room) -> None:
    told.newsroom.repository.switch("main")
    told.newsroom.repository.git.pull("--quiet")
    told.edit("5w1h:", "ditarik: {waktu: 2026-11-18T12:00, alasan: Tidak jadi.}\n5w1h:")
    number = told.submit(PUBLIC)
    told.approve(VERIFIER, number)
    told.approve(DECIDER, number)
    told.merge(number=number)
    told.publisher().run()
    book = files(made(told)[1])["rekapitulasi-2026-11.xlsx"]
    totals = {row[0]: row[1] for row in rows(book, "Ringkasan")}
    assert totals["Terbit pertama kali"] == totals["Di antaranya kini sudah dicabut"] == 1
    # the post that was proved once still stands, the kit is needed no more
    assert list(rows(book, "Kanal")) == [("Instagram", 1, 1, 0, 0)]


def test_the_same_archive_makes_the_same_files(told: Room) -> None:
    assert files(made(told)[1]) == files(made(told, name="lagi")[1])


def test_every_paper_is_light_and_names_nobody(told: Room) -> None:
    people = {row.name for row in told.newsroom.config_at(told.newsroom.main()).office.appointments}
    for name, data in files(made(told)[1]).items():
        if name.endswith(".pdf"):
            assert len(data) < 2_000_000
            pages = pypdf.PdfReader(io.BytesIO(data)).pages
            text = " ".join(page.extract_text() for page in pages)
            assert "0812" not in text
            assert not [person for person in people if person in text], name


def test_what_was_taken_in_and_other_months_are_not_counted(told: Room) -> None:
    done, out = made(told, Period(2026, 10))
    assert done.recap.empty
    assert done.lines()[0] == "Tidak ada yang terbit atau disetujui pada Oktober 2026."
    assert not (out / "bukti").exists()


def test_what_waited_for_its_day_is_not_late(room: Room) -> None:
    text = (room.clone / "drafts/kabar-uji/index.md").read_text(encoding="utf-8")
    due = (room.now + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    head = text.replace("\n5w1h:", f"\nterbit_pada: {due}\n5w1h:")
    (room.clone / "drafts/kabar-uji/index.md").write_text(head, encoding="utf-8")
    room.publish_request()
    room.publisher().run()
    room.now += timedelta(days=2, minutes=10)
    room.publisher().run()
    done, _ = made(room)
    assert done.recap.overdue == ()


def test_links_are_asked_for_only_when_that_is_wanted(told: Room) -> None:
    asked: list[tuple[Checked, ...]] = []

    def ask(found: tuple[Checked, ...]) -> tuple[Checked, ...]:
        asked.append(found)
        return found

    out = told.folder / "ditanya"
    report(Clone(told.clone), NOVEMBER, out, told.now, ask)
    assert [row.link for row in asked[0]][1] == POST
    kept = json.loads((out / LINKS).read_text(encoding="utf-8"))
    assert [row["hasil"] for row in kept["tautan"]] == ["sesuai", "sesuai"]
    assert kept["diperiksa_pada"] == told.now.isoformat()


def test_the_approved_agenda_is_compared_with_what_was_published(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    clone = Clone(room.clone)
    assert cases.activities(clone, room.newsroom.ledger(), NOVEMBER) is None
    row = ROW.format("kabar-uji", "Kabar uji", "ya", ITEM)
    approved_agenda(room, TEXT + row)
    found = cases.activities(clone, room.newsroom.ledger(), NOVEMBER) or ()
    assert [(one.title, one.news) for one in found] == [
        ("Rapat koordinasi", ""),
        ("Kabar uji", ITEM),
    ]
    assert cases.activities(clone, room.newsroom.ledger(), Period(2026, 10)) == ()
    html = (made(room)[1] / "rekapitulasi-2026-11.html").read_text(encoding="utf-8")
    assert "Rapat koordinasi" in html


def test_screenshots_are_taken_from_the_archive_as_they_were_noted(told: Room) -> None:
    kept = {"by": told.who(WRITER), "now": told.tick()}
    event = record.pictured(told.newsroom, ITEM, "instagram_story", b"gambar", **kept)
    clone = Clone(told.clone)
    found = cases.cases(clone, clone.config_at(clone.main()), clone.ledger(), NOVEMBER)
    (one,) = (case for case in found if case.item == ITEM)
    assert cases.screenshots(clone, one) == {event.picture: b"gambar"}
    other = replace(event, details={**event.details, "sha256": "0" * 64})
    assert cases.screenshots(clone, replace(one, events=(other,))) == {}


@pytest.mark.parametrize(
    "words",
    [[], ["--bulan", "2026"], ["--tahun", "2026-11"], ["--bulan", "2026-13"],
     ["--bulan", "2026-11", "--tahun", "2026"]],
)  # fmt: skip
def test_a_period_that_is_none_is_refused(words: list[str]) -> None:
    done = CliRunner().invoke(command, words)
    assert done.exit_code == 2
    assert "--bulan 2026-11 atau --tahun 2026" in done.output


def test_the_command_tells_where_the_files_are(told: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(told.clone)
    done = CliRunner().invoke(command, ["--tahun", "2026"])
    assert done.exit_code == 0, done.output
    folder = told.clone / ".terbit/laporan/2026"
    assert str(folder / "rekapitulasi-2026.html") in done.output
    assert f"1 berkas bukti di {folder / 'bukti'}" in done.output
