"""Everything that keeps an article from the public: the checks, and the limits of its channels."""

from __future__ import annotations

from terbit import site
from terbit.channels import overrides
from terbit.checks import Context, run
from terbit.core.article import Article
from terbit.core.digest import item_of
from terbit.core.finding import Finding
from terbit.core.office import Office


def findings(article: Article, context: Context) -> tuple[Finding, ...]:
    """What the rules and the channels' limits find in an article, by line."""
    own = run(article, context)
    posts = overrides.findings(article, context.office, link(context.office, _item(article)))
    return tuple(sorted((*own, *posts), key=lambda f: (not f.path.endswith(".md"), f.path, f.line)))


def link(office: Office, item: str) -> str:
    """The public address of an item."""
    return f"{(office.site_url or site.LOCAL_URL).rstrip('/')}/{item}/"


def _item(article: Article) -> str:
    """Where the article stands or, for a draft, would stand."""
    draft = f"berita/{article.date:%Y}/{article.date:%m}/{article.slug}"
    return draft if article.is_draft else item_of(article.path) or draft
