"""Facts from GitHub: whole or DATA_INCOMPLETE, and never a wrong green."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.core.facts import from_json
from terbit.core.gate import evaluate
from terbit.core.verdict import Reason, Verdict
from terbit.errors import ForgeError
from terbit.forges.github import Address, GitHubError, GitHubForge
from tests.core.gate.scenario import INSPEKTORAT, Scene, written
from tests.forges.roads import DocumentObjects, client
from tests.github.fake import FakeGitHub

REPO = "kantor/terbit"
ONE_AFTER_ANOTHER = ["/files$", "/commits$", "/reviews$", "/timeline$", "/activity$", "/pulls$"]
KINDS = ["500", "502", "503", "404", "secondary limit 429", "timeout", "truncated", "html"]


class Office:
    """One request on a GitHub that a test can spoil."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.fake = FakeGitHub(REPO)
        self.fake.load_facts(deepcopy(scene.doc))
        self.forge = GitHubForge(
            Address(REPO, "https://github.com", self.fake.host),
            client(self.fake),
            DocumentObjects(scene.doc, self.fake.memory),
            main="main",
        )

    def facts(self) -> dict[str, Any]:
        return self.forge.facts(7, datetime.fromisoformat(self.scene.doc["now"]))

    def verdict(self) -> Verdict:
        facts = from_json(self.facts())
        setting = self.scene.setting
        return evaluate(setting.procedure, setting.office, facts, facts.now)


def cleared() -> Scene:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    return scene


def test_a_normal_request_takes_at_most_eight_calls() -> None:
    office = Office(cleared())
    assert office.verdict().reason is Reason.READY
    assert len(office.fake.log) <= 8


def test_a_hundred_and_fifty_reviews_over_several_pages() -> None:
    """The objection that counts is the last of them."""
    scene = cleared()
    for _ in range(147):
        scene.review("warga-iseng", "APPROVED")
    scene.review("hendra-irban1", "CHANGES_REQUESTED")
    office = Office(scene)
    assert len(office.facts()["reviews"]) == 150
    assert office.verdict().reason is Reason.CHANGES_REQUESTED


@pytest.mark.parametrize("kind", ["lost page", "empty page"])
def test_a_lost_page_of_reviews_does_not_lose_the_objection(kind: str) -> None:
    scene = cleared()
    for _ in range(147):
        scene.review("warga-iseng", "APPROVED")
    scene.review("hendra-irban1", "CHANGES_REQUESTED")
    office = Office(scene)
    office.fake.faults.add("GET", "/reviews$", kind, times=None, page=1 + (kind == "empty page"))
    assert office.verdict().reason in {Reason.CHANGES_REQUESTED, Reason.DATA_INCOMPLETE}


def test_a_review_that_only_the_timeline_knows_is_missed() -> None:
    scene = cleared()
    scene.review("hendra-irban1", "CHANGES_REQUESTED")
    office = Office(scene)
    office.fake.request(7).timeline.append(
        {"id": 503, "event": "reviewed", "state": "changes_requested", "user": None}
    )
    office.fake.request(7).reviews.pop()
    verdict = office.verdict()
    assert (verdict.reason, verdict.problems) == (Reason.DATA_INCOMPLETE, ("reviews",))


@pytest.mark.parametrize("path", ONE_AFTER_ANOTHER)
@pytest.mark.parametrize("kind", KINDS)
def test_a_part_that_cannot_be_read_is_named(path: str, kind: str) -> None:
    office = Office(cleared())
    office.fake.faults.add("GET", path, kind, times=None)
    verdict = office.verdict()
    assert verdict.reason is Reason.DATA_INCOMPLETE
    assert verdict.problems


@pytest.mark.parametrize("path", ONE_AFTER_ANOTHER)
@pytest.mark.parametrize("kind", ["502", "secondary limit", "timeout", "truncated"])
def test_a_fault_that_passes_changes_nothing(path: str, kind: str) -> None:
    office = Office(cleared())
    office.fake.faults.add("GET", path, kind)
    assert office.verdict().reason is Reason.READY


def test_a_request_that_cannot_be_read_at_all_is_an_error() -> None:
    office = Office(cleared())
    office.fake.faults.add("GET", "/pulls/7$", "502", times=None)
    with pytest.raises(GitHubError, match="GitHub menolak GET"):
        office.facts()


def test_a_request_that_is_not_there_is_told() -> None:
    office = Office(cleared())
    with pytest.raises(ForgeError, match="permintaan #8 tidak ada"):
        office.forge.facts(8, office.fake.now)


def test_a_deleted_account_never_counts() -> None:
    scene = cleared()
    scene.review("arif-atasan", "APPROVED")
    office = Office(scene)
    office.fake.delete_account("arif-atasan")
    verdict = office.verdict()
    assert verdict.reason is Reason.WAIT_APPROVAL
    assert verdict.warnings == ("UNATTRIBUTED_REVIEW",)


def test_more_than_250_commits_cannot_be_read() -> None:
    scene = written()
    scene.push("rina-admin", *(f"D{n}" for n in range(2, 253)))
    scene.approve("hendra-irban1", "arif-atasan")
    office = Office(scene)
    assert office.verdict().reason is Reason.DATA_INCOMPLETE


def test_a_push_that_the_activity_list_lacks_is_missed() -> None:
    scene = written()
    scene.push("hendra-irban1", "D2", author="rina-admin")
    scene.push("rina-admin", "D3")
    scene.approve("hendra-irban1", "arif-atasan")
    office = Office(scene)
    del office.fake.state.activity[1]
    verdict = office.verdict()
    assert (verdict.reason, verdict.problems) == (Reason.DATA_INCOMPLETE, ("activity",))


def test_a_lost_page_of_pushes_is_missed() -> None:
    scene = written()
    for number in range(2, 150):
        scene.push("rina-admin", f"D{number}")
    scene.approve("hendra-irban1", "arif-atasan")
    office = Office(scene)
    assert office.verdict().reason is Reason.READY
    office.fake.faults.add("GET", "/activity$", "lost page", times=None)
    assert office.verdict().problems == ("activity",)


def test_a_branch_that_was_deleted_and_made_again_forgets_nobody() -> None:
    """While a request is open; what the branch was before that is another story."""
    scene = written()
    scene.push("hendra-irban1", "D2", author="rina-admin")
    head = scene.head
    scene.approve("hendra-irban1", "arif-atasan")
    office = Office(scene)
    template = office.fake.state.activity[-1]
    zero = "0" * 40
    gone = {**template, "activity_type": "branch_deletion", "before": head, "after": zero}
    back = {**template, "activity_type": "branch_creation", "before": zero, "after": head}
    rina = {"actor": scene.account("rina-admin")}
    office.fake.state.activity += [{**gone, **rina}, {**back, **rina}]
    verdict = office.verdict()
    first = verdict.ignored[0]
    assert (first.review, first.why.value) == (501, "SELF_REVIEW")


def test_a_branch_that_was_renamed_hides_nobody_who_pushed_to_it() -> None:
    """Under its new name the list begins with the renaming; the pushes before it are elsewhere."""
    scene = written()
    scene.push("hendra-irban1", "D2", author="rina-admin")
    head = scene.head
    scene.approve("hendra-irban1", "arif-atasan")
    office = Office(scene)
    template = office.fake.state.activity[-1]
    zero, rina = "0" * 40, scene.account("rina-admin")
    again = {"activity_type": "branch_creation", "before": zero, "after": head, "actor": rina}
    office.fake.state.activity[:] = [{**template, **again}]
    verdict = office.verdict()
    assert (verdict.reason, verdict.problems) == (Reason.DATA_INCOMPLETE, ("activity",))


def test_a_fork_is_refused_without_asking_for_its_pushes() -> None:
    scene = cleared()
    scene.doc["pr"]["head"]["repo"]["full_name"] = "orang/terbit"
    office = Office(scene)
    assert office.verdict().reason is Reason.FORK_NOT_ALLOWED
    assert not [call for call in office.fake.log if call.path.endswith("/activity")]


def test_another_request_with_this_head_is_read_too() -> None:
    scene = cleared()
    other = deepcopy(scene.doc["pr"]) | {"number": 42}
    other["head"]["ref"] = "naskah/kembar"
    scene.doc["also_open"] = [{"pr": other, "reviews": []}]
    office = Office(scene)
    assert office.verdict().held_by_requests == (42,)


def test_a_document_holds_no_more_than_is_used() -> None:
    """No avatars, no addresses of pages, no e-mail but that of commits."""
    text = repr(Office(cleared()).facts())
    assert not re.search("avatar|html_url|gravatar|node_id|https?:", text)


def test_the_document_can_be_replayed() -> None:
    office = Office(cleared())
    assert office.facts() == office.facts()


@pytest.mark.parametrize("key", ["head", "created_at", "number"])
def test_an_answer_that_breaks_its_promise_is_told(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    office = Office(cleared())
    get = office.forge.client.get

    def less(path: str, query: Any = None) -> Any:
        return {name: value for name, value in get(path, query).items() if name != key}

    monkeypatch.setattr(office.forge.client, "get", less)
    with pytest.raises(GitHubError, match="tidak seperti seharusnya"):
        office.facts()


SPOILS = st.tuples(
    st.sampled_from([*ONE_AFTER_ANOTHER, "/pulls/7$", "."]),
    st.sampled_from([*KINDS, "lost page", "empty page", "primary limit"]),
    st.integers(1, 3) | st.none(),
    st.sampled_from([None, 1, 2]),
)


@settings(max_examples=60, deadline=None)
@given(
    spoils=st.lists(SPOILS, min_size=1, max_size=4),
    presses=st.lists(
        st.tuples(
            st.sampled_from(["hendra-irban1", "arif-atasan", "maya-irban2", "warga-iseng"]),
            st.sampled_from(["APPROVED", "CHANGES_REQUESTED", "COMMENTED"]),
        ),
        max_size=5,
    ),
    crowd=st.sampled_from([0, 0, 120]),
)
def test_no_fault_ever_makes_a_green(
    spoils: list[tuple[str, str, int | None, int | None]],
    presses: list[tuple[str, str]],
    crowd: int,
) -> None:
    scene = written(INSPEKTORAT)
    for _ in range(crowd):
        scene.review("warga-iseng", "COMMENTED")
    for who, state in presses:
        scene.review(who, state)
    office = Office(scene)
    truth = scene.verdict()
    for path, kind, times, page in spoils:
        office.fake.faults.add("GET", path, kind, times=times, page=page)
    try:
        said = office.verdict()
    except ForgeError:
        return
    assert said.reason in {truth.reason, Reason.DATA_INCOMPLETE}
    assert not said.allow_merge or truth.allow_merge
