"""A PDS of this machine with the calls that a post needs; the slow lane holds it to the real one.

What it does not do: keep a history, sign anything, forget blobs.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import regex

from tests.channels.sending.loopback import Asked, Loopback, Reply
from tests.channels.sending.programs import PASSWORD

COLLECTION = "app.bsky.feed.post"
DID = "did:plc:contohcontohcontohcontoh"
HANDLE = "kantor.test"
JWT = "palsu.palsu.palsu"

Given = dict[str, Any]


class RefusalError(Exception):
    """The call was refused, with the name and words of the reference PDS."""

    def __init__(self, error: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.error, self.status = error, status


class Pds(Loopback):
    """One account; its posts by record key."""

    def __init__(self) -> None:
        super().__init__(self._reply)
        self.records: dict[str, Given] = {}

    def _reply(self, asked: Asked) -> Reply:
        call = asked.path.rpartition(".")[2]
        try:
            if call in ("uploadBlob", "putRecord", "deleteRecord", "applyWrites"):
                _authorised(asked)
            with self.lock:
                return _json(200, getattr(self, f"do_{call}")(asked))
        except RefusalError as no:
            return _json(no.status, {"error": no.error, "message": str(no)})

    def do_createSession(self, asked: Asked) -> Given:
        """Log in with an app password."""
        given = json.loads(asked.body)
        if (given["identifier"], given["password"]) != (HANDLE, PASSWORD):
            raise RefusalError("AuthenticationRequired", "Invalid identifier or password", 401)
        return {"accessJwt": JWT, "refreshJwt": JWT, "handle": HANDLE, "did": DID, "active": True}

    def do_uploadBlob(self, asked: Asked) -> Given:
        """A picture, named by its bytes."""
        kind = asked.headers.get("content-type", "*/*")
        ref = {"$link": _cid(asked.body)}
        return {"blob": {"$type": "blob", "ref": ref, "mimeType": kind, "size": len(asked.body)}}

    def do_putRecord(self, asked: Asked) -> Given:
        """A record at its key, there before or not."""
        given = json.loads(asked.body)
        _check(given["record"])
        self.records[given["rkey"]] = given["record"]
        return self._named(given["rkey"])

    def do_getRecord(self, asked: Asked) -> Given:
        """The record at a key."""
        key = asked.query["rkey"]
        if key not in self.records:
            raise RefusalError("RecordNotFound", f"Could not locate record: {_uri(key)}")
        return {**self._named(key), "value": self.records[key]}

    def do_listRecords(self, asked: Asked) -> Given:
        """All records, the highest key first."""
        keys = sorted(self.records, reverse=True)
        return {"records": [{**self._named(key), "value": self.records[key]} for key in keys]}

    def do_deleteRecord(self, asked: Asked) -> Given:
        """A record less, if it is there."""
        self.records.pop(json.loads(asked.body)["rkey"], None)
        return {}

    def do_applyWrites(self, asked: Asked) -> Given:
        """Several changes, all or none."""
        after = dict(self.records)
        for write in json.loads(asked.body)["writes"]:
            if write["$type"].endswith("#delete"):
                del after[write["rkey"]]
            else:
                _check(write["value"])
                after[write["rkey"]] = write["value"]
        self.records = after
        return {}

    def _named(self, key: str) -> Given:
        written = json.dumps(self.records[key], sort_keys=True).encode()
        return {"uri": _uri(key), "cid": _cid(written)}


def _authorised(asked: Asked) -> None:
    given = asked.headers.get("authorization")
    if given is None:
        raise RefusalError("AuthMissing", "Authentication Required", 401)
    if given != f"Bearer {JWT}":
        raise RefusalError("InvalidToken", "Token could not be verified", 400)


def _check(record: Given) -> None:
    text = record["text"]
    graphemes, size = len(regex.findall(r"\X", text)), len(text.encode())
    if size > 3000:
        raise _invalid(f"string too big (maximum 3000, got {size}) at $.record.text")
    if graphemes > 300:
        raise _invalid(f"grapheme too big (maximum 300, got {graphemes}) at $.record.text")
    for number, picture in enumerate(record.get("embed", {}).get("images", [])):
        size, place = picture["image"]["size"], f"$.record.embed.images[{number}].image"
        if size > 2_000_000:
            raise _invalid(f"blob too big (maximum 2000000, got {size}) at {place}")


def _invalid(words: str) -> RefusalError:
    return RefusalError("InvalidRequest", f"Invalid {COLLECTION} record: {words}")


def _uri(key: str) -> str:
    return f"at://{DID}/{COLLECTION}/{key}"


def _cid(data: bytes) -> str:
    return f"bafkrei{sha256(data).hexdigest()[:52]}"


def _json(status: int, document: Any) -> Reply:
    headers = {"content-type": "application/json; charset=utf-8"}
    return Reply(status, json.dumps(document).encode(), headers)
