"""Answers of an issue form, as GitHub writes them into the issue."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from terbit.forges.github.form import answers

BODY = """### Berita

https://contoh.go.id/berita/2026/11/kabar-uji/

### Kanal

instagram – Instagram

### Catatan

_No response_
"""


def test_each_heading_is_a_question() -> None:
    assert answers(BODY) == {
        "Berita": "https://contoh.go.id/berita/2026/11/kabar-uji/",
        "Kanal": "instagram – Instagram",
    }


def test_the_line_ends_of_browsers_do_not_matter() -> None:
    assert answers(BODY.replace("\n", "\r\n")) == answers(BODY)


def test_a_heading_inside_an_answer_does_not_replace_an_earlier_answer() -> None:
    assert answers(f"{BODY}\n### Kanal\n\ntiktok\n")["Kanal"] == "instagram – Instagram"


@given(st.text())
def test_any_body_can_be_read(body: str) -> None:
    assert all(value for value in answers(body).values())


def test_only_the_labels_of_the_form_part_its_answers() -> None:
    body = "### Isi\n\nSatu.\n\n### Dua\n\nTiga.\n\n### Kanal\n\nx\n"
    assert answers(body, {"Isi", "Kanal"}) == {"Isi": "Satu.\n\n### Dua\n\nTiga.", "Kanal": "x"}
