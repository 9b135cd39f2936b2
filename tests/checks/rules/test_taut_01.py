from __future__ import annotations

from dataclasses import replace

import pytest

from terbit.checks import run
from terbit.newsroom import rules
from tests.checks.offices import CONTEXT, build

GOOD = [
    "[a](/ppid/permohonan/)",
    "[a](/ppid/permohonan)",
    "[a](/ppid/permohonan.md)",
    "[a](/ppid/permohonan/#syarat)",
    "[a](/ppid/?x=1)",
    "[a](/) [b](/arsip/) [c](/langganan/) [d](/rss.xml) [e](/arsip/kepala.txt)",
    "[a](../../../../ppid/permohonan.md)",
    "[a](../../10/apel/) [b](../../10/apel/index.md)",
    "# Judul Satu\n\n[a](#judul-satu) [b](#top) [c](#)",
    "[a](/berita/2026/11/evaluasi-spip/)",
    "[a](https://contoh.id/tiada) [b](//contoh.id) [c](mailto:a@contoh.go.id) [d](tel:112)",
    "`[a](/tiada/)`",
]
BAD = [
    "[a](/tiada/)",
    "[a](/ppid/permohonn/)",
    "[a](/PPID/permohonan/)",
    "[a](/ppid/permohonan/index.html)",
    "[a](/drafts/abc/)",
    "[a](/content/ppid/permohonan.md)",
    "[a](foto-1.jpg)",
    "[a](./foto-1.jpg)",
    "[a](Foto-1.jpg)",
    "[a](lampiran.pdf)",
    "[a](../../10/tiada/)",
    "[a](../../../../ppid/tiada.md)",
    "[a](../../../../../drafts/abc/index.md)",
    "[a](../../../../../kantor.yml)",
    "[a](ppid/permohonan/)",
    "[a](#tiada)",
    '<div id="x">\n\n[a](#x)',
    "[a](/berita/2026/11/evaluasi-spip/#tiada)",
    "[a]()",
    "[a][r]\n\n[r]: /tiada/",
    "<a href='/tiada/'>x</a>",
]


@pytest.mark.parametrize("body", GOOD)
def test_links_that_lead_somewhere(findings, body):
    assert findings("TAUT-01", body) == ()


@pytest.mark.parametrize("body", BAD)
def test_broken_links_are_refused(findings, body):
    assert len(findings("TAUT-01", body)) == 1


@pytest.mark.parametrize(
    ("body", "near"),
    [
        ("[a](/ppid/permohonn/)", "/ppid/permohonan/"),
        ("[a](Foto-1.jpg)", "foto-1.jpg"),
        ("# Judul Satu\n\n[a](#judul-sat)", "#judul-satu"),
    ],
)
def test_the_near_target_is_suggested(findings, body, near):
    assert findings("TAUT-01", body)[0].fix == f"maksudnya “{near}”?"


def test_two_broken_links_on_two_lines_are_two(findings):
    found = findings("TAUT-01", "satu [a](/tiada/)\ndua [a](/tiada/)\n")
    assert found[1].line == found[0].line + 1


def test_a_reference_is_reported_where_its_address_stands(findings):
    (finding,) = findings("TAUT-01", "[a][r]\n\nteks\n\n[r]: /tiada/\n")
    (direct,) = findings("TAUT-01", "[a](/tiada/)\n")
    assert finding.line == direct.line + 4


def test_a_draft_links_from_its_future_place(findings):
    links = "[a](../../10/apel/) [b](/rss.xml) [c](/ppid/)"
    assert findings("TAUT-01", links, folder="drafts/abc") == ()
    assert len(findings("TAUT-01", "[a](../../11/tiada/)", folder="drafts/abc")) == 1


def test_only_what_lies_in_content_is_a_target():
    context = replace(
        CONTEXT, known_paths=CONTEXT.known_paths | {"kantor.yml", "drafts/abc/index.md"}
    )
    for path in ("kantor.yml", "drafts/abc/index.md"):
        made = build(f"[a](../../../../../{path})")
        assert "TAUT-01" in {f.rule for f in run(made, context)}


def listed(link: str) -> tuple[str, int] | None:
    """What is wrong with a page that lists information at a link, and in which line."""
    path = "content/ppid/berkala.md"
    text = f"---\njudul: Daftar\ndaftar:\n  - nama: Laporan\n    tautan: {link}\n---\nIsi.\n"
    found = [f for f in rules.page_findings(path, text.encode(), CONTEXT) if f.rule == "TAUT-01"]
    return (found[0].message, found[0].line) if found else None


@pytest.mark.parametrize(
    "link", ["/ppid/permohonan/", "permohonan.md", "/berita/", "/kontak/", "/repositori/"]
)
def test_what_a_page_lists_leads_somewhere(link):
    assert listed(link) is None


@pytest.mark.parametrize("link", ["/ppid/permohonn/", "tiada.md", "laporan.pdf", "/drafts/abc/"])
def test_what_a_page_lists_is_refused_where_it_is_not_there(link):
    what, line = listed(link)
    assert link in what
    assert line == 5
