"""Files on disk: atomic writes, digests, caches, and YAML and TOML with line numbers.

Imports only `core`.
"""
