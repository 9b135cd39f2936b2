"""Does what the outbox says: the intent is in the archive before a medium is called.

Then comes the call, then its answer into the archive. Whoever dies in between leaves an intent
behind, from which the next run goes on without posting blindly (`core.next_step`).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from terbit.core.answers import Answer, of_act, of_look, still_counts
from terbit.core.next_step import LEASE, Do, Step
from terbit.core.plan import PUBLISHER
from terbit.core.record import (
    SENDING,
    Event,
    History,
)
from terbit.core.sending import BusyError, Receipt, Sender, SendError, UnsureError
from terbit.errors import TerbitError
from terbit.newsroom.journal import Journal
from terbit.newsroom.outbox import Outbox, Task
from terbit.report.words import clean

ROUNDS = 3
"""How many steps of one channel a run does at most: sent, repeated, repeated."""
REASON = 300
"""Letters of a medium's reason that are kept."""
LATE = "terlambat: niatnya sudah terlalu lama dicatat"

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Did:
    """One step that was done or tried; `kind` "" where nothing came into the archive."""

    item: str
    channel: str
    step: Step
    kind: str = ""
    link: str = ""
    reason: str = ""


@dataclass
class Courier:
    """One run. `run` is in its intents, so that two runs never write the very same one."""

    outbox: Outbox
    senders: Mapping[str, Sender]
    clock: Clock
    journal: Journal
    run: str = field(default_factory=lambda: secrets.token_hex(8))

    def deliver(self) -> Iterator[Did]:
        """Everything that is due, one message after another. Raises TerbitError without Git."""
        for task in self.outbox.tasks:
            if task.step.do.calls and task.channel in self.senders:
                yield from self._carry(task)

    def _carry(self, task: Task) -> Iterator[Did]:
        for _ in range(ROUNDS):
            now = self.outbox.again(task, self.journal.history(task.item), self.clock())
            if now is None or not now.step.do.calls:
                return
            did = self._look(now) if now.step.do is Do.LOOK else self._act(now)
            if did is None:
                return
            yield did
            if not did.kind:
                return

    def _act(self, task: Task) -> Did | None:
        """Intent, call, answer; None where another run was faster."""
        try:
            call = self._call(task)
        except TerbitError as error:
            return _untried(task, error)
        intent = self.journal.append(task.item, partial(self._intent, task))
        if intent is None:
            return None
        if self.clock() > intent.at + LEASE / 2:
            # another run may take it over soon: what was not called by now is not called at all
            answer: Answer = BusyError(LATE, self.clock())
        else:
            answer = _answer(call)
        if answer is None and task.step.do is not Do.DELETE:
            answer = UnsureError("media tidak menyebut kirimannya")
        return self._note(task, intent, answer)

    def _call(self, task: Task) -> Callable[[], Receipt | None]:
        """The call of the medium, ready to go. Raises TerbitError for an unusable photo."""
        sender, post = self.senders[task.channel], task.known.post
        if task.step.do in (Do.SEND, Do.REPEAT):
            return partial(sender.send, self.outbox.parcel(task))
        receipt = Receipt(post.id, post.link) if post else Receipt("", "")
        if task.step.do is Do.EDIT:
            return partial(sender.edit, receipt, self.outbox.parcel(task))
        return partial(sender.delete, receipt)

    def _intent(self, task: Task, history: History) -> Event | None:
        """The intent, if it still is what is to be done by the newest events."""
        at = self.clock()
        now = self.outbox.again(task, history, at)
        if now is None or (now.step.do, now.step.attempt) != (task.step.do, task.step.attempt):
            return None
        return self._event(task, history, SENDING, at, run=self.run)

    def _note(self, task: Task, intent: Event, answer: Answer) -> Did:
        """Put the answer of an act into the archive."""
        kind, more = of_act(task.step, _cleaned(answer))

        def make(history: History) -> Event | None:
            if not still_counts(history, intent, kind, more):
                return None
            return self._event(task, history, kind, self.clock(), **more)

        self.journal.insist(task.item, make)
        return _did(task, kind, answer)

    def _look(self, task: Task) -> Did | None:
        """Ask the medium for the post; an answer that is none leaves everything as it was."""
        try:
            parcel = self.outbox.parcel(task)
        except TerbitError as error:
            return _untried(task, error)
        answer = _answer(partial(self.senders[task.channel].find, parcel))
        if isinstance(answer, SendError):
            return Did(task.item, task.channel, task.step, reason=_reason(answer))
        kind, more = of_look(task.known, answer)

        def make(history: History) -> Event | None:
            at = self.clock()
            now = self.outbox.again(task, history, at)
            # a look says nothing of what was done after it
            if now is None or now.step.do is not Do.LOOK or now.known != task.known:
                return None
            return self._event(task, history, kind, at, **more)

        event = self.journal.append(task.item, make)
        return _did(task, kind, answer) if event else None

    def _event(self, task: Task, history: History, kind: str, at: datetime, **more: Any) -> Event:
        """An event about a task; of what may be out already it keeps version, key and payload."""
        known, old = task.known, task.step.do in (Do.REPEAT, Do.LOOK)
        details = {
            "act": task.step.act.value,
            "payload": known.payload if old else task.target.payload,
            "key": known.key if old else task.target.key,
            "account": task.target.account,
            "attempt": task.step.attempt,
            **more,
        }
        return history.next(
            f"{kind}-{task.channel}",
            at=at,
            procedure=self.outbox.shelf.setting.procedure.number,
            digest=known.digest if old else task.target.digest,
            actor=PUBLISHER,
            details=details,
        )


def _answer(call: Callable[[], Receipt | None]) -> Answer:
    """What a medium says to a call, whatever breaks."""
    try:
        return call()
    except SendError as error:
        return error
    except Exception as error:
        # its text may hold a token
        return UnsureError(f"pengirim berhenti karena kesalahan ({type(error).__name__})")


def _untried(task: Task, error: TerbitError) -> Did:
    """A step that cannot even be begun, such as one with an unusable photo."""
    return Did(task.item, task.channel, task.step, reason=clean(str(error))[:REASON])


def _did(task: Task, kind: str, answer: Answer) -> Did:
    reason = _reason(answer) if isinstance(answer, SendError) else ""
    link = answer.link if isinstance(answer, Receipt) else ""
    return Did(task.item, task.channel, task.step, kind, link, reason)


def _reason(error: SendError) -> str:
    return clean(error.reason)[:REASON]


def _cleaned(answer: Answer) -> Answer:
    """The same with a reason that may stand in the archive."""
    if isinstance(answer, SendError):
        answer.reason = _reason(answer)
    return answer
