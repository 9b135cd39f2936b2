"""Reasons of named people lift holds, sentence by sentence; a refusal is never lifted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from terbit import markup
from terbit.checks.base import Context
from terbit.checks.masking import mask
from terbit.core.article import Article, Waiver
from terbit.core.finding import Finding, Level
from terbit.core.office import ACTING

RULE_ID = "CATATAN"
BASIS = "UU 14/2008 Pasal 17: pengecualian bersifat ketat dan harus beralasan"

_MARKS = re.compile(r"[*_`~\\]")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_NAME_AND_POST = re.compile(r"[,()]| sebagai | selaku ")
_EDGES = " .,;:!?…\"'"


def apply(article: Article, context: Context, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with holds lifted where a valid reason quotes the sentence.

    A reason that cannot be used, or that matches nothing, becomes a warning.
    """
    found = list(findings)
    for number, waiver in enumerate(article.waivers):
        refusal = _refusal(waiver, context)
        spoken_of = [] if refusal else [i for i, f in enumerate(found) if _speaks_of(waiver, f)]
        held = [i for i in spoken_of if found[i].level is Level.TAHAN]
        for i in held:
            found[i] = found[i].lift(mask(waiver.by.strip()), mask(waiver.reason.strip()))
        if not held:
            found.append(
                _note(article, number, *(refusal or _unused(only_refusals=bool(spoken_of))))
            )
    return tuple(found)


def may_lift(by: str, context: Context) -> bool:
    """Whether a name or capacity is one whose reason counts today.

    Somebody whose appointments have all ended, or not begun, cannot lift under the own name.
    """
    appointments = context.office.appointments
    in_force = {_person(a.name) for a in appointments if a.in_force(context.today)}
    absent = {_person(a.name) for a in appointments} - in_force
    named = {_person(name) for name in context.lifters} or in_force
    said = {_person(part) for part in (by, *_NAME_AND_POST.split(by)) if part.strip()}
    capacities = {s.removeprefix(acting.casefold()) for s in said for acting in ACTING.values()}
    return not said & absent and bool((said | capacities) & named)


def normalise(text: str) -> str:
    """A sentence reduced to what makes it the same sentence: no marks, one space, one case."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return " ".join(_MARKS.sub("", plain).split()).strip(_EDGES).casefold()


def _refusal(waiver: Waiver, context: Context) -> tuple[str, str] | None:
    """Why a reason cannot count, and how to mend it; None where it can."""
    if not waiver.reason.strip():
        return "alasan ini belum diisi", "tulis alasannya dalam satu kalimat"
    if not normalise(waiver.quote):
        return "kutipan alasan ini kosong", "salin seluruh kalimat yang dimaksud"
    if not may_lift(waiver.by, context):
        return (
            f"“{waiver.by}” tidak tercatat sebagai pejabat yang berwenang hari ini",
            "tulis nama atau jabatan pejabat penelaah seperti dalam kantor.yml",
        )
    return None


def _unused(*, only_refusals: bool) -> tuple[str, str]:
    if only_refusals:
        return (
            "temuan tingkat TOLAK tidak dapat diloloskan dengan alasan",
            "perbaiki kalimatnya, lalu hapus catatan ini",
        )
    return (
        "alasan ini tidak dipakai lagi",
        "hapus catatannya, atau salin seluruh kalimat yang dimaksud bila kalimatnya berubah",
    )


def _speaks_of(waiver: Waiver, finding: Finding) -> bool:
    """Same rule; the quote stands in the sentence and holds what was found in it.

    Without the second half a quote of one common word would lift the whole sentence for ever.
    """
    if waiver.rule.strip().upper() != finding.rule:
        return False
    sentence, evidence = normalise(finding.span), normalise(finding.quote)
    for quote in (waiver.quote, markup.to_text(markup.to_html(waiver.quote))):
        said = normalise(quote)
        if said and said in sentence and evidence in normalise(mask(quote)):
            return True
    return False


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


def _person(name: str) -> str:
    return " ".join(name.split()).casefold()
