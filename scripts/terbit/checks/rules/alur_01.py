"""ALUR-01: nothing is published before verification and decision are complete."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.verdict import Reason, Verdict, Why

_WHAT = {
    Reason.WAIT_ADMIN: ("naskah belum diolah penyusunnya", "minta penyusun naskah mengolahnya"),
    Reason.WAIT_VERIFICATION: ("pemeriksaan naskah belum selesai", "selesaikan pemeriksaannya"),
    Reason.WAIT_APPROVAL: ("keputusan atas naskah belum ada", "minta keputusannya"),
    Reason.DRAFT: ("naskah masih draf", "tandai siap diperiksa, lalu lengkapi persetujuannya"),
    Reason.NOT_OPEN: ("permintaannya sudah ditutup", "ajukan naskahnya dengan permintaan baru"),
    Reason.FORK_NOT_ALLOWED: (
        "naskah diajukan dari luar repositori kantor",
        "ajukan ulang dari cabang di repositori kantor",
    ),
    Reason.MIXED_SCOPE: (
        "naskah tercampur dengan perubahan aturan atau kode",
        "pisahkan menjadi dua permintaan",
    ),
    Reason.AUTHOR_UNKNOWN: (
        "penulis sebagian naskah tidak dikenali",
        "ajukan ulang dari akun yang terdaftar di kantor.yml",
    ),
    Reason.CONTENT_DRIFT: (
        "naskah berbeda dari yang disetujui",
        "minta naskah yang sekarang diperiksa dan disetujui ulang",
    ),
    Reason.SHARED_HEAD_NOT_READY: (
        "permintaan lain yang memakai naskah ini belum disetujui",
        "tuntaskan atau tutup permintaan itu",
    ),
    Reason.POLICY_INVALID: ("pengaturan kantor tidak sah", "perbaiki sop.yml atau kantor.yml"),
    Reason.DATA_INCOMPLETE: ("data persetujuan tidak terbaca lengkap", "coba lagi nanti"),
}
_LOST = {
    Why.STALE_CONTENT: "persetujuan yang ada mendahului perubahan naskah",
    Why.EXPIRED: "persetujuan yang ada sudah kedaluwarsa",
    Why.BEFORE_VERIFICATION: "persetujuan yang ada mendahului langkah sebelumnya",
    Why.SELF_REVIEW: "persetujuan yang ada berasal dari penulisnya sendiri",
    Why.DISMISSED: "persetujuan yang ada sudah dibatalkan",
    Why.OUTSIDE_DATES: "persetujuan yang ada di luar masa jabatan pemberinya",
}
"""Why a review that was given does not count, in the order in which it is told."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """A request that is closed although a step of the SOP is open."""
    case = context.case
    if case is None or not case.closing or case.verdict.allow_merge:
        return
    if case.verdict.reason is not Reason.CHANGES_REQUESTED:  # ALUR-02 tells of those
        what, fix = _WHAT[case.verdict.reason]
        lost = _lost(case.verdict)
        message = f"{what}; {lost}" if lost else what
        yield RULE.finding(article.path, 1, message, fix)


def _lost(verdict: Verdict) -> str:
    """Why reviews that were given do not count; "" where that is not it."""
    whys = {row.why for row in verdict.ignored}
    return "; ".join(words for why, words in _LOST.items() if why in whys)


RULE = Rule(
    id="ALUR-01",
    level=Level.TOLAK,
    sentence="Naskah hanya terbit sesudah diperiksa dan diputuskan oleh orang selain penulisnya.",
    basis="SOP, langkah pemeriksaan dan langkah keputusan",
    example_fails="{permintaan: {hasil: WAIT_APPROVAL, tidak_dihitung: [SELF_REVIEW],"
    " digabung: ya}}",
    example_passes="{permintaan: {hasil: WAIT_APPROVAL, digabung: tidak}}",
    check=check,
    place=Place.CASE,
)
