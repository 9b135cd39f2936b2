"""The one way in which templates become HTML: text is escaped, a misspelt variable is an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).resolve().parent / "templates"


def html(folder: str = "", **options: Any) -> Environment:
    """Jinja for the templates of a folder below `templates`; `options` are Jinja's own."""
    usual: dict[str, Any] = {"trim_blocks": True, "lstrip_blocks": True}
    return Environment(
        loader=FileSystemLoader(TEMPLATES / folder),
        autoescape=True,
        undefined=StrictUndefined,
        **(usual | options),
    )


def text(name: str) -> str:
    """A file that stands beside the templates, such as a style sheet."""
    return (TEMPLATES / name).read_text(encoding="utf-8")
