from __future__ import annotations

from dataclasses import replace

from terbit.checks.rules.alur_05 import RULE
from terbit.core.procedure import UrgentPath
from tests.checks.offices import CONTEXT, build

FLOOD = "Air sungai naik cepat dan warga perlu mengungsi malam ini."
ALLOWED = replace(CONTEXT, urgent=UrgentPath(("serta-merta",), ("verifikasi",), "SK 12/2026"))


def find(context=ALLOWED, **front: object):
    head = {"klasifikasi": "serta-merta", "mendesak": {"alasan": FLOOD}, **front}
    article = build(**head)
    return article, list(RULE.check(article, context))


def test_a_sop_that_does_not_know_the_path_refuses_it_where_it_stands():
    article, (finding,) = find(CONTEXT)
    assert finding.level == "TOLAK"
    assert finding.line == article.line("mendesak") > 1
    assert "SOP kantor ini tidak mengenal jalur mendesak" in finding.message


def test_other_information_takes_the_ordinary_path():
    article, (finding,) = find(klasifikasi="berkala")
    assert finding.line == article.line("klasifikasi")
    assert "hanya untuk informasi serta-merta" in finding.message
    assert "“berkala”" in finding.fix


def test_a_reason_that_says_nothing_is_refused_at_its_line():
    article, (finding,) = find(mendesak={"alasan": "Penting."})
    assert finding.line == article.line("mendesak.alasan")
    assert "paling sedikit 4 kata yang berbeda" in finding.fix


def test_what_can_wait_for_its_hour_is_not_urgent():
    article, (finding,) = find(terbit_pada="2026-11-13T08:00")
    assert finding.line == article.line("terbit_pada")


def test_a_telling_reason_passes():
    assert find()[1] == []
