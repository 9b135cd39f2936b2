"""In whose name a reason of `catatan_pemeriksaan` stands, and whether those have approved it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from terbit.core.office import ACTING
from terbit.core.verdict import Signed

_NAME_AND_POST = re.compile(r"[,()]| sebagai | selaku ")


def plain(name: str) -> str:
    """A name or post as it is compared: one space, one case."""
    return " ".join(name.split()).casefold()


def said(by: str) -> frozenset[str]:
    """The names and posts that a line such as “Nama, Plh. Jabatan” may mean."""
    parts = {plain(part) for part in (by, *_NAME_AND_POST.split(by)) if part.strip()}
    return frozenset(parts | {_without_acting(part) for part in parts})


def signed(by: str, signatures: Iterable[Signed]) -> bool:
    """Whether the person or the post in whose name a reason stands is among those who approved."""
    texts = {
        plain(text) for row in signatures for text in (row.name, *row.capacity.split(";")) if text
    }
    return bool(said(by) & (texts | {_without_acting(text) for text in texts}))


def _without_acting(post: str) -> str:
    for acting in ACTING.values():
        post = post.removeprefix(acting.casefold())
    return post
