"""What the people of kantor.yml may do in the repository, and who they are on GitHub."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from terbit.core.guarantee import Guarantee, fails, holds, unknown
from terbit.core.office import Appointment
from terbit.core.procedure import Procedure, Step
from terbit.forges.github.assurance import Promise, Rules, parameters
from terbit.forges.github.inspection import Part, Unread
from terbit.forges.github.settings import Row

WRITES = frozenset({"write", "admin"})
"""Permissions with which a person may push, merge, and approve natively."""


@dataclass(frozen=True)
class Access:
    """The posts in force now or later, and what GitHub says of each of their accounts."""

    procedure: Procedure
    posts: Sequence[Appointment]
    granted: Mapping[str, Part]
    public: bool

    def unread(self) -> Unread | None:
        """Why the permissions could not be read, if they could not."""
        return next((part for part in self.granted.values() if isinstance(part, Unread)), None)

    def permission(self, login: str) -> str:
        """What GitHub calls an account's right: admin, write, read or none."""
        part = self.granted[login]
        return "none" if part is None or isinstance(part, Unread) else str(part["permission"])

    def holders(self, *steps: Step) -> tuple[Appointment, ...]:
        """The posts of some steps, one for each person."""
        roles = {role for step in steps for role in step.roles}
        return tuple({row.login: row for row in self.posts if row.role in roles}.values())

    def lacking(self, rows: Sequence[Appointment], rights: frozenset[str]) -> tuple[str, ...]:
        """The people without any of these rights."""
        return tuple(_who(row) for row in rows if self.permission(row.login) not in rights)


def guarantees(access: Access, rules: Rules, owners: Sequence[str]) -> Iterator[Guarantee]:
    """Whether the SOP's people are who they are said to be and can do their part."""
    unread = access.unread()
    if unread is not None:
        said = "Hak para pejabat di repositori ini tidak terlihat"
        yield unknown("people-have-rights", f"{said}: {unread.why}", unread.fix)
        return
    yield accounts(access)
    yield reviewers(access)
    yield writers(access)
    if not isinstance(rules, Unread):
        yield native_approvals(access, rules)
        yield policy_owners(access, rules, owners)


def accounts(access: Access) -> Guarantee:
    """Each login belongs to the numeric id that kantor.yml gives it."""
    wrong = []
    for row in {row.login: row for row in access.posts}.values():
        part = access.granted[row.login]
        user = None if part is None or isinstance(part, Unread) else part.get("user")
        if user is None:
            wrong.append(f"{_who(row)}: akun {row.login} tidak dikenal GitHub")
        elif user["id"] != row.id:
            wrong.append(f"{_who(row)}: akun {row.login} ber-id {user['id']}, bukan {row.id}")
    promise = Promise(
        "accounts-match",
        "Semua akun dan id di kantor.yml cocok dengan GitHub",
        "Ada akun di kantor.yml yang tidak cocok dengan GitHub; tanda tangannya tidak dihitung",
    )
    fix = "salin akun dan id dari api.github.com/users/AKUN, lalu ajukan perubahan kantor.yml"
    return promise.judged(not wrong, fix, wrong)


def reviewers(access: Access) -> Guarantee:
    """Reviewers can be asked; to read is enough for that, and for the gate."""
    rows = access.holders(*access.procedure.review_steps)
    name, fix = "reviewers-askable", "undang sebagai kolaborator; hak baca sudah cukup"
    outside = access.lacking(rows, WRITES | {"read"})
    if outside:
        said = "Ada peninjau yang bukan kolaborator, sehingga tinjauannya tidak dapat diminta"
        return fails(name, said, fix, outside)
    doubtful = access.lacking(rows, WRITES) if access.public else ()
    if doubtful:
        said = (
            "Di repositori publik GitHub menganggap siapa pun berhak baca; belum tentu mereka ini "
            "kolaborator yang dapat dimintai tinjauan"
        )
        return unknown(name, said, "lihat Settings → Collaborators; undang yang belum", doubtful)
    return holds(name, "Semua peninjau dapat dimintai tinjauan")


def writers(access: Access) -> Guarantee:
    """Whoever drafts and publishes can push and merge."""
    promise = Promise(
        "writers-can-write",
        "Penyusun dan penerbit dapat mengirim perubahan dan menggabungkan permintaan",
        "Ada penyusun atau penerbit yang belum mempunyai hak tulis",
    )
    rows = access.holders(access.procedure.drafting, access.procedure.publishing)
    lacking = access.lacking(rows, WRITES)
    return promise.judged(not lacking, "beri hak Write di Settings → Collaborators", lacking)


def native_approvals(access: Access, rules: tuple[Row, ...]) -> Guarantee:
    """Approvals that GitHub itself asks for do not hold up what the SOP lets through."""
    key = "required_approving_review_count"
    needed = max((int(p.get(key) or 0) for p in parameters(rules, "pull_request")), default=0)
    steps = access.procedure.review_steps
    able = sum(s.quorum for s in steps if not access.lacking(access.holders(s), WRITES))
    promise = Promise(
        "native-approvals-reachable",
        f"GitHub sendiri meminta {needed} persetujuan, dan langkah SOP selalu memenuhinya"
        if needed
        else "GitHub sendiri tidak meminta persetujuan; gerbang SOP yang menghitungnya",
        f"GitHub sendiri meminta {needed} persetujuan dari yang berhak tulis, sehingga permintaan "
        "yang sudah lolos SOP dapat tertahan",
    )
    fix = "beri mereka hak Write, atau jalankan `terbit setup --apply --approvals 0`"
    return promise.judged(able >= needed, fix, access.lacking(access.holders(*steps), WRITES))


def policy_owners(access: Access, rules: tuple[Row, ...], owners: Sequence[str]) -> Guarantee:
    """Policy paths need a code owner's review, and there are owners who can give it."""
    promise = Promise(
        "policy-owned",
        "Perubahan aturan dan kode juga harus ditinjau pemeliharanya",
        "Perubahan aturan dan kode tidak selalu ditinjau pemeliharanya",
    )
    reviews = parameters(rules, "pull_request")
    asked = any(review.get("require_code_owner_review") for review in reviews)
    details = [] if asked else ["aturan cabang tidak meminta tinjauan pemilik berkas"]
    if not owners:
        details.append("tidak ada pemelihara di kantor.yml")
    rows = tuple({r.login: r for r in access.posts if r.login in owners}.values())
    unable = "tanpa hak tulis, tidak diakui GitHub sebagai pemilik berkas"
    details += [f"{who}: {unable}" for who in access.lacking(rows, WRITES)]
    fix = "beri pemelihara hak Write, lalu jalankan `terbit setup --apply`"
    return promise.judged(not details, fix, details)


def _who(row: Appointment) -> str:
    return f"{row.name} ({row.login})"
