"""What holds for every rule, and for all of them together."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.checks import RULES, Case, Context, run
from terbit.checks.base import Rule
from terbit.core.finding import Level
from terbit.core.office import Appointment
from terbit.core.verdict import Check as CheckColour
from terbit.core.verdict import Reason, Signed, Verdict
from terbit.newsroom import samples
from terbit.report.findings import lines
from tests.checks.offices import CONTEXT, FILES, GPS_FILE, LEAD, OFFICE, build

SENTENCE = "Tim mencatat kemahalan harga Rp91.200.000 pada Kecamatan Sungai Contoh."


def in_example(rule: Rule, example: str) -> set[str]:
    found = run(samples.article(rule, example), samples.context(rule, example))
    return {finding.rule for finding in found}


def test_the_failing_example_fails_with_that_rule_alone(rule_id):
    rule = RULES[rule_id]
    assert in_example(rule, rule.example_fails) == {rule_id}


def test_passing_example_passes_every_rule(rule_id):
    rule = RULES[rule_id]
    assert in_example(rule, rule.example_passes) == set()


def test_rules_say_who_they_are(rule_id):
    rule = RULES[rule_id]
    assert rule.id == rule_id
    assert rule.sentence.endswith(".")
    assert rule.basis


def test_a_clean_article_has_no_findings():
    assert run(build(), CONTEXT) == ()


def test_findings_come_by_line():
    body = f"{LEAD}\nNIK 6203 0255 0190 0007.\n\n<iframe>\n\nRabu (10/11/2026).\n"
    found = run(build(body, klasifikasi=""), CONTEXT)
    assert [f.line for f in found] == sorted(f.line for f in found)
    assert {f.rule for f in found} == {"PII-01", "HTML-01", "WKT-01", "KIP-06"}


def test_findings_of_photos_come_behind_the_text():
    found = run(build("<iframe>\n", files={**FILES, **GPS_FILE}), CONTEXT)
    assert [f.rule for f in found] == ["HTML-01", "FOTO-04"]


# Lifting -------------------------------------------------------------------------------


def waiver(**changes: str) -> dict[str, str]:
    row = {
        "aturan": "KIP-01",
        "kutipan": SENTENCE,
        "alasan": "Sudah diumumkan.",
        "oleh": "Rina Contoh",
    }
    return {**row, **changes}


def held(body: str, *rows: dict[str, str], context: Context = CONTEXT):
    """(KIP-01 findings, notes about reasons)"""
    found = run(build(body, catatan_pemeriksaan=list(rows)), context)
    return (
        [f for f in found if f.rule == "KIP-01"],
        [f for f in found if f.rule == "CATATAN"],
    )


def test_a_reason_lifts_a_hold():
    (finding,), notes = held(SENTENCE, waiver())
    assert finding.lifted_by == "Rina Contoh"
    assert finding.reason == "Sudah diumumkan."
    assert not finding.blocks
    assert notes == []


def test_a_hold_without_a_reason_blocks():
    (finding,), notes = held(SENTENCE)
    assert finding.blocks
    assert notes == []


@pytest.mark.parametrize(
    "quote",
    [
        "tim mencatat  kemahalan harga Rp91.200.000 pada Kecamatan Sungai Contoh",
        "kemahalan harga Rp91.200.000 pada Kecamatan Sungai Contoh",
        "Tim mencatat **kemahalan harga** Rp91.200.000 pada Kecamatan Sungai Contoh.",
    ],
)
def test_quotes_may_differ_in_spaces_marks_and_edges(quote):
    (finding,), _ = held(SENTENCE, waiver(kutipan=quote))
    assert finding.lifted_by


def test_a_quote_copied_from_the_source_with_its_link():
    body = "Tim mencatat [temuan](https://contoh.go.id/) Rp5.000.000 pada Desa Contoh."
    (finding,), _ = held(body, waiver(kutipan=body))
    assert finding.lifted_by


@pytest.mark.parametrize(
    "changed",
    [
        SENTENCE.replace("91.200", "92.200"),
        SENTENCE.replace("Sungai Contoh", "Sungai Lain"),
        SENTENCE.replace("Tim mencatat", "Tim tidak mencatat"),
        SENTENCE.replace("Contoh.", "Contoh dan Desa Lain."),
    ],
)
def test_a_changed_sentence_comes_back(changed):
    (finding,), (note,) = held(changed, waiver())
    assert finding.blocks
    assert note.level is Level.INGAT
    assert note.message == "catatan ini tidak cocok dengan temuan mana pun"


@pytest.mark.parametrize("quote", ["kemahalan", "Kecamatan Sungai Contoh", "harga", "Tim mencatat"])
def test_a_common_word_lifts_nothing(quote):
    (finding,), notes = held(SENTENCE, waiver(kutipan=quote))
    assert finding.blocks
    assert notes


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"alasan": "  "}, "belum diisi"),
        ({"kutipan": " . "}, "kosong"),
        ({"oleh": "Orang Luar"}, "tidak tercatat"),
        ({"oleh": "Lama Sekali"}, "tidak tercatat"),
        ({"oleh": ""}, "tidak tercatat"),
        ({"aturan": "KIP-02"}, "tidak cocok dengan temuan mana pun"),
    ],
)
def test_reasons_that_do_not_count(row, says):
    (finding,), (note,) = held(SENTENCE, waiver(**row))
    assert finding.blocks
    assert says in note.message
    assert note.line > 1


def test_a_refusal_is_never_lifted():
    body = "Bantuan untuk NIK 6203 0255 0190 0007."
    row = waiver(aturan="PII-01", kutipan=body)
    found = run(build(body, catatan_pemeriksaan=[row]), CONTEXT)
    assert [f.rule for f in found if f.blocks] == ["PII-01"]
    (note,) = (f for f in found if f.rule == "CATATAN")
    assert "hanya temuan TAHAN" in note.message


def test_one_reason_lifts_the_landline_and_not_the_mobile():
    body = "Hubungi (0536) 3221999 atau 0813-1111-2222."
    row = waiver(aturan="PII-03", kutipan=body)
    found = [f for f in run(build(body, catatan_pemeriksaan=[row]), CONTEXT) if f.rule == "PII-03"]
    assert {f.level: bool(f.lifted_by) for f in found} == {Level.TAHAN: True, Level.TOLAK: False}


def test_two_landlines_need_two_reasons_unless_the_quote_holds_both():
    body = "Hubungi (0536) 3221999. Di luar jam kerja hubungi (0536) 3221899."
    row = waiver(aturan="PII-03", kutipan="Hubungi (0536) 3221999.")
    found = [f for f in run(build(body, catatan_pemeriksaan=[row]), CONTEXT) if f.rule == "PII-03"]
    assert sorted(bool(f.lifted_by) for f in found) == [False, True]


def test_lifters_are_names_and_capacities():
    context = replace(CONTEXT, lifters=frozenset({"rina contoh", "ketua ppid"}))
    for by in ("Rina Contoh", "ketua  PPID", "Plt. Ketua PPID", "Rina Contoh, Ketua PPID"):
        assert held(SENTENCE, waiver(oleh=by), context=context)[0][0].lifted_by
    for by in ("Budi", "Ketua", "Lama Sekali (Ketua PPID)"):
        assert held(SENTENCE, waiver(oleh=by), context=context)[0][0].blocks


def signed_by(name: str, capacity: str, *, closing: bool = True) -> Context:
    """What is known once somebody has signed and the text is about to be published."""
    row = Signed("telaah", 1, name, "rina", capacity, 1, datetime(2026, 11, 12, tzinfo=UTC))
    verdict = Verdict(Reason.READY, None, CheckColour.SUCCESS, None, signatures=(row,))
    lifters = frozenset({"rina contoh", "ketua ppid"})
    return replace(CONTEXT, lifters=lifters, case=Case(verdict, closing))


@pytest.mark.parametrize("by", ["Rina Contoh", "Ketua PPID", "Plh. Ketua PPID"])
@pytest.mark.parametrize("capacity", ["Ketua PPID", "Plh. Ketua PPID", "Auditor; Ketua PPID"])
def test_a_reason_counts_when_its_giver_approved_the_text(by, capacity):
    context = signed_by("Rina Contoh", capacity)
    assert held(SENTENCE, waiver(oleh=by), context=context)[0][0].lifted_by


def test_a_reason_in_the_name_of_somebody_who_approved_nothing_does_not_count():
    context = signed_by("Orang Lain", "Sekretaris PPID")
    (finding,), (note,) = held(SENTENCE, waiver(), context=context)
    assert finding.blocks
    assert "belum menyetujui" in note.message
    assert finding.awaits == ("Rina Contoh",)
    # until somebody means to publish, the one named may still sign
    waiting = signed_by("Orang Lain", "Sekretaris PPID", closing=False)
    (early,), _ = held(SENTENCE, waiver(), context=waiting)
    assert (early.lifted_by, early.awaits) == ("Rina Contoh", ("Rina Contoh",))


def test_one_reason_of_somebody_who_approved_is_enough():
    context = signed_by("Rina Contoh", "Auditor")
    other, own = waiver(oleh="Ketua PPID"), waiver()
    for rows in ((other, own), (own, other)):
        (finding,), _ = held(SENTENCE, *rows, context=context)
        assert (finding.lifted_by, finding.awaits) == ("Rina Contoh", ())


def test_a_named_lifter_out_of_office_does_not_count():
    context = replace(CONTEXT, lifters=frozenset({"lama sekali"}))
    assert held(SENTENCE, waiver(oleh="Lama Sekali"), context=context)[0][0].blocks


def test_today_decides_who_is_in_office():
    row = Appointment("Akan Datang", "penelaah", "ad", 9, date(2027, 1, 1))
    office = replace(OFFICE, appointments=(*OFFICE.appointments, row))
    now = replace(CONTEXT, office=office)
    later = replace(now, today=date(2027, 1, 1))
    assert held(SENTENCE, waiver(oleh="Akan Datang"), context=now)[0][0].blocks
    assert held(SENTENCE, waiver(oleh="Akan Datang"), context=later)[0][0].lifted_by


def test_the_reason_shown_is_masked():
    (finding,), _ = held(SENTENCE, waiver(alasan="Lihat NIK 6203025501900007."))
    assert "6203025501900007" not in finding.reason


# Whatever is written -------------------------------------------------------------------

_PIECES = st.sampled_from(
    "NIK 6203 0255 0190 0007~0813-1111-2222~Rabu (10/11/2026)~<iframe>~<![x~<!--~<a href=~![](x)"
    "~[x](javascript:1)~{: onclick=1}~| a | b |\n|---|---|\n| 1 |~temuan Rp5.000.000 di Desa Contoh"
    "~Insfektorat~\u200b~&#54;~```~> ~- ~\n\n~[a][b]\n\n[b]: /x~<style>~</~\t~٦٢٠٣~31 November 2026"
    "~Senin, 99/99/9999~[x](http://[)~&Tab;".split("~")
)
# control characters are refused by the parser before any rule runs
_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf"]), max_size=40)
_BODIES = st.lists(_PIECES | _TEXT, max_size=8).map("".join)


@settings(deadline=None, max_examples=150)
@given(_BODIES)
def test_any_body_can_be_checked_and_lines_lie_inside_the_file(body):
    made = build(body)
    count = made.source.count("\n") + 1
    for finding in run(made, CONTEXT):
        assert 1 <= finding.line <= count
        assert finding.message
        assert finding.fix


_SEPARATOR = st.sampled_from(["", " ", "-", ".", " - ", "\u00a0", "–"])
_NIK = st.lists(_SEPARATOR, min_size=3, max_size=3).map(
    lambda s: s[0].join(["6203", "0255"]) + s[1] + s[2].join(["0190", "0007"])
)
_PHONE = st.lists(_SEPARATOR, min_size=2, max_size=2).map(lambda s: f"0813{s[0]}1111{s[1]}2222")


@settings(deadline=None, max_examples=100)
@given(_NIK, _PHONE, st.sampled_from([SENTENCE, "<iframe>", "Rabu (10/11/2026)", "[x](/tiada/)"]))
def test_no_flagged_value_survives_in_anything_printed(nik, phone, other):
    body = f"Warga dengan NIK {nik} dan HP {phone} menerima temuan Rp5.000.000. {other}"
    found = run(build(body, judul=f"Temuan Rp5.000.000 NIK {nik}"), CONTEXT)
    assert {"PII-01", "PII-03"} <= {f.rule for f in found}
    printed = "\n".join([*lines(found), *(f.quote for f in found)])
    digits = re.findall(r"\d+", re.sub(r"(?<=\d)[\s.\-–\u00a0]+(?=\d)", "", printed))
    for value in ("6203025501900007", "081311112222"):
        for start in range(len(value) - 5):
            assert not any(value[start : start + 6] in run_ for run_ in digits)
