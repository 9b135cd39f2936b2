"""What a page says of itself to search engines, to feed readers and to people who share it.

Structured data follows schema.org and developers.google.com/search/docs/appearance/
structured-data (`article`, `breadcrumb`, `organization`, `site-names`). A headline is never cut:
Google dropped its limit of 110 characters, and the page shows the whole title. There is no
SearchAction: Google retired the search box that read it on 21 November 2024.

Withdrawn articles and register sheets ask not to be indexed. Every listing, its later pages
too, may be indexed and is its own canonical address: no page of it is a copy of another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urlencode

import phonenumbers

from terbit.drawing import look
from terbit.site import feeds, pictures
from terbit.site.accounts import accounts
from terbit.site.feed_items import Section
from terbit.site.items import Item
from terbit.site.model import Site

COUNTRY = "ID"
CARD = "Kartu judul bermotif anyaman, bertuliskan"
Crumb = tuple[str, str]
"""A step of the way to a page: its name, and its address below the root."""


@dataclass(frozen=True)
class Image:
    """The picture of a link preview: absolute address, pixels, words."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class FeedLink:
    """A feed that a page offers to readers: its address below the root, and its name."""

    url: str
    title: str


@dataclass(frozen=True)
class Meta:
    """The head of one page.

    `category` and `tags` are an article's, in words. `feeds` are a page's own; the whole site's
    RSS is offered everywhere, and a list is never offered in two formats.
    """

    title: str
    summary: str
    kind: str = "website"
    indexed: bool = True
    image: Image | None = None
    published: str = ""
    changed: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    category: str = ""
    tags: tuple[str, ...] = ()
    feeds: tuple[FeedLink, ...] = ()


def of_item(site: Site, item: Item, image: Image | None = None) -> Meta:
    """The head of an article's page; without an `image` of its own that of its album."""
    if item.withdrawn:
        return Meta(f"Dicabut: {item.title}", "", indexed=False)
    image = image or _preview(site, item)
    section = ("Pengumuman", "pengumuman/") if item.is_notice else ("Berita", "berita/")
    named = bool(item.category)
    group = [(item.category_name, f"kategori/{item.category}/")] if named else []
    trail = trail_of(section, *group, (item.title, item.url))
    return Meta(
        item.title,
        item.summary,
        kind="article",
        image=image,
        published=_moment(item.published),
        changed=_moment(item.changed),
        data=graph(news_article(site, item, image), breadcrumbs(site, trail)),
        category=item.category_name,
        tags=item.tags,
    )


def of_home(site: Site, summary: str, image: Image | None = None) -> Meta:
    """The head of the front page, which says who the office is."""
    return Meta(
        site.office.name,
        summary,
        image=image,
        data=graph(organization(site), website(site)),
    )


def of_page(
    site: Site, crumb: Crumb, summary: str, section: Crumb | None = None, image: Image | None = None
) -> Meta:
    """The head of a plain page or a listing with its name and address.

    `section` is the menu entry above it, None where it is one itself.
    """
    trail = trail_of(section, crumb) if section else trail_of(crumb)
    data = graph(breadcrumbs(site, trail))
    return Meta(crumb[0], summary, image=image, data=data)


def of_category(site: Site, section: Section, page: int = 1) -> Meta:
    """The head of one page of a category, with the category's own feed before the site's."""
    name = f"Kategori {section.name}"
    title = f"{name}, halaman {page}" if page > 1 else name
    trail = trail_of(("Berita", "berita/"), (name, section.folder))
    return Meta(
        title,
        f"{title} dari {site.office.name}.",
        data=graph(breadcrumbs(site, trail)),
        feeds=(FeedLink(section.folder + feeds.RSS, feeds.title(site, section)),),
    )


def share_links(url: str, title: str) -> tuple[tuple[str, str], ...]:
    """(name, address) of the services with which a reader may share a page."""
    return (
        ("WhatsApp", "https://wa.me/?" + _query(text=f"{title} {url}")),
        ("Facebook", "https://www.facebook.com/sharer/sharer.php?" + _query(u=url)),
        ("X", "https://x.com/intent/post?" + _query(text=title, url=url)),
        ("Telegram", "https://t.me/share/url?" + _query(url=url, text=title)),
    )


def _query(**values: str) -> str:
    """Values for an app on a phone; some apps show a plus as it stands, so a space is %20."""
    return urlencode(values, quote_via=quote, safe="")


def graph(*nodes: Mapping[str, Any]) -> Mapping[str, Any]:
    """Several things said of one page, as one JSON-LD document."""
    return {"@context": "https://schema.org", "@graph": list(nodes)}


def trail_of(*crumbs: Crumb) -> list[Crumb]:
    """The way from the front page."""
    return [("Beranda", ""), *crumbs]


def breadcrumbs(site: Site, trail: Sequence[Crumb]) -> Mapping[str, Any]:
    """schema.org BreadcrumbList of the way from the front page to this page."""
    rows = [
        {"@type": "ListItem", "position": number, "name": name, "item": site.base + url}
        for number, (name, url) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": rows}


def organization(site: Site) -> Mapping[str, Any]:
    """schema.org GovernmentOrganization: the office with address, contacts and own accounts."""
    office = site.office
    address = {"streetAddress": office.address, "addressLocality": office.city}
    found = {
        "alternateName": office.short_name,
        "description": office.tagline,
        "telephone": [_telephone(number) for number in office.contacts.phones],
        "email": list(office.contacts.emails),
        "sameAs": sorted(account.link for account in accounts(office) if account.link),
    }
    return {
        **_office(site),
        "address": {"@type": "PostalAddress", **_said(address), "addressCountry": COUNTRY},
        **_said(found),
    }


def website(site: Site) -> Mapping[str, Any]:
    """schema.org WebSite: the name under which search engines list the site."""
    return {
        "@type": "WebSite",
        "@id": f"{site.base}#situs",
        "name": site.office.name,
        **_said({"alternateName": site.office.short_name}),
        "url": site.base,
        "inLanguage": "id",
        "publisher": {"@id": f"{site.base}#kantor"},
    }


def news_article(site: Site, item: Item, image: Image | None) -> Mapping[str, Any]:
    """schema.org NewsArticle, or Article for an announcement; the office is its author."""
    office = _office(site)
    corrections = [
        {"@type": "CorrectionComment", "text": text, "datePublished": _moment(at)}
        for at, text in item.corrections
    ]
    found = {
        "description": item.summary,
        "image": [_image_object(image)] if image else [],
        "articleSection": item.category_name if item.category else "",
        "keywords": list(item.tags),
        "correction": corrections,
    }
    return {
        "@type": "Article" if item.is_notice else "NewsArticle",
        "headline": item.title,
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "mainEntityOfPage": site.base + item.url,
        "datePublished": _moment(item.published),
        "dateModified": _moment(item.changed),
        "author": office,
        "publisher": {"@id": office["@id"]},
        **_said(found),
    }


def _office(site: Site) -> Mapping[str, Any]:
    """The office in few words; its emblem only where it has one of its own."""
    logo = {"logo": f"{site.base}img/logo{PurePosixPath(site.office.logo).suffix.lower()}"}
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{site.base}#kantor",
        "name": site.office.name,
        "url": site.base,
        **(logo if site.logo else {}),
    }


def of_office(site: Site) -> Image:
    """The card by which every page is known that has no picture of its own."""
    office = site.office
    words = " ".join(part for part in (office.name, office.tagline) if part)
    width, height = look.CARD
    return Image(site.base + pictures.office_card(site).path, width, height, f"{CARD}: “{words}”")


def _preview(site: Site, item: Item) -> Image | None:
    """The crop of the first photo, else the title card."""
    if item.album.share is None:
        return None
    variant = item.album.share.widest
    url = site.base + item.url + variant.name
    alt = item.lead.alt if item.lead else f"{CARD}: “{item.title}”"
    return Image(url, variant.width, variant.height, alt)


def _image_object(image: Image) -> Mapping[str, Any]:
    size = {"width": image.width, "height": image.height}
    return {"@type": "ImageObject", "url": image.url, **size, "caption": image.alt}


def _telephone(number: str) -> str:
    """A number with its country, as people abroad dial it; unchanged where it is none."""
    try:
        parsed = phonenumbers.parse(number, COUNTRY)
    except phonenumbers.NumberParseException:
        return number
    if not phonenumbers.is_possible_number(parsed):
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """What is known; schema.org has no word for an empty value."""
    return {name: value for name, value in values.items() if value}


def _moment(value: datetime) -> str:
    return value.isoformat(timespec="seconds")
