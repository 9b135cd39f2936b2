"""What the public gets at one state of the ledger, made from the approved Git objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial

from terbit import markup, site
from terbit.checks import built
from terbit.config import Config
from terbit.core.article import Article
from terbit.core.plan import standing, visible
from terbit.core.post import Post
from terbit.core.record import ADOPTED, Ledger
from terbit.newsroom import approved, rules
from terbit.newsroom.posting import posts_of
from terbit.newsroom.room import Newsroom


@dataclass(frozen=True)
class Edition:
    """The visible items of a ledger; nothing here ever reads the working tree."""

    newsroom: Newsroom
    setting: Config
    ledger: Ledger

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles that the public sees, by item."""
        shown = visible(self.ledger).items()
        return {
            item: self.newsroom.article_at(approved.version(item, approval))
            for item, approval in shown
            if approved.is_article(item)
        }

    @cached_property
    def pages(self) -> tuple[site.Page, ...]:
        """The plain pages that the public sees."""
        return tuple(
            approved.page(self.newsroom, approved.version(item, approval), self.ledger[item])
            for item, approval in visible(self.ledger).items()
            if not approved.is_article(item)
        )

    @cached_property
    def posts(self) -> dict[str, tuple[Post, ...]]:
        """The posts of every visible article that came through the gate and is not withdrawn."""
        approvals = visible(self.ledger)
        return {
            item: posts_of(article, self.setting.office, self.link(item))
            for item, article in self.articles.items()
            if article.withdrawal is None and approvals[item].kind != ADOPTED
        }

    @cached_property
    def gambling_words(self) -> frozenset[str]:
        """The gambling words that stand in approved texts, such as a warning names them."""
        texts = [article.source for article in self.articles.values()]
        texts += [markup.to_text(page.html) for page in self.pages]
        texts += [f"{row.name} {row.about}" for page in self.pages for row in page.listed]
        return built.approved_words(texts)

    def embargoes(self) -> dict[str, datetime]:
        """When each approved article with `terbit_pada` may be shown, as aware moments."""
        zone, found = self.setting.office.calendar.zone, {}
        for item, approval in standing(self.ledger).items():
            if approved.is_article(item):
                due = self.newsroom.article_at(approved.version(item, approval)).publish_at
                if due is not None:
                    found[item] = due if due.tzinfo else due.replace(tzinfo=zone)
        return found

    def link(self, item: str) -> str:
        """The public address of an item."""
        return rules.link(self.setting.office, item)

    def compose(self, built_at: datetime, revision: str) -> site.Site:
        """The input of the site builder."""
        return site.Site(
            office=self.setting.office,
            procedure=self.setting.procedure,
            entries=tuple(self._entries()),
            pages=self.pages,
            ledger=self.ledger,
            built_at=built_at,
            revision=revision,
            logo=approved.logo(self.newsroom, self.setting.office),
        )

    def _entries(self) -> Iterator[site.StoredEntry]:
        for item, approval in visible(self.ledger).items():
            if approved.is_article(item):
                head = self.ledger[item].events[-1].hash
                version = approved.version(item, approval)
                events = partial(self.ledger.__getitem__, item)
                yield approved.entry(self.newsroom, version, head, events)
