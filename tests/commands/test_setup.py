"""`terbit setup`: a plan that changes nothing, then only the differences, and refusals in words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from terbit.commands import setup
from terbit.errors import ForgeError, InputErrors, TerbitError
from terbit.forges.github.generated import CODEOWNERS, GATE_FILE
from terbit.forges.github.settings import GATE_RULESET
from terbit.repository import Repository
from tests.forges.github.desk import NAME, WANTED, github, prepared, private, reader, writer
from tests.github.fake import FakeGitHub
from tests.rooms import MAINTAINER, REPOSITORY, VERIFIER, Room

OWNERS = {CODEOWNERS: "isi\n"}


def plan(fake: FakeGitHub, files: dict[str, str] | None = None) -> setup.Plan:
    return setup.prepare(reader(fake), WANTED, files or {})


def carry_out(fake: FakeGitHub, folder: Path, token: str = MAINTAINER) -> setup.Outcome:
    return setup.carry_out(writer(fake, token), plan(fake, OWNERS), folder)


def writes(fake: FakeGitHub) -> list[str]:
    return [call.path for call in fake.log if call.method != "GET"]


def test_a_plan_has_a_line_and_a_reason_for_each_action_and_changes_nothing() -> None:
    fake = github()
    lines = list(setup.plan_lines(plan(fake, OWNERS), NAME))
    assert writes(fake) == []
    actions = [line for line in lines if line.startswith("- ")]
    assert all(" — " in line for line in actions)
    assert any("squash menjadi tidak (sekarang ya)" in line for line in actions)
    assert any(f"Aturan “{GATE_RULESET}”" in line for line in actions)
    assert any(CODEOWNERS in line for line in actions)
    assert lines[-1] == "Terapkan: terbit setup --apply"
    assert any("arsip" in line and "terbit publish" in line for line in lines)


def test_a_second_run_has_nothing_left_to_do(tmp_path: Path) -> None:
    fake = github()
    outcome = carry_out(fake, tmp_path)
    assert outcome.complete
    assert (tmp_path / CODEOWNERS).read_text("utf-8") == "isi\n"
    fake.log.clear()
    again = setup.carry_out(writer(fake), plan(fake), tmp_path)
    assert writes(fake) == []
    assert list(setup.outcome_lines(again)) == ["Tidak ada yang perlu diubah."]
    (line,) = setup.plan_lines(plan(fake), NAME)
    assert line.startswith("Tidak ada yang perlu diubah")


def test_each_part_that_was_set_is_told(tmp_path: Path) -> None:
    lines = list(setup.outcome_lines(carry_out(github(), tmp_path)))
    assert "✔ Repositori: diatur" in lines
    assert f"✔ Aturan “{GATE_RULESET}”: diatur" in lines
    assert any(CODEOWNERS in line and "permintaan tersendiri" in line for line in lines)


def test_what_github_refuses_is_told_and_the_rest_is_done(tmp_path: Path) -> None:
    fake = github()
    fake.faults.add("POST", "/pages$", "404")
    fake.faults.add("PATCH", ".", "502", times=None)
    outcome = carry_out(fake, tmp_path)
    assert not outcome.complete
    assert set(outcome.refused) == {"GitHub Pages", "Repositori"}
    lines = list(setup.outcome_lines(outcome))
    assert any("✘ GitHub Pages: token ini tidak berhak mengubahnya" in line for line in lines)
    assert f"✔ Aturan “{GATE_RULESET}”: diatur" in lines
    assert {change.part for change in plan(fake).changes.changes} == set(outcome.refused)


def test_the_free_plan_is_told_in_words(tmp_path: Path) -> None:
    fake = github()
    private(fake, "free")
    outcome = carry_out(fake, tmp_path)
    assert not outcome.complete
    text = "\n".join(setup.outcome_lines(outcome))
    assert "✘ GitHub Pages: paket GitHub ini tidak menyediakannya" in text
    assert f"? Aturan “{GATE_RULESET}” tidak dapat diperiksa: paket GitHub ini" in text
    assert "✔ Repositori: diatur" in text


def test_what_could_not_be_looked_at_is_not_called_done(tmp_path: Path) -> None:
    fake = prepared()
    private(fake, "free")
    outcome = setup.carry_out(writer(fake), plan(fake), tmp_path)
    assert not outcome.refused
    assert not outcome.complete


def test_a_token_without_rights_changes_nothing_and_says_so(tmp_path: Path) -> None:
    fake = github()
    fake.state.collaborators[VERIFIER] = "read"
    outcome = carry_out(fake, tmp_path, VERIFIER)
    assert outcome.done == ()
    assert {one.why for one in outcome.refused.values()} == {"token ini tidak berhak mengubahnya"}


def test_what_a_person_must_do_is_not_called_done(tmp_path: Path) -> None:
    fake = prepared()
    fake.state.repository["default_branch"] = "master"
    outcome = setup.carry_out(writer(fake), plan(fake), tmp_path)
    assert not outcome.complete
    (line,) = setup.outcome_lines(outcome)
    assert line.startswith("✘ Cabang utama: kerjakan dengan tangan")


def test_words_from_outside_stay_on_their_line() -> None:
    fake = prepared()
    fake.state.repository["default_branch"] = "x\n\x1b[2J✔ Repositori: diatur"
    assert all(
        "\n" not in line and "\x1b" not in line for line in setup.plan_lines(plan(fake), NAME)
    )


def test_a_written_file_replaces_the_old_one_whole(tmp_path: Path) -> None:
    old = tmp_path / CODEOWNERS
    old.parent.mkdir()
    old.write_text("lama\n", "utf-8")
    link = tmp_path / "lain"
    link.hardlink_to(old)
    assert setup.write(tmp_path, OWNERS) == (CODEOWNERS,)
    assert old.read_text("utf-8") == "isi\n"
    assert link.read_text("utf-8") == "lama\n"
    assert [path.name for path in old.parent.iterdir()] == ["CODEOWNERS"]


def test_the_files_of_a_clone_are_written_once(room: Room) -> None:
    repository = Repository(room.clone)
    assert setup.Setup(repository, room.now).write_files() != ()
    assert f"/kantor.yml @{MAINTAINER} " in (room.clone / CODEOWNERS).read_text("utf-8")
    assert (room.clone / GATE_FILE).read_bytes() == (REPOSITORY / GATE_FILE).read_bytes()
    assert setup.Setup(repository, room.now).write_files() == ()


def test_the_choice_of_native_approvals_is_kept_in_the_repository(room: Room) -> None:
    repository = Repository(room.clone)
    setup.Setup(repository, room.now, 0).write_files()
    assert setup.Setup(repository, room.now).approvals == 0
    assert setup.Setup(repository, room.now).files == {}
    assert list(setup.Setup(repository, room.now, 1).files) == [GATE_FILE]


def test_a_broken_configuration_is_told_before_anything_else(room: Room) -> None:
    shutil.copyfile(room.clone / "sop.yml", room.clone / "kantor.yml")
    with pytest.raises(InputErrors):
        setup.Setup(Repository(room.clone), room.now)


def test_a_practice_forge_has_nothing_to_set(room: Room) -> None:
    with pytest.raises(ForgeError, match="bukan repositori GitHub"):
        setup.Setup(Repository(room.clone), room.now).plan()


def test_to_apply_needs_a_token(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TERBIT_TOKEN", "GITHUB_TOKEN", "GH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    Repository(room.clone).git.remote("set-url", "origin", f"https://github.com/{NAME}.git")
    with pytest.raises(TerbitError, match="token GitHub belum ada"):
        setup.Setup(Repository(room.clone), room.now).run()
