"""The workflow files as data. Every value is text: YAML 1.1 would read the key `on` as true."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.rooms import REPOSITORY

Json = dict[str, Any]
FOLDER = Path(".github/workflows")
SET_UP = Path(".github/actions/siapkan/action.yml")


def read(file: Path) -> Json:
    """A YAML file with every scalar as text."""
    return _parsed(file.read_text(encoding="utf-8"))


@cache
def _parsed(text: str) -> Json:
    document: Json = yaml.load(text, yaml.BaseLoader)  # noqa: S506  (it makes nothing but text)
    return document


def workflows(root: Path = REPOSITORY) -> dict[str, Json]:
    """All workflows by the names of their files."""
    return {file.stem: read(file) for file in sorted((root / FOLDER).glob("*.yml"))}


def jobs(root: Path = REPOSITORY) -> Iterator[tuple[str, str, Json]]:
    """All jobs, with the workflow's file and the job's id."""
    for name, workflow in workflows(root).items():
        yield from ((name, job, body) for job, body in workflow["jobs"].items())


def steps(workflow: str, job: str, root: Path = REPOSITORY) -> list[Json]:
    """The steps of one job."""
    found: list[Json] = workflows(root)[workflow]["jobs"][job]["steps"]
    return found


def all_steps(root: Path = REPOSITORY) -> Iterator[tuple[str, Json]]:
    """Every step of every job and of the set-up, with a name for messages."""
    for name, job, body in jobs(root):
        yield from ((f"{name}/{job}", step) for step in body["steps"])
    yield from (("siapkan", step) for step in read(root / SET_UP)["runs"]["steps"])
