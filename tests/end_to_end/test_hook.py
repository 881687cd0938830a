"""The hooks, as somebody else's repository gets them: installed by pre-commit.

Pinned to a tag; and tried as they stand.
"""

from __future__ import annotations

import shutil
import site
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import write
from tests.conftest import DESK, ENVIRONMENT, ROOT

pytestmark = pytest.mark.slow

MISSPELT = "The goverment met on Monday.\n"


def test_the_manifest_is_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    subprocess.run(command, cwd=ROOT, check=True)


def test_our_own_configuration_is_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml"]
    subprocess.run(command, cwd=ROOT, check=True)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A clean environment, but for what was downloaded and compiled already.

    Of the packages that are installed only what the hooks import is compiled, and git does not
    try to make clones small.
    """
    kept = {
        k: v
        for k, v in ENVIRONMENT.items()
        if not k.startswith(("GIT_", "PRE_COMMIT", "PYTHON", "VIRTUAL"))
    }
    caches = kept.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    kept = {"PIP_CACHE_DIR": str(Path(caches, "pip")), **kept, "PIP_NO_COMPILE": "1"}
    configuration = tmp_path_factory.mktemp("config")
    write(configuration, {"git/config": "[pack]\nwindow = 0\ncompression = 0\n"})
    kept["XDG_CONFIG_HOME"] = str(configuration)
    kept["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("pre-commit"))
    kept["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    data = ROOT / "newslint" / "data"
    return kept | ({"NEWSLINT_DATA": str(data)} if data.is_dir() else {})


@pytest.fixture(scope="module")
def ours() -> Path:
    """Our repository, without which there is nothing to clone."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("no git repository")
    return ROOT


@pytest.fixture(scope="module")
def tagged(ours: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of this very commit, with a tag; pre-commit installs it once for all cases."""
    clone = tmp_path_factory.mktemp("newslint")
    git(ours, "clone", "--quiet", "--shared", ".", str(clone))
    git(clone, "tag", "v1")
    return clone


def git(place: Path, *args: str) -> str:
    done = subprocess.run(["git", *args], cwd=place, capture_output=True, check=True, text=True)
    return done.stdout


def pre_commit(*args: str, cwd: Path, env: dict[str, str]) -> str:
    """What pre-commit prints; its hooks must fail."""
    command = [sys.executable, "-m", "pre_commit", *args]
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, check=False, text=True)
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


PINNED = """\
repos:
- repo: {repo}
  rev: v1
  hooks:
  - id: newslint
    exclude: ^wire/
  - id: newslint-fix
    stages: [manual]
  - id: newslint-compare
    stages: [manual]
"""

Hook = Callable[..., str]


@pytest.fixture
def hook(folder: Path, tagged: Path, environment: dict[str, str]) -> Hook:
    """Run pre-commit in a repository with our hooks, and give what they print; they must fail."""
    git(folder, "init", "--quiet")
    (folder / ".pre-commit-config.yaml").write_text(PINNED.format(repo=tagged))

    def run(*args: str) -> str:
        return pre_commit("run", *args, cwd=folder, env=environment)

    return run


def found(said: str) -> list[str]:
    return sorted(line.split(": ")[0] for line in said.splitlines() if ": error " in line)


def test_one_hook_reports_on_every_text_there_is(folder: Path, hook: Hook) -> None:
    names = "a.adoc a.htm a.html a.markdown a.md a.mdx a.rst a.txt a.xhtml".split()
    for name in [*names, "code.py", "data.csv", "wire/a.md"]:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(MISSPELT)
    git(folder, "add", ".")
    said = hook()
    assert found(said) == [f"{name}:1:5" for name in names]
    assert said.count("Found 9 errors in 9 files") == 1
    assert (folder / "a.md").read_text() == MISSPELT


def test_the_other_hook_fixes(folder: Path, hook: Hook) -> None:
    for name in ("wrong.md", "code.py"):
        (folder / name).write_text(MISSPELT)
    git(folder, "add", ".")
    said = hook("newslint-fix", "--hook-stage", "manual")
    assert "files were modified by this hook" in said
    assert "Nothing left to report" in said
    assert (folder / "wrong.md").read_text() == MISSPELT.replace("goverment", "government")
    assert (folder / "code.py").read_text() == MISSPELT


def test_the_third_hook_holds_what_is_staged_against_head(folder: Path, hook: Hook) -> None:
    story = folder / "story.md"
    story.write_text("The bridge at Lanton costs £1.45 million, Ilse Okoro said.\n")
    git(folder, "add", ".")
    git(folder, "-c", "user.name=Desk", "-c", "user.email=d@paper.example", "commit", "-qm", "One")
    (folder / "new.md").write_text("The bridge costs £1.54 million.\n")
    story.write_text("The bridge at Lanton costs £1.54 million, Ilse Okoro said.\n")
    git(folder, "add", ".")
    said = hook("newslint-compare", "--hook-stage", "manual")
    assert "story.md:1:28: warning source/figure" in said
    assert "HEAD" not in said
    assert "new.md" not in said


def test_many_files_share_a_desk_s_book(folder: Path, hook: Hook) -> None:
    """The processes of one run want the same book, not compiled yet."""
    (folder / "newslint.toml").write_text('names = ["desk.yaml"]\nexclude = ["archive/"]\n')
    (folder / "desk.yaml").write_text(DESK)
    (folder / "archive").mkdir()
    for number in range(24):
        (folder / f"{number:02}.md").write_text("Then Harstom spoke.\n")
        (folder / "archive" / f"{number:02}.md").write_text("Then Harstom spoke.\n")
    git(folder, "add", ".")
    assert found(hook("--all-files")) == [f"{number:02}.md:1:6" for number in range(24)]


def test_staged_partly_staged_renamed_deleted_and_excluded(folder: Path, hook: Hook) -> None:
    stage(folder)
    assert found(hook()) == STAGED
    assert (folder / "partly.md").read_text() == MISSPELT


def stage(folder: Path) -> None:
    """Stage what a hook has to tell apart, in a repository that has one commit.

    Of what is staged the configuration excludes what pre-commit names; enough is new for batches
    side by side.
    """
    (folder / "newslint.toml").write_text('exclude = ["archive/"]\n')
    (folder / "archive").mkdir()
    for name in ("old.md", "gone.md", "archive/a.md", "partly.md"):
        (folder / name).write_text(f"{name}\n\n{MISSPELT}")
    git(folder, "add", ".")
    git(folder, "-c", "user.name=Desk", "-c", "user.email=d@paper.example", "commit", "-qm", "One")
    git(folder, "mv", "old.md", "new.md")
    git(folder, "rm", "--quiet", "gone.md")
    (folder / "archive" / "a.md").write_text(f"More.\n\n{MISSPELT}")
    (folder / "partly.md").write_text("The council met.\n")
    for number in range(BATCHES):
        (folder / f"{number:02}.md").write_text(MISSPELT)
    git(folder, "add", ".")
    (folder / "partly.md").write_text(MISSPELT)


BATCHES = 24
"""Files that pre-commit shares among several processes."""

STAGED = [*(f"{number:02}.md:1:5" for number in range(BATCHES)), "new.md:3:5"]
"""Where the hook has to report what is staged."""


INSTALLED = """\
import zipfile

ABOUT = "newslint-0.dist-info"
FILES = {
    "newslint.pth": PATHS,
    f"{ABOUT}/METADATA": "Metadata-Version: 2.1\\nName: newslint\\nVersion: 0\\n",
    f"{ABOUT}/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    f"{ABOUT}/entry_points.txt": "[console_scripts]\\nnewslint = newslint.cli.main:main\\n",
    f"{ABOUT}/RECORD": "",
}


def build_wheel(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(f"{folder}/newslint-0-py3-none-any.whl", "w") as wheel:
        for name, text in FILES.items():
            wheel.writestr(name, text)
    return "newslint-0-py3-none-any.whl"
"""
"""A build backend whose newslint is the one that is installed here, which takes no compiling."""

BACKEND = """\
[build-system]
requires = []
build-backend = "hatch_build"
backend-path = ["tools"]
"""


def test_hooks_that_are_not_committed_yet_are_tried(
    folder: Path, tmp_path: Path, ours: Path, environment: dict[str, str]
) -> None:
    """`pre-commit try-repo`, with a manifest that was changed and not committed.

    It keeps nothing, so it would build newslint once more; what is installed here does as well.
    """
    clone = tmp_path / "newslint"
    git(ours, "clone", "--quiet", "--shared", ".", str(clone))
    manifest = clone / ".pre-commit-hooks.yaml"
    entry = "entry: newslint --output-format concise\n"
    assert entry in manifest.read_text()
    changed = manifest.read_text().replace(entry, f"{entry.rstrip()} --quiet\n")
    manifest.write_text(changed)
    paths = "\n".join([str(ROOT), *site.getsitepackages()])
    (clone / "pyproject.toml").write_text(BACKEND)
    (clone / "tools" / "hatch_build.py").write_text(f"PATHS = {paths!r}\n{INSTALLED}")
    git(folder, "init", "--quiet")
    stage(folder)
    said = pre_commit("try-repo", str(clone), cwd=folder, env=environment)
    assert found(said) == STAGED
    assert "Found " not in said  # the first is quiet now
    assert "Nothing left to report" in said  # by the second hook, which fixes
    assert (folder / "new.md").read_text().endswith("The government met on Monday.\n")
    assert (folder / "partly.md").read_text() == MISSPELT
    assert (folder / "archive" / "a.md").read_text().endswith(MISSPELT)
