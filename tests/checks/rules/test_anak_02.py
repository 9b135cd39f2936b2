from __future__ import annotations

import pytest

from terbit.core.finding import Level


def test_the_quote_goes_from_child_to_law(findings):
    body = "Menurut guru, seorang siswi menjadi saksi perkara itu."
    (finding,) = findings("ANAK-02", body)
    assert finding.level is Level.TAHAN
    assert finding.quote == "siswi menjadi saksi"
    assert finding.span == body


def test_both_words_must_stand_in_one_sentence(findings):
    assert findings("ANAK-02", "Seorang siswi hadir. Kasus pencurian itu selesai.") == ()


@pytest.mark.parametrize("idiom", ["Anak sungai", "Anak perusahaan", "Anak tangga", "Anak buahnya"])
def test_idioms(findings, idiom):
    assert findings("ANAK-02", f"{idiom} itu disebut dalam kasus pencurian.") == ()


def test_a_case_stays_a_case_beside_prevention(findings):
    body = "Sosialisasi digelar setelah seorang siswi SMP menjadi korban pelecehan."
    assert findings("ANAK-02", body)


def test_the_title_counts(findings):
    assert findings("ANAK-02", judul="Seorang Siswi Menjadi Saksi Kasus Pencurian")


def test_a_topic_needs_somebody_it_happened_to(findings):
    assert findings("ANAK-02", "Psikolog membahas kekerasan pada remaja.") == ()
    assert findings("ANAK-02", "Psikolog membahas kekerasan yang dialami remaja itu.")


def test_the_police_must_do_something_to_a_child(findings):
    assert findings("ANAK-02", "Polisi membagikan helm kepada pelajar.") == ()
    assert findings("ANAK-02", "Polisi menangkap dua pelajar.")


@pytest.mark.parametrize("victim", ["Gadis 13 tahun", "Korban yang masih SD", "Korban kelas VI"])
def test_age_and_class_tell_a_child_without_a_word_for_it(findings, victim):
    assert findings("ANAK-02", f"{victim} itu dianiaya tetangganya.")
