"""Which words of an article the rules read, and which of them the public reads."""

from __future__ import annotations

from terbit.checks.reading.texts import all_texts, texts
from tests.checks.offices import build


def test_the_consent_for_children_is_read_but_not_public():
    made = build(persetujuan_anak={"wali": "Ibu Wati", "alasan": "Juara lomba"})
    inner = {text.key: text.text for text in set(all_texts(made)) - set(texts(made))}
    assert inner["persetujuan_anak.wali"] == "Ibu Wati"
    assert inner["persetujuan_anak.alasan"] == "Juara lomba"
