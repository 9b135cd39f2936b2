from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from terbit.commands import check as checking
from terbit.commands.check import check
from terbit.errors import TerbitError
from tests.checks.offices import FILES, LEAD, OFFICE, TODAY, build

NEWS = "content/berita/2026/11/rapat"
DRAFT = "drafts/apel"


@pytest.fixture
def root(tmp_path):
    put(
        tmp_path, NEWS, "Lihat [permohonan](/ppid/permohonan/) dan [apel](/berita/2026/10/apel/).\n"
    )
    put(tmp_path, "content/berita/2026/10/apel", "Isi.\n")
    put(tmp_path, DRAFT, "NIK 6203 0255 0190 0007.\n")
    for page in ("content/ppid/permohonan.md", "content/index.md"):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text("---\njudul: Halaman\n---\nIsi.\n")
    return tmp_path


def put(root, folder, body):
    place = root / folder
    place.mkdir(parents=True)
    (place / "index.md").write_text(build(f"{LEAD}\n{body}").source)
    (place / "foto-1.jpg").write_bytes(FILES["foto-1.jpg"])


def run(root, *paths):
    return check(root, paths, TODAY, OFFICE, frozenset())


@pytest.mark.parametrize(
    "path",
    [
        NEWS,
        f"{NEWS}/",
        f"./{NEWS}/index.md",
        f"{NEWS}/foto-1.jpg",
        "content",
        "content/berita",
        "content/berita/2026/11",
    ],
)
def test_places_that_are_fine(root, path):
    result = run(root, path)
    assert result.ok
    assert result.findings == ()


@pytest.mark.parametrize("path", [".", "drafts", DRAFT, f"{DRAFT}/index.md", ""])
def test_places_that_hold_the_bad_draft(root, path):
    result = run(root, path)
    assert not result.ok
    assert [f.rule for f in result.findings] == ["PII-01"]


def test_an_absolute_path(root):
    assert not run(root, str(root / DRAFT)).ok


def test_an_article_named_twice_is_checked_once(root):
    assert len(run(root, DRAFT, f"{DRAFT}/index.md", ".").findings) == 1


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("drafts/tiada", "tidak ditemukan"),
        ("content/berita/2026/11/tiada/index.md", "tidak ditemukan"),
        ("../lain", "di luar repositori"),
        ("/etc/passwd", "di luar repositori"),
    ],
)
def test_paths_that_mean_no_article(root, path, says):
    result = run(root, path)
    assert not result.ok
    assert says in str(result.problems[0])


def test_everything_that_cannot_be_read_is_told_at_once(root):
    for name in ("satu", "dua"):
        (root / "drafts" / name).mkdir()
        (root / "drafts" / name / "index.md").write_text("---\njudul: [\n---\n")
    result = run(root, "drafts")
    assert {problem.path for problem in result.problems} == {
        "drafts/satu/index.md",
        "drafts/dua/index.md",
    }
    assert [f.rule for f in result.findings] == ["PII-01"]


@pytest.mark.parametrize("path", [".", "content", "content/ppid", "content/ppid/laporan.pdf"])
def test_a_file_among_the_pages_that_is_none_is_told(root, path):
    (root / "content/ppid/laporan.pdf").write_bytes(b"%PDF-1.7")
    (problem,) = run(root, path).problems
    assert problem.path == "content/ppid/laporan.pdf"
    assert "bukan halaman" in problem.what


def test_an_emblem_that_is_missing_is_told(root):
    office = replace(OFFICE, logo="lambang.svg")
    (problem,) = check(root, ["content"], TODAY, office, frozenset()).problems
    assert str(problem).startswith("kantor.yml: lambang lambang.svg tidak ada")
    (root / "lambang.svg").write_text("<svg/>")
    assert check(root, ["content"], TODAY, office, frozenset()).ok


def test_an_empty_newsroom_is_fine(tmp_path):
    assert run(tmp_path, ".", "drafts", "content").ok


def test_a_folder_that_is_a_link_is_refused(root):
    (root / "drafts" / "tautan").symlink_to(root / NEWS, target_is_directory=True)
    result = run(root, "drafts/tautan")
    assert "tautan simbolik" in str(result.problems[0])


def test_a_link_to_a_removed_page_breaks(root):
    (root / "content/ppid/permohonan.md").unlink()
    assert [f.rule for f in run(root, NEWS).findings] == ["TAUT-01"]


def test_a_plain_page_is_checked_too(root):
    page = root / "content/ppid/permohonan.md"
    text = page.read_text("utf-8") + "\nHubungi 0812-3456-7890.\n"
    page.write_text(text, "utf-8")
    found = run(root, "content/ppid/permohonan.md").findings
    assert [(f.rule, f.path) for f in found] == [("PII-03", "content/ppid/permohonan.md")]
    assert found[0].line == len(text.splitlines())


def test_a_page_at_an_address_of_the_site_itself_is_refused_with_all_else(root):
    page = root / "content/kontak.md"
    page.write_text("---\njudul: Kontak\n---\nHubungi 0812-3456-7890.\n", "utf-8")
    found = run(root, "content/kontak.md").findings
    assert [f.rule for f in found] == ["PII-03", "NASKAH"]
    assert "alamat /kontak/ sudah dipakai situs" in found[1].message


def test_a_page_that_is_a_link_is_refused(root):
    (root / "content/ppid/lain.md").symlink_to(root / "content/ppid/permohonan.md")
    result = run(root, "content")
    assert [p.what for p in result.problems] == ["tautan simbolik tidak diterima"]


# The built site


def test_a_built_site_is_read_once_more(tmp_path: Path) -> None:
    site = tmp_path / "situs"
    site.mkdir()
    (site / "index.html").write_text("<p>Bahaya judi online</p>", encoding="utf-8")
    assert not checking.built(tmp_path, site, OFFICE).ok
    page = tmp_path / "content/ppid/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("Kantor memperingatkan bahaya judi online.", encoding="utf-8")
    assert checking.built(tmp_path, site, OFFICE).ok


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    with pytest.raises(TerbitError, match="bukan situs"):
        checking.built(tmp_path, tmp_path, OFFICE)


def test_a_problem_of_the_head_is_masked_like_a_finding(root):
    text = (
        (root / DRAFT / "index.md").read_text().replace("jenis: berita", "jenis: 6203025501900007")
    )
    (root / DRAFT / "index.md").write_text(text)
    (problem,) = run(root, DRAFT).problems
    assert "jenis" in str(problem)
    assert "6203025501900007" not in str(problem)
