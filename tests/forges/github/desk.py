"""A repository on GitHub with the people of kantor.yml, and its administrator's desk."""

from __future__ import annotations

from terbit import config
from terbit.forges.github import Address, Client
from terbit.forges.github.changes import Changes, SettingsWriter, compare
from terbit.forges.github.inspection import SettingsReader
from terbit.forges.github.settings import Settings, wanted
from tests.github.fake import FakeGitHub
from tests.github.state import Json
from tests.rooms import MAINTAINER, MINIATURE
from tests.rooms_github import NAME, WEB

OFFICE = config.load(MINIATURE)
WANTED = wanted("main", "arsip")


def github() -> FakeGitHub:
    """A new public repository, everybody of kantor.yml with write access, one administrator."""
    fake = FakeGitHub(NAME)
    for row in OFFICE.office.appointments:
        fake.person(row.login, row.id, role="admin" if row.login == MAINTAINER else "write")
    return fake


def client(fake: FakeGitHub, token: str = MAINTAINER) -> Client:
    return Client(fake.host, token, fake.session(), sleep=lambda seconds: None)


def reader(fake: FakeGitHub, token: str = MAINTAINER) -> SettingsReader:
    return SettingsReader(Address(NAME, WEB, fake.host), client(fake, token))


def writer(fake: FakeGitHub, token: str = MAINTAINER) -> SettingsWriter:
    return SettingsWriter(Address(NAME, WEB, fake.host), client(fake, token))


def look(fake: FakeGitHub, goal: Settings = WANTED, token: str = MAINTAINER) -> Changes:
    """What is not yet as wanted."""
    return compare(goal, reader(fake, token).found(goal))


def prepared(goal: Settings = WANTED) -> FakeGitHub:
    """A repository that is set up as wanted."""
    fake = github()
    for change in look(fake, goal).changes:
        writer(fake).apply(change)
    fake.log.clear()
    return fake


def private(fake: FakeGitHub, plan: str = "team") -> None:
    """Make a repository private, on some plan of its organisation."""
    fake.state.repository.update(private=True, visibility="private")
    numbers = dict.fromkeys(("space", "private_repos", "filled_seats", "seats"), 1)
    fake.state.organization["plan"] = {"name": plan, **numbers}


def ruleset(fake: FakeGitHub, name: str) -> Json:
    """A ruleset as it stands in the repository."""
    return next(row for row in fake.state.rulesets if row["name"] == name)


def parameters(fake: FakeGitHub, name: str, kind: str) -> Json:
    """The parameters of one rule of a ruleset."""
    rules = ruleset(fake, name)["rules"]
    found: Json = next(row["parameters"] for row in rules if row["type"] == kind)
    return found
