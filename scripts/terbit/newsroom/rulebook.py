"""All rules as people read them: what each says, what it found in its example, how to tune it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from terbit.checks import RULES, Place, Rule, changed
from terbit.core.catalogue import EXCEPTIONS, FIXED, LIMIT, WORDS
from terbit.core.finding import Finding, Level
from terbit.core.office import Office
from terbit.newsroom import rules, samples
from terbit.report.markdown import escape

HEADINGS = {
    "PII": "Data pribadi",
    "ANAK": "Anak",
    "KIP": "Keterbukaan dan kerahasiaan informasi",
    "ADIL": "Praduga tak bersalah",
    "NTR": "Netralitas",
    "IKL": "Iklan",
    "5W": "Unsur berita (5W+1H)",
    "WKT": "Waktu",
    "PJB": "Pejabat",
    "NAMA": "Nama dan singkatan",
    "FOTO": "Foto",
    "HTML": "HTML",
    "TAUT": "Tautan",
    "BHS": "Bahasa",
    "DI": "Bahasa",
    "MED": "Media sosial",
    "DUP": "Berita ganda",
    "HJ": "Hak jawab",
    "ALUR": "Alur persetujuan",
    "ARS": "Arsip",
}
"""What the groups of rules are called, by the first part of their ids."""

LEVELS = {
    Level.TOLAK: "tidak dapat terbit sebelum diperbaiki",
    Level.TAHAN: "hanya terbit dengan alasan tertulis dari pejabat penelaah",
    Level.INGAT: "sebaiknya diperbaiki",
    Level.INFO: "sekadar saran",
}
"""What a level means for the one who writes."""

KNOBS = {
    LIMIT: "batasnya dapat diubah dengan `batas`",
    EXCEPTIONS: "kata atau frasa dapat dikecualikan dengan `kecuali`",
    WORDS: "kata kantor sendiri dapat ditambahkan dengan `kata`",
}


@dataclass(frozen=True)
class Shown:
    """A rule with what it really says about its failing example."""

    rule: Rule
    finding: Finding

    @property
    def fixed(self) -> bool:
        """Nobody can switch it off or lift it."""
        return self.rule.id in FIXED

    @property
    def knobs(self) -> tuple[str, ...]:
        """What an office may tune, in words."""
        said = [text for knob, text in KNOBS.items() if knob in self.rule.knobs]
        if self.rule.limit is not None:
            said[0] += f" (bawaan {self.rule.limit})"
        return tuple(said)


def shown(rule: Rule) -> Shown:
    """A rule with the finding of its failing example."""
    example = rule.example_fails
    found = rules.findings(samples.article(rule, example), samples.context(rule, example))
    return Shown(rule, next(finding for finding in found if finding.rule == rule.id))


def page() -> str:
    """The page of all rules, in Markdown."""
    groups = groupby(map(shown, RULES.values()), key=lambda one: heading(one.rule.id))
    return _template().render(groups=[(name, list(rows)) for name, rows in groups], levels=LEVELS)


def heading(rule_id: str) -> str:
    """The group to which a rule belongs."""
    return HEADINGS[rule_id.partition("-")[0]]


def lines(office: Office | None) -> Iterator[str]:
    """One line a rule, then what the office changed."""
    for rule in RULES.values():
        yield f"{rule.id:<8}{rule.level:<6}{rule.sentence}"
    told = changed(office) if office else ()
    if told:
        yield ""
        yield "Setelan kantor:"
        yield from told


def details(rule: Rule, office: Office | None) -> Iterator[str]:
    """Everything about one rule, for the terminal."""
    one = shown(rule)
    yield f"{rule.id} {rule.level}: {rule.sentence}"
    yield f"Dasar: {rule.basis}"
    yield f"Contoh yang salah: {_flat(rule.example_fails)}"
    yield f"  {one.finding.message} — {one.finding.fix}"
    yield f"Contoh yang benar: {_flat(rule.example_passes)}"
    yield from (f"Setelan kantor: {knob}" for knob in one.knobs)
    yield from (line for line in (changed(office) if office else ()) if line.startswith(rule.id))


def to_json(rule: Rule) -> dict[str, Any]:
    """One rule for machines."""
    return {
        "id": rule.id,
        "level": rule.level.value,
        "sentence": rule.sentence,
        "basis": rule.basis,
        "fails": rule.example_fails,
        "passes": rule.example_passes,
        "knobs": sorted(rule.knobs),
        "fixed": rule.id in FIXED,
    }


def _flat(example: str) -> str:
    return " ".join(example.split())


@cache
def _template() -> Template:
    env = Environment(
        loader=PackageLoader("terbit", "templates"),
        autoescape=False,  # noqa: S701  (Markdown of our own examples, each in a code block)
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals["Place"] = Place
    env.filters["md"] = escape
    return env.get_template("aturan.md.j2")
