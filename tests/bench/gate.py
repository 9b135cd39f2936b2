"""How long the gate takes over a request with a thousand reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from time import process_time

from terbit.core.facts import Facts
from terbit.core.gate import evaluate
from tests.bench.figure import Figure
from tests.core.gate.scenario import DESA, DINKES, INSPEKTORAT, Scene, Setting, written

AIM = 0.02
RUNS = 9
REVIEWS = 1000
WEIGHTS = {
    "semua menyetujui": (1, 0, 0),
    "campuran": (5, 2, 3),
}
"""How often somebody approves, requests changes and comments."""
OFFICES = {"SOP 067": INSPEKTORAT, "tujuh langkah": DINKES, "tiga langkah": DESA}


def figures() -> Iterator[Figure]:
    """One figure for each office and each kind of story, with one text and with many."""
    for office, setting in OFFICES.items():
        for mood in WEIGHTS:
            for pushes in (0, 20):
                facts = quarrel(setting, mood, pushes).facts()
                name = f"{REVIEWS} tinjauan, {office}, {mood}, {pushes} perubahan"
                yield Figure(name, tuple(judge(setting, facts) for _ in range(RUNS)), AIM)


def quarrel(setting: Setting, mood: str, pushes: int) -> Scene:
    """A request under which everybody reviews every half minute, the text changing meanwhile."""
    random, scene = Random(7), written(setting, now="30 12:00")  # noqa: S311  (the same each time)
    people = [*setting.ids, "warga-iseng", "terbit-cms[bot]", None]
    states = ("APPROVED", "CHANGES_REQUESTED", "COMMENTED")
    for number in range(1, REVIEWS + 1):
        if pushes and number % (REVIEWS // pushes) == 0:
            scene.push(scene.drafter, f"D{number}", at=soon(scene))
        state = random.choices(states, WEIGHTS[mood])[0]
        scene.review(random.choice(people), state, at=soon(scene))
    return scene


def soon(scene: Scene) -> str:
    """Half a minute after the last event."""
    zone = scene.setting.office.calendar.zone
    return f"{(scene.last + timedelta(seconds=30)).astimezone(zone):%Y-%m-%d %H:%M:%S}"


def judge(setting: Setting, facts: Facts) -> float:
    """The seconds that one evaluation took."""
    start = process_time()
    evaluate(setting.procedure, setting.office, facts, facts.now)
    return process_time() - start
