"""A request as its readers would see it, made from the Git objects of its head as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from terbit import articles, indonesian, site
from terbit.channels import kit, mockups
from terbit.channels.renditions import Store
from terbit.config import Config
from terbit.core import digest
from terbit.core.article import Article
from terbit.core.facts import Facts
from terbit.core.gate.authors import find_authors
from terbit.core.gate.roster import Roster
from terbit.core.gate.texts import Texts
from terbit.core.plan import Version, visible
from terbit.core.record import Event, History, Ledger
from terbit.drawing.look import Look
from terbit.errors import TerbitError
from terbit.imaging import PictureError
from terbit.newsroom import approved, rules
from terbit.newsroom.changes import since
from terbit.newsroom.posting import posts_of
from terbit.newsroom.room import Newsroom
from terbit.report import showing
from terbit.report.changes import Revision
from terbit.report.showing import Piece, Showing
from terbit.site import single, words
from terbit.site.cards import aware
from terbit.site.model import address

PAGE = ".md"
REMOVED = "Permintaan ini menghapusnya dari situs."
POSTS_BYTES = 650_000
"""Bytes of all pictures of posts: with the page's own it is opened quickly on a phone."""
UNREADABLE = "Belum dapat ditampilkan: naskahnya belum terbaca. Lihat temuan di lembar disposisi."


def shown(newsroom: Newsroom, facts: Facts, work: Path) -> Showing | None:
    """What a request brings to the public; None where that is nothing. Raises TerbitError.

    The code, the rules and the look are those of the base branch; `work` is a folder for photos.
    """
    setting = newsroom.config_at(newsroom.base_of(facts))
    names = digest.units(n for file in facts.request.files or () for n in file.names)
    public = [name for name in names if _is_public(name)]
    if not public:
        return None
    desk = _Desk(newsroom, facts, setting, newsroom.ledger(), work, POSTS_BYTES // len(public))
    request = facts.request
    others = tuple(n for n in names if n not in public and not n.startswith(digest.DRAFTS))
    return Showing(request.number, request.head_sha, facts.now, tuple(desk.pieces(public)), others)


def html(newsroom: Newsroom, facts: Facts, page: Showing) -> bytes:
    """The page as one file."""
    setting = newsroom.config_at(newsroom.base_of(facts))
    office = setting.office
    return showing.html(
        page, office, single.style(_site(setting, facts, {})), mockups.inset_style(office)
    )


def _is_public(unit: str) -> bool:
    """Whether a page of the site is made of it; the front page and the agenda are lists."""
    if articles.PUBLIC_PLACE.fullmatch(unit):
        return True
    inside = unit.startswith(digest.CONTENT) and unit.endswith(PAGE)
    return inside and bool(address(unit.removeprefix(digest.CONTENT)))


def _site(setting: Config, facts: Facts, ledger: Ledger) -> site.Site:
    """The site as main has it, without anything on it."""
    return site.Site(
        setting.office, setting.procedure, (), (), ledger, facts.now, facts.request.head_sha
    )


@dataclass(frozen=True)
class _Desk:
    """One request on the table; `most` is how many bytes the posts of one article may have."""

    newsroom: Newsroom
    facts: Facts
    setting: Config
    ledger: Ledger
    work: Path
    most: int

    @cached_property
    def public(self) -> dict[str, Event]:
        """What the public sees now, by item."""
        return visible(self.ledger)

    @cached_property
    def site(self) -> site.Site:
        """The site, without anything on it."""
        return _site(self.setting, self.facts, self.ledger)

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """The addresses of what the public sees now."""
        return frozenset(map(address, self.public))

    def pieces(self, units: Iterable[str]) -> Iterator[Piece]:
        """One for each article or page of the request."""
        for unit in units:
            item = unit.removeprefix(digest.CONTENT)
            entry = self.newsroom.repository.entry(self.facts.request.head_sha, unit)
            version = Version(item, entry)
            if version.removed:
                yield Piece(item, remark=REMOVED)
                continue
            try:
                article = approved.is_article(item)
                yield self._article(version) if article else self._page(version)
            except (TerbitError, PictureError):
                yield Piece(item, remark=UNREADABLE, revision=self._revision(version))

    def _article(self, version: Version) -> Piece:
        article = self.newsroom.article_at(version)
        history = self.ledger.get(version.item, History(version.item))
        entry = site.Entry(article, history)
        return Piece(
            title=article.title,
            facts=tuple(self._facts(article)),
            block=single.article(self.site, entry, self.elsewhere, self.work / site.PICTURES),
            posts="" if article.withdrawal else self._posts(article, version),
            revision=self._revision(version),
        )

    def _page(self, version: Version) -> Piece:
        front, body = self.newsroom.page_at(version)
        history = self.ledger.get(version.item, History(version.item))
        page = approved.shown(version.item, front, body, history)
        facts = (("Judul", front.judul), ("Jenis", "Halaman"), ("Ditulis oleh", self.writers))
        return Piece(
            title=front.judul,
            facts=facts,
            block=single.page(self.site, page, self.elsewhere),
            revision=self._revision(version),
        )

    def _posts(self, article: Article, version: Version) -> str:
        office = self.setting.office
        posts = posts_of(article, office, rules.link(office, version.item))
        if not posts:
            return ""
        store = Store(self.work / "kiriman")
        images = kit.render_all(article, posts, office, Look(office.colours), store)
        return mockups.inset(mockups.Shown(article, posts, images), office, self.most)

    def _facts(self, article: Article) -> Iterator[tuple[str, str]]:
        """What a leader asks first, in five rows; then who wrote it."""
        office = self.setting.office
        kinds = (words.kind(article.kind), words.label(article.classification))
        named = [words.label(article.category), *(f"#{tag}" for tag in article.tags)]
        channels = office.available_channels if article.channels is None else article.channels
        yield "Judul", article.title
        yield "Jenis dan klasifikasi", " · ".join(filter(None, kinds))
        yield "Tanggal kegiatan", indonesian.weekday(article.date)
        yield "Kategori dan tagar", " · ".join(filter(None, named)) or "tidak diisi"
        yield "Kanal", indonesian.enumerate_words([words.channel(name) for name in channels])
        if article.publish_at:
            at = aware(article.publish_at, office.calendar.zone)
            yield "Terbit paling cepat", indonesian.moment(at)
        yield "Ditulis oleh", self.writers

    @cached_property
    def writers(self) -> str:
        """Everybody who wrote, by the name that kantor.yml knows."""
        office, facts = self.setting.office, self.facts
        roster = Roster.of(self.setting.procedure, office, facts)
        found = find_authors(facts, Texts(facts), roster, office.calendar)
        names = {row.id: row.name for row in reversed(roster.appointments)}
        known = sorted(names[one] for one in found.contributors if one in names)
        strangers = len(found.contributors) - len(known)
        told = [*known, *([f"{strangers} orang di luar kantor"] if strangers else [])]
        told += ["seseorang yang akunnya tidak dikenal"] if found.unknown else []
        return indonesian.enumerate_words(told)

    def _revision(self, version: Version) -> Revision | None:
        """What changed since the version that the public sees, if there is one."""
        event = self.public.get(version.item)
        if event is None:
            return None
        request = self.facts.request
        before = approved.version(version.item, event).entry
        day = request.created_at.date()
        return since(self.newsroom, before, request.head_sha, version.path, day)
