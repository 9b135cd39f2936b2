"""The built site: what our pages hold passes, what somebody slipped in is found and told where."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from terbit.checks.built import BuiltSite, scan
from terbit.core.finding import Finding, Level
from tests.checks.offices import OFFICE

BASE = "https://kantor.contoh.go.id/sub/"
PAGE = """<!doctype html>
<html><head><link rel="stylesheet" href="/sub/css/a.css">
<script src="js/a.js" defer></script>
<script type="application/ld+json">{"a": 1}</script></head>
<body><a href="#isi">Isi</a><img src="img/a.svg" alt="">
<main id="isi"><p>Berita hari ini.</p>
%s
</main></body></html>
"""
FILES = {
    "css/a.css": "body { background: url(../img/a.svg) }",
    "js/a.js": "console.log('https://lain.example/')",
    "img/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'></svg>",
    "foto.jpg": "x",
    "ppid/index.html": "<h2 id='berkala'>Berkala</h2>",
    "robots.txt": "User-agent: *",
}


def found(
    folder: Path, body: str = "", approved: tuple[str, ...] = (), **files: str
) -> list[Finding]:
    everything = {"index.html": PAGE % body, **FILES, **files}
    for name, text in everything.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(scan(BuiltSite(folder, BASE, OFFICE, frozenset(approved))))


GOOD = [
    '<p><a href="https://lain.example/">keluar</a></p>',
    '<p><a href="ppid/">PPID</a> <a href="/sub/ppid/#berkala">berkala</a></p>',
    '<p><a href="ppid/index.html">PPID</a> <a href="https://kantor.contoh.go.id/sub/ppid/">x</a></p>',
    '<p><a href="https://kantor.contoh.go.id/aplikasi/">di luar situs ini</a></p>',
    '<p><a href="mailto:ppid@contoh.go.id">surel</a> <a href="tel:110">110</a></p>',
    '<img src="foto.jpg" srcset="foto.jpg 480w, foto.jpg 960w" alt="Rapat">',
    '<button hidden data-salin="https://kantor.contoh.go.id/">Salin</button>',
    '<form action="/sub/"><input name="q"></form>',
    "<p>Layanan (0536) 3221234, anggaran Rp1.250.000.000, nomor 700/12/ST/2026.</p>",
    '<p><a href="#top">Ke atas</a></p>',
    '<img src="data:image/png;base64,AAAA" alt="Logo">',
    "<p>Slot waktu konsultasi masih tersedia.</p>",
]


@pytest.mark.parametrize("body", GOOD)
def test_what_our_pages_hold_passes(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, body) == []


BAD = [
    ("HTML-01", "<script>alert(1)</script>"),
    ("HTML-01", '<script src="https://lain.example/a.js"></script>'),
    ("HTML-01", '<script src="//lain.example/a.js"></script>'),
    ("HTML-01", '<img src="https://lain.example/a.png" alt="Piksel">'),
    ("HTML-01", '<img src="foto.jpg" srcset="foto.jpg 1x, //lain.example/b.png 2x" alt="Foto">'),
    ("HTML-01", '<iframe src="ppid/"></iframe>'),
    ("HTML-01", '<p onclick="x()">Klik</p>'),
    ("HTML-01", '<a href="javascript:x()">Klik</a>'),
    ("HTML-01", '<form action="https://lain.example/"></form>'),
    ("HTML-01", '<link rel="stylesheet" href="https://lain.example/a.css">'),
    ("HTML-01", '<p style="background: url(https://lain.example/a.png)">x</p>'),
    ("HTML-01", '<meta http-equiv="refresh" content="0;url=https://lain.example/">'),
    ("HTML-01", '<base href="https://lain.example/">'),
    ("HTML-02", '<p>Situs <a href="https://lain.example/">slot gacor</a> terpercaya</p>'),
    ("HTML-02", '<a href="https://lain.example/slot-gacor">Klik</a>'),
    ("HTML-02", '<div style="position:absolute; left:-9999px">togel maxwin</div>'),
    ("HTML-02", '<div hidden><a href="https://lain.example/">x</a></div>'),
    ("HTML-02", '<div style="display: none"><p>teks <a href="//lain.example/">x</a></p></div>'),
    ("HTML-02", '<meta name="description" content="slot gacor maxwin">'),
    ("TAUT-01", '<a href="hilang/">x</a>'),
    ("TAUT-01", '<a href="/ppid/">di luar folder situs</a><a href="/sub/tiada.html">x</a>'),
    ("TAUT-01", '<a href="#tiada">x</a>'),
    ("TAUT-01", '<a href="ppid/#tiada">x</a>'),
    ("TAUT-01", '<a href="https://kantor.contoh.go.id/sub/tiada/">x</a>'),
    ("TAUT-01", '<img src="hilang.jpg" alt="Foto">'),
    ("FOTO-02", '<img src="foto.jpg">'),
    ("FOTO-02", '<img src="foto.jpg" alt=" ">'),
    ("PII-01", "<p>NIK <b>6203</b> 0255 0190 0007</p>"),
    ("PII-01", '<meta name="description" content="a.n. Siti, NIK 6203025501900007">'),
    ("PII-01", "<div hidden>NIK 6203025501900007</div>"),
    ("PII-04", "<p>NPWP 01.312.166.0-091.000</p>"),
]


@pytest.mark.parametrize(("rule", "body"), BAD)
def test_what_was_slipped_in_is_found_where_it_stands(tmp_path: Path, rule: str, body: str) -> None:
    rows = found(tmp_path, body)
    assert {row.rule for row in rows} == {rule}
    assert all(row.blocks for row in rows)
    assert {(row.path, row.line) for row in rows} == {("index.html", 7)}


def test_nothing_identifying_is_printed(tmp_path: Path) -> None:
    (row,) = found(tmp_path, "<p>NIK 6203025501900007</p>")
    assert "6203025501900007" not in f"{row.message}{row.quote}{row!r}"


def test_a_mobile_number_only_warns_for_it_may_have_been_official(tmp_path: Path) -> None:
    (row,) = found(tmp_path, "<p>Hubungi 0813-1111-2222.</p>")
    assert (row.rule, row.level, row.blocks) == ("PII-03", Level.INGAT, False)


def test_a_word_of_an_approved_text_may_stand_in_sight_and_nowhere_else(tmp_path: Path) -> None:
    approved = ("judi online",)
    assert found(tmp_path, "<p>Bahaya judi online.</p>", approved) == []
    assert found(tmp_path, "<p>Bahaya judi online.</p>")
    assert found(tmp_path, "<p hidden>judi online</p>", approved)
    assert found(tmp_path, '<a href="https://x.example/judi-online">x</a>', approved)


def test_words_that_the_office_adds_are_gambling_too(tmp_path: Path) -> None:
    from types import MappingProxyType

    from terbit.core.catalogue import RuleSetting

    office = replace(
        OFFICE, rules=MappingProxyType({"HTML-02": RuleSetting("x", words=("kuda lumping slot",))})
    )
    found(tmp_path, "<p>kuda lumping slot</p>")
    assert [row.rule for row in scan(BuiltSite(tmp_path, BASE, office))] == ["HTML-02"]


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        ("HTML-01", "css/b.css", "@import 'https://lain.example/a.css';"),
        ("HTML-01", "css/b.css", "a { background: url(//lain.example/a.png) }"),
        ("HTML-02", "js/b.js", "document.title = 'slot gacor'"),
        ("HTML-02", "llms.txt", "togel maxwin"),
        ("HTML-01", "rss.xml", "<rss><d><![CDATA[<script>x</script>]]></d></rss>"),
        ("HTML-02", "rss.xml", "<rss><title>slot gacor</title></rss>"),
        ("PII-01", "feed.json", '{"a": [{"b": "<p>NIK 6203025501900007</p>"}]}'),
        ("FOTO-02", "feed.json", '{"a": "<img src=\\"foto.jpg\\">"}'),
        ("TAUT-01", "sitemap.xml", f"<urlset><url><loc>{BASE}tiada/</loc></url></urlset>"),
    ],
)
def test_files_that_are_no_pages_are_read_too(
    tmp_path: Path, rule: str, name: str, text: str
) -> None:
    rows = found(tmp_path, **{name: text})
    assert {row.rule for row in rows} == {rule}
    assert {row.path for row in rows} == {name}


def test_broken_feeds_and_huge_files_stop_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, **{"rss.xml": "<rss", "feed.json": "{" * 5000}) == []
