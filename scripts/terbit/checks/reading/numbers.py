"""Numbers in prose that name a person: each stretch of digits is one thing or nothing.

The order of `find` is the rule "one span, one finding": context words decide first, then
a valid NIK, then a phone number, then whatever else has sixteen digits.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from terbit.checks.reading.figures import Kind, Number, digits, flatten
from terbit.checks.reading.identity import identity_numbers
from terbit.checks.reading.lists import led
from terbit.checks.reading.once import once
from terbit.checks.reading.phones import e164, phones
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.texts import all_texts
from terbit.checks.reading.unseen import seen
from terbit.core.article import Article
from terbit.core.office import Contacts, Office

_TRIGGER = re.compile(r"\d(?:[^\w/]{0,4}\d){5}|\d{3}\s?/\s?\d{3}")
"""A landline without its area code has six digits; nothing shorter, and no date, is looked at."""


@once
def numbers(article: Article) -> tuple[tuple[Text, Number], ...]:
    """Every number that names a person in all texts of an article, hidden ones too."""
    return tuple((text, number) for text in led(all_texts(article)) for number in find(text))


def find(text: Text) -> tuple[Number, ...]:
    """Every number of a text that names a person, in order and without overlaps."""
    words, places = seen(text.text)
    if not _TRIGGER.search(words):
        return ()
    found = _found(replace(text, text=words) if places else text)
    return tuple(_back(number, places) for number in found) if places else found


def _back(number: Number, places: list[int]) -> Number:
    """A number in the text as it was before what nobody sees was taken out."""
    return replace(number, start=places[number.start], end=places[number.end - 1] + 1)


@lru_cache(maxsize=1024)
def _found(text: Text) -> tuple[Number, ...]:
    flat = flatten(text.text)
    identities = tuple(identity_numbers(flat, text))
    named = [number for number in identities if number.kind is not Kind.SIXTEEN]
    unnamed = [number for number in identities if number.kind is Kind.SIXTEEN]
    found: list[Number] = []
    taken = bytearray(len(flat))
    for number in (*named, *phones(flat, text), *unnamed):
        if not any(taken[number.start : number.end]):
            taken[number.start : number.end] = b"\1" * (number.end - number.start)
            found.append(number)
    return tuple(sorted(found, key=lambda number: number.start))


@lru_cache(maxsize=8)
def _own(contacts: Contacts) -> frozenset[str]:
    own = {digits(account) for account in contacts.accounts}
    own |= {e164(number) for number in (*contacts.accounts, *contacts.phones)}
    return frozenset(own)


def own_numbers(office: Office) -> frozenset[str]:
    """The office's own phones and accounts, each as `Number.value` may write it."""
    return _own(office.contacts)


def quoted(text: Text, number: Number) -> str:
    """A number as it is written, on one line."""
    return squeeze(text.text[number.start : number.end])
