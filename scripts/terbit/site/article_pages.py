"""The pages of the articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from terbit import markup, qr
from terbit.site import agenda, metadata, urgent
from terbit.site import items as items_
from terbit.site.items import Item
from terbit.site.plan import Plan
from terbit.site.press import Made, Planned


def pages(plan: Plan) -> Iterator[Planned]:
    """One page for each item: the article, or the notice of its withdrawal."""
    tagged = frozenset(group.url for group in plan.tags)
    for item in plan.items:
        if item.withdrawn:
            ties = plan.ties(item.name)
            inputs = plan.inputs("dicabut", item.key, ties, item.sheet in plan.sheets)
            make = partial(_withdrawn, plan, item)
            yield Planned(item.url, inputs, "berita/", make, indexed=False)
    for index, (item, window) in enumerate(zip(plan.live, items_.windows(plan.live), strict=True)):
        there = plan.there(item)
        lists = tuple(tag for tag in _tags_of(item) if tag[1] in tagged)
        notice = urgent.notice(item, plan.site.built_at)
        own = (there, lists, plan.ties(item.name), item.sheet in plan.sheets, notice)
        inputs = plan.inputs("berita", item.key, window, *own)
        make = partial(_article, plan, item, index, lists)
        section = "pengumuman/" if item.is_notice else "berita/"
        yield Planned(item.url, inputs, section, make)


def _tags_of(item: Item) -> list[tuple[str, str]]:
    return [(tag, f"tagar/{markup.heading_id(tag)}/") for tag in dict.fromkeys(item.tags)]


def _withdrawn(plan: Plan, item: Item) -> Made:
    context = {"item": item, "ties": plan.ties(item.name)}
    return Made(metadata.of_item(plan.site, item), "withdrawn.html.j2", context)


def _article(plan: Plan, item: Item, index: int, tags: Sequence[tuple[str, str]]) -> Made:
    text, url = plan.text(item.version), item.url
    older = plan.live[index + 1 : index + 1 + items_.NEIGHBOURS]
    context = {
        "item": item,
        "day": agenda.later_day(item),
        "text": text,
        "ties": plan.ties(item.name),
        "notice": urgent.notice(item, plan.site.built_at),
        "body": plan.press.html(text.html, item.name, plan.press.root(url), item.album.inline),
        "related": items_.related(item, older),
        "share": metadata.share_links(plan.site.base + url, item.title),
        "tags": tags,
        "qr": Markup(qr.svg(plan.site.base + url)),  # noqa: S704  (no word of the link is in it)
    }
    return Made(metadata.of_item(plan.site, item), "article.html.j2", context)
