"""Whatever dies, stalls or gets lost between a run and a medium: never two posts of one item.

Two runs, a medium that loses answers or shows posts late, corrections and withdrawals, people who
look when they are asked or say that a channel is not available; Hypothesis chooses the order. A run
here does what the courier does, one step at a time: intent, call, answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from terbit.core.answers import Answer, of_act, of_look, still_counts
from terbit.core.delivery import Act, Delivery, deliveries
from terbit.core.next_step import LEASE, Do, Step, Target, next_step
from terbit.core.record import (
    APPROVED,
    DEFERRED,
    POSTED,
    PUBLISHED,
    SENDING,
    SKIPPED,
    Event,
    History,
)
from terbit.core.sending import BusyError, Receipt, RefusedError, Repeat, UnsureError

ITEM, CHANNEL = "berita/2026/11/uji", "mastodon"
START = datetime(2026, 11, 18, 2, 0, tzinfo=UTC)
FATES = ("fine", "lost", "dropped", "late", "refused", "busy")
"""What becomes of a request: `lost` is carried out without an answer, `late` a minute later."""


@dataclass
class Medium:
    """One account: its posts by id, and the keys that it knows again."""

    repeats: str
    posts: dict[str, str] = field(default_factory=dict)
    keys: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    coming: list[tuple[datetime, str, str]] = field(default_factory=list)
    made: int = 0

    def rule(self, since: datetime | None, now: datetime) -> Repeat:
        if self.repeats == "ageing":
            young = since is not None and now < since + timedelta(minutes=55)
            return Repeat.SAFE if young else Repeat.LOOK
        return Repeat(self.repeats)

    def accept(self, key: str, payload: str, now: datetime) -> str:
        known = self.keys.get(key)
        hour = timedelta(minutes=60) if self.repeats == "ageing" else timedelta()
        if known and (self.repeats == "safe" or now < known[1] + hour):
            return known[0]
        self.made += 1
        self.posts[str(self.made)] = payload
        self.keys[key] = (str(self.made), now)
        return str(self.made)

    def arrive(self, now: datetime) -> None:
        for due, key, payload in [one for one in self.coming if one[0] <= now]:
            self.accept(key, payload, due)
        self.coming = [one for one in self.coming if one[0] > now]

    def find(self) -> Receipt | None:
        newest = next(reversed(self.posts), None)
        return Receipt(newest, f"https://media.contoh/{newest}") if newest else None


class World(RuleBasedStateMachine):
    """The archive, the medium, the clock, and up to two runs."""

    @initialize(repeats=st.sampled_from(["safe", "ageing", "look", "never"]))
    def begin(self, repeats: str) -> None:
        self.medium, self.now, self.version, self.gone = Medium(repeats), START, 0, False
        self.history = History(ITEM)
        self.runs: dict[str, Iterator[str]] = {}
        self.skipped: set[int] = set()
        self.fate, self.number = "fine", 0
        self.publish()

    # What happens in the world

    def publish(self) -> None:
        self.version += 1
        for kind in (APPROVED, PUBLISHED):
            self.append(self.history, kind, f"v{self.version}", {})

    @precondition(lambda self: self.version < 4 and not self.gone)
    @rule(gone=st.booleans())
    def correct_or_withdraw(self, gone: bool) -> None:
        self.gone = gone
        self.publish()

    @rule(minutes=st.sampled_from([0, 1, 2, 5, 14, 29, 31, 56, 70]))
    def wait(self, minutes: int) -> None:
        # a job that stalls for longer than half a lease between intent and call does not call
        self.now += timedelta(minutes=minutes)
        self.medium.arrive(self.now)

    @rule(name=st.sampled_from("ab"))
    def crash(self, name: str) -> None:
        self.runs.pop(name, None)

    @rule(name=st.sampled_from("ab"), fate=st.sampled_from(FATES))
    def step(self, name: str, fate: str) -> None:
        self.fate = fate
        self.number += 1
        run = self.runs.setdefault(name, self.run(f"{name}{self.number}"))
        if next(run, None) is None:
            del self.runs[name]

    @rule(name=st.sampled_from("ab"), fate=st.sampled_from(FATES))
    def whole_run(self, name: str, fate: str) -> None:
        """A run from where it stands to its end; a new one where there is none."""
        self.step(name, fate)
        while name in self.runs:
            self.step(name, fate)

    @precondition(lambda self: self.decide(self.history).do is Do.ASK)
    @rule()
    def person_looks(self) -> None:
        if not self.medium.coming and not self.runs:
            self.told_by_a_person()

    @precondition(lambda self: not self.gone)
    @rule()
    def person_skips(self) -> None:
        """Nobody may say so while something is unsure, or where the post is there."""
        known, digest = self.known(self.history), f"v{self.version}"
        if not known.unsettled and not known.posted(digest):
            self.append(self.history, f"{SKIPPED}-{CHANNEL}", digest, {"reason": "ditutup"})
            self.skipped.add(self.version)

    # What a run does

    def run(self, name: str) -> Iterator[str]:
        seen = self.history
        step = self.decide(seen)
        known = self.known(seen)
        if step.do is Do.LOOK:
            found = self.medium.find()
            yield "looked"
            if self.known(self.history) == known and self.decide(self.history).do is Do.LOOK:
                kind, told = of_look(known, found)
                self.note(kind, step, known, told, old=True)
            return
        if not step.do.calls:
            return
        if self.history != seen:
            return
        old = step.do is Do.REPEAT
        intent = self.note(SENDING, step, known, {"run": name}, old=old)
        version = self.version
        assert version not in self.skipped, "a person said that nothing shall be posted"
        yield "intent"
        if self.now > intent.at + LEASE / 2:
            answer: Answer = BusyError("terlambat", self.now)
        else:
            answer = self.call(step, known, intent)
        yield "called"
        kind, told = of_act(step, answer)
        if still_counts(self.history, intent, kind, told):
            self.note(kind, step, known, told, old=old, version=version)

    def call(self, step: Step, known: Delivery, intent: Event) -> Answer:
        if self.fate == "refused":
            return RefusedError("tidak")
        if self.fate == "busy":
            return BusyError("sibuk", self.now + timedelta(minutes=10))
        if self.fate == "dropped":
            return UnsureError("putus")
        key, payload = str(intent.details["key"]), str(intent.details["payload"])
        if step.do in (Do.SEND, Do.REPEAT):
            if self.fate == "late":
                self.medium.coming.append((self.now + timedelta(minutes=1), key, payload))
                return UnsureError("lama")
            done: Answer = self.sent(self.medium.accept(key, payload, self.now))
        else:
            assert known.post is not None
            done = self.changed(step, known.post.id, payload)
        return UnsureError("hilang") if self.fate in ("lost", "late") else done

    def sent(self, number: str) -> Receipt:
        return Receipt(number, f"https://media.contoh/{number}")

    def changed(self, step: Step, number: str, payload: str) -> Answer:
        if step.do is Do.DELETE:
            self.medium.posts.pop(number, None)
            return None
        if number in self.medium.posts:
            self.medium.posts[number] = payload
        return self.sent(number)

    # The archive

    def target(self) -> Target:
        payload = "" if self.gone else f"isi {self.version}"
        return Target(f"v{self.version}", payload, f"kunci {payload}", "kantor", self.gone)

    def known(self, history: History) -> Delivery:
        return deliveries(history).get(CHANNEL, Delivery(CHANNEL))

    def decide(self, history: History) -> Step:
        known = self.known(history)
        return next_step(known, self.target(), self.medium.rule(known.since, self.now), self.now)

    def note(
        self,
        kind: str,
        step: Step,
        known: Delivery,
        told: dict[str, Any],
        *,
        old: bool,
        version: int = 0,
    ) -> Event:
        target = self.target()
        if version and version != self.version:
            target = replace(target, payload=f"isi {version}", digest=f"v{version}")
        details = {
            "act": step.act.value,
            "payload": known.payload if old else target.payload,
            "key": known.key if old else target.key,
            "account": "kantor",
            "attempt": step.attempt,
            **told,
        }
        digest = known.digest if old else target.digest
        return self.append(self.history, f"{kind}-{CHANNEL}", digest, details)

    def append(self, history: History, kind: str, digest: str, told: dict[str, Any]) -> Event:
        event = history.next(
            kind, at=self.now, procedure="S", digest=digest, actor="Terbit", details=told
        )
        self.history = history.add(event)
        return event

    def told_by_a_person(self) -> None:
        known, found = self.known(self.history), self.medium.find()
        if found:
            told: dict[str, Any] = {"link": found.link, "id": found.id, "account": "kantor"}
            self.append(self.history, f"{POSTED}-{CHANNEL}", known.digest, told)
        else:
            told = {"act": Act.SEND.value, "attempt": known.attempt + 1}
            self.append(self.history, f"{DEFERRED}-{CHANNEL}", known.digest, told)

    # What must hold

    @invariant()
    def never_two(self) -> None:
        assert len(getattr(self, "medium", Medium("safe")).posts) <= 1

    def teardown(self) -> None:
        """Left alone with a medium that answers, the archive ends by saying the truth."""
        if not hasattr(self, "medium"):
            return
        for _ in range(30):
            self.wait(16)
            for name in "ab":
                self.whole_run(name, "fine")
            if self.decide(self.history).do is Do.ASK:
                self.told_by_a_person()
        last = self.decide(self.history).do
        assert last in (Do.DONE, Do.KIT, Do.BY_HAND)
        post = self.known(self.history).post
        if last is not Do.BY_HAND:  # else a person is asked to look after the post
            assert list(self.medium.posts) == ([post.id] if post else [])
        if last is Do.DONE and self.version not in self.skipped:
            wanted = [] if self.gone else [f"isi {self.version}"]
            assert list(self.medium.posts.values()) == wanted
        self.never_two()


World.TestCase.settings = settings(max_examples=250, stateful_step_count=30, deadline=None)
TestNeverTwice = World.TestCase
