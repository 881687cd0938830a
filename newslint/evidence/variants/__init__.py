"""Question 1: whether two spellings in an article are one name. Begin with `name_variant`."""
