"""JUnit and Checkstyle, whatever the copy holds."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml

from newslint.text.source import Source
from tests.report.builders import slip, written


def test_junit_is_read_as_failed_tests(odd: Source) -> None:
    read = JUnitXml.fromstring(written("junit", odd, [slip(odd)]).encode())
    (suite,) = read
    assert (suite.name, suite.tests, suite.failures) == (odd.path, 1, 1)
    (case,) = suite
    assert case.result[0].message == "'Harstom' stands once"
    assert len(list(JUnitXml.fromstring(written("junit", odd, []).encode()))) == 0


def test_checkstyle_names_file_and_place(odd: Source) -> None:
    root = ET.fromstring(written("checkstyle", odd, [slip(odd)]).encode())
    (file,) = root
    (error,) = file
    assert (root.tag, file.get("name")) == ("checkstyle", odd.path)
    assert (error.get("line"), error.get("column")) == ("1", "37")
    assert error.get("source") == "newslint.names/inconsistent"


@given(st.text(), st.sampled_from(["junit", "checkstyle"]))
def test_whatever_copy_holds_the_xml_is_well_formed(said: str, name: str) -> None:
    odd = Source.from_text("Mrs Harstom left.\n", said)
    found = slip(odd)._replace(message=said, evidence=(said,))
    text = written(name, odd, [found])
    ET.fromstring(text.encode("utf-8", "replace"))
