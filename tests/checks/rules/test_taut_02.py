"""TAUT-02: shorteners, http:, forms and services elsewhere; an office's exceptions."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from terbit.checks import run
from terbit.core.catalogue import RuleSetting
from terbit.newsroom import rules
from tests.checks.offices import CONTEXT, OFFICE, build


@pytest.mark.parametrize(
    ("body", "quote", "says"),
    [
        ("Lihat bit.ly/jadwal-x.", "bit.ly/jadwal-x", "tautan pendek"),
        ("Lihat [jadwal](https://s.id/abc).", "s.id/abc", "tautan pendek"),
        ("Isi [ini](https://forms.gle/abc).", "forms.gle/abc", "formulir"),
        ("[a](http://dinas.contoh.go.id/)", "dinas.contoh.go.id", "http:"),
        ("Pendaftaran dibuka di https://contoh.com/x.", "https://contoh.com/x", "layanan"),
        ("[Permohonan layanan](https://contoh.com/x) dibuka.", "contoh.com/x", "layanan"),
    ],
)
def test_each_kind_is_told_apart(findings, body, quote, says):
    (found,) = findings("TAUT-02", body)
    assert found.quote == quote
    assert says in found.message


@pytest.mark.parametrize(
    "body",
    [
        "Baca juga https://contoh.com/berita dan [ini](https://contoh.com).",
        "[a](https://contoh.com) saja. Pendaftaran dibuka besok.",
        "Daftar nama peserta ada di https://contoh.com/x.",
        "Layanan pengaduan dibuka di https://www.instagram.com/kantor dan https://wa.me/62.",
        "Pendaftaran dibuka di https://desa-contoh.desa.id/daftar.",
        "Kirim permohonan ke layanan@contoh.com, M.Si. dan s.id saja.",
    ],
)
def test_what_is_no_service_or_official_stays(findings, body):
    assert findings("TAUT-02", body) == ()


def test_what_a_page_lists_is_read_with_its_name():
    text = (
        "---\njudul: A\ndaftar:\n  - {nama: Formulir pendaftaran, tautan: 'https://a.com/x'}\n---\n"
    )
    found = rules.page_findings("content/ppid/a.md", text.encode(), CONTEXT)
    assert [(f.rule, f.line) for f in found if f.rule == "TAUT-02"] == [("TAUT-02", 4)]


def test_the_own_site_may_offer_services_wherever_it_is():
    office = replace(OFFICE, site_url="https://kantor.contoh.com")
    made = build("Pendaftaran layanan dibuka di https://kantor.contoh.com/daftar.")
    assert [f for f in run(made, CONTEXT) if f.rule == "TAUT-02"]
    assert [f for f in run(made, replace(CONTEXT, office=office)) if f.rule == "TAUT-02"] == []


def test_an_office_excepts_an_address():
    setting = RuleSetting("dipakai pusat", exceptions=("s.id/pusat",))
    office = replace(OFFICE, rules=MappingProxyType({"TAUT-02": setting}))
    context = replace(CONTEXT, office=office)
    for body in ("Lihat [a](https://s.id/pusat).", "Lihat s.id/pusat segera."):
        assert [f for f in run(build(body), context) if f.rule == "TAUT-02"] == []
    assert [f for f in run(build("Lihat s.id/lain."), context) if f.rule == "TAUT-02"]


def test_the_same_address_as_link_and_words_is_one(findings):
    assert len(findings("TAUT-02", "[bit.ly/x-1](https://bit.ly/x-1)")) == 1
