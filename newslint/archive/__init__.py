"""Lint tables of articles of any size and write tables of findings. Start reading in run.py.

Each article becomes an ArticleSource, its title and text as one Source. Batches of articles are
linted by an executor; their rows are kept in a Checkpoint until they are written as tables.
May import everything below `authoring` and `lsp`.
"""
