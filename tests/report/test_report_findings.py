from __future__ import annotations

import json

from terbit.core.finding import Finding, Level
from terbit.report.findings import lines, to_json

FINDING = Finding(
    rule="KIP-01",
    level=Level.TAHAN,
    path="content/berita/2026/11/a/index.md",
    line=12,
    message="“temuan” di\nkalimat ini",
    fix="hapus",
    basis="UU 14/2008",
    quote="temuan",
    span="rahasia 6203025501900007",
)


def test_the_line_of_a_finding():
    expected = "content/berita/2026/11/a/index.md:12: KIP-01 TAHAN: “temuan” di kalimat ini — hapus"
    assert lines([FINDING]) == [expected]


def test_the_line_of_a_lifted_finding():
    (line,) = lines([FINDING.lift("Ketua PPID", "sudah diumumkan")])
    assert line.endswith("— hapus (diloloskan oleh Ketua PPID: sudah diumumkan)")


def test_a_reason_says_whose_approval_it_lacks():
    (held,) = lines([FINDING.await_approval("Ketua PPID")])
    assert held.endswith("— hapus (alasannya menunggu persetujuan Ketua PPID)")
    (early,) = lines([FINDING.lift("Ketua PPID", "sudah").await_approval("Ketua PPID")])
    assert early.endswith(
        "(alasan atas nama Ketua PPID, berlaku bila ia menyetujui naskah ini: sudah)"
    )
    assert to_json([FINDING.await_approval("Ketua PPID")])[0]["awaits"] == ["Ketua PPID"]


def test_rows_are_json_and_hold_no_span():
    rows = to_json([FINDING, FINDING.lift("Ketua PPID", "sudah")])
    assert "rahasia" not in json.dumps(rows)
    assert set(rows[0]) == {"rule", "level", "path", "line", "quote", "message", "fix", "basis"}
    assert rows[1]["lifted_by"] == "Ketua PPID"
    assert rows[1]["reason"] == "sudah"
