"""“Ada yang keliru?” stands on every page and needs no account."""

from __future__ import annotations

from email.utils import parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

from terbit.core.office import Contacts
from terbit.site.mending import RULES, ways
from tests.site.conftest import BASE, Built

EMAILS = ("humas@dinas.contoh.go.id", "ppid@dinas.contoh.go.id")
URL = "https://dinas.contoh.go.id/berita/2026/11/rapat/"


def letter(title: str, contacts: Contacts) -> tuple[str, dict[str, list[str]]]:
    parts = urlsplit(ways(contacts, (), title, URL).letter)
    return unquote(parts.path), parse_qs(parts.query)


def test_the_letter_goes_to_the_ppid_with_subject_and_address_filled_in() -> None:
    to, fields = letter("Rapat & 100% “kutip”\nBcc: x@y.id", Contacts((), EMAILS))
    assert parseaddr(to) == ("", "ppid@dinas.contoh.go.id")
    assert fields["subject"] == ["Keliru: Rapat & 100% “kutip”\nBcc: x@y.id"]
    assert fields["body"][0].startswith(f"Halaman: {URL}\r\n\r\nBagian yang keliru:")
    assert set(fields) == {"subject", "body"}


def test_an_office_with_one_address_gets_it_there() -> None:
    assert letter("Rapat", Contacts((), EMAILS[:1]))[0] == "humas@dinas.contoh.go.id"


def test_without_address_and_rules_the_other_ways_stay() -> None:
    told = ways(Contacts(("(0536) 555-0100",)), (), "Rapat", URL)
    assert told.letter == told.rules == ""
    assert told.phones == (("(0536) 555-0100", "05365550100"),)
    assert ways(Contacts(), {RULES}, "Rapat", URL).rules == RULES


def test_every_page_ends_with_it(built: Built) -> None:
    for path, html in built.html().items():
        if path != "404.html":
            assert html.count("<strong>Ada yang keliru?</strong>") == 1, path
            assert 'href="https://www.lapor.go.id/"' in html
    html = built.page("berita/2026/11/utama")
    foot = html[html.index('class="lajur sempit keliru"') :]
    assert f"{BASE}berita/2026/11/utama/" in unquote(foot[: foot.index("</section>")])
