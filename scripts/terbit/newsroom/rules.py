"""Everything that keeps an article from the public: the checks, and the limits of its channels."""

from __future__ import annotations

from dataclasses import replace

from terbit import articles, site
from terbit.channels import overrides
from terbit.checks import Context, run
from terbit.core.article import Article
from terbit.core.digest import item_of
from terbit.core.finding import Finding, Level
from terbit.core.office import Office
from terbit.errors import Problem


def findings(article: Article, context: Context) -> tuple[Finding, ...]:
    """What the rules and the channels' limits find in an article, by line."""
    own = run(article, context)
    posts = overrides.findings(article, context.office, link(context.office, _item(article)))
    return tuple(sorted((*own, *posts), key=lambda f: (not f.path.endswith(".md"), f.path, f.line)))


def page_findings(path: str, raw: bytes, context: Context) -> tuple[Finding, ...]:
    """What the rules find in a plain page. Raises InputErrors where it cannot be read."""
    found = run(articles.page_as_article(path, raw, context.today), context)
    return tuple(replace(finding, path=path) for finding in found)


def unreadable(problem: Problem) -> Finding:
    """A text that cannot be read at all, as a finding that refuses it."""
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
    return f"{(office.site_url or site.LOCAL_URL).rstrip('/')}/{item}/"


def _item(article: Article) -> str:
    """Where the article stands or, for a draft, would stand."""
    draft = f"berita/{article.date:%Y}/{article.date:%m}/{article.slug}"
    return draft if article.is_draft else item_of(article.path) or draft
