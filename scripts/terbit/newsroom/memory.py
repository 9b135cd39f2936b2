"""What a run leaves to the next in its working folder: JSON that may be lost at any time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from terbit.writing import put


def recall(file: Path) -> dict[str, Any]:
    """What an earlier run left, nothing where it cannot be read."""
    try:
        document = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return document if isinstance(document, dict) else {}


def leave(file: Path, document: Mapping[str, Any]) -> None:
    """Leave something to the next run, all or nothing; days are written as ISO 8601."""
    put(file, json.dumps(document, ensure_ascii=False, default=str))
