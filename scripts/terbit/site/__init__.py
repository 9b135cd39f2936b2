"""The public site: stage approved pages, render them, finish them, then swap them in."""

from __future__ import annotations

import shutil
from pathlib import Path

from terbit.site import finish, render, stage
from terbit.site.model import LOCAL_URL, Entry, Page, Site

__all__ = ["LOCAL_URL", "Entry", "Page", "Site", "build"]


def build(site: Site, config: bytes, out: Path, work: Path) -> None:
    """Make the whole site in `out`; where anything fails, `out` stays as it was.

    `config` is mkdocs.yml as approved; `work` keeps what may be reused by the next build.
    """
    docs = work / "docs"
    fresh = out.with_name(f".{out.name}.baru")
    for folder in (docs, fresh):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    try:
        staged = stage.stage(site, docs, work / "pictures")
        render.render(docs, render.configuration(site, config, docs), fresh, work)
        finish.finish(site, staged, fresh)
        _swap(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, out: Path) -> None:
    """Put the new folder in the old one's place; the old one returns if that fails."""
    old = out.with_name(f".{out.name}.lama")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
