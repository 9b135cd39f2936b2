from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from terbit import config
from terbit.core.digest import units
from terbit.core.facts import Facts, from_json
from terbit.core.finding import Finding, Level
from terbit.core.gate import evaluate, policy_invalid
from terbit.core.office import Office
from terbit.core.procedure import Procedure, UrgentPath
from terbit.core.verdict import Check, Inability, Reason, Scope, Sla, Unable, Verdict, Why
from terbit.errors import InputErrors
from terbit.report.verdict import explanation, report, sentence

EXAMPLES = Path(__file__).parents[1] / "core" / "gate" / "examples"
ROOT = Path(__file__).parents[2]
Json = dict[str, Any]
MORNING = "2026-11-16T01:{:02d}:00Z"
VERIFIERS = "Inspektur Pembantu / Ketua PPID / Sekretaris PPID"
CODES = [*Reason, *Why, *Inability, "UNATTRIBUTED_REVIEW", "UNKNOWN_REVIEW_STATE"]
CODES += ["COMMENT_LOOKS_LIKE_APPROVAL", "APPROVED", "CHANGES_REQUESTED", "COMMENTED"]
CODE = re.compile(rf"\b({'|'.join(CODES)})\b|[A-Z]_[A-Z]|admin_repo|None")


@dataclass
class Case:
    """An example of the gate that a test may change before it is judged."""

    procedure: Procedure
    office: Office
    document: Json

    @property
    def facts(self) -> Facts:
        return from_json(self.document)

    @property
    def verdict(self) -> Verdict:
        return evaluate(self.procedure, self.office, self.facts, self.facts.now)

    @property
    def sentence(self) -> str:
        return sentence(self.verdict, self.procedure, self.office, facts=self.facts)

    @property
    def lines(self) -> list[str]:
        return explanation(self.verdict, self.procedure, self.office, self.facts)

    def section(self, heading: str) -> list[str]:
        """The lines below a heading."""
        lines = self.lines
        start = lines.index(f"{heading}:") + 1
        end = lines.index("", start) if "" in lines[start:] else len(lines)
        return [line.strip() for line in lines[start:end]]

    def review(self, login: str, number: int, minute: int, **other: Any) -> None:
        """One more approval of the head by someone of kantor.yml."""
        person = next((a.id for a in self.office.appointments if a.login == login), 9999)
        row = {
            "id": number,
            "user": {"login": login, "id": person, "type": "User"},
            "state": "APPROVED",
            "commit_id": self.document["pr"]["head"]["sha"],
            "body": "",
            "submitted_at": MORNING.format(minute),
        }
        self.document["reviews"].append(row | other)

    def end(self, role: str) -> None:
        """Nobody holds the role any more."""
        rows = self.office.appointments
        rows = tuple(replace(a, end=date(2026, 1, 1)) if a.role == role else a for a in rows)
        self.office = replace(self.office, appointments=rows)


def case(name: str) -> Case:
    setting = config.load(EXAMPLES / name)
    document = json.loads((EXAMPLES / name / "facts.json").read_text())
    return Case(setting.procedure, setting.office, document)


def at(name: str, now: str) -> Case:
    example = case(name)
    example.document["now"] = now
    return example


def test_a_waiting_step_names_the_posts_and_the_clock() -> None:
    example = at("APV-001", "2026-11-16T01:18:00Z")
    assert example.verdict.reason is Reason.WAIT_VERIFICATION
    assert example.sentence == f"Menunggu verifikasi: {VERIFIERS} (tersisa 12 menit kerja)"


def test_the_decision_is_awaited() -> None:
    example = at("APV-002", "2026-11-16T02:25:00Z")
    assert example.verdict.reason is Reason.WAIT_APPROVAL
    assert example.sentence == "Menunggu persetujuan: Atasan PPID (lewat 35 menit kerja)"


def test_a_quorum_says_how_many_have_signed() -> None:
    assert case("DK-019").sentence == (
        "Menunggu telaah privasi: Petugas Pelindungan Data Pribadi / Kepala Seksi Data dan"
        " Informasi / Sekretaris Dinas (2 dari 3, sudah 1)"
    )


def test_a_cleared_article_is_merged_and_published() -> None:
    example = at("APV-003", "2026-11-16T01:50:00Z")
    assert example.verdict.reason is Reason.READY
    assert example.sentence == (
        "Siap digabung dan diunggah oleh Admin Medsos (tersisa 20 menit kerja)"
    )


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        (Scope.DRAFT, "Siap digabung: hanya draf, belum ada yang diterbitkan"),
        (Scope.POLICY, "Siap digabung oleh Admin Medsos: perubahan aturan sudah disetujui"),
        (Scope.TECHNICAL, "Siap digabung oleh Admin Medsos: perubahan teknis sudah disetujui"),
    ],
)
def test_other_requests_publish_nothing(scope: Scope, said: str) -> None:
    example = case("APV-003")
    verdict = replace(example.verdict, scope=scope, sla=None)
    found = sentence(verdict, example.procedure, example.office, facts=example.facts)
    assert found == said


def test_a_blocking_finding_holds_what_the_sop_cleared() -> None:
    example = case("APV-003")
    found = Finding("KIP-01", Level.TAHAN, "content/a/index.md", 3, "nilai temuan", "hapus", "UU")

    def said(*findings: Finding) -> str:
        verdict, procedure, office = example.verdict, example.procedure, example.office
        return sentence(verdict, procedure, office, facts=example.facts, findings=findings)

    assert said(found) == (
        "Sudah disetujui, tetapi tertahan 1 temuan pemeriksaan: Admin Medsos perlu membereskannya"
    )
    assert said(found.lift("Lukas", "sudah diumumkan")).startswith("Siap digabung")


def test_drafting_evidence_is_awaited() -> None:
    example = case("APV-001")
    text = json.dumps(example.document).replace("rina-admin", "sari-pelaksana")
    example.document = json.loads(text.replace("2001", "2101"))
    assert example.verdict.reason is Reason.WAIT_ADMIN
    assert example.sentence == (
        "Menunggu penyusunan: Admin Medsos perlu ikut mengolah naskah ini atau menyetujuinya"
        " (lewat 9 jam 30 menit kerja)"
    )


def test_a_draft_of_an_outsider_waits_for_anybody_of_the_office() -> None:
    example = case("DK-073")
    assert example.sentence == (
        "Menunggu persetujuan siapa pun yang berjabatan di kantor ini (hanya draf)"
    )
    assert example.section("Yang ditunggu")[0].startswith("Siapa pun yang berjabatan")


def test_a_cleared_draft_needs_no_other_step() -> None:
    example = case("DK-073")
    example.review("wulan-redaksi", 501, 20)
    assert example.sentence == "Siap digabung: hanya draf, belum ada yang diterbitkan"
    rows = report(example.verdict, example.procedure, example.office, example.facts).rows
    assert [row.state.word.split()[0] for row in rows] == ["tidak", "selesai", *["tidak"] * 5]


def test_a_technical_request_waits_for_the_maintainers() -> None:
    example = case("DK-085")
    assert example.sentence == "Menunggu persetujuan atas perubahan teknis: Pengelola Sistem"
    rows = report(example.verdict, example.procedure, example.office, example.facts).rows
    assert [row.state.word.split()[0] for row in rows] == [*["tidak"] * 5, "menunggu", "belum"]


def objected(state: str = "CHANGES_REQUESTED", body: str = "Nama pejabat keliru.") -> Case:
    example = at("APV-001", "2026-11-16T01:50:00Z")
    example.review("lukas-ketuappid", 501, 20, state=state, body=body)
    return example


def test_an_objection_says_whose_it_is_and_that_the_text_must_be_mended() -> None:
    example = objected()
    assert example.verdict.reason is Reason.CHANGES_REQUESTED
    assert example.sentence == (
        "Keberatan Ketua PPID: Admin Medsos perlu memperbaiki naskah (tersisa 1 jam 30 menit kerja)"
    )


def test_after_a_correction_the_objection_waits_for_a_new_look() -> None:
    example = case("APV-044")
    assert example.sentence == (
        "Keberatan Inspektur Pembantu belum berakhir; naskah sudah diubah, menunggu verifikasi:"
        f" {VERIFIERS}"
    )


def test_an_objection_is_told_with_its_words_and_what_ends_it() -> None:
    assert objected().section("Keberatan") == [
        "Lukas Ketuappid (Ketua PPID), 16 November 2026 08.20 WIB: “Nama pejabat keliru.”",
        "Berakhir bila Lukas Ketuappid menekan Approve, bila naskah diperbaiki lalu disetujui"
        f" {VERIFIERS} / Atasan PPID, bila Atasan PPID menyetujui naskah yang sekarang, atau bila"
        " keberatan dicabut (Dismiss review) oleh Lukas Ketuappid / Atasan PPID",
    ]


def test_an_objection_without_words_is_asked_for_words() -> None:
    first = objected(body=" \n").section("Keberatan")[0]
    assert first.endswith("(tanpa penjelasan; minta petunjuk perbaikannya)")


def test_control_characters_of_a_review_do_not_reach_the_terminal() -> None:
    first = objected(body="Perbaiki\x1b[2J \u202enama").section("Keberatan")[0]
    assert first.endswith("“Perbaiki[2J nama”")


def test_a_draft_request_waits_for_its_drafter() -> None:
    example = case("APV-001")
    example.document["pr"]["draft"] = True
    assert example.verdict.reason is Reason.DRAFT
    assert example.sentence == (
        "Masih draf: Admin Medsos menekan Ready for review bila naskah siap diperiksa"
    )


def test_a_request_that_is_over() -> None:
    example = case("APV-003")
    example.document["pr"]["state"] = "closed"
    assert example.verdict.reason is Reason.NOT_OPEN
    assert example.sentence == "Permintaan ini sudah ditutup tanpa digabung"
    example.document["pr"]["merged"] = True
    assert example.sentence == "Permintaan ini sudah digabung"


def test_refused_requests_say_what_the_drafter_has_to_do() -> None:
    assert case("APV-127").sentence == (
        "Permintaan ini berasal dari luar repositori kantor: Admin Medsos perlu mengajukannya"
        " ulang dari dalam"
    )
    assert case("APV-114").sentence == (
        "Naskah tercampur dengan perubahan aturan atau kode: Admin Medsos perlu memisahkannya"
        " menjadi dua permintaan"
    )


def test_an_unknown_author() -> None:
    example = case("APV-001")
    example.document["commits"][0]["author"] = None
    example.document["activity"][0]["actor"] = None
    assert example.verdict.reason is Reason.AUTHOR_UNKNOWN
    assert example.sentence == (
        "Penulis sebagian naskah tidak dikenali: Admin Medsos perlu mengajukannya ulang dari akun"
        " yang terdaftar"
    )


def test_a_text_that_would_change_while_merging() -> None:
    example = case("APV-003")
    example.document["merge_group"] = {"digest": "lain"}
    assert example.verdict.reason is Reason.CONTENT_DRIFT
    assert example.sentence == (
        "Naskah yang akan digabung berbeda dari yang disetujui: perlu verifikasi ulang oleh"
        f" {VERIFIERS}"
    )
    rows = report(example.verdict, example.procedure, example.office, example.facts).rows
    assert [row.state.word for row in rows][2:] == ["menunggu", "belum", "belum"]


def test_another_request_with_the_same_head() -> None:
    example = case("APV-003")
    example.document["also_open"] = [{"number": n, "ready": False} for n in (42, 57)]
    assert example.verdict.reason is Reason.SHARED_HEAD_NOT_READY
    assert example.sentence == (
        "Sudah disetujui, tetapi menunggu permintaan #42 dan #57 yang memakai versi yang sama"
    )


def test_a_broken_roles_file_is_told_in_plain_words() -> None:
    with pytest.raises(InputErrors) as raised:
        config.load(EXAMPLES / "APV-105")
    verdict = policy_invalid(map(str, raised.value.problems))
    facts = case("APV-001").facts
    assert sentence(verdict, None, None, facts=facts) == (
        "Pengaturan kantor tidak sah: kantor.yml baris 97: Plh. Wati Plh tanpa SK atau tanggal"
        " berakhir"
    )
    lines = explanation(verdict, None, None, facts)
    assert "  Pengelola repositori: perbaiki sop.yml atau kantor.yml di main" in lines
    assert lines[-1].endswith(
        "— isi sk dan sampai; penugasan sementara harus berdasar surat dan berbatas waktu"
    )


def test_several_problems_are_counted_and_a_long_one_is_cut_between_words() -> None:
    facts = case("APV-001").facts
    several = policy_invalid(["sop.yml:4: jabatan tidak ada — tambahkan", "b", "c"])
    assert sentence(several, None, None, facts=facts) == (
        "Pengaturan kantor tidak sah: sop.yml baris 4: jabatan tidak ada (dan 2 masalah lain)"
    )
    endless = policy_invalid(["sop.yml:4: " + "jabatan " * 40])
    long = sentence(endless, None, None, facts=facts)
    assert len(long) <= 140
    assert long.endswith(" jabatan…")
    assert sentence(policy_invalid([]), None, None, facts=facts) == (
        "Pengaturan kantor tidak sah: pengelola repositori perlu memperbaiki sop.yml atau"
        " kantor.yml"
    )


def test_facts_that_could_not_be_read_whole() -> None:
    example = case("APV-003")
    example.document["fetch"] = {"timeline": "galat", "commits": "galat"}
    assert example.verdict.reason is Reason.DATA_INCOMPLETE
    assert example.sentence == (
        "Data permintaan tidak terbaca lengkap: catatan pembatalan persetujuan dan riwayat"
        " perubahan (commit); coba lagi nanti"
    )
    assert example.section("Perhatian") == [
        "Tidak terbaca lengkap: catatan pembatalan persetujuan",
        "Tidak terbaca lengkap: riwayat perubahan (commit)",
        "Permintaan dengan lebih dari 250 perubahan tidak dapat dibaca; ajukan naskahnya sebagai"
        " permintaan baru",
    ]


def test_nobody_can_decide_and_the_way_out() -> None:
    example = case("APV-002")
    example.end("atasan_ppid")
    assert example.verdict.approvals_needed is None
    assert example.sentence == (
        "Langkah 4 (persetujuan) terhenti karena Atasan PPID berhalangan; tunjuk pejabat lain atau"
        " Plt./Plh. di kantor.yml"
    )
    assert example.section("Tidak ada yang dapat menyetujui") == [
        "Langkah 4 (persetujuan) harus dikerjakan Atasan PPID",
        "Arif Atasan: tidak sedang menjabat menurut tanggal di kantor.yml",
        "Jalan keluar: minta pengelola repositori mencantumkan pejabat lain, atau"
        " Plt./Plh. dengan nomor SK, di kantor.yml",
    ]
    assert "Yang ditunggu:" not in example.lines


def test_a_later_step_that_nobody_can_take_is_told_while_an_earlier_one_waits() -> None:
    example = case("APV-001")
    example.end("atasan_ppid")
    assert example.verdict.reason is Reason.WAIT_VERIFICATION
    assert example.sentence.startswith("Langkah 4 (persetujuan) terhenti")


def test_who_wrote_may_ask_somebody_else_to_open_the_request() -> None:
    example = case("KD-015")
    example.end("kepala_desa")
    assert example.section("Tidak ada yang dapat menyetujui") == [
        "Langkah 2 (keputusan) harus dikerjakan Kepala Desa / Sekretaris Desa",
        "Markus Rahanra: ikut menulis naskah ini",
        "Yohana Letsoin: tidak sedang menjabat menurut tanggal di kantor.yml",
        "Jalan keluar: minta pengelola repositori mencantumkan pejabat lain, atau"
        " Plt./Plh. dengan nomor SK, di kantor.yml, atau"
        " minta orang lain mengajukan permintaan baru",
    ]


def test_one_person_cannot_sign_two_steps() -> None:
    example = case("APV-002")
    verdict = replace(
        example.verdict,
        approvals_needed=None,
        unable=(Unable(4, "Arif Atasan", Inability.SIGNED, 3),),
    )
    lines = explanation(verdict, example.procedure, example.office, example.facts)
    assert "  Arif Atasan: sudah menandatangani langkah 3" in lines


def test_an_objection_that_nobody_can_end() -> None:
    example = case("APV-044")
    verdict = replace(example.verdict, approvals_needed=None, unable=())
    assert sentence(verdict, example.procedure, example.office, facts=example.facts) == (
        "Keberatan Inspektur Pembantu tidak dapat diakhiri siapa pun sekarang; tunjuk pejabat lain"
        " atau Plt./Plh. di kantor.yml"
    )


def test_every_step_is_a_line_with_who_signed_when_and_the_clock() -> None:
    example = at("DK-005", "2026-11-16T02:50:00Z")
    assert example.section("Langkah menurut SOP 440/118/SOP/DINKES/2026") == [
        "✓ 1. Liputan – selesai",
        "✓ 2. Penyusunan – selesai: diajukan oleh Wulan Sarasehan, 16 November 2026 08.30 WITA",
        "✓ 3. Telaah medis – selesai: dr. Salma Rinjani sebagai Dokter Penelaah, 16 November 2026"
        " 09.00 WITA; terpakai 30 menit dari 1 jam kerja",
        "✓ 4. Telaah PPID – selesai: Hadi Tamrin, S.H. sebagai PPID Pelaksana, 16 November 2026"
        " 09.30 WITA; terpakai 30 menit dari 45 menit kerja",
        "✓ 5. Telaah privasi – selesai: Mira Angkasa sebagai Petugas Pelindungan Data Pribadi,"
        " 16 November 2026 10.00 WITA; Eko Lambara sebagai Kepala Seksi Data dan Informasi,"
        " 16 November 2026 10.20 WITA; terpakai 50 menit dari 1 jam 30 menit kerja",
        "● 6. Keputusan – menunggu: Kepala Dinas; terpakai 30 menit dari 1 jam kerja sejak"
        " 16 November 2026 10.20 WITA",
        "○ 7. Penayangan – belum: Redaktur Media; batas waktu 30 menit kerja",
    ]


def test_a_half_filled_quorum_shows_who_has_signed() -> None:
    row = case("DK-019").section("Langkah menurut SOP 440/118/SOP/DINKES/2026")[4]
    assert "menunggu: Petugas Pelindungan Data Pribadi / " in row
    assert "(2 dari 3); sudah: Mira Angkasa sebagai Petugas Pelindungan Data Pribadi" in row


def test_a_definitive_and_an_acting_holder_do_not_fill_a_quorum_of_two() -> None:
    example = case("DK-005")
    verdict = example.verdict
    signed = tuple(
        replace(row, capacity=f"{prefix}Sekretaris Dinas")
        for row, prefix in zip(verdict.signatures[2:], ("", "Plh. "), strict=True)
    )
    verdict = replace(
        verdict, reason=Reason.DRAFT, step=2, signatures=(*verdict.signatures[:2], *signed)
    )
    rows = report(verdict, example.procedure, example.office, example.facts).rows
    assert [row.state.word for row in rows[2:5]] == ["selesai", "selesai", "belum"]


def test_an_acting_official_signs_as_such() -> None:
    row = case("APV-096").section("Langkah menurut SOP 067/035.07/SEKRE-1/INSP")[3]
    assert "Wati Plh sebagai Plh. Atasan PPID, 12 November 2026 08.40 WIB" in row


def test_who_is_awaited_by_name_what_to_do_and_how_far_it_is() -> None:
    read = "baca naskahnya, lalu tekan Approve atau Request changes"
    assert case("APV-074").section("Yang ditunggu") == [
        f"Maya Irban2 (Inspektur Pembantu): {read}",
        f"Lukas Ketuappid (Ketua PPID): {read}",
        f"Tuti Sekppid (Sekretaris PPID): {read}",
        "Yang lain menunggu verifikasi oleh salah satu dari mereka; naskah ini masih"
        " memerlukan sedikitnya 2 persetujuan",
    ]


def test_what_changed_since_the_last_signature() -> None:
    assert case("APV-056").section("Naskah berubah") == [
        "Hendra Irban1: sejak tanda tangan terakhirnya (commit 4eb9486)"
    ]


def test_a_comment_that_sounds_like_an_approval_gives_a_hint() -> None:
    example = case("APV-001")
    example.document["comments"] = [{"user": {"login": "arif-atasan", "id": 4001}, "body": "acc"}]
    example.document["comments"][0]["user"]["id"] = next(
        a.id for a in example.office.appointments if a.login == "arif-atasan"
    )
    assert example.section("Perhatian") == [
        "Ada komentar yang berbunyi setuju. Komentar tidak dihitung; bila setuju, tekan Approve"
        " pada Review changes."
    ]


# One example for each reason why a review does not count.


def not_submitted(example: Case) -> None:
    example.review("hendra-irban1", 501, 20, state="PENDING", submitted_at=None)


def commented(example: Case) -> None:
    example.review("hendra-irban1", 501, 20, state="COMMENTED")


def unknown_state(example: Case) -> None:
    example.review("hendra-irban1", 501, 20, state="ABSTAINED")


def deleted_account(example: Case) -> None:
    example.review("hendra-irban1", 501, 20, user=None)


def bot(example: Case) -> None:
    example.review("x", 501, 20, user={"login": "penyetuju[bot]", "id": 77, "type": "Bot"})


def id_mismatch(example: Case) -> None:
    example.review("x", 501, 20, user={"login": "hendra-irban1", "id": 999, "type": "User"})


def outsider(example: Case) -> None:
    example.review("budi-warga", 501, 20)


def outside_dates(example: Case) -> None:
    example.end("inspektur_pembantu")
    example.review("hendra-irban1", 501, 20)


def superseded(example: Case) -> None:
    example.review("hendra-irban1", 501, 20)
    example.review("hendra-irban1", 502, 25)


def dismissed(example: Case, state: str = "approved") -> None:
    example.review("lukas-ketuappid", 501, 20, state="DISMISSED")
    example.document["timeline"] = [
        {
            "event": "review_dismissed",
            "actor": {"login": "lukas-ketuappid", "id": 3103, "type": "User"},
            "created_at": MORNING.format(30),
            "dismissed_review": {"review_id": 501, "state": state, "dismissal_message": "salah"},
        }
    ]
    actor = next(a.id for a in example.office.appointments if a.login == "lukas-ketuappid")
    example.document["timeline"][0]["actor"]["id"] = actor


def withdrawn_objection(example: Case) -> None:
    dismissed(example, "changes_requested")


def not_verifiable(example: Case) -> None:
    example.document["activity"] = []
    example.review("hendra-irban1", 501, 20)


def stale(example: Case) -> None:
    newer = json.loads((EXAMPLES / "APV-056" / "facts.json").read_text())
    example.document.update(newer)


def stale_and_too_early(example: Case) -> None:
    stale(example)
    old = example.document["reviews"][0]["commit_id"]
    example.document["reviews"] = []
    example.review("arif-atasan", 501, 20, commit_id=old)


def stale_by_one_who_then_wrote(example: Case) -> None:
    stale(example)
    old = example.document["reviews"][0]["commit_id"]
    text = json.dumps(example.document["commits"][-1]).replace("rina-admin", "hendra-irban1")
    writer = next(a.id for a in example.office.appointments if a.login == "hendra-irban1")
    example.document["commits"][-1] = json.loads(text.replace("2001", str(writer)))
    assert example.document["reviews"][0]["commit_id"] == old


def stale_but_another_signed(example: Case) -> None:
    stale(example)
    example.review("maya-irban2", 502, 59, submitted_at="2026-11-16T03:00:00Z")


def expired(example: Case) -> None:
    example.procedure = replace(example.procedure, approval_days=0)
    example.review("hendra-irban1", 501, 20)


def role_not_for_step(example: Case) -> None:
    example.review("sari-pelaksana", 501, 20)


def drafting_evidence(example: Case) -> None:
    text = json.dumps(example.document).replace("rina-admin", "sari-pelaksana")
    example.document = json.loads(text.replace("2001", "2101"))
    example.review("joko-admin", 501, 20)


def self_review(example: Case) -> None:
    example.document.update(json.loads((EXAMPLES / "APV-074" / "facts.json").read_text()))


def too_early(example: Case) -> None:
    example.review("arif-atasan", 501, 20)


def follows(example: Case) -> None:
    path = UrgentPath(("serta-merta",), ("verifikasi",), "SK 12/2026")
    example.procedure = replace(example.procedure, urgent=path)
    reason = "Air sungai naik cepat dan warga perlu mengungsi malam ini."
    files = (row["filename"] for row in example.document["pr"]["files"])
    example.document["urgent"] = [
        {"path": place, "classification": "serta-merta", "reason": reason} for place in units(files)
    ]
    too_early(example)
    example.review("hendra-irban1", 502, 25)


def early_and_now_open(example: Case) -> None:
    too_early(example)
    example.review("hendra-irban1", 502, 25)


def solved_by_new_text(example: Case) -> None:
    example.document.update(json.loads((EXAMPLES / "APV-044" / "facts.json").read_text()))
    example.review("maya-irban2", 502, 59, submitted_at="2026-11-16T03:00:00Z")


def overruled(example: Case) -> None:
    example.review("hendra-irban1", 501, 20, state="CHANGES_REQUESTED")
    example.review("arif-atasan", 502, 25)


HENDRA = "Hendra Irban1 (Inspektur Pembantu), 16 November 2026 08.20 WIB: "
ARIF = "Arif Atasan (Atasan PPID), 16 November 2026 08.20 WIB: "
LUKAS = "Lukas Ketuappid (Ketua PPID), 16 November 2026 08.20 WIB: "
SARI = "Sari Pelaksana (Pelaksana Kegiatan), 16 November 2026 08.20 WIB: "
JOKO = "Joko Admin (Admin Medsos), 16 November 2026 08.20 WIB: "
WHYS: list[tuple[Why, Callable[[Case], None], str]] = [
    (
        Why.SUPERSEDED,
        superseded,
        HENDRA + "sudah diganti oleh keputusan yang lebih baru dari orang yang sama",
    ),
    (
        Why.NOT_SUBMITTED,
        not_submitted,
        "Hendra Irban1: belum dikirim; kirimkan dengan tombol Submit review",
    ),
    (
        Why.NOT_DECISIVE,
        commented,
        HENDRA + "hanya komentar, bukan keputusan; keputusan diberikan dengan tombol Approve atau"
        " Request changes",
    ),
    (
        Why.UNKNOWN_STATE,
        unknown_state,
        HENDRA + "jenis keputusannya tidak dikenal; ulangi dengan menekan Approve atau Request"
        " changes",
    ),
    (
        Why.USER_DELETED,
        deleted_account,
        "akun yang sudah dihapus, 16 November 2026 08.20 WIB: akun pemberinya sudah dihapus,"
        f" sehingga orangnya tidak diketahui; minta persetujuan {VERIFIERS} dari akun yang"
        " terdaftar",
    ),
    (
        Why.BOT,
        bot,
        "akun penyetuju[bot], 16 November 2026 08.20 WIB: diberikan oleh akun mesin, bukan oleh"
        f" orang; {VERIFIERS} sendiri perlu menekan Approve",
    ),
    (
        Why.ID_MISMATCH,
        id_mismatch,
        "akun hendra-irban1, 16 November 2026 08.20 WIB: nama akunnya terdaftar, tetapi nomor"
        " akunnya milik orang lain; cocokkan akun dan id orang ini di kantor.yml, lalu ia menekan"
        " Approve lagi",
    ),
    (
        Why.NOT_ROLE_HOLDER,
        outsider,
        "akun budi-warga, 16 November 2026 08.20 WIB: pemberinya tidak tercantum sebagai pejabat"
        f" di kantor.yml; minta persetujuan {VERIFIERS}",
    ),
    (
        Why.OUTSIDE_DATES,
        outside_dates,
        "Hendra Irban1, 16 November 2026 08.20 WIB: diberikan di luar masa jabatannya menurut"
        " kantor.yml; minta pejabat yang sedang menjabat menekan Approve",
    ),
    (
        Why.DISMISSED,
        dismissed,
        LUKAS + "sudah dibatalkan oleh Lukas Ketuappid; bila tetap setuju, tekan Approve lagi",
    ),
    (Why.DISMISSED, withdrawn_objection, LUKAS + "keberatan ini sudah dicabut"),
    (
        Why.NOT_VERIFIABLE,
        not_verifiable,
        HENDRA + "tidak dapat dipastikan naskah mana yang dibacanya; baca naskah yang sekarang,"
        " lalu tekan Approve lagi",
    ),
    (
        Why.STALE_CONTENT,
        stale,
        HENDRA + "naskah berubah sesudah itu; lihat perubahannya, lalu tekan Approve lagi",
    ),
    (
        Why.STALE_CONTENT,
        stale_and_too_early,
        ARIF + "naskah berubah sesudah itu; lihat perubahannya, lalu tekan Approve lagi sesudah"
        " verifikasi selesai",
    ),
    (
        Why.STALE_CONTENT,
        stale_by_one_who_then_wrote,
        HENDRA + f"naskah berubah sesudah itu; minta persetujuan orang lain: {VERIFIERS}",
    ),
    (
        Why.STALE_CONTENT,
        stale_but_another_signed,
        HENDRA + "naskah berubah sesudah itu; tidak perlu diulang",
    ),
    (
        Why.EXPIRED,
        expired,
        HENDRA + "sudah melewati batas berlaku persetujuan, yaitu 0 hari; baca lagi naskahnya,"
        " lalu tekan Approve lagi",
    ),
    (
        Why.ROLE_NOT_FOR_STEP,
        role_not_for_step,
        SARI + "jabatannya tidak berwenang atas langkah mana pun pada permintaan ini; minta"
        f" persetujuan {VERIFIERS}",
    ),
    (
        Why.STEP2_EVIDENCE,
        drafting_evidence,
        JOKO + "dihitung sebagai tanda ikut menyusun, bukan sebagai persetujuan",
    ),
    (
        Why.SELF_REVIEW,
        self_review,
        HENDRA + "ikut menulis naskah ini, sehingga tidak boleh menyetujuinya sendiri; minta"
        f" persetujuan orang lain: {VERIFIERS}",
    ),
    (
        Why.BEFORE_VERIFICATION,
        too_early,
        ARIF + "diberikan sebelum verifikasi selesai; tekan Approve sekali lagi sesudah verifikasi"
        " selesai",
    ),
    (
        Why.BEFORE_VERIFICATION,
        early_and_now_open,
        ARIF + "diberikan sebelum verifikasi selesai; tekan Approve sekali lagi",
    ),
    (
        Why.FOLLOWS,
        follows,
        "Hendra Irban1 (Inspektur Pembantu), 16 November 2026 08.25 WIB: dicatat sebagai"
        " pemeriksaan yang menyusul begitu naskah ini terbit",
    ),
    (
        Why.RESOLVED_BY_NEW_TEXT,
        solved_by_new_text,
        HENDRA + "keberatan ini sudah berakhir: naskah diperbaiki lalu disetujui",
    ),
    (
        Why.OVERRULED_BY_SUPERIOR,
        overruled,
        HENDRA + "keberatan ini sudah berakhir: naskah disetujui pejabat yang lebih tinggi",
    ),
]


@pytest.mark.parametrize(("why", "change", "said"), WHYS, ids=lambda v: getattr(v, "__name__", ""))
def test_a_review_that_does_not_count_says_why_and_how_to_repair_it(
    why: Why, change: Callable[[Case], None], said: str
) -> None:
    example = case("APV-001")
    change(example)
    assert why in {row.why for row in example.verdict.ignored}
    assert said in example.section("Tidak dihitung")


def test_every_why_has_an_example() -> None:
    assert {why for why, _, _ in WHYS} == set(Why)


def test_a_cleared_request_asks_nobody_to_repair_anything() -> None:
    example = case("APV-003")
    example.review("budi-warga", 503, 50)
    assert example.section("Tidak dihitung") == [
        "akun budi-warga, 16 November 2026 08.50 WIB: pemberinya tidak tercantum sebagai pejabat"
        " di kantor.yml"
    ]


def texts() -> Iterator[tuple[str, str]]:
    for folder in sorted(EXAMPLES.iterdir()):
        if folder.name != "APV-105":
            yield folder.name, "\n".join(case(folder.name).lines)
    for why, change, _ in WHYS:
        example = case("APV-001")
        change(example)
        yield f"{why} {change.__name__}", "\n".join(example.lines)


def test_no_code_of_the_gate_reaches_a_reader() -> None:
    for name, text in texts():
        assert CODE.search(text) is None, name
        assert "{" not in text, name
        assert len(text.split("\n")[0]) <= 140, name


def test_no_role_or_step_of_one_sop_stands_in_the_code() -> None:
    generic = {"dokumentasi"}
    sop = yaml.safe_load((ROOT / "tests/newsroom/sop.yml").read_text())
    known = {*sop["jabatan"], *(row["id"] for row in sop["langkah"])}
    known |= {row["pelaku"] for row in sop["langkah"]}
    for module in ("verdict", "words", "slip"):
        source = (ROOT / "scripts" / "terbit" / "report" / f"{module}.py").read_text()
        strings = [n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant)]
        assert not (known - generic) & {value for value in strings if isinstance(value, str)}
        assert not [name for name in known if "_" in name and name in source]


def test_a_hand_made_verdict_with_unknown_reviews_is_still_told() -> None:
    example = case("APV-001")
    verdict = replace(
        example.verdict,
        reason=Reason.CHANGES_REQUESTED,
        check=Check.FAILURE,
        step=2,
        blocked_by=(9,),
        sla=Sla(2, 120, 10, datetime(2026, 11, 16, 1, tzinfo=UTC)),
    )
    lines = explanation(verdict, example.procedure, example.office, example.facts)
    assert (
        lines[0]
        == "Keberatan: Admin Medsos perlu memperbaiki naskah (tersisa 1 jam 50 menit kerja)"
    )
