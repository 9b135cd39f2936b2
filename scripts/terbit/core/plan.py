"""What the publisher would do: a value that can be printed before anything is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import takewhile
from typing import Any

from terbit.core.digest import ABSENT, Entry, item_digest, path_of
from terbit.core.follow_up import no_later, promise
from terbit.core.record import (
    ADOPTED,
    APPROVED,
    PUBLISHED,
    Event,
    History,
    Ledger,
    Signature,
    extend,
)

PUBLISHER = "Terbit"
"""The actor of events that the machine makes; capacities of people stand in the details."""


@dataclass(frozen=True)
class Version:
    """An item as it stands on `main`: its archive name and its Git entry (ABSENT: removed)."""

    item: str
    entry: Entry

    @property
    def path(self) -> str:
        """The repository path of the item."""
        return path_of(self.item)

    @property
    def digest(self) -> str:
        """The content digest of this version."""
        return item_digest(self.path, self.entry)

    @property
    def removed(self) -> bool:
        """Whether the item is gone from `main`."""
        return self.entry == ABSENT


@dataclass(frozen=True)
class Judgement:
    """The gate's answer for one version: approved with the details to keep, or why not."""

    version: Version
    details: Mapping[str, Any] | None = None
    why_not: str = ""

    @property
    def approved(self) -> bool:
        """Whether the version may be published."""
        return self.details is not None


@dataclass(frozen=True)
class Refusal:
    """A version on `main` that is not published, and why; the last approved one stays."""

    item: str
    why: str


@dataclass(frozen=True)
class FollowUp:
    """A review that came after publication by the urgent path, to be added to an item's events."""

    history: History
    kind: str
    request: int
    signature: Signature


@dataclass(frozen=True)
class Plan:
    """What a run adds to the ledger, and what it refuses."""

    approvals: tuple[Event, ...] = ()
    publications: tuple[Event, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    waiting: tuple[str, ...] = ()
    ledger: Ledger = field(default_factory=dict)
    follow_ups: tuple[Event, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """All new events, in the order in which they are appended."""
        return (*self.approvals, *self.publications, *self.follow_ups)


def unjudged(ledger: Ledger, versions: Iterable[Version]) -> tuple[Version, ...]:
    """The versions on `main` that differ from what the ledger approves; removals included."""
    present = {version.item: version for version in versions}
    gone = [
        Version(item, ABSENT)
        for item, history in ledger.items()
        if item not in present and history.approval is not None and not is_removed(history)
    ]
    changed = [v for v in present.values() if not _is_approved(ledger.get(v.item), v)]
    return tuple(sorted((*changed, *gone), key=lambda version: version.item))


def is_removed(history: History) -> bool:
    """Whether the last approval was that of removing the item."""
    approval = history.approval
    return approval is not None and bool(approval.details.get("removed"))


def standing(ledger: Ledger) -> dict[str, Event]:
    """For each item that the public may see, the approval that lets it stand."""
    return {
        item: history.approval
        for item, history in ledger.items()
        if history.approval is not None and not is_removed(history)
    }


def visible(ledger: Ledger) -> dict[str, Event]:
    """For each item on the site, the approval of the version that was last published."""
    found = {}
    for item in standing(ledger):
        events = _since_removal(ledger[item])
        shown = next((e.digest for e in events if e.kind == PUBLISHED), None)
        approvals = (e for e in events if e.kind in (APPROVED, ADOPTED) and e.digest == shown)
        approval = next(approvals, None)
        if approval is not None:
            found[item] = approval
    return found


def _since_removal(history: History) -> tuple[Event, ...]:
    """The events, newest first, back to the last removal: what stood before it is over."""
    newest_first = reversed(history.events)
    return tuple(takewhile(lambda event: not event.details.get("removed"), newest_first))


def approve(ledger: Ledger, judgements: Iterable[Judgement], procedure: str, now: datetime) -> Plan:
    """The plan's first part: approval events for what was approved, refusals for the rest."""
    approvals, refusals = [], []
    for judgement in judgements:
        version = judgement.version
        if judgement.details is None:
            refusals.append(Refusal(version.item, judgement.why_not))
            continue
        history = ledger.get(version.item, History(version.item))
        own = no_later(judgement.details, promise(history, history.approval))
        details = {**own, "mode": version.entry[0], "object": version.entry[1]}
        if version.removed:
            details["removed"] = True
        approvals.append(
            history.next(
                APPROVED,
                at=now,
                procedure=procedure,
                digest=version.digest,
                actor=PUBLISHER,
                details=details,
            )
        )
    grown = extend(ledger, approvals)
    return Plan(tuple(approvals), refusals=tuple(refusals), ledger=grown)


def publish(plan: Plan, embargoes: Mapping[str, datetime], procedure: str, now: datetime) -> Plan:
    """The plan's second part: publication events for what stands and is due."""
    publications, waiting = [], []
    for item, approval in sorted(standing(plan.ledger).items()):
        history = plan.ledger[item]
        if is_published(history, approval):
            continue
        due = embargoes.get(item)
        if due is not None and due > now:
            waiting.append(item)
            continue
        publications.append(
            history.next(
                PUBLISHED, at=now, procedure=procedure, digest=approval.digest, actor=PUBLISHER
            )
        )
    return Plan(
        plan.approvals,
        tuple(publications),
        plan.refusals,
        tuple(waiting),
        extend(plan.ledger, publications),
    )


def follow(plan: Plan, found: Iterable[FollowUp], procedure: str, now: datetime) -> Plan:
    """The plan's third part: events for reviews that came after publication."""
    grown, events = dict(plan.ledger), []
    for one in found:
        history = grown.get(one.history.item, one.history)
        approval = history.approval
        details = {"request": one.request, "signature": one.signature.to_json()}
        event = history.next(
            one.kind,
            at=now,
            procedure=procedure,
            digest=approval.digest if approval else "",
            actor=PUBLISHER,
            details=details,
        )
        events.append(event)
        grown[history.item] = history.add(event)
    return replace(plan, follow_ups=tuple(events), ledger=grown)


def is_published(history: History, approval: Event) -> bool:
    """Whether this very approval was published; an earlier one of the same bytes does not count.

    A version that was replaced and is approved once more must replace its replacement.
    """
    later = history.events[approval.number :]
    return any(e.kind == PUBLISHED and e.digest == approval.digest for e in later)


def _is_approved(history: History | None, version: Version) -> bool:
    approval = history.approval if history else None
    return approval is not None and approval.digest == version.digest
