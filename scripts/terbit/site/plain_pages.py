"""The plain pages below `content/`, such as those of the PPID."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from terbit import screens
from terbit.site import metadata, shelves, words
from terbit.site.model import Page, key_of, sheet_address
from terbit.site.plan import Plan
from terbit.site.press import Made, Planned
from terbit.site.shelves import Shelf

STYLE = "css/daftar.css"
PPID = "ppid/"
PPID_ORDER = ("berkala", "serta-merta", "setiap-saat", "permohonan")
"""The kinds of information as Law 14 of 2008 names them (articles 9 to 11), then how to ask."""


@dataclass(frozen=True)
class Branch:
    """A page as the index of its folder shows it: what it holds, and how much of that is there."""

    url: str
    title: str
    summary: str
    shelves: tuple[Shelf, ...]
    available: int
    listed: int


def pages(plan: Plan) -> Iterator[Planned]:
    """The plain pages, and an index for each folder of them that has none."""
    pages = [page for page in plan.site.pages if page.url and page.agenda is None]
    indexes = {page.url for page in pages}
    for folder in sorted({page.url.split("/")[0] + "/" for page in pages} - indexes):
        pages.append(Page(f"{folder}index.md", words.label(folder.rstrip("/")), "", ""))
    for page in pages:
        branches = [branch(plan, other) for other in _siblings(plan, page)]
        draft = page.path in plan.site.draft_items
        told = (page.path, page.title, page.summary, page.html, page.listed, draft)
        asking = shelves.asking(plan.known) if page.listed else ""
        there = (*plan.there_of(page), asking)
        drawn = [(name, key_of(screens.data(name))) for _, name in screens.named_in(page.html)]
        inputs = plan.inputs("laman", told, branches, there, _sheet_of(page) in plan.sheets, drawn)
        make = partial(_plain_page, plan, page, branches)
        style = STYLE if page.listed or branches else ""
        yield Planned(page.url, inputs, _top(page), make, style=style)


def ppid_entries(pages: Iterable[Page]) -> list[Page]:
    """The pages of the folder `ppid`, the four that every public body has first."""
    order = {f"{PPID}{name}.md": number for number, name in enumerate(PPID_ORDER)}
    found = [page for page in pages if page.path.startswith(PPID)]
    entries = [page for page in found if page.path != f"{PPID}index.md"]
    return sorted(entries, key=lambda page: (order.get(page.path, len(order)), page.path))


def branch(plan: Plan, page: Page) -> Branch:
    """How other pages show a page."""
    available, listed = shelves.count(page, plan.known)
    groups = shelves.shelves(page, plan.known, "")
    return Branch(page.url, page.title, page.summary, groups, available, listed)


def _plain_page(plan: Plan, page: Page, branches: Sequence[Branch]) -> Made:
    folder = page.path.rpartition("/")[0]
    root, top = plan.press.root(page.url), _top(page)
    above = None if page.url == top else (words.label(top.rstrip("/")), top)
    meta = metadata.of_page(plan.site, (page.title, page.url), page.summary, above)
    available, listed = shelves.count(page, plan.known)
    context = {
        "page": page,
        "above": above,
        "body": plan.press.html(page.html, folder, root, plan.drawn(page.html, root)),
        "shelves": shelves.shelves(page, plan.known, root),
        "available": available,
        "listed": listed,
        "asking": shelves.asking(plan.known),
        "branches": branches,
        "sheet": _sheet_of(page),
    }
    return Made(meta, "page.html.j2", context)


def _top(page: Page) -> str:
    """The menu entry of a page: the folder it stands in."""
    return page.url.split("/", maxsplit=1)[0] + "/"


def _sheet_of(page: Page) -> str:
    return sheet_address(page.path)


def _siblings(plan: Plan, index: Page) -> list[Page]:
    """What an index page shows of its folder: of the PPID all, else what its text leaves out."""
    if not index.path.endswith("/index.md"):
        return []
    if index.url == PPID:
        return ppid_entries(plan.site.pages)
    folder = index.path.rpartition("/")[0] + "/"
    others = [page for page in plan.site.pages if page.path.startswith(folder)]
    linked = [page for page in others if page.path.removeprefix(folder) in index.html]
    return [page for page in others if page not in linked and page.path != index.path]
