"""A page on its way: what it is made from, and the text that the renderer gets of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from terbit.site import links, metadata, words
from terbit.site.metadata import Image, Meta
from terbit.site.model import Site
from terbit.site.pictures import Picture

PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_SPECIAL = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BREAK = re.compile(r"[ \t\r\n\f]*[\n\t\r\f][ \t\r\n\f]*")


@dataclass(frozen=True)
class Made:
    """A page ready to be printed: head, template, what that shows, own script and style."""

    meta: Meta
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    script: str = ""
    style: str = ""


@dataclass(frozen=True)
class Planned:
    """A page of the site; the same `inputs` always make the same page."""

    url: str
    inputs: str
    make: Callable[[], Made]
    indexed: bool = True

    @property
    def path(self) -> str:
        """Its file below the site's folder."""
        return f"{self.url}index.html"


@dataclass(frozen=True)
class Press:
    """Prints pages with our templates; `known` holds every address, `sheets` those of sheets."""

    site: Site
    known: Container[str]
    sheets: Container[str]

    @cached_property
    def environment(self) -> Environment:
        """Jinja for the page templates: text is escaped, a misspelt variable is an error."""
        env = Environment(
            loader=PackageLoader("terbit", "templates/site"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        for function in (words.day, words.weekday, words.month, words.clock, words.moment):
            env.filters[function.__name__] = function
        env.filters |= {"label": words.label, "question": words.QUESTIONS.get}
        return env

    @cached_property
    def card(self) -> Image:
        """What stands for a page that has no picture of its own."""
        return metadata.of_office(self.site)

    def source(self, url: str, made: Made) -> str:
        """The text that the renderer gets: all of it stands in the head, nothing in the body.

        So no Markdown parser reads the page again, which would cost most of the time.
        """
        common = {"site": self.site, "office": self.site.office}
        template = self.environment.get_template(made.template)
        block = one_line(
            template.render(**common, root=root_of(url), sheets=self.sheets, **made.context)
        )
        head = self.environment.get_template("head.html.j2")
        told = one_line(
            head.render(**common, meta=made.meta, image=made.meta.image or self.card, url=url)
        )
        front = {"title": made.meta.title, "bagian": made.meta.section, "head": told}
        front |= {"skrip": made.script} if made.script else {}
        front |= {"gaya": made.style} if made.style else {}
        front["isi"] = block
        return _front_matter(front)

    def html(
        self, html: str, folder: str, root: str, made: Mapping[str, Picture], here: str = ""
    ) -> Markup:
        """Sanitised HTML with links and pictures that work from `root`; absolute with `here`."""
        place = links.Place(folder, self.known, root, root + here if here else "")
        template = self.environment.get_template("picture.html.j2")
        base = root + here if here else ""

        def draw(file: str, alt: str) -> str:
            if file not in made:
                return ""
            return one_line(template.render(picture=made[file], alt=alt, base=base))

        return Markup(links.localise(html, place, draw))  # noqa: S704  (sanitised by nh3)


def root_of(url: str) -> str:
    """The way from a page to the site's root."""
    return "../" * url.count("/") or "./"


def one_line(html: str) -> str:
    """The same HTML without line breaks, so that no Markdown parser sees anything in it."""
    parts = PRE.split(html)
    for index, part in enumerate(parts):
        if index % 2:
            parts[index] = part.replace("\n", "&#10;").replace("\t", "&#9;")
        else:
            parts[index] = _BREAK.sub(" ", part)
    return "".join(parts).strip()


def _front_matter(values: Mapping[str, str]) -> str:
    # JSON is YAML, and JSON is written and read many times faster
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())
    return "---\n" + "\n".join(map(_printable, lines)) + "\n---\n"


def _printable(line: str) -> str:
    """YAML refuses some characters that JSON lets stand (YAML 1.1, 5.1)."""
    return _SPECIAL.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
