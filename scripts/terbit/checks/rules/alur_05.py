"""ALUR-05: only what the SOP lets go before all reviews may ask for the urgent path, and says why.

The gate reads the same of the same text and needs no rule for it; this one tells people.
"""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.gate.urgency import FEWEST_WORDS, is_telling

_KEY = "mendesak"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """A text that asks for the urgent path although it may not, or without a telling reason."""
    problem = _problem(article, context)
    if problem:
        key, what, fix = problem
        quote = article.urgency.reason if article.urgency else ""
        yield RULE.finding(article.path, article.line(key), what, fix, quote=quote, span=quote)


def _problem(article: Article, context: Context) -> tuple[str, str, str] | None:
    """(key, what is wrong, how to mend it), or None."""
    asked, path = article.urgency, context.urgent
    if asked is None:
        return None
    if path is None:
        what = "SOP kantor ini tidak mengenal jalur mendesak"
        return _KEY, what, "hapus mendesak, lalu tempuh semua langkah pemeriksaan"
    if article.classification not in path.classifications:
        named = f"“{article.classification}”" if article.classification else "belum diisi"
        what = f"jalur mendesak hanya untuk informasi {' / '.join(path.classifications)}"
        fix = f"klasifikasi naskah ini {named}: perbaiki bila keliru, atau hapus mendesak"
        return "klasifikasi" if article.classification else _KEY, what, fix
    if not is_telling(asked.reason):
        what = "alasan mendesak belum menjelaskan apa pun" if asked.reason else "alasan kosong"
        fix = f"tulis alasan dengan paling sedikit {FEWEST_WORDS} kata yang berbeda: apa yang"
        return f"{_KEY}.alasan", what, f"{fix} terancam bila menunggu"
    if article.publish_at is not None:
        what = "naskah mendesak tidak dapat menunggu terbit_pada"
        return "terbit_pada", what, "hapus terbit_pada, atau hapus mendesak"
    return None


RULE = Rule(
    id="ALUR-05",
    level=Level.TOLAK,
    sentence="Jalur mendesak hanya untuk informasi serta-merta yang diizinkan SOP, dengan alasan.",
    basis="UU 14/2008 Pasal 10; SOP, jalur mendesak",
    example_fails="{kepala: {klasifikasi: serta-merta, mendesak: {alasan: Penting.}},"
    " jalur_mendesak: ya}",
    example_passes="{kepala: {klasifikasi: serta-merta, mendesak: {alasan: Air sungai naik cepat"
    " dan warga perlu mengungsi malam ini.}}, jalur_mendesak: ya}",
    check=check,
    place=Place.CASE,
)
