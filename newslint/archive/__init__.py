"""The archive: tables of articles in, a table of findings out. Start reading in engine.py.

The readers make Articles of files; each becomes a Sheet, its title and text as one Source, and an
Outcome, the rows of its findings. These are kept in a Journal until they are written as tables.
"""
