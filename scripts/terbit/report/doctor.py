"""What an office can rely on: the people of its own files, and every guarantee as a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from terbit import indonesian
from terbit.core import ssh_keys
from terbit.core.guarantee import Guarantee, State, fails, holds, unknown
from terbit.core.office import Appointment, ArchiveKey
from terbit.core.procedure import Procedure, Step
from terbit.core.staffing import HORIZON, Gap, gaps
from terbit.report import words

SIGNS = {State.HOLDS: "✔", State.FAILS: "✘", State.UNKNOWN: "?"}
OFFICE_FIX = "tambahkan pejabat, atau Plt./Plh. dengan nomor SK dan tanggal berakhir, di kantor.yml"


def people(
    procedure: Procedure,
    posts: Sequence[Appointment],
    today: date,
    unread_roles: Iterable[str] = (),
) -> Iterator[Guarantee]:
    """Whether every step has its people today, for a month, and while one of them is away.

    Steps with a role in `unread_roles` (held by a forge team) cannot be judged.
    """
    blind = frozenset(unread_roles)
    found = [gap for gap in gaps(procedure, posts, today) if not blind & set(gap.step.roles)]
    groups = {
        "steps-staffed": [g for g in found if not g.absent and not g.ended],
        "posts-outlast-month": [g for g in found if g.ended],
        "one-absence-survived": [g for g in found if g.absent],
    }
    for name, (kept, broken) in _PEOPLE.items():
        rows = tuple(_gaps(groups[name], procedure))
        yield fails(name, broken, OFFICE_FIX, rows) if rows else holds(name, kept)
    steps = [step for step in procedure.steps if blind & set(step.roles)]
    if steps:
        said = (
            "Anggota tim di forge tidak terbaca, sehingga orang untuk langkah ini tidak terhitung"
        )
        fix = "jalankan tanpa --offline, dengan token yang boleh membaca anggota organisasi"
        yield unknown("teams-known", said, fix, tuple(_step(s, procedure) for s in steps))


_PEOPLE = {
    "steps-staffed": (
        "Hari ini setiap langkah SOP mempunyai cukup orang",
        "Hari ini ada langkah SOP yang kekurangan orang",
    ),
    "posts-outlast-month": (
        f"Dalam {HORIZON.days} hari tidak ada langkah yang kehilangan orang karena masa jabatan",
        f"Dalam {HORIZON.days} hari ada langkah yang kekurangan orang karena masa jabatan berakhir",
    ),
    "one-absence-survived": (
        "Setiap langkah tetap berjalan bila satu orang berhalangan",
        "Ada langkah yang terhenti bila satu orang berhalangan",
    ),
}


def _gaps(rows: Iterable[Gap], procedure: Procedure) -> Iterator[str]:
    """One line for each step and day, with the names that it depends on."""
    of_step: dict[tuple[Step, date], list[Gap]] = {}
    for gap in rows:
        of_step.setdefault((gap.step, gap.day), []).append(gap)
    for (step, day), several in of_step.items():
        said = _step(step, procedure)
        absent = [words.clean(gap.absent) for gap in several if gap.absent]
        ended = [words.clean(row.name) for gap in several for row in gap.ended]
        if absent:
            said += f" bila {' atau '.join(absent)} berhalangan"
        elif several[0].ended:
            names = indonesian.enumerate_words(list(dict.fromkeys(ended)))
            said += f" mulai {indonesian.day(day)}: masa jabatan {names} berakhir"
        yield said


def _step(step: Step, procedure: Procedure) -> str:
    return f"langkah {step.number} ({words.label(step.id, procedure)})"


def trusted_with_code(procedure: Procedure, posts: Sequence[Appointment], today: date) -> Guarantee:
    """N11: whom the office trusts with the code."""
    name = "code-trusted-to"
    if procedure.maintainer is None:
        return holds(name, "Perubahan kode memerlukan persetujuan yang sama dengan berita")
    role = words.clean(procedure.role(procedure.maintainer).name)
    rows = [row for row in posts if row.role == procedure.maintainer and row.in_force(today)]
    names = [words.clean(who) for who in {row.id: row.name for row in rows}.values()]
    fix = f"tambahkan {role} di kantor.yml; perubahan kode disetujui orang lain dari jabatan itu"
    if len(names) < 2:
        only = f"Hanya {names[0]} yang memegang" if names else "Tidak ada yang memegang"
        said = f"{only} jabatan {role}, sehingga perubahan kode dapat terhenti"
        return fails(name, said, fix)
    said = (
        f"Perubahan kode di luar inti gerbang cukup disetujui satu {role}; kantor memercayakannya "
        f"kepada {indonesian.enumerate_words(names)}"
    )
    return holds(name, said)


def archive_key(keys: Sequence[ArchiveKey], today: date) -> Guarantee:
    """Whether what is appended to the archive must bear the machine's signature."""
    name = "archive-signed"
    present = [row for row in keys if row.in_force(today)]
    ahead = [row for row in keys if row.start > today]
    if present:
        fingers = indonesian.enumerate_words([ssh_keys.fingerprint(row.key) for row in present])
        said = f"Peristiwa arsip wajib ditandatangani dengan kunci {fingers}"
        ends = [row.end for row in present]
        last = max((day for day in ends if day), default=None)
        if None in ends or last is None or last > today + HORIZON or ahead:
            return holds(name, f"{said}; `terbit audit` memeriksanya")
        said += f", tetapi hanya sampai {indonesian.day(last)}"
        return fails(name, said, "tambahkan kunci berikutnya pada kunci_arsip di kantor.yml")
    if keys and not ahead:
        said = "Semua kunci pada kunci_arsip sudah berakhir, jadi arsip tidak lagi ditandatangani"
        return fails(name, said, "tambahkan kunci berikutnya pada kunci_arsip di kantor.yml")
    said = (
        "Tidak dapat dipastikan siapa yang menulis di cabang arsip: komitnya tidak ditandatangani"
    )
    return unknown(name, said, "isi kunci_arsip di kantor.yml; caranya di README, The archive")


def repository(address: str) -> Guarantee:
    """Whether readers learn where they may copy the repository and prove an article."""
    name = "repository-linked"
    if address:
        return holds(
            name, f"Situs menunjukkan di mana siapa pun dapat menyalin repositori: {address}"
        )
    said = "Situs tidak menyebut di mana siapa pun dapat menyalin repositori dan memeriksa arsipnya"
    return unknown(
        name, said, "isi repositori di kantor.yml bila repositori ini terbuka untuk umum"
    )


def lines(guarantees: Iterable[Guarantee]) -> Iterator[str]:
    """One line for each guarantee, its particulars below it."""
    for one in guarantees:
        parts = [words.clean(part) for part in (one.sentence, one.fix) if part]
        yield f"{SIGNS[one.state]} {' — '.join(parts)}"
        yield from (f"    {words.clean(detail)}" for detail in one.details)


def summary(guarantees: Sequence[Guarantee]) -> str:
    """How many hold, do not, or cannot be told."""
    counts = {state: sum(one.state is state for one in guarantees) for state in State}
    return ", ".join(f"{count} {state.value}" for state, count in counts.items())


def to_json(guarantees: Iterable[Guarantee]) -> list[dict[str, Any]]:
    """The guarantees as plain JSON."""
    return [
        {
            "id": one.id,
            "state": one.state.name.lower(),
            "sentence": one.sentence,
            "fix": one.fix,
            "details": list(one.details),
        }
        for one in guarantees
    ]
