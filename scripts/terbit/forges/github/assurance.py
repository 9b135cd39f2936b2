"""What a repository's settings guarantee, from the rules that really hold on its branches.

Which ruleset a rule comes from does not matter here; where ours has drifted is told apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from terbit.core.guarantee import Guarantee, fails, holds, unknown
from terbit.core.office import CHANNEL_IDS
from terbit.forges.github.changes import Changes
from terbit.forges.github.desk import CONTEXT
from terbit.forges.github.inspection import NO_RIGHT, UPGRADE, Found, Unread
from terbit.forges.github.rulesets import actors
from terbit.forges.github.settings import (
    ACTIONS_APP,
    ARCHIVE_RULESET,
    GATE_RULESET,
    Row,
    Settings,
)

MEND = "jalankan `terbit setup`, lalu `terbit setup --apply`"

Rules = tuple[Row, ...] | Unread


@dataclass(frozen=True)
class Sight:
    """What was read for a diagnosis: settings, and the rules that hold on the two branches."""

    wanted: Settings
    found: Found
    changes: Changes
    plan: str
    main: Rules
    archive: Rules
    secrets: tuple[str, ...] | Unread

    @property
    def public(self) -> bool:
        """Whether everybody may read the repository."""
        return not self.found.repository["private"]


@dataclass(frozen=True)
class Promise:
    """A guarantee in both its sentences, to be kept or broken."""

    name: str
    kept: str
    broken: str

    def judged(self, fine: bool, fix: str = MEND, details: Iterable[str] = ()) -> Guarantee:
        """Kept, or broken with the way to mend it."""
        if fine:
            return holds(self.name, self.kept)
        return fails(self.name, self.broken, fix, tuple(details))

    def unread(self, part: Unread) -> Guarantee:
        """Nobody can say; but what the plan does not offer is surely not kept."""
        if part.plan:
            return fails(self.name, f"{self.broken}: {part.why}", part.fix)
        asked = self.kept[:1].lower() + self.kept[1:]
        return unknown(self.name, f"Tidak dapat dipastikan apakah {asked}: {part.why}", part.fix)

    def of_rules(self, rules: Rules, judge: Callable[[tuple[Row, ...]], Guarantee]) -> Guarantee:
        """What the rules of a branch say, if they could be read."""
        return self.unread(rules) if isinstance(rules, Unread) else judge(rules)


def guarantees(sight: Sight) -> Iterator[Guarantee]:
    """Everything that the settings promise, or do not."""
    yield visibility(sight)
    yield plan(sight)
    yield by_request(sight.main)
    yield gate(sight.main)
    yield no_bypass(sight.found)
    yield merge_commits(sight)
    yield answered(sight.main)
    yield archive(sight.archive)
    for name in sight.wanted.environments:
        yield environment(name, sight)
    yield secrets(sight.secrets)
    yield actions(sight.found)
    yield settings(sight.changes)


def visibility(sight: Sight) -> Guarantee:
    """Who may read a draft before anybody has approved it."""
    said = "Naskah, catatan koreksi, dan foto"
    kept = f"{said} hanya dapat dibaca oleh yang diberi akses ke repositori ini"
    if sight.found.repository.get("visibility") == "internal":
        kept = f"{said} hanya dapat dibaca oleh anggota perusahaan pemilik repositori ini"
    broken = f"{said} dapat dibaca siapa pun sebelum disetujui, karena repositori ini publik"
    fix = (
        "simpan di sini hanya yang boleh langsung diketahui umum, atau pakai repositori privat "
        "dengan paket Pro, Team, atau Enterprise"
    )
    return Promise("drafts-confidential", kept, broken).judged(not sight.public, fix)


def plan(sight: Sight) -> Guarantee:
    """Whether GitHub's plan offers rules and Pages here at all."""
    private = "Paket GitHub ini menyediakan aturan cabang untuk repositori privat"
    public = "Aturan cabang dan Pages tersedia di sini; pada paket Free hanya untuk yang publik"
    broken = (
        "Pada paket Free, aturan cabang, lingkungan, dan Pages hanya ada di repositori publik, "
        "sehingga di sini GitHub tidak menahan perubahan langsung"
    )
    promise = Promise("plan-offers-rules", public if sight.public else private, broken)
    refused = isinstance(sight.main, Unread) and sight.main.plan
    if not sight.public and isinstance(sight.main, Unread) and not refused and sight.plan != "free":
        return promise.unread(sight.main)
    return promise.judged(sight.public or not (refused or sight.plan == "free"), UPGRADE)


def by_request(rules: Rules) -> Guarantee:
    """`main` moves by requests only, and its past stays."""
    promise = Promise(
        "main-by-request",
        "main hanya berubah lewat permintaan serta tidak dapat dihapus atau ditimpa",
        "main dapat diubah tanpa permintaan, dihapus, atau ditimpa",
    )
    wanted = ("pull_request", "deletion", "non_fast_forward")
    return promise.of_rules(rules, lambda rows: promise.judged(_have(rows, wanted)))


def gate(rules: Rules) -> Guarantee:
    """A merge needs the gate's status, set by GitHub Actions."""
    promise = Promise(
        "main-needs-gate",
        f"Penggabungan ke main menunggu status {CONTEXT} dari GitHub Actions",
        f"Penggabungan ke main tidak menunggu status {CONTEXT} dari GitHub Actions",
    )

    def judge(rows: tuple[Row, ...]) -> Guarantee:
        checks = [
            (check.get("context"), check.get("integration_id"))
            for rule in parameters(rows, "required_status_checks")
            for check in rule.get("required_status_checks") or ()
        ]
        forgeable = any(name == CONTEXT and source != ACTIONS_APP for name, source in checks)
        detail = "status itu boleh dibuat oleh siapa pun yang berhak menulis"
        fine = (CONTEXT, ACTIONS_APP) in checks
        return promise.judged(fine, details=[detail] if forgeable else [])

    return promise.of_rules(rules, judge)


def no_bypass(found: Found) -> Guarantee:
    """Nobody stands above the rules."""
    promise = Promise(
        "nobody-bypasses",
        "Tidak seorang pun dikecualikan dari aturan cabang main dan arsip, juga admin",
        "Ada yang dikecualikan dari aturan cabang main atau arsip, atau aturannya belum ada",
    )
    details = []
    for name in (GATE_RULESET, ARCHIVE_RULESET):
        part = found.rulesets[name]
        if isinstance(part, Unread):
            return promise.unread(part)
        if part is None:
            details.append(f"aturan “{name}” belum ada")
        elif "bypass_actors" not in part:
            return promise.unread(NO_RIGHT)
        else:
            details += [f"“{name}” boleh dilewati {actor}" for actor in actors(part)]
    return promise.judged(not details, details=details)


def merge_commits(sight: Sight) -> Guarantee:
    """Squash and rebase, which make commits that nobody approved, are off."""
    repository = sight.found.repository
    promise = Promise(
        "merge-commits-only",
        "main hanya menerima merge commit, sehingga komit yang disetujui tetap ada di riwayat",
        "main menerima squash atau rebase, yang membuat komit yang tidak pernah disetujui",
    )
    wanted = {key: sight.wanted.repository[key] for key in _METHODS}
    if all(repository.get(key) == value for key, value in wanted.items()):
        return promise.judged(True)

    def judge(rows: tuple[Row, ...]) -> Guarantee:
        methods = [row.get("allowed_merge_methods") for row in parameters(rows, "pull_request")]
        return promise.judged(["merge"] in methods)

    return promise.of_rules(sight.main, judge)


_METHODS = ("allow_merge_commit", "allow_squash_merge", "allow_rebase_merge")


def answered(rules: Rules) -> Guarantee:
    """Every note of a reviewer is resolved before the merge."""
    promise = Promise(
        "notes-answered",
        "Setiap petunjuk perbaikan harus diselesaikan sebelum penggabungan",
        "Permintaan dapat digabung walaupun petunjuk perbaikan belum diselesaikan",
    )
    key = "required_review_thread_resolution"
    return promise.of_rules(
        rules,
        lambda rows: promise.judged(any(p.get(key) for p in parameters(rows, "pull_request"))),
    )


def archive(rules: Rules) -> Guarantee:
    """The archive branch only grows."""
    promise = Promise(
        "archive-grows",
        "Cabang arsip hanya bertambah serta tidak dapat dihapus atau ditimpa",
        "Cabang arsip dapat dihapus atau ditimpa",
    )
    wanted = ("deletion", "non_fast_forward")
    return promise.of_rules(rules, lambda rows: promise.judged(_have(rows, wanted)))


def environment(name: str, sight: Sight) -> Guarantee:
    """An environment's secrets are given to runs on the published branch only."""
    branch, row = sight.wanted.branch, sight.found.environments[name]
    promise = Promise(
        f"environment-{name}",
        f"Lingkungan (environment) {name} hanya dapat dipakai dari cabang {branch}",
        f"Lingkungan (environment) {name} belum ada, atau dapat dipakai dari cabang lain",
    )
    if isinstance(row, Unread):
        return promise.unread(row)
    return promise.judged(row is not None and row["branches"] == (branch,))


def secrets(names: tuple[str, ...] | Unread) -> Guarantee:
    """No token stands where everybody with write access can read it."""
    promise = Promise(
        "no-shared-secrets",
        "Tidak ada token yang tersimpan sebagai secrets repositori",
        "Token kanal tersimpan sebagai secrets repositori, yang terbaca oleh semua yang berhak "
        "menulis",
    )
    fix = "hapus dari secrets repositori, ganti tokennya, lalu simpan di lingkungan media-sosial"
    if isinstance(names, Unread):
        return promise.unread(names)
    if not names or any(map(_names_channel, names)):
        return promise.judged(not names, fix, names)
    said = "Rahasia repositori terbaca oleh semua yang berhak menulis; mungkin ada token di sini"
    return unknown(promise.name, said, fix, names)


def _names_channel(secret: str) -> bool:
    words = set(re.split(r"[^a-z0-9]+", secret.casefold()))
    return any(set(channel.split("_")) & words for channel in CHANNEL_IDS)


def actions(found: Found) -> Guarantee:
    """Workflows begin without rights, and never approve."""
    promise = Promise(
        "workflows-powerless",
        "Alur kerja hanya diberi hak baca dan tidak dapat menyetujui permintaan",
        "Alur kerja diberi hak tulis atau dapat menyetujui permintaan",
    )
    row = found.workflow
    if isinstance(row, Unread):
        return promise.unread(row)
    reads = row["default_workflow_permissions"] == "read"
    return promise.judged(reads and not row["can_approve_pull_request_reviews"])


def settings(changes: Changes) -> Guarantee:
    """Every setting that has drifted, by its name."""
    details = [
        f"{change.part}: {row.name} seharusnya {row.wanted}, sekarang {row.found}"
        for change in changes.changes
        for row in change.differences
    ]
    blind = [f"{part}: {unread.why}" for part, unread in changes.unread.items()]
    name, fix = "settings-as-wanted", MEND
    if details:
        return fails(name, "Ada pengaturan yang menyimpang", fix, (*details, *blind))
    if blind:
        fixes = "; ".join(dict.fromkeys(unread.fix for unread in changes.unread.values()))
        return unknown(name, "Sebagian pengaturan tidak terlihat", fixes, tuple(blind))
    return holds(name, "Semua pengaturan sama dengan yang dianjurkan")


def _have(rows: Iterable[Row], kinds: Iterable[str]) -> bool:
    return set(kinds) <= {row["type"] for row in rows}


def parameters(rows: Iterable[Row], kind: str) -> list[Row]:
    """The parameters of each rule of a kind."""
    return [row.get("parameters") or {} for row in rows if row["type"] == kind]
