"""`terbit audit`: whether the archive proves every published item, from a clone alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from terbit.core.audit import Breach
from terbit.newsroom import mirror
from terbit.newsroom.auditing import Audited, run
from terbit.newsroom.clone import Clone
from terbit.report.words import clean

MAX_TOLD = 20
"""Notes that are told one by one."""


@dataclass(frozen=True)
class Report:
    """An audit of the archive, with that of a site if one was given."""

    archive: Audited
    site: tuple[Breach, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """Everything that is wrong."""
        return (*self.archive.breaches, *self.site)

    @property
    def ok(self) -> bool:
        """Nothing is wrong as far as this clone can tell."""
        return not self.breaches

    def lines(self) -> list[str]:
        """What a person reads of it."""
        told = [f"{clean(row.file)}: {clean(row.what)}" for row in self.breaches]
        notes = [f"catatan: {clean(note)}" for note in (*self.archive.notes, *self.notes)]
        rest = [f"catatan: dan {len(notes) - MAX_TOLD} lainnya"] if len(notes) > MAX_TOLD else []
        return [*told, *notes[:MAX_TOLD], *rest, *self._summary()]

    def _summary(self) -> list[str]:
        counts = self.archive.counts
        read = (
            f"{counts.events} peristiwa untuk {len(self.archive.trails)} butir dalam "
            f"{counts.commits} komit; {counts.approvals} persetujuan dan {counts.adopted} isi awal"
        )
        verdict = "Arsip utuh" if self.ok else f"{len(self.breaches)} PELANGGARAN"
        noted = f"Catat kepala arsip ini untuk pemeriksaan berikutnya: {self.archive.head}"
        return [f"{verdict}: {read} diperiksa.", noted]

    def to_json(self) -> dict[str, Any]:
        """The same for machines."""
        counts = self.archive.counts
        return {
            "ok": self.ok,
            "head": self.archive.head,
            "items": len(self.archive.trails),
            "events": counts.events,
            "commits": counts.commits,
            "approvals": counts.approvals,
            "adopted": counts.adopted,
            "breaches": [row.to_json() for row in self.breaches],
            "notes": [*self.archive.notes, *self.notes],
        }


def audit(
    clone: Clone, now: datetime, noted: Sequence[str] = (), site: Path | None = None
) -> Report:
    """Audit a clone as it is, and a built site against it. Raises TerbitError."""
    heads = mirror.heads(site) if site else ()
    found = run(clone, (*noted, *heads), now)
    if site is None:
        return Report(found)
    compared = mirror.compare(clone, site)
    return Report(found, compared.breaches, compared.notes)
