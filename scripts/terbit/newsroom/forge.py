"""Which forge is behind the clone: GitHub, or a local one for practice."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from terbit.core.office import Office
from terbit.errors import ForgeError
from terbit.forges import github, local
from terbit.newsroom.objects import GitObjects
from terbit.repository import MAIN, NO_HOST, Repository

TOKENS = ("TERBIT_TOKEN", "GITHUB_TOKEN", "GH_TOKEN")
"""Where a token may stand, the first found is used."""
ACTIONS_BOT = "github-actions[bot]"
"""Who acts with the token that GitHub Actions gives to a job; it cannot be asked for its name."""


def authorize(repository: Repository) -> None:
    """Let Git fetch from and push to GitHub with the token of the environment, if there is one."""
    address = github.find_address(repository.remote_url(), os.environ)
    token = _token(os.environ)
    if address is not None and token:
        repository.authorize(address.web, token)


def host_of(repository: Repository) -> str:
    """The host whose addresses name the accounts behind commits."""
    address = github.find_address(repository.remote_url(), os.environ)
    return address.web.rpartition("/")[2] if address else NO_HOST


def proof_form(repository: Repository) -> str:
    """The address of the form “Bukti tayang”, "" where the forge has no web pages."""
    address = github.find_address(repository.remote_url(), os.environ)
    return f"{address.page}/issues/new?template=bukti-tayang.yml" if address else ""


def connect(
    repository: Repository, main: Callable[[], str], office: Callable[[], Office | None]
) -> local.LocalForge | github.GitHubForge:
    """The forge behind `origin`. Raises ForgeError where there is none that Terbit knows.

    `office` tells people and teams; None where kantor.yml cannot be read.
    """
    url = repository.remote_url()
    folder = local.is_local(url)
    if folder is not None:
        rows = known.appointments if (known := office()) else ()
        return local.LocalForge(folder, {row.login: row.id for row in rows})
    found = github_behind(repository)
    if found is None:
        what = "origin bukan repositori GitHub dan bukan forge lokal Terbit"
        fix = "sambungkan ke GitHub, atau buat forge latihan dengan `terbit practice FOLDER`"
        raise ForgeError(what, fix)

    def teams() -> list[str]:
        return sorted(set(known.teams.values())) if (known := office()) else []

    objects = GitObjects(repository, main)
    return github.GitHubForge(*found, objects, main=MAIN, teams=teams)


def github_behind(repository: Repository) -> tuple[github.Address, github.Client] | None:
    """Address and client of the GitHub behind `origin`, None where there is none."""
    address = github.find_address(repository.remote_url(), os.environ)
    if address is None:
        return None
    return address, github.Client(address.api, _token(os.environ), account=_account(os.environ))


def token() -> str | None:
    """The forge's token from the environment of this process, if there is one."""
    return _token(os.environ)


def _token(environ: Mapping[str, str]) -> str | None:
    """The forge's token from the environment, never from a file."""
    return next((environ[name] for name in TOKENS if environ.get(name)), None)


def _account(environ: Mapping[str, str]) -> str | None:
    """The login of an installation's token; a person's token is asked for it."""
    named = environ.get("TERBIT_BOT")
    return named or (ACTIONS_BOT if environ.get("GITHUB_ACTIONS") == "true" else None)
