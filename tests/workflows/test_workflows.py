"""What act does not enforce holds in the files: who wakes them, their rights, pins and secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from itertools import pairwise
from typing import Any

import click
import pytest

from terbit import cli, config
from terbit.channels import sending
from terbit.cli.lazy import LazyGroup
from terbit.commands import reuse
from terbit.forges.github.desk import CONTEXT
from terbit.site import PICTURES
from terbit.wording import speak_indonesian
from tests.rooms import REPOSITORY
from tests.workflows.files import FOLDER, SET_UP, Json, all_steps, jobs, read, steps, workflows

MAIN = {"branches": ["main"]}
BEGINS = ["opened", "synchronize", "reopened", "ready_for_review"]
REQUEST = "${{ github.event.pull_request.number }}"
TEXT = {"type": "string", "required": "true"}

TRIGGERS: dict[str, dict[str, Any]] = {
    "periksa": {"pull_request": {"types": BEGINS}},
    "isyarat": {
        "pull_request": {"types": [*BEGINS, "converted_to_draft", "closed"]},
        "pull_request_review": {"types": ["submitted", "edited", "dismissed"]},
    },
    "gerbang": {
        "workflow_run": {"workflows": ["Isyarat"], "types": ["completed"]},
        "schedule": ...,
        "workflow_dispatch": {"nomor": {"type": "string", "required": "false"}},
    },
    "terbit": {"push": MAIN, "schedule": ..., "workflow_dispatch": {}},
    "bukti": {
        "issues": {"types": ["opened", "edited"]},
        "workflow_dispatch": {
            "berita": TEXT,
            "kanal": {"type": "choice", "required": "true"},
            "tautan": TEXT,
        },
    },
    "usulan": {"issues": {"types": ["opened", "edited"]}},
    "ajukan": {"issue_comment": {"types": ["created"]}, "workflow_dispatch": {"naskah": TEXT}},
    "uji": {"pull_request": {}, "push": MAIN},
}
RIGHTS = {
    ("periksa", "periksa"): {"contents": "read"},
    ("isyarat", "isyarat"): {},
    ("gerbang", "pratinjau"): {"contents": "read", "pull-requests": "read"},
    ("gerbang", "gerbang"): {"contents": "read", "pull-requests": "write", "statuses": "write"},
    ("terbit", "catat"): {"contents": "write", "pull-requests": "read", "actions": "read"},
    ("terbit", "laman"): {"pages": "write", "id-token": "write"},
    ("terbit", "server"): {},
    ("terbit", "unggah"): {"contents": "write"},
    ("terbit", "tolakan"): {},
    ("bukti", "bukti"): {"contents": "write", "issues": "write"},
    ("usulan", "olah"): {"contents": "read", "issues": "read"},
    ("usulan", "kirim"): {"contents": "write", "issues": "write"},
    ("ajukan", "olah"): {"contents": "read"},
    ("ajukan", "kirim"): {"contents": "write", "issues": "write"},
    ("uji", "uji"): {"contents": "read"},
}
ENVIRONMENTS = {
    ("terbit", "catat"): "arsip",
    ("bukti", "bukti"): "arsip",
    ("terbit", "laman"): "github-pages",
    ("terbit", "server"): "server-situs",
    ("terbit", "unggah"): "media-sosial",
}
CONCURRENCY = {
    "periksa": (f"periksa-{REQUEST}", "true"),
    "isyarat": (f"isyarat-{REQUEST}", "true"),
    "gerbang": (
        "gerbang-${{ github.event.workflow_run.head_sha || inputs.nomor || 'semua' }}",
        "false",
    ),
    "terbit": ("terbit", "false"),
    "bukti": ("bukti-${{ github.event.issue.number || github.run_id }}", "false"),
    "usulan": ("usulan-${{ github.event.issue.number }}", "false"),
    "ajukan": ("ajukan-${{ github.event.issue.number || inputs.naskah }}", "false"),
    "uji": ("uji-${{ github.event.pull_request.number || github.sha }}", "true"),
}
NEEDS = {
    ("gerbang", "gerbang"): "pratinjau",
    ("terbit", "laman"): "catat",
    ("terbit", "server"): "catat",
    ("terbit", "unggah"): ["catat", "laman", "server"],
    ("terbit", "tolakan"): "catat",
    ("usulan", "kirim"): "olah",
    ("ajukan", "kirim"): "olah",
}
TOKEN_OF = {
    "gerbang/pratinjau": ["show"],
    "gerbang/gerbang": ["gate"],
    "terbit/catat": ["reuse", "publish", "post"],
    "terbit/unggah": ["post"],
    "bukti/bukti": ["record"],
    "usulan/olah": ["intake"],
    "usulan/kirim": ["intake"],
    "ajukan/olah": ["intake"],
    "ajukan/kirim": ["intake"],
}
"""The jobs that hold the job's token, and the commands that are given it."""
PUBLIC = {"TERBIT_TUJUAN", "TERBIT_LIHAT"}
"""Variables that a command may read; no secret is in them."""
REQUESTS_OWN = {"periksa/periksa", "uji/uji"}
"""Jobs that run what a request brings: they are given no token and no secret."""
USES = re.compile(r" *(- )?uses: ")
PIN = re.compile(r"uses: (actions/[a-z-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$")


def test_every_workflow_is_in_these_tables() -> None:
    assert set(workflows()) == set(TRIGGERS) == set(CONCURRENCY)
    assert {(name, job) for name, job, _ in jobs()} == set(RIGHTS)


@pytest.mark.parametrize("name", TRIGGERS)
def test_a_workflow_wakes_on_exactly_these_events(name: str) -> None:
    found = workflows()[name]["on"]
    assert set(found) == set(TRIGGERS[name])
    for event, wanted in TRIGGERS[name].items():
        if event == "workflow_dispatch":
            inputs = (found[event] or {}).get("inputs", {})
            kinds = {key: {k: row[k] for k in ("type", "required")} for key, row in inputs.items()}
            assert kinds == wanted
        elif wanted is not ...:
            assert (found[event] or {}) == wanted


def test_the_gate_listens_to_the_signal_by_its_name() -> None:
    heard = workflows()["gerbang"]["on"]["workflow_run"]["workflows"]
    assert heard == [workflows()["isyarat"]["name"]]


def test_every_event_of_a_request_gives_a_signal() -> None:
    """A condition or a path filter would swallow some of them."""
    signal = workflows()["isyarat"]
    assert not any("paths" in filters for filters in signal["on"].values())
    assert "if" not in signal["jobs"]["isyarat"]
    assert not any("if" in step for step in steps("isyarat", "isyarat"))


# Rights


def test_nothing_is_granted_to_a_whole_workflow() -> None:
    assert [name for name, w in workflows().items() if w["permissions"] != {}] == []


def test_each_job_has_exactly_these_rights() -> None:
    found = {(name, job): body.get("permissions") or {} for name, job, body in jobs()}
    assert found == RIGHTS


def test_secrets_live_only_in_environments() -> None:
    found = {
        (name, job): body["environment"]["name"]
        for name, job, body in jobs()
        if "environment" in body
    }
    assert found == ENVIRONMENTS
    using = {(name, job) for name, job, body in jobs() if "secrets." in str(body)}
    assert using == {(file, job) for file, job in ENVIRONMENTS if job != "laman"}
    assert "secrets" not in str([{**w, "jobs": {}} for w in workflows().values()])


MEDIA = {name: f"${{{{ secrets.{name} }}}}" for name in map(sending.secret, sending.ADAPTERS)}
"""The accounts' tokens: only the job that posts has them."""


ARCHIVE_KEY = {"TERBIT_ARSIP_KUNCI": "${{ secrets.TERBIT_ARSIP_KUNCI }}"}
"""The key that signs the archive: only the commands that append to it have it."""
APPENDING = ("publish", "post", "record")


def test_the_token_is_given_to_the_commands_that_need_it() -> None:
    found: dict[str, list[str]] = {}
    fetching = []
    for place, step in all_steps():
        if step.get("with", {}).get("github-token"):
            fetching.append((place, step["with"]["github-token"]))
        elif "token" in str(step).casefold():
            told = {name: text for name, text in step["env"].items() if name not in PUBLIC}
            media = MEDIA if place == "terbit/unggah" else {}
            appends = step["run"].split()[1] in APPENDING and "--di" not in step["run"]
            signing = ARCHIVE_KEY if appends else {}
            assert told == {"GITHUB_TOKEN": "${{ github.token }}", **media, **signing}
            found.setdefault(place, []).append(step["run"].split()[1])
    assert found == TOKEN_OF
    assert fetching == [("terbit/catat", "${{ github.token }}")]
    assert not any("env" in body for _, _, body in jobs())
    assert not any("env" in workflow for workflow in workflows().values())


def test_no_checkout_leaves_a_token_behind() -> None:
    checkouts = [step for _, step in all_steps() if "checkout" in step.get("uses", "")]
    assert len(checkouts) == len(TOKEN_OF) + len(REQUESTS_OWN)
    assert {step["with"]["persist-credentials"] for step in checkouts} == {"false"}


def test_only_the_checks_of_a_request_run_what_it_brings() -> None:
    for place, step in all_steps():
        if "checkout" in step.get("uses", ""):
            assert step["with"].get("ref") == (None if place in REQUESTS_OWN else "main"), place
            assert "repository" not in step["with"]
    assert "pull_request_target" not in str(workflows())


def test_whoever_judges_has_the_whole_history() -> None:
    """In a shallow clone the authors of a draft would be out of sight (N13)."""
    for place, step in all_steps():
        if "checkout" in step.get("uses", "") and place != "uji/uji":
            assert step["with"]["fetch-depth"] == "0", place


def test_privileged_jobs_use_no_cache_and_no_artifact_of_a_request() -> None:
    for place, step in all_steps():
        assert "cache" not in str(step).casefold(), place
    taking = [place for place, step in all_steps() if "download-artifact" in step.get("uses", "")]
    assert taking == ["ajukan/kirim", "terbit/catat", "terbit/server", "usulan/kirim"]
    (download,) = (s for s in steps("terbit", "server") if "download" in s.get("uses", ""))
    assert set(download["with"]) == {"name", "path"}  # of this very run


@pytest.mark.parametrize("name", ["usulan", "ajukan"])
def test_photos_of_strangers_are_decoded_where_nothing_can_be_written(name: str) -> None:
    """A fault in a decoder would have the rights of its job; the job that pushes decodes none."""
    work, send = ([s["run"] for s in steps(name, job) if "run" in s] for job in ("olah", "kirim"))
    assert work == [f".venv/bin/terbit intake --event --olah .terbit/{name}"]
    assert send == [f".venv/bin/terbit intake --event --kirim .terbit/{name}"]
    assert "write" not in RIGHTS[name, "olah"].values()
    (download,) = (s for s in steps(name, "kirim") if "download" in s.get("uses", ""))
    assert set(download["with"]) == {"name", "path"}  # of this very run


@pytest.mark.parametrize("name", ["usulan", "ajukan"])
def test_whatever_came_of_the_photos_the_sender_is_answered(name: str) -> None:
    job = workflows()[name]["jobs"]["kirim"]
    assert job["if"].startswith("${{ !cancelled() && ")
    assert [s["name"] for s in job["steps"] if "continue-on-error" in s] == ["Ambil hasilnya"]


def test_a_run_that_is_run_again_can_keep_its_artifacts_again() -> None:
    """A name is taken once in a run, whatever the attempt (upload-artifact, MIGRATION.md)."""
    keeping = [step for _, step in all_steps() if "actions/upload-artifact" in step.get("uses", "")]
    assert {step["with"].get("overwrite") for step in keeping} == {"true"}


def named(name: str) -> Json:
    """A step of the publisher."""
    (found,) = (step for step in steps("terbit", "catat") if step["name"] == name)
    return found


def test_photos_come_only_from_the_run_that_our_own_code_named() -> None:
    search, fetch = named("Cari foto dari terbitan sebelumnya"), named("Ambil foto itu")
    assert search["run"] == ".venv/bin/terbit reuse"
    run = f"steps.{search['id']}.outputs.run-id"
    assert fetch["if"] == f"{run} != ''"
    assert fetch["with"]["run-id"] == f"${{{{ {run} }}}}"
    assert fetch["with"]["name"] == reuse.PICTURES
    assert (REPOSITORY / reuse.WORKFLOW) == REPOSITORY / FOLDER / "terbit.yml"
    assert set(workflows()["terbit"]["on"]) == reuse.EVENTS
    # whatever goes wrong there, the site is made all the same
    assert {step["continue-on-error"] for step in (search, fetch)} == {"true"}


def test_the_photos_alone_are_kept_for_the_next_run() -> None:
    keep, fetch = named("Simpan foto untuk terbitan berikutnya"), named("Ambil foto itu")
    assert keep["with"]["name"] == reuse.PICTURES
    assert keep["with"]["path"] == fetch["with"]["path"] == f".terbit/.terbitan.kerja/{PICTURES}"
    assert keep["if"] == "steps.terbitkan.outputs.simpan-foto == 'ya'"
    assert keep["continue-on-error"] == "true"
    order = [step["name"] for step in steps("terbit", "catat")]
    assert order.index(fetch["name"]) < order.index("Terbitkan") < order.index(keep["name"])
    keeping = [place for place, step in all_steps() if reuse.PICTURES in str(step.get("with"))]
    assert keeping == ["terbit/catat"] * 2


def test_once_a_week_photos_are_made_from_the_archive_alone() -> None:
    weekly = crons("terbit")[2]
    assert (
        named("Cari foto dari terbitan sebelumnya")["if"] == f"github.event.schedule != '{weekly}'"
    )
    assert [len(times) for times in minutes(weekly).values()] == [1]
    retention = int(named("Simpan foto untuk terbitan berikutnya")["with"]["retention-days"])
    assert retention > 7  # else there would be days without


# Order


def test_runs_of_one_thing_wait_for_each_other() -> None:
    found = {
        name: (w["concurrency"]["group"], w["concurrency"]["cancel-in-progress"])
        for name, w in workflows().items()
    }
    assert found == CONCURRENCY


def test_only_jobs_without_rights_to_write_may_be_cut_short() -> None:
    for name, job, body in jobs():
        writes = "write" in (body.get("permissions") or {}).values()
        assert not (writes and CONCURRENCY[name][1] == "true"), job


def test_jobs_wait_for_the_archive() -> None:
    assert {(n, j): body["needs"] for n, j, body in jobs() if "needs" in body} == NEEDS


# Pins


def test_every_action_is_github_s_own_and_pinned_by_its_commit() -> None:
    pins: dict[str, set[tuple[str, str]]] = {}
    for file in [*(REPOSITORY / FOLDER).glob("*.yml"), REPOSITORY / SET_UP]:
        for line in filter(USES.match, file.read_text("utf-8").splitlines()):
            if not line.endswith(" ./.github/actions/siapkan"):
                match = PIN.search(line)
                assert match, f"{file.name}: {line}"
                pins.setdefault(match[1], set()).add((match[2], match[3]))
    assert len(pins) == 6
    assert {name: found for name, found in pins.items() if len(found) > 1} == {}


# Thinness


def test_no_text_of_people_is_put_into_a_command() -> None:
    assert [place for place, step in all_steps() if "${{" in step.get("run", "")] == []
    assert [place for place, step in all_steps() if "${{" in step.get("shell", "")] == []


def test_a_step_is_one_line_and_everything_else_is_terbit_s() -> None:
    longer = {
        (place, step["name"])
        for place, step in all_steps()
        if len(step.get("run", "").strip().splitlines()) > 1
    }
    assert longer == {("terbit/server", "Salin ke server"), ("terbit/tolakan", "Tunjukkan")}
    assert max(len(step.get("run", "").splitlines()) for _, step in all_steps()) <= 10


def commands() -> Iterator[tuple[str, list[str]]]:
    for place, step in all_steps():
        if step.get("run", "").startswith(".venv/bin/terbit "):
            yield place, step["run"].split()[1:]


def test_every_command_line_is_one_that_terbit_understands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = cli.terbit
    assert isinstance(group, LazyGroup)
    monkeypatch.setenv("LANGUAGE", "id")
    speak_indonesian(group)  # click keeps the words in which a command is first imported
    for place, (name, *words) in commands():
        command = group.get_command(click.Context(group), name)
        assert command is not None, place
        # a copy: without a parent --help has no -h, and click keeps that too
        copy(command).make_context(name, words)  # raises a usage error


def test_the_commands_are_these() -> None:
    found: dict[str, list[str]] = {}
    for place, (name, *_) in commands():
        found.setdefault(place, []).append(name)
    assert found == {"periksa/periksa": ["check", "preview"], **TOKEN_OF}


@pytest.mark.parametrize(("name", "job"), RIGHTS)
def test_a_job_says_what_it_is_and_ends(name: str, job: str) -> None:
    body: Json = workflows()[name]["jobs"][job]
    assert body["runs-on"] == "ubuntu-24.04"
    longest = 60 if (name, job) == ("terbit", "catat") else 45
    assert 0 < int(body["timeout-minutes"]) <= longest
    assert all(step["name"] for step in [body, *body["steps"]])


def test_no_job_is_named_like_the_status_that_the_ruleset_requires() -> None:
    """A status and a check run of one name would both be required, and confused."""
    assert CONTEXT not in {body["name"] for _, _, body in jobs()}


# Hours


def minutes(cron: str) -> dict[int, list[int]]:
    """When a cron line strikes: minutes of the day by weekday (Monday is 0)."""
    minute, hour, day, month, weekday = cron.split()
    assert (day, month) == ("*", "*")
    times = sorted(60 * h + m for h in _expand(hour, 24) for m in _expand(minute, 60))
    return {(number - 1) % 7: times for number in _expand(weekday, 7)}


def _expand(field: str, size: int) -> Iterator[int]:
    for part in field.split(","):
        first, _, last = part.partition("-")
        yield from range(size) if part == "*" else range(int(first), int(last or first) + 1)


def crons(name: str) -> list[str]:
    return [row["cron"] for row in workflows()[name]["on"]["schedule"]]


def test_the_clocks_go_by_the_office_s_zone() -> None:
    """Mended by `terbit setup --files`, as what follows."""
    zone = config.load(REPOSITORY).office.calendar.zone.key
    zones = {
        row["timezone"] for n in ("gerbang", "terbit") for row in workflows()[n]["on"]["schedule"]
    }
    assert zones == {zone}


@pytest.mark.parametrize(("name", "gap"), [("gerbang", 15), ("terbit", 30)])
def test_while_the_office_works_somebody_looks(name: str, gap: int) -> None:
    calendar, times = config.load(REPOSITORY).office.calendar, minutes(crons(name)[0])
    working = {day: hours for day, hours in enumerate(calendar.week) if hours}
    assert set(times) == set(working)
    for day, hours in working.items():
        opens, closes = hours[0][0], hours[-1][1]
        assert times[day][0] <= opens + gap
        assert closes <= times[day][-1] + gap
        assert max(later - sooner for sooner, later in pairwise(times[day])) <= gap
    first, last = min(h[0][0] for h in working.values()), max(h[-1][1] for h in working.values())
    assert all(first - 60 <= row[0] and row[-1] <= last + 60 for row in times.values())


def test_beyond_office_hours_only_the_publisher_wakes_at_night() -> None:
    assert len(crons("gerbang")) == 1
    _, night, _ = crons("terbit")
    assert minutes(night) == dict.fromkeys(range(7), minutes(night)[0])
    assert len(minutes(night)[0]) == 1


def test_no_clock_strikes_at_the_full_hour() -> None:
    """GitHub is busiest then, and drops runs (docs, events that trigger workflows)."""
    times = (minutes(cron) for name in ("gerbang", "terbit") for cron in crons(name))
    struck = {minute % 60 for week in times for day in week.values() for minute in day}
    assert not struck & {0, 30}


# Set-up


def test_the_set_up_is_the_one_of_developers() -> None:
    first, second = read(REPOSITORY / SET_UP)["runs"]["steps"]
    assert first["with"] == {"python-version": "3.11"}
    assert second["run"] == "make --silent .venv/.ready"
    product = re.search(
        r"^product\)(.*?);;", (REPOSITORY / "scripts/setup.sh").read_text(), re.M | re.S
    )
    assert product
    assert "install requirements.txt" in product[1]
    assert "--no-deps --no-build-isolation" in product[1]
    assert "--require-hashes" in (REPOSITORY / "scripts/setup.sh").read_text()
