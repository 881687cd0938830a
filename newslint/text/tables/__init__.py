"""Tables of articles: rows of JSON Lines, CSV, Parquet and WARC, and rows written back.

One module a format. Each has `check(path, columns)`, which raises what is plainly wrong before
anything is done; `articles(path, file, columns, skip)`, the articles behind the first `skip`; and
`rewrite(path, out, texts)`, a copy in which some rows have other texts. `FAULTS` are what damage
in a file raises, and `error_text(error)` is the message for it.
"""

FORMATS = {
    "jsonl": "jsonlines",
    "ndjson": "jsonlines",
    "csv": "csv_tsv",
    "tsv": "csv_tsv",
    "parquet": "parquet",
    "warc": "warc",
}
"""The module for each ending of a file's name."""
