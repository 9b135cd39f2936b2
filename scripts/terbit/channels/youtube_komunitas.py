"""YouTube community post: text and pictures beside the films; there is no API for it."""

from __future__ import annotations

from terbit.channels import base
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "youtube_komunitas"
name = "Postingan YouTube"
permalink = base.pattern(
    r"(?:(?:www|m)\.)?youtube\.com/(?:post/[\w\-]{6,}|channel/[\w\-]+/community/?(?=\?(?:[^#]*&)?lb=))"
)
# no text limit could be read anywhere; five pictures is a careful guess
limits = base.Limits(
    text=None,
    pictures=5,
    confidence="unverified",
    source="support.google.com/youtube/answer/7124474",
)
form = base.Form(
    size=base.SQUARE,
    card=True,
    steps=(
        "Salin keterangan di halaman ini, lalu simpan {gambar} ke galeri ponsel.",
        "Buka YouTube dengan akun kantor, ketuk +, lalu pilih Posting.",
        "Tempel keterangan, ketuk ikon gambar, lalu pilih {gambar}.",
        "Ketuk Posting, buka postingan itu, lalu ketuk Bagikan → Salin link.",
    ),
)


def compose(article: Article, office: Office, link: str) -> Post:
    """A text with square pictures, the title card first."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """A community post; its address never names the account."""
    return base.accepts(permalink, link, account)
