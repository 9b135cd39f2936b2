"""The command line: words for people, JSON for machines, exit codes 0, 1, 2 and 3."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from terbit import cli, config
from terbit.site import weight
from tests.rooms import DECIDER, DRAFT, ITEM, PUBLIC, REPOSITORY, VERIFIER, WRITER, Room


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed command, as a person calls it."""
    command = [sys.executable, "-m", "terbit", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_an_acting_official_is_proposed_by_one_line(room: Room) -> None:
    dates = ("--mulai", "2026-12-01", "--sampai", "2026-12-05", "--sk", "SPT-1", "--as", WRITER)
    moment = ("--now", "2026-11-18T09:00+07:00")
    done = run(room.clone, "delegate", "atasan_ppid", VERIFIER, *dates, *moment)
    assert "Dibuka permintaan #1: Plh. Atasan PPID" in done.stdout, done.stderr
    wrong = run(room.clone, "delegate", "atasan", VERIFIER, *dates, *moment)
    assert wrong.returncode == 1
    assert wrong.stderr.startswith("kantor.yml:")


def test_a_draft_goes_from_title_to_publication(room: Room) -> None:
    def terbit(*arguments: str) -> str:
        done = run(room.clone, *arguments)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    terbit("check", DRAFT, "--today", "2026-11-18")
    moment = ("--now", "2026-11-18T09:00+07:00")
    assert "permintaan #1" in terbit("submit", DRAFT, "--as", WRITER, *moment)
    moment = ("--now", "2026-11-18T09:10+07:00")
    said = terbit("review", "1", "--approve", "--as", VERIFIER, *moment)
    assert "Menunggu persetujuan: Atasan PPID" in said
    moment = ("--now", "2026-11-18T09:20+07:00")
    assert "Siap digabung" in terbit("review", "1", "--approve", "--as", DECIDER, *moment)
    assert json.loads(terbit("explain", "1", "--json", *moment))["allow_merge"] is True
    assert json.loads(terbit("facts", "1"))["pr"]["number"] == 1
    assert "digabung" in terbit("merge", "1", "--as", WRITER, *moment)
    said = terbit("publish", *moment)
    assert f"{ITEM} — terbit" in said
    assert "Hasilnya: .terbit/terbitan" in said
    link = "https://www.instagram.com/p/DAbc12345/"
    assert "Dicatat" in terbit("record", f"{PUBLIC}/", "instagram", link, "--as", WRITER)
    assert json.loads(terbit("publish", "--json"))["built"] is True


def test_a_refused_merge_says_why_and_exits_with_1(room: Room) -> None:
    room.submit()
    room.approve(DECIDER)
    done = run(room.clone, "merge", "1", "--as", WRITER, "--now", room.now.isoformat())
    assert done.returncode == 1
    assert "Menunggu verifikasi" in done.stdout
    assert "tekan Approve sekali lagi" in done.stdout
    assert "belum dapat digabung" in done.stderr


def test_a_hold_is_told_where_the_signatures_are_complete(room: Room) -> None:
    sentence = "Tim menemukan kelebihan pembayaran Rp91.200.000 pada Dinas Contoh."
    room.edit("Angka kuncinya SATU.", sentence, f"{DRAFT}/index.md")
    room.submit()
    room.approve(VERIFIER)
    room.approve(DECIDER)
    said = run(room.clone, "explain", "1", "--now", room.now.isoformat()).stdout
    assert "tertahan 1 temuan" in said.splitlines()[0]
    assert "KIP-01 TAHAN" in said
    assert "KIP-01" in run(room.clone, "explain", "1", "--slip").stdout
    now = ("--now", room.now.isoformat())
    found = json.loads(run(room.clone, "explain", "1", "--json", *now).stdout)
    assert [row["rule"] for row in found["findings"]] == ["KIP-01"]


def test_check_prints_findings_in_one_form_and_masks_values(room: Room) -> None:
    room.edit("SATU.", "SATU. NIK 6203025502900007.", f"{DRAFT}/index.md")
    done = run(room.clone, "check", DRAFT)
    assert done.returncode == 1
    line = next(row for row in done.stdout.splitlines() if "PII-01" in row)
    assert line.startswith(f"{DRAFT}/index.md:28: PII-01 TOLAK: ")
    assert " — " in line
    assert "6203025502900007" not in done.stdout + done.stderr
    rows = json.loads(run(room.clone, "check", DRAFT, "--json").stdout)["findings"]
    assert {"rule", "level", "path", "line", "quote", "message", "fix", "basis"} <= set(rows[0])


def test_a_forged_main_makes_publish_exit_with_1(room: Room) -> None:
    room.overwrite_main("content/sisipan.md", b"---\njudul: Sisipan\n---\nx\n")
    done = run(room.clone, "publish", "--dry-run")
    assert done.returncode == 1
    assert "DITOLAK: sisipan.md" in done.stdout


def test_a_site_that_pages_can_soon_not_hold_is_told_and_published(
    room: Room, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    room.publish_request()
    monkeypatch.chdir(room.clone)
    monkeypatch.setattr(weight, "NEAR", 1000)
    for name in ("GITHUB_ACTIONS", "TERBIT_TUJUAN"):
        monkeypatch.delenv(name, raising=False)
    told = "padahal GitHub Pages hanya menampung 1 GB"
    for command in ("publish", "build"):
        cli.main([command])
        assert told in capsys.readouterr().out, command
    monkeypatch.setenv("TERBIT_TUJUAN", "server")
    cli.main(["build"])
    assert told not in capsys.readouterr().out
    monkeypatch.setenv("TERBIT_TUJUAN", "")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    cli.main(["publish", "--out", ".terbit/lain"])
    assert "::warning title=Ukuran situs::Situs ini sudah " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--help",), 0),
        (("--version",), 0),
        ((), 2),
        (("chek",), 2),
        (("check",), 2),
        (("check", "drafts/tidak-ada"), 1),
        (("explain",), 2),
        (("explain", "99"), 1),
        (("explain", "--facts", "tidak-ada.json"), 1),
        (("submit", DRAFT), 1),
        (("submit", DRAFT, "--as", "warga"), 1),
        (("review", "1", "--as", WRITER), 2),
        (("publish", "--now", "kemarin"), 2),
        (("new", "###"), 1),
        (("new", "Judul Baru", "tidak-ada.jpg"), 1),
    ],
)
def test_exit_codes(room: Room, arguments: tuple[str, ...], code: int) -> None:
    done = run(room.clone, *arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_outside_a_newsroom_every_command_says_so(tmp_path: Path) -> None:
    for arguments in (("check", "."), ("publish",), ("preview", "--build-only"), ("demo",)):
        done = run(tmp_path, *arguments)
        assert done.returncode == 1
        assert done.stderr.strip()
        assert "Traceback" not in done.stderr


def test_a_practice_newsroom_starts_with_nothing_refused(tmp_path: Path) -> None:
    who = config.load(REPOSITORY).office.appointments[0].login
    done = run(REPOSITORY, "practice", str(tmp_path / "latihan"), "--as", who)
    assert done.returncode == 0, done.stderr
    dry = run(tmp_path / "latihan/ruang", "publish", "--dry-run")
    assert dry.returncode == 0, dry.stdout
    assert "DITOLAK" not in dry.stdout


def test_a_bug_is_one_sentence_and_a_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("ups")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(config, "load", broken)
    with pytest.raises(SystemExit) as leaving:
        cli.main(["check", "x"])
    assert leaving.value.code == 3
    said = capsys.readouterr().err
    assert "bukan kesalahan Anda" in said
    assert "Traceback" not in said
    assert "ups" in (tmp_path / ".terbit/galat.txt").read_text(encoding="utf-8")


def test_new_makes_a_draft_that_only_lacks_answers(room: Room) -> None:
    camera = REPOSITORY / "tests/newsroom/kamera/IMG_20261117_083512.jpg"
    done = run(room.clone, "new", "Kabar: “baru” & lengkap", str(camera), "--date", "2026-11-17")
    assert done.returncode == 0, done.stderr
    folder = room.clone / "drafts/kabar-baru-lengkap"
    assert (folder / "foto-1.jpg").is_file()
    rules = {
        row["rule"]
        for row in json.loads(run(room.clone, "check", str(folder), "--json").stdout)["findings"]
        if row["level"] in {"TOLAK", "TAHAN"}
    }
    assert rules == {"5W-01", "FOTO-02", "FOTO-07", "ANAK-03"}
