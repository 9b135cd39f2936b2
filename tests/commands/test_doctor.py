"""`terbit doctor`: what holds, what does not, and what nobody can tell."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from terbit import config
from terbit.commands import doctor, setup
from terbit.core.guarantee import Guarantee, State
from terbit.forges.github.generated import CODEOWNERS, GATE_FILE
from terbit.forges.github.settings import APPROVALS
from terbit.newsroom import settings
from terbit.repository import Repository
from tests.forges.github.breakages import BREAKAGES
from tests.forges.github.desk import github, prepared, private, reader
from tests.github.fake import FakeGitHub
from tests.rooms import DECIDER, MAINTAINER, MINIATURE, REPOSITORY, VERIFIER, Room

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=ZoneInfo("Asia/Pontianak"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office's own files, and those that follow from them."""
    for name in ("sop.yml", "kantor.yml"):
        shutil.copyfile(MINIATURE / name, tmp_path / name)
    shutil.copytree(REPOSITORY / ".github/workflows", tmp_path / ".github/workflows")
    setting = config.load(tmp_path)
    setup.write(tmp_path, settings.generated(tmp_path, setting, NOW.date(), APPROVALS))
    return tmp_path


def edit(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")


def files(folder: Path, now: datetime = NOW) -> dict[str, Guarantee]:
    return told(doctor.of_files(doctor.Files.read(folder, now)))


def online(folder: Path, fake: FakeGitHub, token: str = MAINTAINER) -> dict[str, Guarantee]:
    return told(doctor.of_github(doctor.Files.read(folder, NOW), reader(fake, token)))


def told(diagnosis: doctor.Diagnosis) -> dict[str, Guarantee]:
    found = {one.id: one for one in diagnosis.guarantees}
    assert len(found) == len(diagnosis.guarantees)
    return found


def failing(found: dict[str, Guarantee]) -> set[str]:
    return {name for name, one in found.items() if one.state is State.FAILS}


def test_the_offices_own_files_hold_but_for_those_who_stand_alone(folder: Path) -> None:
    found = files(folder)
    assert failing(found) == {"one-absence-survived"}
    steps = [row.partition(" bila ")[0] for row in found["one-absence-survived"].details]
    assert steps == ["langkah 1 (dokumentasi)", "langkah 4 (persetujuan)"]
    assert "Bagas Tirtayasa" in found["one-absence-survived"].details[1]


def test_it_is_fine_once_nobody_stands_alone(folder: Path) -> None:
    assert not doctor.of_files(doctor.Files.read(folder, NOW)).ok
    row = "{nama: Sari, jabatan: pelaksana, akun: sari, id: 9102, mulai: 2026-01-01, sampai: null}"
    edit(
        folder,
        "kantor.yml",
        "pejabat:\n  - {nama: Fajar",
        f"pejabat:\n  - {row}\n  - {{nama: Fajar",
    )
    edit(folder, "kantor.yml", "mulai: 2026-12-21, sampai", "mulai: 2026-01-01, sampai")
    edit(folder, "kantor.yml", "sampai: 2026-12-31", "sampai: 2027-12-31")
    assert doctor.of_files(doctor.Files.read(folder, NOW)).ok


def test_broken_files_are_told_with_their_lines(folder: Path) -> None:
    edit(folder, "kantor.yml", "jabatan: atasan_ppid", "jabatan: atasan")
    found = files(folder)
    assert found["files-valid"].state is State.FAILS
    assert any(row.startswith("kantor.yml:") for row in found["files-valid"].details)
    assert "steps-staffed" not in found


KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"


@pytest.mark.parametrize(
    ("rows", "state", "said"),
    [
        ("[]", State.UNKNOWN, "komitnya tidak ditandatangani"),
        (f"[{{kunci: '{KEY}', mulai: 2026-01-01, sampai: null}}]", State.HOLDS, "SHA256:"),
        (
            f"[{{kunci: '{KEY}', mulai: 2026-01-01, sampai: 2026-11-30}}]",
            State.FAILS,
            "hanya sampai",
        ),
        (f"[{{kunci: '{KEY}', mulai: 2026-01-01, sampai: 2026-02-01}}]", State.FAILS, "berakhir"),
    ],
)
def test_whether_the_archive_is_signed_is_told(
    folder: Path, rows: str, state: State, said: str
) -> None:
    edit(folder, "kantor.yml", "pemeriksaan: {}", f"kunci_arsip: {rows}\npemeriksaan: {{}}")
    one = files(folder)["archive-signed"]
    assert one.state is state
    assert said in one.sentence


def test_whether_readers_learn_where_the_repository_is_is_told(folder: Path) -> None:
    assert files(folder)["repository-linked"].state is State.UNKNOWN
    address = "https://forge.contoh.go.id/kantor/terbit"
    edit(folder, "kantor.yml", "pemeriksaan: {}", f"repositori: {address}/\npemeriksaan: {{}}")
    one = files(folder)["repository-linked"]
    assert one.state is State.HOLDS
    assert one.sentence.endswith(f": {address}")


@pytest.mark.parametrize("name", [CODEOWNERS, GATE_FILE])
def test_a_generated_file_that_was_changed_or_lost_is_named(folder: Path, name: str) -> None:
    (folder / name).write_text("apa saja\n", "utf-8")
    assert files(folder)["generated-files-current"].details == (name,)
    (folder / name).unlink()
    assert files(folder)["generated-files-current"].details == (name,)


def test_an_owner_who_leaves_makes_the_file_stale(folder: Path) -> None:
    edit(
        folder,
        "kantor.yml",
        "id: 9602, mulai: 2025-06-18, sampai: null",
        "id: 9602, mulai: 2025-06-18, sampai: 2026-11-19",
    )
    assert files(folder)["generated-files-current"].details == (CODEOWNERS,)


def test_a_post_that_ends_soon_is_told_with_its_day(folder: Path) -> None:
    edit(
        folder,
        "kantor.yml",
        "id: 9501, mulai: 2025-06-18, sampai: null",
        "id: 9501, mulai: 2025-06-18, sampai: 2026-11-30",
    )
    (row,) = files(folder)["posts-outlast-month"].details
    assert "langkah 4" in row
    assert "mulai 1 Desember 2026" in row
    assert "Bagas Tirtayasa" in row


def test_a_step_without_people_today_is_told(folder: Path) -> None:
    edit(folder, "kantor.yml", "id: 9501, mulai: 2025-06-18", "id: 9501, mulai: 2026-12-01")
    assert files(folder)["steps-staffed"].details == ("langkah 4 (persetujuan)",)


def test_whom_the_office_trusts_with_the_code_is_said(folder: Path) -> None:
    said = files(folder)["code-trusted-to"].sentence
    assert "Wayan Prabandari dan Damar Kahayan" in said
    edit(folder, "sop.yml", "pemelihara: pengelola", "# tanpa pemelihara")
    assert "sama dengan berita" in files(folder)["code-trusted-to"].sentence


def test_one_maintainer_alone_cannot_have_a_change_approved(folder: Path) -> None:
    edit(folder, "kantor.yml", "id: 9602, mulai: 2025-06-18", "id: 9602, mulai: 2027-06-18")
    found = files(folder)["code-trusted-to"]
    assert found.state is State.FAILS
    assert "Hanya Wayan Prabandari" in found.sentence


def test_set_up_well_only_openness_and_lonely_posts_remain(folder: Path) -> None:
    found = online(folder, prepared())
    assert failing(found) == {"drafts-confidential", "one-absence-survived"}
    unsure = {name for name, one in found.items() if one.state is State.UNKNOWN}
    assert unsure == {"archive-signed", "repository-linked"}  # kantor.yml names neither


@pytest.mark.parametrize("words", BREAKAGES)
def test_each_setting_that_drifts_is_named(folder: Path, words: str) -> None:
    fake = prepared()
    BREAKAGES[words](fake)
    (row,) = online(folder, fake)["settings-as-wanted"].details
    assert row.startswith(words)
    assert "seharusnya" in row


def test_the_publisher_checks_again_whatever_the_settings_are(folder: Path) -> None:
    for found in (files(folder), online(folder, github()), online(folder, prepared())):
        assert found["publisher-checks-again"].state is State.HOLDS
        assert "terbit publish" in found["publisher-checks-again"].sentence


def test_a_new_repository_guarantees_nearly_nothing(folder: Path) -> None:
    assert {
        "main-by-request",
        "main-needs-gate",
        "nobody-bypasses",
        "merge-commits-only",
        "archive-grows",
        "environment-media-sosial",
        "settings-as-wanted",
    } <= failing(online(folder, github()))


def test_on_the_free_plan_both_ways_are_told_plainly(folder: Path) -> None:
    fake = prepared()
    assert "siapa pun" in online(folder, fake)["drafts-confidential"].sentence
    private(fake, "free")
    found = online(folder, fake)
    assert "main-by-request" in failing(found)
    assert "paket Free" in found["plan-offers-rules"].sentence
    assert found["drafts-confidential"].state is State.HOLDS


def test_the_offices_choice_of_no_native_approvals_is_no_drift(folder: Path) -> None:
    edit(
        folder,
        GATE_FILE,
        '"required_approving_review_count": 1',
        '"required_approving_review_count": 0',
    )
    edit(
        folder,
        GATE_FILE,
        '"require_last_push_approval": true',
        '"require_last_push_approval": false',
    )
    assert files(folder)["generated-files-current"].state is State.HOLDS
    assert online(folder, prepared())["settings-as-wanted"].state is State.FAILS


def test_a_login_of_another_person_is_an_error(folder: Path) -> None:
    fake = prepared()
    fake.state.account(DECIDER)["id"] = 1
    assert online(folder, fake)["accounts-match"].state is State.FAILS


def test_a_token_with_few_rights_makes_doubts_and_no_errors(folder: Path) -> None:
    found = online(folder, prepared(), VERIFIER)
    assert failing(found) == {"drafts-confidential", "one-absence-survived"}
    assert found["workflows-powerless"].state is State.UNKNOWN


def test_a_diagnosis_writes_nothing(folder: Path) -> None:
    fake = github()
    online(folder, fake)
    assert {call.method for call in fake.log} == {"GET"}


def test_members_of_a_team_count_as_people(folder: Path) -> None:
    edit(folder, "kantor.yml", "# Siapa memegang", "tim: {atasan_ppid: contoh/atasan}\n#")
    assert files(folder)["teams-known"].details == ("langkah 4 (persetujuan)",)
    fake = prepared()
    fake.person("atasan-dua", 9777)
    fake.state.teams["contoh/atasan"] = [fake.state.account("atasan-dua")]
    found = online(folder, fake)
    assert "teams-known" not in found
    assert found["one-absence-survived"].details == (
        "langkah 1 (dokumentasi) bila Fajar Handep berhalangan",
    )
    fake.state.teams["contoh/atasan"] = None
    assert online(folder, fake)["teams-known"].state is State.UNKNOWN


def test_a_practice_forge_says_that_it_is_one(room: Room) -> None:
    found = told(doctor.doctor(room.clone, room.now, offline=False))
    assert found["local-hooks"].state is State.HOLDS
    assert found["identities-proven"].state is State.FAILS
    assert "kata sandi" in found["identities-proven"].sentence
    assert "latihan" in found["identities-proven"].fix


def test_a_practice_forge_whose_hook_was_changed_or_lost_says_so(room: Room) -> None:
    hook = room.forge_folder / "repo.git/hooks/update"
    hook.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    assert "local-hooks" in failing(told(doctor.doctor(room.clone, room.now, offline=False)))
    hook.unlink()
    assert "local-hooks" in failing(told(doctor.doctor(room.clone, room.now, offline=False)))


def test_without_a_forge_its_settings_are_a_doubt(room: Room) -> None:
    Repository(room.clone).git.remote("set-url", "origin", "https://gitlab.example/a/b.git")
    found = told(doctor.doctor(room.clone, room.now, offline=False))
    assert found["forge-settings"].state is State.UNKNOWN
    assert "forge-settings" not in told(doctor.doctor(room.clone, room.now, offline=True))


def test_where_github_does_not_answer_the_files_are_told_all_the_same(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = prepared()
    fake.faults.add("GET", ".", "500", times=None)
    monkeypatch.setattr("terbit.newsroom.settings.reader", lambda repository: reader(fake))
    Repository(room.clone).git.remote("set-url", "origin", "https://github.com/contoh/terbit")
    found = told(doctor.doctor(room.clone, room.now, offline=False))
    assert found["forge-settings"].state is State.UNKNOWN
    assert found["files-valid"].state is State.HOLDS


def test_who_holds_no_post_any_more_is_not_asked_about(folder: Path) -> None:
    row = "{nama: Lama, jabatan: pelaksana, akun: sudah-pergi, id: 9, mulai: 2025-01-01}"
    ended = row.replace("}", ", sampai: 2026-11-19}")
    edit(
        folder,
        "kantor.yml",
        "pejabat:\n  - {nama: Fajar",
        f"pejabat:\n  - {ended}\n  - {{nama: Fajar",
    )
    fake = prepared()
    assert online(folder, fake)["accounts-match"].state is State.HOLDS
    assert not [call for call in fake.log if "sudah-pergi" in call.path]


def test_a_team_that_looks_after_the_code_is_not_called_empty(folder: Path) -> None:
    edit(folder, "kantor.yml", "# Siapa memegang", "tim: {pengelola: contoh/kode}\n#")
    edit(folder, "kantor.yml", "jabatan: pengelola, akun", "jabatan: pelaksana, akun")
    assert "code-trusted-to" not in files(folder)
    fake = prepared()
    fake.state.teams["contoh/kode"] = [fake.state.account(MAINTAINER), fake.state.account(VERIFIER)]
    assert online(folder, fake)["code-trusted-to"].state is State.HOLDS
