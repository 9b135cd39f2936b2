"""Which forge a clone talks to, with which token, and what Git itself is given of it."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from git import Repo

from terbit.errors import ForgeError, TerbitError
from terbit.forges import github, local
from terbit.newsroom.objects import GitObjects
from terbit.newsroom.room import Newsroom
from terbit.repository import clone
from tests.rooms import PUBLIC, WRITER, Room

ADDRESS = "https://github.com/contoh/terbit.git"


@pytest.fixture(autouse=True)
def nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TERBIT_TOKEN", "GITHUB_TOKEN", "GH_TOKEN", "GITHUB_ACTIONS", "TERBIT_BOT"):
        monkeypatch.delenv(name, raising=False)


def connected(room: Room, url: str = ADDRESS) -> Newsroom:
    room.newsroom.repository.git.remote("set-url", "origin", url)
    return Newsroom(room.clone)


def test_a_practice_room_talks_to_its_folder(room: Room) -> None:
    assert isinstance(room.newsroom.forge, local.LocalForge)


def test_a_clone_from_github_talks_to_its_api(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_API_URL", "http://127.0.0.1:9")
    forge = connected(room).forge
    assert isinstance(forge, github.GitHubForge)
    assert forge.client.api == "http://127.0.0.1:9"
    assert forge.address.name == "contoh/terbit"


def test_another_host_is_told(room: Room) -> None:
    with pytest.raises(ForgeError, match="bukan repositori GitHub"):
        _ = connected(room, "https://gitlab.com/contoh/terbit.git").forge


@pytest.mark.parametrize(
    ("environ", "token"),
    [
        ({}, None),
        ({"GH_TOKEN": "c"}, "c"),
        ({"GITHUB_TOKEN": "b", "GH_TOKEN": "c"}, "b"),
        ({"TERBIT_TOKEN": "a", "GITHUB_TOKEN": "b"}, "a"),
        ({"GITHUB_TOKEN": ""}, None),
    ],
)
def test_the_token_comes_from_the_environment(
    room: Room, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], token: str | None
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    forge = connected(room).forge
    assert isinstance(forge, github.GitHubForge)
    assert forge.client.token == token


def test_git_gets_the_token_for_that_host_only_and_writes_it_nowhere(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "rahasia")
    repository = connected(room).repository
    header = f"AUTHORIZATION: basic {base64.b64encode(b'x-access-token:rahasia').decode()}"
    key = "http.https://github.com/.extraheader"
    assert repository.git.config("--get-urlmatch", "http.extraheader", ADDRESS) == header
    assert repository.git.config("--get", key) == header
    file = (room.clone / ".git/config").read_text(encoding="utf-8")
    assert "rahasia" not in file
    assert "extraheader" not in file


def test_in_actions_the_bot_needs_no_asking(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    forge = connected(room).forge
    assert isinstance(forge, github.GitHubForge)
    assert forge.client.login == "github-actions[bot]"
    monkeypatch.setenv("TERBIT_BOT", "kantor-terbit[bot]")
    other = connected(room).forge
    assert isinstance(other, github.GitHubForge)
    assert other.client.login == "kantor-terbit[bot]"


def test_commits_carry_an_address_that_github_knows(room: Room) -> None:
    assert room.who(WRITER).email == "9201+citra-maharani@users.noreply.terbit.invalid"
    on_github = connected(room).identity(WRITER)
    assert on_github.email == "9201+citra-maharani@users.noreply.github.com"


def test_nobody_acts_with_somebody_elses_token(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom = connected(room)
    forge = newsroom.forge
    assert isinstance(forge, github.GitHubForge)
    forge.client.account = "bima-suling"
    with pytest.raises(ForgeError, match="token GitHub ini milik bima-suling, bukan citra"):
        newsroom.desk.merge(1, actor=WRITER, head_sha="a" * 40, now=room.now)


def test_what_a_branch_changes_against_main(room: Room) -> None:
    room.submit()
    assert room.newsroom.changed_units() == (PUBLIC,)
    room.newsroom.repository.git.switch("--detach", "origin/main")
    assert room.newsroom.changed_units() == ()


def test_a_page_that_changed_is_checked_and_one_that_went_is_not(room: Room) -> None:
    repository, who = room.newsroom.repository, room.who(WRITER)
    (room.clone / "content/tentang").mkdir(exist_ok=True)
    page: Path = room.clone / "content/tentang/baru.md"
    page.write_text("---\njudul: Baru\n---\nIsi.\n", encoding="utf-8")
    old = next((room.clone / "content/berita").rglob("index.md")).parent
    for file in old.iterdir():
        file.unlink()
    (room.clone / "content/tentang/denah.png").write_bytes(b"PNG")
    repository.commit(["content"], "Halaman baru", who, room.tick())
    there = ("content/tentang/baru.md", "content/tentang/denah.png")
    assert room.newsroom.changed_units() == there


def test_a_clone_that_is_cut_off_hides_no_writer(room: Room, tmp_path: Path) -> None:
    """Else the base branch's history could lack whoever wrote the draft (N13)."""
    cut = clone(room.bare, tmp_path / "utuh")
    objects = GitObjects(cut, lambda: str(cut.resolve("main")))
    assert objects.draft_commits(objects.main(), ["drafts/kabar-uji"])
    room.overwrite_main("catatan.txt", b"lain")
    cut.git.fetch("--depth", "1", "origin", "main")
    with pytest.raises(TerbitError, match="terpotong"):
        objects.draft_commits(objects.main(), ["drafts/kabar-uji"])


def test_old_texts_are_fetched_by_name_and_gone_ones_are_left_out(
    room: Room, tmp_path: Path
) -> None:
    """GitHub serves any commit by its name, and refuses a fetch that names one which is gone."""
    room.submit()
    old = room.head()
    lie = {f"{PUBLIC}/index.md": room.text("SATU", "DUA")}
    room.push(WRITER, lie, base=room.newsroom.main())
    bare = Repo(room.bare).git
    bare.config("uploadpack.allowAnySHA1InWant", "true")
    bare.update_ref("refs/pull/1/head", room.head())
    other = clone(f"file://{room.bare}", tmp_path / "lain")
    objects = GitObjects(other, lambda: str(other.resolve("main")))
    assert objects.content({"sha": old}, [PUBLIC]) is None
    objects.bring(1, [old, "f" * 40])
    assert objects.content({"sha": old}, [PUBLIC]) is not None
    assert objects.content({"sha": "f" * 40}, [PUBLIC]) is None
