"""Posting to the reference PDS of Bluesky, and the double of the fast lane held to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from terbit.channels.sending import bluesky as adapter
from terbit.channels.sending.bluesky import BlueskySender
from terbit.core.office import ChannelSetting
from terbit.core.sending import Parcel, RefusedError, UnsureError
from tests.channels.sending import pds_double, programs
from tests.channels.sending.loopback import Asked, Fault, Proxy, Reply, forward
from tests.channels.sending.parcels import AT, LINK, image, parcel
from tests.channels.sending.pds_double import COLLECTION, Pds
from tests.channels.sending.programs import PASSWORD, Place

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning"),
]

NUMBERS = count(1)


@pytest.fixture
def account(real_pds: Place) -> str:
    """A new account with nothing posted."""
    handle = f"kantor{next(NUMBERS)}.test"
    programs.account(real_pds, handle)
    return handle


@pytest.fixture
def proxy(real_pds: Place) -> Iterator[Proxy]:
    """A way to the PDS that can lose answers."""
    with Proxy(real_pds.url) as way:
        yield way


def sender(proxy: Proxy, account: str) -> BlueskySender:
    setting = ChannelSetting("bluesky", True, "api", account, {"server": proxy.url})
    return adapter.sender(setting, PASSWORD)


def message(**changes: Any) -> Parcel:
    return parcel("bluesky", **changes)


@pytest.mark.parametrize("fault", [Fault.LOST, Fault.BROKEN, Fault.MALFORMED, Fault.SLOW])
def test_a_lost_answer_never_makes_a_second_post(
    real_pds: Place, proxy: Proxy, account: str, fault: Fault
) -> None:
    one = sender(proxy, account)
    one.wire.patience = 3
    proxy.fault("putRecord", fault)
    with pytest.raises(UnsureError):
        one.send(message())
    (first,) = programs.posts(real_pds, account)
    assert one.find(message()) == sender(proxy, account).send(message())
    assert programs.posts(real_pds, account) == [first]


def test_what_never_came_is_not_found_and_then_sent(
    real_pds: Place, proxy: Proxy, account: str
) -> None:
    one = sender(proxy, account)
    proxy.fault("putRecord", Fault.NEVER_CAME)
    with pytest.raises(UnsureError):
        one.send(message())
    assert one.find(message()) is None
    one.send(message())
    assert len(programs.posts(real_pds, account)) == 1


def test_pictures_come_back_byte_for_byte(real_pds: Place, proxy: Proxy, account: str) -> None:
    sender(proxy, account).send(message())
    ((record),) = programs.posts(real_pds, account)
    did = record["uri"].split("/")[2]
    ref = record["value"]["embed"]["images"][0]["image"]["ref"]["$link"]
    wanted = f"/xrpc/com.atproto.sync.getBlob?did={did}&cid={ref}"
    assert forward(real_pds.url, Asked("GET", wanted, {}, b"")).body == image().data


def test_an_edit_is_one_commit_under_the_same_key(
    real_pds: Place, proxy: Proxy, account: str
) -> None:
    one = sender(proxy, account)
    receipt = one.send(message())
    mended = message(text=f"Ralat {LINK}", at=AT + timedelta(days=2))
    assert one.edit(receipt, mended) == one.edit(receipt, mended) == receipt
    (record,) = programs.posts(real_pds, account)
    assert (record["uri"], record["value"]["text"]) == (receipt.id, mended.text)
    one.delete(receipt)
    one.delete(receipt)
    assert programs.posts(real_pds, account) == []
    assert one.edit(receipt, mended) == receipt
    assert len(programs.posts(real_pds, account)) == 1


@pytest.mark.parametrize(
    "text",
    ["a" * 300, "ꦏ꧀ꦫ" * 300, "🇮🇩" * 300, "👍🏽" * 300, "é" * 300, "👨‍👩‍👧‍👦" * 120],
)
def test_the_pds_counts_as_we_do(
    real_pds: Place, proxy: Proxy, account: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = sender(proxy, account)
    one.send(message(text=text, images=()))
    assert programs.posts(real_pds, account)[0]["value"]["text"] == text
    longer = message(text=f"{text}a" if "👨" not in text else f"{text}👨‍👩‍👧‍👦", images=())
    with pytest.raises(RefusedError):
        one.send(longer)
    monkeypatch.setattr(adapter, "_check", lambda parcel: None)
    with pytest.raises(RefusedError, match="too big"):
        one.send(longer)


def test_a_picture_over_two_million_bytes_is_refused_there_too(
    proxy: Proxy, account: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter, "_check", lambda parcel: None)
    large = replace(image(), data=image().data.ljust(2_000_001, b"\0"))
    with pytest.raises(RefusedError, match="blob too big"):
        sender(proxy, account).send(message(images=(large,)))


def test_the_double_answers_as_the_pds_does(real_pds: Place, account: str) -> None:
    with Pds() as double:
        assert Talk(double.url, pds_double.HANDLE).all() == Talk(real_pds.url, account).all()


class Talk:
    """The same calls to a PDS, real or not; its answers without what is its own."""

    def __init__(self, url: str, handle: str) -> None:
        self.url, self.handle = url, handle
        self.token = self.did = ""
        self.names: dict[str, str] = {}

    def all(self) -> list[tuple[int, Any]]:
        """Every call that the sender makes, with every outcome that it tells apart."""
        said = [self.log_in("salah"), self.call("putRecord", self.at("3k2yihcrp6c2c"))]
        said.append(self.log_in(PASSWORD))
        blob = self.call("uploadBlob", image().data)[1]["blob"]
        record = self.record(blob)
        put = {**self.at("3k2yihcrp6c2c"), "record": record}
        steps = [
            ("getRecord", self.at("3k2yihcrp6c2c")),
            ("putRecord", put),
            ("putRecord", put),
            ("getRecord", self.at("3k2yihcrp6c2c")),
            ("putRecord", {**put, "record": {**record, "text": "a" * 301}}),
            ("putRecord", {**put, "record": {**record, "text": "👨‍👩‍👧‍👦" * 121}}),
            ("applyWrites", self.anew("3k2yihcrp6c2c", {**record, "text": "Ralat"})),
            ("getRecord", self.at("3k2yihcrp6c2c")),
            ("deleteRecord", self.at("3k2yihcrp6c2c")),
            ("deleteRecord", self.at("3k2yihcrp6c2c")),
            ("getRecord", self.at("3k2yihcrp6c2c")),
            ("listRecords", {"repo": self.did, "collection": COLLECTION}),
        ]
        said += [self.plain(self.call(name, given)) for name, given in steps]
        self.token = "palsu"
        return [*said, self.plain((0, blob)), self.call("putRecord", put)]

    def log_in(self, password: str) -> tuple[int, Any]:
        status, said = self.call(
            "createSession", {"identifier": self.handle, "password": password}, "server"
        )
        if status == 200:
            self.token, self.did = said["accessJwt"], said["did"]
            return status, sorted({"accessJwt", "did", "handle"} & set(said))
        return status, said

    def call(self, name: str, given: Any, part: str = "repo") -> tuple[int, Any]:
        raw = isinstance(given, bytes)
        headers = {"Content-Type": "image/jpeg" if raw else "application/json"}
        headers |= {"Authorization": f"Bearer {self.token}"} if self.token else {}
        target, method, body = f"/xrpc/com.atproto.{part}.{name}", "POST", given
        if name in ("getRecord", "listRecords"):
            target += "?" + "&".join(f"{key}={value}" for key, value in given.items())
            method, body = "GET", b""
        elif not raw:
            body = json.dumps(given).encode()
        reply: Reply = forward(self.url, Asked(method, target, headers, body))
        return reply.status, json.loads(reply.body or b"{}")

    def at(self, key: str) -> dict[str, Any]:
        return {"repo": self.did or self.handle, "collection": COLLECTION, "rkey": key}

    def record(self, blob: Any) -> dict[str, Any]:
        embed = {"$type": "app.bsky.embed.images", "images": [{"image": blob, "alt": "meja"}]}
        created = "2026-11-22T01:02:03.000Z"
        return {"$type": COLLECTION, "text": "Kabar", "createdAt": created, "embed": embed}

    def anew(self, key: str, record: dict[str, Any]) -> dict[str, Any]:
        kind, place = "com.atproto.repo.applyWrites", {"collection": COLLECTION, "rkey": key}
        writes = [
            {"$type": f"{kind}#delete", **place},
            {"$type": f"{kind}#create", **place, "value": record},
        ]
        return {"repo": self.did, "writes": writes}

    def plain(self, said: tuple[int, Any]) -> tuple[int, Any]:
        """An answer in which names that every server makes for itself are numbered."""
        status, body = said
        return status, self._numbered(body)

    def _numbered(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._numbered(one) for one in value]
        if isinstance(value, dict):
            # the real one also tells of its commit and of what it checked: nobody here reads it
            return {
                name: self._numbered(one)
                for name, one in value.items()
                if name not in ("commit", "validationStatus", "results", "cursor")
            }
        if isinstance(value, str) and value.startswith(("bafkrei", "bafyrei")):
            return self.names.setdefault(value, f"cid-{len(self.names)}")
        return value.replace(self.did, "did") if isinstance(value, str) and self.did else value
