"""What the clone holds of approvals: their commits, their entries there, every byte they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from terbit import articles
from terbit.core.article import INDEX, MAX_FILE_BYTES
from terbit.core.audit import Breach, Proof, judge
from terbit.core.audit.approval import FILE_MODES, named
from terbit.core.digest import ABSENT, TREE_MODE, Entry, path_of
from terbit.core.facts import Marked
from terbit.core.record import Event
from terbit.errors import InputErrors
from terbit.git_objects import Objects, Row, object_id, rows
from terbit.newsroom.auditing.line import Line

KEPT_TREES = 256
"""Trees that are kept read: neighbours stand in the same folder."""


@dataclass
class Prover:
    """Reads what approvals name; bytes that were proved once are not read again."""

    objects: Objects
    line: Line
    proved: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Keep the trees that were read last."""
        self._rows = lru_cache(KEPT_TREES)(self._rows_of)

    def judge(self, approvals: Sequence[Event]) -> list[Breach]:
        """Everything that is wrong with some approvals, read with few calls of Git."""
        told = [(event, named(event)) for event in approvals]
        asked = list(dict.fromkeys(name for event, found in told for name in self._asked(event)))
        trees = dict(zip(asked, self.objects.known(asked), strict=True))
        folders = {name: known.object_id for name, known in trees.items() if known}
        breaches: list[Breach] = []
        for event, found in told:
            breaches += judge(event, self._proof(event, folders) if found else Proof())
        return breaches

    def _asked(self, event: Event) -> Iterable[str]:
        """The folder that holds the item: where it was merged, and in the approved head."""
        found = named(event)
        if found is None or "\n" in event.item:
            return
        _, commit, head = found
        if commit in self.line.places:
            yield _folder(commit, event)
            if head and self.line.head(commit) == head:
                yield _folder(head, event)

    def _proof(self, event: Event, folders: dict[str, str]) -> Proof:
        found = named(event)
        if found is None:
            return Proof()
        entry, commit, head = found
        damage = self._damage(entry)
        if commit not in self.line.places:
            return Proof(damage=damage)
        at_head = head and self.line.head(commit) == head
        return Proof(
            at=self.line.time(commit),
            entry=self._entry(event, folders.get(_folder(commit, event), "")),
            head_entry=self._entry(event, folders.get(_folder(head, event), ""))
            if at_head
            else None,
            damage=damage,
            law=self.line.before(commit),
            text=self._asks(event, entry) if "urgent" in event.details and not damage else None,
        )

    def _asks(self, event: Event, entry: Entry) -> Marked | None:
        """How an approved article asks for the urgent path, from its own bytes."""
        path = path_of(event.item)
        rows_ = self.objects.tree(entry[1]) if entry[0] == TREE_MODE else ()
        index = next((row.object_id for row in rows_ if row.name == INDEX), "")
        try:
            text = articles.parse(path, {INDEX: self.objects.blob(index)}) if index else None
        except InputErrors:
            return None
        asked = text.urgency if text else None
        return Marked(path, text.classification, asked.reason) if text and asked else None

    def _entry(self, event: Event, tree: str) -> Entry:
        """The item's entry in a folder."""
        name = path_of(event.item).rpartition("/")[2]
        found = (row for row in (self._rows(tree) if tree else ()) if row.name == name)
        return next(((row.mode, row.object_id) for row in found), ABSENT)

    def _rows_of(self, tree: str) -> tuple[Row, ...]:
        return self.objects.tree(tree)

    def _damage(self, entry: Entry) -> str:
        """What is wrong with an object and all that it holds; "" for nothing."""
        mode, name = entry
        if entry == ABSENT or name in self.proved or mode not in (TREE_MODE, *FILE_MODES):
            return ""
        known = self.objects.known([name])[0]
        if known is None or known.kind != ("tree" if mode == TREE_MODE else "blob"):
            return f"objek {name[:12]} tidak ada di klon ini"
        if mode != TREE_MODE:
            # a document of the office may be long; photos of an article may not
            return self._damaged([name], known.size)
        data = self.objects.blob(name)
        if object_id("tree", data) != name:
            return f"isi objek {name[:12]} bukan yang disetujui"
        inner = rows(data)
        odd = next((row for row in inner if row.mode not in FILE_MODES), None)
        if odd is not None:
            return f"folder berita memuat {odd.name} yang bukan berkas biasa (mode {odd.mode})"
        damage = self._damaged([row.object_id for row in inner], MAX_FILE_BYTES)
        if not damage:
            self.proved.add(name)
        return damage

    def _damaged(self, names: Sequence[str], limit: int) -> str:
        """Reckon the ids of files anew: a clone's own store could have been tampered with."""
        fresh = [name for name in names if name not in self.proved]
        for name, known in zip(fresh, self.objects.known(fresh), strict=True):
            if known is None or known.kind != "blob":
                return f"objek {name[:12]} tidak ada di klon ini"
            if known.size > limit:
                return f"objek {name[:12]} terlalu besar untuk sebuah berita"
            if object_id("blob", self.objects.blob(name)) != name:
                return f"isi objek {name[:12]} bukan yang disetujui"
            self.proved.add(name)
        return ""


def _folder(commit: str, event: Event) -> str:
    return f"{commit}:{path_of(event.item).rpartition('/')[0]}"
