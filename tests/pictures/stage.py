"""A newsroom with the sample content, played from the first draft to the monthly report."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from terbit.commands import adopt, editor, intake, practice, record
from terbit.commands import report as reporting
from terbit.commands.show import show
from terbit.core.recap import Period
from terbit.newsroom.clone import Clone
from terbit.newsroom.disposition import compose_slip
from tests.browsing import served
from tests.e2e import editors
from tests.filled import FORM, OF_PHOTOS, TOLD, issue_body
from tests.forges.github.uploads import UPLOAD
from tests.github.state import Thread
from tests.npm import CACHE
from tests.pictures import frames, terminal
from tests.pictures.camera import Shot
from tests.report.gallery import album
from tests.rooms import DECIDER, MAINTAINER, REPOSITORY, START, VERIFIER, WRITER, Room
from tests.rooms_github import GitHubRoom

SLUG = "klinik-konsultasi-pengawasan"
DRAFT = f"drafts/{SLUG}"
ITEM = f"berita/2026/11/{SLUG}"
PUBLIC = f"content/{ITEM}"
TITLE = "Klinik Konsultasi Pengawasan Layani 31 Pertanyaan dalam Sehari"
NOTE = "Ringkasan menyebut dua belas perangkat daerah, isi berita tiga belas. Mohon disamakan."
WRONG, RIGHT = "Tiga belas perangkat daerah mendaftar", "Dua belas perangkat daerah mendaftar"
BUTTON = "https://github.com/contoh/terbit/actions/runs/1/artifacts/1"
POST = "https://www.instagram.com/p/DAbc12345/"
ISSUE = 7
BOT = "github-actions bot"
LINK = "#instagram label:has-text('Tempel tautan hasil')"


def opened(folder: Path) -> Path:
    """A newsroom with this repository's own content, adopted."""
    practice.practice(REPOSITORY, folder, MAINTAINER, START - timedelta(days=1))
    room = Room(folder)
    adopt.adopt(room.newsroom, "Isi awal", room.who(MAINTAINER), START - timedelta(hours=1))
    return folder


def shots(folder: Path) -> Iterator[Shot]:
    """Every picture of the guide, in the order in which the screens come about."""
    template = opened(folder / "awal")
    yield from drawings()
    yield from proposing(GitHubRoom.copy(template, folder / "usulan"))
    yield from at_the_desk(Room.copy(template, folder / "meja"))
    yield from at_the_editor(Room.copy(template, folder / "editor"))
    yield from deciding(GitHubRoom.copy(template, folder / "github"))


def drawings() -> Iterator[Shot]:
    """The buttons of GitHub's app, which cannot be reached from here."""
    for step in (1, 2, 3):
        yield Shot(f"setujui-{step}", frames.app(step, TITLE), height=580)


# By phone, without Git


def proposing(room: GitHubRoom) -> Iterator[Shot]:
    """The issue form, and what Terbit answers."""
    yield Shot("usulan-formulir", frames.form(FORM, TOLD, 7), height=860)
    taken = sorted((room.clone / DRAFT).glob("foto-*.jpg"))
    links = {UPLOAD.format(n): path.read_bytes() for n, path in enumerate(taken, start=1)}
    told = {**TOLD, **OF_PHOTOS, "Siapa": "Tim auditor dan 12 OPD", "Mengapa": ""}
    body, user = issue_body(told, list(links)), room.fake.state.account(WRITER)
    room.fake.state.threads[ISSUE] = Thread(ISSUE, "Usulan", user, room.fake.state.stamp(), body)
    asked = intake.proposal({"issue": {"number": ISSUE, "body": body}, "sender": user})
    room.bot()
    out = room.folder / "olahan"
    intake.prepare(room.newsroom, asked, out, room.tick(), links.__getitem__)
    said = intake.deliver(room.newsroom, asked, out, room.now)
    heading = f"Usulan: {TOLD['Judul']}"
    yield Shot("usulan-jawaban", frames.comment(said, heading, BOT), height=620)


# At the desk


def at_the_desk(room: Room) -> Iterator[Shot]:
    """What a terminal shows."""
    shutil.copyfile(room.clone / DRAFT / "foto-1.jpg", room.clone / "foto-1.jpg")
    typed = [
        "Klinik Konsultasi Pengawasan Layani 31 Pertanyaan",
        "berita",
        "17 November 2026",
        "Klinik konsultasi pengawasan dibuka",
        "Tim auditor dan dua belas perangkat daerah",
        "Selasa, 16 November 2026, pukul 08.30 WIB",
        "Selasa, 17 November 2026, pukul 08.30 WIB",
    ]
    asking = ("new", "--tanya", "foto-1.jpg", "--now", room.now.isoformat())
    told = terminal.session(room.clone, asking, typed)
    yield Shot("tanya", frames.shell(cut(told, "Di mana")), width=640)
    room.submit(DRAFT, WRITER)
    room.approve(DECIDER)
    told = terminal.session(room.clone, ("explain", "1", "--now", room.tick(12).isoformat()))
    yield Shot("explain", frames.shell(f"$ terbit explain 1\n{told}"), width=640)
    room.approve(VERIFIER)
    room.approve(DECIDER)
    room.merge()
    room.publisher().run()
    told = terminal.session(room.clone, ("audit", "--now", room.tick().isoformat()))
    yield Shot("audit", frames.shell(f"$ terbit audit\n{told}"), width=640)


def at_the_editor(room: Room) -> Iterator[Shot]:
    """The web editor, with a folder of the browser in the place of a clone."""
    room.newsroom.repository.git.remote("set-url", "origin", "https://github.com/contoh/ruang.git")
    (room.clone / ".cache").symlink_to(CACHE)
    editor.write(room.newsroom, room.folder / "admin")
    with served({"/admin/": room.folder / "admin"}) as address:
        typed = {"Judul": TOLD["Judul"], "Tanggal kegiatan": editors.DAY}
        typed["Ringkasan"] = TOLD["Ringkasan"]
        act = partial(editors.begin, address=address, told=typed)
        yield Shot("editor", f"{address}/admin/", width=1000, height=760, act=act)


def cut(told: str, before: str) -> str:
    """A session up to a question that nobody answers any more."""
    return told.partition(f"\n{before}")[0].rstrip()


# On GitHub


def deciding(room: GitHubRoom) -> Iterator[Shot]:
    """One request from verification to the archive, as phones show it."""
    room.submit(DRAFT, WRITER)
    yield slip("lembar-verifikasi", room, 720)
    room.tick(8)
    room.object(VERIFIER, NOTE)
    yield slip("lembar-perbaikan", room, 660, begin="h3:has-text('Keberatan')")
    room.tick(12)
    room.edit(WRONG, RIGHT, f"{PUBLIC}/index.md")
    room.submit(PUBLIC, message="Samakan jumlah perangkat daerah")
    room.approve(VERIFIER)
    yield slip("lembar-keputusan", room, 720)
    yield replace(slip("lembar-disposisi", room, 380), site=True)
    done = show(room.newsroom, 1, room.folder / "lihat", room.tick())
    assert done is not None
    yield Shot("halaman", done.file.as_uri(), height=780)
    room.approve(DECIDER)
    room.merge()
    room.publisher().run()
    yield from published(room)


def slip(name: str, room: GitHubRoom, height: int, begin: str = "") -> Shot:
    """The slip of the request now, from its top or from a part of it on."""
    pictures = dict[str, bytes]()
    assessment = room.newsroom.assess(1, room.tick(4))
    told = compose_slip(room.newsroom, assessment, None, album(room, pictures), page=BUTTON)
    page = frames.comment(told, TITLE, BOT)
    return Shot(name, page, height=height, begin=begin, above=12, photos=pictures)


def published(room: GitHubRoom) -> Iterator[Shot]:
    """What a merge leaves behind: kit, page, archive, report."""
    kit = f"paket/{next((room.out / 'paket').glob(f'*{SLUG}')).name}/"
    with served({"/": room.out / "situs", "/paket/": room.out / "paket"}) as address:
        yield Shot("paket-unggah", f"{address}/{kit}", height=780, begin="#instagram", above=8)
        yield Shot("paket-bukti", f"{address}/{kit}", height=520, begin=LINK, above=48, act=pasted)
    by = room.who(WRITER)
    record.record(room.newsroom, ITEM, "instagram", POST, by=by, now=room.tick(20))
    room.publisher().run()
    with served({"/": room.out / "situs"}) as address:
        sheet = f"{address}/arsip/{ITEM}/"
        yield Shot("arsip-register", f"{address}/arsip/", height=780, begin="form", above=8)
        yield Shot("arsip-lembar", sheet, height=780, begin="h2:text('Langkah SOP')", above=8)
        yield Shot("pengesahan", f"{address}/{ITEM}/", 360, 150, ".sah", 16, site=True)
        yield Shot("langkah-sop", sheet, 360, 272, ".langkah li:nth-child(3)", 8, site=True)
    period, out = Period(2026, 11), room.folder / "laporan"
    done = reporting.report(Clone(room.clone), period, out, room.tick())
    page = next(path for path in done.files if path.suffix == ".html")
    yield Shot("laporan", page.as_uri(), width=720, height=760)


def pasted(page: Any) -> None:
    """A link in its field of the kit, its beginning in sight."""
    field = page.locator("#instagram").get_by_label("Tempel tautan hasil")
    field.fill(POST)
    field.press("Home")
