from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from terbit.checks.rules.ars_01 import RULE
from terbit.core.catalogue import RuleSetting
from terbit.newsroom import sample_cases
from tests.checks.offices import CONTEXT, OFFICE, build

KIT = {"jenis": "paket-instagram", "pada": "2026-11-10 10:00"}


def gaps(context=CONTEXT, **kept: object) -> list[str]:
    return [f.message for f in RULE.check(build(), sample_cases.known(context, {"arsip": kept}))]


@pytest.mark.parametrize(
    ("kept", "says"),
    [
        ({"peristiwa": []}, "persetujuannya tidak tercatat"),
        ({"di_main": "lain", "peristiwa": ["disetujui"]}, "berbeda dari versi yang disetujui"),
        ({"di_main": "tidak", "peristiwa": ["disetujui"]}, "hilang dari main"),
        ({"peristiwa": [{"jenis": "disetujui", "tanda": []}]}, "penanda tangannya"),
        ({"peristiwa": ["disetujui", KIT]}, "bukti tayang di instagram"),
        ({"peristiwa": ["dasar", {"jenis": "terbit", "sidik": "f00"}]}, "tidak didahului"),
    ],
)
def test_one_gap_one_finding(kept, says):
    (message,) = gaps(**kept)
    assert says in message


def test_a_digest_that_is_not_that_of_its_object():
    found = gaps(peristiwa=[{"jenis": "disetujui", "sidik": "f00"}])
    assert any("tidak cocok dengan objeknya" in message for message in found)


def test_every_channel_without_proof_is_told():
    other = {**KIT, "jenis": "paket-x"}
    assert len(gaps(peristiwa=["disetujui", KIT, other])) == 2
    assert len(gaps(peristiwa=["disetujui", KIT, other, "terunggah-x"])) == 1


def test_a_channel_that_a_person_skipped_needs_no_proof():
    assert gaps(peristiwa=["disetujui", KIT, "dilewati-instagram"]) == []
    assert len(gaps(peristiwa=["disetujui", KIT, "dilewati-x"])) == 1


def test_an_office_may_give_more_time_for_uploads():
    rules = MappingProxyType({"ARS-01": RuleSetting("kantor jauh", limit=3)})
    context = replace(CONTEXT, office=replace(OFFICE, rules=rules))
    assert gaps(context, peristiwa=["disetujui", KIT]) == []


def test_nothing_is_said_where_nobody_asked_the_archive():
    assert list(RULE.check(build(), CONTEXT)) == []
