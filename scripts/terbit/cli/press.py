"""“What if” on the command line: who presses which button."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

BUTTONS = {"approve": "APPROVED", "request-changes": "CHANGES_REQUESTED"}
LABELS = {"APPROVED": "Approve", "CHANGES_REQUESTED": "Request changes"}


class Press(click.ParamType[tuple[str, str]]):
    """Who presses which button, as LOGIN=approve."""

    name = "tombol"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Login and state of the review; a usage error where it is none."""
        login, _, button = str(value).partition("=")
        if not login or button not in BUTTONS:
            known = " atau ".join(BUTTONS)
            self.fail(f"“{value}” bukan AKUN=TOMBOL; tombolnya {known}", param, ctx)
        return login, BUTTONS[button]


def told(presses: Iterable[tuple[str, str]]) -> str:
    """What is supposed, as the first line of the answer."""
    return f"Andaikan {'; '.join(f'{who} menekan {LABELS[state]}' for who, state in presses)}:"
