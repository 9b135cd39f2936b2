"""`terbit check`: every rule over the articles and pages that somebody names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from terbit import articles, checks, parallel
from terbit.checks.built import BuiltSite, approved_words, scan
from terbit.config import OFFICE_FILE
from terbit.core.agenda import is_text
from terbit.core.finding import Finding, blocking
from terbit.core.office import Office
from terbit.core.procedure import UrgentPath
from terbit.errors import InputErrors, Problem, TerbitError
from terbit.newsroom import keeping, neighbours, rules
from terbit.newsroom.room import Newsroom

FEW = 100
"""Up to here one process checks as fast as several."""
CONTENT, DRAFTS, NEWS = "content", "drafts", "content/berita"


@dataclass(frozen=True)
class CheckResult:
    """What the rules found, and what could not be read at all."""

    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Nothing keeps these articles from being published."""
        return not self.problems and not blocking(self.findings)

    def __add__(self, other: CheckResult) -> CheckResult:
        """Both results as one."""
        problems = sorted({*self.problems, *other.problems})
        return CheckResult((*self.findings, *other.findings), tuple(problems))


def check(
    root: Path,
    paths: Sequence[str],
    today: date,
    office: Office,
    lifters: frozenset[str],
    *,
    urgent: UrgentPath | None = None,
) -> CheckResult:
    """Check the articles and pages at or beneath `paths`, relative to `root` or absolute."""
    folders, pages, problems = _chosen(root, paths)
    known = checks.site_paths(_content_files(root))
    day_of = neighbours.day_of(lambda path: _text(root, path))
    context = checks.Context(office, today, known, lifters, urgent=urgent, day_of=day_of)
    units = [*folders, *pages]
    results = parallel.each(partial(_result, root, context), units, few=FEW)
    findings = tuple(finding for result in results for finding in result.findings)
    problems += [problem for result in results for problem in result.problems]
    problems += _emblem(root, office)
    return CheckResult(findings, tuple(sorted(set(problems))))


def _result(root: Path, context: checks.Context, path: str) -> CheckResult:
    """What one article or page comes to."""
    try:
        return CheckResult(_findings(root, path, context))
    except InputErrors as error:
        return CheckResult((), tuple(map(rules.masked, error.problems)))


def archive(newsroom: Newsroom, today: date) -> CheckResult:
    """Compare the archive with what stands on `main`; the network is not asked."""
    return CheckResult(keeping.gaps(newsroom, today))


def built(root: Path, folder: Path, office: Office) -> CheckResult:
    """Read a built site once more, as it would be deployed. Raises TerbitError without one."""
    if not (folder / "index.html").is_file():
        raise TerbitError(f"{folder} bukan situs yang sudah dibangun", "sebut folder situs/")
    sources = (root / path for path in _content_files(root) if is_text(path))
    words = approved_words(path.read_text("utf-8", "replace") for path in sources)
    found = scan(BuiltSite(folder, rules.home(office), office, words))
    return CheckResult(found)


def _text(root: Path, path: str) -> bytes | None:
    """The beginning of a text of the working tree, None where there is none."""
    place = root / path
    if place.is_symlink() or not place.is_file():
        return None
    with place.open("rb") as file:
        return file.read(neighbours.HEAD_BYTES)


def _findings(root: Path, path: str, context: checks.Context) -> tuple[Finding, ...]:
    """What the rules find in an article folder or a page. Raises InputErrors."""
    if (root / path).is_dir():
        return rules.findings(articles.load(root, path), context)
    return rules.page_findings(path, _page(root, path), context)


def _page(root: Path, path: str) -> bytes:
    if (root / path).is_symlink():
        fix = "salin berkas aslinya ke sini"
        raise InputErrors([Problem(path, 0, "tautan simbolik tidak diterima", fix)])
    return (root / path).read_bytes()


def _content_files(root: Path) -> Iterator[str]:
    for place, _, names in os.walk(root / CONTENT):
        yield from ((Path(place) / name).relative_to(root).as_posix() for name in names)


def _chosen(root: Path, paths: Sequence[str]) -> tuple[list[str], list[str], list[Problem]]:
    """The article folders and the pages that the paths mean, and the paths that mean none."""
    every = [*articles.folders(root, NEWS), *articles.folders(root, DRAFTS)]
    pages = sorted(f for f in _content_files(root) if not f.startswith(f"{NEWS}/"))
    chosen: dict[str, None] = {}
    problems = []
    for path in paths:
        place = _inside(root, path)
        if place is None:
            fix = "sebut berkas atau folder di dalam repositori"
            problems.append(Problem(path, 0, "berada di luar repositori", fix))
            continue
        matches = [one for one in (*every, *pages) if _holds(place, one)]
        chosen.update(dict.fromkeys(matches))
        if not matches and place not in {"", DRAFTS, CONTENT, NEWS}:
            problems.append(_no_article(root, place))
    folders = [one for one in every if one in chosen]
    return folders, [one for one in pages if one in chosen], problems


def _emblem(root: Path, office: Office) -> Iterator[Problem]:
    """An emblem that kantor.yml names and nobody put there: without it no site is built."""
    if office.logo and not (root / office.logo).is_file():
        what = f"lambang {office.logo} tidak ada"
        fix = "taruh berkasnya di sana, atau kosongkan `logo`"
        yield Problem(OFFICE_FILE, 0, what, fix)


def _inside(root: Path, path: str) -> str | None:
    """The path relative to the root ("" for the root), or None outside of it."""
    base = Path(os.path.abspath(root))  # noqa: PTH100  (resolving would follow a symbolic link,
    full = Path(os.path.abspath(base / path))  # noqa: PTH100  (which is refused later, by name)
    if not full.is_relative_to(base):
        return None
    relative = full.relative_to(base).as_posix()
    return "" if relative == "." else relative


def _holds(place: str, folder: str) -> bool:
    """Whether `place` is the folder, something in it, or something above it."""
    return not place or f"{folder}/".startswith(f"{place}/") or place.startswith(f"{folder}/")


def _no_article(root: Path, place: str) -> Problem:
    if not (root / place).exists():
        fix = "periksa ejaannya; naskah ada di drafts/, berita di content/berita/"
        return Problem(place, 0, "tidak ditemukan", fix)
    fix = "sebut folder naskah di drafts/ atau folder berita di content/berita/TTTT/BB/"
    return Problem(place, 0, "bukan naskah atau berita", fix)
