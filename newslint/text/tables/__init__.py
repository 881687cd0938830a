"""Tables of articles: rows of JSON Lines, CSV, Parquet and WARC, and rows written back.

One module a format. Each has `check(path, columns)`, which raises what is plainly wrong before
anything is done; `articles(path, file, columns, skip)`, the articles after the first `skip`; and
`rewrite(path, out, texts)`, a copy in which some rows have other texts. All but WARC have
`rows(path)`, each row with its line, for tables of something else, such as names. `FAULTS` are the
errors that damage in a file raises, and `error_text(error)` is the message for one.
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
