"""The door to the operating system: whatever only some systems have is asked for here alone.

Where Windows has no such thing, the functions do what comes next, and say so.
"""
