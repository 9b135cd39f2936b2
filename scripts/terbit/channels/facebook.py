"""Facebook Page: long text, links can be tapped, up to ten photos."""

from __future__ import annotations

from terbit.channels import base
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "facebook"
name = "Halaman Facebook"
permalink = base.pattern(
    r"(?:(?:www|m|web)\.)?facebook\.com/(?:"
    r"(?:share/(?:p|r|v)|reel)/[\w\-]+"
    r"|(?:permalink\.php|story\.php|photo\.php|photo|watch)/?(?=\?)"
    r"|(?:\d{6,}|(?P<account>(?!share/|groups/)[\w.\-]+))/(?:posts|photos|videos)/[\w.\-/]+)"
    r"|fb\.watch/[\w\-]+"
)
# for alternative text (alt_text_custom) no limit is written anywhere: 1,000 is Instagram's
limits = base.Limits(
    text=63206,
    fold=480,
    pictures=10,
    picture_bytes=4_000_000,
    alt=1000,
    confidence="secondary",
    source="docs.letmepost.dev/platforms/facebook; developers.facebook.com/docs/pages-api/posts;"
    " ayrshare.com (batas karakter)",
)
form = base.Form(
    size=base.SQUARE,
    card=True,
    steps=(
        "Salin keterangan di halaman ini, lalu simpan {gambar} ke galeri.",
        "Buka Facebook, beralih ke Halaman kantor, lalu ketuk Buat postingan.",
        "Tempel keterangan, ketuk Foto/video, lalu pilih {gambar}.",
        "Ketuk Edit pada tiap foto → Teks alternatif, lalu tempel teks alternatifnya.",
        "Ketuk Posting, lalu ketuk waktu postingan itu dan salin tautannya.",
    ),
    notes=("Pastikan yang dipakai Halaman kantor, bukan akun pribadi.",),
)


def compose(article: Article, office: Office, link: str) -> Post:
    """A text with square photos, the title card first."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """A post, photo, film or share address; some of them do not name the Page."""
    return base.accepts(permalink, link, account)
