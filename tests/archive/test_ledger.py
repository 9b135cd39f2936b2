"""The files of branch `arsip`: what was tampered with is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.archive import ledger as archive
from terbit.core.record import APPROVED, PUBLISHED, Event, History
from terbit.errors import LedgerError

AT = datetime(2026, 11, 18, 2, 0, tzinfo=UTC)
ITEM, PAGE = "berita/2026/11/evaluasi", "ppid/berkala.md"


def history(item: str, *kinds: str) -> History:
    made = History(item)
    for kind in kinds:
        fields = {"at": AT, "procedure": "067", "digest": "d", "actor": "Terbit"}
        made = made.add(made.next(kind, **fields, details={"isi": "é"}))
    return made


EVENTS = (
    *history(ITEM, APPROVED, PUBLISHED, "paket-x", APPROVED, PUBLISHED).events,
    *history(PAGE, APPROVED, PUBLISHED).events,
)
FIRST, SECOND, THIRD = (event.file for event in EVENTS[:3])


def files() -> dict[str, bytes]:
    return {archive.README: archive.readme("Kantor"), **archive.files_of(EVENTS)}


def refusal(changed: dict[str, bytes]) -> str:
    with pytest.raises(LedgerError) as caught:
        archive.read(changed)
    assert caught.value.fix
    return caught.value.what


def test_what_is_written_is_read() -> None:
    ledger = archive.read(files())
    assert {item: row.events for item, row in ledger.items()} == {
        ITEM: EVENTS[:5],
        PAGE: EVENTS[5:],
    }
    assert archive.read({}) == {}


def test_the_order_of_files_does_not_matter() -> None:
    assert archive.read(dict(reversed(files().items()))) == archive.read(files())


def test_a_changed_event_is_refused() -> None:
    forged = Event.from_bytes(files()[SECOND])
    changed = {**files(), SECOND: replace(forged, actor="Orang").written}
    assert "rantai arsip putus" in refusal(changed)


def test_a_changed_first_event_is_refused() -> None:
    forged = Event.from_bytes(files()[FIRST])
    assert "rantai" in refusal({**files(), FIRST: replace(forged, digest="x").written})


@pytest.mark.parametrize("gone", [FIRST, SECOND, THIRD])
def test_a_removed_event_is_refused(gone: str) -> None:
    left = files()
    del left[gone]
    assert "rantai arsip putus" in refusal(left)


def test_a_removed_and_closed_gap_is_refused() -> None:
    """Somebody takes out an event and numbers the rest anew."""
    left = [EVENTS[0], *(replace(e, number=e.number - 1) for e in EVENTS[2:5])]
    assert "rantai arsip putus" in refusal(archive.files_of(left))


def test_reordered_events_are_refused() -> None:
    one, two = EVENTS[1], EVENTS[2]
    swapped = {
        **files(),
        replace(two, number=2).file: replace(two, number=2).written,
        replace(one, number=3).file: replace(one, number=3).written,
    }
    del swapped[one.file], swapped[two.file]
    assert "rantai arsip putus" in refusal(swapped)


@pytest.mark.parametrize(
    "name",
    [
        f"{ITEM}/0002-disetujui.json",
        f"{ITEM}/0009-terbit.json",
        f"{ITEM}/2-terbit.json",
        "berita/2026/11/lain/0002-terbit.json",
        "0002-terbit.json",
    ],
)
def test_a_renamed_event_is_refused(name: str) -> None:
    changed = files()
    changed[name] = changed.pop(SECOND)
    assert f"isi {name} tidak cocok dengan namanya" in refusal(changed)


def test_a_copied_event_is_refused() -> None:
    assert "tidak cocok" in refusal({**files(), f"{ITEM}/0006-terbit.json": files()[SECOND]})


def test_an_event_written_another_way_is_refused() -> None:
    for data in (files()[FIRST].rstrip(), files()[FIRST] + b" ", b" " + files()[FIRST]):
        assert "tidak cocok" in refusal({**files(), FIRST: data})


@pytest.mark.parametrize("data", [b"", b"{}", b"bukan json", b'{"schema": 1}', b"[" * 99_999])
def test_what_cannot_be_read_is_refused_by_name(data: bytes) -> None:
    assert f"{SECOND} tidak terbaca" in refusal({**files(), SECOND: data})


@pytest.mark.parametrize("depth", [50, 300, 500, 900, 990])
def test_what_is_nested_at_any_depth_is_refused_in_a_sentence(depth: int) -> None:
    """Some depths can be read and are then too deep to be written."""
    deep = b'{"isi": ' * depth + b"1" + b"}" * depth
    head, _, tail = files()[SECOND].partition(b'"details": {')
    data = head + b'"details": ' + deep + tail.partition(b"}")[2]
    assert SECOND in refusal({**files(), SECOND: data})


def test_half_a_letter_is_refused_by_name() -> None:
    """A lone surrogate can be read from JSON and not be written as UTF-8."""
    data = files()[SECOND].replace(b'"Terbit"', b'"\\ud800"')
    assert f"{SECOND} tidak terbaca" in refusal({**files(), SECOND: data})


def test_a_second_event_of_one_number_is_refused() -> None:
    double = replace(EVENTS[1], kind="paket-x")
    assert "rantai arsip putus" in refusal({**files(), double.file: double.written})


def test_a_missing_end_is_what_a_chain_cannot_show() -> None:
    """The last events of an item may be missing unseen: the branch's own protection is needed."""
    left = files()
    del left[EVENTS[4].file]
    assert archive.read(left)[ITEM].events == EVENTS[:4]


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.sampled_from(EVENTS), st.integers(0, 10_000), st.integers(0, 255))
def test_one_changed_byte_is_refused_before_anything_follows(
    event: Event, place: int, byte: int
) -> None:
    data = bytearray(event.written)
    data[place % len(data)] = byte
    changed = {**files(), event.file: bytes(data)}
    last = event in (EVENTS[4], EVENTS[-1])
    if bytes(data) != event.written and not last:
        refusal(changed)


def test_the_branch_explains_itself() -> None:
    text = archive.readme("Inspektorat Contoh").decode()
    assert text.startswith("# Arsip digital Inspektorat Contoh\n")
    assert "SHA-256" in text
    assert "git clone <alamat repositori> periksa" in text


def test_it_names_the_address_that_the_office_gives() -> None:
    address = "https://forge.contoh.go.id/kantor/terbit"
    assert f"git clone {address} periksa" in archive.readme("Kantor", address).decode()
