"""The corpus is news as the product reads it, the same every time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest

from terbit import articles, config
from terbit.commands.check import check
from tests.bench.site import corpus, language
from tests.bench.site.newsroom import OFFICE

FIVE = list(corpus.stories(5))


def test_the_articles_parse() -> None:
    for story in FIVE:
        article = articles.parse(f"content/berita/{story.folder}", corpus.terbit_files(story))
        assert (article.title, article.category) == (story.title, story.category)
        assert article.tags == story.tags
        assert article.photos[0].file in article.files
        assert article.five_w is not None
        assert all(answer for _, answer in article.five_w.items())


def test_no_rule_keeps_them_from_being_published(tmp_path: Path) -> None:
    for story in FIVE:
        folder = tmp_path / "content/berita" / story.folder
        folder.mkdir(parents=True)
        for name, data in corpus.terbit_files(story).items():
            (folder / name).write_bytes(data)
    (tmp_path / "content/ppid").mkdir()
    (tmp_path / "content/ppid/permohonan.md").write_text("---\njudul: Permohonan\n---\n")
    office = config.load(OFFICE).office
    result = check(tmp_path, ["content/berita"], date(2026, 11, 22), office, frozenset())
    assert result.ok, [str(finding) for finding in result.findings]


def test_they_are_the_same_every_time() -> None:
    assert list(corpus.stories(5)) == FIVE
    assert list(corpus.stories(5, seed=1)) != FIVE
    assert corpus.photo(3) == corpus.photo.__wrapped__(3)


def test_they_are_of_ten_years_and_each_has_an_address_of_its_own() -> None:
    stories = list(corpus.stories(300))
    assert len({story.folder for story in stories}) == 300
    assert (stories[-1].day - stories[0].day).days > 3500
    assert all(story.day.weekday() < 5 for story in stories)
    assert 330 < mean(len(story.body.split()) for story in stories) < 410


def test_one_more_is_newer_than_all() -> None:
    stories = [corpus.story(number, 50) for number in range(53)]
    newest = max(story.published for story in stories[:50])
    assert newest < stories[50].published < stories[51].published < stories[52].published


def test_frequent_words_are_much_more_frequent() -> None:
    found = [story.category for story in corpus.stories(600)]
    counts = [found.count(category) for category in language.CATEGORIES]
    assert counts[0] > 1.5 * counts[1] > counts[4]
    assert all(counts)


def test_there_are_eight_hundred_tags_three_to_each_article() -> None:
    assert len(set(language.tags())) == 800
    assert all(len(set(story.tags)) == 3 for story in FIVE)


@pytest.mark.parametrize(
    ("root", "verb", "noun"),
    [
        ("periksa", "memeriksa", "pemeriksaan"),
        ("tulis", "menulis", "penulisan"),
        ("susun", "menyusun", "penyusunan"),
        ("kirim", "mengirim", "pengiriman"),
        ("bina", "membina", "pembinaan"),
        ("catat", "mencatat", "pencatatan"),
        ("audit", "mengaudit", "pengauditan"),
        ("rawat", "merawat", "perawatan"),
        ("evaluasi", "mengevaluasi", "evaluasi"),
    ],
)
def test_words_are_formed_as_indonesian_forms_them(root: str, verb: str, noun: str) -> None:
    assert (language.active(root), language.process(root)) == (verb, noun)


def test_sentences_begin_with_a_capital_and_end() -> None:
    text = FIVE[0].body.split("\n\n")[1]
    assert text[0].isupper()
    assert text.endswith(".")
    assert all(b[0].isupper() for a, b in pairwise(text.split(". ")))
