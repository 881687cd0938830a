"""Bytes to Source to Prose to Document, and edits back. Start reading in document.py.

May import `lexicon` and `core`.
"""
