"""Telegram channel: a caption of 1,024 UTF-16 units under pictures, else 4,096."""

from __future__ import annotations

from terbit.channels import base, counting
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "telegram"
name = "Telegram"
permalink = base.pattern(r"t\.me/(?:s/)?(?P<account>(?!c/|s/)\w{4,})/\d+")
# every post here has a picture, so the limit is that of a caption; a text alone may have 4,096;
# of more than 100 links and hashtags the rest stays plain; a bot has no field for alt text
limits = base.Limits(
    text=1024,
    count=counting.utf16,
    pictures=10,
    picture_bytes=10_000_000,
    confidence="official",
    source="telegram.constants in python-telegram-bot 22.8 (MessageLimit.CAPTION_LENGTH,"
    " MediaGroupLimit.MAX_MEDIA_LENGTH, FileSizeLimit.PHOTOSIZE_UPLOAD)",
)
form = base.Form(
    size=base.WIDE,
    steps=(
        "Salin keterangan di halaman ini, lalu simpan {gambar} ke galeri.",
        "Buka Telegram, lalu buka kanal kantor.",
        "Ketuk ikon lampiran, pilih {gambar}, lalu tempel keterangan.",
        "Ketuk Kirim, lalu ketuk kiriman itu dan pilih Salin Tautan.",
    ),
)


def compose(article: Article, office: Office, link: str) -> Post:
    """An album with one caption."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """A message of the public channel; addresses of private ones (t.me/c/…) are refused."""
    return base.accepts(permalink, link, account)
