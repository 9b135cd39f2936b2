"""The digital archive: an append-only ledger of events, and the register made from it."""

from terbit.archive.ledger import event_at, files_of, read

__all__ = ["event_at", "files_of", "read"]
