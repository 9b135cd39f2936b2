"""Signed commits of the archive: made with a real key, and told from all others by the audit."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from terbit import git_signing
from terbit.core import ssh_keys
from terbit.core.record import APPROVED, PUBLISHED
from terbit.errors import InputErrors, TerbitError
from terbit.repository import ARCHIVE
from tests.rooms import Room
from tests.tampering import Hand

pytestmark = pytest.mark.skipif(
    not shutil.which("ssh-keygen") and not os.environ.get("CI"),
    reason="ssh-keygen tidak ada: pasang openssh-client",
)
DAY = "2026-11-18"


def new_key(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "uji", "-f", str(path)]
    subprocess.run(words, check=True)
    return path


def public(key: Path) -> str:
    return key.with_suffix(".pub").read_text().strip()


class Signed(Hand):
    """A room whose kantor.yml names the key of the archive from the second day on."""

    def __init__(self, template: Path, folder: Path) -> None:
        super().__init__(template, folder)
        self.key = new_key(folder, "kunci")
        self.name([(self.key, DAY, "null")])

    def name(self, rows: list[tuple[Path, str, str]]) -> None:
        """Bring a list of keys to main."""
        listed = "".join(
            f"  - {{kunci: '{public(key)}', mulai: {start}, sampai: {end}}}\n"
            for key, start, end in rows
        )
        office = self.repository.file(self.room.newsroom.main(), "kantor.yml") or b""
        told = office.decode().partition("\nkunci_arsip:")[0].rstrip()
        self.room.overwrite_main("kantor.yml", f"{told}\nkunci_arsip:\n{listed}".encode())
        self.forget()

    def add(self, number: int, key: Path | None) -> None:
        """A further event on the branch, under a key."""
        item = "index.md"
        history = self.room.newsroom.ledger()[item]
        usual = {"procedure": history.events[0].procedure, "digest": history.events[0].digest}
        kind = PUBLISHED if number == 1 else "paket-x"
        event = history.next(kind, at=self.room.now, actor="Terbit", **usual)
        self.commit({event.file: event.written}, key=str(key or ""))

    def said(self) -> list[str]:
        return [row.what for row in self.report().breaches]


@pytest.fixture
def signed(room_template: Path, tmp_path: Path) -> Signed:
    return Signed(room_template, tmp_path / "room")


def test_what_bears_the_offices_key_is_fine(signed: Signed) -> None:
    signed.add(1, signed.key)
    assert signed.said() == [
        "tidak ditandatangani kunci arsip yang disebut kantor.yml"
    ]  # the baseline, which was appended on that day before there was a key
    signed.name([(signed.key, "2026-11-19", "null")])
    assert signed.said() == []


def test_an_unsigned_and_a_foreign_commit_are_told(signed: Signed) -> None:
    signed.name([(signed.key, "2026-11-19", "null")])
    signed.room.now += timedelta(days=2)
    signed.add(1, None)
    signed.add(2, new_key(signed.room.folder, "asing"))
    breaches = signed.report().breaches
    assert [row.code for row in breaches] == ["signature", "signature"]
    assert {row.file for row in breaches} >= {f"komit {signed.tip[:12]}"}


def test_a_key_counts_on_its_own_days_only(signed: Signed) -> None:
    second = new_key(signed.room.folder, "kedua")
    rows = [(signed.key, "2026-11-19", "2026-11-20"), (second, "2026-11-21", "null")]
    signed.name(rows)
    signed.room.now += timedelta(days=1)
    signed.add(1, signed.key)
    signed.room.now += timedelta(days=3)
    signed.add(2, second)
    assert signed.said() == []
    signed.add(3, signed.key)
    assert signed.said() == ["ditandatangani kunci yang tidak berlaku pada hari itu"]


def test_an_early_date_does_not_spare_the_signature(signed: Signed) -> None:
    signed.name([(signed.key, "2026-11-19", "null")])
    signed.room.now += timedelta(days=2)
    signed.add(1, signed.key)
    signed.room.now -= timedelta(days=2)
    signed.add(2, None)
    assert "waktu komit ini mendahului komit arsip sebelumnya" in signed.said()


@pytest.mark.parametrize("how", ["path", "text", "config"])
def test_terbit_signs_what_it_appends(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """GitHub gives a job the secret itself, without its last line break."""
    key = new_key(tmp_path / "kunci", "arsip")
    if how == "config":
        room.newsroom.repository.git.config(git_signing.SETTING, str(key))
    else:
        text = str(key) if how == "path" else key.read_text().strip()
        monkeypatch.setenv(git_signing.VARIABLE, text)
    commit = room.newsroom.repository.append(ARCHIVE, {"x": b"x"}, "Catat", room.tick())
    found = git_signing.signatures(room.clone, [commit], [public(key)])
    assert found == {commit: ssh_keys.fingerprint(public(key))}
    other = room.push("citra-maharani", {"drafts/x/index.md": b"x"}, base=room.newsroom.main())
    assert git_signing.signatures(room.clone, [other], [public(key)]) == {other: ""}


def test_nothing_is_appended_without_the_key_that_the_office_names(
    signed: Signed, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = signed.tip
    with pytest.raises(TerbitError, match="kunci privatnya tidak ada") as caught:
        signed.room.publisher().run()
    assert "git config terbit.kunciArsip" in str(caught.value)
    asing = new_key(signed.room.folder, "asing")
    monkeypatch.setenv(git_signing.VARIABLE, str(asing))
    with pytest.raises(TerbitError, match="bukan pasangan kunci_arsip"):
        signed.room.publisher().run()
    signed.forget()
    assert signed.tip == before
    monkeypatch.setenv(git_signing.VARIABLE, str(signed.key))
    signed.room.publisher().run()
    signed.forget()
    assert signed.tip != before


def test_on_days_without_a_key_nothing_is_demanded(signed: Signed) -> None:
    signed.name([(signed.key, "2026-11-19", "null")])
    signed.room.newsroom.record({"x": b"x"}, "Catat", signed.room.tick())


@pytest.mark.parametrize("text", ["/tidak/ada", "-----BEGIN OPENSSH PRIVATE KEY-----\nrahasia"])
def test_a_key_that_is_none_stops_the_append_and_is_not_shown(
    room: Room, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv(git_signing.VARIABLE, text)
    before = room.newsroom.repository.tip(ARCHIVE)
    with pytest.raises(TerbitError, match="tidak dapat ditandatangani") as caught:
        room.newsroom.repository.append(ARCHIVE, {"x": b"x"}, "Catat", room.tick())
    assert "rahasia" not in str(caught.value)
    assert "/tidak/ada" not in str(caught.value)
    assert room.newsroom.repository.tip(ARCHIVE) == before


def test_without_a_key_nothing_is_signed_and_nothing_is_asked_for(room: Room) -> None:
    room.newsroom.repository.append(ARCHIVE, {"x": b"x"}, "Catat", room.tick())
    assert "gpgsig" not in room.newsroom.repository.git.cat_file("-p", f"origin/{ARCHIVE}")


def test_a_private_key_or_nonsense_is_no_public_key(signed: Signed) -> None:
    office = signed.repository.file(signed.room.newsroom.main(), "kantor.yml") or b""
    for wrong in ("ssh-ed25519 AAAA", "-----BEGIN OPENSSH PRIVATE KEY-----", "kunci"):
        bad = office.decode().replace(public(signed.key), wrong)
        signed.room.overwrite_main("kantor.yml", bad.encode())
        with pytest.raises(InputErrors, match="kunci arsip tidak terbaca"):
            signed.room.newsroom.config_at(signed.room.newsroom.main())


def test_an_event_with_a_stolen_right_to_write_is_told_apart(signed: Signed) -> None:
    """Whoever may push to arsip but has no key cannot invent an approval."""
    signed.name([(signed.key, "2026-11-19", "null")])
    signed.room.now += timedelta(days=2)
    history = signed.room.newsroom.ledger()["index.md"]
    fields = {"procedure": history.events[0].procedure, "digest": "0" * 64, "actor": "Terbit"}
    event = history.next(APPROVED, at=signed.room.now, **fields)
    signed.commit({event.file: event.written})
    assert {row.code for row in signed.report().breaches} >= {"signature", "details"}
