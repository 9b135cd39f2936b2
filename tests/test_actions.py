"""What a run tells GitHub Actions, and what it believes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbit import actions
from terbit.core.finding import Finding, Level
from terbit.core.plan import Refusal
from terbit.errors import Problem, TerbitError

FINDING = Finding(
    rule="WKT-01",
    level=Level.TAHAN,
    path="drafts/apel/index.md",
    line=7,
    message="harinya keliru, lihat: kalender",
    fix="ganti harinya",
    basis="SOP",
)


def test_a_finding_stands_beside_its_line() -> None:
    assert actions.beside_lines([FINDING], []) == [
        "::error file=drafts/apel/index.md,line=7,title=WKT-01 TAHAN::"
        "harinya keliru, lihat: kalender — ganti harinya"
    ]


def test_a_lifted_hold_warns_and_an_information_is_a_notice() -> None:
    lifted = FINDING.lift("Ketua PPID", "sudah dicek")
    info = Finding("GAYA-1", Level.INFO, "content/x/index.md", 0, "panjang", "pendekkan", "")
    lines = actions.beside_lines([lifted, info], [])
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::notice"]
    assert ",line=1," in lines[1]


def test_what_cannot_be_read_and_what_is_refused_are_errors() -> None:
    problem = Problem("drafts/x/index.md", 3, "kurung tidak ditutup", "tutup kurungnya")
    assert actions.beside_lines([], [problem])[0].startswith(
        "::error file=drafts/x/index.md,line=3"
    )
    refusal = Refusal("berita/2026/11/apel", "tidak berasal dari permintaan yang digabung")
    assert actions.refusals([refusal]) == [
        "::error file=content/berita/2026/11/apel,line=1,title=Tidak diterbitkan::"
        "tidak berasal dari permintaan yang digabung"
    ]


@given(st.text(), st.text(), st.text())
def test_no_text_begins_a_command_of_its_own(path: str, title: str, message: str) -> None:
    """GitHub reads commands at the beginning of a line; separators in values are escaped."""
    problem = Problem(path, 1, message, title)
    (line,) = actions.beside_lines([], [problem])
    assert "\n" not in line
    assert "\r" not in line
    head, _, _ = line.removeprefix("::error ").partition("::")
    assert head.count(",") == 2


def test_outside_of_actions_nothing_is_summarized(tmp_path: Path) -> None:
    actions.summarize("halo", {})
    file = tmp_path / "ringkasan.md"
    actions.summarize("satu", {"GITHUB_STEP_SUMMARY": str(file)})
    actions.summarize("dua\n", {"GITHUB_STEP_SUMMARY": str(file)})
    assert file.read_text(encoding="utf-8") == "satu\ndua\n"


def test_an_output_is_told_to_later_steps(tmp_path: Path) -> None:
    actions.tell("foto", "ya", {})
    file = tmp_path / "keluaran.txt"
    for value in ("1", "2"):
        actions.tell("run-id", value, {"GITHUB_OUTPUT": str(file)})
    assert file.read_text(encoding="utf-8") == "run-id=1\nrun-id=2\n"


def test_the_event_is_a_document(tmp_path: Path) -> None:
    file = tmp_path / "kejadian.json"
    file.write_text(json.dumps({"action": "opened"}), encoding="utf-8")
    assert actions.event({"GITHUB_EVENT_PATH": str(file)}) == {"action": "opened"}


@pytest.mark.parametrize("text", [None, "", "bukan json", "[]"])
def test_no_event_is_told(tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "kejadian.json"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(TerbitError, match="peristiwa"):
        actions.event({"GITHUB_EVENT_PATH": str(file)} if text is not None else {})


def test_whether_a_run_is_inside_a_workflow() -> None:
    assert actions.inside({"GITHUB_ACTIONS": "true"})
    assert not actions.inside({})
