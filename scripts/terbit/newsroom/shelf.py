"""The archive item by item: of ten thousand items only those whose folder changed are read.

The tree of an item's folder names every byte of its events, so what was once read and proved
of a tree holds for ever. It is kept in the working folder beside the site, and believed as far
as the site itself: it decides which items are looked at and what is shown, and whoever can
write there could as well write the site. What is appended to the archive never rests on it,
but on histories that were read from Git and proved in the same run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from terbit import parallel, site
from terbit.archive import ledger as archive
from terbit.config import Config
from terbit.core.delivery import deliveries
from terbit.core.follow_up import promise
from terbit.core.next_step import uploads
from terbit.core.plan import Version, is_published, is_removed, visible
from terbit.core.record import ADOPTED, KIT, PUBLISHED, Event, History, Ledger
from terbit.errors import LedgerError
from terbit.git_folders import FILE_MODES
from terbit.newsroom import approved, memory
from terbit.newsroom.clone import Clone
from terbit.repository import ARCHIVE
from terbit.site import recipe

FILE = "arsip.json"
FEW = 50
"""Items up to which a second process would cost more than it saves."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an item stands by its events.

    `head` is the hash of its last event and `last` that event's file, `approved` the digest of
    the version that may stand ("" for none), `settled` whether that one was published. `mode`,
    `object_id` and `digest` are of the version that the public sees, "" where there is none;
    `adopted` says that it came without the gate, `published` when it was shown, and `kits` with
    `kits_since` for which channels its kits were noted, apart by spaces, and when the first was.
    `public` says that the item was to be seen at some time; `first` is when, "" where it ever
    came without the gate, and `since` when the public last got to see something else of it.

    Further channels, likewise apart: `handed` where a kit of any version was noted, `sent` where
    a post made by machine stands, `failed` where this version is left to people, `unsettled`
    where nobody knows yet, `stale` where the post is of another version, and `proven` where the
    version that the public sees has a proof or was skipped by a person.

    `due` is until when reviews were put off by the urgent path, "" for never, and `owes` says
    that one of them is missing.
    """

    head: str
    last: str = ""
    approved: str = ""
    settled: bool = True
    mode: str = ""
    object_id: str = ""
    digest: str = ""
    adopted: bool = False
    published: str = ""
    kits: str = ""
    kits_since: str = ""
    public: bool = False
    first: str = ""
    since: str = ""
    handed: str = ""
    sent: str = ""
    failed: str = ""
    unsettled: str = ""
    stale: str = ""
    proven: str = ""
    due: str = ""
    owes: bool = False


def standing(history: History) -> Standing:
    """Where an item stands by its events. Raises LedgerError."""
    approval = None if is_removed(history) else history.approval
    put_off = promise(history, approval)
    begun = Standing(
        head=history.events[-1].hash,
        last=history.events[-1].file,
        approved=approval.digest if approval else "",
        settled=approval is None or is_published(history, approval),
        public=history.first_published is not None,
        due=put_off.due.isoformat() if put_off else "",
        owes=put_off is not None and bool(put_off.owed),
    )
    shown = visible({history.item: history}).get(history.item)
    seen = begun if shown is None else _seen(begun, history, shown)
    return _posted(seen, history)


def _seen(begun: Standing, history: History, shown: Event) -> Standing:
    """The same with what the public sees of it, its digest proved. Raises LedgerError."""
    approved.version(history.item, shown)
    mine = [event for event in history.events if event.digest == shown.digest]
    kits = [event for event in mine if event.kind.startswith(f"{KIT}-")]
    shows = [event.at.isoformat() for event in mine if event.kind == PUBLISHED]
    return replace(
        begun,
        mode=str(shown.details["mode"]),
        object_id=str(shown.details["object"]),
        digest=shown.digest,
        adopted=shown.kind == ADOPTED,
        published=shows[-1],
        kits=" ".join(dict.fromkeys(event.channel for event in kits)),
        kits_since=kits[0].at.isoformat() if kits else "",
    )


def _posted(seen: Standing, history: History) -> Standing:
    """The same with what stands on the channels."""
    first = history.first_published
    if first is None:
        return seen
    last = history.approval if not seen.digest else None
    found = deliveries(history).values()
    adopted = any(event.kind == ADOPTED for event in history.events)
    return replace(
        seen,
        first="" if adopted else first.isoformat(),
        since=last.at.isoformat() if last else seen.published,
        handed=_words(e.channel for e in history.events if e.kind.startswith(f"{KIT}-")),
        sent=_words(one.channel for one in found if one.post and one.post.id),
        failed=_words(one.channel for one in found if uploads(one, seen.digest)),
        unsettled=_words(one.channel for one in found if one.unsettled),
        proven=_words(one.channel for one in found if one.proven(seen.digest)),
        stale=_words(o.channel for o in found if o.post and o.post.digest != seen.digest),
    )


def _words(channels: Iterable[str]) -> str:
    return " ".join(sorted(set(channels)))


@dataclass(frozen=True)
class Shelf:
    """What the archive holds at one moment, and the histories that this run adds events to.

    `trees` holds the tree of every item's folder on the branch, by item.
    """

    clone: Clone
    setting: Config
    trees: Mapping[str, str]
    standings: Mapping[str, Standing]
    grown: Ledger = field(default_factory=dict)

    def history(self, item: str) -> History:
        """The events of one item, read and proved now. Raises LedgerError."""
        return self.grown[item] if item in self.grown else _history(self.clone, item, self.trees)

    def growing(self, ledger: Ledger) -> Shelf:
        """The same with some histories as they will be."""
        fresh = {item: standing(history) for item, history in ledger.items()}
        together = {**self.standings, **fresh}
        return replace(
            self,
            standings={item: together[item] for item in sorted(together)},
            grown={**self.grown, **ledger},
        )

    def undecided(self, versions: Mapping[str, Version]) -> tuple[str, ...]:
        """Items that stand otherwise on `main`, or were approved and not yet published."""
        found = {
            item
            for item, one in self.standings.items()
            if not one.settled or (one.approved and item not in versions)
        }
        nowhere = Standing("")
        for item, version in versions.items():
            if self.standings.get(item, nowhere).approved != version.digest:
                found.add(item)
        return tuple(sorted(found))

    def put_off(self, now: datetime) -> tuple[str, ...]:
        """Items of which a review was put off and is missing, or its day is not over."""
        rows = ((item, one) for item, one in self.standings.items() if one.due)
        return tuple(i for i, one in rows if one.owes or now <= datetime.fromisoformat(one.due))

    def overdue(self, now: datetime) -> tuple[str, ...]:
        """Items of which a review that was put off is missing although its day is over."""
        owing = ((item, one.due) for item, one in self.standings.items() if one.owes)
        return tuple(item for item, due in owing if now > datetime.fromisoformat(due))

    def seen(self) -> Iterator[tuple[str, Version]]:
        """Every item that the public sees, with its approved version."""
        for item, one in self.standings.items():
            if one.digest:
                yield item, self.version(item)

    def version(self, item: str) -> Version:
        """What the public sees of an item."""
        one = self.standings[item]
        return Version(item, (one.mode, one.object_id))

    def compose(self, built_at: datetime, revision: str, commit: str | None = None) -> site.Site:
        """The input of the site builder; the emblem is that of a commit, else of `main` now."""
        gone = (item for item, one in self.standings.items() if one.public and not one.digest)
        return site.Site(
            office=self.setting.office,
            procedure=self.setting.procedure,
            entries=tuple(self._entries()),
            pages=tuple(self._pages()),
            ledger={item: self.history(item) for item in gone},
            built_at=built_at,
            revision=revision,
            logo=approved.logo(self.clone, self.setting.office, commit),
            heads=tuple((one.last, one.head) for one in self.standings.values() if one.public),
        )

    def _entries(self) -> Iterator[site.StoredEntry]:
        for item, version in self.seen():
            if approved.is_article(item):
                head, events = self.standings[item].head, partial(self.history, item)
                yield approved.entry(self.clone, version, head, events)

    def _pages(self) -> Iterator[site.Page]:
        for item, version in self.seen():
            if not approved.is_article(item):
                yield approved.page(self.clone, version, self.history(item))


def read(clone: Clone, setting: Config, work: Path) -> Shelf:
    """The archive as it is now; `work` knows what was read before. Raises LedgerError."""
    folders = _folders(clone)
    kept = _kept(work)
    names = {item: f"{item} {tree}" for item, tree in folders.items()}
    missing = [item for item, name in names.items() if name not in kept]
    work_on: Callable[[str], Standing | None] = partial(_standing, clone, folders)
    fresh = parallel.each(work_on, missing, few=FEW)
    found = {names[item]: one for item, one in zip(missing, fresh, strict=True)} | kept
    standings = {item: found[name] for item, name in names.items()}
    held = {item: one for item, one in standings.items() if one is not None}
    return Shelf(clone, setting, {item: folders[item] for item in held}, held)


def keep(shelf: Shelf, work: Path) -> None:
    """Leave what was read to the next run."""
    names = [one.name for one in fields(Standing)]
    rows = {
        f"{item} {tree}": [getattr(shelf.standings[item], name) for name in names]
        for item, tree in shelf.trees.items()
        if item not in shelf.grown
    }
    memory.leave(work / FILE, {"code": recipe.package(), "rows": rows})


def _kept(work: Path) -> dict[str, Standing | None]:
    """What an earlier run of this very code left, nothing where that is of another form."""
    document = memory.recall(work / FILE)
    if document.get("code") != recipe.package():
        return {}
    try:
        return {name: Standing(*row) for name, row in document["rows"].items()}
    except (TypeError, KeyError, AttributeError):
        return {}


def _folders(clone: Clone) -> dict[str, str]:
    """The tree of every folder that may hold events, by path. Raises LedgerError."""
    tip = clone.repository.tip(ARCHIVE)
    if tip is None:
        return {}
    folders = clone.repository.folders(tip)
    inner = {path.rpartition("/")[0] for path in folders} - {""}
    # a folder with folders in it is none of an item, unless somebody put them there
    idle = {path for path in inner if not _names(clone, folders[path])}
    return {path: tree for path, tree in sorted(folders.items()) if path not in idle}


def _names(clone: Clone, tree: str) -> list[str]:
    """The events in a folder, folders of that name included."""
    rows = clone.repository.objects.tree(tree)
    return [row.name for row in rows if row.name.endswith(".json")]


def _standing(clone: Clone, trees: Mapping[str, str], item: str) -> Standing | None:
    """None where no event lies in the folder."""
    events = dict(files(clone, item, trees[item]))
    return standing(_of(item, events)) if events else None


def _history(clone: Clone, item: str, trees: Mapping[str, str]) -> History:
    return _of(item, dict(files(clone, item, trees[item])))


def _of(item: str, events: Mapping[str, bytes]) -> History:
    histories = archive.read(events)
    if list(histories) != [item]:
        raise LedgerError(f"arsip: {item} tidak memuat peristiwa", "periksa cabang arsip")
    return histories[item]


def files(clone: Clone, item: str, tree: str) -> Iterable[tuple[str, bytes]]:
    """The events of an item as they are written, by path."""
    objects = clone.repository.objects
    rows = [row for row in objects.tree(tree) if row.name.endswith(".json")]
    blobs = objects.blobs([row.object_id for row in rows])
    return zip((f"{item}/{row.name}" for row in rows), blobs, strict=True)


def everything(clone: Clone, item: str, tree: str) -> dict[str, bytes]:
    """The same with the screenshots that events name; what lies there besides is none of ours."""
    found = dict(files(clone, item, tree))
    rows = clone.repository.objects.tree(tree)
    beside = {f"{item}/{row.name}": row.object_id for row in rows if row.mode in FILE_MODES}
    for path in [path for path in found if f"{path.removesuffix('.json')}.jpg" in beside]:
        picture = Event.from_bytes(found[path]).picture
        if picture in beside:
            found[picture] = clone.repository.blob(beside[picture])
    return found
