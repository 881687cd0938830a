"""Question 2: whether an unknown name is a known one misspelt. Begin with `known_name`."""
