"""Posting to Bluesky, on any PDS, with the library atproto.

A post is a record under a key that follows from the parcel alone, and all that is in it is fixed
before it is sent. So the same request again puts the same record (same CID) in the same place:
it may be repeated at any time, and whether it is there is asked for exactly (measured against the
reference PDS 0.5.35, 2026-11-22).

A changed record is not shown by bsky.app, which keeps the first (snarfed/bridgy-fed#947); one
that is deleted and made again is (bluesky-social/social-app#8781). So an edit does both in one
commit under the same key: address and place in the ledger stay, likes and reposts are lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

import httpx
from atproto import Client, Request, models
from atproto_client.utils.facet_detection import detect_facets

from terbit.channels import base, counting
from terbit.channels import bluesky as channel
from terbit.channels.sending.answers import CONNECT_SECONDS, Wire, secret
from terbit.core.office import ChannelSetting
from terbit.core.sending import Parcel, Receipt, RefusedError, Repeat

id = "bluesky"
MEDIUM = "Bluesky"
SERVER = "https://bsky.social"
"""Where most accounts are; it passes on to the account's own PDS."""

COLLECTION = "app.bsky.feed.post"
LANGUAGE = "id"

_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
_SECOND = 1_000_000


@dataclass(frozen=True)
class Session:
    """A client that is logged in, and the account's permanent name."""

    client: Client
    did: str


@dataclass
class BlueskySender:
    """One account, with an app password."""

    account: str
    wire: Wire

    def repeat(self, parcel: Parcel, since: datetime, now: datetime) -> Repeat:
        """Always: the key of the record is the parcel's own."""
        return Repeat.SAFE

    def send(self, parcel: Parcel) -> Receipt:
        """Put the record where it belongs. Raises SendError."""
        session, record = self.wire.prepare(lambda: self._ready(parcel))
        key = record_key(parcel)
        self.wire.post(lambda: _put(session, key, record))
        return self._receipt(session.did, key)

    def find(self, parcel: Parcel) -> Receipt | None:
        """Whether the parcel's record is there. Raises SendError."""
        key = record_key(parcel)

        def look() -> Receipt | None:
            session = self._login()
            return self._receipt(session.did, key) if self._holds(session, key) else None

        return self.wire.prepare(look)

    def edit(self, receipt: Receipt, parcel: Parcel) -> Receipt:
        """The parcel's record in place of the old one, in one commit. Raises SendError.

        Where the old one is gone, the new one is put there all the same.
        """
        key = _key(receipt)
        session, record = self.wire.prepare(lambda: self._ready(parcel))
        if self.wire.prepare(lambda: self._holds(session, key)):
            self.wire.post(lambda: _replace(session, key, record))
        else:
            self.wire.post(lambda: _put(session, key, record))
        return self._receipt(session.did, key)

    def delete(self, receipt: Receipt) -> None:
        """Remove the record; one that is gone already is no error. Raises SendError."""
        key, session = _key(receipt), self.wire.prepare(self._login)
        self.wire.post(lambda: _delete(session, key))

    def _ready(self, parcel: Parcel) -> tuple[Session, models.AppBskyFeedPost.Record]:
        """The record with its uploaded pictures, after all that can be refused beforehand."""
        _check(parcel)
        session = self._login()
        return session, _record(session.client, parcel)

    def _login(self) -> Session:
        way = _request(self.wire)
        client = Client(self.wire.server, request=way)
        given = models.ComAtprotoServerCreateSession.Data(
            identifier=self.account, password=self.wire.token
        )
        # not client.login: it would go on to whatever server the answer names
        session = client.com.atproto.server.create_session(given)
        way.add_additional_header("Authorization", f"Bearer {session.access_jwt}")
        return Session(client, session.did)

    def _holds(self, session: Session, key: str) -> bool:
        wanted = models.ComAtprotoRepoGetRecord.Params(
            repo=session.did, collection=COLLECTION, rkey=key
        )
        try:
            session.client.com.atproto.repo.get_record(wanted)
        except Exception:
            if self.wire.status == 400 and self.wire.said.get("error") == "RecordNotFound":
                return False
            raise
        return True

    def _receipt(self, did: str, key: str) -> Receipt:
        link = f"https://bsky.app/profile/{self.account}/post/{key}"
        return Receipt(f"at://{did}/{COLLECTION}/{key}", link)


def sender(setting: ChannelSetting, token: str) -> BlueskySender:
    """The sender of the account in kantor.yml; `server` names the PDS of the office, if any."""
    server = setting.options.get("server", "") or SERVER
    account = base.handle(setting.account)
    return BlueskySender(account, Wire(MEDIUM, server.rstrip("/"), token, secret(id)))


def record_key(parcel: Parcel) -> str:
    """The key of a parcel's record: a TID, 13 letters (atproto.com/specs/tid).

    Its second is that of the approval; a whole batch is often approved in one, so what is below
    the second, and the ten bits of the clock, come from the parcel's key: 30 bits apart.
    """
    noise = int(sha256(parcel.key.encode()).hexdigest(), 16)
    micros = int(parcel.at.timestamp()) * _SECOND + (noise >> 10) % _SECOND
    number = micros << 10 | noise & 1023
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in range(12, -1, -1))


def _key(receipt: Receipt) -> str:
    """The record's key, from its at:// name or its address: the last part of both."""
    key = (receipt.id or receipt.link.split("?")[0]).rstrip("/").rsplit("/", 1)[-1]
    if len(key) != 13 or set(key) - set(_ALPHABET):
        raise RefusedError("kunci kiriman Bluesky tidak diketahui")
    return key


def _record(client: Client, parcel: Parcel) -> models.AppBskyFeedPost.Record:
    """The parcel as a record: everything in it follows from the parcel."""

    at = parcel.at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    pictures = [
        models.AppBskyEmbedImages.Image(
            image=client.com.atproto.repo.upload_blob(
                image.data, headers={"Content-Type": image.media_type}
            ).blob,
            alt=image.alt,
            aspect_ratio=models.AppBskyEmbedDefs.AspectRatio(
                width=image.width, height=image.height
            ),
        )
        for image in parcel.images
    ]
    return models.AppBskyFeedPost.Record(
        text=parcel.text,
        created_at=at,
        langs=[LANGUAGE],
        facets=detect_facets(parcel.text) or None,
        embed=models.AppBskyEmbedImages.Main(images=pictures) if pictures else None,
    )


def _check(parcel: Parcel) -> None:
    """Raises RefusedError for what a PDS would refuse, before anything is uploaded."""
    limits = channel.limits
    length, size = limits.count(parcel.text), counting.utf8(parcel.text)
    if length > (limits.text or 0) or size > (limits.utf8 or 0):
        raise RefusedError(
            f"Bluesky menerima {limits.text} huruf atau {limits.utf8} bita;"
            f" teksnya {length} huruf, {size} bita"
        )
    if len(parcel.images) > limits.pictures:
        raise RefusedError(f"Bluesky menerima paling banyak {limits.pictures} gambar")
    for image in parcel.images:
        if len(image.data) > limits.picture_bytes:
            raise RefusedError(
                f"gambar {image.name} lebih dari {limits.picture_bytes // 1_000_000} MB;"
                " Bluesky hanya menerima yang lebih kecil"
            )


def _put(session: Session, key: str, record: models.AppBskyFeedPost.Record) -> None:
    done = session.client.com.atproto.repo.put_record(
        models.ComAtprotoRepoPutRecord.Data(
            repo=session.did, collection=COLLECTION, rkey=key, record=record
        )
    )
    if not done.uri.endswith(f"/{COLLECTION}/{key}"):
        raise ValueError(done.uri)


def _replace(session: Session, key: str, record: models.AppBskyFeedPost.Record) -> None:
    apply = models.ComAtprotoRepoApplyWrites
    session.client.com.atproto.repo.apply_writes(
        apply.Data(
            repo=session.did,
            writes=[
                apply.Delete(collection=COLLECTION, rkey=key),
                apply.Create(collection=COLLECTION, rkey=key, value=record),
            ],
        )
    )


def _delete(session: Session, key: str) -> None:
    session.client.com.atproto.repo.delete_record(
        models.ComAtprotoRepoDeleteRecord.Data(repo=session.did, collection=COLLECTION, rkey=key)
    )


def _request(wire: Wire) -> Request:
    """A way that goes to one server only, follows no redirect and repeats nothing."""

    def leaving(request: httpx.Request) -> None:
        wire.leaving(str(request.url))

    def came(answer: httpx.Response) -> None:
        wire.came(answer.status_code, answer.headers, answer.read())

    return Request(
        timeout=httpx.Timeout(wire.patience, connect=CONNECT_SECONDS),
        event_hooks={"request": [leaving], "response": [came]},
    )
