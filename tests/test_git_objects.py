"""Git objects, read by one process of Git that stays."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from terbit.git_objects import Objects, Row


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A commit with a file, an odd name, a folder and a link."""
    (tmp_path / "berita").mkdir()
    (tmp_path / "berita/index.md").write_bytes(b"isi\0dengan nol\n")
    (tmp_path / "spasi \tdan \xe9.md").write_text("aneh")
    (tmp_path / "tautan").symlink_to("berita")
    for command in (
        "init -q",
        "add -A",
        "-c user.name=a -c user.email=a@b.c -c commit.gpgsign=false commit -qm a",
    ):
        subprocess.run(["git", *command.split()], cwd=tmp_path, check=True)
    return tmp_path


def root_of(repository: Path) -> str:
    command = ["git", "rev-parse", "HEAD^{tree}"]
    return subprocess.check_output(command, cwd=repository, text=True).strip()


def test_a_tree_has_the_lines_that_git_lists(repository: Path) -> None:
    rows = Objects(repository).tree(root_of(repository))
    command = ["git", "ls-tree", "-z", "HEAD"]
    listed = subprocess.check_output(command, cwd=repository).decode()
    wanted = []
    for line in filter(None, listed.split("\0")):
        head, name = line.split("\t", 1)
        mode, _, object_id = head.split()
        wanted.append(Row(name, mode, object_id))
    assert list(rows) == wanted
    assert [row.name for row in rows if row.is_folder] == ["berita"]


def test_a_blob_comes_byte_for_byte_with_its_size(repository: Path) -> None:
    objects = Objects(repository)
    folder = next(row for row in objects.tree(root_of(repository)) if row.is_folder)
    (index,) = objects.tree(folder.object_id)
    assert objects.blob(index.object_id) == b"isi\0dengan nol\n"
    assert objects.size(index.object_id) == len(b"isi\0dengan nol\n")


def test_what_is_not_there_is_an_error(repository: Path) -> None:
    with pytest.raises(ValueError, match="missing"):
        Objects(repository).blob("0" * 40)


def test_two_processes_do_not_read_from_one_pipe(repository: Path) -> None:
    objects = Objects(repository)
    root = root_of(repository)
    before = objects.tree(root)
    child = os.fork()
    if child == 0:
        os._exit(0 if objects.tree(root) == before else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert objects.tree(root) == before
