"""Is it a slip? Evidence on names and words, its weights, and what it says to an editor.

Four questions, each with a package; a memory's answers to the second have their own:

1. `variants`: are two spellings in an article one name?
2. `known_names`, `remembered`: is an unknown name a known one misspelt?
3. `typos`: is an unlisted word another one misspelt?
4. `real_words`: does a word stand where another one is meant?

Weights are powers of ten of the odds. May import `book`, `memory`, `text`, `lexicon` and `core`.
"""
