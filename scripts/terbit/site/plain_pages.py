"""The plain pages below `content/`, such as those of the PPID."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from terbit.site import metadata, words
from terbit.site.model import Page, sheet_address
from terbit.site.plan import Plan
from terbit.site.press import Made, Planned, root_of


def pages(plan: Plan) -> Iterator[Planned]:
    """The plain pages, and an index for each folder of them that has none."""
    pages = [page for page in plan.site.pages if page.url]
    indexes = {page.url for page in pages}
    for folder in sorted({page.url.split("/")[0] + "/" for page in pages} - indexes):
        pages.append(Page(f"{folder}index.md", words.label(folder.rstrip("/")), "", ""))
    for page in pages:
        siblings = _siblings(plan, page) if page.path.endswith("/index.md") else []
        draft = page.path in plan.site.draft_items
        told = (page.path, page.title, page.summary, page.html, draft)
        beside = [(other.url, other.title, other.summary) for other in siblings]
        there = plan.there_of(page)
        inputs = plan.inputs("laman", told, beside, there, _sheet_of(page) in plan.sheets)
        make = partial(_plain_page, plan, page, siblings)
        yield Planned(page.url, inputs, _top(page), make)


def _plain_page(plan: Plan, page: Page, siblings: Sequence[Page]) -> Made:
    folder = page.path.rpartition("/")[0]
    top = _top(page)
    above = None if page.url == top else (words.label(top.rstrip("/")), top)
    meta = metadata.of_page(plan.site, (page.title, page.url), page.summary, above)
    context = {
        "page": page,
        "body": plan.press.html(page.html, folder, root_of(page.url), {}),
        "siblings": siblings,
        "sheet": _sheet_of(page),
    }
    return Made(meta, "page.html.j2", context)


def _top(page: Page) -> str:
    """The menu entry of a page: the folder it stands in."""
    return page.url.split("/", maxsplit=1)[0] + "/"


def _sheet_of(page: Page) -> str:
    return sheet_address(page.path)


def _siblings(plan: Plan, index: Page) -> list[Page]:
    """The pages in the folder of an index page that its own text does not link to."""
    folder = index.path.rpartition("/")[0] + "/"
    others = [page for page in plan.site.pages if page.path.startswith(folder)]
    linked = [page for page in others if page.path.removeprefix(folder) in index.html]
    return [page for page in others if page not in linked and page.path != index.path]
