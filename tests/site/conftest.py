"""A miniature site, built for real with mkdocs once a session."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from terbit import articles, markup
from terbit.core.article import Article, Listed
from terbit.core.office import Calendar, ChannelSetting, Contacts, Office
from terbit.core.procedure import Action, Procedure, Role, Step
from terbit.core.record import ADOPTED, APPROVED, PUBLISHED, History, Signature
from terbit.site import Entry, Page, Site, build, cards
from terbit.site.items import Item, collect
from terbit.site.pictures import Brand

ZONE = ZoneInfo("Asia/Jakarta")
BUILT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
BASE = "https://dinas.contoh.go.id/kabar/"
CONFIG = (Path(__file__).parents[1] / "newsroom/mkdocs.yml").read_bytes()
HOSTILE = 'Rapat <script>alert("x")</script> & "kutip" {{ 7*7 }} ---'
HEAD = """---
judul: {title}
jenis: {kind}
tanggal: {day}
ringkasan: {summary}
kategori: {category}
tagar: [SPIP]
{more}---
{body}
"""


@dataclass(frozen=True)
class Built:
    """The miniature site's input and the folder that came out."""

    site: Site
    out: Path

    def page(self, url: str) -> str:
        return (self.out / url / "index.html").read_text(encoding="utf-8")

    def html(self) -> dict[str, str]:
        return {
            path.relative_to(self.out).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(self.out.rglob("*.html"))
        }


def photo(width: int = 2000, height: int = 1000, orientation: int = 1) -> bytes:
    """A JPEG with EXIF, its left half red so that a turn can be seen."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = orientation, "rahasia-lokasi"
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def article(
    folder: str, title: str, files: dict[str, bytes] | None = None, **fields: str
) -> Article:
    values = {
        "kind": "berita",
        "day": "2026-11-10",
        "summary": "Ringkasan yang pendek.",
        "category": "pengawasan",
        "more": "",
        "body": "Isi berita.",
    } | fields
    quoted = "'" + title.replace("'", "''") + "'"
    text = HEAD.format(title=quoted, **values)
    return articles.parse(folder, {"index.md": text.encode(), **(files or {})})


def history(item: str, at: datetime, *, published: bool = True) -> History:
    digest = "sha256:" + "ab" * 32
    rows = [
        Signature("periksa", "telaah", "Kepala Bagian", at - timedelta(minutes=20), 1, "Ani Sari"),
        Signature("periksa", "telaah", "Sekretaris", at - timedelta(minutes=10), 2, "Edo Rahman"),
        Signature("putus", "putuskan", "Kepala Dinas", at, 3, "Budi Utama", "budi"),
    ]
    fields = {"procedure": "SOP/1", "digest": digest, "actor": "mesin"}
    details = {"request": 12, "signatures": [row.to_json() for row in rows]}
    made = History(item)
    made = made.add(made.next(APPROVED, at=at, details=details, **fields))
    if published:
        later = at + timedelta(minutes=4)
        made = made.add(made.next(PUBLISHED, at=later, **fields))
        link = {"link": "https://www.facebook.com/contoh/posts/1"}
        made = made.add(made.next("terunggah-facebook", at=later, details=link, **fields))
        made = made.add(made.next("paket-instagram", at=later, **fields))
    return made


def adopted(item: str) -> History:
    empty = History(item)
    event = empty.next(
        ADOPTED,
        at=datetime(2026, 11, 1, 2, 0, tzinfo=UTC),
        procedure="SOP/1",
        digest="sha256:" + "cd" * 32,
        actor="Pengelola",
        details={"reason": "Sudah ada.", "by": "Budi Utama"},
    )
    return empty.add(event)


def office() -> Office:
    week = (((450, 720), (780, 960)),) * 4 + (((450, 690),), (), ())
    return Office(
        name="Dinas Contoh & Uji",
        short_name="Dinas",
        city="Kota",
        calendar=Calendar(ZONE, week),
        appointments=(),
        contacts=Contacts(("(0536) 555-0100",), ("humas@dinas.contoh.go.id",)),
        channels=(
            ChannelSetting("situs", True),
            ChannelSetting("instagram", True, account="dinascontoh"),
            ChannelSetting("facebook", True, account="dinascontoh"),
            ChannelSetting("x", False, account="lama"),
        ),
        address="Jalan Contoh Nomor 1",
        site_url=BASE.rstrip("/"),
        tagline="Melayani",
    )


def procedure() -> Procedure:
    roles = (Role("kabag", "Kepala Bagian", 2), Role("kadis", "Kepala Dinas", 3))
    steps = (
        Step(1, "tulis", "Menyusun draf", Action.DRAFT, "staf", ("kabag",)),
        Step(2, "periksa", "Memeriksa draf", Action.REVIEW, "kabag", ("kabag",)),
        Step(3, "putus", "Memutuskan", Action.DECIDE, "kadis", ("kadis",)),
        Step(4, "unggah", "Mengunggah", Action.PUBLISH, "staf", ("kabag",)),
    )
    return Procedure("SOP/1", "Publikasi", date(2026, 1, 1), None, None, (), roles, steps)


LISTED = (
    Listed("Cara kerja <b>", link="/tentang/privasi/", group="Profil", updated=date(2026, 11, 2)),
    Listed("Laporan kinerja", "Setelah diperiksa.", group="Kinerja"),
    Listed("Data kinerja", link="https://data.contoh.go.id/", group="Kinerja"),
    Listed("Rencana kerja", link="/tidak-ada-lagi/", group="Kinerja"),
)


def miniature() -> Site:
    """Two articles, one withdrawn, one embargoed, an announcement, three plain pages."""
    photos = (
        "foto:\n- {berkas: utama.jpg, alt: Rapat di aula, keterangan: Suasana, kredit: Humas}\n"
    )
    photos += "- {berkas: dua.png, alt: Warga <b>bertanya</b>}\n"
    body = (
        "Lihat [PPID](../../../../ppid/berkala.md), [rapat](../rapat/), [luar](https://contoh.id),\n"
        "[hilang](../tidak-ada/), dan [anak judul](#bagian).\n\n## Bagian\n\n"
        "```\n    baris satu\n\n\t<tag> ```` klzzwxh\n```\n\n"
        "![Sisipan](isi.png) ![Pelacak](https://pelacak.contoh.com/a.gif)\n"
    )
    embargo = "terbit_pada: 2026-11-23T08:00\n"
    withdrawn = "ditarik: {waktu: 2026-11-15T09:00, alasan: Memuat data pribadi.}\n"
    corrected = "ralat:\n- {waktu: 2026-11-14T09:00, isi: Jumlah peserta 20 orang.}\n"
    corrected += "5w1h: {apa: Penilaian, siapa: Tim}\n"
    files = {"utama.jpg": photo(), "isi.png": photo(600, 300), "lain.jpg": photo()}
    files["dua.png"] = photo(300, 600)
    place = "content/berita/2026/11"
    made = [
        article(f"{place}/utama", HOSTILE, files, more=photos + corrected, body=body),
        article(f"{place}/rapat", "Rapat Bulanan", day="2026-11-03"),
        article(
            f"{place}/dicabut",
            "Berita yang Dicabut",
            files,
            more=photos + withdrawn,
            body="Rahasia.",
        ),
        article(
            f"{place}/embargo", "Kejutan Besok", files, more=photos + embargo, body="Belum boleh."
        ),
        article("content/berita/2026/10/loket", "Loket Tutup", kind="pengumuman", category=""),
    ]
    start = datetime(2026, 11, 12, 3, 41, tzinfo=UTC)
    entries = []
    for index, one in enumerate(made):
        item = one.folder.removeprefix("content/")
        entries.append(
            Entry(one, history(item, start - timedelta(days=index), published=index != 3))
        )
    pages = tuple(
        Page(path, title, "", markup.to_html(text), adopted(path), LISTED if "ppid" in path else ())
        for path, title, text in (
            ("index.md", "Beranda", "Selamat datang. [PPID](ppid/berkala.md)"),
            ("ppid/berkala.md", "Informasi berkala", "Isi."),
            ("tentang/privasi.md", "Privasi", "Tanpa pelacak."),
        )
    )
    ledger = {entry.item: entry.history for entry in entries}
    ledger |= {page.path: page.history for page in pages if page.history}
    gone = "berita/2025/01/lama"
    ledger[gone] = history(gone, datetime(2025, 1, 5, tzinfo=UTC))
    hidden = "berita/2026/11/belum"
    ledger[hidden] = history(hidden, start, published=False)
    return Site(office(), procedure(), tuple(entries), pages, ledger, BUILT, "abcdef0123456789")


def items_of(site: Site, cache: Path) -> tuple[Item, ...]:
    """The items of a site, newest first."""
    made = {entry.item: entry.load() for entry in site.entries}
    brand = Brand.of(site.office)
    albums = {entry.key: cards.album_of(entry.article, cache, brand) for entry in made.values()}
    found = {n: (e.key, cards.make(e, site, albums[e.key])) for n, e in made.items()}
    return collect(site, found, albums.__getitem__)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    work = tmp_path_factory.mktemp("situs")
    build(miniature(), CONFIG, work / "out", work / "kerja")
    return Built(miniature(), work / "out")


@pytest.fixture
def small() -> Site:
    """One article without photos: quick to build where a test needs its own build."""
    site = miniature()
    entry = next(entry for entry in site.entries if entry.item.endswith("/rapat"))
    return replace(site, entries=(entry,), ledger={entry.item: entry.history})
