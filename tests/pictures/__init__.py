"""The pictures of the guide, made anew from the real screens: `make pictures`.

A newsroom with the sample content is played on the local forge with a fixed clock, and Chromium
takes each screen as it stands. GitHub's own pages cannot be asked: what Terbit writes there is
laid out with GitHub's published style sheet, and the buttons of its app are drawn (`setujui-*`).
"""

from __future__ import annotations

from terbit import screens
from tests.rooms import REPOSITORY

GUIDE = REPOSITORY / ".github/panduan"
"""Where the pictures of CONTRIBUTING lie."""
SITE = screens.FOLDER
"""Where those lie that pages of the site show, such as the one on how news comes to be."""
LIMIT, SITE_LIMIT = 60_000, 24_000
"""Bytes of one picture at most, of the guide and of the site: both are read on phones."""
DRAWN = ("setujui-1", "setujui-2", "setujui-3")
"""Pictures that are no real screens, and must be called drawings wherever they are shown."""
