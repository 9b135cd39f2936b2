"""What the people of kantor.yml may do on GitHub, and whether they are themselves there."""

from __future__ import annotations

import pytest

from terbit.core.guarantee import Guarantee, State
from terbit.forges.github import access
from terbit.forges.github.inspection import Unread
from terbit.forges.github.settings import wanted
from tests.forges.github.desk import OFFICE, prepared, private, reader
from tests.github.fake import FakeGitHub
from tests.rooms import DECIDER, MAINTAINER, OTHER_VERIFIER, VERIFIER, WRITER

OWNERS = (MAINTAINER,)


def promises(
    fake: FakeGitHub, token: str = MAINTAINER, owners: tuple[str, ...] = OWNERS
) -> dict[str, Guarantee]:
    eyes, posts = reader(fake, token), OFFICE.office.appointments
    granted = {login: eyes.access(login) for login in {row.login for row in posts}}
    public = not fake.state.repository.get("private")
    people = access.Access(OFFICE.procedure, posts, granted, public)
    return {one.id: one for one in access.guarantees(people, eyes.rules("main"), owners)}


def readers(fake: FakeGitHub, *logins: str) -> None:
    fake.state.collaborators.update(dict.fromkeys(logins, "read"))


def reviewers() -> list[str]:
    roles = {role for step in OFFICE.procedure.review_steps for role in step.roles}
    return [row.login for row in OFFICE.office.appointments if row.role in roles]


def test_where_everybody_may_write_everything_holds() -> None:
    assert {one.state for one in promises(prepared()).values()} == {State.HOLDS}


def test_a_login_that_belongs_to_another_id_is_an_error() -> None:
    fake = prepared()
    fake.state.account(VERIFIER)["id"] = 4711
    found = promises(fake)["accounts-match"]
    assert found.state is State.FAILS
    (told,) = found.details
    assert VERIFIER in told
    assert "4711" in told


def test_an_account_that_github_does_not_know_is_an_error() -> None:
    fake = prepared()
    fake.delete_account(DECIDER)
    found = promises(fake)["accounts-match"]
    assert found.state is State.FAILS
    assert "tidak dikenal GitHub" in found.details[0]


def test_who_is_no_collaborator_cannot_be_asked_for_a_review() -> None:
    fake = prepared()
    private(fake)
    del fake.state.collaborators[OTHER_VERIFIER]
    found = promises(fake)["reviewers-askable"]
    assert found.state is State.FAILS
    assert [OTHER_VERIFIER in row for row in found.details] == [True]


def test_to_read_is_enough_to_be_asked_and_to_be_counted() -> None:
    fake = prepared(wanted("main", "arsip", 0))
    private(fake)
    readers(fake, *reviewers())
    found = promises(fake)
    assert found["reviewers-askable"].state is State.HOLDS
    assert found["native-approvals-reachable"].state is State.HOLDS
    assert "tidak meminta persetujuan" in found["native-approvals-reachable"].sentence


def test_in_a_public_repository_reading_says_nothing_about_being_invited() -> None:
    fake = prepared()
    readers(fake, VERIFIER)
    found = promises(fake)["reviewers-askable"]
    assert found.state is State.UNKNOWN
    assert [VERIFIER in row for row in found.details] == [True]


def test_native_approvals_that_nobody_can_give_are_told_before_they_hold_anything_up() -> None:
    fake = prepared()
    readers(fake, *reviewers())
    found = promises(fake)["native-approvals-reachable"]
    assert found.state is State.FAILS
    assert "--approvals 0" in found.fix


def test_one_step_whose_people_all_write_is_enough_for_one_native_approval() -> None:
    fake = prepared()
    readers(fake, VERIFIER)
    assert promises(fake)["native-approvals-reachable"].state is State.HOLDS


def test_who_drafts_and_publishes_must_write() -> None:
    fake = prepared()
    readers(fake, WRITER)
    found = promises(fake)["writers-can-write"]
    assert found.state is State.FAILS
    assert WRITER in found.details[0]


@pytest.mark.parametrize("role", ["maintain", "admin", "write"])
def test_every_right_to_write_counts(role: str) -> None:
    fake = prepared()
    fake.state.collaborators[WRITER] = role
    assert promises(fake)["writers-can-write"].state is State.HOLDS


def test_code_owners_must_write_to_be_owners() -> None:
    fake = prepared()
    other = next(r.login for r in OFFICE.office.appointments if r.login not in (MAINTAINER, WRITER))
    readers(fake, other)
    found = promises(fake, owners=(MAINTAINER, other))["policy-owned"]
    assert found.state is State.FAILS
    assert [other in row for row in found.details] == [True]


def test_without_owners_policy_is_looked_after_by_nobody() -> None:
    found = promises(prepared(), owners=())["policy-owned"]
    assert found.state is State.FAILS
    assert found.details == ("tidak ada pemelihara di kantor.yml",)


def test_rights_that_a_token_may_not_read_are_one_doubt() -> None:
    rows = OFFICE.office.appointments
    unread = Unread("token ini tidak berhak melihatnya")
    people = access.Access(OFFICE.procedure, rows, {row.login: unread for row in rows}, True)
    (found,) = access.guarantees(people, (), OWNERS)
    assert found.state is State.UNKNOWN
    assert unread.why in found.sentence


def test_rules_that_cannot_be_read_leave_the_rest_to_be_told() -> None:
    fake = prepared()
    private(fake, "free")
    assert set(promises(fake)) == {"accounts-match", "reviewers-askable", "writers-can-write"}
