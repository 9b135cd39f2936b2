"""The branch of a proposal that came by the issue form, and how far its draft has come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from terbit import articles
from terbit.config import Config
from terbit.core.article import INDEX
from terbit.core.digest import DRAFTS, TREE_MODE, units
from terbit.core.office import Appointment
from terbit.errors import InputErrors, RaceError, TerbitError
from terbit.newsroom.answers import one_line
from terbit.newsroom.room import Newsroom
from terbit.report.handing_in import Handed
from terbit.report.markdown import escape
from terbit.repository import Identity, Repository

BRANCHES = "usulan/"
TITLE_IN_LINK, SUMMARY_IN_LINK = 200, 500
"""Letters of a text that go into the link of a button; GitHub refuses a link that is too long."""
_ORIGIN = "refs/remotes/origin/"


def branch_of(repository: Repository, issue: int) -> str | None:
    """The branch that an issue has already."""
    listed = repository.git.for_each_ref("--format=%(refname)", f"{_ORIGIN}{BRANCHES}")
    names = (name.removeprefix(_ORIGIN) for name in str(listed).splitlines())
    mine = re.compile(rf"{re.escape(BRANCHES)}{issue}-{articles.SLUG.pattern}")
    return next((name for name in names if mine.fullmatch(name)), None)


def subject(issue: int) -> str:
    """How the commits begin that bring a form's answers."""
    return f"Usulan #{issue}: "


def message(issue: int, slug: str, body: str, tree: str) -> str:
    """What such a commit says: which form it holds, and with what it left the draft's folder."""
    return f"{subject(issue)}{slug}\n\nIsian: {mark(body)}\nIsi: {tree}"


def mark(body: str) -> str:
    """A mark by which a form that was changed since is told."""
    return sha256("\n".join(body.split()).encode("utf-8", "surrogatepass")).hexdigest()[:40]


@dataclass(frozen=True)
class Kept:
    """What the tip of a branch says of itself, where it is a commit of ours; `form` is a mark."""

    form: str


def ours(repository: Repository, tip: str, issue: int, place: str) -> Kept | None:
    """What we put on the branch, None where somebody has changed the draft since."""
    told = str(repository.git.log("--max-count=1", "--format=%B", tip)).rstrip()
    tree = repository.entry(tip, place)[1]
    if not told.startswith(subject(issue)) or not told.endswith(f"\nIsi: {tree}"):
        return None
    form = re.search(r"^Isian: ([0-9a-f]{40})$", told, re.MULTILINE)
    return Kept(form[1] if form else "")


def merged_as(repository: Repository, issue: int, main: str) -> str | None:
    """The name of the draft with which a proposal came to `main`, None where none did."""
    told = repository.git.log("--format=%s", f"--grep=^{subject(issue)}", main)
    name = re.compile(re.escape(subject(issue)) + f"({articles.SLUG.pattern})")
    found = (name.fullmatch(line) for line in str(told).splitlines())
    return next((match[1] for match in found if match), None)


@dataclass(frozen=True)
class Standing:
    """Where the texts stand that a branch brings: drafts, and articles at their public place."""

    drafts: tuple[str, ...]
    public: tuple[str, ...]


def standing(repository: Repository, main: str, tip: str) -> Standing:
    """The folders that a branch changes against `main` and still holds."""
    entries = {one: repository.entry(tip, one) for one in units(repository.changed(main, tip))}
    there = [
        one
        for one, (mode, _) in entries.items()
        if mode == TREE_MODE and articles.SLUG.fullmatch(one.rpartition("/")[2])
    ]
    return Standing(
        drafts=tuple(one for one in there if one.startswith(DRAFTS)),
        public=tuple(one for one in there if articles.PUBLIC_PLACE.fullmatch(one)),
    )


def is_merged(repository: Repository, main: str, tip: str) -> bool:
    """Whether `main` holds everything that a branch holds."""
    return str(repository.git.rev_list("--max-count=1", f"{main}..{tip}")) == ""


def posts(setting: Config) -> tuple[str, ...]:
    """The posts whose holders may hand a draft in."""
    procedure = setting.procedure
    return tuple(procedure.role(role).name for role in procedure.drafting.roles)


def drafter(setting: Config, account: int, now: datetime) -> Appointment | None:
    """The post in force by which an account may hand a draft in."""
    day, roles = setting.office.calendar.day(now), setting.procedure.drafting.roles
    rows = (row for row in setting.office.appointments if row.id == account)
    return next((row for row in rows if row.role in roles and row.in_force(day)), None)


def push(repository: Repository, commit: str, branch: str, by: Identity, now: datetime) -> None:
    """Put a branch one commit further. Raises RaceError where it moved on meanwhile."""
    tip = repository.tip(branch)
    try:
        repository.push(f"{commit}:refs/heads/{branch}", by, now)
    except TerbitError as error:
        repository.fetch()
        if repository.tip(branch) != tip:
            raise RaceError("naskah berubah pada saat yang sama", "ulangi") from error
        raise
    repository.fetch()


def handed(newsroom: Newsroom, branch: str, place: str, issue: int | None) -> Handed:
    """What is said of a draft that was moved, with the one press that opens its request."""
    tip = newsroom.repository.tip(branch) or newsroom.main()
    title, summary = _words(newsroom, tip, place)
    origin = [f"Dari usulan: closes #{issue}"] if issue is not None else []
    body = "\n\n".join([str(escape(summary[:SUMMARY_IN_LINK])), *origin])
    index = f"{place}/{INDEX}"
    return Handed(
        branch=branch,
        folder=place,
        opening=newsroom.forge.opening(branch, title[:TITLE_IN_LINK], body=body),
        editor=newsroom.forge.editor(branch, index),
    )


def _words(newsroom: Newsroom, tip: str, place: str) -> tuple[str, str]:
    """Title and summary of a text, which somebody may have broken since."""
    try:
        article = articles.parse(place, newsroom.repository.folder(tip, place))
    except InputErrors:
        return place.rpartition("/")[2], ""
    return one_line(article.title), one_line(article.summary)
