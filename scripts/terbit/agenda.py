"""content/agenda.yml -> core types; every error with file, line and a fix, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from terbit import schema, yaml_source
from terbit.core import agenda as core
from terbit.core import article
from terbit.errors import InputErrors, Problem
from terbit.front_matter import Line, OptionalText, WaiverRow

TITLE = "Agenda"
ABOUT = "Kegiatan yang akan datang dan yang sudah lewat."
KIND, NOTES = "halaman", "catatan_pemeriksaan"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NEWS = re.compile(r"(?:content/)?(berita/[0-9]{4}/[0-9]{2}/[^/\s]+)/?")


def _id(value: str) -> str:
    if not _SLUG.fullmatch(value):
        fix = "pakai huruf kecil, angka, dan tanda hubung, misalnya rapat-kerja-2026"
        raise ValueError(f"id “{value}” tidak sah — {fix}")
    return value


def _news(value: str) -> str:
    found = _NEWS.fullmatch(value)
    if value and not found:
        fix = "tulis folder beritanya, misalnya content/berita/2026/11/rapat-kerja, atau kosongkan"
        raise ValueError(f"berita “{value}” bukan folder berita — {fix}")
    return found[1] if found else ""


def _when(value: Any) -> Any:
    """A date, or a date with a time in the office's zone."""
    try:
        if isinstance(value, str):
            read = datetime if re.search(r"[T ]", value) else date
            value = read.fromisoformat(value)
    except ValueError:
        value = None
    if not isinstance(value, date):
        raise ValueError(  # noqa: TRY004  (pydantic turns only ValueError into a finding)
            "waktunya tidak terbaca — contoh: 2026-11-10 atau 2026-11-10T08:30"
        )
    if isinstance(value, datetime) and value.tzinfo:
        raise ValueError("waktu menyebut zona — tulis waktu kantor, misalnya 2026-11-10T08:30")
    return value


When = Annotated[Any, BeforeValidator(_when), WithJsonSchema({"type": "string"})]


class ActivityRow(schema.Strict):
    """One row of `kegiatan`."""

    id: Annotated[Line, AfterValidator(_id)]
    judul: Line
    mulai: When
    selesai: When | None = None
    tempat: OptionalText = ""
    unit: OptionalText = ""
    keadaan: Literal["rencana", "terlaksana", "batal"]
    publik: schema.YesNo
    berita: Annotated[OptionalText, AfterValidator(_news)] = ""


class AgendaFile(schema.Strict):
    """The office's agenda, as people write it (content/agenda.yml)."""

    batas_liputan: Annotated[int, Field(strict=True, ge=1, le=100)] = core.Agenda.days
    kegiatan: tuple[ActivityRow, ...]
    catatan_pemeriksaan: tuple[WaiverRow, ...] = ()


def parse(raw: bytes) -> core.Agenda:
    """The agenda from the bytes of its file. Raises InputErrors."""
    file, _ = _read(raw)
    return core.Agenda(tuple(map(_activity, file.kegiatan)), file.batas_liputan)


def as_article(raw: bytes, day: date) -> article.Article:
    """The agenda in the form that the rules read, as of a day. Raises InputErrors."""
    file, document = _read(raw)
    source = raw.decode("utf-8-sig")
    return article.Article(
        folder=core.PATH.rpartition("/")[0],
        title=TITLE,
        kind=KIND,
        date=day,
        summary=ABOUT,
        classification=article.CLASSIFICATIONS[-1],
        channels=(),
        waivers=tuple(
            article.Waiver(
                row.aturan, row.kutipan, row.alasan, row.oleh, document.line(f"{NOTES}.{at}")
            )
            for at, row in enumerate(file.catatan_pemeriksaan)
        ),
        listed=tuple(
            article.Listed(row.judul, _about(row), f"/{row.berita}/" if row.berita else "")
            for row in file.kegiatan
        ),
        body_line=source.count("\n") + 2,
        source=source,
        lines=MappingProxyType(_lines(document.lines)),
    )


def _read(raw: bytes) -> tuple[AgendaFile, yaml_source.Document]:
    try:
        document = yaml_source.load(raw.decode("utf-8-sig"), core.PATH)
    except UnicodeDecodeError:
        fix = "simpan ulang sebagai UTF-8"
        raise InputErrors([Problem(core.PATH, 0, "berkas bukan teks UTF-8", fix)]) from None
    file, problems = schema.validate(AgendaFile, document)
    problems += _odd(file, document) if file else ()
    if file is None or problems:
        raise InputErrors(problems)
    return file, document


def _odd(file: AgendaFile, document: yaml_source.Document) -> Iterator[Problem]:
    """Rows that are right one by one, and wrong together or in their order."""
    seen: set[str] = set()
    for at, row in enumerate(file.kegiatan):
        key = f"kegiatan.{at}"
        if row.id in seen:
            what, fix = f"id “{row.id}” dipakai dua kali", "beri id yang berbeda"
            yield Problem(core.PATH, document.line(f"{key}.id"), what, fix)
        seen.add(row.id)
        if row.selesai is None:
            continue
        line = document.line(f"{key}.selesai")
        if isinstance(row.mulai, datetime) != isinstance(row.selesai, datetime):
            fix = "tulis jam pada keduanya, atau tanggal saja pada keduanya"
            yield Problem(core.PATH, line, "hanya satu dari mulai dan selesai yang berjam", fix)
        elif row.selesai < row.mulai:
            fix = "tukar kedua waktunya"
            yield Problem(core.PATH, line, "waktu selesai mendahului waktu mulai", fix)


def _activity(row: ActivityRow) -> core.Activity:
    end = row.mulai if row.selesai is None else row.selesai
    return core.Activity(
        id=row.id,
        title=row.judul,
        start=_day(row.mulai),
        end=_day(end),
        begins=_time(row.mulai),
        ends=_time(row.selesai),
        place=" ".join(row.tempat.split()),
        unit=" ".join(row.unit.split()),
        state=core.State(row.keadaan),
        public=row.publik,
        news=row.berita,
    )


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _time(value: date | None) -> time | None:
    return value.time() if isinstance(value, datetime) else None


def _about(row: ActivityRow) -> str:
    return " ".join(f"{row.tempat} {row.unit}".split())


def _lines(lines: Mapping[str, int]) -> dict[str, int]:
    """The lines under the names that the rules know for rows of a list."""
    named = {"judul": "nama", "tempat": "uraian", "unit": "uraian", "berita": "tautan"}
    found = dict(lines)
    for key, line in lines.items():
        match = re.fullmatch(r"kegiatan\.(\d+)(?:\.(\w+))?", key)
        if match:
            name = named.get(match[2] or "")
            found.setdefault(f"daftar.{match[1]}{f'.{name}' if name else ''}", line)
    return found
