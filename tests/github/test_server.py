"""The fake behind a real socket, and in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.core.gate.scenario import written
from tests.github.contract import ContractError
from tests.github.fake import FakeGitHub
from tests.github.server import WRONG, Server

from .conftest import Office

ROOT = Path(__file__).parents[2]
AS_BOT = {"Authorization": "Bearer uji"}


def test_it_answers_over_the_loopback_and_links_to_itself(fake: FakeGitHub) -> None:
    fake.state.labels = [{"id": n, "name": f"l{n}", "color": "ededed"} for n in range(3)]
    with Server(fake) as server:
        url = f"{server.url}/repos/contoh/terbit/labels?per_page=2"
        answer = requests.get(url, headers=AS_BOT, timeout=10)
        following = answer.links["next"]["url"]
        assert following.startswith("http://127.0.0.1:")
        rows = requests.get(following, headers=AS_BOT, timeout=10).json()
    assert [row["name"] for row in rows] == ["l2"]
    assert rows[0]["url"].startswith(server.url)


def test_the_state_is_saved_after_each_write(fake: FakeGitHub, tmp_path: Path) -> None:
    file = tmp_path / "keadaan.json"
    with Server(fake, file) as server:
        url = f"{server.url}/repos/contoh/terbit/labels"
        requests.post(url, headers=AS_BOT, json={"name": "siap"}, timeout=10).raise_for_status()
        saved = json.loads(file.read_text("utf-8"))
    assert [row["name"] for row in saved["labels"]] == ["siap"]


def test_what_github_does_not_know_is_told_to_the_caller_and_to_the_test(
    fake: FakeGitHub,
) -> None:
    server = Server(fake)
    with pytest.raises(ContractError, match="stargazers"):
        ask_for_nonsense(server)
    assert len(server.failures) == 1


def ask_for_nonsense(server: Server) -> None:
    with server:
        url = f"{server.url}/repos/contoh/terbit/stargazers"
        answer = requests.get(url, headers=AS_BOT, timeout=10)
        assert (answer.status_code, "not an operation" in answer.text) == (WRONG, True)
        assert len(requests.get(f"{server.url}/_uji/failures", timeout=10).json()) == 1


def test_a_closed_connection_is_no_answer(fake: FakeGitHub) -> None:
    fake.faults.add("GET", "/labels$", "timeout")
    closed = pytest.raises(requests.ConnectionError, match="closed connection without response")
    with Server(fake) as server, closed:
        requests.get(f"{server.url}/repos/contoh/terbit/labels", headers=AS_BOT, timeout=10)


@contextmanager
def process(*words: str) -> Iterator[str]:
    """The server in a process of its own; its address."""
    command = [sys.executable, "-m", "tests.github.server", *words]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            yield running.stdout.readline().strip()
        finally:
            running.terminate()


def post(url: str, name: str, **body: Any) -> Any:
    """A deed of the test in the other process."""
    answer = requests.post(f"{url}/_uji/{name}", json=body, timeout=10)
    assert answer.ok, answer.text
    return answer.json()


def test_a_test_in_another_process_acts_for_people(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "keadaan.json"
    office.git("checkout", "-q", "-B", "draf/kabar")
    head = office.commit({"a.md": "a\n"})
    with process("--git", str(office.bare), "--state", str(file)) as url:
        for login in ("rina", "hendra"):
            post(url, "person", login=login)
        post(url, "clock", now="2026-11-16T09:30:00+07:00")
        office.git("push", "-q", "origin", "HEAD")
        post(url, "received", actor="rina")
        number = post(url, "open", login="rina", branch="draf/kabar", title="Kabar")
        post(url, "review", number=number, login="hendra")
        post(url, "require", contexts=["Gerbang SOP"])
        post(url, "token", token="lain", login="github-actions[bot]", permissions={})
        post(url, "fault", method="GET", path="/pulls$", kind="502")
        pulls = f"{url}/repos/contoh/terbit/pulls"
        headers = {"Authorization": "Bearer lain"}
        statuses = [
            requests.get(pulls, headers=who, timeout=10).status_code
            for who in (AS_BOT, AS_BOT, headers)
        ]
        calls = requests.get(f"{url}/_uji/log", timeout=10).json()
    assert statuses == [502, 200, 403]
    assert [call["account"] for call in calls] == ["github-actions[bot]"] * 3
    (review,) = json.loads(file.read_text("utf-8"))["threads"]["1"]["reviews"]
    assert (review["commit_id"], review["submitted_at"]) == (head, "2026-11-16T02:30:00Z")


def test_a_new_process_goes_on_where_the_old_one_ended(tmp_path: Path) -> None:
    file = tmp_path / "keadaan.json"
    words = ("--repo", "kantor/terbit", "--state", str(file))
    with process(*words) as url:
        assert post(url, "facts", **written().doc) == 7
    with process(*words) as url:
        path = f"{url}/repos/kantor/terbit/pulls/7/commits"
        (row,) = requests.get(path, headers=AS_BOT, timeout=10).json()
        assert requests.get(f"{url}/_uji/unschematic", timeout=10).json() == []
        state = requests.get(f"{url}/_uji/state", timeout=10).json()
    assert row["author"]["login"] == "rina-admin"
    assert list(state["threads"]) == ["7"]
