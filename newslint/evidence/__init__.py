"""Is it a slip? Evidence on names and words, its weights, and what it says to an editor.

Four questions, each asked by several modules, of which one has its name:

1. `name_variant`: are two spellings in an article one name?
2. `known_name`: is an unknown name a known one misspelt?
3. `typo`: is an unlisted word another one misspelt?
4. `word_in_context`: does a word stand where another one is meant?

Weights are powers of ten of the odds. May import `book`, `memory`, `text`, `lexicon` and `core`.
"""
