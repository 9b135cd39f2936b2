"""`terbit publish`: reconcile what is approved with what the ledger says is done (SOP step 5).

Nothing here depends on which event woke it: run twice, late or after a crash, the result is
the same. The ledger is pushed before the new site is swapped in, and the output carries a
stamp of the ledger, so that a run that died in between is completed by the next one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from terbit import config, site
from terbit.archive import ledger as archive
from terbit.checks.built import BuiltSite, scan
from terbit.config import Config
from terbit.core import plan as planning
from terbit.core.finding import Finding, blocking
from terbit.core.plan import Plan, Refusal
from terbit.core.record import Event, Ledger, extend
from terbit.errors import TerbitError
from terbit.newsroom import approved, rules
from terbit.newsroom.edition import Edition
from terbit.newsroom.judge import Judge
from terbit.newsroom.kits import Kits
from terbit.newsroom.race import settled
from terbit.newsroom.room import Newsroom
from terbit.report.findings import lines as finding_lines
from terbit.report.words import clean
from terbit.repository import ARCHIVE

STAMP = ".terbit"
GAMBLING = "HTML-02"
MAX_TOLD = 20
"""Findings of the built site that are told one by one."""
KITS, SITE, LEDGER = "paket", "situs", "arsip"


@dataclass(frozen=True)
class Outcome:
    """What a run did: events appended, what was refused, and whether the site was made anew."""

    events: tuple[Event, ...]
    refusals: tuple[Refusal, ...]
    waiting: tuple[str, ...]
    built: bool

    def lines(self, *, dry_run: bool = False) -> list[str]:
        """What a person reads of a run."""
        verb = "akan dicatat" if dry_run else "dicatat"
        lines = [f"{verb}: {clean(event.item)} — {event.kind}" for event in self.events]
        lines += [f"menunggu waktu terbit: {clean(item)}" for item in self.waiting]
        stays = "tidak diterbitkan, yang tampil hanya versi yang disetujui"
        refused = ((clean(row.item), clean(row.why)) for row in self.refusals)
        lines += [f"DITOLAK: {item} — {why}; {stays}" for item, why in refused]
        if not self.events and not self.built:
            nothing = (
                "Tidak ada yang baru." if self.refusals else "Tidak ada yang perlu dikerjakan."
            )
            lines.append(nothing)
        elif self.built and not dry_run:
            lines.append("Terbitan selesai dibangun.")
        return lines

    def to_json(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "events": [{"item": e.item, "kind": e.kind, "digest": e.digest} for e in self.events],
            "refused": [{"item": row.item, "why": row.why} for row in self.refusals],
            "waiting": list(self.waiting),
            "built": self.built,
        }


@dataclass(frozen=True)
class _Work:
    """Everything decided before anything is written."""

    tip: str
    setting: Config
    plan: Plan
    edition: Edition
    events: tuple[Event, ...]
    stamp: str


@dataclass(frozen=True)
class Publisher:
    """Runs into one output folder: `situs/`, `paket/` (upload kits), `arsip/` (the ledger).

    Without `kits` those are left to `terbit post`.
    """

    newsroom: Newsroom
    out: Path
    now: datetime
    kits: bool = True

    def run(self) -> Outcome:
        """Judge, plan, build, append, swap. Raises TerbitError; then the last good site stays."""
        return settled(self._run)

    def _run(self) -> Outcome:
        work = self._decide()
        outcome = self._outcome(work)
        if outcome.built:
            with self._prepared(work) as prepared:
                self._scan(prepared, work)
                fresh = self._beside(work)
                self._append(work)
                self._swap(prepared, fresh, work.stamp)
        return outcome

    def preview(self) -> Outcome:
        """What a run would do; nothing is written but what Git fetches."""
        return self._outcome(self._decide())

    def plan(self, tip: str, setting: Config) -> Plan:
        """What would be approved, published and refused."""
        ledger, number = self.newsroom.ledger(), setting.procedure.number
        judge = Judge(self.newsroom, self.now)
        versions = planning.unjudged(ledger, self.newsroom.versions(tip))
        judgements = [judge.judge(version, tip) for version in versions]
        plan = planning.approve(ledger, judgements, number, self.now)
        embargoes = Edition(self.newsroom, setting, plan.ledger).embargoes()
        return planning.publish(plan, embargoes, number, self.now)

    def _decide(self) -> _Work:
        self.newsroom.repository.fetch()
        tip = self.newsroom.main()
        setting = self.newsroom.config_at(tip)
        plan = self.plan(tip, setting)
        edition = Edition(self.newsroom, setting, plan.ledger)
        kits = tuple(Kits(edition, self.now).events()) if self.kits else ()
        edition = Edition(self.newsroom, setting, extend(plan.ledger, kits))
        stamp = self._stamp(tip, edition.ledger)
        return _Work(tip, setting, plan, edition, (*plan.events, *kits), stamp)

    def _outcome(self, work: _Work) -> Outcome:
        path = self.out / STAMP
        current = path.is_file() and path.read_text(encoding="utf-8") == work.stamp
        built = bool(work.events) or not current
        return Outcome(work.events, work.plan.refusals, work.plan.waiting, built)

    def _stamp(self, tip: str, ledger: Ledger) -> str:
        """What the output is made from: the ledger's last events and the configuration."""
        heads = sorted(history.events[-1].hash for history in ledger.values() if history.events)
        names = (approved.MKDOCS, config.OFFICE_FILE, config.SOP_FILE)
        return "\n".join([*(self.newsroom.repository.entry(tip, n)[1] for n in names), *heads])

    def _prepared(self, work: _Work) -> site.Prepared:
        """The site, what is new of it made beside the old one."""
        look = approved.look(self.newsroom, work.tip)
        content = work.edition.compose(self.now, work.tip[:7])
        self.out.mkdir(parents=True, exist_ok=True)
        return site.prepare(content, look, self.out / SITE, self._work)

    @property
    def _work(self) -> Path:
        """What builds leave for the next: beside the output, for it is not for the public."""
        return self.out.with_name(f".{self.out.name}.kerja")

    def _beside(self, work: _Work) -> Path:
        """What the publisher's people get besides the site, beside the old output."""
        fresh = self.out.with_name(f".{self.out.name}.baru")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        if self.kits:
            Kits(work.edition, self.now).write(fresh / KITS)
        for path, data in archive.files_of(_events(work.edition.ledger)).items():
            file = fresh / LEDGER / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        return fresh

    def _scan(self, prepared: site.Prepared, work: _Work) -> None:
        """Read what is new once more. Raises TerbitError where it may not be deployed."""
        found = self._found(prepared, work, frozenset())
        if any(finding.rule == GAMBLING for finding in found):
            # seldom: only then all approved texts are asked for the words that they may hold
            found = self._found(prepared, work, work.edition.gambling_words)
        told = list(finding_lines(found))
        if told:
            rest = [f"dan {len(told) - MAX_TOLD} lainnya"] if len(told) > MAX_TOLD else []
            what = "\n".join([*told[:MAX_TOLD], *rest, "situs tidak ditayangkan"])
            raise TerbitError(what, "yang terakhir tetap tampil; perbaiki temuan di atas")

    def _found(
        self, prepared: site.Prepared, work: _Work, words: frozenset[str]
    ) -> tuple[Finding, ...]:
        office = work.setting.office
        others, standing = prepared.standing, self.out / SITE
        fresh = BuiltSite(prepared.fresh, rules.home(office), office, words, others, standing)
        return tuple(blocking(scan(fresh)))

    def _append(self, work: _Work) -> None:
        if not work.events:
            return
        files = archive.files_of(work.events)
        if self.newsroom.repository.tip(ARCHIVE) is None:
            files[archive.README] = archive.readme(work.setting.office.name)
        message = f"Catat {len(work.events)} peristiwa"
        self.newsroom.repository.append(ARCHIVE, files, message, self.now)

    def _swap(self, prepared: site.Prepared, fresh: Path, stamp: str) -> None:
        """Bring everything to its place; without the stamp at the end the next run does it."""
        (self.out / STAMP).unlink(missing_ok=True)
        prepared.commit()
        for folder in sorted(fresh.iterdir()):
            shutil.rmtree(self.out / folder.name, ignore_errors=True)
            folder.rename(self.out / folder.name)
        if not self.kits:
            shutil.rmtree(self.out / KITS, ignore_errors=True)
        fresh.rmdir()
        (self.out / STAMP).write_text(stamp, encoding="utf-8")


def _events(ledger: Ledger) -> Iterator[Event]:
    for history in ledger.values():
        yield from history.events
