"""All operations; importing their modules registers them."""

from __future__ import annotations

from importlib import import_module

MODULES = ("repositories", "pulls", "reviews", "issues", "teams", "settings", "runs")


def register() -> None:
    """Make sure that every operation is known."""
    for name in MODULES:
        import_module(f"tests.github.{name}")
