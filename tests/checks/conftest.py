"""Fixtures of the rules' tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from terbit.checks import RULES, run
from terbit.core.finding import Finding
from tests.checks.offices import CONTEXT, build

Findings = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def findings() -> Findings:
    """`findings("PII-01", body, **front)`: what one rule finds in such an article."""

    def find(rule: str, body: str = "Isi.\n", **front: Any) -> tuple[Finding, ...]:
        assert rule in RULES
        return tuple(f for f in run(build(body, **front), CONTEXT) if f.rule == rule)

    return find


@pytest.fixture(params=sorted(RULES))
def rule_id(request: pytest.FixtureRequest) -> str:
    """Each rule in turn."""
    return str(request.param)
