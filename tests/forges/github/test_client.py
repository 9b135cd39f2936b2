"""What the client does when GitHub is slow, tired, or not itself."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from terbit.forges.github import Client, GitHubError
from tests.github.fake import FakeGitHub
from tests.rooms_github import NAME

REPO = f"repos/{NAME}"
COMMENT = f"{REPO}/issues/1/comments"


@pytest.fixture
def fake() -> FakeGitHub:
    made = FakeGitHub(NAME)
    made.person("dewi")
    made.state.labels = [{"id": n, "name": f"label-{n}", "color": "ededed"} for n in range(250)]
    return made


class Naps:
    """Writes down how long the client would have slept."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


def client(fake: FakeGitHub, **changes: Any) -> tuple[Client, Naps]:
    naps = Naps()
    return Client(fake.host, "uji", fake.session(), sleep=naps, **changes), naps


def labels(fake: FakeGitHub) -> tuple[list[str], Naps]:
    made, naps = client(fake)
    return [row["name"] for row in made.pages(f"{REPO}/labels")], naps


def test_a_list_is_read_to_its_end(fake: FakeGitHub) -> None:
    assert labels(fake)[0] == [f"label-{n}" for n in range(250)]
    assert len(fake.log) == 3


def test_a_lost_link_to_the_next_page_loses_nothing(fake: FakeGitHub) -> None:
    fake.faults.add("GET", "/labels$", "lost page", page=1)
    assert len(labels(fake)[0]) == 250


def test_a_list_of_exactly_one_full_page_ends(fake: FakeGitHub) -> None:
    del fake.state.labels[100:]
    assert len(labels(fake)[0]) == 100
    assert len(fake.log) == 2


def test_an_empty_page_behind_a_link_is_no_end(fake: FakeGitHub) -> None:
    fake.faults.add("GET", "/labels$", "empty page", page=2)
    with pytest.raises(GitHubError, match="tidak lengkap"):
        labels(fake)


@pytest.mark.parametrize("kind", ["500", "502", "503", "timeout", "truncated", "html"])
def test_a_bad_moment_is_waited_out(fake: FakeGitHub, kind: str) -> None:
    fake.faults.add("GET", "/labels$", kind, times=2)
    found, naps = labels(fake)
    assert len(found) == 250
    assert naps.seconds == [1, 2]


@pytest.mark.parametrize("kind", ["502", "timeout", "truncated", "html"])
def test_a_bad_day_is_an_error_in_words(fake: FakeGitHub, kind: str) -> None:
    fake.faults.add("GET", "/labels$", kind, times=None)
    with pytest.raises(GitHubError, match="GitHub"):
        labels(fake)


@pytest.mark.parametrize("kind", ["secondary limit", "secondary limit 429"])
def test_the_wait_that_github_asks_for_is_kept(fake: FakeGitHub, kind: str) -> None:
    fake.faults.add("GET", "/labels$", kind)
    found, naps = labels(fake)
    assert len(found) == 250
    assert naps.seconds == [60]


def test_a_wait_of_hours_is_not_waited(fake: FakeGitHub) -> None:
    fake.faults.add("GET", "/labels$", "primary limit", times=None)
    made, naps = client(fake)
    with pytest.raises(GitHubError, match="batas panggilan GitHub tercapai") as caught:
        made.pages(f"{REPO}/labels")
    assert caught.value.status == 403
    assert naps.seconds == []


def test_a_limit_that_ends_in_a_moment_is_waited_out(fake: FakeGitHub) -> None:
    fake.faults.add("GET", "/labels$", "primary limit")
    made, naps = client(fake, clock=lambda: 4102444800 - 20)
    assert len(made.pages(f"{REPO}/labels")) == 250
    assert naps.seconds == [21]


@pytest.mark.parametrize("kind", ["502", "timeout"])
def test_a_comment_is_never_written_twice(fake: FakeGitHub, kind: str) -> None:
    fake.faults.add("POST", "/comments$", kind, times=None)
    made, naps = client(fake)
    with pytest.raises(GitHubError):
        made.send("POST", COMMENT, {"body": "lembar"})
    assert naps.seconds == []
    assert [call.method for call in fake.log].count("POST") <= 1


def test_a_wrong_token_is_told_and_not_printed(fake: FakeGitHub) -> None:
    made = Client(fake.host, "rahasia-sekali", fake.session())
    with pytest.raises(GitHubError, match="tidak mengenali token") as caught:
        made.get(REPO)
    assert "rahasia" not in str(caught.value)
    assert "rahasia" not in repr(made)


def test_what_is_not_there_is_told(fake: FakeGitHub) -> None:
    made, _ = client(fake)
    with pytest.raises(GitHubError, match=r"tidak menemukan /repos/contoh/terbit/pulls/9"):
        made.get(f"{REPO}/pulls/9")


def test_the_token_goes_to_no_other_host(fake: FakeGitHub, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link header is an answer like any other, and may be a lie."""
    made, _ = client(fake)
    real = made.session.request
    asked: list[str] = []

    def lying(method: str, url: str, **options: Any) -> requests.Response:
        asked.append(url)
        answer = real(method, url, **options)
        answer.headers["Link"] = '<https://jahat.example/labels?page=2>; rel="next"'
        return answer

    monkeypatch.setattr(made.session, "request", lying)
    with pytest.raises(GitHubError, match="tidak lengkap"):
        made.pages(f"{REPO}/labels")
    assert all(url.startswith(f"{fake.host}/") for url in asked)


def test_a_link_in_a_circle_ends(fake: FakeGitHub, monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = client(fake)
    real = made.session.request

    def circling(method: str, url: str, **options: Any) -> requests.Response:
        answer = real(method, url, **options)
        answer.headers["Link"] = f'<{fake.host}/{REPO}/labels?per_page=100&page=2>; rel="next"'
        return answer

    monkeypatch.setattr(made.session, "request", circling)
    with pytest.raises(GitHubError, match="tidak lengkap"):
        made.pages(f"{REPO}/labels")


def test_every_call_names_the_version_of_the_api(fake: FakeGitHub) -> None:
    made, _ = client(fake)
    assert made._headers()["X-GitHub-Api-Version"] == "2022-11-28"
    assert Client(fake.host)._headers().get("Authorization") is None


def test_an_empty_answer_is_no_document(fake: FakeGitHub, monkeypatch: pytest.MonkeyPatch) -> None:
    made, naps = client(fake)
    real = made.session.request

    def emptied(method: str, url: str, **options: Any) -> requests.Response:
        answer = real(method, url, **options)
        answer._content = b""
        return answer

    monkeypatch.setattr(made.session, "request", emptied)
    with pytest.raises(GitHubError):
        made.get(REPO)
    assert naps.seconds == [1, 2, 4]
