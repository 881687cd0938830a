"""Question 4: whether a word stands where another is meant. Begin with `word_in_context`."""
