"""The key of everything that makes pages besides their content: code, templates, theme, tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from terbit.site.model import key_of

PACKAGE = Path(__file__).parent.parent
READING = ("articles.py", "front_matter.py", "schema.py", "yaml_source.py", "markup.py", "qr.py")
SAYING = ("indonesian.py", "screens.py", "templating.py")
TABLES = ("tables.py",)
DRAWING = ("drawing", "imaging.py", "shortening.py")
PLACES = ("site", "templates/site", "theme", "core", *DRAWING, *READING, *SAYING, *TABLES)
TOOLS = (
    "mkdocs",
    "mkdocs-material",
    "jinja2",
    "markdown-it-py",
    "nh3",
    "pillow",
    "babel",
    "zxing-cpp",
    "xlsxwriter",
)


@cache
def code() -> str:
    """Changes with every byte of the code, the templates, the theme and the tools' versions."""
    return _of(TOOLS, PLACES)


@cache
def package() -> str:
    """The same of all of Terbit: an upgrade makes anew what was made with the one before."""
    return _of(TOOLS, ("",))


@cache
def drawing() -> str:
    """Changes with what makes pictures: code, letters, Pillow."""
    return _of(("pillow",), (*DRAWING, "site/encoding.py", "theme/fonts"))


def _of(tools: Iterable[str], places: Iterable[str]) -> str:
    told = [f"{tool} {version(tool)}".encode() for tool in tools]
    found = list(_files(places))
    files = (path.relative_to(PACKAGE).as_posix().encode() for path in found)
    return key_of(*told, *files, *(path.read_bytes() for path in found))


def _files(places: Iterable[str] = PLACES) -> Iterator[Path]:
    for place in places:
        path = PACKAGE / place
        found = [path] if path.is_file() else sorted(path.rglob("*"))
        yield from (one for one in found if one.is_file() and one.suffix != ".pyc")
