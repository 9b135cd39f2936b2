"""Characters that nobody sees hide nothing, and places stay those of the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbit.checks.reading.numbers import find
from terbit.checks.reading.prose import Text
from terbit.checks.reading.unseen import UNSEEN, seen

UNSEEN_ONES = "\u00ad\u200b\u200d\u200e\u202a\u202c\u2060\u2066\ufeff"


@given(st.text(alphabet=f"abc 123{UNSEEN_ONES}é—"))
def test_each_character_that_is_seen_is_found_again(text: str) -> None:
    words, places = seen(text)
    assert not UNSEEN.search(words)
    assert not places or [text[at] for at in places] == list(words)


def test_a_text_without_them_stays_as_it_is() -> None:
    assert seen("Rapat di aula — besok") == ("Rapat di aula — besok", [])


@pytest.mark.parametrize("mark", UNSEEN_ONES)
@pytest.mark.parametrize(
    ("words", "number"),
    [("NIK {} milik Budi.", "6203096812790003"), ("Hubungi {} saja.", "085212340099")],
)
def test_marks_between_digits_hide_no_number(mark: str, words: str, number: str) -> None:
    line = words.format(mark.join(number))
    (found,) = find(Text("isi", line, 1))
    assert UNSEEN.sub("", line[found.start : found.end]) == number


def test_a_number_copied_from_a_chat_is_a_number() -> None:
    line = "Hubungi \u202a+62\u00a0852\u20111234\u20110099\u202c ya."
    (found,) = find(Text("isi", line, 1))
    assert found.value == "+6285212340099"
