"""`terbit preview`: the working tree as the public would see it, with a ribbon."""

from __future__ import annotations

import re
import shutil

from terbit.commands.preview import preview
from tests.rooms import ITEM, OLD_ITEM, WRITER, Room

RIBBON = "BELUM DISETUJUI"


def _page(room: Room, item: str) -> str:
    return (room.folder / "pratinjau" / item / "index.html").read_text(encoding="utf-8")


def test_a_draft_is_shown_with_a_ribbon_and_an_approved_item_without(room: Room) -> None:
    room.publisher().run()
    done = preview(room.newsroom, room.folder / "pratinjau", room.now)
    assert done.unapproved == (ITEM,)
    assert RIBBON in _page(room, ITEM)
    assert RIBBON not in _page(room, OLD_ITEM)


def test_one_changed_byte_brings_the_ribbon_back(room: Room) -> None:
    room.publisher().run()
    room.edit("Pengumuman lama", "Pengumuman lawas", f"content/{OLD_ITEM}/index.md")
    done = preview(room.newsroom, room.folder / "pratinjau", room.now)
    assert OLD_ITEM in done.unapproved
    assert RIBBON in _page(room, OLD_ITEM)


def test_what_cannot_be_read_is_told_and_the_rest_is_shown(room: Room) -> None:
    room.publisher().run()
    room.edit("jenis: berita", "jenis: kabar", "drafts/kabar-uji/index.md")
    done = preview(room.newsroom, room.folder / "pratinjau", room.now)
    assert [problem.path for problem in done.problems] == ["drafts/kabar-uji/index.md"]
    assert "Kabar Lama" in _page(room, OLD_ITEM)


def test_what_each_channel_would_get_is_shown_beside_it(room: Room) -> None:
    room.publisher().run()
    done = preview(room.newsroom, room.folder / "pratinjau", room.now)
    kits = done.folder / "paket"
    assert (kits / "2026-11-kabar-uji/index.html").is_file()
    assert [path.name for path in kits.iterdir() if path.is_dir()] == ["2026-11-kabar-uji"]
    assert "Kabar Uji" in (kits / "index.html").read_text(encoding="utf-8")


def test_what_was_adopted_needs_no_ribbon_before_the_first_publication(room: Room) -> None:
    done = preview(room.newsroom, room.folder / "pratinjau", room.now)
    assert OLD_ITEM not in done.unapproved


# The posts of what a branch changes, in one file for a phone


def _posts(room: Room) -> list[str]:
    return sorted(path.name for path in room.folder.glob("kiriman-*.html"))


def test_the_posts_of_a_request_are_one_file_that_needs_nothing_else(room: Room) -> None:
    room.submit()
    done = preview(room.newsroom, room.folder / "pratinjau", room.now)
    assert done.posts == room.folder / "kiriman-kabar-uji.html"
    html = done.posts.read_text(encoding="utf-8")
    assert "Kabar Uji" in html
    assert RIBBON in html
    assert 'src="data:image/jpeg;base64,' in html
    assert not re.search(r'(src|href)="(?!data:|#)', html)


def test_several_articles_share_the_file_and_older_ones_go(room: Room) -> None:
    room.submit()
    preview(room.newsroom, room.folder / "pratinjau", room.now)
    old = room.newsroom.root / "content" / OLD_ITEM
    shutil.copytree(old, room.newsroom.root / "drafts/kabar-kedua")
    repository = room.newsroom.repository
    repository.commit(["drafts/kabar-kedua"], "Kabar kedua", room.who(WRITER), room.tick())
    done = preview(room.newsroom, room.folder / "pratinjau", room.now)
    assert done.posts
    assert _posts(room) == [done.posts.name] == ["kiriman-kabar-uji-dan-1-lainnya.html"]
    html = done.posts.read_text(encoding="utf-8")
    assert html.count('<section class="berita"') == 2


def test_where_nothing_changed_there_is_no_file(room: Room) -> None:
    (room.folder / "kiriman-lama.html").write_text("lama", encoding="utf-8")
    done = preview(room.newsroom, room.folder / "pratinjau", room.now)
    assert done.posts is None
    assert _posts(room) == []
