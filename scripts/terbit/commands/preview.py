"""`terbit preview`: the working tree as the public would see it, unapproved items with a ribbon.

Beside it lies one file with the posts of what the branch changes, to be opened on a phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from terbit import articles, site
from terbit.agenda import parse
from terbit.channels import kit, mockups
from terbit.channels.kit_page import Aside
from terbit.channels.renditions import Store
from terbit.core import agenda
from terbit.core.article import Article
from terbit.core.digest import item_of, path_of
from terbit.core.office import Office
from terbit.core.plan import standing
from terbit.core.post import Post
from terbit.core.record import History, Ledger
from terbit.drawing.look import Look
from terbit.errors import InputErrors, Problem, TerbitError
from terbit.newsroom import approved, rules
from terbit.newsroom.posting import KITS, kit_folder, posts_of
from terbit.newsroom.room import Newsroom
from terbit.writing import put

RENDITIONS, POSTS = "gambar-kanal", "kiriman"


@dataclass(frozen=True)
class Preview:
    """The built preview, the items shown with a ribbon, and what could not be shown.

    `posts` is the file with the posts of what the branch changes, None where that is nothing.
    """

    folder: Path
    unapproved: tuple[str, ...]
    problems: tuple[Problem, ...]
    posts: Path | None = None


def preview(newsroom: Newsroom, out: Path, now: datetime) -> Preview:
    """Build the working tree into a folder. Raises TerbitError where nothing can be built."""
    ledger = newsroom.ledger()
    problems: list[Problem] = []
    by_unit = dict(_articles(newsroom.root, now, problems))
    found = tuple(by_unit.values())
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
    office, store = newsroom.config.office, Store(work / RENDITIONS)
    _write_kits(office, waiting, out / KITS, store)
    changed = [by_unit[unit] for unit in newsroom.changed_units() if unit in by_unit]
    posts = _write_posts(office, [a for a in changed if a in waiting], out.parent, store)
    store.prune()
    return Preview(out, tuple(unapproved), tuple(problems), posts)


def _write_kits(office: Office, waiting: Iterable[Article], folder: Path, store: Store) -> None:
    """What each channel would get of the articles that are not approved yet."""
    made = []
    for article in waiting:
        posts, link = _posts(article, office)
        name = kit_folder(_item(article))
        made.append(
            kit.write_kit(
                article,
                posts,
                office,
                link,
                deadline_text="",
                out=folder / name,
                aside=Aside(approved=False),
                store=store,
            )
        )
    kit.write_index(made, office, folder, approved=False)


def _write_posts(
    office: Office, changed: Sequence[Article], folder: Path, store: Store
) -> Path | None:
    """All posts of some articles in one file, which a phone opens straight from a link."""
    for old in folder.glob(f"{POSTS}-*.html"):
        old.unlink()
    if not changed:
        return None
    look, shown = Look(office.colours), []
    for article in changed:
        posts, _ = _posts(article, office)
        images = kit.render_all(article, posts, office, look, store)
        shown.append(mockups.Shown(article, posts, images))
    more = f"-dan-{len(changed) - 1}-lainnya" if len(changed) > 1 else ""
    file = folder / f"{POSTS}-{changed[0].slug}{more}.html"
    return put(file, mockups.page(shown, office, one_file=True, approved=False))


def _posts(article: Article, office: Office) -> tuple[tuple[Post, ...], str]:
    """The posts of an article, and the address that they lead to."""
    link = rules.link(office, _item(article))
    return (() if article.withdrawal else posts_of(article, office, link)), link


def _item(article: Article) -> str:
    return item_of(article.path) or article.path


def _articles(root: Path, now: datetime, problems: list[Problem]) -> Iterator[tuple[str, Article]]:
    """Every article of the working tree by the folder in which it lies.

    A draft is shown where it would stand if submitted.
    """
    for folder in (*articles.folders(root, "content/berita"), *articles.folders(root, "drafts")):
        try:
            article = articles.load(root, folder)
        except InputErrors as error:
            problems += map(rules.masked, error.problems)
            continue
        if article.is_draft:
            article = replace(article, folder=f"content/berita/{now:%Y}/{now:%m}/{article.slug}")
        yield folder, article


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
