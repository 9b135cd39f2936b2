"""Show folders in a browser on this machine only (127.0.0.1)."""

from __future__ import annotations

from collections.abc import Mapping
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote, unquote, urlsplit

HOST = "127.0.0.1"
NOT_FOUND = 404


def server(mounts: Mapping[str, Path], port: int) -> ThreadingHTTPServer:
    """A server for folders by address prefix ("/" last resort); port 0 takes a free one.

    Raises OSError where the port is taken.
    """
    ordered = sorted(mounts.items(), key=lambda pair: -len(pair[0]))

    class Handler(_Handler):
        """Serves these mounts."""

        mounts = tuple(ordered)

    return ThreadingHTTPServer((HOST, port), Handler)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the mounted folders, longest prefix first, and logs nothing."""

    mounts: tuple[tuple[str, Path], ...] = ()
    # the editors in a browser read their configuration only as what it is (RFC 9512)
    extensions_map: dict[str, str] = {  # noqa: RUF012  (http.server reads a dict)
        **SimpleHTTPRequestHandler.extensions_map,
        ".yml": "application/yaml",
    }

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Open what is asked for; not found where it stands outside its mount."""
        path = self.translate_path(self.path)
        if not any(_is_within(path, folder) for _, folder in self.mounts):
            self.send_error(NOT_FOUND)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """The file of an address, by the longest prefix; "" where no mount has it."""
        wanted = unquote(urlsplit(path).path)
        for prefix, folder in self.mounts:
            if f"{wanted}/".startswith(prefix):
                self.directory = str(folder)
                # quoted again, because the standard handler decodes once more
                return super().translate_path("/" + quote(wanted[len(prefix) :]))
        return ""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not found."""
        page = dict(self.mounts).get("/", Path()) / "404.html"
        if code != NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the visitor's requests are of no interest here."""


def _is_within(path: str, folder: Path) -> bool:
    """Whether a file is in a folder after all links in its path have been followed."""
    try:
        return bool(path) and Path(path).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False
