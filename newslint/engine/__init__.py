"""One article through every check, fixed until nothing is left to fix. Start in linter.py.

May import `checks` and everything below it.
"""
