"""The miniature newsroom on a GitHub of our own: real Git, the fake's API, workflows under act.

People act by the command line or in the browser (`fake`), as on GitHub; every act takes a
minute. Nothing reaches a network but 127.0.0.1.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from terbit import config
from terbit.archive import ledger as archive
from terbit.commands import adopt
from terbit.core.record import Ledger
from terbit.newsroom.room import Newsroom
from terbit.repository import Identity, Repository
from tests.github.fake import FakeGitHub
from tests.github.server import Server, announce_pushes
from tests.github.state import ACTIONS, Thread
from tests.rooms import MAINTAINER, MINIATURE, REPOSITORY, START, WRITER
from tests.workflows import events, programs
from tests.workflows.act import REPOSITORY as ADDRESS
from tests.workflows.act import ActRun, Machine
from tests.workflows.files import Json, read, workflows

PRODUCT = (*("requirements.txt", "pyproject.toml", "Makefile", ".gitignore", ".github", "scripts"),)
GITHUB = Identity("GitHub", "web-flow", 19864447)
TOKEN = "ghs_milik-aksi"
FORM = REPOSITORY / ".github/ISSUE_TEMPLATE/bukti-tayang.yml"


class Hub:
    """A repository on GitHub with its workflows; use it as a context."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.bare = folder, folder / "repo.git"
        self.desk, self.venv = folder / "meja", folder / "venv"
        self.fake = FakeGitHub(git=self.bare)
        self._memory = folder / "github.json"
        if self._memory.is_file():
            self.fake.restore(self._memory.read_text(encoding="utf-8"))
        else:
            self._begin()
        self.server = Server(self.fake)
        self.runs = 0

    def _begin(self) -> None:
        self.fake.now = START
        for row in self.people.values():
            self.fake.person(row.login, row.id, "admin" if row.login == MAINTAINER else "write")

    @classmethod
    def make(cls, folder: Path) -> Path:
        """A template: the product's own code, the miniature's office and content, adopted."""
        bare, desk = folder / "repo.git", folder / "meja"
        programs.git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(bare))
        programs.git(folder, "clone", "--quiet", str(bare), str(desk))
        for name in _tracked(PRODUCT):
            (desk / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / name, desk / name)
        for name in ("content", "drafts"):
            shutil.copytree(MINIATURE / name, desk / name)
        for name in ("sop.yml", "kantor.yml", "mkdocs.yml"):
            shutil.copy2(MINIATURE / name, desk / name)
        by, yesterday = _people()[MAINTAINER], START - timedelta(days=1)
        programs.git(desk, "add", "--all")
        programs.git(
            desk, "commit", "--quiet", "-m", "Mulai ruang redaksi", env=_author(by, yesterday)
        )
        programs.git(desk, "push", "--quiet", "origin", "HEAD:refs/heads/main")
        adopt.adopt(Newsroom(desk), "isi awal", by, START - timedelta(hours=1))
        programs.git(desk, "remote", "set-url", "origin", ADDRESS)
        for clone in (bare, desk):
            programs.git(clone, "gc", "--quiet")
        cls._prepare(desk, folder / "lingkungan")
        (folder / "venv").symlink_to(folder / "lingkungan")
        return folder

    @staticmethod
    def _prepare(desk: Path, venv: Path) -> None:
        """The environment that the set-up would make; all hubs of a session share it."""
        shutil.copytree(desk / "scripts", venv / "scripts")
        tree, warm = programs.git(desk, "rev-parse", "HEAD:scripts"), venv / "scripts"
        programs.write(venv / "bin/terbit", programs.terbit(tree, warm))
        (venv / ".ready").touch()

    @classmethod
    def copy(cls, template: Path, folder: Path) -> Self:
        """A hub that starts where another one stands."""
        shutil.copytree(template, folder, symlinks=True, ignore=_shared)
        return cls(folder)

    def __enter__(self) -> Self:
        self.server.__enter__()
        programs.write(self.bare / "hooks/pre-receive", programs.RULES)
        announce_pushes(self.bare, self.server.url, MAINTAINER)
        return self

    def __exit__(self, *error: Any) -> None:
        self._memory.write_text(self.fake.state.dump(), encoding="utf-8")
        self.server.__exit__(*error)

    @cached_property
    def people(self) -> dict[str, Identity]:
        """Everybody in kantor.yml, by login."""
        return _people()

    def account(self, login: str) -> events.Account:
        """Somebody as an event names him or her; strangers have an account too."""
        return events.Account(login, int(self.fake.state.account(login)["id"]))

    def tick(self, minutes: int = 1) -> datetime:
        """Time passes, on GitHub too."""
        self.fake.now += timedelta(minutes=minutes)
        return self.fake.now

    @property
    def now(self) -> datetime:
        """The moment, in the office's zone."""
        return self.fake.now.astimezone(START.tzinfo)

    # What people do

    def terbit(self, login: str, *words: str) -> programs.Done:
        """Somebody uses the command line in the clone `desk`, with a token of his or her own."""
        self.tick()
        env = {**self._env(login), "GITHUB_TOKEN": login, "GITHUB_API_URL": self.server.url}
        return programs.run([str(self.venv / "bin/terbit"), *words], self.desk, env)

    def git(self, login: str, *words: str, rules: bool = True) -> str:
        """Somebody uses Git in the clone `desk`; without `rules` the rulesets are off."""
        env = self._env(login) | _author(self.people[login], self.tick())
        env |= {} if rules else {"UJI_TANPA_ATURAN": "1"}
        done = programs.run(["git", *words], self.desk, env)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def _env(self, login: str) -> dict[str, str]:
        return {**self._machine().home_env(), **self._told(login)}

    def _told(self, login: str) -> dict[str, str]:
        return {"UJI_ACTOR": login, "UJI_SEKARANG": self.now.isoformat()}

    def submit(self, path: str = "drafts/kabar-uji", by: str = WRITER) -> int:
        """A draft goes to its public place on a branch, and a request is opened for it."""
        done = self.terbit(by, "submit", path, "--as", by)
        assert done.returncode == 0, done.stdout + done.stderr
        return max(self.fake.state.threads)

    def review(self, number: int, by: str, event: str = "APPROVE", body: str = "") -> int:
        """Somebody presses a button of a review in the browser."""
        self.tick()
        return self.fake.review(number, by, event, body)

    def merge(self, number: int, by: str = WRITER) -> None:
        """Somebody presses the button “Merge pull request”."""
        self.tick()
        body = {"sha": self.head(number).sha, "merge_method": "merge"}
        self.fake.act(by, "PUT", f"pulls/{number}/merge", body)

    def fill_form(self, by: str, item: str, channel: str, link: str) -> int:
        """Somebody fills in the form for proofs; returns the issue's number."""
        fields = [row for row in read(FORM)["body"] if "id" in row]
        values = zip(fields, (item, channel, link, "_No response_"), strict=True)
        parts = (f"### {row['attributes']['label']}\n\n{value}" for row, value in values)
        return self.send_form(by, FORM, "\n\n".join(parts))

    def send_form(self, by: str, file: Path, body: str) -> int:
        """Somebody sends an issue form; returns the issue's number."""
        form = read(file)
        number = max(self.fake.state.threads, default=0) + 1
        self.fake.state.threads[number] = Thread(
            number=number,
            title=form["title"],
            user=self.fake.state.account(by),
            created_at=self.tick().isoformat(),
            body=body,
            labels=form["labels"],
        )
        return number

    # What can be seen

    def head(self, number: int) -> events.Head:
        """The head of a request."""
        row = self.fake.request(number).request["head"]
        return events.Head(number, row["ref"], row["sha"])

    def status(self, number: int) -> str | None:
        """The newest status of the gate on a request's head."""
        rows = self.fake.state.statuses.get(self.head(number).sha, ())
        states = [row["state"] for row in rows if row["context"] == "Gerbang SOP"]
        return states[-1] if states else None

    def ledger(self) -> Ledger:
        """What the archive branch holds on GitHub."""
        repository = Repository(self.checkout("main"))
        tip = repository.resolve("arsip")
        assert tip
        return archive.read(repository.branch_files(tip))

    # Workflows

    def run(
        self,
        workflow: str,
        event: str,
        payload: Mapping[str, Any],
        *,
        ref: str = "main",
        without: str = "",
        **more: Any,
    ) -> ActRun:
        """A workflow runs, with the rights that its jobs ask for, or `without` one of them."""
        self.tick()
        clone = self.checkout(ref)
        granted = _rights(workflows(clone)[workflow])
        granted.pop(without, None)
        self.fake.tokens[TOKEN] = ACTIONS
        self.fake.permissions[TOKEN] = granted
        env = self._told(ACTIONS) | {"UJI_CONTENTS": granted.get("contents", "none")}
        env |= more.pop("env", {})
        secrets = {"GITHUB_TOKEN": TOKEN, **more.pop("secrets", {})}
        tip = programs.git(clone, "rev-parse", "HEAD")
        row = self.fake.ran(tip, f".github/workflows/{workflow}.yml", event, head_branch=ref)
        env["GITHUB_RUN_ID"] = str(row["id"])
        machine = self._machine(clone)
        done = machine.run(workflow, event, payload, env=env, secrets=secrets, **more)
        for kept in sorted((self.store / ".run" / env["GITHUB_RUN_ID"]).glob("*")):
            self.fake.kept(row, kept.name, created_at=self.fake.state.stamp())
        return done

    def signal(self, number: int, by: str = WRITER) -> ActRun:
        """Something happened to a request: the gate wakes."""
        payload = events.signal(self.head(number), self.account(by))
        return self.run("gerbang", "workflow_run", payload)

    def publish(self, **more: Any) -> ActRun:
        """The publisher runs, as after a push to main."""
        tip = self.fake.state.refs["refs/heads/main"]
        payload = events.push(tip, tip, self.account(WRITER))
        return self.run("terbit", "push", payload, **more)

    def form(self, workflow: str, number: int, **more: Any) -> ActRun:
        """The form of an issue is read by its workflow, as after it was opened or edited."""
        thread = self.fake.state.threads[number]
        by = self.account((thread.user or {})["login"])
        payload = events.issue(number, thread.body or "", by, *thread.labels)
        return self.run(workflow, "issues", payload, **more)

    def comment(self, number: int, by: str, text: str = "/ajukan", **more: Any) -> ActRun:
        """Somebody writes a comment beneath an issue."""
        thread, who = self.fake.state.threads[number], self.account(by)
        payload = events.comment(number, thread.body or "", who, text, *thread.labels)
        return self.run("ajukan", "issue_comment", payload, **more)

    def bukti(self, number: int, **more: Any) -> ActRun:
        """The form for proofs is read."""
        return self.form("bukti", number, **more)

    @property
    def store(self) -> Path:
        """Where artifacts and the deployed site of all runs are."""
        return self.folder / "store"

    def _machine(self, clone: Path | None = None) -> Machine:
        return Machine(
            clone=clone or self.desk,
            api=self.server.url,
            bare=self.bare,
            home=self.folder / "rumah",
            store=self.store,
            venv=self.venv,
        )

    def checkout(self, ref: str) -> Path:
        """A clone from which act takes a workflow: a branch, or `pull/<number>` merged for a try.

        Only the workflows are there; a job has what its own checkout brings.
        """
        self.runs += 1
        clone = self.folder / f"runner-{self.runs}"
        branch = () if ref.startswith("pull/") else ("--branch", ref)
        words = ("clone", "--quiet", "--no-checkout", *branch, str(self.bare), str(clone))
        programs.git(self.folder, *words)
        if not branch:
            made = self._tried(clone, ref)
            programs.git(clone, "push", "--quiet", "--force", "origin", f"{made}:refs/{ref}/merge")
            programs.git(clone, "update-ref", "--no-deref", "HEAD", made)
        programs.git(clone, "checkout", "--quiet", "HEAD", "--", ".github")
        programs.git(clone, "remote", "set-url", "origin", ADDRESS)
        return clone

    def _tried(self, clone: Path, ref: str) -> str:
        """The commit that GitHub makes of a request to try whether it can be merged."""
        programs.git(clone, "fetch", "--quiet", "origin", f"refs/{ref}/head")
        tree = programs.git(clone, "merge-tree", "--write-tree", "origin/main", "FETCH_HEAD")
        words = ("commit-tree", tree, "-p", "origin/main", "-p", "FETCH_HEAD", "-m", f"Merge {ref}")
        return programs.git(clone, *words, env=_author(GITHUB, self.now))


def _people() -> dict[str, Identity]:
    rows = config.load(MINIATURE).office.appointments
    return {row.login: Identity(row.name, row.login, row.id) for row in rows}


def _rights(workflow: Json) -> dict[str, str]:
    """What the jobs of a workflow may do together; act gives them one token."""
    found: dict[str, str] = {}
    for job in workflow["jobs"].values():
        for right, level in (job.get("permissions") or {}).items():
            name = right.replace("-", "_")
            found[name] = max(found.get(name, ""), level)  # “read” < “write”
    return found


def _tracked(names: tuple[str, ...]) -> list[str]:
    command = ("ls-files", "-co", "--exclude-standard", "-z", "--", *names)
    listed = programs.git(REPOSITORY, *command).split("\0")
    return [name for name in listed if name and (REPOSITORY / name).is_file()]


def _shared(_: str, names: list[str]) -> list[str]:
    """What copies do not take along: the environment, and what runs left behind."""
    return [name for name in names if name in ("lingkungan", "rumah") or "runner-" in name]


def _author(by: Identity, at: datetime) -> dict[str, str]:
    """Who commits, by the address that GitHub knows the account by."""
    email = f"{by.id}+{by.login}@users.noreply.github.com"
    one = {"NAME": by.name, "EMAIL": email, "DATE": at.isoformat()}
    return {f"GIT_{role}_{key}": one[key] for role in ("AUTHOR", "COMMITTER") for key in one}
