"""Posting to Mastodon and servers with its API, with the library Mastodon.py.

A post's `key` is its Idempotency-Key: for an hour the server answers a repeated request with the
post that is there (docs.joinmastodon.org/methods/statuses, measured 2026-11-22). After that the
account's own posts are looked through for the article's link. Edits and deletions may be
repeated at any time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import requests
from mastodon import Mastodon

from terbit.channels import counting
from terbit.channels import mastodon as channel
from terbit.channels.sending.answers import CONNECT_SECONDS, Wire, origin, secret
from terbit.core.office import ChannelSetting
from terbit.core.sending import Image, Parcel, Receipt, RefusedError, Repeat, UnsureError

id = "mastodon"
MEDIUM = "Mastodon"
LANGUAGE = "id"

OLDEST = "4.0.0"
"""The first Mastodon that tells its limits at /api/v2/instance."""

KEY_LIFE = timedelta(minutes=55)
"""How long a key is trusted; the server forgets it after 60 minutes."""

PAGE = 40
"""The most posts that a server lists at once."""
PAGES = 25
EARLIER = timedelta(hours=1)
"""How far before its approval a post is still looked for: clocks differ."""

LOOKS = 30
LOOK_SECONDS = 2.0
"""How often, and how far apart, it is asked whether a picture has been processed."""


@dataclass
class MastodonSender:
    """One account, with its token."""

    account: str
    wire: Wire
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)

    def repeat(self, parcel: Parcel, since: datetime, now: datetime) -> Repeat:
        """As long as the server remembers the key; then only after a look."""
        return Repeat.SAFE if timedelta(0) <= now - since < KEY_LIFE else Repeat.LOOK

    def send(self, parcel: Parcel) -> Receipt:
        """Post it publicly, in Indonesian, with its pictures. Raises SendError."""
        client = self._client()
        media = self.wire.prepare(lambda: self._ready(client, parcel))
        return self.wire.post(
            lambda: self._receipt(
                client.status_post(
                    parcel.text,
                    media_ids=media,
                    visibility="public",
                    language=LANGUAGE,
                    idempotency_key=parcel.key,
                )
            )
        )

    def find(self, parcel: Parcel) -> Receipt | None:
        """The account's post with the article's link. Raises SendError, also when unsure."""
        return self.wire.prepare(lambda: self._find(self._client(), parcel))

    def edit(self, receipt: Receipt, parcel: Parcel) -> Receipt:
        """Text and pictures of the parcel in the same post. Raises SendError."""
        client = self._client()
        media = self.wire.prepare(lambda: self._ready(client, parcel))
        return self.wire.post(
            lambda: self._receipt(client.status_update(receipt.id, parcel.text, media_ids=media))
        )

    def delete(self, receipt: Receipt) -> None:
        """Remove it; one that is gone already is no error. Raises SendError."""
        client = self._client()

        def remove() -> None:
            try:
                client.status_delete(receipt.id)
            except Exception:
                if self.wire.status != 404 or not self.wire.said:
                    raise

        self.wire.post(remove)

    def _client(self) -> Mastodon:
        return Mastodon(
            access_token=self.wire.token,
            api_base_url=self.wire.server,
            ratelimit_method="throw",
            session=_Session(self.wire),
            user_agent="terbit",
            # said beforehand, or the library asks an address that Mastodon has given up
            version_check_mode="created",
            mastodon_version=OLDEST,
        )

    def _ready(self, client: Mastodon, parcel: Parcel) -> list[str]:
        """The ids of the uploaded pictures, after everything that can be refused beforehand."""
        self._own_account(client)
        _check(_rules(client.instance_v2()), parcel)
        return [self._upload(client, image) for image in parcel.images]

    def _own_account(self, client: Mastodon) -> str:
        me = client.account_verify_credentials()
        if str(me["username"]).casefold() != self.account.casefold():
            raise RefusedError(
                f"token {self.wire.secret} milik akun lain, bukan {self.account} di kantor.yml"
            )
        return str(me["id"])

    def _upload(self, client: Mastodon, image: Image) -> str:
        media = client.media_post(
            image.data, image.media_type, description=image.alt, file_name=image.name
        )
        for _ in range(LOOKS):
            if media["url"]:
                return str(media["id"])
            self.sleep(LOOK_SECONDS)
            media = client.media(media["id"])
        raise self.wire.later("Mastodon belum selesai mengolah gambar")

    def _find(self, client: Mastodon, parcel: Parcel) -> Receipt | None:
        since = parcel.at - EARLIER
        for status in self._own_posts(client, since):
            if status["created_at"] >= since and parcel.link in links(str(status["content"])):
                return self._receipt(status)
        return None

    def _own_posts(self, client: Mastodon, since: datetime) -> Iterator[Mapping[str, Any]]:
        """The account's own posts, newest first, down to that time."""
        me, oldest = self._own_account(client), None
        for _ in range(PAGES):
            page = client.account_statuses(
                me, exclude_replies=True, exclude_reblogs=True, max_id=oldest, limit=PAGE
            )
            yield from page
            # a pinned or scheduled post may stand out of order: the whole page must be older
            if not page or all(status["created_at"] < since for status in page):
                return
            oldest = page[-1]["id"]
        raise UnsureError("terlalu banyak kiriman Mastodon sesudahnya untuk diperiksa semua")

    def _receipt(self, status: Mapping[str, Any]) -> Receipt:
        """Id and address of a post; an address elsewhere than on the server is not believed."""
        number = str(status["id"])
        if not number.isalnum():
            raise ValueError(number)
        link = str(status.get("url") or "")
        if origin(link) != origin(self.wire.server) or not link.isprintable() or " " in link:
            link = f"{self.wire.server}/@{self.account}/{number}"
        return Receipt(number, link)


def sender(setting: ChannelSetting, token: str) -> MastodonSender:
    """The sender of the account in kantor.yml, there with its `server` or as name@server."""
    account, server = address(setting)
    return MastodonSender(account, Wire(MEDIUM, server, token, secret(id)))


def address(setting: ChannelSetting) -> tuple[str, str]:
    """Name and server of an account: name, @name@server, or a profile's address."""
    user, server = setting.account.strip(), setting.options.get("server", "")
    if user.startswith("https://"):
        host, _, user = user.removeprefix("https://").partition("/")
        server = server or f"https://{host}"
    user, _, host = user.strip("/").removeprefix("@").partition("@")
    return user, (server or f"https://{host}").rstrip("/")


def links(html: str) -> frozenset[str]:
    """The addresses that a post links to or shows; its text is HTML (docs: Status#content)."""
    reader = _Links()
    reader.feed(html)
    reader.close()
    return frozenset(reader.found | set(counting.addresses("".join(reader.text))))


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found |= {value for name, value in attrs if name == "href" and value}
        elif tag in ("br", "p"):
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@dataclass(frozen=True)
class Rules:
    """What this server allows, where it says so and it is less than the channel's own limits."""

    text: int
    pictures: int
    picture_bytes: int
    pixels: int | None
    alt: int


def _rules(instance: Mapping[str, Any]) -> Rules:
    told = instance.get("configuration") or {}
    statuses, media = told.get("statuses") or {}, told.get("media_attachments") or {}
    usual = channel.limits
    return Rules(
        text=int(statuses.get("max_characters") or usual.text or 0),
        pictures=int(statuses.get("max_media_attachments") or usual.pictures),
        picture_bytes=int(media.get("image_size_limit") or usual.picture_bytes),
        pixels=int(media.get("image_matrix_limit") or 0) or None,
        alt=int(media.get("description_limit") or usual.alt),
    )


def _check(rules: Rules, parcel: Parcel) -> None:
    """Raises RefusedError for what the server would refuse, before anything is uploaded."""
    length = counting.mastodon(parcel.text)
    if length > rules.text:
        raise RefusedError(f"server Mastodon ini menerima {rules.text} karakter; teksnya {length}")
    if len(parcel.images) > rules.pictures:
        raise RefusedError(f"server Mastodon ini menerima paling banyak {rules.pictures} gambar")
    for image in parcel.images:
        if len(image.data) > rules.picture_bytes:
            raise RefusedError(f"gambar {image.name} lebih besar daripada batas server Mastodon")
        if rules.pixels and image.width * image.height > rules.pixels:
            raise RefusedError(f"gambar {image.name} melebihi {rules.pixels} piksel")
        if len(image.alt) > rules.alt:
            raise RefusedError(f"teks alternatif {image.name} melebihi {rules.alt} karakter")


class _Session(requests.Session):
    """A session that goes to one server only, follows no redirect and repeats nothing."""

    def __init__(self, wire: Wire) -> None:
        super().__init__()
        self.wire = wire

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        self.wire.leaving(request.url or "")
        fixed = {"allow_redirects": False, "timeout": (CONNECT_SECONDS, self.wire.patience)}
        answer = super().send(request, **{**options, **fixed})
        self.wire.came(answer.status_code, answer.headers, answer.content)
        return answer
