"""Where an item of a list names a child: “Pemenang:” leads the list, a school stands beside."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.reading.body import KEY
from terbit.checks.reading.minors_tables import Minor
from terbit.checks.reading.minors_words import CONTEST, OF_A_SCHOOL, STAFF
from terbit.checks.reading.people import people
from terbit.checks.reading.prose import Text
from terbit.checks.reading.texts import texts
from terbit.core.article import Article

_LONGEST_ITEM, _LONGEST_LEAD, _NEAR = 120, 90, 24


def in_list(article: Article) -> Iterator[tuple[Text, Minor]]:
    """Every item with a name and a school in a list of winners or pupils."""
    led = False
    for text in texts(article):
        words = text.text.rstrip()
        if text.key != KEY or text.headers:
            led = False
        elif words.endswith(":"):
            led = _leads(words[-_LONGEST_LEAD:])
        elif led and len(words) <= _LONGEST_ITEM:
            yield from ((text, minor) for minor in _in_item(text.text))
        else:
            led = False


def _leads(lead: str) -> bool:
    return bool(CONTEST.search(lead)) and not STAFF.search(lead)


def _in_item(item: str) -> Iterator[Minor]:
    person = next(iter(people(item)), None)
    if person is None or person.titled or person.honorific or person.start > _NEAR:
        return
    school = OF_A_SCHOOL.match(item, person.end)
    if school and person.sure and not STAFF.search(item):
        yield Minor(person.start, school.end())
