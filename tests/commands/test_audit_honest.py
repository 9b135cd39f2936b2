"""Whatever an office honestly does over time, the audit finds nothing to complain of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from terbit import site
from terbit.archive import ledger as archive
from terbit.commands.audit import audit
from terbit.commands.publish import Publisher
from terbit.core.record import PUBLISHED
from terbit.newsroom.clone import Clone
from tests.commands.test_agenda import published as approved_agenda
from tests.rooms import (
    DECIDER,
    ITEM,
    OLD_ITEM,
    OTHER_VERIFIER,
    PUBLIC,
    VERIFIER,
    WRITER,
    Room,
)
from tests.test_promise import Captured

INDEX = f"{PUBLIC}/index.md"
RALAT = "ralat: [{waktu: 2026-11-18T12:00, isi: Angka kuncinya diperbaiki.}]\n---\nTim"
GONE = "ditarik: {waktu: 2026-11-18T12:00, alasan: Datanya keliru.}\n---\nTim"


class Office(Room):
    """A room that only appends; the site, which takes long, is another test's."""

    opened = 0

    def publish(self) -> list[str]:
        done = Publisher(self.newsroom, self.out, self.tick(), kits=False).run()
        return [f"{row.item}: {row.why}" for row in done.refusals]

    def change(self, files: Mapping[str, bytes], remove: Sequence[str] = ()) -> None:
        """A request with these changes through all steps, merged and published."""
        self.opened += 1
        branch = f"naskah/ubah-{self.opened}"
        self.push(WRITER, dict(files), remove, base=self.newsroom.main(), branch=branch)
        number = self.newsroom.desk.open_request(
            branch=branch, title="Ubah", body="", actor=WRITER, now=self.tick()
        )
        for who in (VERIFIER, DECIDER):
            self.approve(who, number)
        self.merge(number=number)
        assert self.publish() == []

    def at(self, path: str) -> bytes:
        data = self.newsroom.repository.file(self.newsroom.main(), path)
        assert data is not None
        return data

    def problems(self) -> list[str]:
        report = audit(Clone(self.clone), self.now)
        return [row.what for row in report.breaches]


@pytest.fixture
def office(room_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    made = Office.copy(room_template, tmp_path / "room")
    monkeypatch.setattr(site, "prepare", Captured().site)
    return Office(made.folder)


def test_an_article_through_its_whole_life(office: Office) -> None:
    """Published, corrected, moved to another category, withdrawn, removed."""
    office.publish_request()
    assert office.publish() == []
    text = office.at(INDEX).decode()
    office.change({INDEX: text.replace("---\nTim", RALAT, 1).encode()})
    corrected = office.at(INDEX).decode()
    line = next(row for row in corrected.splitlines() if row.startswith("kategori:"))
    office.change({INDEX: corrected.replace(line, "kategori: layanan").encode()})
    office.change({INDEX: office.at(INDEX).decode().replace("---\nTim", GONE, 1).encode()})
    office.change({}, [PUBLIC])
    assert office.problems() == []
    kinds = [e.kind for e in office.newsroom.ledger()[ITEM].events]
    assert kinds == ["disetujui", "terbit"] * 4 + ["disetujui"]


def test_a_renamed_article_and_an_adopted_one_that_is_approved_anew(office: Office) -> None:
    office.publish_request()
    assert office.publish() == []
    files = office.newsroom.repository.folder(office.newsroom.main(), PUBLIC)
    moved = {f"{PUBLIC}-baru/{name}": data for name, data in files.items()}
    office.change(moved, [PUBLIC])
    old = f"content/{OLD_ITEM}/index.md"
    office.change({old: office.at(old).rstrip() + b"\n\nKalimat tambahan yang pendek.\n"})
    assert office.problems() == []


def test_people_and_sop_that_change_over_time(office: Office) -> None:
    """What was signed under the old SOP by people who have left stays right."""
    office.publish_request()
    assert office.publish() == []
    office.now += timedelta(days=1)
    people = office.at("kantor.yml").decode()
    row = next(line for line in people.splitlines() if f"akun: {VERIFIER}" in line)
    left = row.replace("sampai: null", "sampai: 2026-11-18")
    office.overwrite_main("kantor.yml", people.replace(row, left).encode())
    sop = office.at("sop.yml").decode()
    number = next(line for line in sop.splitlines() if line.startswith("nomor:"))
    office.overwrite_main("sop.yml", sop.replace(number, "nomor: 068/2026").encode())
    office.newsroom = type(office.newsroom)(office.clone)
    office.now += timedelta(hours=3)
    text = office.at(INDEX) + b"\nSatu kalimat lagi.\n"
    office.push(WRITER, {INDEX: text}, base=office.newsroom.main(), branch="naskah/lagi")
    office.newsroom.desk.open_request(
        branch="naskah/lagi", title="Ubah", body="", actor=WRITER, now=office.tick()
    )
    for who in (OTHER_VERIFIER, DECIDER):
        office.approve(who, 2)
    office.merge(number=2)
    assert office.publish() == []
    events = office.newsroom.ledger()[ITEM].events
    assert len({event.procedure for event in events}) == 2
    assert office.problems() == []


def embargoed(office: Office) -> None:
    """An article that is approved today and may be shown tomorrow at eight."""
    office.submit()
    waiting = "terbit_pada: 2026-11-19T08:00\n---\nTim"
    office.push(WRITER, {INDEX: office.text().replace(b"---\nTim", waiting.encode(), 1)})
    for who in (VERIFIER, DECIDER):
        office.approve(who)
    office.merge()
    assert office.publish() == []


def test_an_article_that_waits_for_its_hour(office: Office) -> None:
    embargoed(office)
    assert office.problems() == []
    events = office.newsroom.ledger()[ITEM].events
    assert [event.kind for event in events] == ["disetujui"]
    office.now += timedelta(days=1)
    assert office.publish() == []
    assert office.problems() == []


def test_an_article_shown_before_its_hour_is_told(office: Office) -> None:
    embargoed(office)
    history = office.newsroom.ledger()[ITEM]
    approval = history.events[0]
    told = {"procedure": approval.procedure, "digest": approval.digest, "actor": "Terbit"}
    event = history.next(PUBLISHED, at=office.tick(), **told)
    office.newsroom.repository.append("arsip", archive.files_of([event]), "x", office.now)
    assert office.problems() == ["diterbitkan sebelum waktu terbit yang disebut naskahnya"]


def test_an_agenda_is_proved_like_any_page(office: Office) -> None:
    approved_agenda(office)
    assert office.problems() == []
    assert office.newsroom.ledger()["agenda.yml"].events
