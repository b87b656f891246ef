"""Whatever somebody wrote stays text."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from kaderxl.core.text import leesbaar
from kaderxl.writing.markup import Markup, document, element, samen


@given(st.text())
def test_a_text_comes_back_from_an_element_and_from_an_attribute(tekst: str) -> None:
    gelezen = ElementTree.fromstring(element("p", tekst, title=tekst))
    verwacht = leesbaar(tekst)
    assert gelezen.attrib["title"] == verwacht
    # XML itself makes one kind of line end of every kind, in running text.
    assert (gelezen.text or "") == re.sub("\r\n?", "\n", verwacht)
    assert len(gelezen) == 0


def test_what_an_element_made_is_not_escaped_again() -> None:
    assert element("p", element("b", "<")) == "<p><b>&lt;</b></p>"
    assert samen(element("b"), "&") == "<b></b>&amp;"


def test_a_word_for_an_attribute_is_spelled_as_a_page_does() -> None:
    gemaakt = element("a", "hier", xml__id="x", class_="kop", aria_hidden="true", href=None)
    assert gemaakt == '<a xml:id="x" class="kop" aria-hidden="true">hier</a>'


@pytest.mark.parametrize("naam", ["br", "meta", "link"])
def test_an_element_without_contents_is_not_closed(naam: str) -> None:
    assert element(naam, id="x") == f'<{naam} id="x">'


def test_a_file_is_utf_8() -> None:
    assert document("<!DOCTYPE html>", Markup("<p>é</p>")) == "<!DOCTYPE html>\n<p>é</p>\n".encode()
