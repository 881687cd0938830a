"""Evidence: the one place where it is gathered and weighed whether a name is misspelt."""
