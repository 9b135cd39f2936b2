"""`terbit explain`: a saved facts document says the same as the forge."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from terbit.commands import explain
from terbit.core.verdict import Reason
from terbit.errors import TerbitError
from tests.rooms import REPOSITORY, VERIFIER, Room

EXAMPLES = REPOSITORY / "tests/core/gate/examples"


def test_a_saved_document_gives_the_verdict_of_that_moment(room: Room, tmp_path: Path) -> None:
    room.submit()
    room.approve(VERIFIER)
    document = room.newsroom.forge.facts(1, room.now)
    saved = tmp_path / "fakta.json"
    saved.write_text(json.dumps(document), encoding="utf-8")
    later = explain.offline(saved, room.clone).verdict
    assert later == explain.online(room.newsroom, 1, room.now).verdict
    assert later.reason is Reason.WAIT_APPROVAL


def test_a_broken_roles_file_is_a_verdict_and_no_crash() -> None:
    folder = EXAMPLES / "APV-105"
    found = explain.offline(folder / "facts.json", folder)
    assert found.verdict.reason is Reason.POLICY_INVALID
    assert found.config is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"now": "kapan"}', '{"now": "2026-11-01", "pr": 1}']
)
def test_what_is_no_facts_document_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TerbitError, match="bukan dokumen fakta"):
        explain.offline(path, EXAMPLES / "APV-001")
    with pytest.raises(TerbitError, match="tidak dapat dibaca"):
        explain.offline(tmp_path / "tidak-ada.json", EXAMPLES / "APV-001")
