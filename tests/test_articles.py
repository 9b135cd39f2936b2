"""Article folders: what is read, and everything that is refused with file, line and a fix."""

from __future__ import annotations

import socket
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit import articles
from terbit.core.article import QUESTIONS, Article, ChildConsent, FiveW, Listed
from terbit.core.office import CHANNEL_IDS
from terbit.errors import InputErrors, Problem

ROOT = Path(__file__).parents[1]
FOLDER = "content/berita/2026/11/evaluasi-spip"
PATH = f"{FOLDER}/index.md"
HEAD = """\
judul: Evaluasi Pengendalian Intern
jenis: berita
tanggal: 2026-11-10
ringkasan: Tim menilai sepuluh perangkat daerah.
klasifikasi: berkala
kategori: pengawasan
tagar: [SPIP, '#Pengawasan']
kanal: [situs, instagram]
5w1h:
  apa: Evaluasi
  kapan: 2026-11-10
foto:
  - berkas: foto-1.jpg
    alt: Pegawai duduk
    fokus: [0.5, 0.4]
    anak: tidak
  - berkas: foto-2.jpg
"""
BODY = "Isi berita.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n"


def text(head: str = HEAD, body: str = BODY) -> bytes:
    return f"---\n{head}---\n{body}".encode()


def parse(
    raw: bytes | None = None, folder: str = FOLDER, files: dict[str, bytes] | None = None
) -> Article:
    return articles.parse(folder, {"index.md": text() if raw is None else raw, **(files or {})})


def problems(raw: bytes | None = None, **rest: Any) -> list[Problem]:
    with pytest.raises(InputErrors) as caught:
        parse(raw, **rest)
    assert all(row.fix for row in caught.value.problems)
    return list(caught.value.problems)


def problem(raw: bytes | None = None, **rest: Any) -> Problem:
    (only,) = problems(raw, **rest)
    return only


def with_row(row: str) -> bytes:
    """The usual article with one more row at the end of its head (line 19)."""
    return text(HEAD + row)


# What is read


def test_an_article_is_read_whole() -> None:
    article = parse(files={"foto-1.jpg": b"x"})
    assert (article.title, article.kind) == ("Evaluasi Pengendalian Intern", "berita")
    assert article.date == date(2026, 11, 10)
    assert article.tags == ("SPIP", "Pengawasan")
    assert article.channels == ("situs", "instagram")
    assert article.five_w == FiveW(apa="Evaluasi", kapan="2026-11-10")
    assert article.photos[0].focus == (0.5, 0.4)
    assert article.photos[0].children is False
    assert article.photos[1].children is None
    assert article.body == BODY
    assert article.source == text().decode()
    assert article.file("foto-1.jpg") == b"x"
    assert (article.slug, article.path, article.is_draft) == ("evaluasi-spip", PATH, False)
    assert '<td align="right">2</td>' in article.html


def test_every_key_and_the_body_know_their_line() -> None:
    article = parse()
    lines = text().decode().splitlines()
    for key, needle in {
        "judul": "judul:",
        "5w1h.apa": "  apa:",
        "foto.0.berkas": "  - berkas: foto-1",
        "foto.0.anak": "    anak:",
        "foto.1": "  - berkas: foto-2",
    }.items():
        assert lines[article.line(key) - 1].startswith(needle)
    assert lines[article.body_line - 1] == "Isi berita."
    assert [photo.line for photo in article.photos] == [14, 18]
    assert article.line("foto.1.kredit") == 18


def test_optional_parts() -> None:
    article = parse(
        with_row(
            "terbit_pada: 2026-11-12T08:00\n"
            "video: {tautan: 'https://video.contoh.id/1', transkrip: Halo}\n"
            "teks_kanal: {instagram: Halo}\n"
            "persetujuan_anak: {wali: ' Ibu kandung ', alasan: Juara lomba}\n"
            "ralat: [{waktu: 2026-11-13T09:00, isi: Angka diperbaiki}]\n"
            "ditarik: {waktu: 2026-11-14 10:00, alasan: Keliru}\n"
            "catatan_pemeriksaan: [{aturan: KIP-01, kutipan: a, alasan: b, oleh: Ketua PPID}]\n"
        )
    )
    assert article.publish_at == datetime(2026, 11, 12, 8)  # noqa: DTZ001  (local time)
    assert article.video is not None
    assert article.video.transcript == "Halo"
    assert dict(article.channel_texts) == {"instagram": "Halo"}
    assert article.corrections[0].at == datetime(2026, 11, 13, 9)  # noqa: DTZ001
    assert article.child_consent == ChildConsent("Ibu kandung", "Juara lomba")
    assert article.withdrawal is not None
    assert article.withdrawal.reason == "Keliru"
    assert (article.waivers[0].rule, article.waivers[0].line) == ("KIP-01", 25)


def test_keys_left_empty_are_as_if_left_out() -> None:
    head = "judul: A\njenis: pengumuman\ntanggal: 2026-11-10\n"
    keys = ("ringkasan", "tagar", "kanal", "5w1h", "foto", "video", "teks_kanal", "ralat")
    keys += ("persetujuan_anak",)
    full = parse(text(head + "".join(f"{key}:\n" for key in keys)))
    bare = parse(text(head))
    assert (full.channels, full.photos, full.tags, full.five_w) == (None, (), (), None)
    assert (full.html, full.summary, full.child_consent) == (bare.html, "", None)


def test_a_time_that_a_form_left_empty_is_none() -> None:
    assert parse(text(HEAD + 'terbit_pada: ""\n')).publish_at is None


def test_a_title_is_one_line() -> None:
    assert parse(text(HEAD.replace("judul: ", "judul: |\n  Dua\n  "))).title == (
        "Dua Evaluasi Pengendalian Intern"
    )


def test_numbers_dates_and_yes_are_text_where_text_is_meant() -> None:
    article = parse(text(HEAD.replace("judul: Evaluasi Pengendalian Intern", "judul: 2026")))
    assert article.title == "2026"
    head = HEAD.replace("apa: Evaluasi", "apa: 5").replace("kapan: 2026-11-10", "kapan: ya")
    assert parse(text(head)).five_w == FiveW(apa="5", kapan="ya")


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_of_other_systems(newline: str) -> None:
    article = parse(text().replace(b"\n", newline.encode()))
    assert article.source == text().decode()
    assert article.line("foto.1") == 18


def test_a_byte_order_mark_is_ignored() -> None:
    assert parse(b"\xef\xbb\xbf" + text()).title == "Evaluasi Pengendalian Intern"


def test_dashes_in_the_body_do_not_end_anything() -> None:
    assert parse(text(body="a\n\n---\n\nb\n")).body == "a\n\n---\n\nb\n"


# The head


@pytest.mark.parametrize(
    ("row", "what", "fix"),
    [
        ("juduls: x\n", "kunci “juduls” tidak dikenal", "maksudnya “judul”?"),
        ("status: terbit\n", "kunci “status” tidak dikenal", "kunci yang ada: judul, jenis"),
        ("video: {tautn: x}\n", "kunci “tautn” tidak dikenal", "maksudnya “tautan”?"),
        ("ralat: [{waktu: 2026-11-13T09:00, isii: x, isi: y}]\n", "“isii”", "maksudnya “isi”?"),
        ("video: &v {tautan: x}\n", "jangkar (&)", "tulis nilainya lengkap"),
        ("video: *v\n", "alias (*)", "tulis nilainya lengkap"),
        ("video: !x {tautan: x}\n", "tag YAML", "hapus tanda seru"),
        ("terbit_pada: 12:30\n", "bilangan berbasis 60", "tulis '12:30'"),
        ("terbit_pada: 20261112\n", "bukan tanggal", "2026-11-12T08:00"),
        ("terbit_pada: 2026-11-12T08:00+07:00\n", "menyebut zona", "tanpa zona"),
        ("terbit_pada: 2026-11-31\n", "bukan nilai yang sah", "TTTT-BB-HH"),
        ("ralat: [{waktu: kemarin, isi: x}]\n", "bukan tanggal", "2026-11-10"),
        ("ralat: [{waktu: 2026-11-13T09:00Z, isi: x}]\n", "menyebut zona", "tanpa zona"),
        ("ralat: [{waktu: 2026-11-13T09:00}]\n", "“ralat.0.isi” belum diisi", "tambahkan"),
        ("ditarik: {waktu: 20261114, alasan: x}\n", "bukan tanggal", "2026-11-10"),
        ("ditarik: {alasan: x}\n", "“ditarik.waktu” belum diisi", "tambahkan"),
        ("teks_kanal: {instagrm: x}\n", "kanal “instagrm” tidak dikenal", "“instagram”?"),
        ("teks_kanal: {Facebook: x}\n", "kanal “Facebook” tidak dikenal", "“facebook”?"),
        ("teks_kanal: {koran: x}\n", "kanal “koran” tidak dikenal", "pilih dari: situs, inst"),
        ("video: {tautan: 08.30}\n", "nol di belakangnya hilang", "tanda kutip"),
        ("catatan_pemeriksaan: [{aturan: KIP-01}]\n", "belum diisi", "tambahkan"),
        ("persetujuan_anak: {wali: Ayah}\n", "“persetujuan_anak.alasan” belum", "tambahkan"),
        ("persetujuan_anak: {alasan: x}\n", "“persetujuan_anak.wali” belum", "tambahkan"),
        ("persetujuan_anak: {wali: ' ', alasan: x}\n", "wali” masih kosong", "isi dengan"),
        ("persetujuan_anak: ya\n", "“persetujuan_anak” tidak sesuai bentuknya", "CONTRIBUTING"),
        ("terbit_pada: 1\nterbit_pada: 1\n", "ditulis dua kali", "hapus salah satunya"),
        ("terbit_pada: [\n", "susunan YAML tidak terbaca", "periksa titik dua"),
    ],
)
def test_a_wrong_row_of_the_head(row: str, what: str, fix: str) -> None:
    found = problems(with_row(row))
    assert any(what in one.what and fix in one.fix for one in found), found
    assert {one.path for one in found} == {PATH}
    assert {one.line for one in found} <= {19, 20}


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("jenis: berita", "jenis: beritaa", 3, "nilai “jenis” tidak dikenal"),
        ("jenis: berita\n", "", 1, "kunci “jenis” belum diisi"),
        ("judul: Evaluasi Pengendalian Intern", "judul: ' '", 2, "“judul” masih kosong"),
        ("judul: Evaluasi", "judul: " + "Evaluasi" * 40, 2, "“judul” terlalu panjang"),
        ("tanggal: 2026-11-10", "tanggal: 20261110", 4, "“20261110” bukan tanggal"),
        ("tanggal: 2026-11-10", "tanggal: 10-11-2026", 4, "“10-11-2026” bukan tanggal"),
        ("kanal: [situs, instagram]", "kanal: [situs, instagrm]", 9, "kanal “instagrm” tidak"),
        ("kanal: [situs, instagram]", "kanal: []", 9, "“kanal” masih kosong"),
        ("kanal: [situs, instagram]", "kanal: situs", 9, "“kanal” tidak sesuai bentuknya"),
        ("anak: tidak", "anak: mungkin", 17, "“foto.0.anak” harus ya atau tidak"),
        ("anak: tidak", "anak: t", 17, "“foto.0.anak” harus ya atau tidak"),
        ("fokus: [0.5, 0.4]", "fokus: [0.5, 4]", 16, "“foto.0.fokus.1”"),
        ("    alt:", "    altt:", 15, "kunci “altt” tidak dikenal"),
        ("berkas: foto-2.jpg", "berkas: foto-1.jpg", 18, "foto “foto-1.jpg” disebut dua kali"),
        ("  apa: Evaluasi", "  apaa: Evaluasi", 11, "kunci “apaa” tidak dikenal"),
    ],
)
def test_a_wrong_value_has_its_own_line(old: str, new: str, line: int, what: str) -> None:
    assert old in HEAD
    found = problem(text(HEAD.replace(old, new, 1)))
    assert what in found.what
    assert (found.path, found.line) == (PATH, line)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    found = problems(
        text(HEAD.replace("berita", "berta").replace("alt:", "altt:").replace("2026-11-10", "x")),
        files={"foto satu.jpg": b""},
    )
    assert [one.line for one in found if one.path == PATH] == [3, 4, 15]
    assert [one.path for one in found if one.path != PATH] == [f"{FOLDER}/foto satu.jpg"]


@pytest.mark.parametrize("channel", CHANNEL_IDS)
def test_every_channel_of_the_product_is_known(channel: str) -> None:
    assert parse(with_row(f"teks_kanal: {{{channel}: x}}\n")).channel_texts[channel] == "x"


# The file


@pytest.mark.parametrize(
    ("raw", "line", "what"),
    [
        (b"", 1, "kepala naskah tidak ada"),
        (b"Isi saja\n", 1, "kepala naskah tidak ada"),
        (b"\n" + text(), 1, "kepala naskah tidak ada"),
        (b"----\njudul: x\n----\n", 1, "kepala naskah tidak ada"),
        (b"---\njudul: x\n", 1, "kepala naskah tidak ditutup"),
        (b"---\njudul: x\n --- \n", 1, "kepala naskah tidak ditutup"),
        (b"---\njudul: caf\xe9\n---\n", 2, "naskah bukan teks UTF-8"),
        (b"\xef\xbb\xbf---\na\n\xff\n---\n", 3, "naskah bukan teks UTF-8"),
        ("---\njudul: x\n---\n".encode("utf-16"), 1, "naskah bukan teks UTF-8"),
        (text().replace(b"Evaluasi", b"Eva\x0bluasi", 1), 2, "karakter tersembunyi (U+000B)"),
        (text().replace(b"Evaluasi", b"Eva\xe2\x80\xa8luasi", 1), 2, "tersembunyi (U+2028)"),
    ],
)
def test_a_file_that_is_no_article(raw: bytes, line: int, what: str) -> None:
    found = problem(raw)
    assert what in found.what
    assert (found.path, found.line) == (PATH, line)


def test_a_text_may_not_be_over_long() -> None:
    room = articles.MAX_TEXT_BYTES - len(text(body=""))
    assert parse(text(body="a" * room))
    assert "lebih besar dari 256 KB" in problem(text(body="a" * (room + 1))).what


# The folder


@pytest.mark.parametrize(
    "folder",
    ["drafts/evaluasi", "content/berita/2026/01/a", "content/berita/2026/12/" + "a" * 100],
)
def test_places_for_articles(folder: str) -> None:
    assert parse(folder=folder).folder == folder


@pytest.mark.parametrize(
    ("folder", "what"),
    [
        ("content/ppid/x", "bukan tempat naskah atau berita"),
        ("content/berita/x", "bukan tempat naskah atau berita"),
        ("content/berita/2026/x", "bukan tempat naskah atau berita"),
        ("content/berita/26/11/x", "bukan tempat naskah atau berita"),
        ("content/berita/2026/11/x/y", "bukan tempat naskah atau berita"),
        ("content/berita/2026/11/../x", "bukan tempat naskah atau berita"),
        ("content/berita/\uff12\uff10\uff12\uff16/11/x", "bukan tempat naskah atau berita"),
        ("../drafts/x", "bukan tempat naskah atau berita"),
        ("/etc", "bukan tempat naskah atau berita"),
        ("drafts", "bukan tempat naskah atau berita"),
        ("drafts/", "bukan tempat naskah atau berita"),
        ("drafts/x/", "bukan tempat naskah atau berita"),
        ("drafts/x/y", "bukan tempat naskah atau berita"),
        ("drafts/x\n", "nama folder"),
        ("drafts/..", "nama folder “..” tidak sah"),
        ("drafts/Evaluasi", "nama folder “Evaluasi” tidak sah"),
        ("drafts/evaluasi spip", "nama folder “evaluasi spip” tidak sah"),
        ("drafts/evaluasi_spip", "nama folder “evaluasi_spip” tidak sah"),
        ("drafts/-evaluasi", "nama folder “-evaluasi” tidak sah"),
        ("drafts/evaluasi--spip", "nama folder “evaluasi--spip” tidak sah"),
        ("drafts/évaluasi", "nama folder “évaluasi” tidak sah"),
        ("drafts/" + "a" * 101, "tidak sah"),
        ("content/berita/2026/13/x", "bulan “13” tidak ada"),
        ("content/berita/2026/00/x", "bulan “00” tidak ada"),
    ],
)
def test_other_places_are_refused(folder: str, what: str) -> None:
    found = problem(folder=folder)
    assert what in found.what
    assert found.path == folder


@pytest.mark.parametrize("name", ["foto-1.jpg", "IMG_0001.JPG", "a.b.c", "9.png"])
def test_names_of_files(name: str) -> None:
    assert parse(files={name: b""}).file(name) == b""


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "foto 1.jpg", "foto(1).jpg", "é.jpg", "-rf.jpg", "a/b.jpg", "a\n.jpg", "", ".."],
)
def test_bad_names_are_refused(name: str) -> None:
    found = problem(files={name: b""})
    assert (found.path, found.what) == (f"{FOLDER}/{name}", "nama berkas tidak sah")


def test_a_folder_needs_an_index() -> None:
    with pytest.raises(InputErrors, match=r"tidak ada index\.md"):
        articles.parse(FOLDER, {"foto-1.jpg": b""})


def test_large_and_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "MAX_FILE_BYTES", 2 * 1024 * 1024)
    found = problem(files={"a.jpg": bytes(2 * 1024 * 1024 + 1)})
    assert (found.path, found.what) == (f"{FOLDER}/a.jpg", "berkas lebih besar dari 2 MB")
    assert problem(files={f"{n}.jpg": b"" for n in range(60)}).what == "lebih dari 60 berkas"


# The working tree


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository with one draft."""
    folder = tmp_path / "drafts/evaluasi"
    folder.mkdir(parents=True)
    (folder / "index.md").write_bytes(text())
    (folder / "foto-1.jpg").write_bytes(b"x")
    return tmp_path


def refused(tree: Path, folder: str) -> list[tuple[str, str]]:
    with pytest.raises(InputErrors) as caught:
        articles.load(tree, folder)
    return [(row.path, row.what) for row in caught.value.problems]


def test_a_folder_is_read_with_all_its_files(tree: Path) -> None:
    assert articles.read_folder(tree, "drafts/evaluasi") == {
        "index.md": text(),
        "foto-1.jpg": b"x",
    }
    assert articles.load(tree, "drafts/evaluasi").is_draft


def test_a_link_in_a_folder_is_refused(tree: Path) -> None:
    secret = tree / "rahasia.txt"
    secret.write_text("kata sandi")
    (tree / "drafts/evaluasi/foto-2.jpg").symlink_to(secret)
    assert refused(tree, "drafts/evaluasi") == [
        ("drafts/evaluasi/foto-2.jpg", "tautan simbolik tidak diterima")
    ]


def test_a_folder_that_is_a_link_is_refused(tree: Path) -> None:
    (tree / "drafts/lain").symlink_to(tree / "drafts/evaluasi")
    assert refused(tree, "drafts/lain") == [("drafts/lain", "folder ini tautan simbolik")]


def test_a_parent_that_is_a_link_is_refused(tree: Path, tmp_path: Path) -> None:
    (tree / "content").mkdir()
    (tree / "content/berita").symlink_to(tmp_path / "luar")
    (tmp_path / "luar/2026/11/x").mkdir(parents=True)
    (tmp_path / "luar/2026/11/x/index.md").write_bytes(text())
    folder = "content/berita/2026/11/x"
    assert refused(tree, folder) == [(folder, "folder ini tautan simbolik")]


def test_a_folder_in_a_folder_and_a_socket_are_refused(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tree / "drafts/evaluasi/foto").mkdir()
    monkeypatch.chdir(tree / "drafts/evaluasi")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("soket")
    assert refused(tree, "drafts/evaluasi") == [
        ("drafts/evaluasi/foto", "subfolder tidak diterima"),
        ("drafts/evaluasi/soket", "bukan berkas biasa"),
    ]


def test_a_large_file_is_not_read(tree: Path) -> None:
    with (tree / "drafts/evaluasi/besar.mp4").open("wb") as out:
        out.truncate(articles.MAX_FILE_BYTES + 1)
    with pytest.raises(InputErrors, match=r"besar\.mp4: berkas lebih besar dari 25 MB"):
        articles.read_folder(tree, "drafts/evaluasi")


def test_too_many_files_are_not_read(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(60):
        (tree / f"drafts/evaluasi/{number}.jpg").touch()
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("was read"))
    assert refused(tree, "drafts/evaluasi") == [("drafts/evaluasi", "lebih dari 60 berkas")]


def test_nothing_outside_the_places_is_read(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("was read"))
    for folder in ("drafts/evaluasi/../evaluasi", "..", "/etc", str(tree / "drafts/evaluasi")):
        assert refused(tree, folder) == [(folder, "bukan tempat naskah atau berita")]


def test_a_folder_that_is_not_there(tree: Path) -> None:
    assert refused(tree, "drafts/evaluas") == [("drafts/evaluas", "folder tidak ditemukan")]


def test_folders_are_found_in_order(tree: Path) -> None:
    for name in ("2026/11/b", "2026/11/a", "2025/01/z"):
        (tree / "content/berita" / name).mkdir(parents=True)
    (tree / "content/berita/2026/11/catatan.md").touch()
    assert articles.folders(tree, "content/berita") == [
        "content/berita/2025/01/z",
        "content/berita/2026/11/a",
        "content/berita/2026/11/b",
    ]
    assert articles.folders(tree, "drafts") == ["drafts/evaluasi"]
    assert articles.folders(tree / "drafts", "drafts") == []


# Plain pages


def test_a_page_has_a_title_and_a_body() -> None:
    front, body = articles.parse_page(
        "content/ppid/index.md", b"---\njudul: PPID\nringkasan: Layanan\n---\n# Isi\n"
    )
    assert (front.judul, front.ringkasan, body) == ("PPID", "Layanan", "# Isi\n")


@pytest.mark.parametrize(
    ("raw", "line", "what"),
    [
        (b"---\njudul: A\njenis: berita\n---\n", 3, "kunci “jenis” tidak dikenal"),
        (b"---\nringkasan: A\n---\n", 1, "kunci “judul” belum diisi"),
        (b"---\n---\n", 1, "kunci “judul” belum diisi"),
        (b"tanpa kepala\n", 1, "kepala naskah tidak ada"),
    ],
)
def test_a_wrong_page(raw: bytes, line: int, what: str) -> None:
    with pytest.raises(InputErrors) as caught:
        articles.parse_page("content/ppid/index.md", raw)
    (found,) = caught.value.problems
    assert what in found.what
    assert (found.path, found.line) == ("content/ppid/index.md", line)


# What a page lists

LISTED = """\
---
judul: Informasi berkala
daftar:
  - kelompok: Kinerja
    nama: Laporan   kinerja
    uraian: Capaian setahun.
    tautan: https://kinerja.contoh.go.id/2025
    diperbarui: 2026-11-02
  - {nama: Rencana strategis}
  - {nama: Profil, tautan: ../tentang/index.md}
---
"""


def page(text: str, path: str = "content/ppid/berkala.md") -> Article:
    return articles.page_as_article(path, text.encode(), date(2026, 11, 22))


def wrong(text: str, path: str = "content/ppid/berkala.md") -> list[Problem]:
    with pytest.raises(InputErrors) as caught:
        page(text, path)
    return list(caught.value.problems)


def rows(text: str) -> str:
    return f"---\njudul: Daftar\ndaftar:\n{text}---\n"


def test_a_page_may_list_information_that_is_there_or_not_yet() -> None:
    assert page(LISTED).listed == (
        Listed(
            "Laporan kinerja",
            about="Capaian setahun.",
            link="https://kinerja.contoh.go.id/2025",
            group="Kinerja",
            updated=date(2026, 11, 2),
        ),
        Listed("Rencana strategis"),
        Listed("Profil", link="../tentang/index.md"),
    )
    front, _ = articles.parse_page("content/ppid/berkala.md", LISTED.encode())
    assert articles.listed(front) == page(LISTED).listed


@pytest.mark.parametrize(
    ("row", "line", "what", "fix"),
    [
        ("  - {uraian: x}\n", 4, "kunci “daftar.0.nama” belum diisi", "nama"),
        ("  - {nama: ' '}\n", 4, "“daftar.0.nama” masih kosong", "isi dengan teks"),
        ("  - nama: A\n    tautn: /x/\n", 5, "kunci “tautn” tidak dikenal", "maksudnya “tautan”?"),
        ("  - nama: A\n    diperbarui: kemarin\n", 5, "bukan tanggal", "2026-11-10"),
        ("  - nama: A\n    diperbarui: 2026-11-10\n", 4, "“A” bertanggal tetapi", "isi “tautan”"),
        ("  - nama: A\n    tautan: http://a.go.id/\n", 5, "bukan halaman situs ini", "https://"),
        ("  - nama: A\n    tautan: javascript:alert(1)\n", 5, "bukan halaman situs", "/tentang/"),
        ("  - nama: A\n    tautan: //a.go.id/x\n", 5, "bukan halaman situs", "/tentang/"),
        ("  - nama: A\n    tautan: mailto:a@b.go.id\n", 5, "bukan halaman situs", "/tentang/"),
        ("  - nama: A\n    tautan: 'https://[a'\n", 5, "bukan halaman situs", "/tentang/"),
        ("  - nama: A\n  - {nama: a}\n", 5, "“a” didaftar dua kali", "hapus salah satunya"),
    ],
)
def test_a_wrong_row_is_named_with_its_line_and_remedy(
    row: str, line: int, what: str, fix: str
) -> None:
    (found,) = wrong(rows(row))
    assert what in found.what
    assert fix in found.fix
    assert found.line == line


def test_all_wrong_rows_are_told_at_once() -> None:
    assert [p.line for p in wrong(rows("  - {nma: A}\n  - {nama: B, tautan: 'ftp://a'}\n"))] == [
        4,
        4,
        5,
    ]


def test_the_same_name_may_stand_in_two_groups() -> None:
    both = rows("  - {nama: A, kelompok: Satu}\n  - {nama: A, kelompok: Dua}\n")
    assert len(page(both).listed) == 2


def test_the_front_page_lists_nothing() -> None:
    (found,) = wrong(rows("  - {nama: A}\n"), "content/index.md")
    assert (found.what, found.line) == ("beranda tidak menampilkan daftar", 3)


@pytest.mark.parametrize("path", ["kontak.md", "kontak/index.md", "arsip/lama.md", "cari.md"])
def test_a_page_takes_no_address_that_the_site_makes_itself(path: str) -> None:
    (found,) = articles.taken(f"content/{path}")
    assert "sudah dipakai situs" in found.what
    assert articles.taken(f"content/tentang/{path}") == ()


# The samples of the repository

PLACES = (ROOT / "tests/newsroom", ROOT)
SAMPLES = [
    (place, folder)
    for place in PLACES
    for kind in ("content/berita", "drafts")
    for folder in articles.folders(place, kind)
]


def test_there_are_samples_of_every_kind_of_place() -> None:
    assert {folder.split("/")[0] for _, folder in SAMPLES} == {"content", "drafts"}


@pytest.mark.parametrize(("place", "folder"), SAMPLES, ids=str)
def test_a_sample_is_read_as_it_is_written(place: Path, folder: str) -> None:
    article = articles.load(place, folder)
    written = (place / article.path).read_text("utf-8")
    assert article.source == written
    assert written.endswith(f"---\n{article.body}")
    assert written.splitlines()[article.body_line - 1 :] == article.body.splitlines()
    for key, line in article.lines.items():
        name = key.rsplit(".", 1)[-1]
        if name and not name.isdigit():
            assert name in written.splitlines()[line - 1]
    for question, answer in article.five_w.items() if article.five_w else ():
        assert question in QUESTIONS
        assert all(word in written for word in answer.split())
    assert all(photo.file in article.files for photo in article.photos)


@pytest.mark.parametrize(
    "path",
    sorted(
        p.relative_to(ROOT).as_posix()
        for p in (ROOT / "content").rglob("*.md")
        if "berita" not in p.parts
    ),
)
def test_every_page_of_the_repository_is_read(path: str) -> None:
    front, body = articles.parse_page(path, (ROOT / path).read_bytes())
    assert front.judul
    assert body.strip()


# Whatever is written


def attempt(raw: bytes) -> tuple[Problem, ...]:
    """The problems of a file, none where it is an article."""
    try:
        parse(raw)
    except InputErrors as error:
        return error.problems
    return ()


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: text(t).replace(b"\0", b"")))
def test_every_file_is_an_article_or_has_problems(raw: bytes) -> None:
    for problem in attempt(raw):
        assert problem.path == PATH
        assert problem.what
        assert problem.fix
