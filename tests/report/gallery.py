"""The slip in its six main states, as a phone shows it: python -m tests.report.gallery FOLDER

Each state is played in a newsroom of its own on the local forge, so that the slip is composed
from real Git objects. The folder gets a Markdown file, a page and a picture of each.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from terbit import photos
from terbit.core.article import INDEX
from terbit.core.facts import LineNote
from terbit.core.gate import evaluate
from terbit.newsroom.disposition import compose_slip
from terbit.newsroom.room import Assessment
from terbit.newsroom.sample_draft import sample_draft
from tests import browsing
from tests.report.github import render
from tests.rooms import CAMERA, DECIDER, MINIATURE, OTHER_VERIFIER, VERIFIER, WRITER, Room

SLUG = "klinik-konsultasi-pengawasan"
DRAFT = f"drafts/{SLUG}"
PUBLIC = f"content/berita/2026/11/{SLUG}"
PREVIEW = "https://pratinjau.contoh.go.id/permintaan-1/"
PHOTOS = "https://foto.contoh.go.id"
WIDTH = 360
STYLE = """
body { margin: 16px; color: #1f2328; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans",
  Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
h3 { font-size: 1.25em; line-height: 1.25; margin: 24px 0 16px; }
p, ul, ol, blockquote { margin: 0 0 16px; }
ul, ol { padding-left: 2em; }
li + li { margin-top: .25em; }
blockquote { padding: 0 1em; color: #59636e; border-left: .25em solid #d1d9e0; }
blockquote > :last-child { margin-bottom: 0; }
hr { height: .25em; border: 0; margin: 24px 0; background: #d1d9e0; }
img { max-width: 100%; }
a { color: #0969da; }
"""
"""How GitHub lays out a comment (its primer stylesheet, reduced to what a slip uses)."""


def waiting(room: Room) -> Assessment:
    """Nobody has read the text yet."""
    return judged(room)


def early(room: Room) -> Assessment:
    """The deciding official approved before anybody verified."""
    room.approve(DECIDER)
    return judged(room)


def sent_back(room: Room) -> Assessment:
    """Two people asked for corrections, one of them beside a line; the writer answered there."""
    room.object(
        VERIFIER,
        "Jumlah perangkat daerah tidak cocok:\n\n1. ringkasan menulis dua belas;\n"
        "2. isi berita menulis tiga belas.",
    )
    assessment = judged(room, minutes=20)
    review, head = assessment.facts.reviews[-1], assessment.facts.request.head_sha
    assert review.at is not None
    verifier, writer = review.account, assessment.facts.request.opener
    path, at = f"{PUBLIC}/index.md", review.at
    asked = LineNote(
        9001, verifier, "Ejaan nama layanan ini sudah benar?", path, at, 36, 36, None, review.id
    )
    answer = LineNote(
        9002, writer, "Sudah saya cocokkan dengan papan nama.", path, room.now, 36, 36, 9001
    )
    facts = replace(
        assessment.facts, line_notes=(replace(asked, commit=head), replace(answer, commit=head))
    )
    return replace(assessment, facts=facts)


def stale(room: Room) -> Assessment:
    """A verifier approved, then the text and a photo were changed."""
    room.approve(VERIFIER)
    folder = room.clone / PUBLIC
    shutil.copyfile(MINIATURE / "drafts/kabar-uji/foto-1.jpg", folder / "foto-1.jpg")
    room.edit("Tiga belas perangkat daerah", "Dua belas perangkat daerah", f"{PUBLIC}/index.md")
    room.edit("Layanan ini tidak dipungut biaya.", "", f"{PUBLIC}/index.md")
    room.edit("dalam Sehari", "pada Hari Pertama", f"{PUBLIC}/index.md")
    room.submit(PUBLIC, message="Samakan jumlah perangkat daerah")
    return judged(room)


def nobody(room: Room) -> Assessment:
    """Verified, and the one who decides is out of office."""
    room.approve(VERIFIER)
    assessment = judged(room)
    assert assessment.config is not None
    office = assessment.config.office
    day = office.calendar.day(room.now)
    rows = tuple(
        replace(row, end=day.replace(day=1)) if row.login == DECIDER else row
        for row in office.appointments
    )
    setting = replace(assessment.config, office=replace(office, appointments=rows))
    verdict = evaluate(setting.procedure, setting.office, assessment.facts, room.now)
    return replace(assessment, config=setting, verdict=verdict)


def cleared(room: Room) -> Assessment:
    """Sent back once, mended, verified and decided."""
    room.object(OTHER_VERIFIER, "Jumlah perangkat daerah tidak cocok dengan ringkasan.")
    room.edit("Tiga belas perangkat daerah", "Dua belas perangkat daerah", f"{PUBLIC}/index.md")
    room.submit(PUBLIC, message="Samakan jumlah perangkat daerah")
    room.approve(OTHER_VERIFIER)
    room.approve(DECIDER)
    return judged(room)


STATES: dict[str, Callable[[Room], Assessment]] = {
    "1-menunggu-verifikasi": waiting,
    "2-disetujui-terlalu-awal": early,
    "3-dikembalikan": sent_back,
    "4-naskah-berubah": stale,
    "5-tidak-ada-yang-dapat": nobody,
    "6-siap": cleared,
}


def judged(room: Room, minutes: int = 12) -> Assessment:
    """What the SOP says of the request some minutes later."""
    return room.newsroom.assess(1, room.tick(minutes))


def slips(folder: Path, seen: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """(name, Markdown) of each state, played in a folder; the photos that it shows by address."""
    template = Room.make(folder / "awal").folder
    for name, play in STATES.items():
        room = Room.copy(template, folder / name)
        (room.clone / DRAFT).mkdir()
        (room.clone / DRAFT / INDEX).write_text(sample_draft(room.newsroom.config.office))
        (room.clone / DRAFT / "foto-1.jpg").write_bytes(photos.take_in(CAMERA))
        room.submit(DRAFT, WRITER)
        yield name, compose_slip(room.newsroom, play(room), PREVIEW, album(room, seen))


def album(room: Room, seen: dict[str, bytes]) -> Callable[[str, str], str]:
    """An address for each photo, behind which the pictures of the gallery find it."""

    def link(commit: str, path: str) -> str:
        address = f"{PHOTOS}/{commit}/{path}"
        seen[address] = room.newsroom.repository.file(commit, path) or b""
        return address

    return link


def page(markdown: str) -> str:
    """A comment as GitHub would lay it out on a page of its own."""
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>{STYLE}'
    )
    return f"<!doctype html>{head}</style>{render(markdown)}"


def photograph(pages: dict[str, Path], photos: dict[str, bytes]) -> Iterator[tuple[str, int]]:
    """A picture beside each page; yields its name and how wide its content is, in pixels."""
    with browsing.chromium() as browser:
        phone = browser.new_page(viewport={"width": WIDTH, "height": 740}, device_scale_factor=2)
        phone.route(f"{PHOTOS}/**", lambda asked: asked.fulfill(body=photos[asked.request.url]))
        for name, path in pages.items():
            phone.goto(path.resolve().as_uri())
            phone.screenshot(path=path.with_suffix(".png"), full_page=True)
            yield name, int(phone.evaluate("document.documentElement.scrollWidth"))


def main(folder: Path) -> None:
    """Make the gallery."""
    folder.mkdir(parents=True, exist_ok=True)
    pages, photos = {}, dict[str, bytes]()
    with tempfile.TemporaryDirectory() as place:
        for name, markdown in slips(Path(place), photos):
            folder.joinpath(f"{name}.md").write_text(markdown, encoding="utf-8")
            pages[name] = folder / f"{name}.html"
            pages[name].write_text(page(markdown), encoding="utf-8")
    for name, width in photograph(pages, photos):
        print(f"{name}: {width} piksel")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
