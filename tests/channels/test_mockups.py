from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from PIL import Image

from terbit.channels import CHANNELS, kit, mockups
from terbit.channels.kit_page import Aside
from terbit.channels.mockup_text import runs, visible
from terbit.core.article import Article, Photo, Video
from terbit.core.post import Post
from terbit.drawing.layout import SAFE
from terbit.drawing.look import Look
from terbit.newsroom.posting import posts_of
from tests.rooms import REPOSITORY

from .desk import LINK, jpeg, office, with_files

HOSTILE = "<script>alert('x')</script> \"Judul\" & </style><img src=x onerror=alert(1)> #Tagar"
LONG = " ".join(f"Kalimat nomor {n} menjelaskan hasil penilaian." for n in range(1, 40))
STYLE = (REPOSITORY / "scripts/terbit/templates/paket_kiriman.css").read_text(encoding="utf-8")


class Page(HTMLParser):
    """A page's elements, and by channel the words of a post, its pictures and its classes."""

    VOID = frozenset({"img", "meta", "link", "use", "path", "rect"})

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: Counter[str] = Counter()
        self.words: dict[str, str] = {}
        self.folds: dict[str, str] = {}
        self.pictures: dict[str, list[dict[str, str]]] = {}
        self._channel = ""
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(html.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        row = {name: value or "" for name, value in attrs}
        self.elements.append((tag, row))
        if row.get("class") == "kiriman":
            self._channel = row["id"]
        if row.get("class") == "teks":
            self.texts[self._channel] += 1
        if tag == "img":
            self.pictures.setdefault(self._channel, []).append(row)
        if tag not in self.VOID:
            self._open.append((tag, row))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [row.get("class", "") for _, row in self._open]
        tags = [tag for tag, _ in self._open]
        if "teks" not in classes or "siapa" in classes or "summary" in tags:
            return
        self.words[self._channel] = self.words.get(self._channel, "") + data
        if "lipat" in classes:
            self.folds[self._channel] = self.folds.get(self._channel, "") + data


def shown(article: Article, *ids: str) -> mockups.Shown:
    posts = [CHANNELS[id].compose(article, office(), LINK) for id in ids or CHANNELS]
    return mockups.Shown(article, posts, kit.render_all(article, posts, office(), Look()))


def page(*pieces: mockups.Shown, **options: Any) -> bytes:
    return mockups.page(pieces, office(), **options)


def posts_by_id(one: mockups.Shown) -> dict[str, Post]:
    return {post.channel: post for post in one.posts}


def film(**changes: Any) -> Article:
    return with_files(video=Video("https://video.contoh.id/1"), **changes)


@pytest.fixture(scope="module")
def every() -> mockups.Shown:
    """A post of every channel, YouTube Shorts among them."""
    return shown(film())


@pytest.fixture(scope="module")
def html(every: mockups.Shown) -> bytes:
    return page(every)


def test_each_channel_has_a_frame_and_only_those() -> None:
    assert set(mockups.FRAMES) == set(CHANNELS)
    assert all(frame.source for frame in mockups.FRAMES.values() if frame.fold)


def test_each_text_is_there_whole_and_once(every: mockups.Shown, html: bytes) -> None:
    read = Page(html)
    for channel, post in posts_by_id(every).items():
        marked = mockups.FRAMES[channel].marks
        assert read.words.get(channel, "") == visible(runs(post.text, marked=marked)), channel
        assert read.texts[channel] == (1 if post.text else 0)
        assert post.title == "" or html.decode().count(f"data-judul>{post.title}<") == 2


def test_long_texts_are_folded_where_the_app_does(html: bytes) -> None:
    folds = Page(page(shown(with_files(summary=LONG), "instagram", "facebook", "tiktok"))).folds
    read = Page(page(shown(with_files(summary=LONG), "instagram", "facebook", "tiktok")))
    assert set(folds) == {"instagram", "facebook"}
    for channel, most in (("instagram", 125), ("facebook", 480)):
        head = read.words[channel].removesuffix(folds[channel])
        assert most - 20 < len(head) <= most
        assert folds[channel][0].isspace()
    assert "facebook" not in Page(html).folds


def test_every_picture_is_shown_once_in_its_shape(every: mockups.Shown, html: bytes) -> None:
    read = Page(html)
    for channel, post in posts_by_id(every).items():
        found = read.pictures.get(channel, [])
        assert [row["src"] for row in found] == [one.name for one in post.pictures]
        assert [row["alt"] for row in found] == [one.alt for one in post.pictures]
        assert [(row["width"], row["height"]) for row in found] == [
            (str(one.width), str(one.height)) for one in post.pictures
        ]


def test_facebook_hides_photos_behind_the_fifth() -> None:
    photos = tuple(Photo(f"f{n}.jpg", f"Foto {n}") for n in range(7))
    files = {photo.file: jpeg((400, 300), n) for n, photo in enumerate(photos)}
    article = with_files(photos=photos)
    text = page(shown(replace(article, files=MappingProxyType(files)), "facebook"))
    assert b"+2 foto lagi setelah diketuk" in text
    assert len(Page(text).pictures["facebook"]) == 7


def test_the_title_of_whatsapp_is_bold_and_has_no_stars(html: bytes) -> None:
    title = with_files().title
    assert f"<b>{title}</b>".encode() in html
    assert f"*{title}*".encode() not in html


def test_alternative_text_is_shown_where_the_app_takes_it(html: bytes) -> None:
    sections = dict(re.findall(r'class="kiriman" id="(\w+)"(.*?)</section>', html.decode(), re.S))
    for channel, part in sections.items():
        takes = CHANNELS[channel].limits.alt > 0
        assert ("<b>ALT</b>" in part) == takes, channel
        assert ("tidak menerima teks alternatif" in part) == (
            not takes and channel != "youtube_shorts"
        )


def test_upright_pictures_show_the_zone_that_stays_free(html: bytes) -> None:
    """The outline is where the title cards keep their words."""
    percent = f"{SAFE / 1920:.2%}"
    assert f".aman{{position:absolute;inset:{percent} 0" in STYLE
    assert html.count(b'class="aman"') == 4  # one story, three pictures of TikTok


def test_the_page_asks_nobody_and_runs_nothing(html: bytes) -> None:
    read = Page(html)
    for tag, attributes in read.elements:
        for name in ("src", "href", "srcset", "action"):
            assert "//" not in attributes.get(name, ""), (tag, attributes)
        assert not any(name.startswith("on") or name == "style" for name in attributes), tag
    assert not any(tag in ("script", "iframe", "form") for tag, _ in read.elements)
    assert not re.search(r"url\(|@import", STYLE)
    (style,) = re.findall(r"<style>(.*?)</style>", html.decode(), re.S)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    (policy,) = (a["content"] for _, a in read.elements if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'; img-src 'self' data:")
    assert f"style-src 'sha256-{digest}'; script-src 'none'; connect-src 'none'" in policy


def test_the_page_is_light(html: bytes) -> None:
    assert len(html) < 60_000


def test_ids_are_there_once_and_links_lead_to_them(html: bytes, every: mockups.Shown) -> None:
    for text in (html, page(every, every)):
        elements = Page(text).elements
        ids = [row["id"] for _, row in elements if "id" in row]
        assert len(ids) == len(set(ids))
        links = {row["href"][1:] for _, row in elements if row.get("href", "").startswith("#")}
        assert links <= set(ids)
        assert sum(tag == "h1" for tag, _ in elements) == 1


def test_one_file_holds_small_pictures_and_needs_nothing_else(every: mockups.Shown) -> None:
    text = page(every, one_file=True)
    read = Page(text)
    assert "img-src data:;" in next(a["content"] for _, a in read.elements if a.get("http-equiv"))
    rows = [row for found in read.pictures.values() for row in found]
    assert len(rows) == sum(len(post.pictures) for post in every.posts)
    for row in rows:
        data = b64decode(row["src"].removeprefix("data:image/jpeg;base64,"))
        assert len(data) <= mockups.EMBEDDED_BYTES
        with Image.open(BytesIO(data)) as image:
            assert image.width in mockups.WIDTHS
            ratio = int(row["width"]) / int(row["height"])
            assert image.width / image.height == pytest.approx(ratio, rel=0.01)
    assert b"index.html" not in text


def test_noise_is_made_smaller_until_it_is_light() -> None:
    noise = Image.effect_noise((1080, 1920), 200).convert("RGB")
    out = BytesIO()
    noise.save(out, "JPEG", quality=95)
    assert len(mockups.small(out.getvalue())) <= mockups.EMBEDDED_BYTES


def test_pictures_that_a_machine_posts_are_in_the_page_itself(every: mockups.Shown) -> None:
    read = Page(page(replace(every, machine=frozenset({"mastodon"}))))
    assert all(row["src"].startswith("data:") for row in read.pictures["mastodon"])
    assert not any(row["src"].startswith("data:") for row in read.pictures["bluesky"])


def test_hostile_words_stay_words() -> None:
    texts = MappingProxyType(dict.fromkeys(("x", "whatsapp", "instagram"), HOSTILE))
    photos = (replace(with_files().photos[0], alt=HOSTILE),)
    article = film(title=HOSTILE, summary=HOSTILE, channel_texts=texts, photos=photos)
    settings = tuple(replace(one, account=HOSTILE) for one in office().channels)
    wicked = replace(office(), name=HOSTILE, short_name=HOSTILE, channels=settings)
    posts = posts_of(article, office(), LINK)
    images = kit.render_all(article, posts, office(), Look())
    text = mockups.page([mockups.Shown(article, posts, images)], wicked)
    read = Page(text)
    assert b"<script" not in text
    assert not any(row.get("src") == "x" or "onerror" in row for _, row in read.elements)
    assert read.words["x"] == HOSTILE


def test_what_is_not_approved_says_so(every: mockups.Shown, html: bytes) -> None:
    assert b"BELUM DISETUJUI" in page(every, approved=False)
    assert b"BELUM DISETUJUI" not in html


def test_same_input_same_bytes(every: mockups.Shown) -> None:
    assert page(every, one_file=True) == page(every, one_file=True)


def test_an_article_for_no_channel_says_so() -> None:
    assert b"Tidak ada kanal yang dipilih" in page(mockups.Shown(with_files(), (), {}))


@pytest.mark.parametrize(
    ("name", "letters"), [("Dinas Kesehatan", "DK"), ("Kantor", "K"), ("3 Ilir", "I"), ("–", "")]
)
def test_initials(name: str, letters: str) -> None:
    assert mockups.initials(name) == letters


def handles(*ids: str) -> Sequence[str]:
    text = page(shown(with_files(photos=()), *ids)).decode()
    return re.findall(r'<span class="redup">@(.*?) · baru saja', text)


def test_accounts_are_named_as_their_apps_do() -> None:
    assert handles("x", "mastodon", "bluesky", "telegram") == [
        "kantorcontoh",
        "kantor@sosial.contoh.id",
        "kantor.contoh.id",
    ]


# In the kit


def test_the_kit_leads_to_the_page_and_back(tmp_path: Path) -> None:
    article = with_files()
    hand = [CHANNELS[id].compose(article, office(), LINK) for id in ("instagram", "x")]
    sent = (CHANNELS["mastodon"].compose(article, office(), LINK),)
    aside = Aside(machine=frozenset({"mastodon"}), sent=sent)
    kit.write_kit(article, hand, office(), LINK, deadline_text="", out=tmp_path / "k", aside=aside)
    assert f'href="{mockups.PAGE}"' in (tmp_path / "k/index.html").read_text(encoding="utf-8")
    text = (tmp_path / "k" / mockups.PAGE).read_bytes()
    assert b'href="index.html"' in text
    assert b"dikirim otomatis" in text
    assert list(Page(text).pictures) == ["instagram", "x", "mastodon"]
    assert not list((tmp_path / "k").glob("*mastodon*"))
