"""The corpus as a newsroom is what the publisher would have left."""

from __future__ import annotations

from pathlib import Path

import pytest

from terbit.archive import ledger as archive
from terbit.core.digest import path_of
from terbit.core.plan import Version, standing, unjudged, visible
from terbit.core.record import Ledger
from terbit.repository import ARCHIVE, MAIN, Repository
from tests.bench.site import corpus
from tests.bench.site.newsroom import Newsroom


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    made = Newsroom(tmp_path)
    made.create(corpus.stories(5))
    return made


def ledger(repository: Repository) -> Ledger:
    tip = repository.tip(ARCHIVE)
    assert tip
    return archive.read(repository.branch_files(tip))


def articles_of(found: Ledger) -> list[str]:
    return [item for item in found if item.startswith("berita/")]


def test_the_ledger_reads_and_everything_is_published(newsroom: Newsroom) -> None:
    repository = Repository(newsroom.clone)
    found, main = ledger(repository), repository.tip(MAIN)
    assert main
    assert len(articles_of(found)) == 5
    assert visible(found) == standing(found)
    assert set(visible(found)) == set(found)
    versions = [Version(item, repository.entry(main, path_of(item))) for item in found]
    assert unjudged(found, versions) == ()


def test_every_review_step_is_signed(newsroom: Newsroom) -> None:
    steps = [step.id for step in newsroom.setting.procedure.review_steps]
    for history in ledger(Repository(newsroom.clone)).values():
        assert [signature.step for signature in history.signatures] == steps
        assert history.first_published
        assert all(s.at < history.first_published for s in history.signatures)


def test_one_more_article_is_one_commit_on_each_branch(newsroom: Newsroom) -> None:
    repository = Repository(newsroom.clone)
    before = {branch: repository.tip(branch) for branch in (MAIN, ARCHIVE)}
    newsroom.append([corpus.story(5, 5)])
    assert len(articles_of(ledger(repository))) == 6
    for branch, tip in before.items():
        assert repository.parent(str(repository.tip(branch))) == tip


def test_the_working_tree_holds_the_settings_alone(newsroom: Newsroom) -> None:
    names = sorted(path.name for path in newsroom.clone.iterdir())
    assert names == [".git", "kantor.yml", "mkdocs.yml", "sop.yml"]
