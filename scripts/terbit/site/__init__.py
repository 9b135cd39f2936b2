"""The public site: what is approved is printed, laid into the theme, and brought into its folder.

Every file has a key of what it is made from. What an earlier build made from the same is kept,
and what is new is made beside the site before anything of it is touched. So a build that finds
a site and one that begins with nothing come to the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from terbit.site.assets import PICTURES
from terbit.site.building import Prepared, prepare
from terbit.site.gallery import held, is_stale
from terbit.site.model import LOCAL_URL, Entry, Page, Site, StoredEntry, key_of
from terbit.site.watch import is_whole

__all__ = [
    "LOCAL_URL",
    "PICTURES",
    "Entry",
    "Page",
    "Prepared",
    "Site",
    "StoredEntry",
    "build",
    "held",
    "is_stale",
    "is_whole",
    "key_of",
    "prepare",
]


def build(site: Site, config: bytes, out: Path, work: Path, *, each: bool = False) -> None:
    """Make the whole site in `out`; where anything fails, `out` stays as it was.

    `config` is mkdocs.yml as approved; `work` keeps what the next build uses again, on the
    same file system as `out`. `each`: mkdocs renders every page itself; the bytes are the same.
    """
    with prepare(site, config, out, work, each=each) as prepared:
        prepared.commit()
