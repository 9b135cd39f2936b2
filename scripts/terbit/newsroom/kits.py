"""The upload kits of everything that the public sees, and the archive's note of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from terbit.channels import kit
from terbit.core import plan as planning
from terbit.core.clock import deadline
from terbit.core.record import KIT, Event
from terbit.newsroom.edition import Edition
from terbit.report import words


@dataclass(frozen=True)
class Kits:
    """The kits of one state of the ledger."""

    edition: Edition
    now: datetime

    def events(self) -> Iterator[Event]:
        """One event for each channel's kit that was not made for this version yet."""
        for item, posts in self.edition.posts.items():
            history = self.edition.ledger[item]
            digest = planning.visible(self.edition.ledger)[item].digest
            for post in posts:
                kind = f"{KIT}-{post.channel}"
                if history.has(kind, digest):
                    continue
                event = history.next(
                    kind,
                    at=self.now,
                    procedure=self.edition.setting.procedure.number,
                    digest=digest,
                    actor=planning.PUBLISHER,
                    details={"payload": post.payload_hash},
                )
                history = history.add(event)
                yield event

    def write(self, folder: Path) -> None:
        """One folder for each item, and the list of them."""
        office = self.edition.setting.office
        made = [
            kit.write_kit(
                self.edition.articles[item],
                posts,
                office,
                self.edition.link(item),
                deadline_text=self._due(item),
                out=folder / item.removeprefix("berita/").replace("/", "-"),
            )
            for item, posts in self.edition.posts.items()
        ]
        kit.write_index(made, office, folder)

    def _due(self, item: str) -> str:
        """By when the SOP wants the posts up, counted from publication in office minutes."""
        calendar = self.edition.setting.office.calendar
        minutes = self.edition.setting.procedure.publishing.minutes
        since = self.edition.ledger[item].last_published or self.now
        due = deadline(calendar, since, minutes) if minutes else None
        return words.moment(due, calendar) if due else ""
