"""The posts of an article: one for each channel that the office has and the article wants."""

from __future__ import annotations

from collections.abc import Iterator

from terbit import channels
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post
from terbit.newsroom import rules

KITS = "paket"
"""The folder of the upload kits beside the site, and on it."""


def posts_of(article: Article, office: Office, link: str) -> tuple[Post, ...]:
    """The posts in the office's order; the site itself is no post."""
    return tuple(_posts(article, office, link))


def _posts(article: Article, office: Office, link: str) -> Iterator[Post]:
    wanted = article.channels or office.available_channels
    for channel_id in office.available_channels:
        channel = channels.CHANNELS.get(channel_id)
        if channel and channel_id in wanted and channels.base.suits(channel, article):
            yield channel.compose(article, office, link)


def kit_folder(item: str) -> str:
    """The folder of an item's kit among the kits: "2026-11-evaluasi-spip"."""
    return item.removeprefix("berita/").replace("/", "-")


def kit_address(office: Office, item: str) -> str:
    """Where an item's kit stands on the site, some minutes after the merge."""
    return f"{rules.home(office)}{KITS}/{kit_folder(item)}/"
