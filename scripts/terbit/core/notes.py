"""The words of reviews and line notes: the SOP's petunjuk perbaikan, numbered, with answers.

They explain and are kept; none of them ever counts (S1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from terbit.core.facts import Account, Commit, Facts, LineNote
from terbit.core.gate.positions import PENDING, UNDECISIVE
from terbit.core.gate.texts import Texts

SHORT_COMMIT = 7


@dataclass(frozen=True)
class Reply:
    """What somebody answered below a line note."""

    account: Account | None
    at: datetime
    text: str


@dataclass(frozen=True)
class Note:
    """One note: who wrote it, when, with which decision, where, and what was done about it.

    `id` is that of the review or of the line note. `path` is "" for the words of a review
    itself; `line` is where the line stands now, or stood where it has changed since
    (`outdated`). `answers` are the subjects of the commits that changed content after the note
    and before people spoke again.
    """

    id: int
    account: Account | None
    at: datetime
    state: str
    text: str
    number: int = 0
    review: int | None = None
    path: str = ""
    line: int | None = None
    outdated: bool = False
    replies: tuple[Reply, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether anything was done about it."""
        return bool(self.answers) or self.outdated


def notes(facts: Facts) -> tuple[Note, ...]:
    """All notes of a request, the earliest first; notes of one review stay together."""
    found = sorted((*_of_reviews(facts), *_of_lines(facts)), key=_place)
    moments = sorted({note.at for note in found})
    changes = _changes(facts)
    return tuple(
        replace(note, number=number, answers=_answers(note.at, moments, changes))
        for number, note in enumerate(found, start=1)
    )


def _place(note: Note) -> tuple[datetime, int, bool, int]:
    """Order: time, review, the review's own words first."""
    return note.at, note.review or note.id, note.path != "", note.id


def _of_reviews(facts: Facts) -> Iterator[Note]:
    for review in facts.reviews:
        if review.at is not None and review.state != PENDING and review.body.strip():
            yield Note(
                review.id, review.account, review.at, review.state, review.body, review=review.id
            )


def _of_lines(facts: Facts) -> Iterator[Note]:
    """Line notes that answer no other; one whose parent is gone stands for itself."""
    submitted = {r.id: r for r in facts.reviews if r.at is not None and r.state != PENDING}
    pending = {r.id for r in facts.reviews} - set(submitted)
    rows = [n for n in facts.line_notes if n.body.strip() and n.review not in pending]
    first = {note.id for note in rows if note.reply_to is None}
    for note in rows:
        if note.reply_to in first:
            continue
        review = submitted.get(note.review or 0)
        yield Note(
            id=note.id,
            account=note.account,
            at=(review.at if review else None) or note.at,
            state=review.state if review else UNDECISIVE,
            text=note.body,
            review=note.review,
            path=note.path,
            line=note.line if note.line is not None else note.original_line,
            outdated=note.outdated,
            replies=tuple(_replies(note, rows)),
        )


def _replies(note: LineNote, rows: Iterable[LineNote]) -> Iterator[Reply]:
    below = (row for row in rows if row.reply_to == note.id)
    for row in sorted(below, key=lambda row: (row.at, row.id)):
        yield Reply(row.account, row.at, row.body)


def _changes(facts: Facts) -> tuple[tuple[datetime, str], ...]:
    """When content was pushed, with the subject of the commit that changed it."""
    texts = Texts(facts)
    pushed = ((texts.pushed_at(c.sha), _subject(c)) for c in facts.commits if c.changed)
    return tuple((at, subject) for at, subject in pushed if at is not None)


def _answers(
    at: datetime, moments: Iterable[datetime], changes: Iterable[tuple[datetime, str]]
) -> tuple[str, ...]:
    """What was pushed after a note and before the first word that followed a change."""
    after = [change for change in changes if change[0] > at]
    first = min((pushed for pushed, _ in after), default=at)
    until = next((moment for moment in moments if at < moment and first <= moment), None)
    return tuple(subject for pushed, subject in after if until is None or pushed <= until)


def _subject(commit: Commit) -> str:
    lines = commit.message.strip().splitlines()
    return lines[0] if lines else commit.sha[:SHORT_COMMIT]
