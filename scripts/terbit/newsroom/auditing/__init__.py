"""The audit of a clone: what Git holds of archive and `main`, laid before the judgements."""

from terbit.newsroom.auditing.run import Audited, run

__all__ = ["Audited", "run"]
