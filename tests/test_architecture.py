"""The house: what tables name is there, modules are small, and each stands in its package."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from newslint import checks, report
from newslint.cli.command_table import COMMANDS
from newslint.text import formats, tables
from tests.conftest import ROOT

HOUSE = ROOT / "newslint"
MODULES = sorted(HOUSE.rglob("*.py"))
PACKAGES = sorted(path.parent for path in MODULES if path.name == "__init__.py")
INNER = [package for package in PACKAGES if package != HOUSE]
MOST_LINES = 300
TESTS = ROOT / "tests"
TESTS_OF_NO_PACKAGE = {"end_to_end", "rules"}
"""Folders of tests for all packages together, and for the rules that newslint ships."""


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    """The name by which a module is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def within(package: str, names: object) -> Iterator[tuple[str, str]]:
    assert isinstance(names, (set, list, tuple))
    yield from ((package, f"{package}.{name}") for name in sorted(names))


# What `import_module` loads, no import contract sees.


def calls_of_start(path: Path) -> Iterator[str]:
    """The modules that workers begin with, as the module at `path` names them."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Name("start"), args=[ast.Constant(str(module)), *_]):
                yield module


WORKERS = [(dotted(path), module) for path in MODULES for module in calls_of_start(path)]
TABLES = {
    "prepare": [("newslint.checks", module) for module in checks.KINDS.values()],
    "command": [*within("newslint.cli.commands", {m for m, _ in COMMANDS.values() if m})],
    "render": [*within("newslint.report", {*report.FORMATS.values()})],
    "read": [*within("newslint.text.formats", {f.module for f in formats.FORMATS})],
    "rewrite": [*within("newslint.text.tables", {*tables.FORMATS.values()})],
    "serve": WORKERS,
}
"""What every module of a table has, and the table: the package, and a module of it by name."""


@pytest.mark.parametrize("entry", TABLES)
def test_a_table_names_modules_of_its_own_package(entry: str) -> None:
    for package, module in TABLES[entry]:
        assert module == package if entry == "serve" else module.startswith(f"{package}.")
        loaded = import_module(module)
        assert callable(getattr(loaded, entry, getattr(loaded, "articles", None))), module


IN_NO_TABLE = {"newslint.checks.kinds", "newslint.cli.commands.lint", "newslint.report.format"}
"""What reads a table, and the command without a word: `newslint [PATHS]`."""


def test_there_are_workers() -> None:
    assert len(WORKERS) > 1


@pytest.mark.parametrize(
    ("package", "entry"),
    [("checks", "prepare"), ("cli/commands", "command"), ("report", "render")],
)
def test_no_module_is_forgotten_in_its_table(package: str, entry: str) -> None:
    named = {module for _, module in TABLES[entry]} | IN_NO_TABLE
    for path in HOUSE.joinpath(package).glob("[!_]*.py"):
        if entry in defined(path):
            assert dotted(path) in named


def defined(path: Path) -> set[str]:
    """The names that a module defines."""
    names = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.stmt():
                names |= {*targets(node)}
    return names


# Where modules stand, and how large they are.


def test_no_module_stands_loose() -> None:
    assert {path.name for path in HOUSE.glob("*.py")} == {"__init__.py", "__main__.py", "api.py"}


def test_a_module_is_short() -> None:
    lines = {shown(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert [path for path, number in lines.items() if number > MOST_LINES] == []


@pytest.mark.parametrize("package", INNER, ids=shown)
def test_a_package_begins_with_a_docstring_and_at_most_one_table(package: Path) -> None:
    """No logic; what else has a name there goes into the table. Only `newslint` itself has more."""
    tree = ast.parse((package / "__init__.py").read_text("utf-8"))
    assert ast.get_docstring(tree)
    written = [node for node in tree.body if not isinstance(node, (ast.Import, ast.ImportFrom))]
    assert {type(node) for node in written} <= {ast.Expr, ast.Assign, ast.AnnAssign}
    tables = [node for node in written if not isinstance(node, ast.Expr)]
    parts = {n.id for node in tables[-1:] for n in ast.walk(node) if isinstance(n, ast.Name)}
    assert {name for node in tables for name in targets(node)} <= parts


def targets(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Assign(targets=[ast.Name(name)]) | ast.AnnAssign(target=ast.Name(name)):
            yield name


def test_a_package_has_its_own_tests() -> None:
    for package in INNER:
        assert list(TESTS.joinpath(package.relative_to(HOUSE)).glob("test_*.py")), package


def test_tests_stand_where_their_package_does() -> None:
    folders = {path.parent.relative_to(TESTS) for path in TESTS.rglob("test_*.py")}
    mirrored = {package.relative_to(HOUSE) for package in PACKAGES}
    assert {folder.parts[0] for folder in folders - mirrored} <= TESTS_OF_NO_PACKAGE


def test_only_the_front_prints() -> None:
    printing = (
        shown(path) for path in MODULES if "report.output import print_" in path.read_text("utf-8")
    )
    front = re.compile(r"newslint/(?:cli|lsp|mcp)/")
    assert [path for path in printing if not front.match(path)] == []


# What only some systems have is behind one door.

DOOR = HOUSE / "system"
OF_SOME_SYSTEMS = {"ctypes", "fcntl", "grp", "msvcrt", "pty", "pwd", "resource", "select"}
OF_SOME_SYSTEMS |= {"selectors", "signal", "termios", "tty", "winreg"}
"""Modules of the standard library that differ from system to system, or are not everywhere."""

OF_UNIX = """
chown fchmod fchown fork forkpty getegid geteuid getgid getpgid getppid getuid getxattr kill killpg
lchown listxattr mkfifo mknod nice openpty posix_spawn removexattr sched_getaffinity set_blocking
setsid setxattr umask uname wait waitpid
""".split()
"""Functions of os that Windows has not, or has in another sense."""


def of_some_systems(path: Path) -> Iterator[str]:
    """What the module at `path` takes of the system that not all systems have."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from OF_SOME_SYSTEMS & {alias.name.partition(".")[0] for alias in names}
            case ast.ImportFrom(module=str(module)):
                yield from OF_SOME_SYSTEMS & {module.partition(".")[0]}
            case ast.Attribute(value=ast.Name("os"), attr=name):
                if name.startswith("O_") or name in OF_UNIX:
                    yield f"os.{name}"
            case ast.keyword(arg=str(name)):
                if name.endswith("dir_fd") or name in ("preexec_fn", "process_group"):
                    yield name


def test_only_the_door_knows_the_system() -> None:
    others = [path for path in MODULES if DOOR not in path.parents]
    assert [(shown(path), name) for path in others for name in of_some_systems(path)] == []


def test_the_door_has_something_behind_it() -> None:
    found = {name for path in DOOR.glob("*.py") for name in of_some_systems(path)}
    assert {"fcntl", "signal", "dir_fd", "os.geteuid"} <= found


# The page that shows the house.

PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")


@cache
def arrows() -> dict[str, set[str]]:
    """The packages to which arrows lead from each one in the diagram."""
    _, _, rest = PAGE.partition("flowchart TD\n")
    found: dict[str, set[str]] = {}
    for line in rest.partition("```")[0].splitlines():
        packages = [part.strip() for part in line.split("-->")]
        for above, below in pairwise(packages):
            found.setdefault(above, set()).add(below)
    return found


def reached(package: str) -> set[str]:
    below = arrows().get(package, set())
    return below.union(*map(reached, below))


def imports() -> dict[str, set[str]]:
    """The packages that each package imports anything of."""
    found: dict[str, set[str]] = {}
    for path in MODULES:
        names = re.findall(r"^\s*from newslint\.(\w+)", path.read_text("utf-8"), re.MULTILINE)
        found.setdefault(dotted(path).split(".")[1], set()).update(names)
    return {owner: names - {owner} for owner, names in found.items()}


def test_the_page_names_every_package() -> None:
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| `\w+\.py` \|$", PAGE, re.MULTILINE)
    names = {package.name for package in INNER if package.parent == HOUSE}
    assert (set(rows), len(rows)) == (names, len(names))
    assert "Twenty-one packages" in PAGE
    assert len(rows) == 21


def test_the_diagram_is_true() -> None:
    there = imports()
    for above, below in arrows().items():
        assert below <= there[above]
    for above in arrows():
        assert there[above] <= reached(above), above


def test_what_the_page_points_to_is_there() -> None:
    there = {path.relative_to(HOUSE).with_suffix("").as_posix() for path in MODULES}
    there |= {package.relative_to(HOUSE).as_posix() for package in PACKAGES}
    assert {*re.findall(r"`([a-z_]+(?:/[a-z_]+)+)`", PAGE)} <= there
