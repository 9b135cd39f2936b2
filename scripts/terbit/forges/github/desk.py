"""Announcing a verdict: one status, one slip, the reviews that are asked for.

Every write is a reconciliation: what stands there is read first, and only a difference is
written. A status or a slip that somebody else wrote is never taken for ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from terbit.forges.base import Notice
from terbit.forges.github.address import Address
from terbit.forges.github.client import PER_PAGE, Client, GitHubError
from terbit.forges.github.reader import Seen
from terbit.forges.github.reduce import Row

CONTEXT = "Gerbang SOP"
"""The name of the status, which the ruleset requires."""
REQUESTED, WITHDRAWN = "review_requested", "review_request_removed"


def announce(client: Client, address: Address, seen: Seen, notice: Notice) -> tuple[str, ...]:
    """Show a notice; tells what was written."""
    desk = _Desk(client, address, seen, notice)
    if seen.timeline is None:
        # without it nobody knows which slip is ours and who was asked: both would be doubled
        return tuple(desk.status())
    slip = desk.slip()
    # the status comes after the slip that it links to, so that a green light always has its reasons
    return (*slip, *desk.status(), *desk.reviews())


def show(
    client: Client, address: Address, head_sha: str, shown: tuple[str, str, str]
) -> Iterator[str]:
    """A status of (state, sentence, link) on a commit, unless it is ours and stands already.

    Somebody else's status of this name is covered by ours.
    """
    wanted = dict(zip(("state", "description", "target_url"), shown, strict=True))
    path = f"repos/{address.name}/commits/{head_sha}/statuses"
    rows = client.get(path, {"per_page": PER_PAGE})
    latest = next((row for row in rows if row["context"] == CONTEXT), None)
    if latest is not None:
        ours = (latest.get("creator") or {}).get("login") == client.login
        if ours and all(latest.get(key) == value for key, value in wanted.items()):
            return
    path = f"repos/{address.name}/statuses/{head_sha}"
    client.send("POST", path, {**wanted, "context": CONTEXT})
    yield f"status {shown[0]}"


def reply(client: Client, path: str, text: str, marker: str) -> bool:
    """Keep one comment of ours beneath an issue; tells whether anything was written.

    `path` leads to the issue's comments, `marker` begins ours and finds it again.
    """
    for row in client.pages(path):
        ours = (row.get("user") or {}).get("login") == client.login
        if ours and _plain(row.get("body")).startswith(marker):
            if _plain(row["body"]) == _plain(text):
                return False
            one = f"{path.rpartition('/issues/')[0]}/issues/comments/{row['id']}"
            client.send("PATCH", one, {"body": text})
            return True
    client.send("POST", path, {"body": text})
    return True


def own_comments(client: Client, seen: Seen, marker: str) -> list[Row]:
    """Our comments beneath a request that begin with a marker, oldest first."""
    return [
        event
        for event in seen.timeline or ()
        if event.get("event") == "commented"
        and (event.get("user") or {}).get("login") == client.login
        and _plain(event.get("body")).startswith(marker)
    ]


class _Desk:
    """One notice and what stands on the forge."""

    def __init__(self, client: Client, address: Address, seen: Seen, notice: Notice) -> None:
        self.client, self.address, self.seen, self.notice = client, address, seen, notice
        self.link = address.request(notice.number)

    def _at(self, path: str) -> str:
        return f"repos/{self.address.name}/{path}"

    def slip(self) -> Iterator[str]:
        """The one comment, edited in place; copies that a doubled run left are removed."""
        slips = own_comments(self.client, self.seen, self.notice.marker)
        body = self.notice.slip
        if not slips:
            path = f"issues/{self.notice.number}/comments"
            self.link = self.client.send("POST", self._at(path), {"body": body})["html_url"]
            yield "lembar disposisi dibuat"
            return
        first, *copies = slips
        self.link = first.get("html_url") or self.link
        if _plain(first.get("body")) != _plain(body):
            path = f"issues/comments/{first['id']}"
            self.client.send("PATCH", self._at(path), {"body": body})
            yield "lembar disposisi diperbarui"
        for copy in copies:
            self.client.send("DELETE", self._at(f"issues/comments/{copy['id']}"))
            yield "lembar disposisi ganda dihapus"

    def status(self) -> Iterator[str]:
        """The one status on the head."""
        shown = (self.notice.state, self.notice.sentence, self.link)
        return show(self.client, self.address, self.notice.head_sha, shown)

    def reviews(self) -> Iterator[str]:
        """Ask those whose turn it is, once for each turn; take back what is nobody's turn now."""
        asked = {_login(user) for user in self.seen.request.get("requested_reviewers") or ()}
        opener = _login(self.seen.request.get("user"))
        for login in self.notice.turn:
            # GitHub refuses to ask the opener, and asking twice is noise
            if login.casefold() not in asked | {opener} and self._may_ask(login):
                yield from self._ask(login)
        ours = {name for name in asked if self._asked_by_us(name)}
        over = ours - {login.casefold() for login in self.notice.turn}
        if over:
            body = {"reviewers": sorted(over)}
            names = ", ".join(sorted(over))
            yield from self._send("DELETE", body, f"permintaan tinjauan ditarik: {names}")

    def _ask(self, login: str) -> Iterator[str]:
        yield from self._send("POST", {"reviewers": [login]}, f"tinjauan diminta: {login}")

    def _send(self, method: str, body: dict[str, list[str]], done: str) -> Iterator[str]:
        """Ask or take back; a refusal is told, and does not take the verdict down with it."""
        path = f"pulls/{self.notice.number}/requested_reviewers"
        try:
            self.client.send(method, self._at(path), body)
        except GitHubError as error:
            # only collaborators can be asked; the gate counts others all the same
            why = "bukan kolaborator repositori" if error.status == 422 else str(error)
            yield f"gagal: {done} ({why})"
            return
        yield done

    def _may_ask(self, login: str) -> bool:
        """Whether this turn brought no request yet, or ours was taken back in between."""
        began = max(filter(None, (self._decided(login), self.seen.pushed_at)), default=None)
        events = [e for e in self._requests_of(login) if began is None or _time(e) >= began]
        return not events or (events[-1]["event"] == WITHDRAWN and self._ours(events[-1]))

    def _asked_by_us(self, login: str) -> bool:
        events = list(self._requests_of(login))
        return bool(events) and events[-1]["event"] == REQUESTED and self._ours(events[-1])

    def _ours(self, event: Row) -> bool:
        return _login(event.get("actor")) == self.client.login.casefold()

    def _requests_of(self, login: str) -> Iterator[Row]:
        for event in self.seen.timeline or ():
            about = _login(event.get("requested_reviewer"))
            if event.get("event") in {REQUESTED, WITHDRAWN} and about == login.casefold():
                yield event

    def _decided(self, login: str) -> datetime | None:
        """When a person last approved or objected."""
        times = [
            datetime.fromisoformat(str(event["submitted_at"]))
            for event in self.seen.timeline or ()
            if event.get("event") == "reviewed"
            and _login(event.get("user")) == login.casefold()
            and str(event.get("state")).upper() != "COMMENTED"
            and event.get("submitted_at")
        ]
        return max(times, default=None)


def _plain(text: object) -> str:
    """A comment's text as GitHub may give it back: other line ends, no blank at the end."""
    return str(text or "").replace("\r\n", "\n").strip()


def _time(event: Row) -> datetime:
    return datetime.fromisoformat(str(event["created_at"]))


def _login(user: Row | None) -> str:
    return str((user or {}).get("login", "")).casefold()
