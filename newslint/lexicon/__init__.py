"""Words of English: folding, edit distance, kinds of slip, the mapped word list.

Imports nothing of newslint.
"""
