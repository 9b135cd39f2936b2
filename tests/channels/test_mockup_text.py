from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbit.channels.mockup_text import BOLD, ITALIC, LINK, MENTION, STRUCK, TAG, Run, folded, runs
from terbit.channels.mockup_text import visible as words

URL = "https://contoh.go.id/berita/2026/11/evaluasi_spip/"


def kinds(text: str, **options: bool) -> list[tuple[str, str]]:
    return [(run.text, run.kind) for run in runs(text, **options) if run.kind]


def test_links_hashtags_and_accounts_get_their_colour() -> None:
    text = f"Baca ({URL}). Terima kasih @kantor@sosial.contoh.id, #TataKelola #2026"
    assert kinds(text) == [
        (URL, LINK),
        ("@kantor@sosial.contoh.id", MENTION),
        ("#TataKelola", TAG),
    ]
    assert words(runs(text)) == text


def test_an_app_colours_only_what_can_be_tapped_there() -> None:
    assert runs(f"{URL} #SPIP", frozenset({TAG})) == (Run(f"{URL} "), Run("#SPIP", TAG))
    assert runs(f"{URL} #SPIP", frozenset()) == (Run(f"{URL} #SPIP"),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("*Judul berita*\nisi", [("Judul berita", BOLD)]),
        ("_miring_ dan ~coret~", [("miring", ITALIC), ("coret", STRUCK)]),
        ("2*3*4 dan * bukan *", []),
        ("*tidak\nberlanjut*", []),
        (URL, [(URL, LINK)]),
    ],
)
def test_marks_of_whatsapp_become_what_they_mean(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(text, marked=True) == found


def test_other_apps_show_the_marks_themselves() -> None:
    assert words(runs("*Judul*")) == "*Judul*"


def test_a_text_is_folded_between_two_words() -> None:
    head, rest = folded(runs("Tim menilai sepuluh perangkat daerah"), 14)
    assert (words(head), words(rest)) == ("Tim menilai", " sepuluh perangkat daerah")


def test_what_fits_is_not_folded() -> None:
    parts = runs("Tim menilai")
    assert folded(parts, 11) == (parts, ())
    assert folded(parts, None) == (parts, ())


def test_a_first_word_that_is_too_long_stays_whole() -> None:
    parts = runs(f"{URL} selengkapnya")
    assert folded(parts, 20) == (parts, ())


def test_bold_words_may_be_parted_and_stay_bold() -> None:
    head, rest = folded(runs("*Judul yang panjang sekali*", marked=True), 10)
    assert (head, rest) == ((Run("Judul yang", BOLD),), (Run(" panjang sekali", BOLD),))


TEXTS = st.lists(
    st.sampled_from(["kata", "#Tagar", "@akun", URL, "*tebal", "lagi*", "(", ")", "\n\n", "  "]),
    max_size=25,
).map(" ".join)


@given(TEXTS | st.text(max_size=80), st.integers(0, 120), st.booleans())
def test_nothing_is_lost_and_no_word_or_link_is_broken(text: str, most: int, marked: bool) -> None:
    parts = runs(text, marked=marked)
    if not marked:
        assert words(parts) == text
    head, rest = folded(parts, most)
    assert words(head) + words(rest) == words(parts)
    if rest:
        assert len(words(head)) <= most
        assert words(rest)[0].isspace()
        assert not words(head)[-1].isspace()
        whole = [run for run in parts if run.kind in (LINK, TAG, MENTION)]
        assert [run for run in (*head, *rest) if run.kind in (LINK, TAG, MENTION)] == whole
