"""The ids of all rules and what an office may tune of each, for whoever must not load them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from terbit.core.finding import Level

LIMIT, EXCEPTIONS, WORDS = "batas", "kecuali", "kata"
"""The knobs of `pemeriksaan` in kantor.yml: a number, phrases to let pass, words to add."""
_ONE = {knob: frozenset({knob}) for knob in (LIMIT, EXCEPTIONS, WORDS)}

OFF = "mati"
"""What `tingkat` says of a rule that is switched off."""

RULE_IDS = (
    *(f"PII-{n:02}" for n in range(1, 12)),
    *(f"ANAK-{n:02}" for n in range(1, 4)),
    *(f"KIP-{n:02}" for n in range(1, 8)),
    "ADIL-01",
    "NTR-01",
    "IKL-01",
    *(f"5W-{n:02}" for n in range(1, 5)),
    *(f"WKT-{n:02}" for n in range(1, 9)),
    *(f"PJB-{n:02}" for n in range(1, 5)),
    *(f"NAMA-{n:02}" for n in range(1, 4)),
    *(f"FOTO-{n:02}" for n in range(1, 8)),
    *(f"HTML-{n:02}" for n in range(1, 4)),
    *(f"TAUT-{n:02}" for n in range(1, 3)),
    *(f"BHS-{n:02}" for n in range(1, 5)),
    "DI-DI",
    *(f"MED-{n:02}" for n in range(1, 4)),
    "DUP-01",
    "HJ-01",
    *(f"ALUR-{n:02}" for n in range(1, 6)),
    "ARS-01",
)
"""Every rule of the catalogue, in its order."""

FIXED = frozenset({"KIP-06", "HTML-01", "ALUR-01", "ALUR-05"})
"""Nobody lifts, lowers or switches these off (checks catalogue, rule of thumb for trust)."""

KNOBS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(("5W-02", "WKT-05", "FOTO-05", "BHS-02", "MED-02", "ARS-01"), _ONE[LIMIT]),
        **dict.fromkeys(("NTR-01", "HTML-02"), _ONE[WORDS]),
        **dict.fromkeys(
            "IKL-01 WKT-04 NAMA-01 NAMA-02 NAMA-03 TAUT-02 BHS-01 BHS-03".split(),
            _ONE[EXCEPTIONS],
        ),
    }
)
"""What may be tuned beside the level, by rule; a rule that is not named has nothing."""


@dataclass(frozen=True)
class RuleSetting:
    """How an office changed one rule (`pemeriksaan` in kantor.yml), and why.

    `off` switches the rule off; `level` None leaves it at its own.
    """

    reason: str
    off: bool = False
    level: Level | None = None
    limit: int | None = None
    exceptions: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
