"""Mastodon and servers with its API: 500 graphemes, any link counts 23, four pictures."""

from __future__ import annotations

from terbit.channels import base, counting
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "mastodon"
name = "Mastodon"
permalink = base.pattern(r"(?P<server>[\w\-]+(?:\.[\w\-]+)+)/@(?P<account>\w+)/\d+")
# defaults of the software; a server may allow more (GET /api/v2/instance says)
limits = base.Limits(
    text=500,
    count=counting.mastodon,
    pictures=4,
    picture_bytes=16_000_000,
    alt=1500,
    confidence="official",
    source="docs.joinmastodon.org/user/posting; entities/Instance (gambar, teks alternatif)",
)
form = base.Form(
    size=base.WIDE,
    link="{link}",
    steps=(
        "Salin keterangan di halaman ini, lalu simpan {gambar} ke galeri.",
        "Buka Mastodon, ketuk ikon tulis, lalu tempel keterangan.",
        "Ketuk ikon lampiran, lalu pilih {gambar}.",
        "Ketuk tiap gambar dan tempel teks alternatifnya.",
        "Ketuk Kirim, lalu ketuk ⋯ → Salin tautan.",
    ),
)


def compose(article: Article, office: Office, link: str) -> Post:
    """Title, as much of the summary as fits, link and tags, with plain photos."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """A status of the account, given as @name@server or as its profile's address."""
    match = permalink.fullmatch(link)
    if not match:
        return False
    user, _, server = account.rpartition("/")[2].removeprefix("@").partition("@")
    if account.startswith("https://"):
        server = account.removeprefix("https://").partition("/")[0]
    same_user = not user or user.casefold() == match["account"].casefold()
    return same_user and (not server or server.casefold() == match["server"].casefold())
