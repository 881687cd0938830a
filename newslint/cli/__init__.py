"""The command line, one module for each command. Start reading in main.py.

Only this package and `lsp` print, read standard input or know exit statuses. It may import
everything.
"""
