"""JSON Schemas of the files that people write, for editors; made from the same models.

`make schemas` writes them; a test fails where they have drifted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from terbit.agenda import AgendaFile
from terbit.config import OfficeFile, SopFile
from terbit.front_matter import FrontMatter, PageFrontMatter
from terbit.writing import put

FOLDER = Path(__file__).resolve().parent
MODELS: Mapping[str, type[BaseModel]] = {
    "agenda.schema.json": AgendaFile,
    "artikel.schema.json": FrontMatter,
    "halaman.schema.json": PageFrontMatter,
    "kantor.schema.json": OfficeFile,
    "sop.schema.json": SopFile,
}


def documents() -> dict[str, str]:
    """The text of every schema, by file name."""
    return {name: _text(model) for name, model in MODELS.items()}


def write(folder: Path = FOLDER) -> None:
    """Write every schema into a folder."""
    for name, text in documents().items():
        put(folder / name, text)


def _text(model: type[BaseModel]) -> str:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(by_alias=True),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
