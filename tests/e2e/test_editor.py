"""The web editor is one more door: the same answers make the same draft as all the others do.

Sveltia CMS, as it is served, writes into a folder of the browser; Decap CMS, from the same
config.yml, through its own local server. Both write YAML of their own. Sveltia makes photos WebP,
Decap leaves them as they are; so drafts are compared by their values, their text and what their
photos show.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageChops, ImageStat

from terbit import articles, schema, yaml_source
from terbit.checks.reading.pictures import private_metadata
from terbit.commands import check as checking
from terbit.commands import editor
from terbit.core.finding import Level
from terbit.front_matter import FrontMatter
from tests import npm
from tests.browsing import served
from tests.doors import PLACE, by_folder, by_form, by_questions
from tests.e2e import editors
from tests.filled import OF_PHOTOS, TOLD, photos
from tests.rooms import Room
from tests.rooms_github import GitHubRoom

pytestmark = pytest.mark.slow

BODY = """\
Klinik konsultasi pengawasan dibuka untuk dua belas perangkat daerah.

Peserta mengambil nomor antrean, lalu berkonsultasi paling lama 30 menit."""
ABOUT = {**TOLD, "Isi berita": BODY, "Atas nama": ""}
"""Nobody else is named: who signs in to the editor is who sends the draft."""
ANSWERS = {**ABOUT, **OF_PHOTOS}
NOT_ASKED = b"""
teks_kanal: {instagram: "Satu baris\\nlalu satu lagi"}
catatan_pemeriksaan: [{aturan: KIP-01, kutipan: x, alasan: y, oleh: z}]
menjawab: content/berita/2026/10/kabar-lama"""
VALUES = re.compile(r"\{\$\w+\}")
NEARLY = 3.0
"""Of 255: how far the colours of a photo may be from the same photo in another format."""


@dataclass(frozen=True)
class Draft:
    """What a draft folder says: its head with photos under numbers, its text, its photos."""

    head: FrontMatter
    text: str
    photos: tuple[bytes, ...]

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> Draft:
        """Read a folder; no key unknown, none in a wrong form, no file that the head omits."""
        article = articles.parse(PLACE, files)
        _, text, _, _ = articles.split(files["index.md"], "index.md")
        names = [photo.file for photo in article.photos]
        for number, name in enumerate(names, start=1):
            text = text.replace(name, f"foto-{number}")
        head, problems = schema.validate(FrontMatter, yaml_source.load(text, "index.md"))
        assert head is not None, problems
        assert set(files) == {"index.md", *names}
        return cls(head, article.body.strip(), tuple(files[name] for name in names))


@pytest.fixture
def newsroom(room: Room, tmp_path: Path) -> Room:
    """A newsroom whose clone came from GitHub, with the editor written."""
    npm.installed(npm.CACHE / "editor")
    (room.clone / ".cache").symlink_to(npm.CACHE)
    room.newsroom.repository.git.remote("set-url", "origin", "https://github.com/contoh/ruang.git")
    made = editor.write(room.newsroom, tmp_path / "admin")
    assert made.repository == "contoh/ruang"
    return room


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page of a browser that speaks English, as most do in Indonesian offices."""
    context = browser.new_context(viewport={"width": 1400, "height": 3600}, locale="en-US")
    made = context.new_page()
    made.set_default_timeout(60_000)
    yield made
    context.close()


@pytest.fixture
def shots(tmp_path: Path) -> list[Path]:
    """Two photos that tell where they were taken."""
    folder = tmp_path / "kamera"
    folder.mkdir()
    made = photos(folder)
    for path in made:
        with Image.open(path) as image:
            exif = image.getexif()
            exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "S", 2: (2.0, 12.0, 30.0)})
            image.save(path, "JPEG", exif=exif)
    return made


def found(room: Room) -> list[str]:
    """The rules by which `terbit check` finds something that must be seen to in the draft."""
    office = room.newsroom.config.office
    done = checking.check(room.clone, [PLACE], date(2026, 11, 18), office, frozenset())
    assert done.problems == ()
    blocking = (Level.TOLAK, Level.TAHAN)
    return [finding.rule for finding in done.findings if finding.level in blocking]


def assert_same(one: Draft, other: Draft) -> None:
    """The same values, the same text, and photos that nobody could tell apart."""
    assert one.head == other.head
    assert one.text == other.text
    assert len(one.photos) == len(other.photos)
    for left, right in zip(one.photos, other.photos, strict=True):
        assert_shows_the_same(left, right)


def assert_shows_the_same(one: bytes, other: bytes) -> None:
    with Image.open(BytesIO(one)) as left, Image.open(BytesIO(other)) as right:
        assert left.size == right.size
        apart = ImageChops.difference(left.convert("RGB"), right.convert("RGB"))
    assert max(ImageStat.Stat(apart).mean) < NEARLY


def by_sveltia(room: Room, page: Any, admin: Path, shots: Sequence[Path]) -> dict[str, bytes]:
    """The draft as the editor at /admin/ writes it, laid into the clone; it asks nobody else."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with served({"/admin/": admin}) as address:
        written = editors.sveltia(page, address, ANSWERS, shots)
    assert [url for url in asked if not url.startswith((address, "blob:", "data:"))] == []
    for name, data in written.items():
        target = room.clone / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return {name.removeprefix(f"{PLACE}/"): data for name, data in written.items()}


def submitted(room: Room, files: Mapping[str, bytes]) -> Draft:
    """The draft as `terbit submit` puts it into its request."""
    folder = room.clone / PLACE
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    room.submit(PLACE)
    head = room.newsroom.forge.requests()[0].head_sha
    public = PLACE.replace("drafts/", "content/berita/2026/11/")
    return Draft.of(dict(room.newsroom.repository.folder(head, public)))


def test_form_editor_terminal_and_folder_make_the_same_draft(
    room_template: Path, newsroom: Room, page: Any, tmp_path: Path, shots: list[Path]
) -> None:
    by_editor = by_sveltia(newsroom, page, tmp_path / "admin", shots)
    form = by_form(GitHubRoom.copy(room_template, tmp_path / "github"), ABOUT, shots)
    asked = by_questions(Room.copy(room_template, tmp_path / "tanya"), ABOUT, shots)
    folder = by_folder(Room.copy(room_template, tmp_path / "folder"), ABOUT, shots)
    assert form == asked == folder
    assert_same(Draft.of(by_editor), Draft.of(form))
    assert set(by_editor) == {"index.md", "0-red.webp", "1-blue.webp"}
    assert [private_metadata(data) for data in Draft.of(by_editor).photos] == [(), ()]
    assert found(newsroom) == []


def test_a_draft_of_another_door_keeps_what_the_editor_does_not_ask(
    newsroom: Room, page: Any, tmp_path: Path, shots: list[Path]
) -> None:
    files = by_folder(newsroom, ABOUT, shots)
    index = files["index.md"].replace(b"    kredit:", b"    fokus: [0.5, 0.4]\n    kredit:")
    index = index.replace(b"\njenis:", NOT_ASKED + b"\njenis:")
    before = Draft.of({**files, "index.md": index})
    change = {"Ringkasan": "Ringkasan lain."}
    with served({"/admin/": tmp_path / "admin"}) as address:
        given = {f"{PLACE}/{name}": data for name, data in {**files, "index.md": index}.items()}
        written = editors.sveltia_again(page, address, given, ABOUT["Judul"], change)
    after = Draft.of({name.removeprefix(f"{PLACE}/"): data for name, data in written.items()})
    assert after.head == before.head.model_copy(update={"ringkasan": change["Ringkasan"]})
    assert (after.text, after.photos) == (before.text, before.photos)


def messages(words: Mapping[str, Any], parent: str = "") -> Iterator[tuple[str, str]]:
    """Every message by its dotted key."""
    for key, word in words.items():
        if isinstance(word, str):
            yield f"{parent}{key}", word
        else:
            yield from messages(word, f"{parent}{key}.")


def test_every_word_in_indonesian_stands_for_one_that_the_editor_says() -> None:
    package = npm.installed(npm.CACHE / "editor") / "node_modules" / editor.PACKAGE
    english = dict(messages(json.loads((package / "locales/en-US.json").read_text("utf-8"))))
    for key, word in messages(editor.words()):
        assert key in english
        assert set(VALUES.findall(word)) <= set(VALUES.findall(english[key])), key


def test_decap_reads_the_same_configuration_and_writes_the_same_draft(
    room_template: Path, newsroom: Room, page: Any, tmp_path: Path, shots: list[Path]
) -> None:
    shots[1].unlink()
    decap = tmp_path / "decap"
    bundle = npm.installed() / "node_modules/decap-cms/dist"
    decap.mkdir()
    for part in (*bundle.glob("*decap-cms.js"), *bundle.glob("*.wasm")):
        shutil.copyfile(part, decap / part.name)
    mounts = {"/admin/": tmp_path / "admin", "/decap/": decap}
    log = tmp_path / "decap.log"
    with served(mounts) as address, editors.decap_server(newsroom.clone, log) as port:
        (decap / "index.html").write_text(editors.decap_page(port), encoding="utf-8")
        editors.decap(page, address, ANSWERS, shots[0])
    written = dict(articles.load(newsroom.clone, PLACE).files)
    folder = by_folder(Room.copy(room_template, tmp_path / "folder"), ABOUT, shots[:1])
    assert_same(Draft.of(written), Draft.of(folder))
    # Decap keeps what the camera wrote: the check refuses it, and terbit submit takes it out
    assert found(newsroom) == ["FOTO-04"]
    sent = submitted(Room.copy(room_template, tmp_path / "ajukan"), written)
    assert_same(sent, Draft.of(folder))
    assert [private_metadata(data) for data in sent.photos] == [()]
