"""What the folder of an article may hold, judged from its listing before a byte is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from terbit.core.article import MAX_FILE_BYTES, MAX_FILES, MAX_FOLDER_BYTES
from terbit.errors import Problem

FILE_MODES = ("100644", "100755")
Line = tuple[str, str, str, int]
"""Name, mode, object id and size in bytes; what is no file has size 0."""


def problems(folder: str, rows: Sequence[Line]) -> Iterator[Problem]:
    """Links, folders and whatever is too much or too large."""
    if len(rows) > MAX_FILES:
        fix = f"sisakan paling banyak {MAX_FILES} berkas"
        yield Problem(folder, 0, "terlalu banyak berkas di folder berita", fix)
    if sum(row[3] for row in rows) > MAX_FOLDER_BYTES:
        fix = f"perkecil foto-fotonya sampai semuanya {MAX_FOLDER_BYTES // 1024**2} MB"
        yield Problem(folder, 0, "folder berita terlalu besar", fix)
    for name, mode, _, size in rows:
        if mode not in FILE_MODES:
            fix = "taruh berkas biasa langsung di folder berita"
            what = "tautan simbolik atau subfolder tidak diterima"
            yield Problem(f"{folder}/{name}", 0, what, fix)
        elif size > MAX_FILE_BYTES:
            fix = f"perkecil sampai {MAX_FILE_BYTES // 1024**2} MB"
            yield Problem(f"{folder}/{name}", 0, "berkas terlalu besar", fix)
