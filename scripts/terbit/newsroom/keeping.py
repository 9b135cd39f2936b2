"""Whether the archive holds everything about what stands on `main` and what was published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256

from terbit.checks import Context, switches
from terbit.checks.base import Kept
from terbit.checks.rules.ars_01 import RULE
from terbit.core.agenda import is_text
from terbit.core.article import Article
from terbit.core.digest import path_of
from terbit.core.finding import Finding
from terbit.core.record import History
from terbit.newsroom.room import Newsroom
from terbit.repository import ARCHIVE


def gaps(newsroom: Newsroom, today: date) -> tuple[Finding, ...]:
    """One finding a gap, by item. Raises TerbitError where the archive cannot be read."""
    tip = newsroom.main()
    office = newsroom.config_at(tip).office
    context = Context(office, today)
    if not switches.applies(RULE, office):
        return ()
    found = (
        finding
        for path, kept in _kept(newsroom, tip)
        for finding in _gaps(path, replace(context, kept=kept))
    )
    return tuple(switches.applied(RULE, office, found))


def _kept(newsroom: Newsroom, tip: str) -> Iterator[tuple[str, Kept]]:
    """Every item of the archive and of `main`, with what is kept of it."""
    ledger = newsroom.ledger()
    digests = {version.item: version.digest for version in newsroom.versions(tip)}
    for item in sorted({*ledger, *digests}):
        history = ledger.get(item, History(item))
        yield path_of(item), Kept(history, digests.get(item, ""), _pictures(newsroom, history))


def _pictures(newsroom: Newsroom, history: History) -> dict[str, str]:
    """The screenshots of an item that are there, each with its SHA-256."""
    tip = newsroom.repository.tip(ARCHIVE) or ""
    paths = [event.picture for event in history.events if event.picture]
    found = {path: newsroom.repository.file(tip, path) for path in paths}
    return {path: sha256(data).hexdigest() for path, data in found.items() if data is not None}


def _gaps(path: str, context: Context) -> Iterator[Finding]:
    for finding in RULE.check(_shell(path, context.today), context):
        yield replace(finding, path=path if is_text(path) else finding.path)


def _shell(path: str, day: date) -> Article:
    """As much of an article as the rule needs: it must also speak of texts nobody can read."""
    return Article(folder=path, title="", kind="", date=day)
