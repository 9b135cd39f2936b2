"""`terbit show`: one request as one file: facts, what changed, the very page, the posts."""

from __future__ import annotations

import re
from html import unescape

import pytest

from terbit.commands.show import Shown, chosen, show
from terbit.report.showing import OWN_STYLE
from tests.rooms import ITEM, OLD_ITEM, PUBLIC, WRITER, Room

INDEX = f"{PUBLIC}/index.md"
OLD = f"content/{OLD_ITEM}/index.md"
BRANCH = "naskah/lain"


def made(room: Room, number: int = 1) -> Shown:
    done = show(room.newsroom, number, room.folder / "lihat", room.tick())
    assert done is not None
    return done


def page(room: Room, number: int = 1) -> str:
    return made(room, number).file.read_text(encoding="utf-8")


def words(html: str) -> str:
    """What a reader sees, on one line."""
    body = re.sub(r"<style>.*?</style>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def opened(room: Room, files: dict[str, bytes], remove: tuple[str, ...] = ()) -> int:
    """A request of its own, from main."""
    base = room.newsroom.main()
    room.push(WRITER, files, remove, base=base, branch=BRANCH)
    return room.newsroom.desk.open_request(
        branch=BRANCH, title="Lain", body="", actor=WRITER, now=room.tick()
    )


def old(room: Room, before: str, after: str) -> dict[str, bytes]:
    data = room.newsroom.repository.file(room.newsroom.main(), OLD)
    assert data is not None
    assert before.encode() in data
    return {OLD: data.replace(before.encode(), after.encode())}


def test_the_file_is_named_by_request_and_commit(room: Room) -> None:
    room.submit()
    done = made(room)
    assert done.file.name == f"pratinjau-1-{room.head()[:7]}.html"
    room.push(WRITER, {INDEX: room.text("SATU", "DUA")})
    again = made(room)
    assert list(again.file.parent.iterdir()) == [again.file]


def test_a_leader_finds_facts_page_and_posts_on_it(room: Room) -> None:
    room.submit()
    shown = words(page(room))
    assert "BELUM DISETUJUI – pratinjau permintaan #1" in shown
    for told in (
        "Judul Kabar Uji Melewati Lima Langkah",
        "Jenis dan klasifikasi Berita · Berkala",
        "Tanggal kegiatan Selasa, 17 November 2026",
        "Kategori dan tagar Pengawasan · #uji",
        "Kanal Situs, Instagram, dan Telegram",
        "Citra Maharani",
    ):
        assert told in shown
    assert "Angka kuncinya SATU." in shown
    assert "inspektorat.contoh" in shown
    assert "Yang berubah" not in shown


def test_the_page_is_that_of_the_site(room: Room) -> None:
    """The same words in the same HTML, once it is public; only addresses and dates differ."""
    room.submit()
    before = _article(page(room))
    room.approve("dewi-sekarmelati")
    room.approve("bagas-tirtayasa")
    room.merge()
    room.publisher().run()
    public = (room.out / "situs" / ITEM / "index.html").read_text(encoding="utf-8")
    assert _plain(before) == _plain(_article(public))


def _article(html: str) -> str:
    return html[html.index('<article class="berita"') :].partition("</article>")[0]


def _plain(html: str) -> str:
    """Without what tells a page of the site from one that stands alone and is not approved."""
    for gone in (
        r" data-pagefind-body",
        r'<p class="pita-lebar".*?</p>',
        r'<p class="sah".*?</p>',
        r' (src|srcset|sizes|href|datetime)="[^"]*"',
        r"<time[^>]*>.*?</time>",
        r'<section class="lajur terkait".*?</section>',
    ):
        html = re.sub(gone, "", html, flags=re.DOTALL)
    return " ".join(html.split())


def test_what_changed_since_the_public_version_is_told_word_by_word(room: Room) -> None:
    room.publisher().run()
    number = opened(room, old(room, "Pengumuman lama", "Pengumuman lawas"))
    html = page(room, number)
    assert "Yang berubah dari versi publik" in html
    assert "<s>lama</s> <strong>lawas</strong>" in html


def test_a_removal_is_told(room: Room) -> None:
    names = [f"content/{OLD_ITEM}/{name}" for name in ("index.md",)]
    listed = room.newsroom.repository.entries(room.newsroom.main(), f"content/{OLD_ITEM}/")
    number = opened(room, {}, tuple({*names, *(row.path for row in listed)}))
    assert "Permintaan ini menghapusnya dari situs." in page(room, number)


def test_a_plain_page_is_shown_too(room: Room) -> None:
    text = b"---\njudul: Cara Mengadu\n---\nDatang ke loket **satu**.\n"
    html = page(room, opened(room, {"content/tentang/mengadu.md": text}))
    assert "<strong>satu</strong>" in html
    assert "Jenis Halaman" in words(html)


def test_a_text_that_cannot_be_read_is_told_and_the_file_made_all_the_same(room: Room) -> None:
    room.submit()
    room.push(WRITER, {INDEX: room.text("jenis: berita", "jenis: kabar")})
    assert "naskahnya belum terbaca" in page(room)


def test_a_photo_that_cannot_be_decoded_is_told(room: Room) -> None:
    room.submit()
    room.push(WRITER, {f"{PUBLIC}/foto-1.jpg": b"\xff\xd8\xffbukan foto"})
    assert "naskahnya belum terbaca" in page(room)


def test_a_request_that_no_reader_sees_has_no_file(room: Room) -> None:
    number = opened(room, {"kantor.yml": b"# kosong\n"})
    assert show(room.newsroom, number, room.folder / "lihat", room.tick()) is None


def test_code_and_templates_of_a_request_are_named_and_never_used(room: Room) -> None:
    """Only the articles are the request's own; everything else is what main has."""
    room.submit()
    honest = _article(page(room))
    foreign = {
        "scripts/terbit/templates/pratinjau.html.j2": b"PALSU",
        f"scripts/terbit/templates/{OWN_STYLE}": b"PALSU",
        "kantor.yml": b"PALSU",
        "mkdocs.yml": b"PALSU",
    }
    room.push(WRITER, foreign)
    html = page(room)
    assert "PALSU" not in html
    assert "Berkas lain dalam permintaan ini" in html
    assert _article(html) == honest


def test_no_text_comes_to_life(room: Room) -> None:
    room.submit()
    evil = "Kabar </style></template><script>alert(1)</script>"
    text = room.text("Kabar Uji Melewati Lima Langkah", evil)
    room.push(WRITER, {INDEX: text.replace(b"SATU", b"<script>alert(2)</script>")})
    html = page(room)
    assert "<script" not in html
    assert html.count("</template>") == 1
    assert html.count("</style>") == 2


def test_it_is_one_light_file_that_loads_nothing(room: Room) -> None:
    room.submit()
    done = made(room)
    html = done.file.read_text(encoding="utf-8")
    assert done.file.stat().st_size < 1_500_000
    assert not re.findall(r'(?:src|srcset|poster)="(?!data:)', html)
    assert not re.findall(r"url\((?![\"']?data:)", html)
    assert "default-src 'none'; script-src 'none'; style-src 'sha256-" in unescape(html)


@pytest.mark.parametrize(
    ("event", "number"),
    [
        ({"inputs": {"nomor": "1"}}, 1),
        ({"inputs": {"nomor": ""}}, None),
        ({"workflow_run": {"pull_requests": [{"number": 7}], "head_sha": "c" * 40}}, None),
    ],
)
def test_an_event_names_one_request_or_nothing_is_made(
    room: Room, event: dict[str, object], number: int | None
) -> None:
    room.submit()
    assert chosen(room.newsroom, event) == number
