"""A proposal by the issue form in the miniature newsroom on GitHub, as its workflow handles it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from terbit.commands import intake as taking
from tests.filled import OF_PHOTOS, TOLD, issue_body, photos
from tests.forges.github.uploads import UPLOAD
from tests.github.state import Thread
from tests.rooms import WRITER
from tests.rooms_github import GitHubRoom

NUMBER = 7
SLUG = "tim-pengawas-buka-klinik-konsultasi-untuk-perangkat-daerah"
BRANCH = f"usulan/{NUMBER}-{SLUG}"
PLACE = f"drafts/{SLUG}"
LINKS = [UPLOAD.format(1), UPLOAD.format(2)]


def event(
    room: GitHubRoom, told: dict[str, str] | None = None, by: str = WRITER, **more: Any
) -> dict[str, Any]:
    """The event of an issue that somebody sent or changed."""
    body = more.get("body") or issue_body(told or {**TOLD, **OF_PHOTOS}, more.get("links", ()))
    user = room.fake.state.account(by)
    thread = room.fake.state.threads.setdefault(
        NUMBER, Thread(NUMBER, "Usulan: ", user, room.fake.state.stamp())
    )
    thread.body = body
    return {"issue": {"number": NUMBER, "body": body}, "sender": user}


def camera(folder: Path) -> Callable[[str], bytes]:
    """What stands behind the two links."""
    folder.mkdir(exist_ok=True)
    found = dict(zip(LINKS, (path.read_bytes() for path in photos(folder)), strict=True))

    def fetch(link: str) -> bytes:
        return found[link]

    return fetch


def send(
    room: GitHubRoom, told: dict[str, Any], fetch: Callable[[str], bytes] | None = None
) -> str:
    """Both halves, as the workflow runs them; returns the answer in the issue."""
    room.bot()
    out = room.folder / f"olahan-{room.tick():%H%M}"
    asked = taking.proposal(told)
    taking.prepare(room.newsroom, asked, out, room.now, fetch or camera(room.folder / "kamera"))
    return taking.deliver(room.newsroom, asked, out, room.now)
