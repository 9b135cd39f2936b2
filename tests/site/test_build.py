"""The built site as a reader, a browser and a crawler meet it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from terbit.core.record import APPROVED, History
from terbit.errors import TerbitError
from terbit.site import Entry, Site, build
from terbit.site.render import prove
from tests.site.conftest import BASE, BUILT, CONFIG, HOSTILE, Built, article, history, miniature

ARTICLE = "berita/2026/11/utama/"
VOID = {"img", "source", "link", "meta", "br", "hr", "input"}


class Tags(HTMLParser):
    """Every start tag of a page with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag in tags]


def test_no_page_asks_another_host_for_anything(built: Built) -> None:
    for name, html in built.html().items():
        tags = Tags(html)
        loads = [a.get("src") for a in tags.of("script", "img", "iframe", "source", "video")]
        loads += [a.get("srcset") for a in tags.of("img", "source")]
        loads += [
            a.get("href") for a in tags.of("link") if a["rel"] not in ("canonical", "alternate")
        ]
        assert not [url for url in loads if url and "//" in url], name
    styles = (built.out / "css/terbit.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(\W*(https?:)?//|@import", styles)


def test_every_page_is_indonesian_and_has_one_heading_and_one_main(built: Built) -> None:
    for name, html in built.html().items():
        tags = Tags(html)
        assert tags.of("html")[0]["lang"] == "id", name
        assert len(tags.of("h1")) == 1, name
        assert len(tags.of("main")) == 1, name
        assert 'href="#isi"' in html, name
        assert 'id="isi"' in html, name


def test_every_picture_has_words_and_a_size_and_exists(built: Built) -> None:
    seen = 0
    for name, html in built.html().items():
        for attributes in Tags(html).of("img"):
            assert attributes.get("alt") is not None, name
            assert int(attributes["width"] or 0) > 0, name
            assert int(attributes["height"] or 0) > 0, name
            if name != "404.html":
                target = (built.out / name).parent / (attributes["src"] or "")
                assert target.is_file(), (name, attributes["src"])
                seen += 1
    assert seen > 20


def test_internal_links_lead_somewhere(built: Built) -> None:
    for name, html in built.html().items():
        for attributes in Tags(html).of("a", "link"):
            url = (attributes.get("href") or "").split("#")[0]
            if not url or ":" in url or name == "404.html":
                continue
            target = (built.out / name).parent / url
            assert target.is_file() or (target / "index.html").is_file(), (name, url)


def test_links_of_the_404_page_work_at_any_depth(built: Built) -> None:
    for attributes in Tags((built.out / "404.html").read_text(encoding="utf-8")).of("a", "link"):
        url = attributes.get("href") or ""
        assert url.startswith(("/kabar", "#", "tel:", "mailto:", "https://www.lapor.go.id")), url


def test_a_hostile_title_stays_text(built: Built) -> None:
    for name, html in built.html().items():
        assert '<script>alert("x")' not in html, name
    assert "{{ 7*7 }} ---" in built.page(ARTICLE)
    assert "Rapat &lt;script&gt;" in built.page(ARTICLE)
    assert "Warga &lt;b&gt;bertanya" in built.page(ARTICLE)
    assert HOSTILE.split()[0] in built.page("")


def test_office_name_is_escaped_in_the_frame(built: Built) -> None:
    for name, html in built.html().items():
        assert "Dinas Contoh & Uji" not in html, name
        assert "Dinas Contoh &amp; Uji" in html, name


def test_the_embargoed_article_is_nowhere(built: Built) -> None:
    for path in sorted(built.out.rglob("*")):
        assert "embargo" not in path.as_posix()
        if path.suffix in {".html", ".xml", ".json", ".txt"}:
            text = path.read_text(encoding="utf-8")
            for trace in ("Kejutan Besok", "embargo", "Belum boleh"):
                assert trace not in text, path


def test_an_embargo_hides_even_what_was_public_before(tmp_path: Path) -> None:
    site = miniature()
    entry = next(entry for entry in site.entries if entry.item.endswith("embargo"))
    again = Entry(entry.article, history(entry.item, BUILT - timedelta(days=9)))
    entries = tuple(again if e.item == entry.item else e for e in site.entries)
    ledger = {**site.ledger, entry.item: again.history}
    site = replace(site, entries=entries, ledger=ledger)
    build(site, CONFIG, tmp_path / "out", tmp_path / "kerja")
    assert "embargo" not in (tmp_path / "out/arsip/index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "out/arsip/berita/2026/11/embargo").exists()


def test_the_embargo_ends_at_its_minute(tmp_path: Path) -> None:
    site = miniature()
    entries = tuple(entry for entry in site.entries if entry.item.endswith("embargo"))
    moment = site.built_at + timedelta(hours=22)
    one = replace(site, entries=entries, built_at=moment)
    build(one, CONFIG, tmp_path / "out", tmp_path / "kerja")
    assert "Kejutan Besok" in (tmp_path / "out/index.html").read_text(encoding="utf-8")
    early = replace(one, built_at=moment - timedelta(minutes=1))
    build(early, CONFIG, tmp_path / "out", tmp_path / "kerja")
    assert "Kejutan Besok" not in (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "out/berita/2026/11/embargo").exists()


def test_an_item_that_only_the_ledger_knows_is_shown_only_if_it_was_public(built: Built) -> None:
    register = "".join(html for name, html in built.html().items() if name.startswith("arsip/"))
    assert "berita/2025/01/lama" in register
    assert "Tidak lagi dimuat" in register
    assert "belum" not in re.findall(r"berita/2026/11/(\w+)", register)


def test_a_withdrawn_article_leaves_a_notice_and_nothing_else(built: Built) -> None:
    page = built.page("berita/2026/11/dicabut/")
    assert "dicabut pada 15 November 2026 09.00 WIB" in page
    assert "Memuat data pribadi." in page
    assert 'content="noindex"' in page
    for name, html in built.html().items():
        assert "Rahasia." not in html, name
    assert list((built.out / "berita/2026/11/dicabut").iterdir()) == [
        built.out / "berita/2026/11/dicabut/index.html"
    ]
    for listing in ("", "berita/", "berita/2026/11/", "kategori/pengawasan/"):
        assert "Berita yang Dicabut" not in built.page(listing), listing
    assert "Berita yang Dicabut" in built.page("arsip/")


def test_who_cuts_the_address_of_a_list_finds_all_lists(built: Built) -> None:
    sitemap = (built.out / "sitemap-halaman.xml").read_text(encoding="utf-8")
    for folder in ("kategori/", "tagar/"):
        page, lists = built.page(folder), list((built.out / folder).glob("*/index.html"))
        assert lists
        assert all(f'href="../{folder}{one.parent.name}/"' in page for one in lists)
        assert f"<loc>{BASE}{folder}</loc>" in sitemap
    assert 'href="../tagar/"' in built.page("berita/")


def test_the_article_page_has_what_the_office_promises(built: Built) -> None:
    page = built.page(ARTICLE)
    assert "Kamis, 12 November 2026, 10.45 WIB" in page
    assert "<strong>Ralat, 14 November 2026 09.00 WIB.</strong> Jumlah peserta 20 orang." in page
    assert "Diverifikasi oleh Kepala Bagian dan Sekretaris, disetujui Kepala Dinas" in page
    assert "12 November 2026 10.41 WIB" in page
    assert 'href="../../../../arsip/berita/2026/11/utama/"' in page
    assert "Fakta singkat" in page
    assert "Penilaian" in page
    assert "Humas" in page
    assert page.index("Bagikan ke WhatsApp") < page.index(">Facebook<") < page.index(">Telegram<")
    assert "Rapat Bulanan" in page[page.index("Berita terkait") :]
    assert "kategori/pengawasan/" in page


def test_links_of_the_text_are_resolved(built: Built) -> None:
    page = built.page(ARTICLE)
    assert '<a href="../../../../ppid/berkala/" rel="noopener">PPID</a>' in page
    assert '<a href="../../../../berita/2026/11/rapat/" rel="noopener">rapat</a>' in page
    assert '<a rel="noopener">hilang</a>' in page
    assert '<a href="#bagian" rel="noopener">anak judul</a>' in page
    assert 'href="https://contoh.id"' in page
    assert "pelacak.contoh.com" not in page
    assert "[Gambar: Pelacak]" in page


def test_code_survives_the_renderer_letter_by_letter(built: Built) -> None:
    shown = re.search(r"<pre><code>(.*?)</code></pre>", built.page(ARTICLE), re.DOTALL)
    assert shown
    text = shown[1].replace("&#10;", "\n").replace("&#9;", "\t")
    assert text == "    baris satu\n\n\t&lt;tag&gt; ```` klzzwxh\n"


def test_only_the_photos_that_the_article_names_are_published(built: Built) -> None:
    names = {path.name.split("-")[0] for path in (built.out / ARTICLE).glob("*.webp")}
    assert names == {"utama", "dua", "isi"}


def test_front_page_leads_with_the_newest_and_lists_announcements(built: Built) -> None:
    page = built.page("")
    assert page.index('class="utama"') < page.index("Rapat &lt;script&gt;")
    assert "Loket Tutup" in page[page.index("Pengumuman</h2>") :]
    assert "Informasi berkala" in page
    assert "Selamat datang." in page
    assert 'href="versi.txt"' in page
    told = (built.out / "versi.txt").read_text(encoding="utf-8")
    assert (
        told == "Dibangun 22 November 2026 10.00 WIB (2026-11-22T10:00:00+07:00)\nVersi abcdef0\n"
    )
    assert "Senin–Kamis 07.30–12.00 dan 13.00–16.00 WIB" in page


def test_month_category_and_announcement_pages_list_their_own(built: Built) -> None:
    assert "Rapat Bulanan" in built.page("berita/2026/11/")
    assert "Loket Tutup" not in built.page("berita/2026/11/")
    assert "Loket Tutup" in built.page("berita/2026/10/")
    assert "Diumumkan <time" in built.page("pengumuman/")
    assert "Loket Tutup" in built.page("pengumuman/")
    assert "Rapat Bulanan" in built.page("kategori/pengawasan/")
    assert "November 2026" in built.page("berita/")


def test_the_menu_holds_only_pages_that_exist(built: Built) -> None:
    menu = re.search(r'<nav aria-label="Menu utama".*?</nav>', built.page(""), re.DOTALL)
    assert menu
    names = re.findall(r">([^<]+)</a>", menu[0])
    assert names == ["Beranda", "Berita", "Pengumuman", "PPID", "Tentang", "Kontak", "Arsip"]
    assert 'href="./" aria-current="page"' in menu[0]


def test_a_small_office_has_a_small_menu(small: Site, tmp_path: Path) -> None:
    build(replace(small, pages=()), CONFIG, tmp_path / "out", tmp_path / "kerja")
    page = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert ">PPID<" not in page
    assert "Privasi" not in page
    assert ">Arsip<" in page


def test_a_configuration_that_loads_from_elsewhere_is_refused(small: Site, tmp_path: Path) -> None:
    config = CONFIG + b"\nextra_css: [https://cdn.contoh.com/a.css]\n"
    with pytest.raises(TerbitError, match="memuat berkas dari luar"):
        build(small, config, tmp_path / "out", tmp_path / "kerja")
    assert not (tmp_path / "out").exists()


def test_sheet_tells_steps_decisions_and_proofs_without_names(built: Built) -> None:
    sheet = built.page("arsip/berita/2026/11/utama/")
    for text in (
        "SOP/1",
        "Memeriksa draf",
        "<strong>Diverifikasi</strong> oleh Sekretaris",
        "<strong>Disetujui</strong> oleh Kepala Dinas",
        "12 November 2026 10.41 WIB",
        "permintaan persetujuan nomor 12",
        "sha256:" + "ab" * 32,
        'href="https://www.facebook.com/contoh/posts/1"',
        "Paket unggah siap",
        "Terunggah: Facebook",
    ):
        assert text in sheet, text
    for name, html in built.html().items():
        assert "Budi Utama" not in html, name
        assert "Ani Sari" not in html, name


def test_names_are_shown_where_the_office_wants_them(small: Site, tmp_path: Path) -> None:
    site = replace(small, office=replace(small.office, show_names=True))
    build(site, CONFIG, tmp_path / "out", tmp_path / "kerja")
    sheet = tmp_path / "out/arsip/berita/2026/11/rapat/index.html"
    assert "Kepala Dinas (Budi Utama)" in sheet.read_text(encoding="utf-8")


def test_adopted_pages_say_so(built: Built) -> None:
    assert "Terbit sebelum alur ini" in built.page("arsip/")
    sheet = built.page("arsip/ppid/berkala/")
    assert "Keadaannya dicatat apa adanya. Alasan: Sudah ada." in sheet


def test_preview_marks_what_nobody_approved(small: Site, tmp_path: Path) -> None:
    draft = article("drafts/konsep", "Konsep Baru", more="terbit_pada: 2027-01-01T08:00\n")
    entries = (*small.entries, Entry(draft, History("drafts/konsep")))
    site = replace(small, entries=entries, draft_items=frozenset({"drafts/konsep"}))
    build(site, CONFIG, tmp_path / "out", tmp_path / "kerja")
    page = (tmp_path / "out/drafts/konsep/index.html").read_text(encoding="utf-8")
    assert "BELUM DISETUJUI" in page
    assert "noindex" in page
    approved = (tmp_path / "out/berita/2026/11/rapat/index.html").read_text(encoding="utf-8")
    assert "BELUM DISETUJUI" not in approved
    assert "Konsep Baru" not in (tmp_path / "out/rss.xml").read_text(encoding="utf-8")
    assert "Disallow: /" in (tmp_path / "out/robots.txt").read_text(encoding="utf-8")


def test_a_changed_text_does_not_carry_the_old_signatures(small: Site, tmp_path: Path) -> None:
    site = replace(small, draft_items=frozenset({"berita/2026/11/rapat"}))
    build(site, CONFIG, tmp_path / "out", tmp_path / "kerja")
    page = (tmp_path / "out/berita/2026/11/rapat/index.html").read_text(encoding="utf-8")
    assert "BELUM DISETUJUI" in page
    assert "Diverifikasi" not in page


def test_signatures_are_those_of_the_version_that_is_out(small: Site, tmp_path: Path) -> None:
    (entry,) = small.entries
    newer = entry.history.next(
        APPROVED,
        at=BUILT - timedelta(hours=1),
        procedure="SOP/1",
        digest="sha256:" + "ef" * 32,
        actor="mesin",
        details={"request": 99, "signatures": []},
    )
    grown = entry.history.add(newer)
    site = replace(small, entries=(Entry(entry.article, grown),), ledger={entry.item: grown})
    build(site, CONFIG, tmp_path / "out", tmp_path / "kerja")
    page = (tmp_path / "out/berita/2026/11/rapat/index.html").read_text(encoding="utf-8")
    assert "disetujui Kepala Dinas" in page
    sheet = (tmp_path / "out/arsip/berita/2026/11/rapat/index.html").read_text(encoding="utf-8")
    assert "nomor 12." in sheet


def test_same_input_gives_the_same_bytes(built: Built, tmp_path: Path) -> None:
    build(built.site, CONFIG, tmp_path / "lain", tmp_path / "kerja")
    first = {p.relative_to(built.out): p.read_bytes() for p in built.out.rglob("*") if p.is_file()}
    again = tmp_path / "lain"
    second = {p.relative_to(again): p.read_bytes() for p in again.rglob("*") if p.is_file()}
    assert first == second


def test_nothing_of_the_theme_is_published_needlessly(built: Built) -> None:
    names = {path.relative_to(built.out).as_posix() for path in built.out.rglob("*")}
    assert not {n for n in names if n.endswith((".j2", ".md", ".ttf", ".map", ".py", ".gz"))}
    assert "assets" not in names
    assert "fonts/OFL.txt" in names


def test_first_load_of_an_article_stays_small(built: Built) -> None:
    parts = [built.out / ARTICLE / "index.html", built.out / "css/terbit.css"]
    parts += [built.out / "js/terbit.js", built.out / "fonts/plus-jakarta-sans-latin.woff2"]
    assert sum(part.stat().st_size for part in parts) < 70_000


def test_plugins_and_hooks_are_refused(small: Site, tmp_path: Path) -> None:
    for line in (b"hooks: [jahat.py]\n", b"plugins: [search]\n"):
        with pytest.raises(TerbitError, match="plugins atau hooks"):
            build(small, b"site_name: x\n" + line, tmp_path / "out", tmp_path / "kerja")


def test_a_failed_build_leaves_the_last_good_site(small: Site, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(small, CONFIG, out, tmp_path / "kerja")
    before = (out / "index.html").read_bytes()
    with pytest.raises(TerbitError, match="mkdocs gagal") as caught:
        build(
            small,
            CONFIG + b"\nunknown_theme: [\n" * 0 + b"\ndev_addr: salah\n",
            out,
            tmp_path / "kerja",
        )
    assert "dev_addr" in str(caught.value)
    assert (out / "index.html").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kerja", "out"]


def test_a_page_that_the_renderer_changed_is_never_published(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html>lain</html>", encoding="utf-8")
    with pytest.raises(TerbitError, match="berubah saat dibentuk"):
        prove("", "<p>Isi</p>", tmp_path / "index.html")
    foreign = '<p>Isi</p><img alt="x" src="//contoh.com/a.gif">'
    (tmp_path / "index.html").write_text(foreign, encoding="utf-8")
    with pytest.raises(TerbitError, match="memuat berkas dari luar"):
        prove("", "<p>Isi</p>", tmp_path / "index.html")


def test_sitemap_lists_what_may_be_found(built: Built) -> None:
    text = (built.out / "sitemap-2026.xml").read_text(encoding="utf-8")
    assert f"<loc>{BASE}{ARTICLE}</loc>" in text
    assert "dicabut" not in text
    assert "sitemap-2026.xml" in (built.out / "sitemap.xml").read_text(encoding="utf-8")
    assert f"Sitemap: {BASE}sitemap.xml" in (built.out / "robots.txt").read_text(encoding="utf-8")


def test_link_previews_have_a_picture_and_structured_data(built: Built) -> None:
    page = built.page(ARTICLE)
    tags = {a.get("property"): a.get("content") for a in Tags(page).of("meta")}
    assert tags["og:title"] == HOSTILE
    assert tags["og:image:width"] == "600"
    assert (built.out / (tags["og:image"] or "").removeprefix(BASE)).is_file()
    assert '"@type":"NewsArticle"' in page


def test_every_page_has_a_picture_of_its_size_for_previews(built: Built) -> None:
    for name, html in built.html().items():
        tags = {a.get("property"): a.get("content") for a in Tags(html).of("meta")}
        if name == "404.html":
            assert "og:image" not in tags
            continue
        file = built.out / (tags["og:image"] or "").removeprefix(BASE)
        with Image.open(file) as image:
            assert (str(image.width), str(image.height)) == (
                tags["og:image:width"],
                tags["og:image:height"],
            ), name
        assert file.stat().st_size <= 35_000
        assert tags["og:image:alt"], name


def test_a_feed_tells_the_true_length_of_its_picture(built: Built) -> None:
    text = (built.out / "rss.xml").read_text(encoding="utf-8")
    found = re.findall(r'<enclosure url="([^"]+)" length="(\d+)" type="image/jpeg"', text)
    assert len(found) == 1
    for address, length in found:
        assert (built.out / address.removeprefix(BASE)).stat().st_size == int(length)


def test_title_cards_are_no_news_pictures(built: Built) -> None:
    """Readers of feeds and of picture searches look for photos."""
    for name in ("rss.xml", "feed.json", "sitemap-2026.xml"):
        assert "kartu-" not in (built.out / name).read_text(encoding="utf-8")


def test_scripts_in_titles_stay_words(built: Built) -> None:
    page = built.page(ARTICLE)
    assert "</script><script>alert" not in page
    assert f'<link rel="canonical" href="{BASE}{ARTICLE}">' in page
