"""The public register: what was published under which SOP, and one sheet for each item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from terbit.core.plan import is_removed
from terbit.core.procedure import Action, Step
from terbit.core.record import ADOPTED, APPROVED, KIT, POSTED, PUBLISHED, Event, History, Signature
from terbit.site import words
from terbit.site.items import Item, decided_at, signatures, standing
from terbit.site.model import Site, address, sheet_address

DECISIONS = {Action.REVIEW.value: "Diverifikasi", Action.DECIDE.value: "Disetujui"}
KINDS = {
    APPROVED: "Disetujui untuk diterbitkan",
    ADOPTED: "Dicatat sebagai terbitan sebelum alur ini berlaku",
    PUBLISHED: "Terbit di situs",
    KIT: "Paket unggah disiapkan",
    POSTED: "Terunggah",
    "mengunggah": "Mulai mengunggah",
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
    """What is known of one channel: a link, a kit, or nothing yet."""

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
    """One item of the register; `url` is "" where nothing stands on the site any more."""

    title: str
    kind: str
    state: str
    url: str
    approved: datetime
    history: History
    approval: Event
    adopted_by: str = ""
    channels: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The item's name in the archive."""
        return self.history.item

    @property
    def sheet(self) -> str:
        """The address of its sheet."""
        return sheet_address(self.name)

    @property
    def procedure(self) -> str:
        """The number of the SOP that governed it."""
        return self.approval.procedure

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

    @property
    def tone(self) -> str:
        """How the state is shown: plain, muted, or asking for attention."""
        return {PLAIN: "", ADOPTED_STATE: "dasar"}.get(self.state, "perhatian")

    @property
    def year(self) -> str:
        """The year of approval, by which the register is divided."""
        return f"{self.approved:%Y}"


def rows(site: Site, items: tuple[Item, ...]) -> tuple[Row, ...]:
    """Every item that is or was public, the latest approval first; nothing under embargo."""
    shown = {item.name: item for item in items}
    hidden = {entry.item for entry in site.entries} - set(shown)
    pages = {page.path: page for page in site.pages}
    histories = {**site.ledger, **{p.path: p.history for p in site.pages if p.history}}
    histories |= {item.name: item.history for item in items}
    found = []
    for name, history in histories.items():
        known = name in shown or name in pages or history.first_published is not None
        approval = standing(history)
        if approval and known and name not in hidden:
            title = pages[name].title if name in pages else ""
            found.append(_row(site, history, approval, shown.get(name), title))
    return tuple(sorted(found, key=lambda row: (row.approved, row.name), reverse=True))


def steps(site: Site, row: Row) -> tuple[StepRow, ...]:
    """The SOP's steps with the acts of the public version.

    Where another SOP governed the item, only what was recorded is listed, in its order.
    """
    acts: dict[str, tuple[Act, ...]] = {}
    for signature in signatures(row.approval):
        acts[signature.step] = (*acts.get(signature.step, ()), _act(signature, site))
    if row.procedure != site.procedure.number or row.adopted:
        recorded = enumerate(acts.items(), start=1)
        return tuple(StepRow(number, words.label(step), done) for number, (step, done) in recorded)
    return tuple(
        StepRow(step.number, step.description, acts.get(step.id, ()), _note(step, row))
        for step in site.procedure.steps
    )


def proofs(site: Site, row: Row) -> tuple[Proof, ...]:
    """One line for each channel that the item is meant for or was sent to."""
    sent = [event.channel for event in row.history.events if event.channel]
    channels = dict.fromkeys([*row.channels, *sent])
    channels.pop("situs", None)
    return tuple(_proof(site, channel, row) for channel in channels)


def log(site: Site, row: Row) -> tuple[LogLine, ...]:
    """Every event of the item in words, first to last."""
    return tuple(
        LogLine(e.number, _words(e), site.office.calendar.local(e.at), e.hash)
        for e in row.history.events
    )


def _row(site: Site, history: History, approval: Event, item: Item | None, title: str) -> Row:
    name = history.item
    gone = is_removed(history) or (item is None and not title)
    wanted = item.article.channels if item else ()
    return Row(
        title=item.article.title if item else title or words.label(name.rsplit("/", 1)[-1]),
        kind=item.kind if item else "Berita" if name.startswith("berita/") else "Halaman",
        state=_state(approval, item, gone),
        url="" if gone else address(name) or "./",
        approved=site.office.calendar.local(decided_at(approval)),
        history=history,
        approval=approval,
        adopted_by=str(approval.details.get("by", "")) if site.office.show_names else "",
        channels=site.office.available_channels if wanted is None else wanted,
    )


def _state(approval: Event, item: Item | None, gone: bool) -> str:
    if gone:
        return "Tidak lagi dimuat"
    if item and item.withdrawn:
        return "Dicabut"
    if item and item.article.corrections:
        return "Terbit dengan ralat"
    return ADOPTED_STATE if approval.kind == ADOPTED else PLAIN


def _act(signature: Signature, site: Site) -> Act:
    decision = DECISIONS.get(signature.action, words.label(signature.action))
    name = signature.name or signature.login if site.office.show_names else ""
    at = site.office.calendar.local(signature.at)
    return Act(decision, signature.capacity, at, name)


def _note(step: Step, row: Row) -> str:
    if step.action is Action.DRAFT and row.request:
        return f"Naskah diajukan dengan permintaan persetujuan nomor {row.request}."
    if step.action is Action.PUBLISH and row.history.first_published:
        return "Terbit di situs; bukti tiap kanal ada di bawah."
    return ""


def _proof(site: Site, channel: str, row: Row) -> Proof:
    """The latest proof; a post of an earlier version counts, but is called what it is."""
    name = words.channel(channel)
    kinds = (f"{POSTED}-{channel}", f"{KIT}-{channel}")
    events = [event for kind in kinds for event in row.history.events if event.kind == kind]
    if not events:
        return Proof(name, "Belum ada bukti")
    event = max(
        events, key=lambda e: (e.digest == row.approval.digest, e.kind == kinds[0], e.number)
    )
    state = "Terunggah" if event.kind == kinds[0] else "Paket unggah siap"
    earlier = "" if event.digest == row.approval.digest else " (versi sebelumnya)"
    link = str(event.details.get("link", ""))
    at = site.office.calendar.local(event.at)
    return Proof(
        name, state + earlier, link if link.startswith(("https://", "http://")) else "", at
    )


def _words(event: Event) -> str:
    kind = event.kind.partition("-")[0]
    text = KINDS.get(kind, words.label(kind))
    return f"{text}: {words.channel(event.channel)}" if event.channel else text
