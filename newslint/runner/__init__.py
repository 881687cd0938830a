"""A run over files: discover, schedule, cache, filter, rewrite. Start reading in runner.py.

May import `engine`, `report`, `config` and everything below them.
"""
