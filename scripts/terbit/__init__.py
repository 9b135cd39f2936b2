"""Terbit: a newsroom in a Git repository, run by an official SOP."""

__version__ = "0.1.0"
