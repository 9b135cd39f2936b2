"""Texts are ended early where a careful writer would end them."""

from terbit.shortening import cut, line, shorten


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
