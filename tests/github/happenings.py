"""What happens on GitHub whoever causes it: pushes, events of the timeline, merges."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.github.state import NO_COMMIT, Json, Thread, iso

if TYPE_CHECKING:
    from tests.github.fake import FakeGitHub

HEADS = "refs/heads/"


class Happenings:
    """Writes down what happens in the state of a fake."""

    def __init__(self, fake: FakeGitHub) -> None:
        self.fake = fake

    # Pushes

    def push(self, actor: str, branch: str, sha: str | None, at: datetime | None = None) -> None:
        """Somebody puts a branch on a commit that the repository holds; None deletes it."""
        self.fake.objects.move(HEADS + branch, sha)
        self.received(actor, at)

    def received(self, actor: str, at: datetime | None = None) -> None:
        """Take note of what a real `git push` changed, as a post-receive hook would."""
        refs = self.fake.objects.refs()
        known = self.fake.state.refs
        for ref in sorted({*refs, *known}):
            before, after = known.get(ref, NO_COMMIT), refs.get(ref, NO_COMMIT)
            if before != after:
                self._record(actor, ref, (before, after), at)

    def _record(
        self, actor: str, ref: str, span: tuple[str, str], at: datetime | None, kind: str = ""
    ) -> None:
        state, (before, after) = self.fake.state, span
        kind = kind or self._kind(before, after)
        when = iso(at or state.now)
        state.activity.append(
            {
                "id": state.new_id(),
                "before": before,
                "after": after,
                "ref": ref,
                "timestamp": when,
                "activity_type": kind,
                "actor": state.account(actor),
            }
        )
        if after == NO_COMMIT:
            state.refs.pop(ref, None)
        else:
            state.refs[ref] = after
        state.repository["pushed_at"] = when
        self._follow(actor, ref, (kind, before), when)

    def _kind(self, before: str, after: str) -> str:
        if before == NO_COMMIT:
            return "branch_creation"
        if after == NO_COMMIT:
            return "branch_deletion"
        onward = self.fake.objects.merge_base(before, after) == before
        return "push" if onward else "force_push"

    def _follow(self, actor: str, ref: str, what: tuple[str, str], when: str) -> None:
        """Open requests follow their branch, and close when it goes or is in the base already."""
        branch, (kind, before) = ref.removeprefix(HEADS), what
        for thread in self.fake.open_requests():
            head = thread.request["head"]
            if head["ref"] == branch and self.fake.own(head):
                self._moved(thread, actor, kind, when)
            elif thread.request["base"]["ref"] == branch and kind == "push":
                self._merged_by_push(thread, actor, before, when)

    def _moved(self, thread: Thread, actor: str, kind: str, when: str) -> None:
        head = thread.request["head"]
        thread.updated_at = when
        if kind == "branch_deletion":
            self.event(thread, "head_ref_deleted", actor, when)
            self.close(thread, actor, when)
            return
        head["sha"] = self.fake.state.refs[HEADS + head["ref"]]
        self.fake.objects.move(f"refs/pull/{thread.number}/head", head["sha"])
        if kind == "force_push":
            self.event(thread, "head_ref_force_pushed", actor, when, commit_id=head["sha"])

    def _merged_by_push(self, thread: Thread, actor: str, before: str, when: str) -> None:
        tip = self.fake.state.refs[HEADS + thread.request["base"]["ref"]]
        head = thread.request["head"]["sha"]
        if self.fake.objects.merge_base(head, tip) == head:
            thread.request["base"]["sha"] = before
            self.merged(thread, actor, tip, when)

    # Events of a thread

    def event(
        self, thread: Thread, name: str, actor: str, when: str | None = None, **more: Any
    ) -> None:
        """Write a line of the timeline."""
        state = self.fake.state
        thread.timeline.append(
            {
                "id": state.new_id(),
                "event": name,
                "actor": state.account(actor),
                "created_at": when or state.stamp(),
                **more,
            }
        )

    def close(self, thread: Thread, actor: str, when: str | None = None) -> None:
        """The thread is closed."""
        when = when or self.fake.state.stamp()
        thread.state, thread.closed_at, thread.updated_at = "closed", when, when
        self.event(thread, "closed", actor, when)

    # Merges

    def merge(self, thread: Thread, actor: str, message: str) -> str | None:
        """A real merge commit onto the base branch; None where the two collide."""
        state, pull = self.fake.state, thread.request
        account = state.account(actor)
        base, head = self.fake.base_tip(thread), pull["head"]["sha"]
        email = f"{account['id']}+{account['login']}@users.noreply.github.com"
        words = {"name": account["login"], "email": email, "date": state.stamp()}
        made: str | None = self.fake.objects.merge(base, head, message=message, **words)
        if made is None:
            return None
        ref = HEADS + pull["base"]["ref"]
        self.fake.objects.move(ref, made)
        pull["base"]["sha"] = base
        self.merged(thread, actor, made, state.stamp())
        self._record(actor, ref, (base, made), None, "pr_merge")
        self._tidy(pull, actor)
        return made

    def merged(self, thread: Thread, actor: str, sha: str, when: str) -> None:
        """The request is merged by a commit that stands on the base branch."""
        account = self.fake.state.account(actor)
        thread.request.update(merged=True, merged_at=when, merge_commit_sha=sha, merged_by=account)
        self.event(thread, "merged", actor, when, commit_id=sha)
        self.close(thread, actor, when)

    def _tidy(self, pull: Json, actor: str) -> None:
        if self.fake.state.repository.get("delete_branch_on_merge") and self.fake.own(pull["head"]):
            self.push(actor, pull["head"]["ref"], None)
