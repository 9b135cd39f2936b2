"""Instagram: up to ten pictures in a row; links in the caption cannot be tapped."""

from __future__ import annotations

from terbit.channels import base
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "instagram"
name = "Instagram"
permalink = base.pattern(
    r"(?:www\.)?instagram\.com/(?:(?P<account>(?!p/|reel/)[\w.]{1,30})/)?(?:p|reel)/[\w\-]{5,}"
)
# the unit is not written anywhere: code points, as Threads counts; five hashtags since December
# 2025, but Meta's reference page still says thirty: more than five is a warning, more than
# thirty a refusal
limits = base.Limits(
    text=2200,
    hashtags=5,
    hashtags_hard=30,
    mentions=20,
    fold=125,
    pictures=10,
    picture_bytes=8_000_000,
    alt=1000,
    confidence="official",
    source="developers.facebook.com/documentation/instagram-platform/content-publishing;"
    " .../instagram-graph-api/reference/ig-user/media (tagar lama, sebutan);"
    " routenote.com/blog/Instagram-hashtags; ayrshare.com (teks alternatif, lipatan)",
)
form = base.Form(
    size=base.PORTRAIT,
    card=True,
    link="Selengkapnya di situs kami: {link}",
    steps=(
        "Salin keterangan di halaman ini, lalu simpan {gambar} ke galeri ponsel.",
        "Buka Instagram, ketuk + (Buat), pilih Postingan, lalu pilih {gambar}.",
        "Ketuk Berikutnya dua kali, lalu tempel keterangan.",
        "Buka Opsi lainnya → Tulis teks alternatif, tempel teks alternatif tiap gambar.",
        "Ketuk Bagikan, buka postingan itu, lalu ketuk ⋯ → Salin tautan.",
    ),
    notes=(
        "Tautan di keterangan Instagram tidak dapat diketuk. Arahkan pembaca ke tautan di profil.",
    ),
)


def compose(article: Article, office: Office, link: str) -> Post:
    """A carousel with the title card first."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """A post or reel; short addresses do not name the account."""
    return base.accepts(permalink, link, account)
