"""`terbit adopt`: one baseline event for each item that stood before the gate began to work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from terbit.archive import ledger as archive
from terbit.core.digest import ABSENT
from terbit.core.plan import PUBLISHER, Version
from terbit.core.record import ADOPTED, Event, History
from terbit.errors import InputErrors, Problem, TerbitError
from terbit.newsroom import approved
from terbit.newsroom.room import Newsroom
from terbit.repository import ARCHIVE, Identity


def adopt(newsroom: Newsroom, reason: str, by: Identity, now: datetime) -> tuple[Event, ...]:
    """Record what is on `main` now as the baseline.

    Raises TerbitError once an archive exists, and InputErrors where an item cannot be read.
    """
    if not reason.strip():
        raise TerbitError("alasan belum ditulis", "sebutkan --reason, misalnya nomor berita acara")
    newsroom.repository.fetch()
    if newsroom.repository.tip(ARCHIVE) is not None:
        what = "arsip sudah berjalan; isi lama hanya dapat diakui sebelum butir pertama terbit"
        raise TerbitError(what, "ajukan isi itu lewat permintaan seperti berita lain")
    tip, setting = newsroom.main(), newsroom.config
    versions = [one for one in newsroom.versions(tip) if one.entry != ABSENT]
    _require_readable(newsroom, versions)
    events = tuple(
        History(version.item).next(
            ADOPTED,
            at=now,
            procedure=setting.procedure.number,
            digest=version.digest,
            actor=PUBLISHER,
            details={
                "mode": version.entry[0],
                "object": version.entry[1],
                "commit": tip,
                "reason": reason,
                "by": by.name,
                "login": by.login,
            },
        )
        for version in versions
    )
    files = archive.files_of(events)
    files[archive.README] = archive.readme(setting.office.name, setting.office.repository_url)
    newsroom.record(files, f"Akui {len(events)} butir lama", now)
    return events


def _require_readable(newsroom: Newsroom, versions: Iterable[Version]) -> None:
    """One that cannot be shown would hold up the whole site, and an archive forgets nothing."""
    problems = [problem for version in versions for problem in _problems(newsroom, version)]
    if problems:
        raise InputErrors(problems)


def _problems(newsroom: Newsroom, version: Version) -> Sequence[Problem]:
    try:
        if approved.is_article(version.item):
            newsroom.article_at(version)
        else:
            approved.page(newsroom, version, History(version.item))
    except InputErrors as error:
        return error.problems
    return ()
