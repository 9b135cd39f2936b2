"""A small office over a real bare repository, with people who write, review and merge."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.github.fake import FakeGitHub

IDS = {"rina": 12, "hendra": 13, "arif": 14, "luar": 15}
ARTICLE = "content/berita/2026/11/kabar/index.md"
TEXT = "".join(f"Baris ke-{number}.\n" for number in range(20))


class Office:
    """A fake, its bare repository, and a clone in which people write."""

    def __init__(self, folder: Path) -> None:
        self.bare, self.clone = folder / "terbit.git", folder / "klon"
        self.git("init", "-q", "--bare", "-b", "main", str(self.bare), at=folder)
        self.git("clone", "-q", str(self.bare), str(self.clone), at=folder)
        self.fake = FakeGitHub(git=self.bare)
        for login, number in IDS.items():
            self.fake.person(login, number, role="read" if login == "luar" else "write")
        del self.fake.state.collaborators["luar"]
        self.base = self.commit({"sop.yml": "langkah\n", "drafts/kabar/index.md": TEXT})
        self.push("main")

    def git(self, *words: str, by: str = "rina", at: Path | None = None) -> str:
        """A Git command as somebody gives it; what it prints."""
        mail = f"{IDS[by]}+{by}@users.noreply.github.com"
        who = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in (("NAME", by), ("EMAIL", mail), ("DATE", "2026-11-16T01:00:00Z"))
        }
        done = subprocess.run(
            ["git", *words],
            cwd=at or self.clone,
            env={**os.environ, **who},
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def commit(self, files: dict[str, str | None], by: str = "rina", message: str = "Ubah") -> str:
        """A commit of these texts, None for a file that goes; its sha."""
        for name, text in files.items():
            path = self.clone / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8") if text is not None else path.unlink()
        self.git("add", "--all", by=by)
        self.git("commit", "-q", "--allow-empty", "-m", message, by=by)
        return self.git("rev-parse", "HEAD")

    def push(self, branch: str, by: str = "rina", *more: str) -> None:
        """A real push of HEAD, of which the fake takes note."""
        self.git("push", "-q", *more, "origin", f"HEAD:refs/heads/{branch}", by=by)
        self.fake.received(by)

    def submit(self, branch: str = "draf/kabar") -> int:
        """The draft moved to its public place on a branch, and a request opened for it."""
        self.git("checkout", "-q", "-B", branch, self.base)
        self.commit({ARTICLE: TEXT, "drafts/kabar/index.md": None}, message="Ajukan")
        self.push(branch)
        return self.fake.open("rina", branch, "Kabar")


class Caller:
    """Calls the API of a fake's repository as somebody."""

    def __init__(self, fake: FakeGitHub, who: str = "uji") -> None:
        """`who` is a token; people's tokens are their logins, "uji" is that of a workflow."""
        self.fake, self.session = fake, fake.session(who)

    def __call__(self, method: str, path: str, body: Any = None) -> requests.Response:
        """One call; the path is relative to the repository unless it begins with a slash."""
        place = path if path.startswith("/") else f"/repos/{self.fake.repo}/{path}".rstrip("/")
        return self.session.request(method, self.fake.host + place, json=body)

    def get(self, path: str) -> Any:
        """The body of a good answer."""
        answer = self("GET", path)
        assert answer.ok, answer.text
        return answer.json()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office with one article on main's drafts and nothing else."""
    return Office(tmp_path)


@pytest.fixture
def fake() -> FakeGitHub:
    """A fake without Git, and two collaborators."""
    made = FakeGitHub()
    for login in ("rina", "hendra"):
        made.person(login, IDS[login])
    return made


@pytest.fixture
def request_1(fake: FakeGitHub) -> int:
    """A request in a fake without Git."""
    fake.push("rina", "main", "b" * 40)
    fake.memory.add([{"sha": "a" * 40, "parents": [{"sha": "b" * 40}]}])
    fake.push("rina", "draf/kabar", "a" * 40)
    return fake.open("rina", "draf/kabar", "Kabar")
