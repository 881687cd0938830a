"""Is it a slip? Evidence on names and words, its weights, and what it says to an editor.

Three questions, one module each: `name_variant` (are two spellings in an article one name?),
`known_name` (is an unknown name a known one misspelt?) and `typo` (is an unlisted word another one
misspelt?). May import `book`, `text`, `lexicon` and `core`.
"""
