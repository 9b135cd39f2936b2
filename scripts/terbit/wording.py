"""Click's own words in Indonesian: usage lines, help and complaints about what was typed."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from pathlib import Path

import click

LANGUAGE = "id"
DOMAIN = "messages"
"""The domain in which click looks its messages up: gettext's default."""
FOLDER = Path(__file__).parent / "locale"


def speak_indonesian(program: click.Command) -> None:
    """Translate click for this process, and what it has already written into `program`."""
    os.environ["LANGUAGE"] = LANGUAGE
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)
    for command in _commands(program):
        translate(command)


def translate(command: click.Command) -> None:
    """Translate what click wrote into one command, such as one that was loaded later."""
    command.options_metavar = _word(command.options_metavar)
    if isinstance(command, click.Group):
        command.subcommand_metavar = _word(command.subcommand_metavar) or ""
    for parameter in command.params:
        _translate(parameter)


def _commands(command: click.Command) -> Iterator[click.Command]:
    """A command and everything below it."""
    yield command
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from _commands(below)


def _translate(parameter: click.Parameter) -> None:
    """The help and the placeholder that click gave an option when it was declared."""
    if isinstance(parameter, click.Option):
        parameter.help = _word(parameter.help)
        kind = parameter.type.name.upper()
        if parameter.metavar is None and _word(kind) != kind:
            parameter.metavar = _word(kind)


def _word(text: str | None) -> str | None:
    """The translation; what is Indonesian already stays, and "" is no message but the header."""
    return gettext.gettext(text) if text else text
