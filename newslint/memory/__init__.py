"""What the publication has printed: its names and words, counted, mapped, looked up.

Start reading in memory.py. May import `text`, `storage`, `lexicon` and `core`.
"""
