"""The pages of the upload kit: what a template is told, and how it becomes safe HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from terbit import csp, qr, templating
from terbit.channels import CHANNELS, base, counting
from terbit.core.article import Article
from terbit.core.colour import Palette
from terbit.core.office import Office
from terbit.core.post import Post
from terbit.indonesian import day, number
from terbit.shortening import line

NOT_AVAILABLE = "tidak tersedia: "
"""How the form is told that a channel cannot be used; the reason follows."""
REMOVED = "terhapus"
"""What the form holds in place of a link where somebody took the post away."""


@dataclass(frozen=True)
class Aside:
    """What a kit's page says beside its posts.

    `machine` are the channels to which Terbit posts itself; `earlier` gives for each channel
    the address of the post that shows an earlier version ("" where it is not known). `sent` are
    the posts of a machine, which only the page of all posts shows. `form` is the address of the
    forge's form for proofs, "" where it has none; of `proven` channels nothing is asked any more.
    """

    machine: frozenset[str] = frozenset()
    earlier: Mapping[str, str] = field(default_factory=dict)
    sent: tuple[Post, ...] = ()
    approved: bool = True
    form: str = ""
    proven: frozenset[str] = frozenset()


NOTHING_ASIDE = Aside()


def name_of(article: Article) -> str:
    """The archive's name of an article; a draft, which has none, goes by its folder."""
    return article.folder.removeprefix("content/")


def page_of(
    article: Article, posts: Sequence[Post], office: Office, link: str, aside: Aside
) -> dict[str, Any]:
    """What the head of a kit page is told."""
    return {
        "office": office,
        "colours": office.colours,
        "title": line(article.title),
        "item": name_of(article),
        "date_text": day(article.date),
        "link": link,
        "qr": qr.svg(link),
        "approved": aside.approved,
        "others": _others(article, {post.channel for post in posts}, office, aside),
    }


def parts_of(
    article: Article,
    posts: Iterable[Post],
    office: Office,
    images: Mapping[str, bytes],
    aside: Aside,
) -> list[dict[str, Any]]:
    """What a kit page is told of each channel."""
    return [
        _part(post, office, images)
        | forms_of(aside.form, name_of(article), post.channel)
        | {
            "proven": post.channel in aside.proven,
            "mend": post.channel in aside.earlier,
            "earlier": _safe(aside.earlier.get(post.channel, "")),
        }
        for post in posts
    ]


def forms_of(form: str, item: str, channel_id: str) -> dict[str, str]:
    """Where a phone files the proof of a channel, that it cannot be used now, or a removal.

    `form` is the address of the forge's empty form; GitHub fills fields from the query by their
    id, but no drop-down list, so that the channel stands behind the item.
    """
    if not form:
        return {"form": "", "unavailable": "", "removed": ""}
    told = {"title": f"Bukti tayang: {item}", "berita": f"{item} ({channel_id})"}
    filled = f"{form}&{urlencode(told, quote_via=quote)}"
    said = {"unavailable": NOT_AVAILABLE, "removed": REMOVED}
    links = {key: urlencode({"tautan": words}, quote_via=quote) for key, words in said.items()}
    return {"form": filled} | {key: f"{filled}&{link}" for key, link in links.items()}


def _safe(link: str) -> str:
    """An address if it is one that a page may lead to, else ""."""
    return link if link.startswith("https://") else ""


def _part(post: Post, office: Office, images: Mapping[str, bytes]) -> dict[str, Any]:
    """What the page shows of one channel."""
    channel, setting = CHANNELS[post.channel], office.channel(post.channel)
    account = setting.account if setting else ""
    return {
        "id": post.channel,
        "name": channel.name,
        "account": account,
        "handle": _page_handle(account),
        "server": _page_server(setting.profile) if setting else "",
        "pattern": channel.permalink.pattern.replace("(?P<", "(?<"),
        "title": post.title,
        "text": post.text,
        "rows": min(16, max(4, sum(1 + len(row) // 42 for row in post.text.split("\n")))),
        "counter": counter(post),
        "steps": post.steps,
        "notes": post.notes,
        "screenshot": channel.form.screenshot,
        "alt_field": channel.limits.alt > 0,
        "hash": post.payload_hash[:12],
        "pictures": [
            {
                "name": picture.name,
                "width": picture.width,
                "height": picture.height,
                "alt": picture.alt,
                "size": size_text(len(images[picture.name])),
            }
            for picture in post.pictures
        ],
    }


def counter(post: Post) -> str:
    """How full a post is: "1.184/2.200 karakter · 5/5 tagar"."""
    if post.limit == 0:
        return ""
    limit = f"/{number(post.limit)}" if post.limit is not None else ""
    tags, most = counting.hashtags(post.text), CHANNELS[post.channel].limits.hashtags
    of = f"/{most}" if most is not None else ""
    return f"{number(post.length)}{limit} {post.unit} · {tags}{of} tagar"


def _page_handle(account: str) -> str:
    """The account as an address would name it; "" where the setting is no account name."""
    bare = base.handle(account).partition("@")[0]
    return "" if " " in bare else bare


def _page_server(profile: str) -> str:
    """The server of https://server/@name or of @name@server, "" where none is named."""
    return urlsplit(profile).hostname or profile.removeprefix("@").partition("@")[2].casefold()


def _others(
    article: Article, shown: set[str], office: Office, aside: Aside
) -> list[dict[str, str]]:
    """The channels that the page does not show, each with the reason."""
    rows = []
    for channel_id, channel in CHANNELS.items():
        if channel_id in shown:
            continue
        if channel_id in aside.proven:
            why = "sudah tercatat di arsip"
        elif channel_id in aside.machine:
            why = "dikirim otomatis oleh Terbit"
        elif channel_id not in office.available_channels:
            why = "tidak tersedia di kantor ini"
        elif not base.suits(channel, article):
            why = "berita ini tidak punya video"
        else:
            why = "tidak dipilih untuk berita ini"
        rows.append({"name": channel.name, "why": why})
    return rows


def size_text(count: int) -> str:
    """Bytes in words: "312 KB", "4,1 MB"."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def html(
    template: str,
    colours: Palette,
    page: Mapping[str, Any],
    *,
    script: bool = False,
    styles: Sequence[str] = ("paket.css",),
    embedded: bool = False,
) -> bytes:
    """A page with its style and script inline, and a policy that allows those two alone.

    `embedded`: all pictures are in the page, so that it may ask nobody for any.
    """
    style = style_of(colours, styles)
    code = templating.text("paket.js") if script else ""
    policy = [
        "default-src 'none'",
        "img-src data:" if embedded else "img-src 'self' data:",
        f"style-src {csp.hashes([style])}",
        f"script-src {csp.hashes([code])}" if code else "script-src 'none'",
        # the share button reads the kit's own pictures
        "connect-src 'self'" if code else "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    text = (
        templating.html(keep_trailing_newline=True)
        .get_template(template)
        .render(
            **page,
            style=style,
            script=code,
            csp="; ".join(policy),
        )
    )
    return text.encode()


def style_of(colours: Palette, styles: Sequence[str]) -> str:
    """Some style sheets with the office's colours."""
    named = {
        "warna": colours.main,
        "aksi": colours.woven,
        "emas": colours.accent,
        "di-emas": colours.on_accent,
        "emas-di-warna": colours.accent_on_main,
        "emas-malam": colours.night_accent,
    }
    variables = ";".join(f"--{name}:{value}" for name, value in named.items())
    return f":root{{{variables}}}\n" + "".join(map(templating.text, styles))


def part(template: str, told: Mapping[str, Any]) -> str:
    """The HTML of a template that is no whole page."""
    return templating.html(keep_trailing_newline=True).get_template(template).render(**told)
