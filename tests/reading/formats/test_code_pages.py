"""Letters in a text that does not say which code page it was written in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from kaderxl.core import catalogue
from kaderxl.reading.formats.code_pages import decoded, lost_signs
from kaderxl.reading.formats.text import as_text

OLD = ("cp850", "mac_roman")
WORDS = (
    *("geïnd creëren één vóór coördinatie reünie scène enquête Curaçao hè naïef Zoë über".split()),
    *("vacuüm ruïne officiële financiële ideeën privé café cliënten beëindigd overéén".split()),
    "Éénmaal",
)
SIGNS = ("“mooi”", "foto’s", "€ 12", "twee – drie", "en zo…", "• punt", "60 m²", "20 °C", "‘wel’")
PLAIN = ("De", "woningen", "zijn", "in 2026", "opgeleverd;", "en\r\n", "(ongeveer)")


@pytest.mark.parametrize("page", OLD)
@pytest.mark.parametrize("word", WORDS)
def test_one_word_is_enough_to_know_an_old_page(word: str, page: str) -> None:
    read = decoded(f"Er is {word} gezegd".encode(page))
    assert read is not None
    text, ((finding, fields),) = read
    assert text == f"Er is {word} gezegd"
    assert finding is catalogue.TEKENS_VAN_OUD_PROGRAMMA
    assert fields["woorden"] == f"“{word}”"


@pytest.mark.parametrize("text", [*WORDS, *SIGNS, "½ jaar", "de heer\xa0Jansen", "5 ± 2", "Škoda"])
def test_one_word_of_windows_is_read_as_it_is(text: str) -> None:
    assert (read := decoded(text.encode("cp1252")))
    assert read[0] == text


@given(st.lists(st.sampled_from([*WORDS, *SIGNS, *PLAIN]), min_size=1), st.sampled_from(WORDS))
@settings(max_examples=200)
def test_a_text_of_windows_gives_no_alarm(words: list[str], one: str) -> None:
    text = " ".join([*words, one])
    assert decoded(text.encode("cp1252")) == (text, [])


@given(
    st.lists(st.sampled_from([*WORDS, *PLAIN, "“mooi”", "foto’s", "60 m²"]), min_size=1),
    st.sampled_from(WORDS),
    st.sampled_from(OLD),
)
@settings(max_examples=200)
def test_a_text_of_an_old_page_is_known(words: list[str], one: str, page: str) -> None:
    text = " ".join([*words, one]).encode(page, "replace").decode(page)
    read = decoded(text.encode(page))
    assert read is not None
    assert read[0] == text


@given(st.binary(min_size=1, max_size=200))
@settings(max_examples=200)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read = as_text(data)
    assert read is None or isinstance(read[0], str)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"Garc\x92a", "Garc’a"),  # ’ of Windows, í of the Mac
        (b"\x85 la carte", "…"),  # … of Windows, à of MS-DOS
        ("geÃ©valueerd €".encode("cp1252"), "geÃ©valueerd"),  # twice encoded
    ],
)
def test_what_may_be_read_in_two_ways_is_said(data: bytes, word: str) -> None:
    read = decoded(data)
    assert read is not None
    assert read[0] == data.decode("cp1252")
    ((finding, fields),) = read[1]
    assert finding is catalogue.TEKENS_ONZEKER
    assert f"“{word}”" in str(fields["woorden"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dat is ge?valueerd.", "“ge?valueerd”"),
        ("Dat kost ? 1.200", "“? 1.200”"),
        ("Dat is ge\ufffdvalueerd.", "“ge\ufffdvalueerd”"),
        ("Hoeveel? 12. Zie https://voorbeeld.nl/a?b=1", ""),
    ],
)
def test_a_letter_that_was_lost_on_the_way_is_said(text: str, words: str) -> None:
    said = [str(fields["woorden"]) for _, fields in lost_signs(text)]
    assert said == ([words] if words else [])


def test_what_is_no_text_in_any_page_stays_no_text() -> None:
    assert as_text(bytes(range(0x80, 0x100)) * 20) is None
