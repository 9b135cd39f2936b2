"""Posting by machine, against servers on this machine alone."""
