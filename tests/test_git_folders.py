"""What the folder of an article may hold is judged before a byte of it is read."""

from __future__ import annotations

import pytest

from terbit import git_folders
from terbit.core.article import MAX_FILE_BYTES, MAX_FILES, MAX_FOLDER_BYTES
from terbit.git_folders import Line

FOLDER = "content/berita/2026/11/rapat"
TEXT: Line = ("index.md", "100644", "a" * 40, 900)


def file(name: str, size: int = 1, mode: str = "100644") -> Line:
    return (name, mode, "b" * 40, size)


def test_a_text_with_photos_at_the_limits_passes() -> None:
    photos = [file(f"foto-{n}.jpg", MAX_FOLDER_BYTES // MAX_FILES - 900) for n in range(1, 5)]
    assert not list(git_folders.problems(FOLDER, [TEXT, *photos]))


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (file("index.md", mode="120000"), "tautan simbolik atau subfolder tidak diterima"),
        (file("sub", 0, mode="040000"), "tautan simbolik atau subfolder tidak diterima"),
        (file("modul", 0, mode="160000"), "tautan simbolik atau subfolder tidak diterima"),
        (file("foto-1.jpg", MAX_FILE_BYTES + 1), "berkas terlalu besar"),
    ],
)
def test_each_file_that_may_not_stand_there_is_named(row: Line, what: str) -> None:
    [problem] = git_folders.problems(FOLDER, [TEXT, row])
    assert (problem.path, problem.what) == (f"{FOLDER}/{row[0]}", what)


def test_the_folder_is_named_for_what_is_too_much_together() -> None:
    many = [file(f"foto-{n}.jpg") for n in range(MAX_FILES + 1)]
    assert [p.path for p in git_folders.problems(FOLDER, many)] == [FOLDER]
    half = MAX_FOLDER_BYTES // 2 + 1
    large = [p.what for p in git_folders.problems(FOLDER, [file("a", half), file("b", half)])]
    assert "folder berita terlalu besar" in large
