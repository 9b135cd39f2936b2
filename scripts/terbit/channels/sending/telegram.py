"""Posting to a Telegram channel, with the library python-telegram-bot.

Telegram has no key that makes a repeated message one, and a bot cannot list a channel's
messages: what went out without an answer is put to a person. One parcel is one post: a photo or
an album with the text as its caption; a text too long for a caption (1,024 UTF-16 units) goes as
one message of 4,096 with the article's large preview above it in place of the pictures.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import httpx
from telegram import Bot, InputMediaPhoto, LinkPreviewOptions, Message
from telegram.request import HTTPXRequest

from terbit.channels import counting
from terbit.channels import telegram as channel
from terbit.channels.sending.answers import CONNECT_SECONDS, Wire, secret
from terbit.core.office import ChannelSetting
from terbit.core.sending import Parcel, Receipt, RefusedError, Repeat, UnsureError

id = "telegram"
MEDIUM = "Telegram"
SERVER = "https://api.telegram.org"

TEXT = 4096
"""UTF-16 units of a message without pictures (telegram.constants, MessageLimit)."""

ALBUM = channel.limits.pictures
PICTURE_BYTES = channel.limits.picture_bytes
SIDES = 10_000
"""Width and height of a picture together, at most."""

UNCHANGED = "message is not modified"
GONE = "message to delete not found"

Result = TypeVar("Result")

# httpx writes every address, and Telegram's holds the token; telegram writes whole answers
logging.getLogger("httpx").setLevel(logging.WARNING)
logging.getLogger("telegram").setLevel(logging.CRITICAL)


@dataclass
class TelegramSender:
    """One channel, with the token of the bot that may post there."""

    account: str
    wire: Wire

    def repeat(self, parcel: Parcel, since: datetime, now: datetime) -> Repeat:
        """Never: Telegram would post it again."""
        return Repeat.NEVER

    def send(self, parcel: Parcel) -> Receipt:
        """Post it as one message or one album. Raises SendError."""
        _check(parcel)

        async def post(bot: Bot) -> Sequence[Message]:
            if not captioned(parcel):
                return [await bot.send_message(self._chat, parcel.text, **_preview(parcel))]
            if len(parcel.images) == 1:
                photo = parcel.images[0]
                return [
                    await bot.send_photo(self._chat, photo.data, parcel.text, filename=photo.name)
                ]
            return await bot.send_media_group(self._chat, _album(parcel))

        return self.wire.post(lambda: self._receipt([one.message_id for one in self._ask(post)]))

    def find(self, parcel: Parcel) -> Receipt | None:
        """Nobody but a person can look. Raises UnsureError, always."""
        raise UnsureError("Telegram tidak dapat ditanya; lihat kanalnya sendiri")

    def edit(self, receipt: Receipt, parcel: Parcel) -> Receipt:
        """The parcel's text and pictures in the same messages. Raises SendError.

        RefusedError where the post would need another number of messages.
        """
        _check(parcel)
        numbers = _numbers(receipt)
        wanted = len(parcel.images) if captioned(parcel) else 1
        if len(numbers) != wanted:
            raise RefusedError("jumlah gambar berubah; Telegram tidak dapat menyuntingnya")

        async def text(bot: Bot) -> None:
            await bot.edit_message_text(parcel.text, self._chat, numbers[0], **_preview(parcel))

        if not captioned(parcel):
            self._change(text)
        for number, photo in zip(numbers, _album(parcel), strict=False):
            self._change(_replacement(self._chat, number, photo))
        return self._receipt(numbers)

    def delete(self, receipt: Receipt) -> None:
        """Remove all its messages; those that are gone already are no error. Raises SendError."""
        for number in _numbers(receipt):

            async def remove(bot: Bot, number: int = number) -> None:
                await bot.delete_message(self._chat, number)

            self._change(remove)

    @property
    def _chat(self) -> str:
        return f"@{self.account}"

    def _change(self, call: Callable[[Bot], Awaitable[object]]) -> None:
        """One change that is no error where things are so already."""

        def change() -> None:
            try:
                self._ask(call)
            except Exception:
                words = str(self.wire.said.get("description", "")).casefold()
                if self.wire.status != 400 or not (UNCHANGED in words or GONE in words):
                    raise

        self.wire.post(change)

    def _ask(self, call: Callable[[Bot], Awaitable[Result]]) -> Result:
        async def once() -> Result:
            way = _request(self.wire)
            bot = Bot(
                self.wire.token,
                base_url=f"{self.wire.server}/bot",
                request=way,
                get_updates_request=way,
            )
            try:
                return await call(bot)
            finally:
                await way.shutdown()

        return asyncio.run(once())

    def _receipt(self, numbers: Sequence[int]) -> Receipt:
        """An album is several messages; its address is that of the first."""
        ids = ",".join(str(int(number)) for number in numbers)
        return Receipt(ids, f"https://t.me/{self.account}/{int(numbers[0])}")


def sender(setting: ChannelSetting, token: str) -> TelegramSender:
    """The sender of the channel in kantor.yml; `server` names an own Bot API server."""
    server = setting.options.get("server", "") or SERVER
    return TelegramSender(_name(setting), Wire(MEDIUM, server.rstrip("/"), token, secret(id)))


def captioned(parcel: Parcel) -> bool:
    """Whether the text fits under the pictures."""
    return bool(parcel.images) and counting.utf16(parcel.text) <= (channel.limits.text or 0)


def _name(setting: ChannelSetting) -> str:
    """The channel's public name as written, from "@name", "name" or its address."""
    return setting.account.strip().rstrip("/").rsplit("/", 1)[-1].removeprefix("@")


def _check(parcel: Parcel) -> None:
    """Raises RefusedError for what Telegram would refuse."""
    length = counting.utf16(parcel.text)
    if not captioned(parcel) and not 0 < length <= TEXT:
        raise RefusedError(f"Telegram menerima 1 sampai {TEXT} karakter; teksnya {length}")
    if len(parcel.images) > ALBUM:
        raise RefusedError(f"Telegram menerima paling banyak {ALBUM} gambar")
    for image in parcel.images:
        if len(image.data) > PICTURE_BYTES or image.width + image.height > SIDES:
            raise RefusedError(f"gambar {image.name} terlalu besar untuk Telegram")


def _preview(parcel: Parcel) -> dict[str, Any]:
    """The article's own preview, large, above the text."""
    options = LinkPreviewOptions(url=parcel.link, prefer_large_media=True, show_above_text=True)
    return {"link_preview_options": options}


def _album(parcel: Parcel) -> list[InputMediaPhoto]:
    """The pictures in order, the text under the first; nothing where it does not fit there."""
    if not captioned(parcel):
        return []
    return [
        InputMediaPhoto(image.data, parcel.text if first else None, filename=image.name)
        for first, image in ((n == 0, image) for n, image in enumerate(parcel.images))
    ]


def _replacement(
    chat: str, number: int, photo: InputMediaPhoto
) -> Callable[[Bot], Awaitable[object]]:
    async def replace(bot: Bot) -> None:
        await bot.edit_message_media(photo, chat, number)

    return replace


def _numbers(receipt: Receipt) -> list[int]:
    """The messages of a post; of one that a person reported, the number in its address."""
    written = receipt.id or receipt.link.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    try:
        return [int(number) for number in written.split(",")]
    except ValueError:
        raise RefusedError("nomor pesan Telegram tidak diketahui") from None


def _request(wire: Wire) -> HTTPXRequest:
    """A way that goes to one server only, follows no redirect and repeats nothing."""

    async def leaving(request: httpx.Request) -> None:
        wire.leaving(str(request.url))

    async def came(answer: httpx.Response) -> None:
        wire.came(answer.status_code, answer.headers, await answer.aread())

    return HTTPXRequest(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=wire.patience,
        write_timeout=wire.patience,
        media_write_timeout=wire.patience,
        httpx_kwargs={
            "event_hooks": {"request": [leaving], "response": [came]},
            "follow_redirects": False,
        },
    )
