"""The rules of posting as a table: what the archive says, and what is done next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.core.delivery import Delivery, State, deliveries, key_of
from terbit.core.next_step import (
    LEASE,
    LOOK_GAP,
    MAX_ATTEMPTS,
    MAX_REQUESTS,
    Do,
    Step,
    Target,
    next_step,
    uploads,
)
from terbit.core.record import APPROVED, History
from terbit.core.sending import Repeat

ITEM, CHANNEL = "berita/2026/11/uji", "mastodon"
START = datetime(2026, 11, 18, 2, 0, tzinfo=UTC)
WANTED = Target("v1", "isi", "kunci", "kantor")
NEWER = Target("v2", "isi baru", "kunci baru", "kantor")
WITHDRAWN = Target("v2", account="kantor", gone=True)
MINUTE = timedelta(minutes=1)

INTENT: dict[str, Any] = {"act": "kirim", "payload": "isi", "key": "kunci", "account": "kantor"}
SENT = {**INTENT, "id": "7", "link": "https://media.contoh/7"}
UNSURE = {**INTENT, "reason": "tidak ada jawaban"}
LOOKED = {**INTENT, "looked": True}


def history(*rows: tuple[str, dict[str, Any]], digest: str = "v1") -> History:
    """An approval, then these events of the channel, a minute apart."""
    made = History(ITEM)
    steps = [(APPROVED, {}), *((f"{kind}-{CHANNEL}", told) for kind, told in rows)]
    for number, (kind, told) in enumerate(steps):
        at = START + number * MINUTE
        fields = {"at": at, "procedure": "S", "digest": digest, "actor": "Terbit"}
        made = made.add(made.next(kind, details=told, **fields))
    return made


def known(*rows: tuple[str, dict[str, Any]]) -> Delivery:
    return deliveries(history(*rows)).get(CHANNEL, Delivery(CHANNEL))


def after(
    *rows: tuple[str, dict[str, Any]],
    target: Target = WANTED,
    repeat: Repeat | None = Repeat.SAFE,
    minutes: float = 60,
) -> Do:
    """What is done so many minutes after the last event."""
    now = START + (len(rows) + minutes) * MINUTE
    return next_step(known(*rows), target, repeat, now).do


BEGUN = ("mengunggah", INTENT)
LOST = (BEGUN, ("tidak_pasti", UNSURE))
POSTED = (BEGUN, ("terunggah", SENT))
REFUSED = (BEGUN, ("gagal", {**INTENT, "reason": "terlalu panjang"}))
EDITING = {**INTENT, "act": "sunting", "payload": "isi baru", "key": "kunci baru"}
LATER = (START + timedelta(hours=9)).isoformat()


# Nothing stands there


@pytest.mark.parametrize(
    ("target", "repeat", "wanted"),
    [
        (WANTED, Repeat.NEVER, Do.SEND),
        (WANTED, None, Do.KIT),
        (replace(WANTED, fresh=False), Repeat.SAFE, Do.KIT),
        (replace(WANTED, kit=True), Repeat.SAFE, Do.KIT),
        (replace(WANTED, payload=""), Repeat.SAFE, Do.DONE),
        (WITHDRAWN, Repeat.SAFE, Do.DONE),
    ],
)
def test_what_was_never_sent(target: Target, repeat: Repeat | None, wanted: Do) -> None:
    assert after(target=target, repeat=repeat) is wanted


def test_what_was_refused_is_left_to_people_until_it_is_another_text() -> None:
    assert after(*REFUSED) is Do.KIT
    assert uploads(known(*REFUSED), "v1")
    assert after(*REFUSED, target=NEWER) is Do.SEND


def test_a_busy_medium_is_asked_when_it_said() -> None:
    told = {**INTENT, "until": LATER, "attempt": 1}
    assert after(BEGUN, ("ditunda", told)) is Do.WAIT
    assert after(BEGUN, ("ditunda", told), minutes=9 * 60) is Do.SEND


def test_what_never_arrives_is_left_to_people_in_the_end() -> None:
    told = {**INTENT, "attempt": MAX_ATTEMPTS}
    assert after(BEGUN, ("ditunda", told)) is Do.SEND
    told = {**INTENT, "attempt": MAX_ATTEMPTS + 1}
    assert after(BEGUN, ("ditunda", told)) is Do.KIT


# Nobody knows what became of it


@pytest.mark.parametrize("repeat", list(Repeat))
def test_a_fresh_intent_is_left_to_its_run(repeat: Repeat) -> None:
    minutes = LEASE.total_seconds() / 60
    assert after(BEGUN, repeat=repeat, minutes=minutes - 1) is Do.WAIT
    assert after(BEGUN, repeat=repeat, minutes=minutes) is not Do.WAIT


@pytest.mark.parametrize(
    ("repeat", "wanted"),
    [
        (Repeat.SAFE, Do.REPEAT),
        (Repeat.LOOK, Do.LOOK),
        (Repeat.NEVER, Do.ASK),
        (None, Do.ASK),
    ],
)
def test_what_is_unsure_is_settled_by_what_the_medium_allows(
    repeat: Repeat | None, wanted: Do
) -> None:
    assert after(BEGUN, repeat=repeat) is wanted
    assert after(*LOST, repeat=repeat, minutes=0) is wanted


def test_between_two_looks_some_time_passes() -> None:
    looked = (*LOST, ("tidak_pasti", LOOKED))
    gap = LOOK_GAP.total_seconds() / 60
    assert after(*looked, repeat=Repeat.LOOK, minutes=gap - 1) is Do.WAIT
    assert after(*looked, repeat=Repeat.LOOK, minutes=gap) is Do.LOOK


@pytest.mark.parametrize("target", [NEWER, WITHDRAWN])
def test_what_has_changed_meanwhile_is_looked_for_and_never_repeated(target: Target) -> None:
    assert after(*LOST, target=target, repeat=Repeat.SAFE) is Do.LOOK
    assert after(*LOST, target=target, repeat=Repeat.NEVER) is Do.ASK


def test_another_account_cannot_tell() -> None:
    other = replace(WANTED, account="kantor lain")
    assert after(*LOST, target=other) is Do.ASK


def test_a_refused_repeat_is_put_to_a_person() -> None:
    """The request before it may have arrived all the same."""
    assert after(*LOST, BEGUN, ("tidak_pasti", {**UNSURE, "ask": True})) is Do.ASK


def test_after_some_repeats_somebody_looks() -> None:
    rows = LOST * (MAX_REQUESTS - 1)
    assert after(*rows) is Do.REPEAT
    assert after(*rows, *LOST) is Do.LOOK


def test_a_repeat_keeps_the_moment_of_the_first_request() -> None:
    assert known(*LOST, *LOST).since == START + MINUTE
    assert known(*LOST, *LOST).requests == 2


# A post stands there


@pytest.mark.parametrize(
    ("target", "repeat", "wanted"),
    [
        (WANTED, Repeat.SAFE, Do.DONE),
        (replace(NEWER, payload="isi"), Repeat.SAFE, Do.DONE),
        (replace(WANTED, payload="ditulis oleh Terbit yang baru"), Repeat.SAFE, Do.DONE),
        (NEWER, Repeat.NEVER, Do.EDIT),
        (NEWER, None, Do.BY_HAND),
        (replace(NEWER, account="kantor lain"), Repeat.SAFE, Do.BY_HAND),
        (replace(NEWER, payload=""), Repeat.SAFE, Do.DONE),
        (WITHDRAWN, Repeat.NEVER, Do.DELETE),
        (WITHDRAWN, None, Do.BY_HAND),
    ],
)
def test_what_stands_there(target: Target, repeat: Repeat | None, wanted: Do) -> None:
    assert after(*POSTED, target=target, repeat=repeat) is wanted


def test_what_a_person_posted_is_mended_by_people() -> None:
    proof = ("terunggah", {"link": "https://media.contoh/8", "by": "Citra"})
    assert after(proof) is Do.DONE
    assert after(proof, target=NEWER) is Do.BY_HAND
    assert after(proof, target=WITHDRAWN) is Do.BY_HAND


def test_an_edit_of_which_no_answer_came_is_done_again_and_in_the_end_by_people() -> None:
    once = (("mengunggah", EDITING), ("tidak_pasti", EDITING))
    made = history(*POSTED)
    for _ in range(MAX_REQUESTS):
        for kind, told in once:
            fields = {"at": START, "procedure": "S", "digest": "v2", "actor": "Terbit"}
            state = deliveries(made)[CHANNEL]
            if state.state is not State.SENDING:
                assert next_step(state, NEWER, Repeat.NEVER, START + LEASE).do is Do.EDIT
            made = made.add(made.next(f"{kind}-{CHANNEL}", details=told, **fields))
    step = next_step(deliveries(made)[CHANNEL], NEWER, Repeat.NEVER, START + LEASE)
    assert step == Step(Do.BY_HAND, step.act)


# A person said that the channel is not available

SKIP = ("dilewati", {"reason": "akun kantor sedang ditutup"})
PROOF = ("terunggah", {"link": "https://media.contoh/8", "by": "Citra"})


@pytest.mark.parametrize("repeat", [None, *Repeat])
def test_what_was_skipped_is_left_alone_for_this_version(repeat: Repeat | None) -> None:
    assert after(SKIP, repeat=repeat) is Do.DONE
    assert after(SKIP, repeat=repeat, target=NEWER) is (Do.KIT if repeat is None else Do.SEND)


def test_nobody_uploads_what_was_skipped() -> None:
    assert after(*REFUSED, SKIP) is Do.DONE
    assert not uploads(known(*REFUSED, SKIP), "v1")
    tired = (BEGUN, ("ditunda", {**INTENT, "attempt": MAX_ATTEMPTS + 1}))
    assert uploads(known(*tired), "v1")
    assert not uploads(known(*tired, SKIP), "v1")


def test_a_post_of_an_earlier_version_may_stay_where_the_new_one_is_skipped() -> None:
    made = history(*POSTED)
    fields = {"at": START, "procedure": "S", "digest": "v2", "actor": "Citra"}
    skipped = deliveries(made.add(made.next(f"dilewati-{CHANNEL}", **fields)))[CHANNEL]
    for repeat in (None, Repeat.SAFE):
        assert next_step(skipped, NEWER, repeat, START).do is Do.DONE
    assert next_step(skipped, WITHDRAWN, Repeat.SAFE, START).do is Do.DELETE


def test_a_later_proof_supersedes_and_an_earlier_one_stays() -> None:
    assert known(SKIP).proven("v1")
    assert known(SKIP, PROOF).post is not None
    assert not known(SKIP, PROOF).skips("v1")
    assert known(PROOF, SKIP) == known(PROOF)
    assert not known(PROOF, ("terhapus", {})).proven("v1")


EVENTS = st.sampled_from([BEGUN, *LOST, *POSTED, *REFUSED, PROOF, SKIP, ("terhapus", {})])


@settings(deadline=None, derandomize=True)
@given(st.lists(EVENTS, max_size=6), st.sampled_from(list(Repeat)), st.booleans())
def test_a_skip_hides_nothing_and_starts_nothing(
    rows: list[tuple[str, dict[str, Any]]], repeat: Repeat, later: bool
) -> None:
    before, skipped = known(*rows), known(*rows, SKIP)
    assert replace(skipped, skipped="") == replace(before, skipped=""), "nothing else is told"
    if before.unsettled:
        assert skipped == before, "what became of the post must still be found out"
        return
    now = START + timedelta(days=later)
    assert next_step(skipped, WANTED, repeat, now).do is Do.DONE
    assert skipped.proven("v1")
    assert next_step(skipped, WITHDRAWN, repeat, now) == next_step(before, WITHDRAWN, repeat, now)


def test_the_key_tells_every_message_from_every_other() -> None:
    parts = (ITEM, CHANNEL, "kantor", "1 v1", "isi")
    keys = {key_of(*parts)}
    for number in range(5):
        changed = [f"{part}x" if place == number else part for place, part in enumerate(parts)]
        keys.add(key_of(*changed))
    assert len(keys) == 6
    assert all(len(key) == 64 for key in keys)
