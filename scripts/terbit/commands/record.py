"""`terbit record`: what a person knows of a post: its link, its picture, or that there is none.

The link is the proof of what somebody uploaded, or settles what a machine could not tell; where
posts have no lasting address a screenshot is. A channel that is not available is ticked as such.

At the desk, or from the issue form or the run form on GitHub. Everything in an event is a
stranger's text until kantor.yml says who sent it; whatever is wrong is answered in the issue,
in words, and running twice records once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from terbit import photos
from terbit.channels.kit_page import REMOVED
from terbit.core import plan as planning
from terbit.core.delivery import Act, Delivery, State, deliveries
from terbit.core.next_step import LEASE
from terbit.core.record import DEFERRED, DELETED, POSTED, SKIPPED, Event, History
from terbit.errors import ForgeError, TerbitError
from terbit.forges.github.attachments import AttachmentError
from terbit.newsroom import approved, proofs
from terbit.newsroom.proof_forms import CHANNEL, ITEM, LINK, NOT_SENT, Proposal
from terbit.newsroom.race import settled
from terbit.newsroom.room import Newsroom
from terbit.report.words import clean
from terbit.repository import Identity

Fetch = Callable[[str], bytes]
"""Fetches an upload by its address. Raises AttachmentError."""


def record(
    newsroom: Newsroom, item: str, channel_id: str, link: str, *, by: Identity, now: datetime
) -> Event:
    """Append the link of a post to the archive. Raises TerbitError where it is no proof."""

    def act() -> Event:
        history, approval = _shown(newsroom, item)
        proofs.require_link(newsroom, channel_id, link)
        digest = _unproved(history, approval, channel_id, now)
        kind = f"{POSTED}-{channel_id}"
        told = {"link": link}
        return proofs.append(newsroom, history, kind, digest=digest, by=by, now=now, told=told)

    return settled(act)


def pictured(
    newsroom: Newsroom, item: str, channel_id: str, picture: bytes, *, by: Identity, now: datetime
) -> Event:
    """Append a screenshot (JPEG) of a post whose address dies. Raises TerbitError likewise."""

    def act() -> Event:
        history, approval = _shown(newsroom, item)
        proofs.require_screenshot(newsroom, channel_id)
        digest = _unproved(history, approval, channel_id, now)
        kind = f"{POSTED}-{channel_id}"
        return proofs.append(
            newsroom, history, kind, digest=digest, by=by, now=now, told={}, picture=picture
        )

    return settled(act)


def skipped(
    newsroom: Newsroom, item: str, channel_id: str, reason: str, *, by: Identity, now: datetime
) -> Event:
    """Append that a channel is not available for the version that the public sees, and why.

    Raises TerbitError where it is there, may be there, or nothing is to be uploaded.
    """
    told = {"reason": proofs.reason(reason, newsroom.config.office)}

    def act() -> Event:
        history, approval = _shown(newsroom, item)
        if not any(event.channel == channel_id for event in history.events):
            proofs.own(newsroom, channel_id)
        _skippable(newsroom, history, approval, channel_id, now)
        kind, digest = f"{SKIPPED}-{channel_id}", approval.digest
        return proofs.append(newsroom, history, kind, digest=digest, by=by, now=now, told=told)

    return settled(act)


def _shown(newsroom: Newsroom, item: str) -> tuple[History, Event]:
    """The events of an item, and the approval of what the public sees. Raises TerbitError."""
    newsroom.repository.fetch()
    ledger = newsroom.ledger()
    approval = planning.visible(ledger).get(item)
    if approval is None:
        raise TerbitError(f"berita “{item}” belum terbit", "contoh: berita/2026/11/nama-berita")
    return ledger[item], approval


def _unproved(history: History, approval: Event, channel_id: str, now: datetime) -> str:
    """The version of which a proof is missing. Raises TerbitError where none is."""
    known = _known_delivery(history, channel_id, now)
    if known.unsettled:
        # what went out unsure was of the version of its intent
        return known.digest if known.act is Act.SEND else approval.digest
    _refuse_proved(known, approval)
    return approval.digest


def _refuse_proved(known: Delivery, approval: Event) -> None:
    if known.posted(approval.digest):
        what = f"bukti {known.channel} untuk butir ini sudah ada"
        raise TerbitError(what, "lihat lembar arsipnya")


def _skippable(
    newsroom: Newsroom, history: History, approval: Event, channel_id: str, now: datetime
) -> None:
    """Raises TerbitError where a channel cannot be called unavailable."""
    known = _known_delivery(history, channel_id, now)
    if known.unsettled:
        what = f"kiriman {channel_id} belum pasti sampai"
        raise TerbitError(what, "periksa akun kantor, lalu catat tautannya, atau “tidak terkirim”")
    _refuse_proved(known, approval)
    if known.skips(approval.digest):
        raise TerbitError(f"{channel_id} sudah dicatat tidak tersedia", "lihat lembar arsipnya")
    version = approved.version(history.item, approval)
    if approved.is_article(history.item) and newsroom.article_at(version).withdrawal:
        fix = "hapus kirimannya bila ada, lalu catat sebagai terhapus"
        raise TerbitError("berita ini sudah dicabut, tidak ada yang perlu diunggah", fix)


def not_sent(
    newsroom: Newsroom, item: str, channel_id: str, *, by: Identity, now: datetime
) -> Event:
    """Append that a person looked, and the post is not there: it is planned once more.

    Raises TerbitError where nothing is unsure.
    """
    return settled(lambda: _not_sent(newsroom, item, channel_id, by=by, now=now))


def _not_sent(
    newsroom: Newsroom, item: str, channel_id: str, *, by: Identity, now: datetime
) -> Event:
    history = _history(newsroom, item)
    known = _known_delivery(history, channel_id, now)
    if not known.unsettled or known.act is not Act.SEND:
        what = f"tidak ada kiriman {channel_id} yang belum pasti untuk {item}"
        raise TerbitError(what, "lihat keluaran terbit post")
    told = {
        "act": Act.SEND.value,
        "attempt": known.attempt + 1,
        "key": known.key,
        "payload": known.payload,
        "account": known.account,
        "reason": "petugas sudah memeriksa: kiriman tidak ada",
    }
    kind = f"{DEFERRED}-{channel_id}"
    return proofs.append(newsroom, history, kind, digest=known.digest, by=by, now=now, told=told)


def removed(
    newsroom: Newsroom, item: str, channel_id: str, *, by: Identity, now: datetime
) -> Event:
    """Append that a person took a post away. Raises TerbitError where none is known."""
    return settled(lambda: _removed(newsroom, item, channel_id, by=by, now=now))


def _removed(
    newsroom: Newsroom, item: str, channel_id: str, *, by: Identity, now: datetime
) -> Event:
    history = _history(newsroom, item)
    post = _known_delivery(history, channel_id, now).post
    if post is None or history.approval is None:
        what = f"arsip tidak mengenal kiriman {channel_id} untuk {item}"
        raise TerbitError(what, "periksa nama berita dan kanalnya")
    digest = history.approval.digest
    told = {"act": Act.DELETE.value, "id": post.id, "link": post.link}
    kind = f"{DELETED}-{channel_id}"
    return proofs.append(newsroom, history, kind, digest=digest, by=by, now=now, told=told)


def _history(newsroom: Newsroom, item: str) -> History:
    newsroom.repository.fetch()
    history = newsroom.ledger().get(item)
    if history is None:
        raise TerbitError(f"berita “{item}” tidak ada di arsip", "contoh: berita/2026/11/nama")
    return history


def _known_delivery(history: History, channel_id: str, now: datetime) -> Delivery:
    """Where a channel stands. Raises TerbitError while a machine may be posting to it."""
    known = deliveries(history).get(channel_id, Delivery(channel_id))
    if known.state is State.SENDING and known.at and now < known.at + LEASE:
        minutes = int(LEASE.total_seconds() // 60)
        what = f"kiriman {channel_id} sedang diurus Terbit"
        raise TerbitError(what, f"catat lagi {minutes} menit sesudah pengiriman dimulai")
    return known


@dataclass(frozen=True)
class Answer:
    """What the sender is told, and whether the proof stands in the archive."""

    text: str
    recorded: bool


def answer(newsroom: Newsroom, asked: Proposal, now: datetime, fetch: Fetch) -> Answer:
    """Record the proof, and say so in the issue; or say there what is missing."""
    try:
        said = Answer(_accept(newsroom, asked, now, fetch), recorded=True)
    except AttachmentError as error:
        said = Answer(f"Belum dapat dicatat: {error}.", recorded=False)
    except ForgeError:
        raise
    except TerbitError as error:
        said = Answer(f"Belum dapat dicatat: {error}.", recorded=False)
    if asked.issue is not None:
        newsroom.desk.answer(asked.issue, said.text, close=said.recorded)
    return said


def _accept(newsroom: Newsroom, asked: Proposal, now: datetime, fetch: Fetch) -> str:
    if not asked.item or not asked.channel or not (asked.link or asked.screenshot):
        fix = f"lengkapi {ITEM}, {CHANNEL}, dan {LINK}"
        raise TerbitError("isian belum lengkap atau berita tidak dikenali", fix)
    newsroom.repository.fetch()
    if not _known(newsroom, asked):
        by = _who(newsroom, asked)
        missing = proofs.UNAVAILABLE.fullmatch(asked.link)
        if not asked.link:
            picture = _fetched(newsroom, asked, fetch, by, now)
            pictured(newsroom, asked.item, asked.channel, picture, by=by, now=now)
        elif missing:
            skipped(newsroom, asked.item, asked.channel, missing["reason"], by=by, now=now)
        elif asked.link.casefold() == REMOVED:
            removed(newsroom, asked.item, asked.channel, by=by, now=now)
        elif asked.link.casefold() == NOT_SENT:
            not_sent(newsroom, asked.item, asked.channel, by=by, now=now)
        else:
            record(newsroom, asked.item, asked.channel, asked.link, by=by, now=now)
    return f"Tercatat di arsip: {asked.item}, kanal {asked.channel}."


def _fetched(
    newsroom: Newsroom, asked: Proposal, fetch: Fetch, by: Identity, now: datetime
) -> bytes:
    """The screenshot as the archive keeps it; nothing of strangers is fetched or decoded."""
    proofs.capacity(newsroom, by, now)
    proofs.require_screenshot(newsroom, asked.channel)
    return photos.proof_of(fetch(asked.screenshot))


def _who(newsroom: Newsroom, asked: Proposal) -> Identity:
    """The sender's row in kantor.yml, by the numeric id that GitHub vouches for."""
    rows = newsroom.config_at(newsroom.main()).office.appointments
    row = next((row for row in rows if row.id == asked.account), None)
    if row is None:
        fix = "minta petugas langkah pengunggahan mengirim formulir ini"
        raise TerbitError("akun pengirim tidak ada di kantor.yml", fix)
    return Identity(row.name, row.login, row.id)


def _known(newsroom: Newsroom, asked: Proposal) -> bool:
    """Whether this very thing is recorded already for the version that the public sees."""
    if asked.link.casefold() == REMOVED:
        return _known_removed(newsroom.ledger().get(asked.item), asked.channel)
    missing = proofs.UNAVAILABLE.fullmatch(asked.link)
    kind, told = (POSTED, ("link", asked.link))
    if missing:
        kind, told = SKIPPED, ("reason", clean(missing["reason"]))
    ledger = newsroom.ledger()
    approval = planning.visible(ledger).get(asked.item)
    return approval is not None and any(
        event.kind == f"{kind}-{asked.channel}"
        and event.digest == approval.digest
        and (event.details.get(told[0]) == told[1] if asked.link else bool(event.picture))
        for event in ledger[asked.item].events
    )


def _known_removed(history: History | None, channel_id: str) -> bool:
    """Whether nothing stands on a channel any more since somebody took it away."""
    known = deliveries(history).get(channel_id) if history else None
    return known is not None and known.state is State.DELETED
