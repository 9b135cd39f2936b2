from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.report.markdown import escape, link, opening, picture, quote

from .github import HOSTILE, addresses, calls, render, tags, words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a_b *c* [d](e) `f` ~g~ |h| $i$ \\", r"a\_b \*c\* \[d\](e) \`f\` \~g\~ \|h\| \$i\$ \\"),
        ("<b> & </b>", "&lt;b&gt; &amp; &lt;/b&gt;"),
        ("@budi #12 #SPIP", "@&#8203;budi #&#8203;12 #SPIP"),
        ("https://a.b www.a.b WWW.a.b", "https:&#8203;//a.b www&#8203;.a.b WWW&#8203;.a.b"),
        ("GH-12 gh-3 High-5", "GH&#8203;-12 gh&#8203;-3 High-5"),
        ("satu\n\tdua\u202e", "satu dua"),
        (12, "12"),
    ],
)
def test_escaping(text: object, said: str) -> None:
    assert escape(text) == said


def test_what_is_escaped_once_is_not_escaped_twice() -> None:
    assert escape(escape("a_b @c")) == "a\\_b @&#8203;c"


def test_a_long_text_is_quoted_up_to_a_word() -> None:
    assert quote("satu dua tiga empat\nlima", 15) == "> satu dua tiga…"
    assert quote("satu\ndua tiga\nempat", 9) == "> satu\n> dua…"


def test_the_lines_of_a_quotation_stay_lines() -> None:
    assert quote("Nama keliru.\n\n1. Ganti judul\n2. Hapus NIK", 99) == (
        "> Nama keliru.\n>\n> 1\\. Ganti judul\n> 2\\. Hapus NIK"
    )


def test_a_hostile_text_stays_words() -> None:
    page = render(quote(HOSTILE, 9000))
    assert tags(page) == {"blockquote", "p", "br"}
    assert (addresses(page), calls(page)) == (set(), [])
    assert "alert(1)" in words(page)


steady = settings(deadline=None, derandomize=True, database=None)
pieces = st.lists(st.sampled_from([*HOSTILE.split("\n"), *"@#*_~`|[]()<>&\\-+=1.$:/! \n\tw"]))


@steady
@given(pieces.map("".join))
def test_any_mixture_of_marks_stays_words(text: str) -> None:
    page = render(f"- {opening(text)}\n\n{quote(text, 9000)}\n\nAkhir {escape(text)}")
    assert tags(page) <= {"ul", "li", "blockquote", "p", "br"}
    assert (addresses(page), calls(page)) == (set(), [])


@steady
@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_no_visible_letter_is_lost(text: str) -> None:
    visible = "".join(char for char in text if char.isalnum())
    said = unescape(words(render(f"x {escape(text)}")))
    assert "".join(char for char in said if char.isalnum()) == f"x{visible}"


def test_only_an_address_of_ours_can_be_tapped() -> None:
    ours = "https://contoh.go.id:8000/berita/a-b_c/?x=1&y=%20"
    assert addresses(render(link(ours, "Buka"))) == {ours.replace("&", "&amp;")}
    assert addresses(render(picture(f"{ours}", "Se]belum"))) == {ours.replace("&", "&amp;")}
    for other in ("javascript:alert(1)", "https://a.b/> <b>", "https://a.b/)(", "//a.b", "a.b"):
        assert addresses(render(link(other, "Buka"))) == set()
        assert picture(other, "x") == ""
