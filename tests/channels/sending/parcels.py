"""A message and pictures for the tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from terbit.core.sending import Image, Parcel
from tests.channels.desk import jpeg

LINK = "https://contoh.go.id/berita/2026/11/evaluasi-spip/"
TEXT = f"😀 Kantor Contoh menilai sepuluh dinas #SPIP\n\n{LINK}"
AT = datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC)


def parcel(channel: str, **changes: Any) -> Parcel:
    """A message with one picture, with changes; another text makes another key."""
    text = changes.get("text", TEXT)
    usual = Parcel(channel, "kantor", key(channel, text), text, (image(),), LINK, AT)
    return replace(usual, **changes)


def key(*parts: str) -> str:
    """64 hex digits, as a parcel's key has."""
    return sha256("\0".join(parts).encode()).hexdigest()


def image(name: str = "foto-1.jpg", seed: int = 0, size: tuple[int, int] = (120, 63)) -> Image:
    """A small finished picture."""
    return Image(name, jpeg(size, seed), "Pegawai duduk mengelilingi meja", *size)
