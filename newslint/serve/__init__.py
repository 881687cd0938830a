"""newslint over HTTP: LanguageTool's API, an API of its own, and a page for a desk.

Start reading in app.py. May import everything but `cli` and `lsp`.
"""
