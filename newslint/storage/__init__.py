"""Files on disk: atomic writes, digests, caches, YAML and TOML that know their lines.

Imports only `core`.
"""
