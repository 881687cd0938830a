"""newslint reads news copy and reports what contradicts itself, the desk or the dictionary."""

__version__ = "0.1.0"
