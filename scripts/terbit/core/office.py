"""The office as data: its people with dated posts, contacts, hours and channels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from terbit.core.catalogue import RuleSetting
from terbit.core.colour import DEFAULT, Palette

ACTING = MappingProxyType({"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. "})
"""What stands before an acting official's post; these rows need a decree and an end date."""

SITE = "situs"
CHANNEL_IDS = (
    SITE,
    "instagram",
    "instagram_story",
    "facebook",
    "threads",
    "x",
    "tiktok",
    "youtube_shorts",
    "youtube_komunitas",
    "whatsapp",
    "telegram",
    "mastodon",
    "bluesky",
)
"""Every channel that the product knows; an office chooses among them."""


@dataclass(frozen=True)
class Appointment:
    """One dated row of `pejabat`: a person in a role, both days inclusive."""

    name: str
    role: str
    login: str
    id: int
    start: date
    end: date | None = None
    status: str = "definitif"
    decree: str = ""

    @property
    def acting(self) -> bool:
        """Plt., Plh. or Pj.: acts for somebody else."""
        return self.status in ACTING

    def in_force(self, day: date) -> bool:
        """Whether the post is held on that local day."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class Official:
    """One row of `daftar_pejabat`: an official whom news may name, with dates."""

    name: str
    position: str
    status: str
    start: date
    end: date | None = None


@dataclass(frozen=True)
class ChannelSetting:
    """What kantor.yml says of one channel: there or not, by API or by upload kit."""

    id: str
    available: bool
    mode: str = "paket"
    account: str = ""
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def profile(self) -> str:
        """The account together with its server, where the setting names one."""
        server = self.options.get("server", "").rstrip("/")
        bare = self.account.removeprefix("@")
        return f"{server}/@{bare}" if server and bare and "/" not in bare else self.account


@dataclass(frozen=True)
class Contacts:
    """The office's own numbers, addresses and accounts, which may be printed."""

    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


Window = tuple[int, int]
"""Office hours as (start, end) in minutes since local midnight, end exclusive."""

Week = tuple[tuple[Window, ...], ...]
"""Seven days, Monday first, each with its windows in order."""


@dataclass(frozen=True)
class SpecialHours:
    """Hours that replace the whole week between two dates, such as Ramadan."""

    name: str
    start: date
    end: date
    week: Week


@dataclass(frozen=True)
class Calendar:
    """When the office works: zone, weekly hours, dated exceptions, days off."""

    zone: ZoneInfo
    week: Week
    special: tuple[SpecialHours, ...] = ()
    days_off: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))

    def local(self, moment: datetime) -> datetime:
        """An aware moment in the office's zone."""
        return moment.astimezone(self.zone)

    def day(self, moment: datetime) -> date:
        """The local day of an aware moment."""
        return self.local(moment).date()

    def special_on(self, day: date) -> SpecialHours | None:
        """The exception that is in force on a day, such as Ramadan."""
        return next((s for s in self.special if s.start <= day <= s.end), None)


@dataclass(frozen=True)
class ArchiveKey:
    """One dated row of `kunci_arsip`: the public key of the machine that writes the archive."""

    key: str
    start: date
    end: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether what is appended on that local day must bear this signature."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class Office:
    """Everything of kantor.yml. `teams` maps a role to a forge team (org/team).

    `first_site_url` is the address for which the feeds' entries were named, "" for the present;
    `repository_url` is where anybody may copy the repository, "" where that is told nobody.

    `rules` holds the rules that the office changed, by id.
    """

    name: str
    short_name: str
    city: str
    calendar: Calendar
    appointments: tuple[Appointment, ...]
    contacts: Contacts = field(default_factory=Contacts)
    officials: tuple[Official, ...] = ()
    channels: tuple[ChannelSetting, ...] = ()
    teams: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    address: str = ""
    site_url: str = ""
    first_site_url: str = ""
    repository_url: str = ""
    logo: str = ""
    tagline: str = ""
    colours: Palette = DEFAULT
    show_names: bool = False
    archive_keys: tuple[ArchiveKey, ...] = ()
    rules: Mapping[str, RuleSetting] = field(default_factory=lambda: MappingProxyType({}))

    def channel(self, channel_id: str) -> ChannelSetting | None:
        """The setting of a channel, or None where the office does not list it."""
        return next((c for c in self.channels if c.id == channel_id), None)

    @property
    def available_channels(self) -> tuple[str, ...]:
        """Ids of the channels that the office calls `tersedia`, in its order."""
        return tuple(c.id for c in self.channels if c.available)
