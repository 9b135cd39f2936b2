from __future__ import annotations

from dataclasses import replace
from datetime import date

from terbit.checks import site_paths
from terbit.checks.rules.dup_01 import RULE
from tests.checks.offices import CONTEXT, build

OTHER = "content/berita/2026/11/evaluasi-spip-sepuluh-dinas/index.md"


def find(day: date | None, *paths: str, asked: list[str] | None = None, **kwargs: object):
    def day_of(path: str) -> date | None:
        if asked is not None:
            asked.append(path)
        return day

    known = site_paths(paths)
    context = replace(CONTEXT, known_paths=known, day_of=day_of)
    return list(RULE.check(build(**kwargs), context))


def test_the_other_item_is_named_by_its_address():
    (finding,) = find(date(2026, 11, 10), OTHER)
    assert "/berita/2026/11/evaluasi-spip-sepuluh-dinas/" in finding.message
    assert finding.level == "INGAT"


def test_the_neighbouring_day_counts_and_no_other():
    assert find(date(2026, 11, 11), OTHER)
    assert find(date(2026, 11, 9), OTHER)
    assert find(date(2026, 11, 12), OTHER) == []
    assert find(None, OTHER) == []


def test_only_like_names_of_near_months_are_opened():
    asked: list[str] = []
    far = OTHER.replace("2026/11", "2026/08")
    unlike = OTHER.replace("evaluasi-spip-sepuluh-dinas", "apel-pagi")
    find(None, OTHER, far, unlike, "content/ppid/evaluasi-spip/index.md", asked=asked)
    assert asked == [OTHER]


def test_an_item_is_no_double_of_itself_and_a_series_is_none():
    assert find(date(2026, 11, 10), "content/berita/2026/11/evaluasi-spip/index.md") == []
    assert find(date(2026, 11, 10), OTHER.replace("sepuluh-dinas", "bagian-2")) == []


def test_a_draft_is_compared_with_what_is_published():
    path = "content/berita/2026/11/evaluasi-spip/index.md"
    assert len(find(date(2026, 11, 10), path, folder="drafts/evaluasi-spip")) == 1
