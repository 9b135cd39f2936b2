"""MED-01: what people wrote for a channel must fit there; nothing is cut behind their back."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.channels import CHANNELS, base, counting
from terbit.channels.wording import number
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office

RULE = "MED-01"
_MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)


def findings(article: Article, office: Office, link: str) -> Iterator[Finding]:
    """Everything in an article's posts that breaks a limit of its channel."""
    wanted = article.channels if article.channels is not None else office.available_channels
    for channel_id in dict.fromkeys((*wanted, *article.channel_texts)):
        channel = CHANNELS.get(channel_id)
        if channel and base.suits(channel, article):
            yield from _of_channel(channel, article, office, link)


def _of_channel(
    channel: base.Channel, article: Article, office: Office, link: str
) -> Iterator[Finding]:
    limits, text = channel.limits, channel.compose(article, office, link).text
    tags = counting.hashtags(text)
    hard = limits.hashtags_hard
    for kind, unit, count, limit, level in (
        ("teks", limits.unit, limits.count(text), limits.text, Level.TOLAK),
        ("bita", "bita", counting.utf8(text), limits.utf8, Level.TOLAK),
        ("tautan", "tautan", counting.links(text), limits.links, Level.TOLAK),
        ("tagar", "tagar", tags, hard if hard and tags > hard else None, Level.TOLAK),
        ("tagar", "tagar", tags, None if hard and tags > hard else limits.hashtags, Level.INGAT),
    ):
        if limit is not None and count > limit:
            yield _finding(channel, article, (kind, unit, count, limit), level)


def _finding(
    channel: base.Channel, article: Article, over: tuple[str, str, int, int], level: Level
) -> Finding:
    kind, unit, count, limit = over
    key = f"teks_kanal.{channel.id}"
    if limit == 0:
        message = (
            f"{channel.name} tidak memuat keterangan, tetapi {key} berisi {number(count)} {unit}"
        )
        fix = f"hapus {key}; judul berita sudah ada di dalam gambar"
    else:
        message = (
            f"teks untuk {channel.name} berisi {number(count)} {unit}, batasnya {number(limit)}"
        )
        cut = f"kurangi {key} sedikitnya {number(count - limit)} {unit}"
        fix = f"{cut}, atau hapus agar disusun otomatis"
    checked = channel.limits.checked
    day = f"{checked.day} {_MONTHS[checked.month - 1]} {checked.year}"
    return Finding(
        rule=RULE,
        level=level,
        path=article.path,
        line=article.line(key),
        message=f"{message} ({channel.id}.{kind}.{limit})",
        fix=fix,
        basis=f"{channel.limits.source}, diperiksa {day}",
    )
