"""How much the site weighs, and a word in time before GitHub Pages cannot hold it any more."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from terbit.site import search, watch
from terbit.site.store import Store

MOST = 1_000_000_000
"""Bytes of a site on GitHub Pages (docs.github.com, GitHub Pages limits: 1 GB)."""
ROOM = 950_000_000
"""Bytes up to which things that may be left out are added to a site."""
NEAR = 900_000_000
"""Bytes from which on it is told: for a thousand articles more there is still time."""
DESTINATION, SERVER = "TERBIT_TUJUAN", "server"
"""The variable that says where the site goes, and its value where that is not GitHub Pages."""
_MB, _GB = 1_000_000, 1_000_000_000


def of(folder: Path, store: Store) -> int:
    """Bytes of a site as its last build left it."""
    pages = store.weight()
    # the index is lighter than the pages that it is made from: mostly nobody needs to look
    return pages + _index(folder / search.PLACE) if 2 * pages > NEAR else pages


def warnings(size: int, environment: Mapping[str, str]) -> tuple[str, ...]:
    """What to tell of a site of so many bytes; nothing where it goes to a server."""
    if size <= NEAR or environment.get(DESTINATION) == SERVER:
        return ()
    return (
        f"Situs ini sudah {size // _MB} MB, padahal GitHub Pages hanya menampung {MOST // _GB} GB. "
        "Sebelum penuh, pindahkan situs ke server kantor: isi variabel repositori "
        f"{DESTINATION} dengan “{SERVER}” (caranya ada di README).",
    )


def _index(folder: Path) -> int:
    return sum(size for _, files in watch.folders(folder) for _, size, _ in files)
