"""Markdown to HTML, once for everybody, and nothing in it that runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from terbit import markup

QUIET = settings(deadline=None, derandomize=True, max_examples=400)


class Dangers(HTMLParser):
    """Everything in some HTML that a page must not carry, read without nh3."""

    TAGS = frozenset(
        "script style iframe object embed applet form input button textarea select option svg math"
        " base link meta template noscript frame frameset audio video source track marquee"
        " xml body html head title foreignobject use set animate bgsound layer dialog slot"
        " portal xmp plaintext".split()
    )
    URLS = frozenset({"href", "src", "action", "formaction", "background", "poster", "data"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html + ">")
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.TAGS:
            self.found.append(tag)
        for name, value in attrs:
            self.attribute(name, value or "")

    def attribute(self, name: str, value: str) -> None:
        if name.startswith(("on", "xlink", "xmlns")) or name in {"style", "srcdoc", "srcset"}:
            self.found.append(name)
        scheme = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", value).casefold())
        if name in self.URLS and scheme and scheme[1] not in {"http", "https", "mailto", "tel"}:
            self.found.append(f"{name}={scheme[1]}")


def dangers(html: str) -> list[str]:
    return Dangers(html).found


# What Markdown becomes


def test_paragraphs_emphasis_lists_quotes_and_code() -> None:
    html = markup.to_html("Satu *dua* **tiga** ~~empat~~ `lima`\n\n- a\n- b\n\n3. c\n\n> kata\n")
    assert "<p>Satu <em>dua</em> <strong>tiga</strong> <s>empat</s> <code>lima</code></p>" in html
    assert "<ul>\n<li>a</li>\n<li>b</li>\n</ul>" in html
    assert '<ol start="3">' in html
    assert "<blockquote>\n<p>kata</p>\n</blockquote>" in html


def test_a_table_keeps_the_alignment_of_its_columns() -> None:
    html = markup.to_html("| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n")
    assert re.findall(r"<(t[hd])( align=\"\w+\")?>", html) == [
        ("th", ' align="left"'),
        ("th", ' align="center"'),
        ("th", ' align="right"'),
        ("th", ""),
        ("td", ' align="left"'),
        ("td", ' align="center"'),
        ("td", ' align="right"'),
        ("td", ""),
    ]


def test_the_checks_see_no_style_that_nobody_wrote() -> None:
    assert "style" not in markup.render("| a |\n|--:|\n| 1 |\n")
    assert "style" in markup.render('<td style="color:red">')


def test_headings_have_ids_each_its_own() -> None:
    html = markup.to_html("## Langkah berikutnya\n\n## Langkah berikutnya\n\n### Café & Ánalisis\n")
    assert re.findall(r'<h(\d) id="([^"]+)">', html) == [
        ("2", "langkah-berikutnya"),
        ("2", "langkah-berikutnya-1"),
        ("3", "cafe-analisis"),
    ]


@pytest.mark.parametrize("title", ["漢字", "!!!", "", " — "])
def test_a_heading_without_latin_letters_still_has_an_anchor(title: str) -> None:
    assert markup.heading_id(title) == "bagian"


@QUIET
@given(st.text())
def test_an_anchor_is_always_safe_in_an_address(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", markup.heading_id(title))


def test_a_bare_address_stays_text_as_in_the_preview_of_commonmark() -> None:
    assert "<a" not in markup.to_html("Lihat https://contoh.go.id dan www.contoh.go.id")
    assert '<a href="https://contoh.go.id"' in markup.to_html("Lihat <https://contoh.go.id>")


def test_links_and_pictures_are_kept() -> None:
    html = markup.to_html('[a](/berita/x/ "judul") [b](mailto:a@contoh.go.id) ![alt](foto-1.jpg)')
    assert re.search(r'<a href="/berita/x/" title="judul"[^>]*>a</a>', html)
    assert '<a href="mailto:a@contoh.go.id"' in html
    assert '<img src="foto-1.jpg" alt="alt">' in html


def test_the_checks_see_a_dangerous_link_and_the_public_does_not() -> None:
    source = "[klik](javascript:alert(1))"
    assert dangers(markup.render(source)) == ["href=javascript"]
    assert "javascript" not in markup.to_html(source)


def test_harmless_html_of_an_author_is_kept() -> None:
    html = "<details><summary>Rinci</summary><p>H<sub>2</sub>O, <abbr title='x'>PPID</abbr></p>"
    clean = markup.sanitise(html)
    assert "<summary>Rinci</summary>" in clean
    assert "<sub>2</sub>" in clean
    assert '<abbr title="x">PPID</abbr>' in clean


# What never reaches a page (after the public filter evasion cheat sheets of OWASP and PortSwigger)

VECTORS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://x.id/x.js></SCRIPT>",
    "<script/src=//x.id/x.js>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<SCRIPT>alert(1);//\\<</SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=javascript:alert('x')>",
    "<IMG SRC=`javascript:alert(1)`>",
    '<IMG """><SCRIPT>alert(1)</SCRIPT>"\\>',
    "<img src=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)>",
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    '<a href="jav\nascript:alert(1)">x</a>',
    '<a href=" &#14;  javascript:alert(1)">x</a>',
    '<a href="javascript&colon;alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="blob:https://x.id/1">x</a>',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><animate xlink:href=#x attributeName=href values="javascript:alert(1)"/></svg>',
    '<math><a xlink:href="javascript:alert(1)">x</a></math>',
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1"
    " onerror=alert(1)&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object>",
    "<embed src='data:image/svg+xml;base64,AAAA'>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<form action='javascript:alert(1)'><button>x</button></form>",
    "<button formaction='javascript:alert(1)'>x</button>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<img src=x style='position:fixed;inset:0'>",
    "<style>@import 'https://x.id/x.css';</style>",
    "<link rel=stylesheet href='https://x.id/x.css'>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href='javascript:alert(1)//'>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<table background='javascript:alert(1)'><tr><td>x</table>",
    "<div onmouseover='alert(1)'>x</div>",
    "<a href=https://x.id onclick=alert(1)>x</a>",
    "<img src=x:x onerror\n=\nalert(1)>",
    "<img/src='x'/onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<xss id=x tabindex=1 onfocusin=alert(1)></xss>",
    "<template><img src=x onerror=alert(1)></template>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)",
)


@pytest.mark.parametrize("vector", VECTORS)
def test_no_known_attack_reaches_a_page(vector: str) -> None:
    assert dangers(vector) or re.search("script|onerror", vector), "this vector tests nothing"
    for html in (markup.sanitise(vector), markup.to_html(vector), markup.to_html(f"a {vector} b")):
        assert not dangers(html), html


@pytest.mark.parametrize(
    "source",
    [
        "[x](javascript:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "![x](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[x]\n\n[x]: javascript:alert(1)",
        "[x](data:text/html,<script>alert(1)</script>)",
        '[x](https://a.id"onclick="alert(1))',
        '![x](a.jpg "t" onerror=alert(1))',
        '![x" onerror="alert(1)](a.jpg)',
        "# <img src=x onerror=alert(1)>",
        "| <script>alert(1)</script> |\n|--|\n| x |",
        "```html\n<script>alert(1)</script>\n```",
    ],
)
def test_no_attack_in_markdown_reaches_a_page(source: str) -> None:
    assert not dangers(markup.to_html(source))


def test_what_is_sanitised_twice_stays_as_it_is() -> None:
    for vector in VECTORS:
        once = markup.sanitise(vector)
        assert markup.sanitise(once) == once


HTML_LIKE = st.lists(
    st.sampled_from(
        "<script> </script> <svg> <math> <style> </style> <img <a href= src= onerror=alert(1) >"
        " javascript: jav&#x61;script: data: \" ' ` = / < &lt; &colon; <!-- --> <![CDATA[ ]]> [x]("
        " ) \n \t x | <p <td <table> <noscript> <template> <title> <mtext> <mglyph> \x00".split(" ")
    ),
    max_size=12,
).map("".join)


@QUIET
@given(st.text() | HTML_LIKE)
@example("<img src=x onerror=alert(1)")
def test_whatever_is_written_nothing_runs(source: str) -> None:
    html = markup.sanitise(markup.render(source))
    assert not dangers(html)
    assert "<script" not in html.casefold()


# Words only


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Satu</p>\n<p>dua</p>", "Satu dua"),
        ("<h2>Judul</h2><p>isi</p>", "Judul isi"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("<table><tr><th>a</th><td>b</td></tr></table>", "a b"),
        ("baris<br>baru", "baris baru"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a b"),
        ("<p>tebal<strong>nya</strong></p>", "tebalnya"),
        ("<p>R&amp;D &lt;b&gt; &quot;x&quot; &#39;y&#39; 5&nbsp;km</p>", "R&D <b> \"x\" 'y' 5 km"),
        ("<p>&amp;lt;</p>", "&lt;"),
        ("<p>a</p><script>alert(1)</script><style>p{}</style><p>b</p>", "a b"),
        ('<p>Lihat <a href="https://x.id">situs</a>.</p>', "Lihat situs."),
        ("", ""),
    ],
)
def test_the_words_of_some_html(html: str, words: str) -> None:
    assert markup.to_text(html) == words


@QUIET
@given(st.lists(st.from_regex(r"[A-Za-z0-9&<>\"']{1,9}", fullmatch=True), max_size=9))
def test_words_survive_the_way_through_html(words: list[str]) -> None:
    escaped = [re.sub(r"([^\sA-Za-z0-9])", r"\\\1", word) for word in words]
    assert markup.to_text(markup.to_html("x " + " ".join(escaped))) == " ".join(["x", *words])
