"""Kill -9 at every step, every fault, every recovery, on real servers: one post, always."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from shutil import rmtree

import pytest

from terbit.channels.sending import bluesky, mastodon
from terbit.core.office import ChannelSetting
from terbit.core.sending import Sender
from tests.channels.exactly_once import STEPS, Bench, check, matrix, prepare
from tests.channels.sending import programs
from tests.channels.sending.loopback import Fault, Proxy
from tests.channels.sending.programs import MASTODON_TOKEN, MASTODON_USER, PASSWORD, Place
from tests.rooms import Room

HANDLE = "sekali.test"
PATIENCE = 2.0
"""Seconds that a sender waits here for an answer."""
FAULTS = {
    "lost": Fault.LOST,
    "500 after accept": Fault.BROKEN,
    "429": Fault.BUSY,
    "malformed": Fault.MALFORMED,
    "slow": Fault.SLOW,
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning"),
]


def arming(proxy: Proxy, request: str) -> Callable[[str], None]:
    """What lets the next such request go wrong."""

    def arm(fault: str) -> None:
        proxy.waiting.clear()
        if fault:
            proxy.fault(request, FAULTS[fault], {"Retry-After": "1"})

    return arm


@dataclass(frozen=True)
class Stage:
    """Where the combinations are played: a published item for each channel, made once."""

    room: Path
    made: dict[str, Path]
    folder: Path
    tell: Callable[[str, object], None]

    def play(self, server: str, step: str, bench: Bench, empty: Callable[[], object]) -> None:
        """All combinations with a death at this step, each on an empty account."""
        tried, template = 0, self._template(bench.channel)
        for tried, case in enumerate(matrix((step,)), start=1):
            empty()
            folder = self.folder / str(tried)
            check(bench, template, folder, case)
            rmtree(folder)
        self.tell(server, tried)

    def _template(self, channel: str) -> Path:
        if channel not in self.made:
            copied = Room.copy(self.room, self.folder.with_name(f"{self.folder.name}-{channel}"))
            self.made[channel] = prepare(copied, channel).folder
        return self.made[channel]


MADE: dict[str, Path] = {}


@pytest.fixture
def stage(
    room_template: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> Stage:
    """The stage of one test."""
    return Stage(room_template, MADE, tmp_path, record_property)


@pytest.mark.parametrize("step", STEPS)
def test_exactly_one_post_on_mastodon(
    stage: Stage, step: str, mastodon_program: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the play has a clock of its own, and the server another
    monkeypatch.setattr(mastodon, "EARLIER", timedelta(days=36500))

    def count() -> int:
        me = mastodon_program.ask("/api/v1/accounts/verify_credentials", token=MASTODON_TOKEN)
        posts = f"/api/v1/accounts/{me['id']}/statuses"
        return len(mastodon_program.ask(posts, token=MASTODON_TOKEN))

    with Proxy(mastodon_program.url) as proxy:

        def sender() -> Sender:
            options = {"server": proxy.url}
            setting = ChannelSetting("mastodon", True, "api", MASTODON_USER, options)
            made = mastodon.sender(setting, MASTODON_TOKEN)
            return replace(made, wire=replace(made.wire, patience=PATIENCE))

        bench = Bench("mastodon", sender, arming(proxy, "POST /api/v1/statuses$"), count)
        empty = lambda: mastodon_program.ask("/api/v1/_mock/reset", {})  # noqa: E731
        stage.play("mastodon-mock", step, bench, empty)


@pytest.fixture(scope="session")
def handle(real_pds: Place) -> str:
    """One account of the PDS for all plays of one process, in whatever order they come."""
    programs.account(real_pds, HANDLE)
    return HANDLE


@pytest.mark.parametrize("step", STEPS)
def test_exactly_one_post_on_bluesky(stage: Stage, step: str, real_pds: Place, handle: str) -> None:
    with Proxy(real_pds.url) as proxy:

        def sender() -> Sender:
            setting = ChannelSetting("bluesky", True, "api", handle, {"server": proxy.url})
            made = bluesky.sender(setting, PASSWORD)
            return replace(made, wire=replace(made.wire, patience=PATIENCE))

        def count() -> int:
            return len(programs.posts(real_pds, handle))

        bench = Bench("bluesky", sender, arming(proxy, "POST .*putRecord$"), count)
        empty = lambda: programs.empty(real_pds, handle)  # noqa: E731
        stage.play("Bluesky's own server", step, bench, empty)
