"""MED-01 for designs made by hand: what would not be used, or not look as it was meant."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from terbit import imaging
from terbit.channels import CHANNELS, base, designs
from terbit.channels.designs import Design
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.indonesian import number

RULE = "MED-01"
ALIKE = 0.01
"""How far the ratio of a design may be from that of the picture it replaces, in parts."""


def findings(article: Article, wanted: Collection[str]) -> Iterator[Finding]:
    """Everything about an article's designs that their maker should know.

    `wanted` are the channels on which the article will be posted.
    """
    for design in designs.of_article(article):
        for level, what, fix in _problems(design, article, wanted):
            yield Finding(
                rule=RULE,
                level=level,
                path=f"{article.folder}/{design.file}",
                line=1,
                message=f"desain “{design.file}” {what}",
                fix=fix,
                basis="ukuran gambar kanal",
            )


Problem = tuple[Level, str, str]


def _problems(design: Design, article: Article, wanted: Collection[str]) -> Iterator[Problem]:
    channel = CHANNELS.get(design.channel)
    if channel is None or not channel.limits.pictures:
        yield Level.INGAT, "tidak dipakai: nama kanalnya tidak dikenal", _named(design)
    elif channel.id not in wanted:
        fix = f"tambahkan {channel.id} pada kanal, atau hapus berkasnya"
        yield Level.INGAT, f"tidak dipakai: berita ini tidak untuk {channel.name}", fix
    elif not _is_used(design, channel, article):
        fix = "beri nomor gambar berurutan mulai 1, satu berkas untuk satu gambar"
        most = f"{channel.name} memuat paling banyak {channel.limits.pictures} gambar"
        most += f" ({channel.id}.jumlah_gambar.{channel.limits.pictures})"
        yield Level.INGAT, f"tidak dipakai sebagai gambar ke-{design.number}; {most}", fix
    else:
        yield from _unfit(design, channel, article.files[design.file])


def _named(design: Design) -> str:
    ids = [channel.id for channel in CHANNELS.values() if channel.limits.pictures]
    close = get_close_matches(design.channel, ids, n=1)
    ending = design.file.rpartition(".")[2]
    right = f"{designs.PREFIX}{(close or ids)[0]}.{ending}"
    return f"maksudnya “{right}”?" if close else f"pakai nama seperti “{right}”"


def _is_used(design: Design, channel: base.Channel, article: Article) -> bool:
    made = base.gallery(channel.id, channel.limits, channel.form, article)
    return design.file in {picture.source for picture in made}


def _unfit(design: Design, channel: base.Channel, data: bytes) -> Iterator[Problem]:
    try:
        width, height = _size(data)
    except imaging.PictureError as error:
        yield Level.TOLAK, error.what, error.fix
        return
    wide, high = channel.form.size
    if width < wide or abs(width / height - wide / high) > ALIKE * wide / high:
        key = f"{channel.id}.gambar.{wide}x{high}"
        asked = f"berukuran {width} × {height} piksel; {channel.name} meminta {wide} × {high}"
        fix = f"simpan ulang dalam {wide} × {high} piksel; kalau tidak, tepinya diisi warna kantor"
        yield Level.INGAT, f"{asked} ({key})", fix
    limit = base.picture_bytes(channel.limits)
    if len(data) > limit:
        what = f"berisi {number(len(data))} bita, batasnya {number(limit)}"
        fix = "simpan sebagai JPEG yang lebih kecil; kalau tidak, mutunya diturunkan otomatis"
        yield Level.INGAT, f"{what} ({channel.id}.bita_gambar.{limit})", fix
    if channel.limits.alt and not design.alt:
        fix = f"tulis semua kata pada gambar itu dalam “{design.file.rpartition('.')[0]}.txt”"
        yield Level.INGAT, "belum mempunyai teks alternatif sendiri", fix


def _size(data: bytes) -> tuple[int, int]:
    """Width and height of a design that can be read whole. Raises imaging.PictureError."""
    with warnings.catch_warnings(action="ignore"), imaging.opened(data) as image:
        size = image.size
        imaging.decode(image, 1)
        return size
