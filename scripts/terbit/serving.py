"""Show folders in a browser on this machine only (127.0.0.1)."""

from __future__ import annotations

from collections.abc import Mapping
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"


def server(mounts: Mapping[str, Path], port: int) -> ThreadingHTTPServer:
    """A server for folders by address prefix ("/" last resort); port 0 takes a free one.

    Raises OSError where the port is taken.
    """
    ordered = sorted(mounts.items(), key=lambda pair: -len(pair[0]))

    class Handler(SimpleHTTPRequestHandler):
        """Serves the mounted folders and logs nothing."""

        def translate_path(self, path: str) -> str:
            wanted = unquote(urlsplit(path).path)
            for prefix, folder in ordered:
                if wanted.startswith(prefix):
                    self.directory = str(folder)
                    return super().translate_path("/" + wanted.removeprefix(prefix))
            return super().translate_path(path)

        def send_error(
            self, code: int, message: str | None = None, explain: str | None = None
        ) -> None:
            page = mounts["/"] / "404.html"
            if code != 404 or not page.is_file():
                super().send_error(code, message, explain)
                return
            body = page.read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: the visitor's requests are of no interest here."""

    return ThreadingHTTPServer((HOST, port), Handler)
