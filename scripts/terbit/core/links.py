"""What was found of a link: its form and account, and what a server answered if it was asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Checked:
    """One link of an item: `place` is the channel's name, `found` the result in words.

    `asked` says that its server was asked, `fine` that nobody needs to look at it.
    """

    item: str
    title: str
    place: str
    link: str
    found: str
    fine: bool
    asked: bool = False
