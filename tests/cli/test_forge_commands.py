"""The commands that workflows call, as a person calls them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.rooms import DECIDER, ITEM, PUBLIC, REPOSITORY, VERIFIER, WRITER, Room

EXAMPLE = REPOSITORY / "tests/core/gate/examples/APV-001"


def run(folder: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "terbit", *arguments]
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "GH_"))}
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**kept, **environ}
    )


def test_the_gate_tells_one_line_for_each_request(room: Room) -> None:
    assert run(room.clone, "gate").stdout == "Tidak ada permintaan yang terbuka.\n"
    room.submit()
    now = ("--now", room.now.isoformat())
    done = run(room.clone, "gate", "--dry-run", *now)
    assert done.stdout.startswith("#1: Menunggu verifikasi: ")
    assert "diperbarui" not in done.stdout
    done = run(room.clone, "gate", *now)
    assert done.returncode == 0, done.stderr
    assert "(status diperbarui; lembar disposisi diperbarui; giliran diperbarui)" in done.stdout


def test_the_gate_takes_the_request_from_the_event(room: Room, tmp_path: Path) -> None:
    room.submit()
    event = tmp_path / "kejadian.json"
    event.write_text(json.dumps({"inputs": {"nomor": "1"}}), encoding="utf-8")
    done = run(room.clone, "gate", "--event", "--dry-run", GITHUB_EVENT_PATH=str(event))
    assert done.stdout.startswith("#1: ")
    done = run(room.clone, "gate", "--event")
    assert done.returncode == 1
    assert "tidak ada peristiwa GitHub" in done.stderr


def test_a_request_that_cannot_be_judged_exits_with_1(room: Room) -> None:
    done = run(room.clone, "gate", "7", "--dry-run")
    assert (done.returncode, done.stdout[:26]) == (1, "#7: belum dapat dinilai: p")


def test_in_actions_findings_stand_beside_their_lines(room: Room, tmp_path: Path) -> None:
    room.submit()
    summary = tmp_path / "ringkasan.md"
    environ = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    day = ("--today", "2026-11-18")
    done = run(room.clone, "check", "--changed", *day, **environ)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "## Pemeriksaan naskah" in summary.read_text(encoding="utf-8")
    file = room.clone / PUBLIC / "index.md"
    text = file.read_text(encoding="utf-8").replace("SATU", "NIK 6203025501900007")
    file.write_text(text, encoding="utf-8")
    done = run(room.clone, "check", "--changed", *day, **environ)
    assert done.returncode == 1
    assert f"::error file={PUBLIC}/index.md,line=" in done.stdout
    everything = done.stdout + done.stderr + summary.read_text(encoding="utf-8")
    assert "6203025501900007" not in everything


def test_check_wants_to_know_what(room: Room) -> None:
    assert run(room.clone, "check").returncode == 2
    done = run(room.clone, "check", "--changed")
    assert done.stdout == "Tidak ada naskah atau berita yang berubah.\n"


@pytest.mark.parametrize(
    ("presses", "sentence"),
    [
        (["hendra-irban1=approve"], "Menunggu persetujuan: Atasan PPID"),
        (["hendra-irban1=approve", "arif-atasan=approve"], "Siap digabung"),
        (["hendra-irban1=request-changes"], "Keberatan Inspektur Pembantu"),
    ],
)
def test_what_if(presses: list[str], sentence: str) -> None:
    saved = ("--facts", str(EXAMPLE / "facts.json"), "--config", str(EXAMPLE))
    options = [word for press in presses for word in ("--if", press)]
    done = run(EXAMPLE, "explain", *saved, *options)
    first, second = done.stdout.splitlines()[:2]
    assert first.startswith("Andaikan hendra-irban1 menekan ")
    assert second.startswith(sentence)
    assert json.loads(run(EXAMPLE, "explain", *saved, *options, "--json").stdout)["reason"]


def test_saved_facts_are_replayed(room: Room, tmp_path: Path) -> None:
    room.submit()
    file = tmp_path / "fakta.json"
    now = ("--now", room.now.isoformat())
    done = run(room.clone, "facts", "1", "--out", str(file), *now)
    assert done.stdout.startswith(f"Disimpan: {file}")
    assert [path.name for path in tmp_path.iterdir()].count("fakta.json") == 1
    replayed = run(room.clone, "explain", "--facts", str(file), "--json").stdout
    live = run(room.clone, "explain", "1", "--json", *now).stdout
    assert json.loads(replayed) == json.loads(live)


def test_a_supposition_about_a_stranger_is_told() -> None:
    saved = ("--facts", str(EXAMPLE / "facts.json"), "--config", str(EXAMPLE))
    done = run(EXAMPLE, "explain", *saved, "--if", "orang=approve")
    assert (done.returncode, done.stderr[:21]) == (1, "akun “orang” tidak ad")
    done = run(EXAMPLE, "explain", *saved, "--if", "hendra-irban1=setuju")
    assert done.returncode == 2
    assert "tombolnya approve atau request-changes" in done.stderr


def test_publishing_and_posting_apart(room: Room) -> None:
    room.publish_request()
    now = ("--now", room.tick().isoformat())
    done = run(room.clone, "publish", "--skip-posts", *now)
    assert done.returncode == 0, done.stderr
    assert "paket-" not in done.stdout
    done = run(room.clone, "post", *now)
    assert done.stdout == "Paket unggah 1 berita: .terbit/paket (2 baru dicatat)\n"
    assert (room.clone / ".terbit/paket/index.html").is_file()


def test_a_refusal_is_an_annotation_too(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    room.force_merge()
    done = run(room.clone, "publish", GITHUB_ACTIONS="true")
    assert done.returncode == 1
    assert f"::error file=content/{ITEM},line=1,title=Tidak diterbitkan::" in done.stdout


def test_a_proof_wants_three_words_or_an_event(room: Room) -> None:
    done = run(room.clone, "record", ITEM, "--as", WRITER)
    assert done.returncode == 2
    assert "sebutkan BUTIR, KANAL, dan salah satu dari TAUTAN" in done.stderr
    assert DECIDER not in done.stderr


def test_a_proof_may_be_a_screenshot_or_the_reason_why_there_is_none(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    Image.new("RGB", (1080, 2400), "navy").save(room.folder / "tangkapan.png")
    who = ("--as", WRITER, "--now", room.tick().isoformat())
    story = (ITEM, "instagram_story", "--berkas", "../tangkapan.png")
    done = run(room.clone, "record", *story, *who)
    assert done.stdout.startswith(f"Dicatat: {ITEM} — terunggah-instagram_story."), done.stderr
    event = room.newsroom.ledger()[ITEM].events[-1]
    kept = room.newsroom.repository.file(room.newsroom.repository.tip("arsip") or "", event.picture)
    assert Image.open(BytesIO(kept or b"")).size == (720, 1600)
    done = run(room.clone, "record", ITEM, "telegram", "--tidak-tersedia", "saluran ditutup", *who)
    assert done.stdout.startswith(f"Dicatat: {ITEM} — dilewati-telegram."), done.stderr
    done = run(room.clone, "record", *story[:3], "../tidak-ada.png", *who)
    assert (done.returncode, "foto tidak ditemukan" in done.stderr) == (1, True)
    done = run(room.clone, "record", *story, "--tidak-tersedia", "dua-duanya sekaligus", *who)
    assert done.returncode == 2
