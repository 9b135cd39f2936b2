"""What stands around a text of ours on GitHub, in a terminal and in its app, as HTML."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from terbit import markup
from tests.npm import CACHE
from tests.pictures import terminal
from tests.report.github import render
from tests.workflows.files import Json, read

REQUIRED = {"required": "true"}
STYLE = CACHE / "pictures/node_modules/github-markdown-css/github-markdown-light.css"


@cache
def environment() -> Environment:
    """The frames beside this file; text is escaped."""
    env = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals["github"] = lambda: Markup(STYLE.read_text("utf-8"))  # noqa: S704  (a style sheet)
    return env


def comment(markdown: str, title: str, by: str, *, open_request: bool = True) -> str:
    """A comment of Terbit's below a request or an issue."""
    html = Markup(markup.sanitise(render(markdown)))  # noqa: S704  (sanitised by nh3)
    told: dict[str, Any] = {"title": title, "by": by, "html": html, "request": open_request}
    return _framed("comment.html.j2", **told)


def form(path: Path, filled: dict[str, str], most: int) -> str:
    """The first fields of an issue form, filled in."""
    document: dict[str, Json] = read(path)
    rows = [
        {**row["attributes"], "type": row["type"], "must": row.get("validations", {}) == REQUIRED}
        for row in document["body"][:most]
    ]
    return _framed("form.html.j2", name=document["name"], rows=rows, filled=filled)


def shell(told: str, columns: int = 72) -> str:
    """A terminal."""
    return _framed("terminal.html.j2", html=Markup(terminal.html(told, columns)))  # noqa: S704  (Rich escapes)


def app(step: int, title: str) -> str:
    """A drawing of the three steps in GitHub's app."""
    return _framed("app.html.j2", step=step, title=title)


def _framed(template: str, **told: Any) -> str:
    return environment().get_template(template).render(**told)
