"""`/ajukan`: a draft goes to its public place by a comment on a phone, as `terbit submit` does.

Two halves that run in two jobs, as with the issue form. The first has no rights: it decodes the
photos, cleans them and judges the text. The second may push and answer; it takes the text from
the branch itself and from the first only picture bytes and sentences, as data. A person then
opens the request with one press.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from terbit import articles, imaging
from terbit.core.article import Article
from terbit.core.digest import ABSENT
from terbit.core.office import Appointment
from terbit.errors import InputErrors, TerbitError
from terbit.newsroom import between, moving, proposals, rules
from terbit.newsroom.forge import host_of
from terbit.newsroom.moving import BRANCH_PREFIX, Move
from terbit.newsroom.room import Newsroom
from terbit.report import handing_in as report
from terbit.report import proposal
from terbit.repository import Identity

INPUT = "naskah"
"""The input of the workflow's run form."""
_COMMAND = re.compile(rf"\s*{re.escape(report.COMMAND)}\b", re.IGNORECASE)
_FOLDER = re.compile(rf"(?:drafts/)?({articles.SLUG.pattern})(?:/(?:index\.md)?)?")


@dataclass(frozen=True)
class Order:
    """Who asks that which draft be handed in: that of an issue, or a folder of drafts/.

    `body` is the issue's form as it is now. Nothing of it is trusted but the ids.
    """

    account: int
    issue: int | None = None
    comment: int = 0
    body: str = ""
    folder: str = ""


@dataclass(frozen=True)
class Source:
    """A draft that can be moved: upon which commit, to which branch, in which folder."""

    branch: str
    base: str
    folder: str
    form: bool = False


@dataclass(frozen=True)
class Moved:
    """A draft that stands at its public place on a branch already."""

    branch: str
    folder: str


def is_order(event: Mapping[str, Any]) -> bool:
    """Whether an event is a comment or the run form, and not the issue form."""
    return "comment" in event or "inputs" in event


def order(event: Mapping[str, Any]) -> Order:
    """What an event asks for. Raises TerbitError where that is nothing we know."""
    sender, issue = event.get("sender") or {}, event.get("issue")
    comment, inputs = event.get("comment") or {}, event.get("inputs") or {}
    fix = f"tulis komentar {report.COMMAND} pada sebuah usulan"
    if "id" not in sender:
        raise TerbitError("peristiwa ini tidak menyebut pengirimnya", fix)
    if inputs.get(INPUT):
        return Order(int(sender["id"]), folder=str(inputs[INPUT]))
    if not isinstance(issue, dict) or "pull_request" in issue or "id" not in comment:
        raise TerbitError("peristiwa ini bukan komentar pada usulan", fix)
    if not _COMMAND.match(str(comment.get("body") or "")):
        raise TerbitError(f"komentar ini bukan {report.COMMAND}", fix)
    return Order(
        int(sender["id"]),
        issue=int(issue["number"]),
        comment=int(comment["id"]),
        body=str(issue.get("body") or ""),
    )


# Finding the draft


def find(newsroom: Newsroom, asked: Order) -> Source | Moved:
    """The draft that is meant, as it stands now. Raises TerbitError where there is none."""
    if asked.issue is None:
        return _on_main(newsroom, _typed(asked.folder))
    repository, main = newsroom.repository, newsroom.main()
    branch = proposals.branch_of(repository, asked.issue)
    tip = repository.tip(branch) if branch else None
    if branch is None or tip is None or proposals.is_merged(repository, main, tip):
        name = proposals.merged_as(repository, asked.issue, main)
        if name is None:
            fix = "perbaiki isiannya menurut jawaban di atas"
            raise TerbitError("usulan ini belum menjadi naskah", fix)
        return _on_main(newsroom, name)
    stands = proposals.standing(repository, main, tip)
    if stands.public:
        return Moved(branch, stands.public[0])
    own = f"drafts/{branch.removeprefix(f'{proposals.BRANCHES}{asked.issue}-')}"
    if len(stands.drafts) != 1 and own not in stands.drafts:
        fix = "sisakan satu folder naskah di drafts/ pada cabang itu"
        raise TerbitError(f"cabang {branch} tidak memuat tepat satu naskah", fix)
    folder = own if own in stands.drafts else stands.drafts[0]
    kept = proposals.ours(repository, tip, asked.issue, folder)
    if kept and kept.form and kept.form != proposals.mark(asked.body):
        what = "isian usulan ini sudah berubah dan perubahannya belum masuk ke naskah"
        fix = f"tunggu jawaban di atas berubah, lalu tulis {report.COMMAND} lagi"
        raise TerbitError(what, fix)
    return Source(branch, tip, folder, form=kept is not None)


def _typed(text: str) -> str:
    """The name of a folder of drafts/ that somebody typed."""
    match = _FOLDER.fullmatch(text.strip())
    if match is None:
        fix = "isi nama foldernya saja, misalnya rapat-koordinasi"
        raise TerbitError("nama folder naskah tidak dikenali", fix)
    return match[1]


def _on_main(newsroom: Newsroom, name: str) -> Source | Moved:
    """A draft that lies in drafts/ on `main`; it gets the branch that `terbit submit` gives it."""
    repository, main = newsroom.repository, newsroom.main()
    branch, folder = f"{BRANCH_PREFIX}{name}", f"drafts/{name}"
    tip = repository.tip(branch)
    if tip is not None and not proposals.is_merged(repository, main, tip):
        public = proposals.standing(repository, main, tip).public
        if public:
            return Moved(branch, public[0])
        raise TerbitError(f"cabang {branch} sudah ada", "hapus cabang itu, atau ganti nama naskah")
    if repository.entry(main, folder) == ABSENT:
        what = f"tidak ada {folder} di main"
        fix = "periksa namanya; perubahan berita yang sudah terbit diajukan sebagai ralat"
        raise TerbitError(what, fix)
    return Source(branch, main, folder)


def _article(newsroom: Newsroom, found: Source) -> Article:
    files = newsroom.repository.folder(found.base, found.folder)
    return articles.parse(found.folder, files)


# Without rights


def prepare(newsroom: Newsroom, asked: Order, out: Path, now: datetime) -> None:
    """Clean the photos and judge the draft, and leave what was found in a folder."""
    out.mkdir(parents=True, exist_ok=True)
    newsroom.repository.fetch()
    setting = newsroom.config_at(newsroom.main())
    if proposals.drafter(setting, asked.account, now) is None:
        return  # nothing of a stranger is worked on; the second half says why
    try:
        found = find(newsroom, asked)
    except TerbitError:
        return  # the second half comes to the same, and says it
    if isinstance(found, Moved):
        return
    cleaned: list[str] = []
    try:
        article = _article(newsroom, found)
        clean = moving.cleaned(newsroom, article, now, setting)
        target = moving.public_place(article.slug, setting.office, now)
        judged = moving.judged(newsroom, Move(clean, target), now, setting)
        told = between.remarks(judged, clean)
        cleaned = [name for name, data in clean.files.items() if data != article.files[name]]
        for number, name in enumerate(cleaned):
            (out / str(number)).write_bytes(clean.files[name])
    except InputErrors as error:
        told = between.remarks(map(rules.unreadable, error.problems))
    between.write(out, between.Result(remarks=told, commit=found.base, cleaned=tuple(cleaned)))


# With the right to push and to answer


@dataclass(frozen=True)
class Answer:
    """What the person is told, and whether the draft stands at its public place on a branch."""

    text: str
    done: bool = False


def deliver(newsroom: Newsroom, asked: Order, folder: Path, now: datetime) -> Answer:
    """Move the draft on its branch and say how to go on; returns what was said.

    Run twice it does the same once. Whatever a person wrote on the branch goes along.
    """
    newsroom.repository.fetch()
    setting = newsroom.config_at(newsroom.main())
    row = proposals.drafter(setting, asked.account, now)
    if row is None:
        said = Answer(report.stranger(proposals.posts(setting)))
        _answer(newsroom, asked, report.STRANGERS, said)
        return said
    try:
        said = _delivered(newsroom, asked, row, folder, now)
    except TerbitError as error:
        said = Answer(report.stopped(error))
    if said.done:
        _answer(newsroom, asked, proposal.MARKER, said)
    _answer(newsroom, asked, report.marker(asked.comment), said)
    return said


def _answer(newsroom: Newsroom, asked: Order, mark: str, said: Answer) -> None:
    if asked.issue is not None:
        newsroom.desk.reply(asked.issue, report.marked(mark, said.text), mark)


def _delivered(
    newsroom: Newsroom, asked: Order, row: Appointment, folder: Path, now: datetime
) -> Answer:
    """Move it unless that was done before. Raises TerbitError."""
    found = find(newsroom, asked)
    if isinstance(found, Source):
        result = between.read(folder)
        if result is None:
            return Answer(report.unread())
        if result.commit != found.base:
            fix = f"tulis {report.COMMAND} sekali lagi"
            raise TerbitError("naskah berubah pada saat yang sama", fix)
        if any(remark.refuses for remark in result.remarks):
            return Answer(report.refused(result.remarks, _mend(newsroom, found)))
        found = _moved(newsroom, found, row, _cleaned(newsroom, found, result, folder), now)
    done = proposals.handed(newsroom, found.branch, found.folder, asked.issue)
    return Answer(report.handed_in(done, form=asked.issue is not None), done=True)


def _cleaned(newsroom: Newsroom, found: Source, result: between.Result, folder: Path) -> Article:
    """The draft with the photos that were cleaned, each of the kind that it had."""
    article = _article(newsroom, found)
    clean: dict[str, bytes] = {}
    for number, name in enumerate(result.cleaned):
        data = article.files.get(name)
        kind = imaging.kind(data) if data is not None else ""
        made = between.picture(folder / str(number), kind) if kind in imaging.FORMATS else None
        if made is None:
            raise TerbitError(f"foto “{name}” tidak dapat dibersihkan", "ganti fotonya")
        clean[name] = made
    return moving.with_files(article, clean)


def _moved(
    newsroom: Newsroom, found: Source, row: Appointment, article: Article, now: datetime
) -> Moved:
    """Carry it out, as `terbit submit` would, in the name of whoever asked for it."""
    repository, main = newsroom.repository, newsroom.main()
    target = moving.public_place(article.slug, newsroom.config_at(main).office, now)
    if repository.entry(main, target) != ABSENT:
        raise TerbitError(f"“{article.slug}” sudah pernah diajukan", "ganti nama folder naskahnya")
    by = Identity(row.name, row.login, row.id, host_of(repository))
    commit = Move(article, target).commit(repository, found.base, by, now)
    proposals.push(repository, commit, found.branch, by, now)
    return Moved(found.branch, target)


def _mend(newsroom: Newsroom, found: Source) -> str:
    """Where the text is mended: in the form as long as that makes it, else in the draft."""
    if found.form:
        return report.FORM
    place = "main" if found.branch.startswith(BRANCH_PREFIX) else found.branch
    return report.mend(newsroom.forge.editor(place, f"{found.folder}/index.md"), found.folder)
