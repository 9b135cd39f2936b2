"""The content digest: one changed byte, mode or path is another digest; nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from terbit.core.digest import (
    ABSENT,
    Entry,
    digest,
    item_digest,
    item_of,
    path_of,
    unit,
    units,
)

ARTICLE = "content/berita/2026/11/evaluasi-spip"
TREE = ("040000", "a" * 40)


@pytest.mark.parametrize(
    ("path", "whole"),
    [
        (f"{ARTICLE}/index.md", ARTICLE),
        (f"{ARTICLE}/foto/a.jpg", ARTICLE),
        (f"{ARTICLE}/\nfoto.jpg", ARTICLE),
        ("drafts/klinik/index.md", "drafts/klinik"),
        (ARTICLE, ARTICLE),
        (f"{ARTICLE}/", f"{ARTICLE}/"),
        ("content/berita/2026/11.md", "content/berita/2026/11.md"),
        ("content/berita/index.md", "content/berita/index.md"),
        ("content/berita/26/11/x/index.md", "content/berita/26/11/x/index.md"),
        ("content/ppid/berkala.md", "content/ppid/berkala.md"),
        ("lain/content/berita/2026/11/x/index.md", "lain/content/berita/2026/11/x/index.md"),
        ("kantor.yml", "kantor.yml"),
    ],
)
def test_what_is_approved_as_a_whole(path: str, whole: str) -> None:
    assert unit(path) == whole


def test_the_files_of_an_article_are_one_unit() -> None:
    paths = [f"{ARTICLE}/index.md", "content/index.md", f"{ARTICLE}/foto-1.jpg"]
    assert units(paths) == (ARTICLE, "content/index.md")


def test_an_item_has_a_name_in_the_archive() -> None:
    assert item_of(f"{ARTICLE}/foto-1.jpg") == "berita/2026/11/evaluasi-spip"
    assert item_of("content/ppid/berkala.md") == "ppid/berkala.md"
    assert item_of("drafts/klinik/index.md") is None
    assert item_of("kantor.yml") is None
    assert path_of("ppid/berkala.md") == "content/ppid/berkala.md"


def test_path_mode_and_object_all_count() -> None:
    variants = (
        (ARTICLE, TREE),
        (f"{ARTICLE}-2", TREE),
        (ARTICLE, ("100644", TREE[1])),
        (ARTICLE, ("040000", "b" * 40)),
        (ARTICLE, ABSENT),
    )
    assert len({item_digest(path, entry) for path, entry in variants}) == len(variants)


def test_the_digest_is_written_down() -> None:
    # approvals in every archive are bound to this value
    assert item_digest(ARTICLE, TREE) == (
        "846454d5121e7fbd06b41d1236e985ae5250772c6d5e16daf7d1cd139d997ae7"
    )


ENTRIES = st.dictionaries(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1),
    st.tuples(
        st.sampled_from(["040000", "100644", "100755", "120000", "000000"]),
        st.from_regex(r"[0-9a-f]{40}", fullmatch=True),
    ),
    max_size=4,
)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(ENTRIES, ENTRIES)
@example({"a": TREE, "b": TREE}, {"a\x000400": TREE})
@example({"a": TREE}, {f"a\n{TREE[1]}": TREE})
def test_equal_digests_mean_equal_content(one: dict[str, Entry], other: dict[str, Entry]) -> None:
    assert (digest(one) == digest(other)) == (one == other)


@settings(deadline=None, derandomize=True)
@given(ENTRIES)
def test_the_order_of_files_does_not_count(entries: dict[str, Entry]) -> None:
    assert digest(dict(reversed(entries.items()))) == digest(entries)


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_a_unit_is_its_own_unit(path: str) -> None:
    assert unit(unit(path)) == unit(path)


def test_a_name_of_any_bytes_has_a_digest() -> None:
    """Git allows them, and Python holds them as lone surrogates."""
    entry = ("100644", "a" * 40)
    assert digest({"content/a\udcff.md": entry}) != digest({"content/a\udcfe.md": entry})
