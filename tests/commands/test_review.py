"""`terbit review` and `terbit merge`: the SOP's buttons and the gate before the last one."""

from __future__ import annotations

import pytest

from terbit.commands.review import NotMergeable
from terbit.core.verdict import Reason
from terbit.errors import TerbitError
from tests.rooms import DECIDER, OTHER_VERIFIER, PUBLIC, VERIFIER, WRITER, Room


def test_the_steps_follow_one_another(room: Room) -> None:
    room.submit()
    assert room.verdict().reason is Reason.WAIT_VERIFICATION
    assert room.approve(VERIFIER).verdict.reason is Reason.WAIT_APPROVAL
    assert room.approve(DECIDER).verdict.reason is Reason.READY
    room.merge()
    assert room.newsroom.forge.requests("merged")


def test_a_merge_before_its_time_is_refused_and_says_why(room: Room) -> None:
    room.submit()
    room.approve(DECIDER)
    with pytest.raises(NotMergeable) as refusal:
        room.merge()
    verdict = refusal.value.assessment.verdict
    assert verdict.reason is Reason.WAIT_VERIFICATION
    assert [row.why.value for row in verdict.ignored] == ["BEFORE_VERIFICATION"]


def test_an_objection_needs_words(room: Room) -> None:
    room.submit()
    with pytest.raises(TerbitError, match="petunjuk"):
        room.object(VERIFIER, "  ")
    assert not room.verdict().blocked_by


def test_only_the_publishing_roles_merge(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    room.approve(DECIDER)
    with pytest.raises(TerbitError, match="pengunggahan"):
        room.merge(by=OTHER_VERIFIER)
    room.merge(by=WRITER)


def test_a_changed_byte_voids_the_signatures(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    room.approve(DECIDER)
    room.edit("SATU", "SATU.")
    room.submit(PUBLIC)
    with pytest.raises(NotMergeable):
        room.merge()


def test_a_held_finding_blocks_until_somebody_gives_a_reason(room: Room) -> None:
    sentence = "Tim menemukan kelebihan pembayaran Rp91.200.000 pada Dinas Contoh."
    room.edit("Angka kuncinya SATU.", sentence, "drafts/kabar-uji/index.md")
    room.submit()
    room.approve(VERIFIER)
    assert not room.approve(DECIDER).may_merge
    waiver = (
        "catatan_pemeriksaan:\n"
        f"  - {{aturan: KIP-01, kutipan: '{sentence}', alasan: sudah diumumkan, "
        "oleh: Atasan PPID}\n"
    )
    room.edit("foto:\n", waiver + "foto:\n")
    room.submit(PUBLIC)
    room.approve(VERIFIER)
    assessment = room.approve(DECIDER)
    assert [f.lifted_by for f in assessment.findings if f.rule == "KIP-01"] == ["Atasan PPID"]
    assert assessment.may_merge


def test_roles_are_read_from_the_base_branch(room: Room) -> None:
    """S10: a request cannot appoint its own reviewers."""
    repository, by = room.newsroom.repository, room.who(WRITER)
    room.submit()
    text = (room.clone / "kantor.yml").read_text(encoding="utf-8")
    text = text.replace("pengelola, akun: wayan", "atasan_ppid, akun: wayan")
    head = room.newsroom.forge.requests()[0].head_sha
    files = {"kantor.yml": text.encode()}
    commit = repository.make_commit(head, files, message="x", by=by, at=room.tick())
    repository.push(f"{commit}:refs/heads/naskah/kabar-uji", by, room.now)
    assert room.verdict().reason is Reason.MIXED_SCOPE


def test_a_text_that_cannot_be_read_is_a_finding_and_no_crash(room: Room) -> None:
    repository, by = room.newsroom.repository, room.who(WRITER)
    room.submit()
    head = room.newsroom.forge.requests()[0].head_sha
    files = {f"{PUBLIC}/index.md": b"tanpa kepala\n"}
    commit = repository.make_commit(head, files, message="x", by=by, at=room.tick())
    repository.push(f"{commit}:refs/heads/naskah/kabar-uji", by, room.now)
    assessment = room.approve(VERIFIER)
    assert [(f.rule, f.blocks) for f in assessment.findings] == [("NASKAH", True)]
