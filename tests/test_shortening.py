"""Texts are ended early where a careful writer would end them."""

import re
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from terbit.shortening import cut, line, shorten

FILLERS = st.sampled_from("tim memeriksa kas daerah secara rutin lalu melapor".split())
WHOLE = st.sampled_from(
    (
        "12 November 2026",
        "Rp 1.234.567,89",
        "Rp1.234.567,89",
        "3,5 miliar",
        "pukul 08.30 WIB",
        "Drs. H. Yani",
        "No. 5",
        "https://contoh.go.id/berita/a-b/?x=1,2",
        "https://contoh.go.id/a-",
        "contoh.go.id/ppid/",
        "#TataKelola",
        "@kantorcontoh",
    )
)
NAMES = st.sampled_from(("Palangka Raya", "Dinas Pekerjaan Umum", "Kotawaringin Timur"))


def test_no_name_number_or_abbreviation_is_divided() -> None:
    text = "Tim memeriksa kas Dinas Pekerjaan Umum sebesar Rp 3 miliar di Kota Palangka Raya"
    cuts = {shorten(text, limit) for limit in range(24, len(text))}
    assert cuts == {
        "Tim memeriksa kas…",
        "Tim memeriksa kas Dinas Pekerjaan Umum…",
        "Tim memeriksa kas Dinas Pekerjaan Umum sebesar Rp 3 miliar…",
    }


def test_small_words_and_marks_do_not_stay_at_the_end() -> None:
    assert shorten("Rapat digelar di aula besar", 18) == "Rapat digelar…"
    assert shorten("Satu, dua – tiga empat", 13) == "Satu, dua…"


def test_what_fits_stays_as_it_is_and_what_never_fits_is_empty() -> None:
    assert shorten("Rapat", 5) == "Rapat"
    assert cut("Rapat koordinasi", lambda _: False) == ""


def test_a_text_comes_on_one_line() -> None:
    assert line(" satu\n dua\t\ttiga ") == "satu dua tiga"


@given(
    st.lists(st.one_of(FILLERS, WHOLE, NAMES.map(str.upper)), min_size=1, max_size=12),
    st.integers(1, 160),
)
def test_what_must_stay_whole_is_never_divided(parts: list[str], limit: int) -> None:
    short = shorten(" ".join(parts), limit)
    assert len(short) <= limit
    words = " ".join(parts).split()
    starts = list(accumulate((len(part.split()) for part in parts), initial=0))
    kept = short.removesuffix("…").split()
    assert kept == words[: len(kept)]
    cut_part = next(
        (
            part
            for part, at in zip(parts, starts, strict=False)
            if at < len(kept) < at + len(part.split())
        ),
        "",
    )
    assert not re.search(r"[0-9]|Yani|://", cut_part)


@given(st.lists(st.tuples(FILLERS, NAMES), min_size=2, max_size=6), st.integers(16, 120))
def test_a_name_is_divided_only_where_nothing_else_is_left(
    parts: list[tuple[str, str]], limit: int
) -> None:
    text = " ".join(f"{filler} {name}" for filler, name in parts)
    short = shorten(text, limit).removesuffix("…")
    names = sorted({name for _, name in parts}, key=len)
    rest = text[len(short) :]
    assert not rest or any(short.endswith(name) for name in names) or short.split()[-1].islower()


def test_nothing_is_said_rather_than_half_a_number() -> None:
    text = "12 November 2026, Palangka Raya"
    assert shorten(text, 14) == ""
    assert shorten(text, 17) == "12 November 2026…"
    assert shorten("Drs. H. Yani hadir", 10) == ""


def test_an_address_at_the_end_stays_a_working_address() -> None:
    text = "Baca https://contoh.go.id/a-b- yang terbaru"
    assert shorten(text, 35) == "Baca https://contoh.go.id/a-b- …"
    assert shorten(text, 31) == "Baca…"
