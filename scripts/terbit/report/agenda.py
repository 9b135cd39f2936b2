"""Activities that nobody has told of, as lines, as rows for programs and for a run's summary."""

from __future__ import annotations

from collections.abc import Iterable

from terbit.core.agenda import Silence
from terbit.indonesian import day
from terbit.report.markdown import escape
from terbit.report.words import clean

NOTHING = "Semua kegiatan yang terlaksana sudah diberitakan."


def lines(found: Iterable[Silence]) -> list[str]:
    """One activity a line: when it was held, and until when its article is or was due."""
    return [_line(one) for one in found]


def to_json(found: Iterable[Silence]) -> list[dict[str, str | bool]]:
    """The same for programs."""
    return [
        {
            "id": one.activity.id,
            "title": one.activity.title,
            "held": one.activity.end.isoformat(),
            "unit": one.activity.unit,
            "news": one.activity.news,
            "due": one.due.isoformat(),
            "late": one.late,
        }
        for one in found
    ]


def summary(found: Iterable[Silence]) -> str:
    """The list as Markdown for the run's summary page, "" where it is empty; every value inert."""
    rows = [f"- {escape(row)}" for row in lines(found)]
    return "\n".join(["## Belum diberitakan", "", *rows, ""]) if rows else ""


def _line(one: Silence) -> str:
    activity = one.activity
    unit = f" ({clean(activity.unit)})" if activity.unit else ""
    due = f"lewat batas {day(one.due)}" if one.late else f"batasnya {day(one.due)}"
    fix = "tulis beritanya"
    if activity.news:
        fix = f"terbitkan {activity.news}"
    return f"{day(activity.end)}: {clean(activity.title)}{unit} belum diberitakan, {due} — {fix}"
