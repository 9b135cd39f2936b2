"""Hide identifying values in everything that is shown: logs of a public repository are public."""

from __future__ import annotations

import re

from terbit.checks.reading import plates, secrets

MIN_DIGITS = 6
"""Shorter numbers identify nobody and stay readable."""

_SEPARATORS = r"\s.\-‐‑‒–—()/\u00ad\u200b-\u200d\u2060\ufeff"
_RUN = re.compile(rf"\d(?:[{_SEPARATORS}]{{0,3}}\d){{{MIN_DIGITS - 1},}}")
_EMAIL = re.compile(
    r"(?<![\w.+-])([\w.+-])[\w.+-]{0,64}(@(?=[\w-]+\.)|\s?[\[(]\s?at\s?[\])](?=\s?\w))",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"(?<![\w.-])[\w.-]{1,120}\.(?:jpe?g|png|webp|gif|heic|svg|pdf|md)\b", re.IGNORECASE
)
_LONG_NUMBER = re.compile(r"\d{9}")
_HARMLESS = re.compile(
    r"\d{1,2}[-./]\d{1,2}[-./]\d{4}"  # a date
    r"|\d{4}-\d{2}-\d{2}"
    r"|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d"  # a range of years
    r"|\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2}"  # a range of clock times
)
_SLASHED_MIN_DIGITS = 9
"""Up to here a slash parts dates and addresses; longer ones may be a slashed phone number."""
STARS = "***"


def mask(text: str) -> str:
    """The text without secrets, every longer number cut to its first and last two digits."""
    text = _hide_plates(_hide_secrets(text))
    names = [m.span() for m in _FILE_NAME.finditer(text) if not _LONG_NUMBER.search(m[0])]

    def hide(match: re.Match[str]) -> str:
        if any(start <= match.start() and match.end() <= end for start, end in names):
            return match[0]
        return _hide(match[0])

    return _EMAIL.sub(rf"\1{STARS}\2", _RUN.sub(hide, text))


def _hide_secrets(text: str) -> str:
    found = (*secrets.words(text), *secrets.links(text), *secrets.inner_addresses(text))
    return _starred(text, [(secret.value, secret.end) for secret in found])


def _starred(text: str, places: list[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in sorted(places):
        if start >= done:
            parts += [text[done:start], STARS]
            done = end
    return "".join((*parts, text[done:]))


def _hide_plates(text: str) -> str:
    for start, end in plates.plates(text):
        text = text[:start] + plates.starred(text[start:end]) + text[end:]
    return text


def _hide(run: str) -> str:
    digits = sum(character.isdecimal() for character in run)
    if _HARMLESS.fullmatch(run) or digits < MIN_DIGITS:
        return run
    if "/" in run and digits < _SLASHED_MIN_DIGITS:
        return "/".join(_hide(part) for part in run.split("/"))
    seen = 0
    shown = []
    for character in run:
        if character.isdecimal():
            seen += 1
            shown.append(character if seen <= 2 or seen > digits - 2 else "*")
        else:
            shown.append(character)
    return "".join(shown)
