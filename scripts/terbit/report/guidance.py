"""Objections and the numbered petunjuk perbaikan, with what was done about each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from terbit.core.facts import Review
from terbit.core.gate.positions import APPROVED
from terbit.core.notes import Note, notes
from terbit.core.verdict import Scope
from terbit.report import phrases, words
from terbit.report.people import Part, Who


@dataclass(frozen=True)
class Objection:
    """A live objection: who and when, the raw words of it, its notes' numbers, what ends it.

    `login` is "" for somebody whom kantor.yml does not name.
    """

    who: Who
    words: str
    ends: tuple[str, ...]
    login: str = ""
    notes: tuple[int, ...] = ()

    @property
    def end(self) -> str:
        """What ends it, as one sentence."""
        return f"Berakhir bila {', bila '.join(self.ends[:-1])}, atau bila {self.ends[-1]}"


@dataclass(frozen=True)
class Instruction:
    """A note as people read it; `replies` are (who, raw text), `outcome` what was done about it."""

    number: int
    who: Who
    state: str
    place: str
    text: str
    replies: tuple[tuple[str, str], ...]
    outcome: str
    done: bool


@dataclass(frozen=True)
class Guidance(Part):
    """What people asked to be mended."""

    @cached_property
    def _notes(self) -> tuple[Note, ...]:
        return notes(self.view.facts)

    def instructions(self) -> tuple[Instruction, ...]:
        """The notes of everybody whom kantor.yml names, and of who opened the request."""
        return tuple(self._instruction(note) for note in self._notes if self._from_office(note))

    @property
    def strangers(self) -> int:
        """How many notes come from people outside the office."""
        return sum(not self._from_office(note) for note in self._notes)

    def objection(self, review: Review) -> Objection:
        """A live objection with the words that belong to it, later ones of the same person too."""
        own = [note for note in self._notes if self._belongs(note, review)]
        return Objection(
            who=self.people.who(review.account, review.at),
            words="\n\n".join(note.text.strip() for note in own),
            ends=tuple(self._ends(review)),
            login=self.people.login(review.account),
            notes=tuple(note.number for note in own if self._from_office(note)),
        )

    def _from_office(self, note: Note) -> bool:
        return note.account is None or self.people.known(note.account) or self._opened(note)

    def _opened(self, note: Note) -> bool:
        return note.account == self.view.facts.request.opener

    def _belongs(self, note: Note, review: Review) -> bool:
        same = note.account is not None and note.account == review.account
        return same and review.at is not None and note.at >= review.at

    def _instruction(self, note: Note) -> Instruction:
        return Instruction(
            number=note.number,
            who=self.people.who(note.account, note.at),
            state=phrases.SPOKEN.get(note.state, ""),
            place=_place(note),
            text=note.text,
            replies=tuple((self.people.person(row.account), row.text) for row in note.replies),
            outcome=_outcome(note),
            done=note.answered,
        )

    def _ends(self, review: Review) -> Iterator[str]:
        """S9, N12: what ends an objection, and who may do it."""
        who, procedure = self.people.person(review.account), self.view.procedure
        post = self.view.post(review)
        rank = procedure.role(post.role).rank if post else -1
        may_sign = {role for step in self.view.route for role in step.roles}
        higher = [role.id for role in procedure.roles if role.rank > rank]
        peers = [role.id for role in procedure.roles if role.rank >= rank and role.id in may_sign]
        above = words.join_posts((role for role in higher if role in may_sign), procedure)
        yield f"{who} menekan Approve"
        if peers and self.view.verdict.scope is not Scope.TECHNICAL:
            yield f"naskah diperbaiki lalu disetujui {words.join_posts(peers, procedure)}"
        if above:
            yield f"{above} menyetujui naskah yang sekarang"
        entitled = " / ".join(part for part in (who, words.join_posts(higher, procedure)) if part)
        yield f"keberatan dicabut (Dismiss review) oleh {entitled}"


def _place(note: Note) -> str:
    """Folder, file and line: "kabar-uji/index.md baris 12"."""
    name = "/".join(words.clean(note.path).split("/")[-2:])
    return f"{name} baris {note.line}" if name and note.line else name


def _outcome(note: Note) -> str:
    """What was done about a note; an approval with words asks for nothing."""
    done = [words.clean(subject) for subject in note.answers]
    parts = [f"Sudah dikerjakan: {'; '.join(done)}"] if done else []
    parts += ["baris ini sudah berubah" if parts else "Baris ini sudah berubah"] * note.outdated
    if parts or note.state == APPROVED:
        return "; ".join(parts)
    return phrases.REPLIED if note.replies else phrases.UNANSWERED
