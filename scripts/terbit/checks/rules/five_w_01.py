"""5W-01: a news concept answers the six questions that the SOP asks."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.checks.reading.unseen import UNSEEN
from terbit.core.article import QUESTIONS, Article, FiveW
from terbit.core.finding import Finding, Level

REQUIRED_FOR = "berita"
LABELS = dict(
    zip(QUESTIONS, ("apa", "siapa", "kapan", "di mana", "mengapa", "bagaimana"), strict=True)
)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Each of the six answers that a news item leaves empty."""
    if article.kind != REQUIRED_FOR:
        return
    if article.five_w is None:
        yield RULE.finding(
            article.path,
            article.line("jenis"),
            "jawaban 5W+1H belum ada",
            "tambahkan 5w1h berisi apa, siapa, kapan, di_mana, mengapa, dan bagaimana",
        )
    for question, answer in (article.five_w or FiveW()).items() if article.five_w else ():
        if not UNSEEN.sub("", answer).strip():
            yield RULE.finding(
                article.path,
                article.line(f"5w1h.{question}"),
                f"pertanyaan “{LABELS[question]}” belum dijawab",
                f"isi 5w1h.{question} dengan satu kalimat",
            )


RULE = Rule(
    id="5W-01",
    level=Level.TOLAK,
    sentence="Setiap berita menjawab apa, siapa, kapan, di mana, mengapa, dan bagaimana.",
    basis="SOP, langkah dokumentasi: konsep berita memuat unsur 5W+1H",
    example_fails="5w1h: {apa: Rapat evaluasi, siapa: Tim pengawas, kapan: Selasa,"
    " di_mana: Aula kantor, mengapa: '', bagaimana: Hasilnya dipaparkan lalu dibahas}",
    example_passes="5w1h: {apa: Rapat evaluasi, siapa: Tim pengawas, kapan: Selasa,"
    " di_mana: Aula kantor, mengapa: Evaluasi dilakukan setiap tahun,"
    " bagaimana: Hasilnya dipaparkan lalu dibahas}",
    check=check,
    place=Place.HEAD,
)
