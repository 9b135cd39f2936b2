"""Public keys as OpenSSH writes them: what is one, and by which short name people compare it."""

from __future__ import annotations

import base64
import binascii
from hashlib import sha256


def is_key(text: str) -> bool:
    """Whether a text is a public key as OpenSSH writes it: kind, Base64, perhaps a comment."""
    return bool(_blob(text))


def fingerprint(key: str) -> str:
    """The SHA-256 fingerprint of a public key, as ssh-keygen prints it."""
    return "SHA256:" + base64.b64encode(sha256(_blob(key)).digest()).decode().rstrip("=")


def _blob(key: str) -> bytes:
    """The key's bytes, which begin with the length and the word of its kind; none where wrong."""
    words = key.split()
    if len(words) < 2 or "\n" in key.strip():
        return b""
    try:
        data = base64.b64decode(words[1], validate=True)
    except (binascii.Error, ValueError):
        return b""
    kind = words[0].encode()
    return data if data.startswith(len(kind).to_bytes(4, "big") + kind) else b""
