"""Every file of the site that is no page: theme, emblem, pictures, feeds, sitemaps."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import takewhile
from pathlib import Path

from jinja2 import Environment

from terbit import indonesian, screens
from terbit.core.colour import Palette
from terbit.drawing.look import CardText, Look
from terbit.site import agenda, dress, exports, feed_items, feeds, sitemaps
from terbit.site.feed_items import EVERYTHING, FeedItem, Section, figures, select
from terbit.site.items import Item
from terbit.site.model import Site, key_of
from terbit.site.pictures import office_card
from terbit.site.plan import Plan
from terbit.site.press import Planned
from terbit.site.render import THEME
from terbit.site.sitemaps import Location, NewsLocation

PICTURES = "gambar"
"""The folder of the pictures below the working folder."""
VERSION = "versi.txt"
HEADS = "arsip/kepala.txt"
_THEMED = ("css", "js", "fonts", "img")
_UNUSED = (".ttf", ".md", ".png", ".j2")
"""What the theme's folders hold for other ends than its pages."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site; the same `key` always stands for the same bytes."""

    path: str
    key: str
    write: Callable[[Path], object]


def assets(plan: Plan, pages: Iterable[Planned], work: Path) -> Iterator[Asset]:
    """All of them."""
    yield from _theme(plan)
    yield from _screens(plan.site)
    yield from _pictures(plan, work / PICTURES)
    yield from _emblem(plan.site)
    yield _office_card(plan.site)
    yield _text(VERSION, _version(plan.site))
    yield _text(HEADS, _heads(plan.site))
    yield from _feeds(plan)
    yield _agenda(plan)
    for file in exports.files(plan):
        yield Asset(file.path, file.key, partial(_made, file))
    yield from _sitemaps(plan, pages)


def _text(path: str, data: bytes) -> Asset:
    return Asset(path, key_of(data), lambda target: target.write_bytes(data))


def _made(file: exports.File, target: Path) -> None:
    target.write_bytes(file.make())


def _theme(plan: Plan) -> Iterator[Asset]:
    for folder in _THEMED:
        for path in sorted((THEME / folder).rglob("*")):
            name = path.relative_to(THEME).as_posix()
            if path.is_file() and path.suffix not in _UNUSED and name != dress.STYLE:
                yield _text(name, path.read_bytes())
    for name, made in ((dress.STYLE, dress.style), (dress.BAND, dress.band)):
        key = plan.inputs("warna", name)
        yield Asset(name, key, partial(_dressed, plan, made))


def _screens(site: Site) -> Iterator[Asset]:
    """The product's own screens that a plain page shows."""
    shown = {name for page in site.pages for _, name in screens.named_in(page.html)}
    for name in sorted(shown):
        yield _text(screens.PLACE + name, screens.data(name))


def _dressed(plan: Plan, made: Callable[[Environment, Palette], bytes], target: Path) -> None:
    target.write_bytes(made(plan.press.environment, plan.site.office.colours))


def _pictures(plan: Plan, made: Path) -> Iterator[Asset]:
    for item in plan.live:
        for line in item.card.files.splitlines():
            name, source = line.split("\t")
            yield Asset(item.url + name, source, partial(_linked, made, source))


class LostError(Exception):
    """A picture that was made before is not in the cache any more."""


def _linked(made: Path, name: str, target: Path) -> None:
    """The picture itself, not a copy, where the file system allows that."""
    source = made / name
    if not source.is_file():
        raise LostError(source)
    with contextlib.suppress(OSError):
        os.link(source, target)
        return
    shutil.copyfile(source, target)


def _office_card(site: Site) -> Asset:
    card = office_card(site)
    return Asset(card.path, card.path, partial(_drawn, site, card.words))


def _drawn(site: Site, words: CardText, target: Path) -> None:
    # Pillow comes with it
    from terbit.site import encoding  # noqa: PLC0415

    target.write_bytes(encoding.card(words, Look(site.office.colours)).data)


def _emblem(site: Site) -> Iterator[Asset]:
    if site.logo:
        suffix = Path(site.office.logo).suffix.lower()
        yield _text(f"img/logo{suffix}", site.logo)


def _version(site: Site) -> bytes:
    """When and from which state the site was made; pages would change with each build."""
    local = site.office.calendar.local(site.built_at)
    built = f"{indonesian.moment(local)} ({local.isoformat()})"
    note = "\nPratinjau, bukan situs resmi" if site.is_preview else ""
    return f"Dibangun {built}\nVersi {site.revision[:7]}{note}\n".encode()


def _heads(site: Site) -> bytes:
    """The last event of each item as `sha256sum --check` reads it: whoever keeps a copy can tell
    later whether the archive still holds all that it held."""
    return "".join(f"{head}  {file}\n" for file, head in sorted(site.heads)).encode()


def _feeds(plan: Plan) -> Iterator[Asset]:
    """The feeds of the whole site and of each category, and their picture."""
    groups = [(Section(g.url.split("/")[1], g.name), g.items) for g in plan.categories]
    for section, listed in [(EVERYTHING, plan.items), *groups]:
        chosen = select([item for item in listed if not item.draft], section)
        key = plan.inputs("umpan", section, [_told(plan, item) for item in chosen])
        rows = cache(partial(_rows, plan, chosen))
        yield Asset(section.folder + feeds.RSS, key + "r", partial(_rss, plan.site, rows, section))
        yield Asset(
            section.folder + feeds.JSON, key + "j", partial(_json, plan.site, rows, section)
        )
    if feeds.has_icon(plan.site):
        key = plan.inputs("gambar umpan", key_of(plan.site.logo))
        yield Asset(feeds.ICON, key, lambda target: target.write_bytes(feeds.icon(plan.site)))


def _agenda(plan: Plan) -> Asset:
    """The calendar of the announced activities."""
    rows = agenda.announced(plan.items)
    key = plan.inputs("agenda", [item.key for item in rows], agenda.told(plan.site))
    return Asset(agenda.FILE, key, lambda at: at.write_bytes(agenda.calendar(plan.site, rows)))


Rows = Callable[[], tuple[FeedItem, ...]]


def _rss(site: Site, rows: Rows, section: Section, target: Path) -> None:
    target.write_bytes(feeds.rss(site, rows(), section))


def _json(site: Site, rows: Rows, section: Section, target: Path) -> None:
    target.write_bytes(feeds.json_feed(site, rows(), section))


def _told(plan: Plan, item: Item) -> tuple[object, ...]:
    """What the entry of an item is made from."""
    return item.key, plan.there(item), plan.ties(item.name).replies


def _rows(plan: Plan, chosen: tuple[Item, ...]) -> tuple[FeedItem, ...]:
    """The entries with their text, whose links and pictures work from anywhere."""
    base, made = plan.site.base, []
    for item in chosen:
        text = plan.text(item.version)
        html = plan.press.html(text.html, item.name, base, item.album.inline, item.url)
        source = replace(
            feed_items.source(plan.site, item),
            pictures=figures(item),
            video=text.video,
            replies=plan.ties(item.name).replies,
        )
        made.append(feed_items.row(base, source, str(html), plan.site.first_base))
    return tuple(made)


def _sitemaps(plan: Plan, pages: Iterable[Planned]) -> Iterator[Asset]:
    """What search engines are told: every page that may be found, and the news of two days."""
    base, office = plan.site.base, plan.site.office
    articles = {item.url for item in plan.items}
    others = [page.url for page in pages if page.indexed and page.url not in articles]
    groups = _locations(plan, others)
    for name, (key, locations) in groups.items():
        yield Asset(name, key, partial(_sitemap, locations))
    key = plan.inputs("peta", [(name, key) for name, (key, _) in groups.items()])
    listed = {base + name: locations for name, (_, locations) in groups.items()}
    yield Asset(sitemaps.INDEX, key, partial(_index, listed))
    since = plan.site.built_at - sitemaps.NEWS_AGE
    fresh = list(takewhile(lambda item: item.published >= since, plan.live))
    news = [
        NewsLocation(base + item.url, item.title, item.published)
        for item in fresh
        if not item.draft and not item.is_notice and not item.day_only
    ]
    yield _text(sitemaps.NEWS, sitemaps.news(office.name, news, plan.site.built_at))
    yield _text(sitemaps.ROBOTS, sitemaps.robots(base, preview=plan.site.is_preview))


Locations = Callable[[], list[Location]]


def _locations(plan: Plan, others: Sequence[str]) -> dict[str, tuple[str, Locations]]:
    """The key and the addresses of each sitemap: by year of articles, and of all other pages."""
    base, years = plan.site.base, defaultdict[str, list[Item]](list)
    for item in reversed(plan.live):
        if not item.draft:
            years[item.card.published[:4]].append(item)
    found: dict[str, tuple[str, Locations]] = {}
    for year in sorted(years):
        for name, some in sitemaps.parts(f"sitemap-{year}.xml", years[year]):
            key = plan.inputs("peta", [item.key for item in some])
            found[name] = (key, cache(partial(_of_items, base, some)))
    for name, urls in sitemaps.parts(sitemaps.PAGES, others):
        found[name] = (plan.inputs("peta", urls), partial(_of_pages, base, urls))
    return found


def _of_items(base: str, some: Iterable[Item]) -> list[Location]:
    return [Location(base + item.url, item.changed, _image(base, item)) for item in some]


def _of_pages(base: str, urls: Iterable[str]) -> list[Location]:
    return [Location(base + url) for url in urls]


def _sitemap(locations: Locations, target: Path) -> None:
    target.write_bytes(sitemaps.sitemap(locations()))


def _index(listed: Mapping[str, Locations], target: Path) -> None:
    rows = [Location(url, sitemaps.newest(made())) for url, made in listed.items()]
    target.write_bytes(sitemaps.index(rows))


def _image(base: str, item: Item) -> tuple[str, ...]:
    return (base + item.url + item.card.preview,) if item.card.preview else ()
