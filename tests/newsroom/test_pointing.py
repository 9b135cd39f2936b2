"""Where a request can be seen is believed only as an artifact of the very repository."""

from __future__ import annotations

import pytest

from terbit.forges.base import RequestInfo
from terbit.newsroom.pointing import Pointer, numbers_of, pointer

PAGE = "https://github.com/contoh/terbit"
HEAD = "0123456789abcdef0123456789abcdef01234567"
ADDRESS = f"{PAGE}/actions/runs/11/artifacts/22"


def test_an_artifact_of_this_repository_is_believed() -> None:
    assert pointer(f"12 {HEAD} {ADDRESS}", PAGE) == Pointer(12, HEAD, ADDRESS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        f"12 {HEAD} ",
        f"0 {HEAD} {ADDRESS}",
        f"١٢ {HEAD} {ADDRESS}",
        f"12 {HEAD[:-1]} {ADDRESS}",
        f"12 {HEAD.upper()} {ADDRESS}",
        f"12 {HEAD} {ADDRESS}\n",
        f"12 {HEAD} {ADDRESS} -->",
        f"12 {HEAD} {ADDRESS}?x=1",
        f"12 {HEAD} {ADDRESS})[tekan](https://jahat.example/",
        f"12 {HEAD} {PAGE}/actions/runs/11",
        f"12 {HEAD} {PAGE}/actions/runs/11/artifacts/../../../../lain/lain",
        f"12 {HEAD} http://github.com/contoh/terbit/actions/runs/11/artifacts/22",
        f"12 {HEAD} https://github.com/contoh/terbit-palsu/actions/runs/11/artifacts/22",
        f"12 {HEAD} https://github.com.jahat.example/contoh/terbit/actions/runs/11/artifacts/22",
    ],
)
def test_anything_else_leads_nowhere(text: str) -> None:
    assert pointer(text, PAGE) is None


def test_a_forge_without_safe_addresses_leads_nowhere() -> None:
    page = "http://forge.contoh/terbit"
    assert pointer(f"12 {HEAD} {page}/actions/runs/1/artifacts/2", page) is None


OPEN = [
    RequestInfo(3, "a", "x", "rina", "open", "a" * 40),
    RequestInfo(5, "b", "y", "rina", "open", "b" * 40),
]


@pytest.mark.parametrize(
    ("event", "numbers"),
    [
        ({}, ()),
        ({"schedule": "*/15 0-9 * * 1-5"}, ()),
        ({"inputs": {"nomor": "5"}}, (5,)),
        ({"inputs": {"nomor": ""}}, ()),
        ({"inputs": {"nomor": "5; rm -rf /"}}, ()),
        ({"inputs": None}, ()),
        ({"workflow_run": {"pull_requests": [{"number": 3}], "head_sha": "c" * 40}}, (3,)),
        ({"workflow_run": {"pull_requests": [], "head_sha": "b" * 40}}, (5,)),
        ({"workflow_run": {"pull_requests": [{"number": 9}], "head_sha": "c" * 40}}, ()),
    ],
)
def test_an_event_only_says_where_to_look(
    event: dict[str, object], numbers: tuple[int, ...]
) -> None:
    assert numbers_of(event, OPEN) == numbers
