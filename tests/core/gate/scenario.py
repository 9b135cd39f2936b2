"""A small builder of offices and of facts documents, so that tests read as stories.

    scene = Scene(INSPEKTORAT)
    scene.push("rina-admin", "D1")
    scene.approve("hendra-irban1")
    assert scene.verdict().reason == "WAIT_APPROVAL"

Times are in the office's zone: "09:30" is on Monday 16 November 2026, "17 09:30" a day later,
"2027-02-08 09:30" any day, and whatever has no time happens ten minutes after the last event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy, deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from terbit import config
from terbit.core.digest import unit
from terbit.core.facts import WEB_FLOW, Facts, from_json
from terbit.core.gate import evaluate
from terbit.core.office import Appointment, Calendar, Office
from terbit.core.procedure import Procedure, Step, UrgentPath
from terbit.core.pushes import NO_COMMIT
from terbit.core.verdict import Verdict

EXAMPLES = Path(__file__).parent / "examples"
BASE = "b" * 40
"""The commit of the base branch from which every request starts."""
ARTICLE = "content/berita/2026/11/kerja-bakti/index.md"
DRAFT = "drafts/kerja-bakti/index.md"
FLOOD = "Air sungai naik cepat dan warga perlu mengungsi malam ini."
OUTSIDERS = {"warga-iseng": 7777, "rafi-magang": 7001}
BOTS = {"terbit-cms[bot]": 9001, "dependabot[bot]": 9002}

Json = dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """A SOP and an office; every edit gives a new one."""

    procedure: Procedure
    office: Office

    @classmethod
    def of(cls, example: str) -> Setting:
        """The configuration of one example folder."""
        loaded = config.load(EXAMPLES / example)
        return cls(loaded.procedure, loaded.office)

    @cached_property
    def ids(self) -> dict[str, int]:
        """Numeric ids by login."""
        return {row.login: row.id for row in self.office.appointments}

    def with_row(
        self,
        login: str,
        role: str,
        start: str = "2026-01-01",
        end: str | None = None,
        status: str = "definitif",
    ) -> Setting:
        """One more post for a new or a known person."""
        names = {row.login: row.name for row in self.office.appointments}
        row = Appointment(
            name=names.get(login, login.title()),
            role=role,
            login=login,
            id=self.ids.get(login, 5000 + len(self.office.appointments)),
            start=date.fromisoformat(start),
            end=date.fromisoformat(end) if end else None,
            status=status,
            decree="" if status == "definitif" else "SPT-1/2026",
        )
        return self._rows([*self.office.appointments, row])

    def without(self, *logins: str, role: str | None = None) -> Setting:
        """The rows of these people deleted, or only those of one role."""
        return self._rows(
            row
            for row in self.office.appointments
            if row.login not in logins or (role is not None and row.role != role)
        )

    def dated(self, login: str, start: str | None = None, end: str | None = None) -> Setting:
        """Other dates for all rows of a person."""
        return self._rows(
            replace(
                row,
                start=date.fromisoformat(start) if start else row.start,
                end=date.fromisoformat(end) if end else row.end,
            )
            if row.login == login
            else row
            for row in self.office.appointments
        )

    def team(self, role: str, team: str) -> Setting:
        """Holders of a role by forge team."""
        return replace(self, office=replace(self.office, teams=MappingProxyType({role: team})))

    def calendar(self, **changes: Any) -> Setting:
        """Other office hours."""
        calendar = replace(self.office.calendar, **changes)
        return replace(self, office=replace(self.office, calendar=calendar))

    def allowing(self, *following: str) -> Setting:
        """A SOP that lets these review steps follow, for what must be told at once."""
        return self.sop(urgent=UrgentPath(("serta-merta",), following, "SK 12/2026"))

    def ranked(self, role: str, rank: int) -> Setting:
        """Another rank for a role."""
        roles = (replace(r, rank=rank) if r.id == role else r for r in self.procedure.roles)
        return self.sop(roles=tuple(roles))

    def step(self, step_id: str, **changes: Any) -> Setting:
        """Another quorum, time limit or list of roles for a step."""
        steps = (replace(s, **changes) if s.id == step_id else s for s in self.procedure.steps)
        return self.sop(steps=tuple(steps))

    def without_step(self, step_id: str) -> Setting:
        """A SOP that lacks a step."""
        left: Iterable[Step] = (s for s in self.procedure.steps if s.id != step_id)
        return self.sop(steps=tuple(replace(s, number=n) for n, s in enumerate(left, start=1)))

    def sop(self, **changes: Any) -> Setting:
        """Other fields of the SOP."""
        return replace(self, procedure=replace(self.procedure, **changes))

    def _rows(self, rows: Iterable[Appointment]) -> Setting:
        return replace(self, office=replace(self.office, appointments=tuple(rows)))


INSPEKTORAT = Setting.of("APV-001")
"""SOP 067: draf 2, verifikasi 3, persetujuan 4, publikasi 5."""
DINKES = Setting.of("DK-005")
"""Seven steps: telaah_medis 3, telaah_ppid 4, telaah_privasi 5 (quorum 2), keputusan 6."""
DESA = Setting.of("KD-021").without("petrus-plh").dated("yohana-kades", end="2030-12-31")
"""Three steps, no telaah: tulis 1, setujui 2, tayang 3; ani and markus and yohana."""


class Scene:
    """One request and its facts document, told event by event."""

    def __init__(
        self,
        setting: Setting = INSPEKTORAT,
        opener: Any = None,
        files: Iterable[str] = (ARTICLE,),
        opened: str = "08:00",
        now: str = "17 12:00",
    ) -> None:
        self.setting = setting
        self.last = self.time(opened)
        self.count = 0
        self.next_review = 501
        self.drafter = self._first_drafter()
        repository = {"full_name": "kantor/terbit"}
        self.doc: Json = {
            "now": iso(self.time(now)),
            "pr": {
                "number": 7,
                "state": "open",
                "draft": False,
                "merged": False,
                "user": self.account(opener or self.drafter),
                "created_at": iso(self.last),
                "head": {"sha": BASE, "ref": "naskah/kabar", "repo": dict(repository)},
                "base": {"ref": "main", "repo": dict(repository)},
                "files": [{"filename": name, "status": "added"} for name in files],
            },
            "commits": [],
            "old_commits": [],
            "activity": [],
            "reviews": [],
            "timeline": [],
        }

    def _first_drafter(self) -> str:
        roles = self.setting.procedure.drafting.roles
        return next(r.login for r in self.setting.office.appointments if r.role in roles)

    # Times and accounts

    def time(self, when: str) -> datetime:
        """A moment from its short form, in UTC."""
        if "-" not in when:
            day, _, clock = when.rpartition(" ")
            when = f"2026-11-{day or '16'} {clock}"
        zone = self.setting.office.calendar.zone
        return datetime.fromisoformat(when).replace(tzinfo=zone).astimezone(UTC)

    def tick(self, at: str | None) -> str:
        """The time of the next event, as the forge writes it."""
        self.last = self.time(at) if at else self.last + timedelta(minutes=10)
        return iso(self.last)

    def account(self, who: Any) -> Json | None:
        """A user as REST gives it; None and ready-made accounts pass as they are."""
        if not isinstance(who, str):
            given: Json | None = who
            return given
        if who in BOTS:
            return {"login": who, "id": BOTS[who], "type": "Bot"}
        if who == WEB_FLOW:
            return {"login": WEB_FLOW, "id": 19864447, "type": "User"}
        known = {**OUTSIDERS, **self.setting.ids}
        return {"login": who, "id": known[who], "type": "User"}

    # What happens to the text

    @property
    def head(self) -> str:
        """The sha of the head."""
        return str(self.doc["pr"]["head"]["sha"])

    def commit(
        self,
        author: Any,
        digest: str | None,
        *,
        parents: Iterable[str],
        committer: Any = WEB_FLOW,
        changed: bool = True,
        message: str = "Ubah naskah",
    ) -> Json:
        """A commit that nobody has pushed yet."""
        self.count += 1
        return {
            "sha": f"{self.count:040x}",
            "author": self.account(author),
            "committer": self.account(committer),
            "commit": {"author": {"email": "x@example.org"}, "message": message},
            "parents": [{"sha": sha} for sha in parents],
            "content": {"digest": digest, "changed": changed},
        }

    def push(self, by: Any, *digests: str, at: str | None = None, **commit: Any) -> str:
        """Push one commit for each digest; `author` is the pusher unless said otherwise."""
        author = commit.pop("author", by)
        before = self.head
        for digest in digests:
            made = self.commit(author, digest, parents=[self.head], **commit)
            self._add(made)
        return self._pushed(by, before, at)

    def force_push(
        self, by: Any, *digests: str, gone: bool = False, at: str | None = None, **commit: Any
    ) -> str:
        """Replace the whole branch; the commits that left are kept unless `gone`."""
        before = self.head
        self._leave(gone)
        author = commit.pop("author", by)
        for digest in digests:
            self._add(self.commit(author, digest, parents=[self.head], **commit))
        return self._pushed(by, before, at, "force_push")

    def rebase(self, by: Any, at: str | None = None, committer: Any = WEB_FLOW) -> str:
        """The same commits upon a newer base: other shas, the same bytes."""
        before, old = self.head, deepcopy(self.doc["commits"])
        self._leave()
        for row in old:
            self.count += 1
            new = {**row, "sha": f"{self.count:040x}", "parents": [{"sha": self.head}]}
            self._add({**new, "committer": self.account(committer)})
        return self._pushed(by, before, at, "force_push")

    def merge_main(self, by: Any, at: str | None = None, digest: str | None = None) -> str:
        """The button "Update branch": a merge of the base branch that touches none of our files."""
        before = self.head
        same = digest or self.doc["commits"][-1]["content"]["digest"]
        changed = digest is not None
        self._add(self.commit(by, same, parents=[before, "c" * 40], changed=changed))
        return self._pushed(by, before, at)

    def draft_commit(self, author: Any, **commit: Any) -> None:
        """A commit of the base branch that touched the draft before it was moved (N13)."""
        made = self.commit(author, "D0", parents=["d" * 40], **commit)
        self.doc.setdefault("draft_commits", []).append(made)

    def _add(self, commit: Json) -> None:
        self.doc["commits"].append(commit)
        self.doc["pr"]["head"]["sha"] = commit["sha"]

    def _leave(self, gone: bool = False) -> None:
        if not gone:
            self.doc["old_commits"] += self.doc["commits"]
        self.doc["commits"] = []
        self.doc["pr"]["head"]["sha"] = BASE

    def _pushed(self, by: Any, before: str, at: str | None, kind: str = "push") -> str:
        first = not self.doc["activity"]
        self.doc["activity"].append(
            {
                "activity_type": "branch_creation" if first else kind,
                "before": NO_COMMIT if first else before,
                "after": self.head,
                "actor": self.account(by),
                "timestamp": self.tick(at) if at or not first else iso(self.last),
            }
        )
        return self.head

    # What people say

    def review(
        self,
        by: Any,
        state: str,
        *,
        at: str | None = None,
        on: str | None = "",
        number: int | None = None,
        body: str = "",
    ) -> int:
        """A formal review of the head, or of the commit `on`."""
        number = number or self.next_review
        self.next_review = max(self.next_review, number) + 1
        self.doc["reviews"].append(
            {
                "id": number,
                "user": self.account(by),
                "state": state,
                "commit_id": self.head if on == "" else on,
                "body": body,
                "author_association": "MEMBER",
                "submitted_at": self.tick(at),
            }
        )
        return number

    def approve(self, *people: Any, **how: Any) -> int:
        """Approvals by these people, in this order; the id of the last."""
        return [self.review(by, "APPROVED", **how) for by in people][-1]

    def object(self, by: Any, **how: Any) -> int:
        """A review that requests changes."""
        return self.review(by, "CHANGES_REQUESTED", **how)

    def dismiss(self, review: int, by: Any, at: str | None = None) -> None:
        """Somebody dismisses a review; REST forgets what it was, the timeline does not."""
        row = next(row for row in self.doc["reviews"] if row["id"] == review)
        self.doc["timeline"].append(
            {
                "event": "review_dismissed",
                "actor": self.account(by),
                "created_at": self.tick(at),
                "dismissed_review": {"state": row["state"].lower(), "review_id": review},
            }
        )
        row["state"] = "DISMISSED"

    def comment(self, by: Any, body: str) -> None:
        """A plain comment."""
        self.doc.setdefault("comments", []).append({"user": self.account(by), "body": body})

    # What else there is

    def files(self, *names: str | tuple[str, str]) -> None:
        """The touched files; a pair is a rename, new name first."""
        self.doc["pr"]["files"] = [
            {"filename": name, "status": "modified"}
            if isinstance(name, str)
            else {"filename": name[0], "previous_filename": name[1], "status": "renamed"}
            for name in names
        ]

    def also_open(self, number: int, **row: Any) -> None:
        """Another open request with the same head."""
        self.doc.setdefault("also_open", []).append({"number": number, **row})

    def team(self, name: str, *members: Any) -> None:
        """The members of a forge team."""
        rows = [self.account(member) for member in members]
        self.doc.setdefault("team_members", {})[name] = rows

    def urgent(
        self, reason: str = FLOOD, path: str = ARTICLE, classification: str = "serta-merta"
    ) -> None:
        """An article of the head asks for the urgent path."""
        row = {"path": unit(path), "classification": classification, "reason": reason}
        self.doc.setdefault("urgent", []).append(row)

    def merged(self, at: str | None = None) -> None:
        """The request is merged."""
        merged_at = self.tick(at)
        self.doc["pr"].update(state="closed", merged=True, merged_at=merged_at)

    # What comes of it

    def copy(self) -> Self:
        """The same story so far, to be told on in another way."""
        new = copy(self)
        for name, value in vars(self).items():
            setattr(new, name, value if name == "setting" else deepcopy(value))
        return new

    road: Callable[[Json], Json] = staticmethod(dict)
    """How a document comes to the gate: as it is, or over GitHub."""

    def facts(self) -> Facts:
        """The facts, read from the document; what Git says of urgency comes over no road."""
        told = {"urgent": self.doc["urgent"]} if "urgent" in self.doc else {}
        return from_json({**self.road(deepcopy(self.doc)), **told})

    def verdict(self) -> Verdict:
        """What the gate says of it."""
        facts = self.facts()
        return evaluate(self.setting.procedure, self.setting.office, facts, facts.now)


def written(setting: Setting = INSPEKTORAT, by: Any = None, **scene: Any) -> Scene:
    """A request with one text D1, opened and pushed at 08:00 by a drafter."""
    made = Scene(setting, opener=by, **scene)
    made.push(by or made.drafter, "D1")
    return made


def why(verdict: Verdict) -> dict[int, str]:
    """Ignored reviews and why."""
    return {row.review: row.why.value for row in verdict.ignored}


def counted(verdict: Verdict) -> dict[str, list[int]]:
    """Counted reviews by step, the empty steps left out."""
    return {step: list(ids) for step, ids in verdict.counted.items() if ids}


def iso(moment: datetime) -> str:
    """A time as REST writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def local(calendar: Calendar, when: str) -> datetime:
    """An office moment from "2026-11-16 09:30"."""
    return datetime.fromisoformat(when).replace(tzinfo=calendar.zone)
