"""Whatever a draft or a photo holds, it ends in findings or in a clear error."""

from __future__ import annotations

from tests import fuzz


def test_mutated_drafts_and_photos_end_in_findings_or_clear_errors() -> None:
    log = fuzz.run(400)
    assert set(log.outcomes) >= {"ada temuan", "tidak terbaca", "foto ditolak", "foto diterima"}
