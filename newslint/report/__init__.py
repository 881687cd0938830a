"""Reports: findings as text for a person or a tool, one module a format.

A format renders the findings of one file, away from all others, so that a worker process can do it
and a run of any length holds one file at a time. May import `text` and what lies below it.
"""

FORMATS = {
    "text": "text",
    "concise": "concise",
    "json": "json",
    "jsonl": "jsonl",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "html": "html.page",
}
"""The module of each format."""
