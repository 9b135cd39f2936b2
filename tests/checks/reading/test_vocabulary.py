from __future__ import annotations

from terbit.checks.reading.vocabulary import plain, speaks_of, spoken, vocabulary
from tests.checks.offices import build


def test_the_line_holds_head_and_body_in_small_letters():
    made = build("Tim Riksus\nturun 12 kali.", ringkasan="Nota  Dinas")
    assert "tim riksus turun" in plain(made)
    assert "nota dinas" in plain(made)
    assert speaks_of(made, ("adtt", "riksus"))
    assert not speaks_of(made, ("adtt",))
    assert "riksus" in vocabulary(made)
    assert "12" not in vocabulary(made)


def test_what_is_spoken_of_is_never_left_out():
    made = build("Tim turun hari\nini ke lokasi.", judul="Rapat Kerja")
    stems = ("hari\nini", "hari ini", " ke ", "rapat", "pasca ", "besok")
    assert spoken(made, stems) == ("hari\nini", "hari ini", " ke ", "rapat")
    assert spoken(build("Tim pulang."), ("rapat kerja",)) == ()
