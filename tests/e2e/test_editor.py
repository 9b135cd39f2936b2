"""What the web editor writes in a real browser is the draft that every other door makes.

Sveltia CMS, as it is served, works on a folder of the browser; Decap CMS reads the same
config.yml and writes through its own local server.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image

from terbit import articles, schema, serving, yaml_source
from terbit.commands import check as checking
from terbit.commands import editor
from terbit.core.finding import Level
from terbit.front_matter import FrontMatter
from terbit.newsroom import intake, questions
from tests import npm
from tests.filled import OF_PHOTOS, TOLD, photos
from tests.rooms import Room

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="CHROMIUM IS MISSING: no editor was used"),
]

PLACE = "drafts/tim-pengawas-buka-klinik-konsultasi-untuk-perangkat-daerah"
BODY = "Klinik konsultasi pengawasan dibuka untuk dua belas perangkat daerah."
ANSWERS = {**TOLD, "Isi berita": BODY, "Atas nama": ""}
OF_THE_PHOTO = {**{label: text.split("\n")[0] for label, text in OF_PHOTOS.items()}}
TYPED = ("Judul", "Ringkasan", "Kategori", *(label for label, _, _ in questions.FIVE_W.values()))
OF_THE_PHOTO_TYPED = ("Yang terlihat di foto", "Keterangan foto", "Pemotret", "Persetujuan")
FOLDER_OF_THE_BROWSER = """
window.showDirectoryPicker = async () => {
  const folder = await navigator.storage.getDirectory();
  await folder.getDirectoryHandle('.git', {create: true});
  await folder.getDirectoryHandle('drafts', {create: true});
  return folder;
};
"""
FILES_OF_THE_BROWSER = """
async () => {
  const found = {};
  async function walk(folder, path) {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === 'directory') { await walk(entry, `${path}${name}/`); continue; }
      const bytes = new Uint8Array(await (await entry.getFile()).arrayBuffer());
      found[path + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }
  }
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}
"""
DECAP = """<!doctype html>
<meta charset="utf-8">
<link href="/admin/config.yml" type="text/yaml" rel="cms-config-url">
<script>window.CMS_MANUAL_INIT = true</script>
<body><script src="decap-cms.js"></script>
<script>CMS.init({config: {local_backend: {url: "http://127.0.0.1:PORT/api/v1"}}})</script>
"""


@pytest.fixture
def newsroom(room: Room, tmp_path: Path) -> Room:
    """A newsroom whose clone came from GitHub, without drafts, with the editor written."""
    npm.installed(npm.CACHE / "editor")
    (room.clone / ".cache").symlink_to(npm.CACHE)
    room.newsroom.repository.git.remote("set-url", "origin", "https://github.com/contoh/ruang.git")
    made = editor.write(room.newsroom, tmp_path / "admin")
    assert made.repository == "contoh/ruang"
    return room


@pytest.fixture
def page() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", *quiet]
        )
        page = chromium.new_page(viewport={"width": 1400, "height": 3600}, locale="id-ID")
        page.set_default_timeout(30_000)
        yield page
        chromium.close()


@contextmanager
def served(mounts: Mapping[str, Path]) -> Iterator[str]:
    """The address at which some folders are shown."""
    running = serving.server(mounts, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://{serving.HOST}:{running.server_port}"
    running.shutdown()


@contextmanager
def decap_server(folder: Path, log: Path) -> Iterator[int]:
    """The port of Decap's own server for a folder, on 127.0.0.1 alone."""
    with socket.socket() as free:
        free.bind((serving.HOST, 0))
        port = free.getsockname()[1]
    program = npm.installed() / "node_modules/decap-server/dist/index.js"
    chosen = {"PORT": str(port), "BIND_HOST": serving.HOST, "MODE": "fs"}
    environ = {**os.environ, **chosen, "GIT_REPO_DIRECTORY": str(folder)}
    with (
        log.open("wb") as out,
        subprocess.Popen(
            [str(npm.NODE), str(program)], cwd=folder, env=environ, stdout=out, stderr=out
        ) as running,
    ):
        try:
            while running.poll() is None:
                with socket.socket() as probe:
                    if probe.connect_ex((serving.HOST, port)) == 0:
                        break
            yield port
        finally:
            running.terminate()


def from_a_phone(folder: Path) -> Path:
    """A photo that tells where it was taken."""
    path = photos(folder)[0]
    with Image.open(path) as image:
        exif = image.getexif()
        exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "S", 2: (2.0, 12.0, 30.0)})
        image.save(path, "JPEG", exif=exif)
    return path


def field(page: Any, label: str) -> Any:
    """A field to write in, whether or not it is marked as one that may stay empty."""
    return page.get_by_role("textbox", name=re.compile(rf"^{label}( \(optional\))?$"))


def fill(page: Any) -> None:
    """The answers that are typed in the same way in both editors."""
    for label in TYPED:
        field(page, label).fill(ANSWERS[label])
    field(page, "Tanggal kegiatan").fill("2026-11-17")


def fill_photo(page: Any) -> None:
    for label in OF_THE_PHOTO_TYPED:
        field(page, label).fill(OF_THE_PHOTO[label])


def write_with_decap(page: Any, address: str, shot: Path) -> None:
    page.goto(f"{address}/decap/")
    page.get_by_role("button", name="Login").click()
    page.get_by_role("heading", name="Naskah").first.wait_for()
    page.goto(f"{address}/decap/#/collections/drafts/new")
    fill(page)
    choose(page, "Jenis", "berita")
    page.get_by_role("button", name="Add foto").click()
    page.get_by_role("button", name="Choose an image").click()
    page.locator("input[type=file]").first.set_input_files(shot)
    page.get_by_role("button", name="Choose selected").click()
    fill_photo(page)
    for label in ("Anak di foto", "Dokumen di foto"):
        choose(page, label, "tidak")
    page.locator("[data-slate-editor]").click()
    page.keyboard.type(BODY)
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("menuitem", name="Publish now").click()
    page.wait_for_url("**/entries/**")


def choose(page: Any, label: str, option: str) -> None:
    page.get_by_role("combobox", name=re.compile(f"^{label}")).click()
    page.keyboard.type(option)
    page.keyboard.press("Enter")


def head(raw: bytes) -> FrontMatter:
    """The head of a draft; no key unknown, none in a wrong form."""
    _, text, _, _ = articles.split(raw, "index.md")
    front, problems = schema.validate(FrontMatter, yaml_source.load(text, "index.md"))
    assert front is not None, problems
    return front


def of_the_doors(room: Room, shot: Path) -> bytes:
    """index.md of the same answers by the core of the other doors."""
    answers = questions.answers({**ANSWERS, **OF_THE_PHOTO}, [shot])
    return intake.draft(answers, intake.credit_of(room.newsroom.config.office))["index.md"]


def found(room: Room) -> list[str]:
    """The rules by which `terbit check` finds something that must be seen to in the draft."""
    office = room.newsroom.config.office
    done = checking.check(room.clone, [PLACE], date(2026, 11, 18), office, frozenset())
    assert done.problems == ()
    blocking = (Level.TOLAK, Level.TAHAN)
    return [finding.rule for finding in done.findings if finding.level in blocking]


def assert_same_draft(room: Room, shot: Path, photo: str) -> None:
    """The folder is an article with the very answers that the other doors write."""
    article = articles.load(room.clone, PLACE)
    assert set(article.files) == {"index.md", photo}
    assert article.body.strip() == BODY
    raw, doors = article.files["index.md"], of_the_doors(room, shot)
    ours = head(doors.replace(b"foto-1.jpg", photo.encode()))
    assert head(raw) == ours
    assert b"anak: tidak\n" in raw
    assert re.search(rb"^tanggal: '?2026-11-17'?$", raw, re.MULTILINE)


def test_decap_reads_the_same_configuration_and_writes_the_same_draft(
    newsroom: Room, page: Any, tmp_path: Path
) -> None:
    shot, decap = from_a_phone(tmp_path), tmp_path / "decap"
    bundle = npm.installed() / "node_modules/decap-cms/dist"
    decap.mkdir()
    for part in (*bundle.glob("*decap-cms.js"), *bundle.glob("*.wasm")):
        shutil.copyfile(part, decap / part.name)
    mounts = {"/admin/": tmp_path / "admin", "/decap/": decap}
    with served(mounts) as address, decap_server(newsroom.clone, tmp_path / "decap.log") as port:
        (decap / "index.html").write_text(DECAP.replace("PORT", str(port)), encoding="utf-8")
        write_with_decap(page, address, shot)
    assert_same_draft(newsroom, shot, "0-red.jpg")
    # Decap keeps what the camera wrote; terbit submit takes it out
    assert found(newsroom) == ["FOTO-04"]
