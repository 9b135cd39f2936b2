from __future__ import annotations

from dataclasses import replace

import pytest

from terbit.checks import run
from terbit.core.finding import Level
from tests.checks.offices import CONTEXT, build

BAD = [
    "Surel panitia: panitia.lomba@gmail.com atau panitia@kalteng.go.id.",
    "email ke lomba_2026@outlook.co.id",
    "Kirim ke lomba@rocketmail.com; cc: ppid@kalteng.go.id.",
    "Kirim ke tim.x@gmail.com.",
    "Kirim ke TIM_X@YAHOO.CO.ID segera.",
    "Kirim ke tim.x[at]gmail.com segera.",
    "Kirim ke tim.y (at) outlook (dot) com segera.",
    "[Surel](mailto:tim.x@gmail.com?subject=a)",
    "[tim.x@gmail.com](mailto:tim.x@gmail.com)",
    "<tim.x@ymail.com>",
    "<!-- tim.x@proton.me -->",
]
GOOD = [
    "Pegawai dilarang memakai Gmail, Yahoo, dan Outlook untuk dinas.",
    "Surel dinas berakhiran @kalteng.go.id, bukan @gmail.com.",
    "Kirim ke ppid@kalteng.go.id, bukan akun Gmail.",
    "Ikuti @gmail dan @yahoo.",
    "Alamat seperti nama@gmail.com tidak dipakai.",
    "Kirim ke t***@gmail.com.",
    "Surel ke admin@gmail.com.go.id dan admin@livestock.com.",
]


@pytest.mark.parametrize("body", BAD)
def test_private_addresses_are_warned_of_once(findings, body):
    (finding,) = findings("PII-07", body)
    assert finding.level is Level.INGAT
    assert "***" in finding.quote
    assert not any(user in finding.message.casefold() for user in ("tim.", "tim_"))


@pytest.mark.parametrize("body", GOOD)
def test_other_addresses_are_not(findings, body):
    assert findings("PII-07", body) == ()


def test_an_address_of_the_contacts_passes():
    contacts = replace(CONTEXT.office.contacts, emails=("Tim.X@gmail.com",))
    context = replace(CONTEXT, office=replace(CONTEXT.office, contacts=contacts))
    made = build("Kirim ke tim.x@gmail.com atau tim.x[at]gmail.com.")
    assert [f for f in run(made, context) if f.rule == "PII-07"] == []
