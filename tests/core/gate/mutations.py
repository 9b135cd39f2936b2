"""Break the gate on purpose, one rule at a time, and see whether its tests notice.

Run by hand: python tests/core/gate/mutations.py [RULE ...]
Each mutation is applied to a temporary copy of the package; the working tree stays as it is.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
GATE = Path("terbit/core/gate")

MUTATIONS = r"""
S1 positions.py
- UNDECISIVE = "COMMENTED"
+ UNDECISIVE = "NOTED"

S1 positions.py
- if r.state == UNDECISIVE]
+ if r.state == PENDING]

S2 positions.py
- (r.at or self.now, r.id))
+ (r.id, r.at or self.now))

S2 positions.py
- DECISIVE = frozenset({APPROVED, OBJECTED, DISMISSED})
+ DECISIVE = frozenset({APPROVED, OBJECTED})

S2 positions.py
- in ordered[:-1]}
+ in ordered[1:]}

S2 ../facts.py
- reviews=tuple({r.id: r for r in map(_review, document.get("reviews") or ())}.values())
+ reviews=tuple(map(_review, document.get("reviews") or ()))

S3 positions.py
- if seen.digest != self.texts.head_digest:
+ if False:

S3 positions.py
- if seen.digest != self.texts.head_digest:
+ if seen.sha != self.facts.request.head_sha:

S4 texts.py
- if pushed is not None and pushed <= review.at:
+ if pushed is not None:

S4 texts.py
- if pushed is not None and pushed <= review.at:
+ if True:

S4 texts.py
- if push.at <= review.at]
+ ]

S4 texts.py
- return None if commit is None or commit.gone else commit.digest
+ return None if commit is None else commit.digest

S4 ../pushes.py
- next((row for row in tied if read(row)[1] == head), tied[0])
+ tied[0]

S5 signatures.py
- if all(self.complete(assignment, j, without=mark.person) for j in range(index)):
+ if True:

S5 positions.py
- return (self.at, self.review)
+ return (self.at, -self.review)

S6 signatures.py
- if place.step == step)
+ if place.step >= step)

S6 signatures.py
- mark.person != moving.person or mark is moving or mark.moment > moving.moment
+ True

S7 signatures.py
- if step.action is Action.REVIEW or self.route.scope is Scope.TECHNICAL:
+ if self.route.scope is Scope.TECHNICAL:

S7 signatures.py
- person == self.authors.opener or person in self.authors.first
+ person in self.authors.first

S7 signatures.py
- person == self.authors.opener or person in self.authors.first
+ person == self.authors.opener

S7 authors.py
- if person is not None and texts.changed_content(push):
+ if False:

S7 authors.py
- [commit.author, commit.committer, push.actor if push else None]
+ [commit.author, push.actor if push else None]

S7 authors.py
- [commit.author, commit.committer, push.actor if push else None]
+ [commit.author, commit.committer]

S7 authors.py
- (*facts.old_commits, *facts.commits) if c.changed]
+ (*facts.commits,) if c.changed]

S7 authors.py
- if commit.author is not None and not commit.author.human:
+ if True:

S7 authors.py
- first |= {pusher} if pusher is not None else set()
+ pass

S7 ../facts.py
- self.type == "User" and self.login != WEB_FLOW and
+ self.type == "User" and

S7 texts.py
- if push.after == NO_COMMIT or self._is_base(push.after):
+ if False:

S7 texts.py
-             return before != after
+             return True

S8 authors.py
- unknown=any(not _people(c, texts, roster) for c in _named_commits(facts)),
+ unknown=False,

S8 evaluate.py
- return scope is not Scope.ARTICLE and written_by_bots(self.facts)
+ return written_by_bots(self.facts)

S9 objections.py
- by_peers and rank >= objection.rank
+ by_peers

S9 objections.py
- overruled = overruled or rank > objection.rank
+ overruled = overruled or rank >= objection.rank

S9 objections.py
- if mark.moment <= objection.position.moment or not self._may_lift(mark):
+ if not self._may_lift(mark):

S9 objections.py
- text_changed=position.seen.digest not in (None, self.head_digest),
+ text_changed=position.seen.digest != self.head_digest,

S9 objections.py
- return was_objection and not self._accepted(
+ return was_objection and self._accepted(

S9 objections.py
- return higher and person not in self.counter.authors.contributors
+ return higher

S9 objections.py
-         if person == position.person:
-             return True

S10 roster.py
- for row in self._rows.get(person, ()) if row.in_force(day))
+ for row in self._rows.get(person, ()))

S10 positions.py
- if not self.roster.posts(person, self.calendar.day(review.at)):
+ if not self.roster.posts(person, self.calendar.day(self.now)):

S10 positions.py
- if not self.roster.posts(person, self.calendar.day(review.at)):
+ if not self.roster.posts(person, review.at.date()):

S10 ../office.py
- return self.start <= day and (self.end is None or day <= self.end)
+ return self.start <= day and (self.end is None or day < self.end)

S10 ../../config/problems.py
- if row.status in core.ACTING and (not row.sk or row.sampai is None):
+ if row.status in core.ACTING and not row.sk and row.sampai is None:

S11 roster.py
- return (Standing.MISMATCH if same else Standing.OUTSIDER), account.id
+ return (Standing.HOLDER if same else Standing.OUTSIDER), (same or [account])[0].id

S11 roster.py
- if account.id in self._rows:
+ if account.id in self._rows and self._rows[account.id][0].login == account.login:

S11 roster.py
- self._named.get(account.login.casefold(), ())
+ self._named.get(account.login, ())

S11 positions.py
- if not review.account.human:
+ if False:

S11 ../facts.py
- and not self.login.endswith("[bot]")

S12 evaluate.py
- evidence_needed = scope is Scope.ARTICLE and not _drafted(
+ evidence_needed = not _drafted(

S12 evaluate.py
- needs.state(marks, not evidence_needed or given)
+ needs.state(marks, True)

S12 evaluate.py
- needs.state(marks, not evidence_needed or given)
+ needs.state(marks, not evidence_needed)

S12 accounting.py
- return Why.STEP2_EVIDENCE if gave else Why.ROLE_NOT_FOR_STEP
+ return Why.ROLE_NOT_FOR_STEP

S13 evaluate.py
- unread = list(self.facts.faults)
+ unread: list[str] = []

S13 evaluate.py
- if team_members(self.facts, self.office, role) is None:
+ if False:

S13 evaluate.py
- if len(facts.commits) > MAX_COMMITS or
+ if

S13 evaluate.py
- return () if head is not None and head.digest is not None else ("head",)
+ return ()

S13 ../facts.py
- word = name if value is True else str(value)
+ word = "ok" if value is True else str(value)

S13 ../../config/problems.py
- if not re.fullmatch(r"[A-Za-z0-9_-]+(\[bot\])?", row.akun):
+ if not re.fullmatch(r"[\w-]+(\[bot\])?", row.akun):

S13 evaluate.py
- if read.reading.unreadable:
+ if False:

S14 scope.py
- if articles and len(articles) < len(touched):
+ if False:

S14 scope.py
- drafts = all(path.startswith("drafts/")
+ drafts = any(path.startswith("drafts/")

S14 ../facts.py
- return (self.name,) if self.previous is None else (self.name, self.previous)
+ return (self.name,)

S14 scope.py
- quorum = 0 if draft_is_free else 1
+ quorum = 1

S14 scope.py
- quorum = 0 if draft_is_free else 1
+ quorum = 0

S15 evaluate.py
- request.head_repo is None or request.head_repo != request.base_repo
+ request.head_repo != request.base_repo and request.head_repo is not None

S15 evaluate.py
- if self.facts.request.draft:
+ if False:

S15 evaluate.py
- if self._drifted(base.head_digest):
+ if False:

S15 evaluate.py
-         if holders:
+         if False:

S15 shared_head.py
- if sha == facts.request.head_sha and not
+ if not

S16 positions.py
- return Why.EXPIRED if self._expired(review) else None
+ return None

S16 ../clock.py
- return int(seconds // 60)
+ return round(seconds / 60)

S16 ../clock.py
-     if day in calendar.days_off:
-         return ()

S16 ../clock.py
- if special.start <= day <= special.end:
+ if special.start <= day < special.end:

N1 signatures.py
- for j in range(index)):
+ for j in range(index - 1)):

N1 accounting.py
- Why.BEFORE_VERIFICATION if counter.options(mark) else Why.SELF_REVIEW
+ Why.SELF_REVIEW if counter.options(mark) else Why.BEFORE_VERIFICATION

N2 signatures.py
- return max(0, step.quorum - self._seats(step, places))
+ return max(0, step.quorum - len(places))

N2 signatures.py
- return max(0, step.quorum - self._seats(step, places))
+ return max(0, 1 - self._seats(step, places))

N2 signatures.py
- if self._seats(step, places[:count]) >= step.quorum:
+ if count == len(places):

N3 signatures.py
-                 best = index
-         return best
+                 return index
+         return best

N3 signatures.py
- if best is not None and best > held.step:
+ if False:

N3 signatures.py
- if mark.person in moved.places and moved.places[mark.person].step >= best:
+ if True:

N4 positions.py
- chain=() if why else self._chain(person, ordered),
+ chain=() if why else self._chain(person, ordered[-1:]),

N4 positions.py
- if self._flaw(review) is not None or review.at is None:
-                 break
+ if self._flaw(review) is not None or review.at is None:
+                 continue

N4 signatures.py
- places[mark.person] = Place(held.step, held.mark, mark.review)
+ places[mark.person] = Place(held.step, mark, mark.review)

N4 signatures.py
- places[mark.person] = Place(held.step, held.mark, mark.review)
+ pass

N5 evaluate.py
- decides = step.action is Action.DECIDE
+ decides = index > 0

N5 evaluate.py
- [*(read.court.earliest_step(o) for o in read.state.live), *list(incomplete)[:1]]
+ [*(read.court.earliest_step(o) for o in read.state.live)]

N5 evaluate.py
- [*(read.court.earliest_step(o) for o in read.state.live), *list(incomplete)[:1]]
+ [*list(incomplete)[:1]] or [0]

N5 objections.py
-                 return index
-         return 0
+                 return index
+         return 9

N6 evaluate.py
- return Texts(self.facts).last_change or self.facts.request.created_at
+ return self.facts.request.created_at

N6 evaluate.py
- since = max((o.position.moment[0] for o in read.state.live), default=opened)
+ since = opened

N6 evaluate.py
- for earlier in range(index - 1, -1, -1):
+ for earlier in range(0, -1, -1):

N6 texts.py
- return times[-1] if times else None
+ return times[0] if times else None

N6 ../verdict.py
- self.used_minutes > self.limit_minutes
+ self.used_minutes >= self.limit_minutes

N6 evaluate.py
-         if step.minutes is None:
-             return None
+         step = replace(step, minutes=step.minutes or 0)

N7 signatures.py
- if all(other.action is not Action.REVIEW for other in self.route.steps):
+ if False:

N7 evaluate.py
- roster.holds(m.person, drafting, m.day) for p in
+ roster.posts_for(m.person, drafting, m.day) and not counter.options(m) for p in

N8 ../../config/problems.py
- pattern = r"(dokumentasi )*susun (telaah )*putuskan unggah "
+ pattern = r"(dokumentasi |susun |telaah )*putuskan unggah "

N8 ../../config/problems.py
- holders = {row.id for row in office.pejabat if row.jabatan in step.oleh}
+ holders = [row.id for row in office.pejabat if row.jabatan in step.oleh]

N8 ../../config/problems.py
- if row.pelaku == RESERVED_ACTOR:
+ if False:

N8 ../../config/problems.py
- if row.id in ids[:index]:
+ if False:

N9 roster.py
- return max(ranks, default=-1)
+ return min(ranks, default=-1)

N9 objections.py
- return bool(self.counter.options(mark))
+ return True

N9 objections.py
- return bool(self.counter.options(mark))
+ return self.counter.holds_any(mark)

N9 objections.py
- rank = self.counter.roster.rank(mark.person, mark.day)
+ rank = self.counter.roster.rank(mark.person, objection.position.day)

N10 needs.py
- yield name, Inability.WROTE, None
+ yield name, Inability.SIGNED, None

N10 needs.py
- elif place is not None and place.step != index:
+ elif False:

N10 evaluate.py
- unable=tuple(read.needs.unable(read.state)) if fewest is None else (),
+ unable=tuple(read.needs.unable(read.state)),

N11 scope.py
-     "scripts/terbit/archive/",

N11 scope.py
-     ".github/",

N11 scope.py
- GUARDED_MODULES = frozenset({"scripts/terbit/config.py"})
+ GUARDED_MODULES: frozenset[str] = frozenset()

N11 scope.py
- return Route(scope, procedure.review_steps)
+ return Route(scope, procedure.review_steps[-2:])

N12 objections.py
- by_peers = self.counter.route.scope is not Scope.TECHNICAL
+ by_peers = True

N12 objections.py
-             return mark.person not in self.counter.authors.contributors
+             return bool(self.counter.options(mark))

N12 scope.py
- number = procedure.deciding.number
+ number = procedure.drafting.number

N12 signatures.py
- if self.route.scope is Scope.DRAFT or person not in
+ if person not in

N12 evaluate.py
- unclaimed = read.route.scope is Scope.DRAFT and waiting is not None
+ unclaimed = False

N12 evaluate.py
- return any(roster.posts(person, day) for person, days in
+ return any(roster.posts(person, days[0]) or True for person, days in

N13 authors.py
- return [*(c for c in facts.draft_commits if c.changed), *own]
+ return own

N13 authors.py
- return (c for c in (*facts.draft_commits, *facts.commits) if c.changed)
+ return (c for c in facts.commits if c.changed)

N13 authors.py
- texts.pushes.get(commit.sha) if commit.sha in texts.commits else None
+ texts.pushes.get(commit.sha)

N13 ../facts.py
- "activity", "draft_commits")
+ "activity")

N14 texts.py
- return self.digest(self.facts.request.head_sha)
+ return "+".join(f.name for f in self.facts.request.files or ())

N15 roster.py
- key=lambda row: (row.acting, step.roles.index(row.role))
+ key=lambda row: step.roles.index(row.role)

N15 roster.py
- key=lambda row: (row.acting, step.roles.index(row.role))
+ key=lambda row: row.acting

N15 roster.py
- return ACTING.get(row.status, "") + self.procedure.role(row.role).name
+ return self.procedure.role(row.role).name

N15 ../../config/problems.py
- if login_of.setdefault(row.id, login) != login:
+ if False:

N16 positions.py
- return age.days > self.approval_days
+ return age.days >= self.approval_days

N16 positions.py
- age = self.calendar.day(self.now) - self.calendar.day(review.at)
+ age = self.now - review.at

N16 ../../config/build.py
- approval_days=sop.persetujuan_berlaku_hari,

N16 ../office.py
- return moment.astimezone(self.zone)
+ return moment

needs needs.py
-         if state.ready:
-             return 0

needs needs.py
- person if objects else None,
+ None,

needs needs.py
- elif fewest and self.fewest(new, fewest - 1) is not None:
+ elif fewest:

merge ../facts.py
- after = {d.review: d for d in self.dismissals if d.at > moment}
+ after: dict[int, Dismissal] = {}

merge ../facts.py
- if r.at is not None and r.at <= moment]
+ if r.at is not None]
"""


@dataclass(frozen=True)
class Mutation:
    """One deliberate mistake: the rule that it breaks, and the text that it replaces once."""

    rule: str
    file: str
    old: str
    new: str

    @classmethod
    def read(cls, text: str) -> Mutation:
        """A mutation from its short form: rule and file, then lines out and lines in."""
        head, *lines = text.splitlines()
        old = "\n".join(line[2:] for line in lines if line.startswith("- "))
        new = "\n".join(line[2:] for line in lines if line.startswith("+ "))
        return cls(*head.split(), old, new)

    def apply(self, folder: Path) -> None:
        """Make the mistake in a copy of the package."""
        path = folder / GATE / self.file
        text = path.read_text("utf-8")
        if text.count(self.old) != 1:
            raise SystemExit(f"{self.rule}: {self.old!r} does not stand once in {self.file}")
        path.write_text(text.replace(self.old, self.new), "utf-8")


def tests() -> list[str]:
    """The tests of the gate, the slow ones last."""
    core = HERE.parent
    files = [*HERE.glob("test_*.py"), core / "test_clock.py", core / "test_facts.py"]
    files += [core / "test_verdict.py", core.parent / "test_config.py"]
    return [str(path) for path in sorted(files, key=lambda f: (f.stem == "test_properties", f))]


def survives(mutation: Mutation) -> bool:
    """Whether the tests stay green with the mistake in a copy of the package."""
    with tempfile.TemporaryDirectory() as folder:
        copytree(ROOT / "scripts" / "terbit", Path(folder) / "terbit")
        mutation.apply(Path(folder))
        environment = {**os.environ, "PYTHONPATH": folder, "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests()]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stdout.decode() + done.stderr.decode())
    return done.returncode == 0


def main(rules: list[str]) -> int:
    """Try the mutations of these rules, or all; the number of survivors."""
    killed, survived = Counter[str](), Counter[str]()
    for mutation in map(Mutation.read, MUTATIONS.strip().split("\n\n")):
        if rules and mutation.rule not in rules:
            continue
        alive = survives(mutation)
        (survived if alive else killed)[mutation.rule] += 1
        if alive:
            print(f"SURVIVED {mutation.rule} {mutation.file}: {mutation.old!r}", flush=True)
    for rule in {**killed, **survived}:
        print(f"{rule:6} {killed[rule]:3} killed {survived[rule]:3} survived")
    return survived.total()


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
