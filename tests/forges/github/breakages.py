"""Every wanted setting put wrong once: how, and the words in which that must be told."""

from __future__ import annotations

from collections.abc import Callable

from terbit.forges.github.settings import ARCHIVE_RULESET, GATE_RULESET
from tests.forges.github.desk import parameters, ruleset
from tests.github.fake import FakeGitHub
from tests.github.state import Json

Break = Callable[[FakeGitHub], object]


def _repository(**values: object) -> Break:
    return lambda fake: fake.state.repository.update(values)


def _review(**values: object) -> Break:
    return lambda fake: parameters(fake, GATE_RULESET, "pull_request").update(values)


def _checks(**values: object) -> Break:
    return lambda fake: parameters(fake, GATE_RULESET, "required_status_checks").update(values)


def _ruleset(name: str, **values: object) -> Break:
    return lambda fake: ruleset(fake, name).update(values)


def _without(name: str, kind: str) -> Break:
    def drop(fake: FakeGitHub) -> None:
        row = ruleset(fake, name)
        row["rules"] = [rule for rule in row["rules"] if rule["type"] != kind]

    return drop


def _environment(name: str, **values: object) -> Break:
    return lambda fake: fake.state.environments[name].update(values)


def _lost(name: str) -> Break:
    return lambda fake: fake.state.rulesets.remove(ruleset(fake, name))


def _refs(*include: str, exclude: tuple[str, ...] = ()) -> Json:
    return {"ref_name": {"include": list(include), "exclude": list(exclude)}}


KEY: Json = {"actor_id": None, "actor_type": "DeployKey", "bypass_mode": "always"}
ANYWHERE = [{"context": "Gerbang SOP"}]
EVERYWHERE = {"protected_branches": True, "custom_branch_policies": False}

BREAKAGES: dict[str, Break] = {
    "Repositori: penggabungan dengan merge commit": _repository(allow_merge_commit=False),
    "Repositori: penggabungan dengan squash": _repository(allow_squash_merge=True),
    "Repositori: penggabungan dengan rebase": _repository(allow_rebase_merge=True),
    "Repositori: penggabungan otomatis": _repository(allow_auto_merge=True),
    "Repositori: fitur Issues": _repository(has_issues=False),
    "Cabang utama: nama cabang utama": _repository(default_branch="master"),
    "GitHub Actions: GitHub Actions": lambda fake: fake.state.actions.update(enabled=False),
    "GitHub Actions: kewajiban menyebut action dengan SHA lengkap": lambda fake: (
        fake.state.actions.update(sha_pinning_required=False)
    ),
    "Hak token GitHub Actions: hak bawaan token alur kerja": lambda fake: (
        fake.state.workflow.update(default_workflow_permissions="write")
    ),
    "Hak token GitHub Actions: persetujuan oleh alur kerja": lambda fake: (
        fake.state.workflow.update(can_approve_pull_request_reviews=True)
    ),
    "Lingkungan arsip: cabang yang dilayani": lambda fake: fake.state.environments.pop("arsip"),
    "Lingkungan github-pages: cabang yang dilayani": lambda fake: fake.state.environments.pop(
        "github-pages"
    ),
    "Lingkungan media-sosial: cabang yang dilayani": _environment(
        "media-sosial", deployment_branch_policy=None
    ),
    "Lingkungan server-situs: cabang yang dilayani": _environment(
        "server-situs", deployment_branch_policy=EVERYWHERE
    ),
    "GitHub Pages: cara membangun situs": lambda fake: fake.state.__dict__["pages"].update(
        build_type="legacy"
    ),
    "Label bukti-tayang: label": lambda fake: fake.state.labels.pop(0),
    "Label usulan-berita: label": lambda fake: fake.state.labels.pop(),
    f"Aturan “{GATE_RULESET}”: aturan cabang": _lost(GATE_RULESET),
    f"Aturan “{GATE_RULESET}”: keadaan aturan": _ruleset(GATE_RULESET, enforcement="disabled"),
    f"Aturan “{GATE_RULESET}”: yang dikecualikan dari aturan": _ruleset(
        GATE_RULESET, bypass_actors=[KEY]
    ),
    f"Aturan “{GATE_RULESET}”: cabang yang dijaga": _ruleset(
        GATE_RULESET, conditions=_refs("refs/heads/lain")
    ),
    f"Aturan “{GATE_RULESET}”: cabang yang dikecualikan": _ruleset(
        GATE_RULESET, conditions=_refs("~DEFAULT_BRANCH", exclude=("refs/heads/main",))
    ),
    f"Aturan “{GATE_RULESET}”: larangan menghapus cabang": _without(GATE_RULESET, "deletion"),
    f"Aturan “{GATE_RULESET}”: larangan menimpa riwayat": _without(
        GATE_RULESET, "non_fast_forward"
    ),
    f"Aturan “{GATE_RULESET}”: perubahan hanya lewat permintaan": _without(
        GATE_RULESET, "pull_request"
    ),
    f"Aturan “{GATE_RULESET}”: banyaknya persetujuan bawaan GitHub": _review(
        required_approving_review_count=0
    ),
    f"Aturan “{GATE_RULESET}”: pembatalan persetujuan": _review(dismiss_stale_reviews_on_push=True),
    f"Aturan “{GATE_RULESET}”: tinjauan pemilik berkas": _review(require_code_owner_review=False),
    f"Aturan “{GATE_RULESET}”: persetujuan orang lain": _review(require_last_push_approval=False),
    f"Aturan “{GATE_RULESET}”: penyelesaian setiap petunjuk": _review(
        required_review_thread_resolution=False
    ),
    f"Aturan “{GATE_RULESET}”: cara penggabungan": _review(
        allowed_merge_methods=["merge", "squash"]
    ),
    f"Aturan “{GATE_RULESET}”: pemeriksaan yang wajib hijau": _checks(
        required_status_checks=ANYWHERE
    ),
    f"Aturan “{GATE_RULESET}”: kewajiban mengikuti main": _checks(
        strict_required_status_checks_policy=True
    ),
    f"Aturan “{GATE_RULESET}”: pengecualian saat cabang": _checks(do_not_enforce_on_create=True),
    f"Aturan “{GATE_RULESET}”: aturan tambahan required_linear_history": lambda fake: ruleset(
        fake, GATE_RULESET
    )["rules"].append({"type": "required_linear_history"}),
    f"Aturan “{ARCHIVE_RULESET}”: aturan cabang": _lost(ARCHIVE_RULESET),
    f"Aturan “{ARCHIVE_RULESET}”: keadaan aturan": _ruleset(
        ARCHIVE_RULESET, enforcement="evaluate"
    ),
    f"Aturan “{ARCHIVE_RULESET}”: sasaran aturan": _ruleset(ARCHIVE_RULESET, target="tag"),
    f"Aturan “{ARCHIVE_RULESET}”: yang dikecualikan dari aturan": _ruleset(
        ARCHIVE_RULESET, bypass_actors=[{"actor_id": 5, "actor_type": "RepositoryRole"}]
    ),
    f"Aturan “{ARCHIVE_RULESET}”: larangan menghapus cabang": _without(ARCHIVE_RULESET, "deletion"),
    f"Aturan “{ARCHIVE_RULESET}”: larangan menimpa riwayat": _without(
        ARCHIVE_RULESET, "non_fast_forward"
    ),
}
