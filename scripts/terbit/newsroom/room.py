"""The clone, its configuration and its forge, opened together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from terbit import articles, checks, config
from terbit.checks.base import Context
from terbit.config import Config
from terbit.core import digest
from terbit.core.article import Article
from terbit.core.facts import Facts, from_json
from terbit.core.finding import Finding
from terbit.core.gate import evaluate, policy_invalid
from terbit.core.gate.late import of_procedure
from terbit.core.office import Appointment, Office
from terbit.core.plan import Version
from terbit.core.verdict import Verdict
from terbit.errors import InputErrors, TerbitError
from terbit.forges import github, local
from terbit.forges.base import ForgeReader, ForgeWriter
from terbit.newsroom import neighbours, rules, urgency
from terbit.newsroom.bringing import NOTHING, Brought, brought
from terbit.newsroom.clone import Clone
from terbit.newsroom.forge import authorize, connect, host_of
from terbit.repository import Identity

ACCOUNT_KEY = "terbit.akun"


@dataclass(frozen=True)
class Assessment:
    """What the SOP and the rules say of one request now."""

    facts: Facts
    verdict: Verdict
    config: Config | None
    findings: tuple[Finding, ...]

    @property
    def may_merge(self) -> bool:
        """READY, and no finding that blocks."""
        return self.verdict.allow_merge and not any(f.blocks for f in self.findings)


class Newsroom(Clone):
    """A clone with a forge behind it."""

    def __init__(self, root: Path) -> None:
        """Open the newsroom around `root`. Raises TerbitError where there is no clone."""
        super().__init__(root)
        authorize(self.repository)

    @cached_property
    def config(self) -> Config:
        """sop.yml and kantor.yml of the working tree. Raises InputErrors."""
        return config.load(self.root)

    def changed_units(self) -> tuple[str, ...]:
        """The articles, drafts and pages that HEAD changes against `main` and still holds."""
        names = self.repository.changed(self.main(), "HEAD")
        ours = (name for name in names if name.startswith((digest.CONTENT, digest.DRAFTS)))
        entries = {one: self.repository.entry("HEAD", one) for one in digest.units(ours)}
        return tuple(one for one, (mode, _) in entries.items() if mode != digest.ABSENT[0])

    @property
    def forge(self) -> ForgeReader:
        """The forge behind `origin`, to read from. Raises ForgeError where there is none."""
        return self._forge

    @property
    def desk(self) -> ForgeWriter:
        """The same forge, to act on; judging and planning are never given it."""
        return self._forge

    @cached_property
    def _forge(self) -> local.LocalForge | github.GitHubForge:
        return connect(self.repository, self.main, self._office)

    def _office(self) -> Office | None:
        """People and teams as `main` has them, or None where they cannot be trusted."""
        try:
            return self.config_at(self.main()).office
        except InputErrors:
            return None

    def identity(self, login: str | None) -> Identity:
        """Who is at the keyboard: by --as, else by `git config terbit.akun`."""
        name = login or self.repository.config(ACCOUNT_KEY)
        if not name:
            fix = f"sebutkan --as AKUN, atau sekali saja: git config {ACCOUNT_KEY} AKUN"
            raise TerbitError("akun Anda belum diketahui", fix)
        row = self._appointment(name)
        if row is None:
            raise TerbitError(
                f"akun “{name}” tidak ada di kantor.yml", "periksa ejaannya di bagian pejabat"
            )
        return Identity(row.name, row.login, row.id, host_of(self.repository))

    def _appointment(self, login: str) -> Appointment | None:
        rows = self.config.office.appointments
        return next((row for row in rows if row.login.casefold() == login.casefold()), None)

    def check(
        self,
        article: Article,
        now: datetime,
        commit: str,
        setting: Config,
        brought: Brought = NOTHING,
    ) -> tuple[Finding, ...]:
        """What the rules find in an article as of a moment, under a commit's configuration."""
        return rules.findings(article, self._context(now, commit, setting, brought))

    def check_version(
        self,
        version: Version,
        now: datetime,
        commit: str,
        setting: Config,
        brought: Brought = NOTHING,
    ) -> tuple[Finding, ...]:
        """What the rules find in an article or page, from its Git object. Raises InputErrors."""
        if version.removed:
            return ()
        if articles.PUBLIC_PLACE.fullmatch(version.path):
            return self.check(self.article_at(version), now, commit, setting, brought)
        raw = self._page_bytes(version)
        context = self._context(now, commit, setting, brought)
        return rules.page_findings(version.path, raw, context)

    def _context(self, now: datetime, commit: str, setting: Config, brought: Brought) -> Context:
        today = setting.office.calendar.day(now)
        return Context(
            office=setting.office,
            today=today,
            known_paths=checks.site_paths(self._paths(commit)),
            lifters=lifters(setting, today),
            submitted=brought.submitted,
            case=brought.case,
            urgent=setting.procedure.urgent,
            day_of=neighbours.day_of(lambda path: self.repository.file(commit, path)),
        )

    def _paths(self, commit: str) -> Iterator[str]:
        return (entry.path for entry in self.repository.entries(commit, digest.CONTENT))

    def facts(self, number: int, now: datetime) -> dict[str, Any]:
        """The facts document of a request, with what its texts say of urgency."""
        return urgency.told(self, self.forge.facts(number, now), self.base_of)

    def assess(self, number: int, now: datetime) -> Assessment:
        """The verdict and the findings of a request, under the base branch's rules."""
        facts = from_json(self.facts(number, now))
        base = self.base_of(facts)
        try:
            setting = self.config_at(base)
        except InputErrors as error:
            verdict = policy_invalid(str(problem) for problem in error.problems)
            return Assessment(facts, verdict, None, ())
        setting = self._with_present_people(setting, facts)
        verdict = evaluate(setting.procedure, setting.office, facts, now)
        told = brought(facts, verdict, setting, closing=verdict.allow_merge)
        return Assessment(facts, verdict, setting, self.findings_of(facts, now, setting, told))

    def _with_present_people(self, setting: Config, facts: Facts) -> Config:
        """What may follow a publication is for those who are in office today."""
        office = self._office() if facts.request.merged and facts.urgent else None
        if office is None:
            return setting
        return Config(setting.procedure, of_procedure(office, setting.procedure))

    def is_new(self, version: Version, base: str) -> bool:
        """Whether an item does not stand on the base branch yet."""
        return self.repository.entry(base, version.path) == digest.ABSENT

    def base_of(self, facts: Facts) -> str:
        """The base branch as it was just before the merge, else as it is now (S10)."""
        merge = facts.request.merge_commit
        parent = self.repository.parent(merge) if merge else None
        return parent or self.main()

    def findings_of(
        self, facts: Facts, now: datetime, setting: Config, told: Brought = NOTHING
    ) -> tuple[Finding, ...]:
        """The findings in everything that a request brings to content/."""
        head = facts.request.head_sha
        if self.repository.resolve(head) is None:
            return ()  # the gate says already that the data is incomplete
        names = (name for file in facts.request.files or () for name in file.names)
        base = self.base_of(facts)
        found: list[Finding] = []
        for path in digest.units(name for name in names if name.startswith(digest.CONTENT)):
            version = Version(path.removeprefix(digest.CONTENT), self.repository.entry(head, path))
            try:
                own = told.anew(self.is_new(version, base))
                found += self.check_version(version, now, head, setting, own)
            except InputErrors as error:
                found += map(rules.unreadable, error.problems)
        return tuple(found)


def lifters(setting: Config, day: date) -> frozenset[str]:
    """Who may lift a held finding that day: holders of a review step's roles, by name or post."""
    roles = {role for step in setting.procedure.review_steps for role in step.roles}
    rows = [a for a in setting.office.appointments if a.role in roles and a.in_force(day)]
    posts = {setting.procedure.role(row.role).name.casefold() for row in rows}
    return frozenset({row.name.casefold() for row in rows} | posts)
