"""What the site is made of: approved articles and pages, the office, the SOP, the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import blake2b

from terbit.core.agenda import ITEM, Agenda
from terbit.core.article import Article, Listed
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

    @cached_property
    def key(self) -> str:
        """What tells this version from every other: its files and its last event."""
        files = sorted((name, key_of(data)) for name, data in self.article.files.items())
        return key_of(repr((self.article.folder, files, head_of(self.history))).encode())

    def load(self) -> Entry:
        """Itself: everything is here already."""
        return self


@dataclass(frozen=True)
class StoredEntry:
    """An article that is read only where its pages are made; `key` tells versions apart."""

    item: str
    key: str
    read: Callable[[], Article]
    read_events: Callable[[], History]

    def load(self) -> Entry:
        """Article and events, read now."""
        return Entry(self.read(), self.read_events())


AnyEntry = Entry | StoredEntry


@dataclass(frozen=True)
class Page:
    """A plain page below `content/`; `path` such as "ppid/berkala.md", `html` sanitised.

    `listed` is the information that its `daftar` names, in order; `agenda` the activities where
    it is the agenda, which is a page like any other to register, search and addresses.
    """

    path: str
    title: str
    summary: str
    html: str
    history: History | None = None
    listed: tuple[Listed, ...] = ()
    agenda: Agenda | None = None

    @property
    def url(self) -> str:
        """Its address, relative to the site's root."""
        return address(self.path)


@dataclass(frozen=True)
class Site:
    """Everything that a build needs; the same input gives the same bytes.

    `ledger` holds the histories of what has no entry and no page any more (others may be
    there too), and `heads` the file and hash of the last event of each item that the public ever
    saw. `draft_items` are shown with a ribbon; `logo` holds the bytes of
    `office.logo`, empty for the theme's own placeholder.
    """

    office: Office
    procedure: Procedure
    entries: tuple[AnyEntry, ...]
    pages: tuple[Page, ...]
    ledger: Ledger
    built_at: datetime
    revision: str
    draft_items: frozenset[str] = frozenset()
    logo: bytes = b""
    heads: tuple[tuple[str, str], ...] = ()

    @property
    def base(self) -> str:
        """The site's absolute address with one slash at the end."""
        return (self.office.site_url or LOCAL_URL).rstrip("/") + "/"

    @property
    def first_base(self) -> str:
        """`base` as it was first: names of feed entries and of activities keep it in every move."""
        first = self.office.first_site_url.rstrip("/")
        return f"{first}/" if first else self.base

    @cached_property
    def agenda(self) -> Page | None:
        """The office's own agenda, where there is one."""
        return next((page for page in self.pages if page.agenda is not None), None)

    @property
    def is_preview(self) -> bool:
        """Whether something is shown that nobody has approved."""
        return bool(self.draft_items)


def key_of(*parts: bytes) -> str:
    """A short digest of some bytes, in order."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def head_of(history: History) -> str:
    """The hash of the last event, "" where there is none."""
    return history.events[-1].hash if history.events else ""


def address(item: str) -> str:
    """The address of an item below the site's root: "" or a path with a slash at the end."""
    if item == "index.md":
        return ""
    bare = item.removesuffix("/index.md").removesuffix(".md")
    return (ITEM.removesuffix(".yml") if item == ITEM else bare).rstrip("/") + "/"


def sheet_address(item: str) -> str:
    """The address of an item's register sheet."""
    return f"arsip/{address(item) or 'beranda/'}"
