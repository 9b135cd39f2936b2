"""X's weighted length against the vectors that X published for version 3 of its counting.

Texts and lengths: twitter-text 3.1.0, conformance/validate.yml, the sections
WeightedTweetsWithDiscountedEmojiCounterTest and UnicodeDirectionalMarkerCounterTest; Apache-2.0,
see twitter-text.LICENSE beside this file. Of the one text of 12,076 characters only the form is
kept: host names that are too long to be links, and one that is a link.
"""

from __future__ import annotations

import pytest

from terbit.channels import counting

TENS = "xxxxxxxxxx-"
JACK = "http://www.twitter.com/jack"
POEM = (
    "故人西辞黄鹤楼，烟花三月下扬州。孤帆远影碧空尽，唯见长江天际流。"
    "朱雀桥边野草花，乌衣巷口夕阳斜。旧时王谢堂前燕，飞入寻常百姓家。"
    "朝辞白帝彩云间，千里江陵一日还。两岸猿声啼不住，轻舟已过万重山。"
    "泪湿罗巾梦不成，夜深前殿按歌声。红颜未老恩先断，斜倚薰笼坐到明。"
    "独在异乡为异客，每逢佳节倍思亲。遥知兄弟登高处，遍插茱萸少一人。"
)
KANA = "あいうえおかきくけこ"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
SINGER = "\U0001f468\u200d\U0001f3a4"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
SPACES = "".join(map(chr, range(0x2000, 0x200C)))
NO_LINK = f"https://{'somesuperlongurl' * 374}.com/foo"
LONG = (
    f"Long url with invalid domain labels and a short url: {NO_LINK} {NO_LINK} https://validurl.com"
)

VECTORS = {
    "text and link": ("Hi http://test.co", 26),
    "link": ("http://test.co", 23),
    "too long": ("285 chars-" + TENS * 25, 285),
    "link in the middle": (f"285 chars- {JACK} " + TENS * 24, 299),
    "link at the end": (TENS * 24 + f" {JACK} ", 289),
    "ten links": ("https://www.twitter.com/aloha " * 10, 240),
    "160 ideographs": (POEM, 320),
    "160 emoji": ("\U0001f637" * 160, 320),
    "letters and ideographs": (f"the{POEM}", 323),
    "a letter that is composed": ("282 chars-" + TENS * 24 + "xxxxxA\u0301x", 281),
    "emoji of one and of several characters": (f"H\U0001f431☺{FAMILY}", 7),
    "five emoji": ("\U0001f637\U0001f47e\U0001f621\U0001f525\U0001f4a9", 10),
    "skin and work": (f"\U0001f64b\U0001f3fd{SINGER}", 4),
    "punctuation": (
        "This is a tweet with general punctuation characters: "
        f"{SPACES} ‐ ‑ ‒ – — ― ‖  ‗ ‘ ’ ‚ ‛ “ ” „ ‟ ′ ″ ‴ ‵ ‶ ‷",
        110,
    ),
    "host names too long for a link": (LONG, len(LONG) + 3),
    "64 letters and no protocol": ("randomurl" * 7 + "s.com", 68),
    "host of 64 in Punycode": (f"{KANA * 12} http://{KANA * 5}あいう.com", 358),
    "host of 63 in Punycode": (f"{KANA * 12} http://{KANA * 5}あい.com", 264),
    "140 families": (FAMILY * 140, 280),
    "emoji that begins with a digit": ("1\u20e3", 2),
    "Unicode 10": (
        f"Unicode 10.0 emoji: \U0001f92a; \U0001f9d5; \U0001f9d5\U0001f3fe; {ENGLAND}",
        34,
    ),
    "Unicode 9": ("Unicode 9.0 emoji: \U0001f920; \U0001f483; \U0001f483\U0001f3fe", 29),
    "what is no character": ("ABC\u202a\uffffABC\ufffe", 12),
    "marks of direction": ("\u2066\u202ahttp://foobar.پاکستان/\u202c\u2069", 31),
}


@pytest.mark.parametrize("name", VECTORS)
def test_the_published_vectors_weigh_what_x_says(name: str) -> None:
    text, length = VECTORS[name]
    assert counting.twitter(text) == length
