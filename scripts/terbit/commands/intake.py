"""`terbit intake`: an issue form becomes a draft on a branch, and is answered in plain words.

Two halves that run in two jobs. The first has no rights: it fetches and decodes what strangers
sent, and judges the draft. The second may push and answer; it decodes nothing, makes the text
anew from the event, and takes from the first only JPEG bytes and sentences, as data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from terbit import articles, imaging, photos
from terbit.core.article import INDEX, MAX_FILE_BYTES
from terbit.core.digest import ABSENT
from terbit.errors import InputErrors, TerbitError
from terbit.forges.github import attachments, form
from terbit.newsroom import intake, questions
from terbit.newsroom.answers import Answers, accepted, one_line, slug
from terbit.newsroom.forge import host_of
from terbit.newsroom.room import Newsroom
from terbit.report import proposal as report
from terbit.repository import Identity

BRANCHES = "usulan/"
TEMPLATE = "usulan.md"
"""The template of the request, in `.github/PULL_REQUEST_TEMPLATE`."""
RESULT = "hasil.json"
MAX_LINKS = 20
MAX_RESULT = 1024 * 1024
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

    @property
    def links(self) -> tuple[str, ...]:
        """The photos that were dragged into it, wherever they were dropped."""
        return attachments.links(self.body)[:MAX_LINKS]

    def answers(self) -> Answers:
        """What was filled in. Raises TerbitError where that makes no draft."""
        told = form.answers(self.body, questions.LABELS)
        words = {label: attachments.without(text).strip() for label, text in told.items()}
        names = [Path(intake.photo_name(n)) for n in range(1, len(self.links) + 1)]
        answers = accepted(questions.answers(words, names))
        slug(answers.title)
        return answers


def proposal(event: Mapping[str, Any]) -> Proposal:
    """The proposal of an event. Raises TerbitError where it is none."""
    issue, sender = event.get("issue"), event.get("sender") or {}
    if not isinstance(issue, dict) or "id" not in sender:
        raise TerbitError("peristiwa ini bukan isian usulan", "isi formulir Usulan berita")
    login = str(sender.get("login", ""))
    return Proposal(
        issue=int(issue["number"]),
        body=str(issue.get("body") or ""),
        login=login if _LOGIN.fullmatch(login) else "ghost",
        account=int(sender["id"]),
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
    (out / RESULT).write_text(json.dumps({"foto": missing, "temuan": remarks}), encoding="utf-8")


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
) -> list[dict[str, str]]:
    """What the rules find in the draft, the gravest first."""
    commit = newsroom.main()
    setting = newsroom.config_at(commit)
    pictures = {path.name: path.read_bytes() for path in out.glob("foto-*.jpg")}
    names = sorted(pictures, key=_number)
    text = intake.written(answers, names, intake.credit_of(setting.office))
    article = articles.parse(f"drafts/{slug(answers.title)}", {**pictures, INDEX: text})
    found = newsroom.check(article, now, commit, setting)
    grave = sorted(found, key=lambda row: not row.blocks)
    rows = [
        {
            "level": f.level.value,
            "place": questions.label_at(article.lines, f.line)
            if f.line < article.body_line
            else "",
            "message": f.message,
            "fix": f.fix,
        }
        for f in grave
    ]
    return [dict(row) for row in dict.fromkeys(tuple(row.items()) for row in rows)]


# With the right to push and to answer


def deliver(newsroom: Newsroom, asked: Proposal, folder: Path, now: datetime) -> str:
    """Put the draft on its branch and say so in the issue; returns what was said.

    Run twice it does the same once; a person's own commits are never written over.
    """
    newsroom.repository.fetch()
    text = _delivered(newsroom, asked, folder, now)
    newsroom.desk.reply(asked.issue, text, report.MARKER)
    return text


def _delivered(newsroom: Newsroom, asked: Proposal, folder: Path, now: datetime) -> str:
    try:
        answers = asked.answers()
    except TerbitError as error:
        return report.refused(error)
    result = _result(folder)
    if result is None:
        return report.unread()
    pictures = _pictures(folder, len(asked.links))
    branch = _branch(newsroom, asked.issue)
    if branch is None and _was_merged(newsroom, asked.issue):
        return report.merged()
    name = branch or f"{BRANCHES}{asked.issue}-{_free(newsroom, asked.issue, answers)}"
    tip = newsroom.repository.tip(name) if branch else None
    place = f"drafts/{name.removeprefix(f'{BRANCHES}{asked.issue}-')}"
    if tip is not None and not _is_ours(newsroom, tip, asked.issue, place):
        return report.kept(_draft(newsroom, name, place, answers, pictures))
    credit = intake.credit_of(newsroom.config_at(newsroom.main()).office)
    text = intake.written(answers, tuple(pictures), credit)
    _put(newsroom, asked, name, {f"{place}/{INDEX}": text, **_at(place, pictures)}, now)
    missing, remarks = result
    said = _draft(newsroom, name, place, answers, pictures)
    return report.drafted(said, _sender(newsroom, asked, now), remarks, missing)


def _result(folder: Path) -> tuple[list[str], list[report.Remark]] | None:
    """What the first half told; None where it did not come to its end."""
    file = folder / RESULT
    if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_RESULT:
        return None
    try:
        told = json.loads(file.read_bytes())
        remarks = [
            report.Remark(*(str(row[key]) for key in ("level", "message", "fix", "place")))
            for row in told["temuan"]
        ]
        return [str(row) for row in told["foto"]], remarks
    except (ValueError, KeyError, TypeError):
        return None


def _pictures(folder: Path, count: int) -> dict[str, bytes]:
    """The cleaned photos, as bytes that nobody decodes here; what is no JPEG stays out."""
    found: dict[str, bytes] = {}
    for name in map(intake.photo_name, range(1, count + 1)):
        file = folder / name
        if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_FILE_BYTES:
            continue
        data = file.read_bytes()
        if imaging.kind(data) == "JPEG":
            found[name] = data
    return found


def _branch(newsroom: Newsroom, issue: int) -> str | None:
    """The branch that this issue has already."""
    remote = "refs/remotes/origin/"
    listed = newsroom.repository.git.for_each_ref("--format=%(refname)", f"{remote}{BRANCHES}")
    names = (name.removeprefix(remote) for name in str(listed).splitlines())
    mine = re.compile(rf"{re.escape(BRANCHES)}{issue}-{articles.SLUG.pattern}")
    return next((name for name in names if mine.fullmatch(name)), None)


def _was_merged(newsroom: Newsroom, issue: int) -> bool:
    found = newsroom.repository.git.log(
        "--max-count=1", "--format=%H", f"--grep=^{_subject(issue)}", newsroom.main()
    )
    return bool(found)


def _free(newsroom: Newsroom, issue: int, answers: Answers) -> str:
    """A name for the draft that nothing on `main` has."""
    name, main = slug(answers.title), newsroom.main()
    stands = newsroom.repository.entry(main, f"drafts/{name}") != ABSENT
    places = newsroom.repository.folders(main) if not stands else ()
    public = (path for path in places if articles.PUBLIC_PLACE.fullmatch(path))
    taken = stands or any(path.endswith(f"/{name}") for path in public)
    return f"{name}-{issue}" if taken else name


def _is_ours(newsroom: Newsroom, tip: str, issue: int, place: str) -> bool:
    """Whether the branch still ends in a commit of ours, with what we put into it."""
    message = str(newsroom.repository.git.log("--max-count=1", "--format=%B", tip))
    tree = newsroom.repository.entry(tip, place)[1]
    return message.startswith(_subject(issue)) and message.rstrip().endswith(f"\nIsi: {tree}")


def _subject(issue: int) -> str:
    return f"Usulan #{issue}: "


def _put(
    newsroom: Newsroom, asked: Proposal, branch: str, files: Mapping[str, bytes], now: datetime
) -> None:
    """Bring the branch to these files by one more commit, unless it holds them already."""
    repository = newsroom.repository
    base = repository.tip(branch) or newsroom.main()
    place = next(iter(files)).rpartition("/")[0]
    by = Identity(asked.login, asked.login, asked.account, host_of(repository))
    subject = f"{_subject(asked.issue)}{place.rpartition('/')[2]}"
    tried = repository.make_commit(base, files, (place,), message=subject, by=by, at=now)
    tree = repository.entry(tried, place)[1]
    if repository.entry(base, place)[1] == tree:
        return
    message = f"{subject}\n\nIsi: {tree}"
    commit = repository.make_commit(base, files, (place,), message=message, by=by, at=now)
    repository.push(f"{commit}:refs/heads/{branch}", by, now)
    repository.fetch()


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
        opening=newsroom.forge.opening(branch, title, TEMPLATE),
        answered=sum(bool(told) for _, told in answers.five_w.items()),
        photos=len(pictures),
    )


def _sender(newsroom: Newsroom, asked: Proposal, now: datetime) -> tuple[str, ...]:
    """Name and posts of whoever sent it, by the numeric id that GitHub vouches for."""
    setting = newsroom.config_at(newsroom.main())
    day = setting.office.calendar.day(now)
    rows = [r for r in setting.office.appointments if r.id == asked.account and r.in_force(day)]
    posts = dict.fromkeys(setting.procedure.role(row.role).name for row in rows)
    return (rows[0].name, *posts) if rows else ()
