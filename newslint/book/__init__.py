"""Rules and names of a desk: read, compiled, layered, looked up. Start reading in book.py.

May import `text`, `storage`, `lexicon` and `core`. The kinds of rules are given to it.
"""
