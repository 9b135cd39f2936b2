"""A medium in memory and a sender for it, which tests tell what goes wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from terbit.core.sending import (
    BusyError,
    Parcel,
    Receipt,
    RefusedError,
    Repeat,
    UnsureError,
)

BUSY = timedelta(minutes=10)


@dataclass
class Medium:
    """One account: texts by post, in order, and the keys that made them."""

    posts: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)

    def put(self, parcel: Parcel, *, known: bool) -> Receipt:
        """A new post; the one that is there for a key that is known again."""
        if known and parcel.key in self.keys:
            return self.receipt(self.keys[parcel.key])
        number = str(len(self.calls))
        self.posts[number] = parcel.text
        self.keys[parcel.key] = number
        return self.receipt(number)

    @staticmethod
    def receipt(number: str) -> Receipt:
        return Receipt(number, f"https://media.contoh.id/{number}")


@dataclass
class Fake:
    """A sender; `fates` are those of the next calls: fine, lost, dropped, refused, busy, bug."""

    medium: Medium = field(default_factory=Medium)
    rule: Repeat = Repeat.SAFE
    fates: list[str] = field(default_factory=list)
    parcels: list[Parcel] = field(default_factory=list)

    def repeat(self, parcel: Parcel, since: datetime, now: datetime) -> Repeat:
        return self.rule

    def send(self, parcel: Parcel) -> Receipt:
        self.parcels.append(parcel)
        fate = self._begun("kirim", parcel)
        receipt = self.medium.put(parcel, known=self.rule is Repeat.SAFE)
        return self._told(fate, receipt)

    def find(self, parcel: Parcel) -> Receipt | None:
        self._begun("cari", parcel)
        found = [n for n, text in self.medium.posts.items() if parcel.link in text]
        return self.medium.receipt(found[-1]) if found else None

    def edit(self, receipt: Receipt, parcel: Parcel) -> Receipt:
        fate = self._begun("sunting", parcel)
        self.medium.posts[receipt.id] = parcel.text
        return self._told(fate, receipt)

    def delete(self, receipt: Receipt) -> None:
        fate = self._begun("hapus", None)
        self.medium.posts.pop(receipt.id, None)
        self._told(fate, receipt)

    def _begun(self, what: str, parcel: Parcel | None) -> str:
        self.medium.calls.append(what)
        fate = self.fates.pop(0) if self.fates else "fine"
        if fate == "refused":
            raise RefusedError("teks terlalu panjang")
        if fate == "busy":
            assert parcel is not None
            raise BusyError("terlalu sering", parcel.at + timedelta(hours=9))
        if fate == "dropped":
            raise UnsureError("sambungan putus")
        if fate == "bug":
            raise KeyError("token-rahasia")
        return fate

    @staticmethod
    def _told(fate: str, receipt: Receipt) -> Receipt:
        if fate == "lost":
            raise UnsureError("jawaban hilang")
        return receipt
