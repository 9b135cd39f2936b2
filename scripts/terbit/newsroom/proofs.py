"""What a proof of an upload must be: of an own channel, whole, and told by who may tell it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from terbit import channels
from terbit.archive import ledger as archive
from terbit.channels.base import Channel
from terbit.checks.masking import mask
from terbit.checks.reading.gambling import gambling_words
from terbit.core.office import Office
from terbit.core.record import Event, History, picture_name
from terbit.errors import TerbitError
from terbit.newsroom.room import Newsroom
from terbit.report.words import clean
from terbit.repository import Identity

SHORTEST, LONGEST = 10, 200
"""Letters that a reason has at least, characters at most: it stands on the public sheet."""
GAMBLING = "HTML-02"
UNAVAILABLE = re.compile(r"tidak tersedia\b[\s:.,–—-]*(?P<reason>.*)", re.IGNORECASE | re.DOTALL)
"""What the form holds in place of a link where nothing can be uploaded, and why."""


def append(
    newsroom: Newsroom,
    history: History,
    kind: str,
    *,
    digest: str,
    by: Identity,
    now: datetime,
    told: Mapping[str, Any],
    picture: bytes = b"",
) -> Event:
    """Append what a person told, with the screenshot that shows it. Raises TerbitError."""
    shown: dict[str, str] = {}
    if picture:
        name = picture_name(len(history.events) + 1, kind)
        shown = {"file": name, "sha256": sha256(picture).hexdigest()}
    event = history.next(
        kind,
        at=now,
        procedure=newsroom.config.procedure.number,
        digest=digest,
        actor=capacity(newsroom, by, now),
        details={**told, **shown, "by": by.name, "login": by.login},
    )
    files = archive.files_of([event])
    if picture:
        files[event.picture] = picture
    newsroom.record(files, f"Catat {kind}", now)
    return event


def capacity(newsroom: Newsroom, by: Identity, now: datetime) -> str:
    """In which post the person records: the publishing step belongs to the roles of the SOP.

    Raises TerbitError for anybody else.
    """
    procedure, office = newsroom.config.procedure, newsroom.config.office
    day = office.calendar.day(now)
    for row in office.appointments:
        if row.id == by.id and row.role in procedure.publishing.roles and row.in_force(day):
            return procedure.role(row.role).name
    names = " / ".join(procedure.role(role).name for role in procedure.publishing.roles)
    what = f"{by.name} tidak bertugas pada langkah pengunggahan"
    raise TerbitError(what, f"minta {names} mencatatnya")


def require_link(newsroom: Newsroom, channel_id: str, link: str) -> None:
    """Raises TerbitError unless the link is a post of the office's own account."""
    channel, account = own(newsroom, channel_id)
    if not channel.accepts(link, account):
        fix = "salin lagi tautannya dari tombol bagikan pada kiriman kantor"
        raise TerbitError(f"tautan ini bukan kiriman {channel.name} milik kantor", fix)


def require_screenshot(newsroom: Newsroom, channel_id: str) -> None:
    """Raises TerbitError where posts have an address that lasts, which proves more."""
    channel, _ = own(newsroom, channel_id)
    if not channel.form.screenshot:
        what = f"bukti {channel.name} harus berupa tautan, bukan tangkapan layar"
        raise TerbitError(what, "salin tautannya dari tombol bagikan pada kiriman kantor")


def own(newsroom: Newsroom, channel_id: str) -> tuple[Channel, str]:
    """A channel of the office with its account. Raises TerbitError where it has none such."""
    office = newsroom.config.office
    setting, channel = office.channel(channel_id), channels.CHANNELS.get(channel_id)
    if channel is None or setting is None or not setting.available:
        known = ", ".join(c for c in office.available_channels if c in channels.CHANNELS)
        raise TerbitError(f"kanal “{channel_id}” tidak tersedia di kantor ini", f"pilih: {known}")
    return channel, setting.profile


def reason(text: str, office: Office) -> str:
    """Why a channel is not available, on one line, fit for the public sheet.

    Raises TerbitError. What the built site may not show must not get into the archive, out of
    which nothing is ever taken: it would keep every later site from being published.
    """
    told = clean(text)
    fix = "misalnya: akun kantor sedang dipulihkan"
    if sum(letter.isalpha() for letter in told) < SHORTEST:
        raise TerbitError(f"alasannya belum ada atau kurang dari {SHORTEST} huruf", fix)
    if len(told) > LONGEST:
        raise TerbitError(f"alasannya lebih dari {LONGEST} karakter", fix)
    setting = office.rules.get(GAMBLING)
    if mask(told) != told or any(gambling_words(told, setting.words if setting else ())):
        what = "alasannya memuat nomor, alamat, atau kata yang tidak boleh tampil di situs"
        raise TerbitError(what, fix)
    return told
