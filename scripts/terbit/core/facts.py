"""What the forge says of one request: a JSON document in the shapes of GitHub's REST API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from terbit.core.pushes import NO_COMMIT, chained

WEB_FLOW = "web-flow"
"""GitHub's own committer of commits made in the web interface; never a person."""
FINE = frozenset({"ok", "complete", "lengkap", "200"})
NEEDED = ("commits", "reviews", "activity", "draft_commits")
"""Parts of which null says that they could not be read (S13, N13)."""

ONLY_TEAM = ""
"""Where members stand that come as a bare list, for an office with one team."""
FAULT_WORDS = ("truncated", "incomplete", "partial", "missing", "failed", "error", "timeout")
"""Names of flags and counts that are fine when they are false or zero."""

Json = Mapping[str, Any]


class FactsError(ValueError):
    """A facts document that is not of the agreed form."""


@dataclass(frozen=True)
class Account:
    """A forge account; the login is only a label, the numeric id counts."""

    login: str
    id: int
    type: str = "User"

    @property
    def human(self) -> bool:
        """A person, as far as the forge can tell."""
        return self.type == "User" and self.login != WEB_FLOW and not self.login.endswith("[bot]")


@dataclass(frozen=True)
class Commit:
    """One commit; `digest` of the request's content at it, `changed` against its first parent."""

    sha: str
    author: Account | None
    committer: Account | None
    email: str
    message: str
    parents: tuple[str, ...]
    digest: str | None
    changed: bool
    gone: bool = False


@dataclass(frozen=True)
class Push:
    """One row of the activity list of the head's branch."""

    kind: str
    before: str
    after: str
    actor: Account | None
    at: datetime


@dataclass(frozen=True)
class Review:
    """One formal review; `state` in upper case as REST gives it."""

    id: int
    account: Account | None
    state: str
    commit_id: str | None
    body: str
    at: datetime | None


@dataclass(frozen=True)
class Dismissal:
    """What the timeline says of a dismissed review: what it was, and who dismissed it."""

    review: int
    state: str
    actor: Account | None
    at: datetime
    message: str = ""


@dataclass(frozen=True)
class Comment:
    """A plain comment; it never counts."""

    account: Account | None
    body: str


@dataclass(frozen=True)
class LineNote:
    """Words beside a line of a file; they never count.

    `line` is where the line stands now, None where it has changed since; `commit` is the one
    that the writer had before him or her; `reply_to` the note that it answers.
    """

    id: int
    account: Account | None
    body: str
    path: str
    at: datetime
    line: int | None = None
    original_line: int | None = None
    reply_to: int | None = None
    review: int | None = None
    commit: str | None = None

    @property
    def outdated(self) -> bool:
        """Whether the line has changed since; a note on a whole file never is."""
        return self.line is None and self.original_line is not None


@dataclass(frozen=True)
class FileChange:
    """One file of the request, with its old name where it was renamed."""

    name: str
    previous: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every path that the change touches."""
        return (self.name,) if self.previous is None else (self.name, self.previous)


@dataclass(frozen=True)
class Marked:
    """An article of the head that asks for the urgent path, as its Git object says."""

    path: str
    classification: str
    reason: str


@dataclass(frozen=True)
class Request:
    """The pull request itself."""

    number: int
    state: str
    draft: bool
    merged: bool
    opener: Account | None
    created_at: datetime
    head_sha: str
    head_repo: str | None
    base_repo: str | None
    files: tuple[FileChange, ...] | None
    title: str = ""
    commit_count: int | None = None
    merged_at: datetime | None = None
    merge_commit: str | None = None
    file_count: int | None = None


@dataclass(frozen=True)
class Facts:
    """Everything that a verdict depends on, besides the SOP, the people and the moment."""

    now: datetime
    request: Request
    commits: tuple[Commit, ...]
    draft_commits: tuple[Commit, ...] = ()
    old_commits: tuple[Commit, ...] = ()
    activity: tuple[Push, ...] = ()
    reviews: tuple[Review, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    comments: tuple[Comment, ...] = ()
    line_notes: tuple[LineNote, ...] = ()
    also_open: tuple[Json, ...] = ()
    merge_group: Json | None = None
    teams: Mapping[str, tuple[Account, ...] | None] = field(
        default_factory=lambda: MappingProxyType({})
    )
    faults: tuple[str, ...] = ()
    urgent: tuple[Marked, ...] = ()

    def as_of_merge(self) -> Facts:
        """The same facts at the moment of merging, the request counted as open."""
        moment = self.request.merged_at
        if moment is None:
            return self
        after = {d.review: d for d in self.dismissals if d.at > moment}
        reviews = [r for r in self.reviews if r.at is not None and r.at <= moment]
        later = {r.id for r in self.reviews} - {r.id for r in reviews}
        return replace(
            self,
            now=moment,
            request=replace(self.request, state="open", merged=False),
            reviews=tuple(_undismissed(r, after.get(r.id)) for r in reviews),
            dismissals=tuple(d for d in self.dismissals if d.at <= moment),
            activity=tuple(p for p in self.activity if p.at <= moment),
            line_notes=tuple(
                n for n in self.line_notes if n.at <= moment and n.review not in later
            ),
            also_open=(),
        )


def _undismissed(review: Review, dismissal: Dismissal | None) -> Review:
    return review if dismissal is None else replace(review, state=dismissal.state.upper())


def moment(value: Any) -> datetime:
    """An ISO 8601 time as an aware moment; a time without zone is taken as UTC."""
    try:
        parsed = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise FactsError(f"not a time: {value!r}") from error
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def from_json(document: Any) -> Facts:
    """Read a facts document. Raises FactsError where its form is not the agreed one."""
    try:
        return _facts(document)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        if isinstance(error, FactsError):
            raise
        raise FactsError(f"{type(error).__name__}: {error}") from error


def _facts(document: Json) -> Facts:
    missing = tuple(name for name in NEEDED if document.get(name, ()) is None)
    timeline = document.get("timeline") or ()
    return Facts(
        now=moment(document["now"]),
        request=_request(document["pr"]),
        commits=_commits(document.get("commits")),
        draft_commits=_commits(document.get("draft_commits")),
        old_commits=_commits(document.get("old_commits")),
        activity=_in_order(map(_push, document.get("activity") or ())),
        reviews=tuple({r.id: r for r in map(_review, document.get("reviews") or ())}.values()),
        dismissals=tuple(_dismissal(row) for row in timeline if row.get("dismissed_review")),
        comments=tuple(map(_comment, document.get("comments") or ())),
        line_notes=tuple(map(_line_note, document.get("review_comments") or ())),
        also_open=tuple(document.get("also_open") or ()),
        merge_group=document.get("merge_group"),
        teams=_teams(document.get("team_members")),
        urgent=tuple(Marked(**row) for row in document.get("urgent") or ()),
        faults=tuple(dict.fromkeys((*missing, *_faults(document.get("fetch"), "fetch")))),
    )


def account(row: Any) -> Account | None:
    """A user of the REST API, or None where the account is gone."""
    if not row or not isinstance(row, Mapping) or row.get("id") is None:
        return None
    return Account(str(row.get("login", "")), int(row["id"]), str(row.get("type") or "User"))


def _commits(rows: Iterable[Json] | None) -> tuple[Commit, ...]:
    return tuple(_commit(row) for row in rows or ())


def _commit(row: Json) -> Commit:
    content = row.get("content") or {}
    written = row.get("commit") or {}
    return Commit(
        sha=str(row["sha"]),
        author=account(row.get("author")),
        committer=account(row.get("committer")),
        email=str((written.get("author") or {}).get("email") or ""),
        message=str(written.get("message") or ""),
        parents=tuple(str(parent["sha"]) for parent in row.get("parents") or ()),
        digest=content.get("digest"),
        changed=bool(content.get("changed", True)),
        gone=bool(row.get("gone", False)),
    )


def _push(row: Json) -> Push:
    return Push(
        kind=str(row.get("activity_type", "push")),
        before=str(row.get("before") or NO_COMMIT),
        after=str(row.get("after") or NO_COMMIT),
        actor=account(row.get("actor")),
        at=moment(row["timestamp"]),
    )


def _in_order(pushes: Iterable[Push]) -> tuple[Push, ...]:
    return chained(pushes, lambda push: (push.at, push.before, push.after))


def _review(row: Json) -> Review:
    submitted = row.get("submitted_at")
    return Review(
        id=int(row["id"]),
        account=account(row.get("user")),
        state=str(row.get("state", "")).upper(),
        commit_id=row.get("commit_id"),
        body=str(row.get("body") or ""),
        at=moment(submitted) if submitted else None,
    )


def _dismissal(row: Json) -> Dismissal:
    what = row["dismissed_review"]
    return Dismissal(
        review=int(what["review_id"]),
        state=str(what.get("state", "")).lower(),
        actor=account(row.get("actor")),
        at=moment(row["created_at"]),
        message=str(what.get("dismissal_message") or ""),
    )


def _comment(row: Json) -> Comment:
    return Comment(account(row.get("user")), str(row.get("body") or ""))


def _line_note(row: Json) -> LineNote:
    return LineNote(
        id=int(row["id"]),
        account=account(row.get("user")),
        body=str(row.get("body") or ""),
        path=str(row.get("path") or ""),
        at=moment(row["created_at"]),
        line=_count(row.get("line")),
        original_line=_count(row.get("original_line")),
        reply_to=_count(row.get("in_reply_to_id")),
        review=_count(row.get("pull_request_review_id")),
        commit=row.get("original_commit_id"),
    )


def _request(row: Json) -> Request:
    head, base = row["head"], row.get("base") or {}
    files = row.get("files")
    return Request(
        number=int(row["number"]),
        state=str(row.get("state", "open")).lower(),
        draft=bool(row.get("draft", False)),
        merged=bool(row.get("merged", False)),
        opener=account(row.get("user")),
        created_at=moment(row["created_at"]),
        head_sha=str(head["sha"]),
        head_repo=(head.get("repo") or {}).get("full_name"),
        base_repo=(base.get("repo") or {}).get("full_name"),
        files=None if files is None else tuple(map(_file, files)),
        title=str(row.get("title") or ""),
        commit_count=_count(row.get("commits")),
        merged_at=moment(row["merged_at"]) if row.get("merged_at") else None,
        merge_commit=row.get("merge_commit_sha"),
        file_count=_count(row.get("changed_files")),
    )


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) else None


def _file(row: Json) -> FileChange:
    return FileChange(str(row["filename"]), row.get("previous_filename"))


def _teams(value: Any) -> Mapping[str, tuple[Account, ...] | None]:
    if isinstance(value, list):
        return MappingProxyType({ONLY_TEAM: _members(value)})
    if not isinstance(value, Mapping):
        return MappingProxyType({})
    return MappingProxyType({str(name): _members(rows) for name, rows in value.items()})


def _members(rows: Any) -> tuple[Account, ...] | None:
    """Members of a team; a bare login has id 0 and is matched by its name."""
    if not isinstance(rows, list):
        return None
    found = (Account(row, 0) if isinstance(row, str) else account(row) for row in rows)
    return tuple(member for member in found if member is not None)


def _faults(value: Any, name: str) -> tuple[str, ...]:
    """Names of the parts that could not be read; what is not clearly fine is a fault."""
    if value is None or value in ("", [], {}):
        return ()
    if not value and any(word in name.casefold() for word in FAULT_WORDS):
        return ()
    if isinstance(value, Mapping):
        return tuple(f for key, item in value.items() for f in _faults(item, str(key)))
    word = name if value is True else str(value)
    return () if word.casefold() in FINE else (name,)
