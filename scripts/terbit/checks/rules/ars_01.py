"""ARS-01: whatever is published has its whole record in the archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from terbit.checks.base import Context, Kept, Place, Rule
from terbit.checks.reading.working_days import working_days
from terbit.core.article import Article
from terbit.core.digest import item_digest, path_of
from terbit.core.finding import Finding, Level
from terbit.core.office import Calendar
from terbit.core.record import ADOPTED, APPROVED, KIT, POSTED, PUBLISHED, SKIPPED, Event, History

_LET_STAND = frozenset({APPROVED, ADOPTED})
_COMPARE = "bandingkan cabang arsip dengan salinan lain sebelum menerbitkan lagi"

Gap = tuple[str, str]
"""What is missing, and how to mend it."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every gap between what stands on `main`, what was published and what the archive holds."""
    if context.kept is None:
        return
    for what, fix in _gaps(context.kept, context):
        yield RULE.finding(article.path, 1, what, fix)


def _gaps(kept: Kept, context: Context) -> Iterator[Gap]:
    history = kept.history
    yield from _standing(kept)
    yield from _unexplained(history)
    for event in history.events:
        yield from _forged(event)
        yield from _unsigned(event)
        yield from _lost(event, kept.pictures)
    yield from _unproved(history, context.office.calendar, context.today, RULE.limit_in(context))


def _standing(kept: Kept) -> Iterator[Gap]:
    """What stands on `main` against the approval that should let it stand."""
    approval = kept.history.approval
    removed = approval is not None and bool(approval.details.get("removed"))
    if kept.digest and (approval is None or removed):
        fix = "jalankan terbit publish, atau ajukan naskahnya lewat permintaan"
        yield "naskah ada di main, tetapi persetujuannya tidak tercatat di arsip", fix
    elif kept.digest and approval is not None and approval.digest != kept.digest:
        fix = "jalankan terbit publish; bila ditolak, pulihkan versi yang disetujui"
        yield "isi di main berbeda dari versi yang disetujui menurut arsip", fix
    elif not kept.digest and approval is not None and not removed:
        fix = "pulihkan naskahnya, atau ajukan pencabutannya lewat permintaan"
        yield "naskah hilang dari main tanpa persetujuan yang tercatat di arsip", fix


def _unexplained(history: History) -> Iterator[Gap]:
    """Publications of a version that nobody had approved before."""
    approved: set[str] = set()
    for event in history.events:
        if event.kind in _LET_STAND:
            approved.add(event.digest)
        if event.kind == PUBLISHED and event.digest not in approved:
            yield f"penerbitan nomor {event.number} tidak didahului persetujuan", _COMPARE


def _forged(event: Event) -> Iterator[Gap]:
    """An approval whose digest is not that of the Git object it names."""
    details = event.details
    if event.kind not in _LET_STAND or "object" not in details:
        return
    entry = (str(details.get("mode", "")), str(details["object"]))
    if item_digest(path_of(event.item), entry) != event.digest:
        yield f"sidik pada persetujuan nomor {event.number} tidak cocok dengan objeknya", _COMPARE


def _unsigned(event: Event) -> Iterator[Gap]:
    if event.kind == APPROVED and not event.details.get("signatures"):
        yield f"persetujuan nomor {event.number} tidak memuat penanda tangannya", _COMPARE


def _lost(event: Event, pictures: Mapping[str, str]) -> Iterator[Gap]:
    """A screenshot that an event names and that is gone, or is another one by now."""
    if not event.picture:
        return
    fix = f"pulihkan {event.picture} dari riwayat cabang arsip"
    if event.picture not in pictures:
        yield f"tangkapan layar bukti nomor {event.number} hilang dari arsip", fix
    elif pictures[event.picture] != event.details.get("sha256"):
        yield f"tangkapan layar bukti nomor {event.number} telah berubah", fix


def _unproved(history: History, calendar: Calendar, today: date, patience: int) -> Iterator[Gap]:
    """Channels whose kit was made longer ago than an upload takes, without a proof of it."""
    approval = history.approval
    if approval is None or approval.details.get("removed"):
        return
    for event in history.events:
        if not event.kind.startswith(f"{KIT}-") or event.digest != approval.digest:
            continue
        made = calendar.day(event.at)
        late = working_days(calendar, made, today, patience + 1) > patience
        proofs = (f"{kind}-{event.channel}" for kind in (POSTED, SKIPPED))
        if late and not any(history.has(kind, event.digest) for kind in proofs):
            fix = f"catat tautannya dengan terbit record, atau unggah ke {event.channel}"
            yield f"bukti tayang di {event.channel} belum ada di arsip", fix


RULE = Rule(
    id="ARS-01",
    level=Level.TOLAK,
    sentence="Setiap naskah yang terbit tercatat lengkap di arsip: persetujuan, sidik isi, dan"
    " bukti tayang.",
    basis="SOP, pencatatan dan pendataan: arsip digital",
    example_fails="{arsip: {di_main: ya, peristiwa: []}}",
    example_passes="{arsip: {di_main: ya, peristiwa: [dasar, terbit]}}",
    check=check,
    place=Place.CASE,
    limit=1,
)
