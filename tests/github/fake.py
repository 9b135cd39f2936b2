"""A GitHub for one repository: it answers as the REST API does, remembers, and can fail."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from requests import Session

from tests.github import documents, operations, transport
from tests.github.answers import Answers
from tests.github.bare import Bare
from tests.github.contract import ContractError, Operation, contract
from tests.github.faults import AFTER, KINDS, Fault, Faults, Raw, encoded
from tests.github.happenings import HEADS, Happenings
from tests.github.objects import Memory
from tests.github.routes import NOT_FOUND, ROUTES, Ask, Given, Refused, Reply, Route
from tests.github.state import ACTIONS, ROLES, Json, Limits, State, Thread

HOST = "https://api.github.test"
VERSION = "2022-11-28"
LIMITS = {
    "X-RateLimit-Limit": "5000",
    "X-RateLimit-Remaining": "4999",
    "X-RateLimit-Reset": "4102444800",
    "X-GitHub-Api-Version-Selected": VERSION,
}
NOREPLY = re.compile(r"(\d+)\+(.+)@users\.noreply\.github\.com")
Rule = Callable[["FakeGitHub", Thread], str | None]
"""Says why a request must not be merged, or None."""


class Sent(NamedTuple):
    """One request as it comes over the wire."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes


class Call(NamedTuple):
    """One request as the log keeps it; status 0 where no answer went out."""

    method: str
    path: str
    query: dict[str, str]
    account: str | None
    status: int


class FakeGitHub:
    """One repository on GitHub, with everything that Terbit asks of it."""

    def __init__(
        self, repo: str = "contoh/terbit", git: Path | None = None, host: str = HOST
    ) -> None:
        """`git` is a bare repository from which commits and files are read, and merged."""
        self.repo, self.host = repo, host
        self.state = State(tokens={"uji": ACTIONS})
        self.memory = Memory()
        """Commits of facts documents."""
        self.bare = None if git is None else Bare(git, self.by_email)
        self.answers, self.happenings = Answers(self), Happenings(self)
        self.faults, self.limits = Faults(), Limits()
        self.log: list[Call] = []
        self.rules: list[Rule] = []
        self.excused: list[re.Pattern[str]] = []
        self.unschematic: list[tuple[str, str, str]] = []
        """Answers given although GitHub's description forbids them: method, path, why."""
        if self.bare is not None:
            self.state.refs = self.bare.refs()
        operations.register()

    # What tests set and call

    @property
    def owner(self) -> str:
        """The account or organisation that the repository belongs to."""
        return self.repo.partition("/")[0]

    @property
    def now(self) -> datetime:
        """The moment; every write carries it."""
        return self.state.now

    @now.setter
    def now(self, moment: datetime) -> None:
        self.state.now = moment

    @property
    def tokens(self) -> dict[str, str]:
        """Logins by token."""
        return self.state.tokens

    @tokens.setter
    def tokens(self, tokens: dict[str, str]) -> None:
        self.state.tokens = tokens

    @property
    def permissions(self) -> dict[str, dict[str, str]]:
        """What a token was declared for; one without declaration may what its account may."""
        return self.state.permissions

    @property
    def objects(self) -> Memory | Bare:
        """Where commits and files come from: Git if there is one, else documents."""
        return self.memory if self.bare is None else self.bare

    def session(self, token: str | None = None) -> Session:
        """A session whose requests this fake answers in process."""
        return transport.session(self, token)

    def person(self, login: str, number: int | None = None, role: str = "write") -> str:
        """A collaborator; the login is the person's token too, and is returned."""
        account = self.state.account(login)
        account["id"] = number or account["id"]
        self.state.collaborators[login] = role
        self.state.tokens[login] = login
        return login

    def delete_account(self, login: str) -> None:
        """The account is gone; its reviews stay and name nobody."""
        self.state.deleted.append(login)

    def push(self, actor: str, branch: str, sha: str | None, at: datetime | None = None) -> None:
        """Somebody puts a branch on a commit; None deletes it."""
        self.happenings.push(actor, branch, sha, at)

    def received(self, actor: str, at: datetime | None = None) -> None:
        """Take note of a real `git push` into the bare repository."""
        self.happenings.received(actor, at)

    def require(self, *contexts: str) -> Json:
        """A ruleset for the default branch that wants these statuses green; returns it."""
        checks = [{"context": context} for context in contexts]
        rule = {"required_status_checks": checks, "strict_required_status_checks_policy": False}
        ruleset = {
            "id": self.state.new_id(),
            "name": "wajib",
            "target": "branch",
            "enforcement": "active",
            "conditions": {"ref_name": {"include": ["~DEFAULT_BRANCH"], "exclude": []}},
            "rules": [{"type": "required_status_checks", "parameters": rule}],
        }
        self.state.rulesets.append(ruleset)
        return ruleset

    def act(self, login: str, method: str, path: str, body: Json | None = None) -> Json:
        """What a person does in the browser, told as a call; refusals are AssertionErrors.

        No fault meets it and it does not stand in the log: those are about the code under test.
        """
        self.tokens.setdefault(login, login)
        headers = {"Authorization": f"Bearer {login}"}
        url = f"{self.host}/repos/{self.repo}/{path}"
        raw = self._exchange(Sent(method, url, headers, json.dumps(body).encode() if body else b""))
        assert raw.status < 400, f"{login}: {method} {path}: {raw.status} {raw.body.decode()}"
        made: Json = json.loads(raw.body or b"{}")
        return made

    def ran(self, commit: str, path: str, event: str = "push", **more: Any) -> Json:
        """A workflow ran on a commit; returns the run's row, to be changed at will."""
        row = {"id": self.state.new_id(), "head_sha": commit, "path": path, "event": event, **more}
        self.state.runs.append(row)
        return row

    def kept(self, run: Json, name: str, **more: Any) -> Json:
        """A run kept an artifact; returns the artifact's row, to be changed at will."""
        row = {"id": self.state.new_id(), "name": name, "run": run["id"], **more}
        self.state.artifacts.append(row)
        return row

    def open(self, login: str, branch: str, title: str, body: str = "") -> int:
        """Somebody opens a request from a branch to the default branch; returns its number."""
        base = self.state.repository.get("default_branch", "main")
        row = {"title": title, "body": body, "head": branch, "base": base}
        return int(self.act(login, "POST", "pulls", row)["number"])

    def review(self, number: int, login: str, event: str = "APPROVE", body: str = "") -> int:
        """Somebody gives a formal review of the present head; returns its id."""
        row = {"event": event, "body": body}
        return int(self.act(login, "POST", f"pulls/{number}/reviews", row)["id"])

    def restore(self, text: str) -> None:
        """Go on from a saved state."""
        self.state = State.load(text)
        documents.restore(self)

    def load_facts(self, document: Json) -> Thread:
        """Serve the request of a facts document."""
        return documents.load(self, document)

    def request(self, number: int) -> Thread:
        """A request by its number."""
        return self.state.threads[number]

    # What operations ask

    def open_requests(self) -> list[Thread]:
        """Requests that are open, oldest first."""
        return [t for t in self.requests() if t.state == "open"]

    def requests(self) -> list[Thread]:
        """All requests, oldest first."""
        return [t for _, t in sorted(self.state.threads.items()) if t.pull is not None]

    def own(self, end: Json) -> bool:
        """Whether the head or base of a request lies in this repository."""
        name = (end.get("repo") or {}).get("full_name") or ""
        return str(name).casefold() == self.repo.casefold()

    def base_tip(self, thread: Thread) -> str:
        """Where the base branch stands, or stood when the request was merged."""
        base = thread.request["base"]
        return str(base.get("sha") or self.state.refs.get(HEADS + base["ref"], "0" * 40))

    def commits_of(self, thread: Thread) -> list[Json]:
        """The commits of a request, oldest first."""
        if thread.document is not None:
            return list(thread.document.get("commits") or ())
        shas = self.objects.between(self.base_tip(thread), thread.request["head"]["sha"])
        return [row for sha in shas if (row := self.objects.commit(sha)) is not None]

    def files_of(self, thread: Thread) -> list[Json]:
        """The files of a request, against the point where it left the base branch."""
        head = thread.request["head"]["sha"]
        if thread.document is not None:
            return list(thread.document["pr"].get("files") or ())
        base = self.objects.merge_base(self.base_tip(thread), head)
        return [] if base is None else list(self.objects.files(base, head))

    def mergeable(self, thread: Thread) -> bool | None:
        """Whether it can be merged; a test may set `mergeable`, None while GitHub thinks."""
        if "mergeable" in thread.request:
            answer: bool | None = thread.request["mergeable"]
            return answer
        head = thread.request["head"]["sha"]
        return bool(self.objects.fits(self.base_tip(thread), head))

    def resolve(self, name: str) -> str | None:
        """The commit that a branch, a ref or a sha names."""
        for ref in (name, f"refs/{name}", HEADS + name):
            if ref in self.state.refs:
                return self.state.refs[ref]
        pull = re.fullmatch(r"(?:refs/)?pull/(\d+)/head", name)
        if pull and int(pull[1]) in self.state.threads:
            return str(self.request(int(pull[1])).request["head"]["sha"])
        known = re.fullmatch(r"[0-9a-f]{40}", name) and self.objects.commit(name)
        return name if known else None

    def by_email(self, email: str) -> Json | None:
        """The account that an e-mail of a commit names."""
        login = self.state.emails.get(email)
        if login is not None:
            return None if login in self.state.deleted else self.state.account(login)
        noreply = NOREPLY.fullmatch(email)
        if noreply is None or noreply[2] in self.state.deleted:
            return None
        kind = "Bot" if noreply[2].endswith("[bot]") else "User"
        return {"login": noreply[2], "id": int(noreply[1]), "type": kind}

    def label(self, name: str) -> Json:
        """A label by its name, made where it is new."""
        found = next((row for row in self.state.labels if row["name"] == name), None)
        if found is None:
            found = {"id": self.state.new_id(), "name": name, "color": "ededed"}
            self.state.labels.append(found)
        return found

    def role(self, login: str) -> str:
        """The role of an account in the repository."""
        if login.casefold() == self.owner.casefold():
            return "admin"
        public = "none" if self.state.repository.get("private") else "read"
        return self.state.collaborators.get(login, public)

    # Answering

    def answer(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Raw:
        """The answer to one request. Raises ContractError where GitHub knows no such thing."""
        path, query = _read(url)
        fault = self.faults.take(method, path, query)
        raw = self._exchange(Sent(method, url, headers, body), fault)
        login = self.tokens.get(_token(headers))
        self.log.append(Call(method, path, query, login, raw.status))
        return raw

    def _exchange(self, sent: Sent, fault: Fault | None = None) -> Raw:
        path, query = _read(sent.url)
        operation, variables = contract().find(sent.method, path)
        contract().check_request(operation, variables, query, sent.body)
        if fault is not None and fault.kind not in AFTER:
            return KINDS[fault.kind](Raw(0, b"", dict(LIMITS)))
        body = json.loads(sent.body) if sent.body else {}
        place, token = urlsplit(sent.url).path, _token(sent.headers)
        ask = Ask(self, place, variables, Given(query), Given(body or {}), {}, token)
        try:
            raw = encoded(self._reply(operation, sent.headers, ask))
        except Refused as refusal:
            raw = encoded(Reply(refusal.status, refusal.body()))
        raw.headers |= LIMITS
        if fault is not None:
            return KINDS[fault.kind](raw)
        self._check(operation, path, raw)
        return raw

    def _reply(self, operation: Operation, headers: Mapping[str, str], ask: Ask) -> Reply:
        if headers.get("X-GitHub-Api-Version", VERSION) != VERSION:
            raise Refused(400, "API version not supported")
        login = self.tokens.get(ask.token)
        if login is None:
            raise Refused(401, "Bad credentials" if ask.token else "Requires authentication")
        ask.actor = self.state.account(login)
        name = "{owner}/{repo}".format_map({**_halves(self.repo), **ask.variables})
        if name.casefold() != self.repo.casefold():
            raise Refused(404, NOT_FOUND)
        route = ROUTES[operation.verb, operation.template]
        self._permit(route, ask)
        reply = route.handler(ask)
        ask.check_all_seen()
        return reply

    def _permit(self, route: Route, ask: Ask) -> None:
        bot = ask.actor["type"] == "Bot"
        granted = self.permissions.get(ask.token)
        if granted is not None and not route.allows(granted):
            who = "integration" if bot else "personal access token"
            raise Refused(403, f"Resource not accessible by {who}")
        role = self.role(ask.actor["login"])
        if not bot and not route.trusts(role):
            if role == ROLES[0]:
                raise Refused(404, NOT_FOUND)
            raise Refused(403, f"Must have {route.role} rights to Repository.")

    def _check(self, operation: Operation, path: str, raw: Raw) -> None:
        try:
            contract().check_answer(operation, raw.status, raw.body)
        except ContractError as error:
            if not any(pattern.search(path) for pattern in self.excused):
                raise
            self.unschematic.append((operation.verb.upper(), path, str(error)))


def _token(headers: Mapping[str, str]) -> str:
    """The token of a header such as "Authorization: Bearer …"."""
    return str(headers.get("Authorization") or "").rpartition(" ")[2]


def _read(url: str) -> tuple[str, dict[str, str]]:
    """The path and the query of an address."""
    parts = urlsplit(url)
    return unquote(parts.path), dict(parse_qsl(parts.query, keep_blank_values=True))


def _halves(name: str) -> dict[str, str]:
    return dict(zip(("owner", "repo"), name.split("/"), strict=True))
