"""TikTok in photo mode: a title of 90 and a description of 4,000 UTF-16 units."""

from __future__ import annotations

from terbit.channels import base, counting
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "tiktok"
name = "TikTok"
permalink = base.pattern(
    r"(?:(?:www|m)\.)?tiktok\.com/@(?P<account>[\w.]{2,24})/(?:photo|video)/\d+"
    r"|v[mt]\.tiktok\.com/\w+"
)
# that the unit is UTF-16 is not verified; it is the strictest reading of "characters". A film
# takes 2,200 only, but what is posted here are pictures
limits = base.Limits(
    text=4000,
    count=counting.utf16,
    title=90,
    title_count=counting.utf16,
    pictures=35,
    picture_bytes=20_000_000,
    confidence="secondary",
    source="developers.tiktok.com/doc/content-posting-api-reference-photo-post",
)
form = base.Form(
    size=base.STORY,
    card=True,
    link="Selengkapnya di situs kami: {link}",
    steps=(
        "Salin judul dan keterangan di halaman ini, lalu simpan {gambar} ke galeri ponsel.",
        "Buka TikTok, ketuk +, pilih Unggah, lalu pilih {gambar}.",
        "Pastikan memakai mode foto, lalu ketuk Berikutnya.",
        "Tempel judul dan keterangan, atur agar semua orang dapat melihat.",
        "Ketuk Posting, buka postingan itu, lalu ketuk Bagikan → Salin tautan.",
    ),
    notes=("Tautan di keterangan TikTok tidak dapat diketuk.",),
)


def compose(article: Article, office: Office, link: str) -> Post:
    """Upright pictures, the title card first, with title and description."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """A photo or film of the account, or a short address, which names none."""
    return base.accepts(permalink, link, account)
