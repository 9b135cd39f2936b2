"""What a page's policy for content says of its inline styles and scripts."""

from __future__ import annotations

from terbit import csp


def test_an_inline_text_is_named_by_its_hash() -> None:
    # the example of the specification: https://www.w3.org/TR/CSP3/#external-hash
    known = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    assert csp.hashes(["alert('Hello, world.');"]) == known


def test_several_texts_stand_side_by_side_and_none_allows_nothing() -> None:
    one, other = csp.hashes(["a"]), csp.hashes(["b"])
    assert csp.hashes(["a", "b"]) == f"{one} {other}"
    assert csp.hashes([]) == ""
