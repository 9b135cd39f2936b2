"""Validate a YAML document against a pydantic model, with all errors in Indonesian."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import ErrorDetails

from terbit.errors import Problem
from terbit.yaml_source import Document

# else pydantic asks every installed package whether it wants a say in what is valid
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


class Strict(BaseModel):
    """A frozen mapping that knows all its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=BaseModel)


def _yes_no(value: Any) -> Any:
    if isinstance(value, str):
        return {"ya": True, "tidak": False}.get(value.strip().casefold(), value)
    return value


YesNo = Annotated[
    bool,
    Field(strict=True),
    BeforeValidator(_yes_no),
    WithJsonSchema({"enum": ["ya", "tidak", True, False]}),
]
"""ya or tidak, as people write it; nothing that could be either, such as t."""


def _written_date(value: Any) -> Any:
    """Dates only: pydantic would take a number for seconds since 1970."""
    if isinstance(value, str) and not re.match(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise ValueError(f"“{value}” bukan tanggal — {_DATE_FIX}")
    if not isinstance(value, str | date):
        raise ValueError(f"“{value}” bukan tanggal — {_DATE_FIX}")  # noqa: TRY004  (pydantic: as above)
    return value


def _local(value: datetime) -> datetime:
    if value.tzinfo:
        fix = "tulis waktu kantor tanpa zona, misalnya 2026-11-12T08:00"
        raise ValueError(f"waktu “{value.isoformat()}” menyebut zona — {fix}")
    return value


_DATE_FIX = "contoh: 2026-11-10 atau 2026-11-12T08:00"
Day = Annotated[date, BeforeValidator(_written_date)]
"""A date, as people write it."""
Moment = Annotated[datetime, BeforeValidator(_written_date), AfterValidator(_local)]
"""A time in the office's zone, as people write it."""


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


_KEY = "[key]"
"""What pydantic puts behind the location of an error in a key of a mapping."""
_LIMITS: Mapping[str, tuple[str, str]] = {
    "greater_than_equal": (
        "“{}” harus bilangan yang masuk akal",
        "tulis bilangan paling kecil {ge}",
    ),
    "less_than_equal": ("“{}” harus bilangan yang masuk akal", "tulis bilangan paling besar {le}"),
    "string_too_short": ("“{}” masih kosong", "isi dengan teks"),
    "string_too_long": ("“{}” terlalu panjang", "persingkat, paling panjang {max_length} huruf"),
    "too_short": ("“{}” masih kosong", "isi paling sedikit {min_length}, atau hapus kunci ini"),
}


def _problem(detail: ErrorDetails, document: Document, model: type[BaseModel]) -> Problem:
    location = ".".join(str(part) for part in detail["loc"] if part != _KEY)
    what, fix = _words(detail, location, _siblings(model, detail["loc"]))
    return Problem(document.path, document.line(location), what, fix)


def _siblings(model: type[BaseModel], location: Iterable[int | str]) -> tuple[str, ...]:
    """The keys that are allowed where the last part of `location` stands."""
    current: Any = model
    for part in tuple(location)[:-1]:
        current = _below(current, part)
    found = _inner(current)
    return keys(found) if _is_model(found) else ()


def _below(annotation: Any, part: int | str) -> Any:
    """The annotation of what stands under a key or an index."""
    found = _inner(annotation)
    if _is_model(found):
        named = {
            field.alias or name: field.annotation for name, field in found.model_fields.items()
        }
        return named.get(str(part))
    return found.__args__[-1 if get_origin(found) is dict else 0] if found is not None else None


def _inner(annotation: Any) -> Any:
    """The model, mapping or sequence inside Optional and Annotated."""
    if _is_model(annotation) or get_origin(annotation) in (dict, tuple):
        return annotation
    found = (_inner(argument) for argument in getattr(annotation, "__args__", ()))
    return next((inner for inner in found if inner is not None), None)


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
        choices = str(context.get("expected", "")).replace(" or ", " atau ")
        return f"nilai “{location}” tidak dikenal", f"pilih salah satu: {choices}"
    if kind in _LIMITS:
        what, fix = _LIMITS[kind]
        return what.format(location, **context), fix.format(location, **context)
    if kind.startswith("date"):
        return (
            f"“{location}” bukan tanggal atau waktu yang sah",
            "contoh: 2026-11-10 atau 2026-11-12T08:00",
        )
    if kind.startswith(("int", "float")):
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
