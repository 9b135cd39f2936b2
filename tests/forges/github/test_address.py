"""Which remote is GitHub, and where its pages and its API are."""

from __future__ import annotations

import pytest

from terbit.forges.github import find_address

GHES = {"GITHUB_SERVER_URL": "https://git.prov.go.id"}


@pytest.mark.parametrize(
    "remote",
    [
        "https://github.com/contoh/terbit.git",
        "https://github.com/contoh/terbit",
        "https://github.com/contoh/terbit/",
        "https://token@github.com/contoh/terbit.git",
        "git@github.com:contoh/terbit.git",
        "ssh://git@github.com/contoh/terbit.git",
        "ssh://git@github.com:22/contoh/terbit",
    ],
)
def test_every_usual_way_to_write_a_github_remote(remote: str) -> None:
    address = find_address(remote, {})
    assert address is not None
    assert (address.name, address.owner) == ("contoh/terbit", "contoh")
    assert (address.web, address.api) == ("https://github.com", "https://api.github.com")
    assert address.request(7) == "https://github.com/contoh/terbit/pull/7"


@pytest.mark.parametrize(
    "remote",
    [
        None,
        "",
        "/srv/forge/repo.git",
        "../forge/repo.git",
        "https://gitlab.com/contoh/terbit.git",
        "https://github.com.jahat.example/contoh/terbit.git",
        "https://github.com/contoh",
        "https://github.com/contoh/terbit/tambahan",
    ],
)
def test_what_is_not_github(remote: str | None) -> None:
    assert find_address(remote, {}) is None


def test_enterprise_server_is_known_by_its_own_address() -> None:
    address = find_address("git@git.prov.go.id:humas/berita.git", GHES)
    assert address is not None
    assert address.page == "https://git.prov.go.id/humas/berita"
    assert address.api == "https://git.prov.go.id/api/v3"


def test_the_api_of_the_environment_wins() -> None:
    environ = {**GHES, "GITHUB_API_URL": "https://api.prov.go.id/v3/"}
    address = find_address("https://git.prov.go.id/humas/berita.git", environ)
    assert address is not None
    assert address.api == "https://api.prov.go.id/v3"
