"""Why an item on `main` may be published: the merged request that explains it, judged anew.

No status, label or event is believed. The verdict is computed as of the moment of merging,
under the base branch as it was just before, and the rules read the approved Git object.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from terbit.core.digest import units
from terbit.core.dossier import dossier
from terbit.core.facts import Facts, FactsError, from_json
from terbit.core.finding import Finding
from terbit.core.gate import evaluate
from terbit.core.plan import Judgement, Version
from terbit.core.verdict import Scope
from terbit.errors import ForgeError, InputErrors, own_fault
from terbit.newsroom import rules
from terbit.newsroom.bringing import brought
from terbit.newsroom.room import Newsroom
from terbit.report.verdict import sentence

FLOW = frozenset({"ALUR-01", "ALUR-02"})
"""The rules that tell why a merge came too early; the verdict refuses it in any case."""
UNEXPLAINED = "tidak berasal dari permintaan yang digabung"


class Refused(Exception):
    """One way in which a version is not explained; its text is for people."""


@dataclass(frozen=True)
class Judge:
    """Judges versions on one tip of `main`."""

    newsroom: Newsroom
    now: datetime

    def judge(self, version: Version, tip: str) -> Judgement:
        """Look for a merged request, newest first, that approves exactly these bytes."""
        repository, reasons = self.newsroom.repository, []
        for commit in repository.history(tip, version.path):
            if repository.entry(commit, version.path) != version.entry:
                continue
            try:
                return Judgement(version, self._approved_by(commit, version))
            except (Refused, ForgeError, FactsError) as refusal:
                reasons.append(str(refusal))
            except Exception as error:
                # one text that trips a rule must not keep all others from the public
                reasons.append(own_fault(error))
        why = "; ".join(dict.fromkeys(reasons)) or UNEXPLAINED
        return Judgement(version, why_not=why)

    def _approved_by(self, commit: str, version: Version) -> dict[str, Any]:
        """The dossier of the request that a commit merged. Raises Refused."""
        number = self.newsroom.forge.request_of(commit)
        if number is None:
            raise Refused(UNEXPLAINED)
        facts = from_json(self.newsroom.facts(number, self.now)).as_of_merge()
        self._asked(version, facts)
        self._same_bytes(version, facts.request.head_sha, number)
        try:
            setting = self.newsroom.config_at(self.newsroom.base_of(facts))
            verdict = evaluate(setting.procedure, setting.office, facts, facts.now)
            told = brought(facts, verdict, setting, closing=True)
            told = told.anew(self.newsroom.is_new(version, self.newsroom.base_of(facts)))
            found = self.newsroom.check_version(version, facts.now, commit, setting, told)
            if not verdict.allow_merge or verdict.scope is not Scope.ARTICLE:
                reason = _early(found) or sentence(
                    verdict, setting.procedure, setting.office, facts=facts
                )
                raise Refused(f"permintaan #{number} digabung sebelum waktunya: {reason}")
            _passes(found)
        except InputErrors as error:
            raise Refused(f"permintaan #{number}: {rules.masked(error.problems[0])}") from error
        request = setting.procedure, setting.office, facts
        kept = dossier(*request, verdict, findings=found, path=version.path)
        return {**kept, "commit": commit}

    def _asked(self, version: Version, facts: Facts) -> None:
        """A merge may bring more than its request showed to those who signed it."""
        names = (name for file in facts.request.files or () for name in file.names)
        if version.path not in units(names):
            number = facts.request.number
            raise Refused(f"permintaan #{number} tidak memperlihatkan perubahan ini")

    def _same_bytes(self, version: Version, head: str, number: int) -> None:
        repository = self.newsroom.repository
        known = repository.resolve(head) is not None
        if not known or repository.entry(head, version.path) != version.entry:
            raise Refused(f"isi di main berbeda dari isi permintaan #{number}")


def _early(found: Iterable[Finding]) -> str:
    """How the rules say that the SOP is not complete; "" where they are switched off."""
    told = (row for row in found if row.rule in FLOW and row.blocks)
    return "; ".join(f"{row.message} ({row.rule})" for row in told)


def _passes(found: Iterable[Finding]) -> None:
    """Raises Refused where a finding blocks."""
    blocking = next((finding for finding in found if finding.blocks), None)
    if blocking is not None:
        place = f"{blocking.path}:{blocking.line}"
        raise Refused(f"temuan {blocking.rule} di {place}: {blocking.message}")
