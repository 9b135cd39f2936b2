"""X's weighted length against X's own library (twitter-text 3.1.0, Apache-2.0, from npm)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.channels import counting
from tests import npm

pytestmark = pytest.mark.slow

TEXTS = (
    "",
    "Inspektorat menilai sepuluh perangkat daerah",
    "https://inspektorat.contoh.go.id/berita/2026/11/evaluasi-spip/",
    "lihat inspektorat.kalteng.go.id dan contoh.id, lalu surel a@contoh.go.id",
    "“kutip” – — … • → ‰ ₿",
    "ꦏ꧀ꦫ ꦲꦏ꧀ꦱꦫ 日本語 저찀쯿쿿 ไทย العربية",
    "🇮🇩 👍🏽 👨‍👩‍👧‍👦 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☺",
    "é é \u200d\ufe0f \U00010000\U0010ffff",
    "#SPIP @inspektorat $USD http://☃.net/ t.co/abc ftp://contoh.id",
    "a" * 280,
    "の" * 141,
)
PIECES = (
    *TEXTS,
    " ",
    "\n",
    ".",
    "/",
    "#",
    "@",
    "é",
    "—",
    "…",
    "ꦏ",
    "👍",
    "🏽",
    "go.id",
    "Rp1.000.000",
)

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="©®")


@pytest.fixture(scope="module")
def official() -> Iterator[subprocess.Popen[str]]:
    """X's own library, asked line by line."""
    with subprocess.Popen(
        npm.command("weigh.mjs"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        yield program
        program.terminate()


def weighed(official: subprocess.Popen[str], text: str) -> int:
    """The length of a text by X's own library."""
    assert official.stdin is not None
    assert official.stdout is not None
    print(json.dumps(text), file=official.stdin, flush=True)
    return int(official.stdout.readline())


@pytest.mark.parametrize("text", TEXTS)
def test_texts_of_an_office_weigh_the_same(official: subprocess.Popen[str], text: str) -> None:
    assert counting.twitter(text) == weighed(official, text)


@settings(max_examples=2000, deadline=None)
@given(parts=st.lists(st.sampled_from(PIECES) | LETTERS, min_size=1, max_size=12))
def test_words_put_together_at_random_weigh_the_same(
    official: subprocess.Popen[str], parts: list[str]
) -> None:
    text = " ".join(parts)
    assert counting.twitter(text) == weighed(official, text)


@pytest.mark.parametrize(
    ("text", "ours", "theirs"),
    [
        ("© ®", 5, 3),  # on the safe side
        ("العربيةgo.id", 12, 30),  # no space before an address: not in an office's Indonesian
    ],
)
def test_what_twitter_text_parser_does_otherwise_is_known(
    official: subprocess.Popen[str], text: str, ours: int, theirs: int
) -> None:
    assert (counting.twitter(text), weighed(official, text)) == (ours, theirs)
