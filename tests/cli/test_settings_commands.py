"""`terbit setup` and `terbit doctor` as a person calls them, against a GitHub on 127.0.0.1."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from terbit.repository import Repository
from tests.forges.github.desk import NAME, github
from tests.github.server import Server
from tests.rooms import MAINTAINER, Room


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(github()) as running:
        yield running


def run(folder: Path, server: Server, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")},
        "GITHUB_API_URL": server.url,
        "TERBIT_TOKEN": MAINTAINER,
    }
    command = [sys.executable, "-m", "terbit", *arguments]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=environment
    )


@pytest.fixture
def clone(room: Room) -> Path:
    remote = f"https://github.com/{NAME}.git"
    Repository(room.clone).git.remote("set-url", "origin", remote)
    return room.clone


def test_a_repository_is_planned_set_up_and_found_in_order(clone: Path, server: Server) -> None:
    planned = run(clone, server, "setup")
    assert planned.returncode == 0, planned.stderr
    assert f"Pengaturan {NAME}:" in planned.stdout
    assert {call.method for call in server.fake.log} == {"GET"}
    assert not (clone / ".github/CODEOWNERS").exists()

    applied = run(clone, server, "setup", "--apply")
    assert applied.returncode == 0, applied.stdout + applied.stderr
    assert "✔ Repositori: diatur" in applied.stdout
    assert (clone / ".github/CODEOWNERS").is_file()

    again = run(clone, server, "setup", "--apply", "--json")
    assert again.returncode == 0
    found = json.loads(again.stdout)
    assert found["repository"] == NAME
    assert found["changes"] == found["done"] == found["files"] == []

    said = run(clone, server, "doctor")
    assert said.returncode == 1  # a public repository, and posts that one person holds alone
    assert "✔ Penggabungan ke main menunggu status Gerbang SOP" in said.stdout
    assert "✘ Naskah, catatan koreksi, dan foto dapat dibaca siapa pun" in said.stdout
    # no key of the archive, and no repository that anybody may copy
    assert said.stdout.rstrip().splitlines()[-1].endswith("2 tidak dapat dipastikan.")
    assert MAINTAINER not in said.stdout


def test_the_files_alone_need_no_network(clone: Path, server: Server) -> None:
    written = run(clone, server, "setup", "--files", "--json")
    assert json.loads(written.stdout)["written"]
    assert "sudah sesuai" in run(clone, server, "setup", "--files").stdout
    done = run(clone, server, "doctor", "--offline", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert found["ok"] is False
    assert {"id", "state", "sentence", "fix", "details"} == set(found["guarantees"][0])
    assert {row["state"] for row in found["guarantees"]} == {"holds", "fails", "unknown"}
    assert server.fake.log == []


def test_a_refusal_ends_with_1(clone: Path, server: Server) -> None:
    server.fake.faults.add("POST", "/rulesets$", "404", times=None)
    done = run(clone, server, "setup", "--apply")
    assert done.returncode == 1
    assert "✘ Aturan “main - gerbang SOP”: token ini tidak berhak mengubahnya" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("count", ["2", "-1", "satu"])
def test_only_none_or_one_native_approval_can_be_chosen(
    clone: Path, server: Server, count: str
) -> None:
    assert run(clone, server, "setup", "--approvals", count).returncode == 2
