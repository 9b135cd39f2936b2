"""The public register: what was published under which SOP, and one sheet for each item."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from shlex import quote

from terbit import indonesian
from terbit.core import passage as passages
from terbit.core.follow_up import Promise, promise
from terbit.core.passage import Passage, Remark, StepTime, passage
from terbit.core.plan import is_removed
from terbit.core.procedure import Action, Step
from terbit.core.record import (
    ADOPTED,
    APPROVED,
    CONTESTED,
    DEFERRED,
    DELETED,
    FAILED,
    FOLLOWED,
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
from terbit.site import urgent, words
from terbit.site.approvals import decided_at, standing
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
    FOLLOWED: "Pemeriksaan menyusul",
    CONTESTED: "Keberatan sesudah terbit",
}
PLAIN, ADOPTED_STATE = "Terbit", "Terbit sebelum alur ini"
PAGE = "Halaman"
WITHDRAWN, GONE, CORRECTED = "Dicabut", "Tidak lagi dimuat", "Terbit dengan ralat"


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
    time: StepTime | None = None


@dataclass(frozen=True)
class ProofLine:
    """What is known of one channel: a link, a screenshot, a kit, why not, or nothing yet."""

    channel: str
    state: str
    link: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Original:
    """A file beside the text as it was approved, and how a clone gives it back."""

    name: str
    object_id: str
    command: str


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

    `key` tells this state of the item from every other; `version` is the key of its text, "" for
    plain pages; `channels` are those that the article names, None for all of the office; `due`
    is when it was to be public at the earliest; `read` gives its events.
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
    version: str = ""
    due: datetime | None = None
    category: str = ""

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

    @property
    def month(self) -> str:
        """The month of approval, such as "2026-11"."""
        return f"{self.approved:%Y-%m}"

    @property
    def shown(self) -> bool:
        """Whether its text still stands on the site."""
        return self.state not in (WITHDRAWN, GONE)


@dataclass(frozen=True)
class Sheet:
    """What the sheet of an item shows beyond its row."""

    history: History
    passage: Passage
    channels: tuple[str, ...]
    adopted_by: str

    @property
    def approval(self) -> Event:
        """The approval of the version that the public sees."""
        return self.passage.approval

    @property
    def request(self) -> str:
        """The number of the request that was approved, "" where none is kept."""
        return str(self.approval.details.get("request", ""))

    @property
    def adopted(self) -> bool:
        """Whether it stood before the SOP's flow began."""
        return self.passage.adopted

    @property
    def put_off(self) -> Promise | None:
        """The reviews that the urgent path put off, None where it went the ordinary way."""
        return promise(self.history, self.approval)

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
    found = [_of_item(site, item, events) for item in items if item.card.approved]
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
    told = passage(history, approval, site.procedure, site.office.calendar, row.due)
    return Sheet(history, told, channels, by)


def steps(site: Site, shown: Sheet) -> tuple[StepRow, ...]:
    """The SOP's steps with the acts of the public version.

    Where another SOP governed the item, only what was recorded is listed, in its order.
    """
    acts: dict[str, tuple[Act, ...]] = {}
    later = shown.put_off.taken if shown.put_off else ()
    for signature in (*shown.passage.signatures, *later):
        acts[signature.step] = (*acts.get(signature.step, ()), _act(signature, site))
    time = shown.passage.time
    if shown.approval.procedure != site.procedure.number or shown.adopted:
        recorded = enumerate(acts.items(), start=1)
        return tuple(
            StepRow(number, words.label(step), done, time=time(step))
            for number, (step, done) in recorded
        )
    return tuple(
        StepRow(s.number, s.description, acts.get(s.id, ()), _note(s, shown), time(s.id))
        for s in site.procedure.steps
    )


def remarks(site: Site, row: Row, shown: Sheet) -> tuple[Remark, ...]:
    """The correction notes in local time; none of what the public is not to read any more."""
    if not row.shown:
        return ()
    local = site.office.calendar.local
    return tuple(
        replace(
            remark,
            at=local(remark.at),
            replies=tuple(replace(reply, at=local(reply.at)) for reply in remark.replies),
        )
        for remark in shown.passage.remarks
    )


def put_off(site: Site, row: Row, shown: Sheet) -> urgent.Record | None:
    """What the urgent path put off and what came of it, None where every step was taken."""
    told, late = shown.put_off, row.state == urgent.MISSING
    return urgent.record(told, site.office.calendar.local, late=late) if told else None


def originals(row: Row, shown: Sheet, files: Iterable[tuple[str, str]]) -> tuple[Original, ...]:
    """The files of the approved folder; their Git objects stay for ever in every clone."""
    tree = str(shown.approval.details.get("object", ""))
    if not row.shown or not tree:
        return ()
    return tuple(Original(name, object_id, _command(tree, name)) for name, object_id in files)


def _command(tree: str, name: str) -> str:
    return f"git show {quote(f'{tree}:{name}')} > {quote(name)}"


def proofs(site: Site, shown: Sheet) -> tuple[ProofLine, ...]:
    """One line for each channel that the item is meant for or was sent to."""
    found = passages.proofs(shown.history, shown.approval.digest, shown.channels)
    return tuple(
        ProofLine(
            words.channel(proof.channel),
            indonesian.proof(proof),
            proof.link,
            site.office.calendar.local(proof.at) if proof.at else None,
        )
        for proof in found
    )


def log(site: Site, shown: Sheet) -> tuple[LogLine, ...]:
    """Every event of the item in words, first to last."""
    return tuple(
        LogLine(e.number, _words(e), site.office.calendar.local(e.at), e.hash)
        for e in shown.history.events
    )


def _of_item(site: Site, item: Item, events: Callable[[str, str], History]) -> Row:
    return Row(
        name=item.name,
        title=item.title,
        kind=item.kind,
        state=_state(item, site.built_at),
        url=item.url,
        approved=datetime.fromisoformat(item.card.approved).astimezone(item.zone),
        procedure=item.card.procedure,
        key=item.key,
        channels=item.card.channels,
        read=partial(events, item.name, item.version),
        version=item.version,
        due=_due(item),
        category=item.category_name if item.category else "",
    )


def _due(item: Item) -> datetime | None:
    at = item.card.publish_at
    return datetime.fromisoformat(at).astimezone(item.zone) if at else None


def _of_history(site: Site, history: History, approval: Event, page: Page | None) -> Row:
    """The row of a plain page, or of what is gone from the site."""
    name = history.item
    gone = is_removed(history) or page is None
    plain = ADOPTED_STATE if approval.kind == ADOPTED else PLAIN
    return Row(
        name=name,
        title=page.title if page else words.label(name.rsplit("/", 1)[-1]),
        kind="Berita" if name.startswith("berita/") else PAGE,
        state=GONE if gone else plain,
        url="" if gone else address(name) or "./",
        approved=site.office.calendar.local(decided_at(approval)),
        procedure=approval.procedure,
        key=head_of(history),
        channels=(),
        read=lambda: history,
    )


def _state(item: Item, now: datetime) -> str:
    if item.withdrawn:
        return WITHDRAWN
    if owing := urgent.state(item, now):
        return owing
    if item.card.corrections:
        return CORRECTED
    return ADOPTED_STATE if item.card.baseline else PLAIN


def _act(signature: Signature, site: Site) -> Act:
    decision = DECISIONS.get(signature.action, words.label(signature.action))
    name = signature.name or signature.login if site.office.show_names else ""
    at = site.office.calendar.local(signature.at)
    return Act(decision, signature.capacity, at, name)


def _note(step: Step, shown: Sheet) -> str:
    if shown.put_off and step.id in dict(shown.put_off.steps):
        owed = step.id in shown.put_off.owed
        return "Menyusul sesudah terbit; belum lengkap." if owed else "Menyusul sesudah terbit."
    if step.action is Action.DRAFT and shown.request:
        return f"Naskah diajukan dengan permintaan persetujuan nomor {shown.request}."
    if step.action is Action.PUBLISH and shown.history.first_published:
        return "Terbit di situs; bukti tiap kanal ada di bawah."
    return ""


def _words(event: Event) -> str:
    kind = event.kind.partition("-")[0]
    text = KINDS.get(kind, words.label(kind))
    return f"{text}: {words.channel(event.channel)}" if event.channel else text
