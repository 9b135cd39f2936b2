"""A Telegram of this machine: one channel, one bot, and the refusals of the Bot API that matter.

It is made after core.telegram.org/bots/api (Bot API 10.0) and python-telegram-bot 22.8; it proves
our side only, for it is not Telegram.
"""

from __future__ import annotations

import json
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qs

from tests.channels.sending.loopback import Asked, Loopback, Reply

TOKEN = "123456:uji-TOKEN_rahasia"
CHANNEL = "kantorcontoh"
AT = 1_763_776_923
"""Seconds since 1970: the double has no clock."""

Given = dict[str, Any]


class RefusalError(Exception):
    """The method was refused, with Telegram's words."""

    def __init__(self, words: str, code: int = 400) -> None:
        super().__init__(words)
        self.words, self.code = words, code


class Telegram(Loopback):
    """The messages of the channel by number, as a reader would see them."""

    def __init__(self) -> None:
        super().__init__(self._reply)
        self.messages: dict[int, Given] = {}
        self.albums = 0
        self.last = 100

    @property
    def posts(self) -> int:
        """How many posts a reader sees: an album is one."""
        alone = [one for one in self.messages.values() if "media_group_id" not in one]
        return len(alone) + len(
            {one["media_group_id"] for one in self.messages.values() if one not in alone}
        )

    def _reply(self, asked: Asked) -> Reply:
        try:
            return _json(200, {"ok": True, "result": self._result(asked)})
        except RefusalError as no:
            said = {"ok": False, "error_code": no.code, "description": no.words}
            return _json(no.code, said)

    def _result(self, asked: Asked) -> Any:
        bot, _, method = asked.path.removeprefix("/bot").partition("/")
        if bot != TOKEN:
            raise RefusalError("Unauthorized", 401)
        call = getattr(self, f"do_{method}", None)
        if call is None:
            raise RefusalError("Not Found", 404)
        given = read(asked)
        if given.get("chat_id") != f"@{CHANNEL}":
            raise RefusalError("Bad Request: chat not found")
        with self.lock:
            return call(given)

    def do_sendMessage(self, given: Given) -> Given:
        """A message of words."""
        return self._add(text=_text(given), **_preview(given))

    def do_sendPhoto(self, given: Given) -> Given:
        """One photo with its caption."""
        return self._add(caption=_caption(given), data=_photo(given["photo"], given))

    def do_sendMediaGroup(self, given: Given) -> list[Given]:
        """Two to ten photos that belong together."""
        media = json.loads(given["media"])
        if not 2 <= len(media) <= 10:
            raise RefusalError("Bad Request: wrong number of items in the album")
        ready = [{"caption": _caption(one), "data": _photo(one["media"], given)} for one in media]
        self.albums += 1
        return [self._add(media_group_id=str(self.albums), **one) for one in ready]

    def do_editMessageText(self, given: Given) -> Given:
        """Other words in a message of words."""
        message = self._message(given, "edit")
        if "text" not in message:
            raise RefusalError("Bad Request: there is no text in the message to edit")
        return self._change(message, text=_text(given), **_preview(given))

    def do_editMessageMedia(self, given: Given) -> Given:
        """Another photo and caption in a message with a photo."""
        message, media = self._message(given, "edit"), json.loads(given["media"])
        if "data" not in message:
            raise RefusalError("Bad Request: message can't be edited")
        return self._change(message, caption=_caption(media), data=_photo(media["media"], given))

    def do_deleteMessage(self, given: Given) -> bool:
        """One message less."""
        del self.messages[self._message(given, "delete")["message_id"]]
        return True

    def _message(self, given: Given, wish: str) -> Given:
        try:
            return self.messages[int(given["message_id"])]
        except KeyError:
            raise RefusalError(f"Bad Request: message to {wish} not found") from None

    def _change(self, message: Given, **new: Any) -> Given:
        if all(message.get(name) == value for name, value in new.items()):
            raise RefusalError("Bad Request: message is not modified: as it was")
        message |= new
        return shown(message)

    def _add(self, **content: Any) -> Given:
        self.last += 1
        self.messages[self.last] = {"message_id": self.last, **content}
        return shown(self.messages[self.last])


def shown(message: Given) -> Given:
    """A message as the Bot API answers with it."""
    chat = {"id": -1001, "type": "channel", "title": "Kantor", "username": CHANNEL}
    kept = {name: value for name, value in message.items() if name not in ("data", "preview")}
    return {"date": AT, "chat": chat, "sender_chat": chat, **kept}


def read(asked: Asked) -> Given:
    """The arguments of a call, from a form with or without files."""
    kind = asked.headers.get("content-type", "")
    if not kind.startswith("multipart/"):
        return {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
    head = f"Content-Type: {kind}\r\n\r\n".encode()
    given: Given = {}
    for part in BytesParser(policy=HTTP).parsebytes(head + asked.body).iter_parts():
        content = part.get_payload(decode=True)
        name = str(part.get_param("name", header="content-disposition"))
        given[name] = content if part.get_filename() else content.decode()
    return given


def _photo(named: Any, given: Given) -> bytes:
    data = given[named.removeprefix("attach://")] if isinstance(named, str) else named
    if len(data) > 10_000_000:
        raise RefusalError("Bad Request: file is too big")
    return bytes(data)


def _text(given: Given) -> str:
    text = str(given.get("text", ""))
    if not text:
        raise RefusalError("Bad Request: message text is empty")
    if _units(text) > 4096:
        raise RefusalError("Bad Request: message is too long")
    return text


def _caption(given: Given) -> str:
    caption = str(given.get("caption") or "")
    if _units(caption) > 1024:
        raise RefusalError("Bad Request: message caption is too long")
    return caption


def _preview(given: Given) -> Given:
    return {"preview": json.loads(given.get("link_preview_options", "{}"))}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _json(status: int, document: Any) -> Reply:
    headers = {"content-type": "application/json"}
    return Reply(status, json.dumps(document).encode(), headers)
