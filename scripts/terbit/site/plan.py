"""What the site holds at one moment: the articles in their groups, and every address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from terbit import markup, screens
from terbit.core.record import History
from terbit.site import links, register, replies, shelves, words
from terbit.site.cards import Text
from terbit.site.items import Item
from terbit.site.mending import RULES
from terbit.site.model import Page, Site, key_of
from terbit.site.pictures import Picture, Variant, Whole
from terbit.site.press import Press
from terbit.site.register import Row
from terbit.site.replies import NONE, Ties

FEWEST_OF_TAG = 2
"""A tag that one article has alone leads nowhere else."""
T = TypeVar("T")


@dataclass(frozen=True)
class Group:
    """Articles that belong together: the address of their list, its name, newest first."""

    url: str
    name: str
    items: tuple[Item, ...]

    @cached_property
    def live(self) -> tuple[Item, ...]:
        """Those that are shown."""
        return live(self.items)


@dataclass(frozen=True)
class Plan:
    """The pages of one state of the site.

    `recipe` is the key of what all of them share; `text` gives the text of a version by its key,
    `events` those of an item by its name and the key of its version.
    """

    site: Site
    items: tuple[Item, ...]
    recipe: str
    text: Callable[[str], Text]
    events: Callable[[str, str], History]

    # what there is

    @cached_property
    def live(self) -> tuple[Item, ...]:
        """The articles that are shown, newest first."""
        return tuple(item for item in self.items if not item.withdrawn)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the register."""
        return register.rows(self.site, self.items, self.events)

    @cached_property
    def months(self) -> tuple[Group, ...]:
        """One list for each month, the newest first; withdrawn ones keep their places."""
        found = grouped(self.items, lambda item: item.month)
        return tuple(Group(url, words.month(month_of(url)), tuple(rows)) for url, rows in found)

    @cached_property
    def categories(self) -> tuple[Group, ...]:
        """One list for each category, by name."""
        found = grouped(self.items, lambda item: item.category)
        groups = (Group(f"kategori/{c}/", rows[-1].category_name, tuple(rows)) for c, rows in found)
        return tuple(sorted(groups, key=lambda group: group.name))

    @cached_property
    def tags(self) -> tuple[Group, ...]:
        """One list for each tag that at least two articles have, by name."""
        found: dict[str, list[Item]] = defaultdict(list)
        names: dict[str, str] = {}
        for item in reversed(self.items):
            for tag in dict.fromkeys(item.tags):
                slug = markup.heading_id(tag)
                found[slug].append(item)
                names.setdefault(slug, tag)
        groups = (
            Group(f"tagar/{slug}/", names[slug], tuple(reversed(rows)))
            for slug, rows in found.items()
            if len(rows) >= FEWEST_OF_TAG
        )
        return tuple(sorted(groups, key=lambda group: (group.name.casefold(), group.url)))

    @cached_property
    def known(self) -> frozenset[str]:
        """The addresses that a text may lead to."""
        groups = (*self.months, *self.categories, *self.tags)
        found = {item.url for item in self.items} | {group.url for group in groups}
        found |= {above(group) for group in (*self.categories, *self.tags)}
        return frozenset(found | fixed(self.site))

    @cached_property
    def sheets(self) -> frozenset[str]:
        """The addresses of the register's sheets."""
        return frozenset(row.sheet for row in self.rows)

    def ties(self, name: str) -> Ties:
        """What an item answers, and what answers it."""
        return self._ties.get(name, NONE)

    @cached_property
    def _ties(self) -> Mapping[str, Ties]:
        return replies.ties(self.items, self.rows)

    @cached_property
    def press(self) -> Press:
        """What prints the pages."""
        return Press(self.site, self.known, self.sheets)

    def inputs(self, *parts: object) -> str:
        """The key of a file that is made from these values and from what all files share."""
        shared = (self.recipe, RULES in self.known)
        return key_of(repr(shared).encode(), repr(parts).encode())

    def there(self, item: Item) -> tuple[str, ...]:
        """The places on the site that its text leads to."""
        return tuple(url for url in item.card.links if url in self.known)

    def there_of(self, page: Page) -> tuple[str, ...]:
        """The places on the site that a plain page leads to."""
        wanted = links.targets(page.html, page.path.rpartition("/")[0]) | shelves.targets(page)
        return tuple(sorted(url for url in wanted if url in self.known))

    def drawn(self, html: str, root: str) -> dict[str, Picture]:
        """The product's own screens that a page shows, by their source in its text.

        `root` leads from the page to the site's root.
        """
        found: dict[str, Picture] = {}
        for source, name in screens.named_in(html):
            width, height = screens.size(name)
            file = Variant(self._screen(name, root), width, height, 0, name)
            found[source] = Whole(width, height, (file,))
        return found

    def _screen(self, name: str, root: str) -> str:
        return f"{root}{screens.PLACE}{name}"

    @cached_property
    def searched(self) -> tuple[str, ...]:
        """The years in which articles can be searched, the newest first; none in a preview."""
        shown = () if self.site.is_preview else self.live
        return tuple(sorted({item.year for item in shown}, reverse=True))


def fixed(site: Site) -> frozenset[str]:
    """The addresses that no article makes: those that every site has, and the plain pages."""
    found = {"", "berita/", "arsip/", "langganan/", "pengumuman/", "cari/", "kontak/"}
    found |= {page.url for page in site.pages}
    return frozenset(found | {page.url.split("/")[0] + "/" for page in site.pages if page.url})


def above(group: Group) -> str:
    """The address of the page that lists a category or tag with all others."""
    return group.url.partition("/")[0] + "/"


def live(rows: Sequence[Item]) -> tuple[Item, ...]:
    """Those of some articles that are shown."""
    return tuple(item for item in rows if not item.withdrawn)


def keys(rows: Iterable[Item]) -> list[str]:
    """What tells the versions of some articles from all others."""
    return [item.key for item in rows]


def numbered(url: str, number: int) -> str:
    """The address of a numbered page of a list; its front page has number 0."""
    return f"{url}{number}/" if number else url


def grouped(values: Iterable[T], key: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Groups by a non-empty key, the keys sorted downwards; each keeps the order of its values."""
    groups: Mapping[str, list[T]] = defaultdict(list)
    for value in values:
        if key(value):
            groups[key(value)].append(value)
    return sorted(groups.items(), reverse=True)


def month_of(url: str) -> date:
    """The month whose list has this address."""
    _, year, month, _ = url.split("/")
    return date(int(year), int(month), 1)
