"""`terbit build`: the site of what the archive holds, made anew only where something changed."""

from __future__ import annotations

import html
import re
import subprocess
from pathlib import Path

from terbit.commands.build import Built, build
from terbit.newsroom.clone import Clone
from tests.rooms import DRAFT, ITEM, Room


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def built(room: Room, name: str = "situs") -> Built:
    return build(Clone(room.newsroom.root), room.newsroom.root / ".terbit" / name, room.tick())


def test_it_makes_the_same_site_as_publishing_does(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    built(room)
    mine, published = files(room.newsroom.root / ".terbit/situs"), files(room.out / "situs")
    # the time of building stands in one file, and nowhere else
    assert mine.pop("versi.txt") != published.pop("versi.txt")
    assert mine == published


def test_the_command_on_a_sheet_gives_the_original_photo_back(room: Room) -> None:
    photo = (room.clone / DRAFT / "foto-1.jpg").read_bytes()
    room.publish_request()
    room.publisher().run()
    sheet = (room.out / f"situs/arsip/{ITEM}/index.html").read_text(encoding="utf-8")
    command = html.unescape(re.findall(r'<code class="perintah">([^<]+)</code>', sheet)[0])
    subprocess.run(["sh", "-c", command], check=True, cwd=room.clone)
    assert (room.clone / "foto-1.jpg").read_bytes() == photo


def test_it_judges_nothing_and_records_nothing(room: Room) -> None:
    room.publisher().run()
    before = room.newsroom.ledger()
    room.publish_request()
    built(room)
    assert room.newsroom.ledger() == before
    assert not (room.newsroom.root / ".terbit/situs" / ITEM).exists()


def test_only_what_changed_is_made_again(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    assert built(room).new > 20
    assert built(room) == Built(1, 0)  # versi.txt


def test_a_broken_cache_of_the_archive_costs_time_only(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    built(room)
    wanted = files(room.newsroom.root / ".terbit/situs")
    (room.newsroom.root / ".terbit/.situs.kerja/arsip.json").write_text("[rusak")
    built(room)
    wanted.pop("versi.txt")
    again = files(room.newsroom.root / ".terbit/situs")
    again.pop("versi.txt")
    assert again == wanted
