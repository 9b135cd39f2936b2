"""The built site, read once more before it is deployed.

Whatever came between the approved texts and the folder (theme, menu, plugins, a changed
machine) is caught here: foreign scripts and hosts, advertisements for gambling, dead links,
pictures without words, identifiers that were left in.
"""

from terbit.checks.built.scan import BuiltSite, approved_words, scan

__all__ = ["BuiltSite", "approved_words", "scan"]
