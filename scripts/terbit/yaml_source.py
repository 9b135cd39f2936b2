"""YAML with the line of every key, and nothing of YAML that surprises people.

Refused: anchors and aliases (a 300-byte file can grow without end), tags, repeated keys,
deep nesting, hidden characters, and the numbers of YAML 1.1 that do not read as they are
written (an unquoted 12:30 is 750, an unquoted 0536 is 350).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from terbit.core.article import nearest
from terbit.errors import InputErrors, Problem

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, ten times as fast; Python's own where PyYAML was built without it."""
UNPRINTABLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff]"
)
"""Characters that YAML 1.1 refuses (section 5.1) and most of which no feed may carry (XML 1.0)."""
_HIDDEN = re.compile(f"{UNPRINTABLE.pattern}|[\\x85\\u2028\\u2029]")
"""The same with the line breaks that YAML sees and an editor does not."""


@dataclass
class Document:
    """A parsed YAML document: plain values and the line of each dotted key path."""

    path: str
    value: Any = None
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, key: str) -> int:
        """The line of a key path or of its nearest parent, else 1."""
        return nearest(self.lines, key)


def load(text: str, path: str, first_line: int = 1) -> Document:
    """Parse one document; `first_line` is the line of the file on which `text` begins.

    Raises InputErrors with everything that is wrong at once where the text cannot be used.
    """
    reader = _Reader(path, first_line)
    document = reader.read(text)
    if document.problems:
        raise InputErrors(document.problems)
    return document


class _Reader:
    """Walks the nodes of one document and notes lines and problems on the way."""

    def __init__(self, path: str, first_line: int) -> None:
        self.document = Document(path)
        self.offset = first_line
        self.loader = yaml.SafeLoader("")

    def read(self, text: str) -> Document:
        if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
            self.problem(
                0,
                f"berkas YAML lebih besar dari {MAX_BYTES // 1024} KB",
                "pindahkan teks panjang ke isi berita",
            )
            return self.document
        try:
            if self.visible(text) and self.acceptable(text):
                node = yaml.compose(text, Loader=PARSER)
                self.document.value = None if node is None else self.value(node, "")
        except yaml.YAMLError as error:
            self.syntax(error, text)
        except (ValueError, OverflowError):
            # PyYAML's scanner, of a number or an escape beyond all bounds
            self.problem(0, "susunan YAML tidak terbaca", "hapus % dan garis miring terbalik")
        return self.document

    def visible(self, text: str) -> bool:
        """Whether every character can be seen; each line with one that cannot is a problem."""
        for number, line in enumerate(text.split("\n")):
            match = _HIDDEN.search(line)
            if match:
                self.hidden(number, match[0])
        return not self.document.problems

    def hidden(self, line: int, character: str) -> None:
        what = f"ada karakter tersembunyi (U+{ord(character):04X})"
        self.problem(line, what, "hapus baris ini lalu ketik ulang, jangan ditempel")

    def acceptable(self, text: str) -> bool:
        """Look at the event stream, which cannot blow up, before any node is built."""
        depth = 0
        for event in yaml.parse(text, Loader=PARSER):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            mark = event.start_mark.line if event.start_mark else 0
            if depth > MAX_DEPTH:
                self.problem(mark, "susunannya terlalu dalam", "sederhanakan susunan kuncinya")
                return False
            if getattr(event, "anchor", None):
                self.problem(
                    mark,
                    "jangkar (&) dan alias (*) YAML tidak diterima",
                    "tulis nilainya lengkap; apit dengan tanda kutip jika & atau * bagian teks",
                )
                return False
            if getattr(event, "tag", None):
                self.problem(mark, "tag YAML (!) tidak diterima", "hapus tanda seru di depan nilai")
                return False
        return True

    def value(self, node: yaml.Node, key: str) -> Any:
        self.document.lines.setdefault(key, node.start_mark.line + self.offset)
        if isinstance(node, yaml.MappingNode):
            return dict(self.pairs(node, key))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, f"{key}.{i}".lstrip(".")) for i, item in enumerate(node.value)]
        return self.scalar(node)

    def pairs(self, node: yaml.MappingNode, parent: str) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.problem(
                    key_node.start_mark.line, "kunci harus berupa kata", "periksa tanda titik dua"
                )
                continue
            name = str(key_node.value)
            hidden = UNPRINTABLE.search(name)
            if hidden:
                self.hidden(key_node.start_mark.line, hidden[0])
                continue
            if name in seen:
                self.problem(
                    key_node.start_mark.line,
                    f"kunci “{name}” ditulis dua kali",
                    "hapus salah satunya",
                )
            seen.add(name)
            path = f"{parent}.{name}".lstrip(".")
            self.document.lines[path] = key_node.start_mark.line + self.offset
            yield name, self.value(value_node, path)

    def scalar(self, node: yaml.Node) -> Any:
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        if plain and node.tag.endswith((":int", ":float")) and ":" in node.value:
            self.problem(
                node.start_mark.line,
                f"{node.value} tanpa tanda kutip dibaca YAML sebagai bilangan berbasis 60",
                f"tulis '{node.value}'",
            )
            return None
        hidden = UNPRINTABLE.search(node.value)
        if hidden:
            self.hidden(node.start_mark.line, hidden[0])
            return None
        try:
            value = self.loader.construct_object(node)
        except (ValueError, OverflowError, yaml.YAMLError):
            self.problem(
                node.start_mark.line,
                f"“{node.value}” bukan nilai yang sah",
                "periksa tanggal atau angkanya (tanggal ditulis TTTT-BB-HH)",
            )
            return None
        if plain and type(value) is int and str(value) != node.value.lstrip("+"):
            self.problem(
                node.start_mark.line,
                f"{node.value} tanpa tanda kutip dibaca YAML sebagai bilangan {value}",
                f"tulis '{node.value}'",
            )
            return None
        return value

    def syntax(self, error: yaml.YAMLError, text: str) -> None:
        marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
        # a quotation mark that is never closed is noticed at the end and stands at the beginning
        mark = next((m for m in marks if m and m.index < len(text.rstrip())), None)
        self.problem(
            mark.line if mark else text.rstrip().count("\n"),
            "susunan YAML tidak terbaca",
            "periksa titik dua, tanda kutip, dan spasi di awal baris ini dan baris di atasnya",
        )

    def problem(self, line: int, what: str, fix: str) -> None:
        self.document.problems.append(Problem(self.document.path, line + self.offset, what, fix))
