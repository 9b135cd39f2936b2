"""A group of commands that are imported one by one, so that each starts as fast as it can."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

import click
from click.exceptions import NoSuchCommand

from terbit.wording import translate


class LazyGroup(click.Group):
    """A group whose `places` say where each command stands: {"check": "package.module:name"}."""

    def __init__(self, *args: Any, places: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Every name, in order; nothing is imported for it."""
        return sorted(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported and translated; None where there is none."""
        if cmd_name in self.places and cmd_name not in self.commands:
            self.add_command(_load(self.places[cmd_name]), cmd_name)
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed; a usage error that proposes any name, loaded or not."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as error:
            names = self.list_commands(ctx)
            raise NoSuchCommand(error.command_name, possibilities=names, ctx=ctx) from None


def _load(place: str) -> click.Command:
    module, _, name = place.partition(":")
    command: click.Command = getattr(_import(module), name)
    translate(command)
    return command


def _import(module: str) -> ModuleType:
    # what is imported lives to the end: a fifth of the start-up went into looking for garbage in it
    gc.disable()
    try:
        return import_module(module)
    finally:
        gc.freeze()
        gc.enable()
