"""`terbit submit`: move a draft to its public place on a branch and open the request (step 2).

Called again on the article's public folder it sends a correction to the same request. On what
is public already (an article, a page, the agenda) it opens a request for the change. The commit
is made beside the working tree and pushed first, so that a refusal changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path, PurePosixPath

from terbit import articles
from terbit.core import agenda
from terbit.core.article import INDEX, Article
from terbit.core.digest import ABSENT, CONTENT
from terbit.core.finding import Finding
from terbit.core.plan import Version
from terbit.errors import TerbitError
from terbit.newsroom import moving, proposals
from terbit.newsroom.moving import BRANCH_PREFIX, Move
from terbit.newsroom.room import Newsroom
from terbit.repository import Identity

CHANGE_PREFIX = "perubahan/"


@dataclass(frozen=True)
class Submission:
    """A request that was opened or corrected, and what the rules say of its article."""

    number: int
    branch: str
    folder: str
    findings: tuple[Finding, ...]
    corrected: bool = False


@dataclass(frozen=True)
class _Change:
    """What somebody made of something at its public place: a folder or one file."""

    place: str
    files: dict[str, bytes]
    title: str
    summary: str = ""

    @property
    def name(self) -> str:
        """The last part of the place, without the ending of a file."""
        return PurePosixPath(self.place).stem

    @property
    def branches(self) -> str:
        """The beginning of the names of branches that change this place and nothing else."""
        return f"{CHANGE_PREFIX}{self.place.removeprefix(CONTENT)}/"

    def is_on(self, branch: str) -> bool:
        """Whether a branch is one for this place: the article's first, or one of its changes.

        The first was made at a desk or from the issue form.
        """
        made = rf"{BRANCH_PREFIX}{self.name}|{proposals.BRANCHES}[0-9]+-{self.name}"
        first = articles.PUBLIC_PLACE.fullmatch(self.place) and re.fullmatch(made, branch)
        return bool(first) or branch.startswith(self.branches)


def submit(
    newsroom: Newsroom, path: str, by: Identity, now: datetime, message: str = ""
) -> Submission:
    """Open a request for a draft or a change, or send a correction; all or nothing.

    Raises TerbitError.
    """
    place = _place(newsroom.root, path)
    newsroom.repository.fetch()
    if place.startswith(CONTENT) and agenda.is_text(place):
        change = _Change(place, {place: _page(newsroom.root, place)}, f"Perubahan: {place}")
        return _send(newsroom, change, by, now, message)
    setting = newsroom.config
    article = moving.cleaned(newsroom, articles.load(newsroom.root, place), now, setting)
    if article.is_draft:
        target = moving.public_place(article.slug, setting.office, now)
        return _open(newsroom, Move(article, target), by, now)
    files = Move(article, article.folder).files
    change = _Change(article.folder, files, _title(article), article.summary)
    return _send(newsroom, change, by, now, message)


def _open(newsroom: Newsroom, move: Move, by: Identity, now: datetime) -> Submission:
    repository, tip, article = newsroom.repository, newsroom.main(), move.article
    branch = BRANCH_PREFIX + article.slug
    if repository.entry(tip, move.target) != ABSENT or repository.resolve(branch) is not None:
        raise TerbitError(f"“{article.slug}” sudah pernah diajukan", "ganti nama folder naskahnya")
    findings = moving.judged(newsroom, move, now, newsroom.config)
    _refuse(findings, move.target, article.folder)
    commit = move.commit(repository, _base(newsroom, article.folder, tip), by, now)
    repository.push(f"{commit}:refs/heads/{branch}", by, now)
    number = newsroom.desk.open_request(
        branch=branch, title=article.title, body=article.summary, actor=by.login, now=now
    )
    repository.show_branch(branch, commit, (article.folder,))
    return Submission(number, branch, move.target, findings)


def _send(
    newsroom: Newsroom, change: _Change, by: Identity, now: datetime, message: str
) -> Submission:
    """Put a change upon its open request, or open one upon what is public now."""
    repository, place = newsroom.repository, change.place
    info = next((r for r in newsroom.forge.requests() if change.is_on(r.branch)), None)
    base = info.head_sha if info else _settled(newsroom, place)
    words = message or ("Perbaiki naskah" if info else f"Ubah {change.name}")
    commit = repository.make_commit(base, change.files, (place,), message=words, by=by, at=now)
    entry = repository.entry(commit, place)
    if entry == repository.entry(base, place):
        raise TerbitError("tidak ada yang berubah", "simpan dulu perbaikannya, lalu ulangi")
    version = Version(place.removeprefix(CONTENT), entry)
    findings = newsroom.check_version(version, now, commit, newsroom.config)
    _refuse(findings, place, place)
    branch = info.branch if info else _free(newsroom, change.branches)
    repository.push(f"{commit}:refs/heads/{branch}", by, now)
    number = info.number if info else _request(newsroom, branch, change, by, now)
    repository.show_branch(branch, commit, (place,))
    return Submission(number, branch, place, findings, corrected=info is not None)


def _settled(newsroom: Newsroom, place: str) -> str:
    """The commit of what is public, where the change was made upon that. Raises TerbitError."""
    repository, tip = newsroom.repository, newsroom.main()
    public = repository.entry(tip, place)
    if public == ABSENT and articles.PUBLIC_PLACE.fullmatch(place):
        what = f"tidak ada permintaan terbuka untuk {PurePosixPath(place).name}"
        raise TerbitError(what, "berita baru ditulis di drafts/, lalu diajukan dari sana")
    if public != repository.entry("HEAD", place):
        fix = "simpan perubahan Anda di tempat lain, jalankan git switch main dan git pull, ulangi"
        raise TerbitError(f"{place} di sini bukan versi terakhir di main", fix)
    return tip


def _free(newsroom: Newsroom, prefix: str) -> str:
    """The first name of a branch that no earlier change of the same place has."""
    names = (f"{prefix}{number}" for number in count(1))
    return next(name for name in names if newsroom.repository.resolve(name) is None)


def _request(newsroom: Newsroom, branch: str, change: _Change, by: Identity, now: datetime) -> int:
    return newsroom.desk.open_request(
        branch=branch, title=change.title, body=change.summary, actor=by.login, now=now
    )


def _title(article: Article) -> str:
    """What a change of a public article is called."""
    if article.withdrawal:
        return f"Pencabutan: {article.title}"
    return f"{'Ralat' if article.corrections else 'Perubahan'}: {article.title}"


def _place(root: Path, path: str) -> str:
    """The repository path of the article folder or the page that somebody typed."""
    typed = Path(path)
    absolute = typed if typed.is_absolute() else root / typed
    try:
        # not resolved at its end: a symbolic link is refused later, by name
        inside = (absolute.parent.resolve() / absolute.name).relative_to(root.resolve())
    except ValueError:
        raise TerbitError(f"{path} di luar repositori", "sebutkan folder di drafts/") from None
    place, folder = inside.as_posix(), inside.parent.as_posix()
    is_article = articles.PUBLIC_PLACE.fullmatch(folder) or articles.DRAFT_PLACE.fullmatch(folder)
    return folder if inside.name == INDEX and is_article else place


def _page(root: Path, place: str) -> bytes:
    """The text of a page in the working tree. Raises TerbitError."""
    if (root / place).is_symlink() or not (root / place).is_file():
        raise TerbitError(f"halaman {place} tidak ada", "periksa ejaan jalurnya")
    return (root / place).read_bytes()


def _base(newsroom: Newsroom, draft: str, tip: str) -> str:
    """The commit to build on: where the draft was written, so that its writers stay known (N13)."""
    head = newsroom.repository.resolve("HEAD") or tip
    return head if newsroom.repository.touched(f"{tip}..{head}", draft) else tip


def _refuse(findings: tuple[Finding, ...], place: str, typed: str) -> None:
    """Stop where a finding refuses the text, naming it as it stands. Raises TerbitError."""
    if refused := moving.refusing(findings):
        first = refused[0]
        path = typed + first.path.removeprefix(place)
        raise TerbitError(
            f"naskah belum dapat diajukan: {len(refused)} temuan TOLAK, yang pertama "
            f"{first.rule} di {path}:{first.line} ({first.message})",
            f"jalankan terbit check {typed}, lalu perbaiki",
        )
