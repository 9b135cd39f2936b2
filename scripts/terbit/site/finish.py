"""After the renderer: feeds, sitemap, robots, unused files away, and proof of what is public."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from terbit.errors import TerbitError
from terbit.site import feeds
from terbit.site.model import Site
from terbit.site.stage import Staged

UNUSED = (
    "assets",
    "sitemap.xml.gz",
    "fonts/*.ttf",
    "img/lambang.png",
    "**/LICENSES.md",
    "**/*.j2",
)
"""What mkdocs copies from its themes and no page of ours asks for."""

LOADS = re.compile(
    r"<(?:script|img|source|iframe|embed|audio|video|object|input)\b[^>]*?"
    r"\s(?:src|srcset|data|poster)=\"\s*(?:[a-z][a-z0-9+.-]*:)?//"
    r"|<link\b(?=[^>]*\brel=\"(?:stylesheet|icon|preload|preconnect|dns-prefetch|modulepreload)\")"
    r"[^>]*\shref=\"\s*(?:[a-z][a-z0-9+.-]*:)?//",
    re.IGNORECASE,
)


def finish(site: Site, staged: Staged, out: Path) -> None:
    """Complete the built folder; raises TerbitError where a page is not what was staged."""
    for pattern in UNUSED:
        for path in sorted(out.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    _prove(staged, out)
    rows = feeds.entries(site, staged.items, staged.texts)
    (out / feeds.RSS).write_bytes(feeds.rss(site, rows))
    (out / feeds.JSON).write_bytes(feeds.json_feed(site, rows))
    (out / "sitemap.xml").write_bytes(sitemap(site, staged))
    (out / "robots.txt").write_text(robots(site), encoding="utf-8")
    if site.logo:
        suffix = Path(site.office.logo).suffix.lower()
        (out / f"img/logo{suffix}").write_bytes(site.logo)


def sitemap(site: Site, staged: Staged) -> bytes:
    """All pages that may be indexed; articles with the day of their last change."""
    changed = {item.url: item.changed.date().isoformat() for item in staged.items}
    root = Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for url in sorted(staged.indexed):
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = site.base + url
        if url in changed:
            SubElement(entry, "lastmod").text = changed[url]
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def robots(site: Site) -> str:
    """Everything may be read, except a preview."""
    if site.is_preview:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.base}sitemap.xml\n"


def _prove(staged: Staged, out: Path) -> None:
    """Each page holds its block byte for byte, and none loads from another host."""
    for url, block in staged.blocks.items():
        built = out / url / "index.html"
        text = built.read_text(encoding="utf-8") if built.is_file() else ""
        if block not in text:
            fix = "jangan menerbitkan hasil ini; laporkan kepada pengelola Terbit"
            raise TerbitError(f"halaman /{url} berubah saat dibentuk", fix)
        if match := LOADS.search(text):
            fix = "taruh berkasnya di folder berita atau di tema"
            raise TerbitError(f"halaman /{url} memuat berkas dari luar: {match[0][:120]}", fix)
