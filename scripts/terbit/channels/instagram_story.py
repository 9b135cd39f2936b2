"""Instagram story: one upright picture without caption, gone after 24 hours."""

from __future__ import annotations

from terbit.channels import base
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "instagram_story"
name = "Cerita Instagram"
permalink = base.pattern(r"(?:www\.)?instagram\.com/stories/(?P<account>[\w.]{1,30})/\d+")
limits = base.Limits(
    text=0,
    pictures=1,
    picture_bytes=8_000_000,
    confidence="official",
    source="developers.facebook.com/blog/post/2023/05/16/introducing-stories-publishing-to-the"
    "-content-publishing-api-on-instagram",
)
form = base.Form(
    size=base.STORY,
    card=True,
    steps=(
        "Simpan {gambar} ke galeri ponsel, lalu salin tautan berita di halaman ini.",
        "Buka Instagram, ketuk + (Buat), pilih Cerita, lalu pilih gambar itu.",
        "Ketuk ikon stiker, pilih Tautan, lalu tempel tautan berita.",
        "Ketuk Cerita Anda untuk membagikannya.",
        "Buka cerita itu, ambil tangkapan layar, dan simpan sebagai bukti.",
    ),
    notes=(
        "Cerita hilang dalam 24 jam. Ambil tangkapan layar sebagai bukti tayang.",
        "Cerita tidak punya keterangan; judulnya sudah ada di dalam gambar.",
    ),
    screenshot=True,
)


def compose(article: Article, office: Office, link: str) -> Post:
    """One title card with the words inside the safe zone."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """A story of the account; the address dies with the story."""
    return base.accepts(permalink, link, account)
