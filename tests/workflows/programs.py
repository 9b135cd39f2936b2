"""Small programs around a run: what stands in for the installed terbit, for GitHub, for rsync."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

Done = subprocess.CompletedProcess[str]

RULES = """#!/bin/sh
# what GitHub holds before a push: the token's rights, and the rulesets of main and arsip
refuse() { echo "$1" >&2; exit 1; }
[ "${UJI_CONTENTS:-write}" = write ] || refuse "Permission to contoh/terbit.git denied."
[ -z "$UJI_TANPA_ATURAN" ] || exit 0
while read -r old new ref; do
  case $ref in
  refs/heads/main) refuse "GH013: Changes must be made through a pull request." ;;
  refs/heads/arsip)
    case $old in 0000*) continue ;; esac
    git merge-base --is-ancestor "$old" "$new" || refuse "GH013: Cannot force-push or delete." ;;
  esac
done
"""
"""A pre-receive hook."""

RSYNC = """#!/bin/bash
# what reaches the server: the words of the call, the key as ssh would find it, the files
printf '%s\\n' "$@" > "$UJI_STORE/rsync.txt"
key=$(grep -o '[^ ]*/key' <<< "$*")
stat -c %a "$key" >> "$UJI_STORE/rsync.txt" && cat "$key" > "$UJI_STORE/key.txt"
cp -a situs "$UJI_STORE/server"
"""

WATCH = """# writes down every photo that is encoded, in whatever process
import importlib.machinery, os, sys


class Finder:
    @staticmethod
    def find_spec(name, path, target=None):
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if name == "terbit.site.encoding":
            load = spec.loader.exec_module
            spec.loader.exec_module = lambda module: (load(module), watch(module))
        return spec


def watch(module):
    for name in ("webp", "share", "card"):
        setattr(module, name, noting(name, getattr(module, name)))


def noting(name, make):
    def made(*words):
        with open(os.environ["UJI_STORE"] + "/dibuat.txt", "a") as log:
            log.write(name + "\\n")
        return make(*words)

    return made


sys.meta_path.insert(0, Finder)
"""
"""A sitecustomize.py."""

_TERBIT = """#!/bin/sh
# terbit as a workflow finds it: the code of the checkout, with the clock of the test. The same
# code is taken from a place where it is compiled already.
case $1 in
check) set -- "$@" --today "${UJI_SEKARANG%%T*}" ;;
*) set -- "$@" --now "$UJI_SEKARANG" ;;
esac
code=$PWD/scripts
[ "$(git rev-parse HEAD:scripts)" = <tree> ] && git diff --quiet HEAD -- scripts && code=<warm>
PYTHONPATH=$code exec <python> -c 'from terbit.cli import main; main()' "$@"
"""


def terbit(tree: str, warm: Path) -> str:
    """The command, where code of this Git tree stands compiled in a folder."""
    words = {"<tree>": tree, "<warm>": str(warm), "<python>": sys.executable}
    text = _TERBIT
    for word, value in words.items():
        text = text.replace(word, value)
    return text


def write(file: Path, text: str) -> None:
    """A program that can be started."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)


def run(command: Sequence[str], folder: Path, env: Mapping[str, str]) -> Done:
    """Start a program and wait for it, whatever it answers."""
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def git(folder: Path, *words: str, env: Mapping[str, str] | None = None) -> str:
    """What Git says; whoever runs the tests may have settings that it must not follow."""
    alone = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    done = run(["git", *words], folder, {**alone, **(env or {})})
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
