"""The local forge behind both Protocols."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from terbit.core.digest import units
from terbit.errors import ForgeError
from terbit.forges.base import Decision, Notice, RequestInfo
from terbit.forges.local.history import History, names
from terbit.forges.local.setup import MAIN, MARKER
from terbit.forges.local.store import Row, Store

NAME = "lokal/terbit"
GUEST_IDS = 900_000_000
SHOWN = {"status": "status", "slip": "lembar disposisi", "turn": "giliran"}


class LocalForge:
    """Both Protocols over one folder; `people` maps logins of the roles file to numeric ids."""

    def __init__(self, folder: Path, people: Mapping[str, int]) -> None:
        """Open a local forge. Raises ForgeError where there is none."""
        if not (folder / MARKER).is_file():
            raise ForgeError(
                f"{folder} bukan forge lokal", "buat dulu dengan `terbit practice FOLDER`"
            )
        self.people = {login.casefold(): number for login, number in people.items()}
        self.store = Store(folder)
        self.history = History(folder, self.account)

    # ForgeReader

    def facts(self, number: int, now: datetime) -> Row:
        """The facts document of one request, in the shapes of GitHub's REST API."""
        found = self._document(number, now)
        head = found["pr"]["head"]["sha"]
        others = [i for i in self.requests() if i.number != number and i.head_sha == head]
        return {**found, "also_open": [self._document(other.number, now) for other in others]}

    def _document(self, number: int, now: datetime) -> Row:
        """The facts of one request without its neighbours."""
        row = self.store.load(number)
        base, head = self.history.base(row), self.history.head(row)
        fork_point = self.history.merge_base(base, head)
        files = self.history.files(fork_point, head)
        shown = {path for file in files for path in names(file)}
        hidden = sorted(self.history.brings(base, head) - shown)
        touched = units(shown)
        current = list(self.history.shas(f"{base}..{head}"))
        pushes = list(self.history.activity(row))
        old = [sha for sha in self.history.old(pushes, base) if sha not in set(current)]
        return {
            "now": now.isoformat(),
            "pr": self._request_json(row, head, files),
            "commits": [self.history.commit(sha, touched) for sha in current],
            "old_commits": [self.history.commit(sha, touched) for sha in old],
            "draft_commits": [
                self.history.commit(sha, touched) for sha in self.history.draft_shas(base, files)
            ],
            "activity": pushes,
            "reviews": row["reviews"],
            "timeline": row["timeline"],
            "comments": row["comments"],
            "review_comments": row.get("review_comments", []),
            "fetch": {"merge": f"tidak ditampilkan: {hidden[0]}"} if hidden else {},
        }

    def requests(self, state: str = "open") -> Sequence[RequestInfo]:
        """The requests in a state: open, merged, or closed."""
        return [self._info(row) for row in self.store.rows() if row["state"] == state]

    def request_of(self, merge_commit: str) -> int | None:
        """The merged request that made this commit on main, or None."""
        found = (
            row["number"] for row in self.store.rows() if row.get("merge_commit") == merge_commit
        )
        return next(found, None)

    def page(self, commit: str, path: str) -> str | None:
        """A local forge has no pages."""
        return None

    def own_comment(self, number: int, marker: str) -> str:
        """A local forge keeps the slip of a request beside it, not beneath it."""
        return ""

    # ForgeWriter

    def open_request(self, *, branch: str, title: str, body: str, actor: str, now: datetime) -> int:
        """Open a request from a branch to main; returns its number."""
        if self.history.sha(f"refs/heads/{branch}") is None:
            raise ForgeError(f"cabang {branch} belum ada di forge", "kirim dulu cabangnya")
        with self.store.locked():
            if any(r["branch"] == branch and r["state"] == "open" for r in self.store.rows()):
                raise ForgeError(
                    f"cabang {branch} sudah punya permintaan", "lanjutkan permintaan itu"
                )
            number = max((row["number"] for row in self.store.rows()), default=0) + 1
            row: Row = {
                "number": number,
                "title": title,
                "body": body,
                "branch": branch,
                "opener": self.account(actor),
                "created_at": now.isoformat(),
                "state": "open",
                "reviews": [],
                "timeline": [],
                "comments": [],
            }
            self.store.save(row)
        return number

    def review(
        self, number: int, *, actor: str, decision: Decision, body: str, now: datetime
    ) -> int:
        """Give a formal review of the present head; returns its id."""
        with self.store.locked():
            row = self.store.reviewable_row(number)
            if (
                decision is not Decision.COMMENT
                and row["opener"]["login"].casefold() == actor.casefold()
            ):
                what = "pembuka permintaan tidak dapat menilai permintaannya sendiri"
                raise ForgeError(what, "minta orang lain; GitHub juga menolaknya")
            review_id = 1 + max((r["id"] for r in self.store.all_reviews()), default=500)
            row["reviews"].append(
                {
                    "id": review_id,
                    "user": self.account(actor),
                    "state": decision.value,
                    "commit_id": self.history.head(row),
                    "body": body,
                    "author_association": "MEMBER",
                    "submitted_at": now.isoformat(),
                }
            )
            self.store.save(row)
        return review_id

    def dismiss(
        self, number: int, review_id: int, *, actor: str, message: str, now: datetime
    ) -> None:
        """Dismiss a review, as anybody with write access can on GitHub."""
        with self.store.locked():
            row = self.store.reviewable_row(number)
            review = next((r for r in row["reviews"] if r["id"] == review_id), None)
            if review is None:
                raise ForgeError(
                    f"tinjauan {review_id} tidak ada", "periksa nomornya dengan terbit explain"
                )
            event = {
                "event": "review_dismissed",
                "actor": self.account(actor),
                "created_at": now.isoformat(),
                "dismissed_review": {
                    "state": review["state"].lower(),
                    "review_id": review_id,
                    "dismissal_message": message,
                },
            }
            row["timeline"].append(event)
            review["state"] = "DISMISSED"
            self.store.save(row)

    def merge(self, number: int, *, actor: str, head_sha: str, now: datetime) -> str:
        """Merge with a merge commit, refused unless the head is still this one."""
        with self.store.locked():
            row = self.store.open_row(number)
            head, base = self.history.head(row), self.history.sha(f"refs/heads/{MAIN}")
            if head != head_sha or base is None:
                raise ForgeError(
                    "naskah berubah sejak diperiksa", "jalankan terbit explain sekali lagi"
                )
            commit = self.history.merge_commit(base, head, row, actor, now)
            self.history.move_main(commit, base)
            row |= {
                "state": "merged",
                "merged_at": now.isoformat(),
                "merged_by": self.account(actor),
                "merge_commit": commit,
                "base_sha": base,
                "head_sha": head,
            }
            self.store.save(row)
        return commit

    def announce(self, notice: Notice, now: datetime) -> tuple[str, ...]:
        """Keep status, slip and whose turn it is beside the request; tells what changed."""
        shown = {
            "status": {
                "sha": notice.head_sha,
                "state": notice.state,
                "description": notice.sentence,
            },
            "slip": notice.slip,
            "turn": list(notice.turn),
        }
        with self.store.locked():
            row = self.store.load(notice.number)
            changed = tuple(key for key, value in shown.items() if row.get(key) != value)
            self.store.save({**row, **shown})
        return tuple(f"{SHOWN[key]} diperbarui" for key in changed)

    def withhold(self, number: int, head_sha: str, sentence: str) -> tuple[str, ...]:
        """Keep a red status beside the request."""
        shown = {"sha": head_sha, "state": "failure", "description": sentence}
        with self.store.locked():
            row = self.store.load(number)
            self.store.save({**row, "status": shown})
        return () if row.get("status") == shown else (f"{SHOWN['status']} diperbarui",)

    def opening(self, branch: str, title: str, *, body: str = "", template: str = "") -> None:
        """A local forge has no pages."""

    def editor(self, branch: str, path: str) -> None:
        """A local forge has no pages."""

    def reply(self, issue: int, text: str, marker: str) -> bool:
        """A local forge has no issues."""
        raise ForgeError("forge lokal tidak mengenal isu", "buat naskahnya dengan `terbit new`")

    def answer(self, issue: int, text: str, *, close: bool) -> None:
        """A local forge has no issues."""
        raise ForgeError("forge lokal tidak mengenal isu", "catat dengan `terbit record`")

    def comment(self, number: int, *, actor: str, body: str, now: datetime) -> None:
        """Leave a comment, which never counts."""
        with self.store.locked():
            row = self.store.load(number)
            row["comments"].append(
                {"user": self.account(actor), "body": body, "created_at": now.isoformat()}
            )
            self.store.save(row)

    def close(self, number: int) -> None:
        """Close a request without merging."""
        with self.store.locked():
            row = self.store.open_row(number)
            row["state"], row["head_sha"] = "closed", self.history.head(row)
            self.store.save(row)

    def account(self, login: str) -> Row:
        """The account behind a login; somebody outside the roles file gets an id of a guest."""
        guest = GUEST_IDS + zlib.crc32(login.casefold().encode()) % 1_000_000
        kind = "Bot" if login.endswith("[bot]") else "User"
        return {"login": login, "id": self.people.get(login.casefold(), guest), "type": kind}

    def _request_json(self, row: Mapping[str, Any], head: str, files: list[Row]) -> Row:
        merged = row["state"] == "merged"
        return {
            "number": row["number"],
            "title": row["title"],
            "state": "open" if row["state"] == "open" else "closed",
            "draft": False,
            "merged": merged,
            "merged_at": row.get("merged_at"),
            "merge_commit_sha": row.get("merge_commit"),
            "merged_by": row.get("merged_by"),
            "user": row["opener"],
            "created_at": row["created_at"],
            "head": {"sha": head, "ref": row["branch"], "repo": {"full_name": NAME}},
            "base": {"ref": MAIN, "repo": {"full_name": NAME}},
            "labels": [],
            "files": files,
        }

    def _info(self, row: Mapping[str, Any]) -> RequestInfo:
        return RequestInfo(
            number=row["number"],
            title=row["title"],
            branch=row["branch"],
            opener=row["opener"]["login"],
            state=row["state"],
            head_sha=self.history.head(row),
            merge_commit=row.get("merge_commit"),
        )
