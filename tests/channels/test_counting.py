import pytest

from terbit.channels import counting

FAMILY = "👨‍👩‍👧"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("halo", 4),
        ("https://contoh.go.id/sangat/panjang/sekali/alamatnya", 23),
        ("lihat contoh.go.id", 6 + 23),
        (FAMILY, 2),
        ("ꦏ", 2),
        ("“–—”", 4),
        ("…", 2),
    ],
)
def test_x_weighs_as_twitter_text_does(text: str, length: int) -> None:
    assert counting.twitter(text) == length


@pytest.mark.parametrize(("text", "length"), [("é", 1), (FAMILY, 1), ("ꦏ꧀ꦫ", 1), ("Palangka", 8)])
def test_graphemes_are_what_a_reader_sees(text: str, length: int) -> None:
    assert counting.graphemes(text) == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("lihat https://contoh.go.id/berita/yang/panjang/sekali.", 6 + 23 + 1),
        ("oleh @ani@server.contoh.id", 5 + 4),
        ("surel ani@contoh.id", 19),
    ],
)
def test_mastodon_counts_links_and_remote_names_short(text: str, length: int) -> None:
    assert counting.mastodon(text) == length


def test_threads_counts_the_bytes_of_emoji_only() -> None:
    assert counting.threads("ok " + FAMILY) == 3 + 18
    assert counting.threads("é") == 1
    assert counting.threads("1️⃣") == 7


def test_utf16_counts_two_for_astral_letters() -> None:
    assert counting.utf16("a🎉") == 3


@pytest.mark.parametrize(
    ("text", "count"),
    [("#a #b", 2), ("nomor #12", 0), ("x#a", 0), ("(#a)", 1), ("https://a.id/#bagian", 0)],
)
def test_hashtags(text: str, count: int) -> None:
    assert counting.hashtags(text) == count


def test_accounts_are_counted_but_no_mail_addresses() -> None:
    assert counting.mentions("@a dan (@b_c), surel ani@contoh.id, https://x.id/@d") == 2


def test_the_longest_hashtag_is_measured_without_its_sign() -> None:
    assert counting.longest_hashtag("#SPIP #TataKelola") == 10
    assert counting.longest_hashtag("nomor #12") == 0


def test_links_are_counted_once_each() -> None:
    assert counting.links("https://a.id/x, https://a.id/x dan https://b.id.") == 2
