"""What a build leaves to the next: a cache that may be lost, and is when its form is another."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from terbit.site.store import FILE, Output, Store

OUTPUT = Output("index.html", "masukan", "isi", 120, 7)


def filled(work: Path) -> None:
    store = Store(work)
    store.keep([("k1", "kartu", "teks", "album", "peristiwa")])
    store.write([OUTPUT], (), {"tempat": "12:7"})
    store.close()


def test_what_was_kept_is_there_for_the_next_build(tmp_path: Path) -> None:
    filled(tmp_path)
    store = Store(tmp_path)
    assert store.cards() == {"k1": "kartu"}
    assert (store.text("k1"), store.album("k1"), store.events("k1")) == (
        "teks",
        "album",
        "peristiwa",
    )
    assert store.outputs() == {"index.html": OUTPUT}
    assert store.stats() == {"index.html": (120, 7)}
    store.close()


def test_a_version_that_nothing_needs_is_forgotten_with_all_its_parts(tmp_path: Path) -> None:
    filled(tmp_path)
    store = Store(tmp_path)
    store.forget(["k1"])
    assert store.cards() == {}
    with pytest.raises(KeyError):
        store.events("k1")
    store.close()


def test_tables_of_another_form_are_dropped(tmp_path: Path) -> None:
    filled(tmp_path)
    base = sqlite3.connect(tmp_path / FILE)
    base.executescript("drop table versions; create table versions (key text); ")
    base.execute("pragma user_version = 1")
    base.commit()
    base.close()

    filled(tmp_path)
    store = Store(tmp_path)
    assert store.outputs() == {"index.html": OUTPUT}
    assert store.events("k1") == "peristiwa"
    store.close()
