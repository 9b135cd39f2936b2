"""Reviews that follow after publication by the urgent path, read from the forge.

Nothing depends on which event woke the run: whatever the archive does not hold yet is added, and
a request that cannot be read now is read by the next run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from terbit.archive import ledger as archive
from terbit.core.facts import FactsError, from_json
from terbit.core.follow_up import Promise, promise
from terbit.core.gate.late import Late, late_reviews
from terbit.core.plan import FollowUp, is_removed
from terbit.core.procedure import Action
from terbit.core.record import APPROVED, CONTESTED, FOLLOWED, History, Ledger, Signature
from terbit.core.verdict import Signed
from terbit.errors import TerbitError, own_fault
from terbit.newsroom.room import Newsroom
from terbit.newsroom.shelf import Shelf, files
from terbit.repository import ARCHIVE

UNREAD = "permintaannya tidak terbaca lengkap; dibaca lagi pada penerbitan berikutnya"


@dataclass(frozen=True)
class Following:
    """What is new of the reviews that were put off; `faults` are (item, why) of what is unread."""

    found: tuple[FollowUp, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()


def follow(newsroom: Newsroom, held: Shelf, ledger: Ledger, now: datetime) -> Following:
    """Ask for the reviews of every item that owes some; `ledger` holds what this run added."""
    found: list[FollowUp] = []
    faults: list[tuple[str, str]] = []
    for told in watched(held, ledger, now):
        history = ledger[told.item] if told.item in ledger else held.history(told.item)
        try:
            found += _new(history, told, _late(newsroom, history, told, now))
        except (TerbitError, FactsError) as error:
            faults.append((told.item, str(error)))
        except Exception as error:
            # one request that trips the gate must not keep all others from the public
            faults.append((told.item, own_fault(error)))
    return Following(tuple(found), tuple(faults))


def owing_requests(newsroom: Newsroom, now: datetime) -> tuple[int, ...]:
    """Merged requests whose reviews are still awaited, as the archive has them.

    Where archive or configuration cannot be read nobody is asked. Git looks for them: of ten
    thousand items only those of the urgent path are read.
    """
    try:
        return tuple(_owing_requests(newsroom, now))
    except TerbitError:
        return ()


def _owing_requests(newsroom: Newsroom, now: datetime) -> Iterator[int]:
    repository, tip = newsroom.repository, newsroom.repository.tip(ARCHIVE)
    if tip is None or newsroom.config_at(newsroom.main()).procedure.urgent is None:
        return
    listed = str(repository.git.grep("-lzF", '"urgent": {', tip, with_exceptions=False))
    paths = (path.removeprefix(f"{tip}:") for path in listed.split("\0"))
    approvals = (path for path in paths if path.endswith(f"-{APPROVED}.json"))
    items = sorted({path.rpartition("/")[0] for path in approvals})
    found = (standing_promise(_history(newsroom, tip, item)) for item in items)
    yield from (told.request for told in found if told is not None and told.is_watched(now))


def _history(newsroom: Newsroom, tip: str, item: str) -> History:
    tree = newsroom.repository.entry(tip, item)[1]
    return archive.read(dict(files(newsroom, item, tree)))[item]


def watched(held: Shelf, ledger: Ledger, now: datetime) -> Iterator[Promise]:
    """The promises of standing versions for which the forge is still asked, by item."""
    for item in sorted({*held.put_off(now), *ledger}):
        history = ledger[item] if item in ledger else held.history(item)
        told = standing_promise(history)
        if told is not None and told.is_watched(now):
            yield told


def standing_promise(history: History) -> Promise | None:
    """What the version that may stand put off; None where nothing was, or the item is gone."""
    return None if is_removed(history) else promise(history, history.approval)


def _late(newsroom: Newsroom, history: History, told: Promise, now: datetime) -> Late:
    """The reviews of the request that brought the version. Raises TerbitError, FactsError."""
    approval = history.approval
    facts = from_json(newsroom.facts(told.request, now))
    same = approval is not None and facts.request.head_sha == approval.details.get("head")
    if facts.faults or not same:
        raise TerbitError(UNREAD)
    procedure = newsroom.config_at(newsroom.base_of(facts)).procedure
    office = newsroom.config_at(newsroom.main()).office
    signed = {row.review: row.login for row in history.signatures}
    return late_reviews(procedure, office, facts, [step for step, _ in told.steps], signed)


def _new(history: History, told: Promise, late: Late) -> Iterator[FollowUp]:
    """What the archive does not hold yet, in the order in which it was given."""
    known = {row.review for row in (*told.taken, *told.objections)}
    people = {(row.step, row.login) for row in told.taken}
    rows = [(FOLLOWED, row) for row in late.taken if row.step in told.owed]
    rows += [(CONTESTED, row) for row in late.objections]
    for kind, row in sorted(rows, key=lambda one: (one[1].at, one[1].review)):
        if row.review not in known and (row.step, row.login) not in people:
            yield FollowUp(history, kind, told.request, _kept(kind, row))


def _kept(kind: str, row: Signed) -> Signature:
    action = Action.REVIEW.value if kind == FOLLOWED else ""
    return Signature(row.step, action, row.capacity, row.at, row.review, row.name, row.login)
