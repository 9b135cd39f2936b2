"""The paper of one item: what its sheet tells, with the proofs of its channels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from terbit import indonesian
from terbit.core.office import Office
from terbit.core.passage import Passage
from terbit.core.procedure import Procedure
from terbit.core.recap import Case
from terbit.drawing import photo
from terbit.imaging import PictureError
from terbit.report import words
from terbit.report.document import Document, Part, Shot
from terbit.tables import Cell, Table

ACTS = {"telaah": "Diverifikasi", "putuskan": "Disetujui"}
ASKED = "CHANGES_REQUESTED"


WIDTHS, QUALITIES = (640, 480, 360), (80, 72, 64, 56, 48, 40)
"""Pixels and quality of a screenshot on paper: the first with which it is light enough."""
SHOT_BYTES, ALL_SHOTS = 150_000, 1_400_000
"""What one screenshot may weigh, and all of a paper together."""


def document(
    case: Case,
    procedure: Procedure,
    office: Office,
    channels: Mapping[str, str],
    made: datetime,
    *,
    screenshots: Mapping[str, bytes] = MappingProxyType({}),
) -> Document:
    """Everything that the archive holds of an item; capacities, nobody's name.

    `screenshots` gives the pictures that events name, by their place on the archive's branch.
    """
    return Document(
        title=case.title,
        about=f"Lembar bukti publikasi menurut SOP {procedure.number}.",
        office=office.name,
        made=office.calendar.local(made),
        made_words=f"Dibuat {words.moment(made, office.calendar)} dari arsip digital.",
        parts=(
            *_parts(case, procedure, office, channels),
            *_shown(case, office, channels, screenshots),
            _log(case, office, channels),
        ),
    )


def _parts(
    case: Case, procedure: Procedure, office: Office, channels: Mapping[str, str]
) -> Iterator[Part]:
    yield _facts(case, office)
    many = len(case.passages) > 1
    for number, passage in enumerate(case.passages, start=1):
        if not passage.adopted:
            named = f"Persetujuan ke-{number}: " if many else ""
            yield _signatures(passage, procedure, office, named)
            yield _times(passage, procedure, named)
            yield from _remarks(passage, office, named)
    yield _proofs(case, office, channels)


def _facts(case: Case, office: Office) -> Part:
    first = words.moment(case.first, office.calendar) if case.first else "sebelum alur ini berlaku"
    digest = case.passages[-1].approval.digest if case.passages else ""
    rows = (
        ("Butir", case.item),
        ("Jenis", case.kind),
        ("Keadaan", case.state),
        ("Terbit pertama kali", first),
        ("Alamat", case.address or "tidak lagi dimuat"),
        ("Lembar arsip", case.sheet),
        ("Sidik isi terakhir", digest),
    )
    return Part("Butir", table=Table("Butir", ("Hal", "Isi"), rows), links=1)


def _signatures(passage: Passage, procedure: Procedure, office: Office, named: str) -> Part:
    rows: list[tuple[Cell, ...]] = []
    if passage.submitted:
        at = words.moment(passage.submitted, office.calendar)
        rows.append(("Naskah diajukan", "", at))
    rows += [
        (
            f"{ACTS.get(s.action, s.action)} ({words.label(s.step, procedure)})",
            s.capacity,
            words.moment(s.at, office.calendar),
        )
        for s in passage.signatures
    ]
    if passage.published:
        rows.append(("Terbit di situs", "", words.moment(passage.published, office.calendar)))
    heads = ("Tindakan", "Jabatan", "Waktu")
    return Part(f"{named}Pemeriksaan dan keputusan", table=Table("Tindakan", heads, tuple(rows)))


def _times(passage: Passage, procedure: Procedure, named: str) -> Part:
    rows = tuple(
        (
            words.heading(time.step, procedure),
            time.used,
            "tidak dibatasi" if time.limit is None else time.limit,
            f"lewat {indonesian.duration(time.over)}" if time.over else "dalam batas",
        )
        for time in passage.times
    )
    heads = ("Langkah", "Dipakai (menit kerja)", "Batas", "Hasil")
    if not rows:
        return Part(f"{named}Waktu tiap langkah", ("Waktu langkah tidak tercatat.",))
    return Part(f"{named}Waktu tiap langkah", table=Table("Waktu", heads, rows))


def _remarks(passage: Passage, office: Office, named: str) -> Iterator[Part]:
    if not passage.send_backs and not passage.remarks:
        return
    about = f"Naskah {passage.send_backs} kali dikembalikan untuk diperbaiki."
    rows = tuple(
        (
            remark.number,
            f"{remark.capacity or 'Peserta lain'}, {words.moment(remark.at, office.calendar)}",
            remark.text,
            "; ".join(remark.answers)
            or ("Bagian itu sudah diubah." if remark.changed else _unanswered(remark.state)),
        )
        for remark in passage.remarks
    )
    table = Table("Catatan", ("No.", "Dari", "Catatan", "Tindak lanjut"), rows) if rows else None
    yield Part(f"{named}Catatan perbaikan", (about,), table)


def _unanswered(state: str) -> str:
    return "Tindak lanjut tidak tercatat." if state == ASKED else "Tidak meminta perbaikan."


def _proofs(case: Case, office: Office, channels: Mapping[str, str]) -> Part:
    rows = tuple(
        (
            channels.get(proof.channel, proof.channel),
            indonesian.proof(proof),
            words.moment(proof.at, office.calendar) if proof.at else "",
            proof.link,
        )
        for proof in case.proofs
    )
    if not rows:
        return Part("Bukti tiap kanal", ("Butir ini hanya dimuat di situs.",))
    table = Table("Bukti", ("Kanal", "Keadaan", "Waktu", "Tautan"), rows)
    return Part("Bukti tiap kanal", table=table, links=3)


def _shown(
    case: Case, office: Office, channels: Mapping[str, str], screenshots: Mapping[str, bytes]
) -> Iterator[Part]:
    """The screenshots that prove posts, smaller than the archive keeps them."""
    events = [event for event in case.events if event.picture]
    if not events:
        return
    most = min(SHOT_BYTES, ALL_SHOTS // len(events))
    shots, words = [], ["Gambar dikecilkan untuk kertas; aslinya ada pada cabang arsip."]
    for event in events:
        at = indonesian.moment(office.calendar.local(event.at))
        named = f"{channels.get(event.channel, event.channel)}, {at} (peristiwa {event.number})"
        small = _small(screenshots.get(event.picture, b""), most)
        if small:
            shots.append(Shot(named, small))
        else:
            words.append(f"Tidak ada di arsip atau tidak terbaca: {named}.")
    yield Part("Tangkapan layar", tuple(words), shots=tuple(shots))


def _small(data: bytes, most: int) -> bytes:
    """A screenshot as it stands on paper, nothing of what is no picture."""
    try:
        return photo.small(data, WIDTHS, QUALITIES, most, sharp=True) if data else b""
    except PictureError:
        return b""


def _log(case: Case, office: Office, channels: Mapping[str, str]) -> Part:
    rows = tuple(
        (
            event.number,
            _event(event.kind, event.channel, channels),
            words.moment(event.at, office.calendar),
            event.hash,
        )
        for event in case.events
    )
    heads = ("No.", "Peristiwa", "Waktu", "Sidik SHA-256")
    about = "Setiap peristiwa terikat pada peristiwa sebelumnya dengan sidiknya."
    return Part("Riwayat di arsip", (about,), Table("Riwayat", heads, rows))


def _event(kind: str, channel: str, channels: Mapping[str, str]) -> str:
    word = kind.partition("-")[0].replace("_", " ")
    return f"{word}: {channels.get(channel, channel)}" if channel else word
