"""Article folders -> core types; every error with file, line and a fix.

A folder is given as a mapping of file names to bytes, so that the working tree, a Git
tree and a test go through the same door.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from terbit import markup, schema, yaml_source
from terbit.core import article as core
from terbit.errors import InputErrors, Problem
from terbit.front_matter import ChildConsentRow, FrontMatter, PageFrontMatter, PhotoRow, WaiverRow
from terbit.git_objects import Files, size_of

MAX_TEXT_BYTES = 256 * 1024
MAX_FILE_BYTES = core.MAX_FILE_BYTES
MAX_FILES = core.MAX_FILES
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
PAGE_END = ".md"
FRONT_PAGE = "content/index.md"
MADE = frozenset("agenda arsip cari kategori kontak langganan pengumuman tagar".split())
"""Folders of the site that are made of other things; a page there would stand in their way."""
PUBLIC_PLACE = re.compile(r"content/berita/([0-9]{4})/([0-9]{2})/([^/]+)")
DRAFT_PLACE = re.compile(r"drafts/([^/]+)")


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
    wrong += _repeated(front, document) if front else ()
    if front is None or problems or wrong:
        raise InputErrors([*problems, *wrong])
    return _article(folder, front, document.lines, (source, body, body_line), files)


def parse_page(path: str, raw: bytes) -> tuple[PageFrontMatter, str]:
    """Head and body of a plain page. Raises InputErrors."""
    front, _, (_, body, _) = _page(path, raw)
    return front, body


def page_as_article(path: str, raw: bytes, day: date) -> core.Article:
    """A plain page in the form that the rules read, as of a day. Raises InputErrors."""
    front, lines, (source, body, body_line) = _page(path, raw)
    rendered = markup.render(body)
    return core.Article(
        folder=path.rpartition("/")[0],
        title=front.judul,
        kind=core.PAGE_KIND,
        date=day,
        summary=" ".join(front.ringkasan.split()),
        classification=core.CLASSIFICATIONS[-1],
        channels=(),
        waivers=_waivers(front.catatan_pemeriksaan, lines),
        listed=listed(front),
        body=body,
        body_line=body_line,
        source=source,
        rendered=rendered,
        html=markup.sanitise(rendered),
        lines=MappingProxyType(dict(lines)),
    )


def taken(path: str) -> tuple[Problem, ...]:
    """What is wrong with the place of a plain page, whatever it says."""
    top = path.removeprefix("content/").split("/")[0].removesuffix(".md")
    if top not in MADE:
        return ()
    fix = f"pilih tempat lain, misalnya content/tentang/{top}.md"
    return (Problem(path, 0, f"alamat /{top}/ sudah dipakai situs", fix),)


def listed(front: PageFrontMatter) -> tuple[core.Listed, ...]:
    """The rows of a page's `daftar`, each text on one line."""
    return tuple(
        core.Listed(
            name=row.nama,
            about=" ".join(row.uraian.split()),
            link=row.tautan or "",
            group=" ".join(row.kelompok.split()),
            updated=row.diperbarui,
        )
        for row in front.daftar
    )


def _page(path: str, raw: bytes) -> tuple[PageFrontMatter, Mapping[str, int], tuple[str, str, int]]:
    if not path.endswith(PAGE_END):
        fix = "foto masuk folder beritanya; berkas lain, misalnya lambang kantor, di luar content/"
        raise InputErrors([Problem(path, 0, "bukan halaman: namanya tidak berakhir .md", fix)])
    source, head, body, body_line = split(raw, path)
    document = yaml_source.load(head, path, first_line=2)
    front, problems = schema.validate(PageFrontMatter, document)
    problems += _misplaced_rows(front, document) if front else ()
    if front is None or problems:
        raise InputErrors(problems)
    return front, document.lines, (source, body, body_line)


def read_folder(root: Path, folder: str) -> dict[str, bytes]:
    """All files of an article folder in the working tree; links and subfolders are refused."""
    misplaced = _place_problems(folder)
    if misplaced:
        raise InputErrors(misplaced)
    base = root / folder
    if not base.is_dir():
        fix = "periksa ejaannya; naskah ada di drafts/, berita di content/berita/"
        raise InputErrors([Problem(folder, 0, "folder tidak ditemukan", fix)])
    if any((root / part).is_symlink() for part in _parents(folder)):
        fix = "pakai folder biasa di dalam repositori"
        raise InputErrors([Problem(folder, 0, "folder ini tautan simbolik", fix)])
    entries = sorted(base.iterdir())
    if len(entries) > MAX_FILES:
        raise InputErrors([_too_many(folder)])
    problems = [found for entry in entries if (found := _entry_problem(folder, entry))]
    if problems:
        raise InputErrors(problems)
    return {entry.name: entry.read_bytes() for entry in entries}


def _entry_problem(folder: str, entry: Path) -> Problem | None:
    """Why one entry of an article folder is refused, unread; None where nothing is wrong."""
    name = f"{folder}/{entry.name}"
    if entry.is_symlink():
        return Problem(name, 0, "tautan simbolik tidak diterima", "salin berkas aslinya ke sini")
    if entry.is_dir():
        fix = "taruh semua berkas langsung di folder berita"
        return Problem(name, 0, "subfolder tidak diterima", fix)
    if not entry.is_file():
        return Problem(name, 0, "bukan berkas biasa", "hapus dari folder ini")
    return too_large(name) if entry.stat().st_size > MAX_FILE_BYTES else None


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
        line = error.object[: error.start].count(b"\n") + 1
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


def _too_many(folder: str) -> Problem:
    what = f"lebih dari {MAX_FILES} berkas"
    return Problem(folder, 0, what, "pilih foto yang terbaik saja")


def _repeated(front: FrontMatter, document: yaml_source.Document) -> Iterator[Problem]:
    """Photos that are named a second time."""
    names = [row.berkas.strip() for row in front.foto]
    for index, name in enumerate(names):
        if name in names[:index]:
            line = document.line(f"foto.{index}.berkas")
            what = f"foto “{name}” disebut dua kali"
            yield Problem(document.path, line, what, "hapus salah satunya")


def _misplaced_rows(front: PageFrontMatter, document: yaml_source.Document) -> Iterator[Problem]:
    """Rows of `daftar` that stand in their group a second time, or on the front page."""
    if front.daftar and document.path == FRONT_PAGE:
        fix = "pindahkan daftar ini ke halaman lain, misalnya ppid/berkala.md"
        yield Problem(
            document.path, document.line("daftar"), "beranda tidak menampilkan daftar", fix
        )
    names = [(row.group.casefold(), row.name.casefold()) for row in listed(front)]
    for index, name in enumerate(names):
        if name in names[:index]:
            line = document.line(f"daftar.{index}.nama")
            what = f"“{front.daftar[index].nama}” didaftar dua kali"
            yield Problem(document.path, line, what, "hapus salah satunya")


def _file_problems(folder: str, files: Mapping[str, bytes]) -> list[Problem]:
    problems = []
    if len(files) > MAX_FILES:
        problems.append(_too_many(folder))
    for name in files:
        if not FILE_NAME.fullmatch(name):
            fix = "pakai huruf, angka, titik, garis bawah, dan tanda hubung, tanpa spasi"
            problems.append(Problem(f"{folder}/{name}", 0, "nama berkas tidak sah", fix))
        elif size_of(files, name) > MAX_FILE_BYTES:
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
        title=front.judul,
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
        child_consent=_child_consent(front.persetujuan_anak),
        publish_at=front.terbit_pada,
        channel_texts=MappingProxyType(dict(front.teks_kanal)),
        corrections=tuple(core.Correction(row.waktu, row.isi) for row in front.ralat),
        withdrawal=core.Withdrawal(front.ditarik.waktu, front.ditarik.alasan)
        if front.ditarik
        else None,
        answers=front.menjawab or "",
        urgency=core.Urgency(" ".join(front.mendesak.alasan.split())) if front.mendesak else None,
        waivers=_waivers(front.catatan_pemeriksaan, lines),
        body=body,
        body_line=body_line,
        source=source,
        rendered=rendered,
        html=markup.sanitise(rendered),
        files=files if isinstance(files, Files) else MappingProxyType(dict(files)),
        lines=MappingProxyType(dict(lines)),
    )


def _waivers(rows: Iterable[WaiverRow], lines: Mapping[str, int]) -> tuple[core.Waiver, ...]:
    return tuple(
        core.Waiver(
            row.aturan, row.kutipan, row.alasan, row.oleh, lines.get(f"catatan_pemeriksaan.{i}", 0)
        )
        for i, row in enumerate(rows)
    )


def _child_consent(row: ChildConsentRow | None) -> core.ChildConsent | None:
    return core.ChildConsent(row.wali, row.alasan) if row else None


def _photo(row: PhotoRow, line: int) -> core.Photo:
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
