from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.channels import CHANNELS, base, overrides
from terbit.core.finding import Finding, Level
from tests.drawing.words import WORDS

from .desk import LINK, PHOTOS, article, office


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
    (refused,) = findings(instagram=" ".join(f"#t{n}a" for n in range(31)))
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
