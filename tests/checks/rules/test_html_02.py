"""HTML-02: hidden text, and gambling words by where they stand."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from terbit.checks import run
from terbit.core.catalogue import RuleSetting
from tests.checks.offices import CONTEXT, OFFICE, build

HIDDEN = [
    "<span style='display:none'>x</span>",
    "<span style='DISPLAY : none !important'>x</span>",
    "<span style='dis/**/play:none'>x</span>",
    "<span style='visibility:hidden'>x</span>",
    "<span style='opacity:0'>x</span>",
    "<span style='font-size:0'>x</span>",
    "<span style='font-size:1px'>x</span>",
    "<p style='position:absolute;left:-9999px'>x</p>",
    "<p style='text-indent:-9999em'>x</p>",
    "<p style='color:#fff'>x</p>",
    "<p style='color:white;background:#ffffff'>x</p>",
    "<p style='color:rgb(255, 255, 255)'>x</p>",
    "<p style='height:0;overflow:hidden'>x</p>",
    "<p style='clip:rect(0,0,0,0)'>x</p>",
    "<font color=white>x</font>",
    "<p hidden>x</p>",
    "<template>x</template>",
    "<img src=foto-1.jpg width=1 height=1>",
    "<style>.a{display:none}</style>",
]
SHOWN = [
    "<p style='font-size:0.9em'>x</p>",
    "<p style='opacity:0.5;color:#ffaa00'>x</p>",
    "<p style='color:white;background:#000'>x</p>",
    "<p style='width:100px;height:10px;margin-left:-10px'>x</p>",
    "<p style='display:block'>x</p>",
    "<!-- catatan redaksi -->",
]


@pytest.mark.parametrize("body", HIDDEN)
def test_hidden_text_is_refused(findings, body):
    (found,) = findings("HTML-02", body)
    assert found.level.value == "TOLAK"


@pytest.mark.parametrize("body", SHOWN)
def test_what_is_shown_is_not(findings, body):
    assert findings("HTML-02", body) == ()


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("Satgas memberantas judi online di daerah.", "TAHAN"),
        ("Satgas memberantas judi online, atau judol, di daerah.", "TAHAN"),
        ("![poster togel](foto-1.jpg)", "TAHAN"),
        ("Warga diajak bermain togel dan slot gacor.", "TOLAK"),
        ("Situs https://gacor88.contoh/ ditutup.", "TOLAK"),
        ("[baca](https://slot88.contoh/)", "TOLAK"),
        ("[slot](https://contoh.id/)", "TOLAK"),
        ("[x](https://contoh.id/ 'maxwin')", "TOLAK"),
        ("<!-- situs togel -->", "TOLAK"),
        ("[judi online](https://contoh.id/)", "TOLAK"),
        ("[judi online](https://komdigi.go.id/judi-online)", "TAHAN"),
        ("[slot gacor](https://dinas.contoh.go.id/x)", "TOLAK"),
    ],
)
def test_the_place_of_a_word_decides(findings, body, level):
    assert {found.level.value for found in findings("HTML-02", body)} == {level}


def test_each_sentence_is_held_by_itself(findings):
    body = "Judi online merugikan. Warga menjauhi judi online dan judi online lain."
    first, second = findings("HTML-02", body)
    assert first.span == "Judi online merugikan."
    assert second.span.startswith("Warga")


def test_an_office_adds_words():
    setting = RuleSetting("muncul di situs tetangga", words=("raja cuan",))
    office = replace(OFFICE, rules=MappingProxyType({"HTML-02": setting}))
    made = build("Menang bersama Raja  Cuan setiap hari.")
    found = [f for f in run(made, replace(CONTEXT, office=office)) if f.rule == "HTML-02"]
    assert [f.quote for f in found] == ["Raja Cuan"]
    assert [f for f in run(made, CONTEXT) if f.rule == "HTML-02"] == []


def test_words_of_a_reason_are_no_advertisement(findings):
    row = {
        "aturan": "HTML-02",
        "kutipan": "Satgas memberantas judi online di daerah.",
        "alasan": "Berita pencegahan judi online dan togel.",
        "oleh": "Rina Contoh",
    }
    (found,) = findings("HTML-02", row["kutipan"], catatan_pemeriksaan=[row])
    assert found.lifted_by
