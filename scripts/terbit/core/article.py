"""An article as people wrote it: the frozen form of one folder with its index.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

KINDS = ("berita", "pengumuman", "konten-foto", "video", "infografik", "hak-jawab")
CLASSIFICATIONS = ("berkala", "serta-merta", "setiap-saat")
FORBIDDEN_CLASSIFICATION = "dikecualikan"
QUESTIONS = ("apa", "siapa", "kapan", "di_mana", "mengapa", "bagaimana")
INDEX = "index.md"
MAX_FILE_BYTES = 25 * 1024 * 1024
MAX_FILES = 60
PAGE_KIND = "halaman"
"""What a plain page is where it is read as an article is."""
REPLY = "hak-jawab"
"""The kind that answers another article."""
MAX_FOLDER_BYTES = 100 * 1024 * 1024
"""What an article may weigh altogether; it is held in memory while it is judged."""
MAX_PHOTO_PIXELS = 40_000_000
"""Above this a picture is not decoded: a 20 KB file can claim 169 megapixels (measured 821 MB)."""


@dataclass(frozen=True)
class FiveW:
    """The six answers that the SOP asks of a concept (5W+1H); empty where not answered."""

    apa: str = ""
    siapa: str = ""
    kapan: str = ""
    di_mana: str = ""
    mengapa: str = ""
    bagaimana: str = ""

    def items(self) -> tuple[tuple[str, str], ...]:
        """The (question, answer) pairs in the order of `QUESTIONS`."""
        return tuple((question, getattr(self, question)) for question in QUESTIONS)


@dataclass(frozen=True)
class Photo:
    """One row of `foto`; `focus` is (x, y) from the top left, each 0..1, for crops."""

    file: str
    alt: str
    caption: str = ""
    credit: str = ""
    focus: tuple[float, float] | None = None
    children: bool | None = None
    documents: bool | None = None
    consent: str = ""
    line: int = 0


@dataclass(frozen=True)
class Video:
    """A film kept elsewhere, with its transcript."""

    link: str
    transcript: str = ""


@dataclass(frozen=True)
class ChildConsent:
    """A `persetujuan_anak`: which guardian agreed that children are named, and why."""

    guardian: str
    reason: str


@dataclass(frozen=True)
class Correction:
    """A `ralat`: when and what was corrected after publication."""

    at: datetime
    text: str


@dataclass(frozen=True)
class Withdrawal:
    """A `ditarik`: when and why an item was withdrawn from the public."""

    at: datetime
    reason: str


@dataclass(frozen=True)
class Urgency:
    """A `mendesak`: why the text asks for the urgent path."""

    reason: str


@dataclass(frozen=True)
class Waiver:
    """A row of `catatan_pemeriksaan`: why a held finding may pass, and who says so."""

    rule: str
    quote: str
    reason: str
    by: str
    line: int = 0


@dataclass(frozen=True)
class Listed:
    """A row of a page's `daftar`: information that `link` leads to, or that is not there yet."""

    name: str
    about: str = ""
    link: str = ""
    group: str = ""
    updated: date | None = None


@dataclass(frozen=True)
class Article:
    """One item of news, parsed.

    `folder` is its path in the repository without a trailing slash; `files` maps every
    file of the folder (index.md included) to its bytes; `lines` maps a front-matter key
    path such as "foto.0.alt" to its 1-based line in index.md; `rendered` is the HTML of
    the body before sanitising (checks read it), `html` the sanitised HTML that everybody
    else gets; `answers` is the folder of the article that a right of reply answers.
    Local times are naive, in the office's zone.
    """

    folder: str
    title: str
    kind: str
    date: date
    summary: str = ""
    classification: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    channels: tuple[str, ...] | None = None
    five_w: FiveW | None = None
    photos: tuple[Photo, ...] = ()
    video: Video | None = None
    child_consent: ChildConsent | None = None
    publish_at: datetime | None = None
    channel_texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    corrections: tuple[Correction, ...] = ()
    withdrawal: Withdrawal | None = None
    answers: str = ""
    urgency: Urgency | None = None
    waivers: tuple[Waiver, ...] = ()
    listed: tuple[Listed, ...] = ()
    body: str = ""
    body_line: int = 1
    source: str = ""
    rendered: str = ""
    html: str = ""
    files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def slug(self) -> str:
        """The last part of the folder: the article's short name in its address."""
        return self.folder.rsplit("/", 1)[-1]

    @property
    def path(self) -> str:
        """The repository path of the text itself."""
        return f"{self.folder}/{INDEX}"

    @property
    def is_draft(self) -> bool:
        """Under `drafts/`: nothing of it can reach the site."""
        return self.folder.startswith("drafts/")

    def line(self, key: str) -> int:
        """The line of a front-matter key path, or of its nearest parent, else 1."""
        return nearest(self.lines, key)

    def file(self, name: str) -> bytes | None:
        """The bytes of a file of the folder, by its exact name."""
        return self.files.get(name)


def nearest(lines: Mapping[str, int], key: str) -> int:
    """The line of a dotted key path, or of its nearest parent, else 1."""
    while key:
        if key in lines:
            return lines[key]
        key = key.rpartition(".")[0]
    return 1
