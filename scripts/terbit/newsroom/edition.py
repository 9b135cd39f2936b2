"""What the public gets at one state of the ledger, made from the approved Git objects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from terbit import articles, markup, site
from terbit.checks import built
from terbit.config import Config
from terbit.core.article import Article
from terbit.core.digest import item_digest, path_of
from terbit.core.plan import Version, standing, visible
from terbit.core.post import Post
from terbit.core.record import ADOPTED, Event, Ledger
from terbit.errors import LedgerError, TerbitError
from terbit.newsroom import rules
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
            item: self.newsroom.article_at(self._version(item, approval))
            for item, approval in shown
            if _is_article(item)
        }

    @cached_property
    def pages(self) -> tuple[site.Page, ...]:
        """The plain pages that the public sees."""
        return tuple(
            self._page(item, approval)
            for item, approval in visible(self.ledger).items()
            if not _is_article(item)
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
        return built.approved_words(texts)

    def embargoes(self) -> dict[str, datetime]:
        """When each approved article with `terbit_pada` may be shown, as aware moments."""
        zone, found = self.setting.office.calendar.zone, {}
        for item, approval in standing(self.ledger).items():
            if _is_article(item):
                due = self.newsroom.article_at(self._version(item, approval)).publish_at
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
            entries=tuple(site.Entry(a, self.ledger[i]) for i, a in self.articles.items()),
            pages=self.pages,
            ledger=self.ledger,
            built_at=built_at,
            revision=revision,
            logo=self._logo(),
        )

    def _logo(self) -> bytes:
        """The office's emblem from `main`, or nothing for the neutral one. Raises TerbitError."""
        path = self.setting.office.logo
        data = self.newsroom.repository.file(self.newsroom.main(), path) if path else b""
        if data is None:
            raise TerbitError(f"lambang {path} tidak ada di main", "perbaiki `logo` di kantor.yml")
        return data

    def _page(self, item: str, approval: Event) -> site.Page:
        front, body = self.newsroom.page_at(self._version(item, approval))
        html = markup.to_html(body)
        return site.Page(item, front.judul, front.ringkasan, html, self.ledger[item])

    def _version(self, item: str, approval: Event) -> Version:
        """The approved object of an item, its digest proved. Raises LedgerError."""
        entry = (str(approval.details["mode"]), str(approval.details["object"]))
        if item_digest(path_of(item), entry) != approval.digest:
            fix = "bandingkan cabang arsip dengan salinan lain"
            raise LedgerError(f"arsip: sidik {item} tidak cocok dengan objeknya", fix)
        return Version(item, entry)


def _is_article(item: str) -> bool:
    return articles.PUBLIC_PLACE.fullmatch(path_of(item)) is not None
