"""`terbit demo`: the whole story runs, for this office's SOP and for others."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from terbit import config
from terbit.commands.audit import audit
from terbit.core.article import INDEX
from terbit.demo import CAMERA, FORGED, SLUG, _cast, demo
from terbit.errors import TerbitError
from terbit.newsroom.clone import Clone
from terbit.newsroom.sample_draft import RIGHT, WRONG
from tests.rooms import MINIATURE, REPOSITORY, START

EXAMPLES = REPOSITORY / "tests/core/gate/examples"
OFFICE = ("sop.yml", "kantor.yml")


def office(folder: Path, settings: Path) -> Path:
    """The files of an office with one page, no article and no draft, and the photo from a phone."""
    for name, source in (
        (str(CAMERA), REPOSITORY / CAMERA),
        ("mkdocs.yml", MINIATURE / "mkdocs.yml"),
        (f"content/{INDEX}", MINIATURE / "content" / INDEX),
        *((name, settings / name) for name in OFFICE),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / name)
    return folder


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    place = tmp_path_factory.mktemp("peragaan")
    lines: list[str] = []
    demo(office(place / "kantor", MINIATURE), place / "demo", lines.append)
    return place / "demo", lines


def test_the_story_is_told_in_order(story: tuple[Path, list[str]]) -> None:
    text = "\n".join(story[1])
    moments = [
        "menyerahkan konsep berita",
        "membuka permintaan #1",
        "menekan Approve sebelum",
        "diberikan sebelum verifikasi selesai",
        "meminta perbaikan",
        "mengirim perbaikan",
        "yang akan tampil, dalam satu berkas untuk ponsel",
        "Siap digabung",
        "Terbit menerbitkan",
        "kiriman di setiap aplikasi",
        "Tidak ada yang perlu dikerjakan.",
        "DITOLAK",
        "isi palsu tidak ada",
    ]
    places = [text.index(moment) for moment in moments]
    assert places == sorted(places)


def test_the_result_holds_the_corrected_text_and_never_the_forged_one(
    story: tuple[Path, list[str]],
) -> None:
    out = story[0] / "hasil"
    page = next((out / "situs/berita").glob(f"*/*/{SLUG}/index.html"))
    assert RIGHT in page.read_text(encoding="utf-8")
    files = [path.read_bytes() for path in out.rglob("*") if path.is_file()]
    assert not any(word.encode() in data for word in (WRONG, FORGED) for data in files)
    assert list((out / "paket").glob(f"*{SLUG}/*.zip"))
    (posts,) = (out / "paket").glob(f"*{SLUG}/kiriman.html")
    assert posts.read_text(encoding="utf-8").count('class="kiriman"') == 10
    assert list((out / "arsip/berita").glob(f"*/*/{SLUG}/*-disetujui.json"))


def test_whoever_decides_sees_the_very_page_first(story: tuple[Path, list[str]]) -> None:
    (line,) = (line for line in story[1] if "dalam satu berkas" in line)
    page = Path(line.partition("ponsel: ")[2])
    assert page.name.startswith("pratinjau-1-")
    html = page.read_text(encoding="utf-8")
    assert RIGHT in html
    assert FORGED not in html


def test_its_archive_and_site_prove_themselves(story: tuple[Path, list[str]]) -> None:
    """What was forged on main is a note: it is nowhere public."""
    later = START + timedelta(days=365)
    report = audit(Clone(story[0] / "ruang"), later, (), story[0] / "hasil/situs")
    assert report.ok, report.lines()
    (note,) = report.archive.notes
    assert f"{SLUG} di main belum disetujui dalam bentuk ini" in note


def test_it_can_be_played_again_in_its_own_folder_but_in_nobody_elses(
    story: tuple[Path, list[str]], tmp_path: Path
) -> None:
    (tmp_path / "penting.txt").write_text("jangan dihapus", encoding="utf-8")
    with pytest.raises(TerbitError, match="bukan hasil peragaan"):
        demo(REPOSITORY, tmp_path, print)
    assert (tmp_path / "penting.txt").exists()
    assert (story[0] / ".terbit-demo").exists()


@pytest.mark.parametrize("example", ["DK-005", "KD-021"])
def test_other_offices_find_their_own_cast(example: str, tmp_path: Path) -> None:
    for name in OFFICE:
        shutil.copyfile(EXAMPLES / example / name, tmp_path / name)
    setting = config.load(tmp_path)
    cast = _cast(setting, START)
    people = [p.id for rows in cast.reviewers.values() for p in rows]
    assert len(people) == len(set(people))
    assert {step.id for step in setting.procedure.review_steps} == set(cast.reviewers)


@pytest.mark.parametrize("example", ["DK-005", "KD-021"])
def test_an_office_without_samples_is_shown_its_own_sop(example: str, tmp_path: Path) -> None:
    """Seven steps with a quorum, and three."""
    source = office(tmp_path / "kantor", EXAMPLES / example)
    lines: list[str] = []
    demo(source, tmp_path / "demo", lines.append)
    setting = config.load(source)
    text = "\n".join(lines)
    assert "isi palsu tidak ada di situs" in text
    assert text.count("menyetujui sebagai") == sum(
        step.quorum for step in setting.procedure.review_steps
    )
    page = next((tmp_path / "demo/hasil/situs/berita").glob(f"*/*/{SLUG}/index.html"))
    assert setting.office.name in page.read_text(encoding="utf-8")
