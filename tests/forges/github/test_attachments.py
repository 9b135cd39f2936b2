"""Uploads in an issue: only GitHub's hosts are asked, at every hop, and never for too long."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from terbit.forges.github import attachments
from terbit.forges.github.attachments import AttachmentError, fetch, links, without
from tests.forges.github.uploads import (
    ELSEWHERE,
    GITHUB,
    OFFICE,
    PRIVATE,
    STORE,
    UPLOAD,
    Answer,
    Uploads,
)

ONE, TWO = UPLOAD.format(1), UPLOAD.format(2)


@pytest.fixture
def uploads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Uploads]:
    for name in ("NO_PROXY", "no_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    with Uploads(tmp_path) as made:
        for name, value in made.environ.items():
            monkeypatch.setenv(name, value)
        yield made


# Found in a text


@pytest.mark.parametrize(
    "text",
    [
        f"![IMG_1]({ONE})",
        f'<img width="1842" alt="Image" src="{ONE}" />',
        f"lihat {ONE}.",
        f"{ONE}\n{ONE}",
    ],
)
def test_an_upload_is_found_however_it_is_written(text: str) -> None:
    assert links(text) == (ONE,)
    assert without(f"Dibuka {text} Senin").split()[::-1][0] == "Senin"
    assert ONE not in without(text)
    assert "img" not in without(text)


def test_uploads_keep_their_order() -> None:
    assert links(f"![a]({TWO}) dan ![b]({ONE})") == (TWO, ONE)


@pytest.mark.parametrize(
    "text",
    [
        "https://github.com/contoh/terbit",
        ONE.replace("https", "http"),
        ONE.replace("github.com", "github.com.jahat.example"),
        ONE.replace("github.com", "jahat.example/github.com"),
        ONE.replace("assets/", "assets/../"),
        f"{ONE}0",
    ],
)
def test_other_addresses_are_no_uploads(text: str) -> None:
    assert links(text) == ()


# A server of the office's own

HOME = UPLOAD.format(1).replace(GITHUB, OFFICE)
UUID = HOME.rpartition("/")[2]
OLDER = (
    f"https://{OFFICE}/storage/user/12/files/{UUID}",
    f"https://media.{OFFICE}/user/12/files/{UUID}",
)


@pytest.mark.parametrize("link", [HOME, *OLDER])
def test_uploads_to_the_office_s_own_server_are_found(link: str) -> None:
    assert links(f"![foto]({link})", OFFICE) == (link,)
    assert without(f"Dibuka ![foto]({link})", OFFICE) == "Dibuka "
    assert links(f"![foto]({link})") == (), "only where the repository lives there"


@pytest.mark.parametrize("link", [ONE, HOME.replace(OFFICE, f"{OFFICE}.{ELSEWHERE}")])
def test_of_another_server_nothing_is_an_upload(link: str) -> None:
    assert links(link, OFFICE) == ()


def test_the_token_goes_to_the_office_s_server_and_to_no_other(uploads: Uploads) -> None:
    place = f"https://media.{OFFICE}/1"
    uploads.at |= {HOME: Answer(302, headers={"Location": place}), place: Answer(body=b"foto")}
    assert fetch(HOME, "ghs_rahasia", server=OFFICE) == b"foto"
    assert [row.authorization for row in uploads.asked] == ["Bearer ghs_rahasia", None]


@pytest.mark.parametrize("place", [f"https://{STORE}/1", f"https://x{OFFICE}/1", ONE])
def test_the_office_s_server_leads_to_its_own_hosts_only(uploads: Uploads, place: str) -> None:
    uploads.at[HOME] = Answer(302, headers={"Location": place})
    with pytest.raises(AttachmentError, match="bukan milik GitHub"):
        fetch(HOME, "ghs_rahasia", server=OFFICE)
    assert [row.url for row in uploads.asked] == [HOME]


# Fetched


@pytest.mark.parametrize("store", [STORE, PRIVATE])
def test_the_token_goes_to_github_and_not_to_the_store(uploads: Uploads, store: str) -> None:
    link = uploads.keep(1, b"foto", store)
    assert fetch(link, "ghs_rahasia") == b"foto"
    assert [(row.url.split("/")[2], row.authorization) for row in uploads.asked] == [
        (GITHUB, "Bearer ghs_rahasia"),
        (store, None),
    ]


def test_without_a_token_none_is_sent(uploads: Uploads) -> None:
    assert fetch(uploads.keep(1, b"foto")) == b"foto"
    assert {row.authorization for row in uploads.asked} == {None}


@pytest.mark.parametrize(
    "place",
    [
        f"https://{ELSEWHERE}/foto",
        f"http://{STORE}/foto",
        f"https://{STORE}:8443/foto",
        f"https://{GITHUB}@{ELSEWHERE}/foto",
        f"https://{STORE}.{ELSEWHERE}/foto",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        f"https://{STORE}:x/",
        "file:///etc/passwd",
    ],
)
def test_a_hop_to_any_other_place_is_not_followed(uploads: Uploads, place: str) -> None:
    uploads.at[ONE] = Answer(302, headers={"Location": place})
    with pytest.raises(AttachmentError, match="bukan milik GitHub"):
        fetch(ONE, "ghs_rahasia")
    assert [row.url for row in uploads.asked] == [ONE]


def test_a_link_to_any_other_place_is_not_asked_at_all(uploads: Uploads) -> None:
    with pytest.raises(AttachmentError, match="bukan milik GitHub"):
        fetch(f"https://{ELSEWHERE}/foto", "ghs_rahasia")
    assert uploads.asked == []


def test_hops_come_to_an_end(uploads: Uploads) -> None:
    uploads.at[ONE] = Answer(302, headers={"Location": ONE})
    with pytest.raises(AttachmentError, match="terlalu sering"):
        fetch(ONE)
    assert len(uploads.asked) == attachments.MAX_HOPS


@pytest.mark.parametrize("status", [401, 403, 404])
def test_what_a_private_repository_withholds_is_told_with_a_way_around(
    uploads: Uploads, status: int
) -> None:
    uploads.at[ONE] = Answer(status)
    with pytest.raises(AttachmentError) as caught:
        fetch(ONE, "ghs_rahasia")
    assert "repositori tertutup" in caught.value.what
    assert "Upload files" in caught.value.fix


def test_another_refusal_is_worth_a_second_try(uploads: Uploads) -> None:
    uploads.at[ONE] = Answer(503)
    with pytest.raises(AttachmentError, match="503"):
        fetch(ONE)


def test_a_photo_that_never_ends_is_cut_at_its_weight(
    uploads: Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MAX_FILE_BYTES", 1024**2)
    uploads.at[ONE] = Answer(endless=b"x" * 100_000)
    with pytest.raises(AttachmentError, match="lebih besar dari 1 MB"):
        fetch(ONE)


def test_a_photo_that_comes_in_single_bytes_is_cut_at_its_time(uploads: Uploads) -> None:
    uploads.at[ONE] = Answer(endless=b"x")
    seconds = count()
    with pytest.raises(AttachmentError, match="dalam 60 detik"):
        fetch(ONE, clock=lambda: float(next(seconds)))


def test_a_photo_that_was_cut_off_is_told(uploads: Uploads) -> None:
    uploads.at[ONE] = Answer(body=b"foto", headers={"Content-Length": "9"})
    with pytest.raises(AttachmentError, match="tidak dapat diambil"):
        fetch(ONE)


def test_no_error_holds_a_signed_address_or_the_token(
    uploads: Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = uploads.keep(1, b"foto")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "")
    monkeypatch.setenv("CURL_CA_BUNDLE", "")
    with pytest.raises(AttachmentError) as caught:
        fetch(link, "ghs_rahasia")
    assert "rahasia" not in str(caught.value)
    assert caught.value.__cause__ is None
