"""What a mail says, as text that can be read aloud and as HTML that a screen reader follows."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, strategies as st

from kaderxl.mailing.body import Alinea, Lijst, Overzicht, als_html, als_tekst

TABEL = Overzicht(
    "Dit begrepen we:",
    ("Code", "Indicator", "Beoordeling", "Waarden"),
    (("A01-I1", "woningen", "Groen", "Bruto: 12\nGesloopt: 3"), ("A02-I1", "huur", "Rood", "")),
)


class _Lezer(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.tekst = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.tekst += data


def gelezen(html: str) -> _Lezer:
    lezer = _Lezer()
    lezer.feed(html)
    return lezer


def test_plain_text_has_an_empty_line_between_blocks() -> None:
    blokken = (Alinea(("Beste mensen,",)), Lijst(("een", "twee")), Alinea(("Groet,", "wij")))
    assert als_tekst(blokken) == "Beste mensen,\n\n- een\n- twee\n\nGroet,\nwij\n"


def test_a_table_in_plain_text_reads_row_by_row_without_empty_cells() -> None:
    assert als_tekst((TABEL,)) == (
        "Dit begrepen we:\n\n"
        "A01-I1 – woningen\n  Beoordeling: Groen\n  Waarden: Bruto: 12\n  Waarden: Gesloopt: 3\n\n"
        "A02-I1 – huur\n  Beoordeling: Rood\n"
    )


def test_html_tells_its_language_and_title_and_its_table_has_headers() -> None:
    lezer = gelezen(als_html((TABEL,), "Ontvangen: invulblad"))
    tags = [tag for tag, _ in lezer.tags]
    assert ("html", {"lang": "nl"}) in lezer.tags
    assert "Ontvangen: invulblad" in lezer.tekst
    assert tags.count("caption") == 1
    scopes = [attrs["scope"] for tag, attrs in lezer.tags if tag == "th"]
    assert scopes == ["col"] * 4 + ["row"] * 2


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_what_somebody_wrote_never_becomes_html(tekst: str) -> None:
    gewoon = gelezen(als_html((Alinea(("x",)), Lijst(("x",))), "x"))
    lezer = gelezen(als_html((Alinea((tekst,)), Lijst((tekst,))), tekst))
    assert [tag for tag, _ in lezer.tags] == [tag for tag, _ in gewoon.tags]
    assert lezer.tekst.count(tekst) >= 3
