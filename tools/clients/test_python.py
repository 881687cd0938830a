"""language_tool_python and pylanguagetool, as their documentation uses them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import language_tool_python
from pylanguagetool import api

from tests.end_to_end.served import Server

SLIP = "\U0001d11e Then Harstom recieved the keys."


def test_language_tool_python(server: Server) -> None:
    with language_tool_python.LanguageTool("en-US", remote_server=server.address) as tool:
        first, second = tool.check(SLIP)
        assert (first.offset, first.replacements) == (7, ["Harstorm"])
        assert second.category == "TYPOS"
        assert tool.correct(SLIP) == "\U0001d11e Then Harstorm received the keys."
        tool.disabled_rules = {"spelling/typo"}
        assert [match.rule_id for match in tool.check(SLIP)] == ["names/misspelt"]
    with language_tool_python.LanguageTool("auto", remote_server=server.address) as tool:
        assert len(tool.check(SLIP)) == 2


def test_pylanguagetool(server: Server) -> None:
    address = f"{server.address}v2/"
    answer = api.check(SLIP, api_url=address, lang="en-GB")
    assert len(answer["matches"]) == 2
    assert {"code", "name", "longCode"} <= set(api.get_languages(address)[0])


def test_pylanguagetool_as_a_command(server: Server) -> None:
    command = Path(sys.executable).with_name("pylanguagetool")
    done = subprocess.run(
        [command, "--api-url", f"{server.address}v2/", "--lang", "auto", "--no-color"],
        input=SLIP.encode(),
        capture_output=True,
        check=False,
    )
    assert b"Harstorm" in done.stdout, done.stderr
    assert b"newslint" in done.stdout
