"""GitHub behind both Protocols."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

from terbit.errors import ForgeError, MovedError
from terbit.forges.base import Decision, Notice, RequestInfo
from terbit.forges.github import desk
from terbit.forges.github.address import Address
from terbit.forges.github.client import Client, GitHubError, as_promised
from terbit.forges.github.reader import Objects, Reading, Seen, neighbours
from terbit.forges.github.reduce import Json, Row

EVENTS = {
    Decision.APPROVE: "APPROVE",
    Decision.REQUEST_CHANGES: "REQUEST_CHANGES",
    Decision.COMMENT: "COMMENT",
}
MERGED = "merged"


class GitHubForge:
    """Both Protocols over one repository; `teams` names the org/team of roles held by team.

    Whoever the token belongs to acts; GitHub does not let anybody act for somebody else.
    """

    def __init__(
        self,
        address: Address,
        client: Client,
        objects: Objects,
        *,
        main: str,
        teams: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """A repository on GitHub; `main` is the branch that is published."""
        self.address, self.client, self.objects = address, client, objects
        self.main, self.teams = main, teams
        self._seen: dict[int, Seen] = {}

    def _at(self, path: str) -> str:
        return f"repos/{self.address.name}/{path}"

    # ForgeReader

    def facts(self, number: int, now: datetime) -> Json:
        """The facts document of one request, read anew."""
        with as_promised():
            return self._facts(number, now)

    def _facts(self, number: int, now: datetime) -> Json:
        seen = Seen(self._request(number))
        teams = self.teams()
        found = self._reading(now).document(seen, teams)
        self._seen[number] = seen
        if seen.request["state"] != "open":
            return {**found, "also_open": []}
        try:
            rows = self.client.pages(self._at("pulls"), {"state": "open"})
        except GitHubError as error:
            found["fetch"] = {**found["fetch"], "also_open": str(error)}
            return {**found, "also_open": []}
        others = neighbours(rows, seen, lambda row: self._neighbour(row, now, teams))
        return {**found, "also_open": list(others)}

    def _reading(self, now: datetime) -> Reading:
        return Reading(self.client, self.address.name, self.objects, now)

    def _neighbour(self, row: Row, now: datetime, teams: Sequence[str]) -> Json:
        """Facts of another request; one that cannot be read counts as not ready."""
        try:
            return self._reading(now).document(Seen(self._request(row["number"])), teams)
        except ForgeError:
            return {"number": row["number"], "ready": False}

    def _request(self, number: int) -> Row:
        try:
            row: Row = self.client.get(self._at(f"pulls/{number}"))
        except GitHubError as error:
            if error.status != 404:
                raise
            fix = "lihat daftarnya di halaman Pull requests"
            raise ForgeError(f"permintaan #{number} tidak ada", fix) from error
        return row

    def requests(self, state: str = "open") -> Sequence[RequestInfo]:
        """The requests to the published branch in a state: open, merged, or closed."""
        asked = "open" if state == "open" else "closed"
        rows = self.client.pages(self._at("pulls"), {"state": asked, "base": self.main})
        wanted = (row for row in rows if state == asked or row.get("merged_at"))
        with as_promised():
            return [self._info(row) for row in sorted(wanted, key=lambda row: int(row["number"]))]

    def _info(self, row: Row) -> RequestInfo:
        merged = bool(row.get("merged_at"))
        return RequestInfo(
            number=row["number"],
            title=row["title"],
            branch=row["head"]["ref"],
            opener=(row.get("user") or {}).get("login", ""),
            state=MERGED if merged else row["state"],
            head_sha=row["head"]["sha"],
            merge_commit=row.get("merge_commit_sha") if merged else None,
        )

    def page(self, commit: str, path: str) -> str | None:
        """GitHub shows Markdown with its pictures, also on a phone and before the merge."""
        return f"{self.address.page}/blob/{commit}/{quote(path)}"

    def own_comment(self, number: int, marker: str) -> str:
        """Our comment beneath a request as the last reading found it; nothing is asked anew."""
        seen = self._seen.get(number)
        ours = desk.own_comments(self.client, seen, marker) if seen else []
        return str(ours[0].get("body") or "") if ours else ""

    def opening(self, branch: str, title: str, *, body: str = "", template: str = "") -> str:
        """GitHub's page of a comparison, with title and body or template filled in.

        A request that a workflow opens with its own token wakes no workflow (GitHub docs), so
        the gate would never see it: a person presses the button.
        """
        told = {"quick_pull": "1", "title": title, "body": body, "template": template}
        query = urlencode({name: text for name, text in told.items() if text}, quote_via=quote)
        return f"{self.address.page}/compare/{self.main}...{quote(branch)}?{query}"

    def editor(self, branch: str, path: str) -> str:
        """GitHub's editor, also on a phone."""
        return f"{self.address.page}/edit/{quote(branch)}/{quote(path)}"

    def request_of(self, merge_commit: str) -> int | None:
        """The merged request that made this commit on the published branch, or None."""
        try:
            rows = self.client.pages(self._at(f"commits/{merge_commit}/pulls"))
        except GitHubError as error:
            if error.status in {404, 422}:
                return None
            raise
        found = (
            int(row["number"])
            for row in rows
            if row.get("merged_at")
            and row.get("merge_commit_sha") == merge_commit
            and row["base"]["ref"] == self.main
        )
        return next(found, None)

    # ForgeWriter

    def open_request(self, *, branch: str, title: str, body: str, actor: str, now: datetime) -> int:
        """Open a request from a branch to the published one; returns its number."""
        self._acts_for(actor)
        sent = {"title": title, "body": body, "head": branch, "base": self.main}
        return int(self.client.send("POST", self._at("pulls"), sent)["number"])

    def review(
        self, number: int, *, actor: str, decision: Decision, body: str, now: datetime
    ) -> int:
        """Give a formal review of the present head; returns its id."""
        self._acts_for(actor)
        sent: dict[str, Any] = {
            "event": EVENTS[decision],
            "commit_id": self._request(number)["head"]["sha"],
        }
        sent |= {"body": body} if body else {}
        return int(self.client.send("POST", self._at(f"pulls/{number}/reviews"), sent)["id"])

    def merge(self, number: int, *, actor: str, head_sha: str, now: datetime) -> str:
        """Merge with a merge commit, so that what was signed stays reachable from the branch."""
        self._acts_for(actor)
        sent = {"sha": head_sha, "merge_method": "merge"}
        try:
            answer = self.client.send("PUT", self._at(f"pulls/{number}/merge"), sent)
        except GitHubError as error:
            if error.status == 409:
                fix = "jalankan terbit explain sekali lagi"
                raise ForgeError("naskah berubah sejak diperiksa", fix) from error
            raise
        return str(answer["sha"])

    def _acts_for(self, actor: str) -> None:
        """The token must be the acting person's own. Raises ForgeError."""
        if self.client.login.casefold() != actor.casefold():
            fix = f"pakai token milik {actor}, atau sebutkan --as {self.client.login}"
            raise ForgeError(f"token GitHub ini milik {self.client.login}, bukan {actor}", fix)

    def announce(self, notice: Notice, now: datetime) -> tuple[str, ...]:
        """Show a notice, writing only what differs. Raises MovedError where it is out of date.

        Another run may have judged a newer state meanwhile, and must not be overwritten.
        """
        if notice.number not in self._seen:
            self.facts(notice.number, now)
        seen = self._seen.pop(notice.number)
        fresh = self._request(notice.number)
        # a list that could not be read is what was judged: it may not be read now either
        path = self._at(f"pulls/{notice.number}/reviews")
        reviews = [] if seen.reviews is None else self.client.pages(path)
        if not seen.is_still(fresh, reviews):
            raise MovedError(f"permintaan #{notice.number} berubah saat dinilai", "nilai lagi")
        return desk.announce(self.client, self.address, seen, notice)

    def withhold(self, number: int, head_sha: str, sentence: str) -> tuple[str, ...]:
        """Turn the status red where no verdict could be reached."""
        link = self.address.request(number)
        return tuple(desk.show(self.client, self.address, head_sha, ("failure", sentence, link)))

    def answer(self, issue: int, text: str, *, close: bool) -> None:
        """Answer in an issue, and close it when it is done."""
        self.client.send("POST", self._at(f"issues/{issue}/comments"), {"body": text})
        if close:
            self.client.send("PATCH", self._at(f"issues/{issue}"), {"state": "closed"})

    def reply(self, issue: int, text: str, marker: str) -> bool:
        """One comment in an issue, edited in place; tells whether anything was written."""
        return desk.reply(self.client, self._at(f"issues/{issue}/comments"), text, marker)
