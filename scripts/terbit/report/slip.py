"""The slip (lembar disposisi): one Markdown comment that says all about a request.

Whatever a person wrote is escaped where it is printed: no mention, link, heading or HTML of
a review can come to life in the slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from terbit.core.facts import Facts
from terbit.core.finding import Finding
from terbit.core.office import Office
from terbit.core.procedure import Procedure
from terbit.core.verdict import Verdict, Why
from terbit.report import words
from terbit.report.verdict import NO_WORDS, report

MARKER = "<!-- terbit:lembar -->"
"""The first line, by which the comment is found again; people do not see it."""
MAX_OBJECTION = 2000
MAX_POST = 3000
MAX_FINDINGS = 40
"""GitHub refuses a comment of more than 65,536 characters."""
QUIET = frozenset({Why.SUPERSEDED, Why.NOT_DECISIVE, Why.NOT_SUBMITTED})
"""Reviews that nobody misses; the slip only counts them."""

_INERT = "&#8203;"
"""A zero-width space, as Renovate sets it behind @ and # in comments."""
_MARKUP = re.compile(r"[\\`*_\[\]~|$]")
_MENTION = re.compile(r"@|#(?=\d)|:(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
_LEADING = re.compile(r"[#+=-]|\d+[.)]")


class Markdown(str):
    """Text that is Markdown already and is printed as it stands."""

    __slots__ = ()


def slip(
    verdict: Verdict,
    procedure: Procedure | None,
    office: Office | None,
    facts: Facts,
    *,
    findings: Iterable[Finding] = (),
    posts: Sequence[tuple[str, str]] = (),
) -> str:
    """The slip of one request; `posts` are (channel name, text) as the public would read them."""
    found = sorted(findings, key=lambda finding: not finding.blocks)
    told = report(verdict, procedure, office, facts, found)
    text = _template().render(
        marker=Markdown(MARKER),
        told=told,
        uncounted=[row for row in told.uncounted if row.why not in QUIET],
        quiet=sum(row.why in QUIET for row in told.uncounted),
        findings=found[:MAX_FINDINGS],
        more=max(0, len(found) - MAX_FINDINGS),
        posts=posts,
        procedure=procedure,
        limits={"objection": MAX_OBJECTION, "post": MAX_POST},
        no_words=NO_WORDS,
        now=words.moment(facts.now, office.calendar) if office else "",
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def escape(text: object) -> Markdown:
    """Any text as one inert line of Markdown."""
    if isinstance(text, Markdown):
        return text
    line = words.clean(str(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _MARKUP.sub(r"\\\g<0>", line)
    return Markdown(_MENTION.sub(lambda match: match[0] + _INERT, line))


def quote(text: str, limit: int) -> Markdown:
    """A text of several lines as a block quotation, at most about `limit` characters of it."""
    lines, left = [], limit
    for raw in text.strip().splitlines():
        line = words.cut(words.clean(raw), left)
        left -= len(line)
        lines.append(f"> {opening(line)}".rstrip())
        if left <= 0 or line != words.clean(raw):
            break
    return Markdown("\n".join(lines))


def opening(text: object) -> Markdown:
    """An inert line of Markdown that also begins no heading, list or rule."""
    line = escape(text)
    match = _LEADING.match(line)
    if match is None:
        return line
    end = match.end() - 1
    return Markdown(f"{line[:end]}\\{line[end:]}")


@cache
def _template() -> Template:
    """The slip's template: whatever it prints is escaped, a misspelt variable is an error."""
    env = Environment(
        loader=PackageLoader("terbit", "templates"),
        autoescape=False,  # noqa: S701  (Markdown, not HTML: `finalize` escapes everything)
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {"kutip": quote, "awal": opening}
    return env.get_template("lembar.md.j2")
