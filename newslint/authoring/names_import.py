"""Import names from other people's lists, one at a time.

CSV, JSON Lines, and Wikidata's JSON dump (an array with one entity a line, as it is or in gzip;
https://www.wikidata.org/wiki/Wikidata:Database_download). A dump has a hundred million entities,
so only one is kept in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from newslint.authoring.name_tables import Row, read_table
from newslint.book.names_reader import COLUMNS, LISTS, SEPARATOR, name_of
from newslint.core.errors import BookError
from newslint.core.name import Name
from newslint.core.place import Where
from newslint.core.record import NamedTuple
from newslint.text.tables.reading import ending_of

INSTANCE_OF = "P31"

CLASSES = {
    "person": "Q5",
    "place": (
        # country, city, town, village, settlement, commune, municipality, administrative entity,
        # capital, big city, metropolis, state, region, island, peninsula, continent, mountain,
        # mountain range, river, lake, sea, ocean, commune of France, of Italy, of Germany
        "Q6256 Q3624078 Q515 Q3957 Q532 Q486972 Q2989398 Q15284 Q56061 Q5119 Q1549591 Q200250 "
        "Q7275 Q35657 Q82794 Q23442 Q34763 Q5107 Q8502 Q46831 Q4022 Q23397 Q165 Q9430 Q484170 "
        "Q747074 Q262166 Q10864048"
    ),
    "organisation": (
        # organisation, business, company, enterprise, public company, party, university, bank,
        # association, football club, sports club, international organisation, agency, ministry,
        # newspaper, broadcaster, airline, NGO, union, museum, research institute, armed group
        "Q43229 Q4830453 Q783794 Q6881511 Q891723 Q7278 Q3918 Q22687 Q48204 Q476028 Q847017 "
        "Q484652 Q327333 Q192350 Q11032 Q15265344 Q46970 Q79913 Q178790 Q33506 Q31855 Q17149090"
    ),
}

KINDS = {entity: kind for kind, entities in CLASSES.items() for entity in entities.split()}
"""The kind of a Wikidata entity by the class it is an instance of."""


class Unfit(NamedTuple):
    """A row that cannot be a name of a book, and the reason."""

    where: Where
    reason: str


def read_rows(
    path: str, columns: Mapping[str, str], kind: str, language: str
) -> Iterator[Name | Unfit]:
    """The names of a list in its order; an Unfit for each row that cannot be one.

    `columns` maps keys of a book (name, aliases ...) to the list's own columns; `kind` is the
    default kind; `language` is that of a dump's labels. Raises a BookError for a bad list.
    """
    rows = read_table(path)
    is_dump = ending_of(path) == "json"
    found = _of_wikidata(rows, language) if is_dump else _of_rows(rows, path, columns, kind)
    for line, item in found:
        yield _checked(item, Where(path, line))


def _checked(item: dict[str, Any], where: Where) -> Name | Unfit:
    """The row as a Name, if it can be one."""
    try:
        single = {key: str(item.get(key, "")) for key in ("name", "kind", "note")}
        name = " ".join(single["name"].split())
        lists = {}
        for key in LISTS:
            values = dict.fromkeys(" ".join(str(value).split()) for value in item.get(key, ()))
            lists[key] = [value for value in values if value and value != name]
        return name_of(where, single, lists)
    except BookError as error:
        return Unfit(where, str(error).removeprefix(f"{where}: "))


def _of_rows(
    rows: Iterator[Row], path: str, columns: Mapping[str, str], kind: str
) -> Iterator[Row]:
    """Rows with the keys of a book; a cell of text may hold several values."""
    for at, (line, row) in enumerate(rows):
        for wanted in ("name", *columns):
            column = columns.get(wanted, wanted)
            if at == 0 and column not in row:
                known = ", ".join(map(str, row))
                hint = "" if wanted in columns else f"say which it is with --column {wanted}=..."
                raise BookError(Where(path, line), f"no '{column}' among {known}", hint)
        item: dict[str, Any] = {}
        for key in COLUMNS:
            value = row.get(columns.get(key, key))
            if key in LISTS and isinstance(value, str):
                value = value.split(SEPARATOR)
            if value:
                item[key] = value
        yield line, {"kind": kind, **item}


def _of_wikidata(entities: Iterator[Row], language: str) -> Iterator[Row]:
    """Rows for the people, places and organisations of a dump with a label in `language`."""
    for line, entity in entities:
        item = _entity(entity, language)
        if item:
            yield line, item


def _entity(entity: dict[str, Any], language: str) -> dict[str, Any] | None:
    """The row for an entity; None unless it is a person, place or organisation."""
    label = _text(entity.get("labels"), language)
    claims = entity.get("claims")
    kinds = {KINDS.get(thing) for thing in _instances(claims)} - {None}
    if not label or not kinds:
        return None
    aliases = entity.get("aliases")
    others = aliases.get(language, []) if isinstance(aliases, dict) else []
    return {
        "name": label,
        "kind": next(kind for kind in CLASSES if kind in kinds),
        "aliases": [alias["value"] for alias in others if isinstance(alias, dict)],
        "note": _text(entity.get("descriptions"), language),
    }


def _text(texts: Any, language: str) -> str:
    found = texts.get(language) if isinstance(texts, dict) else None
    return str(found["value"]) if isinstance(found, dict) and "value" in found else ""


def _instances(claims: Any) -> Iterator[str]:
    """The ids of the classes that an entity is an instance of."""
    for claim in claims.get(INSTANCE_OF, []) if isinstance(claims, dict) else []:
        try:
            yield claim["mainsnak"]["datavalue"]["value"]["id"]
        except (KeyError, TypeError):  # "no value" and "some value" are claims, too
            continue


def as_csv(name: Name) -> list[str]:
    """A name as a row of a table, without spellings that contain the separator."""
    lists = (getattr(name, key) for key in LISTS)
    cells = (SEPARATOR.join(s for s in values if SEPARATOR not in s) for values in lists)
    return [name.name, name.kind, *cells, name.note]


def as_json(name: Name) -> str:
    """A name as a line of JSON Lines, without empty values."""
    values = {key: getattr(name, key) for key in COLUMNS}
    return json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False)
