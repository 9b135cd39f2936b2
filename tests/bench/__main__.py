"""`python -m tests.bench`: every measurement, one line each."""

from __future__ import annotations

import sys
from itertools import chain

from tests.bench import checks, gate, pictures, start
from tests.bench.figure import report
from tests.site import searching

parts = (
    *(gate.figures(), start.figures(), checks.figures(), checks.scores(), searching.figures()),
    pictures.figures(),
)
sys.exit(report(chain(*parts)))
