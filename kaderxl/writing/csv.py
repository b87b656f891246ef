"""Tables as csv (RFC 4180), and what each column means as CSV on the Web (W3C, 2015)."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal

from ..core.answers import Waarde
from ..core.text import leesbaar, zonder_formule
from .table import Kolomsoort, Tabel, Uitgave

_APOSTROF = (
    "Begint een tekst met =, +, - of @, of staat dat teken na een komma, een puntkomma, een tab of "
    "een regeleinde, dan staat er een apostrof voor, zodat geen rekenprogramma er een formule van "
    "maakt, ook niet een dat de regels op puntkomma's splitst. Ook voor een apostrof die er al "
    "stond komt er dan een bij. Wie de tekst zelf wil, haalt die ene apostrof weg. Een teken dat "
    "een programma of een scherm stuurt, staat er als zijn code."
)
_VORMEN: dict[str, object] = {Kolomsoort.JA_NEE: {"base": Kolomsoort.JA_NEE, "format": "ja|nee"}}


def files(uitgave: Uitgave) -> dict[str, bytes]:
    """A csv a table, and the description of all of them."""
    stam = f"{uitgave.naam}." if uitgave.naam in uitgave.los else ""
    return {
        **{f"{naam}.csv": write_csv(tabel) for naam, tabel in uitgave.los.items()},
        f"{stam}csv-metadata.json": describe_csv(uitgave),
    }


def write_csv(tabel: Tabel) -> bytes:
    """UTF-8, CRLF, a comma between, one header row; a decimal point and ISO 8601 dates.

    A text that a spreadsheet program would take for a formula gets an apostrophe in front,
    which `core.text.met_formule` takes away again.
    """
    tekst = io.StringIO(newline="")
    schrijver = csv.writer(tekst, lineterminator="\r\n")
    schrijver.writerow([_tekst(kolom.kop) for kolom in tabel.kolommen])
    schrijver.writerows([[_in_csv(waarde) for waarde in rij] for rij in tabel.rijen])
    return tekst.getvalue().encode()


def _in_csv(waarde: Waarde) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, (int, float)):
        return format(Decimal(repr(waarde)), "f")
    if isinstance(waarde, date):
        dag = waarde.date() if isinstance(waarde, datetime) else waarde
        return dag.isoformat()
    return _tekst(waarde)


def _tekst(tekst: str) -> str:
    return zonder_formule(leesbaar(tekst))


def describe_csv(uitgave: Uitgave) -> bytes:
    """The CSV on the Web description (JSON) of the csv files."""
    dag = uitgave.vastgesteld
    groep = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "dc:title": uitgave.titel,
        "dc:publisher": uitgave.uitgever,
        "dc:language": "nl",
        **({"dc:issued": {"@value": dag.isoformat()}} if dag else {}),
        "dc:description": _APOSTROF,
        "dialect": {
            "encoding": "utf-8",
            "delimiter": ",",
            "quoteChar": '"',
            "doubleQuote": True,
            "lineTerminators": ["\r\n"],
            "header": True,
        },
        "tables": [_beschrijf(f"{naam}.csv", tabel) for naam, tabel in uitgave.los.items()],
    }
    return (leesbaar(json.dumps(groep, ensure_ascii=False, indent=2)) + "\n").encode()


def _beschrijf(bestand: str, tabel: Tabel) -> dict[str, object]:
    namen = _namen(tabel)
    kolommen = [
        {
            "name": namen[nummer],
            "titles": _tekst(kolom.kop),
            "dc:description": kolom.uitleg,
            "datatype": _VORMEN.get(soort := tabel.soort(nummer), soort),
        }
        for nummer, kolom in enumerate(tabel.kolommen)
    ]
    schema: dict[str, object] = {"columns": kolommen}
    if tabel.sleutel:
        titels = [kolom.titel for kolom in tabel.kolommen]
        schema["primaryKey"] = [namen[titels.index(titel)] for titel in tabel.sleutel]
    return {"url": bestand, "dc:title": tabel.titel, "tableSchema": schema}


def _namen(tabel: Tabel) -> list[str]:
    """The names of the columns; one that is there already gets a number."""
    namen: list[str] = []
    for nummer, kolom in enumerate(tabel.kolommen, 1):
        namen.append(f"{kolom.naam}_{nummer}" if kolom.naam in namen else kolom.naam)
    return namen
