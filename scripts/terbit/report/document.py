"""A report before it has a form: the same parts become a page, a paper and a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from terbit.drawing.lanes import Chart
from terbit.tables import Table


@dataclass(frozen=True)
class Shot:
    """A picture on paper: a JPEG, and the words above it."""

    words: str
    data: bytes


@dataclass(frozen=True)
class Part:
    """One heading with what stands below it; `table.name` is the sheet in a workbook.

    `links` is the number of the table's column that holds addresses, None where none does;
    `chart_words` says what the chart shows to those who do not see it. `shots` stand on paper
    only: a page of a whole year would be far too heavy.
    """

    heading: str
    words: tuple[str, ...] = ()
    table: Table | None = None
    chart: Chart | None = None
    chart_words: str = ""
    links: int | None = None
    shots: tuple[Shot, ...] = ()


@dataclass(frozen=True)
class Document:
    """A title, what it is about, and its parts. `made` is when, aware and local."""

    title: str
    about: str
    office: str
    made: datetime
    made_words: str
    parts: tuple[Part, ...]

    @property
    def tables(self) -> Iterator[Table]:
        """The tables, in order."""
        return (part.table for part in self.parts if part.table)
