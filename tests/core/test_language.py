"""Languages: what a tag means for copy, wherever it is said."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import newslint as package
from newslint import NewslintError, Proofreader
from newslint.core.language import ANY
from newslint.core.rule_ids import area_of
from newslint.engine.books import open_book
from tests.builders import invoke, write
from tests.conftest import DESK, Run, Spawn

GERMAN = "Gestern sprach Harstom vom Hafen , ein\u200bmal im CafÃ©.\n"

CHARACTERS = ["cleanup/invisible-character", "cleanup/mojibake"]

SPACE = "punctuation/space-before-comma"

BOTH = "The harbour is in the center.\n"


def rules(newslint: Run, *args: str) -> list[str]:
    """The rules that spoke, in reading order; nothing may be wrong with the run."""
    done = newslint("--output-format", "json", *args)
    assert done.stderr == ""
    return [finding["rule"] for finding in json.loads(done.stdout)]


def test_copy_in_another_language_is_looked_at_for_its_characters_alone(
    newslint: Run, folder: Path, desk: str
) -> None:
    write(folder, {"a.txt": GERMAN})
    english = rules(newslint, "--names", desk, "a.txt")
    assert {SPACE, "names/misspelt", *CHARACTERS} == set(english)
    for tag in ("de", "DE", "de-AT", "zh-Hant-TW", "gsw"):
        assert rules(newslint, "--names", desk, "--language", tag, "a.txt") == CHARACTERS


@pytest.mark.parametrize("tag", ["en", "en-CA", "en-AU", "eng", "und"])
def test_english_without_a_spelling_of_its_own_has_both(
    newslint: Run, folder: Path, tag: str
) -> None:
    write(folder, {"a.txt": BOTH})
    assert rules(newslint, "--language", tag, "a.txt") == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--language", "en-GB"), ["style/british/er-for-re"]),
        (("--language", "en-US"), ["style/american/our-for-or"]),
        (("--language", "en-US", "--style", "british"), ["style/british/er-for-re"]),
        (("--language", "en-GB", "--ignore", "style"), []),
        (("--language", "de-US"), []),
    ],
)
def test_a_region_implies_its_spelling_unless_a_style_is_chosen(
    newslint: Run, folder: Path, args: tuple[str, ...], said: list[str]
) -> None:
    write(folder, {"a.txt": BOTH})
    assert rules(newslint, *args, "a.txt") == said


@pytest.mark.slow
def test_a_folder_of_another_language(newslint: Run, folder: Path) -> None:
    config = (
        'language = "en-GB"\n[per-path]\n"de/" = {language = "de"}\n"de/en/" = {language = "en"}\n'
    )
    write(folder, {"newslint.toml": config})
    story = f"{BOTH}The end , so to say.\n\n{GERMAN}"
    write(folder, {f"{name}a.txt": story for name in ("", "de/", "de/en/")})
    for _ in range(2):  # from the engine, then from the cache
        done = json.loads(newslint("--output-format", "json").stdout)
        said: dict[str, list[str]] = {path: [] for path in ("a.txt", "de/a.txt", "de/en/a.txt")}
        for finding in done:
            said[finding["path"]].append(finding["rule"])
        assert said["de/a.txt"] == CHARACTERS
        assert "style/british/er-for-re" in said["a.txt"]
        assert SPACE in said["de/en/a.txt"]
        assert "style/british/er-for-re" not in said["de/en/a.txt"]
    assert SPACE in rules(newslint, "--language", "en", "de/a.txt")


def test_the_nearest_configuration_says_the_language(newslint: Run, folder: Path) -> None:
    write(
        folder,
        {
            "house.toml": 'language = "de"\n[per-path]\n"*.txt" = {ignore = ["cleanup"]}\n',
            "near/newslint.toml": 'extends = ["../house.toml"]\nlanguage = "en-US"\n',
            "far/newslint.toml": 'extends = ["../house.toml"]\nstyle = "british"\n',
            "near/a.txt": BOTH,
            "far/a.txt": BOTH,
        },
    )
    assert rules(newslint, "near/a.txt", "far/a.txt") == ["style/american/our-for-or"]


def test_a_language_is_part_of_what_a_result_depends_on(newslint: Run, folder: Path) -> None:
    write(folder, {"a.txt": GERMAN})
    seen = [rules(newslint, "--language", tag, "a.txt") for tag in ("en", "de", "en", "de")]
    assert seen[0] == seen[2] != seen[1] == seen[3] == CHARACTERS


def test_what_holds_in_every_language_is_about_no_words() -> None:
    """Who marks a rule of names or spelling so has to mean it, and to say so here."""
    areas = {area_of(rule.id) for rule in open_book().rules if rule.language == ANY}
    assert areas == {"cleanup", "structure"}


RULE = """\
- id: desk/placeholder
  kind: substitution
  swap: {fahrrad: velo}
  message: "'{found}': {right}"
"""


@pytest.mark.parametrize(("said", "found"), [("", []), ("  language: any\n", ["desk/placeholder"])])
def test_a_desk_s_own_rule_may_hold_in_every_language(
    newslint: Run, folder: Path, said: str, found: list[str]
) -> None:
    write(folder, {"a.txt": "Das Fahrrad ist weg.\n", "rules.yaml": RULE + said})
    assert rules(newslint, "--rules", "rules.yaml", "--language", "de", "a.txt") == found


def test_a_rule_knows_no_other_language(newslint: Run, folder: Path) -> None:
    write(folder, {"a.txt": "Ruhe.\n", "rules.yaml": RULE + "  language: de\n"})
    done = newslint("--rules", "rules.yaml", "a.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("error: rules.yaml:5: 'de' is not known here")


def test_a_comment_silences_copy_of_any_language(newslint: Run, folder: Path) -> None:
    write(
        folder,
        {
            "a.md": f"<!-- newslint: ignore-next-line[cleanup] -->\n{GERMAN}\n"
            "<!-- newslint: ignore-next-line[cleanup] -->\nDas Buch ist da.\n\n"
            "<!-- newslint: ignore-next-line[spelling] -->\nDas Buch ist da.\n"
        },
    )
    assert rules(newslint, "--language", "de", "a.md") == ["structure/unused-suppression"]


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("en_GB", "write en-GB"),
        ("gb", "write en-GB"),
        ("English", "write en"),
        ("xx", "write a tag such as en, en-GB or de"),
        ("de-", "write a tag such as en, en-GB or de"),
    ],
)
def test_a_tag_of_no_language(newslint: Run, folder: Path, tag: str, hint: str) -> None:
    said = f"'{tag}' is no language ({hint})\n"
    write(folder, {"a.txt": "Quiet.\n"})
    done = newslint("--language", tag, "a.txt")
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"error: {said}")
    for config, line in (("", 1), ("[per-path]\n", 2)):
        value = f'language = "{tag}"\n' if not config else f'"a*" = {{language = "{tag}"}}\n'
        write(folder, {"newslint.toml": config + value})
        assert newslint("a.txt").stderr == f"error: newslint.toml:{line}: {said}"
    with pytest.raises(NewslintError, match=re.escape(said.strip())):
        Proofreader(language=tag)


def test_a_tag_is_a_string(newslint: Run, folder: Path) -> None:
    write(folder, {"newslint.toml": 'language = ["en"]\n'})
    assert newslint().stderr == "error: newslint.toml:1: 'language' is a string\n"


def test_show_says_what_a_language_comes_to(folder: Path) -> None:
    config = '[per-path]\n"de/" = {language = "de"}\n"uk/" = {language = "en-GB"}\n'
    write(folder, {"newslint.toml": config})

    def shown(path: str) -> str:
        done = invoke("config", "show", path)
        assert done.exit_code == 0, done.stderr
        return done.stdout

    assert re.search(r'^language = "en" +# default$', shown("a.txt"), re.MULTILINE)
    german, british = shown("de/a.txt"), shown("uk/a.txt")
    assert re.search(r'^per-path."de/" = {language = "de"} +# newslint.toml:2$', german, re.M)
    count = sum(rule.language == ANY for rule in open_book().rules)
    assert f"# {count} of " in german
    assert re.search(r'^style = "british" +# language$', british, re.MULTILINE)


def test_the_library_takes_a_language() -> None:
    assert [f.rule for f in package.lint(GERMAN, language="de")] == CHARACTERS
    assert package.fix(BOTH, language="en-US") == "The harbor is in the center.\n"
    assert package.fix(BOTH, language="en-GB") == "The harbour is in the centre.\n"
    assert package.fix(BOTH) == BOTH


@pytest.mark.slow
def test_an_archive_in_another_language(folder: Path, spawn: Spawn) -> None:
    rows = [{"text": GERMAN}, {"text": "Ruhe.\n"}]
    write(folder, {"a.jsonl": "".join(json.dumps(row) + "\n" for row in rows), "desk.yaml": DESK})
    for tag, wanted in (("de", CHARACTERS), ("", CHARACTERS), ("en", ["names/misspelt"])):
        write(folder, {"newslint.toml": 'language = "de"\n'})
        said = ("--language", tag) if tag else ()
        done = spawn("archive", "a.jsonl", "-o", "f.jsonl", "--names", "desk.yaml", "-q", *said)
        assert (done.returncode, done.stderr) == (0, b"")
        found = [json.loads(line)["rule"] for line in (folder / "f.jsonl").read_text().splitlines()]
        assert set(wanted) <= set(found)
        assert (found == CHARACTERS) is (tag != "en")
