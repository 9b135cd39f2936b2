from __future__ import annotations

import pytest

from terbit.checks.rules.hj_01 import RULE
from terbit.errors import InputErrors
from tests.checks.offices import CONTEXT, FOLDER, build

APEL = "content/berita/2026/10/apel"


def find(**front: object):
    return list(RULE.check(build(**{"jenis": "hak-jawab", **front}), CONTEXT))


def test_the_finding_stands_at_the_key_and_says_how_to_mend_it():
    (finding,) = find(menjawab="content/berita/2026/10/apel-pagi")
    assert finding.line == build(menjawab=APEL).line("menjawab") > 1
    assert "content/berita/2026/10/apel-pagi" in finding.message
    assert "periksa tahun, bulan, dan nama foldernya" in finding.fix


def test_a_reply_without_the_news_that_it_answers_is_refused():
    (finding,) = find()
    assert finding.level == "TOLAK"
    assert "menjawab: content/berita/TTTT/BB/nama-berita" in finding.fix


def test_a_reply_does_not_answer_itself_and_news_answers_nothing():
    assert "dirinya sendiri" in find(menjawab=FOLDER)[0].message
    assert "hapus menjawab" in find(menjawab=APEL, jenis="berita")[0].fix
    assert find(menjawab=APEL) == []


@pytest.mark.parametrize("named", ["apel", "/berita/2026/10/apel/", f"{APEL}/", "drafts/apel", ""])
def test_only_the_folder_of_published_news_can_be_named(named: str):
    with pytest.raises(InputErrors):
        find(menjawab=named)
