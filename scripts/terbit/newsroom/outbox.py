"""What is to be done on the channels: for each item and medium the next step, and its parcel.

Nothing here writes or calls a medium: it reads the archive and the approved objects, and of a
sender it knows only what may be repeated. So a dry run is made of this alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from terbit.channels import kit
from terbit.core import plan as planning
from terbit.core.article import Article
from terbit.core.delivery import Delivery, deliveries, key_of, version_of
from terbit.core.next_step import FRESH, Do, Step, Target, next_step
from terbit.core.post import Post
from terbit.core.record import KIT, Event, History
from terbit.core.sending import Image, Parcel, Prospect, Repeat
from terbit.drawing.look import Look
from terbit.newsroom import approved, rules
from terbit.newsroom.posting import posts_of
from terbit.newsroom.shelf import Shelf, Standing

MENDING = timedelta(days=92)
"""How long after a change the posts that people must mend by hand are listed."""


@dataclass(frozen=True)
class Task:
    """One channel of one item with what is to be done there; `post` None: nothing to show."""

    item: str
    channel: str
    title: str
    step: Step
    known: Delivery
    target: Target
    approval: Event
    post: Post | None = None

    @property
    def link(self) -> str:
        """Where the post stands that it is about, "" where none is known."""
        return self.known.post.link if self.known.post else ""


@dataclass(frozen=True)
class Outbox:
    """The tasks of one state of the archive; `machines` are the channels that have a sender."""

    shelf: Shelf
    machines: Mapping[str, Prospect]
    now: datetime

    def by_machine(self, item: str) -> frozenset[str]:
        """The channels of an item that need no kit: posted by machine, or about to be."""
        one = self.shelf.standings[item]
        people = set(one.handed.split()) | set(one.failed.split())
        coming = set(self.machines) - people if self._is_fresh(one) else set()
        return frozenset(coming | set(one.sent.split()) | set(one.unsettled.split()))

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """Whatever is to be done, waited for, asked or mended, by item and channel."""
        return tuple(task for item in self._noticed() for task in self.of(item))

    @property
    def by_hand(self) -> tuple[Task, ...]:
        """The posts that people must mend: they show what was corrected or withdrawn."""
        return tuple(task for task in self.tasks if task.step.do is Do.BY_HAND)

    def of(self, item: str) -> tuple[Task, ...]:
        """The tasks of one item; where nothing is to be done there is none."""
        idle = (Do.DONE, Do.KIT)
        return tuple(t for t in self._all(self.shelf.history(item)) if t.step.do not in idle)

    def again(self, task: Task, history: History, now: datetime) -> Task | None:
        """The same channel by a newer history; None where that speaks of another version."""
        known = deliveries(history).get(task.channel, Delivery(task.channel))
        approval = planning.visible({history.item: history}).get(history.item) or history.approval
        if approval is None or approval.hash != task.approval.hash:
            return None
        target = replace(task.target, kit=_handed(history, task.channel))
        return self._task(replace(task, target=target), known, now)

    def parcel(self, task: Task) -> Parcel:
        """What goes out, its pictures made. Raises TerbitError for an unusable photo.

        Of what may be out already the key and the moment are those of its intent.
        """
        key, at = task.target.key, task.approval.at
        if task.known.unsettled and task.step.do in (Do.REPEAT, Do.LOOK):
            key, at = task.known.key, task.known.approved or at
        return self._parcel(task, key, at, self._images(task))

    def _noticed(self) -> Iterator[str]:
        """The items at which something may be to do, told from their standings alone."""
        for item, one in self.shelf.standings.items():
            changed = bool(one.stale) and datetime.fromisoformat(one.since) + MENDING > self.now
            coming = set(self.machines) - set(f"{one.handed} {one.failed} {one.sent}".split())
            if one.unsettled or changed or (coming and one.digest and self._is_fresh(one)):
                yield item

    def _is_fresh(self, one: Standing) -> bool:
        return bool(one.first) and self.now < datetime.fromisoformat(one.first) + FRESH

    def _all(self, history: History) -> Iterator[Task]:
        item, found = history.item, deliveries(history)
        approval = planning.visible({item: history}).get(item)
        if approval is None:
            yield from self._gone(history, found)
            return
        if not approved.is_article(item):
            return
        article = self._article(item)
        posts = () if article.withdrawal else self._posts(item, article)
        composed = {post.channel: post for post in posts}
        title = article.title
        for channel in dict.fromkeys([*composed, *found]):
            post, known = composed.get(channel), found.get(channel, Delivery(channel))
            target = self._target(history, approval, channel, post, bool(article.withdrawal))
            bare = Task(item, channel, title, Step(Do.DONE), known, target, approval, post)
            yield self._task(bare, known, self.now)

    def _gone(self, history: History, found: Mapping[str, Delivery]) -> Iterator[Task]:
        """The same of an item that is on the site no more."""
        approval = history.approval
        if approval is None:
            return
        for channel, known in found.items():
            target = Target(approval.digest, account=self._account(channel), gone=True)
            slug = history.item.rpartition("/")[2]
            bare = Task(history.item, channel, slug, Step(Do.DONE), known, target, approval)
            yield self._task(bare, known, self.now)

    def _task(self, bare: Task, known: Delivery, now: datetime) -> Task:
        machine = self.machines.get(bare.channel)
        repeat = None if machine is None else Repeat.NEVER
        if machine is not None and known.unsettled:
            # what may be repeated is asked of the parcel as it went out; its pictures count nothing
            key, at = known.key, known.approved or bare.approval.at
            repeat = machine.repeat(self._parcel(bare, key, at, ()), known.since or now, now)
        return replace(bare, known=known, step=next_step(known, bare.target, repeat, now))

    def _target(
        self, history: History, approval: Event, channel: str, post: Post | None, gone: bool
    ) -> Target:
        account, payload = self._account(channel), post.payload_hash if post else ""
        one = self.shelf.standings[history.item]
        return Target(
            digest=approval.digest,
            payload=payload,
            key=key_of(history.item, channel, account, version_of(approval), payload),
            account=account,
            gone=gone,
            fresh=self._is_fresh(one),
            kit=_handed(history, channel),
        )

    def _parcel(self, task: Task, key: str, at: datetime, images: tuple[Image, ...]) -> Parcel:
        link = rules.link(self.shelf.setting.office, task.item)
        text, account = task.post.text if task.post else "", task.target.account
        return Parcel(task.channel, account, key, text, images, link, at)

    def _images(self, task: Task) -> tuple[Image, ...]:
        if task.post is None:
            return ()
        office = self.shelf.setting.office
        article = self._article(task.item)
        made = kit.render_all(article, (task.post,), office, Look(office.colours))
        return tuple(
            Image(one.name, made[one.name], one.alt, one.width, one.height)
            for one in task.post.pictures
        )

    def _account(self, channel: str) -> str:
        setting = self.shelf.setting.office.channel(channel)
        return setting.account if setting else ""

    def _article(self, item: str) -> Article:
        return self.shelf.clone.article_at(self.shelf.version(item))

    def _posts(self, item: str, article: Article) -> tuple[Post, ...]:
        office = self.shelf.setting.office
        return posts_of(article, office, rules.link(office, item))


def _handed(history: History, channel: str) -> bool:
    """Whether a kit was ever handed out for a channel."""
    return any(event.kind == f"{KIT}-{channel}" for event in history.events)
