"""`terbit audit` and the urgent path: claims must stand in SOP, text and people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from terbit.core.record import APPROVED, CONTESTED, FOLLOWED, Event
from tests.rooms import DECIDER, ITEM, VERIFIER, WRITER, Room
from tests.tampering import Hand, of_kind, with_details

APPROVAL = f"{ITEM}/0001-disetujui.json"
DAY = 24 * 60


@pytest.fixture(scope="module")
def template(urgent_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Published on the decision alone, objected to, and verified afterwards."""
    room = Room.copy(urgent_template, tmp_path_factory.mktemp("audit") / "room")
    room.make_urgent()
    number = room.submit()
    room.approve(DECIDER, number)
    room.merge(number=number)
    room.publisher().run()
    room.object("rangga-nahan", "Nama desa keliru.")
    room.publisher().run()
    room.tick(DAY)
    room.approve(VERIFIER)
    room.publisher().run()
    return room.folder


@pytest.fixture
def hand(template: Path, tmp_path: Path) -> Hand:
    found = Hand(template, tmp_path / "room")
    found.room.tick(2 * DAY)
    return found


def test_an_honest_archive_of_the_urgent_path_is_whole(hand: Hand):
    kinds = [event.kind for event in hand.history() if "-" not in event.kind]
    assert kinds == [APPROVED, "terbit", CONTESTED, FOLLOWED]
    assert hand.report().ok, hand.report().lines()


def claim(**changes: Any) -> Callable[[Hand], None]:
    """The approval tells otherwise of what it put off."""

    def change(event: Event) -> Event:
        return with_details(event, urgent={**event.details["urgent"], **changes})

    return lambda hand: hand.retell(of_kind(APPROVED, change))


def no_claim(hand: Hand) -> None:
    def change(event: Event) -> Event:
        return with_details(event, urgent=None)

    hand.retell(of_kind(APPROVED, change))


def later(kind: str, **changes: Any) -> Callable[[Hand], None]:
    """What followed was signed otherwise."""

    def change(event: Event) -> Event:
        row = {**event.details["signature"], **changes}
        return with_details(event, signature=row)

    return lambda hand: hand.retell(of_kind(kind, change))


def unreadable(hand: Hand) -> None:
    hand.retell(of_kind(FOLLOWED, lambda event: with_details(event, signature="Ketua PPID")))


def of_another_digest(hand: Hand) -> None:
    row = hand.last(FOLLOWED).details
    hand.append(FOLLOWED, digest="ab" * 32, details=dict(row))


def once_more(hand: Hand) -> None:
    hand.append(FOLLOWED, details=dict(hand.last(FOLLOWED).details))


def by_a_person(hand: Hand) -> None:
    details = {**hand.last(CONTESTED).details, "login": WRITER}
    hand.append(CONTESTED, actor="Admin Medsos", details=details)


TAMPERING = (
    (
        claim(steps={"verifikasi": 1, "persetujuan": 1}),
        "langkah “persetujuan” tidak boleh menyusul",
    ),
    (claim(steps={"verifikasi": 2}), "langkah “verifikasi” tidak boleh menyusul"),
    (claim(steps={}), "catatan jalur mendesak tidak terbaca"),
    (claim(due="besok"), "catatan jalur mendesak tidak terbaca"),
    (claim(due="2026-11-19T16:00:00"), "catatan jalur mendesak tidak terbaca"),
    (claim(due="2027-11-19T16:00:00+07:00"), "batas pemeriksaan yang menyusul terlalu jauh"),
    (claim(reason="Gubernur meminta berita ini tayang."), "bukan alasan yang disetujui"),
    (claim(basis="Kebiasaan"), "dasar jalur mendesak bukan yang disebut SOP"),
    (no_claim, "langkah verifikasi tidak ditandatangani"),
    (later(FOLLOWED, login=WRITER), f"jabatan {WRITER} tidak boleh mengambil langkah verifikasi"),
    (later(FOLLOWED, login=DECIDER), f"{DECIDER} sudah menandatangani langkah lain"),
    (later(FOLLOWED, login="orang-luar"), "orang-luar tidak ada di kantor.yml"),
    (later(FOLLOWED, step="persetujuan"), "persetujuan tidak sedang menunggu"),
    (later(FOLLOWED, capacity="Gubernur"), "tidak menjabat sebagai “Gubernur”"),
    (later(FOLLOWED, at="2026-12-30T08:00:00+07:00"), "dicatat sebelum pemeriksaannya diberikan"),
    (unreadable, "tanda tangan yang menyusul tidak terbaca"),
    (of_another_digest, "untuk versi yang tidak sedang berlaku"),
    (once_more, "tidak sedang menunggu pemeriksaan yang menyusul"),
    (later(CONTESTED, login="orang-luar"), "orang-luar tidak menjabat pada hari ia berkeberatan"),
    (by_a_person, "hanya dibuat oleh Terbit"),
)


@pytest.mark.parametrize(("tamper", "told"), TAMPERING, ids=[t for _, t in TAMPERING])
def test_every_tampering_is_named(hand: Hand, tamper: Callable[[Hand], None], told: str):
    tamper(hand)
    lines = hand.report().lines()
    assert any(told in line and ITEM in line for line in lines), lines


@pytest.mark.parametrize(
    ("office", "said"),
    [
        ("room_template", "SOP waktu itu tidak mengenal jalur mendesak"),
        ("urgent_template", "naskah yang disetujui tidak meminta jalur mendesak"),
    ],
)
def test_a_claim_beside_an_ordinary_text_is_no_way_around_the_verification(
    request: pytest.FixtureRequest, tmp_path: Path, office: str, said: str
):
    room = Room.copy(request.getfixturevalue(office), tmp_path / "plain")
    room.publish_request()
    room.publisher().run()
    hand = Hand(room.folder, tmp_path / "room")
    put_off = {"reason": "x", "basis": "y", "steps": {"verifikasi": 1}}

    def change(event: Event) -> Event:
        rows = [row for row in event.details["signatures"] if row["step"] != "verifikasi"]
        told = {**put_off, "due": "2026-11-19T16:00:00+07:00"}
        return with_details(event, signatures=rows, urgent=told)

    hand.retell(of_kind(APPROVED, change))
    lines = "\n".join(hand.report().lines())
    assert said in lines
    assert "langkah verifikasi tidak ditandatangani" in lines
