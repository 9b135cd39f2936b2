"""The gate looks ahead by adding one approval to what was counted before: this changes nothing."""

from __future__ import annotations

MEDIC, PRIVACY, SECRETARY, HEAD = "dr-salma", "gina-pdp", "ratna-sekdis", "dr-aisyah"
