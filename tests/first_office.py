"""The office for which Terbit was made, by which the miniature newsroom is called too.

Whoever forks gives sop.yml, kantor.yml, content/ and drafts/ their own words. What tests say of
the first office's own texts then has no object; what is left of it is told by `test_fork.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from terbit import config
from terbit.config import Config
from tests.rooms import MINIATURE, REPOSITORY

FIRST, OWN = config.load(MINIATURE), config.load(REPOSITORY)
IS_FORK = FIRST.procedure.number != OWN.procedure.number and FIRST.office.name != OWN.office.name


def names() -> frozenset[str]:
    """What the first office and its SOP are called and nothing of this repository's own is."""
    return frozenset(_names(FIRST)) - (frozenset(_names(OWN)) if IS_FORK else frozenset())


def _names(setting: Config) -> Iterator[str]:
    """An office, its SOP and people by name, and how one reaches them."""
    office = setting.office
    yield from (office.name, office.short_name, office.address, office.site_url)
    yield from (setting.procedure.number, *office.contacts.phones, *office.contacts.emails)
    for person in office.appointments:
        yield from (person.name.partition(",")[0], person.login)
