"""Git objects, read by one process of Git that stays."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from terbit.git_objects import Files, Objects, Row, blob, blob_of, size_of


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
    assert objects.sizes([index.object_id] * 2) == [len(b"isi\0dengan nol\n")] * 2


def test_what_is_not_there_is_an_error(repository: Path) -> None:
    with pytest.raises(ValueError, match="missing"):
        Objects(repository).blob("0" * 40)


def test_one_that_is_missing_does_not_confuse_the_next(repository: Path) -> None:
    objects, root = Objects(repository), root_of(repository)
    before = objects.blob(root)
    with pytest.raises(ValueError, match="0000"):
        objects.blobs([root, "0" * 40, root])
    assert objects.blob(root) == before


def test_many_are_read_at_once(repository: Path) -> None:
    objects, root = Objects(repository), root_of(repository)
    assert objects.blobs([root] * 3000) == [objects.blob(root)] * 3000
    assert objects.blobs([]) == []


def test_a_file_of_a_folder_is_read_when_it_is_wanted(repository: Path) -> None:
    objects = Objects(repository)
    folder = next(row for row in objects.tree(root_of(repository)) if row.is_folder)
    [index] = objects.tree(folder.object_id)
    files = Files(objects, {index.name: (index.object_id, 15)})
    assert size_of(files, index.name) == size_of(dict(files), index.name) == 15
    assert (list(files), len(files), "index.md" in files) == (["index.md"], 1, True)
    file = blob_of(files, "index.md")
    assert file.id == files.ids["index.md"]
    assert file.read() == files["index.md"] == b"isi\0dengan nol\n"
    assert blob(file.read()).id == file.id
    assert blob_of(dict(files), "index.md").id == file.id
    missing = Files(objects, {"hilang.jpg": ("0" * 40, 15)})
    assert (list(missing), size_of(missing, "hilang.jpg")) == (["hilang.jpg"], 15)
    with pytest.raises(ValueError, match="missing"):
        missing["hilang.jpg"]


def test_two_processes_do_not_read_from_one_pipe(repository: Path) -> None:
    objects = Objects(repository)
    root = root_of(repository)
    before = objects.tree(root)
    child = os.fork()
    if child == 0:
        os._exit(0 if objects.tree(root) == before else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert objects.tree(root) == before
