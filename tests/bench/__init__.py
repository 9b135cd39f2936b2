"""Measurements (`make bench`): what must stay fast, and how fast it is here and now.

A benchmark measures; what makes things slow is held by tests, such as tests/cli/test_explain.py.
"""
