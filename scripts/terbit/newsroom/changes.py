"""What changed since each reader last signed or objected, from Git objects alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from terbit import articles
from terbit.core import digest
from terbit.core.article import INDEX, Article
from terbit.core.digest import ABSENT, Entry
from terbit.core.gate.roster import Roster
from terbit.core.gate.texts import Texts
from terbit.errors import InputErrors, Problem
from terbit.git_folders import FILE_MODES
from terbit.newsroom.room import Assessment, Newsroom
from terbit.report.changes import (
    ADDED,
    PLAIN,
    REMOVED,
    UNREADABLE,
    Change,
    Fate,
    PictureChange,
    Revision,
)
from terbit.report.prose import compare, readable

PhotoLink = Callable[[str, str], str | None]
"""The address at which people see a photo of a commit, if any: (commit, path) -> address."""


def changes(
    newsroom: Newsroom, assessment: Assessment, photo_link: PhotoLink
) -> tuple[Change, ...]:
    """One change for each commit that somebody saw last, in the order of the readers."""
    facts = assessment.facts
    readers: dict[str, list[str]] = {}
    for login, sha in _seen(assessment):
        readers.setdefault(sha, []).append(login)
    names = {name for file in facts.request.files or () for name in file.names}
    units, day = digest.units(names), facts.request.created_at.date()
    comparison = _Comparison(newsroom, facts.request.head_sha, day, photo_link)
    return tuple(comparison.change(sha, tuple(who), units) for sha, who in readers.items())


def since(newsroom: Newsroom, before: Entry, head: str, unit: str, day: date) -> Revision | None:
    """What a head changes in one article or page against an earlier object; None for nothing."""
    comparison = _Comparison(newsroom, head, day, lambda *_: None)
    now = newsroom.repository.entry(head, unit)
    if now == before:
        return None
    return comparison.revision(unit, _Side("", before), _Side(head, now))


def _seen(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """(login, commit) of everybody whose signature or objection is about an earlier text."""
    yield from assessment.verdict.delta_from.items()
    if assessment.config is None:
        return
    facts, setting = assessment.facts, assessment.config
    texts, roster = Texts(facts), Roster.of(setting.procedure, setting.office, facts)
    for review in facts.reviews:
        if review.id not in assessment.verdict.blocked_by or review.account is None:
            continue
        seen = texts.seen(review)
        if seen.sha and seen.digest != texts.head_digest:
            yield roster.login(roster.person(review.account)[1]), seen.sha


@dataclass(frozen=True)
class _Comparison:
    """Compares earlier commits with the head of one request."""

    newsroom: Newsroom
    head: str
    day: date
    photo_link: PhotoLink

    def change(self, sha: str, readers: tuple[str, ...], units: Iterable[str]) -> Change:
        """What changed in some articles, pages and other files since a commit."""
        repository = self.newsroom.repository
        if repository.resolve(sha) is None or repository.resolve(self.head) is None:
            return Change(readers, sha, known=False)
        revisions, others = [], []
        for unit in units:
            old, new = repository.entry(sha, unit), repository.entry(self.head, unit)
            if old != new and _is_text(unit):
                revisions.append(self.revision(unit, _Side(sha, old), _Side(self.head, new)))
            elif old != new:
                others.append(unit)
        return Change(readers, sha, tuple(revisions), tuple(others))

    def revision(self, unit: str, old: _Side, new: _Side) -> Revision:
        """What changed in one article or page between two commits."""
        try:
            before, after = self._article(unit, old), self._article(unit, new)
            pictures = tuple(self._pictures(unit, (old, before), (new, after)))
        except InputErrors:
            return Revision(unit, UNREADABLE)
        shown = after or before
        title = shown.title if shown else unit
        if before is None or after is None:
            return Revision(title, REMOVED if after is None else ADDED, (), pictures)
        differences = compare(readable(before), readable(after))
        plain = not differences and before.source != after.source
        return Revision(title, PLAIN if plain else "", differences, pictures)

    def _article(self, unit: str, side: _Side) -> Article | None:
        """The article or page at a commit, None where there is none. Raises InputErrors."""
        if side.entry == ABSENT:
            return None
        mode, name = side.entry
        repository, folder = self.newsroom.repository, digest.FOLDERS.match(f"{unit}/{INDEX}")
        if folder and mode == digest.TREE_MODE:
            return articles.parse(unit, repository.tree_files(name, unit))
        if not folder and mode in FILE_MODES:
            return articles.page_as_article(unit, repository.blob(name), self.day)
        raise InputErrors([Problem(unit, 0, "bukan naskah", "ganti dengan berkas biasa")])

    def _pictures(
        self, unit: str, old: tuple[_Side, Article | None], new: tuple[_Side, Article | None]
    ) -> Iterator[PictureChange]:
        """The files beside the text that came, went or were replaced."""
        before, after = (dict(article.files) if article else {} for _, article in (old, new))
        for name in sorted({*before, *after} - {INDEX}):
            if before.get(name) == after.get(name):
                continue
            fate = Fate.REPLACED if name in before and name in after else Fate.ADDED
            yield PictureChange(
                name=name,
                fate=fate if name in after else Fate.REMOVED,
                alt=_alt(name, new[1]) or _alt(name, old[1]),
                before=self._link(old[0], unit, name) if name in before else "",
                after=self._link(new[0], unit, name) if name in after else "",
            )

    def _link(self, side: _Side, unit: str, name: str) -> str:
        return self.photo_link(side.commit, f"{unit}/{name}") or ""


@dataclass(frozen=True)
class _Side:
    """One commit, and what stands there at a path."""

    commit: str
    entry: Entry


def _is_text(unit: str) -> bool:
    return bool(digest.FOLDERS.match(f"{unit}/{INDEX}")) or (
        unit.startswith(digest.CONTENT) and unit.endswith(".md")
    )


def _alt(name: str, article: Article | None) -> str:
    photos = article.photos if article else ()
    return next((photo.alt for photo in photos if photo.file == name), "")
