"""Answers that go wrong on demand."""

from __future__ import annotations

import pytest
import requests

from tests.github.fake import FakeGitHub
from tests.github.faults import KINDS

from .conftest import Caller


@pytest.fixture
def api(fake: FakeGitHub) -> Caller:
    """A caller of a fake with three labels."""
    fake.state.labels = [{"id": n, "name": f"l{n}", "color": "ededed"} for n in range(3)]
    return Caller(fake)


@pytest.mark.parametrize(
    ("kind", "status", "header", "value"),
    [
        ("500", 500, "Content-Type", "application/json; charset=utf-8"),
        (502, 502, "Content-Type", "application/json; charset=utf-8"),
        ("503", 503, "Content-Type", "application/json; charset=utf-8"),
        ("404", 404, "Content-Type", "application/json; charset=utf-8"),
        ("primary limit", 403, "X-RateLimit-Remaining", "0"),
        ("secondary limit", 403, "Retry-After", "60"),
        ("secondary limit 429", 429, "Retry-After", "60"),
        ("html", 502, "Content-Type", "text/html"),
    ],
)
def test_a_refusal_comes_once_and_leaves_nothing_behind(
    api: Caller, kind: str | int, status: int, header: str, value: str
) -> None:
    api.fake.faults.add("POST", "/labels$", kind)
    row = {"name": "baru"}
    answer = api("POST", "labels", row)
    assert (answer.status_code, answer.headers[header]) == (status, value)
    assert len(api.fake.state.labels) == 3
    assert api("POST", "labels", row).status_code == 201
    assert [call.status for call in api.fake.log] == [status, 201]


def test_a_limit_says_when_it_ends(api: Caller) -> None:
    api.fake.faults.add("GET", "/labels$", "primary limit")
    assert int(api("GET", "labels").headers["X-RateLimit-Reset"]) > 0
    assert api("GET", "labels").headers["X-RateLimit-Remaining"] == "4999"


def test_no_answer_at_all(api: Caller) -> None:
    api.fake.faults.add("GET", "/labels$", "timeout", times=2)
    for _ in range(2):
        with pytest.raises(requests.Timeout):
            api("GET", "labels")
    assert api("GET", "labels").ok
    assert [call.status for call in api.fake.log] == [0, 0, 200]


def test_half_an_answer_to_a_write_that_was_done(api: Caller) -> None:
    api.fake.faults.add("POST", "/labels$", "truncated")
    answer = api("POST", "labels", {"name": "baru"})
    with pytest.raises(requests.JSONDecodeError):
        answer.json()
    assert len(api.fake.state.labels) == 4


def test_a_page_whose_successor_is_lost(api: Caller) -> None:
    api.fake.faults.add("GET", "/labels$", "lost page")
    answer = api("GET", "labels?per_page=1")
    assert (len(answer.json()), "next" in answer.links, "last" in answer.links) == (1, False, True)


def test_an_empty_page_in_between(api: Caller) -> None:
    api.fake.faults.add("GET", "/labels$", "empty page", times=None, page=2)
    pages = [api("GET", f"labels?per_page=1&page={page}") for page in (1, 2, 3)]
    assert [len(page.json()) for page in pages] == [1, 0, 1]
    assert "next" in pages[1].links


def test_a_page_behind_a_cursor_has_its_number_too(api: Caller) -> None:
    for number in range(3):
        api.fake.push("rina", f"cabang-{number}", f"{number + 1:040x}")
    api.fake.faults.add("GET", "/activity$", "502", page=3)
    url, statuses = f"{api.fake.host}/repos/{api.fake.repo}/activity?per_page=1", list[int]()
    while url:
        answer = api.session.get(url)
        statuses.append(answer.status_code)
        url = answer.links.get("next", {}).get("url", "")
    assert statuses == [200, 200, 502]


def test_an_empty_list_inside_an_object(api: Caller) -> None:
    api.fake.state.secrets = ["A"]
    api.fake.faults.add("GET", "/secrets$", "empty page")
    found = Caller(api.fake, api.fake.person("bos", role="admin")).get("actions/secrets")
    assert found == {"total_count": 1, "secrets": []}


def test_a_fault_meets_only_what_it_was_meant_for(api: Caller) -> None:
    api.fake.faults.add("POST", "/labels$", "500", times=None)
    assert api("GET", "labels").ok
    api.fake.faults.add("*", "/pulls$", "500")
    assert api("GET", "pulls").status_code == 500


def test_a_fault_that_nobody_knows_is_refused(api: Caller) -> None:
    with pytest.raises(ValueError, match=f"'teapot'; there are {next(iter(KINDS))}"):
        api.fake.faults.add("GET", "/labels$", "teapot")
