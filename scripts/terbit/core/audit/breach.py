"""One breach: what in the archive or on the site is not as the SOP and the ledger say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from terbit.core.record import Event


@dataclass(frozen=True, order=True)
class Breach:
    """`file` is where it stands (event file, page, commit); `code` is a stable word for programs.

    `item` is "" where it concerns no single one.
    """

    item: str
    file: str
    code: str
    what: str

    def to_json(self) -> dict[str, str]:
        """The breach as plain JSON."""
        return {"item": self.item, "file": self.file, "code": self.code, "sentence": self.what}


def of_event(event: Event, told: Iterable[tuple[str, str]]) -> tuple[Breach, ...]:
    """Codes and sentences as breaches of an event."""
    return tuple(Breach(event.item, event.file, code, what) for code, what in told)
