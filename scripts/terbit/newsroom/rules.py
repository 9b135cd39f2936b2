"""Everything that keeps an article from the public: the checks, and the limits of its channels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from terbit import articles, site
from terbit.agenda import as_article
from terbit.channels import overrides
from terbit.checks import Context, run
from terbit.checks.masking import mask
from terbit.core import agenda
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office
from terbit.errors import Problem


def findings(article: Article, context: Context) -> tuple[Finding, ...]:
    """What the rules and the channels' limits find in an article, by line."""
    return run(article, with_channels(context))


def with_channels(context: Context) -> Context:
    """A context that also knows what the channels would make of an article."""
    office = context.office

    def over_limits(article: Article) -> Iterator[Finding]:
        return overrides.findings(article, office)

    def cards(article: Article) -> Iterator[Finding]:
        return overrides.cards(article, office)

    return replace(context, over_limits=over_limits, cards=cards)


def page_findings(path: str, raw: bytes, context: Context) -> tuple[Finding, ...]:
    """What the rules find in a plain page or in the agenda. Raises InputErrors."""
    read = partial(articles.page_as_article, path) if path != agenda.PATH else as_article
    found = run(read(raw, context.today), context)
    placed = (replace(finding, path=path) for finding in found)
    return (*placed, *map(unreadable, articles.taken(path)))


def masked(problem: Problem) -> Problem:
    """A problem of a text as it may be printed: it quotes what somebody wrote."""
    return replace(problem, what=mask(problem.what), fix=mask(problem.fix))


def unreadable(problem: Problem) -> Finding:
    """A text that cannot be read at all, as a finding that refuses it."""
    problem = masked(problem)
    return Finding(
        rule="NASKAH",
        level=Level.TOLAK,
        path=problem.path,
        line=problem.line,
        message=problem.what,
        fix=problem.fix,
        basis="bentuk naskah (CONTRIBUTING)",
    )


def link(office: Office, item: str) -> str:
    """The public address of an item."""
    return f"{home(office)}{item}/"


def home(office: Office) -> str:
    """The address of the site, with a slash at its end."""
    return (office.site_url or site.LOCAL_URL).rstrip("/") + "/"
