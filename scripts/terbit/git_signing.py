"""Commits signed with an SSH key, and the proof of such signatures by Git and ssh-keygen."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from git import Git, GitCommandError

from terbit.errors import TerbitError

VARIABLE, SETTING = "TERBIT_ARSIP_KUNCI", "terbit.kunciArsip"
"""Where the private key of the archive is named: a path, in the variable also the key itself."""
WHO = "arsip"
"""The one name that the file of allowed signers gives to all keys of the archive."""
GOOD = "G"


def named_key(environ: Mapping[str, str], configured: str | None) -> str:
    """The private key that commits of the archive are signed with, "" where there is none."""
    return environ.get(VARIABLE, "").strip() or (configured or "").strip()


def commit(git: Git, words: Sequence[str], key: str = "") -> str:
    """Make a commit object, signed where a key is named. Raises TerbitError without its words."""
    if not key:
        return str(git.commit_tree(*words))
    with _file(key) as path:
        try:
            options = ["gpg.format=ssh", "gpg.ssh.program=ssh-keygen", f"user.signingkey={path}"]
            return str(git(c=options).commit_tree(*words, "-S"))
        except GitCommandError:
            # what ssh-keygen says may quote the file that holds the key
            fix = f"periksa kunci pada {VARIABLE} dan pasang openssh-client"
            raise TerbitError("peristiwa arsip tidak dapat ditandatangani", fix) from None


def demand(root: Path, commit: str, keys: Sequence[str], *, signed: bool) -> None:
    """Raises TerbitError unless one of these public keys signed a commit; `signed`: by any."""
    if not signed:
        what = "kantor.yml menyebut kunci_arsip, tetapi kunci privatnya tidak ada di sini"
        fix = (
            f"isi secret {VARIABLE} di lingkungan arsip dan media-sosial, atau di komputer ini "
            f"jalankan git config {SETTING} JALUR-KUNCI"
        )
        raise TerbitError(f"{what}, jadi arsip tidak ditambah", fix)
    if not signatures(root, [commit], keys)[commit]:
        what = "kunci privat arsip bukan pasangan kunci_arsip yang berlaku hari ini"
        fix = f"ganti kunci pada {VARIABLE}, atau tambahkan kunci publiknya di kantor.yml"
        raise TerbitError(f"{what}, jadi arsip tidak ditambah", fix)


@contextmanager
def _file(key: str) -> Iterator[str]:
    """The path of a key; one that is given itself stands in a file for as long as it is used."""
    if not key.startswith("-----BEGIN"):
        yield str(Path(key).expanduser().absolute())
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kunci"
        path.touch(mode=0o600)
        # a secret comes without the line break at its end, and OpenSSH reads none without
        path.write_text("\n".join(key.split("\r\n")).rstrip() + "\n", encoding="ascii")
        yield str(path)


def signatures(root: Path, shas: Sequence[str], keys: Iterable[str]) -> dict[str, str]:
    """For each commit the fingerprint of the key that signed it, "" where none of these did.

    A few hundred commits at a time: they stand on a command line.
    """
    with tempfile.TemporaryDirectory() as folder:
        allowed = Path(folder) / "penanda"
        rows = (" ".join((WHO, 'namespaces="git"', *key.split()[:2])) for key in keys)
        allowed.write_text("".join(f"{row}\n" for row in rows), encoding="ascii")
        return dict(_signatures(root, shas, allowed))


def _signatures(root: Path, shas: Sequence[str], allowed: Path) -> Iterator[tuple[str, str]]:
    git = Git(root)
    git.update_environment(GIT_NO_REPLACE_OBJECTS="1", GIT_CONFIG_NOSYSTEM=_nosystem())
    options = [
        f"gpg.ssh.allowedSignersFile={allowed}",
        "gpg.ssh.revocationFile=",
        "gpg.ssh.program=ssh-keygen",
        "gpg.program=false",  # another kind of signature is none of ours, and is not looked at
        "gpg.x509.program=false",
        "log.showSignature=false",
    ]
    said = git(c=options).log("--no-walk=unsorted", "--format=%H %G? %GF", *shas, "--")
    for line in str(said).splitlines():
        sha, state, *rest = line.split(" ")
        yield sha, rest[0] if state == GOOD and rest else ""


def _nosystem() -> str:
    return os.environ.get("GIT_CONFIG_NOSYSTEM", "0")
