"""Facts documents sent through GitHub and back: fake, REST answers, adapter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from terbit.errors import ForgeError
from terbit.forges.github import Address, Client, GitHubForge
from tests.github.fake import FakeGitHub
from tests.github.objects import Memory

Json = dict[str, Any]
NOT_ON_GITHUB = ("merge_group", "fetch", "team_invitations")
"""Parts that a document may hold in forms which no answer of GitHub's has."""


class DocumentObjects:
    """The Git side of a document: it says itself what the digests are."""

    def __init__(self, document: Json, memory: Memory) -> None:
        self.document, self.memory = document, memory

    def base(self, merge_commit: str | None) -> str:
        return str(self.document["pr"]["base"].get("sha") or "b" * 40)

    def bring(self, number: int, commits: Sequence[str]) -> None:
        """Everything is there already."""

    def brings(self, base: str, head: str) -> frozenset[str]:
        return frozenset()

    def content(self, commit: Mapping[str, Any], touched: Sequence[str]) -> Json | None:
        sha = commit["sha"]
        if self.memory.commit(sha) is None or sha not in self.memory.contents:
            return None
        return {"digest": self.memory.digest_of(sha), "changed": self.memory.changed(sha)}

    def draft_folders(self, base: str, names: Sequence[str]) -> Sequence[str]:
        return ["drafts"]

    def draft_commits(self, base: str, folders: Sequence[str]) -> Sequence[str]:
        rows = self.document.get("draft_commits", ())
        if rows is None:
            raise ForgeError("riwayat naskah tidak terbaca", "coba lagi")
        return [row["sha"] for row in rows]


def client(fake: FakeGitHub, **changes: Any) -> Client:
    """A client of a fake that never really waits."""
    return Client(fake.host, "uji", fake.session(), sleep=lambda seconds: None, **changes)


def through_github(document: Json) -> Json:
    """The same document as the adapter reads it from GitHub."""
    name = document["pr"]["base"]["repo"]["full_name"]
    fake = FakeGitHub(repo=name)
    others = document.get("also_open") or ()
    told = all("created_at" in row.get("pr", {}) for row in others)
    fake.load_facts(document if told else {**document, "also_open": []})
    teams = document.get("team_members")
    forge = GitHubForge(
        Address(name, "https://github.com", fake.host),
        client(fake),
        DocumentObjects(document, fake.memory),
        main=document["pr"]["base"].get("ref", "main"),
        teams=lambda: list(teams) if isinstance(teams, dict) else [],
    )
    found = forge.facts(document["pr"]["number"], datetime.fromisoformat(document["now"]))
    parts = NOT_ON_GITHUB if told else (*NOT_ON_GITHUB, "also_open")
    return {**found, **{part: document[part] for part in parts if document.get(part)}}
