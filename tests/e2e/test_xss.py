"""Nothing that an article smuggles in runs in a real Chromium, checks or no checks.

The checks are passed by: what stands here is what the sanitiser alone holds back, first without
the pages' own policy (CSP), which would otherwise hide a hole, then with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from terbit import markup
from terbit.site import Entry, build
from tests.browsing import served
from tests.checks import xss
from tests.site.conftest import CONFIG, article, history, miniature

PAYLOADS = (*xss.every(xss.FOUND, xss.HARMLESS), *xss.REMOTE)
ITEM = "berita/2026/11/serangan"
ALIEN = "script, iframe, form, style, object, embed, base, meta, math, template"
TRIAL = """<script>kena(1)</script><img src=tiada onerror="kena(2)">"""
WATCH = "window.kena = () => { window.terkena = true }; window.terkena = false;"
TOUCH = """(shown) => {
    for (const one of document.querySelectorAll(shown)) {
        one.focus?.();
        for (const name of ['pointerenter', 'mouseover', 'focusin', 'copy', 'wheel', 'toggle'])
            one.dispatchEvent(new Event(name, {bubbles: true}));
        one.click?.();
    }
}"""


@dataclass
class Watched:
    """A page under guard: what it asked of others, and every dialog that it opened."""

    page: Any
    asked: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def ran(self) -> bool:
        """Whether the page, or a frame in it, has run something of an article."""
        return bool(self.dialogs) or any(
            frame.evaluate("window.terkena === true") for frame in self.page.frames
        )

    def touch(self, shown: str) -> None:
        """Do with every part of the page what a reader could."""
        self.page.evaluate(TOUCH, shown)
        self.page.wait_for_timeout(150)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of one article that holds every payload, in its body and in its head."""
    work = tmp_path_factory.mktemp("serangan")
    build(_site(), CONFIG, work / "situs", work / "kerja")
    loose = work / "lepas"
    loose.mkdir()
    for number, payload in enumerate(PAYLOADS):
        (loose / f"{number}.html").write_text(_page(markup.to_html(payload)), encoding="utf-8")
    (loose / "uji.html").write_text(_page(TRIAL), encoding="utf-8")
    with served({"/lepas": loose, "/": work / "situs"}) as address:
        yield address


def _page(html: str) -> str:
    return f"<!doctype html><meta charset=utf-8><title>uji</title><main>{html}</main>"


def _site() -> Any:
    """The miniature site with the attack as its only article."""
    site = miniature()
    hostile = "<script>kena(1)</script>"
    attack = article(
        f"content/{ITEM}",
        f'Serangan {hostile} "onmouseover=kena(1)',
        category=f"'{hostile}'",
        summary=f"'<img src=x onerror=kena(1)> {hostile}'",
        more=f"5w1h: {{apa: '{hostile}', siapa: '<svg onload=kena(1)>'}}\n",
        body="\n\n".join(f"{payload}\n" for payload in PAYLOADS if _stands_alone(payload)),
    )
    entry = Entry(attack, history(ITEM, site.built_at))
    return replace(site, entries=(entry,), ledger={ITEM: entry.history})


def _stands_alone(payload: str) -> bool:
    """Whether a payload leaves the text behind it what it was; the others have loose pages."""
    return "<plaintext" not in payload and not payload.startswith(("<!-", "<![", "<?"))


@contextmanager
def opened(browser: Any, base: str, *, policy: bool) -> Iterator[Watched]:
    """A page that may ask this machine only, with or without its own policy."""
    context = browser.new_context(bypass_csp=not policy)
    context.add_init_script(WATCH)
    watched = Watched(context.new_page())

    def answer(route: Any) -> None:
        if route.request.url.startswith((base, "data:", "blob:", "about:")):
            route.continue_()
            return
        watched.asked.append(route.request.url)
        route.abort()

    def dismiss(dialog: Any) -> None:
        watched.dialogs.append(dialog.message)
        dialog.dismiss()

    context.route("**/*", answer)
    watched.page.on("dialog", dismiss)
    yield watched
    context.close()


def stay(watched: Watched) -> None:
    """Links are clicked without leaving the page; only addresses that run are followed."""
    watched.page.evaluate(
        """() => document.addEventListener('click', (event) => {
            const link = event.target.closest?.('a[href]');
            const runs = /^(javascript|vbscript|data):/i.test(link?.protocol ?? '');
            if (link && !runs) event.preventDefault();
        }, true)"""
    )


def test_the_guard_sees_what_runs(browser: Any, base: str) -> None:
    with opened(browser, base, policy=False) as watched:
        watched.page.goto(f"{base}/lepas/uji.html")
        assert watched.ran()


def test_no_payload_runs_on_a_page_without_any_policy(browser: Any, base: str) -> None:
    with opened(browser, base, policy=False) as watched:
        for number, payload in enumerate(PAYLOADS):
            watched.page.goto(f"{base}/lepas/{number}.html")
            stay(watched)
            watched.page.evaluate(TOUCH, "main, main *")
            assert not watched.ran(), payload
        told = [address for address in watched.asked if xss.HOST not in address]
        assert told == []


@pytest.mark.parametrize("policy", [False, True])
def test_a_built_site_runs_nothing_of_an_article(browser: Any, base: str, policy: bool) -> None:
    with opened(browser, base, policy=policy) as watched:
        for path in ("/", "/berita/", "/berita/2026/11/", f"/{ITEM}/", f"/arsip/{ITEM}/"):
            response = watched.page.goto(base + path)
            assert response.status == 200, path
            stay(watched)
            watched.touch("main, main *, header *, footer *")
            assert not watched.ran(), path
        if policy:
            assert watched.asked == []


def test_the_article_really_holds_the_attack(base: str, browser: Any) -> None:
    page = browser.new_page()
    page.goto(f"{base}/{ITEM}/")
    assert "kena(1)" in page.inner_text("body")
    assert page.locator("main a").count() > 20
    found = page.locator("main").locator(ALIEN).evaluate_all("all => all.map(e => e.outerHTML)")
    assert found == []
    page.close()


def test_the_feeds_content_runs_nothing_in_a_reader(base: str, browser: Any) -> None:
    with opened(browser, base, policy=False) as watched:
        (item,) = watched.page.request.get(f"{base}/feed.json").json()["items"]
        rss = watched.page.request.get(f"{base}/rss.xml").text()
        content = rss.partition("<content:encoded><![CDATA[")[2].partition("]]></content:encoded>")
        for html in (item["content_html"], content[0]):
            assert "kena(1)" in html
            watched.page.goto(f"{base}/lepas/0.html")
            watched.page.evaluate("html => { document.body.innerHTML = html }", html)
            stay(watched)
            watched.touch("body *")
            assert not watched.ran()
