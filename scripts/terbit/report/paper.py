"""A document on paper: PDF with the office's letters, the same bytes from the same document.

Made by fpdf2: pure Python, so that a clone needs no system library (WeasyPrint needs Pango), and
it embeds only the letters that a document uses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace

from terbit import imaging, indonesian
from terbit.core.colour import Palette
from terbit.drawing import lanes
from terbit.drawing.lanes import Chart
from terbit.drawing.look import Look
from terbit.errors import TerbitError
from terbit.report.document import Document, Part, Shot
from terbit.tables import Cell, Table

MOST_BYTES = 2_000_000
"""What a paper may weigh: forms of the ministry's questionnaires refuse more."""
MOST_ROWS = 250
"""Rows of a table that are printed: beyond that nobody reads paper, and it would weigh too much."""
FONT, MARGIN = "Plus Jakarta Sans", 16.0
GREY, RED, LINE = (90, 98, 94), (170, 32, 20), (205, 212, 208)
SHOTS, SHOT_HEIGHT, GAP = 3, 92.0, 5.0
"""Pictures side by side, and the most that one is high, with the room between two, in mm."""
LETTERS, WIDEST, UNBROKEN, EDGE = 118, 64, 17, 3
"""Letters of a line in a table, of its widest column, of a word that stays whole, of padding."""


class Paper(FPDF):
    """A4 with the office's name above and the page's number below."""

    def __init__(self, shown: Document, look: Look) -> None:
        """Nothing is written yet."""
        super().__init__(format="A4")
        self.shown, self.colour = shown, _rgb(look.colours.main)
        self.accent = _rgb(look.colours.accent)
        self.add_font(FONT, "", look.medium)
        self.add_font(FONT, "B", look.bold)
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(True, margin=18)
        self.set_creation_date(shown.made)
        self.set_title(shown.title)
        self.set_author(shown.office)
        self.set_lang("id")
        self.alias_nb_pages()

    def header(self) -> None:
        """The office's name on a band of its colour."""
        self.set_fill_color(*self.colour)
        self.rect(0, 0, self.w, 11, style="F")
        self.set_fill_color(*self.accent)
        self.rect(0, 11, self.w, 1.2, style="F")
        self.set_font(FONT, "B", 9)
        self.set_text_color(255, 255, 255)
        self.set_xy(MARGIN, 3)
        self.cell(text=self.shown.office)
        self.set_y(20)

    def footer(self) -> None:
        """When it was made, and which page it is."""
        self.set_y(-13)
        self.set_font(FONT, "", 7.5)
        self.set_text_color(*GREY)
        self.cell(w=self.epw - 30, text=self.shown.made_words)
        self.cell(w=30, text=f"Halaman {self.page_no()} dari {{nb}}", align="R")

    def said(self, text: str, size: float, style: str = "", colour: Sequence[int] = (0,)) -> None:
        """One paragraph."""
        self.set_font(FONT, style, size)
        self.set_text_color(*colour)
        self.multi_cell(
            0, size * 0.5, _one_line(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )


def pdf(shown: Document, look: Look) -> bytes:
    """The paper. Raises TerbitError where it would be heavier than it may be."""
    paper = Paper(shown, look)
    paper.add_page()
    paper.said(shown.title, 19, "B", paper.colour)
    paper.ln(1)
    paper.said(shown.about, 9.5, colour=GREY)
    for part in shown.parts:
        _part(paper, part, look.colours)
    target = BytesIO()
    paper.output(target)
    if target.tell() > MOST_BYTES:
        what = f"“{shown.title}” menjadi {target.tell() // 1000} kB, lebih dari 2 MB"
        raise TerbitError(what, "buat rekapitulasi tiap bulan, tidak setahun sekaligus")
    return target.getvalue()


def _part(paper: Paper, part: Part, colours: Palette) -> None:
    needed = 120.0 if part.shots else 40.0
    if part.chart is not None:
        needed = 30 + part.chart.height * paper.epw / lanes.WIDTH
    if paper.will_page_break(min(needed, 120)):
        paper.add_page()
    paper.ln(6)
    paper.said(part.heading, 12.5, "B", _rgb(colours.main))
    paper.ln(1)
    for words in part.words:
        paper.said(words, 9.5)
        paper.ln(0.8)
    if part.chart:
        with paper.local_context():
            _chart(paper, part.chart, colours)
        paper.set_y(paper.get_y() + part.chart.height * paper.epw / lanes.WIDTH + 3)
    for start in range(0, len(part.shots), SHOTS):
        _row_of_shots(paper, part.shots[start : start + SHOTS])
    if part.table:
        rows = part.table.rows
        _table(paper, replace(part.table, rows=rows[:MOST_ROWS]), part.links)
        if len(rows) > MOST_ROWS:
            paper.ln(1.5)
            paper.said(
                f"Masih ada {len(rows) - MOST_ROWS} baris; {part.heading.lower()} "
                "selengkapnya ada di berkas HTML dan XLSX.",
                8.5,
                colour=GREY,
            )


def _row_of_shots(paper: Paper, shots: Sequence[Shot]) -> None:
    """Pictures side by side, each below its words, all on one page."""
    wide, words = (paper.epw - (SHOTS - 1) * GAP) / SHOTS, 14.0
    if paper.will_page_break(words + SHOT_HEIGHT):
        paper.add_page()
    paper.set_font(FONT, "", 8)
    paper.set_text_color(*GREY)
    top, highest = paper.get_y(), 0.0
    for place, shot in enumerate(shots):
        left = paper.l_margin + place * (wide + GAP)
        paper.set_xy(left, top)
        paper.multi_cell(wide, 3.8, _one_line(shot.words), align="L")
        with imaging.opened(shot.data) as image:
            scale = min(wide / image.width, SHOT_HEIGHT / image.height)
            size = image.width * scale, image.height * scale
        paper.image(BytesIO(shot.data), left, top + words, *size, alt_text=_one_line(shot.words))
        highest = max(highest, size[1])
    paper.set_y(top + words + highest + GAP)


def _table(paper: Paper, table: Table, links: int | None) -> None:
    paper.ln(1)
    paper.set_font(FONT, "", 8)
    paper.set_text_color(0)
    paper.set_draw_color(*LINE)
    head = FontFace(emphasis="BOLD", color=GREY, size_pt=7.5)
    rows = [[_shown(cell) for cell in row] for row in table.rows]
    numbers = [all(isinstance(r[n], int | None) for r in table.rows) for n in range(len(rows[0]))]
    with paper.table(
        borders_layout="HORIZONTAL_LINES",
        col_widths=_widths(table.headings, rows),
        headings_style=head,
        line_height=4.4,
        padding=(1.1, 1.6),
        text_align=["RIGHT" if number else "LEFT" for number in numbers],
    ) as grid:
        grid.row(table.headings)
        for row in rows:
            line = grid.row()
            for place, cell in enumerate(row):
                address = cell if place == links and cell.startswith("https://") else None
                line.cell(cell, link=address)


def _widths(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Shares of the width in letters: the widest gives way first, words are broken last."""
    columns = list(zip(headings, *rows, strict=True))
    least = [
        min(UNBROKEN, max(len(w) for cell in c for w in (cell.split() or [""]))) for c in columns
    ]
    found = [max(low, min(WIDEST, max(map(len, c)))) for low, c in zip(least, columns, strict=True)]
    while sum(found) + EDGE * len(found) > LETTERS:
        loose = [n for n, wide in enumerate(found) if wide > least[n]]
        if not loose:
            break
        found[max(loose, key=found.__getitem__)] -= 1
    return tuple(wide + EDGE for wide in found)


def _chart(paper: Paper, chart: Chart, colours: Palette) -> None:
    scale, left, top = paper.epw / lanes.WIDTH, paper.l_margin, paper.get_y() + 1
    bottom = top + (chart.height - lanes.FOOT) * scale

    def x(place: float) -> float:
        return left + place * scale

    paper.set_draw_color(*LINE)
    paper.set_line_width(0.15)
    paper.set_font(FONT, "", 7)
    paper.set_text_color(*GREY)
    for place, minutes in chart.marks:
        paper.line(x(place), top + lanes.TOP * scale, x(place), bottom)
        text = str(minutes)
        paper.text(x(place) - paper.get_string_width(text) / 2, bottom + 4, text)
    for lane in chart.lanes:
        y = top + lane.y * scale
        paper.set_draw_color(*LINE)
        paper.set_line_width(0.15)
        paper.line(x(lanes.LEFT), y, x(lanes.WIDTH - lanes.RIGHT), y)
        paper.set_text_color(0)
        paper.set_font(FONT, "B", 8)
        paper.text(left, y + 1, lane.name)
        reach = (lanes.LANE / 2 - 7) * scale
        if lane.limit is not None:
            paper.set_draw_color(*RED)
            paper.set_line_width(0.6)
            paper.line(x(lane.limit), y - reach, x(lane.limit), y + reach)
        for dot in lane.dots:
            paper.set_fill_color(*(RED if dot.late else _rgb(colours.woven)))
            paper.circle(x(dot.x), top + dot.y * scale, 1.1, style="F")
        if lane.median is not None:
            paper.set_draw_color(0)
            paper.set_line_width(0.35)
            wide, high = 6 * scale, 12 * scale
            middle = x(lane.median)
            paper.polygon(
                ((middle, y - high), (middle + wide, y), (middle, y + high), (middle - wide, y)),
                style="D",
            )


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return "–"
        case date():
            return indonesian.dated(cell, "d MMM y")
    return _one_line(str(cell))


def _one_line(text: str) -> str:
    """Words as the letters can show them: what is no letter on paper is left out."""
    return "".join(char for char in " ".join(text.split()) if ord(char) <= 0xFFFF)


def _rgb(colour: str) -> tuple[int, int, int]:
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))
