"""A held sentence, from the reason in the head to the archive: who must have signed for it."""

from __future__ import annotations

import pytest

from terbit.commands.gate import turn
from terbit.errors import TerbitError
from terbit.newsroom.disposition import compose_slip
from tests.rooms import DECIDER, DRAFT, ITEM, VERIFIER, Room

HELD = "Tim mencatat kelebihan pembayaran Rp91.200.000 pada Dinas Contoh."
NOTE = """catatan_pemeriksaan:
  - aturan: KIP-01
    kutipan: {quote}
    alasan: Angka ini sudah diumumkan.
    oleh: {by}
---
Tim redaksi"""


def hold(room: Room, by: str) -> None:
    """A draft with a held sentence and a reason in somebody's name, sent for approval."""
    room.edit("Angka kuncinya SATU.", HELD, f"{DRAFT}/index.md")
    room.edit("---\nTim redaksi", NOTE.format(quote=HELD, by=by), f"{DRAFT}/index.md")
    room.submit()


@pytest.mark.parametrize("by", ["Atasan PPID", "Bagas Tirtayasa, S.H., M.Si."])
def test_a_reason_of_somebody_who_approves_lets_the_sentence_through(room: Room, by: str) -> None:
    hold(room, by)
    waiting = room.newsroom.assess(1, room.tick())
    slip = compose_slip(room.newsroom, waiting)
    assert f"**Alasan atas nama {by}, berlaku bila ia menyetujui naskah ini: Angka" in slip
    room.approve(VERIFIER)
    approved = room.approve(DECIDER)
    assert f"**Diloloskan oleh {by}: Angka" in compose_slip(room.newsroom, approved)
    room.merge()
    outcome = room.publisher().run()
    assert not outcome.refusals
    approval = room.newsroom.ledger()[ITEM].approval
    assert approval is not None
    (kept,) = approval.details["lifted"]
    assert (kept["rule"], kept["by"]) == ("KIP-01", by)
    assert kept["reason"] == "Angka ini sudah diumumkan."


def test_a_reason_of_somebody_who_did_not_approve_holds_the_merge(room: Room) -> None:
    hold(room, "Ketua PPID")
    room.approve(VERIFIER)
    room.approve(DECIDER)
    assessment = room.newsroom.assess(1, room.tick())
    assert not assessment.may_merge
    assert any("belum menyetujui" in finding.message for finding in assessment.findings)
    with pytest.raises(TerbitError):
        room.merge()


def test_then_the_official_whom_the_reason_names_is_asked_and_nobody_else(room: Room) -> None:
    hold(room, "Sekretaris PPID")
    room.approve(VERIFIER)
    assessment = room.approve(DECIDER)
    assert turn(assessment) == ("yulius-damang",)
    slip = compose_slip(room.newsroom, assessment)
    assert "**Alasannya menunggu persetujuan Sekretaris PPID**" in slip
    assert "Sunting naskahnya" not in slip
    assert room.approve("yulius-damang").may_merge


def test_and_is_refused_by_the_publisher_if_merged_past_the_gate(room: Room) -> None:
    hold(room, "Ketua PPID")
    room.approve(VERIFIER)
    room.approve(DECIDER)
    room.force_merge()
    (refusal,) = room.publisher().run().refusals
    assert "KIP-01" in refusal.why
