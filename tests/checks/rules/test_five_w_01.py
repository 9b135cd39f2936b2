from __future__ import annotations

import pytest

from terbit.core.article import KINDS, QUESTIONS
from tests.checks.offices import FRONT, build

ANSWERS = FRONT["5w1h"]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("empty", ["", "  ", "\u200b", None])
def test_each_empty_answer_is_named_on_its_line(findings, question, empty):
    answers = {**ANSWERS, question: empty}
    (finding,) = findings("5W-01", **{"5w1h": answers})
    line = build(**{"5w1h": answers}).source.split("\n")[finding.line - 1]
    assert line.strip().startswith(f"{question}:")


def test_a_news_item_without_the_block_gets_one_finding(findings):
    (finding,) = findings("5W-01", **{"5w1h": None})
    assert finding.message == "jawaban 5W+1H belum ada"


def test_a_left_out_question_counts_as_empty(findings):
    answers = {key: value for key, value in ANSWERS.items() if key != "mengapa"}
    (finding,) = findings("5W-01", **{"5w1h": answers})
    assert "mengapa" in finding.message


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "berita"])
def test_other_kinds_need_no_answers(findings, kind):
    assert findings("5W-01", jenis=kind, **{"5w1h": None}) == ()
    assert findings("5W-01", jenis=kind, **{"5w1h": {"apa": ""}}) == ()
