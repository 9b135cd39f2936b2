"""Which articles of a request ask for the urgent path, read from the Git objects of its head."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from terbit import articles
from terbit.config import SOP_FILE
from terbit.core.digest import CONTENT, units
from terbit.core.facts import Facts, FactsError, from_json
from terbit.core.plan import Version
from terbit.errors import InputErrors
from terbit.newsroom.clone import Clone

KEY = b"jalur_mendesak"


def told(clone: Clone, document: dict[str, Any], base_of: Callable[[Facts], str]) -> dict[str, Any]:
    """A facts document with the articles that ask for it, its neighbours' likewise (S15).

    Where the SOP of the base branch knows no urgent path, the document stays as it is.
    """
    try:
        facts = from_json(document)
        base = base_of(facts)
        # whether it stands there at all costs nothing; reading the whole of it does
        named = KEY in (clone.repository.file(base, SOP_FILE) or b"")
        if not named or clone.config_at(base).procedure.urgent is None:
            return document
    except (FactsError, InputErrors):
        return document  # whoever judges it says what is wrong
    beside = [told(clone, row, base_of) if "pr" in row else row for row in _beside(document)]
    more = {"also_open": beside} if beside else {}
    return {**document, **more, "urgent": list(_marked(clone, facts))}


def _beside(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(document.get("also_open") or ())


def _marked(clone: Clone, facts: Facts) -> Iterator[dict[str, str]]:
    head = facts.request.head_sha
    if clone.repository.resolve(head) is None:
        return
    names = {name for file in facts.request.files or () for name in file.names}
    for path in units(name for name in names if name.startswith(CONTENT)):
        if not articles.PUBLIC_PLACE.fullmatch(path):
            continue
        version = Version(path.removeprefix(CONTENT), clone.repository.entry(head, path))
        try:
            article = clone.article_at(version)
        except InputErrors:
            continue
        if article.urgency is not None:
            yield {
                "path": path,
                "classification": article.classification,
                "reason": article.urgency.reason,
            }
