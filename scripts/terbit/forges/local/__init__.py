"""A forge in a folder: a bare Git repository, with requests and reviews in JSON beside it.

For practice, demonstrations and tests. It asks for no password and believes whoever says
a name; a real office uses a real forge. What it does keep is Git's own truth: `main` moves
only by a merge, `arsip` only grows, and every push is logged as GitHub's activity list is.
"""

from terbit.forges.local.forge import LocalForge
from terbit.forges.local.setup import create, is_local, override_main

__all__ = ["LocalForge", "create", "is_local", "override_main"]
