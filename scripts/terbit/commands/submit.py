"""`terbit submit`: move a draft to its public place on a branch and open the request (step 2).

Called again on the article's public folder it sends a correction to the same request. The
commit is made beside the working tree and pushed first, so that a refusal changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from terbit import articles
from terbit.core.article import Article
from terbit.core.digest import ABSENT
from terbit.core.finding import Finding
from terbit.errors import TerbitError
from terbit.forges.base import RequestInfo
from terbit.newsroom import moving, proposals
from terbit.newsroom.moving import BRANCH_PREFIX, Move
from terbit.newsroom.room import Newsroom
from terbit.repository import Identity


@dataclass(frozen=True)
class Submission:
    """A request that was opened or corrected, and what the rules say of its article."""

    number: int
    branch: str
    folder: str
    findings: tuple[Finding, ...]
    corrected: bool = False


def submit(
    newsroom: Newsroom, path: str, by: Identity, now: datetime, message: str = ""
) -> Submission:
    """Open a request for a draft, or send a correction; all or nothing. Raises TerbitError."""
    folder = _folder(newsroom.root, path)
    newsroom.repository.fetch()
    setting = newsroom.config
    article = moving.cleaned(newsroom, articles.load(newsroom.root, folder), now, setting)
    if article.is_draft:
        target = moving.public_place(article.slug, setting.office, now)
        return _open(newsroom, Move(article, target), by, now)
    return _correct(newsroom, Move(article, folder), by, now, message or f"Perbaiki {article.slug}")


def _open(newsroom: Newsroom, move: Move, by: Identity, now: datetime) -> Submission:
    repository, tip, article = newsroom.repository, newsroom.main(), move.article
    branch = BRANCH_PREFIX + article.slug
    if repository.entry(tip, move.target) != ABSENT or repository.resolve(branch) is not None:
        raise TerbitError(f"“{article.slug}” sudah pernah diajukan", "ganti nama folder naskahnya")
    findings = _passable(newsroom, move, now)
    commit = move.commit(repository, _base(newsroom, article.folder, tip), by, now)
    repository.push(f"{commit}:refs/heads/{branch}", by, now)
    number = newsroom.desk.open_request(
        branch=branch, title=article.title, body=article.summary, actor=by.login, now=now
    )
    repository.show_branch(branch, commit, (article.folder,))
    return Submission(number, branch, move.target, findings)


def _correct(
    newsroom: Newsroom, move: Move, by: Identity, now: datetime, message: str
) -> Submission:
    repository, folder = newsroom.repository, move.target
    info = _request(newsroom, move.article)
    if info is None:
        fix = "perubahan berita yang sudah terbit diajukan sebagai naskah ralat"
        raise TerbitError(f"tidak ada permintaan terbuka untuk {move.article.slug}", fix)
    findings = _passable(newsroom, move, now)
    commit = move.commit(repository, info.head_sha, by, now, message)
    if repository.entry(commit, folder) == repository.entry(info.head_sha, folder):
        raise TerbitError("tidak ada yang berubah", "simpan dulu perbaikannya, lalu ulangi")
    repository.push(f"{commit}:refs/heads/{info.branch}", by, now)
    repository.show_branch(info.branch, commit, (folder,))
    return Submission(info.number, info.branch, folder, findings, corrected=True)


def _request(newsroom: Newsroom, article: Article) -> RequestInfo | None:
    """The open request that was made for an article, at a desk or from an issue."""
    slug = article.slug
    made = re.compile(f"{BRANCH_PREFIX}{slug}|{proposals.BRANCHES}[0-9]+-{slug}")
    return next((r for r in newsroom.forge.requests() if made.fullmatch(r.branch)), None)


def _folder(root: Path, path: str) -> str:
    """The repository path of an article folder that somebody typed."""
    typed = Path(path)
    absolute = typed if typed.is_absolute() else root / typed
    absolute = absolute.parent if absolute.name == "index.md" else absolute
    try:
        return PurePosixPath(absolute.resolve().relative_to(root.resolve())).as_posix()
    except ValueError:
        raise TerbitError(f"{path} di luar repositori", "sebutkan folder di drafts/") from None


def _base(newsroom: Newsroom, draft: str, tip: str) -> str:
    """The commit to build on: where the draft was written, so that its writers stay known (N13)."""
    head = newsroom.repository.resolve("HEAD") or tip
    return head if newsroom.repository.touched(f"{tip}..{head}", draft) else tip


def _passable(newsroom: Newsroom, move: Move, now: datetime) -> tuple[Finding, ...]:
    """The findings, where none of them refuses the article."""
    findings = moving.judged(newsroom, move, now, newsroom.config)
    if refused := moving.refusing(findings):
        first = refused[0]
        raise TerbitError(
            f"naskah belum dapat diajukan: {len(refused)} temuan TOLAK, yang pertama "
            f"{first.rule} di {first.path}:{first.line} ({first.message})",
            "jalankan terbit check, lalu perbaiki",
        )
    return findings
