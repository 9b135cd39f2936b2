"""The slip of a request with everything that the clone knows: changes, posts and photos."""

from __future__ import annotations

from collections.abc import Iterator

from terbit import articles, checks
from terbit.channels import CHANNELS
from terbit.channels.kit_page import counter
from terbit.config import Config
from terbit.core import digest
from terbit.core.article import Article
from terbit.core.plan import Version
from terbit.core.post import Picture, Post
from terbit.errors import InputErrors
from terbit.newsroom import rules
from terbit.newsroom.changes import PhotoLink, changes
from terbit.newsroom.forge import proof_form
from terbit.newsroom.posting import kit_address, posts_of
from terbit.newsroom.room import Assessment, Newsroom
from terbit.report.slip import ShownPost, slip


def compose_slip(
    newsroom: Newsroom,
    assessment: Assessment,
    preview: str | None = None,
    photo_link: PhotoLink | None = None,
    *,
    page: str = "",
    editor: str | None = None,
) -> str:
    """The slip of a judged request; `preview` is where its text can be read, if there is one.

    `photo_link` tells where people see a photo; left out, on the pages of the forge. `page` is
    where the request can be seen as the public would, "" for nowhere. `editor` is where its text
    can be mended, None where nobody has to.
    """
    facts, setting = assessment.facts, assessment.config
    if setting is None:
        return slip(assessment.verdict, None, None, facts, page=page)
    return slip(
        assessment.verdict,
        setting.procedure,
        setting.office,
        facts,
        findings=assessment.findings,
        posts=tuple(_posts(newsroom, assessment, setting)),
        changes=changes(newsroom, assessment, photo_link or _on_forge(newsroom)),
        preview=preview,
        editor=editor,
        kits=tuple(_kits(newsroom, assessment, setting)),
        changed_rules=checks.changed(setting.office),
        page=page,
    )


def _kits(newsroom: Newsroom, assessment: Assessment, setting: Config) -> Iterator[str]:
    """Where the kits will be to be seen, where the forge puts the site online itself."""
    if not proof_form(newsroom.repository):
        return
    for item, article in _articles(newsroom, assessment):
        if posts_of(article, setting.office, rules.link(setting.office, item)):
            yield kit_address(setting.office, item)


def _posts(newsroom: Newsroom, assessment: Assessment, setting: Config) -> Iterator[ShownPost]:
    """What each channel would show of the articles at the head."""
    found = tuple(_articles(newsroom, assessment))
    for item, article in found:
        title = article.title if len(found) > 1 else ""
        link = rules.link(setting.office, item)
        yield from (_shown(post, title) for post in posts_of(article, setting.office, link))


def _articles(newsroom: Newsroom, assessment: Assessment) -> Iterator[tuple[str, Article]]:
    """The articles that the request brings to the public; findings tell of unreadable ones."""
    request = assessment.facts.request
    for path in digest.units(file.name for file in request.files or ()):
        if not articles.PUBLIC_PLACE.fullmatch(path):
            continue
        item = path.removeprefix(digest.CONTENT)
        version = Version(item, newsroom.repository.entry(request.head_sha, path))
        try:
            article = newsroom.article_at(version)
        except InputErrors:
            continue
        if article.withdrawal is None:
            yield item, article


def _shown(post: Post, title: str) -> ShownPost:
    channel = CHANNELS[post.channel]
    return ShownPost(
        channel=f"{channel.name} – {title}" if title else channel.name,
        text=post.text,
        counter=counter(post),
        pictures=tuple(map(_picture, post.pictures)),
        payload=post.payload_hash[:12],
    )


def _picture(picture: Picture) -> str:
    """A picture by the photo that people know."""
    if not picture.source:
        return "kartu judul"
    return f"{picture.source} bertuliskan judul" if picture.overlay else picture.source


def _on_forge(newsroom: Newsroom) -> PhotoLink:
    """Where the forge shows a photo itself, not the page around it (GitHub docs, raw=true)."""

    def link(commit: str, path: str) -> str | None:
        page = newsroom.forge.page(commit, path)
        return f"{page}?raw=true" if page else None

    return link
