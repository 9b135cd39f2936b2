"""Where a repository lives: its name, its web pages and its REST API, on github.com or GHES."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

PUBLIC_HOST = "github.com"
PUBLIC_API = "https://api.github.com"
_SCP = re.compile(r"(?:[^@/]+@)?(?P<host>[A-Za-z0-9.-]+):(?P<path>[^:]+)")
_NAME = re.compile(r"/?(?P<name>[A-Za-z0-9._-]+/[A-Za-z0-9._-]+?)(?:\.git)?/?")


@dataclass(frozen=True)
class Address:
    """`name` is owner/repository; `web` and `api` have no slash at the end."""

    name: str
    web: str
    api: str

    @property
    def owner(self) -> str:
        """The account or organisation that the repository belongs to."""
        return self.name.partition("/")[0]

    @property
    def page(self) -> str:
        """The repository's page for people."""
        return f"{self.web}/{self.name}"

    def request(self, number: int) -> str:
        """A request's page for people."""
        return f"{self.page}/pull/{number}"


def find_address(remote: str | None, environ: Mapping[str, str]) -> Address | None:
    """The address behind a remote, or None where it is not GitHub.

    GITHUB_SERVER_URL and GITHUB_API_URL are set by GitHub Actions, on Enterprise Server to its
    own host; without them only github.com is known for GitHub.
    """
    host, name = _split(remote or "")
    web = environ.get("GITHUB_SERVER_URL", f"https://{PUBLIC_HOST}").rstrip("/")
    api = environ.get("GITHUB_API_URL", "").rstrip("/")
    if not name or host not in {PUBLIC_HOST, urlsplit(web).hostname}:
        return None
    if host == PUBLIC_HOST:
        return Address(name, f"https://{host}", api or PUBLIC_API)
    # Enterprise Server keeps its REST API beneath this path (GitHub docs, REST on GHES)
    return Address(name, web, api or f"{web}/api/v3")


def _split(remote: str) -> tuple[str, str]:
    """Host and owner/name of a remote's address; empty where it has none."""
    if "://" in remote:
        parts = urlsplit(remote)
        host, path = parts.hostname or "", parts.path
    else:
        match = _SCP.fullmatch(remote)
        host, path = (match["host"], match["path"]) if match else ("", "")
    named = _NAME.fullmatch(path)
    return (host, named["name"]) if named else (host, "")
