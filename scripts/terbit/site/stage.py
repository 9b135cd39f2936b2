"""The docs folder: every page as front matter and one block of finished HTML."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from terbit.errors import TerbitError
from terbit.site import items as items_
from terbit.site import links, metadata, pictures, register, words
from terbit.site.items import Item
from terbit.site.model import Entry, Page, Site, sheet_address

ON_HOME = 3
NOTICES_ON_HOME = 5
NEWEST = 12
T = TypeVar("T")
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


@dataclass(frozen=True)
class Staged:
    """What was laid out: the block of every address, the items shown, and what may be indexed."""

    blocks: Mapping[str, str]
    items: tuple[Item, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    indexed: tuple[str, ...] = ()


def stage(site: Site, docs: Path, cache: Path) -> Staged:
    """Write every page and picture of the site below `docs`; `cache` keeps made pictures."""
    shown = items_.collect(site, partial(_pictures, docs=docs, cache=cache))
    stage_ = _Stage(site, docs, shown, register.rows(site, shown))
    stage_.articles()
    stage_.pages()
    stage_.listings()
    stage_.register()
    return Staged(stage_.blocks, shown, stage_.texts, tuple(stage_.indexed))


def environment() -> Environment:
    """Jinja for the page templates: text is escaped, a misspelt variable is an error."""
    env = Environment(
        loader=PackageLoader("terbit", "templates/site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for function in (words.day, words.weekday, words.month, words.clock, words.moment):
        env.filters[function.__name__] = function
    env.filters |= {"label": words.label, "question": words.QUESTIONS.get}
    return env


class _Stage:
    """Renders pages with our templates and writes them where mkdocs finds them."""

    def __init__(
        self, site: Site, docs: Path, items: tuple[Item, ...], rows: tuple[register.Row, ...]
    ) -> None:
        self.site, self.docs, self.items, self.rows = site, docs, items, rows
        self.live = [item for item in items if not item.withdrawn]
        self.env = environment()
        self.blocks: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.indexed: list[str] = []
        self.known = {"", "berita/", "arsip/", "langganan/", "pengumuman/"}
        self.known |= {item.url for item in items} | {page.url for page in site.pages}
        self.sheets = {row.sheet for row in rows}

    def page(self, url: str, template: str, meta: metadata.Meta, **context: Any) -> None:
        """Render one page and write it as front matter plus one line of HTML."""
        if url in self.blocks:
            fix = "ubah nama salah satu berkasnya"
            raise TerbitError(f"dua halaman beralamat sama: /{url}", fix)
        root = root_of(url)
        block = self.env.get_template(template).render(
            site=self.site, office=self.site.office, root=root, sheets=self.sheets, **context
        )
        self.blocks[url] = one_line(block)
        head = self.env.get_template("head.html.j2").render(
            meta=meta, site=self.site, url=url, office=self.site.office
        )
        front = {"title": meta.title, "bagian": meta.section, "head": one_line(head)}
        target = self.docs / url / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_front_matter(front) + self.blocks[url] + "\n", encoding="utf-8")
        if meta.indexed:
            self.indexed.append(url)

    def articles(self) -> None:
        """One page for each item: the article, or the notice of its withdrawal."""
        for item in self.items:
            if item.withdrawn:
                self.page(
                    item.url, "withdrawn.html.j2", metadata.of_item(self.site, item), item=item
                )
        for index, item in enumerate(self.live):
            self.article(item, items_.related(index, self.live))

    def article(self, item: Item, near: Sequence[Item]) -> None:
        """The page of one article; its text with absolute links is kept for the feeds."""
        html, url = item.article.html, item.url
        body = self.html(html, item.name, root_of(url), item.pictures)
        absolute = self.html(html, item.name, self.site.base, item.pictures, url)
        self.texts[item.name] = str(absolute)
        share = metadata.share_links(self.site.base + url, item.article.title)
        meta = metadata.of_item(self.site, item)
        self.page(url, "article.html.j2", meta, item=item, body=body, related=near, share=share)

    def html(
        self,
        html: str,
        name: str,
        root: str,
        made: Mapping[str, pictures.Picture],
        here: str = "",
    ) -> Markup:
        """Sanitised HTML with links and pictures that work from `root`."""
        absolute = bool(here)
        place = links.Place(name, self.known, root, root + here if absolute else "")
        template = self.env.get_template("picture.html.j2")

        def draw(file: str, alt: str) -> str:
            if file not in made:
                return ""
            base = root + here if absolute else ""
            return one_line(template.render(picture=made[file], alt=alt, base=base))

        return Markup(links.localise(html, place, draw))  # noqa: S704  (sanitised by nh3)

    def pages(self) -> None:
        """The plain pages, and an index for each folder of them that has none."""
        for page in self.site.pages:
            if page.url:
                folder = page.path.rpartition("/")[0]
                body = self.html(page.html, folder, root_of(page.url), {})
                siblings = self.siblings(page) if page.path.endswith("/index.md") else []
                self.plain(page, body, siblings)
        for folder in sorted({p.url.split("/")[0] + "/" for p in self.site.pages if p.url}):
            if folder not in self.blocks:
                page = Page(f"{folder}index.md", words.label(folder.rstrip("/")), "", "")
                self.plain(page, "", self.siblings(page))

    def plain(self, page: Page, body: str, siblings: Sequence[Page]) -> None:
        """One plain page with, on an index, links to its neighbours."""
        meta = metadata.Meta(page.title, page.summary, _section(page.url))
        self.page(
            page.url,
            "page.html.j2",
            meta,
            page=page,
            body=body,
            siblings=siblings,
            sheet=sheet_address(page.path),
        )

    def siblings(self, index: Page) -> list[Page]:
        """The pages in the folder of an index page that its own text does not link to."""
        folder = index.path.rpartition("/")[0] + "/"
        others = [page for page in self.site.pages if page.path.startswith(folder)]
        linked = [page for page in others if page.path.removeprefix(folder) in index.html]
        return [page for page in others if page not in linked and page.path != index.path]

    def listings(self) -> None:
        """Home, all news, announcements, months, categories and the page on subscribing."""
        news = [item for item in self.live if item.article.kind != "pengumuman"]
        notices = [item for item in self.live if item.article.kind == "pengumuman"]
        months = _grouped(self.live, lambda item: item.month)
        categories = _grouped(self.live, lambda item: item.category)
        self.home(news, notices)
        meta = metadata.Meta("Berita", f"Berita terbaru {self.site.office.name}.", "berita/")
        sections = [(url, _month(url), len(group)) for url, group in months]
        kinds = [(f"kategori/{c}/", group[0].category_name, len(group)) for c, group in categories]
        self.page(
            "berita/", "news.html.j2", meta, newest=news[:NEWEST], months=sections, categories=kinds
        )
        self.listing("pengumuman/", "Pengumuman", notices, "pengumuman/")
        for index, (url, group) in enumerate(months):
            around = [months[i][0] if 0 <= i < len(months) else "" for i in (index - 1, index + 1)]
            self.listing(url, f"Berita {words.month(_month(url))}", group, "berita/", around)
        for url, name, _ in kinds:
            group = dict(categories)[url.split("/")[1]]
            self.listing(url, f"Kategori {name}", group, "berita/")
        profiles = [
            (words.channel(c.id), words.profile(c.id, c.account))
            for c in self.site.office.channels
            if c.available and words.profile(c.id, c.account)
        ]
        meta = metadata.Meta(
            "Langganan", "Cara menerima berita kami tanpa perantara.", "langganan/"
        )
        self.page("langganan/", "subscribe.html.j2", meta, profiles=profiles)

    def home(self, news: Sequence[Item], notices: Sequence[Item]) -> None:
        """The front page: the newest article, some cards, announcements, PPID, subscribing."""
        office = self.site.office
        intro = next((page for page in self.site.pages if not page.url), None)
        summary = intro.summary if intro and intro.summary else office.tagline
        body = self.html(intro.html, "", root_of(""), {}) if intro else ""
        ppid = [page for page in self.site.pages if page.path.startswith("ppid/")]
        self.page(
            "",
            "home.html.j2",
            metadata.Meta(office.name, summary, "", kind="website"),
            lead=news[0] if news else None,
            cards=news[1 : 1 + ON_HOME],
            notices=notices[:NOTICES_ON_HOME],
            intro=body,
            ppid=ppid,
        )

    def listing(
        self,
        url: str,
        title: str,
        group: Sequence[Item],
        section: str,
        around: Sequence[str] = ("", ""),
    ) -> None:
        """One page of cards; `around` are the addresses of the newer and the older page."""
        meta = metadata.Meta(title, f"{title} dari {self.site.office.name}.", section)
        named = [(link, _month(link)) if link else None for link in around]
        self.page(url, "listing.html.j2", meta, title=title, group=group, around=named)

    def register(self) -> None:
        """The register by year, newest on its front page, and a sheet for each item."""
        years = _grouped(self.rows, lambda row: row.year)
        newest = years[0] if years else ("", [])
        links_ = [(year, f"arsip/tahun/{year}/", len(group)) for year, group in years]
        for url, (year, group) in [
            ("arsip/", newest),
            *((f"arsip/tahun/{year}/", (year, group)) for year, group in years[1:]),
        ]:
            title = "Arsip" if url == "arsip/" else f"Arsip {year}"
            meta = metadata.Meta(title, "Register semua yang terbit menurut SOP.", "arsip/")
            self.page(
                url, "register.html.j2", meta, title=title, year=year, rows=group, years=links_
            )
        for row in self.rows:
            meta = metadata.Meta(f"Lembar arsip: {row.title}", "", "arsip/", indexed=False)
            self.page(
                row.sheet,
                "sheet.html.j2",
                meta,
                row=row,
                steps=register.steps(self.site, row),
                proofs=register.proofs(self.site, row),
                log=register.log(self.site, row),
            )


def root_of(url: str) -> str:
    """The way from a page to the site's root."""
    return "../" * url.count("/") or "./"


def one_line(html: str) -> str:
    """The same HTML without line breaks, so that no Markdown parser sees anything in it."""
    parts = PRE.split(html)
    for index, part in enumerate(parts):
        if index % 2:
            parts[index] = part.replace("\n", "&#10;").replace("\t", "&#9;")
        else:
            parts[index] = re.sub(r"[ \t\r\n\f]*[\n\t\r\f][ \t\r\n\f]*", " ", part)
    return "".join(parts).strip()


def _front_matter(values: Mapping[str, str]) -> str:
    text = yaml.dump(
        dict(values), Dumper=DUMPER, allow_unicode=True, width=2**30, default_style='"'
    )
    return f"---\n{text}---\n"


def _pictures(entry: Entry, docs: Path, cache: Path) -> Mapping[str, pictures.Picture]:
    """The photos that the article refers to, made and laid beside its page."""
    article = entry.article
    named = [photo.file for photo in article.photos]
    named += [name for name in sorted(article.files) if f'src="{name}"' in article.html]
    return {
        name: pictures.make(name, article.files[name], docs / entry.item, cache)
        for name in dict.fromkeys(named)
        if name in article.files
    }


def _grouped(values: Iterable[T], key: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Groups by a non-empty key, the first-named keys sorted downwards."""
    groups: dict[str, list[T]] = defaultdict(list)
    for value in values:
        if key(value):
            groups[key(value)].append(value)
    return sorted(groups.items(), reverse=True)


def _month(url: str) -> date:
    _, year, month, _ = url.split("/")
    return date(int(year), int(month), 1)


def _section(url: str) -> str:
    return url.split("/", maxsplit=1)[0] + "/"
