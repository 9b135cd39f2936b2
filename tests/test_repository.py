"""Commits that are made beside the working tree hold exactly the files that were given."""

from __future__ import annotations

import pytest

from terbit.errors import TerbitError
from terbit.repository import MACHINE, Repository
from tests.rooms import Room


def commit(room: Room, base: str | None, files: dict[str, bytes], *remove: str) -> str:
    return room.newsroom.repository.make_commit(
        base, files, remove, message="Uji", by=MACHINE, at=room.now
    )


def listed(repository: Repository, sha: str) -> dict[str, bytes]:
    return repository.branch_files(sha)


def test_it_holds_what_was_given_and_what_stood_before(room: Room) -> None:
    first = {"a/satu.txt": b"satu\r\n", "b.bin": bytes(range(256)), "kosong": b""}
    begun = commit(room, None, first)
    assert listed(room.newsroom.repository, begun) == first
    later = commit(room, begun, {"b.bin": b"lain", "c d\té.txt": b"satu\r\n"}, "a/satu.txt")
    wanted = {"b.bin": b"lain", "kosong": b"", "c d\té.txt": b"satu\r\n"}
    assert listed(room.newsroom.repository, later) == wanted
    assert room.newsroom.repository.parent(later) == begun


def test_a_thousand_files_take_a_handful_of_calls_of_git(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    run = Repository._run

    def counted(self: Repository, command: str, *rest: str, **more: object) -> str:
        calls.append(command)
        return run(self, command, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Repository, "_run", counted)
    files = {f"berita/{number}.json": b"%d" % number for number in range(1000)}
    assert listed(room.newsroom.repository, commit(room, None, files)) == files
    assert len(calls) < 10


def test_a_path_that_git_refuses_is_an_error_in_words(room: Room) -> None:
    with pytest.raises(TerbitError, match="update-index"):
        commit(room, None, {"../luar.txt": b"x"})


def test_the_history_of_a_branch_leaves_out_what_it_merged(room: Room) -> None:
    repository = room.newsroom.repository
    before = list(repository.history(room.newsroom.main()))
    room.publish_request()
    repository.fetch()
    merge, head = room.newsroom.main(), repository.resolve(f"{room.newsroom.main()}^2")
    assert list(repository.history(merge)) == [merge, *before]
    assert head not in repository.history(merge)
