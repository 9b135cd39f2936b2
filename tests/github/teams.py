"""Operations on the organisation and its teams."""

from __future__ import annotations

from tests.github.routes import NOT_FOUND, Ask, Refused, Reply, route
from tests.github.shapes import fill


@route("get", "/orgs/{org}")
def organization(ask: Ask) -> Reply:
    """The organisation that owns the repository; 404 where a person owns it."""
    given, login = ask.fake.state.organization, ask.variables["org"]
    if given is None or login.casefold() != ask.fake.owner.casefold():
        raise Refused(404, NOT_FOUND)
    owner = ask.fake.answers.repository(ask.fake.repo)["owner"]
    known = {"login": owner["login"], "id": owner["id"], "node_id": owner["node_id"]}
    return Reply(200, fill("organization-full", known | {"type": "Organization"} | given))


@route("get", "/orgs/{org}/teams/{team_slug}/members", "members:read")
def members(ask: Ask) -> Reply:
    """Members of a team; 404 where the team is not there or may not be seen."""
    name = f"{ask.variables['org']}/{ask.variables['team_slug']}"
    rows = ask.fake.state.teams.get(name)
    if rows is None:
        raise Refused(404, NOT_FOUND)
    return ask.page(rows, ask.fake.answers.user)
