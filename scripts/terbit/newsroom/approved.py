"""Approved Git objects as the site builder takes them; nothing here reads the working tree."""

from __future__ import annotations

from collections.abc import Callable

from terbit import articles, markup, site
from terbit.agenda import ABOUT, TITLE
from terbit.core import agenda
from terbit.core.digest import item_digest, path_of
from terbit.core.office import Office
from terbit.core.plan import Version
from terbit.core.record import Event, History
from terbit.errors import LedgerError, TerbitError
from terbit.front_matter import PageFrontMatter
from terbit.newsroom.clone import Clone

MKDOCS = "mkdocs.yml"


def is_article(item: str) -> bool:
    """Whether an item is an article, not a plain page."""
    return articles.PUBLIC_PLACE.fullmatch(path_of(item)) is not None


def version(item: str, approval: Event) -> Version:
    """The approved object of an item, its digest proved. Raises LedgerError."""
    entry = (str(approval.details["mode"]), str(approval.details["object"]))
    if item_digest(path_of(item), entry) != approval.digest:
        fix = "bandingkan cabang arsip dengan salinan lain"
        raise LedgerError(f"arsip: sidik {item} tidak cocok dengan objeknya", fix)
    return Version(item, entry)


def entry(
    clone: Clone, version: Version, head: str, events: Callable[[], History]
) -> site.StoredEntry:
    """An article that the builder reads only where it needs it anew; `head` is its last event."""
    key = "\n".join((version.item, *version.entry, head))
    return site.StoredEntry(version.item, key, lambda: clone.article_at(version), events)


def page(clone: Clone, version: Version, history: History) -> site.Page:
    """A plain page. Raises InputErrors where it cannot be read."""
    if version.item == agenda.ITEM:
        return shown_agenda(clone.agenda_at(version), history)
    front, body = clone.page_at(version)
    return shown(version.item, front, body, history)


def shown(item: str, front: PageFrontMatter, body: str, history: History) -> site.Page:
    """A plain page as the builder takes it."""
    html, listed = markup.to_html(body), articles.listed(front)
    return site.Page(item, front.judul, front.ringkasan, html, history, listed)


def shown_agenda(read: agenda.Agenda, history: History) -> site.Page:
    """The agenda as the builder takes it."""
    return site.Page(agenda.ITEM, TITLE, ABOUT, "", history, agenda=read)


def look(clone: Clone, tip: str) -> bytes:
    """mkdocs.yml of a commit. Raises TerbitError where it is not there."""
    data = clone.repository.file(tip, MKDOCS)
    if data is None:
        raise TerbitError(f"{MKDOCS} tidak ada di main", "pulihkan berkas itu")
    return data


def logo(clone: Clone, office: Office, commit: str | None = None) -> bytes:
    """The office's emblem of a commit, else of `main`; nothing for the neutral one.

    Raises TerbitError where it is not there.
    """
    path = office.logo
    data = clone.repository.file(commit or clone.main(), path) if path else b""
    if data is None:
        raise TerbitError(f"lambang {path} tidak ada di main", "perbaiki `logo` di kantor.yml")
    return data
