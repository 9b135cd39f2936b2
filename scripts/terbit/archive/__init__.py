"""The digital archive: an append-only ledger of events, and the register made from it."""

from terbit.archive.ledger import files_of, read

__all__ = ["files_of", "read"]
