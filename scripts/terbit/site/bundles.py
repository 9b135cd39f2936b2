"""Which search bundles are stale: each has the key of the pages that it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from terbit.site import search, watch
from terbit.site.model import key_of
from terbit.site.store import Store


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
            place = folder / search.PLACE / name
            if store.note(f"{watch.BUNDLES}:{name}") == f"{wanted} {watch.mark(place)}":
                continue
            if name == search.PLAIN:
                search.index_pages(folder, self.plain)
            else:
                search.index(folder, [name])
            store.write((), (), {f"{watch.BUNDLES}:{name}": f"{wanted} {watch.mark(place)}"})


def _there(folder: Path) -> set[str]:
    """The bundles that lie there; a file beside them is nobody's."""
    place = folder / search.PLACE
    found = list(place.iterdir()) if place.is_dir() else []
    for path in found:
        if path.is_symlink() or not path.is_dir():
            path.unlink()
    return {path.name for path in found if path.is_dir()}
