"""The little server shows its folders on this machine, and nothing else."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from terbit import serving

SECRET = b"rahasia"


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A site and a folder of kits, beside something secret."""
    for name, data in {
        "situs/index.html": b"beranda",
        "situs/404.html": b"tidak ada di sini",
        "situs/berita/a b.html": b"spasi",
        "situs/berita/100%.html": b"persen",
        "situs/berita/a%20b.html": b"tanda persen dalam nama",
        "situs/paket/salah.html": b"dari situs",
        "buku/2026/index.html": b"buku",
        "paket/index.html": b"paket",
        "paket/2026/index.html": b"arsip",
        "rahasia.txt": SECRET,
        "situs-lain/rahasia.txt": SECRET,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "situs/tautan.txt").symlink_to(tmp_path / "rahasia.txt")
    return tmp_path


@contextmanager
def running(mounts: dict[str, Path]) -> Iterator[int]:
    server = serving.server(mounts, 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def ask(port: int, path: str, method: str = "GET") -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(serving.HOST, port, timeout=10)
    connection.putrequest(method, path)
    connection.endheaders()
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.fixture
def port(world: Path) -> Iterator[int]:
    folders = {"/": "situs", "/paket/": "paket", "/buku/": "buku"}
    with running({prefix: world / name for prefix, name in folders.items()}) as number:
        yield number


def test_only_this_machine_is_served(world: Path) -> None:
    server = serving.server({"/": world / "situs"}, 0)
    try:
        assert server.server_address[0] == "127.0.0.1"
        assert server.server_port > 0
    finally:
        server.server_close()


def test_a_taken_port_is_an_error(world: Path) -> None:
    with socket.socket() as taken:
        taken.bind((serving.HOST, 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            serving.server({"/": world / "situs"}, taken.getsockname()[1])


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/", b"beranda"),
        ("/index.html?x=1", b"beranda"),
        ("/berita/a%20b.html", b"spasi"),
        ("/berita/100%25.html", b"persen"),
        ("/berita/a%2520b.html", b"tanda persen dalam nama"),
        ("/paket/", b"paket"),
        ("/paket/2026/", b"arsip"),
        ("/paket/../index.html", b"paket"),
    ],
)
def test_addresses(port: int, path: str, body: bytes) -> None:
    response, found = ask(port, path)
    assert (response.status, found) == (200, body)


def test_the_longest_prefix_wins(port: int) -> None:
    assert ask(port, "/paket/salah.html")[0].status == 404


def test_the_order_of_mounts_does_not_matter(world: Path) -> None:
    with running({"/paket/": world / "paket", "/": world / "situs"}) as port:
        assert ask(port, "/paket/")[1] == b"paket"
        assert ask(port, "/")[1] == b"beranda"


def test_a_folder_without_its_last_stroke_is_shown_the_way(port: int) -> None:
    for path in ("/paket", "/paket/2026", "/buku", "/buku/2026"):
        response, _ = ask(port, path)
        assert (response.status, response.getheader("Location")) == (301, f"{path}/")
    assert ask(port, "/paketX")[0].status == 404


def test_what_is_not_there_gets_the_page_of_the_site(port: int) -> None:
    response, body = ask(port, "/tidak/ada")
    assert (response.status, body) == (404, b"tidak ada di sini")
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"


def test_a_question_for_the_head_gets_no_body(port: int) -> None:
    with socket.create_connection((serving.HOST, port), timeout=10) as line:
        line.sendall(b"HEAD /tidak/ada HTTP/1.0\r\n\r\n")
        answer = b"".join(iter(lambda: line.recv(4096), b""))
    assert b" 404 " in answer
    assert answer.endswith(b"\r\n\r\n")


def test_a_site_without_that_page_still_answers(world: Path) -> None:
    with running({"/": world / "paket"}) as port:
        assert ask(port, "/tidak-ada")[0].status == 404
    with running({"/paket/": world / "paket"}) as port:
        assert ask(port, "/index.html")[0].status == 404
        assert ask(port, "/")[0].status == 404


UP = ("..", "%2e%2e", ".%2e", "%252e%252e", "..%2f", "%2e%2e%2f", "..%5c", "..;", "%c0%ae%c0%ae")


@pytest.mark.parametrize("up", UP)
@pytest.mark.parametrize("start", ["/", "/paket/", "/berita/", "/paket/2026/", "//", "/./"])
@pytest.mark.parametrize("target", ["rahasia.txt", "situs-lain/rahasia.txt"])
def test_no_way_out_of_the_folders(port: int, up: str, start: str, target: str) -> None:
    for levels in (1, 2, 3):
        way = "/".join([up] * levels)
        response, body = ask(port, f"{start}{way}/{target}")
        assert response.status == 404
        assert SECRET not in body


@pytest.mark.parametrize(
    "path",
    [
        "/tautan.txt",
        "/%00",
        "/rahasia.txt%00.html",
        "/" + "a" * 5000,
        "/%2fetc%2fpasswd",
        "//etc/passwd",
        "/paket/%2f..%2f..%2frahasia.txt",
        "/paket/%252e%252e/rahasia.txt",
        "/paket%2f..%2f..%2frahasia.txt",
        "file:///etc/passwd",
        "http://contoh.id/../rahasia.txt",
    ],
)
def test_crooked_addresses_are_not_found(port: int, path: str) -> None:
    response, body = ask(port, path)
    assert response.status == 404
    assert SECRET not in body
    assert b"root:" not in body


def test_the_absolute_path_of_a_secret_is_not_found(port: int, world: Path) -> None:
    for path in (f"/{world}/rahasia.txt", f"/paket/{world}/rahasia.txt"):
        assert ask(port, path)[0].status == 404


def test_nothing_is_logged(port: int, capsys: pytest.CaptureFixture[str]) -> None:
    ask(port, "/")
    ask(port, "/tidak-ada")
    assert capsys.readouterr() == ("", "")
