import pytest

from terbit.channels import CHANNELS, of_link
from terbit.core.office import ChannelSetting

from .desk import ACCOUNTS

GOOD = [
    ("instagram", "https://www.instagram.com/p/C1a2b3D4e5F/"),
    ("instagram", "https://www.instagram.com/p/C1a2b3D4e5F/?img_index=1&igsh=x"),
    ("instagram", "https://instagram.com/kantorcontoh/reel/C1a2b3D4e5F"),
    ("instagram_story", "https://www.instagram.com/stories/kantorcontoh/3141592653589793238/"),
    ("facebook", "https://www.facebook.com/kantorcontoh/posts/pfbid02abcDEF"),
    ("facebook", "https://www.facebook.com/100064812345678/posts/pfbid02abcDEF"),
    ("facebook", "https://www.facebook.com/share/p/1AbCdEfGh/"),
    ("facebook", "https://m.facebook.com/permalink.php?story_fbid=123&id=456"),
    ("facebook", "https://www.facebook.com/photo/?fbid=123"),
    ("facebook", "https://fb.watch/aBcD123/"),
    ("threads", "https://www.threads.com/@kantorcontoh/post/DAbc_123-x"),
    ("threads", "https://www.threads.net/@KantorContoh/post/DAbc"),
    ("x", "https://x.com/kantorcontoh/status/1234567890?s=20"),
    ("x", "https://twitter.com/KantorContoh/status/1234567890"),
    ("x", "https://x.com/i/status/1234567890"),
    ("tiktok", "https://www.tiktok.com/@kantorcontoh/photo/7412345678901234567"),
    ("tiktok", "https://vt.tiktok.com/ZSabc123/"),
    ("youtube_shorts", "https://youtube.com/shorts/dQw4w9WgXcQ?feature=share"),
    ("youtube_shorts", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
    ("youtube_shorts", "https://youtu.be/dQw4w9WgXcQ"),
    ("youtube_komunitas", "https://www.youtube.com/post/UgkxAbCdEf123"),
    ("youtube_komunitas", "https://www.youtube.com/channel/UCabc/community?lb=UgkxAbC"),
    ("whatsapp", "https://whatsapp.com/channel/0029VaContoh/123"),
    ("telegram", "https://t.me/kantorcontoh/42"),
    ("telegram", "https://t.me/s/kantorcontoh/42"),
    ("mastodon", "https://sosial.contoh.id/@kantor/113456789012345678"),
    ("bluesky", "https://bsky.app/profile/kantor.contoh.id/post/3lb2abcdefg2x"),
    ("bluesky", "https://bsky.app/profile/did:plc:abc123/post/3lb2abcdefg2x"),
]
BAD = [
    ("instagram", "https://www.instagram.com/kantorcontoh/"),
    ("instagram", "https://www.instagram.com/oranglain/p/C1a2b3D4e5F/"),
    ("instagram", "http://www.instagram.com/p/C1a2b3D4e5F/"),
    ("instagram", "https://instagram.com.jahat.id/p/C1a2b3D4e5F/"),
    ("instagram", "https://www.instagram.com/p/C1a2b3D4e5F/' ; rm -rf"),
    ("instagram", "javascript:alert(1)//https://www.instagram.com/p/C1a2b3D4e5F/"),
    ("instagram_story", "https://www.instagram.com/stories/oranglain/31415926/"),
    ("facebook", "https://www.faceboo\u212a.com/kantorcontoh/posts/pfbid02abcDEF"),
    ("x", "https://x.com/kantorcontoh/\u017ftatus/1234567890"),
    ("telegram", "https://t.me/kantorcontoh/٤٢"),
    ("facebook", "https://www.facebook.com/kantorcontoh"),
    ("facebook", "https://www.facebook.com/oranglain/posts/pfbid02abcDEF"),
    ("facebook", "https://www.facebook.com/permalink.php"),
    ("facebook", "https://www.facebook.com/groups/kantorcontoh/posts/1"),
    ("threads", "https://www.threads.com/@oranglain/post/DAbc"),
    ("threads", "https://www.threads.com/@kantorcontoh"),
    ("x", "https://x.com/oranglain/status/1234567890"),
    ("x", "https://x.com/kantorcontoh"),
    ("tiktok", "https://www.tiktok.com/@oranglain/photo/7412345678901234567"),
    ("youtube_shorts", "https://www.youtube.com/@kantorcontoh"),
    ("youtube_shorts", "https://www.youtube.com/watch"),
    ("youtube_komunitas", "https://www.youtube.com/channel/UCabc/community"),
    ("whatsapp", "https://whatsapp.com/channel/0029VaContoh"),
    ("whatsapp", "https://whatsapp.com/channel/0029VaLain/123"),
    ("telegram", "https://t.me/c/1234567/42"),
    ("telegram", "https://t.me/saluranlain/42"),
    ("telegram", "https://t.me/kantorcontoh"),
    ("mastodon", "https://sosial.contoh.id/@oranglain/113456789012345678"),
    ("mastodon", "https://server.lain.id/@kantor/113456789012345678"),
    ("bluesky", "https://bsky.app/profile/lain.contoh.id/post/3lb2abcdefg2x"),
    ("bluesky", "https://bsky.app/profile/kantor.contoh.id"),
]


@pytest.mark.parametrize(("channel", "link"), GOOD)
def test_a_post_of_the_office_is_accepted(channel: str, link: str) -> None:
    assert CHANNELS[channel].accepts(link, ACCOUNTS.get(channel, ""))


@pytest.mark.parametrize(("channel", "link"), BAD)
def test_anything_else_is_refused(channel: str, link: str) -> None:
    assert not CHANNELS[channel].accepts(link, ACCOUNTS.get(channel, ""))


def test_every_channel_has_examples() -> None:
    assert {channel for channel, _ in GOOD} == {channel for channel, _ in BAD} == set(CHANNELS)


def test_a_link_tells_its_channel() -> None:
    assert of_link("https://www.instagram.com/stories/kantor/123") == ("instagram_story",)
    assert of_link("https://www.instagram.com/p/DAbc12345/") == ("instagram",)
    assert of_link("https://contoh.id/") == ()


def test_an_account_is_looked_for_on_its_own_server() -> None:
    server = {"server": "https://sosial.contoh.id/"}
    setting = ChannelSetting("mastodon", available=True, account="@kantor", options=server)
    accepts = CHANNELS["mastodon"].accepts
    assert accepts("https://sosial.contoh.id/@kantor/1", setting.profile)
    assert not accepts("https://lain.id/@kantor/1", setting.profile)


def test_accounts_may_be_profile_addresses() -> None:
    link = "https://sosial.contoh.id/@kantor/113456789012345678"
    assert CHANNELS["mastodon"].accepts(link, "https://sosial.contoh.id/@kantor")
    assert not CHANNELS["mastodon"].accepts(link, "https://lain.id/@kantor")
    assert CHANNELS["x"].accepts("https://x.com/kantor/status/1", "https://x.com/kantor")
    assert CHANNELS["whatsapp"].accepts("https://whatsapp.com/channel/0029Va/9", "Kantor Contoh")
