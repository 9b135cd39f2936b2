"""Links inside a built site: where they lead, and whether that is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from terbit.checks.built.page import Page, read
from terbit.checks.rules import taut_01
from terbit.core.finding import Finding

INDEX = "index.html"
_TOP = frozenset({"", "top"})
_LINKING = {"a": ("href",), "area": ("href",), "link": ("href",), "script": ("src",)}
_SHOWN = {"img": ("src", "srcset"), "source": ("src", "srcset")}
_FIX = "perbaiki tautannya di naskah, tema, atau mkdocs.yml, lalu bangun ulang"


@dataclass
class Links:
    """Collects pages first and judges their links when all are known.

    `folder` holds the files that are not added here; their anchors are read when asked for.
    """

    folder: Path
    base: str
    files: Iterable[str]
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    wanted: list[tuple[str, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Prepare what every link is compared with."""
        self.known = frozenset(self.files)
        self.home = urlsplit(self.base)
        self.judged: dict[tuple[str, str], str] = {}

    def add(self, name: str, page: Page) -> None:
        """Remember the anchors and the links of a page."""
        self.ids[name] = self.ids.get(name, frozenset()) | page.ids
        for tag in page.tags:
            for key in (*_LINKING.get(tag.name, ()), *_SHOWN.get(tag.name, ())):
                value = (tag.get(key) or "").strip()
                parts = value.split(",") if key == "srcset" else [value]
                for part in filter(str.strip, parts):
                    self.want(name, tag.line, part.split()[0])

    def want(self, name: str, line: int, address: str) -> None:
        """Remember one more address that must lead somewhere."""
        self.wanted.append((name, line, address))

    def findings(self) -> Iterator[Finding]:
        """Each link that leads nowhere."""
        for name, line, address in self.wanted:
            place = posixpath.dirname(name)
            own = name if address.startswith("#") else ""
            key = (own or place, address)
            if key not in self.judged:
                self.judged[key] = self._problem(name, address)
            if self.judged[key]:
                yield taut_01.RULE.finding(
                    name, line, self.judged[key], _FIX, quote=address, span=address
                )

    def _problem(self, name: str, address: str) -> str:
        """What is wrong with a link, or "" for one that is right or leads away."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return f"tautan “{address}” bukan alamat yang sah"
        if parts.scheme not in {"", "http", "https"} or not self._is_inside(parts):
            return ""
        target = self._file(name, parts)
        if target is None:
            return f"tautan “{address}” menuju halaman atau berkas yang tidak ada"
        anchor = unquote(parts.fragment)
        if anchor.casefold() in _TOP or anchor in self._anchors(target):
            return ""
        return f"tautan “{address}” menuju bagian yang tidak ada"

    def _anchors(self, target: str) -> frozenset[str]:
        """The anchors of a page; those of a page that was not added are read where it stands."""
        if target not in self.ids:
            path = self.folder / target
            html = path.read_text("utf-8", "replace") if path.is_file() else ""
            self.ids[target] = read(html).ids
        return self.ids[target]

    def _is_inside(self, parts: SplitResult) -> bool:
        if not parts.netloc:
            return True
        same = parts.netloc.casefold() == self.home.netloc.casefold()
        return same and f"{parts.path}/".startswith(self.home.path)

    def _file(self, name: str, parts: SplitResult) -> str | None:
        """The file of the folder that a link opens, or None."""
        path = unquote(parts.path)
        if not path and not parts.netloc:
            return name
        if parts.netloc or path.startswith("/"):
            prefix = self.home.path.rstrip("/")
            full = path.removeprefix(prefix).lstrip("/")
        else:
            full = posixpath.join(posixpath.dirname(name), path)
        plain = posixpath.normpath(full) if full else "."
        if plain.startswith(".."):
            return None
        choices = (plain, posixpath.normpath(f"{plain}/{INDEX}"))
        return next((choice for choice in choices if choice in self.known), None)
