"""What a page says of itself to search engines and to people who share it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from terbit.site.items import Item
from terbit.site.model import Site


@dataclass(frozen=True)
class Image:
    """The picture of a link preview: absolute address, pixels, words."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Meta:
    """The head of one page; `section` is the menu entry that is marked as the present one."""

    title: str
    summary: str
    section: str
    kind: str = "website"
    indexed: bool = True
    image: Image | None = None
    published: str = ""
    changed: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


def of_item(site: Site, item: Item) -> Meta:
    """The head of an article's page; a withdrawn one asks not to be indexed."""
    if item.withdrawn:
        return Meta(f"Dicabut: {item.article.title}", "", "berita/", indexed=False)
    section = "pengumuman/" if item.article.kind == "pengumuman" else "berita/"
    return Meta(
        item.article.title,
        item.summary,
        section,
        kind="article",
        image=_image(site, item),
        published=item.published.isoformat(),
        changed=item.changed.isoformat(),
        data=_news_article(site, item),
    )


def share_links(url: str, title: str) -> tuple[tuple[str, str], ...]:
    """(name, address) of the services with which a reader may share a page."""
    return (
        ("WhatsApp", "https://wa.me/?" + urlencode({"text": f"{title} {url}"})),
        ("Facebook", "https://www.facebook.com/sharer/sharer.php?" + urlencode({"u": url})),
        ("X", "https://x.com/intent/post?" + urlencode({"text": title, "url": url})),
        ("Telegram", "https://t.me/share/url?" + urlencode({"url": url, "text": title})),
    )


def _image(site: Site, item: Item) -> Image | None:
    if item.lead is None:
        return None
    variant = item.lead.picture.medium
    url = site.base + item.url + variant.name
    return Image(url, variant.width, variant.height, item.lead.photo.alt)


def _news_article(site: Site, item: Item) -> Mapping[str, Any]:
    """schema.org NewsArticle; the office is author and publisher."""
    office = {"@type": "GovernmentOrganization", "name": site.office.name, "url": site.base}
    image = _image(site, item)
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": item.article.title,
        "description": item.summary,
        "inLanguage": "id",
        "mainEntityOfPage": site.base + item.url,
        "datePublished": item.published.isoformat(),
        "dateModified": item.changed.isoformat(),
        "author": office,
        "publisher": office,
        **({"image": [image.url]} if image else {}),
        **({"articleSection": item.category_name} if item.category else {}),
        **({"keywords": list(item.article.tags)} if item.article.tags else {}),
    }
