"""Posting to Mastodon, on mastodon-mock, also where answers are lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from terbit.channels.sending import mastodon
from terbit.channels.sending.mastodon import MastodonSender
from terbit.core.office import ChannelSetting
from terbit.core.sending import BusyError, Parcel, Receipt, RefusedError, SendError, UnsureError
from tests.channels.sending.loopback import Asked, Fault, Loopback, Proxy, Reply, forward, free_port
from tests.channels.sending.parcels import LINK, image, key, parcel
from tests.channels.sending.programs import MASTODON_TOKEN, MASTODON_USER, Place

POST = "POST /api/v1/statuses$"
MEDIA = "POST /api/v2/media$"


def sender(url: str, token: str = MASTODON_TOKEN, account: str = MASTODON_USER) -> MastodonSender:
    made = mastodon.sender(ChannelSetting("mastodon", True, "api", account, {"server": url}), token)
    made.wire.patience = 5
    return made


def message(**changes: Any) -> Parcel:
    """A message approved just now: the program's posts are made now."""
    return parcel("mastodon", at=datetime.now().astimezone(), **changes)


def posted(server: Proxy) -> list[dict[str, Any]]:
    """What stands in the account, newest first."""
    place = Place(server.server)
    me = place.ask("/api/v1/accounts/verify_credentials", token=MASTODON_TOKEN)["id"]
    return list(place.ask(f"/api/v1/accounts/{me}/statuses", token=MASTODON_TOKEN))


def test_a_post_has_text_language_and_described_pictures(server: Proxy) -> None:
    receipt = sender(server.url).send(message(images=(image(), image("foto-2.jpg", 1))))
    (status,) = posted(server)
    assert status["id"] == receipt.id
    assert (status["language"], status["visibility"]) == ("id", "public")
    assert LINK in mastodon.links(status["content"])
    assert [one["description"] for one in status["media_attachments"]] == [image().alt] * 2
    assert receipt.link == f"{server.url}/@{MASTODON_USER}/{receipt.id}"


def test_the_parcels_key_is_the_servers(server: Proxy) -> None:
    sender(server.url).send(message())
    (asked,) = server.calls(POST)
    assert asked.headers["idempotency-key"] == message().key


def test_the_same_request_again_makes_no_second_post(server: Proxy) -> None:
    one = sender(server.url)
    assert one.send(message()) == one.send(message())
    assert len(posted(server)) == 1


@pytest.mark.parametrize("fault", [Fault.LOST, Fault.BROKEN, Fault.MALFORMED, Fault.SLOW])
def test_without_a_good_answer_nobody_knows_until_it_is_asked_again(
    server: Proxy, fault: Fault
) -> None:
    one = sender(server.url)
    one.wire.patience = 2
    server.fault(POST, fault)
    with pytest.raises(UnsureError) as caught:
        one.send(message())
    assert "html" not in caught.value.reason
    found = one.find(message())
    assert found == one.send(message())
    assert len(posted(server)) == 1


def test_what_never_came_is_not_found(server: Proxy) -> None:
    one = sender(server.url)
    server.fault(POST, Fault.NEVER_CAME)
    with pytest.raises(UnsureError):
        one.send(message())
    assert one.find(message()) is None
    assert posted(server) == []


@pytest.mark.parametrize("fault", [Fault.LOST, Fault.BROKEN, Fault.MALFORMED, Fault.NEVER_CAME])
def test_as_long_as_pictures_are_uploaded_nothing_is_posted(server: Proxy, fault: Fault) -> None:
    server.fault(MEDIA, fault)
    with pytest.raises(BusyError):
        sender(server.url).send(message())
    assert posted(server) == []


def test_a_busy_server_names_its_time(server: Proxy) -> None:
    server.fault(POST, Fault.BUSY, {"X-RateLimit-Reset": "2040-01-01T00:00:00.000000Z"})
    one = sender(server.url)
    one.wire.clock = lambda: datetime.fromisoformat("2039-12-31T23:58:00+00:00")
    with pytest.raises(BusyError) as caught:
        one.send(message())
    assert caught.value.until == datetime.fromisoformat("2040-01-01T00:00:00+00:00")
    assert posted(server) == []


def test_a_server_that_is_not_there_has_nothing_posted() -> None:
    with pytest.raises(BusyError, match="tidak dapat dihubungi"):
        sender(f"http://127.0.0.1:{free_port()}").send(message())


def test_another_post_with_a_longer_link_is_not_this_one(server: Proxy) -> None:
    one = sender(server.url)
    one.send(message(text=f"Lain {LINK}lanjutan/", link=f"{LINK}lanjutan/"))
    assert one.find(message()) is None


def test_an_old_post_of_the_same_article_is_not_this_one(server: Proxy) -> None:
    one = sender(server.url)
    one.send(message())
    tomorrow = datetime.now().astimezone() + timedelta(days=1)
    newest = replace(message(key=key("lain")), at=tomorrow)
    assert one.find(newest) is None


def test_an_account_with_more_posts_than_a_page_is_looked_through(server: Proxy) -> None:
    one = sender(server.url)
    first = one.send(message())
    place = Place(server.server)
    for number in range(45):
        place.ask("/api/v1/statuses", {"status": f"Kabar {number}"}, token=MASTODON_TOKEN)
    assert one.find(message()) == first


def test_an_edit_changes_text_and_pictures_in_place(server: Proxy) -> None:
    one = sender(server.url)
    receipt = one.send(message())
    mended = message(text=f"Ralat {LINK}", images=(replace(image(), alt="Lain"),))
    assert one.edit(receipt, mended) == receipt
    (status,) = posted(server)
    assert "Ralat" in status["content"]
    assert one.edit(receipt, mended) == receipt
    # mastodon-mock does not read the pictures of an edit: what went out is what counts here
    for asked, upload in zip(server.calls("PUT "), server.calls(MEDIA)[1:], strict=True):
        assert b"Lain" in upload.body
        assert b"media_ids%5B%5D=" in asked.body


def test_what_is_gone_cannot_be_edited_and_need_not_be_deleted(server: Proxy) -> None:
    one = sender(server.url)
    receipt = one.send(message())
    one.delete(receipt)
    one.delete(receipt)
    assert posted(server) == []
    with pytest.raises(RefusedError, match="tidak dikenal"):
        one.edit(receipt, message())


@pytest.mark.parametrize("fault", [Fault.LOST, Fault.BROKEN])
def test_a_deletion_without_answer_is_asked_again(server: Proxy, fault: Fault) -> None:
    one = sender(server.url)
    receipt = one.send(message())
    server.fault("DELETE ", fault)
    with pytest.raises(UnsureError):
        one.delete(receipt)
    one.delete(receipt)
    assert posted(server) == []


def test_a_wrong_token_is_named_by_its_secret_only(server: Proxy) -> None:
    with pytest.raises(RefusedError, match="TERBIT_MASTODON_TOKEN") as caught:
        sender(server.url, "token-salah").send(message())
    assert "token-salah" not in caught.value.reason


def test_a_token_of_another_account_posts_nothing(server: Proxy) -> None:
    with pytest.raises(RefusedError, match="milik akun lain, bukan kantor di"):
        sender(server.url, account="kantor").send(message())
    assert posted(server) == []


LOWER: dict[str, Callable[[dict[str, Any]], None]] = {
    "menerima 40 karakter": lambda rules: rules["statuses"].update(max_characters=40),
    "paling banyak 1 gambar": lambda rules: rules["statuses"].update(max_media_attachments=1),
    "lebih besar": lambda rules: rules["media_attachments"].update(image_size_limit=100),
    "piksel": lambda rules: rules["media_attachments"].update(image_matrix_limit=100),
    "teks alternatif": lambda rules: rules["media_attachments"].update(description_limit=9),
}


@pytest.mark.parametrize("words", LOWER)
def test_a_servers_own_lower_limits_hold_before_anything_is_sent(server: Proxy, words: str) -> None:
    def lowered(asked: Asked) -> Reply:
        reply = forward(server.server, asked)
        if not asked.path.startswith("/api/v2/instance"):
            return reply
        import json

        instance = json.loads(reply.body)
        LOWER[words](instance["configuration"])
        return Reply(200, json.dumps(instance).encode(), reply.headers)

    with Loopback(lowered) as narrow:
        with pytest.raises(RefusedError, match=words):
            sender(narrow.url).send(message(images=(image(), image("b.jpg"))))
        assert not narrow.calls(MEDIA)


def test_a_redirect_is_not_followed() -> None:
    with Loopback(lambda asked: Reply(200, b"{}")) as thief:
        moved = Reply(301, b"", {"location": f"{thief.url}/api/v1/accounts/verify_credentials"})
        with (
            Loopback(lambda asked: moved) as old,
            pytest.raises(RefusedError, match="server di kantor"),
        ):
            sender(old.url).send(message())
        assert thief.asked == []


def test_not_even_a_redirect_within_the_server_is_followed() -> None:
    with Loopback(lambda asked: Reply(302, b"", {"location": "/lain"})) as old:
        with pytest.raises(RefusedError, match="server di kantor"):
            sender(old.url).send(message())
        assert len(old.asked) == 1


def test_a_picture_that_is_still_processed_is_waited_for() -> None:
    waits: list[float] = []

    def slow(asked: Asked) -> Reply:
        known = {
            "/api/v1/accounts/verify_credentials": b'{"id": "1", "username": "testuser"}',
            "/api/v2/instance": b'{"version": "4.2.0", "configuration": {}}',
            "/api/v2/media": b'{"id": "7", "url": null}',
            "/api/v1/statuses": b'{"id": "9", "url": "javascript:alert(1)"}',
        }
        done = len(waits) == 3
        still = b'{"id": "7", "url": "http://x/7.jpg"}' if done else b'{"id": "7", "url": null}'
        status = 202 if asked.path == "/api/v2/media" else 200
        return Reply(status, known.get(asked.path, still), {"content-type": "application/json"})

    with Loopback(slow) as server:
        one = replace(sender(server.url), sleep=waits.append)
        receipt = one.send(message())
        assert receipt == Receipt("9", f"{server.url}/@{MASTODON_USER}/9")
        assert waits == [mastodon.LOOK_SECONDS] * 3


def test_an_endlessly_processed_picture_is_no_post() -> None:
    def never(asked: Asked) -> Reply:
        body = b'{"id": "1", "username": "testuser", "url": null, "version": "4.2.0"}'
        return Reply(200, body, {"content-type": "application/json"})

    with Loopback(never) as server, pytest.raises(BusyError, match="belum selesai"):
        replace(sender(server.url), sleep=lambda seconds: None).send(message())


@pytest.mark.parametrize(
    ("account", "server", "expected"),
    [
        ("kantor", "https://m.id", ("kantor", "https://m.id")),
        ("@kantor@m.id", "", ("kantor", "https://m.id")),
        ("https://m.id/@kantor", "", ("kantor", "https://m.id")),
        ("@kantor@contoh.id", "https://sosial.contoh.id/", ("kantor", "https://sosial.contoh.id")),
    ],
)
def test_an_account_names_its_server(account: str, server: str, expected: tuple[str, str]) -> None:
    options = {"server": server} if server else {}
    assert mastodon.address(ChannelSetting("mastodon", True, "api", account, options)) == expected


def test_every_failure_is_said_in_the_offices_language(server: Proxy) -> None:
    server.fault(POST, Fault.BROKEN)
    with pytest.raises(SendError) as caught:
        sender(server.url).send(message())
    assert caught.value.reason == "Mastodon sedang terganggu (galat 500); mungkin sudah terkirim"
