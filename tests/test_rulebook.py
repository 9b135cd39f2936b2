"""The list of all rules: for people at the terminal, for machines, and as a page."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from terbit import checks, cli
from terbit.checks import RULES
from terbit.core.catalogue import FIXED, KNOBS, RULE_IDS, RuleSetting
from terbit.newsroom import rulebook, samples

PAGE = Path(checks.__file__).parent / "README.md"
TUNED = replace(
    samples.OFFICE, rules=MappingProxyType({"KIP-01": RuleSetting("kantor kami lain", off=True)})
)


def test_the_page_in_the_repository_says_what_the_rules_say() -> None:
    assert PAGE.read_text("utf-8") == rulebook.page(), "jalankan: make rules"


def test_every_rule_of_the_catalogue_is_there_in_its_order() -> None:
    assert tuple(RULES) == RULE_IDS


def test_the_catalogue_knows_what_may_be_tuned_of_each_rule() -> None:
    assert {rule.id: rule.knobs for rule in RULES.values() if rule.knobs} == dict(KNOBS)


def test_the_page_shows_each_rule_with_what_it_really_says() -> None:
    text = rulebook.page()
    for rule in RULES.values():
        assert f"### {rule.id} · {rule.level}" in text
        assert rule.sentence in text
        assert rule.example_fails in text
    assert text.count("tidak dapat dimatikan") == len(FIXED)


def test_the_list_tells_what_the_office_changed() -> None:
    assert "KIP-01: dimatikan. Alasan: kantor kami lain" in list(rulebook.lines(TUNED))
    assert not any("Disetel" in line for line in rulebook.lines(samples.OFFICE))


def test_one_rule_is_shown_with_its_examples() -> None:
    text = "\n".join(rulebook.details(RULES["KIP-01"], TUNED))
    assert RULES["KIP-01"].example_passes in text
    assert "KIP-01: dimatikan" in text


def test_the_command_prints_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    cli.main(["rules", "--json"])
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == list(RULES)
    cli.main(["rules", "html-01"])
    assert RULES["HTML-01"].sentence in capsys.readouterr().out
    with pytest.raises(SystemExit) as stopped:
        cli.main(["rules", "XX-99"])
    assert stopped.value.code == 2
