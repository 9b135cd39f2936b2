"""Making a local forge: the bare repository, its rules as hooks, the folder around it."""

from __future__ import annotations

from pathlib import Path

from git import Repo

from terbit.errors import ForgeError
from terbit.forges.local.store import write_json

MARKER = "terbit-forge.json"
BARE = "repo.git"
ACTIVITY = "activity.tsv"
MAIN = "main"

UPDATE_HOOK = """#!/bin/sh
# update <ref> <old> <new>: the rules that a branch ruleset would hold on a real forge
zero=0000000000000000000000000000000000000000
if [ -z "$TERBIT_AKUN" ]; then
  echo "forge lokal: sebutkan akun Anda: TERBIT_AKUN=<akun> git push ..." >&2; exit 1
fi
case "$1" in
refs/heads/main)
  [ "$2" = "$zero" ] && exit 0
  echo "forge lokal: main hanya berubah lewat permintaan yang disetujui" >&2; exit 1;;
refs/heads/arsip)
  [ "$2" = "$zero" ] && exit 0
  if [ "$3" != "$zero" ] && [ "$(git merge-base "$2" "$3")" = "$2" ]; then exit 0; fi
  echo "forge lokal: cabang arsip hanya boleh bertambah" >&2; exit 1;;
esac
exit 0
"""

POST_RECEIVE_HOOK = """#!/bin/sh
# one line per pushed ref: time, account, old, new, ref; read as the activity list
while read -r old new ref; do
  printf '%s\\t%s\\t%s\\t%s\\t%s\\n' \\
    "${TERBIT_WAKTU:-$(date -u +%Y-%m-%dT%H:%M:%SZ)}" "$TERBIT_AKUN" "$old" "$new" "$ref" \\
    >> ../activity.tsv
done
"""


def create(folder: Path) -> None:
    """Make an empty local forge. Raises ForgeError where the folder is taken."""
    if folder.exists() and any(folder.iterdir()):
        raise ForgeError(f"folder {folder} sudah berisi", "pilih folder yang kosong")
    folder.mkdir(parents=True, exist_ok=True)
    repo = Repo.init(folder / BARE, bare=True, initial_branch=MAIN)
    # old commits are evidence: a force-push must not lose them
    for key, value in (("gc.auto", "0"), ("receive.autogc", "false")):
        repo.git.config(key, value)
    for name, text in (("update", UPDATE_HOOK), ("post-receive", POST_RECEIVE_HOOK)):
        hook = folder / BARE / "hooks" / name
        hook.write_text(text, encoding="utf-8")
        hook.chmod(0o755)
    (folder / "requests").mkdir()
    (folder / ACTIVITY).touch()
    write_json(folder / MARKER, {"forge": "terbit-local", "schema": 1})


def is_local(url: str | None) -> Path | None:
    """The folder of the local forge behind a remote's address, or None."""
    folder = Path(url).parent if url and "://" not in url else None
    return folder if folder is not None and (folder / MARKER).is_file() else None


def override_main(folder: Path, source: Path, commit: str) -> None:
    """Move `main` past all rules, as an administrator could who switches them off.

    For demonstrations and tests of what the publisher does then.
    """
    Repo(folder / BARE).git.fetch("--quiet", str(source.resolve()), f"+{commit}:refs/heads/{MAIN}")
