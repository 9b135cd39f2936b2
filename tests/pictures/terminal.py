"""A real terminal session, and how it looks."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

PROMPT = re.compile(r"> (\x1b\[[0-9;]*m)*$")
MAIN = "from terbit.cli import main; main()"
COLOURS = TerminalTheme(
    (13, 17, 23),
    (230, 237, 243),
    [
        (72, 79, 88),
        (255, 123, 114),
        (86, 211, 100),
        (227, 179, 65),
        (121, 192, 255),
        (210, 168, 255),
        (86, 212, 221),
        (177, 186, 196),
    ],
)
"""Those of GitHub's dark theme."""


def session(
    folder: Path, words: Sequence[str], typed: Sequence[str] = (), columns: int = 72
) -> str:
    """What stands on the screen after `terbit` was called and each question was answered."""
    ours, theirs = pty.openpty()
    environ = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color", "PAGER": "cat"}
    command = [sys.executable, "-c", MAIN, *words]
    told, waiting = "", list(typed)
    with subprocess.Popen(
        command, cwd=folder, env=environ, stdin=theirs, stdout=theirs, stderr=theirs
    ) as running:
        os.close(theirs)
        while True:
            try:
                read = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not read:
                break
            told += read.decode("utf-8", "replace")
            if waiting and PROMPT.search(told):
                os.write(ours, f"{waiting.pop(0)}\n".encode())
            elif PROMPT.search(told):
                running.terminate()
    os.close(ours)
    return told.replace("\r\n", "\n")


def html(told: str, columns: int = 72) -> str:
    """The screen as HTML, every letter inert."""
    console = Console(record=True, width=columns, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(told), soft_wrap=False)
    return console.export_html(theme=COLOURS, inline_styles=True, code_format="{code}")
