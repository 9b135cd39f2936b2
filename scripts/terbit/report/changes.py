"""What changed since somebody signed or objected: texts word by word, photos, other files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from terbit.report.prose import Difference

PLAIN = "Tidak ada kata yang berubah; hanya spasi, tanda yang tidak tampak, atau tata letak."
ADDED = "Berita atau halaman ini baru ditambahkan."
REMOVED = "Berita atau halaman ini dihapus."
UNREADABLE = "Naskahnya tidak dapat dibaca untuk dibandingkan; baca seluruh naskah yang sekarang."


class Fate(Enum):
    """What happened to a picture."""

    ADDED = "ditambahkan"
    REMOVED = "dihapus"
    REPLACED = "diganti"


@dataclass(frozen=True)
class PictureChange:
    """One picture; `before` and `after` are addresses of ours, "" where there is none."""

    name: str
    fate: Fate
    alt: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Revision:
    """What changed in one article or page; `remark` is a sentence about the whole."""

    title: str
    remark: str = ""
    differences: tuple[Difference, ...] = ()
    pictures: tuple[PictureChange, ...] = ()


@dataclass(frozen=True)
class Change:
    """What changed since a commit, for all the logins that saw it last; `others` are file names.

    `known` is false where that commit cannot be read any more.
    """

    readers: tuple[str, ...]
    sha: str
    revisions: tuple[Revision, ...] = ()
    others: tuple[str, ...] = ()
    known: bool = True
