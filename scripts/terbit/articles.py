"""Article folders -> core types; every error with file, line and a fix.

A folder is given as a mapping of file names to bytes, so that the working tree, a Git
tree and a test go through the same door.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from terbit import markup, schema, yaml_source
from terbit.core import article as core
from terbit.errors import InputErrors, Problem

MAX_TEXT_BYTES = 256 * 1024
MAX_FILE_BYTES = 25 * 1024 * 1024
MAX_FILES = 60
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
PUBLIC_PLACE = re.compile(r"content/berita/(\d{4})/(\d{2})/([^/]+)")
DRAFT_PLACE = re.compile(r"drafts/([^/]+)")


def _text(value: Any) -> Any:
    """Numbers and dates that people write without quotes where a text is meant."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value) if isinstance(value, int | float | date) else value


Text = Annotated[str, BeforeValidator(_text), Field(strict=True)]
OptionalText = Annotated[
    str,
    BeforeValidator(lambda value: "" if value is None else _text(value)),
    WithJsonSchema({"type": ["string", "number", "null"]}),
]
Texts = Annotated[tuple[Text, ...], BeforeValidator(lambda value: () if value is None else value)]


class _FiveW(schema.Strict):
    apa: OptionalText = ""
    siapa: OptionalText = ""
    kapan: OptionalText = ""
    di_mana: OptionalText = ""
    mengapa: OptionalText = ""
    bagaimana: OptionalText = ""


class _Photo(schema.Strict):
    berkas: Text
    alt: OptionalText = ""
    keterangan: OptionalText = ""
    kredit: OptionalText = ""
    fokus: (
        tuple[Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)]] | None
    ) = None
    anak: schema.YesNo | None = None
    dokumen: schema.YesNo | None = None
    persetujuan: OptionalText = ""


class _Video(schema.Strict):
    tautan: Text
    transkrip: OptionalText = ""


class _Correction(schema.Strict):
    waktu: datetime
    isi: Text


class _Withdrawal(schema.Strict):
    waktu: datetime
    alasan: Text


class _Waiver(schema.Strict):
    aturan: Text
    kutipan: Text
    alasan: Text
    oleh: Text


class FrontMatter(schema.Strict):
    """The head of an article's index.md, as people write it."""

    judul: Annotated[Text, Field(min_length=1, max_length=300)]
    jenis: Literal["berita", "pengumuman", "konten-foto", "video", "infografik", "hak-jawab"]
    tanggal: date
    ringkasan: OptionalText = ""
    klasifikasi: OptionalText = ""
    kategori: OptionalText = ""
    tagar: Texts = ()
    kanal: tuple[Text, ...] | None = None
    five_w: Annotated[_FiveW | None, Field(alias="5w1h")] = None
    foto: tuple[_Photo, ...] = ()
    video: _Video | None = None
    terbit_pada: datetime | None = None
    teks_kanal: dict[str, Text] = Field(default_factory=dict)
    ralat: tuple[_Correction, ...] = ()
    ditarik: _Withdrawal | None = None
    catatan_pemeriksaan: tuple[_Waiver, ...] = ()


class PageFrontMatter(schema.Strict):
    """The head of a plain page (home, PPID, about)."""

    judul: Annotated[Text, Field(min_length=1, max_length=300)]
    ringkasan: OptionalText = ""


def parse(folder: str, files: Mapping[str, bytes]) -> core.Article:
    """The article in a folder. Raises InputErrors with everything that is wrong."""
    problems = [*_place_problems(folder), *_file_problems(folder, files)]
    path = f"{folder}/{core.INDEX}"
    raw = files.get(core.INDEX)
    if raw is None:
        fix = f"tambahkan berkas {core.INDEX} berisi kepala naskah dan isi berita"
        raise InputErrors([*problems, Problem(folder, 0, f"tidak ada {core.INDEX}", fix)])
    try:
        source, head, body, body_line = split(raw, path)
        document = yaml_source.load(head, path, first_line=2)
    except InputErrors as error:
        raise InputErrors([*problems, *error.problems]) from error
    front, wrong = schema.validate(FrontMatter, document)
    if front is None or problems:
        raise InputErrors([*problems, *wrong])
    return _article(folder, front, document.lines, (source, body, body_line), files)


def parse_page(path: str, raw: bytes) -> tuple[PageFrontMatter, str]:
    """Head and body of a plain page. Raises InputErrors."""
    _, head, body, _ = split(raw, path)
    front, problems = schema.validate(PageFrontMatter, yaml_source.load(head, path, first_line=2))
    if front is None:
        raise InputErrors(problems)
    return front, body


def read_folder(root: Path, folder: str) -> dict[str, bytes]:
    """All files of an article folder in the working tree; links and subfolders are refused."""
    base = root / folder
    if not base.is_dir():
        fix = "periksa ejaannya; naskah ada di drafts/, berita di content/berita/"
        raise InputErrors([Problem(folder, 0, "folder tidak ditemukan", fix)])
    problems: list[Problem] = []
    files: dict[str, bytes] = {}
    if any((root / part).is_symlink() for part in _parents(folder)):
        fix = "pakai folder biasa di dalam repositori"
        raise InputErrors([Problem(folder, 0, "folder ini tautan simbolik", fix)])
    for entry in sorted(base.iterdir()):
        name = f"{folder}/{entry.name}"
        if entry.is_symlink():
            problems.append(
                Problem(name, 0, "tautan simbolik tidak diterima", "salin berkas aslinya ke sini")
            )
        elif entry.is_dir():
            problems.append(
                Problem(
                    name,
                    0,
                    "subfolder tidak diterima",
                    "taruh semua berkas langsung di folder berita",
                )
            )
        elif entry.stat().st_size > MAX_FILE_BYTES:
            problems.append(too_large(name))
        else:
            files[entry.name] = entry.read_bytes()
    if problems:
        raise InputErrors(problems)
    return files


def load(root: Path, folder: str) -> core.Article:
    """The article in a folder of the working tree. Raises InputErrors."""
    return parse(folder, read_folder(root, folder))


def too_large(path: str) -> Problem:
    """A file that is over the size limit."""
    limit = MAX_FILE_BYTES // 1024 // 1024
    return Problem(
        path,
        0,
        f"berkas lebih besar dari {limit} MB",
        "kecilkan fotonya, misalnya 4000 piksel ke bawah",
    )


def folders(root: Path, place: str) -> list[str]:
    """Article folders beneath `content/berita` or `drafts` in the working tree, sorted."""
    pattern = "*" if place == "drafts" else "*/*/*"
    found = (root / place).glob(pattern)
    return sorted(entry.relative_to(root).as_posix() for entry in found if entry.is_dir())


def split(raw: bytes, path: str) -> tuple[str, str, str, int]:
    """(whole text, YAML head, body, first line of the body) of a Markdown file."""
    if len(raw) > MAX_TEXT_BYTES:
        fix = "bagi menjadi beberapa berita"
        what = f"naskah lebih besar dari {MAX_TEXT_BYTES // 1024} KB"
        raise InputErrors([Problem(path, 0, what, fix)])
    try:
        source = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        fix = "simpan berkas sebagai teks UTF-8"
        raise InputErrors([Problem(path, line, "naskah bukan teks UTF-8", fix)]) from error
    lines = source.split("\n")
    if lines[0].rstrip() != "---":
        fix = "mulai berkas dengan baris ---, lalu kunci-kuncinya, lalu --- lagi"
        raise InputErrors([Problem(path, 1, "kepala naskah tidak ada", fix)])
    for index, text in enumerate(lines[1:], start=1):
        if text.rstrip() == "---":
            head = "\n".join(lines[1:index]) + "\n"
            return source, head, "\n".join(lines[index + 1 :]), index + 2
    fix = "tutup kepala naskah dengan baris ---"
    raise InputErrors([Problem(path, 1, "kepala naskah tidak ditutup", fix)])


def _parents(folder: str) -> list[str]:
    pure = PurePosixPath(folder)
    return [str(pure), *(str(parent) for parent in pure.parents if str(parent) != ".")]


def _place_problems(folder: str) -> list[Problem]:
    public, draft = PUBLIC_PLACE.fullmatch(folder), DRAFT_PLACE.fullmatch(folder)
    if not public and not draft:
        fix = "naskah di drafts/<nama>/, berita di content/berita/TTTT/BB/<nama>/"
        return [Problem(folder, 0, "bukan tempat naskah atau berita", fix)]
    slug = folder.rsplit("/", 1)[-1]
    if not SLUG.fullmatch(slug) or len(slug) > 100:
        fix = "pakai huruf kecil, angka, dan tanda hubung, misalnya evaluasi-spip"
        return [Problem(folder, 0, f"nama folder “{slug}” tidak sah", fix)]
    if public and not 1 <= int(public[2]) <= 12:
        return [Problem(folder, 0, f"bulan “{public[2]}” tidak ada", "pakai 01 sampai 12")]
    return []


def _file_problems(folder: str, files: Mapping[str, bytes]) -> list[Problem]:
    problems = []
    if len(files) > MAX_FILES:
        problems.append(
            Problem(folder, 0, f"lebih dari {MAX_FILES} berkas", "pilih foto yang terbaik saja")
        )
    for name, data in files.items():
        if not FILE_NAME.fullmatch(name):
            fix = "pakai huruf, angka, titik, garis bawah, dan tanda hubung, tanpa spasi"
            problems.append(Problem(f"{folder}/{name}", 0, "nama berkas tidak sah", fix))
        elif len(data) > MAX_FILE_BYTES:
            problems.append(too_large(f"{folder}/{name}"))
    return problems


def _article(
    folder: str,
    front: FrontMatter,
    lines: Mapping[str, int],
    text: tuple[str, str, int],
    files: Mapping[str, bytes],
) -> core.Article:
    source, body, body_line = text
    rendered = markup.render(body)
    return core.Article(
        folder=folder,
        title=front.judul.strip(),
        kind=front.jenis,
        date=front.tanggal,
        summary=" ".join(front.ringkasan.split()),
        classification=front.klasifikasi.strip(),
        category=front.kategori.strip(),
        tags=tuple(tag.strip().lstrip("#") for tag in front.tagar),
        channels=front.kanal,
        five_w=core.FiveW(**front.five_w.model_dump()) if front.five_w else None,
        photos=tuple(_photo(row, lines.get(f"foto.{i}", 0)) for i, row in enumerate(front.foto)),
        video=core.Video(front.video.tautan, front.video.transkrip) if front.video else None,
        publish_at=front.terbit_pada,
        channel_texts=MappingProxyType(dict(front.teks_kanal)),
        corrections=tuple(core.Correction(row.waktu, row.isi) for row in front.ralat),
        withdrawal=core.Withdrawal(front.ditarik.waktu, front.ditarik.alasan)
        if front.ditarik
        else None,
        waivers=tuple(
            core.Waiver(
                row.aturan,
                row.kutipan,
                row.alasan,
                row.oleh,
                lines.get(f"catatan_pemeriksaan.{i}", 0),
            )
            for i, row in enumerate(front.catatan_pemeriksaan)
        ),
        body=body,
        body_line=body_line,
        source=source,
        rendered=rendered,
        html=markup.sanitise(rendered),
        files=MappingProxyType(dict(files)),
        lines=MappingProxyType(dict(lines)),
    )


def _photo(row: _Photo, line: int) -> core.Photo:
    return core.Photo(
        file=row.berkas.strip(),
        alt=row.alt.strip(),
        caption=row.keterangan.strip(),
        credit=row.kredit.strip(),
        focus=row.fokus,
        children=row.anak,
        documents=row.dokumen,
        consent=row.persetujuan.strip(),
        line=line,
    )
