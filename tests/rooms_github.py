"""The same miniature newsroom, but on GitHub: real Git, and a fake that speaks its REST API."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from terbit.forges.github import Address, Client, GitHubForge
from terbit.newsroom.objects import GitObjects
from terbit.repository import NO_HOST, Identity
from tests.github.fake import FakeGitHub
from tests.rooms import Room

NAME = "contoh/terbit"
WEB = "https://github.com"
BOT = "github-actions[bot]"


class GitHubRoom(Room):
    """Whoever acts sits down with the own token; the bot's token judges and announces."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.fake = FakeGitHub(NAME, git=Path(self.bare))
        self.fake.now = self.now
        for row in self.newsroom.config.office.appointments:
            self.fake.person(row.login, row.id)
            # what was written in the practice room keeps its author
            old = f"{row.id}+{row.login}@users.noreply.{NO_HOST}"
            self.fake.state.emails[old] = row.login
        self._connect()

    @classmethod
    def copy(cls, template: Path, folder: Path) -> GitHubRoom:
        """A room on GitHub that starts where a local one stands."""
        shutil.copytree(template, folder, symlinks=True)
        shutil.rmtree(folder / "forge/repo.git/hooks")
        room = Room(folder)
        git = room.newsroom.repository.git
        git.remote("set-url", "origin", f"{WEB}/{NAME}.git")
        bare = (folder / "forge/repo.git").resolve()
        git.config(f"url.{bare}.insteadOf", f"{WEB}/{NAME}.git")
        return cls(folder)

    def _connect(self) -> None:
        address = Address(NAME, WEB, self.fake.host)
        self.client = Client(
            address.api, "uji", self.fake.session(), sleep=lambda seconds: None, account=BOT
        )
        objects = GitObjects(self.newsroom.repository, self.newsroom.main)
        forge = GitHubForge(address, self.client, objects, main="main")
        self.newsroom.__dict__["_forge"] = forge
        push = self.newsroom.repository.push

        def pushed(refspec: str, by: Identity, at: datetime, *, force: bool = False) -> None:
            push(refspec, by, at, force=force)
            self.fake.received(by.login, at)

        self.newsroom.repository.push = pushed  # type: ignore[method-assign]

    def who(self, login: str) -> Identity:
        """Sit down at the desk."""
        self.client.token, self.client.account = login, login
        return super().who(login)

    def tick(self, minutes: int = 1) -> datetime:
        self.fake.now = super().tick(minutes)
        return self.now

    def bot(self) -> None:
        """Give the desk to the workflow's token."""
        self.client.token, self.client.account = "uji", BOT

    def _dismiss(self, by: str, number: int, review: int) -> None:
        self.who(by)
        self.tick()
        path = f"repos/{NAME}/pulls/{number}/reviews/{review}/dismissals"
        self.client.send("PUT", path, {"message": "sudah dibicarakan"})
