"""One request's facts document, read from GitHub and from Git.

Whatever could not be read whole is named in `fetch`, and the gate then answers DATA_INCOMPLETE:
no list is ever believed because it is the one that came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Protocol

from terbit.core.digest import units
from terbit.core.pushes import NO_COMMIT, chained
from terbit.errors import TerbitError
from terbit.forges.github import reduce
from terbit.forges.github.client import PER_PAGE, Client, GitHubError
from terbit.forges.github.reduce import Json, Row

CREATED = "branch_creation"
DELETED = "branch_deletion"
SKEW = timedelta(minutes=1)
"""How far two clocks of GitHub may be apart; our own allowance, nothing is documented."""


class Objects(Protocol):
    """The Git objects behind the requests, fetched when asked for."""

    def base(self, merge_commit: str | None) -> str:
        """The commit of the base branch on which a request is read (S10)."""

    def bring(self, number: int, commits: Sequence[str]) -> None:
        """Fetch a request's head and some commits; what is not there any more is left out."""

    def brings(self, base: str, head: str) -> frozenset[str]:
        """The paths that a merge would change on the base branch, old names too."""

    def content(self, commit: Row, touched: Sequence[str]) -> Json | None:
        """`{digest, changed}` of the touched content at a commit, None where it is gone."""

    def draft_folders(self, base: str, names: Sequence[str]) -> Sequence[str]:
        """The draft folders that a request moves or that its articles came from (N13)."""

    def draft_commits(self, base: str, folders: Sequence[str]) -> Sequence[str]:
        """The base branch's commits that touched these folders, oldest first (N13)."""


@dataclass
class Seen:
    """What GitHub answered about one request: raw rows, for whoever announces the verdict."""

    request: Row
    timeline: list[Row] | None = None
    pushed_at: datetime | None = None
    reviews: list[Row] | None = None

    def is_still(self, request: Row, reviews: Sequence[Row]) -> bool:
        """Whether head, state and reviews are those that were judged."""
        judged, now = (list(map(reduce.review, rows)) for rows in (self.reviews or (), reviews))
        return _essence(self.request) == _essence(request) and judged == now


@dataclass
class Reading:
    """One reading of one request; parts that failed are collected, not raised."""

    client: Client
    repository: str
    objects: Objects
    now: datetime
    faults: dict[str, str] = field(default_factory=dict)

    def document(self, seen: Seen, teams: Sequence[str]) -> Json:
        """The facts of a request that was read a moment ago, without its neighbours."""
        row, number = seen.request, int(seen.request["number"])
        files = self._list("files", f"pulls/{number}/files")
        commits = self._list("commits", f"pulls/{number}/commits")
        reviews = self._list("reviews", f"pulls/{number}/reviews")
        notes = self._line_notes(row)
        timeline = self._list("timeline", f"issues/{number}/timeline")
        seen.timeline, seen.reviews = timeline, reviews
        self._no_lost_review(reviews, timeline)
        activity = self._activity(row)
        times = [datetime.fromisoformat(push["timestamp"]) for push in activity or ()]
        seen.pushed_at = max(times, default=None)
        tips = [push[side] for push in activity or () for side in ("before", "after")]
        tips += [str(review["commit_id"]) for review in reviews or () if review.get("commit_id")]
        names = [name for file in files or () for name in _names(file)]
        touched = units(names)
        base = self.objects.base(row.get("merge_commit_sha") if row.get("merged_at") else None)
        self.objects.bring(number, [c["sha"] for c in commits or ()])
        self._nothing_hidden(base, str(row["head"]["sha"]), names)
        return {
            "now": self.now.isoformat(),
            "pr": reduce.request(row, files),
            "commits": self._with_content(commits, touched),
            "old_commits": self._old(number, base, commits or (), tips, touched),
            "draft_commits": self._drafts(base, names, touched),
            "activity": activity,
            "reviews": None if reviews is None else list(map(reduce.review, reviews)),
            "timeline": reduce.dismissals(timeline or ()),
            "comments": reduce.comments(timeline or ()),
            "review_comments": list(map(reduce.line_note, notes or ())),
            "team_members": {team: self._team(team) for team in teams},
            "fetch": self.faults,
        }

    def _list(
        self, part: str, path: str, query: Row | None = None, *, cursor: bool = False
    ) -> list[Row] | None:
        """A part of the facts, or None with a note of the fault."""
        try:
            return self.client.pages(f"repos/{self.repository}/{path}", query, cursor=cursor)
        except GitHubError as error:
            self._fault(part, error)
            return None

    def _fault(self, part: str, error: TerbitError | str) -> None:
        self.faults.setdefault(part, f"tidak terbaca: {error}")

    def _line_notes(self, row: Row) -> list[Row] | None:
        """Comments on lines; the request itself tells whether there are any."""
        if row.get("review_comments") == 0:
            return []
        return self._list("review_comments", f"pulls/{row['number']}/comments")

    def _no_lost_review(self, reviews: list[Row] | None, timeline: list[Row] | None) -> None:
        """Every review that the timeline knows stands in the list of reviews."""
        if reviews is None or timeline is None:
            return
        listed = {review["id"] for review in reviews}
        told = {event.get("id") for event in timeline if event.get("event") == "reviewed"}
        if told - listed:
            self._fault("reviews", f"{len(told - listed)} tinjauan hilang dari daftar")

    def _activity(self, row: Row) -> list[Json] | None:
        """The pushes to the head's branch since it was made for this request, oldest first."""
        if not _same_repository(row):
            return []
        ref = f"refs/heads/{row['head']['ref']}"
        rows = self._list("activity", "activity", {"ref": ref}, cursor=True)
        if rows is None:
            return None
        own = (reduce.push(one) for one in reversed(rows) if one.get("ref", ref) == ref)
        pushes = chained(own, _ends)
        kept = _own_life(pushes, str(row["created_at"]), row.get("closed_at"))
        if not _unbroken(kept, str(row["head"]["sha"]), str(row["created_at"])):
            self._fault("activity", "riwayat pengiriman cabang tidak utuh")
        return kept

    def _nothing_hidden(self, base: str, head: str, names: Sequence[str]) -> None:
        """The merge changes nothing that the list of files does not show.

        GitHub compares with one common ancestor; crossed lines of history have several, and then
        a merge can bring what no list ever showed. Git itself is asked, at the judged head.
        """
        if self.objects.brings(base, head) - set(names):
            self._fault("merge", "penggabungan membawa berkas yang tidak ditampilkan")

    def _with_content(self, rows: list[Row] | None, touched: Sequence[str]) -> list[Json] | None:
        """Commits with their digests; one that Git does not have is gone."""
        return None if rows is None else [self._commit(row, touched) for row in rows]

    def _commit(self, row: Row, touched: Sequence[str]) -> Json:
        kept = reduce.commit(row)
        content = self.objects.content(kept, touched)
        return {**kept, "gone": True} if content is None else {**kept, "content": content}

    def _old(
        self,
        number: int,
        base: str,
        commits: Sequence[Row],
        tips: Sequence[str],
        touched: Sequence[str],
    ) -> list[Json]:
        """Commits that left the branch: whatever was once its tip or was reviewed (S3, S4, S7)."""
        current = {str(commit["sha"]) for commit in commits}
        known = current | {NO_COMMIT, base} | _parents(commits)
        found: dict[str, Json] = {}
        left = [tip for tip in dict.fromkeys(tips) if tip not in known]
        self.objects.bring(number, left)
        for tip in left:
            if tip in found:
                continue
            for old in self._line(base, tip):
                if old["sha"] not in current:
                    found.setdefault(str(old["sha"]), self._commit(old, touched))
        return list(found.values())

    def _line(self, base: str, tip: str) -> list[Row]:
        """The commits between the base and an old tip; of a vanished one only that it was."""
        try:
            path = f"repos/{self.repository}/compare/{base}...{tip}"
            compared = self.client.get(path, {"per_page": PER_PAGE})
        except GitHubError as error:
            if error.status != 404:
                self._fault("old_commits", error)
            return [{"sha": tip}]
        rows: list[Row] = list(compared["commits"])
        if compared["total_commits"] > len(rows):
            self._fault("old_commits", f"{len(rows)} dari {compared['total_commits']} baris")
        return rows

    def _drafts(self, base: str, names: Sequence[str], touched: Sequence[str]) -> list[Json] | None:
        """N13: who wrote the draft on the base branch before this request moved it."""
        try:
            folders = self.objects.draft_folders(base, names)
            shas = self.objects.draft_commits(base, folders) if folders else ()
        except TerbitError as error:
            self._fault("draft_commits", error)
            return None
        rows: dict[str, Row] = {}
        for folder in folders if shas else ():
            query = {"sha": base, "path": folder}
            listed = self._list("draft_commits", "commits", query)
            rows |= {str(row["sha"]): row for row in listed or ()}
        return [self._commit(self._draft(sha, rows), touched) for sha in shas]

    def _draft(self, sha: str, rows: Mapping[str, Row]) -> Row:
        if sha in rows:
            return rows[sha]
        try:
            row: Row = self.client.get(f"repos/{self.repository}/commits/{sha}")
        except GitHubError as error:
            self._fault("draft_commits", error)
            return {"sha": sha}
        return row

    def _team(self, team: str) -> list[Json] | None:
        """The members of org/team; None where the token may not read them."""
        owner, _, slug = team.rpartition("/")
        organisation = owner or self.repository.partition("/")[0]
        try:
            rows = self.client.pages(f"orgs/{organisation}/teams/{slug}/members")
        except GitHubError:
            return None
        return [kept for row in rows if (kept := reduce.account(row))]


def neighbours(rows: Sequence[Row], seen: Seen, read: Callable[[Row], Json]) -> Iterator[Json]:
    """The other open requests with the same head, each with its own facts (S15)."""
    number, head = seen.request["number"], seen.request["head"]["sha"]
    for row in rows:
        if row["number"] != number and row["head"]["sha"] == head:
            yield read(row)


def _essence(row: Row) -> tuple[Any, ...]:
    """What a verdict hangs on in the request itself; comments and labels are not among it."""
    return row["head"]["sha"], row["base"]["ref"], row["state"], bool(row.get("draft"))


def _names(file: Row) -> tuple[str, ...]:
    old = file.get("previous_filename")
    return (file["filename"],) if old is None else (file["filename"], old)


def _same_repository(row: Row) -> bool:
    head, base = row["head"].get("repo"), row["base"].get("repo")
    return bool(head and base and head["full_name"] == base["full_name"])


def _parents(commits: Sequence[Row]) -> set[str]:
    """Parents of the first commits: the base as the branch left it, none of its own texts."""
    own = {str(c["sha"]) for c in commits}
    return {str(p["sha"]) for c in commits for p in c.get("parents") or ()} - own


def _own_life(pushes: Sequence[Json], created_at: str, closed_at: Any) -> list[Json]:
    """From the branch's last creation before the request was opened, up to its end.

    What happened to the branch while the request was open stays, even if it was deleted and
    made again: nobody's writing is erased by that.
    """
    opened = datetime.fromisoformat(created_at)
    end = datetime.fromisoformat(str(closed_at)) if closed_at else None
    start, kept = 0, list[Json]()
    for push in pushes:
        at = datetime.fromisoformat(push["timestamp"])
        if push["activity_type"] == CREATED and at <= opened:
            start = len(kept)
        if end is None or at <= end:
            kept.append(push)
    while end is not None and kept and kept[-1]["activity_type"] == DELETED:
        kept.pop()
    return kept[start:]


def _ends(push: Json) -> tuple[datetime, str, str]:
    return datetime.fromisoformat(push["timestamp"]), push["before"], push["after"]


def _unbroken(pushes: Sequence[Json], head: str, opened: str) -> bool:
    """Whether the rows form one chain from the branch's creation to the head.

    The branch must have been there when the request was opened: a branch that was renamed since
    begins anew in the list, and would hide who pushed to it before.
    """
    if not pushes or pushes[0]["activity_type"] != CREATED:
        return False
    late = _ends(pushes[0])[0] - datetime.fromisoformat(opened)
    whole = all(one["after"] == other["before"] for one, other in pairwise(pushes))
    return whole and late <= SKEW and pushes[-1]["after"] == head
