"""MED-03: the whole title can be read on the title cards.

Colours and sizes of the cards are the same for every article and are held by the tests of
`channels`; photos without alternative text are FOTO-02's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """What the cards say is lost of the title."""
    for found in context.cards(article):
        yield replace(found, rule=RULE.id, basis=RULE.basis)


RULE = Rule(
    id="MED-03",
    level=Level.INGAT,
    sentence="Judul harus dapat dibaca seluruhnya pada kartu judul.",
    basis="UU 8/2016: aksesibilitas informasi; Perki 1/2021",
    example_fails="judul: Tim Menilai Pengendalian Intern di Sepuluh Perangkat Daerah ✅",
    example_passes="judul: Tim Menilai Pengendalian Intern di Sepuluh Perangkat Daerah",
    check=check,
    place=Place.HEAD,
)
