"""A verdict for people: one sentence for everywhere, and the whole account behind it.

All of it is pure. `procedure` and `office` are None where sop.yml or kantor.yml is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from terbit.core.facts import Facts
from terbit.core.finding import Finding
from terbit.core.office import Office
from terbit.core.procedure import Procedure
from terbit.core.verdict import Verdict
from terbit.report import words
from terbit.report.account import Report, report
from terbit.report.guidance import Objection
from terbit.report.progress import Row
from terbit.report.voice import sentence

__all__ = ["NO_WORDS", "Report", "explanation", "report", "sentence"]

QUOTE = 600
"""Characters of an objection that the terminal shows."""
NO_WORDS = "(tanpa penjelasan; minta petunjuk perbaikannya)"


def explanation(
    verdict: Verdict,
    procedure: Procedure | None,
    office: Office | None,
    facts: Facts,
    findings: Iterable[Finding] = (),
) -> list[str]:
    """The verdict for the terminal, one line each; headings end with a colon."""
    told = report(verdict, procedure, office, facts, findings)
    way_out = [f"Jalan keluar: {told.way_out}"] if told.way_out else []
    stale = (f"{s.name}: sejak tanda tangan terakhirnya (commit {s.commit})" for s in told.stale)
    return [
        told.sentence,
        *_section(f"Langkah menurut SOP {told.procedure}", map(_row_line, told.rows)),
        *_section("Yang ditunggu", told.awaited),
        *_section("Tidak ada yang dapat menyetujui", (*told.stuck, *way_out)),
        *_section("Keberatan", (line for row in told.objections for line in _objected(row))),
        *_section("Tidak dihitung", map(str, told.uncounted)),
        *_section("Naskah berubah", stale),
        *_section("Perhatian", told.notes),
    ]


def _section(heading: str, lines: Iterable[str]) -> list[str]:
    """A heading and its indented lines; nothing where there are none."""
    body = [f"  {line}" for line in lines]
    return ["", f"{heading}:", *body] if body else []


def _row_line(row: Row) -> str:
    text = f": {row.text}" if row.text else ""
    return f"{row.state.sign} {row.number}. {row.title} – {row.state.word}{text}"


def _objected(objection: Objection) -> Iterator[str]:
    """Who objects, what he or she wrote, and what ends it."""
    said = words.cut(words.clean(objection.words), QUOTE)
    yield f"{objection.who}: {f'“{said}”' if said else NO_WORDS}"
    yield f"  {objection.end}"
