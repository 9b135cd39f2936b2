"""Indonesian for what the gate says: reasons, whys, steps, posts, times and durations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from babel.dates import format_date
from babel.numbers import format_decimal

from terbit.core.office import ACTING, Appointment, Calendar
from terbit.core.procedure import Procedure, Step
from terbit.core.verdict import Inability
from terbit.report.phrases import INABILITIES, NOUNS, PARTS, WARNINGS

ELLIPSIS = "…"
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
"""The three zones of Indonesia by their hours from UTC (Keppres 41/1987)."""


_NOUN = re.compile(r"(pe|ke)[a-z]+an|[a-z]+si")
_PROBLEM = re.compile(r"(?P<path>[^\s:]+):(?P<line>\d+): (?P<what>.*)", re.DOTALL)


def day(value: date) -> str:
    """A day such as "12 November 2026"."""
    return format_date(value, "d MMMM y", locale="id")


def moment(at: datetime, calendar: Calendar) -> str:
    """An aware moment in the office's zone, such as "12 November 2026 10.41 WIB"."""
    local = calendar.local(at)
    return f"{day(local)} {local:%H.%M} {zone(local)}"


def zone(local: datetime) -> str:
    """WIB, WITA or WIT of an aware local moment; "UTC+05.30" elsewhere."""
    offset = local.utcoffset() or timedelta()
    hours, rest = divmod(offset, timedelta(hours=1))
    if not rest and hours in ZONES:
        return ZONES[hours]
    sign, minutes = ("-" if offset < timedelta() else "+"), int(abs(offset).total_seconds()) // 60
    return f"UTC{sign}{minutes // 60:02d}.{minutes % 60:02d}"


def number(value: int) -> str:
    """A whole number with Indonesian separators: 1.250."""
    return str(format_decimal(value, locale="id"))


def duration(minutes: int) -> str:
    """Office minutes in words: "12 menit kerja", "1 jam 5 menit kerja"."""
    return f"{_hours(minutes)} kerja"


def left(limit: int, used: int) -> str:
    """What a clock has left, or by how much it ran over, in office minutes."""
    if used == limit:
        return "waktunya habis"
    return (
        f"lewat {duration(used - limit)}" if used > limit else f"tersisa {duration(limit - used)}"
    )


def spent(limit: int, used: int) -> str:
    """How much of a clock was used: "terpakai 25 menit dari 2 jam kerja"."""
    over = f" (lewat {_hours(used - limit)})" if used > limit else ""
    return f"terpakai {_hours(used)} dari {duration(limit)}{over}"


def enumerate_words(words: Sequence[str]) -> str:
    """A list in a sentence: "a", "a dan b", "a, b, dan c"."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def and_others(words: Sequence[str]) -> str:
    """The first of a list and how many more: "a dan 2 lainnya"."""
    return words[0] if len(words) == 1 else f"{words[0]} dan {number(len(words) - 1)} lainnya"


def label(name: str, procedure: Procedure) -> str:
    """An id of sop.yml as words, abbreviations as the SOP's roles write them."""
    return " ".join(_abbreviations(procedure).get(word, word) for word in name.split("_"))


def heading(name: str, procedure: Procedure) -> str:
    """The same with a capital, as it stands in a table."""
    text = label(name, procedure)
    return text[:1].upper() + text[1:]


def title(step: Step, procedure: Procedure) -> str:
    """A step's name as a heading."""
    text = label(step.id, procedure)
    return text[:1].upper() + text[1:]


def noun(step: Step, procedure: Procedure) -> str:
    """What is awaited at a step: its id where that is a noun, else a word for its action."""
    first = step.id.split("_")[0]
    if first == step.action.value or _NOUN.fullmatch(first):
        return label(step.id, procedure)
    return NOUNS[step.action]


def posts(step: Step, procedure: Procedure) -> str:
    """The posts that may take a step: "Inspektur Pembantu / Ketua PPID" (N15)."""
    return join_posts(step.roles, procedure)


def join_posts(roles: Iterable[str], procedure: Procedure) -> str:
    """Roles by their names, joined by slashes."""
    return " / ".join(clean(procedure.role(role).name) for role in roles)


def quorum(step: Step) -> str:
    """How many people a step needs, "" for one: "2 dari 3" posts, or "2 orang" of one post."""
    if step.quorum < 2:
        return ""
    several = len(step.roles) > step.quorum
    return f"{step.quorum} dari {len(step.roles)}" if several else f"{step.quorum} orang"


def posts_with_quorum(step: Step, procedure: Procedure) -> str:
    """The posts of a step and how many of them it takes: "A / B / C (2 dari 3)" (N15)."""
    need = quorum(step)
    return posts(step, procedure) + (f" ({need})" if need else "")


def capacity(post: Appointment, procedure: Procedure) -> str:
    """The post as it is printed: "Plh. Atasan PPID"."""
    return ACTING.get(post.status, "") + clean(procedure.role(post.role).name)


def inability(why: Inability, signed_step: int | None = None) -> str:
    """Why a holder of a post cannot take a step."""
    return INABILITIES[why].replace("{langkah}", str(signed_step or "lain"))


def warning(code: str) -> str:
    """A warning or hint of the verdict in words."""
    return WARNINGS.get(code, "Ada hal lain yang perlu diperiksa pengelola repositori.")


def part(name: str) -> str:
    """A part of the facts that could not be read; a name with a slash is a forge team."""
    if "/" in name:
        return f"anggota tim {clean(name)}"
    return PARTS.get(name, f"bagian “{clean(name)}”")


def problem(text: str) -> str:
    """A configuration problem for people who do not read `path:line:`."""
    match = _PROBLEM.fullmatch(text)
    return clean(f"{match['path']} baris {match['line']}: {match['what']}" if match else text)


def clean(text: str) -> str:
    """Somebody's text on one line: no control, bidirectional or invisible characters."""
    kept = (" " if char.isspace() else char for char in text if _visible(char))
    return " ".join("".join(kept).split())


def cut(text: str, limit: int) -> str:
    """A text of at most `limit` characters, ended after a whole word with "…" if it is longer."""
    if len(text) <= limit:
        return text
    return text[:limit].rpartition(" ")[0].rstrip(" ,;:(/“") + ELLIPSIS


def fit(forms: Iterator[str], limit: int, fallback: str) -> str:
    """The first form that is short enough, else the fallback."""
    return next((form for form in map(clean, forms) if 0 < len(form) <= limit), fallback)


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{number(hours)} jam"] if hours else []
    parts += [f"{rest} menit"] if rest or not hours else []
    return " ".join(parts)


def _visible(char: str) -> bool:
    return char.isspace() or unicodedata.category(char)[0] != "C"


def _abbreviations(procedure: Procedure) -> dict[str, str]:
    """Words that role names write in capitals, by their small form."""
    names = (role.name for role in procedure.roles if not role.name.isupper())
    words = (word for name in names for word in re.findall(r"\b[A-Z][A-Z0-9]+\b", name))
    return {word.lower(): word for word in words}
