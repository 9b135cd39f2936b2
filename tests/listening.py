"""A server on 127.0.0.1 for as long as a `with` block lasts."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


class Listening:
    """Listens on 127.0.0.1; `bound` becomes attributes of the handler's class."""

    def __init__(
        self,
        handler: type[BaseHTTPRequestHandler],
        port: int = 0,
        server: type[ThreadingHTTPServer] = ThreadingHTTPServer,
        **bound: Any,
    ) -> None:
        """The port is taken now (0: a free one); requests are answered within the block."""
        self.http = server(("127.0.0.1", port), type("Bound", (handler,), bound))
        self.http.daemon_threads = True

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.http.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.http.shutdown()
        self.http.server_close()
