"""The search index: one Pagefind bundle for each year, and one for the pages without a year.

Pagefind reads finished pages, stems Indonesian words (Snowball) and writes files named after
their content; a browser fetches the few that a query needs. Nothing here is fetched before
somebody searches: see theme/js/cari.js.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cbor2

from terbit.errors import TerbitError

PLACE = "cari/indeks"
PLAIN = "halaman"
"""The bundle of announcements, PPID and all other pages that belong to no year."""

ENTRY = "pagefind-entry.json"
KEPT = (
    "pagefind.js",
    "pagefind-worker.js",
    "wasm.id.pagefind",
    "*.pf_meta",
    "index/*",
    "fragment/*",
    "filter/*",
)
"""What cari.js can ask for; Pagefind also writes 400 KB of ready-made search boxes."""

BODY = re.compile(r"<[a-z][^<>]*\sdata-pagefind-body[\s=>]")
NOINDEX = re.compile(r"<meta\s[^<>]*\bname=\"?robots\"?[^<>]*\bnoindex\b")
SIGNATURE = b"pagefind_dcd"
TIMEOUT_SECONDS = 300
LOG_LINES = 10


def engine() -> str:
    """The version of Pagefind; a new one needs every bundle made again."""
    return f"pagefind-{version('pagefind_bin')}"


def index(folder: Path, years: Iterable[str]) -> None:
    """Make the bundle of each year anew from its articles in the built site `folder`.

    A year without any article that may be found loses its bundle. One Pagefind runs at a time:
    a year of 1,000 articles takes about 250 MB of memory.
    """
    for year in sorted(set(years)):
        _replace(folder, year, sorted((folder / "berita" / year).rglob("index.html")))


def index_pages(folder: Path, addresses: Iterable[str]) -> None:
    """Make the bundle of the pages without a year anew; addresses such as "ppid/berkala/"."""
    pages = [folder / address / "index.html" for address in sorted(set(addresses))]
    _replace(folder, PLAIN, [page for page in pages if page.is_file()])


def beside(folder: Path) -> Path:
    """Where a bundle is made: next to the site, for nobody should be sent half of one."""
    return folder.with_name(f".{folder.name}.indeks")


def may_be_found(html: str) -> bool:
    """Whether a page says what of it is to be searched, and does not ask to stay out."""
    return bool(BODY.search(html)) and not NOINDEX.search(html)


def _replace(folder: Path, name: str, pages: Iterable[Path]) -> None:
    """Make one bundle beside the site, then move it in."""
    target, work = folder / PLACE / name, beside(folder)
    shutil.rmtree(work, ignore_errors=True)  # left by a run that was killed
    try:
        if _gather(folder, pages, work / "pages"):
            _run(work / "pages", work / "bundle")
            _settle(work / "bundle")
            _move(work / "bundle", target)
        else:
            (target / ENTRY).unlink(missing_ok=True)
            shutil.rmtree(target, ignore_errors=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _gather(folder: Path, pages: Iterable[Path], into: Path) -> int:
    """Link the pages that may be found below `into`, at their addresses; how many there are."""
    count = 0
    for page in pages:
        if may_be_found(page.read_text(encoding="utf-8")):
            link = into / page.relative_to(folder)
            link.parent.mkdir(parents=True, exist_ok=True)
            link.hardlink_to(page)
            count += 1
    return count


def _run(pages: Path, bundle: Path) -> None:
    """Let Pagefind read all pages; its Python interface would wait 0.1 s for each of them."""
    # --force-language: stemming never depends on what a page says of itself
    options = ["--output-path", str(bundle), "--force-language", "id", "--silent"]
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), *options]
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter, fixed arguments)
            command, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        what = f"indeks pencarian belum selesai setelah {TIMEOUT_SECONDS // 60} menit"
        raise TerbitError(what, "indeks yang lama tidak diubah; jalankan sekali lagi") from error
    if done.returncode != 0 or not (bundle / ENTRY).is_file():
        log = "\n".join((done.stdout + done.stderr).strip().splitlines()[-LOG_LINES:])
        fix = f"indeks yang lama tidak diubah; catatan Pagefind:\n{log}"
        raise TerbitError("Pagefind gagal membuat indeks pencarian", fix)


def _settle(bundle: Path) -> None:
    """Sort what Pagefind 1.5 writes in random order, so that equal pages give equal bytes.

    Those are the filters in the list of contents and the values in a filter; the hash in a
    name follows from the bytes again.
    """
    entry = json.loads((bundle / ENTRY).read_bytes())
    language = entry["languages"]["id"]
    contents = bundle / f"pagefind.{language['hash']}.pf_meta"
    release, pages, chunks, filters, *rest = _unpack(contents)
    settled = sorted([name, _settle_filter(bundle, hash_)] for name, hash_ in filters)
    language["hash"] = _pack(
        [release, pages, chunks, settled, *rest], bundle / "pagefind.{}.pf_meta"
    )
    contents.unlink()
    (bundle / ENTRY).write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def _settle_filter(bundle: Path, hash_: str) -> str:
    """Write one filter with its values in order; its new hash."""
    old = bundle / f"filter/{hash_}.pf_filter"
    name, values = _unpack(old)
    old.unlink()
    return _pack([name, sorted(values)], bundle / "filter/{}.pf_filter")


def _unpack(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))


def _pack(value: Any, pattern: Path) -> str:
    """Write a value as Pagefind does, to a path with its hash for {}; the hash."""
    data = SIGNATURE + cbor2.dumps(value)
    hash_ = f"id_{hashlib.sha256(data).hexdigest()[:10]}"
    Path(str(pattern).format(hash_)).write_bytes(gzip.compress(data, mtime=0))
    return hash_


def _move(fresh: Path, target: Path) -> None:
    """Bring a bundle to its place without a moment in which a search finds half of it.

    Only the entry has a fixed name, all else is named after its content: new files come first,
    then the entry in one step, then what the new entry does not need goes. Equal files stay.
    """
    wanted = {path.relative_to(fresh) for pattern in KEPT for path in fresh.glob(pattern)}
    for name in sorted(wanted):
        _put(fresh / name, target / name)
    _put(fresh / ENTRY, target / ENTRY)
    for path in _files(target):
        if path.relative_to(target) not in wanted | {Path(ENTRY)}:
            path.unlink()


def _put(source: Path, target: Path) -> None:
    """Move a file over another in one step, unless both are equal."""
    if target.is_file() and target.read_bytes() == source.read_bytes():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
