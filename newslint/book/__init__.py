"""Rules and names of a desk: read, compiled, layered, looked up. Start reading in book.py.

May import `text`, `storage`, `lexicon` and `core`. It is given the kinds of rules.
"""
