"""How each platform counts: every function takes a text and gives its length there."""

from __future__ import annotations

import warnings

import regex

with warnings.catch_warnings():
    # it still imports pkg_resources, which is deprecated; setuptools is pinned below 81 for it
    warnings.filterwarnings("ignore", message="pkg_resources is deprecated", category=UserWarning)
    from twitter_text import parse_tweet

URL_WEIGHT = 23
"""What Mastodon counts for any link (docs.joinmastodon.org/user/posting, checked 2026-11-22)."""

_EMOJI = regex.compile(r"\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3")
_URL = regex.compile(r"https?://[^\s<>]*[^\s<>.,;:!?)\]\"'”’…]", regex.IGNORECASE)
_REMOTE_MENTION = regex.compile(r"(?<![\w@/])(@[A-Za-z0-9_]+)@[\w.-]*\w")
_MENTION = regex.compile(r"(?<![\w@/.])@[A-Za-z0-9_]")
_HASHTAG = regex.compile(r"(?<![\w/&])[#＃]\w*[^\W\d_]\w*")


def codepoints(text: str) -> int:
    """Unicode code points."""
    return len(text)


def graphemes(text: str) -> int:
    """What a reader sees as one character: UAX #29 extended grapheme clusters."""
    return len(regex.findall(r"\X", text))


def utf8(text: str) -> int:
    """Bytes in UTF-8."""
    return len(text.encode())


def utf16(text: str) -> int:
    """UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def twitter(text: str) -> int:
    """The weighted length of X (twitter-text configuration v3)."""
    return int(parse_tweet(text).weightedLength) if text else 0


def mastodon(text: str) -> int:
    """Graphemes; any link counts 23 and @user@domain only @user."""
    links = len(_URL.findall(text))
    bare = _REMOTE_MENTION.sub(r"\1", _URL.sub("", text))
    return graphemes(bare) + links * URL_WEIGHT


def threads(text: str) -> int:
    """Code points, but the UTF-8 bytes of each grapheme that holds an emoji."""
    clusters: list[str] = regex.findall(r"\X", text)
    return sum(utf8(c) if _EMOJI.search(c) else len(c) for c in clusters)


def hashtags(text: str) -> int:
    """How many hashtags a platform would see."""
    return len(_HASHTAG.findall(text))


def longest_hashtag(text: str) -> int:
    """Characters of the longest hashtag, its sign left out."""
    return max((len(tag) - 1 for tag in _HASHTAG.findall(text)), default=0)


def mentions(text: str) -> int:
    """How many accounts the text addresses."""
    return len(_MENTION.findall(text))


def links(text: str) -> int:
    """How many different web addresses the text holds."""
    return len(set(addresses(text)))


def addresses(text: str) -> list[str]:
    """The web addresses in a text, in order."""
    found: list[str] = _URL.findall(text)
    return found
