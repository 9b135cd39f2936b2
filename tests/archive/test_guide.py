"""The README of the archive: a citizen who types its commands comes to what it says."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from terbit.archive import ledger as archive
from terbit.core.record import APPROVED
from terbit.repository import MACHINE
from tests.rooms import ITEM, PUBLIC
from tests.tampering import Hand, prepared

BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)


@pytest.fixture
def hand(room_template: Path, tmp_path: Path) -> Hand:
    return Hand(prepared(room_template, tmp_path / "asal"), tmp_path / "room")


def blocks(hand: Hand) -> list[str]:
    text = (hand.repository.file(hand.tip, archive.README) or b"").decode()
    assert text == archive.readme(hand.room.newsroom.config.office.name).decode()
    return BLOCK.findall(text)


def run(folder: Path, block: str, **known: str) -> list[str]:
    """Type a block into a shell; what stands between angle brackets is filled in."""

    def filled(match: re.Match[str]) -> str:
        return f"{match[1]}={known.pop(match[1])!r}"

    script = re.sub(r"^([A-Z]+)=<[^>]+>$", filled, block, flags=re.M)
    script = script.replace("<alamat repositori>", f"'{known.pop('ALAMAT', '')}'")
    assert not known
    done = subprocess.run(
        ["sh", "-eu", "-c", script], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum (coreutils) tidak ada")
def test_every_command_says_what_the_guide_says(hand: Hand, tmp_path: Path) -> None:
    approval = hand.last(APPROVED)
    told = approval.details
    opened, read, proof, mine, chain, noted = blocks(hand)
    names = run(tmp_path, opened, ALAMAT=hand.room.bare, BUTIR=ITEM)
    assert names[0] == "0001-disetujui.json"
    here = tmp_path / "periksa"
    shown = run(here, f"BUTIR={ITEM}\n{read}", PERISTIWA=names[0])
    assert "\n".join([*shown, ""]).encode() == approval.written

    values = {"KOMIT": "commit", "KEPALA": "head", "MODE": "mode", "OBJEK": "object"}
    wanted = {name: told[key] for name, key in values.items()}
    there, *objects, digest, _ = run(here, f"BUTIR={ITEM}\n{proof}", **wanted)[:5]
    assert there == "ada di main"
    assert objects == [told["object"]] * 2
    assert digest.split()[0] == approval.digest

    kept = tmp_path / "simpanan.md"
    kept.write_bytes(hand.repository.file(told["commit"], f"{PUBLIC}/index.md") or b"")
    *rows, own = run(here, f"OBJEK={told['object']}\n{mine}", BERKAS=str(kept))
    assert [row.split()[3] for row in rows if own in row] == ["index.md"]

    head = f"BUTIR={ITEM}\nPERISTIWA={names[0]}\n"
    assert [row.split()[0] for row in run(here, head + chain)] == [hand.history()[1].previous, "0"]

    heads = str(hand.room.out / "situs/arsip/kepala.txt")
    tip = hand.repository.tip("arsip")
    assert run(here, noted, PATOKAN=str(tip), DAFTAR=heads) == [
        tip,
        "masih ada di arsip",
        "tidak ada yang hilang",
    ]


def test_the_same_commands_show_what_was_tampered_with(hand: Hand, tmp_path: Path) -> None:
    *_, chain, noted = blocks(hand)
    tip = hand.tip
    second = hand.history()[1]
    hand.commit({second.file: second.written.replace(b'"Terbit"', b'"Orang"')})
    hand.repository.push(f"{hand.tip}:refs/heads/palsu", MACHINE, hand.room.now)
    (Path(hand.room.bare) / "refs/heads/arsip").write_text(hand.tip + "\n")
    subprocess.run(["git", "clone", "-q", hand.room.bare, "periksa"], cwd=tmp_path, check=True)
    here = tmp_path / "periksa"
    head = f"BUTIR={ITEM}\nPERISTIWA=0001-disetujui.json\n"
    told = run(here, head + chain)
    assert f"M\t{second.file}" in told
    heads = tmp_path / "kepala.txt"
    heads.write_text(f"{second.hash}  {second.file}\n")
    with pytest.raises(subprocess.CalledProcessError):
        run(here, noted, PATOKAN=tip, DAFTAR=str(heads))
