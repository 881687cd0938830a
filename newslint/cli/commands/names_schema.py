"""`newslint names schema`: print the JSON Schema of names books."""

from __future__ import annotations

import click


def _schema() -> int:
    """Print the JSON Schema of names books in YAML, with which editors complete and check them."""
    from newslint.authoring.names_schema import as_text, names_schema
    from newslint.report.output import print_stdout

    print_stdout(as_text(names_schema()), for_people=False)
    return 0


command = click.Command("schema", callback=_schema, help=_schema.__doc__)
