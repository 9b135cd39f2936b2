"""One message for one medium."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Picture:
    """One picture of a post: the wanted rendition of a source photo, or a title card.

    `source` is a file of the article's folder, or "" for a card without a photo;
    `width` and `height` in pixels; `overlay` says that the title is laid over it. `made_of` is
    the SHA-256 of the photo's name in Git, which is that of its bytes, and of the words over it.
    """

    name: str
    source: str
    width: int
    height: int
    alt: str
    overlay: bool = False
    focus: tuple[float, float] | None = None
    max_bytes: int | None = None
    made_of: str = ""


@dataclass(frozen=True)
class Post:
    """What a channel shall show, ready to copy or send; `limit` in the channel's own unit."""

    channel: str
    text: str
    pictures: tuple[Picture, ...] = ()
    title: str = ""
    length: int = 0
    limit: int | None = None
    unit: str = "karakter"
    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def payload_hash(self) -> str:
        """SHA-256 over everything that the public would see of this post.

        Of a picture that is the photo's bytes, the words laid over it, and how it is cut. The
        finished JPEG is not in it: it follows from these, from the office's colours and from the
        locked versions of Terbit and Pillow; its own SHA-256 stands in the kit's posts.json.
        """
        digest = sha256()
        for part in (self.channel, self.title, self.text):
            digest.update(part.encode() + b"\0")
        for picture in self.pictures:
            digest.update(repr(picture).encode() + b"\0")
        return digest.hexdigest()
