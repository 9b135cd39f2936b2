"""Bluesky: 300 graphemes and 3,000 bytes, a link counted in full, four pictures."""

from __future__ import annotations

from terbit.channels import base, counting
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "bluesky"
name = "Bluesky"
permalink = base.pattern(
    r"bsky\.app/profile/(?:did:[a-z]+:[\w.:\-]+|(?P<account>[\w\-]+(?:\.[\w\-]+)+))"
    r"/post/[a-z2-7]{13}"
)
# the lexicon has no limit for alternative text: 2,000 is what the app takes
limits = base.Limits(
    text=300,
    count=counting.graphemes,
    utf8=3000,
    pictures=4,
    picture_bytes=2_000_000,
    alt=2000,
    confidence="measured",
    source="bluesky-social/atproto lexicons/app/bsky/feed/post.json, embed/images.json",
)
form = base.Form(
    size=base.WIDE,
    link="{link}",
    steps=(
        "Salin keterangan di halaman ini, lalu simpan {gambar} ke galeri.",
        "Buka Bluesky, ketuk ikon tulis, lalu tempel keterangan.",
        "Ketuk ikon gambar, lalu pilih {gambar}.",
        "Ketuk +ALT pada tiap gambar, lalu tempel teks alternatifnya.",
        "Ketuk Posting, buka postingan itu, lalu ketuk ⋯ → Salin tautan.",
    ),
)


def compose(article: Article, office: Office, link: str) -> Post:
    """Title, as much of the summary as fits, link and tags, with plain photos."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """A post of the account; an address by DID does not name the handle."""
    return base.accepts(permalink, link, account)
