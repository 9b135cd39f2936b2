"""FOTO-02: every picture has words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.html_tags import body_tags
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u3164"))
FIX = "tulis satu kalimat tentang siapa dan apa yang terlihat"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Photos of the head and pictures of the body without an alternative text."""
    for i, photo in enumerate(article.photos):
        if _blank(photo.alt):
            line = article.line(f"foto.{i}.alt")
            yield _finding(article, line, photo.file, f"{FIX} pada “alt”")
    for tag in body_tags(article):
        if tag.name == "img" and _blank(tag.get("alt") or ""):
            yield _finding(article, tag.line, tag.get("src") or "", f"{FIX} di antara ![ dan ]")


def _finding(article: Article, line: int, file: str, fix: str) -> Finding:
    what = f"foto “{file}” belum punya teks alternatif"
    return RULE.finding(article.path, line, what, fix, quote=file, span=file)


def _blank(alt: str) -> bool:
    return not alt.translate(_INVISIBLE).strip()


RULE = Rule(
    id="FOTO-02",
    level=Level.TOLAK,
    sentence="Setiap foto punya teks alternatif bagi pembaca tunanetra.",
    basis="UU 8/2016 Pasal 24; WCAG 1.1.1",
    example_fails="![](foto-1.jpg)",
    example_passes="![Dua puluh pegawai duduk mengelilingi meja rapat](foto-1.jpg)",
    check=check,
)
