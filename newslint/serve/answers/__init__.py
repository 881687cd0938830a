"""What the worker processes of the server do: requests, as values, into answers, as bytes.

Nothing here knows HTTP.
"""

TASKS = {
    "check": "languagetool",
    "lint": "articles",
    "fix": "articles",
    "pack": "articles",
    "rule": "rules",
    "rulings": "rulings",
    "decisions": "decisions",
}
"""The module of each task, which has a function of the task's name."""
