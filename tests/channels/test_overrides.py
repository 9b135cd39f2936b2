import re
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.channels import CHANNELS, base, counting, overrides
from terbit.core.article import Article, Photo, Video
from terbit.core.finding import Finding, Level
from tests.drawing.words import WORDS

from .desk import LINK, PHOTOS, article, jpeg, office, with_files

IDS = {
    **dict.fromkeys(
        (
            "instagram.teks.2200",
            "instagram.sebutan.20",
            "instagram.tagar.30",
            "instagram_story.teks.0",
            "facebook.teks.63206",
            "whatsapp.teks.4096",
            "threads.teks.500",
            "threads.tautan.5",
            "x.teks.280",
            "tiktok.teks.4000",
            "youtube_shorts.teks.5000",
            "telegram.teks.1024",
            "mastodon.teks.500",
            "bluesky.teks.300",
            "bluesky.bita.3000",
        ),
        Level.TOLAK,
    ),
    **dict.fromkeys(
        (
            "instagram.tagar.5",
            "threads.tagar.1",
            "threads.panjang_tagar.50",
            "tiktok.judul.90",
            "youtube_shorts.judul.100",
            "instagram.alt.1000",
            "facebook.alt.1000",
            "threads.alt.1000",
            "x.alt.1000",
            "mastodon.alt.1500",
            "bluesky.alt.2000",
            "instagram.gambar.1080x1350",
            "instagram_story.gambar.1080x1920",
            "facebook.gambar.1080x1080",
            "whatsapp.gambar.1080x1080",
            "threads.gambar.1080x1350",
            "x.gambar.1600x900",
            "tiktok.gambar.1080x1920",
            "youtube_komunitas.gambar.1080x1080",
            "telegram.gambar.1200x630",
            "mastodon.gambar.1200x630",
            "bluesky.gambar.1200x630",
            *(
                f"{name}.bita_gambar.1000000"
                for name, channel in CHANNELS.items()
                if channel.limits.pictures
            ),
            "instagram_story.jumlah_gambar.1",
            "whatsapp.jumlah_gambar.1",
        ),
        Level.INGAT,
    ),
    **dict.fromkeys(
        (
            "instagram.lipatan.125",
            "facebook.lipatan.480",
            "instagram.jumlah_gambar.10",
            "facebook.jumlah_gambar.10",
            "threads.jumlah_gambar.20",
            "x.jumlah_gambar.4",
            "tiktok.jumlah_gambar.35",
            "youtube_komunitas.jumlah_gambar.5",
            "telegram.jumlah_gambar.10",
            "mastodon.jumlah_gambar.4",
            "bluesky.jumlah_gambar.4",
        ),
        Level.INFO,
    ),
}
"""Every name of a limit that a finding may have, and its level: people quote them for years."""


def breach(key: str) -> Article:
    """An article that goes just beyond one limit of one channel."""
    channel, part, limit = key.split(".")
    over = int(limit) + 1 if limit.isdecimal() else 0
    texts = {
        "teks": "a" * over,
        "bita": "👨‍👩‍👧‍👦" * (over // 25 + 1),
        "tautan": " ".join(f"https://a.id/{n}" for n in range(over)),
        "sebutan": " ".join(f"@akun{n}" for n in range(over)),
        "tagar": " ".join(f"#t{n}a" for n in range(over)),
        "panjang_tagar": "#" + "a" * over,
        "lipatan": "a" * over,
    }
    design = f"desain-{channel}.png"
    files, photos = {}, PHOTOS
    if part == "gambar":
        files = {design: jpeg((400, 100))}
    elif part == "bita_gambar":
        files = {design: jpeg(CHANNELS[channel].form.size) + bytes(over)}
    elif part == "alt":
        photos = (Photo("foto-1.jpg", "a" * over),)
    elif part == "jumlah_gambar" and over == 2:
        files = {f"desain-{channel}-2.png": jpeg((400, 100))}
    elif part == "jumlah_gambar":
        photos = tuple(Photo(f"foto-{n}.jpg", "Pegawai rapat") for n in range(over))
    return replace(
        with_files(),
        title="a" * over if part == "judul" else "Tim menilai",
        channels=(channel,),
        channel_texts=MappingProxyType({channel: texts[part]} if part in texts else {}),
        photos=photos,
        video=Video("https://v.id/1") if CHANNELS[channel].limits.needs_video else None,
        files=MappingProxyType({**with_files().files, **files}),
    )


@pytest.mark.parametrize("key", IDS)
def test_each_limit_is_told_by_its_name_as_soon_as_it_is_broken(key: str) -> None:
    told = {found.message: found for found in overrides.findings(breach(key), office())}
    (message,) = [text for text in told if f"({key})" in text]
    assert told[message].level is IDS[key]
    assert told[message].fix
    assert told[message].basis


def test_no_limit_is_without_its_name() -> None:
    """A limit that is added to a channel must be added to the names above."""
    known = set()
    for name, channel in CHANNELS.items():
        limits = channel.limits
        known |= {
            f"{name}.{part}.{limit}"
            for part, limit in (
                ("teks", limits.text),
                ("bita", limits.utf8),
                ("tautan", limits.links),
                ("sebutan", limits.mentions),
                ("tagar", limits.hashtags),
                ("tagar", limits.hashtags_hard),
                ("panjang_tagar", limits.hashtag),
                ("judul", limits.title),
                ("lipatan", limits.fold),
                ("alt", limits.alt or None),
                ("jumlah_gambar", limits.pictures or None),
                ("bita_gambar", base.picture_bytes(limits) if limits.pictures else None),
                ("gambar", "{}x{}".format(*channel.form.size) if limits.pictures else None),
            )
            if limit is not None
        }
    assert known == set(IDS)
    assert all(re.fullmatch(r"[a-z_]+\.[a-z_]+\.(\d+|\d+x\d+)", key) for key in IDS)


def findings(**texts: str) -> list[Finding]:
    piece = article(channel_texts=MappingProxyType(texts), lines={"teks_kanal.instagram": 12})
    return list(overrides.findings(piece, office()))


def test_what_fits_is_not_mentioned() -> None:
    assert findings() == []
    assert findings(instagram="Halo #a #b #c #d #e") == []


def test_too_long_is_refused_with_count_limit_and_line() -> None:
    (found,) = findings(instagram="kata " * 441)
    assert (found.rule, found.level, found.line) == ("MED-01", Level.TOLAK, 12)
    assert "2.204 karakter, batasnya 2.200 (instagram.teks.2200)" in found.message
    assert "4 karakter" in found.fix
    assert "22 November 2026" in found.basis


def test_a_story_takes_no_caption() -> None:
    (found,) = findings(instagram_story="Halo")
    assert found.level is Level.TOLAK
    assert "(instagram_story.teks.0)" in found.message


def test_many_hashtags_warn_and_too_many_are_refused() -> None:
    (warned,) = findings(instagram=" ".join(f"#t{n}a" for n in range(6)))
    assert (warned.level, warned.blocks) == (Level.INGAT, False)
    assert "instagram.tagar.5" in warned.message
    (refused,) = findings(instagram="\n".join(f"#t{n}a" for n in range(31)))
    assert refused.level is Level.TOLAK
    assert "instagram.tagar.30" in refused.message


def test_links_and_bytes_have_their_own_limits() -> None:
    (links,) = findings(threads=" ".join(f"https://a.id/{n}" for n in range(6)))
    assert "threads.tautan.5" in links.message
    (bytes_,) = findings(bluesky="👨‍👩‍👧‍👦" * 130)
    assert "bluesky.bita.3000" in bytes_.message


def test_only_channels_of_the_article_and_the_office_are_checked() -> None:
    piece = article(channels=("x",), title="kata " * 60)
    assert list(overrides.findings(piece, office())) == []


@settings(max_examples=100, deadline=None)
@given(
    title=WORDS,
    summary=WORDS.map(lambda words: f"{words}. " * 9),
    tags=st.lists(WORDS, max_size=9),
)
def test_what_is_composed_never_breaks_a_limit(title: str, summary: str, tags: list[str]) -> None:
    piece = article(title=title, summary=summary, tags=tuple(tags))
    for channel in CHANNELS.values():
        text = channel.compose(piece, office(), LINK).text
        assert list(overrides._of_channel(channel, piece, text)) == []
        assert counting.longest_hashtag(text) <= (channel.limits.hashtag or len(text))


def test_the_card_is_that_of_the_pictures() -> None:
    for channel in CHANNELS.values():
        for photos in (PHOTOS, ()):
            for kind in ("berita", "infografik"):
                piece = article(photos=photos, kind=kind)
                made = channel.compose(piece, office(), LINK).pictures
                size = base.card_size(channel, piece)
                cards = {(p.width, p.height) for p in made if p.overlay}
                assert cards == ({size} if size else set())


def test_a_title_too_long_for_a_card_is_told_with_the_channels() -> None:
    (found,) = overrides.cards(article(title="Pengawasan terpadu " * 12), office())
    assert found.rule == "MED-03"
    assert "Instagram" in found.message
