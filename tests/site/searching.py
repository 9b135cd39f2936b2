"""A small site that can be searched, and how much of what people look for is found in it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from shutil import copytree
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from terbit.core.colour import DEFAULT
from terbit.site import dress, search
from tests import browsing

THEME = Path(search.__file__).parent.parent / "theme"
PREFIX = "/kabar"
"""The site lies below a folder, as project pages do."""

YEARS = ("2026", "2025")
HOSTILE = (
    """Peretasan <img src=x onerror="document.title='jebol'"> & <mark>tanda</mark> digagalkan"""
)
ENOUGH = 0.9
"""The part of all expected pages that the first ten results hold at least."""

ADDRESSES = """() => [...document.querySelectorAll('.cari-hasil a')].map(a => a.pathname)"""
STATUS = "document.querySelector('.cari-kabar').textContent"


@cache
def document() -> dict[str, Any]:
    """The articles, plain pages and queries of queries.yaml."""
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text())
    return loaded


def article(title: str, text: str, category: str = "Umum", tags: Sequence[str] = ()) -> str:
    """What the template of articles says of itself to the search."""
    return (
        '<article data-pagefind-body><p class="rubrik" data-pagefind-ignore>'
        f'<a data-pagefind-filter="kategori" data-pagefind-meta="kategori">{escape(category)}</a>'
        f'<time data-pagefind-meta="tanggal">1 Mei 2026</time></p><h1>{escape(title)}</h1>'
        f"<p>{escape(text)}</p><p>{escape(' '.join(tags))}</p>"
        "<section data-pagefind-ignore>Bagikan ke tetangga</section></article>"
    )


def page(block: str, *, head: str = "", depth: int = 0) -> str:
    """A page with the site's own head: its policy for scripts, its style."""
    policy = re.search(r"<meta http-equiv=.*", (THEME / "main.html").read_text())
    assert policy
    root = "../" * depth
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8">{policy[0]}{head}'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Uji</title>'
        f'<link rel="icon" href="{root}img/lambang.svg">'
        f'<link rel="stylesheet" href="{root}css/terbit.css">'
        f'<link rel="stylesheet" href="{root}css/cari.css"></head><body><nav>Beranda</nav>'
        f'<main class="isi">{block}</main></body></html>'
    )


def put(folder: Path, address: str, html: str) -> None:
    target = folder / address / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(html, encoding="utf-8")


def environment() -> Environment:
    """The site's own templates."""
    loader = PackageLoader("terbit", "templates/site")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def search_page(labels: tuple[str, ...] = ("Pelayanan", "Pencegahan", "Pengawasan")) -> str:
    """The page /cari/ with everything it needs."""
    block = (
        environment()
        .get_template("search.html.j2")
        .render(
            root="../",
            bundles=(*YEARS, search.PLAIN),
            years=YEARS,
            labels=labels,
            categories=[("kategori/pengawasan/", "Pengawasan", 9)],
        )
    )
    script = '<script src="../js/cari.js" type="module"></script>'
    return page(block, head=script, depth=1)


def site(folder: Path) -> Path:
    """The site of queries.yaml with one hostile article, and its index."""
    for row in document()["artikel"]:
        told = article(row["judul"], row["isi"], row["kategori"], row.get("tagar", ()))
        put(folder, row["alamat"], page(told))
    for row in document()["halaman"]:
        text = f"<div data-pagefind-body><h1>{row['judul']}</h1><p>{row['isi']}</p></div>"
        put(folder, row["alamat"], page(text))
    put(folder, "berita/2026/11/jahat/", page(article(HOSTILE, HOSTILE)))
    put(folder, "cari/", search_page())
    for name in ("css", "js", "img", "fonts"):
        copytree(THEME / name, folder / name)
    env = environment()
    (folder / dress.STYLE).write_bytes(dress.style(env, DEFAULT))
    (folder / dress.BAND).write_bytes(dress.band(env, DEFAULT))
    search.index(folder, YEARS)
    search.index_pages(folder, [row["alamat"] for row in document()["halaman"]])
    return folder


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a site below PREFIX on this machine."""
    with browsing.served({f"{PREFIX}/": folder}) as address:
        yield f"{address}{PREFIX}/"


def settled(page: Any) -> str:
    """What the status says as soon as a search is over."""
    for _ in range(200):
        told: str = page.evaluate(STATUS)
        if told and not told.startswith("Mencari"):
            return told
        page.wait_for_timeout(25)
    raise AssertionError("the search never ended")


def ask(page: Any, words: str) -> list[str]:
    """The addresses found for `words`, as far as they are shown."""
    page.fill("#kata", words)
    page.press("#kata", "Enter")
    settled(page)
    return [path.removeprefix(f"{PREFIX}/") for path in page.evaluate(ADDRESSES)]


@dataclass(frozen=True)
class Recall:
    """How many of the pages that a query ought to find are among the first ten results."""

    query: str
    found: int
    expected: int
    enough: float = 0.0

    @property
    def value(self) -> float:
        return self.found / self.expected

    @property
    def failed(self) -> bool:
        return self.value < self.enough

    def __str__(self) -> str:
        return f"cari {self.query:<40} ditemukan {self.found}/{self.expected} = {self.value:.0%}"


def recalls(browser: Any, base: str) -> Iterator[Recall]:
    """The recall of each query over all years."""
    page = browser.new_page()
    page.goto(f"{base}cari/?tahun=semua")
    for row in document()["kueri"]:
        shown = set(ask(page, row["cari"]))
        yield Recall(row["cari"], len(shown & set(row["harap"])), len(row["harap"]))
    page.close()


def total(rows: list[Recall]) -> Recall:
    """All queries as one, held to what is enough."""
    found, expected = sum(row.found for row in rows), sum(row.expected for row in rows)
    return Recall(f"({len(rows)} kueri)", found, expected, ENOUGH)


def figures() -> Iterator[Recall]:
    """For `make bench`: one line for each query, then the line of all."""
    with (
        tempfile.TemporaryDirectory() as work,
        served(site(Path(work))) as base,
        browsing.chromium() as browser,
    ):
        rows = list(recalls(browser, base))
    yield from (*rows, total(rows))
