"""Is it a slip? Evidence on names and words, its weights, and what it says to an editor.

Four questions, one module each: `name_variant` (are two spellings in an article one name?),
`known_name` (is an unknown name a known one misspelt?), `typo` (is an unlisted word another one
misspelt?) and `word_in_context` (does a word stand where another one is meant?). Weights are powers
of ten of the odds. May import `book`, `memory`, `text`, `lexicon` and `core`.
"""
