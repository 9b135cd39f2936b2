"""`terbit delegate`: an acting official comes by a request that changes one line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from terbit.commands.delegate import Delegation, Wish, delegate
from terbit.core.verdict import Scope
from terbit.errors import InputErrors, TerbitError
from tests.rooms import DECIDER, OTHER_VERIFIER, VERIFIER, WRITER, Room

WISH = Wish("atasan_ppid", VERIFIER, date(2026, 12, 1), date(2026, 12, 5), "SPT-1/2026", "plh")
LINE = (
    "  - {nama: 'Dewi Sekarmelati, S.E.', jabatan: atasan_ppid, akun: dewi-sekarmelati, id: 9301,"
    " mulai: 2026-12-01, sampai: 2026-12-05, status: plh, sk: SPT-1/2026}"
)


def done(room: Room, **changes: object) -> Delegation:
    return delegate(room.newsroom, replace(WISH, **changes), room.who(WRITER), room.tick())


def commit(room: Room, name: str) -> str:
    found = room.newsroom.repository.resolve(name)
    assert found is not None
    return found


def problems(room: Room, **changes: object) -> list[str]:
    with pytest.raises(InputErrors) as error:
        done(room, **changes)
    return [str(problem) for problem in error.value.problems]


def test_one_line_is_added_behind_the_post_and_nothing_else_changes(room: Room) -> None:
    opened = done(room)
    repository = room.newsroom.repository
    main, branch = (
        repository.file(commit(room, name), "kantor.yml") for name in ("main", opened.branch)
    )
    assert main is not None
    assert branch is not None
    old, new = main.decode().split("\n"), branch.decode().split("\n")
    (at,) = [number for number, line in enumerate(new) if line == LINE]
    assert old == new[:at] + new[at + 1 :]
    assert "jabatan: atasan_ppid" in new[at - 1]
    assert "jabatan: pengelola" in new[at + 1]


def test_the_request_is_one_of_policy_and_tells_who_when_and_why(room: Room) -> None:
    opened = done(room)
    (info,) = room.newsroom.forge.requests()
    assert info.title == "Plh. Atasan PPID: Dewi Sekarmelati, S.E."
    assert info.branch == "kebijakan/plh-atasan_ppid-2026-12-01-dewi-sekarmelati"
    verdict = room.newsroom.assess(opened.number, room.now).verdict
    assert verdict.scope is Scope.POLICY
    assert not verdict.allow_merge


def test_the_post_is_held_from_the_merge_on(room: Room) -> None:
    opened = done(room)
    before = room.newsroom.config_at(commit(room, "main")).office.appointments
    after = room.newsroom.config_at(commit(room, opened.branch)).office.appointments
    assert set(after) - set(before) == {opened.row}
    assert opened.row.acting


def test_unfinished_work_in_the_clone_stays_out_and_stays(room: Room) -> None:
    file = room.clone / "kantor.yml"
    file.write_text(file.read_text() + "# belum selesai\n")
    opened = done(room)
    assert file.read_text().endswith("# belum selesai\n")
    assert b"belum selesai" not in (
        room.newsroom.repository.file(commit(room, opened.branch), "kantor.yml") or b""
    )
    assert room.newsroom.repository.current_branch() == "main"


def test_the_same_wish_again_opens_no_second_request(room: Room) -> None:
    done(room)
    with pytest.raises(TerbitError, match="sudah pernah diajukan"):
        done(room)


def test_everything_that_is_wrong_is_told_at_once_with_its_line(room: Room) -> None:
    said = problems(room, role="atasan_pid", login="dewi-sekarmelat", decree=" ")
    assert len(said) == 3
    assert all(line.startswith("kantor.yml:") for line in said)
    assert any("maksudnya “atasan_ppid”?" in line for line in said)
    assert any("maksudnya “dewi-sekarmelati”?" in line for line in said)
    assert any("--sk" in line for line in said)


def test_dates_must_make_sense(room: Room) -> None:
    (turned,) = problems(room, start=date(2026, 12, 6))
    assert "tukar kedua tanggalnya" in turned
    (past,) = problems(room, start=date(2025, 12, 1), end=date(2025, 12, 5))
    assert "sudah lewat" in past


@pytest.mark.parametrize(
    ("changes", "line", "said"),
    [
        ({"end": date(2026, 12, 21)}, "sk: 'SPT-094", "Plh. Lestari Anjarwati, S.E., M.Ak. sudah"),
        ({"start": date(2026, 12, 31), "end": date(2027, 1, 2)}, "sk: 'SPT-094", "Plh. Lestari"),
        ({"login": DECIDER}, "jabatan: atasan_ppid, akun: bagas", "pilih orang lain"),
    ],
)
def test_a_post_that_is_already_held_is_told_by_its_row(
    room: Room, changes: dict[str, object], line: str, said: str
) -> None:
    (problem,) = problems(room, **changes)
    number = int(problem.split(":")[1])
    assert line in (room.clone / "kantor.yml").read_text().splitlines()[number - 1]
    assert said in problem


def test_the_day_after_another_is_free(room: Room) -> None:
    done(room, start=date(2026, 12, 15), end=date(2026, 12, 20))
    done(room, start=date(2027, 1, 1), end=date(2027, 1, 2), login=OTHER_VERIFIER)


def test_a_decree_is_a_text_even_where_it_looks_like_a_number(room: Room) -> None:
    opened = done(room, decree="800", status="plt")
    office = room.newsroom.config_at(commit(room, opened.branch)).office
    assert next(row for row in office.appointments if row.decree == "800").status == "plt"
