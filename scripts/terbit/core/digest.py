"""The content digest: what an approval is bound to (S3, N14)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

FOLDERS = re.compile(r"(content/berita/[0-9]{4}/[0-9]{2}/[^/]+|drafts/[^/]+)/.", re.DOTALL)
CONTENT = "content/"
DRAFTS = "drafts/"
WRITTEN_IN = (CONTENT.rstrip("/"), DRAFTS.rstrip("/"))
ABSENT = ("000000", "0" * 40)
TREE_MODE = "040000"

Entry = tuple[str, str]
"""(mode, object id) of a path at some commit, as Git writes them; ABSENT where there is none."""


def unit(path: str) -> str:
    """What is approved as a whole: the article folder that holds the path, else the path."""
    match = FOLDERS.match(path)
    return match[1] if match else path


def units(paths: Iterable[str]) -> tuple[str, ...]:
    """The units of some paths, sorted, each once."""
    return tuple(sorted({unit(path) for path in paths}))


def writing(touched: Iterable[str], parents: int) -> tuple[str, ...]:
    """Where a commit of a request counts as writing in it (S7).

    A text may be written in one place and moved to another before anybody looks, so wherever texts
    stand counts. A merge brings other people's texts, and is asked for those of the request only.
    """
    return tuple(touched) if parents > 1 else tuple(dict.fromkeys((*touched, *WRITTEN_IN)))


def digest(entries: Mapping[str, Entry]) -> str:
    """SHA-256 over (path, mode, object) of every unit."""
    total = sha256()
    for path in sorted(entries):
        mode, object_id = entries[path]
        # a name in Git may be any bytes; Python holds odd ones as lone surrogates
        total.update(f"{path}\0{mode}\0{object_id}\n".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def item_digest(path: str, entry: Entry) -> str:
    """The digest of one item (an article folder or a page)."""
    return digest({path: entry})


def item_of(path: str) -> str | None:
    """The archive's name of the item that a repository path belongs to, or None."""
    return unit(path).removeprefix(CONTENT) if path.startswith(CONTENT) else None


def path_of(item: str) -> str:
    """The repository path of an archived item."""
    return CONTENT + item
