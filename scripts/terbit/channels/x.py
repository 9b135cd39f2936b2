"""X: 280 weighted characters, any link counts 23, four photos."""

from __future__ import annotations

from terbit.channels import base, counting
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "x"
name = "X"
permalink = base.pattern(
    r"(?:(?:www|mobile)\.)?(?:x|twitter)\.com/(?:i/web|i|(?P<account>\w{1,15}))/status/\d+"
)
limits = base.Limits(
    text=280,
    unit="karakter hitungan X",
    count=counting.twitter,
    pictures=4,
    picture_bytes=5_000_000,
    alt=1000,
    confidence="official",
    source="github.com/twitter/twitter-text config/v3.json; docs.x.com/x-api/media",
)
form = base.Form(
    size=base.CINEMA,
    link="{link}",
    steps=(
        "Salin keterangan di halaman ini, lalu simpan {gambar} ke galeri.",
        "Buka X, ketuk + lalu Posting, dan tempel keterangan.",
        "Ketuk ikon foto, lalu pilih {gambar}.",
        "Ketuk +ALT pada tiap foto, lalu tempel teks alternatifnya.",
        "Ketuk Posting, lalu ketuk ikon bagikan → Salin tautan.",
    ),
)


def compose(article: Article, office: Office, link: str) -> Post:
    """Title, as much of the summary as fits, link and tags, with plain photos."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """A status of the account."""
    return base.accepts(permalink, link, account)
