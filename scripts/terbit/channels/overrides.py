"""MED-01, MED-03: what people wrote must fit into posts and on cards; nothing is cut unseen.

A limit has a name that stays the same, `<kanal>.<bagian>.<batas>`, at the end of its message.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from terbit.channels import CHANNELS, base, counting, design_limits
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office
from terbit.drawing.layout import fits
from terbit.drawing.lettering import drawable
from terbit.drawing.look import Look
from terbit.indonesian import number
from terbit.shortening import line

RULE, CARD_RULE = "MED-01", "MED-03"
_MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)


def findings(article: Article, office: Office) -> Iterator[Finding]:
    """Everything in an article's posts that breaks a limit of its channel.

    What is composed never breaks one (`base.compose_text`), so only own texts are counted, what
    an article has too much of, and the designs that somebody made.
    """
    wanted = tuple(_wanted(article, office))
    for channel in wanted:
        text = base.own_text(channel.id, article)
        if text is not None:
            yield from _of_channel(channel, article, text)
        yield from _lost(channel, article)
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
    refused = hard is not None and tags > hard
    key = f"teks_kanal.{channel.id}"
    for part, unit, count, limit, level in (
        ("teks", limits.unit, limits.count(text), limits.text, Level.TOLAK),
        ("bita", "bita", counting.utf8(text), limits.utf8, Level.TOLAK),
        ("tautan", "tautan", counting.links(text), limits.links, Level.TOLAK),
        ("sebutan", "sebutan akun", counting.mentions(text), limits.mentions, Level.TOLAK),
        ("tagar", "tagar", tags, hard if refused else None, Level.TOLAK),
        ("tagar", "tagar", tags, None if refused else limits.hashtags, Level.INGAT),
    ):
        if limit is not None and count > limit:
            told = _too_much(channel.name, key, unit, count, limit)
            yield _finding(channel, article, key, (part, limit), told, level=level)
    longest = counting.longest_hashtag(text)
    if limits.hashtag is not None and longest > limits.hashtag:
        most = number(limits.hashtag)
        what = (
            f"sebuah tagar untuk {channel.name} berisi {number(longest)} karakter, batasnya {most}"
        )
        told = (what, f"pendekkan tagar itu menjadi paling banyak {most} karakter")
        yield _finding(
            channel, article, key, ("panjang_tagar", limits.hashtag), told, level=Level.INGAT
        )


def _too_much(name: str, key: str, unit: str, count: int, limit: int) -> tuple[str, str]:
    """What is too much, and how to mend it."""
    if limit == 0:
        what = f"{name} tidak memuat keterangan, tetapi {key} berisi {number(count)} {unit}"
        return what, f"hapus {key}; judul berita sudah ada di dalam gambar"
    less = f"kurangi {key} sedikitnya {number(count - limit)} {unit}"
    what = f"teks untuk {name} berisi {number(count)} {unit}, batasnya {number(limit)}"
    return what, f"{less}, atau hapus agar disusun otomatis"


def _lost(channel: base.Channel, article: Article) -> Iterator[Finding]:
    """What a channel leaves out of the article itself, or hides behind a tap."""
    limits, name = channel.limits, channel.name
    length = limits.title_count(line(article.title))
    if limits.title and length > limits.title:
        most = number(limits.title)
        what = f"judul berisi {number(length)} karakter, {name} hanya memuat {most}"
        told = (what, "perpendek judul; kalau tidak, judul di kanal itu diakhiri “…”")
        yield _finding(channel, article, "judul", ("judul", limits.title), told, level=Level.INGAT)
    for at, photo in enumerate(article.photos[: limits.pictures] if limits.alt else ()):
        if len(line(photo.alt)) > limits.alt:
            most = number(limits.alt)
            what = f"teks alternatif {photo.file} terlalu panjang; {name} memuat {most} karakter"
            told = (what, f"ringkas menjadi paling banyak {most} karakter")
            key = f"foto.{at}.alt"
            yield _finding(channel, article, key, ("alt", limits.alt), told, level=Level.INGAT)
    # a medium of one picture is meant so; where there may be some, the rest would be missed
    if 1 < limits.pictures < len(article.photos):
        most = f"{name} memuat paling banyak {limits.pictures}"
        what = f"berita mempunyai {len(article.photos)} foto, {most}; sisanya tidak ikut"
        told = (what, "taruh foto yang terpenting lebih dahulu")
        limit = ("jumlah_gambar", limits.pictures)
        yield _finding(channel, article, "foto", limit, told, level=Level.INFO)
    own = base.own_text(channel.id, article) or ""
    first = own.partition("\n")[0]
    if limits.fold and base.within(limits, own) and limits.count(first) > limits.fold:
        most = number(limits.fold)
        what = f"alinea pertama untuk {name} terpotong: yang langsung terbaca {most} karakter"
        told = (what, f"taruh inti berita dalam {most} karakter pertama")
        key = f"teks_kanal.{channel.id}"
        yield _finding(channel, article, key, ("lipatan", limits.fold), told, level=Level.INFO)


def _finding(
    channel: base.Channel,
    article: Article,
    key: str,
    limit: tuple[str, int],
    told: tuple[str, str],
    *,
    level: Level,
) -> Finding:
    part, most = limit
    checked = channel.limits.checked
    day = f"{checked.day} {_MONTHS[checked.month - 1]} {checked.year}"
    return Finding(
        rule=RULE,
        level=level,
        path=article.path,
        line=article.line(key),
        message=f"{told[0]} ({channel.id}.{part}.{most})",
        fix=told[1],
        basis=f"{channel.limits.source}, diperiksa {day}",
    )
