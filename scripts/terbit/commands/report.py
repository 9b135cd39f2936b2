"""`terbit report`: the recapitulation of a month or a year, from a clone alone.

A page, a paper and a workbook of the same document, and one paper of proofs for each item.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from terbit import parallel
from terbit.config import Config
from terbit.core.coverage import Coverage, coverage
from terbit.core.links import Checked
from terbit.core.office import CHANNEL_IDS
from terbit.core.plan import visible
from terbit.core.recap import Period, Recap, recap
from terbit.core.record import Ledger
from terbit.drawing.look import Look
from terbit.newsroom import approved, links
from terbit.newsroom import cases as reading
from terbit.newsroom.clone import Clone
from terbit.newsroom.silent import telling
from terbit.report import evidence, page, paper, summary
from terbit.report.summary import Told
from terbit.site import words
from terbit.tables import to_workbook
from terbit.writing import put

LINKS = "tautan.json"
FEW = 4
"""Papers up to which a second process would cost more than it saves."""


@dataclass(frozen=True)
class Reported:
    """What was counted, and the files that were written, the page first."""

    recap: Recap
    files: tuple[Path, ...]

    def lines(self) -> list[str]:
        """What a person reads of it."""
        named = summary.period_words(self.recap.period)
        if self.recap.empty:
            return [f"Tidak ada yang terbit atau disetujui pada {named}.", *self._places()]
        counted = f"{len(self.recap.cases)} butir terbit, {len(self.recap.passes)} persetujuan"
        if urgent := len(self.recap.urgent):
            counted += f", {urgent} di antaranya lewat jalur mendesak"
        return [f"Rekapitulasi {named}: {counted}.", *self._places()]

    def _places(self) -> list[str]:
        papers = sum(1 for file in self.files if file.parent.name == "bukti")
        main = [str(file) for file in self.files if file.parent.name != "bukti"]
        return [*main, f"{papers} berkas bukti di {self.files[0].parent / 'bukti'}"]


def report(
    clone: Clone,
    period: Period,
    out: Path,
    now: datetime,
    ask: Callable[[tuple[Checked, ...]], tuple[Checked, ...]] | None = None,
) -> Reported:
    """Write the files of a period to `out`. Raises TerbitError.

    `ask` looks the links up at their servers; without it nobody is asked.
    """
    setting = clone.config_at(clone.main())
    told = _told(clone, setting, period, ask)
    whole, look = summary.document(told, now), Look(setting.office.colours)
    stem = f"rekapitulasi-{period.id}"
    files = {
        f"{stem}.html": page.html(whole, setting.office),
        f"{stem}.pdf": paper.pdf(whole, look),
        f"{stem}.xlsx": to_workbook(list(whole.tables), whole.title, whole.office, whole.made),
        **_proofs(clone, told, look, now),
    }
    if ask:
        files[LINKS] = _kept(told.links, now)
    return Reported(told.recap, tuple(put(out / name, data) for name, data in files.items()))


def _told(
    clone: Clone,
    setting: Config,
    period: Period,
    ask: Callable[[tuple[Checked, ...]], tuple[Checked, ...]] | None,
) -> Told:
    """What is told of a period: what was counted, month by month too, its links and its agenda."""
    ledger, procedure = clone.ledger(), setting.procedure
    found = reading.cases(clone, setting, ledger, period)
    calendar = setting.office.calendar
    counted = recap(found, period, procedure, calendar)
    checked = links.form(counted.told, setting.office)
    return Told(
        recap=counted,
        months=tuple(recap(found, month, procedure, calendar) for month in period.months),
        procedure=procedure,
        office=setting.office,
        channels={channel_id: words.channel(channel_id) for channel_id in CHANNEL_IDS},
        links=ask(checked) if ask else checked,
        evidence={case.item: summary.evidence_name(case) for case in counted.told},
        coverage=covered(clone, ledger, period),
    )


def _proofs(clone: Clone, told: Told, look: Look, now: datetime) -> dict[str, bytes]:
    """One paper of proofs for each item, by the name of its file."""
    told_of = {case.item: case for case in told.recap.told}

    def proved(item: str) -> bytes:
        case = told_of[item]
        pictures = reading.screenshots(clone, case)
        shown = evidence.document(
            case, told.procedure, told.office, told.channels, now, screenshots=pictures
        )
        return paper.pdf(shown, look)

    papers = parallel.each(proved, list(told_of), few=FEW)
    return dict(zip((told.evidence[item] for item in told_of), papers, strict=True))


def covered(clone: Clone, ledger: Ledger, period: Period) -> Coverage | None:
    """A period's agenda beside the articles that tell of it now; None where none is kept."""
    rows = reading.activities(clone, ledger, period)
    if rows is None:
        return None
    named = {row.news for row in rows}
    approvals = ((item, event) for item, event in visible(ledger).items() if item in named)
    shown = {item: approved.version(item, event) for item, event in approvals}
    return coverage(rows, telling(clone, shown, rows))


def _kept(checked: tuple[Checked, ...], now: datetime) -> bytes:
    rows = [
        {"butir": row.item, "tempat": row.place, "tautan": row.link, "hasil": row.found}
        for row in checked
    ]
    document = {"diperiksa_pada": now.isoformat(), "tautan": rows}
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
