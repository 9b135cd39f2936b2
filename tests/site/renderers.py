"""Other renderers of the same mkdocs.yml, each installed on demand into a cache of its own.

They are no dependencies of the product: what they need besides themselves (Material, Markdown)
they take from the product's own packages, so that a test compares nothing but the renderer.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

LINKS = frozenset({"href", "src"})
INSTALL_SECONDS = 120
BUILD_SECONDS = 60
LOCKS = Path(__file__).parent


class MissingError(Exception):
    """A renderer could not be installed."""


def packages(name: str) -> Path:
    """The folder with the renderer's packages in their locked versions. Raises MissingError."""
    lock = LOCKS / f"{name}.txt"
    tag = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()[:12]
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    target = Path(home) / "terbit" / "renderers" / f"{name}-{tag}"
    if not target.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as made:
            _install(lock, Path(made) / "packages")
            _settle(Path(made) / "packages", target)
    return target


def _install(lock: Path, target: Path) -> None:
    options = ["--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:", "--no-compile"]
    # a newcomer without network waits for one attempt, not for pip's six
    options += ["--retries", "0", "--timeout", "15", "--target", str(target)]
    command = [sys.executable, "-m", "pip", "install", *options, "-r", str(lock)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise MissingError(f"pip took more than {INSTALL_SECONDS} s") from error
    if done.returncode:
        raise MissingError((done.stderr.strip() or "pip failed").splitlines()[-1])


def _settle(made: Path, target: Path) -> None:
    """Put the folder in its place, unless another test process was faster."""
    try:
        made.rename(target)
    except OSError:
        if not target.is_dir():
            raise


def build(name: str, folder: Path) -> None:
    """Render `folder`/mkdocs.yml with the renderer; its log is in the error."""
    environment = {**os.environ, "PYTHONPATH": str(packages(name)), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", name, "build", "--clean", "-f", "mkdocs.yml"]
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=BUILD_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def copy(project: Path, to: Path) -> Path:
    """A staged project without what another renderer made of it."""
    return Path(shutil.copytree(project, to, ignore=shutil.ignore_patterns("site")))


def files(site: Path) -> dict[str, bytes]:
    """Every file below the folder by its path."""
    found = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


class _Reader(HTMLParser):
    """What a browser gets of a page: tags with full addresses, text without its line breaks."""

    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = "".join(f" {name}={self._value(name, value)!r}" for name, value in attrs)
        self.found.append(f"<{tag}{told}>")

    def _value(self, name: str, value: str | None) -> str | None:
        return urljoin(self.address, value) if name in LINKS and value is not None else value

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if text := re.sub(r"\s+", " ", data).strip():
            self.found.append(text)


def read(html: str, address: str) -> list[str]:
    """The page as a browser reads it at this address, however its writer escapes and spaces it."""
    reader = _Reader(address)
    reader.feed(html)
    reader.close()
    return reader.found


def difference(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """What the second has otherwise, each piece behind a - or a +."""
    lines = list(difflib.unified_diff(one, other, n=0, lineterm=""))[2:]
    return tuple(line for line in lines if not line.startswith("@@"))
