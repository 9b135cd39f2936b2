"""Photos that somebody dragged into an issue: found in its text, fetched with care.

The address comes from a stranger's text, so only GitHub's own hosts are asked, at every hop: those
of github.com, or the one server that the office's repository lives on. The token goes to GitHub
itself and never to where it forwards. What the bytes are is decided by whoever decodes them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from urllib.parse import SplitResult, urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError

from terbit.core.article import MAX_FILE_BYTES
from terbit.errors import ForgeError
from terbit.forges.github.address import PUBLIC_HOST

MAX_SECONDS = 60
"""For one photo altogether; GitHub takes photos of at most 10 MB."""
MAX_HOPS = 4
TIMEOUT = (10, 20)
"""Seconds to connect, and between two bytes."""
CHUNK = 64 * 1024
MISSING = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND})
WAY_AROUND = (
    "sunting isian ini dan unggah fotonya sekali lagi, atau unggah langsung ke folder naskah di "
    "peramban (Add file → Upload files)"
)
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])"


@cache
def _address(host: str) -> str:
    """How uploads are addressed; a server of an office's own may keep them in an older way too.

    Beneath `media.` where it isolates subdomains (GHES docs, enabling subdomain isolation).
    """
    name = re.escape(host)
    if host == PUBLIC_HOST:
        return rf"https://{name}/user-attachments/assets/{_UUID}"
    places = rf"{name}/user-attachments/assets/|(?:{name}/storage|media\.{name})/user/\d+/files/"
    return rf"https://(?:{places}){_UUID}"


@cache
def _shown(host: str) -> re.Pattern[str]:
    """An upload as a picture, as `<img src>`, or bare."""
    address = _address(host)
    return re.compile(rf"!?\[[^\]\n]*\]\({address}\)|<img\b[^<>]*{address}[^<>]*>|{address}")


# where GitHub keeps what people upload (seen in its redirects, 2024 to 2026)
_STORES = re.compile(
    r"[a-z-]+\.githubusercontent\.com"
    r"|github-production-user-asset-[0-9a-f]+\.s3(\.[a-z0-9-]+)?\.amazonaws\.com"
)


class AttachmentError(ForgeError):
    """A photo that could not be fetched; the others may still be."""


def links(text: str, host: str = PUBLIC_HOST) -> tuple[str, ...]:
    """Every upload to a server in a text, in order and once."""
    return tuple(dict.fromkeys(re.findall(_address(host), text)))


def without(text: str, host: str = PUBLIC_HOST) -> str:
    """The words of a text, the uploads left out."""
    return _shown(host).sub("", text)


def fetch(
    link: str,
    token: str | None = None,
    *,
    server: str = PUBLIC_HOST,
    session: requests.Session | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> bytes:
    """The bytes behind the link of an upload to a server. Raises AttachmentError."""
    session = session or requests.Session()
    deadline, url = clock() + MAX_SECONDS, link
    for _ in range(MAX_HOPS):
        host = _allowed(urlsplit(url), server)
        headers = {"User-Agent": "terbit", "Accept-Encoding": "identity"}
        if token and host == server:
            headers["Authorization"] = f"Bearer {token}"
        try:
            with session.get(
                url, headers=headers, stream=True, allow_redirects=False, timeout=TIMEOUT
            ) as answer:
                if not answer.is_redirect:
                    return _body(answer, lambda: clock() > deadline)
                url = urljoin(url, answer.headers["Location"])
        except (requests.RequestException, HTTPError, OSError) as error:
            # the error's own words may hold a signed address
            what = f"foto tidak dapat diambil dari GitHub ({type(error).__name__})"
            raise AttachmentError(what, "sunting isian ini lalu simpan agar dicoba lagi") from None
    raise AttachmentError("foto diteruskan terlalu sering", WAY_AROUND)


def _allowed(parts: SplitResult, server: str) -> str:
    """The host of an address that may be asked. Raises AttachmentError."""
    try:
        port = parts.port
    except ValueError:
        port = -1
    host = (parts.hostname or "").casefold()
    plain = parts.scheme == "https" and port in {None, 443} and "@" not in parts.netloc
    if server == PUBLIC_HOST:
        known = host == server or bool(_STORES.fullmatch(host))
    else:
        known = host == server or host.endswith(f".{server}")
    if not plain or not known:
        raise AttachmentError("foto diteruskan ke alamat yang bukan milik GitHub", WAY_AROUND)
    return host


def _body(answer: requests.Response, late: Callable[[], bool]) -> bytes:
    """What was sent, as long as it is neither too much nor too slow. Raises AttachmentError."""
    if answer.status_code in MISSING:
        what = "foto tidak dapat dibuka oleh Terbit; di repositori tertutup GitHub menahannya"
        raise AttachmentError(what, WAY_AROUND)
    if not answer.ok:
        fix = "sunting isian ini lalu simpan agar dicoba lagi"
        raise AttachmentError(f"GitHub menolak fotonya ({answer.status_code})", fix)
    found = bytearray()
    # one piece at a time as it comes: a sender of single bytes would hold a larger read for hours
    while piece := answer.raw.read1(CHUNK):
        found += piece
        if len(found) > MAX_FILE_BYTES:
            fix = "kecilkan fotonya, misalnya 4000 piksel ke bawah, lalu unggah lagi"
            raise AttachmentError(f"foto lebih besar dari {MAX_FILE_BYTES // 1024**2} MB", fix)
        if late():
            raise AttachmentError(f"foto belum terambil dalam {MAX_SECONDS} detik", WAY_AROUND)
    return bytes(found)
