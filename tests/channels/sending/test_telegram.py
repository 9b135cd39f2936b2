"""Posting to a Telegram channel: one parcel is one post, and none is ever sent twice blindly."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from terbit.channels.sending import telegram as adapter
from terbit.channels.sending.telegram import TelegramSender
from terbit.core.office import ChannelSetting
from terbit.core.sending import BusyError, Image, Parcel, Receipt, RefusedError, UnsureError
from tests.channels.sending.loopback import Fault, Proxy, free_port
from tests.channels.sending.parcels import LINK, TEXT, image, parcel
from tests.channels.sending.telegram_double import CHANNEL, TOKEN, Telegram

PHOTO = "POST .*/sendPhoto"


def sender(url: str, token: str = TOKEN, account: str = CHANNEL) -> TelegramSender:
    made = adapter.sender(ChannelSetting("telegram", True, "api", account, {"server": url}), token)
    made.wire.patience = 5
    return made


def message(**changes: Any) -> Parcel:
    return parcel("telegram", **changes)


def pictures(amount: int) -> tuple[Image, ...]:
    return tuple(image(f"foto-{number}.jpg", number) for number in range(amount))


def long(units: int) -> str:
    """A text of that many UTF-16 units with the article's link: an emoji is two."""
    pairs, rest = divmod(units - len(LINK), 2)
    return "😀" * pairs + "." * rest + LINK


def test_a_picture_carries_the_text(telegram: Telegram) -> None:
    receipt = sender(telegram.url).send(message())
    (shown,) = telegram.messages.values()
    assert (shown["caption"], shown["data"]) == (TEXT, image().data)
    assert receipt == Receipt("101", f"https://t.me/{CHANNEL}/101")


def test_several_pictures_are_one_album_in_order(telegram: Telegram) -> None:
    receipt = sender(telegram.url).send(message(images=pictures(3)))
    shown = list(telegram.messages.values())
    assert [one["data"] for one in shown] == [one.data for one in pictures(3)]
    assert [one["caption"] for one in shown] == [TEXT, "", ""]
    assert telegram.posts == 1
    assert receipt == Receipt("101,102,103", f"https://t.me/{CHANNEL}/101")


@pytest.mark.parametrize("amount", [0, 1, 4])
def test_a_text_too_long_for_a_caption_is_still_one_post(telegram: Telegram, amount: int) -> None:
    text = long(1025)
    sender(telegram.url).send(message(text=text, images=pictures(amount)))
    (shown,) = telegram.messages.values()
    assert shown["text"] == text
    assert shown["preview"] == {
        "url": LINK,
        "prefer_large_media": True,
        "show_above_text": True,
    }


def test_a_caption_of_just_1024_units_stays_under_its_picture(telegram: Telegram) -> None:
    text = long(1024)
    assert len(text.encode("utf-16-le")) == 2 * 1024
    sender(telegram.url).send(message(text=text))
    (shown,) = telegram.messages.values()
    assert shown["caption"] == text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text": long(4097)}, "1 sampai 4096"),
        ({"text": "", "images": ()}, "1 sampai 4096"),
        ({"images": pictures(11)}, "paling banyak 10"),
        ({"images": (replace(image(), data=b"x" * 10_000_001),)}, "terlalu besar"),
        ({"images": (replace(image(), width=9000, height=1001),)}, "terlalu besar"),
    ],
)
def test_what_telegram_would_refuse_is_not_sent(
    telegram: Telegram, changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(RefusedError, match=words):
        sender(telegram.url).send(message(**changes))
    assert telegram.asked == []


@pytest.mark.parametrize(
    "fault", [Fault.LOST, Fault.BROKEN, Fault.MALFORMED, Fault.SLOW, Fault.NEVER_CAME]
)
def test_without_a_good_answer_a_person_must_look(telegram: Telegram, fault: Fault) -> None:
    with Proxy(telegram.url) as proxy:
        one = sender(proxy.url)
        one.wire.patience = 1
        proxy.fault(PHOTO, fault)
        with pytest.raises(UnsureError, match="mungkin sudah terkirim") as caught:
            one.send(message())
        assert TOKEN not in caught.value.reason
        with pytest.raises(UnsureError, match="lihat kanalnya"):
            one.find(message())
        # the library sent it once, whatever came back
        assert len(proxy.calls(PHOTO)) == 1
        assert telegram.posts == (fault is not Fault.NEVER_CAME)


def test_a_busy_telegram_names_its_time(telegram: Telegram) -> None:
    with Proxy(telegram.url) as proxy:
        one = sender(proxy.url)
        one.wire.clock = lambda: datetime(2026, 11, 23, tzinfo=UTC)
        proxy.fault(PHOTO, Fault.BUSY, {"Retry-After": "30"})
        with pytest.raises(BusyError) as caught:
            one.send(message())
    assert caught.value.until == datetime(2026, 11, 23, 0, 0, 30, tzinfo=UTC)
    assert telegram.posts == 0


def test_a_telegram_that_is_not_reached_has_nothing_posted() -> None:
    with pytest.raises(BusyError, match="tidak dapat dihubungi"):
        sender(f"http://127.0.0.1:{free_port()}").send(message())


def test_an_edit_changes_words_and_picture_in_place(telegram: Telegram) -> None:
    one = sender(telegram.url)
    receipt = one.send(message(images=pictures(2)))
    mended = message(text="Ralat", images=(image("baru.jpg", 7), pictures(2)[1]))
    assert one.edit(receipt, mended) == receipt
    assert one.edit(receipt, mended) == receipt
    shown = list(telegram.messages.values())
    assert [item["caption"] for item in shown] == ["Ralat", ""]
    assert [item["data"] for item in shown] == [item.data for item in mended.images]


def test_an_edit_of_a_message_of_words(telegram: Telegram) -> None:
    one = sender(telegram.url)
    receipt = one.send(message(images=()))
    mended = message(text=f"Ralat {LINK}", images=())
    assert one.edit(receipt, mended) == one.edit(receipt, mended)
    assert [item["text"] for item in telegram.messages.values()] == [f"Ralat {LINK}"]


def test_an_edit_that_needs_other_messages_is_left_to_people(telegram: Telegram) -> None:
    one = sender(telegram.url)
    receipt = one.send(message(images=pictures(2)))
    with pytest.raises(RefusedError, match="jumlah gambar berubah"):
        one.edit(receipt, message(images=pictures(3)))
    words = one.send(message(images=()))
    with pytest.raises(RefusedError, match="can't be edited"):
        one.edit(words, message())


def test_all_messages_of_an_album_are_deleted_also_when_one_is_gone(telegram: Telegram) -> None:
    one = sender(telegram.url)
    receipt = one.send(message(images=pictures(3)))
    del telegram.messages[102]
    one.delete(receipt)
    one.delete(receipt)
    assert telegram.messages == {}


def test_a_post_that_a_person_reported_is_known_by_its_address(telegram: Telegram) -> None:
    one = sender(telegram.url)
    one.send(message())
    one.delete(Receipt("", f"https://t.me/{CHANNEL}/101?single"))
    assert telegram.messages == {}
    with pytest.raises(RefusedError, match="nomor pesan"):
        one.delete(Receipt("", "https://t.me/kantorcontoh"))


def test_a_wrong_token_is_named_by_its_secret_only(telegram: Telegram) -> None:
    wrong = "999:salah-Sekali"
    with pytest.raises(RefusedError, match="TERBIT_TELEGRAM_TOKEN") as caught:
        sender(telegram.url, wrong).send(message())
    assert wrong not in caught.value.reason


def test_a_channel_that_the_bot_does_not_know(telegram: Telegram) -> None:
    with pytest.raises(RefusedError, match="chat not found"):
        sender(telegram.url, account="https://t.me/kanal_lain").send(message())


def test_the_token_is_in_no_log(telegram: Telegram, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        sender(telegram.url).send(message())
        with Proxy(telegram.url) as proxy:
            proxy.fault(PHOTO, Fault.MALFORMED)
            with pytest.raises(UnsureError):
                sender(proxy.url).send(message())
    assert TOKEN not in caplog.text
    assert '"id"' not in caplog.text


def test_markup_in_a_text_is_only_text(telegram: Telegram) -> None:
    text = f"<b>Tebal</b> *bintang* [x](tg://user?id=1) {LINK}"
    sender(telegram.url).send(message(text=text))
    assert telegram.messages[101]["caption"] == text
    assert b"parse_mode" not in telegram.asked[0].body
    assert json.dumps("parse_mode") not in telegram.asked[0].target
