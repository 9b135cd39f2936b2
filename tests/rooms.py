"""A miniature newsroom on a real local forge, with short words for what people do in it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from terbit.commands import adopt, practice, review, submit
from terbit.commands.publish import Publisher
from terbit.core.verdict import Verdict
from terbit.forges import local
from terbit.forges.base import Decision
from terbit.newsroom.room import Assessment, Newsroom
from terbit.repository import MACHINE, Identity

REPOSITORY = Path(__file__).resolve().parent.parent
MINIATURE = REPOSITORY / "tests/newsroom"
CAMERA = MINIATURE / "kamera/IMG_20261117_083512.jpg"
START = datetime(2026, 11, 18, 8, 0, tzinfo=ZoneInfo("Asia/Pontianak"))

DRAFT = "drafts/kabar-uji"
PUBLIC = "content/berita/2026/11/kabar-uji"
ITEM = "berita/2026/11/kabar-uji"
BRANCH = "naskah/kabar-uji"
OLD_ITEM = "berita/2026/10/kabar-lama"

WRITER = "citra-maharani"
OTHER_WRITER = "bima-suling"
VERIFIER = "dewi-sekarmelati"
OTHER_VERIFIER = "rangga-nahan"
DECIDER = "bagas-tirtayasa"
MAINTAINER = "wayan-prabandari"

FLOOD = "Air sungai naik cepat dan warga perlu mengungsi malam ini."
URGENT = (
    "jalur_mendesak: {klasifikasi: [serta-merta], menyusul: [verifikasi],"
    " dasar: Keputusan Inspektur Nomor 12 Tahun 2026}\n"
)
"""What a SOP says that lets the verification follow."""


class Room:
    """One newsroom in a folder; every act takes a minute."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clone = folder / "ruang"
        self.forge_folder = folder / "forge"
        self.out = folder / "hasil"
        self.now = START
        self.newsroom = Newsroom(self.clone)

    @property
    def bare(self) -> str:
        """The forge's own repository."""
        return str((self.forge_folder / "repo.git").resolve())

    @classmethod
    def make(cls, folder: Path, more_sop: str = "") -> Room:
        """A fresh room: the miniature's office and content, adopted.

        `more_sop` is written below sop.yml, for what this office does not allow itself.
        """
        source = folder / "asal"
        shutil.copytree(MINIATURE, source, ignore=shutil.ignore_patterns("kamera"))
        with (source / "sop.yml").open("a", encoding="utf-8") as sop:
            sop.write(more_sop)
        practice.practice(source, folder, MAINTAINER, START - timedelta(days=1))
        room = cls(folder)
        adopt.adopt(room.newsroom, "isi awal", room.who(MAINTAINER), START - timedelta(hours=1))
        return room

    @classmethod
    def copy(cls, template: Path, folder: Path) -> Room:
        """A room that starts where another one stands."""
        shutil.copytree(template, folder, symlinks=True)
        room = cls(folder)
        room.newsroom.repository.git.remote("set-url", "origin", room.bare)
        return Room(folder)

    # People and time

    def who(self, login: str) -> Identity:
        return self.newsroom.identity(login)

    def tick(self, minutes: int = 1) -> datetime:
        self.now += timedelta(minutes=minutes)
        return self.now

    # What people do

    def submit(self, path: str = DRAFT, by: str = WRITER, message: str = "") -> int:
        return submit.submit(self.newsroom, path, self.who(by), self.tick(), message).number

    def approve(self, by: str, number: int = 1) -> Assessment:
        return self._review(by, Decision.APPROVE, "", number)

    def object(self, by: str, words: str = "Mohon diperbaiki.", number: int = 1) -> Assessment:
        return self._review(by, Decision.REQUEST_CHANGES, words, number)

    def merge(self, by: str = WRITER, number: int = 1) -> str:
        act = review.Act(number, self.who(by), self.tick())
        return review.merge(self.newsroom, act).commit

    def force_merge(self, number: int = 1, by: str = WRITER) -> str:
        """Merge past the gate, as a forged green status would let somebody do."""
        info = next(r for r in self.newsroom.forge.requests() if r.number == number)
        commit = self.newsroom.forge.merge(
            number, actor=by, head_sha=info.head_sha, now=self.tick()
        )
        self.newsroom.repository.fetch()
        return commit

    def head(self, number: int = 1) -> str:
        info = next(r for r in self.newsroom.forge.requests() if r.number == number)
        return info.head_sha

    def push(
        self,
        by: str,
        files: dict[str, bytes],
        remove: Sequence[str] = (),
        *,
        base: str | None = None,
        branch: str = BRANCH,
        message: str = "Ubah naskah",
    ) -> str:
        """Commit files upon a commit (else upon the request's head) and put the branch there."""
        repository, who, at = self.newsroom.repository, self.who(by), self.tick()
        commit = repository.make_commit(
            base or self.head(), files, remove, message=message, by=who, at=at
        )
        return self.put(by, commit, branch)

    def put(self, by: str, commit: str, branch: str = BRANCH) -> str:
        """Put a branch on a commit, whatever stood there."""
        repository, who = self.newsroom.repository, self.who(by)
        repository.push(f"{commit}:refs/heads/{branch}", who, self.now, force=True)
        repository.fetch()
        return commit

    def merge_main(self, by: str, files: dict[str, bytes] | None = None) -> str:
        """Merge main into the request's branch, hiding changes in the merge commit if told to."""
        repository, who, at = self.newsroom.repository, self.who(by), self.tick()
        head, main = self.head(), self.newsroom.main()
        with repository.git.custom_environment(**authorship(who, at)):
            tree = str(repository.git.merge_tree("--write-tree", head, main)).splitlines()[0]
            plain = str(repository.git.commit_tree(tree, "-p", head, "-m", "x"))
            made = repository.make_commit(plain, files or {}, message="x", by=who, at=at)
            tree = str(repository.git.rev_parse(f"{made}^{{tree}}"))
            words = ("-p", head, "-p", main, "-m", "Gabungkan main")
            return self.put(by, str(repository.git.commit_tree(tree, *words)))

    def dismiss(self, by: str, number: int = 1) -> None:
        """Dismiss the newest review."""
        review = self.newsroom.forge.facts(number, self.now)["reviews"][-1]["id"]
        self._dismiss(by, number, review)

    def _dismiss(self, by: str, number: int, review: int) -> None:
        forge = local.LocalForge(self.forge_folder, {by: self.who(by).id})
        forge.dismiss(number, review, actor=by, message="sudah dibicarakan", now=self.tick())

    def text(self, old: str = "", new: str = "", commit: str | None = None) -> bytes:
        """The article's text at a commit, else at the head, with some words changed."""
        data = self.newsroom.repository.file(commit or self.head(), f"{PUBLIC}/index.md")
        assert data is not None
        assert old.encode() in data
        return data.replace(old.encode(), new.encode())

    def edit(self, old: str, new: str, path: str = f"{PUBLIC}/index.md") -> None:
        file = self.clone / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def publish_request(self, path: str = DRAFT) -> int:
        """A request through all steps, merged but not yet published."""
        number = self.submit(path)
        self.approve(VERIFIER, number)
        self.approve(DECIDER, number)
        self.merge(number=number)
        return number

    def make_urgent(self, path: str = DRAFT, reason: str = FLOOD) -> None:
        """A draft that asks for the urgent path."""
        asked = f"klasifikasi: serta-merta\nmendesak: {{alasan: {reason}}}"
        self.edit("klasifikasi: berkala", asked, f"{path}/index.md")

    def overwrite_main(self, path: str, data: bytes) -> str:
        """Change main past all rules, as an administrator could who switches them off."""
        repository = self.newsroom.repository
        repository.fetch()
        commit = repository.make_commit(
            self.newsroom.main(), {path: data}, message="Diam-diam", by=MACHINE, at=self.tick()
        )
        local.override_main(self.forge_folder, self.clone, commit)
        repository.fetch()
        return commit

    def publisher(self) -> Publisher:
        return Publisher(self.newsroom, self.out, self.tick())

    def verdict(self, number: int = 1) -> Verdict:
        return self.newsroom.assess(number, self.tick()).verdict

    def files(self, folder: str = "") -> dict[str, bytes]:
        """Everything in the output, by path."""
        base = self.out / folder
        found: Sequence[Path] = sorted(p for p in base.rglob("*") if p.is_file())
        return {p.relative_to(base).as_posix(): p.read_bytes() for p in found}

    def _review(self, by: str, decision: Decision, words: str, number: int) -> Assessment:
        act = review.Act(number, self.who(by), self.tick())
        return review.review(self.newsroom, act, decision, words)


def authorship(who: Identity, at: datetime) -> dict[str, str]:
    """What Git asks for before it writes a commit; a bare machine has nothing to offer."""
    names = {"NAME": who.name, "EMAIL": who.email, "DATE": at.isoformat()}
    return {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in names.items()}


def crossed(room: Room, hidden: dict[str, bytes]) -> str:
    """A head whose net change is harmless, upon a line that holds hidden changes twice over.

    Two lines cross, so that the next branch has several common ancestors with main, and a
    comparison with the newest of them shows nothing of what the merge brings.
    """
    repository, who = room.newsroom.repository, room.who(WRITER)
    kept = {path: repository.file(room.head(), path) or b"" for path in hidden}
    tricked = repository.make_commit(room.head(), hidden, message="z", by=who, at=room.tick())
    mended = repository.make_commit(tricked, kept, message="x", by=who, at=room.tick())
    empty = joined(room, tricked, tricked)
    room.put(WRITER, joined(room, mended, mended, empty))
    return joined(room, empty, empty, mended)


def joined(room: Room, tree: str, *parents: str) -> str:
    """A commit with another one's tree and these parents."""
    repository, who = room.newsroom.repository, room.who(WRITER)
    words = [word for parent in parents for word in ("-p", parent)]
    with repository.git.custom_environment(**authorship(who, room.tick())):
        return str(repository.git.commit_tree(f"{tree}^{{tree}}", *words, "-m", "gabung"))
