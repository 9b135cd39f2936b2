"""What the site is made of: approved articles and pages, the office, the SOP, the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.procedure import Procedure
from terbit.core.record import History, Ledger

PLACE = "content/"
LOCAL_URL = "http://127.0.0.1:8000/"
"""Where links point while an office has no address of its own (`situs` left out)."""


@dataclass(frozen=True)
class Entry:
    """An article and the events of its item."""

    article: Article
    history: History

    @property
    def item(self) -> str:
        """The item's name in the ledger and its address on the site, without slashes around."""
        return self.article.folder.removeprefix(PLACE)


@dataclass(frozen=True)
class Page:
    """A plain page below `content/`; `path` such as "ppid/berkala.md", `html` sanitised."""

    path: str
    title: str
    summary: str
    html: str
    history: History | None = None

    @property
    def url(self) -> str:
        """Its address, relative to the site's root."""
        return address(self.path)


@dataclass(frozen=True)
class Site:
    """Everything that a build needs; the same input gives the same bytes.

    `draft_items` are shown with a ribbon; `logo` holds the bytes of `office.logo`, empty for
    the theme's own placeholder.
    """

    office: Office
    procedure: Procedure
    entries: tuple[Entry, ...]
    pages: tuple[Page, ...]
    ledger: Ledger
    built_at: datetime
    revision: str
    draft_items: frozenset[str] = frozenset()
    logo: bytes = b""

    @property
    def base(self) -> str:
        """The site's absolute address with one slash at the end."""
        return (self.office.site_url or LOCAL_URL).rstrip("/") + "/"

    @property
    def is_preview(self) -> bool:
        """Whether something is shown that nobody has approved."""
        return bool(self.draft_items)


def address(item: str) -> str:
    """The address of an item below the site's root: "" or a path with a slash at the end."""
    if item == "index.md":
        return ""
    return item.removesuffix("/index.md").removesuffix(".md").rstrip("/") + "/"


def sheet_address(item: str) -> str:
    """The address of an item's register sheet."""
    return f"arsip/{address(item) or 'beranda/'}"
