"""MED-01 to MED-03: limits of channels, hashtags and accounts, title cards."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from terbit.actions import beside_lines
from terbit.checks import RULES, run
from terbit.core.catalogue import RuleSetting
from terbit.core.finding import Finding, Level
from terbit.core.office import ChannelSetting
from terbit.newsroom import rules
from terbit.report import findings as report
from tests.checks.offices import CONTEXT, OFFICE, build

ACCOUNTS = (
    ChannelSetting("instagram", True, account="inspektorat.contoh"),
    ChannelSetting("x", True, account="inspektoratcth"),
    ChannelSetting("facebook", True, account="https://facebook.com/inspektoratcontoh"),
)
OWN = rules.with_channels(replace(CONTEXT, office=replace(OFFICE, channels=ACCOUNTS)))


def med_02(text: str, channel: str = "facebook") -> list[Finding]:
    made = build(teks_kanal={channel: text})
    return [f for f in run(made, OWN) if f.rule == "MED-02"]


def test_limits_carry_the_rules_basis_and_the_channels_source(findings):
    (found,) = findings("MED-01", teks_kanal={"instagram_story": "Halo"})
    assert found.level is Level.TOLAK
    assert found.basis.startswith(RULES["MED-01"].basis)
    assert "diperiksa" in found.basis


def test_the_name_of_a_limit_reaches_the_line_and_the_annotation(findings):
    found = findings("MED-01", teks_kanal={"instagram_story": "Halo"})
    assert "(instagram_story.teks.0) — " in report.lines(found)[0]
    assert "(instagram_story.teks.0) — " in beside_lines(found, ())[0]


def test_a_hint_of_a_channel_stays_a_hint(findings):
    text = "Halo " + " ".join(f"#tagar{n}a" for n in range(7))
    (found,) = findings("MED-01", teks_kanal={"instagram": text})
    assert found.level is Level.INGAT


def test_an_office_may_lower_the_limits():
    setting = RuleSetting("kanal percobaan", off=True)
    office = replace(OFFICE, rules=MappingProxyType({"MED-01": setting}))
    context = rules.with_channels(replace(CONTEXT, office=office))
    made = build(teks_kanal={"instagram_story": "Halo"})
    assert rules.findings(made, context) == ()


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ikuti @inspektorat.conto hari ini", "@inspektorat.contoh"),
        ("Ikuti @inspektorat_contoh hari ini", "@inspektorat.contoh"),
        ("Ikuti @InspektoratContho hari ini", "@inspektoratcontoh"),
        ("Ikuti @inspektorat.contoh hari ini", "@inspektoratcontoh"),
    ],
)
def test_a_wrong_own_account_is_told_with_the_right_one(text, right):
    (found,) = med_02(text)
    assert found.level is Level.INGAT
    assert found.fix in {f"tulis “{right}”", "tulis “@inspektoratcontoh”"}


@pytest.mark.parametrize(
    "text",
    [
        "Ikuti @inspektoratcontoh hari ini",
        "Ikuti @kemenpanrb dan @diskominfo.contoh hari ini",
        "Kirim ke surel inspektorat@contoh.go.id hari ini",
    ],
)
def test_right_and_other_accounts_stay(text):
    assert med_02(text) == []


@pytest.mark.parametrize(
    ("text", "quote", "right"),
    [
        ("Halo # Inspektorat", "# Inspektorat", "#Inspektorat"),
        ("Halo #Anti-Korupsi", "#Anti-Korupsi", "#AntiKorupsi"),
        ("Halo #ZI/WBK", "#ZI/WBK", "#ZIWBK"),
    ],
)
def test_a_hashtag_that_breaks_is_shown_whole(text, quote, right):
    (found,) = med_02(text)
    assert (found.quote, found.fix) == (quote, f"tulis “{right}”")


def test_ten_hashtags_pass_and_an_office_may_say_fewer(findings):
    tags = [f"tagar{n}a" for n in range(10)]
    assert findings("MED-02", tagar=tags) == ()
    (found,) = findings("MED-02", tagar=[*tags, "lagi"])
    assert "ada 11 tagar" in found.message
    setting = RuleSetting("ringkas", limit=5)
    office = replace(OFFICE, rules=MappingProxyType({"MED-02": setting}))
    assert [
        f for f in run(build(tagar=tags), replace(CONTEXT, office=office)) if f.rule == "MED-02"
    ]


def test_a_title_is_told_where_a_card_would_cut_it(findings):
    title = " ".join(["Pengawasan"] * 24)
    (found,) = findings("MED-03", judul=title, kanal=["instagram", "facebook", "x"])
    assert "Instagram" in found.message
    assert found.line == 2
    assert findings("MED-03", judul=title, kanal=["x"]) == ()


def test_letters_that_the_card_cannot_draw_are_named(findings):
    (found,) = findings("MED-03", judul="Rapat Selesai ✅ dan Tertib", kanal=["x"])
    assert "“✅”" in found.message
