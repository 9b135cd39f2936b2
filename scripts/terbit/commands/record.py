"""`terbit record`: the proof of a post that a person uploaded: its link, when, and by whom."""

from __future__ import annotations

from datetime import datetime

from terbit import channels
from terbit.archive import ledger as archive
from terbit.core import plan as planning
from terbit.core.record import POSTED, Event
from terbit.errors import TerbitError
from terbit.newsroom import Newsroom
from terbit.repository import ARCHIVE, Identity


def record(
    newsroom: Newsroom, item: str, channel_id: str, link: str, *, by: Identity, now: datetime
) -> Event:
    """Append the proof to the archive. Raises TerbitError where it is none."""
    newsroom.repository.fetch()
    ledger = newsroom.ledger()
    approval = planning.visible(ledger).get(item)
    if approval is None:
        raise TerbitError(f"butir “{item}” belum terbit", "contoh: berita/2026/11/nama-berita")
    _proves(newsroom, channel_id, link)
    if ledger[item].has(f"{POSTED}-{channel_id}", approval.digest):
        raise TerbitError(f"bukti {channel_id} untuk butir ini sudah ada", "lihat lembar arsipnya")
    event = ledger[item].next(
        f"{POSTED}-{channel_id}",
        at=now,
        procedure=newsroom.config.procedure.number,
        digest=approval.digest,
        actor=_capacity(newsroom, by, now),
        details={"link": link, "by": by.name, "login": by.login},
    )
    newsroom.repository.append(ARCHIVE, archive.files_of([event]), f"Catat bukti {channel_id}", now)
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
    if not channel.accepts(link, setting.account):
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
    raise TerbitError(f"{by.name} tidak memegang langkah pengunggahan", f"mintalah {names}")
