"""The guide's pictures: light, described, nothing but pixels in them, and made by this folder."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from tests import browsing, npm
from tests.first_office import IS_FORK
from tests.pictures import DRAWN, GUIDE, LIMIT, SITE, SITE_LIMIT, frames, terminal
from tests.pictures.__main__ import make
from tests.pictures.camera import webp
from tests.report.github import HOSTILE
from tests.rooms import REPOSITORY

TEXT = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
PICTURE = re.compile(r'<img src="\.github/panduan/([a-z0-9-]+)\.webp" width="\d+"\s+alt="([^"]*)">')
SHOWN = dict(PICTURE.findall(TEXT))
"""The alternative text of each picture in the guide, by name."""
FILES = sorted(GUIDE.glob("*.webp"))
ON_PAGES = sorted(SITE.glob("*.webp"))
LIMITS = {**dict.fromkeys(FILES, LIMIT), **dict.fromkeys(ON_PAGES, SITE_LIMIT)}
STAGE = Path(__file__).with_name("stage.py").read_text("utf-8")
LONGEST = 220
"""Letters of an alternative text: whoever listens cannot skim (WCAG technique G94)."""


def test_every_picture_of_the_guide_is_there_and_each_that_is_there_is_shown() -> None:
    assert TEXT.count("<img ") == len(SHOWN)
    assert set(SHOWN) == {path.stem for path in FILES}


def test_the_maker_makes_these_and_no_others() -> None:
    named = set(re.findall(r'(?:Shot|slip)\(\s*"([a-z0-9-]+)"', STAGE)) | set(DRAWN)
    assert named == {path.stem for path in LIMITS}


@pytest.mark.parametrize("path", LIMITS, ids=lambda path: path.stem)
def test_a_picture_is_light_sharp_and_nothing_but_pixels(path: Path) -> None:
    data = path.read_bytes()
    assert len(data) <= LIMITS[path]
    # the chunks of a WebP in which something else than pixels can stand (RFC 9649, 2.7)
    assert not {b"EXIF", b"XMP ", b"ICCP"} & {data[at : at + 4] for at in range(0, len(data), 2)}
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "WEBP"
        assert image.width >= 720, "two pixels for each of a phone's 360"


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_is_described_and_a_drawing_is_called_one(name: str) -> None:
    words = SHOWN[name]
    assert 40 <= len(words) <= LONGEST
    assert words.endswith(".")
    assert words.startswith("Gambar skema") == (name in DRAWN)


def test_drawings_say_in_the_picture_and_beside_it_that_they_are_drawn() -> None:
    assert all("GAMBAR SKEMA" in frames.app(step, "Judul") for step in (1, 2, 3))
    after = TEXT.partition(f"{DRAWN[-1]}.webp")[2][:400]
    assert "bukan tangkapan layar" in after


def test_a_heavy_screen_loses_quality_before_it_passes_the_limit() -> None:
    noise = Image.effect_noise((360, 300), 60).convert("RGB")
    assert len(webp(png(noise))) <= LIMIT


def test_a_screen_that_no_quality_makes_light_enough_is_refused() -> None:
    with pytest.raises(ValueError, match="show less"):
        webp(png(Image.effect_noise((900, 900), 120).convert("RGB")))


def png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def test_a_terminal_session_holds_what_was_asked_and_what_was_typed(tmp_path: Path) -> None:
    for name in ("sop.yml", "kantor.yml"):
        (tmp_path / name).write_bytes((REPOSITORY / name).read_bytes())
    told = terminal.session(tmp_path, ("new", "--tanya"), ["Klinik <b>Dibuka</b>"])
    assert "> Klinik <b>Dibuka</b>\n" in told
    assert told.rstrip().endswith(">"), "it stops where nobody answers any more"
    assert "&lt;b&gt;Dibuka" in terminal.html(told)


@pytest.mark.slow
def test_a_comment_in_a_frame_runs_nothing() -> None:
    npm.installed(npm.CACHE / "pictures")
    page = frames.comment(HOSTILE, "Judul <script>", "bot")
    assert "<script" not in page
    assert "markdown-body" in page


@pytest.mark.slow
@pytest.mark.skipif(IS_FORK, reason="the first office's people play its sample draft")
def test_all_pictures_can_be_made_anew(tmp_path: Path) -> None:
    browsing.needed()
    npm.installed(npm.CACHE / "editor")
    npm.installed(npm.CACHE / "pictures")
    make(tmp_path)
    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.webp")}
    assert made == {path.relative_to(REPOSITORY) for path in LIMITS}
