"""FOTO-05: sizes, weight, sharpness and direction, each photo once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from terbit.checks.rules import foto_05
from terbit.checks.rules.foto_05 import RULE
from terbit.core.catalogue import RuleSetting
from tests.checks.offices import CONTEXT, FRONT, OFFICE, build

ROW = FRONT["foto"][0]


def found(*names: str, body: str = "Isi.\n", context=CONTEXT):
    rows = [{**ROW, "berkas": name} for name in names]
    return list(RULE.check(build(body, foto=rows), context))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("foto-kurang.jpg", "hanya 1199 × 1100 piksel, terlalu kecil"),
        ("foto-besar.jpg", "terlalu besar (4100 × 3100 piksel, 0,"),
        ("foto-miring.jpg", "tersimpan miring"),
        ("foto-kabur.jpg", "tampak kabur"),
    ],
)
def test_what_is_said(name, says):
    (finding,) = found(name)
    assert finding.message.startswith(f"foto “{name}” {says}")


def test_weight_counts_too(monkeypatch):
    monkeypatch.setattr(foto_05, "MOST_BYTES", 1000)
    (finding,) = found("foto-1.jpg")
    assert "terlalu besar" in finding.message


def test_an_office_sets_its_own_size():
    setting = RuleSetting("kartu lebih kecil", limit=600)
    office = replace(OFFICE, rules={"FOTO-05": setting})
    assert len(found("foto-kecil.jpg")) == 1
    assert found("foto-kecil.jpg", context=replace(CONTEXT, office=office)) == []


def test_a_photo_is_judged_once_and_small_pictures_may_stand_in_the_body():
    body = "![Peserta rapat di aula](foto-kabur.jpg)\n\n![Lambang kegiatan ini](foto-kecil.jpg)\n"
    (finding,) = found("foto-kabur.jpg", body=body)
    assert finding.line == build(foto=[ROW]).line("foto.0.berkas")
    assert [f.quote for f in found(body=body)] == ["foto-kabur.jpg"]


def test_what_is_missing_or_broken_is_left_to_foto_01():
    assert found("tiada.jpg", "terpotong.jpg", "kosong.jpg") == []
