"""`terbit explain --facts`: a saved document, replayed offline and at once."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec

import pytest

from terbit.cli import COMMANDS
from tests.rooms import REPOSITORY

EXAMPLES = REPOSITORY / "tests/core/gate/examples"
WRAPPER = """
import sys

def forbid(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn")):
        raise RuntimeError(event)

sys.addaudithook(forbid)
from terbit.cli import main
main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
"""
"""Runs the command line where nobody can reach the network or start a program."""
HEAVY = frozenset(
    "PIL asyncio feedgen git holidays http jinja2 lxml markdown_it mkdocs nh3 phonenumbers"
    " pkg_resources regex requests rich ssl stdnum twitter_text urllib3"
    " terbit.archive terbit.articles terbit.channels terbit.checks terbit.demo terbit.forges"
    " terbit.front_matter terbit.markup terbit.newsroom terbit.photos terbit.repository"
    " terbit.serving terbit.site".split()
)
"""What a forge, Git, a picture or a page needs; most of the start-up time would be theirs."""


def explain(name: str, *options: str) -> subprocess.CompletedProcess[str]:
    """`terbit explain` on one example, offline in a fresh process; its modules on stderr."""
    folder = EXAMPLES / name
    told = ("explain", "--facts", str(folder / "facts.json"), "--config", str(folder), *options)
    command = [sys.executable, "-c", WRAPPER, *told]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["APV-003", "APV-105", "DK-019", "KD-015"])
def test_a_saved_document_is_replayed_without_network(name: str) -> None:
    done = explain(name, "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    expected = json.loads((EXAMPLES / name / "expect.json").read_bytes())["expect"]
    assert {key: found[key] for key in expected} == expected
    assert len(found["sentence"]) <= 140


def test_words_and_slip_need_no_network_either() -> None:
    sentence = json.loads(explain("APV-003", "--json").stdout)["sentence"]
    assert explain("APV-003").stdout.startswith(sentence)
    assert sentence in explain("APV-003", "--slip").stdout


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_it_starts_fast_because_it_imports_little(options: tuple[str, ...]) -> None:
    loaded = explain("APV-003", *options).stderr.split()
    assert "terbit.core.gate" in loaded
    assert HEAVY & set(loaded) == set()


def test_no_other_command_is_imported() -> None:
    commands = {place.partition(":")[0] for place in COMMANDS.values()}
    assert commands & set(explain("APV-003").stderr.split()) == {"terbit.cli.explain"}


@pytest.mark.parametrize("name", sorted(HEAVY))
def test_what_must_not_be_imported_exists(name: str) -> None:
    assert find_spec(name)
