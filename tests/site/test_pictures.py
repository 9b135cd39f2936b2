"""Photos made ready for the web."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from terbit.core.colour import Palette
from terbit.errors import TerbitError
from terbit.git_objects import Blob, blob
from terbit.site import cards, encoding, pictures, recipe, weight
from terbit.site.pictures import (
    FLOOR,
    GALLERY,
    LEAD,
    LEAD_SIZES,
    SHARE,
    SHARE_BYTES,
    Brand,
    Variant,
)
from tests.site.conftest import article, office, photo

MIDDLE = (0.5, 0.5)
BRAND = Brand.of(office())
OTHER = pictures.other_sizes(2)


def noise(width: int = 2400, height: int = 1800) -> bytes:
    """A photo that no encoder makes small."""
    buffer = io.BytesIO()
    image = Image.effect_noise((width, height), 90).convert("RGB")
    image.save(buffer, "JPEG", quality=95)
    return buffer.getvalue()


def total(photos: int) -> int:
    """Bytes of all pictures of an article with so many photos, each as heavy as it may be."""
    [(_, other)] = pictures.other_sizes(photos)
    return SHARE_BYTES + sum(LEAD) + (photos - 1) * other


@given(st.integers(1, 200))
def test_a_further_photo_costs_little_and_in_a_gallery_nothing(photos: int) -> None:
    more = total(photos + 1) - total(photos)
    assert more <= 10_000
    if GALLERY <= photos < 9:
        assert more < 10  # rounding
    assert pictures.other_sizes(photos)[0][1] >= FLOOR


def test_ten_thousand_articles_fit_on_the_pages_of_github() -> None:
    pages, pictures_ = 40_000, 60_000  # bytes of an article's pages, as measured; what is left
    assert 10_000 * (pages + pictures_) <= weight.MOST
    # seven of ten with one or two photos, two with three, one with a whole gallery
    mix = {1: 0.4, 2: 0.3, 3: 0.2, GALLERY: 0.1}
    assert sum(share * total(photos) for photos, share in mix.items()) <= pictures_


def test_widths_never_exceed_the_source_and_keep_proportions(tmp_path: Path) -> None:
    made = pictures.make("a.jpg", photo(700, 350), tmp_path, LEAD_SIZES)
    assert [(v.width, v.height) for v in made.variants] == [(480, 240), (700, 350)]
    for variant in made.variants:
        file = tmp_path / variant.source
        assert file.stat().st_size == variant.length
        with Image.open(file) as image:
            assert (image.size, image.format) == ((variant.width, variant.height), "WEBP")


def test_even_the_heaviest_photo_keeps_within_its_bytes(tmp_path: Path) -> None:
    for sizes in (LEAD_SIZES, OTHER, pictures.other_sizes(60)):
        made = pictures.make("a.jpg", noise(), tmp_path, sizes)
        assert sum(one.length for one in made.variants) <= sum(limit for _, limit in sizes)
        widths = [variant.width for variant in made.variants]
        assert widths == sorted(set(widths))
        assert made.width / made.height == pytest.approx(4 / 3, abs=0.02)
    shared = pictures.share("a.jpg", noise(), MIDDLE, BRAND, tmp_path).widest
    assert shared.length <= SHARE_BYTES


def test_the_photos_of_an_article_share_its_bytes(tmp_path: Path) -> None:
    """Those in its text count too, and one that stands in both places is made once."""
    files = {f"{name}.jpg": noise() for name in "abc"}
    more = "foto:\n- {berkas: a.jpg, alt: Rapat}\n- {berkas: b.jpg, alt: Apel}\n"
    body = "![Rapat](a.jpg) ![Loket](c.jpg)"
    made = cards.album_of(
        article("content/berita/2026/11/x", "Rapat", files, more=more, body=body), tmp_path, BRAND
    )
    assert made.share
    assert made.inline["a.jpg"] == made.shown[0].picture
    everything = {*(one.picture for one in made.shown), *made.inline.values(), made.share}
    variants = [variant for picture in everything for variant in picture.variants]
    assert 0.5 * total(3) < sum(variant.length for variant in variants) <= total(3)


def test_the_crop_for_previews_keeps_its_focus(tmp_path: Path) -> None:
    data = photo(1200, 1200)
    left = pictures.share("a.jpg", data, (0.0, 0.5), BRAND, tmp_path).widest
    assert ((left.width, left.height), left.length <= SHARE_BYTES) == (SHARE, True)
    tall = pictures.share("b.jpg", photo(2400, 600), (0.0, 0.5), BRAND, tmp_path).widest
    with Image.open(tmp_path / tall.source) as image:
        red, _, blue = image.convert("RGB").getpixel((SHARE[0] // 2, 5))
        assert red > blue


def shared(brand: Brand, cache: Path) -> Variant:
    """The preview of a photo as an office shows it."""
    return pictures.share("a.jpg", photo(), MIDDLE, brand, cache).widest


def test_a_preview_wears_the_name_and_the_colours_of_the_office(tmp_path: Path) -> None:
    made = shared(BRAND, tmp_path)
    for other in (
        replace(BRAND, short_name="Badan"),
        replace(BRAND, colours=Palette("#7a1f2b", "#e8c547")),
    ):
        assert shared(other, tmp_path).name != made.name
    # the whole name stands on cards alone
    longer = replace(BRAND, name="Dinas Lain")
    assert shared(longer, tmp_path) == made


def test_a_card_is_made_once_for_the_same_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = pictures.card("Rapat", "Layanan", BRAND, tmp_path)
    assert (first.width, first.height, len(first.variants)) == (1200, 630, 1)
    assert (tmp_path / first.widest.source).stat().st_size == first.widest.length <= 25_000
    others = [("Apel", "Layanan", BRAND), ("Rapat", "Umum", BRAND)]
    others += [("Rapat", "Layanan", replace(BRAND, name="Dinas Lain"))]
    names = {pictures.card(*other, tmp_path).widest.name for other in others}
    assert len({first.widest.name, *names}) == 4
    monkeypatch.setattr(encoding, "card", lambda *_: pytest.fail("drawn twice"))
    assert pictures.card("Rapat", "Layanan", BRAND, tmp_path) == first


def test_a_photo_that_was_made_before_is_not_even_read(tmp_path: Path) -> None:
    data = photo(700, 350)
    first = pictures.make("a.jpg", data, tmp_path, OTHER)
    unread = Blob(blob(data).id, lambda: pytest.fail("read again"))
    assert pictures.make("a.jpg", unread, tmp_path, OTHER) == first


def test_other_code_draws_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pictures.card("Rapat", "Layanan", BRAND, tmp_path)
    monkeypatch.setattr(recipe, "drawing", lambda: "lain")
    assert pictures.card("Rapat", "Layanan", BRAND, tmp_path).widest.name != first.widest.name


def test_a_photo_of_two_articles_has_the_name_that_each_gave_it(tmp_path: Path) -> None:
    """Else the site would depend on which of the two was made first."""
    first = pictures.make("rapat.jpg", photo(500, 500), tmp_path, OTHER).widest
    second = pictures.make("aula.jpg", photo(500, 500), tmp_path, OTHER).widest
    assert first.source == second.source
    assert (first.name.split("-")[0], second.name.split("-")[0]) == ("rapat", "aula")


def test_exif_is_gone_and_the_photo_upright(tmp_path: Path) -> None:
    made = pictures.make("a.jpg", photo(1000, 500, orientation=6), tmp_path, OTHER)
    assert (made.width, made.height) == (500, 1000)
    for variant in made.variants:
        data = (tmp_path / variant.source).read_bytes()
        assert b"rahasia" not in data
        with Image.open(io.BytesIO(data)) as image:
            assert not image.getexif()
            red, _, blue = image.convert("RGB").getpixel((variant.width // 2, 5))
            assert red > blue


def test_transparent_parts_become_white(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(buffer, "PNG")
    made = pictures.make("a.png", buffer.getvalue(), tmp_path, OTHER)
    with Image.open(tmp_path / made.widest.source) as image:
        assert min(image.convert("RGB").getpixel((50, 50))) > 250


def test_what_was_made_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pictures.make("a.jpg", photo(), tmp_path, OTHER)
    monkeypatch.setattr(encoding, "webp", lambda *_: pytest.fail("encoded twice"))
    assert pictures.make("a.jpg", photo(), tmp_path, OTHER) == first


def test_pillow_is_loaded_only_where_something_is_drawn(tmp_path: Path) -> None:
    """A build in which little is new shall not wait for what it does not need."""
    file, cache = tmp_path / "a.jpg", tmp_path / "gambar"
    file.write_bytes(photo())
    code = (
        "import sys; from pathlib import Path; import terbit.site;"
        f"from terbit.site import pictures; data = Path({str(file)!r}).read_bytes();"
        f"pictures.make('a.jpg', data, Path({str(cache)!r}), {OTHER!r});"
        "print('PIL' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    told = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(2)]
    assert [done.stdout.strip() for done in told] == ["True", "False"]


def test_a_run_that_was_killed_while_encoding_leaves_nothing_that_counts(tmp_path: Path) -> None:
    first = pictures.make("a.jpg", photo(), tmp_path, OTHER)
    (kept,) = tmp_path.iterdir()
    (kept / "gambar.json").unlink()
    (kept / "720.webp").write_bytes(b"half")
    assert pictures.make("a.jpg", photo(), tmp_path, OTHER) == first
    assert (kept / "720.webp").stat().st_size == first.variants[0].length


def test_two_photos_of_one_stem_do_not_collide(tmp_path: Path) -> None:
    first = pictures.make("a.jpg", photo(500, 500), tmp_path, OTHER)
    second = pictures.make("a.png", photo(500, 400), tmp_path, OTHER)
    assert {v.name for v in first.variants}.isdisjoint(v.name for v in second.variants)


def test_a_broken_photo_is_named(tmp_path: Path) -> None:
    with pytest.raises(TerbitError, match=r"foto a\.jpg bukan foto JPEG, PNG, atau WebP"):
        pictures.make("a.jpg", b"kosong", tmp_path, OTHER)
