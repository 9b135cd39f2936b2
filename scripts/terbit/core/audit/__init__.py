"""The audit's judgements: what may stand in the archive, told from values alone."""

from terbit.core.audit.approval import Proof, judge
from terbit.core.audit.breach import Breach
from terbit.core.audit.law import SLACK, Law, Laws
from terbit.core.audit.trail import Added, Trail, follow

__all__ = ["SLACK", "Added", "Breach", "Law", "Laws", "Proof", "Trail", "follow", "judge"]
