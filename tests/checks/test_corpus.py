"""Every sentence of the corpus: what breaks a rule is found, what only looks like it is not."""

from __future__ import annotations

from collections import Counter

import pytest

from terbit.checks import RULES
from tests.checks.corpus import Entry, entries

ENTRIES = tuple(entries())
FEWEST_GOOD, FEWEST_BAD, FEWEST = 10, 5, 300


@pytest.mark.parametrize("entry", [e for e in ENTRIES if not e.known], ids=lambda e: e.id)
def test_each_sentence_is_judged_rightly(entry: Entry) -> None:
    found = entry.findings()
    own = [finding for finding in found if finding.rule == entry.rule]
    assert bool(own) is entry.bad, [(f.rule, f.quote, f.message) for f in own]
    if entry.level:
        assert {finding.level.value for finding in own} == {entry.level}
    blocking = {finding.rule for finding in found if finding.blocks}
    assert blocking <= entry.expected


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.known], ids=lambda e: e.id)
def test_what_is_known_to_fail_still_fails(entry: Entry) -> None:
    found = any(finding.rule == entry.rule for finding in entry.findings())
    assert found is not entry.bad, "mended: take `known` away"


def test_each_rule_has_sentences_enough(rule_id: str) -> None:
    kinds = Counter(entry.bad for entry in ENTRIES if entry.rule == rule_id)
    assert kinds[False] >= FEWEST_GOOD
    assert kinds[True] >= FEWEST_BAD


def test_the_corpus_is_large_enough_and_of_rules_that_exist() -> None:
    assert len(ENTRIES) >= FEWEST
    assert {entry.rule for entry in ENTRIES} <= set(RULES)
