"""Links are looked at by form and account, and asked for only where somebody wants that."""

from __future__ import annotations

import pytest
from tests.site.conftest import office

from terbit.core.links import Checked
from terbit.core.passage import Proof
from terbit.core.recap import Case
from terbit.newsroom import links

OURS = "https://dinas.contoh.go.id/kabar/berita/2026/11/rapat/"
POST = "https://www.facebook.com/dinascontoh/posts/123456"
CASE = Case("berita/2026/11/rapat", "Rapat", "Berita", "Terbit", None, (), (), OURS, "")


def found(*proofs: Proof, address: str = OURS) -> dict[str, tuple[str, bool]]:
    case = Case(CASE.item, "Rapat", "Berita", "Terbit", None, (), proofs, address, "")
    return {row.place: (row.found, row.fine) for row in links.form([case], office())}


def test_the_offices_own_address_and_post_are_fine() -> None:
    rows = found(Proof("facebook", "terunggah", POST))
    assert rows == {"Situs": ("sesuai", True), "Facebook": ("sesuai", True)}


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("https://www.facebook.com/oranglain/posts/123456", "bukan kiriman akun kantor"),
        ("https://contoh.com/dinascontoh", "bukan kiriman akun kantor"),
        ("", "tautannya tidak tercatat"),
    ],
)
def test_a_proof_of_somebody_else_is_to_be_looked_at(link: str, said: str) -> None:
    assert found(Proof("facebook", "terunggah", link))["Facebook"] == (said, False)


def test_kits_and_what_is_gone_have_no_link() -> None:
    assert found(Proof("instagram", "paket"), address="") == {}


def row(link: str, *, fine: bool = True) -> Checked:
    return Checked("a", "A", "Situs", link, "sesuai", fine)


@pytest.mark.parametrize(
    ("status", "said", "fine"),
    [
        (200, "dapat dibuka (200)", True),
        (404, "tidak ditemukan (404)", False),
        (302, "tidak dapat dipastikan (302); periksa dengan peramban", True),
        (0, "server tidak menjawab", False),
    ],
)
def test_what_a_server_answers_is_said(status: int, said: str, fine: bool) -> None:
    (asked,) = links.opened([row(OURS)], lambda _: status, lambda _: None)
    assert (asked.found, asked.fine, asked.asked) == (said, fine, True)


def test_servers_are_asked_slowly_and_only_for_the_offices_own() -> None:
    asked: list[str] = []
    pauses: list[float] = []

    def head(link: str) -> int:
        asked.append(link)
        return 200

    rows = [row(OURS), row(POST), row(OURS + "2/"), row("https://asing.contoh/", fine=False)]
    links.opened(rows, head, pauses.append)
    assert asked == [OURS, POST, OURS + "2/"]
    assert pauses == [links.PAUSE]
