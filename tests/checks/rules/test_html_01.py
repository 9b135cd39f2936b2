from __future__ import annotations

import pytest

from tests.checks import xss

BAD = [
    "<script>alert(1)</script>",
    "<SCRIPT\nsrc=x>",
    "teks <script src=x></script>",
    '<iframe src="https://contoh.id"></iframe>',
    "<object data=x></object>",
    "<embed src=x>",
    "<form action=x></form>",
    "<base href=//x>",
    "<meta http-equiv=Refresh content='0;url=https://x.id'>",
    "<img src=foto-1.jpg alt=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
    "<math><mtext onclick=x>a</mtext></math>",
    "<details ontoggle=x open>",
    "<a href=x onclick>x</a>",
    "<button formaction=y>x</button>",
    "<div srcdoc=x>",
    "<div\nonmouseover=alert(1)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    '<a href="java&#115;cript:alert(1)">x</a>',
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='&#x6A;avascript&colon;x'>x</a>",
    "<a href='&#1;javascript:x'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='data:text/html;base64,xx'>x</a>",
    "![x](data:image/svg+xml,x)",
    "<p style='background:url(javascript:x)'>x</p>",
    "<p style='width:expr/**/ession(x)'>x</p>",
    '<style>body{background:url("javascript:x")}</style>',
    '# Judul {: onclick="x" }',
    "teks {: .kelas onmouseover=x }",
    '[x](/ppid/){: href="javascript:x" }',
    "<!--><script>x</script>-->",
    "<![CDATA[<script>x</script>]]>",
    "- a\n  - <iframe>",
    "| a |\n|---|\n| <script> |",
    "> <iframe>",
]
GOOD = [
    "`<script>alert(1)</script>`",
    "```\n<iframe src=x>\n```",
    "\\<script>",
    "&lt;script&gt;",
    "Pasal 5 < 6 dan 7 > 3, onclick=ya",
    "Bahasa javascript: bahasa pemrograman.",
    "<b>tebal</b> <br> <sub>1</sub>",
    "[surat](mailto:a@contoh.go.id) [telepon](tel:112)",
    "[situs](https://contoh.go.id/javascript:x)",
    "<p style='color:red'>x</p>",
    "Himpunan {a = 1, satu = 2} dan {onsite}",
    "# Judul {: #jangkar .kelas }",
    "<!-- catatan redaksi -->",
    "Formulir, skrip, dan bingkai dibahas; elemen form dan script juga.",
    "<abbr title='Sistem: onclick=tidak'>S</abbr>",
]


@pytest.mark.parametrize("body", [*BAD, *xss.every(xss.FOUND)])
def test_what_could_run_is_refused(findings, body):
    assert findings("HTML-01", body)


@pytest.mark.parametrize("body", [*GOOD, *xss.every(xss.HARMLESS), *xss.REMOTE])
def test_harmless_text_is_not(findings, body):
    assert findings("HTML-01", body) == ()


def test_each_of_several_is_found_on_its_line(findings):
    found = findings("HTML-01", "a\n\n<iframe>\n\n- b\n- <iframe>\n\n[x](javascript:1)\n")
    first = found[0].line
    assert [f.line - first for f in found] == [0, 3, 5]


@pytest.mark.parametrize(
    "front",
    [
        {"judul": "Judul <script>x</script>"},
        {"ringkasan": "<img src=x onerror=y>"},
        {"teks_kanal": {"facebook": "[x](javascript:y)"}},
        {"video": {"tautan": "javascript:alert(1)"}},
        {"foto": [{"berkas": "foto-1.jpg", "alt": "<iframe>"}]},
    ],
)
def test_the_head_is_read_too(findings, front):
    (finding,) = findings("HTML-01", **front)
    assert finding.line > 1


def test_what_is_refused_never_reaches_the_page():
    from tests.checks.offices import build

    for body in (*BAD, *xss.every(xss.FOUND)):
        html = build(body).html.casefold()
        assert "<script" not in html
        assert "<iframe" not in html
        assert '<a href="javascript' not in html
