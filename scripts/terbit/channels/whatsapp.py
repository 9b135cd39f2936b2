"""WhatsApp channel: text with *bold* and one picture; there is no API, and gateways are barred."""

from __future__ import annotations

from terbit.channels import base
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post

id = "whatsapp"
name = "Saluran WhatsApp"
permalink = base.pattern(r"(?:www\.)?whatsapp\.com/channel/(?P<account>\w+)/\d+")
limits = base.Limits(
    text=4096,
    pictures=1,
    confidence="unverified",
    source="whapi.cloud how-to-automate-whatsapp-channels-api",
)
form = base.Form(
    size=base.SQUARE,
    card=True,
    mark="*",
    steps=(
        "Salin keterangan di halaman ini, lalu simpan {gambar} ke galeri ponsel.",
        "Buka WhatsApp → Pembaruan, lalu buka saluran kantor.",
        "Ketuk ikon lampiran → Galeri, pilih gambar, lalu tempel keterangan.",
        "Ketuk Kirim. Tekan lama kiriman itu, lalu pilih Salin tautan.",
    ),
    notes=("Kirim ke saluran kantor, bukan ke grup atau status pribadi.",),
)


def compose(article: Article, office: Office, link: str) -> Post:
    """One square card and a text whose title is bold."""
    return base.post(id, limits, form, article, link)


def accepts(link: str, account: str) -> bool:
    """One numbered update of the channel; only a channel's address tells whose it is."""
    known = account if "/channel/" in account else ""
    return base.accepts(permalink, link, known)
