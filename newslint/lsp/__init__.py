"""The language server: diagnostics, code actions and hovers for editors, as somebody types.

May import everything but `cli`.
"""
