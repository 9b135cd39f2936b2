"""What earlier builds left: cards of versions, keys of files, frames. A cache; it may be lost."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from terbit.site.frames import Frame, Kind

FILE = "bangun.sqlite"
FORM = 2
"""To be counted up when the tables are others: what was kept in another form is dropped."""
_TABLES = """
create table if not exists cards (key text primary key, card text not null) without rowid;
create table if not exists versions (
    key text primary key, text text not null, album text not null, events text not null
) without rowid;
create table if not exists outputs (
    path text primary key, inputs text not null, key text not null,
    size integer not null, modified integer not null
) without rowid;
create table if not exists frames (
    around text not null, kind text not null, frame text not null, primary key (around, kind)
) without rowid;
create table if not exists notes (name text primary key, value text not null) without rowid;
"""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: the key of what it is made from, the key of its bytes, and its stat.

    `inputs` is "" where no key cheaper than `key` exists; `modified` is in nanoseconds.
    """

    path: str
    inputs: str
    key: str
    size: int
    modified: int

    @property
    def row(self) -> tuple[str, str, str, int, int]:
        """As it is kept."""
        return (self.path, self.inputs, self.key, self.size, self.modified)


class Store:
    """The database of one output folder."""

    def __init__(self, work: Path) -> None:
        """Open it, or begin a new one where there is none or it is broken."""
        work.mkdir(parents=True, exist_ok=True)
        self.path = work / FILE
        try:
            self.base = self._open()
        except sqlite3.DatabaseError:
            self.path.unlink(missing_ok=True)
            self.base = self._open()
        self.readers: dict[int, sqlite3.Connection] = {}

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.path)
        if base.execute("pragma user_version").fetchone() != (FORM,):
            tables = base.execute("select name from sqlite_master where type = 'table'").fetchall()
            for (name,) in tables:
                base.execute(f'drop table "{name}"')
            base.execute(f"pragma user_version = {FORM}")
        base.executescript(_TABLES)
        base.execute("select count(*) from notes").fetchone()
        return base

    def close(self) -> None:
        """Give the file back."""
        for reader in self.readers.values():
            reader.close()
        self.base.close()

    def cards(self) -> dict[str, str]:
        """Every card that is kept, by key."""
        return dict(self.base.execute("select key, card from cards"))

    def keep(self, rows: Iterable[tuple[str, str, str, str, str]]) -> None:
        """Add some (key, card, text, album, events)."""
        with self.base:
            for key, card, *rest in rows:
                self.base.execute("insert or replace into cards values (?, ?)", (key, card))
                told = (key, *rest)
                self.base.execute("insert or replace into versions values (?, ?, ?, ?)", told)

    def forget(self, keys: Iterable[str]) -> None:
        """Drop the versions that nothing needs any more."""
        gone = [(key,) for key in keys]
        with self.base:
            self.base.executemany("delete from cards where key = ?", gone)
            self.base.executemany("delete from versions where key = ?", gone)

    def text(self, key: str) -> str:
        """The text of a card. Raises KeyError where it is not kept; safe in other processes."""
        return self._asked("select text from versions where key = ?", key)

    def album(self, key: str) -> str:
        """The pictures of a card, likewise."""
        return self._asked("select album from versions where key = ?", key)

    def events(self, key: str) -> str:
        """The events of the item of a card, likewise."""
        return self._asked("select events from versions where key = ?", key)

    def _asked(self, question: str, key: str) -> str:
        found = self._reader().execute(question, (key,)).fetchone()
        if found is None:
            raise KeyError(key)
        return str(found[0])

    def _reader(self) -> sqlite3.Connection:
        """A connection of this process: SQLite's are not to be carried over a fork."""
        process = os.getpid()
        if process not in self.readers:
            self.readers[process] = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        return self.readers[process]

    def outputs(self) -> dict[str, Output]:
        """Every file of the site as it was last written, by path."""
        rows = self.base.execute("select path, inputs, key, size, modified from outputs")
        return {row[0]: Output(*row) for row in rows}

    def stats(self) -> dict[str, tuple[int, int]]:
        """Size and time (ns) of every file of the site as it was last written, by path."""
        rows = self.base.execute("select path, size, modified from outputs")
        return {path: (size, modified) for path, size, modified in rows}

    def weight(self) -> int:
        """Bytes of all of these files."""
        return int(self.base.execute("select coalesce(sum(size), 0) from outputs").fetchone()[0])

    def write(
        self,
        outputs: Iterable[Output],
        removed: Iterable[str],
        notes: Mapping[str, str],
        *,
        anew: bool = False,
    ) -> None:
        """Note what was written, what was taken away, and some facts, all or nothing.

        `anew` forgets everything that was known of another folder in this place.
        """
        with self.base:
            if anew:
                self.base.execute("delete from outputs")
                self.base.execute("delete from notes")
            self.base.executemany(
                "insert or replace into outputs values (?, ?, ?, ?, ?)",
                (output.row for output in outputs),
            )
            self.base.executemany("delete from outputs where path = ?", [(p,) for p in removed])
            self.base.executemany("insert or replace into notes values (?, ?)", notes.items())

    def frames(self, around: str) -> dict[Kind, Frame | None]:
        """The frames that were rendered for the theme as `around` names it."""
        rows = self.base.execute("select kind, frame from frames where around = ?", (around,))
        return {Kind(*json.loads(kind)): _frame(frame) for kind, frame in rows}

    def keep_frames(self, around: str, made: Mapping[Kind, Frame | None]) -> None:
        """Add some, and forget those of other themes."""
        rows = [
            (around, json.dumps(astuple(kind)), json.dumps(astuple(frame) if frame else None))
            for kind, frame in made.items()
        ]
        with self.base:
            self.base.execute("delete from frames where around <> ?", (around,))
            self.base.executemany("insert or replace into frames values (?, ?, ?)", rows)

    def note(self, name: str) -> str:
        """A fact that was kept, or ""."""
        found = self.base.execute("select value from notes where name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def notes(self, prefix: str) -> dict[str, str]:
        """The facts whose names begin so, by the rest of their names."""
        rows = self.base.execute("select name, value from notes")
        return {name.removeprefix(prefix): value for name, value in rows if name.startswith(prefix)}


def _frame(text: str) -> Frame | None:
    row = json.loads(text)
    return Frame(tuple(row[0]), tuple(row[1])) if row else None
