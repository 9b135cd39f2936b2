"""GitHub's own description as judge: every request and every answer is held against it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from jsonschema_path import SchemaPath
from openapi_core import V30RequestValidator, V30ResponseValidator
from openapi_core.datatypes import RequestParameters
from openapi_core.protocols import Request
from openapi_core.templating.datatypes import TemplateResult
from openapi_core.templating.paths.datatypes import PathOperationServer
from openapi_core.validation.schemas.factories import SchemaValidatorsFactory
from openapi_core.validation.schemas.validators import SchemaValidator

from tests.github import slice as slicing

SLASHED = frozenset({"ref", "basehead", "branch"})
"""Path variables that may hold slashes, as names of branches do."""


class ContractError(AssertionError):
    """Something that GitHub's description does not allow; a mistake of the code or of the fake."""


@dataclass(frozen=True)
class Operation:
    """One method of one path of the description."""

    verb: str
    template: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What a path of this operation looks like."""
        parts = re.split(r"\{(\w+)\}", self.template)
        made = [
            f"(?P<{part}>{'.+' if part in SLASHED else '[^/]+'})" if i % 2 else re.escape(part)
            for i, part in enumerate(parts)
        ]
        return re.compile("".join(made))

    def __str__(self) -> str:
        return f"{self.verb.upper()} {self.template}"


@dataclass
class Asked:
    """A request as openapi-core reads it."""

    method: str
    path: str
    parameters: RequestParameters
    body: bytes | None
    content_type: str = "application/json"
    host_url: str = "https://api.github.com"


@dataclass
class Answered:
    """An answer as openapi-core reads it."""

    status_code: int
    data: bytes
    content_type: str = "application/json"
    headers: Mapping[str, Any] = field(default_factory=dict)


class _Remembering(SchemaValidatorsFactory):
    """A factory that makes each schema's validator once; making it costs more than using it."""

    def __init__(self, factory: SchemaValidatorsFactory) -> None:
        self.factory, self.made = factory, dict[Any, SchemaValidator]()

    def create(self, spec: SchemaPath, schema: SchemaPath, *args: Any, **how: Any) -> Any:
        key = (tuple(schema.parts), tuple(sorted(how.items(), key=str)))
        if key not in self.made:
            self.made[key] = self.factory.create(spec, schema, *args, **how)
        return self.made[key]


class _Requests(V30RequestValidator):
    schema_validators_factory = _Remembering(V30RequestValidator.schema_validators_factory)

    def _find_path(self, request: Request) -> PathOperationServer:
        return _found(self.spec, request)


class _Answers(V30ResponseValidator):
    schema_validators_factory = _Remembering(V30ResponseValidator.schema_validators_factory)

    def _find_path(self, request: Request) -> PathOperationServer:
        return _found(self.spec, request)


def _found(spec: SchemaPath, request: Request) -> PathOperationServer:
    """The operation is known before; openapi-core would look through all paths each time."""
    path = spec / "paths" / request.path
    result = TemplateResult(request.path, dict(request.parameters.path))
    return PathOperationServer(path, path / request.method, None, result, None)


class Contract:
    """The slice of the description, ready to judge."""

    def __init__(self, document: slicing.Json) -> None:
        spec = SchemaPath.from_dict(document)
        self.document = document
        self.requests = _Requests(spec)
        self.answers = _Answers(spec)
        self.true = set[tuple[object, ...]]()
        """What was judged before; the same words need no second judgement."""
        self.operations = tuple(
            Operation(verb, template)
            for template, item in document["paths"].items()
            for verb in item
        )

    def find(self, verb: str, path: str) -> tuple[Operation, dict[str, str]]:
        """The operation that a request means, and its path variables. Raises ContractError."""
        for operation in self._by_verb[verb.lower()]:
            match = operation.pattern.fullmatch(path)
            if match:
                return operation, match.groupdict()
        raise ContractError(f"{verb} {path}: not an operation of the slice (slice.py)")

    @cached_property
    def _by_verb(self) -> dict[str, list[Operation]]:
        verbs = ("get", "post", "put", "patch", "delete")
        # the pattern with most letters of its own is the nearest: /pulls/1/files, not /pulls/{n}
        rows = sorted(self.operations, key=lambda o: -len(re.sub(r"\{\w+\}", "", o.template)))
        return {verb: [row for row in rows if row.verb == verb] for verb in verbs}

    def check_request(
        self, operation: Operation, variables: dict[str, str], query: dict[str, str], body: bytes
    ) -> None:
        """Raise ContractError unless GitHub's description allows this request."""
        key = (operation, *variables.items(), *query.items(), body)
        if key in self.true:
            return
        unknown = set(query) - self._parameters(operation)
        if unknown:
            raise ContractError(f"{operation}: no such query parameter: {sorted(unknown)}")
        strange = self._strange(operation, body) if body else ()
        if strange:
            raise ContractError(f"{operation}: no such field in the body: {sorted(strange)}")
        parameters = RequestParameters(query=query, path=variables)
        asked = Asked(operation.verb, operation.template, parameters, body or None)
        _raise(f"{operation}: the request", self.requests.iter_errors(asked))
        self.true.add(key)

    def check_answer(self, operation: Operation, status: int, body: bytes) -> None:
        """Raise ContractError unless GitHub's description allows this answer."""
        key = (operation, status, body)
        if key in self.true:
            return
        asked = Asked(operation.verb, operation.template, RequestParameters(), None)
        errors = self.answers.iter_errors(asked, Answered(status, body))
        _raise(f"{operation}: the answer {status}", errors)
        self.true.add(key)

    def _item(self, operation: Operation) -> slicing.Json:
        item: slicing.Json = self.document["paths"][operation.template][operation.verb]
        return item

    def _strange(self, operation: Operation, body: bytes) -> set[str]:
        """Fields of a body that the operation has not; GitHub ignores them, a test must not."""
        content = self._item(operation).get("requestBody", {}).get("content", {})
        form = self._named(content.get("application/json", {}).get("schema", {}))
        given = json.loads(body)
        return set(given) - set(form.get("properties", ())) if isinstance(given, dict) else set()

    def _parameters(self, operation: Operation) -> set[str]:
        rows = self._item(operation).get("parameters", ())
        return {self._named(row)["name"] for row in rows}

    def _named(self, row: slicing.Json) -> slicing.Json:
        if "$ref" not in row:
            return row
        _, _, kind, name = row["$ref"].split("/")
        found: slicing.Json = self.document["components"][kind][name]
        return found


def _raise(what: str, errors: Iterator[Exception]) -> None:
    found = [line for error in errors for line in _lines(error)]
    if found:
        raise ContractError("\n  ".join([f"{what} is not as GitHub describes it:", *found]))


def _lines(error: Exception) -> Iterator[str]:
    """What is wrong and where, without the value, which may be very long."""
    cause: BaseException | None = error
    while cause is not None:
        details = getattr(cause, "schema_errors", None)
        if details:
            yield from (f"{detail.json_path}: {detail.message[:300]}" for detail in details)
            return
        last, cause = cause, cause.__cause__
    yield f"{type(error).__name__}: {str(last)[:300]}"


@cache
def contract() -> Contract:
    """The contract, read once for each process."""
    return Contract(slicing.load())
