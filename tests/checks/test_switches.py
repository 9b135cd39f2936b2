"""An office switches a rule off, changes its level, or lets phrases pass; never the fixed ones."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from terbit.checks import RULES, changed, run, switches
from terbit.checks.base import Rule
from terbit.core.catalogue import FIXED, RuleSetting
from terbit.core.finding import Finding, Level
from terbit.core.office import Office
from tests.checks.offices import CONTEXT, OFFICE, build

SENTENCE = "Tim mencatat kemahalan harga Rp91.200.000 pada Kecamatan Sungai Contoh."


def tuned(rule: str, **changes: object) -> Office:
    setting = RuleSetting("alasan kantor", **changes)  # type: ignore[arg-type]
    return replace(OFFICE, rules=MappingProxyType({rule: setting}))


def found(office: Office, body: str = SENTENCE, **front: object) -> list[tuple[str, Level]]:
    context = replace(CONTEXT, office=office)
    return [(f.rule, f.level) for f in run(build(body, **front), context) if f.blocks]


def test_a_rule_that_is_off_says_nothing() -> None:
    assert ("KIP-01", Level.TAHAN) in found(OFFICE)
    assert found(tuned("KIP-01", off=True)) == []


def test_a_lowered_rule_holds_nothing_up() -> None:
    assert found(tuned("KIP-01", level=Level.INGAT)) == []


def test_a_raised_rule_refuses() -> None:
    assert found(tuned("KIP-01", level=Level.TOLAK)) == [("KIP-01", Level.TOLAK)]


@pytest.mark.parametrize("rule", sorted(FIXED))
def test_the_fixed_rules_stay_whatever_the_office_says(rule: str) -> None:
    assert switches.applies(RULES[rule], tuned(rule, off=True))
    finding = Finding(rule, Level.TOLAK, "a/index.md", 1, "x", "y", "z")
    for level in Level:
        assert list(switches.applied(RULES[rule], tuned(rule, level=level), [finding])) == [finding]
    assert changed(tuned(rule, off=True)) == ()


def _levels(rule: Rule, level: Level, *own: Level) -> list[Level]:
    rows = [Finding(rule.id, one, "a/index.md", 1, "x", "y", "z") for one in own]
    return [f.level for f in switches.applied(rule, tuned(rule.id, level=level), rows)]


def test_a_lowered_rule_keeps_its_milder_findings_and_a_raised_one_its_graver() -> None:
    rule = RULES["PII-03"]
    assert _levels(rule, Level.INGAT, Level.TOLAK, Level.TAHAN) == [Level.INGAT] * 2
    assert _levels(rule, Level.TAHAN, Level.TOLAK, Level.INFO) == [Level.TAHAN, Level.INFO]
    held = replace(rule, level=Level.TAHAN)
    assert _levels(held, Level.TOLAK, Level.TAHAN, Level.INFO) == [Level.TOLAK] * 2


def test_an_allowed_phrase_passes_where_it_stands_and_nothing_else() -> None:
    rule = replace(RULES["KIP-01"], exceptions=True)
    office = tuned("KIP-01", exceptions=("Kemahalan  harga RUMAH",))

    def left(span: str, quote: str) -> int:
        row = Finding("KIP-01", Level.TAHAN, "a/index.md", 1, "x", "y", "z", quote, span)
        return len(list(switches.applied(rule, office, [row])))

    assert left("Indeks kemahalan harga rumah naik.", "kemahalan harga") == 0
    assert left("Ada kemahalan harga.", "kemahalan harga") == 1
    assert left("Indeks kemahalan harga rumah, ada mark-up.", "mark-up") == 1


def test_a_rule_without_exceptions_ignores_them() -> None:
    assert ("KIP-01", Level.TAHAN) in found(tuned("KIP-01", exceptions=(SENTENCE,)))


def test_changes_are_described_for_people() -> None:
    told = changed(tuned("KIP-01", level=Level.INGAT, words=("a", "b"), exceptions=("c d",)))
    assert told == (
        "KIP-01: tingkat INGAT (bawaan TAHAN); kecuali “c d”; kata tambahan “a”, “b”."
        " Alasan: alasan kantor",
    )


def test_what_is_described_is_masked() -> None:
    (told,) = changed(
        replace(
            tuned("KIP-01", off=True),
            rules=MappingProxyType({"KIP-01": RuleSetting("lihat 081311112222", off=True)}),
        )
    )
    assert "081311112222" not in told
