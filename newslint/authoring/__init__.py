"""Tools for whoever keeps rules and names: check, add, learn, import.

May import `runner` and everything below it.
"""
