"""`terbit intake`: an issue form becomes a draft on one branch, and is answered once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from terbit import articles
from terbit.commands import intake as taking
from terbit.errors import TerbitError
from terbit.forges.github.attachments import AttachmentError
from terbit.newsroom import between
from terbit.report.proposal import MARKER
from tests.filled import OF_PHOTOS, TOLD
from tests.forges.github.uploads import UPLOAD
from tests.github.state import Thread
from tests.proposing import BRANCH, LINKS, NUMBER, PLACE, SLUG, camera, event, send
from tests.rooms import MAINTAINER, WRITER
from tests.rooms_github import BOT, GitHubRoom


@pytest.fixture
def github(room_template: Path, tmp_path: Path) -> GitHubRoom:
    return GitHubRoom.copy(room_template, tmp_path / "github")


def tip(room: GitHubRoom) -> str | None:
    room.newsroom.repository.fetch()
    return room.newsroom.repository.tip(BRANCH)


def branches(room: GitHubRoom) -> list[str]:
    listed = room.newsroom.repository.git.ls_remote("--heads", "origin", "usulan/*")
    return [row.split("refs/heads/")[1] for row in str(listed).splitlines()]


def draft(room: GitHubRoom) -> articles.core.Article:
    commit = tip(room)
    assert commit
    return articles.parse(PLACE, room.newsroom.repository.folder(commit, PLACE))


def comments(room: GitHubRoom) -> list[str]:
    return [row["body"] for row in room.fake.state.threads[NUMBER].comments]


# The draft


def test_a_filled_form_becomes_a_draft_on_a_branch_of_its_own(github: GitHubRoom) -> None:
    main = github.newsroom.main()
    said = send(github, event(github, links=LINKS))
    article = draft(github)
    assert (article.title, article.kind, str(article.date)) == (
        TOLD["Judul"],
        "berita",
        "2026-11-17",
    )
    assert [photo.file for photo in article.photos] == ["foto-1.jpg", "foto-2.jpg"]
    assert article.photos[1].alt == "Petugas membagikan nomor antrean"
    assert b"Telepon" not in article.files["foto-1.jpg"]
    assert "Terjawab: 6 dari 6" in said
    assert "2 foto masuk" in said
    github.newsroom.repository.fetch()
    assert github.newsroom.main() == main, "nothing reaches main"


def test_findings_name_the_questions_of_the_form(github: GitHubRoom) -> None:
    told = {**TOLD, **OF_PHOTOS, "Yang terlihat di foto": "Dua auditor di meja layanan"}
    said = send(github, event(github, {**told, "Siapa": "Hubungi 0812-3456-7890"}, links=LINKS))
    assert "- Yang terlihat di foto (foto 2), harus diperbaiki: " in said
    assert "- Siapa, harus diperbaiki: nomor ponsel" in said


def test_the_answer_names_the_sender_and_opens_the_request_with_one_press(
    github: GitHubRoom,
) -> None:
    said = send(github, event(github))
    assert "Pengirim: Citra Maharani (Admin Medsos)." in said
    assert (
        f"https://github.com/contoh/terbit/compare/main...{BRANCH}?quick_pull=1&title=Usulan"
        in said
    )
    assert "template=usulan.md" in said
    assert f"/blob/{BRANCH}/{PLACE}/index.md" in said
    assert said.startswith(MARKER)
    assert [text.strip() for text in comments(github)] == [said.strip()]


def test_whoever_sent_it_counts_as_its_writer(github: GitHubRoom) -> None:
    send(github, event(github))
    row = github.newsroom.repository.git.log("-1", "--format=%ae %ce", tip(github))
    address = "9201+citra-maharani@users.noreply.github.com"
    assert row == f"{address} {address}"


def test_a_stranger_may_propose_and_is_told_who_decides(github: GitHubRoom) -> None:
    said = send(github, event(github, by="warga"))
    assert "tidak tercatat di `kantor.yml`" in said
    assert draft(github).title == TOLD["Judul"]


def test_what_is_missing_is_told_with_a_remedy(github: GitHubRoom) -> None:
    said = send(github, event(github, {**TOLD, "Mengapa": "", "Siapa": "Hubungi 081234567890"}))
    assert "Terjawab: 5 dari 6" in said
    assert "harus diperbaiki: pertanyaan “mengapa” belum dijawab — isi 5w1h" in said
    assert "081234567890" not in said


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"Judul": ""}, "judul belum diisi"),
        ({"Judul": "漢字"}, "judul belum berisi kata"),
        ({"Tanggal kegiatan": "kemarin"}, "tanggal belum terbaca"),
        ({"Jenis": "esai"}, "jenis “esai” tidak dikenal"),
        ({"Apa": "a" * 1001}, "lebih dari 1000 huruf"),
    ],
)
def test_what_makes_no_draft_is_answered_and_makes_no_branch(
    github: GitHubRoom, changes: dict[str, str], message: str
) -> None:
    said = send(github, event(github, {**TOLD, **changes}))
    assert "belum dapat dijadikan naskah" in said
    assert message in said
    assert branches(github) == []


def test_a_name_that_main_has_already_gets_the_number_of_the_issue(github: GitHubRoom) -> None:
    send(github, event(github, {**TOLD, "Judul": "Kabar Uji"}))
    assert branches(github) == [f"usulan/{NUMBER}-kabar-uji-{NUMBER}"]
    send(github, event(github, {**TOLD, "Judul": "Kabar Uji", "Apa": "Lain"}))
    assert branches(github) == [f"usulan/{NUMBER}-kabar-uji-{NUMBER}"]


# Photos


def test_a_photo_that_github_withholds_is_told_and_the_others_enter(github: GitHubRoom) -> None:
    good = camera(github.folder / "kamera")

    def fetch(link: str) -> bytes:
        if link == LINKS[0]:
            raise AttachmentError("foto tidak dapat dibuka oleh Terbit", "unggah sekali lagi")
        return good(link)

    said = send(github, event(github, links=LINKS), fetch)
    assert "Foto 1: foto tidak dapat dibuka oleh Terbit — unggah sekali lagi" in said
    assert [(row.file, row.alt) for row in draft(github).photos] == [
        ("foto-2.jpg", "Petugas membagikan nomor antrean")
    ]


def test_what_is_no_photo_is_told_in_plain_words(github: GitHubRoom) -> None:
    said = send(github, event(github, links=LINKS), lambda link: b"<svg onload=alert(1)>")
    assert "Foto 1: foto sebenarnya gambar SVG" in said
    assert draft(github).photos == ()


def test_photos_in_any_box_count_and_their_links_are_no_words(github: GitHubRoom) -> None:
    told = {**TOLD, "Isi berita": f"Pembukaan.\n\n![IMG_1]({LINKS[0]})\n\nSelesai."}
    send(github, event(github, told))
    article = draft(github)
    assert [photo.file for photo in article.photos] == ["foto-1.jpg"]
    assert article.body == "\nPembukaan.\n\nSelesai.\n"


def test_more_photos_than_anybody_needs_are_left_aside(github: GitHubRoom) -> None:
    many = [UPLOAD.format(n) for n in range(50)]
    asked = taking.proposal(event(github, links=many))
    assert asked.links == tuple(many[: taking.MAX_LINKS])


# Again


def test_twice_the_same_is_done_once(github: GitHubRoom) -> None:
    told = event(github, links=LINKS)
    send(github, told)
    first, said = tip(github), comments(github)
    writes = len([call for call in github.fake.log if call.method != "GET"])
    send(github, told)
    assert (tip(github), comments(github)) == (first, said)
    assert len([call for call in github.fake.log if call.method != "GET"]) == writes


def test_an_edited_form_changes_the_same_branch_and_the_same_answer(github: GitHubRoom) -> None:
    send(github, event(github))
    first = tip(github)
    send(github, event(github, {**TOLD, "Judul": "Judul Lain Sama Sekali", "Mengapa": ""}))
    assert branches(github) == [BRANCH]
    assert draft(github).title == "Judul Lain Sama Sekali"
    assert github.newsroom.repository.parent(tip(github) or "") == first
    (only,) = comments(github)
    assert "Terjawab: 5 dari 6" in only


@pytest.mark.parametrize("message", ["Perbaiki judul", f"Usulan #{NUMBER}: {SLUG}"])
def test_what_a_person_wrote_on_the_branch_is_never_written_over(
    github: GitHubRoom, message: str
) -> None:
    send(github, event(github))
    files = {f"{PLACE}/index.md": b"---\njudul: Milik penyunting\n"}
    theirs = github.push(WRITER, files, base=tip(github), branch=BRANCH, message=message)
    said = send(github, event(github, {**TOLD, "Judul": "Judul Lain"}))
    assert tip(github) == theirs
    assert "sudah disunting orang" in said
    assert len(comments(github)) == 1


def test_after_the_draft_was_merged_the_form_changes_nothing(github: GitHubRoom) -> None:
    send(github, event(github))
    commit = tip(github)
    assert commit
    github.newsroom.repository.git.push("origin", f"{commit}:refs/heads/main", f":{BRANCH}")
    said = send(github, event(github, {**TOLD, "Judul": "Judul Lain"}))
    assert "sudah digabung" in said
    assert "Belum diajukan? Admin Medsos menulis komentar **/ajukan**" in said
    assert branches(github) == []


def test_another_issue_has_a_branch_of_its_own(github: GitHubRoom) -> None:
    send(github, event(github))
    other = event(github)
    other["issue"]["number"] = 70
    github.fake.state.threads[70] = Thread(70, "x", other["sender"], github.fake.state.stamp())
    send(github, other)
    assert branches(github) == [BRANCH, BRANCH.replace("/7-", "/70-")]


def test_another_s_comment_is_never_taken_for_ours(github: GitHubRoom) -> None:
    told = event(github)
    github.who(MAINTAINER)
    path = f"repos/contoh/terbit/issues/{NUMBER}/comments"
    github.client.send("POST", path, {"body": f"{MARKER}\npalsu"})
    send(github, told)
    rows = github.fake.state.threads[NUMBER].comments
    assert [row["user"]["login"] for row in rows] == [MAINTAINER, BOT]


# Hostile


MENTION = "@inspektorat/semua #1 https://jahat.example ![x](https://jahat.example/x.png) <b>"


def test_no_text_of_a_stranger_mentions_or_shows_anything_in_the_answer(
    github: GitHubRoom,
) -> None:
    told = {label: f"{text} {MENTION}" for label, text in TOLD.items() if label != "Jenis"}
    said = send(github, event(github, told, by="warga"))
    for alive in ("@inspektorat", "#1 ", "https://jahat", "![x]", "<b>"):
        assert alive not in said


@pytest.mark.parametrize(
    "name", ["Judul", "Apa", "Siapa", "Ringkasan", "Kategori", "Isi berita", "Atas nama"]
)
def test_no_text_becomes_a_key_or_markup_of_the_draft(github: GitHubRoom, name: str) -> None:
    evil = 'x"\nditarik: {waktu: 2026-11-17, alasan: x}\n---\n<script>alert(1)</script>\n# Judul'
    send(github, event(github, {**TOLD, name: evil}))
    (place,) = branches(github)
    folder = f"drafts/{place.removeprefix(f'usulan/{NUMBER}-')}"
    commit = github.newsroom.repository.tip(place)
    article = articles.parse(folder, github.newsroom.repository.folder(commit or "", folder))
    assert article.withdrawal is None
    assert "<script" not in article.rendered
    assert "<h1" not in article.rendered


def test_the_message_of_the_commit_holds_no_word_of_the_form(github: GitHubRoom) -> None:
    """A trailer there could name a co-author (S7)."""
    evil = "Rapat\n\nCo-authored-by: Dewi <9301+dewi-sekarmelati@users.noreply.github.com>"
    send(github, event(github, {**TOLD, "Judul": evil, "Apa": evil}))
    (branch,) = branches(github)
    message = github.newsroom.repository.git.log("-1", "--format=%B", f"origin/{branch}")
    assert "authored" not in str(message).split("\n", 1)[1]


def test_a_login_that_is_none_is_not_written_into_a_commit(github: GitHubRoom) -> None:
    told = event(github)
    told["sender"] = {"login": "x> <y", "id": 5}
    assert taking.proposal(told).login == "ghost"


@pytest.mark.parametrize("told", [{}, {"sender": {"id": 1}}, {"issue": {"number": 1}}])
def test_another_event_is_no_proposal(told: dict[str, Any]) -> None:
    with pytest.raises(TerbitError, match="bukan isian usulan"):
        taking.proposal(told)


# What the first half leaves is data


def delivered(room: GitHubRoom, folder: Path) -> str:
    room.bot()
    asked = taking.proposal(event(room, links=LINKS))
    return taking.deliver(room.newsroom, asked, folder, room.tick())


@pytest.mark.parametrize(
    "result",
    [
        None,
        "",
        "[]",
        "{}",
        '{"foto": [], "temuan": [{}]}',
        '{"foto": 1, "temuan": []}',
        "x" * 2**21,
    ],
)
def test_a_half_that_did_not_end_pushes_nothing_and_is_answered(
    github: GitHubRoom, tmp_path: Path, result: str | None
) -> None:
    if result is not None:
        (tmp_path / between.RESULT).write_text(result)
    assert "belum dapat diolah" in delivered(github, tmp_path)
    assert branches(github) == []


def test_a_taken_over_half_can_bring_nothing_but_jpegs_and_words(
    github: GitHubRoom, tmp_path: Path
) -> None:
    words = "@semua <img src=x> " + "a" * 1000
    row = {"level": "X", "place": words, "message": words, "fix": words}
    result = {"foto": [words], "temuan": [row] * 100}
    (tmp_path / between.RESULT).write_text(json.dumps(result))
    (tmp_path / "foto-1.jpg").write_bytes(b"<svg>")
    (tmp_path / "foto-2.jpg").symlink_to("/etc/passwd")
    (tmp_path / "foto-3.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "index.md").write_text("palsu")
    said = delivered(github, tmp_path)
    assert set(draft(github).files) == {"index.md"}
    assert draft(github).title == TOLD["Judul"]
    assert "@semua" not in said
    assert "<img" not in said
    assert len(said) < 20_000
