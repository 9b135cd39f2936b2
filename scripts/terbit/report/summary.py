"""The recapitulation of a month or a year in words, for the PPID report and for e-Monev."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from terbit import indonesian
from terbit.core.coverage import Coverage
from terbit.core.follow_up import Standing
from terbit.core.links import Checked
from terbit.core.office import Office
from terbit.core.procedure import Procedure
from terbit.core.recap import Case, Period, Recap, StepRecap
from terbit.drawing import lanes
from terbit.drawing.lanes import Series
from terbit.indonesian import number
from terbit.report import words
from terbit.report.document import Document, Part
from terbit.tables import Cell, Table

NOTHING = "Tidak ada."


@dataclass(frozen=True)
class Told:
    """What a recapitulation is written from.

    `months` are those of a year, empty for a month; `channels` are the media's own names by id;
    `coverage` None where the office keeps no agenda; `evidence` names each item's paper.
    """

    recap: Recap
    months: tuple[Recap, ...]
    procedure: Procedure
    office: Office
    channels: Mapping[str, str]
    links: tuple[Checked, ...]
    evidence: Mapping[str, str]
    coverage: Coverage | None = None


def period_words(period: Period) -> str:
    """Such as "November 2026" or "tahun 2026"."""
    if period.month is None:
        return f"tahun {period.year}"
    return indonesian.dated(date(period.year, period.month, 1), "MMMM y")


def document(told: Told, made: datetime) -> Document:
    """The whole recapitulation."""
    local = told.office.calendar.local(made)
    named = period_words(told.recap.period)
    parts = tuple(_parts(told, named, made))
    return Document(
        title=f"Rekapitulasi publikasi {named}",
        about=f"Menurut SOP {told.procedure.number}, {told.procedure.name}.",
        office=told.office.name,
        made=local,
        made_words=f"Dibuat {words.moment(made, told.office.calendar)} dari arsip digital.",
        parts=parts,
    )


def _parts(told: Told, named: str, made: datetime) -> Iterator[Part]:
    if told.recap.empty:
        yield Part("Ringkasan", (f"Tidak ada yang terbit atau disetujui pada {named}.",))
    else:
        yield _totals(told, named)
        if told.months:
            yield _by_month(told)
        yield _kinds(told)
        yield _channels(told)
        yield _steps(told)
        yield _sent_back(told)
        yield _overdue(told)
        if told.recap.urgent or told.procedure.urgent:
            yield _urgent(told, made)
    if told.coverage is not None:
        yield _coverage(told.coverage)
    if not told.recap.empty:
        yield _links(told)
        yield _list(told)
    yield _method(told)


def _totals(told: Told, named: str) -> Part:
    recap = told.recap
    proved = sum(row.proved for row in recap.channels)
    planned = sum(row.planned for row in recap.channels)
    rows: tuple[tuple[str, int], ...] = (
        ("Terbit pertama kali", len(recap.cases)),
        ("Di antaranya kini sudah dicabut", recap.withdrawn),
        ("Persetujuan, termasuk ralat dan perubahan", len(recap.passes)),
        ("Naskah yang dikembalikan untuk diperbaiki", len(recap.sent_back)),
        ("Banyaknya pengembalian", recap.send_backs),
        ("Catatan pemeriksa", recap.remarks),
        ("Persetujuan yang melewati batas waktu", len(recap.overdue)),
        ("Unggahan yang dituju di kanal lain", planned),
        ("Unggahan yang terbukti", proved),
    )
    about = (
        f"Pada {named}, {number(len(recap.cases))} butir terbit untuk pertama kali dan "
        f"{number(len(recap.passes))} persetujuan diberikan."
    )
    return Part("Ringkasan", (about,), Table("Ringkasan", ("Hal", "Banyaknya"), rows))


def _by_month(told: Told) -> Part:
    rows = tuple(
        (
            _month(one.period),
            len(one.cases),
            len(one.passes),
            one.send_backs,
            len(one.overdue),
        )
        for one in told.months
    )
    heads = ("Bulan", "Terbit", "Disetujui", "Pengembalian", "Lewat batas")
    return Part("Menurut bulan", table=Table("Bulan", heads, rows))


def _month(period: Period) -> str:
    return indonesian.dated(date(period.year, period.month or 1, 1), "MMMM")


def _kinds(told: Told) -> Part:
    return _table("Terbitan menurut jenis", "Jenis", ("Jenis", "Banyaknya"), told.recap.kinds)


def _channels(told: Told) -> Part:
    rows = [
        (
            told.channels.get(row.channel, row.channel),
            row.planned,
            row.proved,
            row.kits,
            row.planned - row.proved - row.kits,
        )
        for row in told.recap.channels
    ]
    heads = ("Kanal", "Dituju", "Terbukti", "Baru paket unggah", "Belum ada bukti")
    return _table("Terbitan menurut kanal", "Kanal", heads, rows)


def _steps(told: Told) -> Part:
    steps = told.recap.steps
    rows = tuple(
        (
            words.heading(row.step.id, told.procedure),
            "tidak dibatasi" if row.limit is None else row.limit,
            len(row.used),
            _minutes(row.median),
            _minutes(row.longest),
            row.late,
        )
        for row in steps
    )
    heads = ("Langkah", "Batas (menit)", "Banyaknya", "Median", "Terlama", "Lewat batas")
    table = Table("Waktu langkah", heads, rows)
    about = (
        "Menit kerja tiap langkah untuk setiap persetujuan: satu titik satu persetujuan, garis "
        "tegak batas SOP, belah ketupat median. Titik merah melewati batas."
    )
    if not any(row.used for row in steps):
        return Part("Waktu tiap langkah", ("Waktu langkah tidak tercatat.",), table)
    series = [_series(row, told.procedure) for row in steps]
    return Part("Waktu tiap langkah", (about,), table, lanes.chart(series), _spoken(series))


def _series(row: StepRecap, procedure: Procedure) -> Series:
    return Series(words.heading(row.step.id, procedure), row.used, row.limit, row.median)


def _spoken(series: Iterable[Series]) -> str:
    said = (
        f"{one.name}: median {_minutes(one.median)} menit, batas {one.limit or 'tidak ada'}"
        for one in series
        if one.minutes
    )
    return f"Grafik menit kerja tiap langkah. {'; '.join(said)}."


def _sent_back(told: Told) -> Part:
    rows = [
        (
            one.case.title,
            told.office.calendar.day(one.passage.decided),
            one.passage.send_backs,
            len(one.passage.remarks),
        )
        for one in told.recap.sent_back
    ]
    heads = ("Judul", "Disetujui", "Dikembalikan (kali)", "Catatan")
    return _table("Dikembalikan untuk diperbaiki", "Dikembalikan", heads, rows)


def _overdue(told: Told) -> Part:
    rows = [
        (
            one.case.title,
            words.heading(time.step, told.procedure),
            time.used,
            time.limit,
            time.over,
        )
        for one in told.recap.overdue
        for time in one.passage.overdue
    ]
    heads = ("Judul", "Langkah", "Dipakai (menit)", "Batas (menit)", "Lewat (menit)")
    return _table("Melewati batas waktu", "Lewat batas", heads, rows)


def _urgent(told: Told, made: datetime) -> Part:
    """Every approval by the urgent path, and what came of the reviews that it put off."""
    local, found = told.office.calendar, told.recap.urgent
    counted = Counter(promise.standing(made) for _, promise in found)
    named = (f"{number(counted[one])} {one}" for one in Standing if counted[one])
    about = f"{number(len(found))} persetujuan lewat jalur mendesak: {'; '.join(named)}."
    rows = [
        (
            one.case.title,
            local.day(one.passage.decided),
            promise.reason,
            words.moment(promise.due, local),
            words.moment(promise.kept_at, local) if promise.kept_at else "–",
            promise.standing(made).value,
            len(promise.objections),
        )
        for one, promise in found
    ]
    heads = ("Judul", "Disetujui", "Alasan", "Batas", "Lengkap", "Keadaan", "Keberatan")
    table = _table("Jalur mendesak", "Jalur mendesak", heads, rows)
    return replace(table, words=(about,)) if rows else table


def _coverage(found: Coverage) -> Part:
    about = (
        f"{number(found.told)} dari {number(found.held)} kegiatan yang terlaksana "
        f"sudah diberitakan ({found.percent} persen)."
        if found.held
        else "Tidak ada kegiatan yang tercatat terlaksana."
    )
    rows = tuple((row.start, row.title) for row in found.missing)
    table = Table("Belum diberitakan", ("Tanggal", "Kegiatan"), rows) if rows else None
    return Part("Liputan agenda", (about,), table)


def _links(told: Told) -> Part:
    rows = [(row.title, row.place, row.link, row.found) for row in told.links]
    wrong = sum(1 for row in told.links if not row.fine)
    about = f"{number(len(rows))} tautan diperiksa; {number(wrong)} perlu dilihat."
    asked = any(row.asked for row in told.links)
    how = (
        "Bentuk, akun, dan jawaban servernya diperiksa."
        if asked
        else "Yang diperiksa adalah bentuk tautan dan akunnya, tanpa menghubungi internet."
    )
    table = Table("Tautan", ("Judul", "Tempat", "Tautan", "Hasil"), tuple(rows))
    return Part("Pemeriksaan tautan", (about, how), table if rows else None, links=2)


def _list(told: Told) -> Part:
    rows = [
        (
            number,
            case.title,
            case.kind,
            told.office.calendar.day(case.first) if case.first else None,
            case.address or "tidak lagi dimuat",
            told.evidence.get(case.item, ""),
        )
        for number, case in enumerate(told.recap.told, start=1)
    ]
    heads = ("No.", "Judul", "Jenis", "Terbit", "Alamat", "Berkas bukti")
    return _table("Daftar butir dan berkas bukti", "Butir", heads, rows, links=4)


def _method(told: Told) -> Part:
    step = words.heading(told.procedure.publishing.id, told.procedure)
    return Part(
        "Cara menghitung",
        (
            "Semua angka berasal dari cabang arsip; tidak ada yang diketik.",
            "Butir dihitung pada bulan pertama kali terbit. Yang sudah terbit sebelum alur "
            "persetujuan berlaku tidak dihitung.",
            "Persetujuan dihitung menurut waktu keputusan. Naskah yang dikembalikan dan tidak "
            "pernah disetujui tidak ada di arsip, sehingga tidak dihitung.",
            "Waktu dihitung menurut jam kerja kantor, tanpa istirahat dan hari libur, sejak naskah "
            f"terakhir berubah. {step} dihitung dari keputusan, atau dari waktu terbit yang "
            "dijadwalkan, sampai tampil di situs.",
        ),
    )


def _table(
    heading: str,
    name: str,
    heads: tuple[str, ...],
    rows: Sequence[tuple[Cell, ...]],
    links: int | None = None,
) -> Part:
    if not rows:
        return Part(heading, (NOTHING,))
    return Part(heading, table=Table(name, heads, tuple(rows)), links=links)


def _minutes(value: float | None) -> str | int:
    if value is None:
        return "–"
    return int(value) if value == int(value) else str(value).replace(".", ",")


def evidence_name(case: Case) -> str:
    """The file of an item's paper, relative to the report."""
    return f"bukti/{case.item.removesuffix('.md').replace('/', '-')}.pdf"
