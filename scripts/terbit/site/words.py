"""Indonesian words for dates, hours, kinds and channels, as the public reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from terbit.core.office import Calendar, Window
from terbit.indonesian import dated, day, zone

KINDS = {
    "berita": "Berita",
    "pengumuman": "Pengumuman",
    "konten-foto": "Foto",
    "video": "Video",
    "infografik": "Infografik",
    "hak-jawab": "Hak jawab",
}

QUESTIONS = {
    "apa": "Apa",
    "siapa": "Siapa",
    "kapan": "Kapan",
    "di_mana": "Di mana",
    "mengapa": "Mengapa",
    "bagaimana": "Bagaimana",
}

CHANNELS = {
    "situs": "Situs",
    "instagram": "Instagram",
    "instagram_story": "Instagram Story",
    "facebook": "Facebook",
    "threads": "Threads",
    "x": "X",
    "tiktok": "TikTok",
    "youtube_shorts": "YouTube Shorts",
    "youtube_komunitas": "Komunitas YouTube",
    "whatsapp": "Saluran WhatsApp",
    "telegram": "Telegram",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
}

PROFILES = {
    "instagram": "https://www.instagram.com/{}/",
    "instagram_story": "https://www.instagram.com/{}/",
    "facebook": "https://www.facebook.com/{}",
    "threads": "https://www.threads.com/@{}",
    "x": "https://x.com/{}",
    "tiktok": "https://www.tiktok.com/@{}",
    "youtube_shorts": "https://www.youtube.com/@{}",
    "youtube_komunitas": "https://www.youtube.com/@{}",
    "whatsapp": "https://whatsapp.com/channel/{}",
    "telegram": "https://t.me/{}",
    "bluesky": "https://bsky.app/profile/{}",
}

ABBREVIATIONS = frozenset({"ppid"})
"""Names of folders that are read letter by letter."""
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ACCOUNT = re.compile(r"@?[A-Za-z0-9._-]+")
FEDIVERSE = re.compile(r"@?([A-Za-z0-9._-]+)@([A-Za-z0-9.-]+)")


def span(first: date, last: date) -> str:
    """The days from one to another, such as "16–22 November 2026"."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{dated(first, 'd MMMM')}–{day(last)}"
    return f"{day(first)}–{day(last)}"


def dayname(value: date) -> str:
    """The name of a date's day, such as "Kamis"."""
    return DAYS[value.weekday()]


def month(value: date) -> str:
    """A month such as "November 2026"."""
    return dated(date(value.year, value.month, 1), "MMMM y")


def month_name(number: int) -> str:
    """A month without its year, such as "November"."""
    return dated(date(2000, number, 1), "MMMM")


@lru_cache(maxsize=4096)
def label(name: str) -> str:
    """A short name as a heading: "tata-kelola" becomes "Tata kelola"."""
    text = name.replace("-", " ").replace("_", " ").strip()
    return text.upper() if text in ABBREVIATIONS else text[:1].upper() + text[1:]


def kind(name: str) -> str:
    """The kind of an article in words."""
    return KINDS.get(name, label(name))


def channel(name: str) -> str:
    """The medium's own name."""
    return CHANNELS.get(name, label(name))


def profile(channel_id: str, account: str) -> str:
    """The address of an office's account in a medium, or "" where it cannot be told."""
    account = account.strip()
    if account.startswith("https://"):
        return account
    if channel_id == "mastodon" and (match := FEDIVERSE.fullmatch(account)):
        return f"https://{match[2]}/@{match[1]}"
    pattern = PROFILES.get(channel_id)
    if pattern and ACCOUNT.fullmatch(account):
        return pattern.format(account.removeprefix("@"))
    return ""


def hours(calendar: Calendar, now: datetime) -> tuple[str, ...]:
    """The office hours of this time of the year, one line for each run of equal days."""
    letters, special = zone(calendar.local(now)), calendar.special_on(calendar.day(now))
    week = special.week if special else calendar.week
    lines = [f"{special.name}, sampai {day(special.end)}:"] if special else []
    start = 0
    for index in range(1, 8):
        if index < 7 and week[index] == week[start]:
            continue
        if week[start]:
            last = f"–{DAYS[index - 1]}" if index - 1 > start else ""
            lines.append(f"{DAYS[start]}{last} {windows(week[start])} {letters}")
        start = index
    return tuple(lines)


def windows(windows: Sequence[Window]) -> str:
    """The hours of a day, such as "07.30–12.00 dan 13.00–16.00"."""
    return " dan ".join(f"{_minute(start)}–{_minute(end)}" for start, end in windows)


def _minute(value: int) -> str:
    return f"{value // 60:02d}.{value % 60:02d}"
