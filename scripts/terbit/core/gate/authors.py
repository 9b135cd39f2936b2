"""Who wrote: contributors, the first author, and whether everyone is known (S7, S8, N13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from terbit.core.facts import Account, Commit, Facts
from terbit.core.gate.roster import Roster, Standing
from terbit.core.gate.texts import Texts
from terbit.core.office import Calendar

TRAILER = re.compile(r"^co-authored-by:[^\n<]*<(?P<email>[^>\n]*)>[^\S\n]*$", re.I | re.M)
NOREPLY = re.compile(r"(?:(?P<id>[0-9]{1,15})\+)?(?P<login>[^@+]+)@users\.noreply\.")


@dataclass(frozen=True)
class Authors:
    """People by id; `days` holds the local days on which each wrote or opened."""

    opener: int | None
    first: frozenset[int]
    contributors: frozenset[int]
    days: dict[int, tuple[date, ...]]
    unknown: bool


def find_authors(facts: Facts, texts: Texts, roster: Roster, calendar: Calendar) -> Authors:
    """Everybody who wrote in the request, at any time, whatever was pushed over it."""
    wrote: list[tuple[int, datetime]] = []
    opened = facts.request.created_at
    opener = _human(facts.request.opener, roster)
    if opener is not None:
        wrote.append((opener, opened))
    for commit in _content_commits(facts, texts):
        at = texts.pushed_at(commit.sha) or opened
        wrote += [(person, at) for person in _people(commit, texts, roster)]
    for push in facts.activity:
        person = _human(push.actor, roster)
        if person is not None and texts.changed_content(push):
            wrote.append((person, push.at))
    days: dict[int, tuple[date, ...]] = {}
    for person, at in wrote:
        days[person] = (*days.get(person, ()), calendar.day(at))
    return Authors(
        opener=opener,
        first=_first_authors(facts, texts, roster),
        contributors=frozenset(days),
        days=days,
        unknown=any(not _people(c, texts, roster) for c in _named_commits(facts)),
    )


def written_by_bots(facts: Facts) -> bool:
    """Whether every commit that changed content, and the request, come from a bot."""
    opener = facts.request.opener
    bots = (c.author is not None and not c.author.human for c in _named_commits(facts))
    return opener is not None and not opener.human and all(bots)


def _content_commits(facts: Facts, texts: Texts) -> list[Commit]:
    """Every commit that changed content, first pushed first; the draft's history leads."""
    latest = facts.now
    own = [c for c in (*facts.old_commits, *facts.commits) if c.changed]
    own.sort(key=lambda commit: texts.pushed_at(commit.sha) or latest)
    return [*(c for c in facts.draft_commits if c.changed), *own]


def _named_commits(facts: Facts) -> Iterator[Commit]:
    """The commits whose humans must be known: what is asked to be published comes from them."""
    return (c for c in (*facts.draft_commits, *facts.commits) if c.changed)


def _first_authors(facts: Facts, texts: Texts, roster: Roster) -> frozenset[int]:
    """The author of the first commit, and whoever pushed a still earlier text that is lost."""
    first: set[int] = set()
    for commit in _content_commits(facts, texts)[:1]:
        author = _human(commit.author, roster)
        first = {author} if author is not None else _people(commit, texts, roster)
    push = next((push for push in facts.activity if texts.changed_content(push)), None)
    if push is not None and push.after not in texts.commits and not facts.draft_commits:
        pusher = _human(push.actor, roster)
        first |= {pusher} if pusher is not None else set()
    return frozenset(first)


def _people(commit: Commit, texts: Texts, roster: Roster) -> set[int]:
    """The humans of one commit: author, committer, pusher; co-authors only of a bot's commit."""
    push = texts.pushes.get(commit.sha) if commit.sha in texts.commits else None
    accounts = [commit.author, commit.committer, push.actor if push else None]
    people = {person for account in accounts if (person := _human(account, roster)) is not None}
    if commit.author is not None and not commit.author.human:
        people |= {account.id for account in _co_authors(commit, roster)}
    return people


def _co_authors(commit: Commit, roster: Roster) -> Iterator[Account]:
    """Co-authors whom their e-mail names beyond doubt: <id>+<login>@users.noreply."""
    for match in TRAILER.finditer(commit.message):
        email = NOREPLY.match(match["email"])
        if email is None:
            continue
        login = email["login"]
        named = [row.id for row in roster.appointments if row.login.casefold() == login.casefold()]
        person = int(email["id"]) if email["id"] else next(iter(named), None)
        if person is not None and not login.endswith("[bot]"):
            yield Account(login, person)


def _human(account: Account | None, roster: Roster) -> int | None:
    """The id of a human account, as the roster numbers people."""
    if account is None or not account.human:
        return None
    standing, person = roster.person(account)
    return person if standing is Standing.HOLDER else account.id
