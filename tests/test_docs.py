"""What README and CONTRIBUTING say is so: examples run, named files and commands exist."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import click
import pytest

from terbit import checks, cli, config
from terbit.newsroom import questions
from tests.checks.offices import CONTEXT, build
from tests.first_office import IS_FORK
from tests.rooms import MINIATURE, REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
OFFICE = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
KEEPERS = (REPOSITORY / ".github/panduan/pengelola.md").read_text(encoding="utf-8")
GUIDE = OFFICE + KEEPERS
FOLDERS = {README: REPOSITORY, OFFICE: REPOSITORY, KEEPERS: REPOSITORY / ".github/panduan"}


def test_every_command_that_is_named_exists() -> None:
    named = set(re.findall(r"\bterbit ([a-z]+)\b", README + GUIDE))
    assert named <= set(cli.COMMANDS), named - set(cli.COMMANDS)


def test_every_option_that_is_named_beside_a_command_is_one_of_its_own() -> None:
    group = click.Context(cli.terbit)
    calls = re.findall(r"\bterbit ([a-z]+)((?:[^`\n\\]|\\\n)*)", README + GUIDE)
    seen = set()
    for name, rest in calls:
        command = cli.terbit.get_command(group, name)
        known = {option for row in command.params for option in row.opts} if command else set()
        # a remark stands two blanks behind a command, another command behind &&
        call = re.split(r"(?<![\n ]) {2,}|&&", rest)[0]
        named = set(re.findall(r"(?<=[ \[])--[a-z-]+", call))
        assert named <= known, f"terbit {name}: {named - known}"
        seen |= {(name, option) for option in named}
    assert len(seen) > 30


def test_every_rule_that_is_named_is_there() -> None:
    named = set(re.findall(r"\b(?:PII|KIP|WKT|NAMA|HTML|ALUR|FOTO|TAUT)-\d\d\b", README + GUIDE))
    assert named
    assert named <= set(checks.RULES)


def test_the_settings_of_rules_in_the_guide_are_settings() -> None:
    block = re.search(r"```yaml\n(pemeriksaan:.*?)```", GUIDE, re.S)
    assert block
    office = (MINIATURE / "kantor.yml").read_text("utf-8")
    office = office.replace("pemeriksaan: {}\n", block[1])
    files = {"kantor.yml": office.encode(), "sop.yml": (MINIATURE / "sop.yml").read_bytes()}
    assert len(config.parse(files).office.rules) == 3


def test_the_notes_of_the_guide_are_read_whole() -> None:
    block = re.search(r"```text\n(Judul: .*?)```", GUIDE, re.S)
    assert block
    told = questions.lines(block[1])
    assert len(told) == len(block[1].splitlines())
    answers = questions.answers(told, [REPOSITORY / "foto.jpg"])
    assert all(told for _, told in answers.five_w.items())
    assert (answers.pictures[0].children, answers.pictures[0].documents) == (False, False)


@pytest.mark.parametrize("text", FOLDERS, ids=["README", "CONTRIBUTING", "pengelola"])
def test_every_linked_file_and_heading_exists(text: str) -> None:
    said = re.sub(r"`[^`\n]*`", "", text)
    for link, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", said):
        file = FOLDERS[text] / link
        sample = IS_FORK and link.startswith(("content/", "drafts/"))
        assert sample or file.exists(), link
        if anchor:
            there = file.read_text("utf-8") if link else text
            assert anchor in anchors(there), anchor


def anchors(text: str) -> set[str]:
    """The headings of a page as GitHub names them in links."""
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(), re.M))
    assert set(re.findall(r"`?make ([a-z]+)", README + GUIDE)) <= targets


def test_the_rule_that_the_guide_adds_is_a_rule() -> None:
    block = re.search(r"```python\n(.*?)```", GUIDE, re.S)
    assert block
    code = re.sub(r"^ {3}", "", block[1], flags=re.M)
    module: dict[str, Any] = {}
    exec(compile(code, "bhs_05.py", "exec"), module)  # noqa: S102  (our own guide)
    rule = SimpleNamespace(**module).RULE
    assert isinstance(rule, checks.Rule)
    assert rule.id not in checks.RULES
    assert list(rule.check(build(rule.example_fails), CONTEXT))
    assert not list(rule.check(build(rule.example_passes), CONTEXT))


def test_every_test_that_the_threat_model_names_is_there() -> None:
    threats = (REPOSITORY / "SECURITY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_[a-z0-9_]+)`", threats))
    written = "\n".join(p.read_text("utf-8") for p in (REPOSITORY / "tests").rglob("test_*.py"))
    missing = {name for name in named if f"def {name}(" not in written}
    assert named
    assert not missing
    for path in re.findall(r"`(tests/[a-z_/]+\.py)`", threats):
        assert (REPOSITORY / path).is_file()
