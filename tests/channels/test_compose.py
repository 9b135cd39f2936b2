"""Every channel: nothing longer than its limit, no broken link, no half word."""

import re
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.channels import CHANNELS, base, counting
from terbit.core.article import Article, FiveW, Video
from terbit.shortening import ELLIPSIS

from .desk import LINK, PHOTOS, article, office

WORDS = st.one_of(
    st.sampled_from(
        (
            "Tim Inspektorat menilai 3,5 Rp1.000.000 Palangka Raya #SPIP @ani “kutip” "
            "Rp1.234.567,89 12 November 2026 M.Si. https://b.go.id/a-b- @x@sosial.id "
            "🎉 👨‍👩‍👧 ꦏ꧀ꦫ é dan di https://a.id/x contoh.go.id 10.30 WIB."
        ).split()
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=25),
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)
TITLES = (
    st.lists(WORDS, min_size=1, max_size=30)
    .map(" ".join)
    .map(lambda text: text[:300].strip() or "x")
)
ARTICLES = st.builds(
    Article,
    folder=st.just("content/berita/2026/11/uji"),
    title=TITLES,
    kind=st.just("berita"),
    date=st.just(date(2026, 11, 10)),
    summary=TEXTS,
    tags=st.lists(st.text(min_size=1, max_size=30), max_size=12).map(tuple),
    five_w=st.one_of(st.none(), st.builds(FiveW, kapan=TEXTS, di_mana=TEXTS)),
)


@settings(max_examples=150, deadline=None)
@given(piece=ARTICLES)
def test_any_article_fits_every_channel(piece: Article) -> None:
    allowed = set(_words(piece))
    for channel in CHANNELS.values():
        post = channel.compose(piece, office(), LINK)
        if channel.limits.text == 0:
            assert post.text == ""
            continue
        assert channel.limits.text is None or post.length <= channel.limits.text
        assert channel.limits.utf8 is None or counting.utf8(post.text) <= channel.limits.utf8
        assert post.length == channel.limits.count(post.text)
        assert LINK in post.text.split()
        assert set(map(_bare, post.text.split())) <= allowed
        if channel.limits.title:
            assert channel.limits.title_count(post.title) <= channel.limits.title


def _words(piece: Article) -> list[str]:
    facts = piece.five_w or FiveW()
    fixed = f"{LINK} Selengkapnya Selengkapnya: di situs kami: Waktu: Tempat:"
    tags = " ".join("#" + re.sub(r"\W", "", tag) for tag in piece.tags)
    words = f"{piece.title} {piece.summary} {facts.kapan} {facts.di_mana} {fixed}".split()
    return [*map(_bare, words), *map(_bare, _tags(piece)), *map(_bare, tags.split())]


def _tags(piece: Article) -> list[str]:
    from terbit.channels.wording import hashtag

    return [hashtag(tag) for tag in piece.tags]


def _bare(word: str) -> str:
    return word.replace("#", "").strip("*.,;:–—-(…")


@pytest.mark.parametrize("channel_id", CHANNELS)
def test_an_ordinary_article_is_told_in_full(channel_id: str) -> None:
    post = CHANNELS[channel_id].compose(article(), office(), LINK)
    if channel_id == "instagram_story":
        assert post.text == ""
    else:
        assert post.text.lstrip("*").startswith(article().title)
        assert "Tim menilai sepuluh perangkat daerah" in post.text
        assert ELLIPSIS not in post.text
    assert 3 <= len(post.steps) <= 5
    assert "{" not in "".join(post.steps)


def test_ids_and_sources() -> None:
    for channel_id, channel in CHANNELS.items():
        assert channel.id == channel_id
        assert re.search(r"\w\.\w", channel.limits.source)
        assert channel.limits.checked >= date(2026, 11, 22)
        assert channel.limits.confidence in {"official", "measured", "secondary", "unverified"}


def test_a_topic_that_is_too_long_for_threads_gives_way_to_the_next() -> None:
    piece = article(tags=("a" * 51, "SPIP"))
    assert CHANNELS["threads"].compose(piece, office(), LINK).text.endswith("#SPIP")


def test_a_title_is_counted_as_its_platform_counts() -> None:
    piece = article(title="kata 🎉 " * 20)
    title = CHANNELS["tiktok"].compose(piece, office(), LINK).title
    assert counting.utf16(title) <= 90 < counting.utf16(piece.title)


@pytest.mark.parametrize(
    ("channel_id", "narrowest", "widest", "side"),
    [
        ("instagram", 0.8, 1.91, 1440),
        ("instagram_story", 0.5625, 0.5625, 1440),
        ("threads", 0.1, 10, 1440),
        ("telegram", 0.05, 20, 5000),
        ("mastodon", 0.1, 10, 2880),
    ],
)
def test_pictures_have_a_shape_that_the_platform_takes(
    channel_id: str, narrowest: float, widest: float, side: int
) -> None:
    """Ratios, widths and 8.3 million pixels as their pages said on 2026-11-22."""
    wide, high = CHANNELS[channel_id].form.size
    assert narrowest <= wide / high <= widest
    assert 320 <= wide <= side
    assert wide * high <= 8_300_000


@pytest.mark.parametrize(("channel_id", "most"), [("instagram", 5), ("threads", 1)])
def test_hashtags_keep_to_the_limit(channel_id: str, most: int) -> None:
    piece = article(tags=tuple(f"tag{letter}" for letter in "abcdefgh"))
    text = CHANNELS[channel_id].compose(piece, office(), LINK).text
    assert counting.hashtags(text) == most


def test_links_that_cannot_be_tapped_are_announced_as_text() -> None:
    post = CHANNELS["instagram"].compose(article(), office(), LINK)
    assert f"Selengkapnya di situs kami: {LINK}" in post.text
    assert any("tidak dapat diketuk" in note for note in post.notes)


def test_whatsapp_title_is_bold() -> None:
    post = CHANNELS["whatsapp"].compose(article(), office(), LINK)
    assert post.text.startswith(f"*{article().title}*\n")


def test_own_text_replaces_the_composed_one_even_if_too_long() -> None:
    own = "kata " * 100
    piece = article(channel_texts=MappingProxyType({"x": own}))
    post = CHANNELS["x"].compose(piece, office(), LINK)
    assert post.text == own.strip()
    assert post.limit is not None
    assert post.length > post.limit
    assert CHANNELS["threads"].compose(piece, office(), LINK).text.startswith(piece.title)


def test_pictures_are_numbered_and_the_first_is_a_card() -> None:
    post = CHANNELS["instagram"].compose(article(), office(), LINK)
    assert [picture.name for picture in post.pictures] == [
        f"2026-11-10-evaluasi-spip_instagram_{n}dari3.jpg" for n in (1, 2, 3)
    ]
    assert [picture.overlay for picture in post.pictures] == [True, False, False]
    assert post.pictures[0].alt.endswith(f"Tulisan pada gambar: “{article().title}”.")
    assert "3 gambar secara berurutan" in post.steps[0]


def test_at_most_as_many_pictures_as_the_channel_takes() -> None:
    piece = article(photos=article().photos * 20)
    for channel in CHANNELS.values():
        assert len(channel.compose(piece, office(), LINK).pictures) == min(
            60, channel.limits.pictures
        )


def test_without_photos_there_is_one_card() -> None:
    post = CHANNELS["x"].compose(article(photos=()), office(), LINK)
    assert [(p.source, p.overlay) for p in post.pictures] == [("", True)]


def test_alternative_text_keeps_to_its_limit() -> None:
    long = article(photos=(article().photos[0].__class__("a.jpg", "kata " * 500),))
    for channel in CHANNELS.values():
        for picture in channel.compose(long, office(), LINK).pictures:
            assert len(picture.alt) <= (channel.limits.alt or 1000)


def test_film_channels_want_a_film() -> None:
    shorts = CHANNELS["youtube_shorts"]
    assert not base.suits(shorts, article())
    assert base.suits(shorts, article(video=Video("https://v.id/1")))
    assert base.suits(CHANNELS["x"], article())


def test_same_article_same_hash() -> None:
    posts = [CHANNELS["bluesky"].compose(article(), office(), LINK) for _ in range(2)]
    assert posts[0].payload_hash == posts[1].payload_hash
    other = CHANNELS["bluesky"].compose(article(title="Lain"), office(), LINK)
    assert other.payload_hash != posts[0].payload_hash


def test_nothing_is_laid_over_an_infographic() -> None:
    post = CHANNELS["instagram"].compose(article(kind="infografik"), office(), LINK)
    assert not any(picture.overlay for picture in post.pictures)


@pytest.mark.parametrize("channel_id", sorted(CHANNELS))
def test_pictures_keep_to_their_channel(channel_id: str) -> None:
    channel = CHANNELS[channel_id]
    for photos in (PHOTOS * 15, PHOTOS, ()):
        made = channel.compose(article(photos=photos), office(), LINK).pictures
        assert len(made) <= channel.limits.pictures
        # a carousel is cropped to the shape of its first picture
        assert {(one.width, one.height) for one in made} <= {channel.form.size}
        for one in made:
            assert one.alt
            assert not channel.limits.alt or len(one.alt) <= channel.limits.alt
            assert one.max_bytes == min(channel.limits.picture_bytes, 1_000_000)
