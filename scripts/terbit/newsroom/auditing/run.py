"""One audit: everything in the archive from its first event to its last, and what vouches for it.

Nothing is asked of a network, and nothing of the working tree but `origin`'s branches as they
were fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from terbit import git_walk
from terbit.core.article import INDEX
from terbit.core.audit import Added, Breach, Trail, follow
from terbit.core.audit.signing import moment
from terbit.core.digest import TREE_MODE, path_of
from terbit.core.plan import Version
from terbit.core.record import ADOPTED, APPROVED, PUBLISHED, Event
from terbit.errors import InputErrors, TerbitError
from terbit.newsroom.approved import is_article
from terbit.newsroom.auditing import anchors as anchoring
from terbit.newsroom.auditing import keys, reading
from terbit.newsroom.auditing.anchors import Anchors
from terbit.newsroom.auditing.line import Line
from terbit.newsroom.auditing.line import read as read_line
from terbit.newsroom.auditing.proofs import Prover
from terbit.newsroom.clone import Clone
from terbit.repository import ARCHIVE

TIMED = b"terbit_pada"
"""The key that is looked for before an article is read for its time."""
REF = f"refs/remotes/origin/{ARCHIVE}"


@dataclass
class Counts:
    """How much was looked at."""

    commits: int = 0
    events: int = 0
    approvals: int = 0
    adopted: int = 0


@dataclass(frozen=True)
class Audited:
    """What an audit found: breaches, things to know, how much was read, the head to note down."""

    breaches: tuple[Breach, ...]
    notes: tuple[str, ...]
    counts: Counts
    trails: dict[str, Trail]
    head: str

    @property
    def ok(self) -> bool:
        """Nothing is wrong as far as this clone can tell."""
        return not self.breaches


@dataclass
class _Audit:
    clone: Clone
    line: Line
    anchors: Anchors
    now: datetime
    counts: Counts = field(default_factory=Counts)
    trails: dict[str, Trail] = field(default_factory=dict)
    steps: list[keys.Step] = field(default_factory=list)

    def breaches(self, tip: str) -> Iterator[Breach]:
        root, objects = self.clone.root, self.clone.repository.objects
        prover = Prover(objects, self.line)
        walked = self._ticked(git_walk.commits(root, tip, changes=True))
        for portion in reading.read(objects, walked):
            yield from portion.breaches
            yield from self._followed(portion.events)
            approvals = [one.event for one in portion.events if one.event.kind in _APPROVING]
            yield from prover.judge(approvals)
        yield from self.anchors.missing()
        yield from self._signed()

    def _ticked(self, commits: Iterator[git_walk.Commit]) -> Iterator[git_walk.Commit]:
        for commit in commits:
            self.counts.commits += 1
            self.steps.append(keys.Step(commit.sha, commit.at))
            self.anchors.pass_commit(commit.sha)
            yield commit

    def _followed(self, events: Sequence[Added]) -> Iterator[Breach]:
        for added in events:
            event = added.event
            trail = self.trails.get(event.item, Trail(event.item))
            self.trails[event.item], wrong = follow(trail, added, self.line.laws, self.now)
            self.anchors.pass_event(event.file, event.hash)
            self.counts.events += 1
            self.counts.approvals += event.kind == APPROVED
            self.counts.adopted += event.kind == ADOPTED
            yield from wrong
            if event.kind == PUBLISHED:
                yield from self._early(event, self.trails[event.item].object_id)

    def _early(self, event: Event, tree: str) -> Iterator[Breach]:
        """Nothing of an article is public before the time that its head names."""
        version = Version(event.item, (TREE_MODE, tree))
        repository = self.clone.repository
        try:
            rows = repository.objects.tree(tree) if is_article(event.item) else ()
            index = next((row.object_id for row in rows if row.name == INDEX), "")
            if not index or TIMED not in repository.blob(index):
                return
            due = self.clone.article_at(version).publish_at
        except (TerbitError, ValueError):
            return  # what is wrong with the object is told of its approval
        at = moment(event.at)
        laws = self.line.laws.around(at)
        if due is None or not laws:
            return
        zone = laws[-1].office.calendar.zone
        if at < (due if due.tzinfo else due.replace(tzinfo=zone)):
            what = "diterbitkan sebelum waktu terbit yang disebut naskahnya"
            yield Breach(event.item, event.file, "published-early", what)

    def _signed(self) -> Iterator[Breach]:
        """The keys are those of `main` now: who may change them has two signatures."""
        try:
            office = self.clone.config_at(self.clone.main()).office
        except InputErrors:
            what = "sop.yml atau kantor.yml di main tidak terbaca, jadi kunci arsip tidak diketahui"
            yield Breach("", "kantor.yml", "law", what)
            return
        yield from keys.check(self.clone.root, self.steps, office)


_APPROVING = (APPROVED, ADOPTED)


def run(clone: Clone, noted: Sequence[str], now: datetime) -> Audited:
    """Audit what a clone holds; `noted` are anchors. Raises TerbitError where it cannot."""
    repository = clone.repository
    if repository.is_shallow():
        what = "riwayat klon ini terpotong, sehingga arsip tidak dapat dibuktikan"
        raise TerbitError(what, "ambil seluruhnya: git fetch --unshallow")
    tip = repository.tip(ARCHIVE)
    if tip is None:
        what = f"cabang {ARCHIVE} tidak ada di klon ini"
        raise TerbitError(what, "ambil dahulu: git fetch origin")
    seen = anchoring.seen_here(git_walk.seen(clone.root, REF))
    anchors = anchoring.joined(seen, *map(anchoring.of, noted))
    audit = _Audit(clone, read_line(clone), anchors, now)
    breaches = tuple(sorted(set(audit.breaches(tip))))
    notes = tuple(_notes(clone, audit.trails))
    return Audited(breaches, notes, audit.counts, audit.trails, tip)


def _notes(clone: Clone, trails: dict[str, Trail]) -> Iterator[str]:
    """What stands on `main` otherwise than in the archive; the site does not show it."""
    found = {version.item: version for version in clone.versions(clone.main())}
    for item, version in found.items():
        trail = trails.get(item)
        if trail is None or trail.digest != version.digest:
            yield (
                f"{path_of(item)} di main belum disetujui dalam bentuk ini: ditolak, belum "
                "diproses, atau peristiwanya hilang dari arsip"
            )
    for item, trail in trails.items():
        if item not in found and trail.digest and not trail.removed:
            yield f"{path_of(item)} tidak ada lagi di main, tetapi penghapusannya belum disetujui"
