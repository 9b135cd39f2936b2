"""The recapitulation as people read it: page, paper and workbook of one document."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pypdf
import pytest

from terbit.core.agenda import Activity, State
from terbit.core.coverage import coverage
from terbit.core.links import Checked
from terbit.core.recap import Period, recap
from terbit.drawing.look import Look
from terbit.errors import TerbitError
from terbit.report import evidence, page, paper, summary
from terbit.report.document import Document
from terbit.report.summary import Told
from terbit.tables import to_workbook
from tests.core.test_passage import CALENDAR, PROCEDURE, published
from tests.core.test_recap import case, november
from tests.site.conftest import HOSTILE, office

MADE = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
OFFICE = office()
LINK = "https://www.facebook.com/contoh/posts/1"


def told(**fields: Any) -> Told:
    links = (Checked("satu", "Satu", "Facebook", LINK, "sesuai", fine=True),)
    names = {"facebook": "Facebook", "instagram": "Instagram"}
    made = Told(november(), (), PROCEDURE, OFFICE, names, links, {"satu": "bukti/satu.pdf"})
    return replace(made, **fields)


def document(**fields: Any) -> Document:
    return summary.document(told(**fields), MADE)


def table(shown: Document, heading: str) -> list[tuple[Any, ...]]:
    (part,) = (part for part in shown.parts if part.heading == heading)
    return list(part.table.rows) if part.table else []


def text_of(data: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_totals_are_those_counted_by_hand() -> None:
    assert table(document(), "Ringkasan") == [
        ("Terbit pertama kali", 3),
        ("Di antaranya kini sudah dicabut", 0),
        ("Persetujuan, termasuk ralat dan perubahan", 3),
        ("Naskah yang dikembalikan untuk diperbaiki", 1),
        ("Banyaknya pengembalian", 1),
        ("Catatan pemeriksa", 1),
        ("Persetujuan yang melewati batas waktu", 2),
        ("Unggahan yang dituju di kanal lain", 4),
        ("Unggahan yang terbukti", 2),
    ]


def test_steps_are_told_with_limit_median_longest_and_late() -> None:
    assert table(document(), "Waktu tiap langkah") == [
        ("Periksa", 30, 3, 30, 45, 1),
        ("Putus", 30, 3, 30, 31, 1),
        ("Unggah", 30, 3, 5, 35, 1),
    ]
    assert ("Satu", "Periksa", 45, 30, 15) in table(document(), "Melewati batas waktu")


def test_a_month_in_which_nothing_happened_says_so() -> None:
    empty = recap((), Period(2025, 1), PROCEDURE, CALENDAR)
    shown = document(recap=empty, links=())
    said = "Tidak ada yang terbit atau disetujui pada Januari 2025."
    assert shown.parts[0].words == (said,)
    assert said in page.html(shown, OFFICE).decode()
    assert said in text_of(paper.pdf(shown, Look()))


def test_a_year_tells_its_months() -> None:
    year = Period(2026)
    cases = (case("satu", published()),)
    months = tuple(recap(cases, month, PROCEDURE, CALENDAR) for month in year.months)
    shown = document(recap=recap(cases, year, PROCEDURE, CALENDAR), months=months)
    rows = table(shown, "Menurut bulan")
    assert len(rows) == 12
    assert rows[10] == ("November", 1, 1, 1, 1)


def test_agenda_is_told_only_where_there_is_one() -> None:
    rows = [Activity("kunjungan", "Kunjungan", MADE.date(), MADE.date(), state=State.HELD)]
    assert table(document(coverage=coverage(rows, ())), "Liputan agenda") == [
        (MADE.date(), "Kunjungan")
    ]
    assert "Liputan agenda" not in {part.heading for part in document().parts}


def test_page_runs_nothing_and_escapes_everything() -> None:
    shown = replace(document(), title=HOSTILE)
    html = page.html(shown, OFFICE).decode()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "default-src &#39;none&#39;; style-src &#39;sha256-" in html
    assert f'<a href="{LINK}" rel="noopener noreferrer">' in html


def test_paper_is_the_same_bytes_again_with_letters_of_its_own() -> None:
    data = paper.pdf(document(), Look())
    assert data == paper.pdf(document(), Look())
    reader = pypdf.PdfReader(io.BytesIO(data))
    fonts = {
        str(font.get_object()["/BaseFont"])
        for one in reader.pages
        for font in one["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all("PlusJakartaSans" in font for font in fonts)
    assert "Rekapitulasi publikasi November 2026" in text_of(data)
    assert reader.metadata is not None
    assert reader.metadata.creation_date == MADE
    assert reader.metadata.title == "Rekapitulasi publikasi November 2026"


def test_workbook_has_a_sheet_for_each_table() -> None:
    shown = document()
    data = to_workbook(list(shown.tables), shown.title, shown.office, shown.made)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames[:4] == ["Ringkasan", "Jenis", "Kanal", "Waktu langkah"]
    assert book["Waktu langkah"]["E2"].value == 45


def test_evidence_tells_the_sheet_and_the_proofs_and_nobodys_name() -> None:
    one = next(case for case in november().cases if case.item == "satu")
    one = replace(one, events=one.passages[0].approval and published().events)
    names = {"facebook": "Facebook", "instagram": "Instagram"}
    data = paper.pdf(evidence.document(one, PROCEDURE, OFFICE, names, MADE), Look())
    said = text_of(data)
    for words in (
        "Disetujui (putus)",
        "12 November 2026 11.50 WIB",
        "lewat 15 menit kerja",
        "Naskah 1 kali dikembalikan untuk diperbaiki.",
        "Hapus nomor …, ….",
        "Hapus nomor telepon",
        LINK,
        "Paket unggah siap",
    ):
        assert words in said, words
    assert "Ani Sari" not in said
    assert len(data) < paper.MOST_BYTES


def test_a_paper_that_is_too_heavy_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "MOST_BYTES", 1000)
    with pytest.raises(TerbitError, match="lebih dari 2 MB"):
        paper.pdf(document(), Look())


def test_words_that_the_letters_do_not_have_do_no_harm() -> None:
    shown = replace(document(), title="Rapat 🎉 日本 \u200b\x07 selesai")
    assert "selesai" in text_of(paper.pdf(shown, Look()))


def test_long_lists_are_cut_on_paper_and_whole_on_the_page() -> None:
    rows = tuple(
        Checked(f"b{n}", f"Butir {n}", "Situs", "", "sesuai", fine=True)
        for n in range(paper.MOST_ROWS + 5)
    )
    shown = document(links=rows)
    last = f"Butir {paper.MOST_ROWS + 4}"
    said = text_of(paper.pdf(shown, Look()))
    assert "Masih ada 5 baris; pemeriksaan tautan selengkapnya ada di berkas HTML" in said
    assert last not in said
    assert last in page.html(shown, OFFICE).decode()
