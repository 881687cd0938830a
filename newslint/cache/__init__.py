"""The cache: what was worked out before and still holds. It costs time to lose, never truth."""
