"""sop.yml and kantor.yml -> core types; every error with file, line and a fix, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from terbit import schema, yaml_source
from terbit.config import build
from terbit.config.files import OfficeFile, SopFile
from terbit.config.problems import (
    OFFICE_FILE,
    SOP_FILE,
    joint_problems,
    office_problems,
    sop_problems,
)
from terbit.core import office as core
from terbit.core.procedure import Procedure
from terbit.errors import InputErrors, Problem

__all__ = [
    "OFFICE_FILE",
    "SOP_FILE",
    "Config",
    "OfficeFile",
    "SopFile",
    "load",
    "office_document",
    "parse",
]


@dataclass(frozen=True)
class Config:
    """The two files, read together."""

    procedure: Procedure
    office: core.Office


def load(folder: Path) -> Config:
    """Read sop.yml and kantor.yml of a folder. Raises InputErrors with every problem."""
    return parse({name: _read(folder, name) for name in (SOP_FILE, OFFICE_FILE)})


def parse(files: Mapping[str, bytes | None]) -> Config:
    """The configuration from the bytes of its two files. Raises InputErrors."""
    problems: list[Problem] = []
    sop, sop_document = _file(SopFile, files.get(SOP_FILE), SOP_FILE, problems)
    office, office_document = _file(OfficeFile, files.get(OFFICE_FILE), OFFICE_FILE, problems)
    if sop is not None:
        problems += sop_problems(sop, sop_document)
    if office is not None:
        problems += office_problems(office, office_document)
    if sop is not None and office is not None:
        problems += joint_problems(sop, office, (sop_document, office_document))
    if problems or sop is None or office is None:
        raise InputErrors(problems)
    return Config(build.procedure(sop), build.office(office))


def office_document(raw: bytes) -> yaml_source.Document:
    """kantor.yml with the line of every key. Raises InputErrors where it is no YAML."""
    return yaml_source.load(raw.decode("utf-8-sig"), OFFICE_FILE)


def _read(folder: Path, name: str) -> bytes | None:
    path = folder / name
    return path.read_bytes() if path.is_file() else None


def _file(
    model: type[schema.Model], raw: bytes | None, name: str, problems: list[Problem]
) -> tuple[schema.Model | None, yaml_source.Document]:
    document = yaml_source.Document(name)
    if raw is None:
        problems.append(
            Problem(
                name,
                0,
                "berkas tidak ditemukan",
                f"buat {name}; contohnya ada di repositori Terbit",
            )
        )
        return None, document
    try:
        document = yaml_source.load(raw.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        problems.append(Problem(name, 0, "berkas bukan teks UTF-8", "simpan ulang sebagai UTF-8"))
        return None, document
    except InputErrors as error:
        problems.extend(error.problems)
        return None, document
    found, wrong = schema.validate(model, document)
    problems.extend(wrong)
    return found, document
