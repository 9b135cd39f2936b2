"""`terbit submit`: move a draft to its public place on a branch and open the request (step 2).

Called again on the article's public folder it sends a correction to the same request. The
commit is made beside the working tree and pushed first, so that a refusal changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from terbit import articles, photos
from terbit.core.article import Article
from terbit.core.digest import ABSENT
from terbit.core.finding import Finding, Level
from terbit.errors import TerbitError
from terbit.newsroom.room import Newsroom
from terbit.repository import Identity

BRANCH_PREFIX = "naskah/"
METADATA_RULE = "FOTO-04"


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
    article = _without_metadata(newsroom, articles.load(newsroom.root, folder), now)
    if article.is_draft:
        return _open(newsroom, article, by, now)
    return _correct(newsroom, article, by, now, message or f"Perbaiki {article.slug}")


def _open(newsroom: Newsroom, article: Article, by: Identity, now: datetime) -> Submission:
    repository, tip = newsroom.repository, newsroom.main()
    local = newsroom.config.office.calendar.local(now)
    target = f"content/berita/{local:%Y}/{local:%m}/{article.slug}"
    branch = BRANCH_PREFIX + article.slug
    if repository.entry(tip, target) != ABSENT or repository.resolve(branch) is not None:
        raise TerbitError(f"“{article.slug}” sudah pernah diajukan", "ganti nama folder naskahnya")
    findings = _passable(newsroom, articles.parse(target, article.files), now, tip)
    commit = repository.make_commit(
        _base(newsroom, article.folder, tip),
        _at(target, article.files),
        (article.folder,),
        message=f"Ajukan {article.slug}",
        by=by,
        at=now,
    )
    repository.push(f"{commit}:refs/heads/{branch}", by, now)
    number = newsroom.desk.open_request(
        branch=branch, title=article.title, body=article.summary, actor=by.login, now=now
    )
    repository.show_branch(branch, commit, (article.folder,))
    return Submission(number, branch, target, findings)


def _correct(
    newsroom: Newsroom, article: Article, by: Identity, now: datetime, message: str
) -> Submission:
    repository, branch = newsroom.repository, BRANCH_PREFIX + article.slug
    info = next((r for r in newsroom.forge.requests() if r.branch == branch), None)
    if info is None:
        fix = "perubahan berita yang sudah terbit diajukan sebagai naskah ralat"
        raise TerbitError(f"tidak ada permintaan terbuka untuk {article.slug}", fix)
    findings = _passable(newsroom, article, now, newsroom.main())
    commit = repository.make_commit(
        info.head_sha,
        _at(article.folder, article.files),
        (article.folder,),
        message=message,
        by=by,
        at=now,
    )
    if repository.entry(commit, article.folder) == repository.entry(info.head_sha, article.folder):
        raise TerbitError("tidak ada yang berubah", "simpan dulu perbaikannya, lalu ulangi")
    repository.push(f"{commit}:refs/heads/{branch}", by, now)
    repository.show_branch(branch, commit, (article.folder,))
    return Submission(info.number, branch, article.folder, findings, corrected=True)


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


def _at(folder: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": data for name, data in files.items()}


def _without_metadata(newsroom: Newsroom, article: Article, now: datetime) -> Article:
    """The article with the photos cleaned that still carry a place or a serial number."""
    findings = newsroom.check(article, now, newsroom.main(), newsroom.config)
    dirty = {finding.span for finding in findings if finding.rule == METADATA_RULE}
    clean = {
        name: photos.strip(article.files[name], name) for name in dirty if name in article.files
    }
    return articles.parse(article.folder, {**article.files, **clean}) if clean else article


def _passable(
    newsroom: Newsroom, article: Article, now: datetime, commit: str
) -> tuple[Finding, ...]:
    """The findings, where none of them refuses the article."""
    findings = newsroom.check(article, now, commit, newsroom.config)
    refused = [finding for finding in findings if finding.level is Level.TOLAK]
    if refused:
        first = refused[0]
        raise TerbitError(
            f"naskah belum dapat diajukan: {len(refused)} temuan TOLAK, yang pertama "
            f"{first.rule} di {first.path}:{first.line} ({first.message})",
            "jalankan terbit check, lalu perbaiki",
        )
    return findings
