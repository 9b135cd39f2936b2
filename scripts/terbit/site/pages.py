"""Every page of the site, each with the key of what it is made from; nothing is made here yet."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.errors import TerbitError
from terbit.site import (
    agenda_pages,
    article_pages,
    contact_pages,
    list_pages,
    plain_pages,
    register_pages,
)
from terbit.site.plan import Plan
from terbit.site.press import Planned


def pages(plan: Plan) -> dict[str, Planned]:
    """Every page by its file. Raises TerbitError where two have the same address."""
    found: dict[str, Planned] = {}
    for page in _all(plan):
        if page.path in found:
            fix = "ubah nama salah satu berkasnya"
            raise TerbitError(f"dua halaman beralamat sama: /{page.url}", fix)
        found[page.path] = page
    return found


def _all(plan: Plan) -> Iterator[Planned]:
    for part in (
        article_pages,
        plain_pages,
        agenda_pages,
        list_pages,
        contact_pages,
        register_pages,
    ):
        yield from part.pages(plan)
