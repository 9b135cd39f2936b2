"""The saved examples: facts and configuration in, every key of `expect` out.

Set TERBIT_EXAMPLES to try another folder of the same form.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from terbit import config
from terbit.core.facts import from_json
from terbit.core.gate import evaluate, policy_invalid
from terbit.core.verdict import Verdict
from terbit.errors import InputErrors
from tests.core.gate.scenario import Scene

FOLDER = Path(os.environ.get("TERBIT_EXAMPLES", Path(__file__).parent / "examples"))
EXAMPLES = sorted(path.parent for path in FOLDER.glob("*/expect.json"))


def test_there_are_examples() -> None:
    assert EXAMPLES, f"no examples in {FOLDER}"


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_example(folder: Path) -> None:
    said = verdict(folder).to_json()
    expected = json.loads((folder / "expect.json").read_text("utf-8"))["expect"]
    assert {key: said.get(key) for key in expected} == expected


def verdict(folder: Path) -> Verdict:
    """What `terbit explain --facts … --config …` evaluates."""
    try:
        loaded = config.load(folder)
    except InputErrors as error:
        return policy_invalid(str(problem) for problem in error.problems)
    facts = from_json(Scene.road(json.loads((folder / "facts.json").read_text("utf-8"))))
    return evaluate(loaded.procedure, loaded.office, facts, facts.now)
