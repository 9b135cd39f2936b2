"""FOTO-02: every picture has words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading import pictures
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_CONTENT = "satu kalimat tentang siapa dan apa yang terlihat"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Photos of the head and pictures of the body without an alternative text."""
    for place in pictures.shown(article):
        if pictures.blank(place.alt):
            where = "isi bagian di antara ![ dan ]" if place.row is None else "isi “alt”"
            what = f"foto “{place.file}” belum mempunyai teks alternatif"
            yield RULE.finding(
                article.path,
                place.alt_line,
                what,
                f"{where} dengan {_CONTENT}",
                quote=place.file,
                span=place.file,
            )


RULE = Rule(
    id="FOTO-02",
    level=Level.TOLAK,
    sentence="Setiap foto mempunyai teks alternatif bagi pembaca tunanetra.",
    basis="UU 8/2016 Pasal 24; WCAG 1.1.1",
    example_fails="![](foto-1.jpg)",
    example_passes="![Dua puluh pegawai duduk mengelilingi meja rapat](foto-1.jpg)",
    check=check,
)
