"""What settings of GitHub are called in words, and why they should be as Terbit wants them."""

from __future__ import annotations

from typing import Any

_KEPT = "riwayatnya adalah bukti"
_MERGE = "hanya merge commit yang menjaga isi yang disetujui tetap ada dalam riwayat main"

NAMES = {
    "allow_merge_commit": ("penggabungan dengan merge commit", _MERGE),
    "allow_squash_merge": ("penggabungan dengan squash", _MERGE),
    "allow_rebase_merge": ("penggabungan dengan rebase", _MERGE),
    "allow_auto_merge": ("penggabungan otomatis", "yang menggabungkan adalah orang, sesuai SOP"),
    "has_issues": ("fitur Issues", "bukti tayang dikirim lewat formulir Issues"),
    "default_branch": ("nama cabang utama", "penerbitan hanya membaca cabang itu"),
    "enabled": ("GitHub Actions", "gerbang SOP dan penerbitan berjalan di sana"),
    "sha_pinning_required": (
        "kewajiban menyebut action dengan SHA lengkap",
        "tag dapat dipindahkan ke kode lain",
    ),
    "default_workflow_permissions": (
        "hak bawaan token alur kerja",
        "setiap pekerjaan meminta sendiri hak yang diperlukannya",
    ),
    "can_approve_pull_request_reviews": (
        "persetujuan oleh alur kerja",
        "yang menyetujui adalah pejabat, bukan mesin",
    ),
    "branches": ("cabang yang dilayani", "rahasianya hanya boleh terbaca oleh pekerjaan di main"),
    "build_type": (
        "cara membangun situs",
        "situs dibuat dari isi yang disetujui, bukan dari cabang",
    ),
    "label": ("label", "formulir bukti tayang memakainya"),
    "ruleset": ("aturan cabang", "tanpa aturan ini cabangnya dapat diubah langsung"),
    "target": ("sasaran aturan", "yang dijaga adalah cabang"),
    "enforcement": ("keadaan aturan", "aturan yang tidak aktif tidak menahan apa pun"),
    "bypass_actors": ("yang dikecualikan dari aturan", "tidak ada yang perlu melewatinya"),
    "include": ("cabang yang dijaga", "aturan harus berlaku untuk cabang itu"),
    "exclude": ("cabang yang dikecualikan", "aturan harus berlaku untuk cabang itu"),
    "deletion": ("larangan menghapus cabang", _KEPT),
    "non_fast_forward": ("larangan menimpa riwayat (force push)", _KEPT),
    "pull_request": ("perubahan hanya lewat permintaan", "permintaan itulah yang disetujui"),
    "required_approving_review_count": (
        "banyaknya persetujuan bawaan GitHub",
        "pengaman tambahan di samping hitungan SOP",
    ),
    "dismiss_stale_reviews_on_push": (
        "pembatalan persetujuan oleh setiap perubahan yang dikirim",
        "gerbang menilai isi, sehingga Update branch tidak membatalkan persetujuan",
    ),
    "require_code_owner_review": (
        "tinjauan pemilik berkas (CODEOWNERS)",
        "aturan dan kode dijaga oleh pemeliharanya",
    ),
    "require_last_push_approval": (
        "persetujuan orang lain atas kiriman terakhir",
        "pengirim terakhir tidak boleh menyetujui kirimannya sendiri",
    ),
    "required_review_thread_resolution": (
        "penyelesaian setiap petunjuk perbaikan",
        "petunjuk perbaikan harus dijawab sebelum terbit",
    ),
    "allowed_merge_methods": ("cara penggabungan yang boleh", _MERGE),
    "required_status_checks": ("pemeriksaan yang wajib hijau", "gerbang SOP yang memutuskan"),
    "strict_required_status_checks_policy": (
        "kewajiban mengikuti main terbaru",
        "tanpa ini tidak ada putaran pembaruan yang sia-sia",
    ),
    "do_not_enforce_on_create": (
        "pengecualian saat cabang dibuat",
        "aturan berlaku sejak cabang itu ada",
    ),
}
"""Name and reason by the key of GitHub's API; `branches`, `label` and `ruleset` are our own."""

_PLAIN = {True: "ya", False: "tidak", None: "belum ada"}


def say(value: Any) -> str:
    """A value in words."""
    if value is None or isinstance(value, bool):
        return _PLAIN[value]
    if isinstance(value, tuple):
        return ", ".join(value) or "tidak ada"
    return str(value)
