"""A page on its way: what it is made from, and the text that the renderer gets of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from terbit import indonesian, templating
from terbit.site import links, mending, metadata, words
from terbit.site.metadata import Image, Meta
from terbit.site.model import Site, key_of
from terbit.site.pictures import Picture

_SPECIAL = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Made:
    """A page ready to be printed: its head, its template, and what that shows."""

    meta: Meta
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Planned:
    """A page of the site; the same `inputs` always make the same page.

    `section` is the menu entry that is marked as the present one; `script` and `style` are
    the page's own.
    """

    url: str
    inputs: str
    section: str
    make: Callable[[], Made]
    indexed: bool = True
    script: str = ""
    style: str = ""

    @property
    def path(self) -> str:
        """Its file below the site's folder."""
        return f"{self.url}index.html"


@dataclass(frozen=True, slots=True)
class Printed:
    """A page but for the theme around it; `head` and `block` are finished HTML."""

    url: str
    title: str
    section: str
    head: str
    block: str
    script: str = ""
    style: str = ""

    def key(self, frame: str) -> str:
        """What tells the page within its frame from every other."""
        told = (frame, self.title, self.section, self.script, self.style, self.head, self.block)
        return key_of(*(text.encode() for text in told))

    def source(self) -> str:
        """The text that mkdocs gets: all of it stands in the head, nothing in the body.

        So no Markdown parser reads the page again, which would cost most of the time.
        """
        front = {"title": self.title, "bagian": self.section, "head": self.head}
        front |= {"skrip": self.script} if self.script else {}
        front |= {"gaya": self.style} if self.style else {}
        return _front_matter(front | {"isi": self.block})


@dataclass(frozen=True)
class Press:
    """Prints pages with our templates; `known` holds every address, `sheets` those of sheets.

    `top` is the site's address where pages are to be shown elsewhere than on the site.
    """

    site: Site
    known: Container[str]
    sheets: Container[str]
    top: str = ""

    @cached_property
    def environment(self) -> Environment:
        """Jinja for the page templates: text is escaped, a misspelt variable is an error."""
        env = templating.html("site", auto_reload=False)
        said = (indonesian.day, indonesian.clock, indonesian.moment, indonesian.duration)
        for function in (*said, indonesian.weekday, words.month):
            env.filters[function.__name__] = function
        # structured data stands in every page: as short as JSON can be
        env.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
        env.filters |= {"dayname": words.dayname, "label": words.label}
        env.filters["question"] = words.QUESTIONS.get
        return env

    @cached_property
    def card(self) -> Image:
        """What stands for a page that has no picture of its own."""
        return metadata.of_office(self.site)

    def root(self, url: str) -> str:
        """The way from a page to the site's root."""
        return self.top or root_of(url)

    def printed(self, page: Planned) -> Printed:
        """A page with our templates; the theme comes later."""
        made = page.make()
        common = {"site": self.site, "office": self.site.office}
        template = self.environment.get_template(made.template)
        root = self.root(page.url)
        block = template.render(**common, root=root, sheets=self.sheets, **made.context)
        block = f"{block.strip()}\n{self._foot(made.meta.title, page.url)}"
        head = self.environment.get_template("head.html.j2")
        image = made.meta.image or self.card
        told = head.render(**common, meta=made.meta, image=image, url=page.url)
        own = (page.script, page.style)
        return Printed(page.url, made.meta.title, page.section, told, block, *own)

    def _foot(self, title: str, url: str) -> str:
        """How to tell that a page is wrong; every page ends with it."""
        contacts = self.site.office.contacts
        ways = mending.ways(contacts, self.known, title, self.site.base + url)
        template = self.environment.get_template("mending.html.j2")
        return template.render(ways=ways, root=root_of(url)).strip()

    def html(
        self, html: str, folder: str, root: str, made: Mapping[str, Picture], here: str = ""
    ) -> Markup:
        """Sanitised HTML with links and pictures that work from `root`; absolute with `here`."""
        repository = self.site.office.repository_url
        place = links.Place(folder, self.known, root, root + here if here else "", repository)
        template = self.environment.get_template("picture.html.j2")
        base = root + here if here else ""

        def draw(file: str, alt: str) -> str:
            if file not in made:
                return ""
            return template.render(picture=made[file], alt=alt, base=base).strip()

        return Markup(links.localise(html, place, draw))  # noqa: S704  (sanitised by nh3)


def root_of(url: str) -> str:
    """The way from a page to the site's root."""
    return "../" * url.count("/") or "./"


def _front_matter(values: Mapping[str, str]) -> str:
    # JSON is YAML, and JSON is written and read many times faster
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())
    return "---\n" + "\n".join(map(_printable, lines)) + "\n---\n"


def _printable(line: str) -> str:
    """YAML refuses some characters that JSON lets stand (YAML 1.1, 5.1)."""
    return _SPECIAL.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
