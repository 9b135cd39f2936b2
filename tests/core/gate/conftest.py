"""Every story is told twice: straight from its facts, and as GitHub would have told it.

Properties are tried on thousands of documents and go straight; what only a document can say,
and no answer of GitHub, is marked `only_facts`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.core.gate.scenario import Scene
from tests.forges.roads import through_github

STRAIGHT, GITHUB = "facts", "github"


@pytest.fixture(params=[STRAIGHT, GITHUB], autouse=True, scope="module")
def road(request: pytest.FixtureRequest) -> Iterator[str]:
    """How the facts come to the gate."""
    if request.param == GITHUB:
        Scene.road = staticmethod(through_github)
    yield request.param
    Scene.road = staticmethod(dict)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what has one road only."""
    left_out = [item for item in items if _is_detour(item)]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


def _is_detour(item: pytest.Item) -> bool:
    callspec = getattr(item, "callspec", None)
    if callspec is None or callspec.params.get("road") != GITHUB:
        return False
    own = getattr(item, "function", None)
    return hasattr(own, "hypothesis") or item.get_closest_marker("only_facts") is not None
