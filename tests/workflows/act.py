"""Runs a workflow on this machine with act, in host mode, with stand-ins for GitHub's actions.

act enforces neither event filters nor permissions, environments or concurrency: those are
asserted on the files, in test_workflows.py.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.workflows import programs
from tests.workflows.files import all_steps

ACT = Path(sys.executable).with_name("act")
STAND_INS = Path(__file__).with_name("actions")
RUNNER = "ubuntu-24.04"
REPOSITORY = "https://github.com/contoh/terbit"


@dataclass(frozen=True)
class Step:
    """One step of a job that ran; `result` is success, failure or skipped."""

    job: str
    name: str
    result: str
    output: str


@dataclass(frozen=True)
class ActRun:
    """How a workflow ended."""

    code: int
    jobs: Mapping[str, str]
    steps: tuple[Step, ...]
    log: str

    def step(self, job: str, name: str) -> Step:
        """A step by its job's id and its name."""
        found = [step for step in self.steps if (step.job, step.name) == (job, name)]
        assert len(found) == 1, f"{job}/{name}: {len(found)} times in\n{self.log}"
        return found[0]

    def result(self, job: str, name: str) -> str:
        """How a step ended, “none” where it did not run."""
        ended = [step.result for step in self.steps if (step.job, step.name) == (job, name)]
        return ended[0] if ended else "none"

    @property
    def output(self) -> str:
        """Everything that steps printed."""
        return "".join(step.output for step in self.steps)


@dataclass(frozen=True)
class Machine:
    """What a run finds around it: the clone, GitHub's API, a home, a store for artifacts."""

    clone: Path
    api: str
    bare: Path
    home: Path
    store: Path
    venv: Path

    def run(
        self,
        workflow: str,
        event: str,
        payload: Mapping[str, Any],
        *,
        job: str = "",
        secrets: Mapping[str, str] | None = None,
        variables: Mapping[str, str] | None = None,
        env: Mapping[str, str] | None = None,
    ) -> ActRun:
        """Run one workflow of the clone on an event, or only a `job` of it and what it needs."""
        around = self.home_env()
        self.store.mkdir(parents=True, exist_ok=True)
        told = self.home / "event.json"
        told.write_text(json.dumps(payload), encoding="utf-8")
        inside = {
            "GITHUB_API_URL": self.api,
            "UJI_STORE": str(self.store),
            "UJI_VENV": str(self.venv),
            **(env or {}),
        }
        command = [
            *(str(ACT), event, "--json", "--eventpath", str(told)),
            *("--workflows", f".github/workflows/{workflow}.yml"),
            *("--platform", f"{RUNNER}=-self-hosted", "--no-cache-server"),
            *("--action-cache-path", str(self.home / "act"), "--action-offline-mode"),
            *("--artifact-server-addr", "127.0.0.1", "--no-skip-checkout"),
            *(("--job", job) if job else ()),
            *_options("--env", inside),
            *_options("--secret", secrets or {}),
            *_options("--var", variables or {}),
            *_options("--local-repository", stand_ins(self.clone)),
        ]
        done = programs.run(command, self.clone, around)
        return _read(done.returncode, done.stdout, done.stderr)

    def home_env(self) -> dict[str, str]:
        """A home of its own, where the repository's address on GitHub means the bare one."""
        self.home.mkdir(parents=True, exist_ok=True)
        rewrite = f'[url "{self.bare}"]\n\tinsteadOf = {REPOSITORY}\n'
        (self.home / ".gitconfig").write_text(rewrite, encoding="utf-8")
        path = f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return {"HOME": str(self.home), "PATH": path, "LANG": "C.UTF-8"}


def _options(name: str, values: Mapping[str, str]) -> Iterator[str]:
    for key, value in values.items():
        yield from (name, f"{key}={value}")


def stand_ins(clone: Path) -> dict[str, str]:
    """The stand-in's folder for every pinned action; fails where one lacks an input."""
    found: dict[str, str] = {}
    for _, step in all_steps(clone):
        name = step.get("uses", "./").partition("@")[0]
        if name.startswith("."):
            continue
        folder = STAND_INS / name.rpartition("/")[2]
        assert folder.is_dir(), f"{name} has no stand-in in {STAND_INS}"
        declared = yaml.safe_load((folder / "action.yml").read_text(encoding="utf-8"))
        unknown = set(step.get("with") or {}) - set(declared.get("inputs") or {})
        assert not unknown, f"the stand-in for {name} does not know {unknown}"
        found[step["uses"]] = str(folder)
    return found


def _read(code: int, printed: str, errors: str) -> ActRun:
    """The run from act's log, one JSON object a line; steps inside an action belong to its own."""
    jobs: dict[str, str] = {}
    steps: list[Step] = []
    texts: dict[tuple[str, str], str] = {}
    for row in map(json.loads, filter(None, printed.splitlines())):
        place = row.get("stepID") or ("",)
        key = (row.get("jobID", ""), place[0])
        if row.get("raw_output") or "command" in row:
            texts[key] = texts.get(key, "") + row["msg"]
        if "jobResult" in row:
            jobs[key[0]] = row["jobResult"]
        if "stepResult" in row and row.get("stage") == "Main" and len(place) == 1:
            steps.append(Step(key[0], row["step"], row["stepResult"], texts.get(key, "")))
    return ActRun(code, jobs, tuple(steps), printed + errors)
