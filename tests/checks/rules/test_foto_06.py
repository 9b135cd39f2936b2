"""FOTO-06: one finding a photo names all that is missing."""

from __future__ import annotations

import pytest

from terbit.checks.rules.foto_06 import RULE
from tests.checks.offices import CONTEXT, FRONT, build

ROW = FRONT["foto"][0]


@pytest.mark.parametrize(
    ("row", "missing", "key"),
    [
        ({"keterangan": "", "kredit": ""}, "keterangan dan kredit", "keterangan"),
        ({"keterangan": "-"}, "keterangan", "keterangan"),
        ({"kredit": "…"}, "kredit", "kredit"),
    ],
)
def test_what_is_missing_is_named_at_its_line(row, missing, key):
    article = build(foto=[{**ROW, **row}])
    (finding,) = RULE.check(article, CONTEXT)
    assert finding.message == f"foto “foto-1.jpg” belum mempunyai {missing}"
    assert all(f"“{word}”" in finding.fix for word in missing.split(" dan "))
    assert finding.line == article.line(f"foto.0.{key}")
