"""The slip composed in a real newsroom: changes from Git objects, posts, photos."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from terbit import photos
from terbit.forges.local import LocalForge
from terbit.newsroom.changes import changes
from terbit.newsroom.disposition import compose_slip
from terbit.report.changes import ADDED, PLAIN, REMOVED, UNREADABLE, Change, Fate
from terbit.report.slip import MARKER
from tests.report.github import addresses, render
from tests.rooms import (
    CAMERA,
    DECIDER,
    OLD_ITEM,
    OTHER_VERIFIER,
    PUBLIC,
    VERIFIER,
    WRITER,
    Room,
    authorship,
)
from tests.rooms_github import GitHubRoom

PAGE = "content/ppid/index.md"


def slip(room: Room) -> str:
    return compose_slip(room.newsroom, room.newsroom.assess(1, room.tick()))


def changed(room: Room) -> tuple[Change, ...]:
    assessment = room.newsroom.assess(1, room.tick())
    return changes(room.newsroom, assessment, lambda commit, path: f"{commit[:4]}:{path}")


def correct(room: Room, old: str = "SATU", new: str = "DUA") -> None:
    room.edit(old, new)
    room.submit(PUBLIC, message="Perbaiki angka")


def test_who_signed_and_who_objected_to_one_text_share_one_comparison(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    room.object(OTHER_VERIFIER)
    correct(room)
    (change,) = changed(room)
    assert change.readers == (VERIFIER, OTHER_VERIFIER)
    (revision,) = change.revisions
    assert revision.title == "Kabar Uji Melewati Lima Langkah"
    (difference,) = revision.differences
    assert (difference.label, difference.lines) == ("Isi", ("Angka kuncinya ~~SATU.~~ **DUA.**",))
    text = slip(room)
    assert "- **Dewi Sekarmelati, S.E.**: naskah berubah sejak tanda tangan terakhirnya" in text
    assert "- **Rangga Nahan, S.T.**: naskah berubah sejak keberatannya" in text
    assert text.count("~~SATU.~~") == 1


def test_each_text_that_was_seen_has_its_own_comparison(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    correct(room)
    room.approve(OTHER_VERIFIER)
    correct(room, "DUA", "TIGA")
    found = {
        change.readers[0]: change.revisions[0].differences[0].lines for change in changed(room)
    }
    assert found == {
        VERIFIER: ("Angka kuncinya ~~SATU.~~ **TIGA.**",),
        OTHER_VERIFIER: ("Angka kuncinya ~~DUA.~~ **TIGA.**",),
    }


def test_while_the_text_stays_there_is_nothing_to_compare(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    room.object(OTHER_VERIFIER)
    assert changed(room) == ()


def test_photos_that_came_went_or_were_replaced(room: Room) -> None:
    room.submit()
    photo = (room.clone / PUBLIC / "foto-1.jpg").read_bytes()
    first = room.push(WRITER, {f"{PUBLIC}/foto-2.jpg": photo, f"{PUBLIC}/foto-3.jpg": photo})
    room.approve(VERIFIER)
    other = photos.take_in(CAMERA)
    head = room.push(
        WRITER,
        {f"{PUBLIC}/foto-1.jpg": other, f"{PUBLIC}/foto-4.jpg": photo},
        [f"{PUBLIC}/foto-2.jpg"],
    )
    (revision,) = changed(room)[0].revisions
    assert [(row.name, row.fate) for row in revision.pictures] == [
        ("foto-1.jpg", Fate.REPLACED),
        ("foto-2.jpg", Fate.REMOVED),
        ("foto-4.jpg", Fate.ADDED),
    ]
    replaced, removed, added = revision.pictures
    assert replaced.alt == "Tiga orang duduk menghadap papan tulis berwarna hijau"
    assert (replaced.before, replaced.after) == (
        f"{first[:4]}:{PUBLIC}/foto-1.jpg",
        f"{head[:4]}:{PUBLIC}/foto-1.jpg",
    )
    assert (removed.after, added.before) == ("", "")
    assert revision.differences == ()
    assert revision.remark == ""


def test_where_the_forge_has_pages_photos_are_shown_before_and_after(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.submit()
    room.approve(VERIFIER)
    other = photos.take_in(CAMERA)
    seen, head = room.head(), room.push(WRITER, {f"{PUBLIC}/foto-1.jpg": other})
    assert "![" not in slip(room)
    page = "https://github.com/contoh/terbit/blob"
    monkeypatch.setattr(LocalForge, "page", lambda _, commit, path: f"{page}/{commit}/{path}")
    text = slip(room)
    assert f"\n\n![Sebelum – Tiga orang duduk menghadap papan tulis berwarna hijau]({page}" in text
    shown = [f"{page}/{commit}/{PUBLIC}/foto-1.jpg?raw=true" for commit in (seen, head)]
    assert addresses(render(text)) == set(shown)


def test_a_change_of_blanks_alone_is_called_that(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    room.push(WRITER, {f"{PUBLIC}/index.md": room.text("Angka kuncinya", "Angka  kuncinya")})
    (revision,) = changed(room)[0].revisions
    assert (revision.remark, revision.differences) == (PLAIN, ())
    assert PLAIN in slip(room)


def test_a_text_that_was_broken_when_it_was_signed_is_said(room: Room) -> None:
    room.submit()
    good = room.text()
    room.push(WRITER, {f"{PUBLIC}/index.md": b"bukan naskah"})
    room.approve(VERIFIER)
    room.push(WRITER, {f"{PUBLIC}/index.md": good})
    (revision,) = changed(room)[0].revisions
    assert revision.remark == UNREADABLE
    assert UNREADABLE in slip(room)


def with_entry(room: Room, mode: str, path: str) -> str:
    """The head with a link (120000) or another repository (160000) at a path."""
    repository, name = room.newsroom.repository, "e" * 40
    if mode == "120000":
        name = str(repository.git.hash_object("-w", "--stdin", istream=subprocess.DEVNULL))
    index = {"GIT_INDEX_FILE": str(room.folder / "index")}
    author = authorship(room.who(WRITER), room.now)
    with repository.git.custom_environment(**index, **author):
        repository.git.read_tree(room.head())
        repository.git.update_index("--add", "--cacheinfo", f"{mode},{name},{path}")
        tree = str(repository.git.write_tree())
        commit = str(repository.git.commit_tree(tree, "-p", room.head(), "-m", "x"))
    return room.put(WRITER, commit)


@pytest.mark.parametrize("mode", ["120000", "160000"])
@pytest.mark.parametrize("path", [f"{PUBLIC}/index.md", PAGE])
def test_a_link_or_repository_in_place_of_a_text_is_not_followed(
    room: Room, mode: str, path: str
) -> None:
    room.submit()
    room.approve(VERIFIER)
    with_entry(room, mode, path)
    (revision,) = changed(room)[0].revisions
    assert revision.remark == UNREADABLE


def test_a_file_in_place_of_an_article_is_no_article(room: Room) -> None:
    room.submit()
    folder = room.newsroom.repository.folder(room.head(), PUBLIC)
    room.push(WRITER, {PUBLIC: b"x"}, [f"{PUBLIC}/{name}" for name in folder])
    room.approve(VERIFIER)
    seen = room.head()
    room.push(WRITER, {f"{PUBLIC}/{name}": data for name, data in folder.items()}, [PUBLIC])
    assessment = room.newsroom.assess(1, room.tick())
    verdict = replace(assessment.verdict, delta_from={VERIFIER: seen})
    (change,) = changes(room.newsroom, replace(assessment, verdict=verdict), lambda *_: None)
    assert [revision.remark for revision in change.revisions] == [UNREADABLE]


def test_a_photo_that_went_with_its_row_is_still_described(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    text = room.text().decode()
    head, _, rest = text.partition("foto:\n")
    without = f"{head}---\n{rest.partition('---')[2]}".encode()
    room.push(WRITER, {f"{PUBLIC}/index.md": without}, [f"{PUBLIC}/foto-1.jpg"])
    (picture,) = changed(room)[0].revisions[0].pictures
    assert (picture.fate, picture.alt[:10]) == (Fate.REMOVED, "Tiga orang")


def test_an_article_that_came_later_or_went(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    other = PUBLIC.replace("kabar-uji", "kabar-dua")
    text = room.text("judul: Kabar Uji Melewati Lima Langkah", "judul: Kabar Dua")
    room.push(WRITER, {f"{other}/index.md": text}, [f"content/{OLD_ITEM}/index.md"])
    gone, came = changed(room)[0].revisions
    assert (gone.remark, gone.differences) == (REMOVED, ())
    assert (came.title, came.remark, came.differences) == ("Kabar Dua", ADDED, ())


def test_plain_pages_are_compared_too(room: Room) -> None:
    room.submit()
    room.push(WRITER, {PAGE: b"---\njudul: Satu\n---\nIsi lama.\n"})
    room.approve(VERIFIER)
    room.push(WRITER, {PAGE: b"---\njudul: Dua\n---\nIsi lama.\n"})
    (revision,) = changed(room)[0].revisions
    assert revision.title == "Dua"
    assert revision.differences[0].lines == ("~~Satu~~ **Dua**",)


def test_other_files_are_named(room: Room) -> None:
    room.submit()
    room.push(WRITER, {"sop.yml": b"a"})
    room.approve(VERIFIER)
    assessment = room.newsroom.assess(1, room.tick())
    seen = room.head()
    room.push(WRITER, {"sop.yml": b"b"})
    now = room.newsroom.assess(1, room.tick())
    verdict = replace(assessment.verdict, delta_from={VERIFIER: seen})
    (change,) = changes(room.newsroom, replace(now, verdict=verdict), lambda *_: None)
    assert (change.revisions, change.others) == ((), ("sop.yml",))


def test_a_commit_that_is_gone_is_said(room: Room) -> None:
    room.submit()
    assessment = room.newsroom.assess(1, room.tick())
    verdict = replace(assessment.verdict, delta_from={VERIFIER: "d" * 40})
    text = compose_slip(room.newsroom, replace(assessment, verdict=verdict))
    assert UNREADABLE in text
    assert "(commit ddddddd)" in text


def test_an_objection_to_a_text_that_is_gone_is_said(room: Room) -> None:
    room.submit()
    room.object(VERIFIER)
    correct(room)
    assessment = room.newsroom.assess(1, room.tick())
    facts, gone = assessment.facts, "d" * 40
    review = replace(facts.reviews[0], commit_id=gone)
    first = replace(facts.activity[0], after=gone)
    pushes = (first, *facts.activity[1:])
    facts = replace(facts, reviews=(review,), activity=pushes)
    (change,) = changes(room.newsroom, replace(assessment, facts=facts), lambda *_: None)
    assert (change.readers, change.known) == ((VERIFIER,), False)


def test_the_posts_of_the_article_at_the_head(room: Room) -> None:
    room.submit()
    text = slip(room)
    assert "### Kiriman tiap kanal\n\n- **Instagram**, " in text
    assert "/2.200 karakter · 1/5 tagar; gambar: foto-1.jpg bertuliskan judul; sidik isi " in text
    assert "- **Telegram**, " in text
    assert "**X**" not in text
    assert "> Kabar Uji Melewati Lima Langkah\n" in text


def test_an_article_that_cannot_be_read_has_findings_and_no_posts(room: Room) -> None:
    room.submit()
    room.push(WRITER, {f"{PUBLIC}/index.md": b"bukan naskah"})
    text = slip(room)
    assert "### Unggahan" not in text
    assert "- **TOLAK** NASKAH" in text


def test_a_withdrawn_article_has_no_posts(room: Room) -> None:
    room.submit()
    note = "ditarik: {waktu: 2026-11-18T08:00, alasan: Keliru.}\nfoto:\n"
    room.push(WRITER, {f"{PUBLIC}/index.md": room.text("foto:\n", note)})
    assert "### Unggahan" not in slip(room)


def test_a_removed_article_has_no_posts(room: Room) -> None:
    room.submit()
    room.push(WRITER, {}, [f"content/{OLD_ITEM}/index.md"])
    assert "- **Instagram**, " in slip(room)


def test_two_articles_are_told_apart_by_their_titles(room: Room) -> None:
    room.submit()
    other = PUBLIC.replace("kabar-uji", "kabar-dua")
    text = room.text("judul: Kabar Uji Melewati Lima Langkah", "judul: Kabar Dua")
    photo = (room.clone / PUBLIC / "foto-1.jpg").read_bytes()
    room.push(WRITER, {f"{other}/index.md": text, f"{other}/foto-1.jpg": photo})
    assert "- **Instagram – Kabar Dua**, " in slip(room)


def test_a_broken_configuration_still_has_a_slip(room: Room) -> None:
    room.submit()
    room.overwrite_main("kantor.yml", b"nama_resmi: []\n")
    text = slip(room)
    assert text.startswith(f"{MARKER}\n\n**Pengaturan kantor tidak sah")
    assert "- **Pengelola repositori**: perbaiki sop.yml atau kantor.yml di main" in text


def test_the_same_request_makes_the_same_slip(room: Room) -> None:
    room.submit()
    room.approve(DECIDER)
    room.approve(VERIFIER)
    correct(room)
    assessment = room.newsroom.assess(1, room.tick())
    assert compose_slip(room.newsroom, assessment) == compose_slip(room.newsroom, assessment)


def test_where_the_forge_shows_the_site_the_slip_leads_to_the_kit(
    room_template: Path, tmp_path: Path
) -> None:
    github = GitHubRoom.copy(room_template, tmp_path / "github")
    github.submit()
    text = slip(github)
    assert "[Buka paket unggah](https://inspektorat.contoh.go.id/paket/2026-11-kabar-uji/)" in text


def test_on_a_forge_without_pages_it_promises_no_kit(room: Room) -> None:
    room.submit()
    assert "Buka paket unggah" not in slip(room)
