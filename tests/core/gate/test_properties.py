"""What must hold of every request that the builder can tell, however odd."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from terbit.core.gate import evaluate
from terbit.core.procedure import Action
from terbit.core.verdict import Verdict

from .scenario import DESA, DINKES, DRAFT, INSPEKTORAT, Scene, Setting

TWO_HATS = INSPEKTORAT.with_row("hendra-irban1", "atasan_ppid", "2026-11-16", "2026-12-31", "plh")
NO_DATES = INSPEKTORAT.dated("arif-atasan", end="2026-11-15").dated("maya-irban2", end="2026-11-15")
SMALL = (
    DESA,
    DESA.without("ani-operator").with_row("markus-sekdes", "operator_desa"),
    DESA.step("setujui", quorum=2),
    DESA.dated("yohana-kades", end="2026-11-15"),
    DESA.step("setujui", quorum=2, roles=("kepala_desa",)).with_row(
        "petrus-plh", "kepala_desa", end="2026-12-31", status="plh"
    ),
)
OFFICES = (INSPEKTORAT, TWO_HATS, NO_DATES, INSPEKTORAT.without("tuti-sekppid"), *SMALL)
STRANGERS = ("warga-iseng", "terbit-cms[bot]", None)
DIGESTS = ("D1", "D2", "D3")

Event = tuple[Any, ...]


def people(setting: Setting) -> list[str]:
    return list(setting.ids)


def events(setting: Setting) -> st.SearchStrategy[list[Event]]:
    """A short story: pushes, reviews and dismissals by anybody, in any order."""
    anybody = st.sampled_from([*people(setting), *STRANGERS])
    human = st.sampled_from([*people(setting), "warga-iseng"])
    official = st.sampled_from(people(setting))
    digest = st.sampled_from(DIGESTS)
    event = st.one_of(
        st.tuples(st.just("approve"), official),
        st.tuples(st.just("approve"), official),
        st.tuples(st.just("approve"), anybody),
        st.tuples(st.just("object"), official),
        st.tuples(st.just("push"), human, digest),
        st.tuples(st.just("force_push"), human, digest, st.booleans()),
        st.tuples(st.just("rebase"), human),
        st.tuples(st.just("merge_main"), human),
        st.tuples(st.just("dismiss"), st.integers(0, 9), anybody),
        st.tuples(st.just("repoint"), st.integers(0, 9)),
    )
    return st.lists(event, max_size=9)


class Story(Scene):
    """A scene that remembers by itself who wrote and what each reviewer had on the screen."""

    def __init__(self, setting: Setting, **scene: Any) -> None:
        super().__init__(setting, **scene)
        self.wrote = {self.doc["pr"]["user"]["login"]}
        self.saw: dict[int, str] = {}
        self.push(self.drafter, "D1")

    @property
    def digest(self) -> str:
        return str(self.doc["commits"][-1]["content"]["digest"])

    def tell(self, told: list[Event]) -> Story:
        for name, *arguments in told:
            getattr(self, f"on_{name}")(*arguments)
        self.doc["now"] = self.tick(None)
        return self

    def on_approve(self, by: Any) -> None:
        self.saw[self.approve(by)] = self.digest

    def on_object(self, by: Any) -> None:
        self.object(by)

    def on_push(self, by: str, digest: str) -> None:
        changed = digest != self.digest
        self.wrote |= {by} if changed else set()
        self.push(by, digest, changed=changed)

    def on_force_push(self, by: str, digest: str, gone: bool) -> None:
        self.wrote.add(by)
        self.force_push(by, digest, gone=gone)

    def on_rebase(self, by: str) -> None:
        self.wrote.add(by)
        self.rebase(by)

    def on_merge_main(self, by: str) -> None:
        self.merge_main(by)

    def on_dismiss(self, index: int, by: Any) -> None:
        rows = [row for row in self.doc["reviews"] if row["state"] != "DISMISSED"]
        if rows:
            self.dismiss(rows[index % len(rows)]["id"], by)

    def on_repoint(self, index: int) -> None:
        """GitHub moves the commit_id of an approval to a commit that it has just received."""
        rows = self.doc["reviews"]
        pushed = self.doc["activity"][-1]
        if rows and rows[index % len(rows)]["submitted_at"] < pushed["timestamp"]:
            rows[index % len(rows)]["commit_id"] = self.head


@st.composite
def stories(draw: st.DrawFn, offices: tuple[Setting, ...] = OFFICES) -> Story:
    setting = draw(st.sampled_from(offices))
    files = draw(st.sampled_from([("content/a/index.md",)] * 3 + [(DRAFT,), ("sop.yml",)]))
    opener = draw(st.sampled_from([*people(setting), "rafi-magang"]))
    return Story(setting, opener=opener, files=files).tell(draw(events(setting)))


quick = settings(max_examples=80, deadline=None, derandomize=True, database=None)
few = settings(quick, max_examples=30)


def in_force(scene: Scene) -> list[str]:
    day = scene.facts().now.date()
    return sorted({r.login for r in scene.setting.office.appointments if r.in_force(day)})


def after(scene: Story, by: Any, **how: Any) -> Story:
    """The same request once somebody has really approved it."""
    new = scene.copy()
    new.approve(by, **how)
    new.doc["now"] = new.tick(None)
    return new


def core(verdict: Verdict) -> dict[str, Any]:
    """What a comment or an outsider must never move; clocks run on with time."""
    remarks = {"ignored", "hints", "warnings", "sla"}
    return {key: value for key, value in verdict.to_json().items() if key not in remarks}


@quick
@given(stories())
def test_evaluation_never_raises_and_is_deterministic(scene: Story) -> None:
    first, second = scene.verdict(), scene.verdict()
    assert first == second
    assert json.loads(json.dumps(first.to_json())) == json.loads(json.dumps(second.to_json()))


@quick
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_the_lists_is_irrelevant(scene: Story, random: Any) -> None:
    before = scene.verdict()
    for part in ("reviews", "activity", "timeline", "old_commits"):
        random.shuffle(scene.doc[part])
    assert scene.verdict() == before


@quick
@given(stories(), st.data())
def test_s1_comments_move_nothing(scene: Story, data: st.DataObject) -> None:
    before = core(scene.verdict())
    who = data.draw(st.sampled_from(people(scene.setting)))
    scene.comment(who, "setuju")
    scene.review(who, "COMMENTED", body="setuju")
    assert core(scene.verdict()) == before


@quick
@given(stories(), st.sampled_from(STRANGERS), st.sampled_from(["APPROVED", "CHANGES_REQUESTED"]))
def test_s11_a_review_by_somebody_without_a_post_moves_nothing(
    scene: Story, who: Any, state: str
) -> None:
    before = core(scene.verdict())
    scene.review(who, state)
    assert core(scene.verdict()) == before


@quick
@given(stories(), st.data())
def test_s3_an_approval_of_another_text_never_makes_it_ready(
    scene: Story, data: st.DataObject
) -> None:
    """Except by taking back the own objection, which any later approval does (S9)."""
    old = scene.head
    scene.push(scene.drafter, "D9")
    verdict = scene.verdict()
    objectors = {
        row["user"]["login"] for row in scene.doc["reviews"] if row["id"] in verdict.blocked_by
    }
    who = data.draw(st.sampled_from(people(scene.setting)))
    if who not in objectors and not verdict.allow_merge:
        assert not after(scene, who, on=old).verdict().allow_merge


def complete(setting: Setting, told: list[Event]) -> Story:
    """A story that ends with approvals by everybody in the order of the steps."""
    scene = Story(setting)
    scene.tell(told)
    for step in setting.procedure.review_steps:
        for row in setting.office.appointments:
            if row.role in step.roles:
                scene.on_approve(row.login)
    return scene.tell([])


@st.composite
def complete_stories(draw: st.DrawFn) -> Story:
    setting = draw(st.sampled_from((INSPEKTORAT, TWO_HATS, DESA)))
    return complete(setting, draw(events(setting)))


@quick
@given(complete_stories())
def test_ready_means_enough_independent_people_in_order_on_this_text(scene: Story) -> None:
    verdict = scene.verdict()
    assume(verdict.allow_merge)
    signers = [signed.login for signed in verdict.signatures]
    assert len(signers) == len(set(signers))
    before = None
    for step in scene.setting.procedure.review_steps:
        signed = [row for row in verdict.signatures if row.step == step.id]
        assert len(signed) >= step.quorum
        assert all(scene.saw[row.review] == scene.digest for row in signed)
        assert all(before is None or row.at > before for row in signed)
        if step.action is Action.REVIEW:
            assert not scene.wrote & {row.login for row in signed}
        before = sorted(row.at for row in signed)[step.quorum - 1]
    assert not scene.wrote & {scene.doc["pr"]["user"]["login"]} & set(signers)


@quick
@given(complete_stories())
def test_s9_ready_means_that_no_latest_word_is_an_unanswered_objection(scene: Story) -> None:
    verdict = scene.verdict()
    assume(verdict.allow_merge)
    rows = sorted(scene.doc["reviews"], key=lambda row: (row["submitted_at"], row["id"]))
    for row in rows:
        if row["state"] == "CHANGES_REQUESTED" and row["user"]["login"] in scene.setting.ids:
            later = rows[rows.index(row) + 1 :]
            assert any(other["state"] in ("APPROVED", "DISMISSED") for other in later)


def check_needs(scene: Story) -> None:
    """Real approvals agree with the imagined ones, person by person, down to READY."""
    verdict = scene.verdict()
    while verdict.approvals_needed:
        for who in in_force(scene):
            left = after(scene, who).verdict().approvals_needed
            nearer = left is not None and left < verdict.approvals_needed
            assert nearer is (who in verdict.can_act), who
        scene = after(scene, verdict.can_act[0])
        left = scene.verdict().approvals_needed
        assert left == verdict.approvals_needed - 1
        verdict = scene.verdict()
    assert verdict.approvals_needed is None or verdict.allow_merge


@few
@given(stories())
def test_approvals_needed_and_can_act_agree_with_real_approvals(scene: Story) -> None:
    check_needs(scene)


@settings(few, max_examples=4)
@given(events(DINKES))
def test_approvals_needed_agree_in_seven_steps(told: list[Event]) -> None:
    scene = Story(DINKES).tell(told)
    for _ in range(6):
        verdict = scene.verdict()
        if not verdict.approvals_needed:
            break
        scene = after(scene, verdict.can_act[-1])
        assert scene.verdict().approvals_needed == verdict.approvals_needed - 1


@settings(few, max_examples=8)
@given(stories(SMALL))
def test_n8_where_nobody_can_no_approvals_reach_ready(scene: Story) -> None:
    verdict = scene.verdict()
    assume(verdict.approvals_needed is None)
    stay_short_of_ready(scene, in_force(scene), 4)


def stay_short_of_ready(scene: Story, officials: list[str], turns: int) -> None:
    """Whoever approves in turn, the request does not become ready."""
    for who in officials if turns else ():
        later = after(scene, who)
        assert not later.verdict().allow_merge
        stay_short_of_ready(later, officials, turns - 1)


@few
@given(complete_stories(), st.data())
def test_as_of_merge_is_the_verdict_of_that_moment(scene: Story, data: st.DataObject) -> None:
    """Whatever happens after the merge, the publisher sees what the gate saw."""
    before = core(scene.verdict())
    later = scene.copy()
    later.doc["pr"].update(state="closed", merged=True, merged_at=scene.doc["now"])
    for name, *arguments in data.draw(events(scene.setting)):
        if name in ("approve", "object", "dismiss"):
            getattr(later, f"on_{name}")(*arguments)
    facts = later.facts().as_of_merge()
    verdict = evaluate(scene.setting.procedure, scene.setting.office, facts, facts.now)
    assert core(verdict) == before
