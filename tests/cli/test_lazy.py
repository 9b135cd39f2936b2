"""Commands are imported when somebody asks for them, and not before."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from terbit import cli
from terbit.cli.lazy import LazyGroup

SOURCE = """
import click

@click.command()
@click.option("--jumlah", type=int)
def satu(jumlah):
    "Satu."
    click.echo(f"satu {jumlah}")
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LazyGroup]:
    """A program with one command that works, and one whose module does not exist."""
    gc.unfreeze()
    (tmp_path / "perintah_satu.py").write_text(SOURCE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "perintah_satu", raising=False)
    yield LazyGroup("coba", places={"satu": "perintah_satu:satu", "dua": "tidak_ada:dua"})
    gc.unfreeze()


def test_only_the_command_that_is_asked_for_is_imported(program: LazyGroup) -> None:
    assert CliRunner().invoke(program, ["satu", "--jumlah", "3"]).output == "satu 3\n"
    assert list(program.commands) == ["satu"]


def test_it_is_imported_once(program: LazyGroup) -> None:
    context = click.Context(program)
    assert program.get_command(context, "satu") is program.get_command(context, "satu")


def test_what_is_imported_is_not_searched_for_garbage(program: LazyGroup) -> None:
    before = gc.get_freeze_count()
    program.get_command(click.Context(program), "satu")
    assert gc.get_freeze_count() > before
    with pytest.raises(ModuleNotFoundError):
        program.get_command(click.Context(program), "dua")
    assert gc.isenabled()


def test_names_are_listed_and_proposed_without_an_import(program: LazyGroup) -> None:
    assert program.list_commands(click.Context(program)) == ["dua", "satu"]
    answer = CliRunner().invoke(program, ["sattu"])
    assert answer.exit_code == 2
    assert "'satu'" in answer.output
    assert program.commands == {}


@pytest.mark.parametrize("name", sorted(cli.COMMANDS))
def test_every_command_stands_in_the_module_of_its_name(name: str) -> None:
    assert cli.COMMANDS[name] == f"terbit.cli.{name}:{name}"
    command = getattr(import_module(f"terbit.cli.{name}"), name)
    assert isinstance(command, click.Command)
    assert command.name == name
