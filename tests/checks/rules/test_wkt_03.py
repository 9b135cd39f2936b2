from __future__ import annotations

from datetime import date

import pytest

from terbit.checks.rules.wkt_03 import RULE
from tests.checks.offices import CONTEXT, FRONT, LEAD, build

OTHER = "Tim menilai sepuluh dinas di Palangka Raya, Rabu (11/11/2026).\n"


def find(body: str = LEAD, **front: object):
    return list(RULE.check(build(body, **front), CONTEXT))


def answered(kapan: str) -> dict[str, object]:
    return {"5w1h": {**FRONT["5w1h"], "kapan": kapan}}


def test_the_lead_stands_against_the_other_two():
    (finding,) = find(OTHER)
    assert finding.message.startswith("teras berita menyebut “11/11/2026”")
    assert finding.quote == "11/11/2026"
    assert finding.level == "TOLAK"


def test_the_answer_stands_against_the_other_two():
    (finding,) = find(**answered("Rabu, 11 November 2026"))
    assert finding.message.startswith("jawaban “kapan” menyebut “11 November 2026”")
    assert finding.line == build(**answered("Rabu, 11 November 2026")).line("5w1h.kapan")


def test_the_head_stands_against_the_other_two():
    (finding,) = find(tanggal=date(2026, 11, 11))
    assert finding.quote == "2026-11-11"
    assert finding.line == build().line("tanggal")


@pytest.mark.parametrize(
    "body",
    [
        "Tim menilai dinas di Sampit, Senin–Rabu (9–11/11/2026).\n",
        "Tim akan menilai dinas pada 24 November 2026.\n",
        "Tim bekerja menurut surat tanggal 2 November 2026.\n",
        "Tim menilai dinas pada Senin (2/11/2026) dan Selasa (10/11/2026).\n",
        "Tim menilai dinas di Sampit, Selasa (10/11).\n",
        f"{LEAD}\nSebelumnya tim menilai dinas lain, Senin (2/11/2026).\n",
    ],
)
def test_other_days_may_be_named(body):
    assert find(body) == []


def test_an_announcement_has_a_day_of_its_own():
    assert find(OTHER, jenis="pengumuman") == []
