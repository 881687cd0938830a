"""Matching for checks: phrases, letter case, patterns, their analysis, and the prefilter."""
