"""MED-01, MED-03: what people wrote must fit into posts and on cards; nothing is cut unseen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from terbit.channels import CHANNELS, base, counting, design_limits
from terbit.channels.wording import number
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office
from terbit.drawing.layout import fits
from terbit.drawing.lettering import drawable
from terbit.drawing.look import Look
from terbit.shortening import line

RULE, CARD_RULE = "MED-01", "MED-03"
_MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)


def findings(article: Article, office: Office) -> Iterator[Finding]:
    """Everything in an article's posts that breaks a limit of its channel.

    What is composed never breaks one (`base.compose_text`), so only own texts are counted, and
    the designs that somebody made.
    """
    wanted = tuple(_wanted(article, office))
    for channel in wanted:
        text = base.own_text(channel.id, article)
        if text is not None:
            yield from _of_channel(channel, article, text)
    yield from design_limits.findings(article, {channel.id for channel in wanted})


def cards(article: Article, office: Office) -> Iterator[Finding]:
    """What an article's title would lose on the title cards of its channels, each loss once."""
    title, look = line(article.title), Look()
    shown = drawable(title, look.bold)
    lost = "".join(dict.fromkeys(c for c in title if c not in shown and not c.isspace()))
    if lost:
        yield _card_finding(article, f"“{lost}” dalam judul tidak dapat ditulis pada kartu judul")
    sizes = {channel.name: base.card_size(channel, article) for channel in _wanted(article, office)}
    cut = [name for name, size in sizes.items() if size and not _fits(size, shown, look)]
    if cut:
        names = ", ".join(cut)
        yield _card_finding(article, f"judul terlalu panjang untuk kartu {names} dan akan dipotong")


_fits = lru_cache(maxsize=256)(fits)


def _card_finding(article: Article, message: str) -> Finding:
    return Finding(
        rule=CARD_RULE,
        level=Level.INGAT,
        path=article.path,
        line=article.line("judul"),
        message=message,
        fix="perpendek judul, dan pakai huruf, angka, dan tanda baca biasa",
        basis="ukuran kartu judul",
    )


def _wanted(article: Article, office: Office) -> Iterator[base.Channel]:
    """The channels on which an article will be posted, or for which it has a text."""
    wanted = article.channels if article.channels is not None else office.available_channels
    for channel_id in dict.fromkeys((*wanted, *article.channel_texts)):
        channel = CHANNELS.get(channel_id)
        if channel and base.suits(channel, article):
            yield channel


def _of_channel(channel: base.Channel, article: Article, text: str) -> Iterator[Finding]:
    limits = channel.limits
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
