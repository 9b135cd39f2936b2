"""Home, lists, and the pages on subscribing and searching."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup

from terbit.site import agenda, metadata, search, words
from terbit.site.accounts import accounts
from terbit.site.chunks import Chunk, chunked
from terbit.site.feed_items import Section
from terbit.site.items import Item
from terbit.site.metadata import Meta
from terbit.site.model import Page
from terbit.site.plain_pages import Branch, branch, ppid_entries
from terbit.site.plan import Group, Plan, above, keys, live, month_of, numbered
from terbit.site.press import Made, Planned, root_of

ON_HOME = 3
NOTICES_ON_HOME = 5
AGENDA_ON_HOME = 3
NEWEST = 12
NOTICES = "pengumuman/"
Due = tuple[date, Item | agenda.Coming]
Listed = tuple[Group, str, str, tuple[Group | None, Group | None]]
"""A list, its heading, its menu entry, and the newer and the older list beside it."""


def pages(plan: Plan) -> Iterator[Planned]:
    """Home, all news, announcements, months, categories, tags, subscribing and searching."""
    yield _home(plan)
    yield _news(plan)
    for listed in _lists(plan):
        yield from _list(plan, listed)
    yield from _groups(plan, "Kategori", plan.categories)
    yield from _groups(plan, "Tagar", plan.tags)
    yield _subscribing(plan)
    yield _search(plan)


def _home(plan: Plan) -> Planned:
    news = [item for item in plan.live if not item.is_notice][: 1 + ON_HOME]
    notices = [item for item in plan.live if item.is_notice][:NOTICES_ON_HOME]
    intro = next((page for page in plan.site.pages if not page.url), None)
    ppid = [branch(plan, page) for page in ppid_entries(plan.site.pages)]
    today = plan.site.office.calendar.local(plan.site.built_at).date()
    coming = agenda.soonest(plan.site, plan.live, today, AGENDA_ON_HOME)
    told = (intro.summary, intro.html, plan.there_of(intro)) if intro else ()
    shown = (keys(news), keys(notices), list(_told(coming)), bool(plan.site.agenda))
    inputs = plan.inputs("beranda", *shown, told, ppid)
    make = partial(_home_page, plan, (news, notices, coming), intro, ppid)
    return Planned("", inputs, "", make)


def _home_page(
    plan: Plan,
    groups: tuple[Sequence[Item], Sequence[Item], Sequence[Due]],
    intro: Page | None,
    ppid: Sequence[Branch],
) -> Made:
    news, notices, coming = groups
    office = plan.site.office
    summary = intro.summary if intro and intro.summary else office.tagline
    context = {
        "lead": news[0] if news else None,
        "cards": news[1:],
        "notices": notices,
        "agenda": coming,
        "agenda_page": agenda.URL if plan.site.agenda else "",
        "intro": _intro(plan, intro.html) if intro else "",
        "ppid": ppid,
    }
    return Made(metadata.of_home(plan.site, summary), "home.html.j2", context)


def _intro(plan: Plan, html: str) -> Markup:
    root = root_of("")
    return plan.press.html(html, "", root, plan.drawn(html, root))


def _told(rows: Iterable[Due]) -> Iterator[tuple[object, ...]]:
    """What tells some coming activities from all others."""
    for day, one in rows:
        yield (day, one.key if isinstance(one, Item) else one)


def _news(plan: Plan) -> Planned:
    newest = [item for item in plan.live if not item.is_notice][:NEWEST]
    months = [(g.url, month_of(g.url), len(g.live)) for g in plan.months]
    kinds = _counted(plan.categories)
    tagged = bool(plan.tags)
    context = {"newest": newest, "months": months, "categories": kinds, "tagged": tagged}
    meta = Meta("Berita", f"Berita terbaru {plan.site.office.name}.")
    inputs = plan.inputs("berita", keys(newest), months, kinds, tagged)
    return Planned("berita/", inputs, "berita/", lambda: Made(meta, "news.html.j2", context))


def _lists(plan: Plan) -> Iterator[Listed]:
    """(group, heading, menu entry, the lists beside it)."""
    notices = tuple(item for item in plan.items if item.is_notice)
    yield Group(NOTICES, "Pengumuman", notices), "Pengumuman", NOTICES, (None, None)
    for index, group in enumerate(plan.months):
        newer = plan.months[index - 1] if index else None
        older = plan.months[index + 1] if index + 1 < len(plan.months) else None
        yield group, f"Berita {group.name}", "berita/", (newer, older)
    for group in plan.categories:
        yield group, f"Kategori {group.name}", "berita/", (None, None)
    for group in plan.tags:
        yield group, f"Tagar {group.name}", "berita/", (None, None)


def _list(plan: Plan, listed: Listed) -> Iterator[Planned]:
    group, title, section, beside = listed
    named = [(other.url, other.name) if other else None for other in beside]
    for chunk in chunked(group.items):
        url = numbered(group.url, chunk.number)
        shown = live(chunk.rows)
        around = (chunk.newer, chunk.older)
        inputs = plan.inputs("daftar", url, title, keys(shown), around, named)
        yield Planned(url, inputs, section, partial(_list_page, plan, listed, chunk))


def _list_page(plan: Plan, listed: Listed, chunk: Chunk[Item]) -> Made:
    group, title, _, beside = listed
    shown = live(chunk.rows)
    notices = [(item, agenda.later_day(item)) for item in shown] if group.url == NOTICES else []
    context = {
        "title": title,
        "number": chunk.number,
        "group": shown,
        "notices": notices,
        "around": _beside(group.url, chunk),
        "beside": [None, None] if chunk.number else beside,
    }
    meta = _meta_of_list(plan, listed, chunk.number)
    return Made(meta, "listing.html.j2", context)


def _groups(plan: Plan, title: str, groups: Sequence[Group]) -> Iterator[Planned]:
    """The page above some lists, for whoever cuts the address of one."""
    if not groups:
        return
    url, shown = above(groups[0]), _counted(groups)
    about = f"Semua {title.lower()} berita {plan.site.office.name}, dengan jumlah beritanya."
    meta = metadata.of_page(plan.site, (title, url), about, ("Berita", "berita/"))
    context = {"title": title, "about": about, "groups": shown}
    inputs = plan.inputs("kelompok", url, shown)
    yield Planned(url, inputs, "berita/", partial(Made, meta, "groups.html.j2", context))


def _meta_of_list(plan: Plan, listed: Listed, number: int) -> Meta:
    group, title, section, _ = listed
    url = group.url
    kind, _, rest = url.partition("/")
    if kind == "kategori":
        named = Section(rest.rstrip("/"), group.name)
        return metadata.of_category(plan.site, named, number)
    full = f"{title}, halaman {number}" if number else title
    about = f"{full} dari {plan.site.office.name}."
    above = None if url == section else (words.label(section.rstrip("/")), section)
    return metadata.of_page(plan.site, (full, numbered(url, number)), about, above)


def _subscribing(plan: Plan) -> Planned:
    kinds = _counted(plan.categories)
    profiles = [(a.medium, a.link) for a in accounts(plan.site.office) if a.link]
    meta = Meta("Langganan", "Cara menerima berita kami tanpa perantara.")
    context = {"profiles": profiles, "categories": kinds}
    make = partial(Made, meta, "subscribe.html.j2", context)
    inputs = plan.inputs("langganan", profiles, kinds)
    return Planned("langganan/", inputs, "langganan/", make)


def _search(plan: Plan) -> Planned:
    kinds = _counted(plan.categories)
    plain = [search.PLAIN] if plan.site.pages and not plan.site.is_preview else []
    context = {
        "bundles": [*plan.searched, *plain],
        "years": plan.searched,
        "labels": sorted({item.category_name for item in plan.live}),
        "categories": kinds,
    }
    meta = metadata.of_page(plan.site, ("Cari", "cari/"), "Cari berita dan informasi.")
    make = partial(Made, meta, "search.html.j2", context)
    inputs = plan.inputs("cari", context)
    return Planned("cari/", inputs, "cari/", make, script="js/cari.js", style="css/cari.css")


def _counted(groups: Iterable[Group]) -> list[tuple[str, str, int]]:
    """(address, name, how many articles are shown)."""
    return [(group.url, group.name, len(group.live)) for group in groups]


def _beside(url: str, chunk: Chunk[Any]) -> tuple[str, str]:
    """The addresses of the newer and the older page of the same list, "" where there is none."""
    newer, older = chunk.newer, chunk.older
    return (
        "" if newer is None else numbered(url, newer),
        "" if older is None else numbered(url, older),
    )
