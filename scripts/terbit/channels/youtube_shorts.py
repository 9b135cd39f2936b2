"""YouTube Shorts: an upright film with a title of 100 and a description of 5,000 bytes."""

from __future__ import annotations

from terbit.channels import base, counting
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "youtube_shorts"
name = "YouTube Shorts"
permalink = base.pattern(
    r"(?:(?:www|m)\.)?youtube\.com/(?:shorts/[\w\-]{6,}|watch/?(?=\?(?:[^#]*&)?v=))"
    r"|youtu\.be/[\w\-]{6,}"
)
# bytes are the strict reading; the platform says "characters" in one place, bytes in another
limits = base.Limits(
    text=5000,
    unit="bita",
    count=counting.utf8,
    title=100,
    needs_video=True,
    confidence="unverified",
    source="developers.google.com/youtube/v3/docs/videos/insert",
)
form = base.Form(
    steps=(
        "Salin judul dan keterangan di halaman ini; siapkan berkas videonya di ponsel.",
        "Buka YouTube dengan akun kantor, ketuk +, lalu pilih Short dan videonya.",
        "Ketuk Berikutnya, lalu tempel judul.",
        "Ketuk Tambahkan deskripsi, tempel keterangan, lalu pilih visibilitas Publik.",
        "Ketuk Upload Shorts, lalu buka videonya dan salin tautannya.",
    ),
    notes=(
        "Isi pilihan penonton (dibuat untuk anak-anak atau bukan) sesuai isi video.",
        "Tautan di deskripsi Shorts tidak dapat diketuk.",
    ),
)


def compose(article: Article, office: Office, link: str) -> Post:
    """Title and description; the film itself is kept by the office."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """A film; its address never names the account."""
    return base.accepts(permalink, link, account)
