"""What a row of the archive's files tells: one list makes CSV, workbook, JSON, schema, codebook.

Nobody is named: capacities only. The columns of the steps are those of the office's own SOP.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from terbit import indonesian
from terbit.core.follow_up import Promise
from terbit.core.passage import Passage, Proof, StepTime
from terbit.core.procedure import Action, Step
from terbit.core.record import SKIPPED, Signature
from terbit.site import words
from terbit.site.model import Site
from terbit.site.register import Row
from terbit.tables import Cell, Table

TEXT, NUMBER, MOMENT = "teks", "bilangan", "waktu"
TYPES: dict[str, dict[str, Any]] = {
    TEXT: {"type": ["string", "null"]},
    NUMBER: {"type": ["integer", "null"]},
    MOMENT: {"type": ["string", "null"], "format": "date-time"},
}
SEPARATOR = "; "
YES, NO = "ya", "tidak"


@dataclass(frozen=True)
class Line:
    """One item with everything that its row in a file is made from."""

    row: Row
    passage: Passage
    head: str
    proofs: tuple[Proof, ...]
    put_off: Promise | None = None

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """Who took which step, those last who did so after publication."""
        return (*self.passage.signatures, *(self.put_off.taken if self.put_off else ()))

    def capacities(self, action: Action) -> str:
        """In which capacities a kind of step was taken, each once."""
        named = (s.capacity for s in self.signatures if s.action == action)
        return SEPARATOR.join(dict.fromkeys(named))


@dataclass(frozen=True)
class Column:
    """A column: its name in files, its heading, the type of its cells, what it means."""

    name: str
    heading: str
    type: str
    meaning: str
    value: Callable[[Line], Cell]


def columns(site: Site) -> tuple[Column, ...]:
    """Every column, in order."""
    own = (*_of_item(), *_of_approval(site), *_of_urgency(site))
    return (*own, *_of_times(site), *_of_proofs(site))


def table(site: Site, lines: Sequence[Line], name: str) -> Table:
    """The rows under their names, which are the same in every file."""
    found = columns(site)
    rows = (tuple(column.value(line) for column in found) for line in lines)
    return Table(name, tuple(column.name for column in found), tuple(rows))


def codebook(site: Site) -> Table:
    """What each column means."""
    rows = ((c.name, c.heading, c.type, c.meaning) for c in columns(site))
    return Table("Arti kolom", ("kolom", "nama", "jenis isi", "arti"), tuple(rows))


def document(site: Site, line: Line) -> dict[str, Any]:
    """A row as JSON: the same values, then acts, times and channels in full."""
    local = site.office.calendar.local
    plain = {column.name: _json(column.value(line)) for column in columns(site)}
    return plain | {
        "tindakan": [_act(signature, local) for signature in line.signatures],
        "waktu_langkah": [_time(time) for time in line.passage.times],
        "kanal": [_proof(proof, local) for proof in line.proofs],
    }


def schema(site: Site) -> dict[str, Any]:
    """The JSON Schema of the JSON files."""
    text, moment = {"type": "string"}, {"type": "string", "format": "date-time"}
    whole = {"type": "integer", "minimum": 0}
    act = {"langkah": text, "tindakan": text, "jabatan": text, "pada": moment}
    time = {"langkah": text, "menit": whole, "batas": {"type": ["integer", "null"]}}
    proof = {"kanal": text, "keadaan": text, "tautan": TYPES[TEXT], "pada": TYPES[MOMENT]}
    item: dict[str, Any] = {
        c.name: {**TYPES[c.type], "title": c.heading, "description": c.meaning}
        for c in columns(site)
    }
    for name, row in (("tindakan", act), ("waktu_langkah", time), ("kanal", proof)):
        item[name] = {"type": "array", "items": _closed(row)}
    period = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2})?$"}
    whole_file: dict[str, Any] = {"$schema": text, "kantor": text, "periode": period}
    whole_file["butir"] = {"type": "array", "items": _closed(item)}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Arsip terbitan"}
    return head | _closed(whole_file)


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


# the columns


def _of_item() -> Iterator[Column]:
    yield Column("butir", "Butir", TEXT, "Nama butir di arsip; tidak pernah berubah.", _name)
    yield Column("judul", "Judul", TEXT, "Judul versi yang terbit.", lambda x: x.row.title)
    meaning = "Jenis terbitan, misalnya berita, pengumuman, atau halaman."
    yield Column("jenis", "Jenis", TEXT, meaning, lambda x: x.row.kind)
    meaning = "Kategori di situs; kosong bila tidak ada."
    yield Column("kategori", "Kategori", TEXT, meaning, lambda x: x.row.category)
    meaning = (
        "Keadaan sekarang: Terbit, Terbit dengan ralat, Dicabut, Tidak lagi dimuat, "
        "Terbit sebelum alur ini, atau Terbit dengan pemeriksaan yang menyusul atau belum dibuat."
    )
    yield Column("keadaan", "Keadaan", TEXT, meaning, lambda x: x.row.state)


def _of_approval(site: Site) -> Iterator[Column]:
    local = site.office.calendar.local
    meaning = "Nomor SOP yang berlaku saat disetujui."
    yield Column("sop", "SOP", TEXT, meaning, lambda x: x.row.procedure)
    meaning = "Nomor permintaan persetujuan (pull request)."
    yield Column("nomor_permintaan", "Nomor permintaan", TEXT, meaning, _request)
    told = partial(_moment, local, lambda x: x.passage.submitted)
    yield Column("diajukan_pada", "Diajukan pada", MOMENT, "Saat naskah diajukan.", told)
    meaning = "Jabatan yang memeriksa, dipisahkan titik koma."
    verified = partial(Line.capacities, action=Action.REVIEW)
    yield Column("diverifikasi_oleh", "Diverifikasi oleh", TEXT, meaning, verified)
    meaning = "Jabatan yang memutuskan."
    decided = partial(Line.capacities, action=Action.DECIDE)
    yield Column("disetujui_oleh", "Disetujui oleh", TEXT, meaning, decided)
    meaning = (
        "Saat keputusan terakhir; untuk terbitan sebelum alur ini, saat dicatat. Menurut waktu "
        "inilah butir dikelompokkan per bulan dan per tahun."
    )
    yield Column("disetujui_pada", "Disetujui pada", MOMENT, meaning, lambda x: x.row.approved)
    told = partial(_moment, local, lambda x: x.passage.published)
    yield Column("terbit_pada", "Terbit pada", MOMENT, "Saat versi ini terbit di situs.", told)
    meaning = "Berapa kali naskah dikembalikan untuk diperbaiki; kosong bila tidak melalui alur."
    yield Column("dikembalikan", "Dikembalikan", NUMBER, meaning, _send_backs)
    meaning = "Banyaknya catatan pemeriksa; kosong bila tidak melalui alur."
    yield Column("catatan", "Catatan perbaikan", NUMBER, meaning, _remarks)


def _of_urgency(site: Site) -> Iterator[Column]:
    local = site.office.calendar.local
    meaning = "Alasan terbit lewat jalur mendesak; kosong bila melalui jalur biasa."
    yield Column("alasan_mendesak", "Alasan mendesak", TEXT, meaning, _urgent_reason)
    meaning = "Batas pemeriksaan yang menyusul; kosong bila melalui jalur biasa."
    told = partial(_moment, local, lambda x: x.put_off.due if x.put_off else None)
    yield Column("batas_menyusul", "Batas menyusul", MOMENT, meaning, told)
    meaning = "Saat pemeriksaan yang menyusul lengkap; kosong bila belum atau tidak perlu."
    told = partial(_moment, local, lambda x: x.put_off.kept_at if x.put_off else None)
    yield Column("menyusul_pada", "Menyusul pada", MOMENT, meaning, told)


def _of_times(site: Site) -> Iterator[Column]:
    for step in (*site.procedure.review_steps, site.procedure.publishing):
        limit = "" if step.minutes is None else f"; batas SOP {indonesian.duration(step.minutes)}"
        meaning = f"Menit kerja pada langkah {step.number} ({step.description.rstrip('.')}){limit}."
        name = f"menit_{step.id}"
        yield Column(name, f"Menit {words.label(step.id)}", NUMBER, meaning, partial(_used, step))
    meaning = "Langkah yang melewati batas SOP, dipisahkan titik koma; kosong bila tidak ada."
    yield Column("lewat_batas", "Lewat batas", TEXT, meaning, _overdue)


def _of_proofs(site: Site) -> Iterator[Column]:
    meaning = "Tautan kiriman tiap kanal yang terbukti, dipisahkan titik koma."
    yield Column("bukti_kanal", "Bukti tiap kanal", TEXT, meaning, _proved)
    meaning = "Kanal yang dituju tetapi belum ada buktinya, dipisahkan titik koma."
    yield Column("kanal_tanpa_bukti", "Kanal tanpa bukti", TEXT, meaning, _unproved)
    meaning = "Alamat halamannya; kosong bila tidak lagi dimuat."
    yield Column("alamat", "Alamat", TEXT, meaning, partial(_address, site.base))
    meaning = "Alamat lembar arsipnya."
    told = partial(_sheet, site.base)
    yield Column("lembar_arsip", "Lembar arsip", TEXT, meaning, told)
    meaning = "Sidik isi versi yang disetujui."
    yield Column("sidik_isi", "Sidik isi", TEXT, meaning, lambda x: x.passage.approval.digest)
    meaning = "Sidik SHA-256 peristiwa terakhir butir ini; mengikat semua peristiwa sebelumnya."
    yield Column("sidik_riwayat", "Sidik riwayat", TEXT, meaning, lambda x: x.head)


def _name(line: Line) -> Cell:
    return line.row.name


def _urgent_reason(line: Line) -> Cell:
    return line.put_off.reason if line.put_off else ""


def _request(line: Line) -> Cell:
    return str(line.passage.approval.details.get("request", ""))


def _moment(
    local: Callable[[datetime], datetime], value: Callable[[Line], datetime | None], line: Line
) -> Cell:
    found = value(line)
    return local(found) if found else None


def _send_backs(line: Line) -> Cell:
    return None if line.passage.adopted else line.passage.send_backs


def _remarks(line: Line) -> Cell:
    return None if line.passage.adopted else len(line.passage.remarks)


def _used(step: Step, line: Line) -> Cell:
    time = line.passage.time(step.id)
    return time.used if time else None


def _overdue(line: Line) -> Cell:
    return SEPARATOR.join(words.label(time.step) for time in line.passage.overdue)


def _proved(line: Line) -> Cell:
    told = (f"{words.channel(p.channel)}: {p.link}".rstrip(": ") for p in line.proofs if p.proved)
    return SEPARATOR.join(told)


def _unproved(line: Line) -> Cell:
    missing = (p for p in line.proofs if not p.proved and p.state != SKIPPED)
    return SEPARATOR.join(words.channel(p.channel) for p in missing)


def _address(base: str, line: Line) -> Cell:
    return base + line.row.url.removeprefix("./") if line.row.url else ""


def _sheet(base: str, line: Line) -> Cell:
    return base + line.row.sheet


# JSON


def _json(cell: Cell) -> str | int | None:
    if isinstance(cell, int):
        return cell
    if isinstance(cell, str):
        return cell or None
    return cell.isoformat() if cell else None


def _act(signature: Signature, local: Callable[[datetime], datetime]) -> dict[str, Any]:
    return {
        "langkah": signature.step,
        "tindakan": signature.action,
        "jabatan": signature.capacity,
        "pada": local(signature.at).isoformat(),
    }


def _time(time: StepTime) -> dict[str, Any]:
    return {"langkah": time.step, "menit": time.used, "batas": time.limit}


def _proof(proof: Proof, local: Callable[[datetime], datetime]) -> dict[str, Any]:
    return {
        "kanal": proof.channel,
        "keadaan": indonesian.proof(proof),
        "tautan": proof.link or None,
        "pada": local(proof.at).isoformat() if proof.at else None,
    }
