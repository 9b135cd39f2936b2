"""The promise: what was approved is what is public, byte for byte, in whatever order things happen.

People commit, force-push, review, object, merge past the gate and overwrite main in any order;
the publisher runs now and then. Whatever reaches the site, the feed or a post must be a text
that a verifier and then the decider approved while it stood at the head, neither of whom wrote
in it. The oracle is kept beside the product and shares no code with the gate.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from terbit import site
from terbit.channels import kit
from terbit.errors import TerbitError
from terbit.forges.base import Decision
from tests.rooms import (
    DECIDER,
    ITEM,
    OTHER_VERIFIER,
    OTHER_WRITER,
    PUBLIC,
    VERIFIER,
    WRITER,
    Room,
)

INDEX = f"{PUBLIC}/index.md"
BRANCH = "naskah/kabar-uji"
MARK = "Angka kuncinya "
VERIFIERS = (VERIFIER, OTHER_VERIFIER)
REVIEWERS = (*VERIFIERS, DECIDER, OTHER_WRITER)
PUSHERS = (WRITER, OTHER_WRITER, OTHER_VERIFIER)


class Nothing:
    """A build that makes no file."""

    standing: frozenset[str] = frozenset()

    def __init__(self, fresh: Path) -> None:
        self.fresh = fresh
        fresh.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Nothing:
        return self

    def __exit__(self, *_: object) -> None: ...

    def commit(self) -> None: ...


class Captured:
    """What would have gone to the public; stands in for the slow renderer only."""

    def __init__(self) -> None:
        self.texts: set[str] = set()

    def site(self, content: site.Site, _config: bytes, _out: Path, work: Path) -> Nothing:
        articles = [entry.load().article for entry in content.entries if entry.item == ITEM]
        self.texts |= {_mark(article.body) for article in articles}
        return Nothing(work / "baru")

    def kit(self, article: Any, posts: Any, *_: Any, **__: Any) -> None:
        assert all(post.text for post in posts)
        self.texts.add(_mark(article.body))

    def index(self, *_: Any, **__: Any) -> None: ...


def _mark(text: str) -> str:
    return text.partition(MARK)[2].partition(".")[0]


class Promise(RuleBasedStateMachine):
    """Random lives of one request."""

    template: Path

    @initialize()
    def open(self) -> None:
        self.base = Path(tempfile.mkdtemp(prefix="janji-"))
        self.room = Room.copy(self.template, self.base / "room")
        self.room.submit()
        self.first = self._head()
        self.variant = 0
        self.head_text = "SATU"
        self.wrote: dict[str, set[str]] = {"SATU": {WRITER}}
        self.writers = {WRITER}
        self.verified: dict[str, set[str]] = {}
        self.cleared: set[str] = set()
        self.merged = False
        self.captured = Captured()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(site, "prepare", self.captured.site)
        self.patch.setattr(kit, "write_kit", self.captured.kit)
        self.patch.setattr(kit, "write_index", self.captured.index)

    def teardown(self) -> None:
        if hasattr(self, "base"):
            self.patch.undo()
            shutil.rmtree(self.base, ignore_errors=True)

    def _head(self) -> str:
        return self.room.newsroom.forge.requests()[0].head_sha

    def _push(self, base: str, text: str, by: str) -> None:
        repository, who = self.room.newsroom.repository, self.room.who(by)
        source = (repository.file(self._head(), INDEX) or b"").decode()
        changed = source.replace(f"{MARK}{self.head_text}.", f"{MARK}{text}.")
        files = {f"{PUBLIC}/{n}": d for n, d in repository.folder(self._head(), PUBLIC).items()}
        files[INDEX] = changed.encode()
        commit = repository.make_commit(
            base, files, ("drafts/kabar-uji",), message="Ubah", by=who, at=self.room.tick()
        )
        repository.push(f"{commit}:refs/heads/{BRANCH}", who, self.room.now, force=True)
        repository.fetch()
        self.writers.add(by)
        self.head_text = text

    @rule(by=st.sampled_from(PUSHERS), back=st.booleans(), force=st.booleans())
    def commit(self, by: str, back: bool, force: bool) -> None:
        """A new text, or an old one again; on top, or by force over what was there."""
        if self.merged:
            return
        self.variant += 1
        text = "SATU" if back else f"NOMOR{self.variant}"
        if text != self.head_text:
            self._push(self.room.newsroom.main() if force else self._head(), text, by)

    @rule(by=st.sampled_from(REVIEWERS), approve=st.booleans())
    def review(self, by: str, approve: bool) -> None:
        if self.merged:
            return
        decision = Decision.APPROVE if approve else Decision.REQUEST_CHANGES
        self.room.newsroom.forge.review(
            1, actor=by, decision=decision, body="kata", now=self.room.tick()
        )
        if not approve:
            return
        if by in VERIFIERS:
            self.verified.setdefault(self.head_text, set()).add(by)
        if by == DECIDER and self.verified.get(self.head_text, set()) - self.writers:
            self.cleared.add(self.head_text)

    @rule()
    def approve_in_order(self) -> None:
        """Make the good case frequent enough to be met."""
        for by in (VERIFIER, DECIDER):
            self.review(by, True)

    @rule()
    def merge(self) -> None:
        """Past the gate: a forged status, or a click by somebody who may."""
        if self.merged:
            return
        try:
            self.room.force_merge()
        except TerbitError:
            return
        self.merged = True

    @rule(old=st.booleans())
    def overwrite_main(self, old: bool) -> None:
        """Somebody with the keys writes on main."""
        text = "SATU" if old else "PALSU"
        repository = self.room.newsroom.repository
        source = repository.file(self._tip(), INDEX) or repository.file(self.first, INDEX) or b""
        head, _, rest = source.decode().partition(MARK)
        photo = repository.file(self.first, f"{PUBLIC}/foto-1.jpg") or b""
        self.room.overwrite_main(f"{PUBLIC}/foto-1.jpg", photo)
        self.room.overwrite_main(INDEX, f"{head}{MARK}{text}.{rest.partition('.')[2]}".encode())

    def _tip(self) -> str:
        self.room.newsroom.repository.fetch()
        return self.room.newsroom.main()

    @rule()
    def publish(self) -> None:
        self.room.publisher().run()

    @invariant()
    def only_approved_texts_are_public(self) -> None:
        if hasattr(self, "captured"):
            assert self.captured.texts <= self.cleared


def test_no_unapproved_byte_reaches_site_feed_or_posts(room_template: Path) -> None:
    Promise.template = room_template
    run_state_machine_as_test(
        Promise,
        settings=settings(
            max_examples=25,
            # shrinking real Git histories takes hours; fourteen steps can be read as they are
            phases=(Phase.explicit, Phase.generate),
            stateful_step_count=14,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_good_case_does_reach_the_public(room_template: Path) -> None:
    """The machine above must be able to fail: an approved text comes through."""
    Promise.template = room_template
    life = Promise()
    life.open()
    try:
        life.approve_in_order()
        life.merge()
        life.publish()
        assert life.captured.texts == {"SATU"}
        life.only_approved_texts_are_public()
    finally:
        life.teardown()
