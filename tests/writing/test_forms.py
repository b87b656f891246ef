"""A new form is one function, registered once: then every table goes out in it."""

from __future__ import annotations

import pytest
from publicaties import matrix

from kaderxl.core.kader import Kader
from kaderxl.matrix.files.export import vormen_van, whole_matrix
from kaderxl.matrix.files.public_view import public_view
from kaderxl.matrix.files.publication import public_tables, write_publication
from kaderxl.reading import Document, Reader
from kaderxl.writing import forms
from kaderxl.writing.colours import palet
from kaderxl.writing.forms import write_forms
from kaderxl.writing.grid import schrijf_tabel
from kaderxl.writing.page import table_of
from kaderxl.writing.table import Kolom, Kolomsoort, Tabel, Uitgave
from kaderxl.writing.workbook import Werkboek
from kaderxl.years.tables import tidy_tables
from kaderxl.years.timeline import lay_side_by_side


def als_markdown(uitgave: Uitgave) -> dict[str, bytes]:
    """A form that kaderxl does not have: one text with every table."""
    delen = [uitgave.titel, *(f"{wat}: {tekst}" for wat, tekst in uitgave.uitleg)]
    for tabel in uitgave.tabellen:
        delen += [f"# {tabel.titel}", *map(_regel, [[k.titel for k in tabel.kolommen]])]
        delen += map(_regel, tabel.rijen)
    return {f"{uitgave.naam}.md": "\n".join(delen).encode()}


def _regel(cellen: object) -> str:
    assert isinstance(cellen, (tuple, list))
    return f"| {' | '.join(str('' if c is None else c) for c in cellen)} |"


def alle_cellen(tabel: Tabel) -> list[str]:
    cellen = [k.titel for k in tabel.kolommen] + [w for rij in tabel.rijen for w in rij]
    return [str(cel) for cel in cellen if cel not in (None, "")]


def test_every_table_goes_out_in_a_form_of_a_stranger(
    kader: Kader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(forms.VORMEN, "markdown", als_markdown)
    heel = matrix(kader)
    jaren = tidy_tables(lay_side_by_side([heel]))
    naam = f"monitoringsmatrix-{heel.ronde}"
    for uitgave, bestanden in (
        (whole_matrix(heel), vormen_van(heel)),
        (public_tables(public_view(heel)), write_publication(heel)),
        (jaren, write_forms(jaren, "markdown")),
    ):
        tekst = bestanden[f"{uitgave.naam}.md"].decode()
        assert uitgave.naam in (naam, "meerjarenoverzicht")
        assert uitgave.tabellen
        for tabel in uitgave.tabellen:
            assert tabel.titel in tekst
            assert [cel for cel in alle_cellen(tabel) if cel not in tekst] == []


def test_what_goes_out_by_itself_needs_nothing_else() -> None:
    assert set(forms.VORMEN) == {"ods", "csv"}
    assert not set(forms.VORMEN) & set(forms.OP_VERZOEK)


def test_a_workbook_and_a_page_write_the_same_tables(kader: Kader, reader: Reader) -> None:
    uitgave = public_tables(public_view(matrix(kader)))
    werkboek = Werkboek(uitgave.titel, uitgave.moment)
    for tabel in uitgave.tabellen:
        schrijf_tabel(werkboek, werkboek.add_worksheet(tabel.naam), tabel, "Niets.")
    document = reader.read("tabellen.xlsx", werkboek.bytes())
    assert isinstance(document, Document)
    for blad, tabel in zip(document.sheets, uitgave.tabellen, strict=True):
        koppen, *rijen = blad.rows
        assert koppen == [kolom.titel for kolom in tabel.kolommen]
        assert [list(map(_gezien, rij)) for rij in rijen] == [
            list(map(_gezien, rij)) for rij in tabel.rijen
        ]


def _gezien(waarde: object) -> str:
    """A cell as one sees it, a day without its time."""
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    return str(waarde or "").removesuffix(" 00:00:00").removesuffix(".0")


def test_a_page_shows_a_colour_as_one_and_numbers_as_such(kader: Kader) -> None:
    kolommen = (Kolom("Wat"), Kolom("Kleur", kleur=True), Kolom("Aantal", soort=Kolomsoort.GEHEEL))
    tabel = Tabel("proef", "Een <proef>", kolommen, (("Groen", "Groen", 1234), ("x", None, None)))
    html = table_of(tabel, palet(kader.stoplicht))
    assert "Een &lt;proef&gt;" in html
    assert '<th scope="row">Groen</th>' in html
    assert html.count('class="kleur') == 1
    assert '<td class="getal">1.234</td>' in html
