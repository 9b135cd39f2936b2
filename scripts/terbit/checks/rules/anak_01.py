"""ANAK-01: no child is named, unless a guardian agreed and no law is involved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading import minors
from terbit.checks.reading.children import CHILD, NO_CHILD
from terbit.checks.reading.offences import LAW
from terbit.checks.reading.once import once
from terbit.checks.reading.prose import squeeze
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_FIX = (
    "ganti namanya, misalnya dengan “seorang siswi SD”; untuk berita prestasi, isi"
    " persetujuan_anak dengan wali dan alasannya"
)
_FIX_CONSENT = (
    "periksa persetujuan walinya, lalu minta pejabat penelaah menulis alasannya di"
    " catatan_pemeriksaan"
)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every name beside an age below 18, a class or a word for a pupil."""
    for text, minor in minors.find(article):
        place = (minor.start, minor.end)
        quote = squeeze(text.text[slice(*place)])
        agreed = article.child_consent is not None and not _has_law(article)
        yield RULE.in_text(
            article,
            text,
            place,
            f"“{quote}” menyebut nama anak",
            _FIX_CONSENT if agreed else _FIX,
            level=Level.TAHAN if agreed else Level.TOLAK,
        )


@once
def _has_law(article: Article) -> bool:
    """Whether a story speaks of children and of offences at all."""
    return any(
        CHILD.search(text.text) and LAW.search(NO_CHILD.sub("", text.text))
        for text in texts(article)
    ) or any(_OFFENCE.search(text.text) for text in texts(article))


_OFFENCE = re.compile(
    r"\b(?:korban\s+(?:pelecehan|kekerasan|pencabulan|perundungan)|saksi\s+korban|tersangka"
    r"|terdakwa"
    r"|pelecehan|pencabulan|pemerkosaan|penganiayaan|berhadapan\s+dengan\s+hukum)\b",
    re.IGNORECASE,
)

RULE = Rule(
    id="ANAK-01",
    level=Level.TOLAK,
    sentence="Nama anak di bawah 18 tahun tidak boleh dipublikasikan tanpa persetujuan walinya.",
    basis="UU 11/2012 Pasal 19; UU 27/2022: data anak; Pedoman Pemberitaan Ramah Anak",
    example_fails="Hadiah pertama diterima Dita Lestari (12), siswi kelas VI.",
    example_passes="Hadiah pertama diterima seorang siswi kelas VI sekolah dasar.",
    check=check,
)
