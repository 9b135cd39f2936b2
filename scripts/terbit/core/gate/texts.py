"""Which text a reviewer saw: approval follows content, not commits (S3, S4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from terbit.core.facts import Commit, Facts, Push, Review
from terbit.core.pushes import NO_COMMIT


@dataclass(frozen=True)
class Seen:
    """The commit that a reviewer had before him or her; `digest` None if it cannot be known."""

    sha: str | None
    digest: str | None


@dataclass(frozen=True)
class Texts:
    """The commits of a request, old ones included, and when each was pushed."""

    facts: Facts

    @cached_property
    def commits(self) -> dict[str, Commit]:
        """All commits of which anything is known, by sha."""
        return {c.sha: c for c in (*self.facts.old_commits, *self.facts.commits)}

    @property
    def head_digest(self) -> str | None:
        """The digest of what is asked to be published."""
        return self.digest(self.facts.request.head_sha)

    def digest(self, sha: str | None) -> str | None:
        """The content digest at a commit, or None where it is not known any more."""
        commit = self.commits.get(sha or "")
        return None if commit is None or commit.gone else commit.digest

    @cached_property
    def pushes(self) -> dict[str, Push]:
        """For each commit the first push that brought it."""
        first: dict[str, Push] = {}
        for push in self.facts.activity:
            for sha in self.ancestry(push.after):
                first.setdefault(sha, push)
        return first

    def ancestry(self, sha: str) -> set[str]:
        """A commit and its known ancestors."""
        found: set[str] = set()
        queue = [sha]
        while queue:
            current = queue.pop()
            if current in found:
                continue
            found.add(current)
            if current in self.commits:
                queue.extend(self.commits[current].parents)
        return found - {NO_COMMIT}

    def pushed_at(self, sha: str) -> datetime | None:
        """When a commit first reached the forge; its own dates are never believed."""
        push = self.pushes.get(sha)
        return push.at if push else None

    def seen(self, review: Review) -> Seen:
        """The text that the author of a submitted review had on the screen."""
        assert review.at is not None  # noqa: S101  (callers pass submitted reviews)
        if review.commit_id:
            pushed = self.pushed_at(review.commit_id)
            if pushed is not None and pushed <= review.at:
                return Seen(review.commit_id, self.digest(review.commit_id))
        live = [push.after for push in self.facts.activity if push.at <= review.at]
        return Seen(live[-1], self.digest(live[-1])) if live else Seen(None, None)

    def changed_content(self, push: Push) -> bool:
        """Whether a push changed the content; what cannot be known counts as a change."""
        if push.after == NO_COMMIT or self._is_base(push.after):
            return False
        before, after = self.digest(push.before), self.digest(push.after)
        if before is not None and after is not None:
            return before != after
        if after is None:
            return True
        brought = self.ancestry(push.after) - self.ancestry(push.before)
        return any(self.commits[sha].changed for sha in brought if sha in self.commits)

    def _is_base(self, sha: str) -> bool:
        """A commit of the base branch: a parent of ours that is none of ours."""
        return sha not in self.commits and any(sha in c.parents for c in self.commits.values())

    @cached_property
    def last_change(self) -> datetime | None:
        """When content was last pushed."""
        times = [push.at for push in self.facts.activity if self.changed_content(push)]
        return times[-1] if times else None
