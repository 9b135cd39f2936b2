"""Every medium that Terbit knows, in an explicit list; the site itself is none of them."""

from __future__ import annotations

from terbit.channels import (
    bluesky,
    facebook,
    instagram,
    instagram_story,
    mastodon,
    telegram,
    threads,
    tiktok,
    whatsapp,
    x,
    youtube_komunitas,
    youtube_shorts,
)
from terbit.channels.base import Channel

CHANNELS: dict[str, Channel] = {
    "instagram": instagram,
    "instagram_story": instagram_story,
    "facebook": facebook,
    "threads": threads,
    "x": x,
    "tiktok": tiktok,
    "youtube_shorts": youtube_shorts,
    "youtube_komunitas": youtube_komunitas,
    "whatsapp": whatsapp,
    "telegram": telegram,
    "mastodon": mastodon,
    "bluesky": bluesky,
}
"""By id, in the order in which an office usually posts."""
