"""Reasons of named people lift holds, sentence by sentence; a refusal is never lifted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from terbit import markup
from terbit.checks.base import Context
from terbit.checks.masking import mask
from terbit.core import lifting
from terbit.core.article import Article, Waiver
from terbit.core.finding import Finding, Level

RULE_ID = "CATATAN"
BASIS = "UU 14/2008 Pasal 17: pengecualian bersifat ketat dan harus beralasan"

_MARKS = re.compile(r"[*_`~\\]")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_EDGES = " .,;:!?…\"'"
_Spoken = dict[str, dict[str, list[tuple[int, str]]]]
"""By rule and sentence: which findings stand there, each with its evidence."""


def apply(article: Article, context: Context, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with holds lifted where a valid reason quotes the sentence.

    A reason that cannot be used, or that matches nothing, becomes a warning.
    """
    found = list(findings)
    spoken = _by_sentence(found) if article.waivers else {}
    for number, waiver in enumerate(article.waivers):
        refusal = _refusal(waiver, context)
        spoken_of = [] if refusal else _spoken_of(waiver, spoken)
        held = [i for i in spoken_of if found[i].level is Level.TAHAN]
        signed, closing = _signed(waiver, context), bool(context.case and context.case.closing)
        for i in held:
            found[i] = _judged(found[i], waiver, signed=signed, closing=closing)
        if held and closing and not signed:
            found.append(_note(article, number, *_unsigned(waiver)))
        elif not held:
            unused = _unused(only_refusals=bool(spoken_of))
            found.append(_note(article, number, *(refusal or unused)))
    return tuple(found)


def may_lift(by: str, context: Context) -> bool:
    """Whether a name or capacity is one whose reason counts today.

    Somebody whose appointments have all ended, or not begun, cannot lift under the own name.
    """
    appointments = context.office.appointments
    in_force = {lifting.plain(a.name) for a in appointments if a.in_force(context.today)}
    absent = {lifting.plain(a.name) for a in appointments} - in_force
    named = {lifting.plain(name) for name in context.lifters} or in_force
    said = lifting.said(by)
    return not said & absent and bool(said & named)


def normalise(text: str) -> str:
    """A sentence reduced to what makes it the same sentence: no marks, one space, one case."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return " ".join(_MARKS.sub("", plain).split()).strip(_EDGES).casefold()


def _refusal(waiver: Waiver, context: Context) -> tuple[str, str] | None:
    """Why a reason cannot count, and how to mend it; None where it can."""
    if not waiver.reason.strip():
        return "alasan belum diisi", "tulis alasannya dalam satu kalimat"
    if not normalise(waiver.quote):
        return "kutipan masih kosong", "salin seluruh kalimat yang ditahan"
    if not may_lift(waiver.by, context):
        return (
            f"“{waiver.by}” tidak tercatat sebagai pejabat penelaah hari ini",
            "tulis nama atau jabatan pejabat penelaah seperti dalam kantor.yml",
        )
    return None


def _signed(waiver: Waiver, context: Context) -> bool:
    """Whether the person or post that a reason names is known to have approved this very text."""
    return context.case is not None and lifting.signed(waiver.by, context.case.verdict.signatures)


def _judged(finding: Finding, waiver: Waiver, *, signed: bool, closing: bool) -> Finding:
    """A hold with a reason: lifted, for the time being too where there is time to approve it."""
    by, reason = mask(waiver.by.strip()), mask(waiver.reason.strip())
    if signed:
        return finding.lift(by, reason)
    if finding.lifted_by and not finding.awaits:
        return finding
    return (finding if closing else finding.lift(by, reason)).await_approval(by)


def _unsigned(waiver: Waiver) -> tuple[str, str]:
    return (
        f"“{waiver.by}” belum menyetujui naskah yang memuat alasan ini",
        "minta persetujuannya, atau tulis nama atau jabatan pejabat yang menyetujui",
    )


def _unused(*, only_refusals: bool) -> tuple[str, str]:
    if only_refusals:
        return (
            "hanya temuan TAHAN yang dapat diloloskan dengan alasan",
            "perbaiki kalimatnya, lalu hapus catatan ini",
        )
    return (
        "catatan ini tidak cocok dengan temuan mana pun",
        "hapus catatan ini, atau salin ulang seluruh kalimatnya bila kalimat itu berubah",
    )


def _by_sentence(found: list[Finding]) -> _Spoken:
    plain = lru_cache(maxsize=None)(normalise)
    spoken: _Spoken = {}
    for i, finding in enumerate(found):
        of_rule = spoken.setdefault(finding.rule, {})
        of_rule.setdefault(plain(finding.span), []).append((i, plain(finding.quote)))
    return spoken


def _spoken_of(waiver: Waiver, spoken: _Spoken) -> list[int]:
    """Same rule; the quote stands in the sentence and holds what was found in it.

    Without the second half a quote of one common word would lift the whole sentence for ever.
    """
    found: set[int] = set()
    sentences = spoken.get(waiver.rule.strip().upper(), {})
    quotes = (waiver.quote, markup.to_text(markup.to_html(waiver.quote))) if sentences else ()
    for quote in quotes:
        said, shown = normalise(quote), normalise(mask(quote))
        places = (rows for sentence, rows in sentences.items() if said and said in sentence)
        found |= {i for rows in places for i, evidence in rows if evidence in shown}
    return sorted(found)


def _note(article: Article, number: int, what: str, fix: str) -> Finding:
    return Finding(
        rule=RULE_ID,
        level=Level.INGAT,
        path=article.path,
        line=max(1, article.line(f"catatan_pemeriksaan.{number}")),
        message=mask(what),
        fix=fix,
        basis=BASIS,
        quote=mask(" ".join(article.waivers[number].quote.split())),
    )
