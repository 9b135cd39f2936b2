"""The gate: how reviews become a verdict. One pure function, `evaluate`."""

from terbit.core.gate.evaluate import evaluate, policy_invalid

__all__ = ["evaluate", "policy_invalid"]
