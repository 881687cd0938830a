"""Whatever newslint is given, it says in one line what is wrong: no traceback, no warning."""

from __future__ import annotations

import json
import os
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from tests.conftest import Run, Spawn

STORY = "The teh ferry.\n"

LONG = "1" * 6_000

RULE = "- {{id: desk/x, kind: pattern, message: m, pattern: '{}'}}\n"

BAD = {
    "a configuration nested too deeply": ("newslint.toml", "x = " + "[" * 20_000, ()),
    "a configuration with an endless number": ("newslint.toml", f"x = {LONG}", ()),
    "a configuration with a broken glob": ("newslint.toml", 'exclude = ["[a"]', ()),
    "a baseline nested too deeply": ("b.json", "[" * 200_000, ("--baseline", "b.json")),
    "a baseline with an endless number": ("b.json", LONG, ("--baseline", "b.json")),
    "names nested too deeply": ("n.jsonl", "[" * 200_000, ("--names", "n.jsonl")),
    "names with an endless number": ("n.jsonl", f'{{"name": {LONG}}}', ("--names", "n.jsonl")),
    "a pattern nested too deeply": (
        "r.yaml",
        RULE.format("(" * 3_000 + "a" + ")" * 3_000),
        ("--rules", "r.yaml"),
    ),
    "a pattern nested more than we read": (
        "r.yaml",
        RULE.format("(" * 60 + "a" + ")" * 60),
        ("--rules", "r.yaml"),
    ),
    "a pattern with an endless number": (
        "r.yaml",
        RULE.format("a{9999999999999999999}"),
        ("--rules", "r.yaml"),
    ),
    "a pattern that Python warns of": ("r.yaml", RULE.format("[[a]b]c"), ("--rules", "r.yaml")),
    "rules with an endless number": (
        "r.yaml",
        f"- {{id: desk/x, kind: capitalisation, message: m, least: {LONG}}}\n",
        ("--rules", "r.yaml"),
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_what_a_desk_wrote_badly_is_one_line(newslint: Run, folder: Path, case: str) -> None:
    name, text, options = BAD[case]
    Path("s.md").write_text(STORY)
    Path(name).write_text(text)
    done = newslint("--no-cache", "-q", *options, "s.md")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert len(done.stderr) < 300
    assert name in done.stderr


def docx(compression: int) -> bytes:
    """A story in Word, with a part that holds no copy."""
    data = BytesIO()
    with ZipFile(data, "w", compression) as zipped:
        runs = "".join(
            f"<w:p><w:r><w:t>The teh ferry {n} becuase.</w:t></w:r></w:p>" for n in range(9)
        )
        xml = f'<w:document xmlns:w="x"><w:body>{runs}</w:body></w:document>'
        zipped.writestr("word/document.xml", xml)
        zipped.writestr("docProps/app.xml", f"<a>{'some property' * 9}</a>")
    return data.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("compression", [ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_no_damage_to_a_docx_is_our_fault(newslint: Run, folder: Path, compression: int) -> None:
    whole = docx(compression)
    for at in range(26, len(whole), 7):
        damaged = bytearray(whole)
        damaged[at] ^= 0x10
        Path("x.docx").write_bytes(damaged)
        done = newslint("--isolated", "--no-cache", "-q", "--fix", "x.docx")
        assert "please report" not in done.stderr, at
        if done.exit_code == 2:
            assert Path("x.docx").read_bytes() == damaged


@pytest.mark.parametrize("charset", ["idna", "punycode", "unicode_escape", "rot13", "zip"])
def test_no_page_is_in_what_is_no_encoding(newslint: Run, folder: Path, charset: str) -> None:
    page = f"<meta charset={charset}><p>The teh ferry. {'a' * 70}. caf".encode() + b"\xe9"
    Path("i.html").write_bytes(page)
    done = newslint("--isolated", "--no-cache", "i.html")
    assert done.exit_code == 2
    assert done.stderr == f"error: i.html: declares the encoding '{charset}', which is unknown\n"


FORMATS = "text concise json jsonl github gitlab sarif junit checkstyle rdjson html".split()


@pytest.mark.parametrize("options", [*(("--output-format", name) for name in FORMATS), ("--diff",)])
def test_a_file_may_be_called_anything(
    newslint: Run, folder: Path, options: tuple[str, ...]
) -> None:
    (folder / os.fsdecode(b"caf\xe9\n\x1b[2J.md")).write_text(STORY)
    done = newslint("--isolated", "--no-cache", *options, ".")
    assert done.exit_code == 1
    assert "\x1b" not in done.stdout + done.stderr


def test_a_baseline_knows_files_whose_names_are_no_text(newslint: Run, folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.md")).write_text(STORY)
    arguments = ("--isolated", "--no-cache", "--baseline", "k.json")
    assert newslint(*arguments, "--write-baseline", ".").exit_code == 0
    assert list(json.loads(Path("k.json").read_text())["findings"]) == ["caf\udce9.md"]
    assert newslint(*arguments, ".").exit_code == 0


def test_what_fails_on_standard_input_is_one_line(
    newslint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint.runner.runner import Runner

    monkeypatch.setattr(Runner, "fix_source", lambda *_: int("oops"))
    done = newslint("--isolated", "-", stdin=STORY)
    assert done.exit_code == 2
    assert done.stderr.startswith("error: -: newslint failed on this file, please report it")


def test_what_python_warns_of_is_not_said(spawn: Spawn, folder: Path) -> None:
    (folder / "r.yaml").write_text(RULE.format("[a--b]c"))
    done = spawn("--rules", "r.yaml", "-", input=b"The ferry.\n")
    assert b"Warning" not in done.stderr
