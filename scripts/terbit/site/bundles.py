"""Which search bundles are stale: each has the key of the pages that it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from terbit.site import search
from terbit.site.model import key_of
from terbit.site.store import Store

NOTES = "indeks"


@dataclass(frozen=True)
class Bundles:
    """The key of each bundle by its name, and the addresses of the pages without a year."""

    keys: Mapping[str, str]
    plain: tuple[str, ...]

    def refresh(self, folder: Path, store: Store) -> None:
        """Make the stale ones anew, and drop those of years that have nothing any more."""
        for name in sorted({*self.keys, *_there(folder)}):
            key = self.keys.get(name, "")
            wanted = key_of(key.encode(), search.engine().encode())
            if store.note(f"{NOTES}:{name}") == wanted:
                continue
            if name == search.PLAIN:
                search.index_pages(folder, self.plain)
            else:
                search.index(folder, [name])
            store.write((), (), {f"{NOTES}:{name}": wanted})


def _there(folder: Path) -> set[str]:
    place = folder / search.PLACE
    return {path.name for path in place.iterdir()} if place.is_dir() else set()
