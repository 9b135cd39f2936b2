"""The one sentence under every reason and whatever names an office has."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from terbit import config
from terbit.core.facts import from_json
from terbit.core.finding import Finding, Level
from terbit.core.office import Office
from terbit.core.procedure import Action, Procedure, Role, Step
from terbit.core.verdict import Check, Inability, Reason, Scope, Sla, Unable, Verdict
from terbit.report.phrases import REASONS
from terbit.report.verdict import explanation, sentence

EXAMPLES = Path(__file__).parents[1] / "core" / "gate" / "examples"
OFFICE = config.load(EXAMPLES / "APV-044").office
FACTS = from_json(json.loads((EXAMPLES / "APV-044" / "facts.json").read_text()))
FOUND = Finding("KIP-01", Level.TAHAN, "content/a/index.md", 1, "a", "b", "c")
BROKEN_WORD = re.compile(r"\bQ[a-y]*\b(?!z)")

# Every word that somebody chose begins with Q and ends with z, so that half a word shows.
word = st.text("abc", min_size=0, max_size=30).map(lambda s: f"Q{s}z")
name = st.lists(word, min_size=1, max_size=12).map(" ".join)
step_id = st.one_of(
    st.sampled_from(["telaah_ppid", "verifikasi", "keputusan", "setujui", "draf"]),
    st.text("abc", min_size=1, max_size=200).map(lambda s: f"pe{s}an"),
)


@st.composite
def procedures(draw: st.DrawFn) -> Procedure:
    """SOPs of three to seven steps with roles of any length, those of APV-044 among them."""
    known = [row.role for row in OFFICE.appointments]
    roles = tuple(Role(role, draw(name), rank) for rank, role in enumerate(dict.fromkeys(known)))
    ids = [role.id for role in roles]
    reviews = draw(st.integers(0, 3))
    actions = [Action.DOCUMENT] * draw(st.integers(0, 1)) + [Action.DRAFT]
    actions += [Action.REVIEW] * reviews + [Action.DECIDE, Action.PUBLISH]
    steps = tuple(
        Step(
            number=number,
            id=draw(step_id),
            description="",
            action=action,
            actor=draw(st.sampled_from(["verifikator", "qz" * 80])),
            roles=tuple(draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))),
            quorum=draw(st.integers(1, 4)),
            minutes=draw(st.one_of(st.none(), st.integers(0, 100_000))),
        )
        for number, action in enumerate(actions, start=1)
    )
    return Procedure("1", "SOP", None, None, None, (), roles, steps, maintainer=ids[0])


@st.composite
def verdicts(draw: st.DrawFn, procedure: Procedure) -> Verdict:
    """Verdicts of every reason, sensible or not."""
    number = draw(st.sampled_from([step.number for step in procedure.steps]))
    since = datetime(2026, 11, 16, tzinfo=UTC)
    used = draw(st.integers(0, 10_000_000))
    return Verdict(
        reason=draw(st.sampled_from(list(Reason))),
        step=number,
        check=draw(st.sampled_from(list(Check))),
        next_actor=procedure.steps[number - 1].actor,
        scope=draw(st.sampled_from([None, *Scope])),
        counted={step.id: (1,) for step in procedure.steps},
        blocked_by=draw(st.sampled_from([(), (501,), (501, 7)])),
        approvals_needed=draw(st.sampled_from([None, 0, 3])),
        can_act=("maya-irban2",),
        sla=draw(st.sampled_from([None, Sla(number, 30, used, since)])),
        held_by_requests=tuple(range(100, draw(st.integers(100, 180)))),
        unable=draw(st.sampled_from([(), (Unable(number, "Qz", Inability.SIGNED, 1),)])),
        problems=tuple(draw(st.lists(name, max_size=3))),
    )


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_one_line_of_140_characters_and_no_broken_word(data: st.DataObject) -> None:
    procedure = data.draw(procedures())
    verdict = data.draw(verdicts(procedure))
    findings = data.draw(st.sampled_from([(), (FOUND,)]))
    office: Office = OFFICE
    said = sentence(verdict, procedure, office, facts=FACTS, findings=findings)
    assert 0 < len(said) <= 140
    assert "\n" not in said
    assert "{" not in said
    assert BROKEN_WORD.search(said) is None
    assert re.search(r"[A-Z]{2}_|\bNone\b|lainnya lainnya|  ", said) is None


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_every_verdict_can_be_explained(data: st.DataObject) -> None:
    procedure = data.draw(procedures())
    verdict = data.draw(verdicts(procedure))
    lines = explanation(verdict, procedure, OFFICE, FACTS)
    rows = [line for line in lines if re.match(r"  [✓●○–?] \d", line)]
    assert len(rows) == len(procedure.steps)


def test_the_shortest_words_of_every_reason_fit() -> None:
    assert all(0 < len(text) <= 140 for text in REASONS.values())
