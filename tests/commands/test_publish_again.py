"""`terbit publish` once more: what is made anew, what is kept, and what is believed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from terbit.cli.publish import publish
from terbit.commands.publish import Publisher
from terbit.core.digest import item_digest
from terbit.newsroom import shelf
from terbit.repository import ARCHIVE
from terbit.site import PICTURES, gallery, recipe
from tests.rooms import ITEM, PUBLIC, Room

EMBLEM = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
KIT = "paket/2026-11-kabar-uji"


@pytest.fixture
def published(room: Room) -> Room:
    room.publish_request()
    room.publisher().run()
    return room


def work(room: Room) -> Path:
    return room.out.with_name(f".{room.out.name}.kerja")


def times(room: Room) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in room.out.rglob("*") if path.is_file()}


def test_on_a_new_day_agenda_and_news_sitemap_are_made_anew(published: Room) -> None:
    published.now = published.now.replace(hour=23, minute=50)
    published.publisher().run()
    assert not published.publisher().run().built
    published.now += timedelta(hours=1)
    outcome = published.publisher().run()
    assert outcome.built
    assert not outcome.events
    assert not published.publisher().run().built


def test_after_an_upgrade_of_terbit_the_site_is_made_anew(
    published: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run() -> bool:
        return (
            Publisher(published.newsroom, published.out, published.tick(), kits=False).run().built
        )

    assert run()
    assert not run()
    monkeypatch.setattr(recipe, "package", lambda: "versi lain")
    assert run()
    assert not run()


def test_another_emblem_makes_the_site_anew(published: Room) -> None:
    repository = published.newsroom.repository
    office = repository.file(published.newsroom.main(), "kantor.yml") or b""
    published.overwrite_main("lambang.svg", EMBLEM)
    published.overwrite_main("kantor.yml", re.sub(rb"(?m)^logo: .*", b"logo: lambang.svg", office))
    assert published.publisher().run().built
    published.overwrite_main("lambang.svg", EMBLEM.replace(b"9", b"8"))
    assert published.publisher().run().built
    assert not published.publisher().run().built


def lose(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def change(path: Path) -> None:
    path.write_text("diganti dengan tangan")


@pytest.mark.parametrize(
    ("path", "act"),
    [
        (f"situs/{ITEM}/index.html", change),
        (f"situs/{ITEM}/index.html", lose),
        ("situs/titipan.html", change),
        ("situs", lose),
        (f"{KIT}/posts.json", change),
        (KIT, lose),
        (f"arsip/{ITEM}/0001-disetujui.json", change),
        (f"arsip/{ITEM}", lose),
    ],
)
def test_what_was_done_to_the_output_by_hand_is_mended(
    published: Room, path: str, act: Callable[[Path], None]
) -> None:
    wanted, tip = published.files(), published.newsroom.repository.resolve(ARCHIVE)
    act(published.out / path)
    assert published.publisher().run().built
    found = published.files()
    for changing in ("situs/versi.txt",):
        wanted.pop(changing)
        found.pop(changing)
    assert found == wanted
    assert published.newsroom.repository.resolve(ARCHIVE) == tip
    assert not published.publisher().run().built


def test_the_pictures_are_worth_a_copy_where_there_is_none_or_many_are_new(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert room.publisher().run().pictures
    shutil.rmtree(room.out)
    assert not room.publisher().run().pictures
    room.publish_request()
    published = room.publisher().run()
    assert published.built
    assert not published.pictures  # a few more, which the next run can make itself
    monkeypatch.setattr(gallery, "WORTH", 1)
    shutil.rmtree(next((work(room) / PICTURES).iterdir()))
    shutil.rmtree(room.out)
    (work(room) / "bangun.sqlite").unlink()
    assert room.publisher().run().pictures


def test_a_run_that_fails_asks_for_no_copy(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    output = tmp_path / "keluaran"
    monkeypatch.setenv("GITHUB_OUTPUT", str(output))
    monkeypatch.chdir(room.clone)
    call = ["--out", str(room.out), "--now", room.tick().isoformat()]
    with monkeypatch.context() as broken:
        broken.setattr(Publisher, "_scan", lambda *_: 1 / 0)
        assert CliRunner().invoke(publish, call).exit_code == 1
    assert not output.exists()
    shutil.rmtree(work(room))
    assert CliRunner().invoke(publish, call).exit_code == 0
    assert output.read_text("utf-8") == "simpan-foto=ya\n"


def test_a_lost_working_folder_costs_time_only(published: Room) -> None:
    wanted = published.files()
    shutil.rmtree(work(published))
    published.publisher().run()
    found = published.files()
    assert found.pop("situs/versi.txt") != wanted.pop("situs/versi.txt")
    assert found == wanted


def test_one_more_event_leaves_kits_and_copies_of_events_alone(published: Room) -> None:
    before = times(published)
    published.now += timedelta(days=1)
    published.overwrite_main("content/tentang.md", b"---\njudul: Sisipan\n---\nBelum disetujui.\n")
    assert published.publisher().run().built
    after = times(published)
    kept = {path for path in before if path.relative_to(published.out).parts[0] != "situs"}
    assert {path: after[path] for path in kept if path.name != ".terbit"} == {
        path: before[path] for path in kept if path.name != ".terbit"
    }


def forge(room: Room, **values: object) -> None:
    """Write something else into what the working folder says of the item."""
    file = work(room) / shelf.FILE
    document = json.loads(file.read_bytes())
    names = [field.name for field in shelf.fields(shelf.Standing)]
    (row,) = [row for name, row in document["rows"].items() if name.startswith(f"{ITEM} ")]
    for name, value in values.items():
        row[names.index(name)] = value
    file.write_text(json.dumps(document))


@pytest.mark.parametrize(
    "values",
    [{"approved": "00" * 32}, {"settled": False}, {"kits": "", "kits_since": ""}],
    ids=["another approval", "not published", "no kits"],
)
def test_a_forged_working_folder_puts_nothing_into_the_archive(
    published: Room, values: dict[str, object]
) -> None:
    tip = published.newsroom.repository.resolve(ARCHIVE)
    forge(published, **values)
    assert not published.publisher().run().events
    assert published.newsroom.repository.resolve(ARCHIVE) == tip


def test_a_forged_working_folder_approves_nothing(published: Room) -> None:
    """It can hide that something waits for a verdict; it can never give one."""
    text = published.newsroom.repository.file(published.newsroom.main(), f"{PUBLIC}/index.md")
    published.overwrite_main(f"{PUBLIC}/index.md", (text or b"").replace(b"SATU", b"PALSU"))
    entry = published.newsroom.repository.entry(published.newsroom.main(), PUBLIC)
    forge(published, approved=item_digest(PUBLIC, entry), settled=False)
    tip = published.newsroom.repository.resolve(ARCHIVE)
    outcome = published.publisher().run()
    assert not outcome.events
    assert published.newsroom.repository.resolve(ARCHIVE) == tip
    assert not any(b"PALSU" in data for data in published.files().values())


def test_a_dry_run_leaves_no_working_folder(room: Room) -> None:
    room.publish_request()
    room.publisher().preview()
    assert not work(room).exists()
