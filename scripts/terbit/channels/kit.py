"""The upload kit: one static page per article with everything a person posts by hand.

Self-contained: no foreign request, nothing needs JavaScript but the copy buttons. Same
article, same bytes; a kit appears whole or not at all.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from terbit import indonesian
from terbit.channels import CHANNELS, base, kit_page, mockups, pictures
from terbit.channels.kit_page import Aside
from terbit.channels.renditions import Store
from terbit.core.article import Article
from terbit.core.office import Office
from terbit.core.post import Post
from terbit.drawing.look import CardText, Look
from terbit.shortening import line
from terbit.writing import put

SCHEMA = 1
PAGE = "index.html"
POSTS = "posts.json"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the oldest that ZIP knows: the same bytes on every run


@dataclass(frozen=True)
class Kit:
    """What the list of kits says of one; `folder` is its place beside the list."""

    item: str
    title: str
    day: date
    folder: str
    deadline: str
    channels: tuple[str, ...]
    pictures: int
    archive: str

    @property
    def date_text(self) -> str:
        """The day as people write it."""
        return indonesian.day(self.day)


@dataclass(frozen=True)
class ToMend:
    """A post that people must change, or take away (`remove`), as the list of kits shows it.

    `form` is the address of the forge's form for proofs, "" where it has none.
    """

    item: str
    title: str
    channel: str
    link: str
    remove: bool
    form: str = ""

    @property
    def name(self) -> str:
        """The channel's name."""
        return CHANNELS[self.channel].name if self.channel in CHANNELS else self.channel

    @property
    def safe_link(self) -> str:
        """The address if it is one that a page may lead to, else ""."""
        return self.link if self.link.startswith("https://") else ""

    @property
    def removed(self) -> str:
        """Where a phone tells that the post is taken away, "" where there is no such form."""
        return kit_page.forms_of(self.form, self.item, self.channel)["removed"]


def write_kit(
    article: Article,
    posts: Sequence[Post],
    office: Office,
    link: str,
    *,
    deadline_text: str,
    out: Path,
    aside: Aside = kit_page.NOTHING_ASIDE,
    store: Store | None = None,
) -> Kit:
    """Write the kit of an article into the folder `out`, replacing an older one.

    Pictures that `store` holds are linked and not made again. Raises TerbitError for a photo
    that cannot be used; then nothing has changed.
    """
    look = Look(office.colours)
    images = render_all(article, posts, office, look, store)
    stem = f"{article.date}-{article.slug}"
    archive = f"{stem}.zip"
    files: dict[str, bytes] = dict(images)
    files[POSTS] = _posts_json(article, posts, link, images)
    files |= {f"{stem}_{post.channel}.txt": _plain(post) for post in posts if post.text}
    page = kit_page.page_of(article, posts, office, link, aside) | {
        "deadline": deadline_text,
        "mockups": mockups.PAGE,
        "parts": kit_page.parts_of(article, posts, office, images, aside),
    }
    size = kit_page.size_text(sum(map(len, files.values())))
    page["archive"] = {"name": archive, "size": size}
    files[PAGE] = kit_page.html("paket.html.j2", office.colours, page, script=True)
    every = mockups.in_order((*posts, *aside.sent), office)
    drawn = images | render_all(article, aside.sent, office, look, store)
    shown = mockups.Shown(article, every, drawn, aside.machine)
    files[mockups.PAGE] = mockups.page([shown], office, approved=aside.approved)
    files[archive] = _zip(files)
    _replace_folder(out, files, images, store)
    return Kit(
        item=page["item"],
        title=page["title"],
        day=article.date,
        folder=out.name,
        deadline=deadline_text,
        channels=tuple(CHANNELS[post.channel].name for post in posts),
        pictures=len(images),
        archive=archive,
    )


def write_index(
    kits: Iterable[Kit],
    office: Office,
    out: Path,
    mend: Sequence[ToMend] = (),
    *,
    approved: bool = True,
) -> None:
    """Write the page that lists all kits, newest first, into `out`, the folder they are in.

    Those of a preview are not `approved`, and it says so.
    """
    newest = sorted(kits, key=lambda kit: (kit.day, kit.item), reverse=True)
    page = {
        "kits": newest,
        "office": office,
        "colours": office.colours,
        "mend": mend,
        "mockups": mockups.PAGE,
        "approved": approved,
    }
    html = kit_page.html("paket_daftar.html.j2", office.colours, page)
    if (out / PAGE).is_file() and (out / PAGE).read_bytes() == html:
        return
    put(out / PAGE, html)


def render_all(
    article: Article, posts: Iterable[Post], office: Office, look: Look, store: Store | None = None
) -> dict[str, bytes]:
    """The pictures of all posts by name. Raises TerbitError for a photo that cannot be used."""
    return pictures.render_all(
        [picture for post in posts for picture in post.pictures],
        article.file,
        card_text(article, office),
        look,
        whole=article.kind in base.WHOLE_KINDS,
        store=store,
    )


def card_text(article: Article, office: Office) -> CardText:
    """The words of an article's title card."""
    category = line(article.category) or article.kind.replace("-", " ")
    return CardText(
        title=line(article.title),
        category=category[:1].upper() + category[1:],
        office_name=office.name,
        date_text=indonesian.day(article.date),
    )


def _posts_json(
    article: Article, posts: Iterable[Post], link: str, images: Mapping[str, bytes]
) -> bytes:
    """All posts as data, with the hash of each payload and picture."""
    document = {
        "schema": SCHEMA,
        "item": kit_page.name_of(article),
        "link": link,
        "posts": [_post_json(post, images) for post in posts],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _post_json(post: Post, images: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "channel": post.channel,
        "title": post.title,
        "text": post.text,
        "length": post.length,
        "limit": post.limit,
        "unit": post.unit,
        "payload_hash": post.payload_hash,
        "pictures": [
            {
                "file": picture.name,
                "source": picture.source,
                "width": picture.width,
                "height": picture.height,
                "alt": picture.alt,
                "sha256": sha256(images[picture.name]).hexdigest(),
            }
            for picture in post.pictures
        ],
    }


def _plain(post: Post) -> bytes:
    """A post as a text file for those who work from the ZIP."""
    parts = [post.title, post.text]
    alts = [(picture.name, picture.alt) for picture in post.pictures]
    if CHANNELS[post.channel].limits.alt:
        parts += [f"Teks alternatif {name}:\n{alt}" for name, alt in alts]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _zip(files: Mapping[str, bytes]) -> bytes:
    """All files in one archive, the same bytes for the same files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            pressed = not name.endswith(".jpg")
            entry.compress_type = zipfile.ZIP_DEFLATED if pressed else zipfile.ZIP_STORED
            archive.writestr(entry, files[name])
    return out.getvalue()


def _replace_folder(
    out: Path, files: Mapping[str, bytes], images: Mapping[str, bytes], store: Store | None
) -> None:
    """Put a folder of files in the place of an older one, all at once."""
    fresh, old = out.with_name(f".{out.name}.baru"), out.with_name(f".{out.name}.lama")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, data in files.items():
        if store and name in images:
            store.place(data, fresh / name)
        else:
            (fresh / name).write_bytes(data)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
