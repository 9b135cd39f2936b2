"""The JSON Schemas that editors use: made from the models, and true of the files that exist."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from terbit import articles, schemas

ROOT = Path(__file__).parents[1]
PLACES = (ROOT / "tests/newsroom", ROOT)
"""The miniature newsroom, and whatever office this repository is of."""
INDEXES = [
    path
    for place in PLACES
    for kind in ("content/berita/*/*/*/index.md", "drafts/*/index.md")
    for path in sorted(place.glob(kind))
]
PAGES = [
    path
    for place in PLACES
    for path in sorted(place.glob("content/**/*.md"))
    if "berita" not in path.parts
]


class _AsWritten(yaml.SafeLoader):
    """YAML as an editor reads it: dates stay text."""


_AsWritten.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if not tag.endswith("timestamp")]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors(schema: str, document: Any) -> list[str]:
    validator = Draft202012Validator(json.loads(schemas.documents()[schema]))
    return [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(document)]


def written(path: Path) -> Any:
    """The YAML of a file, or of its head."""
    raw = path.read_bytes()
    text = articles.split(raw, path.name)[1] if path.suffix == ".md" else raw.decode()
    return yaml.load(text, _AsWritten)  # noqa: S506  (a safe loader)


def test_the_files_are_those_of_the_models() -> None:
    found = {p.name: p.read_text("utf-8") for p in schemas.FOLDER.glob("*.json")}
    assert found == schemas.documents(), "jalankan make schemas"


def test_writing_makes_every_file(tmp_path: Path) -> None:
    schemas.write(tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == set(schemas.MODELS)


@pytest.mark.parametrize("name", sorted(schemas.MODELS))
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schemas.documents()[name]))


@pytest.mark.parametrize(
    ("name", "schema"),
    [("sop.yml", "sop"), ("kantor.yml", "kantor"), ("content/agenda.yml", "agenda")],
)
def test_the_files_of_the_office_are_valid_and_name_their_schema(name: str, schema: str) -> None:
    if not (ROOT / name).is_file():
        pytest.skip(f"this office has no {name}")
    assert errors(f"{schema}.schema.json", written(ROOT / name)) == []
    first = (ROOT / name).read_text("utf-8").split("\n", 1)[0]
    assert ((ROOT / name).parent / first.rpartition("$schema=")[2]).is_file()


@pytest.mark.parametrize("path", INDEXES, ids=lambda p: p.parent.name)
def test_every_sample_article_is_valid(path: Path) -> None:
    assert errors("artikel.schema.json", written(path)) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_every_page_is_valid(path: Path) -> None:
    assert errors("halaman.schema.json", written(path)) == []


@pytest.mark.parametrize(
    ("schema", "key", "value"),
    [
        ("artikel", "juduls", "x"),
        ("artikel", "jenis", "beritaa"),
        ("artikel", "kanal", ["instagrm"]),
        ("artikel", "teks_kanal", {"instagrm": "x"}),
        ("halaman", "daftar", [{"nama": "A", "tautn": "/"}]),
        ("sop", "langka", []),
        ("kantor", "kantr", 1),
        ("agenda", "kegiatan", [{"id": "a", "judl": "A"}]),
    ],
)
def test_an_editor_marks_what_terbit_refuses(schema: str, key: str, value: object) -> None:
    source = {
        "artikel": INDEXES[0],
        "halaman": PAGES[0],
        "sop": ROOT / "sop.yml",
        "kantor": ROOT / "kantor.yml",
    }
    right = written(source[schema]) if schema in source else {"kegiatan": []}
    assert errors(f"{schema}.schema.json", {**right, key: value})
