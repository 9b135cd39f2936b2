"""What every rule is made of: the rule itself, what it may know, and how it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from terbit.checks.masking import mask
from terbit.checks.reading.prose import Text, sentence_at, squeeze
from terbit.core.article import Article
from terbit.core.catalogue import EXCEPTIONS, LIMIT, WORDS, RuleSetting
from terbit.core.finding import Finding, Level
from terbit.core.office import Office
from terbit.core.procedure import UrgentPath
from terbit.core.record import History
from terbit.core.verdict import Verdict


@dataclass(frozen=True)
class Case:
    """What the SOP says of the request that brings an article.

    `closing`: somebody means to publish it now; until then an open step is no fault.
    `lapsed` holds the capacities of acting officials whose review fell outside of their dates.
    """

    verdict: Verdict
    closing: bool = False
    lapsed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kept:
    """What stands in the archive of an item, and the digest of what stands on `main`.

    `digest` is "" where the item is gone from `main`; `pictures` are the screenshots that lie on
    the branch where events name them, each with its SHA-256.
    """

    history: History
    digest: str
    pictures: Mapping[str, str] = field(default_factory=dict)


def _unknown_day(path: str) -> date | None:
    return None


def _nothing_posted(article: Article) -> Iterable[Finding]:
    return ()


@dataclass(frozen=True)
class Context:
    """What a rule may know beside the article.

    `known_paths` holds the site's addresses ("/ppid/berkala/") and the repository paths
    ("content/ppid/berkala.md") that exist; `lifters` the names and capacities, casefolded,
    whose reason lifts a hold (empty: every person whose appointment is in force `today`).
    `submitted` is the local time at which the article was handed in for approval, `case` and
    `kept` what the gate and the archive say of it, all None where nobody knows yet;
    `urgent` is what the SOP lets go before all reviews, None for nothing;
    `day_of` gives the date of the activity of another item by its repository path, if known.
    `over_limits` and `cards` tell what the posts and title cards made of an article would lose;
    the channels, which checks do not know, find it for MED-01 and MED-03.
    """

    office: Office
    today: date
    known_paths: frozenset[str] = frozenset()
    lifters: frozenset[str] = frozenset()
    submitted: datetime | None = None
    case: Case | None = None
    kept: Kept | None = None
    urgent: UrgentPath | None = None
    day_of: Callable[[str], date | None] = _unknown_day
    over_limits: Callable[[Article], Iterable[Finding]] = _nothing_posted
    cards: Callable[[Article], Iterable[Finding]] = _nothing_posted


Check = Callable[[Article, Context], Iterable[Finding]]


class Place(Enum):
    """Where an example stands in an article."""

    BODY = "alinea"
    WHOLE = "seluruh isi"
    HEAD = "kepala naskah"
    CASE = "keadaan naskah"


@dataclass(frozen=True)
class Rule:
    """One rule: `sentence` says it to people, `basis` names the law or SOP line.

    The examples are a paragraph of the body, the whole body, YAML of the head, or YAML of what
    is known beside the article (`newsroom/sample_cases.py`), as `place` says. `limit` is the
    number that an office may change, `exceptions` that it may let phrases pass, `words` that it
    may add words of its own (`pemeriksaan` in kantor.yml).
    """

    id: str
    level: Level
    sentence: str
    basis: str
    example_fails: str
    example_passes: str
    check: Check
    place: Place = Place.BODY
    limit: int | None = None
    exceptions: bool = False
    words: bool = False

    @property
    def knobs(self) -> frozenset[str]:
        """What an office may tune beside the level."""
        offered = {LIMIT: self.limit is not None, EXCEPTIONS: self.exceptions, WORDS: self.words}
        return frozenset(name for name, there in offered.items() if there)

    def setting(self, office: Office) -> RuleSetting | None:
        """How an office changed this rule, or None."""
        return office.rules.get(self.id)

    def limit_in(self, context: Context) -> int:
        """The number that holds in an office: its own, else the rule's."""
        setting = self.setting(context.office)
        own = setting.limit if setting else None
        return own if own is not None else self.limit or 0

    def words_in(self, context: Context) -> tuple[str, ...]:
        """The words that an office adds."""
        setting = self.setting(context.office)
        return setting.words if setting else ()

    def finding(
        self,
        path: str,
        line: int,
        message: str,
        fix: str,
        *,
        quote: str = "",
        span: str = "",
        level: Level | None = None,
    ) -> Finding:
        """A finding of this rule; everything that can be shown is masked here."""
        return Finding(
            rule=self.id,
            level=level or self.level,
            path=path,
            line=max(1, line),
            message=mask(message),
            fix=mask(fix),
            basis=self.basis,
            quote=mask(quote),
            span=span,
        )

    def in_text(
        self,
        article: Article,
        text: Text,
        place: tuple[int, int],
        message: str,
        fix: str,
        *,
        level: Level | None = None,
    ) -> Finding:
        """A finding at characters `place` of a text; its span is the sentence around it."""
        start, end = place
        return self.finding(
            article.path,
            text.line_at(start, end),
            message,
            fix,
            quote=squeeze(text.text[start:end]),
            span=sentence_at(text.text, start, end),
            level=level,
        )
