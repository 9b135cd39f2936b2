import json
import re
import zipfile
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from PIL import Image

from terbit.channels import CHANNELS, kit, kit_page, mockups
from terbit.channels.kit_page import Aside
from terbit.core.article import Article
from terbit.core.colour import Palette
from terbit.core.post import Post
from terbit.errors import TerbitError

from .desk import LINK, office, with_files

DEADLINE = "Kamis, 12 November 2026, pukul 11.11 WIB"
HOSTILE = "<script>alert('x')</script> \"Judul\" & </textarea><img src=x onerror=alert(1)>"


def posts_of(article: Article, *ids: str) -> list[Post]:
    return [CHANNELS[id].compose(article, office(), LINK) for id in ids]


def write(out: Path, article: Article, posts: Sequence[Post], **changes: Any) -> kit.Kit:
    wanted = {"deadline_text": DEADLINE, "out": out, **changes}
    return kit.write_kit(article, posts, office("mastodon"), LINK, **wanted)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("paket") / "evaluasi-spip"
    article = with_files()
    write(
        out,
        article,
        posts_of(article, *(id for id in CHANNELS if id not in {"mastodon", "youtube_shorts"})),
    )
    return out


class Elements(HTMLParser):
    """All elements of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def page(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


def test_page_holds_captions_counters_steps_and_hashes(folder: Path) -> None:
    html = page(folder)
    article = with_files()
    for post in posts_of(article, "instagram", "x", "whatsapp"):
        assert post.payload_hash[:12] in html
        assert all(step in html for step in post.steps)
    assert re.search(r"\d+/2\.200 karakter · 3/5 tagar", html)
    assert f"Tenggat unggah: {DEADLINE}" in html
    assert "terbit record berita/2026/11/evaluasi-spip instagram 'TAUTAN'" in html


def test_the_page_tells_how_to_record_what_is_no_link(tmp_path: Path) -> None:
    piece, item = with_files(), "berita/2026/11/evaluasi-spip"
    posts, out = posts_of(piece, "instagram", "instagram_story"), tmp_path / "paket"
    kit.write_kit(piece, posts, office("mastodon"), LINK, deadline_text=DEADLINE, out=out)
    assert f"terbit record {item} instagram_story --berkas" in page(out)
    assert f"terbit record {item} instagram --berkas" not in page(out)
    assert f"terbit record {item} instagram --tidak-tersedia 'ALASAN'" in page(out).replace(
        "&#39;", "'"
    )


def test_the_page_wears_the_colours_of_the_office(tmp_path: Path) -> None:
    piece, folder = with_files(), tmp_path / "merah"
    red = replace(office("mastodon"), colours=Palette("#7a1f2b", "#e8c547"))
    kit.write_kit(
        piece, posts_of(piece, "instagram"), red, LINK, deadline_text=DEADLINE, out=folder
    )
    html = (folder / "index.html").read_text(encoding="utf-8")
    assert "--warna:#7a1f2b" in html
    assert 'fill="#e8c547"' in html
    assert "#0f3a2a" not in html
    with Image.open(min(folder.glob("*_instagram_1dari*.jpg"))) as card:
        found = card.convert("RGB").getpixel((9, card.height - 9))
    assert found == pytest.approx((0x7A, 0x1F, 0x2B), abs=6)


def test_unavailable_channels_are_listed_with_the_reason(folder: Path) -> None:
    text = " ".join(re.sub(r"<[^>]+>", "", page(folder)).split())
    assert "Mastodon tidak tersedia di kantor ini" in text
    assert "YouTube Shorts berita ini tidak punya video" in text


def test_page_is_light_and_speaks_to_nobody(folder: Path) -> None:
    html = page(folder)
    assert len(html.encode()) < 150_000
    elements = Elements(html).found
    for tag, attributes in elements:
        for name in ("src", "href", "action", "poster", "srcset", "data"):
            value = attributes.get(name, "")
            assert "//" not in value, (tag, attributes)
        assert not any(name.startswith("on") or name == "style" for name in attributes), tag
    assert not re.search(r"url\(\s*['\"]?(?!#)|@import", html)


def test_policy_allows_only_our_style_and_script(folder: Path) -> None:
    html = page(folder)
    policy = next(a["content"] for t, a in Elements(html).found if a.get("http-equiv"))
    for tag in ("style", "script"):
        inner = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert len(inner) == 1
        digest = b64encode(sha256(inner[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", ["index.html", mockups.PAGE])
def test_every_file_that_a_page_names_is_there(folder: Path, name: str) -> None:
    for _, attributes in Elements((folder / name).read_text(encoding="utf-8")).found:
        for key in ("src", "href"):
            value = attributes.get(key, "")
            if value and not value.startswith(("#", "data:")):
                assert (folder / value).is_file(), value


def test_a_kit_that_is_not_approved_warns_against_uploading(tmp_path: Path, folder: Path) -> None:
    article = with_files()
    write(tmp_path / "k", article, posts_of(article, "x"), aside=Aside(approved=False))
    for html in (page(tmp_path / "k"), (tmp_path / "k" / mockups.PAGE).read_text("utf-8")):
        assert "belum disetujui" in html.casefold()
        assert "sudah disetujui" not in html
    assert "sudah disetujui" in page(folder)


def test_labels_name_every_field_once(folder: Path) -> None:
    elements = Elements(page(folder)).found
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    labelled = {attributes["for"] for tag, attributes in elements if tag == "label"}
    fields = {a["id"] for tag, a in elements if tag in {"textarea", "input"}}
    assert fields == labelled


def test_posts_json_tells_payload_and_pictures(folder: Path) -> None:
    document = json.loads((folder / "posts.json").read_bytes())
    assert document["item"] == "berita/2026/11/evaluasi-spip"
    for row in document["posts"]:
        (post,) = posts_of(with_files(), row["channel"])
        assert (row["text"], row["payload_hash"]) == (post.text, post.payload_hash)
        for picture in row["pictures"]:
            assert sha256((folder / picture["file"]).read_bytes()).hexdigest() == picture["sha256"]


def test_zip_holds_everything_and_is_the_same_every_time(folder: Path, tmp_path: Path) -> None:
    name = "2026-11-10-evaluasi-spip.zip"
    with zipfile.ZipFile(folder / name) as archive:
        assert set(archive.namelist()) == {f.name for f in folder.iterdir()} - {name}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    article = with_files()
    ids = [row["channel"] for row in json.loads((folder / "posts.json").read_bytes())["posts"]]
    write(tmp_path / "lagi", article, posts_of(article, *ids))
    for file in folder.iterdir():
        assert (tmp_path / "lagi" / file.name).read_bytes() == file.read_bytes(), file.name


def test_a_phone_files_the_proof_by_the_form(tmp_path: Path) -> None:
    article, form = with_files(), "https://github.com/contoh/terbit/issues/new?template=bukti.yml"
    posts = posts_of(article, "instagram")
    write(tmp_path / "k", article, posts, aside=Aside(form=form))
    links = [a["href"] for tag, a in Elements(page(tmp_path / "k")).found if tag == "a"]
    ways = [dict(parse_qsl(urlsplit(link).query)) for link in links if link.startswith(form)]
    plain, ready, unavailable = ways
    assert plain == ready
    assert plain["berita"] == "berita/2026/11/evaluasi-spip (instagram)"
    assert "tautan" not in plain
    assert unavailable["tautan"].startswith("tidak tersedia:")


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    article = with_files(
        title=HOSTILE,
        summary=HOSTILE,
        category=HOSTILE,
        channel_texts=MappingProxyType({"x": HOSTILE}),
        photos=(replace(with_files().photos[0], alt=HOSTILE),),
    )
    made = write(
        tmp_path / "k",
        article,
        posts_of(article, "instagram", "x", "tiktok"),
        deadline_text=HOSTILE,
    )
    kit.write_index([made], replace(office(), name=HOSTILE), tmp_path)
    for html in (page(tmp_path / "k"), page(tmp_path)):
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert not any("onerror" in a for _, a in Elements(html).found)
    assert "&lt;script&gt;alert" in page(tmp_path / "k")


def test_a_bad_photo_leaves_the_old_kit_alone(tmp_path: Path) -> None:
    article = with_files()
    write(tmp_path / "k", article, posts_of(article, "x"))
    before = page(tmp_path / "k")
    broken = with_files()
    broken = replace(broken, files=MappingProxyType({**broken.files, "foto-2.jpg": b"bukan foto"}))
    with pytest.raises(TerbitError, match=r"foto-2\.jpg"):
        write(tmp_path / "k", broken, posts_of(broken, "x"))
    assert page(tmp_path / "k") == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["k"]


def test_a_new_kit_replaces_the_old_one_whole(tmp_path: Path) -> None:
    article = with_files()
    write(tmp_path / "k", article, posts_of(article, "x", "instagram"))
    write(tmp_path / "k", article, posts_of(article, "x"))
    assert not list((tmp_path / "k").glob("*instagram*"))
    assert [entry.name for entry in tmp_path.iterdir()] == ["k"]


def test_index_lists_kits_newest_first(tmp_path: Path) -> None:
    article = with_files(photos=())
    older = write(tmp_path / "a", article, posts_of(article, "x"))
    newer = replace(older, title="Lebih baru", day=older.day.replace(day=11), folder="b")
    kit.write_index([older, newer], office(), tmp_path)
    html = page(tmp_path)
    assert html.index("Lebih baru") < html.index(older.title)
    assert 'href="a/index.html"' in html
    assert 'href="a/kiriman.html"' in html
    assert older.channels == ("X",)
    kit.write_index([older], office(), tmp_path, approved=False)
    assert "1 berita yang belum disetujui. Jangan diunggah." in page(tmp_path)
    kit.write_index([], office(), tmp_path)
    assert "Tidak ada paket" in page(tmp_path)


FORM = "https://github.com/contoh/terbit/issues/new?template=bukti-tayang.yml"


def test_what_must_be_taken_away_says_how_to_note_that(tmp_path: Path) -> None:
    row = kit.ToMend("berita/2026/11/a", "Judul", "instagram", "https://x.id/1", remove=True)
    kit.write_index([], office(), tmp_path, [row])
    assert "terbit record berita/2026/11/a instagram --terhapus" in page(tmp_path)
    kit.write_index([], office(), tmp_path, [replace(row, form=FORM)])
    html = page(tmp_path)
    assert "terbit record" not in html
    assert "berita=berita%2F2026%2F11%2Fa%20%28instagram%29&amp;tautan=terhapus" in html
    kit.write_index([], office(), tmp_path, [replace(row, form=FORM, remove=False)])
    assert "terhapus" not in page(tmp_path)


def test_counter_without_a_known_limit() -> None:
    (post,) = posts_of(with_files(), "youtube_komunitas")
    assert kit_page.counter(post) == f"{post.length} karakter · 3 tagar"
