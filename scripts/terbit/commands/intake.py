"""`terbit intake`: an issue form becomes a draft on a branch, and is answered in plain words.

Two halves that run in two jobs. The first has no rights: it fetches and decodes what strangers
sent, and judges the draft. The second may push and answer; it decodes nothing, makes the text
anew from the event, and takes from the first only JPEG bytes and sentences, as data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from terbit import articles, photos
from terbit.core.article import INDEX
from terbit.core.digest import ABSENT
from terbit.errors import InputErrors, TerbitError
from terbit.forges.github import attachments, form
from terbit.forges.github.address import PUBLIC_HOST
from terbit.newsroom import between, intake, proposals, questions
from terbit.newsroom.answers import Answers, accepted, one_line, slug
from terbit.newsroom.forge import host_of
from terbit.newsroom.proposals import BRANCHES
from terbit.newsroom.race import settled
from terbit.newsroom.room import Newsroom
from terbit.report import handing_in
from terbit.report import proposal as report
from terbit.repository import Identity

TEMPLATE = "usulan.md"
"""The template of the request, in `.github/PULL_REQUEST_TEMPLATE`."""
MAX_LINKS = 20
TITLE_IN_LINK = 200
"""Letters of a title that go into the link of the button."""
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}")


@dataclass(frozen=True)
class Proposal:
    """What an issue holds, and who sent or changed it; nothing of it is trusted but the ids."""

    issue: int
    body: str
    login: str
    account: int
    host: str = PUBLIC_HOST

    @property
    def links(self) -> tuple[str, ...]:
        """The photos that were dragged into it, wherever they were dropped."""
        return attachments.links(self.body, self.host)[:MAX_LINKS]

    def answers(self) -> Answers:
        """What was filled in. Raises TerbitError where that makes no draft."""
        told = form.answers(self.body, questions.LABELS)
        words = {
            label: attachments.without(text, self.host).strip() for label, text in told.items()
        }
        names = [Path(intake.photo_name(n)) for n in range(1, len(self.links) + 1)]
        answers = accepted(questions.answers(words, names))
        slug(answers.title)
        return answers


def proposal(event: Mapping[str, Any], host: str = PUBLIC_HOST) -> Proposal:
    """The proposal of an event on a server. Raises TerbitError where it is none."""
    issue, sender = event.get("issue"), event.get("sender") or {}
    if not isinstance(issue, dict) or "id" not in sender:
        raise TerbitError("peristiwa ini bukan isian usulan", "isi formulir Usulan berita")
    login = str(sender.get("login", ""))
    return Proposal(
        issue=int(issue["number"]),
        body=str(issue.get("body") or ""),
        login=login if _LOGIN.fullmatch(login) else "ghost",
        account=int(sender["id"]),
        host=host,
    )


# Without rights


def prepare(
    newsroom: Newsroom, asked: Proposal, out: Path, now: datetime, fetch: Callable[[str], bytes]
) -> None:
    """Fetch and clean the photos, judge the draft, and leave both in a folder."""
    out.mkdir(parents=True, exist_ok=True)
    try:
        answers = asked.answers()
    except TerbitError:
        return  # the second half reads the same words and says what is wrong with them
    missing = []
    for number, link in enumerate(asked.links, start=1):
        try:
            (out / intake.photo_name(number)).write_bytes(_cleaned(link, number, out, fetch))
        except InputErrors as error:
            rows = error.problems
            missing += [f"Foto {number}: {row.what} — {row.fix}" for row in rows]
        except TerbitError as error:
            missing.append(f"Foto {number}: {error}")
    remarks = _remarks(newsroom, answers, out, now)
    between.write(out, between.Result(tuple(missing), remarks))


def _cleaned(link: str, number: int, out: Path, fetch: Callable[[str], bytes]) -> bytes:
    """A photo as it may enter the repository. Raises TerbitError."""
    raw = out / f".{number}"
    try:
        raw.write_bytes(fetch(link))
        return photos.take_in(raw)
    finally:
        raw.unlink(missing_ok=True)


def _remarks(
    newsroom: Newsroom, answers: Answers, out: Path, now: datetime
) -> tuple[report.Remark, ...]:
    """What the rules find in the draft, the gravest first."""
    commit = newsroom.main()
    setting = newsroom.config_at(commit)
    pictures = {path.name: path.read_bytes() for path in out.glob("foto-*.jpg")}
    names = sorted(pictures, key=_number)
    text = intake.written(answers, names, intake.credit_of(setting.office))
    article = articles.parse(f"drafts/{slug(answers.title)}", {**pictures, INDEX: text})
    found = newsroom.check(article, now, commit, setting)
    return between.remarks(found, article)


# With the right to push and to answer


def deliver(newsroom: Newsroom, asked: Proposal, folder: Path, now: datetime) -> str:
    """Put the draft on its branch and say so in the issue; returns what was said.

    Run twice it does the same once; a person's own commits are never written over.
    """
    newsroom.repository.fetch()
    # while the form was worked on somebody may have handed the draft in: then that is said
    text = settled(lambda: _delivered(newsroom, asked, folder, now))
    newsroom.desk.reply(asked.issue, text, report.MARKER)
    return text


def _delivered(newsroom: Newsroom, asked: Proposal, folder: Path, now: datetime) -> str:
    repository, main, issue = newsroom.repository, newsroom.main(), asked.issue
    posts = proposals.posts(newsroom.config_at(main))
    branch = proposals.branch_of(repository, issue)
    tip = repository.tip(branch) if branch else None
    if tip is None or proposals.is_merged(repository, main, tip):
        branch = tip = None
        name = proposals.merged_as(repository, issue, main)
        if name is not None:
            waits = repository.entry(main, f"drafts/{name}") != ABSENT
            return report.merged(posts if waits else ())
    if branch and tip and (moved := proposals.standing(repository, main, tip).public):
        done = proposals.handed(newsroom, branch, moved[0], issue)
        return handing_in.marked(report.MARKER, handing_in.handed_in(done, form=True))
    try:
        answers = asked.answers()
    except TerbitError as error:
        return report.refused(error)
    result = between.read(folder)
    if result is None:
        return report.unread()
    pictures = _pictures(folder, len(asked.links))
    name = branch or f"{BRANCHES}{issue}-{_free(newsroom, issue, answers)}"
    place = f"drafts/{name.removeprefix(f'{BRANCHES}{issue}-')}"
    said = _draft(newsroom, name, place, answers, pictures)
    if tip is not None and proposals.ours(repository, tip, issue, place) is None:
        return report.kept(said)
    credit = intake.credit_of(newsroom.config_at(main).office)
    text = intake.written(answers, tuple(pictures), credit)
    _put(newsroom, asked, name, {f"{place}/{INDEX}": text, **_at(place, pictures)}, now)
    return report.drafted(said, _sender(newsroom, asked, now), result.remarks, result.notes)


def _pictures(folder: Path, count: int) -> dict[str, bytes]:
    """The cleaned photos, as bytes that nobody decodes here; what is no JPEG stays out."""
    made = {
        name: between.picture(folder / name, "JPEG")
        for name in map(intake.photo_name, range(1, count + 1))
    }
    return {name: data for name, data in made.items() if data is not None}


def _free(newsroom: Newsroom, issue: int, answers: Answers) -> str:
    """A name for the draft that nothing on `main` has."""
    name, main = slug(answers.title), newsroom.main()
    stands = newsroom.repository.entry(main, f"drafts/{name}") != ABSENT
    places = newsroom.repository.folders(main) if not stands else ()
    public = (path for path in places if articles.PUBLIC_PLACE.fullmatch(path))
    taken = stands or any(path.endswith(f"/{name}") for path in public)
    return f"{name}-{issue}" if taken else name


def _put(
    newsroom: Newsroom, asked: Proposal, branch: str, files: Mapping[str, bytes], now: datetime
) -> None:
    """Bring the branch to these files by one more commit, unless it holds them already.

    Raises RaceError where the branch moved on meanwhile.
    """
    repository = newsroom.repository
    tip = repository.tip(branch)
    base = tip or newsroom.main()
    place = next(iter(files)).rpartition("/")[0]
    slug = place.rpartition("/")[2]
    by = Identity(asked.login, asked.login, asked.account, host_of(repository))
    tried = repository.make_commit(base, files, (place,), message=slug, by=by, at=now)
    tree = repository.entry(tried, place)[1]
    kept = proposals.ours(repository, tip, asked.issue, place) if tip else None
    same = repository.entry(base, place)[1] == tree
    if kept and same and kept.form == proposals.mark(asked.body):
        return
    message = proposals.message(asked.issue, slug, asked.body, tree)
    commit = repository.make_commit(base, files, (place,), message=message, by=by, at=now)
    proposals.push(repository, commit, branch, by, now)


def _at(place: str, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{place}/{name}": data for name, data in pictures.items()}


def _number(name: str) -> int:
    return int(re.sub(r"\D", "", name))


def _draft(
    newsroom: Newsroom, branch: str, place: str, answers: Answers, pictures: Mapping[str, bytes]
) -> report.Draft:
    title = f"Usulan: {one_line(answers.title)[:TITLE_IN_LINK]}"
    return report.Draft(
        branch=branch,
        page=newsroom.forge.page(branch, f"{place}/{INDEX}"),
        opening=newsroom.forge.opening(branch, title, template=TEMPLATE),
        answered=sum(bool(told) for _, told in answers.five_w.items()),
        photos=len(pictures),
        posts=proposals.posts(newsroom.config_at(newsroom.main())),
    )


def _sender(newsroom: Newsroom, asked: Proposal, now: datetime) -> tuple[str, ...]:
    """Name and posts of whoever sent it, by the numeric id that GitHub vouches for."""
    setting = newsroom.config_at(newsroom.main())
    day = setting.office.calendar.day(now)
    rows = [r for r in setting.office.appointments if r.id == asked.account and r.in_force(day)]
    posts = dict.fromkeys(setting.procedure.role(row.role).name for row in rows)
    return (rows[0].name, *posts) if rows else ()
