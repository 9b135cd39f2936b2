"""Posting to Bluesky: the same parcel is the same record in the same place, however often sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbit.channels import bluesky as channel
from terbit.channels.sending import bluesky as adapter
from terbit.channels.sending.bluesky import BlueskySender, record_key
from terbit.core.office import ChannelSetting
from terbit.core.sending import BusyError, Parcel, Receipt, RefusedError, UnsureError
from tests.channels.sending.loopback import Fault, Loopback, Proxy, Reply, free_port
from tests.channels.sending.parcels import AT, LINK, TEXT, image, key, parcel
from tests.channels.sending.pds_double import HANDLE, Pds
from tests.channels.sending.programs import PASSWORD

PUT = "POST .*putRecord"

# atproto hands bytes to httpx in the older of two ways
pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")


def sender(url: str, token: str = PASSWORD, account: str = HANDLE) -> BlueskySender:
    made = adapter.sender(ChannelSetting("bluesky", True, "api", account, {"server": url}), token)
    made.wire.patience = 5
    return made


def message(**changes: Any) -> Parcel:
    return parcel("bluesky", **changes)


def test_a_record_holds_all_that_is_shown(pds: Pds) -> None:
    receipt = sender(pds.url).send(message())
    ((name, record),) = pds.records.items()
    assert receipt.id.endswith(f"/app.bsky.feed.post/{name}")
    assert receipt.link == f"https://bsky.app/profile/{HANDLE}/post/{name}"
    assert channel.accepts(receipt.link.replace(HANDLE, "kantor.contoh.id"), "kantor.contoh.id")
    assert (record["text"], record["langs"]) == (TEXT, ["id"])
    assert record["createdAt"] == "2026-11-22T01:02:03.000Z"
    (shown,) = record["embed"]["images"]
    assert shown["alt"] == image().alt
    assert (shown["aspectRatio"]["width"], shown["aspectRatio"]["height"]) == (120, 63)
    assert shown["image"]["mimeType"] == "image/jpeg"


def test_links_and_tags_are_marked_by_bytes(pds: Pds) -> None:
    """An emoji before them is four bytes and one letter."""
    sender(pds.url).send(message())
    (record,) = pds.records.values()
    marked = [
        (TEXT.encode()[one["index"]["byteStart"] : one["index"]["byteEnd"]], one["features"][0])
        for one in record["facets"]
    ]
    assert [(words.decode(), what.get("tag") or what.get("uri")) for words, what in marked] == [
        ("#SPIP", "SPIP"),
        (LINK, LINK),
    ]


def test_the_same_request_again_is_the_same_record(pds: Pds) -> None:
    one = sender(pds.url)
    assert one.send(message()) == sender(pds.url).send(message())
    first, second = pds.calls(PUT)
    assert first.body == second.body
    assert len(pds.records) == 1


@pytest.mark.parametrize("fault", [Fault.LOST, Fault.BROKEN, Fault.MALFORMED, Fault.SLOW])
def test_without_a_good_answer_it_is_there_and_found(pds: Pds, fault: Fault) -> None:
    with Proxy(pds.url) as proxy:
        one = sender(proxy.url)
        one.wire.patience = 1
        proxy.fault(PUT, fault)
        with pytest.raises(UnsureError):
            one.send(message())
        assert one.find(message()) == one.send(message())
    assert len(pds.records) == 1


def test_what_never_came_is_not_found(pds: Pds) -> None:
    with Proxy(pds.url) as proxy:
        one = sender(proxy.url)
        proxy.fault(PUT, Fault.NEVER_CAME)
        with pytest.raises(UnsureError):
            one.send(message())
        assert one.find(message()) is None


@pytest.mark.parametrize("call", ["createSession", "uploadBlob"])
@pytest.mark.parametrize("fault", [Fault.LOST, Fault.BROKEN, Fault.MALFORMED])
def test_before_the_record_nothing_is_posted(pds: Pds, call: str, fault: Fault) -> None:
    with Proxy(pds.url) as proxy:
        proxy.fault(call, fault)
        with pytest.raises(BusyError):
            sender(proxy.url).send(message())
    assert pds.records == {}


def test_a_look_that_fails_is_no_absence(pds: Pds) -> None:
    with Proxy(pds.url) as proxy:
        proxy.fault("getRecord", Fault.BROKEN)
        with pytest.raises(BusyError):
            sender(proxy.url).find(message())


def test_a_busy_server_names_its_time(pds: Pds) -> None:
    with Proxy(pds.url) as proxy:
        one = sender(proxy.url)
        one.wire.clock = lambda: AT
        proxy.fault(PUT, Fault.BUSY, {"ratelimit-reset": str(int(AT.timestamp()) + 300)})
        with pytest.raises(BusyError) as caught:
            one.send(message())
    assert caught.value.until == AT + timedelta(minutes=5)


def test_a_server_that_is_not_there_has_nothing_posted() -> None:
    with pytest.raises(BusyError, match="tidak dapat dihubungi"):
        sender(f"http://127.0.0.1:{free_port()}").send(message())


def test_an_edit_makes_the_record_anew_under_its_key(pds: Pds) -> None:
    one = sender(pds.url)
    receipt = one.send(message())
    mended = message(text=f"Ralat {LINK}", at=AT + timedelta(days=2))
    assert one.edit(receipt, mended) == receipt
    (write,) = pds.calls("applyWrites")
    assert b"#delete" in write.body
    assert [record["text"] for record in pds.records.values()] == [mended.text]
    assert one.edit(receipt, mended) == receipt
    assert len(pds.records) == 1


def test_an_edit_of_what_is_gone_puts_it_there(pds: Pds) -> None:
    one = sender(pds.url)
    receipt = one.send(message())
    pds.records.clear()
    one.edit(receipt, message(text="Ralat"))
    assert [record["text"] for record in pds.records.values()] == ["Ralat"]


def test_what_is_gone_need_not_be_deleted(pds: Pds) -> None:
    one = sender(pds.url)
    receipt = one.send(message())
    one.delete(receipt)
    one.delete(receipt)
    assert pds.records == {}


def test_a_post_that_a_person_reported_is_known_by_its_address(pds: Pds) -> None:
    one = sender(pds.url)
    one.delete(Receipt("", f"{one.send(message()).link}?ref=x"))
    assert pds.records == {}
    with pytest.raises(RefusedError, match="kunci kiriman"):
        one.delete(Receipt("", "https://bsky.app/profile/kantor.test"))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text": "a" * 301}, "teksnya 301 huruf"),
        ({"text": "👨‍👩‍👧‍👦" * 121}, "3025 bita"),
        ({"images": (image(),) * 5}, "paling banyak 4"),
        ({"images": (replace(image(), data=b"x" * 2_000_001),)}, "lebih dari 2 MB"),
    ],
)
def test_what_a_pds_would_refuse_is_not_sent(pds: Pds, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        sender(pds.url).send(message(**changes))
    assert pds.asked == []


def test_a_wrong_password_is_named_by_its_secret_only(pds: Pds) -> None:
    with pytest.raises(RefusedError, match="TERBIT_BLUESKY_TOKEN") as caught:
        sender(pds.url, "sandi-yang-salah").send(message())
    assert "sandi-yang-salah" not in caught.value.reason


def test_the_session_stays_with_the_offices_server(pds: Pds) -> None:
    """A login names the account's own PDS in its answer: nothing is sent there."""
    with Loopback(lambda asked: Reply(500)) as elsewhere:
        session = pds.do_createSession

        def pointing(asked: Any) -> Any:
            service = {
                "id": "#atproto_pds",
                "type": "AtprotoPersonalDataServer",
                "serviceEndpoint": elsewhere.url,
            }
            known = session(asked)
            return {**known, "didDoc": {"id": known["did"], "service": [service]}}

        pds.do_createSession = pointing  # type: ignore[method-assign]
        sender(pds.url).send(message())
        assert elsewhere.asked == []
    assert len(pds.records) == 1


def test_a_redirect_is_not_followed() -> None:
    with Loopback(lambda asked: Reply(200, b"{}")) as thief:
        moved = Reply(307, b"", {"location": f"{thief.url}/xrpc/com.atproto.server.createSession"})
        with (
            Loopback(lambda asked: moved) as old,
            pytest.raises(RefusedError, match="server di kantor"),
        ):
            sender(old.url).send(message())
        assert thief.asked == []


DAYS = st.datetimes(AT.replace(tzinfo=None), AT.replace(2200, tzinfo=None), timezones=st.just(UTC))


@given(st.text(), DAYS)
def test_a_record_key_is_a_tid(text: str, at: datetime) -> None:
    name = record_key(message(key=key(text), at=at))
    assert len(name) == 13
    assert set(name) <= set("234567abcdefghijklmnopqrstuvwxyz")
    # the highest bit of a TID is 0 (atproto.com/specs/tid)
    assert name[0] in "234567abcdefghij"


def test_a_batch_that_is_approved_in_one_second_has_keys_of_its_own() -> None:
    names = {record_key(message(key=key(str(number)))) for number in range(2000)}
    assert len(names) == 2000


def test_record_keys_are_ordered_by_approval() -> None:
    later = message(at=AT + timedelta(seconds=1))
    assert record_key(message()) < record_key(later)
