"""A GitHub of our own for tests, whose every answer is held against GitHub's description."""
