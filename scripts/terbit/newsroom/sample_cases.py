"""What is known beside an article, written as YAML for examples and tests of rules.

kepala        keys of the head (read by whoever builds the article)
diajukan      when the article was handed in; `belum` where nobody knows
hari_ini      the day of the check
berita_lain   repository paths of other items, each with the day of its activity
permintaan    hasil, digabung, tidak_dihitung, keberatan, di_luar_masa, langkah, terpakai, batas
jalur_mendesak
              ya where the SOP knows the urgent path
arsip         di_main (ya, tidak, or lain: another version) and peristiwa: words of the archive,
              or mappings of jenis and pada
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from terbit.checks import Case, Context, site_paths
from terbit.checks.base import Kept
from terbit.core.digest import TREE_MODE, item_digest, path_of
from terbit.core.procedure import UrgentPath
from terbit.core.record import ADOPTED, APPROVED, History
from terbit.core.verdict import Check, Ignored, Reason, Sla, Verdict, Why

ITEM = "berita/2026/11/penilaian-pengendalian-intern"
ENTRY, OTHER_ENTRY = (TREE_MODE, "a" * 40), (TREE_MODE, "b" * 40)
SIGNED = ({"step": "1", "action": "telaah", "capacity": "", "at": "", "review": 1},)
YES = ("ya", True)
URGENT = UrgentPath(("serta-merta",), ("telaah",), "SK 12/2026")


def known(context: Context, said: Mapping[str, Any]) -> Context:
    """A context that also holds what a mapping says."""
    if "diajukan" in said:
        handed_in = said["diajukan"]
        submitted = None if handed_in == "belum" else _moment(handed_in)
        context = replace(context, submitted=submitted)
    if "hari_ini" in said:
        context = replace(context, today=said["hari_ini"])
    if "berita_lain" in said:
        context = _beside(context, said["berita_lain"])
    if "permintaan" in said:
        context = replace(context, case=_case(said["permintaan"]))
    if "arsip" in said:
        context = replace(context, kept=_kept(said["arsip"], context))
    if said.get("jalur_mendesak") in YES:
        context = replace(context, urgent=URGENT)
    return context


def _moment(value: date | str) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, str):
        return datetime.fromisoformat(value)
    return datetime.combine(value, time(9))


def _beside(context: Context, others: Mapping[str, date | None]) -> Context:
    known_paths = context.known_paths | site_paths(others)
    day_of: Callable[[str], date | None] = others.get
    return replace(context, known_paths=known_paths, day_of=day_of)


def _case(said: Mapping[str, Any]) -> Case:
    reason = Reason(said["hasil"])
    ignored = (Ignored(n, Why(why)) for n, why in enumerate(said.get("tidak_dihitung", ())))
    verdict = Verdict(
        reason=reason,
        step=said.get("langkah"),
        check=Check.SUCCESS if reason is Reason.READY else Check.PENDING,
        next_actor=None,
        ignored=tuple(ignored),
        blocked_by=tuple(said.get("keberatan", ())),
        sla=_sla(said),
    )
    closing = said.get("digabung") in YES
    return Case(verdict, closing, tuple(said.get("di_luar_masa", ())))


def _sla(said: Mapping[str, Any]) -> Sla | None:
    if "terpakai" not in said:
        return None
    since = datetime(2026, 11, 11, 9, tzinfo=ZoneInfo("Asia/Pontianak"))
    return Sla(said["langkah"], said["batas"], said["terpakai"], since)


def _kept(said: Mapping[str, Any], context: Context) -> Kept:
    stands = said.get("di_main", "ya")
    digests = {"ya": ENTRY, True: ENTRY, "lain": OTHER_ENTRY}
    digest = item_digest(path_of(ITEM), digests[stands]) if stands in digests else ""
    return Kept(_history(said.get("peristiwa", ()), context), digest)


def _history(rows: Iterable[str | Mapping[str, Any]], context: Context) -> History:
    history = History(ITEM)
    for row in rows:
        told = {"jenis": row} if isinstance(row, str) else row
        at = _moment(told.get("pada", context.today)).replace(tzinfo=context.office.calendar.zone)
        lets_stand = told["jenis"] in (APPROVED, ADOPTED)
        details = {"mode": ENTRY[0], "object": ENTRY[1], "signatures": told.get("tanda", SIGNED)}
        event = history.next(
            told["jenis"],
            at=at,
            procedure="1",
            digest=told.get("sidik") or item_digest(path_of(ITEM), ENTRY),
            actor="",
            details=details if lets_stand else {},
        )
        history = history.add(event)
    return history
