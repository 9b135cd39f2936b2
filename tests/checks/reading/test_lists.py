from __future__ import annotations

from terbit.checks.reading.lists import led
from terbit.checks.reading.prose import Text


def leads(*texts: Text) -> list[str]:
    return [text.headers[0][1] if text.headers else "" for text in led(texts)]


def item(words: str, line: int, key: str = "isi") -> Text:
    return Text(key, words, line)


def test_each_item_with_a_number_has_the_line_above_the_list() -> None:
    texts = (item("Rekening panitia:", 1), item("BRI 1234567890", 3), item("0987654321", 4))
    assert leads(*texts) == ["", "Rekening panitia", "Rekening panitia"]


def test_an_item_without_a_number_needs_no_lead() -> None:
    assert leads(item("Syarat:", 1), item("membawa KTP", 3)) == ["", ""]


def test_a_key_in_the_item_above_counts_for_a_mere_number_only() -> None:
    key = item("Nomor rekening", 1)
    assert leads(key, item("1234567890", 2)) == ["", "Nomor rekening"]
    assert leads(key, item("telepon 1234567890", 2)) == ["", ""]


def test_a_lead_ends_with_its_list() -> None:
    texts = (item("Rekening panitia:", 1), item("BRI", 3), item("1234567890", 9))
    assert leads(*texts) == ["", "", ""]
    assert leads(item("Rekening:", 1), item("1234567890 " + "kata " * 40, 3)) == ["", ""]


def test_the_head_and_tables_lead_no_list() -> None:
    assert leads(item("Rekening:", 1, "judul"), item("1234567890", 2)) == ["", ""]
    row = Text("isi", "1234567890", 2, headers=((0, "Nomor"),))
    assert leads(item("Rekening:", 1), row) == ["", "Nomor"]
