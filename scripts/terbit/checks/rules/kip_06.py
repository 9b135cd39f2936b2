"""KIP-06: every item says which class of public information it is."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import CLASSIFICATIONS, FORBIDDEN_CLASSIFICATION, Article
from terbit.core.finding import Finding, Level

_CHOICES = ", ".join(CLASSIFICATIONS[:-1]) + f", atau {CLASSIFICATIONS[-1]}"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """A classification that is missing, unknown or exempt."""
    value = article.classification
    if value not in CLASSIFICATIONS:
        what, fix = _words(value)
        line = article.line("klasifikasi")
        yield RULE.finding(article.path, line, what, fix, quote=value, span=value)


def _words(value: str) -> tuple[str, str]:
    if not value:
        return "klasifikasi belum diisi", f"tulis klasifikasi: {_CHOICES}"
    plain = "-".join(value.casefold().replace("_", " ").replace("-", " ").split())
    if plain == FORBIDDEN_CLASSIFICATION:
        return (
            "informasi yang dikecualikan tidak dapat diterbitkan",
            "bahas dengan PPID; hapus atau hitamkan bagian yang dikecualikan, lalu pilih"
            f" {_CHOICES}",
        )
    close = get_close_matches(plain, CLASSIFICATIONS, n=1, cutoff=0.5)
    hint = f"maksudnya “{close[0]}”?" if close else f"pilih {_CHOICES}"
    return f"klasifikasi “{value}” tidak dikenal", hint


RULE = Rule(
    id="KIP-06",
    level=Level.TOLAK,
    sentence="Klasifikasi informasi wajib diisi, dan informasi yang dikecualikan tidak terbit.",
    basis="UU 14/2008 Pasal 9, 10, 11, dan 17",
    example_fails="klasifikasi: dikecualikan",
    example_passes="klasifikasi: berkala",
    check=check,
    place=Place.HEAD,
)
