"""A file `desain-<kanal>.jpg` in an article's folder replaces a picture of that channel."""

from dataclasses import replace
from io import BytesIO
from types import MappingProxyType

import pytest
from PIL import Image

from terbit.channels import CHANNELS, designs, kit, overrides
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.post import Picture
from terbit.drawing.look import Look

from .desk import LINK, jpeg, office, with_files

SQUARE = jpeg((1080, 1080), seed=5)
TOLD = b"Poster: Laporkan gratifikasi\nke loket 2\n"


def folder(**files: bytes) -> Article:
    """An article with three photos and some designs, `_` in a name standing for a hyphen."""
    named = {_name(name): data for name, data in files.items()}
    return replace(
        with_files(),
        files=MappingProxyType({**with_files().files, **named}),
        folder="content/b/evaluasi-spip",
    )


def _name(key: str) -> str:
    stem, _, suffix = key.rpartition("__")
    return f"{stem.replace('_', '-')}.{suffix}"


def pictures(article: Article, channel: str) -> tuple[Picture, ...]:
    return CHANNELS[channel].compose(article, office(), LINK).pictures


def findings(article: Article) -> list[Finding]:
    return list(overrides.findings(article, office()))


def coloured(size: tuple[int, int], colour: str = "blue", kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def test_a_design_replaces_the_first_picture_of_its_channel_alone() -> None:
    article = folder(desain_facebook__jpg=SQUARE, desain_facebook__txt=TOLD)
    first, *others = pictures(article, "facebook")
    assert (first.source, first.overlay) == ("desain-facebook.jpg", False)
    assert first.alt == "Poster: Laporkan gratifikasi ke loket 2"
    assert [one.source for one in others] == ["foto-2.jpg", "foto-3.jpg"]
    assert pictures(article, "whatsapp") == pictures(with_files(), "whatsapp")


def test_numbered_designs_replace_the_others_and_make_a_gallery_longer() -> None:
    article = folder(desain_instagram_3__png=SQUARE, desain_instagram_4__png=SQUARE)
    made = pictures(article, "instagram")
    assert [one.source for one in made] == [
        "foto-1.jpg",
        "foto-2.jpg",
        "desain-instagram-3.png",
        "desain-instagram-4.png",
    ]
    assert made[3].name.endswith("_4dari4.jpg")
    assert made[0].overlay


def test_an_article_without_photos_may_have_a_design() -> None:
    article = replace(folder(desain_x__webp=SQUARE), photos=())
    assert [one.source for one in pictures(article, "x")] == ["desain-x.webp"]


def test_a_design_without_words_of_its_own_is_described_by_title_and_summary() -> None:
    (first, *_) = pictures(folder(desain_facebook__jpg=SQUARE), "facebook")
    assert first.alt.startswith("Gambar dengan tulisan: “Kantor Contoh Evaluasi")
    assert first.alt.endswith("tata kelola tahun 2027.")


@pytest.mark.parametrize(
    ("name", "channel", "number"),
    [
        ("desain-instagram.jpg", "instagram", 1),
        ("desain-instagram-story.PNG", "instagram_story", 1),
        ("desain-instagram_story-2.jpeg", "instagram_story", 2),
        ("Desain-X-10.webp", "x", 10),
    ],
)
def test_names_of_designs(name: str, channel: str, number: int) -> None:
    article = replace(with_files(), files=MappingProxyType({name: b""}))
    (design,) = designs.of_article(article)
    assert (design.channel, design.number) == (channel, number)
    assert designs.is_design(name)


@pytest.mark.parametrize("name", ["foto-1.jpg", "desain.jpg", "desain-x.txt", "desain-x.svg"])
def test_other_files_are_no_designs(name: str) -> None:
    assert not designs.is_design(name)


def test_a_design_is_shown_whole_in_the_right_size_without_metadata() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    article = folder(desain_facebook__jpg=jpeg((2160, 2160), exif=exif))
    posts = [CHANNELS["facebook"].compose(article, office(), LINK)]
    data = kit.render_all(article, posts, office(), Look())[posts[0].pictures[0].name]
    image = Image.open(BytesIO(data))
    assert image.size == (1080, 1080)
    assert b"Kamera" not in data
    assert not image.getexif()


def test_nothing_is_cut_off_a_design_of_another_shape() -> None:
    article = folder(desain_facebook__png=coloured((2000, 1000)))
    posts = [CHANNELS["facebook"].compose(article, office(), LINK)]
    data = kit.render_all(article, posts, office(), Look())[posts[0].pictures[0].name]
    image = Image.open(BytesIO(data)).convert("RGB")
    for point in ((4, 280), (1075, 800)):
        found = image.getpixel(point)
        assert found == pytest.approx((0, 0, 255), abs=9)
    assert image.getpixel((4, 4)) != pytest.approx((0, 0, 255), abs=9)


def test_a_design_that_fits_is_not_mentioned() -> None:
    assert findings(folder(desain_facebook__jpg=SQUARE, desain_facebook__txt=TOLD)) == []
    assert findings(folder(desain_whatsapp__jpg=SQUARE)) == []  # takes no alternative text


@pytest.mark.parametrize("size", [(1080, 1350), (1200, 900), (540, 540)])
def test_another_shape_or_a_small_one_is_told(size: tuple[int, int]) -> None:
    (found,) = findings(folder(desain_whatsapp__png=coloured(size)))
    assert (found.rule, found.level) == ("MED-01", Level.INGAT)
    assert found.path == "content/b/evaluasi-spip/desain-whatsapp.png"
    assert f"berukuran {size[0]} × {size[1]} piksel" in found.message
    assert "(whatsapp.gambar.1080x1080)" in found.message
    assert "1080 × 1080" in found.fix


def test_too_many_bytes_are_told() -> None:
    heavy = SQUARE + bytes(1_000_000)
    (found,) = findings(folder(desain_whatsapp__jpg=heavy))
    assert "(whatsapp.bita_gambar.1000000)" in found.message
    assert found.level is Level.INGAT


def test_missing_words_are_asked_for_where_the_channel_takes_them() -> None:
    (found,) = findings(folder(desain_facebook__jpg=SQUARE))
    assert "teks alternatif" in found.message
    assert "“desain-facebook.txt”" in found.fix


def test_a_broken_design_is_refused() -> None:
    (found,) = findings(folder(desain_facebook__jpg=SQUARE[:500]))
    assert found.level is Level.TOLAK
    assert "rusak atau terpotong" in found.message
    (found,) = findings(folder(desain_facebook__jpg=b"<svg></svg>"))
    assert found.level is Level.TOLAK


def test_a_design_that_nobody_would_see_is_told() -> None:
    (found,) = findings(folder(desain_instagrm__jpg=SQUARE))
    assert "“desain-instagram.jpg”" in found.fix
    (found,) = findings(folder(desain_youtube_shorts__jpg=SQUARE))
    assert "tidak dikenal" in found.message
    (found,) = findings(replace(folder(desain_facebook__jpg=SQUARE), channels=("x",)))
    assert "tidak untuk Halaman Facebook" in found.message
    (found,) = findings(folder(desain_whatsapp_2__jpg=SQUARE))
    assert "gambar ke-2" in found.message
    twice = folder(
        desain_whatsapp__jpg=SQUARE, desain_whatsapp__png=coloured((1080, 1080)), desain_x__txt=b"x"
    )
    (found,) = findings(twice)
    assert "desain-whatsapp.png" in found.message


def test_a_card_that_a_design_replaces_needs_no_short_title() -> None:
    long = "Pengawasan terpadu " * 12
    article = replace(folder(desain_whatsapp__jpg=SQUARE), title=long, channels=("whatsapp",))
    assert list(overrides.cards(article, office())) == []
