"""KIP-03: nobody who reports or complains is named."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading import reporters
from terbit.checks.reading.prose import squeeze
from terbit.checks.reading.reporter_words import STEMS
from terbit.checks.reading.stems import sentences_with
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_FIX = "ganti dengan “seorang pelapor” atau hapus namanya, juga ciri yang mengarah kepadanya"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every name beside a word for somebody who reports, complains or tells."""
    rows = ((t, place) for t in texts(article) if t.headers for place in reporters.in_cells(t))
    prose = (
        (text, place)
        for text, start, end in sentences_with(article, STEMS)
        for place in reporters.in_sentence(text.text, (start, end), context.office)
    )
    for text, place in dict.fromkeys((*rows, *prose)):
        quote = squeeze(text.text[slice(*place)])
        message = f"“{quote}” menyebut siapa yang melapor atau mengadu"
        yield RULE.in_text(article, text, place, message, _FIX)


RULE = Rule(
    id="KIP-03",
    level=Level.TOLAK,
    sentence="Nama pelapor, pengadu, atau narasumber yang melapor tidak boleh dipublikasikan.",
    basis="UU 13/2006 jo. UU 31/2014 tentang perlindungan saksi dan korban; UU 14/2008 Pasal 17"
    " huruf a",
    example_fails="Laporan itu disampaikan oleh pelapor, Sdr. Andi Wijaya.",
    example_passes="Laporan itu disampaikan oleh seorang pelapor yang identitasnya dirahasiakan.",
    check=check,
)
