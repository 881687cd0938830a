"""The language server: in come an editor's messages, out go diagnostics, actions and hovers."""
