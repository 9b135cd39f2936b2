"""`terbit preview`: the working tree as the public would see it, unapproved items with a ribbon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from terbit import articles, site
from terbit.agenda import parse
from terbit.channels import kit
from terbit.channels.renditions import Store
from terbit.core import agenda
from terbit.core.article import Article
from terbit.core.digest import item_of, path_of
from terbit.core.office import Office
from terbit.core.plan import standing
from terbit.core.record import History, Ledger
from terbit.errors import InputErrors, Problem, TerbitError
from terbit.newsroom import approved, rules
from terbit.newsroom.posting import posts_of
from terbit.newsroom.room import Newsroom

KITS, RENDITIONS = "paket", "gambar-kanal"


@dataclass(frozen=True)
class Preview:
    """The built preview, the items shown with a ribbon, and what could not be shown."""

    folder: Path
    unapproved: tuple[str, ...]
    problems: tuple[Problem, ...]


def preview(newsroom: Newsroom, out: Path, now: datetime) -> Preview:
    """Build the working tree into a folder. Raises TerbitError where nothing can be built."""
    ledger = newsroom.ledger()
    problems: list[Problem] = []
    found = list(_articles(newsroom.root, now, problems))
    pages = list(_pages(newsroom.root, ledger, problems))
    unapproved = [
        item_of(a.path) or "" for a in found if not _approved_article(newsroom, ledger, a)
    ]
    unapproved += [page.path for page in pages if not _approved_page(newsroom, ledger, page.path)]
    content = site.Site(
        office=newsroom.config.office,
        procedure=newsroom.config.procedure,
        entries=tuple(site.Entry(a, _history(ledger, item_of(a.path) or "")) for a in found),
        pages=tuple(pages),
        ledger=ledger,
        built_at=now,
        revision="pratinjau",
        draft_items=frozenset(unapproved),
    )
    config = newsroom.root / "mkdocs.yml"
    if not config.is_file():
        raise TerbitError("mkdocs.yml tidak ada", "pulihkan berkas itu")
    out.parent.mkdir(parents=True, exist_ok=True)
    work = out.with_name(f"{out.name}-kerja")
    site.build(content, config.read_bytes(), out, work)
    waiting = [article for article in found if item_of(article.path) in unapproved]
    _write_kits(newsroom.config.office, waiting, out / KITS, Store(work / RENDITIONS))
    return Preview(out, tuple(unapproved), tuple(problems))


def _write_kits(office: Office, waiting: Iterable[Article], folder: Path, store: Store) -> None:
    """What each channel would get of the articles that are not approved yet."""
    made = []
    for article in waiting:
        item = item_of(article.path) or article.path
        link = rules.link(office, item)
        posts = posts_of(article, office, link)
        name = item.removeprefix("berita/").replace("/", "-")
        made.append(
            kit.write_kit(
                article, posts, office, link, deadline_text="", out=folder / name, store=store
            )
        )
    kit.write_index(made, office, folder)
    store.prune()


def _articles(root: Path, now: datetime, problems: list[Problem]) -> Iterator[Article]:
    """Every article of the working tree; a draft is shown where it would stand if submitted."""
    for folder in (*articles.folders(root, "content/berita"), *articles.folders(root, "drafts")):
        try:
            article = articles.load(root, folder)
        except InputErrors as error:
            problems += map(rules.masked, error.problems)
            continue
        if article.is_draft:
            article = replace(article, folder=f"content/berita/{now:%Y}/{now:%m}/{article.slug}")
        yield article


def _pages(root: Path, ledger: Ledger, problems: list[Problem]) -> Iterator[site.Page]:
    for path in sorted((root / "content").rglob("*.md")):
        relative = path.relative_to(root).as_posix()
        if relative.startswith("content/berita/") or path.is_symlink():
            continue
        item = relative.removeprefix("content/")
        try:
            front, body = articles.parse_page(relative, path.read_bytes())
        except InputErrors as error:
            problems += map(rules.masked, error.problems)
            continue
        yield approved.shown(item, front, body, _history(ledger, item))
    file = root / agenda.PATH
    if file.is_file() and not file.is_symlink():
        try:
            yield approved.shown_agenda(parse(file.read_bytes()), _history(ledger, agenda.ITEM))
        except InputErrors as error:
            problems += map(rules.masked, error.problems)


def _history(ledger: Ledger, item: str) -> History:
    return ledger.get(item, History(item))


def _approved_article(newsroom: Newsroom, ledger: Ledger, article: Article) -> bool:
    """Whether the public version is this one, byte for byte."""
    approval = standing(ledger).get(item_of(article.path) or "")
    if approval is None:
        return False
    files = newsroom.repository.tree_files(str(approval.details["object"]), article.folder)
    return files == dict(article.files)


def _approved_page(newsroom: Newsroom, ledger: Ledger, item: str) -> bool:
    approval = standing(ledger).get(item)
    if approval is None:
        return False
    data = newsroom.repository.blob(str(approval.details["object"]))
    return data == (newsroom.root / path_of(item)).read_bytes()
