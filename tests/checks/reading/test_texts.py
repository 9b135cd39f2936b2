"""Which words of an article the rules read, and which of them the public reads."""

from __future__ import annotations

from terbit import articles
from terbit.checks.reading.texts import all_texts, texts
from tests.checks.offices import TODAY, build


def test_the_consent_for_children_is_read_but_not_public():
    made = build(persetujuan_anak={"wali": "Ibu Wati", "alasan": "Juara lomba"})
    inner = {text.key: text.text for text in set(all_texts(made)) - set(texts(made))}
    assert inner["persetujuan_anak.wali"] == "Ibu Wati"
    assert inner["persetujuan_anak.alasan"] == "Juara lomba"


def test_what_a_page_lists_is_public():
    text = "---\njudul: A\ndaftar:\n  - {nama: Nama, uraian: Uraian, kelompok: Kelompok}\n---\n"
    made = articles.page_as_article("content/ppid/a.md", text.encode(), TODAY)
    found = {shown.key: (shown.text, shown.line) for shown in texts(made)}
    assert found["daftar.0.nama"] == ("Nama", 4)
    assert found["daftar.0.uraian"] == ("Uraian", 4)
    assert found["daftar.0.kelompok"] == ("Kelompok", 4)
