"""The corpus as a newsroom: a Git repository with `main` and the ledger on `arsip`.

Written with `git fast-import`, because ten thousand articles are seventy thousand objects.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from hashlib import sha1
from pathlib import Path

from terbit import config
from terbit.config import Config
from terbit.core.digest import TREE_MODE, item_digest, path_of
from terbit.core.plan import PUBLISHER
from terbit.core.record import APPROVED, PUBLISHED, Event, History, Signature
from tests.bench.site import corpus
from tests.bench.site.corpus import Story

REPOSITORY = Path(__file__).parents[3]
OFFICE = REPOSITORY / "tests/newsroom"
FILE_MODE = "100644"
NEWS = "berita"
SETTINGS = ("sop.yml", "kantor.yml", "mkdocs.yml")
BRANCHES = ("main", "arsip")
ENVIRONMENT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


@dataclass
class Newsroom:
    """A forge's bare repository in a folder and the clone beside it in which Terbit runs."""

    folder: Path
    setting: Config = field(default_factory=lambda: config.load(OFFICE))
    pages_from: Path = REPOSITORY / "content"

    @property
    def bare(self) -> Path:
        """The repository that the clone is of."""
        return self.folder / "hulu.git"

    @property
    def clone(self) -> Path:
        """A clone with the files of the top folder only: nothing is built from a working tree."""
        return self.folder / "ruang"

    def create(self, stories: Iterable[Story]) -> None:
        """Write both branches and clone them."""
        self.bare.mkdir(parents=True)
        _git(self.bare, "init", "--quiet", "--bare", "--initial-branch=main")
        self._import(self._settings(), [*self._pages(), *map(_article, stories)], first=True)
        command = ("clone", "--quiet", "--no-local", "--sparse", str(self.bare), str(self.clone))
        _git(self.folder, *command)

    def append(self, stories: Iterable[Story]) -> None:
        """Publish more articles: one commit on each branch, fetched into the clone."""
        self._import({}, list(map(_article, stories)), first=False)
        _git(self.clone, "fetch", "--quiet", "origin")
        _git(self.clone, "merge", "--quiet", "--ff-only", "origin/main")

    def _settings(self) -> dict[str, bytes]:
        return {name: (OFFICE / name).read_bytes() for name in SETTINGS}

    def _pages(self) -> Iterator[Item]:
        """The plain pages, which stand since the first day."""
        at = datetime(corpus.FIRST.year, corpus.FIRST.month, 1, 9, tzinfo=corpus.ZONE)
        for path in sorted(self.pages_from.rglob("*.md")):
            name = path.relative_to(self.pages_from).as_posix()
            if not name.startswith(f"{NEWS}/"):
                yield Item(name, {"": path.read_bytes()}, at, name)

    def _import(self, settings: Mapping[str, bytes], items: list[Item], *, first: bool) -> None:
        content = {path: data for item in items for path, data in item.paths()}
        events = {e.file: e.written for item in items for e in self._events(item)}
        command = ["git", "fast-import", "--quiet"]
        with subprocess.Popen(command, cwd=self.bare, stdin=subprocess.PIPE) as process:
            assert process.stdin is not None
            at = max(item.published for item in items)
            for branch, files in zip(BRANCHES, ({**settings, **content}, events), strict=True):
                for part in stream(branch, files, at, first=first):
                    process.stdin.write(part)
        if process.returncode:
            raise RuntimeError("git fast-import failed")

    def _events(self, item: Item) -> Iterator[Event]:
        """An approval and a publication, as the publisher writes them."""
        number = self.setting.procedure.number
        common = {"procedure": number, "digest": item.digest, "actor": PUBLISHER}
        history = History(item.name)
        signed = item.published - timedelta(minutes=5)
        approval = history.next(APPROVED, at=signed, details=self._details(item), **common)
        yield approval
        yield history.add(approval).next(PUBLISHED, at=item.published, **common)

    def _details(self, item: Item) -> dict[str, object]:
        """What `terbit.core.dossier` keeps, for a request without any note."""
        head = sha1(item.name.encode(), usedforsecurity=False).hexdigest()
        submitted, merged = (item.published - timedelta(minutes=m) for m in (90, 6))
        procedure = self.setting.procedure
        signatures = [
            Signature(
                step.id,
                step.action.value,
                procedure.role(step.roles[0]).name,
                submitted + timedelta(minutes=30 * place),
                place,
            )
            for place, step in enumerate(procedure.review_steps, start=1)
        ]
        clocks = [
            {"step": step.id, "limit_minutes": step.minutes, "used_minutes": 30}
            for step in procedure.review_steps
        ]
        return {
            "request": 1,
            "title": item.title,
            "head": head,
            "commit": head,
            "submitted_at": submitted.isoformat(),
            "merged_at": merged.isoformat(),
            "signatures": [signature.to_json() for signature in signatures],
            "notes": [],
            "send_backs": 0,
            "clocks": clocks,
            "lifted": [],
            "changed_rules": {},
            "mode": item.entry[0],
            "object": item.entry[1],
        }


@dataclass(frozen=True)
class Item:
    """An article folder, or a page as the one file ""."""

    name: str
    files: Mapping[str, bytes]
    published: datetime
    title: str

    @cached_property
    def entry(self) -> tuple[str, str]:
        """Its Git mode and object id."""
        if "" in self.files:
            return FILE_MODE, _object("blob", self.files[""])
        rows = (
            f"{FILE_MODE} {name}\0".encode() + bytes.fromhex(_object("blob", data))
            for name, data in sorted(self.files.items())
        )
        return TREE_MODE, _object("tree", b"".join(rows))

    @property
    def digest(self) -> str:
        """The content digest that its approval is bound to."""
        return item_digest(path_of(self.name), self.entry)

    def paths(self) -> Iterator[tuple[str, bytes]]:
        """Its files by repository path."""
        for name, data in self.files.items():
            yield f"{path_of(self.name)}/{name}".rstrip("/"), data


def stream(
    branch: str, files: Mapping[str, bytes], at: datetime, *, first: bool
) -> Iterator[bytes]:
    """One commit on a branch, in the language of `git fast-import`; equal files are sent once."""
    marks: dict[bytes, int] = {}
    for data in files.values():
        if data not in marks:
            marks[data] = len(marks) + 1
            yield b"blob\nmark :%d\ndata %d\n" % (marks[data], len(data)) + data + b"\n"
    yield f"commit refs/heads/{branch}\n".encode()
    who = f"{PUBLISHER} <terbit@terbit.invalid> {int(at.timestamp())} +0700"
    yield f"committer {who}\ndata 6\nTambah\n".encode()
    if not first:
        yield f"from refs/heads/{branch}^0\n".encode()
    for path, data in files.items():
        yield f"M {FILE_MODE} :{marks[data]} {path}\n".encode()
    yield b"\n"


def _article(story: Story) -> Item:
    return Item(f"{NEWS}/{story.folder}", corpus.terbit_files(story), story.published, story.title)


def _object(kind: str, data: bytes) -> str:
    """The id that Git gives an object."""
    head = f"{kind} {len(data)}\0".encode()
    return sha1(head + data, usedforsecurity=False).hexdigest()


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, env={**os.environ, **ENVIRONMENT})
