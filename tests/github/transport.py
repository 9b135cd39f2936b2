"""A requests session that is answered in process, without any network."""

from __future__ import annotations

from http.client import responses
from io import BytesIO
from typing import TYPE_CHECKING, Any

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import get_encoding_from_headers

if TYPE_CHECKING:
    from tests.github.fake import FakeGitHub


class InProcess(BaseAdapter):
    """Hands each request to a fake and makes a response of what it says."""

    def __init__(self, fake: FakeGitHub) -> None:
        super().__init__()
        self.fake = fake

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        """Answer one request. Raises requests.ReadTimeout where the fake gives no answer."""
        body = request.body or b""
        raw = self.fake.answer(
            str(request.method),
            str(request.url),
            request.headers,
            body.encode() if isinstance(body, str) else bytes(body),
        )
        if raw.status == 0:
            raise requests.ReadTimeout("no answer", request=request)
        made = requests.Response()
        made.status_code, made.reason = raw.status, responses.get(raw.status, "")
        made.headers = CaseInsensitiveDict(raw.headers)
        made.encoding = get_encoding_from_headers(made.headers)
        made.raw, made.url, made.request = BytesIO(raw.body), str(request.url), request
        return made

    def close(self) -> None:
        """Nothing is open."""


def session(fake: FakeGitHub, token: str | None) -> requests.Session:
    """A session that reaches the fake, and nothing else."""
    made = requests.Session()
    made.trust_env = False
    made.adapters.clear()
    made.mount(fake.host, InProcess(fake))
    if token is not None:
        made.headers["Authorization"] = f"Bearer {token}"
    return made
