"""“What if”: the same facts after somebody has pressed one more button."""

from __future__ import annotations

from dataclasses import replace

from terbit.core.facts import Account, Facts, Review


def with_review(facts: Facts, who: Account, state: str) -> Facts:
    """The facts after a review of the present head, given at the moment of the facts."""
    number = 1 + max((review.id for review in facts.reviews), default=0)
    given = Review(number, who, state, facts.request.head_sha, "", facts.now)
    return replace(facts, reviews=(*facts.reviews, given))
