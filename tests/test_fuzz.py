"""Whatever a draft or a photo holds, it ends in findings or in a clear error."""

from __future__ import annotations

import subprocess
import sys

from tests import fuzz


def test_mutated_drafts_and_photos_end_in_findings_or_clear_errors() -> None:
    # a process of its own, for its memory is measured
    command = [sys.executable, "-m", "tests.fuzz", "400"]
    done = subprocess.run(command, cwd=fuzz.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    for outcome in ("ada temuan", "tidak terbaca", "foto ditolak", "foto diterima"):
        assert outcome in done.stdout
