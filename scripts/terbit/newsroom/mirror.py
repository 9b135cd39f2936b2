"""A built site laid beside the one that the archive gives: file by file, byte for byte.

The site tells when and from which commit of `main` it was made, and the last event of each item
that it was made from. From these the same site is made once more in a temporary folder.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from filecmp import cmp
from pathlib import Path

from terbit import git_walk, site
from terbit.core.audit import Breach
from terbit.core.record import APPROVED, PUBLISHED, Event, History
from terbit.errors import InputErrors, LedgerError, TerbitError
from terbit.newsroom import approved, shelf
from terbit.newsroom.auditing import anchors
from terbit.newsroom.auditing.reading import item_of
from terbit.newsroom.clone import Clone
from terbit.newsroom.posting import KITS
from terbit.newsroom.shelf import Shelf
from terbit.site.assets import HEADS, VERSION
from terbit.site.model import address, sheet_address

CODE = "scripts/terbit"
_BUILT = re.compile(r"Dibangun .*\((?P<at>[^()]+)\)\nVersi (?P<commit>[0-9a-f]{7})\n")


@dataclass(frozen=True)
class Compared:
    """What differs, and what may explain it."""

    breaches: tuple[Breach, ...]
    notes: tuple[str, ...] = ()


def compare(clone: Clone, folder: Path) -> Compared:
    """Every file of a site that is not as the archive gives it."""
    try:
        commit, built_at = _made_from(clone, folder)
        noted = anchors.heads(folder / HEADS)
        with tempfile.TemporaryDirectory(prefix="terbit-audit-") as work:
            held = shelf.read(clone, clone.config_at(commit), Path(work) / "arsip")
            then = _as_of(held, noted)
            made = Path(work) / "situs"
            _build(then, commit, built_at, made)
            differing = tuple(_differences(then, made, folder))
            behind = tuple(_behind(held, noted))
    except (LedgerError, InputErrors) as error:
        what = f"situs tidak dapat dibandingkan: {str(error).splitlines()[0]}"
        return Compared((Breach("", folder.name, "site-unproved", what),))
    except (OSError, TerbitError) as error:
        what = error.what if isinstance(error, TerbitError) else "berkasnya tidak terbaca"
        return Compared((Breach("", folder.name, "site-unproved", what),))
    notes = (_other_code(clone, commit) if differing else "", _unread(folder))
    return Compared((*differing, *behind), tuple(filter(None, notes)))


def heads(folder: Path) -> tuple[str, ...]:
    """The site's own list of heads as an anchor; none where it is no list, which is told apart."""
    path = folder / HEADS
    try:
        anchors.heads(path)
    except (OSError, TerbitError):
        return ()
    return (str(path),)


def _made_from(clone: Clone, folder: Path) -> tuple[str, datetime]:
    """The commit of `main` and the time of a site. Raises TerbitError."""
    path = folder / VERSION
    told = path.read_text("utf-8", "replace") if path.is_file() else ""
    match = _BUILT.fullmatch(told)
    if match is None:
        raise TerbitError(f"{VERSION} tidak menyebut kapan dan dari komit mana situs ini dibangun")
    at = _moment(match["at"])
    if at is None:
        raise TerbitError(f"waktu di {VERSION} tidak terbaca")
    line = git_walk.commits(clone.root, clone.main())
    commit = next((one.sha for one in line if one.sha.startswith(match["commit"])), None)
    if commit is None:
        raise TerbitError(f"komit {match['commit']} di {VERSION} bukan bagian dari riwayat main")
    return commit, at


def _moment(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None


def _as_of(held: Shelf, noted: dict[str, str]) -> Shelf:
    """The archive as it was when the site was made; what nobody saw then is left out."""
    listed = {item_of(path): (path, hash_) for path, hash_ in noted.items()}
    kept = {item: one for item, one in held.standings.items() if item in listed}
    grown = {}
    for item, standing in kept.items():
        if standing.head != listed[item][1]:
            grown[item] = _until(held.history(item), listed[item])
    return replace(held, standings=kept).growing(grown)


def _until(history: History, head: tuple[str, str]) -> History:
    """The events up to a head; all of them where it is none of theirs, which is told elsewhere."""
    places = (n for n, event in enumerate(history.events, 1) if (event.file, event.hash) == head)
    return History(history.item, history.events[: next(places, None)])


def _build(held: Shelf, commit: str, built_at: datetime, out: Path) -> None:
    content = held.compose(built_at, commit[:7], commit)
    look = approved.look(held.clone, commit)
    with site.prepare(content, look, out, out.with_name("kerja")) as prepared:
        prepared.commit()


def _behind(held: Shelf, noted: dict[str, str]) -> Iterator[Breach]:
    """What the public should see by now and the site does not know of."""
    listed = {item_of(path): (path, hash_) for path, hash_ in noted.items()}
    for item, standing in held.standings.items():
        if listed.get(item, ("", ""))[1] == standing.head:
            continue
        history = held.history(item)
        known = len(_until(history, listed[item]).events) if item in listed else 0
        later = [e for e in history.events[known:] if e.kind == PUBLISHED or _removes(e)]
        if later:
            what = f"situs belum memuat {later[-1].file}; ulangi sesudah penerbitan selesai"
            yield Breach(item, sheet_address(item), "site-behind", what)


def _removes(event: Event) -> bool:
    return event.kind == APPROVED and bool(event.details.get("removed"))


def _differences(held: Shelf, made: Path, folder: Path) -> Iterator[Breach]:
    wanted, found = _files(made), {path for path in _files(folder) if not _is_kit(path)}
    owners = {address(item): item for item in held.standings}
    for path in sorted(wanted | found):
        item = _owner(path, owners)
        if path not in wanted:
            what = "berkas ini tidak berasal dari yang disetujui"
            yield Breach(item, path, "site-extra", what)
        elif path not in found:
            yield Breach(item, path, "site-missing", "berkas ini hilang dari situs")
        elif (folder / path).is_symlink() or not cmp(made / path, folder / path, shallow=False):
            what = "isinya berbeda dari yang dihasilkan versi yang disetujui"
            yield Breach(item, path, "site-differs", what)


def _files(folder: Path) -> set[str]:
    paths = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return {path.relative_to(folder).as_posix() for path in paths}


def _is_kit(path: str) -> bool:
    """Upload kits lie on the site beside the pages; they are no part of what is compared."""
    return path.startswith(f"{KITS}/")


def _owner(path: str, owners: dict[str, str]) -> str:
    """The item whose page a file is, or whose register sheet; "" for lists and the like."""
    folder = path.removeprefix("arsip/").rpartition("/")[0]
    return owners.get(f"{folder}/", "") if folder else ""


def _unread(folder: Path) -> str:
    """What is said of kits: they are made of the same articles, but of the day's needs."""
    count = sum(map(_is_kit, _files(folder)))
    return f"{count} berkas paket unggah di {KITS}/ tidak ikut dibandingkan" if count else ""


def _other_code(clone: Clone, commit: str) -> str:
    """A site made by other code than this differs though nobody touched it."""
    repository = clone.repository
    head = repository.resolve("HEAD")
    if head is None or repository.entry(commit, CODE) == repository.entry(head, CODE):
        return ""
    return (
        f"situs dibuat dengan kode Terbit pada komit {commit[:7]}; bila banyak halaman berbeda, "
        f"periksa lagi dengan kode itu: git switch --detach {commit[:7]}"
    )
