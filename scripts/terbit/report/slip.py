"""The slip (lembar disposisi): one Markdown comment that says all about a request.

Whatever a person wrote is escaped where it is printed: no mention, link, heading or HTML of
a review can come to life in the slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from terbit import indonesian
from terbit.core.facts import Facts
from terbit.core.finding import Finding
from terbit.core.notes import SHORT_COMMIT
from terbit.core.office import Office
from terbit.core.procedure import Procedure
from terbit.core.verdict import Verdict, Why
from terbit.report.changes import UNREADABLE, Change
from terbit.report.findings import PENDING
from terbit.report.length import fitted
from terbit.report.markdown import Markdown, escape, link, opening, picture, quote
from terbit.report.people import People, Who
from terbit.report.phrases import WORDLESS
from terbit.report.verdict import Report, report
from terbit.report.view import View

MARKER = "<!-- terbit:lembar -->"
"""The first line, by which the comment is found again; people do not see it."""
SHOWN, END = "<!-- terbit:lihat ", " -->"
"""Around the second line, which people do not see either; no text of a person can make one."""
MAX_NOTE = 2000
MAX_POST = 3000
MAX_FINDINGS = 40
MAX_NOTES = 30
MAX_UNCOUNTED = 30
QUIET = frozenset({Why.SUPERSEDED, Why.NOT_DECISIVE, Why.NOT_SUBMITTED})
"""Reviews that nobody misses; the slip only counts them."""


@dataclass(frozen=True)
class ShownPost:
    """One channel's post as the slip shows it; `counter` says how full it is.

    `payload` begins the hash that kit and archive hold of the very same post.
    """

    channel: str
    text: str
    counter: str = ""
    pictures: tuple[str, ...] = ()
    payload: str = ""


def slip(
    verdict: Verdict,
    procedure: Procedure | None,
    office: Office | None,
    facts: Facts,
    *,
    findings: Iterable[Finding] = (),
    posts: Sequence[ShownPost] = (),
    changes: Sequence[Change] = (),
    preview: str | None = None,
    editor: str | None = None,
    changed_rules: Sequence[str] = (),
    kits: Sequence[str] = (),
    page: str = "",
) -> str:
    """The slip of one request: same input, same bytes, always short enough for a comment.

    `page` is where the very page can be seen; the slip keeps it for the next one of this head.
    """
    found = sorted(findings, key=lambda finding: not finding.blocks)
    told = report(verdict, procedure, office, facts, found)
    known = View(verdict, procedure, office, facts) if procedure and office else None
    values = {
        "told": told,
        "preview": preview,
        "editor": editor,
        "page": page,
        "changed_rules": changed_rules,
        "procedure": procedure,
        "posts": _grouped(posts),
        "kits": kits,
        **_listed(told, found),
        **_changed(told, changes, known),
    }
    kept = f"{SHOWN}{facts.request.number} {facts.request.head_sha} {page}{END}\n" if page else ""
    return f"{MARKER}\n{kept}\n{fitted(_sections(values))}"


def shown_in(slip: str) -> str:
    """What a slip keeps of where its page can be seen; "" where it keeps nothing."""
    lines = slip.splitlines()[1:2]
    found = next((line.strip() for line in lines if line.startswith(SHOWN)), "")
    return found.removeprefix(SHOWN).removesuffix(END)


def _listed(told: Report, found: Sequence[Finding]) -> dict[str, Any]:
    """The lists of the slip, each up to its limit, and how many are left out."""
    missed = [row for row in told.uncounted if row.why not in QUIET]
    shown = missed[:MAX_UNCOUNTED]
    return {
        "instructions": told.instructions[-MAX_NOTES:],
        "older": max(0, len(told.instructions) - MAX_NOTES),
        "uncounted": shown,
        "quiet": len(told.uncounted) - len(shown),
        "findings": found[:MAX_FINDINGS],
        "more": max(0, len(found) - MAX_FINDINGS),
    }


def _grouped(posts: Iterable[ShownPost]) -> list[list[ShownPost]]:
    """Posts with the same words together, so that nobody reads them twice."""
    groups: dict[str, list[ShownPost]] = {}
    for post in posts:
        groups.setdefault(post.text, []).append(post)
    return list(groups.values())


def _changed(told: Report, changes: Iterable[Change], view: View | None) -> dict[str, Any]:
    """What changed since whose signature or objection; whom nobody compared for comes first."""
    signed = {row.login for row in told.stale}
    people = People(view) if view else None

    def since(login: str) -> tuple[str, str]:
        act = "tanda tangan terakhirnya" if login in signed else "keberatannya"
        return (people.named(login) if people else login), act

    rows = [
        {
            "readers": [since(login) for login in change.readers],
            "commit": change.sha[:SHORT_COMMIT],
            "known": change.known,
            "worded": any(revision.differences for revision in change.revisions),
            "revisions": change.revisions,
            "others": change.others,
        }
        for change in changes
    ]
    seen = {login for change in changes for login in change.readers}
    return {"changes": rows, "unseen": [row for row in told.stale if row.login not in seen]}


def _sections(values: Mapping[str, Any]) -> dict[str, str]:
    """The blocks of the template, each by its name, in their order; empty ones left out."""
    template = _template()
    context = template.new_context(dict(values))
    texts = {name: "".join(block(context)) for name, block in template.blocks.items()}
    tidy = {name: re.sub(r"\n{3,}", "\n\n", text).strip() for name, text in texts.items()}
    return {name: text for name, text in tidy.items() if text}


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
    env.filters |= {"kutip": quote, "awal": opening, "tautan": link, "gambar": picture}
    env.filters |= {"nomor": _numbers, "orang": _person}
    env.globals |= {"limits": {"note": MAX_NOTE, "post": MAX_POST}}
    env.globals |= {"unreadable": UNREADABLE, "wordless": WORDLESS, "pending": PENDING}
    return env.get_template("lembar.md.j2")


def _person(who: Who, number: int | None = None) -> Markdown:
    """Somebody at the beginning of a line, the name in bold."""
    name = escape(who.name if number is None else f"{number}. {who.name}")
    return Markdown(f"**{name}**{' ' if who.post else ''}{escape(who.rest)}")


def _numbers(values: Iterable[int]) -> str:
    return indonesian.enumerate_words([indonesian.number(value) for value in values])
