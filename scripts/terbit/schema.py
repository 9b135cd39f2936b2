"""Validate a YAML document against a pydantic model, with all errors in Indonesian."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, WithJsonSchema
from pydantic_core import ErrorDetails

from terbit.errors import Problem
from terbit.yaml_source import Document


class Strict(BaseModel):
    """A frozen mapping that knows all its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


Model = TypeVar("Model", bound=BaseModel)


def _yes_no(value: Any) -> Any:
    if isinstance(value, str):
        return {"ya": True, "tidak": False}.get(value.strip().casefold(), value)
    return value


YesNo = Annotated[
    bool,
    BeforeValidator(_yes_no),
    WithJsonSchema({"enum": ["ya", "tidak", True, False]}),
]
"""ya or tidak, as people write it."""


def validate(model: type[Model], document: Document) -> tuple[Model | None, list[Problem]]:
    """The model made from a document, or None with every problem found."""
    value = {} if document.value is None else document.value
    if not isinstance(value, dict):
        fix = "tulis pasangan “kunci: nilai” satu per baris"
        return None, [Problem(document.path, document.line(""), "isinya bukan daftar kunci", fix)]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, [_problem(detail, document, model) for detail in error.errors()]


def keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys as people write them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _problem(detail: ErrorDetails, document: Document, model: type[BaseModel]) -> Problem:
    location = ".".join(str(part) for part in detail["loc"])
    what, fix = _words(detail, location, _siblings(model, detail["loc"]))
    return Problem(document.path, document.line(location), what, fix)


def _siblings(model: type[BaseModel], location: Iterable[int | str]) -> tuple[str, ...]:
    """The keys that are allowed where the last part of `location` stands."""
    current: Any = model
    for part in tuple(location)[:-1]:
        if isinstance(part, int) or not _is_model(current):
            continue
        fields = {field.alias or name: field for name, field in current.model_fields.items()}
        if part not in fields:
            return ()
        current = _inner(fields[part].annotation)
    return keys(current) if _is_model(current) else ()


def _inner(annotation: Any) -> Any:
    """The model inside Optional, tuple, list or dict annotations."""
    arguments = getattr(annotation, "__args__", ())
    for argument in arguments:
        found = _inner(argument)
        if _is_model(found):
            return found
    return annotation


def _is_model(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, BaseModel)


def _words(detail: ErrorDetails, location: str, known: tuple[str, ...]) -> tuple[str, str]:
    """What is wrong and how to mend it, for one pydantic error."""
    name = location.rsplit(".", 1)[-1]
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        close = get_close_matches(name, known, n=1)
        hint = f"maksudnya “{close[0]}”?" if close else f"kunci yang ada: {', '.join(known)}"
        return f"kunci “{name}” tidak dikenal", hint
    if kind == "missing":
        return f"kunci “{location}” belum diisi", f"tambahkan “{name}: …”"
    if kind in {"enum", "literal_error"}:
        return (
            f"nilai “{location}” tidak dikenal",
            f"pilih salah satu: {context.get('expected', '')}",
        )
    if kind.startswith("date"):
        return (
            f"“{location}” bukan tanggal atau waktu yang sah",
            "contoh: 2026-11-10 atau 2026-11-12T08:00",
        )
    if kind.startswith(("int", "float")) or kind in {"greater_than_equal", "less_than_equal"}:
        return f"“{location}” harus bilangan yang masuk akal", "tulis bilangan tanpa tanda kutip"
    if kind.startswith("string"):
        return (
            f"“{location}” harus teks yang sesuai",
            "tulis sebagai teks; apit angka dengan tanda kutip",
        )
    if kind.startswith("bool"):
        return f"“{location}” harus ya atau tidak", "tulis ya atau tidak"
    if kind in {"value_error", "assertion_error"}:
        what, _, fix = str(context.get("error", detail["msg"])).partition(" — ")
        return what, fix or "perbaiki nilainya"
    return f"“{location}” tidak sesuai bentuknya", "lihat contoh di CONTRIBUTING.md"
