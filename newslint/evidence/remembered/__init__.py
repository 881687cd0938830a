"""A memory: whether a spelling is a slip for what was printed. Begin with `candidates`."""
