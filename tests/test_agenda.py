"""content/agenda.yml as people write it: everything that is wrong at once, by its line."""

from __future__ import annotations

from datetime import date, time

import pytest

from terbit.agenda import as_article, parse
from terbit.core.agenda import State
from terbit.errors import InputErrors

GOOD = """batas_liputan: 5
kegiatan:
  - id: rapat-kerja
    judul: Rapat kerja
    mulai: 2026-11-10T08:30
    selesai: 2026-11-10T12:00
    tempat: Aula
    unit: Sekretariat
    keadaan: terlaksana
    publik: ya
    berita: content/berita/2026/11/rapat-kerja/
  - {id: apel, judul: Apel, mulai: 2026-11-12, keadaan: rencana, publik: tidak}
"""


def problems(text: str) -> list[str]:
    with pytest.raises(InputErrors) as error:
        parse(text.encode())
    return [str(problem) for problem in error.value.problems]


def test_rows_become_activities() -> None:
    agenda = parse(GOOD.encode())
    first, second = agenda.activities
    assert agenda.days == 5
    assert (first.start, first.begins, first.ends) == (date(2026, 11, 10), time(8, 30), time(12))
    assert (first.state, first.news) == (State.HELD, "berita/2026/11/rapat-kerja")
    assert (second.end, second.begins, second.public) == (date(2026, 11, 12), None, False)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("tempat", "tmpat", "content/agenda.yml:7: kunci “tmpat” tidak dikenal — maksudnya “temp"),
        ("kegiatan:", "kegitan:", "maksudnya “kegiatan”?"),
        ("id: apel", "id: rapat-kerja", "content/agenda.yml:12: id “rapat-kerja” dipakai dua kali"),
        ("id: apel", "id: Apel Pagi", "content/agenda.yml:12: id “Apel Pagi” tidak sah"),
        ("selesai: 2026-11-10T12:00", "selesai: 2026-11-09T12:00", "agenda.yml:6: waktu selesai"),
        ("selesai: 2026-11-10T12:00", "selesai: 2026-11-10", "tulis jam pada keduanya"),
        ("mulai: 2026-11-12", "mulai: besok", "content/agenda.yml:12: waktunya tidak terbaca"),
        ("mulai: 2026-11-12", "mulai: 20261112", "waktunya tidak terbaca"),
        ("T08:30", "T08:30+07:00", "waktu menyebut zona"),
        ("keadaan: rencana", "keadaan: selesai", "'rencana', 'terlaksana' atau 'batal'"),
        ("content/berita/2026/11/rapat-kerja/", "drafts/x", "berita “drafts/x” bukan folder"),
        ("batas_liputan: 5", "batas_liputan: 0", "bilangan paling kecil 1"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_a_remedy(old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert any(said in line for line in problems(GOOD.replace(old, new))), problems(
        GOOD.replace(old, new)
    )


def test_everything_is_told_at_once() -> None:
    text = GOOD.replace("unit:", "unti:").replace("publik: tidak", "publik: mungkin")
    assert [line.split(":")[1] for line in problems(text)] == ["8", "12"]


def test_a_file_that_is_no_text_is_told() -> None:
    with pytest.raises(InputErrors, match="UTF-8"):
        parse(b"\xff")


def test_the_rules_read_every_word_at_its_line() -> None:
    article = as_article(GOOD.encode(), date(2026, 11, 23))
    assert [row.name for row in article.listed] == ["Rapat kerja", "Apel"]
    assert (article.line("daftar.0.nama"), article.line("daftar.1.nama")) == (4, 12)
    assert article.listed[0].about == "Aula Sekretariat"
    assert article.listed[0].link == "/berita/2026/11/rapat-kerja/"
