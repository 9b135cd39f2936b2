"""The head of each kind of page, as crawlers, feed readers and link previews read it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, PackageLoader, StrictUndefined

from terbit.site import Site, metadata
from terbit.site.feed_items import Section
from terbit.site.items import Item
from tests.site.conftest import BASE, HOSTILE, items_of, miniature
from tests.site.stories import office_site

CATEGORY = Section("pengawasan", "Pengawasan")
CARD = metadata.Image(f"{BASE}berita/kartu.jpg", 1200, 630, 'Rapat "aula"')
TEMPLATES = Environment(
    loader=PackageLoader("terbit", "templates/site"), autoescape=True, undefined=StrictUndefined
)


class Head(HTMLParser):
    """The head of a page: links, meta tags in order, and structured data."""

    def __init__(self, meta: metadata.Meta, url: str, site: Site) -> None:
        super().__init__()
        self.links: list[dict[str, str | None]] = []
        self.told: list[tuple[str | None, str | None]] = []
        self.scripts: list[dict[str, str | None]] = []
        self.text = ""
        values = {"meta": meta, "site": site, "url": url, "office": site.office}
        values["image"] = meta.image or metadata.of_office(site)
        self.feed(TEMPLATES.get_template("head.html.j2").render(values))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "script":
            self.scripts.append(found)
        elif tag == "link":
            self.links.append(found)
        else:
            assert tag == "meta"
            names = {found.get("property"), found.get("name")} - {None}
            self.told += [(name, found.get("content")) for name in names]

    def handle_data(self, data: str) -> None:
        self.text += data.strip()

    def says(self, name: str) -> list[str | None]:
        return [value for key, value in self.told if key == name]

    @property
    def canonical(self) -> list[str | None]:
        return [link["href"] for link in self.links if link["rel"] == "canonical"]

    @property
    def feeds(self) -> list[tuple[str | None, str | None]]:
        return [(link["href"], link["type"]) for link in self.links if link["rel"] == "alternate"]

    @property
    def data(self) -> dict[str, Any]:
        assert self.scripts == [{"type": "application/ld+json"}]
        document = json.loads(self.text)
        assert document["@context"] == "https://schema.org"
        return {node["@type"]: node for node in document["@graph"]}


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Item]:
    shown = items_of(miniature(), tmp_path_factory.mktemp("gambar"))
    return {item.name.rsplit("/", 1)[1]: item for item in shown}


def head(item: Item, image: metadata.Image | None = CARD) -> Head:
    return Head(metadata.of_item(office_site(), item, image), item.url, office_site())


def trail(page: Head) -> list[tuple[str, str]]:
    rows = page.data["BreadcrumbList"]["itemListElement"]
    assert [row["position"] for row in rows] == list(range(1, len(rows) + 1))
    return [(row["name"], row["item"].removeprefix(BASE)) for row in rows]


def test_an_article_is_shared_with_its_card_section_and_tags(items: dict[str, Item]) -> None:
    page = head(items["utama"])
    assert page.says("og:type") == ["article"]
    assert page.says("og:title") == [HOSTILE]
    assert page.says("og:url") == page.canonical == [f"{BASE}berita/2026/11/utama/"]
    assert page.says("og:image") == [CARD.url]
    assert page.says("og:image:width") + page.says("og:image:height") == ["1200", "630"]
    assert page.says("og:image:alt") == page.says("twitter:image:alt") == ['Rapat "aula"']
    assert page.says("twitter:card") == ["summary_large_image"]
    assert page.says("article:section") == ["Pengawasan"]
    assert page.says("article:tag") == ["SPIP"]
    assert page.says("article:published_time") == ["2026-11-12T10:45:00+07:00"]
    assert page.says("robots") == ["max-image-preview:large"]


def test_an_article_without_photo_is_known_by_its_title_card(items: dict[str, Item]) -> None:
    item = items["rapat"]
    page = head(item, None)
    assert item.album.share
    address = f"{BASE}{item.url}{item.album.share.widest.name}"
    assert page.says("og:image") == [address]
    assert page.says("og:image:width") + page.says("og:image:height") == ["1200", "630"]
    assert page.says("og:image:alt") == [
        "Kartu judul bermotif anyaman, bertuliskan: “Rapat Bulanan”"
    ]
    assert page.says("twitter:card") == ["summary_large_image"]
    assert page.data["NewsArticle"]["image"][0]["url"] == address


def test_a_photo_is_described_by_its_own_words(items: dict[str, Item]) -> None:
    page = head(items["utama"], None)
    assert page.says("og:image:alt") == ["Rapat di aula"]
    assert page.says("og:image:width") == ["600"]


def test_a_page_without_picture_is_known_by_the_card_of_the_office() -> None:
    page = Head(metadata.of_home(office_site(), "Ringkas"), "", office_site())
    (address,) = page.says("og:image")
    assert re.fullmatch(rf"{BASE}img/kartu-[0-9a-f]{{8}}\.png", address or "")
    words = "“Dinas Contoh & Uji Melayani”"
    assert page.says("og:image:alt") == [f"Kartu judul bermotif anyaman, bertuliskan: {words}"]


def test_a_news_article_tells_search_engines_who_wrote_what_and_when(
    items: dict[str, Item],
) -> None:
    told = head(items["utama"]).data["NewsArticle"]
    office = {
        "@type": "GovernmentOrganization",
        "@id": f"{BASE}#kantor",
        "name": "Dinas Contoh & Uji",
        "url": BASE,
    }
    assert told["headline"] == HOSTILE
    assert (told["author"], told["publisher"]) == (office, {"@id": f"{BASE}#kantor"})
    assert told["datePublished"] == "2026-11-12T10:45:00+07:00"
    assert told["dateModified"] == "2026-11-14T09:00:00+07:00"
    assert told["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Jumlah peserta 20 orang.",
            "datePublished": "2026-11-14T09:00:00+07:00",
        }
    ]
    assert (told["image"][0]["url"], told["image"][0]["width"]) == (CARD.url, 1200)
    assert (told["articleSection"], told["keywords"]) == ("Pengawasan", ["SPIP"])


def test_a_long_headline_is_never_cut(items: dict[str, Item]) -> None:
    card = replace(items["utama"].card, title="Panjang " * 30)
    told = head(replace(items["utama"], card=card)).data["NewsArticle"]
    assert told["headline"] == "Panjang " * 30


def test_an_announcement_is_an_article_below_announcements(items: dict[str, Item]) -> None:
    page = head(items["loket"], None)
    assert page.data["Article"]["headline"] == "Loket Tutup"
    assert "NewsArticle" not in page.data
    assert trail(page) == [
        ("Beranda", ""),
        ("Pengumuman", "pengumuman/"),
        ("Loket Tutup", "berita/2026/10/loket/"),
    ]


def test_the_way_to_an_article_leads_through_its_category(items: dict[str, Item]) -> None:
    assert trail(head(items["rapat"])) == [
        ("Beranda", ""),
        ("Berita", "berita/"),
        ("Pengawasan", "kategori/pengawasan/"),
        ("Rapat Bulanan", "berita/2026/11/rapat/"),
    ]


def test_a_withdrawn_article_asks_not_to_be_indexed_and_says_nothing(
    items: dict[str, Item],
) -> None:
    page = head(items["dicabut"])
    assert page.says("robots") == ["noindex"]
    assert (page.canonical, page.scripts) == ([], [])
    assert page.says("article:tag") == []
    assert page.says("og:image") == [metadata.of_office(office_site()).url]


def test_a_preview_is_never_indexed(items: dict[str, Item]) -> None:
    site = office_site(draft_items=frozenset({"x"}))
    page = Head(metadata.of_item(site, items["rapat"]), "berita/x/", site)
    assert (page.says("robots"), page.canonical) == (["noindex"], [])


def test_the_front_page_says_who_the_office_is() -> None:
    emblem = replace(office_site().office, logo="aset/Lambang.PNG")
    site = office_site(office=emblem, logo=b"png")
    page = Head(metadata.of_home(site, "Melayani."), "", site)
    office = page.data["GovernmentOrganization"]
    assert (office["name"], office["alternateName"]) == ("Dinas Contoh & Uji", "Dinas")
    assert office["logo"] == f"{BASE}img/logo.png"
    assert office["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "Jalan Contoh Nomor 1",
        "addressLocality": "Kota",
        "addressCountry": "ID",
    }
    assert office["telephone"] == ["+62 536 5550100"]
    assert office["email"] == ["humas@dinas.contoh.go.id"]
    assert office["sameAs"] == [
        "https://www.facebook.com/dinascontoh",
        "https://www.instagram.com/dinascontoh/",
    ]
    assert page.data["WebSite"]["publisher"] == {"@id": office["@id"]}
    assert "potentialAction" not in page.data["WebSite"]
    assert page.says("og:type") == ["website"]


def test_an_unknown_emblem_or_number_is_not_made_up() -> None:
    contacts = replace(office_site().office.contacts, phones=("pesawat 12",))
    site = office_site(office=replace(office_site().office, contacts=contacts, address=""))
    told = metadata.organization(site)
    assert "logo" not in told
    assert told["telephone"] == ["pesawat 12"]
    assert "streetAddress" not in told["address"]


def test_a_category_offers_its_own_feed_first_and_no_list_twice() -> None:
    site = office_site()
    page = Head(metadata.of_category(site, CATEGORY), CATEGORY.folder, site)
    rss = "application/rss+xml"
    assert page.feeds == [(f"{BASE}kategori/pengawasan/rss.xml", rss), (f"{BASE}rss.xml", rss)]
    other = Head(metadata.of_page(site, ("Berita", "berita/"), ""), "berita/", site)
    assert other.feeds == [(f"{BASE}rss.xml", rss)]


def test_a_later_page_of_a_listing_is_indexed_under_its_own_address_and_name() -> None:
    site = office_site()
    meta = metadata.of_category(site, CATEGORY, page=2)
    page = Head(meta, "kategori/pengawasan/2/", site)
    assert page.canonical == [f"{BASE}kategori/pengawasan/2/"]
    assert meta.title == "Kategori Pengawasan, halaman 2"
    assert meta.title != metadata.of_category(site, CATEGORY).title


def test_a_plain_page_knows_the_way_to_it() -> None:
    site = office_site()
    crumb, section = ("Privasi", "tentang/privasi/"), ("Tentang", "tentang/")
    meta = metadata.of_page(site, crumb, "Tanpa pelacak.", section)
    page = Head(meta, crumb[1], site)
    assert trail(page) == [("Beranda", ""), section, crumb]
    assert page.says("description") == ["Tanpa pelacak."]


@settings(max_examples=60, deadline=None)
@given(title=st.text(max_size=40))
def test_no_title_ends_the_data_or_an_attribute(title: str) -> None:
    site = office_site()
    ends = f'{title}"></script><!--<script>'
    page = Head(metadata.of_page(site, (ends, "x/"), ends), "x/", site)
    assert trail(page)[1][0] == ends
    assert len(page.scripts) == 1


def test_the_services_for_sharing_get_address_and_title() -> None:
    links = dict(metadata.share_links("https://a.id/?b=1&c", "Satu & dua"))
    assert (
        links["WhatsApp"]
        == "https://wa.me/?text=Satu%20%26%20dua%20https%3A%2F%2Fa.id%2F%3Fb%3D1%26c"
    )
    assert list(links) == ["WhatsApp", "Facebook", "X", "Telegram"]
    assert not any("+" in link for link in links.values())  # apps show a plus as it stands
