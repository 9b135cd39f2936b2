"""The web editor's configuration is the schema of an article's head, in the words of every door."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
import yaml
from tests.channels.desk import office

from terbit import schema
from terbit.core.office import ChannelSetting
from terbit.forges.github import find_address
from terbit.front_matter import (
    ChildConsentRow,
    FiveWRow,
    FrontMatter,
    PhotoRow,
    VideoRow,
)
from terbit.newsroom import editor, questions

ADDRESS = find_address("https://github.com/contoh/terbit.git", {})
NESTED = {
    "5w1h": FiveWRow,
    "foto": PhotoRow,
    "video": VideoRow,
    "persetujuan_anak": ChildConsentRow,
}
KEYS = [
    *schema.keys(FrontMatter),
    *(f"{name}.{key}" for name, model in NESTED.items() for key in schema.keys(model)),
]


def flat(rows: list[dict[str, Any]], parent: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field by the dotted key of what it writes."""
    for row in rows:
        key = f"{parent}{row['name']}"
        yield key, row
        yield from flat(row.get("fields", []), f"{key}.")


def offered() -> Mapping[str, dict[str, Any]]:
    return dict(flat(editor.fields(office())))


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_offered_or_left_out_with_a_reason(key: str) -> None:
    assert (key in offered()) != bool(editor.LEFT_OUT.get(key))


def test_nothing_is_offered_or_left_out_that_the_schema_does_not_know() -> None:
    assert {*offered(), *editor.LEFT_OUT} == {*KEYS, "body"}


@pytest.mark.parametrize("key", sorted(editor.ASKED.keys() - editor.WORDS.keys()))
def test_it_asks_in_the_words_of_the_other_doors(key: str) -> None:
    row, asked = offered()[key], editor.ASKED[key]
    assert row["label"] == asked.label
    assert row["hint"].startswith(asked.hint)


def test_what_the_schema_requires_is_required() -> None:
    required = {key for key, row in offered().items() if row.get("required")}
    assert {"judul", "jenis", "tanggal", "foto.berkas", "foto.alt"} <= required
    assert not {"ringkasan", "5w1h.apa", "video", "video.tautan", "terbit_pada"} & required


def test_choices_are_those_of_the_schema() -> None:
    rows = offered()
    assert rows["jenis"]["options"] == [*questions.KINDS]
    assert rows["klasifikasi"]["options"] == ["berkala", "serta-merta", "setiap-saat"]
    assert rows["foto.anak"]["options"] == rows["foto.dokumen"]["options"] == ["ya", "tidak"]


def test_only_channels_that_the_office_has_are_offered() -> None:
    has = {"situs": True, "instagram_story": True, "x": False}
    channels = tuple(ChannelSetting(id, available=there) for id, there in has.items())
    rows = dict(flat(editor.fields(replace(office(), channels=channels))))
    assert [(row["value"], row["label"]) for row in rows["kanal"]["options"]] == [
        ("situs", "Situs"),
        ("instagram_story", "Cerita Instagram"),
    ]


def test_dates_are_written_as_the_schema_reads_them() -> None:
    rows = offered()
    assert (rows["tanggal"]["format"], rows["tanggal"]["time_format"]) == ("YYYY-MM-DD", False)
    assert rows["terbit_pada"]["format"] == "YYYY-MM-DDTHH:mm"


def test_a_draft_is_a_folder_with_its_photos_beside_it() -> None:
    (drafts,) = editor.configuration(office(), ADDRESS)["collections"]
    assert (drafts["folder"], drafts["path"]) == ("drafts", "{{slug}}/index")
    assert (drafts["media_folder"], drafts["public_folder"]) == ("", "")


def test_it_proposes_and_never_releases() -> None:
    settings = editor.configuration(office(), ADDRESS)
    assert settings["publish_mode"] == "editorial_workflow"
    assert settings["collections"][0]["publish"] is False


def test_it_signs_in_at_github_alone() -> None:
    backend = editor.configuration(office(), ADDRESS)["backend"]
    assert (backend["name"], backend["repo"], backend["branch"]) == (
        "github",
        "contoh/terbit",
        "main",
    )
    assert backend["auth_methods"] == ["token"]
    assert "base_url" not in backend


def test_without_github_it_is_for_practice_and_keeps_nothing() -> None:
    assert editor.configuration(office(), None)["backend"] == {"name": "test-repo"}


def test_what_an_office_is_called_cannot_break_out_of_the_file() -> None:
    named = replace(office(), short_name="a: b\nbackend: {name: jahat} # “x”")
    read = yaml.safe_load(editor.config_file(named, ADDRESS))
    assert read == editor.configuration(named, ADDRESS)
