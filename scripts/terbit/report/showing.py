"""One request as one page for whoever decides: facts, changes, the very page, the posts.

The page is one file and asks nobody for anything; its policy for content lets no script run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from terbit import csp, markup, templating
from terbit.core.notes import SHORT_COMMIT
from terbit.core.office import Office
from terbit.report import words
from terbit.report.changes import Revision
from terbit.report.markdown import Markdown

OWN_STYLE = "pratinjau.css"


@dataclass(frozen=True)
class Piece:
    """An article or page of the request; `facts` are rows of (label, words).

    `block` and `posts` are finished HTML, "" where there is nothing to show; `remark` then says
    why. `revision` tells what changed since the public version, None where there is none.
    """

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    block: str = ""
    posts: str = ""
    remark: str = ""
    revision: Revision | None = None


@dataclass(frozen=True)
class Showing:
    """A request at one commit; `others` are the files of it that no reader of the site sees."""

    number: int
    head: str
    at: datetime
    pieces: tuple[Piece, ...]
    others: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"pratinjau-{self.number}-{self.head[:SHORT_COMMIT]}.html"


def html(shown: Showing, office: Office, style: str, inset: str) -> bytes:
    """The page; `style` is that of the site, `inset` that of the posts."""
    env = templating.html()
    env.filters |= {"kata": _words, "jadi": Markup}
    whole = f"{style}\n{templating.text(OWN_STYLE)}"
    context = {
        "shown": shown,
        "office": office,
        "commit": shown.head[:SHORT_COMMIT],
        "made": words.moment(shown.at, office.calendar),
        "style": Markup(whole),  # noqa: S704  (our own files)
        "inset": Markup(inset),  # noqa: S704  (our own files)
        "csp": _policy((whole, inset)),
    }
    return env.get_template("pratinjau.html.j2").render(context).encode()


def _words(line: Markdown) -> Markup:
    """A line of a comparison as HTML: what it holds was made inert where it was written."""
    return Markup(markup.sanitise(markup.parser().renderInline(line)))  # noqa: S704  (by nh3)


def _policy(styles: Iterable[str]) -> str:
    own = f"style-src {csp.hashes(styles)}; font-src data:; img-src data:"
    return f"default-src 'none'; script-src 'none'; {own}; base-uri 'none'; form-action 'none'"
