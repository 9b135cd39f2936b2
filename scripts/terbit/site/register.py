"""The public register: what was published under which SOP, and one sheet for each item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from terbit.core.plan import is_removed
from terbit.core.procedure import Action, Step
from terbit.core.record import (
    ADOPTED,
    APPROVED,
    DEFERRED,
    DELETED,
    FAILED,
    KIT,
    POSTED,
    PUBLISHED,
    SENDING,
    SKIPPED,
    UNSURE,
    Event,
    History,
    Signature,
)
from terbit.errors import TerbitError
from terbit.site import words
from terbit.site.approvals import decided_at, signatures, standing
from terbit.site.items import Item
from terbit.site.model import Page, Site, address, head_of, sheet_address

DECISIONS = {Action.REVIEW.value: "Diverifikasi", Action.DECIDE.value: "Disetujui"}
KINDS = {
    APPROVED: "Disetujui untuk diterbitkan",
    ADOPTED: "Dicatat sebagai terbitan sebelum alur ini berlaku",
    PUBLISHED: "Terbit di situs",
    KIT: "Paket unggah disiapkan",
    SENDING: "Mulai mengunggah",
    POSTED: "Terunggah",
    FAILED: "Gagal diunggah",
    UNSURE: "Belum pasti terunggah",
    DEFERRED: "Pengunggahan ditunda",
    DELETED: "Kiriman dihapus",
    SKIPPED: "Dicatat tidak tersedia",
}
PLAIN, ADOPTED_STATE = "Terbit", "Terbit sebelum alur ini"


@dataclass(frozen=True)
class Act:
    """What one person did in a step: in which capacity, when; a name where it may be shown."""

    decision: str
    capacity: str
    at: datetime
    name: str = ""


@dataclass(frozen=True)
class StepRow:
    """One step of the SOP with what is recorded of it."""

    number: int
    description: str
    acts: tuple[Act, ...]
    note: str = ""


@dataclass(frozen=True)
class Proof:
    """What is known of one channel: a link, a screenshot, a kit, why not, or nothing yet."""

    channel: str
    state: str
    link: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class LogLine:
    """One event as the sheet lists it."""

    number: int
    words: str
    at: datetime
    hash: str


@dataclass(frozen=True)
class Row:
    """One item of the register; `url` is "" where nothing stands on the site any more.

    `key` tells this state of the item from every other; `channels` are those that the article
    names, None for all of the office; `read` gives its events.
    """

    name: str
    title: str
    kind: str
    state: str
    url: str
    approved: datetime
    procedure: str
    key: str
    channels: tuple[str, ...] | None
    read: Callable[[], History]

    @property
    def sheet(self) -> str:
        """The address of its sheet."""
        return sheet_address(self.name)

    @property
    def tone(self) -> str:
        """How the state is shown: plain, muted, or asking for attention."""
        return {PLAIN: "", ADOPTED_STATE: "dasar"}.get(self.state, "perhatian")

    @property
    def year(self) -> str:
        """The year of approval, by which the register is divided."""
        return f"{self.approved:%Y}"


@dataclass(frozen=True)
class Sheet:
    """What the sheet of an item shows beyond its row."""

    history: History
    approval: Event
    channels: tuple[str, ...]
    adopted_by: str

    @property
    def request(self) -> str:
        """The number of the request that was approved, "" where none is kept."""
        return str(self.approval.details.get("request", ""))

    @property
    def adopted(self) -> bool:
        """Whether it stood before the SOP's flow began."""
        return self.approval.kind == ADOPTED

    @property
    def reason(self) -> str:
        """Why it was adopted."""
        return str(self.approval.details.get("reason", ""))


def rows(
    site: Site, items: tuple[Item, ...], events: Callable[[str, str], History]
) -> tuple[Row, ...]:
    """Every item that is or was public, the latest approval first; nothing under embargo.

    `events` gives those of an item by its name and the key of its version.
    """
    shown = {item.name for item in items}
    hidden = {entry.item for entry in site.entries} - shown
    found = [_of_item(item, events) for item in items if item.card.approved]
    pages = {page.path: page for page in site.pages}
    histories = {p.path: p.history or site.ledger.get(p.path) for p in site.pages}
    histories |= {n: h for n, h in site.ledger.items() if n not in pages}
    for name, history in histories.items():
        if history is None or name in shown or name in hidden:
            continue
        approval = standing(history)
        if approval and (name in pages or history.first_published is not None):
            found.append(_of_history(site, history, approval, pages.get(name)))
    return tuple(sorted(found, key=lambda row: (row.approved, row.name), reverse=True))


def sheet(site: Site, row: Row) -> Sheet:
    """What the events of an item tell. Raises TerbitError where they cannot be read."""
    history, wanted = row.read(), row.channels
    approval = standing(history)
    if approval is None:
        raise TerbitError(f"arsip {row.name} tidak memuat persetujuan", "periksa cabang arsip")
    by = str(approval.details.get("by", "")) if site.office.show_names else ""
    channels = site.office.available_channels if wanted is None else wanted
    return Sheet(history, approval, channels, by)


def steps(site: Site, shown: Sheet) -> tuple[StepRow, ...]:
    """The SOP's steps with the acts of the public version.

    Where another SOP governed the item, only what was recorded is listed, in its order.
    """
    acts: dict[str, tuple[Act, ...]] = {}
    for signature in signatures(shown.approval):
        acts[signature.step] = (*acts.get(signature.step, ()), _act(signature, site))
    if shown.approval.procedure != site.procedure.number or shown.adopted:
        recorded = enumerate(acts.items(), start=1)
        return tuple(StepRow(number, words.label(step), done) for number, (step, done) in recorded)
    return tuple(
        StepRow(step.number, step.description, acts.get(step.id, ()), _note(step, shown))
        for step in site.procedure.steps
    )


def proofs(site: Site, shown: Sheet) -> tuple[Proof, ...]:
    """One line for each channel that the item is meant for or was sent to."""
    sent = [event.channel for event in shown.history.events if event.channel]
    channels = dict.fromkeys([*shown.channels, *sent])
    channels.pop("situs", None)
    return tuple(_proof(site, channel, shown) for channel in channels)


def log(site: Site, shown: Sheet) -> tuple[LogLine, ...]:
    """Every event of the item in words, first to last."""
    return tuple(
        LogLine(e.number, _words(e), site.office.calendar.local(e.at), e.hash)
        for e in shown.history.events
    )


def _of_item(item: Item, events: Callable[[str, str], History]) -> Row:
    return Row(
        name=item.name,
        title=item.title,
        kind=item.kind,
        state=_state(item),
        url=item.url,
        approved=datetime.fromisoformat(item.card.approved).astimezone(item.zone),
        procedure=item.card.procedure,
        key=item.key,
        channels=item.card.channels,
        read=partial(events, item.name, item.version),
    )


def _of_history(site: Site, history: History, approval: Event, page: Page | None) -> Row:
    """The row of a plain page, or of what is gone from the site."""
    name = history.item
    gone = is_removed(history) or page is None
    plain = ADOPTED_STATE if approval.kind == ADOPTED else PLAIN
    return Row(
        name=name,
        title=page.title if page else words.label(name.rsplit("/", 1)[-1]),
        kind="Berita" if name.startswith("berita/") else "Halaman",
        state="Tidak lagi dimuat" if gone else plain,
        url="" if gone else address(name) or "./",
        approved=site.office.calendar.local(decided_at(approval)),
        procedure=approval.procedure,
        key=head_of(history),
        channels=(),
        read=lambda: history,
    )


def _state(item: Item) -> str:
    if item.withdrawn:
        return "Dicabut"
    if item.card.corrections:
        return "Terbit dengan ralat"
    return ADOPTED_STATE if item.card.baseline else PLAIN


def _act(signature: Signature, site: Site) -> Act:
    decision = DECISIONS.get(signature.action, words.label(signature.action))
    name = signature.name or signature.login if site.office.show_names else ""
    at = site.office.calendar.local(signature.at)
    return Act(decision, signature.capacity, at, name)


def _note(step: Step, shown: Sheet) -> str:
    if step.action is Action.DRAFT and shown.request:
        return f"Naskah diajukan dengan permintaan persetujuan nomor {shown.request}."
    if step.action is Action.PUBLISH and shown.history.first_published:
        return "Terbit di situs; bukti tiap kanal ada di bawah."
    return ""


def _proof(site: Site, channel: str, shown: Sheet) -> Proof:
    """The latest proof; a post of an earlier version counts, but is called what it is."""
    name = words.channel(channel)
    kinds = [f"{kind}-{channel}" for kind in (POSTED, SKIPPED, KIT)]
    events = [event for event in shown.history.events if event.kind in kinds]
    if not events:
        return Proof(name, "Belum ada bukti")
    event = max(
        events, key=lambda e: (e.digest == shown.approval.digest, e.kind != kinds[2], e.number)
    )
    earlier = "" if event.digest == shown.approval.digest else " (versi sebelumnya)"
    if event.kind == kinds[1]:
        return Proof(name, f"Tidak tersedia: {event.details.get('reason', '')}{earlier}")
    link = str(event.details.get("link", ""))
    at = site.office.calendar.local(event.at)
    return Proof(
        name,
        _state_of(event) + earlier,
        link if link.startswith(("https://", "http://")) else "",
        at,
    )


def _state_of(event: Event) -> str:
    """A proof or kit in words; a screenshot is not shown, for others may be seen on it."""
    if event.picture:
        return "Tangkapan layar disimpan di arsip"
    return "Terunggah" if event.kind.startswith(f"{POSTED}-") else "Paket unggah siap"


def _words(event: Event) -> str:
    kind = event.kind.partition("-")[0]
    text = KINDS.get(kind, words.label(kind))
    return f"{text}: {words.channel(event.channel)}" if event.channel else text
