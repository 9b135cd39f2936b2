"""What the pages of this office tell of the SOP is what sop.yml says.

Another office says it in words of its own, or not at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from terbit import config, markup, screens
from terbit.site import links
from tests.first_office import IS_FORK

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "content/tentang/cara-kerja.md"
TEXT = "" if IS_FORK else PAGE.read_text("utf-8")
pytestmark = pytest.mark.skipif(IS_FORK, reason="another office says it in words of its own")
STEP = re.compile(r"^(\d)\. \*\*\w+\.\*\* (.+)$", re.MULTILINE)


def test_the_page_of_how_it_works_names_the_sop_and_its_steps() -> None:
    procedure = config.load(ROOT).procedure
    assert f"{procedure.name}, Nomor {procedure.number}." in TEXT
    told = STEP.findall(TEXT)
    assert [int(number) for number, _ in told] == [step.number for step in procedure.steps]


def test_each_step_has_its_people_and_its_time() -> None:
    procedure = config.load(ROOT).procedure
    names = {role.id: role.name for role in procedure.roles}
    for (_, words), step in zip(STEP.findall(TEXT), procedure.steps, strict=True):
        assert [role for role in step.roles if names[role] not in words] == []
        limits = re.findall(r"Target waktunya (\d+) menit kerja", words)
        assert limits == ([] if step.minutes is None else [str(step.minutes)])


def test_its_links_lead_to_the_archive() -> None:
    places = links.targets(markup.to_html(TEXT), "tentang")
    assert {"arsip/", "arsip/kepala.txt"} <= places
    place = links.Place("tentang", (), "../../")
    assert links.target("/arsip/kepala.txt", place) == "../../arsip/kepala.txt"


def test_it_leads_to_the_repository_of_an_office_that_names_one() -> None:
    assert links.REPOSITORY in links.targets(markup.to_html(TEXT), "tentang")
    address = "https://forge.contoh.go.id/kantor/terbit"
    place = links.Place("tentang", (), "../../")
    assert links.target("/repositori/", place) is None
    assert links.target("/repositori/", replace(place, repository=address)) == address
    own = replace(place, repository=address, known={"repositori/"})
    assert links.target("/repositori/", own) == "../../repositori/"


def test_it_shows_every_screen_that_comes_with_the_site() -> None:
    shown = {name for _, name in screens.named_in(markup.to_html(TEXT))}
    assert shown == screens.names()
    assert "Orang dan beritanya rekaan." in TEXT
