"""`terbit publish`: reconcile what is approved with what the ledger says is done (SOP step 5).

Nothing here depends on which event woke it: run twice, late or after a crash, the result is
the same. The ledger is pushed before the new site is swapped in, and the output carries a
stamp of what it is made from, so that a run that died in between is completed by the next one.
What an earlier run made from the same is kept: one more article among ten thousand costs about
as much as among a hundred.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from terbit import articles, config, markup, site
from terbit.archive import ledger as archive
from terbit.checks.built import BuiltSite, approved_words, scan
from terbit.core import agenda
from terbit.core import plan as planning
from terbit.core.agenda import Silence
from terbit.core.finding import Finding, blocking
from terbit.core.plan import Plan, Refusal
from terbit.core.record import CONTESTED, Event, Ledger, extend
from terbit.core.sending import Prospect
from terbit.errors import TerbitError
from terbit.newsroom import approved, following, rules, shelf, silent
from terbit.newsroom.copying import Copy
from terbit.newsroom.following import Following
from terbit.newsroom.judge import Judge
from terbit.newsroom.kits import Kits, Row
from terbit.newsroom.posting import KITS
from terbit.newsroom.race import settled
from terbit.newsroom.room import Newsroom
from terbit.newsroom.shelf import Shelf
from terbit.report import agenda as agenda_report
from terbit.report import urgent
from terbit.report.findings import lines as finding_lines
from terbit.report.words import clean
from terbit.repository import ARCHIVE
from terbit.site import recipe
from terbit.writing import put

STAMP = ".terbit"
GAMBLING = "HTML-02"
MAX_TOLD = 20
"""Findings of the built site that are told one by one."""
SITE, LEDGER = "situs", "arsip"


@dataclass(frozen=True)
class Outcome:
    """What a run did: events appended, what was refused, and whether the site was made anew.

    `size` is how much a site that was made anew weighs, in bytes; `pictures` says that a copy
    of the kept pictures from before this run is of little use now. `silent` are the activities
    whose article is late, `urgent` the lines about reviews that follow after publication.
    """

    events: tuple[Event, ...]
    refusals: tuple[Refusal, ...]
    waiting: tuple[str, ...]
    built: bool
    size: int = 0
    pictures: bool = False
    silent: tuple[Silence, ...] = ()
    urgent: tuple[str, ...] = ()

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
        return [*lines, *self.urgent, *agenda_report.lines(self.silent)]

    def to_json(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "events": [{"item": e.item, "kind": e.kind, "digest": e.digest} for e in self.events],
            "refused": [{"item": row.item, "why": row.why} for row in self.refusals],
            "waiting": list(self.waiting),
            "built": self.built,
            "bytes": self.size,
            "urgent": list(self.urgent),
            "untold": agenda_report.to_json(self.silent),
        }


@dataclass(frozen=True)
class _Work:
    """Everything decided before anything is written; `shelf` is the archive as it will be."""

    tip: str
    plan: Plan
    shelf: Shelf
    kits: Kits | None
    events: tuple[Event, ...]
    stamp: str
    unread: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Publisher:
    """Runs into one output folder: `situs/`, `paket/` (upload kits), `arsip/` (the ledger).

    Without `kits` those are left to `terbit post`.
    """

    newsroom: Newsroom
    out: Path
    now: datetime
    kits: bool = True
    machines: Mapping[str, Prospect] = field(default_factory=dict)

    def run(self) -> Outcome:
        """Judge, plan, build, append, swap. Raises TerbitError; then the last good site stays."""
        return settled(self._run)

    def _run(self) -> Outcome:
        held = self._held()
        shelf.keep(held, self._work)
        work = self._decide(held)
        outcome = self._outcome(work)
        if not outcome.built:
            return outcome
        before = site.held(self._work / site.PICTURES)
        with self._prepared(work) as prepared:
            self._scan(prepared, work)
            made = work.kits.prepare() if work.kits else {}
            self._append(work)
            size = self._swap(prepared, work, made)
        stale = site.is_stale(before, site.held(self._work / site.PICTURES))
        return replace(outcome, size=size, pictures=stale)

    def preview(self) -> Outcome:
        """What a run would do; nothing is written but what Git fetches."""
        return self._outcome(self._decide(self._held()))

    def _held(self) -> Shelf:
        """The archive as it is now."""
        self.newsroom.repository.fetch()
        return shelf.read(self.newsroom, self.newsroom.config_at(self.newsroom.main()), self._work)

    def plan(self, tip: str, held: Shelf) -> Plan:
        """What would be approved, published and refused; its ledger holds these items only."""
        number = held.setting.procedure.number
        judge = Judge(self.newsroom, self.now)
        versions = {version.item: version for version in self.newsroom.versions(tip)}
        items = held.undecided(versions)
        ledger = {item: held.history(item) for item in items if item in held.standings}
        asked = [versions[item] for item in items if item in versions]
        judgements = [judge.judge(one, tip) for one in planning.unjudged(ledger, asked)]
        plan = planning.approve(ledger, judgements, number, self.now)
        return planning.publish(plan, self._embargoes(held, plan.ledger), number, self.now)

    def _followed(self, held: Shelf, plan: Plan) -> tuple[Plan, Following]:
        """The plan with the reviews that came after publication by the urgent path."""
        number = held.setting.procedure.number
        found = following.follow(self.newsroom, held, plan.ledger, self.now)
        return planning.follow(plan, found.found, number, self.now), found

    def _embargoes(self, held: Shelf, ledger: Ledger) -> dict[str, datetime]:
        """When each approved article with `terbit_pada` may be shown, as aware moments."""
        zone, found = held.setting.office.calendar.zone, {}
        for item, approval in planning.standing(ledger).items():
            if approved.is_article(item):
                due = self.newsroom.article_at(approved.version(item, approval)).publish_at
                if due is not None:
                    found[item] = due if due.tzinfo else due.replace(tzinfo=zone)
        return found

    def _decide(self, held: Shelf) -> _Work:
        tip = self.newsroom.main()
        plan, found = self._followed(held, self.plan(tip, held))
        grown = held.growing(plan.ledger)
        folder, machines = self.out / KITS, self.machines
        kits = Kits(grown, folder, self._work, self.now, machines) if self.kits else None
        noted = kits.events() if kits else ()
        touched = {event.item: grown.history(event.item) for event in noted}
        grown = grown.growing(extend(touched, noted))
        events = (*plan.events, *noted)
        return _Work(tip, plan, grown, kits, events, self._stamp(tip, grown), found.faults)

    def _outcome(self, work: _Work) -> Outcome:
        built = bool(work.events) or not self._is_current(work)
        today = work.shelf.setting.office.calendar.day(self.now)
        late = tuple(one for one in silent.silences(work.shelf, today) if one.late)
        plan = work.plan
        put_off = tuple(self._put_off(work))
        return Outcome(work.events, plan.refusals, plan.waiting, built, silent=late, urgent=put_off)

    def _put_off(self, work: _Work) -> Iterator[str]:
        """What follows after publication by the urgent path, and who objects since."""
        setting, held = work.shelf.setting, work.shelf
        for event in work.plan.follow_ups:
            if event.kind == CONTESTED:
                who = event.details["signature"]["capacity"]
                yield f"KEBERATAN SESUDAH TERBIT: {clean(event.item)} — {who}; {urgent.MEND}"
        for item, one in held.standings.items():
            told = following.standing_promise(held.history(item)) if one.owes else None
            if told is not None:
                calendar = setting.office.calendar
                line = urgent.owed(told, setting.procedure, calendar, self.now)
                yield f"jalur mendesak: {line}"
        for item, why in work.unread:
            yield f"jalur mendesak: {clean(item)} — {clean(why)}"

    def _is_current(self, work: _Work) -> bool:
        """Whether the output was made from the same, and still is as it was made."""
        path = self.out / STAMP
        if not path.is_file() or path.read_text(encoding="utf-8") != work.stamp:
            return False
        kits = work.kits.complete if work.kits else not (self.out / KITS).exists()
        copied = Copy(work.shelf, self.out / LEDGER, self._work).complete
        return kits and copied and site.is_whole(self.out / SITE, self._work)

    def _stamp(self, tip: str, grown: Shelf) -> str:
        """What the output is made from: archive, configuration, Terbit itself, and the day.

        Agenda and news sitemap are of a day: the first run of each makes them anew. So does the
        first one after a review that was put off is overdue.
        """
        office = grown.setting.office
        logo = (office.logo,) if office.logo else ()
        names = (approved.MKDOCS, config.OFFICE_FILE, config.SOP_FILE, *logo)
        settings = [self.newsroom.repository.entry(tip, name)[1] for name in names]
        heads = [one.head for one in grown.standings.values()]
        archive_key = site.key_of(*map(str.encode, heads))
        day = office.calendar.day(self.now).isoformat()
        overdue = " ".join(grown.overdue(self.now))
        return "\n".join([*settings, archive_key, recipe.package(), day, overdue, ""])

    def _prepared(self, work: _Work) -> site.Prepared:
        """The site, what is new of it made beside the old one."""
        look = approved.look(self.newsroom, work.tip)
        content = work.shelf.compose(self.now, work.tip[:7])
        self.out.mkdir(parents=True, exist_ok=True)
        return site.prepare(content, look, self.out / SITE, self._work)

    @property
    def _work(self) -> Path:
        """What builds leave for the next: beside the output, for it is not for the public."""
        return self.out.with_name(f".{self.out.name}.kerja")

    def _scan(self, prepared: site.Prepared, work: _Work) -> None:
        """Read what is new once more. Raises TerbitError where it may not be deployed."""
        found = self._found(prepared, work, frozenset())
        if any(finding.rule == GAMBLING for finding in found):
            # seldom: only then all approved texts are asked for the words that they may hold
            found = self._found(prepared, work, _gambling_words(work.shelf))
        told = list(finding_lines(found))
        if told:
            rest = [f"dan {len(told) - MAX_TOLD} lainnya"] if len(told) > MAX_TOLD else []
            what = "\n".join([*told[:MAX_TOLD], *rest, "situs tidak ditayangkan"])
            raise TerbitError(what, "yang terakhir tetap tampil; perbaiki temuan di atas")

    def _found(
        self, prepared: site.Prepared, work: _Work, words: frozenset[str]
    ) -> tuple[Finding, ...]:
        office = work.shelf.setting.office
        others, standing = prepared.standing, self.out / SITE
        fresh = BuiltSite(prepared.fresh, rules.home(office), office, words, others, standing)
        return tuple(blocking(scan(fresh)))

    def _append(self, work: _Work) -> None:
        if not work.events:
            return
        files = archive.files_of(work.events)
        if self.newsroom.repository.tip(ARCHIVE) is None:
            office = work.shelf.setting.office
            files[archive.README] = archive.readme(office.name, office.repository_url)
        message = f"Catat {len(work.events)} peristiwa"
        self.newsroom.record(files, message, self.now)

    def _swap(self, prepared: site.Prepared, work: _Work, made: Mapping[str, Row]) -> int:
        """Bring everything to its place; without the stamp at the end the next run does it.

        How much the site weighs then, in bytes.
        """
        (self.out / STAMP).unlink(missing_ok=True)
        size = prepared.commit()
        if work.kits:
            work.kits.commit(made)
        else:
            shutil.rmtree(self.out / KITS, ignore_errors=True)
        held = shelf.read(self.newsroom, work.shelf.setting, self._work)
        shelf.keep(held, self._work)
        Copy(held, self.out / LEDGER, self._work).mend()
        put(self.out / STAMP, work.stamp)
        return size


def _gambling_words(held: Shelf) -> frozenset[str]:
    """The gambling words that stand in approved texts, such as a warning names them."""
    return approved_words(_text_of(held, item, version) for item, version in held.seen())


def _text_of(held: Shelf, item: str, version: planning.Version) -> str:
    if approved.is_article(item):
        return held.clone.article_at(version).source
    if item == agenda.ITEM:
        return " ".join(
            f"{a.title} {a.place} {a.unit}" for a in held.clone.agenda_at(version).shown
        )
    front, body = held.clone.page_at(version)
    rows = (f"{row.name} {row.about}" for row in articles.listed(front))
    return "\n".join([markup.to_text(markup.to_html(body)), *rows])
