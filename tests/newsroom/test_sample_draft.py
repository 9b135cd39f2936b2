"""The draft of the demonstration, for an office without samples of its own."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from tests.checks.offices import FILES, OFFICE

from terbit import articles
from terbit.newsroom.sample_draft import PHOTO, RIGHT, WRONG, sample_draft

EAST = replace(
    OFFICE,
    name="Dinas Perhubungan Kota Contoh",
    city="Contoh",
    calendar=replace(OFFICE.calendar, zone=ZoneInfo("Asia/Makassar")),
)


def test_it_is_an_article_of_that_office_in_its_own_zone() -> None:
    written = sample_draft(EAST)
    article = articles.parse("drafts/contoh", {**FILES, "index.md": written.encode()})
    assert [photo.file for photo in article.photos] == [PHOTO]
    assert "Dinas Perhubungan Kota Contoh membuka klinik konsultasi" in article.body
    assert "pukul 08.30 WITA" in article.body
    assert OFFICE.name not in written


def test_its_body_holds_the_slip_that_the_demonstration_mends() -> None:
    body = sample_draft(EAST)
    assert WRONG in body
    assert RIGHT not in body
    assert "Dua belas perangkat daerah" in body
