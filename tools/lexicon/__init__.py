"""The lexicon's build: word lists and gazetteers out of pinned packages, into mapped files.

Runs only when the wheel is built. `sources` says where each fact comes from, `compile` writes
what `newslint.lexicon` reads. NOTICE names every source with its version and licence.
"""
