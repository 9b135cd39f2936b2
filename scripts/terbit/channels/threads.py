"""Threads: 500 characters, emoji counted by bytes, one topic tag, at most five links."""

from __future__ import annotations

from terbit.channels import base, counting
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "threads"
name = "Threads"
permalink = base.pattern(r"(?:www\.)?threads\.(?:net|com)/@(?P<account>[\w.]{1,30})/post/[\w\-]+")
limits = base.Limits(
    text=500,
    count=counting.threads,
    hashtags=1,
    hashtag=50,
    links=5,
    pictures=20,
    picture_bytes=8_000_000,
    alt=1000,
    confidence="official",
    source="developers.facebook.com/documentation/threads/posts; .../threads/overview",
)
form = base.Form(
    size=base.PORTRAIT,
    card=True,
    link="{link}",
    steps=(
        "Salin keterangan di halaman ini, lalu simpan {gambar} ke galeri ponsel.",
        "Buka Threads, ketuk + lalu tempel keterangan.",
        "Ketuk ikon gambar, lalu pilih {gambar}.",
        "Ketuk Alt pada tiap gambar, tempel teks alternatifnya.",
        "Ketuk Posting, buka utas itu, lalu ketuk Bagikan → Salin tautan.",
    ),
    notes=("Threads hanya mengenali satu tagar sebagai topik.",),
)


def compose(article: Article, office: Office, link: str) -> Post:
    """A short text with upright pictures."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """A post of the account."""
    return base.accepts(permalink, link, account)
