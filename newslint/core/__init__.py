"""The values that everything speaks: spans, edits, fixes, findings, rules, names, errors.

Imports nothing of newslint.
"""
