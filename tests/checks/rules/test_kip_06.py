from __future__ import annotations

import pytest

from terbit.core.article import CLASSIFICATIONS, KINDS


@pytest.mark.parametrize("value", CLASSIFICATIONS)
def test_the_three_classes_pass(findings, value):
    assert findings("KIP-06", klasifikasi=value) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_needs_one(findings, kind):
    (finding,) = findings("KIP-06", jenis=kind, klasifikasi=None)
    assert finding.message == "klasifikasi belum diisi"


@pytest.mark.parametrize("value", ["dikecualikan", "Dikecualikan", "DIKECUALIKAN "])
def test_exempt_information_cannot_be_built(findings, value):
    (finding,) = findings("KIP-06", klasifikasi=value)
    assert "dikecualikan tidak dapat" in finding.message


@pytest.mark.parametrize(
    ("value", "near"),
    [
        ("berkla", "berkala"),
        ("serta merta", "serta-merta"),
        ("setiap_saat", "setiap-saat"),
        ("Berkala", "berkala"),
    ],
)
def test_a_near_value_is_suggested(findings, value, near):
    (finding,) = findings("KIP-06", klasifikasi=value)
    assert finding.fix == f"maksudnya “{near}”?"


def test_an_unknown_value_gets_the_choices(findings):
    (finding,) = findings("KIP-06", klasifikasi="umum")
    assert "berkala, serta-merta, atau setiap-saat" in finding.fix


def test_the_line_is_the_keys(findings):
    (finding,) = findings("KIP-06", klasifikasi="umum")
    assert finding.line == 6
