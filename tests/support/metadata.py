"""Two documents of MDTO, as kaderxl writes them: of a whole, and of a file in it."""

from __future__ import annotations

from datetime import date

from kaderxl.archives.mdto import (
    Archiefgegevens,
    Begrip,
    Kenmerking,
    Verwijzing,
    schrijf_bestand,
    schrijf_informatieobject,
)

ZELF = Kenmerking("MOL-2026-evaluatie", "Gemeente Molendam")
GEHEEL = schrijf_informatieobject(
    ZELF,
    "Monitoring & evaluatie <2026>",
    ("Fictief.", "Concept."),
    (Verwijzing("matrix.xlsx", Kenmerking("m", "Gemeente Molendam")),),
    Archiefgegevens(
        archiefvormer=Verwijzing("Gemeente Molendam", Kenmerking("gm0001", "TOOI")),
        waardering=Begrip("Tijdelijk te bewaren", "Waarderingen", "V"),
        bewaartermijn="P10Y",
        beperking=Begrip("Openbaar", "Openbaarheid"),
        beperking_toelichting="Vanaf de vaststelling.",
    ),
)
DEEL = schrijf_bestand(
    Kenmerking("MOL-2026-evaluatie/matrix.xlsx", "Gemeente Molendam"),
    "matrix.xlsx",
    bytes(1234),
    Begrip("Excel", "PRONOM", "fmt/214"),
    date(2027, 3, 25),
    Verwijzing("Monitoring", ZELF),
)
DOCUMENTEN = {"informatieobject": GEHEEL, "bestand": DEEL}
