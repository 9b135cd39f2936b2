from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from terbit.checks.rules.five_w_02 import RULE
from terbit.core.catalogue import RuleSetting
from tests.checks.offices import CONTEXT, FRONT, OFFICE, build


def find(context=CONTEXT, **answers: str):
    return list(RULE.check(build(**{"5w1h": {**FRONT["5w1h"], **answers}}), context))


@pytest.mark.parametrize(
    ("answers", "line", "says"),
    [
        ({"apa": "-"}, "apa", "belum menerangkan"),
        ({"siapa": "Pihak terkait."}, "siapa", "belum menerangkan"),
        ({"mengapa": "(sama dengan apa)"}, "mengapa", "belum menerangkan"),
        ({"bagaimana": "Berjalan dengan lancar, aman, dan tertib"}, "bagaimana", "belum"),
        ({"bagaimana": "Rapat lalu diskusi"}, "bagaimana", "terlalu singkat"),
        ({"mengapa": FRONT["5w1h"]["apa"].upper()}, "mengapa", "sama dengan jawaban “apa”"),
    ],
)
def test_each_fault_is_told_at_its_line(answers, line, says):
    (finding,) = find(**answers)
    assert finding.line == build(**{"5w1h": {**FRONT["5w1h"], **answers}}).line(f"5w1h.{line}")
    assert says in finding.message
    assert finding.level == "INGAT"


def test_an_empty_answer_is_for_another_rule():
    assert find(mengapa="") == []


def test_only_news_is_asked():
    assert list(RULE.check(build(jenis="konten-foto", **{"5w1h": {"apa": "-"}}), CONTEXT)) == []


def test_short_answers_are_enough_where_the_question_asks_for_no_sentence():
    assert find(apa="Apel gabungan", kapan="Selasa", di_mana="Sampit") == []


def test_an_office_may_ask_for_more_words():
    changed = MappingProxyType({"5W-02": RuleSetting("kantor kami", limit=9)})
    context = replace(CONTEXT, office=replace(OFFICE, rules=changed))
    assert len(find(context)) == 2
    assert find() == []
