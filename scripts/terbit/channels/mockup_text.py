"""The words of a post as an app shows them: links coloured, bold as bold, folded after a while."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

LINK, TAG, MENTION = "tautan", "tagar", "sebutan"
ALL = frozenset({LINK, TAG, MENTION})
BOLD, ITALIC, STRUCK = "b", "i", "s"

_URL = r"(?P<tautan>https?://[^\s<>]*[^\s<>.,;:!?)\]\"'”’…])"
_TAG = r"(?P<tagar>(?<![\w/&])[#＃]\w*[^\W\d_]\w*)"
_MENTION = r"(?P<sebutan>(?<![\w@/.])@\w[\w.-]*\w(?:@[\w.-]*\w)?)"
_COLOURED = regex.compile(f"{_URL}|{_TAG}|{_MENTION}", regex.IGNORECASE)
# *bold*, _italic_ and ~struck~ of WhatsApp: on one line, against the words, between words
_MARKS = {"*": BOLD, "_": ITALIC, "~": STRUCK}
_MARKED = regex.compile(
    _URL + r"|(?<![\w*_~])(?P<mark>[*_~])(?=\S)(?P<inner>[^\n]+?)(?<=\S)(?P=mark)(?![\w*_~])",
    regex.IGNORECASE,
)


@dataclass(frozen=True)
class Run:
    """Words of one look: "" plain, an element (b, i, s) or a class (link, tag, mention)."""

    text: str
    kind: str = ""


def runs(text: str, coloured: frozenset[str] = ALL, *, marked: bool = False) -> tuple[Run, ...]:
    """A text in the looks that an app gives it; only what `marked` makes bold loses its marks.

    `coloured`: the kinds that the app colours, because they can be tapped there.
    """
    rough = _marked(text) if marked else [Run(text)]
    found: list[Run] = []
    for run in rough:
        found += [run] if run.kind else _coloured(run.text, coloured)
    return tuple(run for run in found if run.text)


def folded(parts: tuple[Run, ...], most: int | None) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """What is seen at first and what only after a tap, parted between two words.

    `most` in characters (code points), None: never folded. The space between them goes along
    with the second part.
    """
    whole = visible(parts)
    if most is None or len(whole) <= most:
        return parts, ()
    gap = _gap(whole, most)
    return (_until(parts, gap), _from(parts, gap)) if gap else (parts, ())


def visible(parts: tuple[Run, ...]) -> str:
    """The words that a reader sees."""
    return "".join(run.text for run in parts)


def _marked(text: str) -> list[Run]:
    found, end = [], 0
    for match in _MARKED.finditer(text):
        found.append(Run(text[end : match.start()]))
        mark = match["mark"]
        # an address is left as it stands: the marks in it are its own
        found.append(Run(match["inner"], _MARKS[mark]) if mark else Run(match[0]))
        end = match.end()
    return [*found, Run(text[end:])]


def _coloured(text: str, kinds: frozenset[str]) -> list[Run]:
    found, end = [], 0
    for match in _COLOURED.finditer(text):
        if match.lastgroup not in kinds:
            continue
        found += [Run(text[end : match.start()]), Run(match[0], match.lastgroup)]
        end = match.end()
    return [*found, Run(text[end:])]


def _gap(text: str, most: int) -> int:
    """Where the last space up to a length begins, 0 where the first word is longer."""
    gap = next((at for at in range(most, 0, -1) if text[at].isspace()), 0)
    return len(text[:gap].rstrip())


def _until(parts: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    kept = []
    for run in parts:
        kept.append(replace(run, text=run.text[: max(0, length)]))
        length -= len(run.text)
    return tuple(run for run in kept if run.text)


def _from(parts: tuple[Run, ...], start: int) -> tuple[Run, ...]:
    kept = []
    for run in parts:
        kept.append(replace(run, text=run.text[max(0, start) :]))
        start -= len(run.text)
    return tuple(run for run in kept if run.text)
