"""Question 3: whether an unlisted word is another one misspelt. Begin with `typo`."""
