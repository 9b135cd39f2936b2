"""`terbit record`: what a person knows of a post: its link, or that it is not there.

The link is the proof of what somebody uploaded, or settles what a machine could not tell.

At the desk, or from the issue form or the run form on GitHub. Everything in an event is a
stranger's text until kantor.yml says who sent it; whatever is wrong is answered in the issue,
in words, and running twice records once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from terbit import channels
from terbit.archive import ledger as archive
from terbit.core import plan as planning
from terbit.core.delivery import Act, Delivery, State, deliveries
from terbit.core.next_step import LEASE
from terbit.core.record import DEFERRED, DELETED, POSTED, Event, History
from terbit.errors import ForgeError, TerbitError
from terbit.forges.github import form
from terbit.newsroom.race import settled
from terbit.newsroom.room import Newsroom
from terbit.repository import ARCHIVE, Identity

ITEM, CHANNEL, LINK = "Berita", "Kanal", "Tautan hasil"
"""The labels of the form `.github/ISSUE_TEMPLATE/bukti-tayang.yml`."""
NOT_SENT = "tidak terkirim"
"""What the form holds in place of a link where somebody looked and found nothing."""
_ITEM = re.compile(r"berita/[0-9]{4}/[0-9]{2}/[a-z0-9-]+")
_CHANNEL = re.compile(r"[a-z_]+")
_BEHIND = re.compile(r"\(([a-z_]+)\)\s*$")


def record(
    newsroom: Newsroom, item: str, channel_id: str, link: str, *, by: Identity, now: datetime
) -> Event:
    """Append the proof to the archive. Raises TerbitError where it is none."""
    return settled(lambda: _record(newsroom, item, channel_id, link, by=by, now=now))


def _record(
    newsroom: Newsroom, item: str, channel_id: str, link: str, *, by: Identity, now: datetime
) -> Event:
    newsroom.repository.fetch()
    ledger = newsroom.ledger()
    approval = planning.visible(ledger).get(item)
    if approval is None:
        raise TerbitError(f"berita “{item}” belum terbit", "contoh: berita/2026/11/nama-berita")
    _proves(newsroom, channel_id, link)
    known = _known_delivery(ledger[item], channel_id, now)
    if not known.unsettled and ledger[item].has(f"{POSTED}-{channel_id}", approval.digest):
        raise TerbitError(f"bukti {channel_id} untuk butir ini sudah ada", "lihat lembar arsipnya")
    # what went out unsure was of the version of its intent
    digest = known.digest if known.unsettled and known.act is Act.SEND else approval.digest
    kind = f"{POSTED}-{channel_id}"
    return _append(newsroom, ledger[item], kind, digest=digest, by=by, now=now, told={"link": link})


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
    return _append(newsroom, history, kind, digest=known.digest, by=by, now=now, told=told)


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
        raise TerbitError(f"arsip tidak mengenal kiriman {channel_id} untuk {item}", "periksa")
    digest = history.approval.digest
    told = {"act": Act.DELETE.value, "id": post.id, "link": post.link}
    kind = f"{DELETED}-{channel_id}"
    return _append(newsroom, history, kind, digest=digest, by=by, now=now, told=told)


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


def _append(
    newsroom: Newsroom,
    history: History,
    kind: str,
    *,
    digest: str,
    by: Identity,
    now: datetime,
    told: Mapping[str, Any],
) -> Event:
    event = history.next(
        kind,
        at=now,
        procedure=newsroom.config.procedure.number,
        digest=digest,
        actor=_capacity(newsroom, by, now),
        details={**told, "by": by.name, "login": by.login},
    )
    newsroom.repository.append(ARCHIVE, archive.files_of([event]), f"Catat {kind}", now)
    return event


def _proves(newsroom: Newsroom, channel_id: str, link: str) -> None:
    """The channel is one of the office's own, and the link is a post of its account there."""
    setting = newsroom.config.office.channel(channel_id)
    channel = channels.CHANNELS.get(channel_id)
    if channel is None or setting is None or not setting.available:
        known = ", ".join(
            c for c in newsroom.config.office.available_channels if c in channels.CHANNELS
        )
        raise TerbitError(f"kanal “{channel_id}” tidak tersedia di kantor ini", f"pilih: {known}")
    if not channel.accepts(link, setting.profile):
        fix = "salin lagi tautannya dari tombol bagikan pada kiriman kantor"
        raise TerbitError(f"tautan ini bukan kiriman {channel.name} milik kantor", fix)


def _capacity(newsroom: Newsroom, by: Identity, now: datetime) -> str:
    """In which post the person records: the publishing step belongs to the roles of the SOP."""
    procedure, office = newsroom.config.procedure, newsroom.config.office
    day = office.calendar.day(now)
    for row in office.appointments:
        if row.id == by.id and row.role in procedure.publishing.roles and row.in_force(day):
            return procedure.role(row.role).name
    names = " / ".join(procedure.role(role).name for role in procedure.publishing.roles)
    what = f"{by.name} tidak bertugas pada langkah pengunggahan"
    raise TerbitError(what, f"minta {names} mencatatnya")


@dataclass(frozen=True)
class Proposal:
    """What was filled in, by whom; `issue` is None for the run form."""

    item: str
    channel: str
    link: str
    login: str
    account: int
    issue: int | None


def _channel(item: str, chosen: str, link: str) -> str:
    """The channel that was chosen; else the one that the kit put behind the item, or the link's.

    A word that is no channel is handed on, so that the answer can name it.
    """
    word, behind = _CHANNEL.match(chosen), _BEHIND.search(item)
    if word and word[0] in channels.CHANNELS:
        return word[0]
    if behind:
        return behind[1]
    found = channels.of_link(link.strip())
    return found[0] if len(found) == 1 else word[0] if word else ""


@dataclass(frozen=True)
class Answer:
    """What the sender is told, and whether the proof stands in the archive."""

    text: str
    recorded: bool


def proposal(event: Mapping[str, Any]) -> Proposal:
    """Read an event of the issue form or of the run form. Raises TerbitError where it is none."""
    sender, issue = event.get("sender") or {}, event.get("issue")
    if "id" not in sender:
        raise TerbitError("peristiwa ini tidak menyebut pengirimnya", "ulangi dari GitHub")
    if issue is not None:
        told = form.answers(str(issue.get("body") or ""))
        filled = [told.get(label, "") for label in (ITEM, CHANNEL, LINK)]
    else:
        inputs = event.get("inputs") or {}
        filled = [str(inputs.get(name) or "") for name in ("berita", "kanal", "tautan")]
    item = _ITEM.search(filled[0])
    return Proposal(
        item=item[0] if item else "",
        channel=_channel(*filled),
        link=filled[2].strip(),
        login=str(sender.get("login", "")),
        account=int(sender["id"]),
        issue=int(issue["number"]) if issue is not None else None,
    )


def answer(newsroom: Newsroom, asked: Proposal, now: datetime) -> Answer:
    """Record the proof, and say so in the issue; or say there what is missing."""
    try:
        said = Answer(_accept(newsroom, asked, now), recorded=True)
    except ForgeError:
        raise
    except TerbitError as error:
        said = Answer(f"Belum dapat dicatat: {error}.", recorded=False)
    if asked.issue is not None:
        newsroom.desk.answer(asked.issue, said.text, close=said.recorded)
    return said


def _accept(newsroom: Newsroom, asked: Proposal, now: datetime) -> str:
    if not asked.item or not asked.channel or not asked.link:
        fix = f"lengkapi {ITEM}, {CHANNEL}, dan {LINK}"
        raise TerbitError("isian belum lengkap atau berita tidak dikenali", fix)
    newsroom.repository.fetch()
    if not _known(newsroom, asked):
        by = _who(newsroom, asked)
        if asked.link.casefold() == NOT_SENT:
            not_sent(newsroom, asked.item, asked.channel, by=by, now=now)
        else:
            record(newsroom, asked.item, asked.channel, asked.link, by=by, now=now)
    return f"Tercatat di arsip: {asked.item}, kanal {asked.channel}."


def _who(newsroom: Newsroom, asked: Proposal) -> Identity:
    """The sender's row in kantor.yml, by the numeric id that GitHub vouches for."""
    rows = newsroom.config_at(newsroom.main()).office.appointments
    row = next((row for row in rows if row.id == asked.account), None)
    if row is None:
        fix = "minta petugas langkah pengunggahan mengirim formulir ini"
        raise TerbitError("akun pengirim tidak ada di kantor.yml", fix)
    return Identity(row.name, row.login, row.id)


def _known(newsroom: Newsroom, asked: Proposal) -> bool:
    """Whether this very link is recorded already for the version that the public sees."""
    ledger = newsroom.ledger()
    approval = planning.visible(ledger).get(asked.item)
    return approval is not None and any(
        event.kind == f"{POSTED}-{asked.channel}"
        and event.digest == approval.digest
        and event.details.get("link") == asked.link
        for event in ledger[asked.item].events
    )
