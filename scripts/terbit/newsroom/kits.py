"""The upload kits of what the public sees, and the archive's note of each.

A kit is for the days after publication: it stays until each of its channels has a proof, but a
month at most after the archive noted it, and of older ones nothing is made any more. One that was
never noted is always made, however late, so that none is lost. Kits are made beside the old ones
and each is brought in whole; what was made from the same stays as it is, bytes and time.

What a machine posts needs no kit: its channels are left out until the machine has failed.

What the working folder says of the kits decides only which of them are looked at. Whatever is
noted in the archive is composed from the approved Git objects in the same run.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from terbit import parallel, site
from terbit.channels import kit
from terbit.channels.kit_page import Aside
from terbit.channels.renditions import Store
from terbit.channels.sending import by_machine
from terbit.core import plan as planning
from terbit.core.article import Article
from terbit.core.clock import deadline
from terbit.core.delivery import Act
from terbit.core.next_step import Do
from terbit.core.post import Post
from terbit.core.record import KIT, Event
from terbit.core.sending import Prospect
from terbit.newsroom import approved, memory, rules
from terbit.newsroom.forge import proof_form
from terbit.newsroom.outbox import Outbox, Task
from terbit.newsroom.posting import kit_folder, posts_of
from terbit.newsroom.shelf import Shelf, Standing
from terbit.report import words
from terbit.site import recipe

OPEN = timedelta(days=31)
"""How long a kit is kept after the archive noted it."""
STATE, FRESH, AWAY, RENDITIONS = "paket.json", "paket", "paket.lama", "gambar-kanal"
FEW = 2
"""Kits up to which a second process would cost more than it saves."""


@dataclass(frozen=True)
class Row:
    """What is known of an item's kit: the key of what it is made from, its channels, its files.

    `kit` is None where nothing is to be uploaded; `files` gives size and time (ns) by name.
    """

    key: str
    channels: tuple[str, ...]
    kit: kit.Kit | None
    files: Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Kits:
    """The kits of one state of the archive: `out` holds them, `work` is left to the next run.

    `machines` are the channels to which this office can post by machine.
    """

    shelf: Shelf
    out: Path
    work: Path
    now: datetime
    machines: Mapping[str, Prospect] = field(default_factory=dict)

    @cached_property
    def outbox(self) -> Outbox:
        """What machines do, and which posts people must mend."""
        return Outbox(self.shelf, self.machines, self.now)

    @cached_property
    def due(self) -> dict[str, str]:
        """Every item whose kit is needed, with the key of what that is made from."""
        office = replace(self.shelf.setting.office, appointments=(), officials=(), archive_keys=())
        minutes = self.shelf.setting.procedure.publishing.minutes
        same = repr((office, minutes, self._form)).encode()
        common = site.key_of(recipe.package().encode(), same)

        def key(item: str, one: Standing) -> str:
            mended, machine = one.stale and one.head, sorted(self.outbox.by_machine(item))
            state = (one.digest, one.published, mended, machine, one.proven)
            return site.key_of(common.encode(), repr(state).encode())

        return {
            item: key(item, one)
            for item, one in self.shelf.standings.items()
            if self._is_open(one) and approved.is_article(item)
        }

    def _is_open(self, one: Standing) -> bool:
        if not one.digest or one.adopted:
            return False
        if one.kits and self._asked(one) <= set(one.proven.split()):
            return False
        since = one.kits_since or (one.published if one.sent else "")
        return not since or datetime.fromisoformat(since) + OPEN > self.now

    def _asked(self, one: Standing) -> set[str]:
        """The channels of which something is awaited: what a machine posts may fail yet."""
        wanted = {setting.id for setting in by_machine(self.shelf.setting.office)}
        return {*one.kits.split(), *one.failed.split(), *self.machines, *wanted}

    @cached_property
    def rows(self) -> dict[str, Row]:
        """What stands already, by item: made from the same, and not touched since."""
        known = _known(self.work / STATE)
        return {
            item: known[item]
            for item, key in self.due.items()
            if item in known and known[item].key == key and self._stands(known[item])
        }

    def _stands(self, row: Row) -> bool:
        return row.kit is None or _stats(self.out / row.kit.folder) == row.files

    @cached_property
    def stale(self) -> tuple[str, ...]:
        """The items whose kits must be made."""
        return tuple(item for item in self.due if item not in self.rows)

    @property
    def complete(self) -> bool:
        """Whether the folder holds exactly what is due."""
        wanted = {row.kit.folder for row in self.rows.values() if row.kit} | {kit.PAGE}
        there = {path.name for path in self.out.iterdir()} if self.out.is_dir() else set()
        return not self.stale and there == wanted

    def events(self) -> tuple[Event, ...]:
        """One event for each channel's kit that was not noted for this version yet."""
        composed = parallel.each(self._posts, self.stale, few=FEW)
        channels = {item: row.channels for item, row in self.rows.items()}
        channels |= {
            item: tuple(post.channel for post in posts)
            for item, posts in zip(self.stale, composed, strict=True)
        }
        noted = {item: self.shelf.standings[item].kits.split() for item in channels}
        owed = (item for item, wanted in channels.items() if not set(wanted) <= set(noted[item]))
        return tuple(event for item in sorted(owed) for event in self._events(item))

    def _events(self, item: str) -> Iterator[Event]:
        history = self.shelf.history(item)
        digest = planning.visible({item: history})[item].digest
        for post in self._posts(item):
            kind = f"{KIT}-{post.channel}"
            if history.has(kind, digest):
                continue
            event = history.next(
                kind,
                at=self.now,
                procedure=self.shelf.setting.procedure.number,
                digest=digest,
                actor=planning.PUBLISHER,
                details={"payload": post.payload_hash},
            )
            history = history.add(event)
            yield event

    def _article(self, item: str) -> Article:
        return self.shelf.clone.article_at(self.shelf.version(item))

    def _posts(self, item: str) -> tuple[Post, ...]:
        """What people post of an item."""
        machine = self.outbox.by_machine(item)
        return tuple(post for post in self._all_posts(item) if post.channel not in machine)

    def _all_posts(self, item: str) -> tuple[Post, ...]:
        """The posts of an item, by hand or by machine; none of one that was withdrawn."""
        article, office = self._article(item), self.shelf.setting.office
        return () if article.withdrawal else posts_of(article, office, rules.link(office, item))

    def prepare(self) -> dict[str, Row]:
        """Make what is stale in the working folder. Raises TerbitError for an unusable photo."""
        for left_by_a_killed_run in (FRESH, AWAY):
            shutil.rmtree(self.work / left_by_a_killed_run, ignore_errors=True)
        made = parallel.each(self._made, self.stale, few=FEW)
        return dict(zip(self.stale, made, strict=True))

    def _made(self, item: str) -> Row:
        posts, office = self._posts(item), self.shelf.setting.office
        if not posts:
            return Row(self.due[item], (), None, {})
        folder = self.work / FRESH / kit_folder(item)
        made = kit.write_kit(
            self._article(item),
            posts,
            office,
            rules.link(office, item),
            deadline_text=self._deadline(item),
            out=folder,
            aside=self._aside(item),
            store=self._store,
        )
        return Row(self.due[item], tuple(post.channel for post in posts), made, _stats(folder))

    def _aside(self, item: str) -> Aside:
        """What the pages say beside the posts: of machines, and of posts to be mended."""
        stale = self.shelf.standings[item].stale
        mended = [t for t in self.outbox.of(item) if t.step.do is Do.BY_HAND] if stale else []
        links = {task.channel: task.link for task in mended}
        machine = self.outbox.by_machine(item)
        sent = tuple(post for post in self._all_posts(item) if post.channel in machine)
        proven = frozenset(self.shelf.standings[item].proven.split())
        return Aside(machine, links, sent, form=self._form, proven=proven)

    @cached_property
    def _form(self) -> str:
        return proof_form(self.shelf.clone.repository)

    @property
    def _store(self) -> Store:
        return Store(self.work / RENDITIONS)

    def _deadline(self, item: str) -> str:
        """By when the SOP wants the posts up, counted from publication in office minutes."""
        calendar = self.shelf.setting.office.calendar
        minutes = self.shelf.setting.procedure.publishing.minutes
        since = datetime.fromisoformat(self.shelf.standings[item].published)
        due = deadline(calendar, since, minutes) if minutes else None
        return words.moment(due, calendar) if due else ""

    def commit(self, made: Mapping[str, Row], room: int | None = None) -> int:
        """Bring in what was prepared, take away what is no longer due; how many there are.

        `room` is what all of them may weigh, in bytes: the oldest are left out.
        """
        rows = {**self.rows, **made}
        shown = _within([row for row in rows.values() if row.kit], room)
        wanted = {one.folder for one in shown} | {kit.PAGE}
        for folder in (self.out, self.work / AWAY):
            folder.mkdir(parents=True, exist_ok=True)
        fresh = {row.kit.folder for row in made.values() if row.kit}
        for name in sorted(fresh & wanted):
            self._take_away(name)
            (self.work / FRESH / name).rename(self.out / name)
        for name in [path.name for path in self.out.iterdir() if path.name not in wanted]:
            self._take_away(name)
        mend = tuple(map(self._to_mend, self.outbox.by_hand))
        kit.write_index(shown, self.shelf.setting.office, self.out, mend)
        memory.leave(self.work / STATE, {item: asdict(row) for item, row in rows.items()})
        shutil.rmtree(self.work / AWAY)
        self._store.prune()
        return len(shown)

    def _to_mend(self, task: Task) -> kit.ToMend:
        removes = task.step.act is Act.DELETE
        return kit.ToMend(task.item, task.title, task.channel, task.link, removes, self._form)

    def _take_away(self, name: str) -> None:
        """Out of the folder at once: what is removed file by file could be found in pieces."""
        if (self.out / name).exists():
            (self.out / name).rename(self.work / AWAY / name)


def _within(rows: Sequence[Row], room: int | None) -> list[kit.Kit]:
    """The kits of these rows, newest first, as long as they find room (bytes)."""
    sizes = [(row.kit, sum(size for size, _ in row.files.values())) for row in rows if row.kit]
    shown: list[kit.Kit] = []
    for one, size in sorted(sizes, key=lambda row: (row[0].day, row[0].item), reverse=True):
        if room is not None:
            room -= size
            if room < 0:
                break
        shown.append(one)
    return shown


def _stats(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of each file of a kit, nothing where there is no folder."""
    if not folder.is_dir():
        return {}
    found = ((path.name, path.stat()) for path in folder.iterdir())
    return {name: (stat.st_size, stat.st_mtime_ns) for name, stat in found}


def _known(file: Path) -> dict[str, Row]:
    """What an earlier run left, nothing where that is of another form."""
    try:
        return {item: _row(values) for item, values in memory.recall(file).items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def _row(values: Mapping[str, Any]) -> Row:
    made, files = values["kit"], values["files"].items()
    return Row(
        key=values["key"],
        channels=tuple(values["channels"]),
        kit=_kit(made) if made else None,
        files={name: (size, time) for name, (size, time) in files},
    )


def _kit(values: Mapping[str, Any]) -> kit.Kit:
    day, channels = date.fromisoformat(values["day"]), tuple(values["channels"])
    return kit.Kit(**{**values, "day": day, "channels": channels})
