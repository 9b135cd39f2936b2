"""From drafts/ to the public place: the one core behind `terbit submit` and the comment /ajukan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from terbit import articles, photos
from terbit.config import Config
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office
from terbit.newsroom.room import Newsroom
from terbit.repository import Identity, Repository

BRANCH_PREFIX = "naskah/"
METADATA_RULE = "FOTO-04"


@dataclass(frozen=True)
class Move:
    """An article on its way from one folder of the repository to another, or to the same."""

    article: Article
    target: str

    @property
    def files(self) -> dict[str, bytes]:
        """Every file by its path in the repository."""
        return {f"{self.target}/{name}": data for name, data in self.article.files.items()}

    def commit(
        self, repository: Repository, base: str, by: Identity, now: datetime, message: str = ""
    ) -> str:
        """The one commit that carries it out upon another; no branch moves."""
        return repository.make_commit(
            base,
            self.files,
            (self.article.folder,),
            message=message or f"Ajukan {self.article.slug}",
            by=by,
            at=now,
        )


def public_place(slug: str, office: Office, now: datetime) -> str:
    """Where an article stands that is handed in at a moment: by the office's year and month."""
    local = office.calendar.local(now)
    return f"content/berita/{local:%Y}/{local:%m}/{slug}"


def cleaned(newsroom: Newsroom, article: Article, now: datetime, setting: Config) -> Article:
    """The article with the photos cleaned that still carry a place or a serial number."""
    findings = newsroom.check(article, now, newsroom.main(), setting)
    dirty = {finding.span for finding in findings if finding.rule == METADATA_RULE}
    clean = {
        name: photos.strip(article.files[name], name) for name in dirty if name in article.files
    }
    return with_files(article, clean)


def with_files(article: Article, changed: Mapping[str, bytes]) -> Article:
    """The article with some files replaced. Raises InputErrors."""
    files = {**article.files, **changed}
    return articles.parse(article.folder, files) if changed else article


def judged(newsroom: Newsroom, move: Move, now: datetime, setting: Config) -> tuple[Finding, ...]:
    """What the rules find in it at its public place."""
    there = articles.parse(move.target, move.article.files)
    return newsroom.check(there, now, newsroom.main(), setting)


def refusing(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that keep an article from being handed in."""
    return tuple(finding for finding in findings if finding.level is Level.TOLAK)
