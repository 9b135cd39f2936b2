"""HJ-01: a right of reply names the published article that it answers."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import INDEX, REPLY, Article
from terbit.core.finding import Finding, Level

_KEY = "menjawab"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """A reply that names nothing, itself or what is not there, and news that claims to be one."""
    problem = _problem(article, context)
    if problem:
        quote = article.answers
        yield RULE.finding(article.path, article.line(_KEY), *problem, quote=quote, span=quote)


def _problem(article: Article, context: Context) -> tuple[str, str] | None:
    """(what is wrong, how to mend it), or None."""
    named, reply = article.answers, article.kind == REPLY
    if reply and not named:
        what = "hak jawab belum menyebut berita yang dijawabnya"
        return what, "tulis menjawab: content/berita/TTTT/BB/nama-berita"
    if named and not reply:
        what = f"“menjawab” hanya untuk {REPLY}, sedangkan jenis naskah ini {article.kind}"
        return what, f"hapus menjawab, atau tulis jenis: {REPLY}"
    if named and named == article.folder:
        return "hak jawab ini menjawab dirinya sendiri", "sebut folder berita yang dijawab"
    if named and f"{named}/{INDEX}" not in context.known_paths:
        what = f"berita yang dijawab, “{named}”, tidak ada di situs"
        return what, "periksa tahun, bulan, dan nama foldernya di content/berita/"
    return None


RULE = Rule(
    id="HJ-01",
    level=Level.TOLAK,
    sentence="Hak jawab menyebut berita terbit yang dijawabnya.",
    basis="UU 40/1999 Pasal 1 angka 11: hak jawab menanggapi pemberitaan",
    example_fails="{kepala: {jenis: hak-jawab}}",
    example_passes="{kepala: {jenis: hak-jawab,"
    " menjawab: content/berita/2026/10/kunjungan-dermaga}, berita_lain:"
    " {content/berita/2026/10/kunjungan-dermaga/index.md: 2026-10-22}}",
    check=check,
    place=Place.CASE,
)
