"""What the settings guarantee: each promise kept, broken, and not to be seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from terbit.core.guarantee import Guarantee, State
from terbit.forges.github import assurance
from terbit.forges.github.settings import ARCHIVE_RULESET, GATE_RULESET
from tests.forges.github.desk import WANTED, look, parameters, prepared, private, reader, ruleset
from tests.github.fake import FakeGitHub
from tests.rooms import MAINTAINER, VERIFIER

Break = Callable[[FakeGitHub], object]
CONFIDENTIAL = "drafts-confidential"


def promises(fake: FakeGitHub, token: str = MAINTAINER) -> dict[str, Guarantee]:
    eyes = reader(fake, token)
    found = eyes.found(WANTED)
    sight = assurance.Sight(
        wanted=WANTED,
        found=found,
        changes=look(fake, token=token),
        plan=eyes.plan(found.repository),
        main=eyes.rules("main"),
        archive=eyes.rules("arsip"),
        secrets=eyes.secrets(),
    )
    return {one.id: one for one in assurance.guarantees(sight)}


def states(fake: FakeGitHub, token: str = MAINTAINER) -> dict[str, State]:
    return {name: one.state for name, one in promises(fake, token).items()}


def test_set_up_on_a_paid_plan_everything_holds() -> None:
    fake = prepared()
    private(fake)
    assert set(states(fake).values()) == {State.HOLDS}


def test_a_public_repository_shows_drafts_before_their_approval() -> None:
    found = promises(prepared())
    assert found[CONFIDENTIAL].state is State.FAILS
    for word in ("Naskah, catatan koreksi, dan foto", "siapa pun sebelum disetujui"):
        assert word in found[CONFIDENTIAL].sentence
    assert [name for name, one in found.items() if one.state is not State.HOLDS] == [CONFIDENTIAL]


def test_inside_a_company_everybody_of_it_reads() -> None:
    fake = prepared()
    private(fake)
    fake.state.repository["visibility"] = "internal"
    assert "anggota perusahaan" in promises(fake)[CONFIDENTIAL].sentence


def test_the_free_plan_keeps_nothing_of_a_private_repository() -> None:
    fake = prepared()
    private(fake, "free")
    found = promises(fake)
    broken = {name for name, one in found.items() if one.state is State.FAILS}
    assert {"plan-offers-rules", "main-by-request", "main-needs-gate", "archive-grows"} <= broken
    assert "paket Free" in found["plan-offers-rules"].sentence
    assert "publik" in found["main-needs-gate"].fix
    assert found[CONFIDENTIAL].state is State.HOLDS


def _drop(name: str, kind: str) -> Break:
    def drop(fake: FakeGitHub) -> None:
        row = ruleset(fake, name)
        row["rules"] = [rule for rule in row["rules"] if rule["type"] != kind]

    return drop


def _review(**values: object) -> Break:
    return lambda fake: parameters(fake, GATE_RULESET, "pull_request").update(values)


def _off(name: str) -> Break:
    return lambda fake: ruleset(fake, name).update(enforcement="disabled")


def _squash(fake: FakeGitHub) -> None:
    fake.state.repository["allow_squash_merge"] = True
    parameters(fake, GATE_RULESET, "pull_request")["allowed_merge_methods"] = ["merge", "squash"]


BROKEN: list[tuple[str, Break]] = [
    ("main-by-request", _drop(GATE_RULESET, "pull_request")),
    ("main-by-request", _drop(GATE_RULESET, "deletion")),
    ("main-by-request", _drop(GATE_RULESET, "non_fast_forward")),
    ("main-by-request", _off(GATE_RULESET)),
    ("main-needs-gate", _drop(GATE_RULESET, "required_status_checks")),
    (
        "nobody-bypasses",
        lambda fake: ruleset(fake, ARCHIVE_RULESET).update(
            bypass_actors=[{"actor_id": 5, "actor_type": "RepositoryRole"}]
        ),
    ),
    ("nobody-bypasses", lambda fake: fake.state.rulesets.remove(ruleset(fake, GATE_RULESET))),
    ("merge-commits-only", _squash),
    ("notes-answered", _review(required_review_thread_resolution=False)),
    ("archive-grows", _drop(ARCHIVE_RULESET, "deletion")),
    ("archive-grows", _off(ARCHIVE_RULESET)),
    ("environment-media-sosial", lambda fake: fake.state.environments.pop("media-sosial")),
    (
        "environment-server-situs",
        lambda fake: fake.state.environments["server-situs"].update(deployment_branch_policy=None),
    ),
    (
        "workflows-powerless",
        lambda fake: fake.state.workflow.update(default_workflow_permissions="write"),
    ),
    (
        "workflows-powerless",
        lambda fake: fake.state.workflow.update(can_approve_pull_request_reviews=True),
    ),
    ("no-shared-secrets", lambda fake: fake.state.secrets.append("MASTODON_TOKEN")),
]


@pytest.mark.parametrize(("name", "harm"), BROKEN)
def test_each_promise_can_break(name: str, harm: Break) -> None:
    fake = prepared()
    harm(fake)
    found = promises(fake)[name]
    assert found.state is State.FAILS
    assert found.fix


def test_a_status_that_anybody_may_set_is_no_gate() -> None:
    fake = prepared()
    checks = parameters(fake, GATE_RULESET, "required_status_checks")
    checks["required_status_checks"] = [{"context": "Gerbang SOP"}]
    found = promises(fake)["main-needs-gate"]
    assert found.state is State.FAILS
    assert "siapa pun yang berhak menulis" in found.details[0]


def test_a_rule_from_another_ruleset_holds_as_well() -> None:
    fake = prepared()
    rest = _drop(GATE_RULESET, "deletion")
    rest(fake)
    own = {**ruleset(fake, GATE_RULESET), "id": 77, "name": "punya kantor"}
    fake.state.rulesets.append({**own, "rules": [{"type": "deletion"}]})
    assert states(fake)["main-by-request"] is State.HOLDS
    assert states(fake)["settings-as-wanted"] is State.FAILS


def test_one_of_the_two_locks_suffices_against_squash() -> None:
    fake = prepared()
    fake.state.repository["allow_squash_merge"] = True
    assert states(fake)["merge-commits-only"] is State.HOLDS


def test_who_may_pass_the_rules_is_named() -> None:
    fake = prepared()
    key = {"actor_id": None, "actor_type": "DeployKey", "bypass_mode": "always"}
    ruleset(fake, GATE_RULESET)["bypass_actors"] = [key]
    found = promises(fake)["nobody-bypasses"]
    assert found.details == (f"“{GATE_RULESET}” boleh dilewati DeployKey",)


@pytest.mark.parametrize("secret", ["X_TOKEN", "terbit_instagram_key", "WHATSAPP"])
def test_a_channels_token_among_the_repositorys_secrets_is_named(secret: str) -> None:
    fake = prepared()
    fake.state.secrets += ["LAIN", secret]
    found = promises(fake)["no-shared-secrets"]
    assert found.state is State.FAILS
    assert secret in found.details


def test_any_other_secret_there_leaves_a_doubt() -> None:
    fake = prepared()
    fake.state.secrets.append("EXAMPLE_KEY")
    found = promises(fake)["no-shared-secrets"]
    assert found.state is State.UNKNOWN
    assert "semua yang berhak menulis" in found.sentence


def test_what_a_token_may_not_read_is_never_called_kept() -> None:
    fake = prepared()
    found = promises(fake, VERIFIER)
    unseen = {name for name, one in found.items() if one.state is State.UNKNOWN}
    assert unseen == {"nobody-bypasses", "workflows-powerless", "settings-as-wanted"}
    assert "token ini tidak berhak melihatnya" in found["nobody-bypasses"].sentence
    assert found["nobody-bypasses"].fix


def test_nobody_without_a_token_is_told_more_than_is_public() -> None:
    fake = prepared()
    fake.permissions[MAINTAINER] = {"contents": "read"}
    found = promises(fake)
    assert found["no-shared-secrets"].state is State.UNKNOWN
    assert found["main-by-request"].state is State.HOLDS


def test_drift_and_what_could_not_be_seen_are_told_together() -> None:
    fake = prepared()
    fake.state.repository["has_issues"] = False
    found = promises(fake, VERIFIER)["settings-as-wanted"]
    assert found.state is State.FAILS
    assert found.details[0] == "Repositori: fitur Issues seharusnya ya, sekarang tidak"
    assert "GitHub Actions: token ini tidak berhak melihatnya" in found.details
