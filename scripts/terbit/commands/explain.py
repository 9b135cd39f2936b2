"""`terbit explain`: what the SOP says of a request, from the forge or from a saved document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from terbit import config
from terbit.config import Config
from terbit.core.facts import Facts, FactsError, from_json
from terbit.core.finding import Finding
from terbit.core.gate import evaluate, policy_invalid
from terbit.core.verdict import Verdict
from terbit.errors import InputErrors, TerbitError
from terbit.newsroom import Newsroom


@dataclass(frozen=True)
class Explanation:
    """A verdict with what it was made from; `config` is None where it cannot be trusted.

    `findings` are those of the request's texts; a saved document holds none.
    """

    facts: Facts
    verdict: Verdict
    config: Config | None
    findings: tuple[Finding, ...] = ()


def offline(facts_file: Path, folder: Path) -> Explanation:
    """Replay a facts document under the configuration in a folder; no network, no forge."""
    facts = read_facts(facts_file)
    try:
        setting = config.load(folder)
    except InputErrors as error:
        return Explanation(facts, policy_invalid(map(str, error.problems)), None)
    verdict = evaluate(setting.procedure, setting.office, facts, facts.now)
    return Explanation(facts, verdict, setting)


def online(newsroom: Newsroom, number: int, now: datetime) -> Explanation:
    """What the SOP says of an open request now."""
    newsroom.repository.fetch()
    assessment = newsroom.assess(number, now)
    return Explanation(assessment.facts, assessment.verdict, assessment.config, assessment.findings)


def read_facts(path: Path) -> Facts:
    """A facts document from a file. Raises TerbitError where it is none."""
    fix = "buat dokumennya dengan `terbit facts NOMOR`"
    try:
        return from_json(json.loads(path.read_bytes()))
    except OSError:
        raise TerbitError(f"{path} tidak dapat dibaca", fix) from None
    except (json.JSONDecodeError, UnicodeDecodeError, FactsError) as error:
        raise TerbitError(f"{path} bukan dokumen fakta ({error})", fix) from error
