from datetime import date

from terbit.core.agenda import Activity, Silence, State
from terbit.report import agenda

DAY = date(2026, 11, 17)


def silence(late: bool = True, **changes: str) -> Silence:
    values = {"id": "klinik", "title": "Klinik *konsultasi*", "unit": "Sekretariat", **changes}
    activity = Activity(start=DAY, end=DAY, state=State.HELD, **values)  # type: ignore[arg-type]
    return Silence(activity, date(2026, 11, 20), late)


def test_a_line_says_what_since_when_and_what_to_do() -> None:
    told = agenda.lines([silence(), silence(late=False, unit="", news="berita/2026/11/klinik")])
    assert told == [
        "17 November 2026: Klinik *konsultasi* (Sekretariat) belum diberitakan,"
        " lewat batas 20 November 2026 — tulis beritanya",
        "17 November 2026: Klinik *konsultasi* belum diberitakan,"
        " batasnya 20 November 2026 — terbitkan berita/2026/11/klinik",
    ]


def test_the_summary_of_a_run_is_inert_and_absent_where_nothing_is_late() -> None:
    assert agenda.summary([]) == ""
    assert "Klinik \\*konsultasi\\*" in agenda.summary([silence()])


def test_programs_get_days_and_flags() -> None:
    (row,) = agenda.to_json([silence()])
    assert (row["id"], row["due"], row["late"]) == ("klinik", "2026-11-20", True)
