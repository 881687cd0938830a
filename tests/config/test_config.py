"""Configuration: which file holds for an article, what it may say, and what is refused."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.config.config_file import KEYS
from tests.builders import invoke, write
from tests.conftest import DESK, Run, Spawn

WRONG = "Then Harstom spoke of teh harbour.\n"


def found(newslint: Run, *args: str) -> list[str]:
    """Findings as 'file rule'."""
    done = newslint("--output-format", "concise", "-q", *args)
    assert done.stderr == ""
    lines = (line.split() for line in done.stdout.splitlines())
    return [f"{place.split(':')[0]} {rule}" for place, _, rule, *_ in lines]


def show(*args: str) -> str:
    done = invoke("config", "show", *args)
    assert done.exit_code == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("newslint.toml", ""),
        (".newslint.toml", ""),
        ("pyproject.toml", "[tool.newslint]\n"),
    ],
)
def test_each_place_of_a_configuration(newslint: Run, folder: Path, name: str, table: str) -> None:
    write(folder, {"a.txt": WRONG, name: f'{table}ignore = ["spelling"]\nnames = ["desk.yaml"]\n'})
    write(folder, {"desk.yaml": DESK})
    assert found(newslint) == ["a.txt names/misspelt"]
    assert found(newslint, "--isolated") == ["a.txt spelling/typo"]
    assert found(newslint, "-", "--stdin-filename", "b.txt", "--isolated") == []


def test_the_nearest_configuration_wins(newslint: Run, folder: Path) -> None:
    write(
        folder,
        {
            "newslint.toml": 'ignore = ["spelling"]\n',
            "pyproject.toml": '[tool.newslint]\nignore = ["names"]\n',
            "a.txt": WRONG,
            "sport/pyproject.toml": "[tool.ruff]\n",
            "sport/a.txt": WRONG,
            "city/.newslint.toml": 'names = ["desk.yaml"]\n',
            "city/desk.yaml": DESK,
            "city/a.txt": WRONG,
            "city/deep/a.txt": WRONG,
        },
    )
    city = ["names/misspelt", "spelling/typo"]
    expected = [f"city/{name} {rule}" for name in ("a.txt", "deep/a.txt") for rule in city]
    assert found(newslint) == expected
    assert found(newslint, "--jobs", "1", "city/a.txt", "a.txt") == expected[:2]


@pytest.mark.slow
def test_two_configurations_in_several_processes(spawn: Spawn, folder: Path) -> None:
    write(folder, {"one/newslint.toml": 'ignore = ["spelling"]\n', "two/newslint.toml": ""})
    for number in range(12):
        write(folder, {f"{('one', 'two')[number % 2]}/{number:02}.txt": "\n" * 100_000 + WRONG})
    args = ["--output-format", "concise", "."]
    one, two = spawn(*args, "--jobs", "1"), spawn(*args, "--jobs", "2")
    assert one.stdout == two.stdout
    assert one.stdout.count(b"two/") == 6
    assert b"one/" not in one.stdout


def test_files_that_extend_one_another_are_named(folder: Path, newslint: Run) -> None:
    write(folder, {"a.txt": WRONG, "newslint.toml": 'extends = ["a.toml"]\n'})
    write(folder, {"a.toml": 'extends = ["b.toml"]\n', "b.toml": 'extends = ["a.toml"]\n'})
    way = "newslint.toml extends a.toml extends b.toml extends a.toml"
    assert f"b.toml:1: 'a.toml' leads back to itself: {way}\n" in newslint("a.txt").stderr
    for number in range(40):
        write(folder, {f"c{number}.toml": f'extends = ["c{number + 1}.toml"]\n'})
    write(folder, {"newslint.toml": 'extends = ["c0.toml"]\n'})
    way = "newslint.toml extends c0.toml extends c1.toml extends ... extends c27.toml"
    assert f"is one of over 30 in a row: {way} extends" in newslint("a.txt").stderr


def test_extends_a_path_a_folder_and_a_package(
    newslint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        folder,
        {
            "stories/newslint.toml": 'extends = ["../house"]\nignore = ["spelling"]\n',
            "stories/a.txt": WRONG,
            "house/newslint.toml": 'extends = ["paperstyle"]\nselect = ["names", "spelling"]\n',
            "lib/paperstyle/__init__.py": "raise RuntimeError('never imported')\n",
            "lib/paperstyle/newslint.toml": 'names = ["desk.yaml"]\nignore = ["names"]\n',
            "lib/paperstyle/desk.yaml": DESK,
        },
    )
    monkeypatch.syspath_prepend(str(folder / "lib"))
    assert found(newslint) == ["stories/a.txt names/misspelt"]
    shown = show("stories/a.txt")
    assert "stories/newslint.toml, which extends house/newslint.toml, lib/" in shown
    assert "house/newslint.toml:2" in shown


def test_nearer_names_win_entry_by_entry(newslint: Run, folder: Path) -> None:
    write(
        folder,
        {
            "newslint.toml": 'extends = ["base.toml"]\nnames = ["own.yaml"]\n',
            "base.toml": 'names = ["base.yaml"]\n',
            "own.yaml": "- name: Harstom\n",
            "base.yaml": DESK + "- name: Orla Vintreth\n  misspellings: [Vintreht]\n",
            "line.yaml": "- name: Vintreht\n",
            "a.txt": "Then Harstom and Vintreht spoke.\n",
        },
    )
    assert found(newslint) == ["a.txt names/misspelt"]
    assert found(newslint, "--names", "line.yaml") == []


def test_a_names_folder_beside_the_configuration_is_its_book(newslint: Run, folder: Path) -> None:
    write(folder, {"a.txt": "Then Harstom spoke.\n", "names/people.yaml": DESK})
    assert found(newslint) == []
    write(folder, {"newslint.toml": ""})
    assert found(newslint) == ["a.txt names/misspelt"]
    write(folder, {"newslint.toml": "names = []\n"})
    assert found(newslint) == []


def test_the_command_line_is_nearer_than_any_configuration(newslint: Run, folder: Path) -> None:
    write(
        folder,
        {
            "newslint.toml": 'select = ["names"]\nignore = ["names/misspelt"]\n',
            "names/desk.yaml": DESK,
            "a.txt": WRONG,
        },
    )
    assert found(newslint) == []
    assert found(newslint, "--extend-select", "names/misspelt") == ["a.txt names/misspelt"]
    assert found(newslint, "--select", "spelling") == ["a.txt spelling/typo"]
    assert found(newslint, "--select", "names,spelling", "--ignore", "spelling") == [
        "a.txt names/misspelt"
    ]


def test_per_path_the_last_that_matches_is_nearest(newslint: Run, folder: Path) -> None:
    config = """\
[per-path]
"wire/" = {ignore = ["spelling"]}
"*.md" = {extend-select = ["spelling/typo"]}
"/letters/*.txt" = {select = ["names"]}
"""
    copy = dict.fromkeys(("a.txt", "wire/a.txt", "wire/a.md", "letters/a.txt"), WRONG)
    write(folder, {"newslint.toml": config, **copy})
    assert found(newslint) == ["a.txt spelling/typo", "wire/a.md spelling/typo"]


def test_excluded_is_excluded_even_if_it_is_named(newslint: Run, folder: Path) -> None:
    write(
        folder,
        {
            "newslint.toml": 'exclude = ["archive/", "*.draft.txt", "!keep.draft.txt"]\n',
            "a.draft.txt": WRONG,
            "keep.draft.txt": WRONG,
            "archive/1998/a.txt": WRONG,
            "archive/1998/newslint.toml": "",
        },
    )
    kept = ["keep.draft.txt spelling/typo"]
    assert found(newslint) == kept
    assert found(newslint, "a.draft.txt", "archive/1998/a.txt", "keep.draft.txt") == kept
    done = newslint("archive/1998")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "that are not excluded" in done.stderr
    filtered = newslint("--fix", "-q", "-", "--stdin-filename", "archive/b.txt", stdin=WRONG)
    assert (filtered.exit_code, filtered.stdout) == (0, WRONG)
    assert "(excluded)" in show("archive/1998/a.txt")


def test_severities(newslint: Run, folder: Path) -> None:
    config = '[severity]\nspelling = "note"\n"names/misspelt" = "warning"\n'
    write(folder, {"newslint.toml": config, "a.txt": WRONG, "names/desk.yaml": DESK})
    said = newslint("--output-format", "concise").stdout
    assert "a.txt:1:6: warning names/misspelt" in said
    assert "a.txt:1:23: note spelling/typo" in said


def test_the_fields_that_hold_copy(newslint: Run, folder: Path) -> None:
    house = '[formats]\njson = ["Prose"]\nxml = ["x:copy"]\n'
    nearer = 'extends = ["../house.toml"]\n[formats]\ncsv = ["Prose"]\nxml = ["x:Words"]\n'
    stories = {
        "a.csv": "title,Prose\nteh,recieve\n",
        "a.json": '{"title": "teh", "Prose": {"html": "recieve"}}',
        "a.tsv": "title\tProse\nteh\trecieve\n",
        "a.xml": '<a xmlns:x="x"><x:copy>teh</x:copy><x:Words>recieve</x:Words></a>',
    }
    write(folder, {"house.toml": house, "desk/newslint.toml": nearer})
    write(folder, {f"desk/{name}": text for name, text in stories.items()})
    paths = [f"desk/{name}" for name in stories]
    wrong = {"desk/a.csv": "recieve", "desk/a.json": "recieve", "desk/a.tsv": "teh"}
    wrong["desk/a.xml"] = "recieve"
    for _ in range(2):  # from the engine, then from the cache
        found = json.loads(newslint("--output-format", "json", *paths).stdout)
        assert {finding["path"]: finding["text"] for finding in found} == wrong
        without = json.loads(newslint("--isolated", "--output-format", "json", *paths[:2]).stdout)
        assert [finding["text"] for finding in without] == ["teh", "teh"]
    assert 'formats."json" = ' in show("desk/a.json")


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('select = ["names"]\nignroe = []\n', ":2: unknown key 'ignroe' (did you mean 'ignore'?)"),
        ('ignore = [\n  "names",\n  "speling",\n]\n', ":3: no rule 'speling'"),
        ('ignore = "names"\n', ":1: 'ignore' is a list of strings (write [\"names\"])"),
        ('\n[severity]\n"names" = "fatal"\n', ":3: 'fatal' is no severity (known: error, "),
        ('[severity]\n"nmaes" = "note"\n', ":2: no rule 'nmaes' (did you mean 'names'?)"),
        ('[per-path]\n"a" = {ignored = []}\n', ":2: unknown key 'ignored' (did you mean"),
        ('[per-path]\n"a*" = {ignore = ["nmaes"]}\n', ":2: no rule 'nmaes'"),
        ('exclude = ["a"\n', ":2: not valid TOML: "),
        ("names = [ß]\n", ":1: not valid TOML: "),
        ('style = "heralt"\n', "no style 'heralt'"),
        ('names = ["gone.yaml"]\n', "gone.yaml: no such file or folder"),
        ('extends = ["gone.toml"]\n', ":1: no file: 'gone.toml'"),
        ('extends = ["no_such_pack"]\n', ":1: no installed package with a newslint.toml"),
        ('extends = ["newslint.toml"]\n', ":1: 'newslint.toml' leads back to itself"),
        ('per-path = ["a"]\n', ":1: 'per-path' is a table of paths"),
        ('[formats]\ncvs = ["a"]\n', ":2: unknown key 'cvs' (did you mean 'csv'?)"),
        ('[formats]\ncsv = "a"\n', ":2: 'csv' is a list of strings (write [\"a\"])"),
        ('formats = ["csv"]\n', ":1: a table is wanted here"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    newslint: Run, folder: Path, config: str, said: str
) -> None:
    write(folder, {"newslint.toml": config, "a.txt": "The harbour was quiet.\n"})
    done = newslint("a.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
    if said.startswith(":"):
        assert done.stderr.startswith(f"error: newslint.toml{said}")


def test_a_fault_in_pyproject_is_placed_in_our_table(newslint: Run, folder: Path) -> None:
    text = '[tool.other]\nignore = ["nmaes"]\n[tool.newslint]\nignore = ["nmaes"]\n'
    write(folder, {"pyproject.toml": text, "a.txt": WRONG})
    assert newslint().stderr.startswith("error: pyproject.toml:4: no rule 'nmaes'")


def test_a_configuration_that_is_no_text(newslint: Run, folder: Path) -> None:
    (folder / "newslint.toml").write_bytes(b'style = "ap"\n# \xff\n')
    assert newslint().stderr == "error: newslint.toml:2: not UTF-8 text\n"


def test_a_configuration_that_is_named_is_the_only_one(newslint: Run, folder: Path) -> None:
    write(
        folder,
        {
            "newslint.toml": "nonsense = 1\n",
            "ci/strict.toml": 'names = ["desk.yaml"]\nexclude = ["b.txt"]\nignore = ["spelling"]\n',
            "ci/desk.yaml": DESK,
            "a.txt": WRONG,
            "b.txt": WRONG,
        },
    )
    assert found(newslint, "--config", "ci/strict.toml") == ["a.txt names/misspelt"]
    assert "gone.toml" in newslint("--config", "gone.toml").stderr
    assert "exclude each other" in newslint("--config", "ci/strict.toml", "--isolated").stderr


def test_show_says_every_key_and_where_it_stands(folder: Path) -> None:
    write(folder, {"newslint.toml": '\n[per-path]\n"wire/" = {ignore = ["usage"]}\n'})
    shown = show("wire/a.txt")
    assert shown.startswith("# wire/a.txt: newslint.toml\n")
    for key in KEYS:
        if key not in ("per-path", "severity", "formats"):
            assert f"\n{key} = " in shown
    assert re.search(r'per-path."wire/" = {ignore = \["usage"\]} +# newslint.toml:3\n', shown)
    assert "per-path" not in show("a.txt")
    assert "# a.txt: no configuration\n" in show("a.txt", "--isolated")


def test_what_is_shown_is_toml(folder: Path) -> None:
    import tomllib

    write(folder, {"newslint.toml": 'ignore = ["usage"]\n[severity]\nnames = "note"\n'})
    values = tomllib.loads(show())
    assert values["ignore"] == ["usage"]
    assert values["severity"] == {"names": "note"}


def test_no_configuration_costs_no_parser(folder: Path) -> None:
    (folder / "a.txt").write_text(WRONG)
    (folder / "pyproject.toml").write_text("[project]\n")
    code = (
        "import sys; from newslint.cli.main import run; run(['a.txt']);"
        "print(*{'tomllib', 'yaml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == ""


def test_lookup_says_from_which_layer(folder: Path) -> None:
    write(
        folder,
        {
            "newslint.toml": 'extends = ["base.toml"]\nnames = ["own.yaml"]\n',
            "base.toml": 'names = ["base.yaml"]\n',
            "own.yaml": "- name: Orla Vintreth\n",
            "base.yaml": DESK,
            "line.yaml": "- name: Ola Berg\n",
        },
    )
    asked = ["lookup", "--names", "line.yaml", "Harstom", "Orla Vintreth", "Ola Berg"]
    said = invoke("names", *asked).stdout
    assert re.search(r"base.yaml:1: 'Harstom' is .* \(base.toml\)", said)
    assert re.search(r"own.yaml:1: 'Orla Vintreth' is .* \(newslint.toml\)", said)
    assert re.search(r"line.yaml:1: 'Ola Berg' is .* \(--names\)", said)
    assert "(newslint.toml)" not in invoke("names", *asked, "--isolated").stdout


def test_what_is_added_goes_to_the_configured_book(folder: Path) -> None:
    write(folder, {"newslint.toml": 'names = ["list.csv", "desk.yaml"]\n', "list.csv": "name\n"})
    write(folder, {"desk.yaml": DESK})
    invoke("names", "add", "Orla Vintreth")
    assert "Orla Vintreth" in (folder / "desk.yaml").read_text()


def test_what_is_extended_is_not_imported(spawn: Spawn, folder: Path) -> None:
    marker = folder / "imported"
    code = f"open({str(marker)!r}, 'w').close()\n"
    write(
        folder,
        {
            "a.txt": WRONG,
            "newslint.toml": 'extends = ["evil.deep"]\n',
            "evil/__init__.py": code,
            "evil/deep/__init__.py": code,
            "evil/deep/newslint.toml": "",
            "click.py": code,
            "yaml.py": code,
        },
    )
    done = spawn("a.txt", cwd=folder)
    assert done.returncode == 2
    assert b"no installed package with a newslint.toml: 'evil.deep'" in done.stderr
    assert not marker.exists()


def test_a_distribution_is_found_by_its_own_name(
    newslint: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    write(
        site,
        {
            "paperstyle/newslint.toml": 'names = ["desk.yaml"]\n',
            "paperstyle/desk.yaml": DESK,
            "the_paper-1.0.dist-info/METADATA": "Name: the-paper\nVersion: 1.0\n",
            "the_paper-1.0.dist-info/RECORD": "paperstyle/newslint.toml,,\n",
        },
    )
    write(folder, {"a.txt": WRONG, "newslint.toml": 'extends = ["the-paper"]\n'})
    monkeypatch.syspath_prepend(str(site))
    assert "a.txt names/misspelt" in found(newslint)
