"""Indonesian that every part of the product writes alike: days, hours, amounts, lists, proofs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from babel.dates import format_date

from terbit.core.passage import Proof
from terbit.core.record import DELETED, KIT, POSTED, SKIPPED

ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
"""The three zones of Indonesia by their hours from UTC (Keppres 41/1987)."""
STATES = {POSTED: "Terunggah", KIT: "Paket unggah siap", DELETED: "Kiriman dihapus"}


@lru_cache(maxsize=8192)
def dated(value: date, pattern: str) -> str:
    """A date in one of the patterns of CLDR, such as "MMMM y"."""
    return str(format_date(value, pattern, locale="id"))


def day(value: date) -> str:
    """A date such as "12 November 2026"."""
    return dated(date(value.year, value.month, value.day), "d MMMM y")


def weekday(value: date) -> str:
    """A date with its day, such as "Kamis, 12 November 2026"."""
    return dated(date(value.year, value.month, value.day), "EEEE, d MMMM y")


def zone(local: datetime) -> str:
    """WIB, WITA or WIT of an aware local moment; "UTC+05.30" elsewhere."""
    offset = local.utcoffset() or timedelta()
    hours, rest = divmod(offset, timedelta(hours=1))
    if not rest and hours in ZONES:
        return ZONES[hours]
    sign, minutes = ("-" if offset < timedelta() else "+"), int(abs(offset).total_seconds()) // 60
    return f"UTC{sign}{minutes // 60:02d}.{minutes % 60:02d}"


def clock(local: datetime) -> str:
    """The time of an aware local moment, such as "10.41 WIB"."""
    return f"{local:%H.%M} {zone(local)}"


def moment(local: datetime) -> str:
    """An aware local moment, such as "12 November 2026 10.41 WIB"."""
    return f"{day(local)} {clock(local)}"


def number(value: int) -> str:
    """A whole number with Indonesian separators: 1.250."""
    return f"{value:,}".replace(",", ".")


def duration(minutes: int) -> str:
    """Office minutes in words: "12 menit kerja", "1 jam 5 menit kerja"."""
    return f"{hours(minutes)} kerja"


def hours(minutes: int) -> str:
    """Minutes in words: "12 menit", "1 jam 5 menit"."""
    full, rest = divmod(minutes, 60)
    parts = [f"{number(full)} jam"] if full else []
    parts += [f"{rest} menit"] if rest or not full else []
    return " ".join(parts)


def enumerate_words(words: Sequence[str]) -> str:
    """A list in a sentence: "a", "a dan b", "a, b, dan c"."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def proof(known: Proof) -> str:
    """What is known of an item on one channel."""
    earlier = " (versi sebelumnya)" if known.earlier else ""
    if known.screenshot:
        return f"Tangkapan layar disimpan di arsip{earlier}"
    if known.state == SKIPPED:
        return f"Tidak tersedia: {known.reason}{earlier}"
    return STATES.get(known.state, "Belum ada bukti") + earlier
