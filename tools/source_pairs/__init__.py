"""Invented pairs of a source and a story written from it, with changes that are known."""
